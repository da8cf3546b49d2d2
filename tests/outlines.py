"""Small outlines for tests."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from deck.layouts import LAYOUTS
from deck.model.deck import Deck
from deck.model.shapes import AutoShape, Group, Shape, Table, TextBox
from deck.model.typesetting import FittedText
from deck.pipeline.build import Built, lay_out
from deck.pipeline.reference import example

HEADER = """\
presentation:
  title: A test
  author: The testers
  footer: A footer
  language: {language}
  theme: alliance
sources:
  estimates: "ILO, *Global Estimates*, 2022"
facts:
  partners: {{value: 400, source: estimates}}
sections:
  - id: only
    title: Only
    slides:
"""


def write_outline(folder: Path, *slides: str, language: str = "en") -> Path:
    """An outline file with these slides (YAML mappings without ids) in one section."""
    entries = []
    for number, slide in enumerate(slides, start=1):
        lines = [f"id: slide-{number}", *textwrap.dedent(slide).strip("\n").splitlines()]
        entries.append("      - " + "\n        ".join(lines))
    path = folder / "outline.yaml"
    path.write_text(HEADER.format(language=language) + "\n".join(entries) + "\n", encoding="utf-8")
    return path


def laid_out(folder: Path, *slides: str, language: str = "en") -> Built:
    return lay_out(write_outline(folder, *slides, language=language))


def examples() -> list[str]:
    """Each layout's own example."""
    return [example(layout) for layout in LAYOUTS.values()]


def texts(deck: Deck) -> Iterator[tuple[str, Shape, FittedText]]:
    """Every text of a deck, with its slide's id and its shape."""
    for tree in deck.slides:
        for shape in tree.shapes:
            yield from ((tree.id, *found) for found in _texts(shape))


def _texts(shape: Shape) -> Iterator[tuple[Shape, FittedText]]:
    match shape:
        case TextBox():
            yield shape, shape.text
        case AutoShape() if shape.text:
            yield shape, shape.text
        case Table():
            yield from ((shape, cell.text) for row in shape.rows for cell in row)
        case Group():
            yield from (found for member in shape.shapes for found in _texts(member))
        case _:
            pass
