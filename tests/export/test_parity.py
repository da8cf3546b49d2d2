"""The SVGs show what PowerPoint's file shows: the same lines, boxes and pictures, in four scripts."""

from __future__ import annotations

import logging
import shutil
import textwrap
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest
import yaml
from PIL import Image, ImageDraw

from deck.build import default_outline, lay_out
from deck.model.deck import Deck
from deck.model.style import Colour
from tests.layouts.test_lengths import lengthened
from tests.outlines import HEADER, examples
from tests.parity import Drawn, by_chromium, by_libreoffice, edges, lines
from tests.similarity import similarity

LANGUAGES = ("en", "ar", "zh", "ru")
LEAST_ALIKE = 0.95
FARTHEST = 2
# Lines are measured to hold in every engine, so that now and then one engine takes a word more: most often in Chinese,
# where a number is never parted from what stands before it.
_OTHERWISE_BROKEN = 1 / 40

_LOG = logging.getLogger(__name__)

Pair = tuple[Deck, list[Drawn], list[Drawn]]


def _outline(folder: Path, language: str) -> Path:
    """The webinar with every layout's example after it; in any language but English, with other words."""
    source = default_outline()
    outline = yaml.safe_load(source.read_text(encoding="utf-8"))
    header = yaml.safe_load(HEADER.format(language=language))
    for group in ("sources", "facts"):
        outline[group] = {**header[group], **(outline.get(group) or {})}
    slides = [{"id": f"example-{n}", **yaml.safe_load(textwrap.dedent(slide))} for n, slide in enumerate(examples())]
    outline["sections"].append({"id": "examples", "title": "Examples", "slides": slides})
    if language != "en":
        outline = yaml.safe_load(lengthened(yaml.safe_dump(outline, sort_keys=False), 0, language, Random(language)))
        outline["presentation"]["language"] = language
    everything = (slide for section in outline["sections"] for slide in section["slides"])
    for number, slide in enumerate(everything, start=1):
        slide["title"] = f"{slide['title']} {number}"
    own = folder / language
    shutil.copytree(source.parent, own)
    path = own / source.name
    path.write_text(yaml.safe_dump(outline, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    folder = tmp_path_factory.mktemp("parity")
    decks = [lay_out(_outline(folder, language)).deck for language in LANGUAGES]
    with ThreadPoolExecutor() as both:
        chromium, libreoffice = (both.submit(draw, decks, folder) for draw in (by_chromium, by_libreoffice))
    return dict(zip(LANGUAGES, zip(decks, chromium.result(), libreoffice.result(), strict=True), strict=True))


@pytest.mark.external
@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_alike(drawn: dict[str, Pair], language: str) -> None:
    deck, chromium, libreoffice = drawn[language]
    assert len(chromium) == len(libreoffice) == len(deck.slides)
    alike = {
        tree.id: similarity(one.picture, other.picture)
        for tree, one, other in zip(deck.slides, chromium, libreoffice, strict=True)
        if lines(deck, tree, one) == lines(deck, tree, other)
    }
    worst = min(alike, key=lambda name: alike[name])
    _LOG.info("%s: least alike is %s, %.3f", language, worst, alike[worst])
    assert {name: value for name, value in alike.items() if value < LEAST_ALIKE} == {}


@pytest.mark.external
@pytest.mark.parametrize("language", LANGUAGES)
def test_boxes_stand_where_they_stand(drawn: dict[str, Pair], language: str) -> None:
    assert list(_moved(*drawn[language])) == []


@pytest.mark.external
def test_lines_break_at_the_same_words(drawn: dict[str, Pair]) -> None:
    boxes, broken = 0, []
    for language, (deck, chromium, libreoffice) in drawn.items():
        for tree, one, other in zip(deck.slides, chromium, libreoffice, strict=True):
            ours, theirs = lines(deck, tree, one), lines(deck, tree, other)
            boxes += len(ours)
            broken += [(language, tree.id, name) for name in ours if ours[name] != theirs[name]]
    _LOG.info("%d of %d texts are broken otherwise: %s", len(broken), boxes, broken)
    assert len(broken) <= boxes * _OTHERWISE_BROKEN, broken


def _moved(deck: Deck, chromium: list[Drawn], libreoffice: list[Drawn]) -> Iterator[str]:
    for tree, one, other in zip(deck.slides, chromium, libreoffice, strict=True):
        pairs = zip(edges(tree, deck, one.picture), edges(tree, deck, other.picture), strict=True)
        for (name, ours), (_, theirs) in pairs:
            if (ours is None) != (theirs is None):
                yield f"{tree.id}: {name} is painted only once"
            elif ours and theirs and max(abs(a - b) for a, b in zip(ours, theirs, strict=True)) > FARTHEST:
                yield f"{tree.id}: {name} reaches from {ours[:2]} to {ours[2:]}, and from {theirs[:2]} to {theirs[2:]}"


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
