"""The row of an equation → its outlines, laid out by the rules of a mathematical font.

The font is STIX Two Math, which comes with the library that reads it. It is a little narrower or wider than Cambria
Math, sign by sign; who places an equation leaves room for that.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from deck.equations.mathml_writer import mathml
from deck.model.equations import Drawing, Step
from deck.model.mathematics import Row, signs

_SIZE = 100.0
"""The size at which all is laid out, in the units of the outlines."""
_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_DRAWN_WITHOUT = frozenset(" \u00a0\u2002\u2003\u2005\u2009\u205f\u200b")


@lru_cache(256)
def drawing(row: Row) -> Drawing:
    """The outlines of this row."""
    ziamath = _library()
    found = ziamath.Math(mathml(row), size=_SIZE)
    svg = ElementTree.Element("svg")
    found.node.draw(0, 0, svg)
    drawn = [steps for steps in _outlines(svg) if steps]
    # A slanted letter may reach out of the box that is reckoned for it.
    across = [float(step[at]) for steps in drawn for step in steps for at in range(1, len(step), 2)]
    down = [float(step[at]) for steps in drawn for step in steps for at in range(2, len(step), 2)]
    box = found.node.bbox
    left, right = min(box.xmin, *across, 0.0), max(box.xmax, *across, 0.0)
    outlines = tuple(tuple(_moved(steps, -left)) for steps in drawn)
    ascent, descent = max(box.ymax, *(-y for y in down), 0.0), max(-box.ymin, *down, 0.0)
    return Drawing(outlines, (right - left) / _SIZE, ascent / _SIZE, descent / _SIZE)


def undrawn(row: Row) -> list[str]:
    """The characters of a row that the font does not have, each once."""
    font = _library().zmath.loadedfonts["default"]
    written = dict.fromkeys(char for each in signs(row) for char in each.text)
    return [char for char in written if char not in _DRAWN_WITHOUT and not font.glyphindex(char)]


def _library() -> Any:
    """The library, set to draw each sign's own outline rather than a reference to it."""
    import ziamath
    from ziamath.config import config

    config.svg2 = False
    return ziamath


def _outlines(svg: ElementTree.Element) -> Iterator[list[Step]]:
    """The closed outlines of all that is drawn; lines are as thin areas."""
    for element in svg.iter():
        if element.tag == "path" and element.get("stroke-width"):
            (_, x1, y1), (_, x2, y2) = _steps(element.get("d", ""))
            yield _line(float(x1), float(y1), float(x2), float(y2), float(element.get("stroke-width", 0)))
        elif element.tag == "path":
            yield _steps(element.get("d", ""))
        elif element.tag == "rect":
            x, y, width, height = (float(element.get(name, 0)) for name in ("x", "y", "width", "height"))
            if not element.get("stroke-width"):
                yield _box(x, y, width, height)
                continue
            thick = float(element.get("stroke-width", 0))
            half = thick / 2
            yield _box(x - half, y - half, width + thick, thick)
            yield _box(x - half, y + height - half, width + thick, thick)
            yield _box(x - half, y, thick, height)
            yield _box(x + width - half, y, thick, height)


def _steps(path: str) -> list[Step]:
    steps: list[Step] = []
    for letter, numbers in _STEP.findall(path):
        steps.append((letter, *map(float, numbers.split())))
    return steps


def _box(x: float, y: float, width: float, height: float) -> list[Step]:
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return [*((("L" if at else "M"), *corner) for at, corner in enumerate(corners)), ("Z",)]


def _line(x1: float, y1: float, x2: float, y2: float, thick: float) -> list[Step]:
    """A slanting line as the area that it covers."""
    length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1e-6)
    dx, dy = (y2 - y1) / length * thick / 2, (x1 - x2) / length * thick / 2
    corners = ((x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy))
    return [*((("L" if at else "M"), *corner) for at, corner in enumerate(corners)), ("Z",)]


def _moved(steps: list[Step], across: float) -> Iterator[Step]:
    """The steps in sizes, moved to the right; what draws nothing is left out."""
    for number, (letter, *at) in enumerate(steps):
        if letter == "L" and number and at == list(steps[number - 1][1:]):
            continue
        moved = [(float(each) + (across if index % 2 == 0 else 0)) / _SIZE for index, each in enumerate(at)]
        yield (letter, *(round(each, 5) for each in moved))
