"""A table, measured: its columns, its rows over slides, and its type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil

from deck.ground.dataclass import dataclass
from deck.layouts.frame.composition import LOW, STEPS, grown, top_of
from deck.layouts.frame.distribution import balanced
from deck.layouts.frame.furniture import WHITE
from deck.layouts.tables.fields import Table
from deck.model.content import Figure
from deck.model.shapes import Table as TableShape
from deck.model.shapes import TableCell
from deck.model.style import Align, Colour, TextBody, TextStyle
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer
from deck.model.units import EMU_PER_POINT, Emu, Insets, Rect, units

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
_LEAST_COLUMNS, _ROOMY = 8, 1.7
"""A table is at least so many columns of the grid wide, and so many times as wide as its words, where it can be."""
HEADER = Colour("accent1")


@dataclass(frozen=True, slots=True)
class Density:
    """How densely a table is set: the scale of its type, and what is left of the space over and under words."""

    scale: float = 1.0
    padding: float = 1.0


_DENSITIES = (*(Density(padding=each) for each in _PADDINGS), *(Density(each, _PADDINGS[-1]) for each in _SCALES))


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell's words, how they stand, and the path of their field."""

    text: Text
    body: TextBody
    field: str
    span: int = 1


class TableSetting:
    """A table's cells, measured: its columns are as wide as their words want, within the slide."""

    def __init__(self, content: Table, theme: Theme, measurer: Measurer, step: float = 1, *, remark: float = 0) -> None:
        self._measurer = measurer
        self._air = 0
        grid, self._band = theme.grid, theme.grounds.card
        room = grid.body_height - remark
        self._space = Rect.of_units(grid.x(0), grid.body_top, grid.w(grid.columns), room)
        heading, cell = (_bodies(grown(theme.style(f"table-{name}"), step)) for name in ("heading", "cell"))
        strong = _bodies(grown(standing_out(theme), step))
        columns = list(zip(content.columns, content.aligned(), strict=True))
        self._header = [
            _Cell(column.heading, heading[side], f"columns.{column.id}.heading") for column, side in columns
        ]
        self._rows = [
            [
                _Cell(
                    _text(row.cells.get(column.id)),
                    (strong if {row.id, column.id} & {*content.highlight} else cell)[side],
                    f"rows.{row.id}.cells.{column.id}",
                    row.span if at == 0 else 0 if at < row.span else 1,
                )
                for at, (column, side) in enumerate(columns)
            ]
            for row in content.rows
        ]
        cells = list(zip(self._header, *self._rows, strict=True))
        everywhere = self._space.width * 4
        wanted, words = ([self._widest(column, width) for column in cells] for width in (everywhere, 1))
        whole = _width(theme, sum(wanted))
        self._widths = column_widths(wanted, words, whole)
        self._squeezed = sum(words) > whole
        self._lines = sum(len(text.lines) for text in self._texts())

    @property
    def height(self) -> float:
        """How high the whole table is at full size, in EMU."""
        return sum(self._height(row) for row in (self._header, *self._rows))

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
        least = min(self._height(row) for row in (self._header, *self._rows))
        self._air = max(0, min(round(spare), round(least * _MOST_AIR)))

    def _texts(self) -> Iterator[FittedText]:
        for row in (self._header, *self._rows):
            for cell, width in self._wide(row):
                yield self._set(cell, width, self._space.height)

    def _wide(self, row: Sequence[_Cell]) -> Iterator[tuple[_Cell, int]]:
        """Each cell of a row with its width."""
        for at, cell in enumerate(row):
            yield cell, sum(self._widths[at : at + max(cell.span, 1)])

    def pages(self) -> tuple[Density, list[list[int]]]:
        """How densely it is set, and the indices of each slide's rows."""
        rows = range(len(self._rows))
        # Type at which a word is wider than its column is too large, but the least.
        held = [each for each in _DENSITIES if not self._squeezed or self._holds_words(each.scale)] or _DENSITIES[-1:]
        for tried in ([each for each in held if each.scale >= _SMALL], held):
            settings = [(each, [self._height(row, each) for row in self._rows], self._room(each)) for each in tried]
            fewest = min((ceil(sum(heights) / max(room, 1)) for _, heights, room in settings), default=1)
            for count in range(min(max(1, fewest), len(rows)), len(rows) + 1):
                for density, heights, room in settings:
                    parts = balanced(rows, heights, count)
                    if all(sum(heights[index] for index in part) <= room for part in parts):
                        return density, parts
        return _DENSITIES[-1], [[row] for row in rows]

    def table(self, rows: Sequence[int], density: Density, description: str) -> TableShape:
        """The header and these rows; its alternative text is what the table is of."""
        lines = [self._header, *(self._rows[row] for row in rows)]
        # A row that is higher than a slide has room says so by its cells' overflow.
        limits = [self._space.height // 2, *([max(self._room(density), 1)] * len(rows))]
        heights = [
            min(self._height(line, density) + self._air, limit) for line, limit in zip(lines, limits, strict=True)
        ]
        fills = [HEADER, *(self._band if index % 2 == 0 else WHITE for index in range(len(rows)))]
        cells = tuple(
            tuple(
                TableCell(
                    self._set(cell, width, height, density),
                    ground if cell.span else None,
                    cell.field if cell.span else None,
                    cell.span,
                )
                for cell, width in self._wide(line)
            )
            for line, height, ground in zip(lines, heights, fills, strict=True)
        )
        height, top = sum(heights), self._space.top
        if height < self.room * LOW:
            top = Emu(round(top_of(top, self.room, height)))
        at = Rect(self._space.left, top, Emu(sum(self._widths)), Emu(height))
        return TableShape("Table", at, tuple(self._widths), tuple(heights), cells, description)

    def _room(self, density: Density) -> int:
        """The height that a slide has for rows, in EMU."""
        return self._space.height - min(self._height(self._header, density), self._space.height // 2)

    def _set(self, cell: _Cell, width: int, height: int, density: Density = _DENSITIES[0]) -> FittedText:
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

    def _height(self, cells: Sequence[_Cell], density: Density = _DENSITIES[0]) -> int:
        """The height of a row, in EMU: of its highest cell."""
        heights = (self._set(cell, width, self._space.height, density).height for cell, width in self._wide(cells))
        return max(round(height * EMU_PER_POINT) + 1 for height in heights)

    def _widest(self, column: Iterable[_Cell], width: int) -> float:
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


def _width(theme: Theme, wanted: float) -> int:
    """How wide a table is, in EMU, whose columns want so much: as many of the grid's columns as leave it air."""
    grid = theme.grid
    columns = next(
        (n for n in range(_LEAST_COLUMNS, grid.columns) if units(grid.w(n)) >= wanted * _ROOMY), grid.columns
    )
    return units(grid.w(columns))


def _text(cell: Figure | None) -> Text:
    return cell.text if cell else Text.of("")


def _bodies(style: TextStyle) -> dict[Align, TextBody]:
    alignments: tuple[Align, ...] = ("start", "end")
    return {align: TextBody((replace(style, align=align),), _INSETS, "middle", table_cell=True) for align in alignments}


def column_widths(wanted: Sequence[float], least: Sequence[float], whole: int) -> list[int]:
    """The columns' widths, in EMU, that fill the whole.

    Columns that want more than there is share it: each has what it wants up to one limit, and room for its longest
    word (`least`) if that can be.
    """
    low, high = 0.0, float(whole)
    for _ in range(50):
        limit = (low + high) / 2
        shared = [max(word, min(width, limit)) for width, word in zip(wanted, least, strict=True)]
        low, high = (limit, high) if sum(shared) <= whole else (low, limit)
    widths = [max(word, min(width, low)) for width, word in zip(wanted, least, strict=True)]
    scale = whole / sum(widths)
    edges = [round(sum(widths[:index]) * scale) for index in range(len(widths))] + [whole]
    return [right - left for left, right in pairwise(edges)]
