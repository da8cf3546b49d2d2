"""A Harvey ball: a circle that is filled by quarters, clockwise from the top, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import cos, pi, sin

from deck.layouts.frame.furniture import ACCENTS, WHITE, disc
from deck.model.outlines import Path
from deck.model.shapes import AutoShape
from deck.model.style import Colour, Stroke
from deck.model.theme import Theme
from deck.model.units import Rect, units

FULL = 4
"""The score of a full circle."""
_LINE = 0.3
_GREY = Colour("accent6")
_QUARTER = 0.5523
"""How far the handles of a quarter's curve are from its ends, in radii."""


def ball(theme: Theme, x: float, y: float, diameter: float, score: int | None, name: str) -> Iterator[AutoShape]:
    """The circle about (x, y), in grid units; a short line where there is no score."""
    if score is None:
        width = diameter / 2
        yield AutoShape(f"{name}, unknown", Rect.of_units(x - width / 2, y - _LINE / 2, width, _LINE), "rect", _GREY)
        return
    tint = ACCENTS[0]
    yield disc(f"{name}, circle", x, y, diameter, tint if score == FULL else WHITE, Stroke(tint, units(_LINE)))
    if 0 < score < FULL:
        at = Rect.of_units(x - diameter / 2, y - diameter / 2, diameter, diameter)
        yield AutoShape(f"{name}, part", at, _sector(score), tint)


def _sector(score: int) -> Path:
    """So many quarters of a disc, on a canvas of 100 × 100."""
    corners = [(50 + 50 * sin(pi / 2 * each), 50 - 50 * cos(pi / 2 * each)) for each in range(score + 1)]
    commands: list[tuple[str | float, ...]] = [("M", 50, 50), ("L", *corners[0])]
    return Path(100, 100, (*commands, *(_curve(*ends) for ends in pairwise(corners)), ("Z",)))


def _curve(start: tuple[float, float], end: tuple[float, float]) -> tuple[str | float, ...]:
    """A quarter of a circle about (50, 50): its handles stand on the tangents, which meet outside it."""
    meet = (start[0] + end[0] - 50, start[1] + end[1] - 50)
    handles = (
        each + _QUARTER * (corner - each) for point in (start, end) for each, corner in zip(point, meet, strict=True)
    )
    return ("C", *handles, *end)
