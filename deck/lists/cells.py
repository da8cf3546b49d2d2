"""Rows of cells → a table: the first row names the columns, blank rows and comments are left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from deck.ground.diagnostics import Diagnostic, Severity, Span
from deck.ground.files import CONTROL
from deck.ground.late_pattern import late_pattern
from deck.lists import remark_rows, totals
from deck.model.table import Row, Table

COMMENT = late_pattern(r"#(?=\s|$)")
"""What a comment begins with; it is a row of its own."""


class Cell(NamedTuple):
    """A cell's text and where it stands: its line and columns, and in a CSV file's text its `start` and `end`.

    `lines` is the text as it stands there on several lines, or nothing. A workbook's cell that `is_date` is surely one.
    """

    text: str
    line: int
    column: int
    end_column: int | None = None
    start: int = 0
    end: int = 0
    quoted: bool = False
    lines: str = ""
    is_date: bool = False

    def span(self, path: Path) -> Span:
        return Span(str(path), self.line, self.column, self.end_column)


class Grid(NamedTuple):
    """A table with the cells that it was made of: the header's, and those of each of the table's rows."""

    table: Table
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    diagnostics: tuple[Diagnostic, ...]
    total: tuple[Cell, ...] = ()
    """The row of totals that somebody typed below them, if there is one."""


def grid(
    path: Path,
    rows: Sequence[Sequence[Cell]],
    diagnostics: list[Diagnostic],
    left_out: Collection[int] = (),
    headings: Collection[int] = (),
) -> Grid:
    """The table in these rows; what is wrong with it comes after `diagnostics`.

    Rows of totals are `left_out` already at these lines; rows at the lines `headings` are known to name columns.
    """
    filled = [tuple(row) for row in rows if not _is_blank(row) and not _is_comment(row)]
    if not filled:
        missing = Diagnostic("table-header", "no row names the columns", Span(str(path)))
        return Grid(Table(str(path), (), ()), (), (), (*diagnostics, missing))
    if second := _second_header(rows, filled[0], headings):
        words = ", ".join(f"“{cell.text}”" for cell in second if cell.text)
        message = f"a second table begins here, under the headings {words}: one stands on a sheet, or in a file"
        hint = "move it to a sheet or a file of its own; headings that are only repeated, take out"
        diagnostics.append(Diagnostic("second-table", message, _first(second).span(path), hint))
        filled = [row for row in filled if row[0].line < second[0].line]
    header, *below = filled
    noticed = [*diagnostics]
    columns = _columns(header, below, path, diagnostics)
    beside = sum(any(cell.text for cell in row[len(columns) :]) for row in below)
    if beside > max(1, len(below) // 2) or (beside and _is_title(header, below)):
        title = _first(header)
        message = f"the first row, “{title.text}”, names {len(columns)} of the columns that the rows below have"
        hint = "the first row must name the columns: take a title above it out"
        wrong = Diagnostic("table-header", message, title.span(path), hint)
        return Grid(Table(str(path), columns, ()), header, (), (*noticed, wrong))
    names, ids = texts_of(header), next((at for at, cell in enumerate(header) if _name(cell) == "id"), None)
    gaps = {*left_out, *(row[0].line for row in rows if _is_blank(row))}
    lines = [row[0].line for row in (header, *below)]
    apart = [not gaps.isdisjoint(range(last + 1, line)) for last, line in pairwise(lines)]
    count = remark_rows.trailing([texts_of(row) for row in below], apart, names, ids)
    below, remarks = below[: len(below) - count], below[len(below) - count :]
    total: tuple[Cell, ...] = ()
    if below and totals.is_total(texts_of(below[-1]), [texts_of(row) for row in below[:-1]], ids):
        *below, total = below
        diagnostics.append(_left_out(total, path))
    diagnostics += [_remark(row, path) for row in remarks]
    diagnostics += [
        Diagnostic("empty-row", "this row is empty", row[0].span(path), "it is left out", Severity.WARNING)
        for row in rows
        if _is_blank(row) and header[0].line < row[0].line < (below or [header])[-1][0].line
    ]
    table_rows = tuple(_row(cells, columns, path, diagnostics) for cells in below)
    return Grid(Table(str(path), columns, table_rows), header, tuple(below), tuple(diagnostics), total)


def texts_of(row: Sequence[Cell]) -> list[str]:
    """What its cells say."""
    return [cell.text for cell in row]


def _is_title(first: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row says one thing, and the one below it has words above all that the others say."""
    if sum(bool(cell.text) for cell in first) != 1 or len(below) < 2:
        return False
    named, *others = ({at for at, cell in enumerate(row) if cell.text} for row in below)
    return (
        len(named) > 1
        and set().union(*others) <= named
        and not any(char.isdigit() for cell in below[0] for char in cell.text)
    )


def _left_out(total: Sequence[Cell], path: Path) -> Diagnostic:
    message = f"“{_first(total).text}” adds up the rows above it: it is left out, as no entry"
    hint = "to show it as well, call it otherwise; a formula, or no such row at all, ends this warning"
    return Diagnostic("totals-row", message, _first(total).span(path), hint, Severity.WARNING)


