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


def laid_out(folder: Path, *slides: str, language: str = "en") -> Built:
    return lay_out(write_outline(folder, *slides, language=language))


def examples() -> list[str]:
    """Each layout's own example."""
    return [example(layout) for layout in LAYOUTS.values()]


PICTURES = LAYOUTS["picture"].samples
"""Slides of pictures in all the ways that the layout's example does not show."""


COMPARISONS = LAYOUTS["comparison"].samples
"""Comparisons of more than texts."""

CHARTS = (
    """
    layout: chart
    title: Columns, one below nought
    kind: column
    unit: "%"
    categories: [{label: Work, value: 15.1}, {label: Marriage, value: 9}, {label: School, value: -4.5}, {label: Home}]
    """,
    """
    layout: chart
    title: Bars side by side
    series: [{id: men, name: Men}, {id: women, name: Women}]
    categories:
      - {label: Asia, values: {men: 12_500, women: 8_000}}
      - {label: Africa, values: {men: 3_000, women: 7_500}}
    table: beside
    """,
    """
    layout: chart
    title: Parts of bars
    stacking: stacked
    series: [{id: men, name: Men}, {id: women, name: Women}, {id: young, name: Children}]
    categories:
      - {label: Asia, values: {men: 15, women: 10, young: 5}}
      - {label: Africa, values: {men: 4, women: 6, young: 9}}
    """,
    """
    layout: chart
    title: Shares of columns
    kind: column
    stacking: 100%
    series: [{id: men, name: Men}, {id: women, name: Women}]
    categories: [{label: "2016", values: {men: 15, women: 10}}, {label: "2021", values: {men: 4, women: 6}}]
    """,
    """
    layout: chart
    title: A line with its figures
    kind: line
    categories: [{label: "2008", value: 215}, {label: "2012", value: 168}, {label: "2016", value: 152}]
    """,
    """
    layout: chart
    title: Two lines with an axis
    kind: line
    series: [{id: asia, name: Asia}, {id: africa, name: Africa}]
    categories:
      - {label: "2008", values: {asia: 113_600_000, africa: 65_100_000}}
      - {label: "2012", values: {asia: 77_700_000, africa: 59_000_000}}
      - {label: "2016", values: {asia: 62_100_000}}
      - {label: "2020", values: {asia: 48_700_000, africa: 86_600_000}}
    highlight: [africa]
    """,
    """
    layout: chart
    title: Areas on each other
    kind: area
    stacking: stacked
    series: [{id: asia, name: Asia}, {id: africa, name: Africa}]
    categories: [{label: "2008", values: {asia: 113, africa: 65}}, {label: "2020", values: {asia: 49, africa: 87}}]
    """,
    """
    layout: chart
    title: Columns and a line
    kind: combined
    series: [{id: asia, name: Asia}, {id: africa, name: Africa, drawn: line}]
    categories: [{label: "2008", values: {asia: 113, africa: 65}}, {label: "2020", values: {asia: 49, africa: 87}}]
    """,
    """
    layout: chart
    title: Points
    kind: scatter
    across: Income
    up: Child labour
    categories: [{label: Nepal, x: 3, value: 21.7}, {label: Peru, x: 12, value: 14.5}, {label: Brazil, x: 15, value: 5}]
    """,
    """
    layout: chart
    title: A ring of parts
    kind: doughnut
    categories: [{label: Services, value: 52}, {label: Industry, value: 36}, {label: Farms, value: 12}]
    """,
)
"""A slide of each kind of chart that the layout's example does not show."""

LISTINGS = (
    """
    layout: code
    title: One line of code
    language: bash
    code: pip install deck
    """,
    """
    layout: code
    title: As much code as a slide holds
    language: c
    numbers: true
    highlight: 5, 9-11
    code: |
      #include <stdio.h>

      /* Sieve of
         Eratosthenes */
      #define MOST 100

      int main(void) {
          char composite[MOST] = {0};
          for (int i = 2; i < MOST; i++) {
              if (composite[i]) { continue; }
              printf("%d\\n", i);  // a prime: простое число, 素数, عدد أولي
              for (int j = i * i; j < MOST; j += i) {
                  composite[j] = 1;
              }
          }
          return 0;
      }
    """,
    """
    layout: code
    title: Two listings beside each other
    sides:
      - id: before
        caption: Before
        language: python
        code: |
          total = 0
          for each in numbers:
              total += each
          print(total)
        output: "42"
      - {id: after, caption: After, language: python, highlight: 1, code: print(sum(numbers)), output: "42"}
    """,
)
LISTINGS = LAYOUTS["code"].samples
"""Slides of code in ways that the layout's example does not show."""


TEXTS = LAYOUTS["text"].samples
"""Texts in Markdown in ways that the layout's example does not show."""


DIAGRAMS = tuple(sample for name in ("timeline", "steps", "people", "map") for sample in LAYOUTS[name].samples)
"""Timelines, steps, people and maps in ways that the layouts' examples do not show."""


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
