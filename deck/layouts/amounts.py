"""Amounts to scale, as squares: each inside the one before, or beside each other.

Example:
    layout: amounts
    title: Within modern slavery
    form: nested
    amounts:
      - {id: slavery, value: 50_000_000, label: people in modern slavery}
      - {id: labour, value: 28_000_000, label: people in **forced labour**}
      - {id: state, value: 3_900_000, label: of them by a State}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import sqrt
from typing import Annotated, Literal, Self

from deck.ground.diagnostics import Diagnostic
from deck.layouts.frame.composition import grown, step_that_suits, top_of
from deck.layouts.frame.furniture import ACCENTS, WHITE, footer_slots, marks, muted, title_slot
from deck.layouts.frame.slots import FIRST_IDX, coloured, fill, fill_alike, frame, slot
from deck.layouts.pictures.parts import Box
from deck.model.content import Content, Figure, Source, Words
from deck.model.fields import Part
from deck.model.layout import Layout, Page
from deck.model.measure import is_named, number_of, without_doubt
from deck.model.rules import Size
from deck.model.shapes import AutoShape, Connector, Group, Shape, SlideLayout
from deck.model.speech import Speech
from deck.model.style import Anchor, Stroke
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import Rect, units

_SOURCE = 4.4
_WORDS_HIGH, _GAP, _LEAST = 13.0, 5.0, 0.8
"""The height of an amount's words, what lies between them and the squares, and the least side of one that is seen."""
_UNDER = 15.0
_LARGEST_FIGURE, _LARGEST_LABEL = 54, 28
"""How large its words become where there is room."""
_EDGE, _LEADER = 0.25, 0.14
_FIGURE_MIDDLE = 3.0
"""How far under the top of its words the middle of a figure is."""


class AmountPart(Part):
    """One amount."""

    value: Figure
    """The figure."""
    label: Words
    """What it counts."""


class Amounts(Content):
    """The fields of amounts."""

    form: Literal["nested", "beside"] = "nested"
    """Whether each is part of the one before (`nested`), or they are compared `beside` each other."""
    amounts: Annotated[tuple[AmountPart, ...], Size(2, 4)]
    """The amounts; nested ones from the largest."""
    source: Source | None = None
    """Where the figures come from: the name of one of the outline’s sources."""
    _speech: Speech | None = None

    @property
    def reckons(self) -> bool:
        """Its squares are drawn of numbers."""
        return True

    def spoken(self, speech: Speech) -> Self:
        """With how its language lists figures, for its alternative text."""
        return self.replaced(_speech=speech)

    def mistakes(self) -> Iterator[Diagnostic]:
        """What is no amount, and a part that is more than what it is part of."""
        before: float | None = None
        for each in self.amounts:
            path, number = f"amounts.{each.id}.value", number_of(each.value)
            if is_named(each.value):
                before = None
                continue
            if number is None or number < 0:
                hint = "write one number, such as 28_000_000 or “≈ 49.6 million”"
                if plain := without_doubt(each.value, shown=True):
                    hint = f"write {plain}"
                yield Diagnostic("invalid-value", "a square is drawn of a number from nought on", hint=hint, field=path)
            elif self.form == "nested" and before is not None and number > before:
                message = "this is more than the amount before, of which it is a part"
                hint = "write the largest first, or `form: beside`"
                yield Diagnostic("part-exceeds-whole", message, hint=hint, field=path)
            before = number


def slide_layout(
    theme: Theme, form: str, boxes: Sequence[Box], step: float = 1, *, source: bool = False
) -> SlideLayout:
    """The native slide layout: words at these places, larger by a step, beside or under free space."""
    grid = theme.grid
    anchor: Anchor = "top"
    slots = [title_slot(theme)]
    for index, box in enumerate(boxes):
        figure, label = (
            grown(replace(theme.style(name), largest_size=most), step)
            for name, most in (("part-figure", _LARGEST_FIGURE), ("part-label", _LARGEST_LABEL))
        )
        styles = (coloured(figure, ACCENTS[index]), label)
        slots.append(slot(FIRST_IDX + index, f"Amount {index + 1}", box, *styles, prompt="Figure", anchor=anchor))
    if source:
        at = (grid.x(0), grid.body_bottom - _SOURCE, grid.w(grid.columns), _SOURCE)
        idx = FIRST_IDX + len(boxes)
        slots.append(slot(idx, "Source", at, theme.style("source"), prompt="Source", anchor="bottom"))
    name = f"Amounts {form}, {len(boxes)}{' with source' if source else ''}"
    return SlideLayout(name, WHITE, marks(theme), (*slots, *footer_slots(theme)))


