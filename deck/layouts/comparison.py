"""Two or three things against each other, side by side: before and after, pros and cons, options.

Example:
    layout: comparison
    title: What changes with a law
    sides:
      - {id: before, heading: Before, items: ["Victims are **fined**", Nobody inspects]}
      - {id: after, heading: After, items: ["Victims are **protected**", Inspectors come unannounced]}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from deck.ground.diagnostics import Diagnostic
from deck.layouts.composition import top_of
from deck.layouts.distribution import Block, blocks, framed
from deck.layouts.furniture import ACCENTS, WHITE, footer_slots, marks, rectangle, title_slot
from deck.layouts.slots import FIRST_IDX, coloured, fill, filled, frame, slot
from deck.model.content import Content, Item, Part, Prose, Words
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import Shape, SlideLayout
from deck.model.style import TextStyle
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Measurer

_ENOUGH = 0.8
"""Type is larger where the sides fill no more than this share of their room."""
_LEAST = 0.6
"""The least height of the sides, as a share of the body's."""
# In grid units: a side's padding, what lies between heading and text, the most that a heading takes.
_PADDING, _GAP, _HEADING = 4.0, 2.0, 13.0
_SPARE = 0.3
"""What a box is higher than its text, so that no rounding makes it too low."""
_POINTS_PER_UNIT = 6


class Side(Part):
    """One of the things that are compared."""

    heading: Words
    """What it is."""
    text: Prose | None = None
    """What is said of it."""
    items: tuple[Item, ...] = ()
    """What is said of it, as a list."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """A side of which nothing is said."""
        if not self.text and not self.items:
            hint = "write `text:` or `items:`"
            yield Diagnostic("missing-field", "nothing is said of this side", hint=hint, field="heading")


class Comparison(Content):
    """The fields of a comparison."""

    sides: Annotated[tuple[Side, ...], Size(2, 3)]
    """What is compared."""


def slide_layout(
    theme: Theme, styles: Sequence[Sequence[TextStyle]], heading: float = _HEADING, body: float | None = None
) -> SlideLayout:
    """The native slide layout: a side for each of these styles, with so much room for headings and texts."""
    grid = theme.grid
    count = len(styles)
    across = grid.columns / count
    cap = theme.marks.cap
    around = cap + 2 * _PADDING + _GAP + heading
    body = grid.body_height - around if body is None else body
    height = around + body
    top = top_of(grid.body_top, grid.body_height, height)
    slots, grounds = [], []
    for side, (levels, accent) in enumerate(zip(styles, ACCENTS, strict=False)):
        left, width = grid.x(side * across), grid.w(across)
        grounds.append(rectangle(f"Side {side + 1}", left, top, width, height, theme.grounds.card))
        grounds.append(rectangle(f"Cap {side + 1}", left, top, width, cap, accent))
        y, inner = top + cap + _PADDING, width - 2 * _PADDING
        style = coloured(theme.style("comparison-heading"), accent)
        at = (left + _PADDING, y, inner, heading)
        slots.append(slot(_heading_idx(side), f"Heading {side + 1}", at, style, prompt="Heading"))
        at = (left + _PADDING, y + heading + _GAP, inner, body)
        slots.append(slot(_text_idx(side), f"Text {side + 1}", at, *levels, prompt="Text"))
    decoration = (*marks(theme), *grounds)
    return SlideLayout(f"Comparison, {count}", WHITE, decoration, (title_slot(theme), *slots, *footer_slots(theme)))


def _heading_idx(side: int) -> int:
    return FIRST_IDX + 2 * side


def _text_idx(side: int) -> int:
    return FIRST_IDX + 2 * side + 1


def arrange(content: Comparison, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The sides at one size, no higher than their texts ask for, and their texts beginning on one line."""
    sides = content.sides
    texts_of = [_blocks(side) for side in sides]
    large, small = ([_styles(theme, side, large=large) for side in sides] for large in (True, False))
    first = slide_layout(theme, small)
    headings = measurer.fit(
        [frame(first.placeholder(_heading_idx(at)), (side.heading, 0)) for at, side in enumerate(sides)]
    )
    heading = min(_HEADING, _height(headings))
    room = theme.grid.body_height - theme.marks.cap - 2 * _PADDING - _GAP - heading

    def set_in(styles: Sequence[Sequence[TextStyle]], body: float) -> tuple[SlideLayout, tuple[FittedText, ...]]:
        layout = slide_layout(theme, styles, heading, body)
        return layout, measurer.fit(
            [framed(layout.placeholder(_text_idx(at)), said) for at, said in enumerate(texts_of)]
        )

    styles = large
    layout, texts = set_in(styles, room * _ENOUGH)
    if not all(text.fits and text.shrunk == 1 for text in texts):
        styles = small
        layout, texts = set_in(styles, room)
    least = room - (1 - _LEAST) * theme.grid.body_height
    layout, texts = set_in(styles, max(least, min(room, _height(texts))))
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    for at, (side, said, text) in enumerate(zip(sides, headings, texts, strict=True)):
        shapes.append(filled(layout.placeholder(_heading_idx(at)), said, f"sides.{side.id}.heading"))
        field = f"sides.{side.id}.{'text' if side.text else 'items'}"
        shapes.append(filled(layout.placeholder(_text_idx(at)), text, field))
    yield Page(layout, tuple(shapes), content.title.plain)


def _blocks(side: Side) -> list[Block]:
    text = [side.text.paragraphs] if side.text else []
    return [*text, *blocks(side.items, level=len(text))]


def _styles(theme: Theme, side: Side, *, large: bool) -> list[TextStyle]:
    """The levels of a side's text: what is said, then the list's three levels."""
    text = [theme.style("comparison-text-large" if large else "picture-text")] if side.text else []
    items = [theme.style(f"body-{level}") for level in (1, 2, 3)]
    return text + ([theme.style("comparison-item-large"), *items[:2]] if large else items)


def _height(texts: Iterable[FittedText]) -> float:
    """The height of the highest, in grid units, with a little to spare."""
    return max(text.height for text in texts) / _POINTS_PER_UNIT + _SPARE


LAYOUT = Layout(
    "comparison",
    Comparison,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, [[theme.style("body-1")]] * count) for count in (2, 3)],
    also=("compare", "versus", "vs", "pros-and-cons", "before-and-after", "two-content", "options"),
)
