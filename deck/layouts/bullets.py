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
from dataclasses import replace
from itertools import chain
from typing import Annotated

from deck.layouts.frame.composition import (
    ENOUGH,
    LOW,
    OPTICAL_MIDDLE,
    filled_share,
    grown,
    step_that_suits,
    top_of,
    with_slots,
)
from deck.layouts.frame.distribution import Block, balanced, blocks, continued, framed, heights, paginated
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.frame.slots import FIRST_IDX, fill, filled, slot
from deck.layouts.frame.themed import once_a_theme
from deck.model.content import Content, Item
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import Placeholder, SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer, Trial
from deck.model.units import Emu, units

_MANY = 6
"""So many entries may stand in two columns."""


class Bullets(Content):
    """The fields of a list with bullets."""

    items: Annotated[tuple[Item, ...], Size(1)]
    """What the list says."""


@once_a_theme
def slide_layout(theme: Theme, step: float = 1, *, low: bool = False, columns: int = 1) -> SlideLayout:
    """The native slide layout: title and text, which is larger by a step, or stands in the middle where it is `low`."""
    side_by_side = ", in two columns" if columns > 1 else ""
    name = f"Bullets{side_by_side}{', larger' if step > 1 else ''}{', in the middle' if low else ''}"
    bodies = _bodies(theme, step, columns, low)
    return SlideLayout(name, WHITE, marks(theme), (title_slot(theme), *bodies, *footer_slots(theme)))


@once_a_theme
def _bodies(theme: Theme, step: float, columns: int, low: bool) -> Sequence[Placeholder]:
    grid = theme.grid
    height = grid.body_height * (2 * OPTICAL_MIDDLE if low else 1)
    across = grid.columns / columns
    levels = [grown(theme.style(f"body-{level}"), step) for level in (1, 2, 3)]
    return [
        slot(
            FIRST_IDX + column,
            f"Text {column + 1}" if columns > 1 else "Text",
            (grid.x(column * across), grid.body_top, grid.w(across), height),
            *levels,
            prompt="Text",
            anchor="middle" if low else "top",
        )
        for column in range(columns)
    ]


def arrange(content: Bullets, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """One page, or as many as hold the list at a readable size."""
    own = theme.own_layout("text")
    layout = own or slide_layout(theme)
    place = layout.placeholder(FIRST_IDX)

    def set_together(pages: list[list[Block]]) -> tuple[FittedText, ...]:
        return measurer.fit([framed(place, page) for page in pages])

    items = blocks(content.items)
    whole = framed(place, items)
    tried = measurer.tried(whole)
    weights = heights(tried, place.body, items)
    if own is None and (beside := _beside(items, tried, weights, theme, measurer)):
        layout, columns = beside
        shapes = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
        shapes += [filled(layout.placeholder(FIRST_IDX + at), text, "items") for at, text in enumerate(columns)]
        yield Page(layout, tuple(shapes), content.title.plain)
        return
    pages, texts = ([[items]], []) if tried.fits else paginated(items, weights, 1, set_together)
    if own is None and len(pages) == 1 and filled_share(tried, whole) <= ENOUGH:
        layout = _composed(items, theme, measurer)
        place = layout.placeholder(FIRST_IDX)
        texts = []
    texts = texts or [set_together(pages[0])]
    for number, (text,) in enumerate(texts, start=1):
        title = continued(content.title, number, len(pages))
        shapes = [fill(measurer, layout.placeholder(0), "title", (title, 0)), filled(place, text, "items")]
        yield Page(layout, tuple(shapes), title.plain)


def _beside(
    items: Sequence[Block], tried: Trial, weights: Sequence[float], theme: Theme, measurer: Measurer
) -> tuple[SlideLayout, Sequence[FittedText]] | None:
    """Many short entries in two columns, larger than in one, as which they were `tried`; None where there are few, or
    long ones."""
    # What takes more than a line across the slide takes no less in half of it.
    if len(items) < _MANY or max(tried.line_counts) > 1:
        return None
    divided = balanced(items, weights, 2)

    def frames(step: float, columns: int = 2) -> Sequence[Frame]:
        shown = divided if columns > 1 else [items]
        bodies = _bodies(theme, step, columns, False)
        return [framed(place, column) for place, column in zip(bodies, shown, strict=True)]

    if not all(_takes_a_line_each(measurer.tried(column)) for column in frames(1)):
        return None
    step = step_that_suits(frames, measurer, whole=(0, 1, 2))
    of_one = step_that_suits(lambda step: frames(step, 1), measurer)
    (alone,) = measurer.fit(frames(1, 1))
    if alone.fits and alone.shrunk == 1 and of_one >= step:
        return None
    share = max(filled_share(text, box) for text, box in zip(measurer.fit(frames(step)), frames(step), strict=True))
    layout = slide_layout(theme, step, columns=2)
    if share < LOW:
        top = units(top_of(theme.grid.body_top, theme.grid.body_height, theme.grid.body_height * share))
        slots = [layout.placeholder(FIRST_IDX + at) for at in range(2)]
        lower = [replace(each, rect=replace(each.rect, top=top, height=Emu(each.rect.bottom - top))) for each in slots]
        layout = with_slots(layout, lower)
    places = [layout.placeholder(FIRST_IDX + at) for at in range(2)]
    return layout, measurer.fit([framed(place, column) for place, column in zip(places, divided, strict=True)])


def _takes_a_line_each(text: Trial) -> bool:
    return text.fits and sum(text.line_counts) == len(text.line_counts)


def _composed(items: Sequence[Block], theme: Theme, measurer: Measurer) -> SlideLayout:
    """The native slide layout in which so short a list owns its slide."""

    words = tuple(chain.from_iterable(items))

    def frames(step: float) -> Sequence[Frame]:
        (place,) = _bodies(theme, step, 1, False)
        return [Frame(words, place.body, place.rect)]

    step = step_that_suits(frames, measurer)
    (frame,) = frames(step)
    return slide_layout(theme, step, low=filled_share(measurer.tried(frame), frame) < LOW)


LAYOUT = Layout(
    "bullets",
    Bullets,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme)],
    also=("list", "bullet-points", "content", "default", "outline", "summary"),
)