def arrange(content: Amounts, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The squares, and the words at each."""
    assert content._speech
    speech = content._speech
    numbers = [max(0.0, number_of(each.value) or 0.0) for each in content.amounts]
    squares, boxes = _FORMS[content.form](theme, numbers, bool(content.source))

    def frames(step: float) -> Sequence[Frame]:
        places = slide_layout(theme, content.form, boxes, step).placeholders[1:]
        entries = ([(each.value.text, 0), (each.label, 1)] for each in content.amounts)
        return [frame(place, *texts) for place, texts in zip(places, entries, strict=False)]

    step = step_that_suits(frames, measurer, enough=1, whole=(0, 1))
    layout = slide_layout(theme, content.form, boxes, step, source=bool(content.source))
    said = [
        speech.phrase("chart.point", place=each.label.plain, value=each.value.text.plain) for each in content.amounts
    ]
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    # Squares stand above their words, or begin beside them; what is higher is read first.
    shapes.append(_group(squares, speech.listed(said)))
    shapes += fill_alike(
        measurer,
        [
            (layout.placeholder(FIRST_IDX + index), f"amounts.{each.id}", [(each.value.text, 0), (each.label, 1)])
            for index, each in enumerate(content.amounts)
        ],
    )
    if content.form == "nested":
        shapes += _leaders(theme, squares, boxes)
    if content.source:
        place = layout.placeholder(FIRST_IDX + len(boxes))
        shapes.append(fill(measurer, place, "source", (content.source.text, 0)))
    yield Page(layout, tuple(shapes), content.title.plain)


def _sides(numbers: Sequence[float], largest: float) -> list[float]:
    """The sides of squares whose areas are as the numbers, the largest with this side."""
    most = max(numbers) or 1.0
    return [max(_LEAST, largest * sqrt(number / most)) for number in numbers]


def _nested(theme: Theme, numbers: Sequence[float], source: bool) -> tuple[list[Box], list[Box]]:
    """Squares with one corner in common, at the side of the words; each one's words at its upper edge."""
    grid = theme.grid
    room = grid.body_height - (_SOURCE + 1 if source else 0)
    sides = _sides(numbers, room)
    right, bottom = grid.x(0) + room, grid.body_top + room
    squares = [(right - side, bottom - side, side, side) for side in sides]
    left = right + _GAP
    tops: list[float] = []
    for _, top, _, _ in squares:
        tops.append(max(top, tops[-1] + _WORDS_HIGH if tops else top))
    last = bottom
    for at in range(len(tops) - 1, -1, -1):
        tops[at] = min(tops[at], last - _WORDS_HIGH)
        last = tops[at]
    width = grid.x(0) + grid.w(grid.columns) - left
    return squares, [(left, top, width, _WORDS_HIGH) for top in tops]


def _beside(theme: Theme, numbers: Sequence[float], source: bool) -> tuple[list[Box], list[Box]]:
    """Squares on one line, each over its words."""
    grid = theme.grid
    across = grid.columns / len(numbers)
    room = grid.body_height - _UNDER - 1.5 - (_SOURCE if source else 0)
    sides = _sides(numbers, min(room, grid.w(across)))
    high = max(sides) + 1.5 + _UNDER
    foot = top_of(grid.body_top, grid.body_height - (_SOURCE if source else 0), high) + max(sides)
    squares = [(grid.x(at * across), foot - side, side, side) for at, side in enumerate(sides)]
    return squares, [(grid.x(at * across), foot + 1.5, grid.w(across), _UNDER) for at in range(len(numbers))]


def _group(squares: Sequence[Box], description: str) -> Group:
    edge = Stroke(WHITE, units(_EDGE))
    drawn = tuple(
        AutoShape(f"Square {at}", Rect.of_units(*square), "rect", colour, edge)
        for at, (square, colour) in enumerate(zip(squares, ACCENTS, strict=False), start=1)
    )
    left, top = min(each[0] for each in squares), min(each[1] for each in squares)
    right, bottom = max(each[0] + each[2] for each in squares), max(each[1] + each[3] for each in squares)
    return Group("Squares", Rect.of_units(left, top, right - left, bottom - top), drawn, description)


def _leaders(theme: Theme, squares: Sequence[Box], boxes: Sequence[Box]) -> Iterator[Connector]:
    """A line from each square to its words, level with their figure."""
    stroke = Stroke(muted(theme), units(_LEADER))
    for number, ((left, top, side, _), (start, words, _, _)) in enumerate(zip(squares, boxes, strict=True), start=1):
        begin, end = min(top + _FIGURE_MIDDLE, top + side / 2), words + _FIGURE_MIDDLE
        x, width = left + side, start - 1 - left - side
        at = Rect.of_units(x, min(begin, end), width, abs(end - begin))
        yield Connector(f"Leader {number}", at, stroke, flipped=end < begin)


_FORMS = {"nested": _nested, "beside": _beside}
_SAMPLES = (
    """
    layout: amounts
    title: What is earned and what is spent
    form: beside
    amounts:
      - {id: profits, value: 236, label: billion US$ of profits from forced labour}
      - {id: cost, value: 212, label: billion US$ that ending it would cost}
    source: estimates
    """,
)

LAYOUT = Layout(
    "amounts",
    Amounts,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, form, make(theme, [4, 1], False)[1]) for form, make in _FORMS.items()],
    also=("nested", "nested-amounts", "scale", "comparison-to-scale", "squares", "treemap"),
    samples=_SAMPLES,
)
