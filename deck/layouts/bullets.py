"""A title over a list, up to three levels deep; a long one continues on a further slide.

Example:
    layout: bullets
    title: What they commit to
    items:
      - {id: faster, text: Go **further and faster**}
      - id: together
        text: Work together
        items:
          - {id: survivors, text: with survivors and their networks}
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from deck.layouts.distribution import Block, blocks, continued, framed, heights, paginated
from deck.layouts.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.slots import FIRST_IDX, fill, filled, slot
from deck.model.content import Content, Item
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Measurer


class Bullets(Content):
    """The fields of a list with bullets."""

    items: Annotated[tuple[Item, ...], Size(1)]
    """What the list says."""


def slide_layout(theme: Theme) -> SlideLayout:
    """The native slide layout: title and text."""
    grid = theme.grid
    body = slot(
        FIRST_IDX,
        "Text",
        (grid.x(0), grid.body_top, grid.w(grid.columns), grid.body_height),
        *(theme.style(f"body-{level}") for level in (1, 2, 3)),
        prompt="Text",
    )
    return SlideLayout("Bullets", WHITE, marks(theme), (title_slot(theme), body, *footer_slots(theme)))


def arrange(content: Bullets, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """One page, or as many as hold the list at a readable size."""
    layout = slide_layout(theme)
    place = layout.placeholder(FIRST_IDX)

    def set_together(pages: list[list[Block]]) -> tuple[FittedText, ...]:
        return measurer.fit([framed(place, page) for page in pages])

    items = blocks(content.items)
    weights = heights(measurer.measure(framed(place, items)), items)
    pages, texts = paginated(items, weights, 1, set_together)
    for number, (text,) in enumerate(texts, start=1):
        title = continued(content.title, number, len(pages))
        shapes = (fill(measurer, layout.placeholder(0), "title", (title, 0)), filled(place, text, "items"))
        yield Page(layout, shapes, title.plain)


LAYOUT = Layout(
    "bullets",
    Bullets,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme)],
    also=("list", "bullet-points", "text", "content", "default", "outline", "summary"),
)
