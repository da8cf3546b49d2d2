"""The SVGs show what PowerPoint's file shows: the same lines, boxes and pictures, in four scripts."""

from __future__ import annotations

import logging
import textwrap
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import yaml
from PIL import Image, ImageDraw

from deck.model.charts import Chart
from deck.model.deck import Deck
from deck.model.language import Direction
from deck.model.links import Link
from deck.model.mirroring import mirrored
from deck.model.shapes import AutoShape, Group, Shape, ShapeTree, SlideLayout, TextBox
from deck.model.style import Colour
from deck.model.units import EMU_PER_POINT, Emu, Rect
from deck.pipeline.build import lay_out
from deck.pipeline.places import default_outline
from tests.edges import Edges, edges
from tests.export.decks import drawings
from tests.layouts.test_lengths import lengthened
from tests.outlines import (
    CHARTS,
    COMPARISONS,
    DIAGRAMS,
    EQUATIONS,
    FIGURES,
    GRAPHS,
    LISTINGS,
    PICTURES,
    TABLES,
    TEXTS,
    VIDEOS,
    examples,
    laid_out,
)
from tests.parity import WIDTH, Drawn, by_chromium, by_libreoffice, lines
from tests.similarity import similarity

LANGUAGES = ("en", "ar", "zh", "ru")
LEAST_ALIKE = 0.95
FARTHEST, FARTHEST_IN_CHARTS = 2, 5
_CODE = {
    "en": "Run `deck build --all-languages --output dist` "
    "and look at `dist/deck.en.pptx` before you send it to anybody",
    "ar": "شغّل `deck build --all-languages --output dist` وانظر إلى `dist/deck.ar.pptx` قبل أن ترسله إلى من طلبه منكم",
    "zh": "运行`deck build --all-languages --output dist`"
    "命令，然后在发送之前查看`dist/deck.zh.pptx`文件，确认内容都正确",
    "ru": "Запустите `deck build --all-languages --output dist` "
    "и посмотрите на `dist/deck.ru.pptx`, прежде чем отправить",
}

_LOG = logging.getLogger(__name__)

Slide = tuple[Deck, ShapeTree, Drawn, Drawn]


def _decks(folder: Path, language: str) -> list[Deck]:
    """The webinar as it is translated, every layout's example in words of the language, and the other shapes."""
    webinar = lay_out(default_outline(), language).deck
    slides = []
    for number, source in enumerate(
        [
            *(*examples(), *PICTURES, *LISTINGS, *TEXTS, *COMPARISONS, *CHARTS, *DIAGRAMS, *GRAPHS, *VIDEOS),
            *(*FIGURES, *TABLES, *EQUATIONS),
        ]
    ):
        words = source if language == "en" else lengthened(source, 0, language, Random(language))
        slide = yaml.safe_load(textwrap.dedent(words))
        slide["title"] = f"{slide['title']} {number}"
        slides.append(yaml.safe_dump(slide, allow_unicode=True, sort_keys=False))
    code = _CODE[language]
    slides.append(f"layout: bullets\ntitle: '`--help`'\nitems: ['{code}', '**{code}**']")
    own = folder / language
    own.mkdir()
    return [webinar, laid_out(own, *slides, language=language).deck, _shapes(webinar)]


def _shapes(like: Deck) -> Deck:
    """A deck of the kinds of shape that no example has: pictures, lines."""
    bare = SlideLayout("Bare", Colour("lt1"), (), ())
    shown: dict[str, tuple[Shape, ...]] = {}
    shown["drawings"] = tuple(shape for shape in map(_wordless, drawings()) if shape)
    trees = [ShapeTree(name, name, like.sections[0].id, name, bare, shapes) for name, shapes in shown.items()]
    if like.language.direction is Direction.RIGHT_TO_LEFT:
        trees = [mirrored(tree, like.theme.width) for tree in trees]
    return replace(like, slides=tuple(trees), slide_layouts=(bare,))


def _wordless(shape: Shape) -> Shape | None:
    """The shape without its text, which was not measured."""
    if isinstance(shape, TextBox):
        return None
    return replace(shape, text=None) if isinstance(shape, AutoShape) else shape


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Slide]]:
    folder = tmp_path_factory.mktemp("parity")
    decks = {language: _decks(folder, language) for language in LANGUAGES}
    each = [deck for some in decks.values() for deck in some]
    with ThreadPoolExecutor() as both:
        chromium, libreoffice = (both.submit(draw, each, folder) for draw in (by_chromium, by_libreoffice))
    slides: dict[str, list[Slide]] = {language: [] for language in LANGUAGES}
    for deck, one, other in zip(each, chromium.result(), libreoffice.result(), strict=True):
        assert len(one) == len(other) == len(deck.slides)
        slides[deck.language.tag] += zip([deck] * len(one), deck.slides, one, other, strict=True)
    return slides


@pytest.mark.external
@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_alike(drawn: dict[str, list[Slide]], language: str) -> None:
    alike = {tree.title: similarity(one.picture, other.picture) for _, tree, one, other in drawn[language]}
    worst = min(alike, key=lambda name: alike[name])
    _LOG.info("%s: least alike of %d slides is “%s”, %.3f", language, len(alike), worst, alike[worst])
    assert {name: value for name, value in alike.items() if value < LEAST_ALIKE} == {}


