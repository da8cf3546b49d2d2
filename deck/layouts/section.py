"""A divider: the heading of what follows, on full colour, and perhaps what it is about.

Bold words are its key phrase; the rest is then set regular.

Example:
    layout: section
    title: What we have learnt
    text: Two years of work with survivors
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deck.layouts.frame.furniture import divider_foot
from deck.layouts.frame.large_title import large_title, large_title_layout, set_large, text_width
from deck.layouts.frame.own import own_page
from deck.layouts.frame.slots import FIRST_IDX, slot
from deck.model.content import Content, Words
from deck.model.layout import Layout, Page
from deck.model.shapes import SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Measurer

# Tops and heights, and the bar between them, in grid units.
_TITLE, _TEXT, _BAR = (14, 34), (55.5, 20), 51.2


class Section(Content):
    """The fields of a divider."""

    text: Words | None = None
    """What the section is about."""


def slide_layout(theme: Theme, *, text: bool = True) -> SlideLayout:
    """The native slide layout, with a slot for a text or without."""
    grid = theme.grid
    title = large_title(theme, "divider", *_TITLE, "section-title")
    at = (grid.x(0), grid.down(_TEXT[0]), text_width(theme, "divider"), grid.down(_TEXT[1]))
    below = slot(FIRST_IDX, "Text", at, theme.style("section-text"), prompt="Text")
    name = "Section with text" if text else "Section"
    layout = large_title_layout(name, theme, "divider", title, below if text else None, _BAR)
    return replace(layout, placeholders=(*layout.placeholders, *divider_foot(theme)))


def arrange(content: Section, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The heading over the bar, the text under it; or both on the template's own divider."""
    said = {0: ("text", content.text.paragraphs)} if content.text else {}
    if own := own_page(theme, "divider", measurer, content.title, said, shrinks=True):
        yield own
        return
    layout = slide_layout(theme, text=bool(content.text))
    layout, shapes = set_large(measurer, layout, content.title, "text", content.text)
    yield Page(layout, tuple(shapes), content.title.plain)


LAYOUT = Layout(
    "section",
    Section,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, text=False), slide_layout(theme)],
    also=("divider", "section-header", "section-title", "chapter", "part", "separator", "break"),
)
