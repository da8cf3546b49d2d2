"""Lighter shades of an accent: mixtures with white, no more vivid than what they are made of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deck.export.pptx import write_pptx
from deck.export.pptx.archive import Archive
from deck.export.pptx.colours import Palette
from deck.export.pptx.opened import OpenedDeck
from deck.layouts.frame.furniture import fainter, mixed_with_white
from deck.model.shapes import AutoShape, ShapeTree
from deck.model.style import Colour
from deck.model.theme import Theme
from tests.export.decks import THEME
from tests.outlines import laid_out

FUNNEL = """\
layout: steps
title: How few
form: funnel
steps: [{id: a, heading: All}, {id: b, heading: Found}, {id: c, heading: Filed}, {id: d, heading: Judged}]
"""


def with_accent(accent: str) -> Theme:
    return replace(THEME, palette={**THEME.palette, "accent1": accent})


def bands(tree: ShapeTree) -> list[Colour]:
    drawn = (each for each in tree.slide_layout.decoration if isinstance(each, AutoShape))
    return [each.fill for each in drawn if each.name.startswith("Band") and each.fill]


@pytest.mark.parametrize("accent", ["006B4F", "0060A0", "B94B00", "163A5F", "5AC8FF", "595959", "000000", "FFFFFF"])
@pytest.mark.parametrize("per_cent", [0, 19, 40, 56, 90, 100])
def test_a_tint_is_the_mixture_with_white(accent: str, per_cent: int) -> None:
    theme = with_accent(accent)
    mixture = [part + (255 - part) * per_cent / 100 for part in bytes.fromhex(accent)]
    assert theme.rgb(mixed_with_white(theme, Colour("accent1"), per_cent)) == pytest.approx(mixture, abs=2)


def test_bands_are_lighter_one_by_one_and_never_more_vivid(tmp_path: Path) -> None:
    built = laid_out(tmp_path, FUNNEL)
    (tree,) = built.deck.slides
    colours = [built.deck.theme.rgb(each) for each in bands(tree)]
    vivid = [max(each) - min(each) for each in colours]
    assert len(colours) == 4
    assert [sum(each) for each in colours] == sorted(sum(each) for each in colours)
    assert vivid == sorted(vivid, reverse=True)


def test_a_finished_deck_s_tints_are_read_as_they_were_meant(tmp_path: Path) -> None:
    built = laid_out(tmp_path, FUNNEL)
    (tree,) = built.deck.slides
    deck = OpenedDeck(Archive(write_pptx(built.deck)))
    (slide,) = deck.slides
    fills = [
        each.find("{*}spPr/{*}solidFill")
        for each in slide.above[0].iter("{*}sp")
        if each.find("{*}nvSpPr/{*}cNvPr").get("name", "").startswith("Band")
    ]
    palette = Palette(deck, slide)
    assert [palette.of(each) for each in fills] == [built.deck.theme.rgb(each) for each in bands(tree)]


def test_a_fainter_colour_in_a_light_theme_is_no_more_vivid() -> None:
    for accent in ("006B4F", "B94B00", "A8281D"):
        theme = with_accent(accent)
        vivid = [
            max(each) - min(each) for each in (theme.rgb(fainter(theme, Colour("accent1"), n)) for n in (0, 30, 60))
        ]
        assert vivid == sorted(vivid, reverse=True)
