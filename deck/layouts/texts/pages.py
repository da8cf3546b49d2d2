"""A text that flows over columns and slides: set large where it is little, parted where a thought ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from deck.layouts.frame.composition import ENOUGH, LOW, OPTICAL_MIDDLE, STEPS, grown, top_of
from deck.layouts.frame.distribution import continued
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.frame.slots import FIRST_IDX, fill, filled, slot
from deck.layouts.texts.callout import CALLOUT_INSETS, callout_ground, ground_of
from deck.layouts.texts.flow import TextBlock, Unit, flow_styles, segments, units
from deck.model.layout import Page
from deck.model.shapes import AutoShape, Placeholder, Shape, SlideLayout
from deck.model.style import Anchor, TextStyle
from deck.model.text import Paragraph, Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer

_COLUMNS, _MEASURE, _HALF = 12, 9, 5.65
"""The grid's columns, and how many of them a column of text is wide: a line is then as long as it is read well, and
between two columns there is more than a gutter."""
_GAP, _TEXT_GAP, _REMARK_GAP, _SPARE = 1.8, 2.6, 2.0, 0.3
"""Between a text and a callout, between two texts, before the remark, and what a box is higher than its text, in grid
units."""
_POINTS_PER_UNIT = 6
_SCALES = tuple(1 - step / 20 for step in range(9))
_LEAST_SCALE, _LEAST_CONTINUED = 0.7, 0.84
"""How much smaller than its styles a text in two columns may be, and one that stands in one column, or goes on."""
_STRICTLY = (1.0, 0.2)
"""How much it counts where a text is parted: less where it fits in no other way."""
_MOST_REMARK = 0.4
"""How much of the body a remark may take: a longer one is too long, and not what stands above it."""
_MOST_SLOTS = 24

Column = Sequence[TextBlock]


class _Segment(NamedTuple):
    """A text that flows (`text`), or a callout of this kind; `height` is what it takes, in grid units."""

    kind: str
    height: float
    paragraphs: tuple[Paragraph, ...] = ()


class _Plan(NamedTuple):
    """Pages of columns. `width` is a column's, in columns of the grid; `step` and `scale` are by how much its text is
    larger or smaller than its styles."""

    pages: Sequence[Sequence[Column]]
    width: float
    step: float = 1
    scale: float = 1


def arranged(
    title: Text, blocks: Sequence[TextBlock], remark: Sequence[TextBlock], theme: Theme, measurer: Measurer
) -> Iterator[Page]:
    """The pages of these blocks, the last of them with the remark at its foot."""
    numbered = any(block.number is not None for block in blocks)
    return _Setter(theme, measurer, remark, numbered=numbered).pages(title, units(blocks))


def offered(theme: Theme) -> list[SlideLayout]:
    """The native slide layouts: a text in one column or two, and one with a callout under it."""
    room = theme.grid.body_height
    callout = 14.0
    return [
        _slide_layout(theme, [[_Segment("text", room)]], _MEASURE),
        _slide_layout(theme, [[_Segment("text", room)]] * 2, _HALF),
        _slide_layout(theme, [[_Segment("text", room - callout - _GAP), _Segment("note", callout)]], _MEASURE),
    ]


class _Setter:
    def __init__(self, theme: Theme, measurer: Measurer, remark: Sequence[TextBlock], *, numbered: bool) -> None:
        self._numbered = numbered
        self._theme = theme
        self._measurer = measurer
        self._remark = [paragraph for block in remark for paragraph in block.text.paragraphs]
        foot = self._height("remark", self._remark, _COLUMNS, 1, 1) if remark else 0.0
        self._foot = min(foot, theme.grid.body_height * _MOST_REMARK)
        self._room = theme.grid.body_height - (self._foot + _REMARK_GAP if remark else 0)

    def pages(self, title: Text, parts: Sequence[Unit]) -> Iterator[Page]:
        plan = self._plan(parts)
        for number, columns in enumerate(plan.pages, start=1):
            yield self._page(continued(title, number, len(plan.pages)), columns, plan, last=number == len(plan.pages))

    def _plan(self, parts: Sequence[Unit]) -> _Plan:
        whole = [block for part in parts for block in part]
        chosen = None
        for step in STEPS:
            plan = _Plan([[whole]], _MEASURE, step)
            if not self._fits(plan, ENOUGH if step > 1 else 1):
                break
            chosen = plan
        smaller = (_Plan([[whole]], _MEASURE, 1, scale) for scale in _SCALES if scale >= _LEAST_CONTINUED)
        return chosen or next((plan for plan in smaller if self._fits(plan)), None) or self._in_columns(parts)

    def _in_columns(self, parts: Sequence[Unit]) -> _Plan:
        """Much text: in two columns if it can be parted, a little smaller if need be, and else on further slides."""
        from deck.layouts.texts.parts import parted

        columns = min(2, len(parts))
        width = _HALF if columns > 1 else _COLUMNS
        weights = [self._column_height(part, width, 1, 1) for part in parts]

        @cache
        def divided(pages: int, strictly: float) -> list[list[Column]]:
            stacks: list[Column] = [
                [block for part in each for block in part] for each in parted(parts, weights, pages * columns, strictly)
            ]
            return [stacks[at : at + columns] for at in range(0, len(stacks), columns)]

        most = max(1, len(parts) // columns)
        enough = ceil(sum(weights) * _LEAST_SCALE / (columns * self._room))
        for pages in range(min(most, max(1, enough)), most + 1):
            least = _LEAST_SCALE if pages == 1 else _LEAST_CONTINUED
            plans = (
                _Plan(divided(pages, strictly), width, 1, scale)
                for strictly in _STRICTLY
                for scale in _SCALES
                if scale >= least or pages == most
            )
            if plan := next((plan for plan in plans if self._fits(plan)), None):
                return plan
        return _Plan(divided(most, _STRICTLY[-1]), width, 1, 0)

    def _fits(self, plan: _Plan, share: float = 1) -> bool:
        return all(
            self._column_height(column, plan.width, plan.step, plan.scale) <= self._room * share
            and not any(
                self._text(kind, said, plan.width, plan.step, plan.scale).overflow for kind, said in segments(column)
            )
            for columns in plan.pages
            for column in columns
        )

    def _column_height(self, column: Column, width: float, step: float, scale: float) -> float:
        return _total([_Segment(kind, self._height(kind, said, width, step, scale)) for kind, said in segments(column)])

    def _height(self, kind: str, said: Sequence[Paragraph], width: float, step: float, scale: float) -> float:
        return self._text(kind, said, width, step, scale).height / _POINTS_PER_UNIT + _SPARE

    def _text(self, kind: str, said: Sequence[Paragraph], width: float, step: float, scale: float) -> FittedText:
        grid = self._theme.grid
        place = _slot(self._theme, 0, kind, (0, 0, grid.w(width), grid.body_height), step, numbered=self._numbered)
        return self._measurer.measure(Frame(tuple(said), place.body, place.rect), scale)

    def _page(self, title: Text, columns: Sequence[Column], plan: _Plan, *, last: bool) -> Page:
        shown = [
            [
                _Segment(kind, self._height(kind, said, plan.width, plan.step, plan.scale), said)
                for kind, said in segments(column)
            ]
            for column in columns
        ]
        foot = self._foot if last else 0.0
        low = len(plan.pages) == 1 and all(_total(column) < LOW * self._room for column in shown)
        plain = all(len(column) == 1 and column[0].kind == "text" for column in shown)
        top: float | None = None
        if plain:
            room = self._room * (2 * OPTICAL_MIDDLE if low else 1)
            heights = [[_Segment("text", room)] for _ in shown]
        else:
            heights = [_within(column, self._room) for column in shown]
            top = top_of(self._theme.grid.body_top, self._room, max(map(_total, shown))) if low else None
        layout = _slide_layout(
            self._theme, heights, plan.width, plan.step, top, low=plain and low, foot=foot, numbered=self._numbered
        )
        shapes: list[Shape] = [fill(self._measurer, layout.placeholder(0), "title", (title, 0))]
        for idx, segment in enumerate((each for column in shown for each in column), start=FIRST_IDX):
            place = layout.placeholder(idx)
            said = self._measurer.measure(Frame(segment.paragraphs, place.body, place.rect), plan.scale)
            shapes.append(filled(place, said, "text"))
        if foot:
            place = layout.placeholder(FIRST_IDX + _MOST_SLOTS)
            said = self._measurer.measure(Frame(tuple(self._remark), place.body, place.rect))
            shapes.append(filled(place, said, "text"))
        return Page(layout, tuple(shapes), title.plain)


def _total(column: Sequence[_Segment]) -> float:
    """The height of a column, in grid units."""
    return sum(each.height for each in column) + sum(_gaps(column))


def _within(column: Sequence[_Segment], room: float) -> list[_Segment]:
    """The segments at heights that fill no more than the room. What is higher than its share is cut down, and so told
    to be too long; what is not has its own height."""
    room -= sum(_gaps(column))
    heights: list[float] = []
    for left, height in zip(range(len(column), 0, -1), sorted(each.height for each in column), strict=True):
        heights.append(min(height, (room - sum(heights)) / left))
    most = max(heights)
    return [each._replace(height=min(each.height, most)) for each in column]


def _gaps(column: Sequence[_Segment]) -> list[float]:
    """What lies before each segment but the first."""
    return [_TEXT_GAP if one.kind == other.kind == "text" else _GAP for one, other in pairwise(column)]


def _slide_layout(
    theme: Theme,
    columns: Sequence[Sequence[_Segment]],
    width: float,
    step: float = 1,
    top: float | None = None,
    *,
    low: bool = False,
    foot: float = 0.0,
    numbered: bool = False,
) -> SlideLayout:
    """The native slide layout: columns of texts and callouts, each with its height in grid units, and a remark."""
    grid = theme.grid
    slots: list[Placeholder] = []
    grounds: list[AutoShape] = []
    for number, column in enumerate(columns):
        y = grid.body_top if top is None else top
        for (kind, height, _), gap in zip(column, [0.0, *_gaps(column)], strict=True):
            y += gap
            at = (grid.x(number * _COLUMNS / len(columns)), y, grid.w(width), height)
            place = _slot(theme, len(slots), kind, at, step, "middle" if low else "top", numbered=numbered)
            slots.append(place)
            grounds += callout_ground(theme, kind, at, len(slots))
            y += height
    if foot:
        at = (grid.x(0), grid.body_bottom - foot, grid.w(_COLUMNS), foot)
        slots.append(_slot(theme, _MOST_SLOTS, "remark", at, 1, "bottom"))
    called = any(each.kind != "text" for column in columns for each in column)
    parts = (
        ", numbered" * numbered,
        ", 2 columns" * (len(columns) > 1),
        ", larger" * (step > 1),
        ", in the middle" * low,
    )
    name = "Text" + "".join(parts) + " with callouts" * called + " and a remark" * bool(foot)
    return SlideLayout(name, WHITE, (*marks(theme), *grounds), (title_slot(theme), *slots, *footer_slots(theme)))


def _slot(
    theme: Theme,
    number: int,
    kind: str,
    at: tuple[float, float, float, float],
    step: float,
    anchor: Anchor = "top",
    *,
    numbered: bool = False,
) -> Placeholder:
    idx = FIRST_IDX + number
    nth = f" {number + 1}" if number else ""
    if kind == "text":
        return slot(idx, f"Text{nth}", at, *flow_styles(theme, step, numbered=numbered), prompt="Text", anchor=anchor)
    if kind == "remark":
        return slot(idx, "Remark", at, theme.style("text-remark"), prompt="Remark", anchor=anchor)
    style: TextStyle = grown(theme.style("text-callout"), step)
    return slot(
        idx, f"{kind.capitalize()}{nth}", ground_of(at), style, prompt="Text", insets=CALLOUT_INSETS, anchor="middle"
    )
