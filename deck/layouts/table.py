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

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Annotated, Literal

from deck.diagnostics import Diagnostic
from deck.layouts.balance import balanced, continued
from deck.layouts.furniture import WHITE, footer_rule, footer_slots, marker, title_slot
from deck.layouts.slots import fill
from deck.model.content import Content, Figure, Identifier, Part, Words
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import SlideLayout, TableCell
from deck.model.shapes import Table as TableShape
from deck.model.style import Align, Colour, TextBody
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer
from deck.model.units import EMU_PER_POINT, Emu, Insets, Rect, points

_INSETS = Insets.of_units(2, 1.2, 2, 1.2)
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
_HEADER, _BAND = Colour("accent1"), Colour("lt2")


class Column(Part):
    """One column."""

    heading: Words
    """What stands over it."""
    align: Literal["start", "end"] = "start"
    """On which side its cells stand; figures are easier to compare at the end."""


class Row(Part):
    """One row."""

    cells: Mapping[Identifier, Figure]
    """What it says, by the columns' ids."""


class Table(Content):
    """The fields of a table."""

    columns: Annotated[tuple[Column, ...], Size(1, 8)]
    """The columns."""
    rows: Annotated[tuple[Row, ...], Size(1)]
    """The rows."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """A cell for each column in each row, and no other."""
        known = [column.id for column in self.columns]
        for row in self.rows:
            for missing in (column for column in known if column not in row.cells):
                hint = f"add `{missing}: …` to its cells"
                yield Diagnostic("missing-field", f"the row `{row.id}` has no cell `{missing}`", hint=hint)
            for unknown in (column for column in row.cells if column not in known):
                hint = f"the columns are {', '.join(f'`{column}`' for column in known)}"
                yield Diagnostic("unknown-field", f"the row `{row.id}` has a cell `{unknown}`", hint=hint)


def slide_layout(theme: Theme) -> SlideLayout:
    """The native slide layout: a title over free space."""
    return SlideLayout("Table", WHITE, (marker(theme), footer_rule(theme)), (title_slot(theme), *footer_slots(theme)))


def arrange(content: Table, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The table at the largest size at which it is whole on the fewest slides."""
    layout = slide_layout(theme)
    setting = _Setting(content, theme, measurer)
    scale, pages = setting.pages()
    for number, rows in enumerate(pages, start=1):
        title = continued(content.title, number, len(pages))
        shapes = (fill(measurer, layout.placeholder(0), "title", (title, 0)), setting.table(rows, scale, title.plain))
        yield Page(layout, shapes, title.plain)


class _Setting:
    """A table's cells, measured: its columns are as wide as their words want, within the slide."""

    def __init__(self, content: Table, theme: Theme, measurer: Measurer) -> None:
        self._content, self._measurer = content, measurer
        grid = theme.grid
        self._space = Rect.of_units(grid.x(0), grid.body_top, grid.w(grid.columns), grid.body_height)
        self._bodies = {
            (name, align): TextBody((replace(theme.style(name), align=align),), _INSETS, "middle", table_cell=True)
            for name in ("table-heading", "table-cell")
            for align in _ALIGNMENTS
        }
        self._widths = _widths([self._natural(column) for column in content.columns], self._space.width)

    def pages(self) -> tuple[float, list[list[Row]]]:
        """The scale of the type, and the rows of each slide."""
        rows = list(self._content.rows)
        heights = {scale: [self._height(self._row(row), scale) for row in rows] for scale in _SCALES}
        for count in range(1, len(rows) + 1):
            for scale in _SCALES:
                room = self._space.height - self._height(self._header(), scale)
                parts = balanced(range(len(rows)), heights[scale], count)
                if all(sum(heights[scale][index] for index in part) <= room for part in parts):
                    return scale, [[rows[index] for index in part] for part in parts]
        return _SCALES[-1], [[row] for row in rows]

    def table(self, rows: Sequence[Row], scale: float, description: str) -> TableShape:
        """The header and these rows; its alternative text is what the table is of."""
        lines = [self._header(), *(self._row(row) for row in rows)]
        heights = [self._height(line, scale) for line in lines]
        fills = [_HEADER, *(_BAND if index % 2 == 0 else WHITE for index in range(len(rows)))]
        cells = tuple(
            tuple(
                TableCell(self._set(text, body, width, Emu(height), scale), ground)
                for (text, body), width in zip(line, self._widths, strict=True)
            )
            for line, height, ground in zip(lines, heights, fills, strict=True)
        )
        at = Rect(self._space.left, self._space.top, self._space.width, Emu(sum(heights)))
        return TableShape("Table", at, tuple(self._widths), tuple(heights), cells, description)

    def _header(self) -> list[tuple[Text, TextBody]]:
        return [(column.heading, self._bodies["table-heading", column.align]) for column in self._content.columns]

    def _row(self, row: Row) -> list[tuple[Text, TextBody]]:
        return [
            (row.cells[column.id].text, self._bodies["table-cell", column.align]) for column in self._content.columns
        ]

    def _set(self, text: Text, body: TextBody, width: int, height: Emu, scale: float) -> FittedText:
        frame = Frame(text.paragraphs, body, Rect(Emu(0), Emu(0), Emu(width), height))
        return self._measurer.measure(frame, scale)

    def _height(self, cells: Sequence[tuple[Text, TextBody]], scale: float) -> int:
        """The height of a row, in EMU: of its highest cell."""
        heights = (
            self._set(text, body, width, self._space.height, scale).height
            for (text, body), width in zip(cells, self._widths, strict=True)
        )
        return max(round(height * EMU_PER_POINT) + 1 for height in heights)

    def _natural(self, column: Column) -> float:
        """How wide a column's longest text is on one line, in points with its insets."""
        texts = [(column.heading, self._bodies["table-heading", column.align])]
        texts += [(row.cells[column.id].text, self._bodies["table-cell", column.align]) for row in self._content.rows]
        lines = (
            line.width
            for text, body in texts
            for line in self._set(text, body, 4 * self._space.width, self._space.height, 1.0).lines
        )
        return max(lines, default=0.0) * 1.02 + points(_INSETS.start + _INSETS.end)


_ALIGNMENTS: tuple[Align, ...] = ("start", "end")


def _widths(natural: Sequence[float], whole: int) -> list[int]:
    """The columns' widths, in EMU, that fill the whole: a column gives way only if it wants more than its share."""
    wanted = [width * EMU_PER_POINT for width in natural]
    if sum(wanted) <= whole:
        widths = [width * whole / sum(wanted) for width in wanted]
    else:
        share = _fair_share(wanted, whole)
        widths = [min(width, share) for width in wanted]
    edges = [round(sum(widths[:index])) for index in range(len(widths))] + [whole]
    return [right - left for left, right in pairwise(edges)]


def _fair_share(wanted: Sequence[float], whole: float) -> float:
    """The most that any column may have so that all together have the whole."""
    rest = whole
    for index, width in enumerate(ordered := sorted(wanted)):
        share = rest / (len(ordered) - index)
        if width > share:
            return share
        rest -= width
    return max(wanted)


LAYOUT = Layout("table", Table, __doc__ or "", arrange, lambda theme: [slide_layout(theme)])
