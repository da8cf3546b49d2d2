"""Lines that hold on to shapes, with their heads."""

from __future__ import annotations

from math import hypot

from deck.export.svg.canvas import Canvas
from deck.export.svg.drawing import colour, line, number
from deck.model.links import Link
from deck.model.units import points

_HEAD = 5
"""How long and how wide a head is, in widths of its line: PowerPoint's large triangle."""
_LEAST_WIDTH = 2.0
"""Points: a thinner line has the head of one so wide."""


def link_svg(canvas: Canvas, link: Link) -> str:
    """A line, and a triangle with its tip where it ends."""
    way = [(points(x), points(y)) for x, y in link.points]
    head = ""
    if link.arrow:
        (before_x, before_y), (x, y) = way[-2:]
        size = _HEAD * max(points(link.stroke.width), _LEAST_WIDTH)
        length = hypot(x - before_x, y - before_y) or 1.0
        along, aside = (x - before_x) / length * size, (y - before_y) / length * size
        base_x, base_y = x - along, y - aside
        way[-1] = (base_x + along / 2, base_y + aside / 2)
        corners = ((x, y), (base_x - aside / 2, base_y + along / 2), (base_x + aside / 2, base_y - along / 2))
        head = f'<path d="M{_joined(corners)}Z" fill="{colour(canvas.theme, link.stroke.colour)}"/>'
    drawn = f'<path d="M{_joined(way)}" fill="none"{line(canvas.theme, link.stroke)}/>'
    return f'<g aria-hidden="true">{drawn}{head}</g>'


def _joined(way: list[tuple[float, float]] | tuple[tuple[float, float], ...]) -> str:
    return "L".join(f"{number(x)} {number(y)}" for x, y in way)
