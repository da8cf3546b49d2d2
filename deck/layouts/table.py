"""A table under a header row; a long one continues on a further slide, under the same header.

Example:
    layout: table
    title: The figures at a glance
    columns:
      - {id: measure, heading: Measure}
      - {id: people, heading: People, align: end}
    rows:
      - {id: labour, cells: {measure: Forced labour, people: 28_000_000}}
      - {id: marriage, cells: {measure: Forced marriage, people: 22_000_000}}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import Annotated, Literal, Self

from deck.ground.diagnostics import Diagnostic, did_you_mean
from deck.layouts.composition import LOW, STEPS, grown, top_of
from deck.layouts.distribution import balanced, continued
from deck.layouts.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.slots import fill
from deck.model.content import Content, Figure, Identifier, Part, Words
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import SlideLayout, TableCell
from deck.model.shapes import Table as TableShape
from deck.model.style import Align, Colour, TextBody, TextStyle
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer
from deck.model.units import EMU_PER_POINT, Emu, Insets, Rect, units

# A column is a little wider than its widest line: engines measure a word a little differently.
_SLACK = 1.02
_INSETS = Insets.of_units(2, 1.7, 2, 1.7)
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
_ENOUGH, _AIRY = 0.75, 0.62
"""Type is larger where the table fills no more than the one share of its room; rows stand apart until it fills the
other."""
_MOST_AIR = 0.35
"""How much higher than its text asks a row is at the most, as a share of that."""
_LEAST_COLUMNS, _ROOMY = 8, 1.7
"""A table is at least so many columns of the grid wide, and so many times as wide as its words, where it can be."""
_MILLIARD = 10**9
_HEADER = Colour("accent1")


class Column(Part):
    """One column."""

    heading: Words
    """What stands over it."""
    align: Literal["start", "end"] | None = None
    """On which side its cells stand; left out, figures at the end, where they are compared, and words at the start."""


class Row(Part):
    """One row."""

    cells: Mapping[Identifier, Figure | None]
    """What it says, by the columns' ids; a cell that is left out, or blank, is empty."""


class Table(Content):
    """The fields of a table."""

    columns: Annotated[tuple[Column, ...], Size(1, 8)]
    """The columns."""
    rows: Annotated[tuple[Row, ...], Size(1)]
    """The rows."""

    def compared(self, in_digits: Callable[[], Self]) -> Self:
        """A column's figures in one notation: with all their digits where only some would have a word for millions."""
        mixed = [column.id for column in self.columns if _mixed(row.cells.get(column.id) for row in self.rows)]
        if not mixed:
            return self
        rows = zip(self.rows, in_digits().rows, strict=True)
        return self.replaced(
            rows=tuple(
                row.replaced(cells={name: (digits if name in mixed else row).cells[name] for name in row.cells})
                for row, digits in rows
            )
        )

    def aligned(self) -> list[Align]:
        """The side on which each column's cells stand; the first column says of what its rows are."""
        sides: list[Align] = []
        for column in self.columns:
            cells = [cell for row in self.rows if (cell := row.cells.get(column.id)) and cell.text]
            figures = sides and sum(map(_is_figure, cells)) > len(cells) / 2
            sides.append(column.align or ("end" if figures else "start"))
        return sides

    def mistakes(self) -> Iterator[Diagnostic]:
        """A cell in a column that is none."""
        known = [column.id for column in self.columns]
        for row in self.rows:
            for unknown in (column for column in row.cells if column not in known):
                message, near = f"there is no column `{unknown}`", did_you_mean(unknown, known)
                yield Diagnostic("unknown-field", message, hint=near, field=f"rows.{row.id}.cells.{unknown}")


def _mixed(cells: Iterable[Figure | None]) -> bool:
    """Whether some of these figures are written with another word for their magnitude than others, or with none."""
    shown = [(cell.number, cell.text.plain) for cell in cells if cell and cell.number]
    return len({(any(map(str.isalpha, text)), abs(number) >= _MILLIARD) for number, text in shown}) > 1


def _is_figure(cell: Figure) -> bool:
    """Whether this is a number, or is written without a letter, as `56 %` and `3–4` are."""
    plain = cell.text.plain
    return cell.number is not None or (any(map(str.isdigit, plain)) and not any(map(str.isalpha, plain)))


def slide_layout(theme: Theme) -> SlideLayout:
    """The native slide layout: a title over free space."""
    return SlideLayout("Table", WHITE, marks(theme), (title_slot(theme), *footer_slots(theme)))


