"""Equations within a text: how large one is set in its column, perhaps broken, and the shape that it is."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from deck.equations import broken, drawing, linear, parsed
from deck.layouts.equations.setting import HIGHER, WIDER
from deck.layouts.texts.figures import At
from deck.model.equations import Equation
from deck.model.mathematics import Row
from deck.model.theme import Theme
from deck.model.units import Rect

LARGER = 1.15
"""How many times as large as the words around it an equation is set: its smallest signs are much smaller."""
_POINTS_PER_UNIT = 6


class SetEquation(NamedTuple):
    """An equation at its size in points, its height in grid units, and by how many points it is too wide."""

    row: Row
    size: float
    height: float
    over: float


@lru_cache(256)
def equation_in(tex: str, width: float, size: float, least: float) -> SetEquation:
    """The equation in a column of this width in grid units: at this size in points, or the largest below it at which it
    fits, broken where it is larger so."""
    room = width * _POINTS_PER_UNIT
    row = parsed(tex)
    ways = [row] if drawing(row).width * WIDER * size <= room else [row, *broken(row)]
    largest = max(ways, key=lambda each: min(size, room / max(drawing(each).width * WIDER, 1e-6)))
    drawn = drawing(largest)
    fitting = max(least, min(size, room / max(drawn.width * WIDER, 1e-6)))
    fitting = int(fitting * 10) / 10
    height = (drawn.line_ascent + drawn.line_descent) * HIGHER * fitting / _POINTS_PER_UNIT
    over = drawn.width * WIDER * fitting - room
    return SetEquation(largest, fitting, height, over if over >= 1 else 0.0)


def shape_of(said: SetEquation, at: At, theme: Theme, field: str) -> Equation:
    """The equation in this box, in grid units; a box that is less high than it says so, too."""
    over = max(said.over, (said.height - at[3]) * _POINTS_PER_UNIT)
    colour = theme.style("text").colour
    return Equation(
        "Equation",
        Rect.of_units(*at),
        said.row,
        drawing(said.row),
        said.size,
        colour,
        theme.rgb(colour),
        linear(said.row),
        field,
        overflow=over if over >= 1 else 0.0,
    )
