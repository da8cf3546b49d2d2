"""The cover: the deck's title, large, over its subtitle.

Bold words in the title are its key phrase; the rest is set regular.

Example:
    layout: title
    title: "**Joining forces** to end forced labour"
    subtitle: A webinar for survivor networks
"""

from __future__ import annotations

from collections.abc import Iterable

from deck.layouts.navy_slide import navy_layout, navy_title
from deck.layouts.slots import FIRST_IDX, fill, slot
from deck.model.content import Content, Words
from deck.model.layout import Layout, Page
from deck.model.shapes import SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Measurer

_WIDTH = 86


class Title(Content):
    """The fields of a cover."""

    subtitle: Words | None = None
    """What the session is, or for whom."""


def slide_layout(theme: Theme, *, subtitle: bool = True) -> SlideLayout:
    """The native slide layout, with a slot for a subtitle or without."""
    title = navy_title(theme, 12, _WIDTH, 41.5, "cover-title")
    at = (theme.grid.x(0), 58.5, _WIDTH, 14)
    below = slot(FIRST_IDX, "Subtitle", at, theme.style("cover-subtitle"), prompt="Subtitle", kind="subTitle")
    name = "Title" if subtitle else "Title only"
    return navy_layout(name, theme, title, below if subtitle else None, arcs_y=36.7, bar=55.2)


def arrange(content: Title, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """Title and subtitle over the arcs."""
    layout = slide_layout(theme, subtitle=bool(content.subtitle))
    shapes = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    if content.subtitle:
        shapes.append(fill(measurer, layout.placeholder(FIRST_IDX), "subtitle", (content.subtitle, 0)))
    yield Page(layout, tuple(shapes), content.title.plain)


LAYOUT = Layout("title", Title, __doc__ or "", arrange, lambda theme: [slide_layout(theme)])
