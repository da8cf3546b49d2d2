"""A third engine, rpptx, which knows neither PowerPoint nor LibreOffice, finds no text too large for its box.

It measures with the fonts that it is given, and looks for a slot's insets in its slide layout alone. A run whose font
lacks one letter it measures in other fonts as a whole, so that signs and emoji are handed to it as runs of their own
(rpptx 0.14.3: “and ✓” in one run is 3.2 sizes wide, in two 2.6).
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from rpptx import Presentation

from deck.export.pptx import write_pptx
from deck.fonts import system_directories
from deck.model.deck import Deck
from deck.model.shapes import ShapeTree, TextBox
from deck.pipeline.build import lay_out
from deck.pipeline.places import default_outline
from tests.layouts.test_lengths import built_or_diagnosed, lengthened
from tests.outlines import examples, laid_out
from tests.render import without_autofit
from tests.tools import missing

LANGUAGES = ("en", "ru", "zh", "ar")
PERCENTAGES = (0, 30, 60, 100)
FONTS = {"Carlito-Regular.ttf": "fonts-crosextra-carlito", "NotoSansCJK-Regular.ttc": "fonts-noto-cjk"}
_RUN = re.compile(r"<a:r>((?:(?!</a:r>).)*?)<a:t>([^<]*)</a:t></a:r>", re.DOTALL)

pytestmark = pytest.mark.external


@pytest.fixture(scope="module")
def directories() -> list[str]:
    """Where fonts are; those that stand for the theme's must be there."""
    found = [folder for folder in system_directories() if folder.is_dir()]
    for font, package in FONTS.items():
        if not any(any(folder.rglob(font)) for folder in found):
            missing(font, f"install {package}")
    return [str(folder) for folder in found]


def with_signs_apart(data: bytes) -> bytes:
    """The deck with each sign or emoji, for which programs take another font, in a run of its own."""

    def parted(run: re.Match[str]) -> str:
        parts = ("".join(chars) for _, chars in groupby(run[2], lambda char: unicodedata.category(char) == "So"))
        return "".join(f"<a:r>{run[1]}<a:t>{part}</a:t></a:r>" for part in parts)

    target = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(target, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename.startswith("ppt/slides/slide"):
                part = _RUN.sub(parted, part.decode()).encode()
            new.writestr(entry, part)
    return target.getvalue()


def overflowing(deck: Deck, directories: list[str]) -> Iterator[str]:
    data = with_signs_apart(without_autofit(write_pptx(deck)))
    frames = Presentation.from_bytes(data).text_layout(font_dirs=directories)
    texts = sum(isinstance(shape, TextBox) for tree in deck.slides for shape in tree.shapes)
    assert len(frames) >= texts, "each text is laid out"
    for frame in frames:
        # Two Arabic initials are joined, which this engine measures as letters that stand alone.
        joined = frame.name == "Initials" and deck.language.tag == "ar"
        if frame.overflow and not joined:
            high = f"{frame.height:.1f} points in {frame.usable.height:.1f}"
            yield f"{deck.slides[frame.slide_index].title}: {frame.name}: {high}, {len(frame.lines)} lines"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_the_webinar_overflows(language: str, directories: list[str]) -> None:
    assert list(overflowing(lay_out(default_outline(), language).deck, directories)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_a_layout_s_example_overflows(language: str, directories: list[str], tmp_path: Path) -> None:
    built = laid_out(tmp_path, *examples(), language=language)
    assert list(overflowing(built.deck, directories)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_near_its_limit_overflows(language: str, directories: list[str], tmp_path: Path) -> None:
    """Each layout's example in words of the language, so much longer that most had to shrink."""
    random = Random(87)
    slides = [lengthened(slide, percent, language, random) for percent in PERCENTAGES for slide in examples()]
    built = built_or_diagnosed(tmp_path, slides, language)
    assert list(overflowing(built.deck, directories)) == []


def test_what_is_too_long_is_seen(directories: list[str]) -> None:
    deck = lay_out(default_outline()).deck
    slide = next(tree for tree in deck.slides if tree.slide_layout.name == "Bullets")
    longer = replace(deck, slides=(_doubled(slide),))
    assert [found.split(": ")[1] for found in overflowing(longer, directories)] == ["Text"]


def _doubled(slide: ShapeTree) -> ShapeTree:
    """The slide with its list twice in the same slot."""
    shapes = tuple(
        replace(shape, text=replace(shape.text, paragraphs=shape.text.paragraphs * 2))
        if isinstance(shape, TextBox) and shape.name == "Text"
        else shape
        for shape in slide.shapes
    )
    return replace(slide, shapes=shapes)
