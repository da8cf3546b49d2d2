"""The names of a chart's series, where they stand: at the ends of lines, or in a row over bars. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deck.ground.dataclass import dataclass
from deck.layouts.charts.text import LINE, ROOM, ChartText, box, lines_of, spacious
from deck.model.shapes import AutoShape, Shape, TextBox
from deck.model.style import Colour
from deck.model.text import Text

_SIZES = (20, 18, 16, 15, 14)
_CHIP, _CHIP_GAP, _NAME_GAP = 0.62, 0.4, 1.6
"""The square before a name, the space after it and after the name, in sizes."""
_UNDER = 0.9
_NAME = "Series"


@dataclass(frozen=True, slots=True)
class Name:
    """A series' name, its colour, the path of its field, and at what height it stands best."""

    text: Text
    colour: Colour
    field: str
    at: float = 0.0


def in_a_row(
    text: ChartText, names: Sequence[Name], area: tuple[float, float, float, float]
) -> tuple[list[Shape], tuple[float, float, float, float]]:
    """The names after squares of their colours, in as few rows as may be, and the area that is left under them."""
    left, top, width, height = area
    for size in _SIZES:
        rows = _rows(text, names, width, size)
        if len(rows) == 1 or size == _SIZES[-1]:
            break
    pitch = ROOM * size
    shapes: list[Shape] = []
    for row, placed in enumerate(rows):
        for name, x, wide in placed:
            y = top + row * pitch
            chip = _CHIP * size
            at = box(left + x, y + (pitch - chip) / 2, chip, chip)
            shapes.append(AutoShape(f"{_NAME} colour", at, "rect", name.colour))
            style = text.style("chart-series", size)
            fitted = text.set(name.text, style, wide, pitch)
            at = box(left + x + chip + _CHIP_GAP * size, y, wide, pitch)
            shapes.append(TextBox(_NAME, at, fitted, field=name.field))
    taken = len(rows) * pitch + _UNDER * size
    return shapes, (left, top + taken, width, height - taken)


def _rows(text: ChartText, names: Sequence[Name], width: float, size: float) -> list[list[tuple[Name, float, float]]]:
    style = text.style("chart-series", size)
    rows: list[list[tuple[Name, float, float]]] = [[]]
    x = 0.0
    for name in names:
        before = (_CHIP + _CHIP_GAP) * size
        wide = min(spacious(text.width(name.text, style)), width - before)
        if rows[-1] and x + before + wide > width:
            rows.append([])
            x = 0.0
        rows[-1].append((name, x, wide))
        x += before + wide + _NAME_GAP * size
    return rows


def beside(
    text: ChartText, names: Sequence[Name], left: float, width: float, top: float, bottom: float, size: float
) -> Iterator[TextBox]:
    """The names one under the other in their colours, each as near to its height as the others leave room."""
    wanted = []
    for name in names:
        style = text.style("chart-series", size, name.colour)
        fitted = text.set(name.text, style, width)
        wanted.append((name.at, lines_of(fitted) * LINE * size, name))
    order = sorted(range(len(wanted)), key=lambda each: wanted[each][0])
    tops = _apart(
        [wanted[each][0] - wanted[each][1] / 2 for each in order], [wanted[each][1] for each in order], top, bottom
    )
    for y, index in zip(tops, order, strict=True):
        _, high, name = wanted[index]
        high += (ROOM - LINE) * size * 2
        style = text.style("chart-series", size, name.colour)
        yield TextBox(_NAME, box(left, y, width, high), text.set(name.text, style, width, high), field=name.field)


def _apart(tops: Sequence[float], heights: Sequence[float], first: float, last: float) -> list[float]:
    """Where boxes stand that want to stand there and may not overlap, in their order, within these limits."""
    placed: list[float] = []
    edge = first
    for top, high in zip(tops, heights, strict=True):
        placed.append(max(top, edge))
        edge = placed[-1] + high
    edge = last
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], edge - heights[at])
        edge = placed[at]
    return placed