def _remark(row: Sequence[Cell], path: Path) -> Diagnostic:
    message = f"“{_first(row).text}” is a remark under the list: it is left out, as no entry"
    hint = "give an entry its other cells, above the remark; a remark that begins with “# ” ends this warning"
    return Diagnostic("remark-row", message, _first(row).span(path), hint, Severity.WARNING)


def _second_header(
    rows: Sequence[Sequence[Cell]], header: Sequence[Cell], headings: Collection[int]
) -> Sequence[Cell] | None:
    """The row that names columns once more: as the first does, after a blank row with the same first name, or as known.

    What follows it is another table's, or the same one's on a further page.
    """
    names = [_name(cell) for cell in header]
    at = next(number for number, name in enumerate(names) if name)
    blank = False
    for row in rows:
        if row[0].line <= header[0].line:
            continue
        if row[0].line in headings:
            return row
        said = [_name(cell) for cell in row]
        begins = len(said) > at and said[at] == names[at] and not any(said[:at])
        if begins and ((blank and sum(map(bool, said)) > 1) or (len(names) > 1 and said[: len(names)] == names)):
            return row
        blank = not any(said)
    return None


def _name(cell: Cell) -> str:
    return cell.text.casefold()


def _first(row: Sequence[Cell]) -> Cell:
    """The first cell that says something, or else the first."""
    return next((cell for cell in row if cell.text), row[0])


def clean(words: str) -> str:
    """A cell's text: on one line, in Unicode's composed form, without the space round it."""
    return re.sub(r"\s*\n\s*", " ", unicodedata.normalize("NFC", CONTROL.sub(" ", words)).strip())


def in_lines(words: str) -> str:
    """A cell's text on the lines on which it stands, where it is more than one; else nothing."""
    lines = [clean(line) for line in words.strip().splitlines()]
    return "\n".join(lines) if len(lines) > 1 else ""


def _is_blank(row: Sequence[Cell]) -> bool:
    return not any(cell.text for cell in row)


def _is_comment(row: Sequence[Cell]) -> bool:
    """A comment that a spreadsheet saved: a row with nothing else in it."""
    first, *others = row
    return bool(COMMENT.match(first.text)) and not any(cell.text for cell in others)


def _columns(
    header: Sequence[Cell], below: Sequence[Sequence[Cell]], path: Path, diagnostics: list[Diagnostic]
) -> tuple[str, ...]:
    """The columns' names. Cells behind the last name are what a spreadsheet leaves of an emptied column.

    An empty column between others, such as parts a calculation from the list, needs no name.
    """
    while header and not header[-1].text:
        header = header[:-1]
    seen: dict[str, Cell] = {}
    for number, cell in enumerate(header, start=1):
        if not cell.text:
            if any(row[number - 1].text for row in below if len(row) >= number):
                hint = "write a name above every column"
                message = f"column {_called(cell, number)} has no name"
                diagnostics.append(Diagnostic("table-header", message, cell.span(path), hint))
        elif seen.setdefault(cell.text, cell) is not cell:
            message = f"another column is called `{cell.text}` already"
            diagnostics.append(Diagnostic("duplicate-column", message, cell.span(path), "give this one another name"))
    return tuple(cell.text for cell in header)


def _called(cell: Cell, number: int) -> str:
    """A column by its letters, as a workbook's cell has no end in a line; or by its number."""
    if cell.end_column is not None:
        return str(number)
    return letters(cell.column)


def letters(column: int) -> str:
    """What a workbook calls a column, counted from 1: A, B … Z, AA."""
    found = ""
    while column > 0:
        column, last = divmod(column - 1, 26)
        found = chr(ord("A") + last) + found
    return found


def _row(cells: Sequence[Cell], columns: tuple[str, ...], path: Path, diagnostics: list[Diagnostic]) -> Row:
    """One row; cells that are missing at its end are empty."""
    for number, extra in enumerate(cells[len(columns) :], start=len(columns) + 1):
        if extra.text:
            message = f"this row has {len(cells)} cells, the table {len(columns)} columns"
            hint = "put a cell that holds the separating sign in quotation marks"
            if extra.end_column is None:
                message = f"a cell stands in column {_called(extra, number)}, which has no name"
                hint = "write a name above the column, or take the cell out"
            diagnostics.append(Diagnostic("table-cells", message, extra.span(path), hint))
            break
    texts = [cell.text for cell in cells] + [""] * (len(columns) - len(cells))
    filled = _first(cells)
    places = {column: cell.span(path) for column, cell in zip(columns, cells, strict=False)}
    lines = {column: cell.lines for column, cell in zip(columns, cells, strict=False) if cell.lines}
    dates = frozenset(column for column, cell in zip(columns, cells, strict=False) if cell.is_date)
    return Row(dict(zip(columns, texts, strict=False)), filled.span(path), places, lines, dates)
