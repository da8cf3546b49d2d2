"""Slides over a picture: every word can be read, whatever the picture shows."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from deck.export.pptx import write_pptx
from deck.export.svg import slide_svg
from deck.layouts import LAYOUTS
from deck.model.contrast import LEAST, RGB, contrast
from deck.model.deck import Deck
from deck.model.equations import Equation
from deck.model.shapes import AutoShape, Group, Shape, ShapeTree, TextBox
from deck.model.units import Rect
from deck.pipeline.build import Built
from tests.outlines import examples, laid_out, texts
from tests.render import render

BULLETS = "layout: bullets\ntitle: Pipes\nitems: [One, Two]\nbackground: noise.png"


MORE = (
    LAYOUTS["steps"].samples[1],
    "layout: timeline\ntitle: Phases\nevents: [{date: May, heading: Ask}, {date: June, heading: Act}]",
)
"""A cycle, and a timeline of one colour alone."""
SLIDES = [textwrap.dedent(each).strip() for each in (*examples(), *MORE)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Every layout's example over one picture, of an own focus."""
    folder = tmp_path_factory.mktemp("over")
    more = "\nbackground: {file: well.jpg, focus: bottom}"
    return laid_out(folder, *(each + more for each in SLIDES))


@pytest.fixture(scope="module")
def deck(built: Built) -> Deck:
    return built.deck


def test_words_are_light_where_no_ground_of_their_own_is_behind_them(deck: Deck) -> None:
    seen, veil = _seen_through(deck), _veil(deck)
    for slide in deck.slides:
        assert slide.slide_layout.decoration[0] == veil
        for shape in slide.shapes:
            if isinstance(shape, TextBox) and not _stands_on_ground(shape, slide):
                for style in shape.text.body.levels:
                    assert min(contrast(deck.theme.rgb(style.colour), each) for each in seen) >= LEAST, shape.name


def test_words_on_a_ground_of_their_own_keep_their_colours(deck: Deck, tmp_path: Path) -> None:
    plain = laid_out(tmp_path, *SLIDES).deck
    cards = [each.slide for each in deck.slides if each.slide_layout.name.startswith("Cards")]
    was = {(slide, shape.name): text.body for slide, shape, text in texts(plain)}
    kept = [(slide, shape.name) for slide, shape, text in texts(deck) if was[slide, shape.name] == text.body]
    assert [name for slide, name in kept if slide in cards] == ["Number 1", "Card 1", "Number 2", "Card 2"]


def test_rules_arrows_and_dots_on_the_veil_can_be_seen(deck: Deck) -> None:
    found = set()
    for slide, mark in _marks(deck):
        assert mark.fill
        found.add(mark.name.rstrip(" 0123456789"))
        shown = deck.theme.rgb(mark.fill)
        assert min(contrast(shown, each) for each in _seen_through(deck)) >= 3, (slide.slide, mark.name)
    assert found >= {"Title marker", "Accent bar", "Statement bar", "Column rule", "Axis up", "Arrow", "Rule", "Dot"}


def test_a_drawing_whose_colours_mean_something_has_a_ground(deck: Deck, built: Built) -> None:
    on_ground = set()
    for slide in deck.slides:
        name = slide.slide_layout.name.split(",")[0].split()[0]
        grounds = [each.rect for each in slide.slide_layout.decoration if each.name == "Ground"]
        for shape in slide.shapes:
            if isinstance(shape, Group) and shape.description:
                assert any(_within(shape.rect, each) for each in grounds), (slide.slide, shape.name)
        on_ground |= {name} if grounds else set()
    drawn = {"Icon", "Amounts", "Chart", "Diagram", "Timeline", "Map", "Table", "Scorecard", "Gantt"}
    assert on_ground >= drawn | {"Cycle"}
    assert not on_ground & {"Change", "Matrix", "Contact", "Steps", "People", "Video", "Picture"}
    assert "low-contrast" not in {each.code for each in built.diagnostics}
    plain = next(each for each in deck.slides if each.slide_layout.name.startswith("Timeline, 2"))
    assert not [each for each in plain.slide_layout.decoration if each.name == "Ground"], "dots of one colour are light"


def test_no_rule_doubles_the_edge_of_a_ground(deck: Deck) -> None:
    for slide in deck.slides:
        decoration = slide.slide_layout.decoration
        bodies = [each for each in decoration if each.name == "Ground" and each.rect.width > 12_000_000 * 0.9]
        assert not bodies or "Footer rule" not in {each.name for each in decoration}, slide.slide


def test_symbols_of_an_equation_are_light_on_the_veil_and_dark_on_their_ground(deck: Deck) -> None:
    (shapes,) = [each.shapes for each in deck.slides if any(isinstance(one, Equation) for one in each.shapes)]
    whole, *symbols = [each for each in shapes if isinstance(each, Equation)]
    assert symbols
    for each in symbols:
        assert each.ink == deck.theme.rgb(each.colour) == (255, 255, 255)
    assert contrast(whole.ink, (255, 255, 255)) >= LEAST


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


def _veil(deck: Deck) -> AutoShape:
    veil = next(shape for shape in deck.slides[0].slide_layout.decoration if shape.name == "Scrim")
    assert isinstance(veil, AutoShape)
    return veil


def _seen_through(deck: Deck) -> list[RGB]:
    """How the darkest and the lightest pixel look through the veil."""
    fill = _veil(deck).fill
    assert fill
    return [_over(deck.theme.rgb(fill), fill.alpha / 100, pixel) for pixel in ((0, 0, 0), (255, 255, 255))]


def _marks(deck: Deck) -> Iterator[tuple[ShapeTree, AutoShape]]:
    """Each small or thin shape without words that lies on no larger one."""
    for slide in deck.slides:
        drawn = [each for each in (*slide.slide_layout.decoration, *slide.shapes) if isinstance(each, AutoShape)]
        solid = [each.rect for each in drawn if each.fill and each.fill.alpha == 100]
        for each in drawn:
            narrow = min(each.rect.width, each.rect.height)
            if each.fill and each.fill.alpha == 100 and not each.text and narrow < 450_000:
                larger = [one for one in solid if min(one.width, one.height) > max(narrow, 250_000)]
                if not any(_touches(one, each.rect) for one in larger):
                    yield slide, each


def _touches(one: Rect, other: Rect) -> bool:
    return one.left <= other.right and other.left <= one.right and one.top <= other.bottom and other.top <= one.bottom


def _within(rect: Rect, ground: Rect) -> bool:
    return _has(ground, rect.left, rect.top) and _has(ground, rect.right, rect.bottom)


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