@pytest.mark.external
@pytest.mark.parametrize("language", LANGUAGES)
def test_boxes_stand_where_they_stand(drawn: dict[str, list[Slide]], language: str) -> None:
    away: dict[str, int] = {}
    unseen = 0
    for deck, tree, one, other in drawn[language]:
        ours, theirs = edges(deck, tree, one.picture), edges(deck, tree, other.picture)
        away |= {f"{tree.title}: {name}": _apart(ours[name], theirs[name]) for name in ours}
        unseen += list(ours.values()).count(None)
    worst = max(away, key=lambda name: away[name])
    _LOG.info("%s: farthest apart of %d marks is “%s”, %d pixels", language, len(away), worst, away[worst])
    limits = {name: FARTHEST_IN_CHARTS if ": Chart, " in name else FARTHEST for name in away}
    assert {name: far for name, far in away.items() if far > limits[name]} == {}
    # Harvey balls are drawn over each other, and a diagram's boxes are often white on white.
    assert unseen < 0.12 * len(away), "only what others hide, and white on white"


@pytest.mark.external
@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_break_at_the_same_words(drawn: dict[str, list[Slide]], language: str) -> None:
    texts, broken = 0, {}
    for deck, tree, one, other in drawn[language]:
        ours, theirs = lines(deck, tree, one), lines(deck, tree, other)
        texts += len(ours)
        broken |= {f"{tree.title}: {name}": (ours[name], theirs[name]) for name in ours if ours[name] != theirs[name]}
    _LOG.info("%s: %d of %d texts are broken otherwise", language, len(broken), texts)
    assert broken == {}


def _apart(one: Edges | None, other: Edges | None) -> int:
    """By how many pixels the farthest two edges are apart; the whole slide's, where only one is seen."""
    if one is None or other is None:
        return 0 if one is other else WIDTH
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


@pytest.mark.external
def test_what_is_moved_by_three_pixels_is_seen(tmp_path: Path) -> None:
    whole = _decks(tmp_path, "ar")
    moved = [replace(deck, slides=tuple(replace(tree, shapes=_moved(tree)) for tree in deck.slides)) for deck in whole]
    pictures = by_chromium([*whole, *moved], tmp_path)
    seen = []
    for deck, before, after in zip(whole, pictures[:3], pictures[3:], strict=True):
        for tree, one, other in zip(deck.slides, before, after, strict=True):
            ours, theirs = edges(deck, tree, one.picture), edges(deck, tree, other.picture)
            decoration = len(edges(deck, replace(tree, shapes=()), one.picture))
            seen += [_apart(ours[name], theirs[name]) for name in list(ours)[decoration:] if ours[name]]
    assert len(seen) > 40
    # But for what stands close to others of its colour: a line among lines, a cell beside its like.
    assert sum(far > FARTHEST for far in seen) > 0.95 * len(seen)


def _moved(tree: ShapeTree) -> tuple[Shape, ...]:
    return tuple(_by(shape, Emu(round(3 * 960 / WIDTH * EMU_PER_POINT))) for shape in tree.shapes)


def _by(shape: Shape, far: Emu) -> Shape:
    if isinstance(shape, Link):
        return replace(shape, points=tuple((Emu(across + far), down) for across, down in shape.points))
    moved = replace(shape, rect=_beside(shape.rect, far))
    match moved:
        case Group():
            return replace(moved, shapes=tuple(_by(member, far) for member in moved.shapes))
        case Chart():
            return replace(moved, plot=_beside(moved.plot, far))
    return moved


def _beside(rect: Rect, far: Emu) -> Rect:
    return replace(rect, left=Emu(rect.left + far))


@pytest.mark.external
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_on_another_line_is_seen(language: str, tmp_path: Path) -> None:
    deck = lay_out(default_outline(), language).deck
    tree = next(tree for tree in deck.slides if tree.id == "pathfinders")
    other = replace(tree, shapes=tuple(map(_late, tree.shapes)))
    (before, after) = by_chromium([replace(deck, slides=(tree, other))], tmp_path)[0]
    ours, theirs = lines(deck, tree, before), lines(deck, tree, after)
    # What no longer fits on the longer line stands in no box.
    (name,) = (name for name in ours if name and ours[name] != theirs[name])
    assert name.startswith("Text")


def _late(shape: Shape) -> Shape:
    """The text with its second line's first letters at the first line's end."""
    if not (isinstance(shape, TextBox) and len(shape.text.drawn) > 2):
        return shape
    first, second, *rest = shape.text.drawn
    run, *others = second.runs
    at = max(1, run.text.find(" "))
    first = replace(first, runs=(*first.runs, run.with_text(run.text[:at])))
    second = replace(second, runs=(run.with_text(run.text[at:]), *others))
    return replace(shape, text=replace(shape.text, draw=lambda: (first, second, *rest)))


def test_a_missing_shape_and_a_moved_line_are_seen() -> None:
    deck = lay_out(default_outline()).deck
    ground = Image.new("RGB", (1280, 720), "white")
    text, moved, shape = (ground.copy() for _ in range(3))
    for picture, top in ((text, 300), (moved, 312), (shape, 300)):
        for row in range(top, top + 300, 30):
            for left in range(60, 1200, 14):
                ImageDraw.Draw(picture).line(
                    (left, row, left + 6, row + 20), fill=deck.theme.rgb(Colour("dk1")), width=3
                )
    ImageDraw.Draw(shape).rectangle((40, 100, 640, 400), outline="navy", width=4)
    assert similarity(text, text) == pytest.approx(1)
    assert similarity(text, moved) < LEAST_ALIKE
    assert similarity(text, shape) < 0.99
