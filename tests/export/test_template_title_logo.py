"""Titles of a template whose logo stands in their slot: beside it, whatever side it is on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deck.model.shapes import TextBox
from deck.model.units import Emu, Rect
from tests.export.templates import built_in, template

_MASTER = "ppt/slideMasters/slideMaster1.xml"
_LONG = "A title that is long enough to go over the whole of the place that it has, and then some more"
_SLIDES = f"""\
      - {{id: list, layout: bullets, title: {_LONG!r}, items: [{{id: a, text: The first thing}}]}}
      - {{id: cards, layout: cards, title: {_LONG!r}, cards: [{{id: a, heading: A}}, {{id: b, heading: B}}]}}
"""
# The slot is from 457,200 to 8,686,800 and from 274,638 to 1,417,638.
_RIGHT, _LEFT = (7_200_000, 400_000, 1_300_000, 700_000), (500_000, 400_000, 1_300_000, 700_000)
_BAND, _PHOTOGRAPH = (0, 200_000, 9_144_000, 1_300_000), (0, 0, 9_144_000, 6_858_000)


def _with_logo(at: tuple[int, int, int, int], *, grouped: bool = False) -> bytes:
    x, y, width, height = at

    def moved(blob: bytes) -> bytes:
        place = f'<a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
        old = r'<a:off x="8229600" y="76200"/><a:ext [^>]*/>'
        text, count = re.subn(old, place, blob.decode())
        assert count == 1
        if grouped:
            inner = place + place.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
            head = '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="98" name="Logo"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
            head += f"<p:grpSpPr><a:xfrm>{inner}</a:xfrm></p:grpSpPr>"
            text = re.sub(r"(?s)(<p:pic .*?</p:pic>|<p:pic>.*?</p:pic>)", rf"{head}\1</p:grpSp>", text)
        return text.encode()

    return template(parts={_MASTER: moved})


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("grouped", [False, True])
@pytest.mark.parametrize("at", [_RIGHT, _LEFT])
def test_a_title_stands_beside_the_logo_in_its_slot(
    at: tuple[int, int, int, int], grouped: bool, language: str, tmp_path: Path
) -> None:
    built = built_in(tmp_path, _with_logo(at, grouped=grouped), language=language, slides=_SLIDES)
    logo = Rect(Emu(at[0]), Emu(at[1]), Emu(at[2]), Emu(at[3]))
    logo = logo if language == "en" else logo.mirrored(built.deck.theme.width)
    for tree in built.deck.slides:
        (title,) = (each for each in tree.shapes if isinstance(each, TextBox) and each.field == "title")
        assert not title.rect.meets(logo)
        assert title.placeholder is not None
        assert title.placeholder.rect == title.rect
        assert title.text.fits


@pytest.mark.parametrize("at", [_BAND, _PHOTOGRAPH])
def test_a_picture_behind_a_title_is_not_in_its_way(at: tuple[int, int, int, int], tmp_path: Path) -> None:
    built = built_in(tmp_path, _with_logo(at), slides=_SLIDES)
    for tree in built.deck.slides:
        (title,) = (each for each in tree.shapes if isinstance(each, TextBox) and each.field == "title")
        assert (title.rect.left, title.rect.width) == (457_200, 8_229_600)


def test_a_slide_layout_is_filled_whose_title_no_logo_stands_in(tmp_path: Path) -> None:
    clear, taken = (built_in(tmp_path, each, slides=_SLIDES) for each in (template(), _with_logo(_RIGHT)))
    assert clear.deck.slides[0].slide_layout.native
    assert not taken.deck.slides[0].slide_layout.native
