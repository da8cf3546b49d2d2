"""A phrase on full colour, or over a picture."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from deck.layouts.headline import Headline
from deck.model.declarations import declared
from deck.model.shapes import AutoShape, Picture, Shape, TextBox
from tests.contrast import contrast
from tests.outlines import laid_out

PICTURE = "picture: {file: well.jpg, description: A well%s}"


@pytest.mark.parametrize("colour", get_args(declared(Headline)["colour"].kind.type))
def test_each_colour_carries_white_letters(colour: str, tmp_path: Path) -> None:
    deck = laid_out(tmp_path, f"layout: headline\ntitle: Act now\ntext: Together\ncolour: {colour}").deck
    ground = deck.theme.rgb(deck.slides[0].slide_layout.background)
    for shape in deck.slides[0].shapes:
        assert isinstance(shape, TextBox)
        assert contrast(ground, deck.theme.rgb(shape.text.body.levels[0].colour)) >= 4.5


@pytest.mark.parametrize("more", ["", ", fit: whole"])
def test_letters_can_be_read_on_any_pixel_of_a_picture(more: str, tmp_path: Path) -> None:
    deck = laid_out(tmp_path, f"layout: headline\ntitle: Act now\ntext: Together\n{PICTURE % more}").deck
    picture, scrim, *others = deck.slides[0].shapes
    assert isinstance(picture, Picture)
    assert isinstance(scrim, AutoShape)
    assert scrim.fill
    veil, share = deck.theme.rgb(scrim.fill), scrim.fill.alpha / 100
    red, green, blue = (round(share * part + (1 - share) * 255) for part in veil)
    for shape in others:
        assert within(shape, scrim)
        if isinstance(shape, TextBox):
            assert contrast((red, green, blue), deck.theme.rgb(shape.text.body.levels[0].colour)) >= 4.5


def within(shape: Shape, other: Shape) -> bool:
    one, whole = shape.rect, other.rect
    across = whole.left <= one.left and one.right <= whole.right
    return across and whole.top <= one.top and one.bottom <= whole.bottom
