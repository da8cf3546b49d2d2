"""Small outlines for tests."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

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


PICTURES = (
    """
    layout: picture
    title: Over the whole slide
    place: full-bleed
    picture: {file: well.jpg, description: A well, caption: A village in the hills, credit: "Photo: The partners"}
    """,
    """
    layout: picture
    title: Whole, in the middle of the slide
    picture: {file: well.jpg, description: A well, frame: true, caption: A village in the hills}
    """,
    """
    layout: picture
    title: A band across the slide
    place: wide
    picture: {file: well.jpg, description: A well, focus: top, credit: "Photo: The partners"}
    text: The partners built the well with the village.
    """,
    """
    layout: picture
    title: At the left, over half of the slide
    place: left
    picture: {file: well.jpg, description: A well, fit: cover, caption: A village in the hills}
    text: The partners built the well with the village.
    items: [Clean water within reach, {text: School, items: [Children are in **school**]}]
    """,
    """
    layout: picture
    title: Three of them in a row
    pictures:
      - {id: one, file: well.jpg, description: A well, caption: Before}
      - {id: two, file: well.jpg, description: A well, caption: After, credit: "Photo: The partners"}
      - {id: three, file: well.jpg, description: A well}
    """,
    """
    layout: picture
    title: Four of them, two by two
    pictures:
      - {id: one, file: well.jpg, description: A well}
      - {id: two, file: well.jpg, description: A well}
      - {id: three, file: well.jpg, description: A well, fit: whole}
      - {id: four, file: well.jpg, description: A well}
    """,
)
"""Slides of pictures in all the ways that the layout's example does not show."""


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
"""Slides of code in ways that the layout's example does not show."""


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
