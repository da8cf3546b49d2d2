"""How shapes look, in SVG: colours, strokes, outlines. Lengths are points."""

from __future__ import annotations

from math import atan2, cos, radians, sin
from typing import assert_never

from deck.model.outlines import Arc, Path, PresetGeometry
from deck.model.style import Colour, Stroke
from deck.model.theme import Theme
from deck.model.units import Rect, points

ROUNDING = 16_667 / 100_000
"""The radius of a rounded rectangle's corners, as a share of its shorter side: DrawingML's where nothing is said."""
_FULL_TURN = 360


def number(length: float) -> str:
    """A length, to a hundredth of a point."""
    return f"{round(length, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def colour(theme: Theme, tint: Colour) -> str:
    """A colour as six hexadecimal digits."""
    return "#{:02x}{:02x}{:02x}".format(*theme.rgb(tint))


def fill(theme: Theme, tint: Colour | None) -> str:
    """A fill as attributes, or that there is none."""
    return _painted("fill", theme, tint)


def line(theme: Theme, stroke: Stroke | None) -> str:
    """The line round a shape as attributes; its ends are flat, so that an arc ends where it says."""
    if stroke is None:
        return ""
    width = number(points(stroke.width))
    return f'{_painted("stroke", theme, stroke.colour)} stroke-width="{width}" stroke-miterlimit="8"'


def place(rect: Rect) -> str:
    """Where a rectangle stands, as attributes."""
    x, y, width, height = (number(points(edge)) for edge in (rect.left, rect.top, rect.width, rect.height))
    return f' x="{x}" y="{y}" width="{width}" height="{height}"'


def ellipse(rect: Rect) -> str:
    """The ellipse in a rectangle, as attributes."""
    rx, ry = points(rect.width) / 2, points(rect.height) / 2
    cx, cy = points(rect.left) + rx, points(rect.top) + ry
    return f' cx="{number(cx)}" cy="{number(cy)}" rx="{number(rx)}" ry="{number(ry)}"'


def outline(geometry: PresetGeometry | Arc | Path, rect: Rect, look: str, *, flipped: bool = False) -> str:
    """A shape's outline over its rectangle as an element with these attributes."""
    match geometry:
        case "rect":
            return f"<rect{place(rect)}{look}/>"
        case "roundRect":
            radius = number(points(min(rect.width, rect.height)) * ROUNDING)
            return f'<rect{place(rect)} rx="{radius}"{look}/>'
        case "ellipse":
            return f"<ellipse{ellipse(rect)}{look}/>"
        case Arc():
            if abs(geometry.sweep) >= _FULL_TURN:
                return f"<ellipse{ellipse(rect)}{look}/>"
            return f'<path d="{_arc(geometry, rect)}"{look}{_turned(rect, flipped)}/>'
        case Path():
            return f'<path d="{_path(geometry, rect)}" fill-rule="evenodd"{look}{_turned(rect, flipped)}/>'
        case _:
            assert_never(geometry)


def _painted(attribute: str, theme: Theme, tint: Colour | None) -> str:
    if tint is None:
        return f' {attribute}="none"'
    opacity = "" if tint.alpha == 100 else f' {attribute}-opacity="{tint.alpha / 100:g}"'
    return f' {attribute}="{colour(theme, tint)}"{opacity}'


def _turned(rect: Rect, flipped: bool) -> str:
    """The transformation that turns a drawing left to right within its rectangle."""
    return f' transform="matrix(-1 0 0 1 {number(points(rect.left + rect.right))} 0)"' if flipped else ""


def _arc(arc: Arc, rect: Rect) -> str:
    start, end = sorted((arc.start, arc.start + arc.sweep))
    rx, ry = points(rect.width) / 2, points(rect.height) / 2
    x0, y0, x1, y1 = (
        number(at) for angle in (start, end) for at in _on_ellipse(angle, rx, ry, points(rect.left), points(rect.top))
    )
    large = int(end - start > _FULL_TURN / 2)
    return f"M{x0} {y0}A{number(rx)} {number(ry)} 0 {large} 1 {x1} {y1}"


def _on_ellipse(angle: float, rx: float, ry: float, left: float, top: float) -> tuple[float, float]:
    """Where the ray at this angle meets the ellipse."""
    turn = atan2(rx * sin(radians(angle)), ry * cos(radians(angle)))
    return left + rx + rx * cos(turn), top + ry + ry * sin(turn)


def _path(path: Path, rect: Rect) -> str:
    across, down = points(rect.width) / path.width, points(rect.height) / path.height
    left, top = points(rect.left), points(rect.top)
    steps = []
    for letter, *coordinates in path.commands:
        numbers = [float(each) for each in coordinates]
        placed = (
            f"{number(left + x * across)} {number(top + y * down)}"
            for x, y in zip(numbers[::2], numbers[1::2], strict=True)
        )
        steps.append(f"{letter}{' '.join(placed)}")
    return "".join(steps)
