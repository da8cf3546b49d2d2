"""The cover: the deck's title, large, over its subtitle.

Bold words in the title are its key phrase; the rest is set regular.

Example:
    layout: title
    title: "**Joining forces** to end forced labour"
    subtitle: A webinar for survivor networks
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from deck.layouts.frame.large_title import large_title, large_title_layout, set_large, text_width
from deck.layouts.frame.own import own_page
from deck.layouts.frame.slots import FIRST_IDX, slot
from deck.model.content import Content, Words
from deck.model.layout import Layout, Page
from deck.model.shapes import SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Measurer

# Tops and heights, and the bar between them, in grid units.
_TITLE, _SUBTITLE, _BAR = (12, 41.5), (58.5, 14), 55.2


class Title(Content):
    """The fields of a cover."""

    subtitle: Words | None = None
    """What the session is, or for whom."""

    def told_apart(self, turn: int) -> Self:
        """A cover has a place of its own for its subtitle, and its title is counted as if there were none."""
        return self.counted(turn)


def slide_layout(theme: Theme, *, subtitle: bool = True) -> SlideLayout:
    """The native slide layout, with a slot for a subtitle or without."""
    grid = theme.grid
    title = large_title(theme, "cover", *_TITLE, "cover-title")
    at = (grid.x(0), grid.down(_SUBTITLE[0]), text_width(theme, "cover"), grid.down(_SUBTITLE[1]))
    below = slot(FIRST_IDX, "Subtitle", at, theme.style("cover-subtitle"), prompt="Subtitle", kind="subTitle")
    name = "Title" if subtitle else "Title only"
    return large_title_layout(name, theme, "cover", title, below if subtitle else None, _BAR)


def arrange(content: Title, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """Title and subtitle over the theme's decoration, or on the template's own title slide."""
    said = {0: ("subtitle", content.subtitle.paragraphs)} if content.subtitle else {}
    if own := own_page(theme, "cover", measurer, content.title, said, shrinks=True):
        yield own
        return
    layout = slide_layout(theme, subtitle=bool(content.subtitle))
    layout, shapes = set_large(measurer, layout, content.title, "subtitle", content.subtitle)
    yield Page(layout, tuple(shapes), content.title.plain)


LAYOUT = Layout(
    "title",
    Title,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme)],
    also=("cover", "title-slide", "opening"),
)
