"""A quotation, large, with its title over it and whom it comes from under it.

Example:
    layout: quote
    title: Target 8.7
    quote: Take immediate and effective measures to eradicate forced labour.
    attribution: UN Sustainable Development Goals
"""

from __future__ import annotations

from collections.abc import Iterable

from deck.layouts.frame.composition import filled_share, grown, height_of, step_that_suits, top_of
from deck.layouts.frame.furniture import WHITE, footer_slots, number_slot, title_slot
from deck.layouts.frame.slots import FIRST_IDX, fill, frame, slot
from deck.model.content import Content, Words
from deck.model.layout import Layout, Page
from deck.model.outlines import Path
from deck.model.shapes import AutoShape, SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import Rect

# A pair of opening quotation marks: two drops, each a disc with a tail that rises to the right.
_DROP = (
    ("M", 0.0, 66.0),
    ("C", 0.0, 30.0, 16.0, 8.0, 42.0, 0.0),
    ("L", 46.0, 9.0),
    ("C", 30.0, 16.0, 22.0, 27.0, 21.0, 42.0),
    ("C", 36.0, 42.0, 46.0, 52.0, 46.0, 66.0),
    ("C", 46.0, 80.0, 36.0, 90.0, 23.0, 90.0),
    ("C", 9.0, 90.0, 0.0, 80.0, 0.0, 66.0),
    ("Z",),
)
# Top and height of the title, with its width, and of the quotation, in grid units; of the mark width and height, and
# how far it is under the quotation's top.
_TITLE = (8, 130, 9)
_QUOTE = (21.5, 52)
_QUOTE_COLUMN = 2
_MARK, _UNDER_TOP = (12.6, 11.4), 0.9
_MARK_CANVAS = (100, 90)
_SECOND_DROP = 54.0


_ENOUGH = 0.76
"""A quotation is larger where it fills no more than this share of its place."""
_FULL = 0.8
"""One that fills less of it stands in the middle."""


class Quote(Content):
    """The fields of a quotation."""

    quote: Words
    """The words quoted, without quotation marks: a large mark stands beside them."""
    attribution: Words | None = None
    """Whose words they are."""


def _shifted(command: tuple[str | float, ...], dx: float) -> tuple[str | float, ...]:
    return tuple(
        part + dx if isinstance(part, float) and index % 2 == 1 else part for index, part in enumerate(command)
    )


def slide_layout(theme: Theme, step: float = 1, height: float | None = None) -> SlideLayout:
    """The native slide layout: a coloured ground, the mark, the theme's decoration; in a template, its ground and foot.

    The quotation is larger by a step; one of this `height`, in grid units, stands in the middle.
    """
    grid, look, template = theme.grid, theme.look("quote"), theme.template
    title = slot(
        0,
        "Title",
        (grid.x(0), grid.down(_TITLE[0]), grid.across(_TITLE[1]), _TITLE[2]),
        theme.style("quote-title"),
        prompt="Title",
        kind="title",
    )
    over, room = (grid.body_top, grid.body_height) if template else (grid.down(_QUOTE[0]), grid.down(_QUOTE[1]))
    height = height or room
    top = top_of(over, room, height)
    left = grid.x(_QUOTE_COLUMN)
    quote = slot(
        FIRST_IDX,
        "Quotation",
        (left, top, min(grid.across(look.text_width), grid.x(0) + grid.w(grid.columns) - left), height),
        grown(theme.style("quote"), step),
        grown(theme.style("quote-attribution"), step),
        prompt="Quotation",
    )
    mark = Path(*_MARK_CANVAS, (*_DROP, *(_shifted(command, _SECOND_DROP) for command in _DROP)), directional=True)
    at = Rect.of_units(grid.x(0), top + _UNDER_TOP, *_MARK)
    sign = (AutoShape("Quotation mark", at, mark, look.mark),) if look.mark else ()
    if template:
        return SlideLayout("Quote", WHITE, sign, (title_slot(theme, grid.columns), quote, *footer_slots(theme)))
    slots = (title, quote, number_slot(theme, look.number))
    return SlideLayout("Quote", look.ground, (*look.decoration, *sign), slots, "quote")


def arrange(content: Quote, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The title, the quotation, whom it comes from."""
    entries = ((content.quote, 0), (content.attribution, 1))

    def framed(step: float) -> Frame:
        return frame(slide_layout(theme, step).placeholder(FIRST_IDX), *entries)

    step = step_that_suits(lambda step: [framed(step)], measurer, enough=_ENOUGH, whole=(1,))
    texts = measurer.fit([framed(step)])
    low = filled_share(texts[0], framed(step)) < _FULL
    layout = slide_layout(theme, step, height_of(texts) if low else None)
    shapes = (
        fill(measurer, layout.placeholder(0), "title", (content.title, 0)),
        fill(measurer, layout.placeholder(FIRST_IDX), "quote", *entries),
    )
    yield Page(layout, shapes, content.title.plain)


LAYOUT = Layout(
    "quote",
    Quote,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme)],
    also=("quotation", "testimonial", "citation"),
)
