"""The slide that opens or closes a deck or a section: a large title, a bar under it, and perhaps a text under that."""

from __future__ import annotations

from deck.layouts.furniture import accent_bar
from deck.layouts.slots import slot
from deck.model.shapes import Placeholder, SlideKind, SlideLayout
from deck.model.theme import Theme


def large_title(theme: Theme, kind: SlideKind, top: float, height: float, style: str) -> Placeholder:
    """The title of this kind of slide in this style of the theme; it grows from its lower edge."""
    at = (theme.grid.x(0), theme.grid.down(top), text_width(theme, kind), theme.grid.down(height))
    return slot(0, "Title", at, theme.style(style), prompt="Title", kind="title", anchor="bottom")


def text_width(theme: Theme, kind: SlideKind) -> float:
    """How wide the large texts of this kind of slide are, in grid units."""
    return theme.grid.across(theme.look(kind).text_width)


def large_title_layout(
    name: str, theme: Theme, kind: SlideKind, title: Placeholder, below: Placeholder | None, bar: float
) -> SlideLayout:
    """The native slide layout, with its bar at `bar`, in grid units of a slide 90 units high."""
    look = theme.look(kind)
    decoration = (*look.decoration, *accent_bar(theme, theme.grid.x(0), theme.grid.down(bar), look.bar))
    return SlideLayout(name, look.ground, decoration, (title, below) if below else (title,), kind)
