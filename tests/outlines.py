"""Small outlines for tests."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from deck.layouts import LAYOUTS
from deck.model.charts import Chart
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


_PICTURE = re.compile(r"[\w-]+\.jpg")


def write_outline(folder: Path, *slides: str, language: str = "en") -> Path:
    """An outline file with these slides (YAML mappings without ids) in one section, and the photographs they name."""
    entries = []
    for number, slide in enumerate(slides, start=1):
        lines = [f"id: slide-{number}", *textwrap.dedent(slide).strip("\n").splitlines()]
        entries.append("      - " + "\n        ".join(lines))
    path = folder / "outline.yaml"
    for name in {name for slide in slides for name in _PICTURE.findall(slide)}:
        if not (folder / name).exists():
            Image.linear_gradient("L").resize((640, 480)).convert("RGB").save(folder / name)
    path.write_text(HEADER.format(language=language) + "\n".join(entries) + "\n", encoding="utf-8")
    return path


def photograph(size: tuple[int, int]) -> Image.Image:
    """A picture whose edge is in many colours."""
    return Image.linear_gradient("L").rotate(45).crop((64, 64, 192, 192)).convert("RGB").resize(size)


def laid_out(folder: Path, *slides: str, language: str = "en") -> Built:
    return lay_out(write_outline(folder, *slides, language=language))


def examples() -> list[str]:
    """Each layout's own example."""
    return [example(layout) for layout in LAYOUTS.values()]


PICTURES = LAYOUTS["picture"].samples
"""Slides of pictures in all the ways that the layout's example does not show."""


COMPARISONS = LAYOUTS["comparison"].samples
"""Comparisons of more than texts."""

CHARTS = LAYOUTS["chart"].samples
"""A slide of each kind of chart that the layout's example does not show."""

FIGURES = tuple(slide for name in ("change", "scorecard", "gantt") for slide in LAYOUTS[name].samples)
"""Figures seen otherwise than in charts: few of them and many."""

VIDEOS = LAYOUTS["video"].samples
"""Posters without a caption, and in a frame."""

EQUATIONS = LAYOUTS["equation"].samples
"""Equations of one sign and of many, in lines, with a matrix."""

GRAPHS = LAYOUTS["diagram"].samples
"""A tree, a system with frames, an organization."""

LISTINGS = LAYOUTS["code"].samples
"""Slides of code in ways that the layout's example does not show."""


TEXTS = LAYOUTS["text"].samples
"""Texts in Markdown in ways that the layout's example does not show."""


DIAGRAMS = tuple(
    sample for name in ("timeline", "steps", "people", "map", "matrix") for sample in LAYOUTS[name].samples
)
"""Timelines, steps, people, maps and matrices in ways that the layouts' examples do not show."""


TABLES = LAYOUTS["table"].samples
"""Cells over all columns, and over several rows."""


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
        case Chart():
            yield from ((shape, label.text) for label in shape.labels)
        case Group():
            yield from (found for member in shape.shapes for found in _texts(member))
        case _:
            pass
