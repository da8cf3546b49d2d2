"""A text, measured in a plan: how its columns are set, how high they are, and how much of its pictures is seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from deck.layouts.frame.composition import grown
from deck.layouts.listings.plan import PADDING
from deck.layouts.tables.setting import TableSetting
from deck.layouts.texts.figures import CAPTION_GAP, At, area, arrangement, height_of, least_height
from deck.layouts.texts.flow import Segment, TextBlock, segments
from deck.layouts.texts.places import COLUMNS, Look, Place, boxes, picture_boxes, slot_of, total
from deck.model.style import TextBody
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer
from deck.model.units import EMU_PER_UNIT, Rect, units

if TYPE_CHECKING:
    from deck.layouts.texts.formulas import SetEquation

MEASURE = (9.0,)
"""How many of the grid's columns one column of text is wide: a line is then as long as it is read well."""
PICTURED_STEPS = (1.0, 1.18, 1.36)
"""How much larger a text with pictures is set."""
_SPARE, _POINTS_PER_UNIT = 0.3, 6
"""What a box is higher than its text, in grid units."""
_ENOUGH_SHOWN = 0.4
"""The share of the body that is as much as pictures need."""
_TYPE, _SEEN, _USED = 1.5, 0.7, 0.3
"""By which powers the size of type, that of pictures, and the share of their column's width that they take count."""

Column = Sequence[TextBlock]
Widths = tuple[float, ...]


class Plan(NamedTuple):
    """Pages of columns. `widths` are these columns', in columns of the grid; `step` and `scale` are by how much their
    text is larger or smaller than its styles."""

    pages: Sequence[Sequence[Column]]
    widths: Widths
    step: float = 1
    scale: float = 1


