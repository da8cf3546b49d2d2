"""A theme's logo and its footer's parts, on every slide layout."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from deck.export.pptx import write_pptx
from deck.model.deck import Deck
from deck.model.shapes import Picture, SlideLayout
from deck.model.units import Rect, units
from tests.outlines import write_outline
from tests.themes.looks import every_layout, themed

SLIDES = (
    "layout: title\ntitle: A cover",
    "layout: bullets\ntitle: Content\nitems: [One]",
    "layout: quote\ntitle: Words\nquote: Said",
)


def built(folder: Path, theme: str, language: str = "en") -> Deck:
    from deck.pipeline.build import lay_out

    themed(folder, "logo")
    (folder / "brand.yaml").write_text(theme, encoding="utf-8")
    outline = write_outline(folder, *SLIDES, language=language)
    text = outline.read_text(encoding="utf-8").replace("theme: alliance", "theme: brand.yaml")
    outline.write_text(text, encoding="utf-8")
    result = lay_out(outline)
    assert result.diagnostics == ()
    return result.deck


def logo(layout: SlideLayout) -> Picture | None:
    return next((shape for shape in layout.decoration if isinstance(shape, Picture)), None)


@pytest.mark.parametrize("corner", ["top-start", "top-end", "bottom-start", "bottom-end"])
def test_a_logo_stands_in_its_corner_and_nothing_comes_near(tmp_path: Path, corner: str) -> None:
    theme = f"extends: alliance\nlogo: {{light: mark.svg, dark: mark-white.svg, description: Us, corner: {corner}}}\n"
    deck = built(tmp_path, theme)
    cover, content, quote = (slide.slide_layout for slide in deck.slides)
    assert logo(quote) is None
    for layout in (cover, content):
        shape = logo(layout)
        assert shape
        assert shape.description == "Us"
        assert (shape.rect.left < deck.theme.width / 2) == corner.endswith("start")
        assert (shape.rect.top < deck.theme.height / 2) == corner.startswith("top")
        around, clear = shape.rect, units(2)
        for slot in layout.placeholders:
            beside = slot.rect.right + clear <= around.left or around.right + clear <= slot.rect.left
            apart = slot.rect.bottom + clear <= around.top or around.bottom + clear <= slot.rect.top
            assert beside or apart, slot.name
    on_dark, on_light = logo(cover), logo(content)
    assert on_dark
    assert on_light
    assert on_dark.drawing
    assert on_light.drawing
    assert b"#FFFFFF" in on_dark.drawing
    assert b"#0A2A4A" in on_light.drawing


def test_a_logo_moves_to_the_other_side_and_is_not_turned(tmp_path: Path) -> None:
    theme = "extends: alliance\nlogo: {light: mark.svg, description: Us}\n"
    english, arabic = (logo(built(tmp_path, theme, each).slides[1].slide_layout) for each in ("en", "ar"))
    assert english
    assert arabic
    assert arabic.rect == english.rect.mirrored(12_192_000)
    assert arabic.drawing == english.drawing


def test_a_logo_is_held_once_in_the_file(tmp_path: Path) -> None:
    deck = built(tmp_path, "extends: alliance\nlogo: {light: mark.svg, description: Us}\n")
    with zipfile.ZipFile(io.BytesIO(write_pptx(deck))) as package:
        assert len([name for name in package.namelist() if name.startswith("ppt/media/")]) == 2


@pytest.mark.parametrize(
    ("footer", "sides"),
    [
        ("{text: end, number: start}", {"ftr": "end", "sldNum": "start"}),
        ("{text: centre, number: end}", {"ftr": "centre", "sldNum": "end"}),
        ("{text: null, number: centre}", {"sldNum": "centre"}),
        ("{text: start, number: null}", {"ftr": "start"}),
    ],
)
def test_the_footer_s_parts(tmp_path: Path, footer: str, sides: dict[str, str]) -> None:
    deck = built(tmp_path, f"extends: alliance\nfooter: {footer}\n")
    slots = {slot.type: slot for slot in deck.slides[1].slide_layout.placeholders if slot.type in ("ftr", "sldNum")}
    assert {kind: slot.body.levels[0].align for kind, slot in slots.items()} == sides
    middle = deck.theme.width / 2
    for kind, side in sides.items():
        rect: Rect = slots[kind].rect  # type: ignore[index]
        assert (rect.left + rect.right) / 2 == pytest.approx(middle, abs=2) if side == "centre" else True
        assert (rect.left + rect.right) / 2 < middle if side == "start" else True
        assert (rect.left + rect.right) / 2 > middle if side == "end" else True


def test_a_dark_theme_is_one_in_powerpoint_s_terms(tmp_path: Path) -> None:
    deck = every_layout(tmp_path, "midnight", "en").deck
    assert deck.theme.is_dark
    data = write_pptx(deck)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
        master = package.read("ppt/slideMasters/slideMaster1.xml").decode()
        notes = package.read("ppt/notesMasters/notesMaster1.xml").decode()
    assert f'<a:dk1><a:srgbClr val="{deck.theme.palette["lt1"]}"/>' in theme
    assert '<p:clrMap bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"' in master
    assert '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"' in notes
    assert len(Presentation(io.BytesIO(data)).slides) == len(deck.slides)
