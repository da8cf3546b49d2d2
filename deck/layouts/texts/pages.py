"""A text that flows over columns and slides: set large where it is little, parted where a thought ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import ceil
from typing import TYPE_CHECKING

from deck.layouts.frame.composition import ENOUGH, LOW, OPTICAL_MIDDLE, STEPS, top_of
from deck.layouts.frame.distribution import continued
from deck.layouts.frame.slots import FIRST_IDX, fill, filled
from deck.layouts.listings.panel import lit_bands
from deck.layouts.pictures.fit import contained
from deck.layouts.texts.figures import At
from deck.layouts.texts.flow import Segment, TextBlock, Unit, units
from deck.layouts.texts.measure import MEASURE, PICTURED_STEPS, Column, Measure, Plan, Widths
from deck.layouts.texts.places import (
    COLUMNS,
    MOST_SLOTS,
    Look,
    Place,
    boxes,
    picture_boxes,
    slide_layout,
    total,
    within,
)
from deck.model.layout import Page
from deck.model.shapes import Shape, SlideLayout, TextBox
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import Rect

if TYPE_CHECKING:
    from deck.layouts.texts.formulas import SetEquation

_HALVES, _UNEVEN = (5.65, 5.65), ((4.6, 6.9), (6.9, 4.6))
"""The columns of two: between them there is more than a gutter. Code and pictures may need more than their half."""
_REMARK_GAP = 2.0
"""Before the remark, in grid units."""
_SCALES = tuple(1 - step / 20 for step in range(9))
_LEAST_SCALE, _LEAST_CONTINUED = 0.7, 0.84
"""How much smaller than its styles a text in two columns may be, and one that stands in one column, or goes on."""
_STRICTLY = (1.0, 0.2)
"""How much it counts where a text is parted: less where it fits in no other way."""
_MOST_REMARK = 0.4
"""How much of the body a remark may take: a longer one is too long, and not what stands above it."""


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
        slide_layout(theme, [[Place(text, room)]], Look(MEASURE)),
        slide_layout(theme, [[Place(text, room)]] * 2, Look(_HALVES)),
        slide_layout(theme, [[Place(text, room - callout - gap), Place(note, callout)]], Look(MEASURE)),
    ]


class _Setter:
    def __init__(
        self, theme: Theme, measurer: Measurer, blocks: Sequence[TextBlock], remark: Sequence[TextBlock]
    ) -> None:
        self._theme = theme
        self._measurer = measurer
        self._measure = Measure(theme, measurer, blocks)
        self._pictured = any(block.kind == "picture" for block in blocks)
        foot = tuple(paragraph for block in remark if block.text for paragraph in block.text.paragraphs)
        self._remark = Segment("remark", foot)
        height = self._measure.height(self._remark, Plan((), (COLUMNS,)), 0) if remark else 0.0
        self._foot = min(height, theme.grid.body_height * _MOST_REMARK)
        self._measure.room = theme.grid.body_height - (self._foot + _REMARK_GAP if remark else 0)

    def pages(self, title: Text, parts: Sequence[Unit]) -> Iterator[Page]:
        plan = self._plan(parts)
        for number, columns in enumerate(plan.pages, start=1):
            yield self._page(continued(title, number, len(plan.pages)), columns, plan, last=number == len(plan.pages))

    def _plan(self, parts: Sequence[Unit]) -> Plan:
        whole = _blocks(parts)
        if self._pictured and (plan := self._with_pictures(parts)):
            return plan
        chosen = None
        for step in STEPS:
            plan = Plan([[whole]], MEASURE, step)
            if not self._measure.fits(plan, ENOUGH if step > 1 else 1):
                break
            chosen = plan
        smaller = (Plan([[whole]], MEASURE, 1, scale) for scale in _SCALES if scale >= _LEAST_CONTINUED)
        return chosen or next((plan for plan in smaller if self._measure.fits(plan)), None) or self._in_columns(parts)

    def _in_columns(self, parts: Sequence[Unit]) -> Plan:
        """Much text: in two columns if it can be parted, a little smaller if need be, and else on further slides."""
        from deck.layouts.texts.parts import parted

        kinds: list[Widths] = [_HALVES] if len(parts) > 1 else []
        # Code, and an equation that half the width is too little for, may take the whole of it.
        objects = self._measure.code or self._measure.equations
        if objects or not kinds:
            kinds.append(MEASURE if objects else (COLUMNS,))
        weights = {
            widths: [self._measure.column_height(part, Plan((), widths), 0) for part in parts] for widths in kinds
        }

        @cache
        def divided(pages: int, widths: Widths, strictly: float) -> list[list[Column]]:
            columns = len(widths)
            stacks: list[Column] = [_blocks(each) for each in parted(parts, weights[widths], pages * columns, strictly)]
            return [stacks[at : at + columns] for at in range(0, len(stacks), columns)]

        columns = len(kinds[0])
        most = max(1, len(parts) // columns)
        enough = ceil(sum(weights[kinds[0]]) * _LEAST_SCALE / (columns * self._measure.room))
        last = len(parts) if self._measure.code else most
        for pages in range(min(most, max(1, enough)), last + 1):
            least = _LEAST_SCALE if pages == 1 or self._measure.code else _LEAST_CONTINUED
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
        return Plan(divided(last, kinds[-1], _STRICTLY[-1]), kinds[-1], 1, 0)

    def _beside_code(self, parts: Sequence[Unit]) -> Iterator[tuple[list[list[Column]], Widths]]:
        """The ways in which a text stands in a narrow column beside all its code in a wide one."""
        for at in range(1, len(parts)):
            columns = [_blocks(parts[:at]), _blocks(parts[at:])]
            coded = [any(block.kind == "code" for block in column) for column in columns]
            if coded[0] != coded[1]:
                yield [columns], _UNEVEN[coded[0]]

    def _largest_of(self, tried: Sequence[tuple[list[list[Column]], Widths]], scales: Sequence[float]) -> Plan | None:
        """Of these ways to part the text, the one in which it, and code in it, is set largest; the first of several."""
        best, size = None, 0.0
        for pages, widths in tried:
            plans = (Plan(pages, widths, 1, scale) for scale in scales)
            if (plan := next((plan for plan in plans if self._measure.fits(plan)), None)) is None:
                continue
            code = self._measure.look(plan).code_size / self._theme.style("code").size if self._measure.code else 1.0
            if plan.scale * code > size:
                best, size = plan, plan.scale * code
            if size >= 1:
                break
        return best

    def _with_pictures(self, parts: Sequence[Unit]) -> Plan | None:
        """Pictures under, over or beside what is said, whichever shows both largest; None where that takes slides."""
        pictured = [any(block.kind == "picture" for block in part) for part in parts]
        # A column begins with pictures, or after them.
        cuts = [at for at in range(1, len(parts)) if pictured[at] or pictured[at - 1]]
        ways: list[tuple[list[Column], Widths]] = [([_blocks(parts)], (COLUMNS,))]
        ways += [([_blocks(parts[:at]), _blocks(parts[at:])], widths) for at in cuts for widths in (_HALVES, *_UNEVEN)]
        best, most = None, 0.0
        for columns, widths in ways:
            larger = [Plan([columns], widths, step) for step in reversed(PICTURED_STEPS)]
            smaller = [Plan([columns], widths, 1, scale) for scale in _SCALES if scale < 1]
            plan = next((plan for plan in (*larger, *smaller) if self._measure.fits(plan)), None)
            if plan and (worth := self._measure.worth(plan, columns)) > most:
                best, most = plan, worth
        return best

    def _page(self, title: Text, columns: Sequence[Column], plan: Plan, *, last: bool) -> Page:
        theme = self._theme
        shown = [
            self._measure.grown(self._measure.places(column, plan, number), plan, number)
            for number, column in enumerate(columns)
        ]
        foot = self._foot if last else 0.0
        low = len(plan.pages) == 1 and all(total(column) < LOW * self._measure.room for column in shown)
        plain = all(len(column) == 1 and column[0].segment.kind == "text" for column in shown)
        top: float | None = None
        if plain:
            room = self._measure.room * (2 * OPTICAL_MIDDLE if low else 1)
            placed = [[column[0]._replace(height=room)] for column in shown]
        else:
            placed = [within(column, self._measure.room) for column in shown]
            top = top_of(theme.grid.body_top, self._measure.room, max(map(total, shown))) if low else None
        look = self._measure.look(plan)
        layout = slide_layout(theme, placed, look, top, low=plain and low, foot=foot)
        shapes: list[Shape] = [fill(self._measurer, layout.placeholder(0), "title", (title, 0))]
        idx = FIRST_IDX
        for number, place, at in boxes(theme, placed, look, theme.grid.body_top if top is None else top):
            if place.segment.kind == "picture":
                own = list(self._pictures(place, at, layout, idx))
                shapes += own
                idx += sum(isinstance(shape, TextBox) for shape in own)
                continue
            if place.segment.equation:
                shapes.append(
                    self._equation(place.segment.equation, self._measure.equation(place.segment, plan, number), at)
                )
                continue
            if place.segment.table:
                setting = self._measure.table(place.segment, at, plan.step)
                shapes.append(setting.whole(plan.scale, title.plain))
                continue
            slot = layout.placeholder(idx)
            said = self._measurer.measure(Frame(place.segment.paragraphs, slot.body, slot.rect), plan.scale)
            shapes += lit_bands(slot, place.segment.lit, said.sizes[0], theme) if place.segment.lit else []
            shapes.append(filled(slot, said, "text"))
            idx += 1
        if foot:
            slot = layout.placeholder(FIRST_IDX + MOST_SLOTS)
            said = self._measurer.measure(Frame(self._remark.paragraphs, slot.body, slot.rect))
            shapes.append(filled(slot, said, "text"))
        return Page(layout, tuple(shapes), title.plain)

    def _equation(self, block: TextBlock, said: SetEquation, at: At) -> Shape:
        from deck.layouts.texts.formulas import shape_of

        return shape_of(said, at, self._theme, f"text.{block.id}.tex")

    def _pictures(self, place: Place, at: At, layout: SlideLayout, idx: int) -> Iterator[Shape]:
        """Pictures, each with its caption, if it has one; `idx` is the first caption's slot."""
        for block, box in zip(place.segment.pictures, picture_boxes(place, at), strict=True):
            if block.picture:
                yield contained("Picture", block.picture, Rect.of_units(*box), field=f"text.{block.id}.picture")
            if block.text:
                yield fill(self._measurer, layout.placeholder(idx), f"text.{block.id}.text", (block.text, 0))
                idx += 1


def _blocks(parts: Sequence[Unit]) -> Column:
    return [block for part in parts for block in part]