class Measure:
    """Measures the columns of one text, in a room of this height, in grid units."""

    def __init__(self, theme: Theme, measurer: Measurer, blocks: Sequence[TextBlock]) -> None:
        self._theme, self._measurer = theme, measurer
        self._numbered = any(block.number is not None for block in blocks)
        self.room = theme.grid.body_height
        self.code = self._widest(blocks)
        self.equations = [Segment("equation", (), equation=block) for block in blocks if block.tex]
        tables = [Segment("table", (), table=block) for block in blocks if block.table]
        whole = (0.0, 0.0, theme.grid.w(COLUMNS), self.room)
        self._table = max((self.table(table, whole, 1).wanted for table in tables), default=0.0)

    def _widest(self, blocks: Sequence[TextBlock]) -> float:
        """The width of the widest line of code, in its sizes; 0 where there is none."""
        size = self._theme.style("code").size
        code = [each for each in segments(self._theme, blocks) if each.kind == "code"]
        texts = (self._measured(each, Look((COLUMNS,), code_size=size), 0) for each in code)
        return max((line.start + line.width for text in texts for line in text.lines), default=0.0) / size

    def look(self, plan: Plan) -> Look:
        """How a plan's texts are set: code as large as its widest line can be, over the whole grid where that helps."""
        look = Look(plan.widths, plan.step, self._numbered)
        alone = len(plan.widths) == 1
        wide = {"table"} if alone and self._table > units(self._theme.grid.w(plan.widths[0])) else set()
        wide |= {"equation"} if alone and self._too_wide(plan.widths[0]) else set()
        if self.code:
            style = self._theme.style("code")
            wide |= {"code"} if alone and self._largest(plan.widths[0]) < style.size else set()
            room = COLUMNS if "code" in wide else max(plan.widths)
            size = max(style.minimum_size, min(grown(style, plan.step).size, self._largest(room)))
            look = look._replace(code_size=size)
        return look._replace(wide=frozenset(wide))

    def _too_wide(self, columns: float) -> bool:
        """Whether an equation is wider than so many columns, at its least size and broken where it can be."""
        return any(self._equation(segment, columns, 0).over for segment in self.equations)

    def _largest(self, width: float) -> float:
        """The largest size in points at which no line of code is wider than a panel of so many columns."""
        return int((self._theme.grid.w(width) - 2 * PADDING) * _POINTS_PER_UNIT / self.code)

    def fits(self, plan: Plan, share: float = 1) -> bool:
        """Whether all columns of a plan take no more than this share of the room, pictures as little as they may."""
        return all(
            self.column_height(column, plan, number) <= self.room * share
            and not any(self._overflows(segment, plan, number) for segment in segments(self._theme, column))
            for columns in plan.pages
            for number, column in enumerate(columns)
        )

    def _overflows(self, segment: Segment, plan: Plan, number: int) -> bool:
        """Whether a word or a line of code is wider than its place."""
        if segment.table:
            return not self._set_table(segment, plan, number).fits(plan.scale)
        if segment.equation:
            return bool(self.equation(segment, plan, number).over)
        return segment.kind != "picture" and not self._text(segment, plan, number).fits

    def table(self, segment: Segment, at: At, step: float) -> TableSetting:
        """A table in this box."""
        block = segment.table
        assert block is not None
        assert block.table is not None
        path = f"text.{block.id}.table."
        return TableSetting(block.table, self._theme, self._measurer, Rect.of_units(*at), step, path=path)

    def equation(self, segment: Segment, plan: Plan, number: int) -> SetEquation:
        """An equation in a plan's column."""
        size = grown(self._theme.style("text"), plan.step).size * plan.scale
        return self._equation(segment, self.look(plan).width(number, segment.kind), size)

    def _equation(self, segment: Segment, columns: float, size: float) -> SetEquation:
        """An equation in so many of the grid's columns, beside words of this size; no smaller than words may be."""
        # A text without equations is not to wait for what sets them.
        from deck.layouts.texts.formulas import LARGER, equation_in

        assert segment.equation
        least = self._theme.style("text").minimum_size
        return equation_in(segment.equation.tex or "", self._theme.grid.w(columns), max(least, size * LARGER), least)

    def _set_table(self, segment: Segment, plan: Plan, number: int) -> TableSetting:
        width = self._theme.grid.w(self.look(plan).width(number, segment.kind))
        return self.table(segment, (0, 0, width, self.room), plan.step)

    def column_height(self, column: Column, plan: Plan, number: int) -> float:
        """How high a plan's column is that holds these blocks, in grid units."""
        return total(self.places(column, plan, number))

    def places(self, column: Column, plan: Plan, number: int) -> list[Place]:
        """What the parts of a plan's column take, pictures as little as they may."""
        return [
            self._pictures(segment, plan, number)
            if segment.kind == "picture"
            else Place(segment, self.height(segment, plan, number))
            for segment in segments(self._theme, column)
        ]

    def grown(self, column: Sequence[Place], plan: Plan, number: int) -> list[Place]:
        """The parts of a column, in which pictures take all the room that they can."""
        spare = self.room - total(column)
        larger = list(column)
        for at, place in enumerate(column):
            if place.segment.kind == "picture" and spare > 0:
                width = self._theme.grid.w(self.look(plan).width(number, "picture"))
                found = arrangement(place.segment.shown, width, place.height + spare, place.captions)
                larger[at] = place._replace(height=height_of(found, place.captions), alone=len(column) == 1)
                spare -= larger[at].height - place.height
        return larger

    def worth(self, plan: Plan, columns: Sequence[Column]) -> float:
        """How well a plan shows its text and its pictures: by their sizes, and by what pictures leave empty beside them
        in their column."""
        grid = self._theme.grid
        placed = [self.grown(self.places(column, plan, at), plan, at) for at, column in enumerate(columns)]
        shown, used = 0.0, 1.0
        for _, place, at in boxes(self._theme, placed, self.look(plan), 0):
            if place.segment.kind == "picture":
                found = picture_boxes(place, at)
                shown += area(found)
                right = max(left + width for left, _, width, _ in found)
                used = used if place.alone else min(used, (right - at[0]) / at[2])
        whole = self._theme.grid.w(COLUMNS) * grid.body_height
        worded = any(
            place.segment.kind not in ("picture", "code", "table", "equation") for column in placed for place in column
        )
        size = plan.step * plan.scale if worded else PICTURED_STEPS[-1]
        text = min(size / PICTURED_STEPS[-1], 1.0) * min(size, 1.0)
        code = self.look(plan).code_size * plan.scale / self._theme.style("code").size if self.code else 1.0
        seen = min(1.0, shown / (_ENOUGH_SHOWN * whole))
        worth: float = text**_TYPE * min(1.0, code) * seen**_SEEN * used**_USED
        return worth

    def _pictures(self, segment: Segment, plan: Plan, number: int) -> Place:
        """Pictures at the least height that they take, with room for their captions."""
        width = self._theme.grid.w(self.look(plan).width(number, segment.kind))
        narrow = width / len(segment.pictures)
        style = TextBody((self._theme.style("picture-caption"),))
        said = [
            self._measurer.measure(Frame(block.text.paragraphs, style, Rect.of_units(0, 0, narrow, self.room)))
            for block in segment.pictures
            if block.text
        ]
        captions = max((text.height / _POINTS_PER_UNIT + _SPARE + CAPTION_GAP for text in said), default=0.0)
        return Place(segment, least_height(segment.shown, width, self.room, captions), captions)

    def height(self, segment: Segment, plan: Plan, number: int) -> float:
        """How high something other than pictures is in a plan's column, in grid units."""
        if segment.table:
            return self._set_table(segment, plan, number).height_at(plan.scale) / EMU_PER_UNIT + _SPARE
        if segment.equation:
            return self.equation(segment, plan, number).height + _SPARE
        around = 2 * PADDING if segment.kind == "code" else 0.0
        return self._text(segment, plan, number).height / _POINTS_PER_UNIT + _SPARE + around

    def _text(self, segment: Segment, plan: Plan, number: int) -> FittedText:
        return self._measured(segment, self.look(plan), number, plan.scale)

    def _measured(self, segment: Segment, look: Look, number: int, scale: float = 1) -> FittedText:
        grid = self._theme.grid
        width = grid.w(look.width(number, segment.kind))
        place = slot_of(self._theme, 0, segment.kind, (0, 0, width, grid.body_height), look)
        return self._measurer.measure(Frame(segment.paragraphs, place.body, place.rect), scale)
