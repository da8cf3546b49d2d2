"""A quotation, large, with its title over it and whom it comes from under it.

Example:
    layout: quote
    title: Target 8.7
    quote: Take immediate and effective measures to eradicate forced labour.
    attribution: UN Sustainable Development Goals
"""

from __future__ import annotations

from collections.abc import Iterable

from deck.layouts.composition import filled_share, grown, height_of, step_that_suits, top_of
from deck.layouts.furniture import WHITE, number_slot
from deck.layouts.slots import FIRST_IDX, fill, frame, slot
from deck.model.content import Content, Words
from deck.model.layout import Layout, Page
from deck.model.shapes import Arc, AutoShape, Path, SlideLayout
from deck.model.style import Colour, Stroke
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import Rect, units

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
# Top, width and height, in grid units; of the mark, its left first, and how far it is under the quotation's top.
_TITLE = (8, 130, 9)
_QUOTE = (21.5, 108, 52)
_QUOTE_COLUMN = 2
_MARK, _UNDER_TOP = (8, 12.6, 11.4), 0.9
_MARK_CANVAS = (100, 90)
_SECOND_DROP = 54.0
# Where the arcs have their centre, and where they begin and how far they reach, in degrees.
_CENTRE, _SPAN = (150, 90), Arc(170, 200)
# Radius, stroke and colour of each arc.
_ARCS = (
    (27.0, 2.2, Colour("accent2", lum_mod=76)),
    (21.4, 2.2, Colour("accent2", lum_mod=76)),
    (14.6, 2.6, Colour("accent2").lighter(20)),
)


_ENOUGH = 0.7
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
    """The native slide layout: a coloured ground, the mark, arcs in the corner.

    The quotation is larger by a step; one of this `height`, in grid units, stands in the middle.
    """
    grid = theme.grid
    title = slot(
        0,
        "Title",
        (grid.x(0), *_TITLE),
        theme.style("quote-title"),
        prompt="Title",
        kind="title",
    )
    highest, width, room = _QUOTE
    height = height or room
    top = top_of(highest, room, height)
    quote = slot(
        FIRST_IDX,
        "Quotation",
        (grid.x(_QUOTE_COLUMN), top, width, height),
        grown(theme.style("quote"), step),
        grown(theme.style("quote-attribution"), step),
        prompt="Quotation",
    )
    mark = Path(*_MARK_CANVAS, (*_DROP, *(_shifted(command, _SECOND_DROP) for command in _DROP)), directional=True)
    decoration = (
        *(
            AutoShape(
                f"Arc {index}",
                Rect.of_units(_CENTRE[0] - r, _CENTRE[1] - r, 2 * r, 2 * r),
                _SPAN,
                stroke=Stroke(colour, units(width)),
            )
            for index, (r, width, colour) in enumerate(_ARCS, start=1)
        ),
        AutoShape(
            "Quotation mark", Rect.of_units(_MARK[0], top + _UNDER_TOP, *_MARK[1:]), mark, Colour("accent2").lighter(35)
        ),
    )
    return SlideLayout("Quote", Colour("accent2"), decoration, (title, quote, number_slot(theme, WHITE)))


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
