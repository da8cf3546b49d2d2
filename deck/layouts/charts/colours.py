"""A chart's colours: each stands out from the ground, and what is highlighted from the rest."""

from __future__ import annotations

from deck.layouts.charts.data import Data
from deck.layouts.frame.furniture import ACCENTS, FAINT, SEEN, WHITE, fainter, hairline, muted
from deck.model.contrast import contrast
from deck.model.style import Colour, Stroke
from deck.model.theme import Theme
from deck.model.units import EMU_PER_POINT, Emu

INK = Colour("dk1")
_HAIR = Emu(round(0.75 * EMU_PER_POINT))
EDGE = Stroke(WHITE, Emu(round(1.5 * EMU_PER_POINT)))
"""What parts neighbours, so that each stands against the ground alone."""


def series_colours(theme: Theme, data: Data) -> tuple[Colour, ...]:
    """Each series' colour: its own, or, where others are highlighted, the one that stands back."""
    chosen = [each for each in data.series if each.id in data.highlight]
    if chosen:
        return tuple(
            ACCENTS[chosen.index(each) % len(ACCENTS)] if each in chosen else muted(theme) for each in data.series
        )
    if data.highlight and len(data.series) == 1:
        return (muted(theme),)
    if any(each.as_line for each in data.series):
        # A dark line is seen before light columns.
        lines, columns = iter((INK, *ACCENTS[1:])), iter((muted(theme), *ACCENTS))
        return tuple(next(lines) if each.as_line else next(columns) for each in data.series)
    return _own(len(data.series))


def bar_colours(theme: Theme, data: Data) -> tuple[Colour, ...]:
    """The same of bars: a little lighter, or in the dark darker, where error bars would not be seen on them."""
    return tuple(_soft(theme, data, each) for each in series_colours(theme, data))


def _soft(theme: Theme, data: Data, colour: Colour) -> Colour:
    if not data.ranged or colour == INK:
        return colour
    ways = (fainter(theme, colour, step) for step in range(0, 60, 5))
    return next((each for each in ways if _contrast(theme, each, INK) >= SEEN), colour)


def _own(count: int) -> tuple[Colour, ...]:
    return tuple(ACCENTS[index % len(ACCENTS)] for index in range(count))


def point_colours(data: Data, tint: Colour = ACCENTS[0]) -> tuple[tuple[int, Colour], ...]:
    """Of a single series' points, those that stand out, in this colour."""
    if len(data.series) > 1:
        return ()
    return tuple((index, tint) for index, each in enumerate(data.ids) if each in data.highlight)


def bar_point_colours(theme: Theme, data: Data) -> tuple[tuple[int, Colour], ...]:
    """The same of bars."""
    return tuple((index, _soft(theme, data, colour)) for index, colour in point_colours(data))


def readable(theme: Theme, ground: Colour) -> Colour:
    """The colour of words on this ground."""
    return max((WHITE, INK), key=lambda each: _contrast(theme, each, ground))


def grid(theme: Theme) -> Stroke:
    """The lines of an axis: they stand back behind what is read by them, whatever parts things elsewhere."""
    return Stroke(hairline(theme) if theme.is_dark else FAINT, _HAIR)


def _contrast(theme: Theme, one: Colour, other: Colour) -> float:
    return contrast(theme.rgb(one), theme.rgb(other))
