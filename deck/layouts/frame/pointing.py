"""Shapes that point somewhere: arrowheads and chevrons, turned round where reading goes the other way."""

from __future__ import annotations

from math import cos, radians, sin

from deck.model.outlines import Path
from deck.model.shapes import AutoShape
from deck.model.style import Colour
from deck.model.units import Rect

_Point = tuple[float, float]


def polygon(name: str, corners: list[_Point], fill: Colour, *, directional: bool = True) -> AutoShape:
    """The area between these corners, in grid units, as decoration."""
    left, top = (min(corner[axis] for corner in corners) for axis in (0, 1))
    width, height = (max(corner[axis] for corner in corners) - least for axis, least in ((0, left), (1, top)))
    steps = tuple(("M" if at == 0 else "L", x - left, y - top) for at, (x, y) in enumerate(corners))
    outline = Path(width, height, (*steps, ("Z",)), directional)
    return AutoShape(name, Rect.of_units(left, top, width, height), outline, fill)


def pointer(name: str, x: float, y: float, length: float, width: float, angle: float, fill: Colour) -> AutoShape:
    """An arrowhead about its middle (x, y), in grid units; it points at this angle, clockwise from 3 o'clock."""
    ahead, aside = (cos(radians(angle)), sin(radians(angle))), (-sin(radians(angle)), cos(radians(angle)))
    corners = [(length / 2, 0.0), (-length / 2, width / 2), (-length / 2, -width / 2)]
    turned = [(x + along * ahead[0] + off * aside[0], y + along * ahead[1] + off * aside[1]) for along, off in corners]
    return polygon(name, turned, fill)


def chevron(name: str, box: tuple[float, float, float, float], notch: float, fill: Colour, *, first: bool) -> AutoShape:
    """A chevron in this box of grid units, whose point is `notch` long; the `first` of a row has a straight start."""
    left, top, width, height = box
    right, middle, bottom = left + width, top + height / 2, top + height
    corners = [(left, top), (right - notch, top), (right, middle), (right - notch, bottom), (left, bottom)]
    return polygon(name, corners if first else [*corners, (left + notch, middle)], fill)
