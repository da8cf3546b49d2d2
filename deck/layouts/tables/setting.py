"""A table, measured: its columns, its rows over slides, and its type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil

from deck.ground.dataclass import dataclass
from deck.layouts.frame.composition import LOW, STEPS, grown, top_of
from deck.layouts.frame.distribution import balanced
from deck.layouts.tables.cells import Cell, bands, joined
from deck.layouts.tables.fields import TableFields
from deck.layouts.tables.widths import column_widths, table_width
from deck.model.content import Figure
from deck.model.shapes import Table as TableShape
from deck.model.shapes import TableCell
from deck.model.style import Align, Colour, TextBody, TextStyle
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer
from deck.model.units import EMU_PER_POINT, Emu, Insets, Rect

# A column is a little wider than its widest line: engines measure a word a little differently.
_SLACK = 1.02
_INSETS = Insets.of_units(2, 1.7, 2, 1.7)
_SCALES = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
_SMALL = 0.8
"""Rows go on on a further slide before type is smaller; only words that are wider than their column make it so."""
_PADDINGS = (1.0, 0.7, 0.4)
"""What is left of the space over and under a cell's words where there are many rows: it goes before type is smaller."""
_ENOUGH, _AIRY = 0.75, 0.74
"""Type is larger where the table fills no more than the one share of its room; rows stand apart until it fills the
other."""
_MOST_AIR = 0.35
"""How much higher than its text asks a row is at the most, as a share of that."""
HEADER = Colour("accent1")


@dataclass(frozen=True, slots=True)
class Density:
    """How densely a table is set: the scale of its type, and what is left of the space over and under words."""

    scale: float = 1.0
    padding: float = 1.0


_WIDE = Density()
_DENSITIES = (*(Density(padding=each) for each in _PADDINGS), *(Density(each, _PADDINGS[-1]) for each in _SCALES))


