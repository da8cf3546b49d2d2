"""A divider: the heading of what follows, over the arcs, and perhaps what it is about.

Example:
    layout: section
    title: What we have learnt
    text: Two years of work with survivors
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deck.layouts.furniture import WHITE, number_slot
from deck.layouts.navy_slide import navy_layout, navy_title
from deck.layouts.slots import FIRST_IDX, fill, slot
from deck.model.content import Content, Words
from deck.model.layout import Layout, Page
from deck.model.shapes import SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Measurer

_WIDTH = 84
# Tops and heights, the bar between them, and the arcs' centre, in grid units.
_TITLE, _TEXT, _BAR, _ARCS_Y = (14, 34), (55.5, 20), 51.2, 84


class Section(Content):
    """The fields of a divider."""

    text: Words | None = None
    """What the section is about."""


def slide_layout(theme: Theme, *, text: bool = True) -> SlideLayout:
    """The native slide layout, with a slot for a text or without."""
    title = navy_title(theme, _TITLE[0], _WIDTH, _TITLE[1], "section-title")
    at = (theme.grid.x(0), _TEXT[0], _WIDTH, _TEXT[1])
    below = slot(FIRST_IDX, "Text", at, theme.style("section-text"), prompt="Text")
    name = "Section with text" if text else "Section"
    layout = navy_layout(name, theme, title, below if text else None, arcs_y=_ARCS_Y, bar=_BAR)
    return replace(layout, placeholders=(*layout.placeholders, number_slot(theme, WHITE)))


def arrange(content: Section, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The heading over the bar, the text under it."""
    layout = slide_layout(theme, text=bool(content.text))
    shapes = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    if content.text:
        shapes.append(fill(measurer, layout.placeholder(FIRST_IDX), "text", (content.text, 0)))
    yield Page(layout, tuple(shapes), content.title.plain)


LAYOUT = Layout(
    "section",
    Section,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, text=False), slide_layout(theme)],
    also=("divider", "section-header", "section-title", "chapter", "part", "separator", "break"),
)
