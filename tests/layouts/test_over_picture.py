"""Slides over a picture: every word can be read, whatever the picture shows."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from deck.export.pptx import write_pptx
from deck.export.svg import slide_svg
from deck.model.contrast import LEAST, RGB, contrast
from deck.model.deck import Deck
from deck.model.shapes import AutoShape, Shape, ShapeTree, TextBox
from deck.model.units import Rect
from tests.outlines import examples, laid_out, texts
from tests.render import render

BULLETS = "layout: bullets\ntitle: Pipes\nitems: [One, Two]\nbackground: noise.png"


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    """Every layout's example over one picture, of an own focus."""
    folder = tmp_path_factory.mktemp("over")
    more = "\nbackground: {file: well.jpg, focus: bottom}"
    return laid_out(folder, *(each.rstrip() + more for each in examples())).deck


def test_words_are_light_where_no_ground_of_their_own_is_behind_them(deck: Deck) -> None:
    veil = next(shape for shape in deck.slides[0].slide_layout.decoration if shape.name == "Scrim")
    assert isinstance(veil, AutoShape)
    assert veil.fill
    share, dark = veil.fill.alpha / 100, deck.theme.rgb(veil.fill)
    seen = [_over(dark, share, pixel) for pixel in ((0, 0, 0), (255, 255, 255))]
    for slide in deck.slides:
        assert slide.slide_layout.decoration[0] == veil
        for shape in slide.shapes:
            if isinstance(shape, TextBox) and not _stands_on_ground(shape, slide):
                for style in shape.text.body.levels:
                    assert min(contrast(deck.theme.rgb(style.colour), each) for each in seen) >= LEAST, shape.name


def test_words_on_a_ground_of_their_own_keep_their_colours(deck: Deck, tmp_path: Path) -> None:
    plain = laid_out(tmp_path, *examples()).deck
    cards = [each.slide for each in deck.slides if each.slide_layout.name.startswith("Cards")]
    was = {(slide, shape.name): text.body for slide, shape, text in texts(plain)}
    kept = [(slide, shape.name) for slide, shape, text in texts(deck) if was[slide, shape.name] == text.body]
    assert [name for slide, name in kept if slide in cards] == ["Number 1", "Card 1", "Number 2", "Card 2"]


def test_a_picture_behind_a_slide_is_cut_to_it_and_not_mirrored(tmp_path: Path) -> None:
    noise(tmp_path / "noise.png")
    for language in ("en", "ar"):
        (slide,) = laid_out(
            tmp_path, BULLETS.replace("noise.png", "{file: noise.png, focus: top}"), language=language
        ).deck.slides
        assert slide.background
        image = Image.open(io.BytesIO(slide.background.image))
        assert image.width * 9 == pytest.approx(image.height * 16, rel=0.01)
        assert slide.background.crop == (0, 0, 0, 0)
        with Image.open(tmp_path / "noise.png") as whole:
            assert image.getpixel((0, 0)) == whole.getpixel((0, 0))


def test_preview_and_deck_show_it(tmp_path: Path) -> None:
    noise(tmp_path / "noise.png")
    deck = laid_out(tmp_path, BULLETS).deck
    assert slide_svg(deck, deck.slides[0]).count("<image") == 1
    (picture,) = render(write_pptx(deck), tmp_path)
    with Image.open(picture) as shown:
        corner = shown.convert("RGB").crop((700, 300, 1100, 600))
        low, high = corner.convert("L").getextrema()
        assert high - low > 20, "the picture is not seen"
        brightest = tuple(int(band[1]) for band in corner.getextrema())
        assert contrast((255, 255, 255), (brightest[0], brightest[1], brightest[2])) >= LEAST


def noise(path: Path) -> None:
    """A picture of black and white squares, the worst that can lie behind words."""
    board = Image.new("RGB", (640, 640), "white")
    for at in range(0, 640, 40):
        for down in range(0, 640, 40):
            if (at + down) // 40 % 2:
                board.paste("black", (at, down, at + 40, down + 40))
    board.save(path)


def _over(veil: RGB, share: float, pixel: RGB) -> RGB:
    red, green, blue = (round(share * one + (1 - share) * other) for one, other in zip(veil, pixel, strict=True))
    return red, green, blue


def _stands_on_ground(box: TextBox, slide: ShapeTree) -> bool:
    """Whether the middle of a text lies on something of a plain colour."""
    others: list[Shape] = [*slide.slide_layout.decoration, *slide.shapes]
    solid = [each.rect for each in others if isinstance(each, AutoShape) and each.fill and each.fill.alpha == 100]
    lines = box.text.lines
    middle = box.rect.top + round((lines[0].top + lines[-1].top + lines[-1].height) / 2 * 12_700)
    start = box.rect.left + box.text.body.insets.start
    return any(_has(rect, start, middle) for rect in solid)


def _has(rect: Rect, x: int, y: int) -> bool:
    return rect.left <= x <= rect.right and rect.top <= y <= rect.bottom
