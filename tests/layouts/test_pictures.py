"""How pictures fit their places: whole, or covering with what matters in sight; and when cutting is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from deck.layouts.pictures.fit import contained, covering
from deck.model.content import FocalPoint, ImageFile, Picture
from deck.model.shapes import Picture as Shown
from deck.model.units import Rect
from tests.outlines import HEADER, laid_out, photograph

SIZES = st.integers(1, 5000)
SHARES = st.floats(0, 1)
LAYOUTS = {
    "speaker": "name: Jane\nportrait: ",
    "statement": "statement: Words\npicture: ",
    "closing": "picture: ",
}


def picture(width: int, height: int, focus: FocalPoint | None = None) -> Picture:
    return Picture(file=ImageFile("a.png", b"", width, height), decorative=True, focus=focus)


def space(width: int, height: int) -> Rect:
    return Rect.of_units(10, 20, width / 50, height / 50)


def shown(rect: Rect, crop: tuple[float, float, float, float], width: int, height: int) -> tuple[float, float]:
    """How wide and high a pixel stands."""
    left, top, right, bottom = crop
    return rect.width / (width * (1 - left - right)), rect.height / (height * (1 - top - bottom))


@given(SIZES, SIZES, SIZES, SIZES, SHARES, SHARES)
def test_a_covering_picture_is_neither_squashed_nor_too_small(
    width: int, height: int, across: int, down: int, x: float, y: float
) -> None:
    place = space(across, down)
    if not place.width or not place.height:
        return
    made = covering("P", picture(width, height, FocalPoint(x, y)), place)
    assert made.rect == place
    left, top, right, bottom = made.crop
    assert min(made.crop) >= 0
    assert min(left + right, top + bottom) == 0
    wide, high = shown(place, made.crop, width, height)
    assert wide == pytest.approx(high)
    # What matters is in sight.
    assert left <= x + 1e-9
    assert x <= 1 - right + 1e-9
    assert top <= y + 1e-9
    assert y <= 1 - bottom + 1e-9


@given(st.integers(10, 5000), st.integers(10, 5000), st.booleans())
def test_a_whole_picture_lies_in_its_place(width: int, height: int, round: bool) -> None:
    place = Rect.of_units(10, 20, 30, 30)
    made = contained("P", picture(width, height), place, round=round)
    assert made.crop == (0, 0, 0, 0)
    assert place.left <= made.rect.left
    assert place.top <= made.rect.top
    assert made.rect.right <= place.right
    assert made.rect.bottom <= place.bottom
    if round:
        assert (made.rect.width / place.width) ** 2 + (made.rect.height / place.height) ** 2 <= 1.0001


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_picture_is_whole_or_covers_and_keeps_what_matters(layout: str, tmp_path: Path) -> None:
    Image.new("RGB", (400, 100)).save(tmp_path / "wide.png")

    def of(fields: str, language: str = "en") -> tuple[Shown, list[str]]:
        slide = f"layout: {layout}\ntitle: A title\n{LAYOUTS[layout]}{{file: wide.png, decorative: true{fields}}}"
        built = laid_out(tmp_path, slide, language=language)
        (found,) = (shape for shape in built.deck.slides[0].shapes if isinstance(shape, Shown))
        return found, [f"{one.span and one.span.line} {one.code}" for one in built.diagnostics]

    line = HEADER.count("\n") + 4 + (layout != "closing")
    whole, nothing = of(", fit: whole")
    assert whole.crop == (0, 0, 0, 0)
    assert nothing == []
    middle, told = of(", fit: cover")
    assert middle.crop[0] == pytest.approx(middle.crop[2])
    assert middle.crop[0] > 0.3
    assert told == [f"{line} image-cropped"]
    # A picture is the same picture in every language: its left stays its left.
    for language in ("en", "ar"):
        start, _ = of(", fit: cover, focus: left", language)
        assert start.crop[0] == 0
        assert start.crop[2] > 0.6


def test_a_quarter_may_go_and_no_more(tmp_path: Path) -> None:
    for height, told in ((400, []), (399, []), (405, ["image-cropped"])):
        photograph((300, height)).save(tmp_path / "portrait.png")
        slide = "layout: speaker\ntitle: T\nname: Jane\nportrait: {file: portrait.png, description: Jane}"
        assert [one.code for one in laid_out(tmp_path, slide).diagnostics] == told
