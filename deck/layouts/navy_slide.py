"""The navy slide that opens and closes a deck: arcs, a large title, a bar under it, and perhaps a text under that."""

from __future__ import annotations

from deck.layouts.furniture import NAVY, accent_bar, arcs
from deck.layouts.slots import slot
from deck.model.shapes import Placeholder, SlideLayout
from deck.model.theme import Theme

_ARCS_X = 150


def navy_title(theme: Theme, top: float, width: float, height: float, style: str) -> Placeholder:
    """The title in this style of the theme, at these grid units; it grows from its lower edge."""
    at = (theme.grid.x(0), top, width, height)
    return slot(0, "Title", at, theme.style(style), prompt="Title", kind="title", anchor="bottom")


def navy_layout(
    name: str, theme: Theme, title: Placeholder, below: Placeholder | None, *, arcs_y: float, bar: float
) -> SlideLayout:
    """The native slide layout, with its arcs about `arcs_y` and its bar at `bar`, in grid units."""
    decoration = (*arcs(_ARCS_X, arcs_y), accent_bar(theme.grid.x(0), bar))
    return SlideLayout(name, NAVY, decoration, (title, below) if below else (title,))
