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

from collections.abc import Iterable, Sequence
from typing import Annotated

from deck.layouts.composition import ENOUGH, LOW, OPTICAL_MIDDLE, filled_share, grown, step_that_suits
from deck.layouts.distribution import Block, blocks, continued, framed, heights, paginated
from deck.layouts.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.slots import FIRST_IDX, fill, filled, slot
from deck.model.content import Content, Item
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import Placeholder, SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer


class Bullets(Content):
    """The fields of a list with bullets."""

    items: Annotated[tuple[Item, ...], Size(1)]
    """What the list says."""


def slide_layout(theme: Theme, step: float = 1, *, low: bool = False) -> SlideLayout:
    """The native slide layout: title and text, which is larger by a step, or stands in the middle where it is `low`."""
    name = f"Bullets{', larger' if step > 1 else ''}{', in the middle' if low else ''}"
    body = _body(theme, step, low=low)
    return SlideLayout(name, WHITE, marks(theme), (title_slot(theme), body, *footer_slots(theme)))


def _body(theme: Theme, step: float, *, low: bool = False) -> Placeholder:
    grid = theme.grid
    height = grid.body_height * (2 * OPTICAL_MIDDLE if low else 1)
    return slot(
        FIRST_IDX,
        "Text",
        (grid.x(0), grid.body_top, grid.w(grid.columns), height),
        *(grown(theme.style(f"body-{level}"), step) for level in (1, 2, 3)),
        prompt="Text",
        anchor="middle" if low else "top",
    )


def arrange(content: Bullets, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """One page, or as many as hold the list at a readable size."""
    own = theme.own_layout("text")
    layout = own or slide_layout(theme)
    place = layout.placeholder(FIRST_IDX)

    def set_together(pages: list[list[Block]]) -> tuple[FittedText, ...]:
        return measurer.fit([framed(place, page) for page in pages])

    items = blocks(content.items)
    measured = measurer.measure(framed(place, items))
    pages, texts = paginated(items, heights(measured, items), 1, set_together)
    if own is None and filled_share(measured, framed(place, items)) <= ENOUGH:
        layout = _composed(items, theme, measurer)
        place = layout.placeholder(FIRST_IDX)
        texts = [set_together(pages[0])]
    for number, (text,) in enumerate(texts, start=1):
        title = continued(content.title, number, len(pages))
        shapes = (fill(measurer, layout.placeholder(0), "title", (title, 0)), filled(place, text, "items"))
        yield Page(layout, shapes, title.plain)


def _composed(items: Sequence[Block], theme: Theme, measurer: Measurer) -> SlideLayout:
    """The native slide layout in which so short a list owns its slide."""

    def frames(step: float) -> Sequence[Frame]:
        return [framed(_body(theme, step), items)]

    step = step_that_suits(frames, measurer)
    (frame,) = frames(step)
    return slide_layout(theme, step, low=filled_share(measurer.measure(frame), frame) < LOW)


LAYOUT = Layout(
    "bullets",
    Bullets,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme)],
    also=("list", "bullet-points", "content", "default", "outline", "summary"),
)