def arrange(content: Table, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The table at the largest size at which it is whole on the fewest slides, and with air where it says little."""
    layout = slide_layout(theme)
    setting = _Setting(content, theme, measurer)
    scale, pages = setting.pages()
    if len(pages) == 1 and scale == 1:
        setting = _composed(setting, lambda step: _Setting(content, theme, measurer, step))
    for number, rows in enumerate(pages, start=1):
        title = continued(content.title, number, len(pages))
        shapes = (fill(measurer, layout.placeholder(0), "title", (title, 0)), setting.table(rows, scale, title.plain))
        yield Page(layout, shapes, title.plain)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell's words, how they stand, and the path of their field."""

    text: Text
    body: TextBody
    field: str


class _Setting:
    """A table's cells, measured: its columns are as wide as their words want, within the slide."""

    def __init__(self, content: Table, theme: Theme, measurer: Measurer, step: float = 1) -> None:
        self._measurer = measurer
        self._air = 0
        grid, self._band = theme.grid, theme.grounds.card
        self._space = Rect.of_units(grid.x(0), grid.body_top, grid.w(grid.columns), grid.body_height)
        heading, cell = (_bodies(grown(theme.style(f"table-{name}"), step)) for name in ("heading", "cell"))
        columns = list(zip(content.columns, content.aligned(), strict=True))
        self._header = [
            _Cell(column.heading, heading[side], f"columns.{column.id}.heading") for column, side in columns
        ]
        self._rows = [
            [
                _Cell(_text(row.cells.get(column.id)), cell[side], f"rows.{row.id}.cells.{column.id}")
                for column, side in columns
            ]
            for row in content.rows
        ]
        cells = list(zip(self._header, *self._rows, strict=True))
        everywhere = self._space.width * 4
        wanted, words = ([self._widest(column, width) for column in cells] for width in (everywhere, 1))
        whole = _width(theme, sum(wanted))
        self._widths = _widths(wanted, words, whole)
        self._squeezed = sum(words) > whole
        self._lines = sum(len(text.lines) for text in self._texts())

    @property
    def height(self) -> float:
        """How high the whole table is at full size, in EMU."""
        return sum(self._height(row, 1) for row in (self._header, *self._rows))

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
        least = min(self._height(row, 1) for row in (self._header, *self._rows))
        self._air = max(0, min(round(spare), round(least * _MOST_AIR)))

    def _texts(self) -> Iterator[FittedText]:
        for row in (self._header, *self._rows):
            for cell, width in zip(row, self._widths, strict=True):
                yield self._set(cell, width, self._space.height, 1)

    def pages(self) -> tuple[float, list[list[int]]]:
        """The scale of the type, and the indices of each slide's rows."""
        rows = range(len(self._rows))
        # Type at which a word is wider than its column is too large, but the least.
        scales = [scale for scale in _SCALES if not self._squeezed or self._holds_words(scale)] or _SCALES[-1:]
        settings = [(scale, [self._height(row, scale) for row in self._rows], self._room(scale)) for scale in scales]
        fewest = min(ceil(sum(heights) / max(room, 1)) for _, heights, room in settings)
        for count in range(min(max(1, fewest), len(rows)), len(rows) + 1):
            for scale, heights, room in settings:
                parts = balanced(rows, heights, count)
                if all(sum(heights[index] for index in part) <= room for part in parts):
                    return scale, parts
        return _SCALES[-1], [[row] for row in rows]

    def table(self, rows: Sequence[int], scale: float, description: str) -> TableShape:
        """The header and these rows; its alternative text is what the table is of."""
        lines = [self._header, *(self._rows[row] for row in rows)]
        # A row that is higher than a slide has room says so by its cells' overflow.
        limits = [self._space.height // 2, *([max(self._room(scale), 1)] * len(rows))]
        heights = [min(self._height(line, scale) + self._air, limit) for line, limit in zip(lines, limits, strict=True)]
        fills = [_HEADER, *(self._band if index % 2 == 0 else WHITE for index in range(len(rows)))]
        cells = tuple(
            tuple(
                TableCell(self._set(cell, width, height, scale), ground, cell.field)
                for cell, width in zip(line, self._widths, strict=True)
            )
            for line, height, ground in zip(lines, heights, fills, strict=True)
        )
        height, top = sum(heights), self._space.top
        if height < self.room * LOW:
            top = Emu(round(top_of(top, self.room, height)))
        at = Rect(self._space.left, top, Emu(sum(self._widths)), Emu(height))
        return TableShape("Table", at, tuple(self._widths), tuple(heights), cells, description)

    def _room(self, scale: float) -> int:
        """The height that a slide has for rows, in EMU."""
        return self._space.height - min(self._height(self._header, scale), self._space.height // 2)

    def _set(self, cell: _Cell, width: int, height: int, scale: float) -> FittedText:
        frame = Frame(cell.text.paragraphs, cell.body, Rect(Emu(0), Emu(0), Emu(width), Emu(height)))
        return self._measurer.measure(frame, scale)

    def _holds_words(self, scale: float) -> bool:
        return all(
            self._set(cell, width, self._space.height, scale).fits
            for row in (self._header, *self._rows)
            for cell, width in zip(row, self._widths, strict=True)
        )

    def _height(self, cells: Sequence[_Cell], scale: float) -> int:
        """The height of a row, in EMU: of its highest cell."""
        heights = (
            self._set(cell, width, self._space.height, scale).height
            for cell, width in zip(cells, self._widths, strict=True)
        )
        return max(round(height * EMU_PER_POINT) + 1 for height in heights)

    def _widest(self, column: Iterable[_Cell], width: int) -> float:
        """How wide a column's widest line is in cells of this width, in EMU with its insets."""
        lines = (line.width for cell in column for line in self._set(cell, width, self._space.height, 1.0).lines)
        return max(lines, default=0.0) * _SLACK * EMU_PER_POINT + _INSETS.start + _INSETS.end


def _composed(setting: _Setting, at: Callable[[float], _Setting]) -> _Setting:
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


def _widths(wanted: Sequence[float], least: Sequence[float], whole: int) -> list[int]:
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


LAYOUT = Layout(
    "table",
    Table,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme)],
    texts_on=lambda theme: [
        (theme.style("table-heading"), _HEADER),
        *((theme.style("table-cell"), ground) for ground in (WHITE, theme.grounds.card)),
    ],
    also=("matrix", "spreadsheet", "data"),
)
