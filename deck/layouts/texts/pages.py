"""A text that flows over columns and slides: set large where it is little, parted where a thought ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import ceil
from typing import NamedTuple

from deck.layouts.frame.composition import ENOUGH, LOW, OPTICAL_MIDDLE, STEPS, grown, top_of
from deck.layouts.frame.distribution import continued
from deck.layouts.frame.slots import FIRST_IDX, fill, filled
from deck.layouts.listings.panel import lit_bands
from deck.layouts.listings.plan import PADDING
from deck.layouts.texts.flow import Segment, TextBlock, Unit, segments, units
from deck.layouts.texts.places import COLUMNS, MOST_SLOTS, Look, Place, slide_layout, slot_of, total, within
from deck.model.layout import Page
from deck.model.shapes import Shape, SlideLayout
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer

_MEASURE, _HALVES, _UNEVEN = (9.0,), (5.65, 5.65), ((4.6, 6.9), (6.9, 4.6))
"""How many of the grid's columns a column of text is wide: a line is then as long as it is read well, and between two
columns there is more than a gutter. Code may need more than its half."""
_REMARK_GAP, _SPARE = 2.0, 0.3
"""Before the remark, and what a box is higher than its text, in grid units."""
_POINTS_PER_UNIT = 6
_SCALES = tuple(1 - step / 20 for step in range(9))
_LEAST_SCALE, _LEAST_CONTINUED = 0.7, 0.84
"""How much smaller than its styles a text in two columns may be, and one that stands in one column, or goes on."""
_STRICTLY = (1.0, 0.2)
"""How much it counts where a text is parted: less where it fits in no other way."""
_MOST_REMARK = 0.4
"""How much of the body a remark may take: a longer one is too long, and not what stands above it."""

Column = Sequence[TextBlock]
Widths = tuple[float, ...]


class _Plan(NamedTuple):
    """Pages of columns. `widths` are these columns', in columns of the grid; `step` and `scale` are by how much their
    text is larger or smaller than its styles."""

    pages: Sequence[Sequence[Column]]
    widths: Widths
    step: float = 1
    scale: float = 1


def arranged(
    title: Text, blocks: Sequence[TextBlock], remark: Sequence[TextBlock], theme: Theme, measurer: Measurer
) -> Iterator[Page]:
    """The pages of these blocks, the last of them with the remark at its foot."""
    return _Setter(theme, measurer, blocks, remark).pages(title, units(blocks))


def offered(theme: Theme) -> list[SlideLayout]:
    """The native slide layouts: a text in one column or two, and one with a callout under it."""
    room = theme.grid.body_height
    callout, gap = 14.0, 1.8
    text, note = Segment("text", ()), Segment("note", ())
    return [
        slide_layout(theme, [[Place(text, room)]], Look(_MEASURE)),
        slide_layout(theme, [[Place(text, room)]] * 2, Look(_HALVES)),
        slide_layout(theme, [[Place(text, room - callout - gap), Place(note, callout)]], Look(_MEASURE)),
    ]


class _Setter:
    def __init__(
        self, theme: Theme, measurer: Measurer, blocks: Sequence[TextBlock], remark: Sequence[TextBlock]
    ) -> None:
        self._numbered = any(block.number is not None for block in blocks)
        self._theme = theme
        self._measurer = measurer
        self._code = self._widest(blocks)
        foot = tuple(paragraph for block in remark if block.text for paragraph in block.text.paragraphs)
        self._remark = Segment("remark", foot)
        height = self._height(self._remark, _Plan((), (COLUMNS,)), 0) if remark else 0.0
        self._foot = min(height, theme.grid.body_height * _MOST_REMARK)
        self._room = theme.grid.body_height - (self._foot + _REMARK_GAP if remark else 0)

    def pages(self, title: Text, parts: Sequence[Unit]) -> Iterator[Page]:
        plan = self._plan(parts)
        for number, columns in enumerate(plan.pages, start=1):
            yield self._page(continued(title, number, len(plan.pages)), columns, plan, last=number == len(plan.pages))

    def _widest(self, blocks: Sequence[TextBlock]) -> float:
        """The width of the widest line of code, in its sizes; 0 where there is none."""
        size = self._theme.style("code").size
        code = [each for each in segments(self._theme, blocks) if each.kind == "code"]
        texts = (self._measured(each, Look((COLUMNS,), code_size=size), 0) for each in code)
        return max((line.start + line.width for text in texts for line in text.lines), default=0.0) / size

    def _look(self, plan: _Plan) -> Look:
        """How a plan's texts are set: code as large as its widest line can be, over the whole grid where that helps."""
        look = Look(plan.widths, plan.step, self._numbered)
        if not self._code:
            return look
        style = self._theme.style("code")
        wide = len(plan.widths) == 1 and self._largest(plan.widths[0]) < style.size
        room = COLUMNS if wide else max(plan.widths)
        size = max(style.minimum_size, min(grown(style, plan.step).size, self._largest(room)))
        return look._replace(code_size=size, wide=wide)

    def _largest(self, width: float) -> float:
        """The largest size in points at which no line of code is wider than a panel of so many columns."""
        return int((self._theme.grid.w(width) - 2 * PADDING) * _POINTS_PER_UNIT / self._code)

    def _plan(self, parts: Sequence[Unit]) -> _Plan:
        whole = _blocks(parts)
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

        kinds: list[Widths] = [_HALVES] if len(parts) > 1 else []
        if self._code or not kinds:
            kinds.append(_MEASURE if self._code else (COLUMNS,))
        weights = {widths: [self._column_height(part, _Plan((), widths), 0) for part in parts] for widths in kinds}

        @cache
        def divided(pages: int, widths: Widths, strictly: float) -> list[list[Column]]:
            columns = len(widths)
            stacks: list[Column] = [_blocks(each) for each in parted(parts, weights[widths], pages * columns, strictly)]
            return [stacks[at : at + columns] for at in range(0, len(stacks), columns)]

        columns = len(kinds[0])
        most = max(1, len(parts) // columns)
        enough = ceil(sum(weights[kinds[0]]) * _LEAST_SCALE / (columns * self._room))
        last = len(parts) if self._code else most
        for pages in range(min(most, max(1, enough)), last + 1):
            least = _LEAST_SCALE if pages == 1 or self._code else _LEAST_CONTINUED
            tried: list[tuple[list[list[Column]], Widths]] = [
                (divided(pages, widths, strictly), widths)
                for widths in kinds
                if pages * len(widths) <= len(parts)
                for strictly in _STRICTLY
            ]
            tried += self._beside_code(parts) if pages == 1 else []
            scales = [scale for scale in _SCALES if scale >= least or pages == last]
            if plan := self._largest_of(tried, scales):
                return plan
        return _Plan(divided(last, kinds[-1], _STRICTLY[-1]), kinds[-1], 1, 0)

    def _beside_code(self, parts: Sequence[Unit]) -> Iterator[tuple[list[list[Column]], Widths]]:
        """The ways in which a text stands in a narrow column beside all its code in a wide one."""
        for at in range(1, len(parts)):
            columns = [_blocks(parts[:at]), _blocks(parts[at:])]
            coded = [any(block.kind == "code" for block in column) for column in columns]
            if coded[0] != coded[1]:
                yield [columns], _UNEVEN[coded[0]]

    def _largest_of(self, tried: Sequence[tuple[list[list[Column]], Widths]], scales: Sequence[float]) -> _Plan | None:
        """Of these ways to part the text, the one in which it, and code in it, is set largest; the first of several."""
        best, size = None, 0.0
        for pages, widths in tried:
            plans = (_Plan(pages, widths, 1, scale) for scale in scales)
            if (plan := next((plan for plan in plans if self._fits(plan)), None)) is None:
                continue
            code = self._look(plan).code_size / self._theme.style("code").size if self._code else 1.0
            if plan.scale * code > size:
                best, size = plan, plan.scale * code
            if size >= 1:
                break
        return best

    def _fits(self, plan: _Plan, share: float = 1) -> bool:
        return all(
            self._column_height(column, plan, number) <= self._room * share
            and not any(self._text(segment, plan, number).overflow for segment in segments(self._theme, column))
            for columns in plan.pages
            for number, column in enumerate(columns)
        )

    def _column_height(self, column: Column, plan: _Plan, number: int) -> float:
        return total(self._places(column, plan, number))

    def _places(self, column: Column, plan: _Plan, number: int) -> list[Place]:
        return [Place(segment, self._height(segment, plan, number)) for segment in segments(self._theme, column)]

    def _height(self, segment: Segment, plan: _Plan, number: int) -> float:
        around = 2 * PADDING if segment.kind == "code" else 0.0
        return self._text(segment, plan, number).height / _POINTS_PER_UNIT + _SPARE + around

    def _text(self, segment: Segment, plan: _Plan, number: int) -> FittedText:
        return self._measured(segment, self._look(plan), number, plan.scale)

    def _measured(self, segment: Segment, look: Look, number: int, scale: float = 1) -> FittedText:
        grid = self._theme.grid
        width = grid.w(look.width(number, segment.kind))
        place = slot_of(self._theme, 0, segment.kind, (0, 0, width, grid.body_height), look)
        return self._measurer.measure(Frame(segment.paragraphs, place.body, place.rect), scale)

    def _page(self, title: Text, columns: Sequence[Column], plan: _Plan, *, last: bool) -> Page:
        theme = self._theme
        shown = [self._places(column, plan, number) for number, column in enumerate(columns)]
        foot = self._foot if last else 0.0
        low = len(plan.pages) == 1 and all(total(column) < LOW * self._room for column in shown)
        plain = all(len(column) == 1 and column[0].segment.kind == "text" for column in shown)
        top: float | None = None
        if plain:
            room = self._room * (2 * OPTICAL_MIDDLE if low else 1)
            placed = [[column[0]._replace(height=room)] for column in shown]
        else:
            placed = [within(column, self._room) for column in shown]
            top = top_of(theme.grid.body_top, self._room, max(map(total, shown))) if low else None
        layout = slide_layout(theme, placed, self._look(plan), top, low=plain and low, foot=foot)
        shapes: list[Shape] = [fill(self._measurer, layout.placeholder(0), "title", (title, 0))]
        for idx, (segment, _) in enumerate((each for column in placed for each in column), start=FIRST_IDX):
            place = layout.placeholder(idx)
            said = self._measurer.measure(Frame(segment.paragraphs, place.body, place.rect), plan.scale)
            shapes += lit_bands(place, segment.lit, said.sizes[0], theme) if segment.lit else []
            shapes.append(filled(place, said, "text"))
        if foot:
            place = layout.placeholder(FIRST_IDX + MOST_SLOTS)
            said = self._measurer.measure(Frame(self._remark.paragraphs, place.body, place.rect))
            shapes.append(filled(place, said, "text"))
        return Page(layout, tuple(shapes), title.plain)


def _blocks(parts: Sequence[Unit]) -> Column:
    return [block for part in parts for block in part]
