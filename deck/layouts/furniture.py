"""What slides of every kind share: title, footer and number, the marker beside a title, arcs, bars, panels."""

from __future__ import annotations

from dataclasses import replace

from deck.layouts.slots import slot
from deck.model.shapes import Arc, AutoShape, Placeholder
from deck.model.style import Colour, Stroke
from deck.model.theme import Theme
from deck.model.units import Rect, units

WHITE = Colour("lt1")
NAVY = Colour("dk2")
PINK = Colour("accent2").lighter(40)
ACCENTS = tuple(Colour(accent) for accent in ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6"))

_FOOTER_IDX, _NUMBER_IDX = 11, 12
# In grid units: the marker from the title's top, its width and height; the footer's rule; the accent bar's size.
_MARKER, _FOOTER_RULE, _ACCENT_BAR = (0.3, 1.6, 5), 0.14, (12, 0.9)
# Radius, stroke, start, sweep and colour of each arc, for a drawing that fills a cover from its right edge.
_ARCS = (
    (52.3, 3.0, 145, 130, Colour("accent1", lum_mod=62)),
    (43.9, 3.2, 60, 215, Colour("accent1", lum_mod=62)),
    (33.9, 4.0, 157, 150, Colour("accent2")),
    (28.3, 4.0, 30, 112, Colour("accent1")),
)


def title_slot(theme: Theme, columns: float = 12) -> Placeholder:
    """The title at the top of a slide, over this many columns."""
    grid = theme.grid
    at = (grid.x(0), grid.title_top, grid.w(columns), grid.title_height)
    return slot(0, "Title", at, theme.style("title"), prompt="Title", kind="title")


def footer_slots(theme: Theme, columns: float = 10, number: Colour | None = None) -> tuple[Placeholder, Placeholder]:
    """The footer over this many columns, and the slide number in the last."""
    grid = theme.grid
    at = (grid.x(0), grid.footer_top, grid.w(columns), grid.footer_height)
    footer = slot(_FOOTER_IDX, "Footer", at, theme.style("footer"), prompt="Footer", kind="ftr", anchor="middle")
    return footer, number_slot(theme, number)


def number_slot(theme: Theme, colour: Colour | None = None) -> Placeholder:
    """The slide number in the last column."""
    grid = theme.grid
    style = theme.style("slide-number")
    at = (grid.x(grid.columns - 1), grid.footer_top, grid.w(1), grid.footer_height)
    style = replace(style, colour=colour) if colour else style
    return slot(_NUMBER_IDX, "Slide Number", at, style, prompt="‹#›", kind="sldNum", anchor="middle")


def rectangle(name: str, left: float, top: float, width: float, height: float, fill: Colour) -> AutoShape:
    """A filled rectangle at these grid units, as decoration."""
    return AutoShape(name, Rect.of_units(left, top, width, height), "rect", fill)


def disc(
    name: str, x: float, y: float, diameter: float, fill: Colour | None, stroke: Stroke | None = None
) -> AutoShape:
    """A disc about the centre (x, y), in grid units, as decoration."""
    at = Rect.of_units(x - diameter / 2, y - diameter / 2, diameter, diameter)
    return AutoShape(name, at, "ellipse", fill, stroke)


def marker(theme: Theme) -> AutoShape:
    """The mark on the slide's edge, level with the title's first line."""
    return rectangle("Title marker", 0, theme.grid.title_top + _MARKER[0], *_MARKER[1:], Colour("accent2"))


def footer_rule(theme: Theme) -> AutoShape:
    """The hairline above the footer."""
    grid = theme.grid
    colour = Colour("accent1").lighter(70)
    return rectangle("Footer rule", grid.x(0), grid.footer_rule, grid.w(grid.columns), _FOOTER_RULE, colour)


def accent_bar(left: float, top: float, colour: Colour = PINK) -> AutoShape:
    """The short bar between a large title and what follows it."""
    return rectangle("Accent bar", left, top, *_ACCENT_BAR, colour)


def arcs(x: float, y: float, scale: float = 1.0, *, flipped: bool = False) -> tuple[AutoShape, ...]:
    """Concentric arcs about (x, y), in grid units; at scale 1 the outermost has a radius of 52."""
    drawn = []
    for number, (radius, width, start, sweep, colour) in enumerate(_ARCS, start=1):
        r = radius * scale
        box = Rect.of_units(x - r, y - r, 2 * r, 2 * r)
        stroke = Stroke(colour, units(width * scale))
        drawn.append(AutoShape(f"Arc {number}", box, Arc(start, sweep), stroke=stroke, flipped=flipped))
    return tuple(drawn)
