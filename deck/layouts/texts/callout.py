"""What is behind a callout: its ground, a bar in its colour, and the sign that tells a note from a warning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deck.layouts.frame.furniture import disc, rectangle
from deck.layouts.listings.colours import readable
from deck.model.outlines import Path
from deck.model.shapes import AutoShape
from deck.model.style import Colour
from deck.model.theme import Theme
from deck.model.units import Rect

_COLOURS: Mapping[str, Colour] = {
    "note": Colour("accent1"),
    "warning": Colour("accent4"),
    "quote": Colour("accent6"),
}
# In grid units: the bar, the sign and the space beside it, what is above and below the words.
_BAR, _SIGN, _SIDE, _ABOVE = 0.7, 4.4, 2.2, 2.2
CALLOUT_INSETS = (_SIDE + _SIGN + _SIDE, _ABOVE, _SIDE, _ABOVE)
"""Where a callout's words stand on its ground: start, top, end, bottom."""
_TRIANGLE = Path(10, 9, (("M", 5.0, 0.0), ("L", 10.0, 9.0), ("L", 0.0, 9.0), ("Z",)))
# A pair of opening quotation marks, as slanted strokes.
_MARKS = Path(
    10,
    8,
    (
        *(("M", 0.0, 8.0), ("L", 2.2, 0.0), ("L", 4.4, 0.0), ("L", 3.2, 8.0), ("Z",)),
        *(("M", 5.4, 8.0), ("L", 7.6, 0.0), ("L", 9.8, 0.0), ("L", 8.6, 8.0), ("Z",)),
    ),
    directional=True,
)


def ground_of(at: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The ground of a callout in this box: all but its bar."""
    left, top, width, height = at
    return left + _BAR, top, width - _BAR, height


def callout_ground(theme: Theme, kind: str, at: tuple[float, float, float, float], number: int) -> Iterator[AutoShape]:
    """The drawings behind a callout of this kind in this box; none behind any other text."""
    if kind not in _COLOURS:
        return
    left, top, _, height = at
    ground = theme.grounds.card
    colour = readable(theme, _COLOURS[kind], ground)
    yield rectangle(f"Callout {number}", *ground_of(at), ground)
    yield rectangle(f"Callout bar {number}", left, top, _BAR, height, colour)
    x, y = left + _BAR + _SIDE, top + height / 2
    middle = x + _SIGN / 2
    stem, dot = 0.55, 0.7
    if kind == "quote":
        mark = Rect.of_units(x + 0.4, y - 1.5, _SIGN - 0.8, 2.9)
        yield AutoShape(f"Quotation mark {number}", mark, _MARKS, colour)
        return
    if kind == "note":
        yield disc(f"Sign {number}", middle, y, _SIGN, colour)
        yield disc(f"Sign's dot {number}", middle, y - 1.15, dot, ground)
        yield rectangle(f"Sign's stem {number}", middle - stem / 2, y - 0.45, stem, 1.9, ground)
        return
    yield AutoShape(f"Sign {number}", Rect.of_units(x, y - _SIGN / 2, _SIGN, _SIGN * 0.9), _TRIANGLE, colour)
    yield rectangle(f"Sign's stem {number}", middle - stem / 2, y - 0.75, stem, 1.5, ground)
    yield disc(f"Sign's dot {number}", middle, y + 1.2, dot, ground)