class TableSetting:
    """A table's cells, measured: its columns are as wide as their words want, within a space.

    `path` is that of the table's fields on its slide, before each of theirs.
    """

    def __init__(
        self, content: TableFields, theme: Theme, measurer: Measurer, space: Rect, step: float = 1, *, path: str = ""
    ) -> None:
        self._measurer = measurer
        self._air = 0
        self._field = path.rstrip(".") or None
        self._band = theme.grounds.card
        self._space = space
        heading, cell = (_bodies(grown(theme.style(f"table-{name}"), step)) for name in ("heading", "cell"))
        strong = _bodies(grown(standing_out(theme), step))
        columns = list(zip(content.columns, content.aligned(), strict=True))
        self._header = [
            Cell(column.heading, heading[side], f"{path}columns.{column.id}.heading") for column, side in columns
        ]
        self._rows = [
            [
                Cell(
                    Text.of("") if row.goes_on(column.id) else _text(row.cells.get(column.id)),
                    (strong if {row.id, column.id} & {*content.highlight} else cell)[side],
                    f"{path}rows.{row.id}.cells.{column.id}",
                    row.span if at == 0 else 0 if at < row.span else 1,
                    goes_on=row.goes_on(column.id),
                )
                for at, (column, side) in enumerate(columns)
            ]
            for row in content.rows
        ]
        cells = list(zip(self._header, *self._rows, strict=True))
        everywhere = self._space.width * 4
        wanted, words = ([self._widest(column, width) for column in cells] for width in (everywhere, 1))
        self.wanted = sum(wanted)
        """How wide it would be with no line broken, in EMU."""
        whole = table_width(theme, self.wanted, space.width)
        self._widths = column_widths(wanted, words, whole)
        self._squeezed = sum(words) > whole
        if not self.fits(_SCALES[-1]):
            # No type is small enough for all words: only the longest are cut, and told, rather than one in each column.
            self._widths = column_widths(words, [0.0] * len(words), whole)
        self._lines = sum(len(text.lines) for text in self._texts())

    @property
    def height(self) -> float:
        """How high the whole table is at full size, in EMU."""
        return self.height_at(1)

    def height_at(self, scale: float) -> float:
        """How high the whole table is at this share of its size, in EMU."""
        density = Density(scale)
        return self._height(self._header, density) + sum(self._heights(range(len(self._rows)), density))

    def fits(self, scale: float) -> bool:
        """Whether no word is wider than its column at this share of its size."""
        return not self._squeezed or self._holds_words(scale)

    @property
    def room(self) -> int:
        """How high it may be, in EMU."""
        return self._space.height

    @property
    def lines(self) -> int:
        """How many lines its cells take at full size."""
        return self._lines

    def aired(self) -> None:
        """Sets the rows wider apart, up to a limit, until the table fills enough of its room."""
        rows = len(self._rows) + 1
        spare = (self.room * _AIRY - self.height) / rows
        least = min(self._height(row, _WIDE) for row in (self._header, *self._rows))
        self._air = max(0, min(round(spare), round(least * _MOST_AIR)))

    def _texts(self) -> Iterator[FittedText]:
        for row in (self._header, *self._rows):
            for cell, width in self._wide(row):
                yield self._set(cell, width, self._space.height)

    def _wide(self, row: Sequence[Cell]) -> Iterator[tuple[Cell, int]]:
        """Each cell of a row with its width."""
        for at, cell in enumerate(row):
            yield cell, sum(self._widths[at : at + max(cell.span, 1)])

    def pages(self) -> tuple[Density, list[list[int]]]:
        """How densely it is set, and the indices of each slide's rows."""
        rows = range(len(self._rows))
        # Type at which a word is wider than its column is too large, but the least.
        held = [each for each in _DENSITIES if self.fits(each.scale)] or _DENSITIES[-1:]
        for tried in ([each for each in held if each.scale >= _SMALL], held):
            settings = [(each, self._heights(rows, each), self._room(each)) for each in tried]
            fewest = min((ceil(sum(heights) / max(room, 1)) for _, heights, room in settings), default=1)
            for count in range(min(max(1, fewest), len(rows)), len(rows) + 1):
                for density, heights, room in settings:
                    parts = balanced(rows, heights, count)
                    if all(self._part_height(part, heights, density) <= room for part in parts):
                        return density, parts
        return _DENSITIES[-1], [[row] for row in rows]

    def whole(self, scale: float, description: str) -> TableShape:
        """The table with all its rows."""
        return self.table(range(len(self._rows)), Density(scale), description)

    def table(self, rows: Sequence[int], density: Density, description: str) -> TableShape:
        """The header and these rows; its alternative text is what the table is of."""
        lines = [self._header, *joined(self._rows, rows)]
        # A row that is higher than a slide has room says so by its cells' overflow.
        limits = [self._space.height // 2, *([max(self._room(density), 1)] * len(rows))]
        asked = [self._height(self._header, density), *self._heights(rows, density)]
        heights = [min(height + self._air, limit) for height, limit in zip(asked, limits, strict=True)]
        over = max(0, sum(heights) - self._space.height)
        overflow = over / EMU_PER_POINT
        # More rows than there is space for are cut down from the end: the table as a whole says so.
        for row in range(len(heights) - 1, 0, -1):
            less = min(over, heights[row] - 1)
            heights[row] -= less
            over -= less
        cells = tuple(
            tuple(
                self._cell(cell, width, sum(heights[at : at + max(cell.rows, 1)]), density, ground)
                for cell, width in self._wide(line)
            )
            for at, (line, ground) in enumerate(zip(lines, [HEADER, *bands(lines[1:], self._band)], strict=True))
        )
        height, top = sum(heights), self._space.top
        if height < self.room * LOW:
            top = Emu(round(top_of(top, self.room, height)))
        at = Rect(self._space.left, top, Emu(sum(self._widths)), Emu(height))
        return TableShape("Table", at, tuple(self._widths), tuple(heights), cells, description, self._field, overflow)

    def _cell(self, cell: Cell, width: int, height: int, density: Density, ground: Colour) -> TableCell:
        shown = cell.span and cell.rows
        return TableCell(
            self._set(cell, width, height, density),
            ground if shown else None,
            cell.field if shown else None,
            cell.span,
            cell.rows,
        )

    def _heights(self, rows: Sequence[int], density: Density) -> list[int]:
        """The heights of these rows, in EMU: a cell of several rows that wants more makes its last one higher."""
        lines = joined(self._rows, rows)
        heights = [self._height(line, density) for line in lines]
        for number, line in enumerate(lines):
            for cell, width in self._wide(line):
                if cell.rows > 1:
                    wanted = self._cell_height(cell, width, density)
                    heights[number + cell.rows - 1] += max(0, wanted - sum(heights[number : number + cell.rows]))
        return heights

    def _part_height(self, part: Sequence[int], heights: Sequence[int], density: Density) -> int:
        """How high these rows of all are: where one of them goes on from the part before, more than there."""
        if any(cell.goes_on for cell in self._rows[part[0]]):
            return sum(self._heights(part, density))
        return sum(heights[index] for index in part)

    def _room(self, density: Density) -> int:
        """The height that a slide has for rows, in EMU."""
        return self._space.height - min(self._height(self._header, density), self._space.height // 2)

    def _set(self, cell: Cell, width: int, height: int, density: Density = _WIDE) -> FittedText:
        body, insets = cell.body, cell.body.insets
        if density.padding < 1:
            top, bottom = (Emu(round(each * density.padding)) for each in (insets.top, insets.bottom))
            body = replace(body, insets=replace(insets, top=top, bottom=bottom))
        frame = Frame(cell.text.paragraphs, body, Rect(Emu(0), Emu(0), Emu(width), Emu(height)))
        return self._measurer.measure(frame, density.scale)

    def _holds_words(self, scale: float) -> bool:
        return all(
            self._set(cell, width, self._space.height, Density(scale)).fits
            for row in (self._header, *self._rows)
            for cell, width in self._wide(row)
        )

    def _height(self, cells: Sequence[Cell], density: Density) -> int:
        """The height of a row, in EMU: of its highest cell that takes no other row."""
        return max(self._cell_height(cell, width, density) for cell, width in self._wide(cells) if cell.rows <= 1)

    def _cell_height(self, cell: Cell, width: int, density: Density) -> int:
        return round(self._set(cell, width, self._space.height, density).height * EMU_PER_POINT) + 1

    def _widest(self, column: Iterable[Cell], width: int) -> float:
        """How wide a column's widest line is in cells of this width, in EMU with its insets."""
        alone = (cell for cell in column if cell.span == 1)
        lines = (line.width for cell in alone for line in self._set(cell, width, self._space.height).lines)
        return max(lines, default=0.0) * _SLACK * EMU_PER_POINT + _INSETS.start + _INSETS.end


def standing_out(theme: Theme) -> TextStyle:
    """How a row or a column that stands out is set."""
    return replace(theme.style("table-cell"), bold=True, colour=HEADER)


def composed(setting: TableSetting, at: Callable[[float], TableSetting]) -> TableSetting:
    """The setting of a table on one slide: in larger type while that breaks no cell, and with air where it is low."""
    for step in STEPS:
        larger = at(step)
        if larger.height > larger.room * _ENOUGH or larger.lines > setting.lines:
            break
        setting = larger
    setting.aired()
    return setting


def _text(cell: Figure | None) -> Text:
    return cell.text if cell else Text.of("")


def _bodies(style: TextStyle) -> dict[Align, TextBody]:
    alignments: tuple[Align, ...] = ("start", "end")
    return {align: TextBody((replace(style, align=align),), _INSETS, "middle", table_cell=True) for align in alignments}
