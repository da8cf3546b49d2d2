"""A sheet's cells, from whichever kind of workbook → its table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Severity, Span
from deck.lists.cells import Cell, Grid, clean, grid, in_lines
from deck.lists.totals import NOTHING_ELSE
from deck.lists.workbooks.changes import name_of, referred
from deck.lists.workbooks.merged import Merged, carried_down

MOST_CELLS = 100_000
_MOST_COLUMNS = 500
_GAP = 100
"""How many empty rows, at most, are told of one by one."""
_SHOWN = 10
"""How many hidden rows, at most, are named."""
_AGGREGATE = re.compile(r"\b(SUM|SUBTOTAL|AGGREGATE|COUNTA?|AVERAGE|MIN|MAX|MEDIAN|COUNTIFS?|SUMIFS?)\s*\(")


class SheetCell(NamedTuple):
    """What a cell says, its formula as for this very cell, and whether its value was saved."""

    text: str
    formula: str | None = None
    has_value: bool = True
    number: str | None = None
    """The number or the day behind the text, where there is one."""
    look: str = ""
    """The style by which it is shown."""
    lines: str = ""
    """The text on the lines on which it stands, where those are several."""
    written: str = ""
    """The text just as it stands there."""
    is_error: bool = False
    """Whether it is only what a formula came to that cannot be worked out."""
    is_share: bool = False
    """Whether OpenDocument says that its number is shown as a share of a hundred."""
    is_date: bool = False
    """Whether the workbook itself says that this is a year, a month, a day or a moment."""
    currency: str | None = None
    """The code of the currency, or "", where OpenDocument says that its number is an amount of money."""
    places: int = 0
    """How many decimals of its number OpenDocument shows."""


EMPTY = SheetCell("")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: its cells by row and column, from 1 on, without those that are empty."""

    path: Path
    name: str
    rows: Mapping[int, Mapping[int, SheetCell]]
    totals: frozenset[int] = field(default_factory=frozenset)
    """The rows that the workbook itself says are totals."""
    remarks: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    """What people wrote about cells, beside them, by row and column."""
    merged: tuple[Merged, ...] = ()
    """Which cells are shown as one."""
    hidden: frozenset[int] = frozenset()
    """The rows that nobody sees, by hand or by a filter."""
    headings: frozenset[int] = frozenset()
    """The rows that the workbook itself says name a table's columns."""


def table_of(sheet: Sheet) -> Grid:
    """The table on the sheet. Rows of totals are no entries; merged cells say the same in each of their rows."""
    rows = {line: cells for line, cells in sheet.rows.items() if cells}
    lines = sorted(rows)
    totals = totals_of(sheet)
    left = min((min(cells) for cells in rows.values()), default=1)
    for line in lines:
        if (most := max(rows[line])) - left >= _MOST_COLUMNS:
            raise _stray(sheet.path, line, most)
    header = next((line for line in lines if any(cell.text for cell in rows[line].values())), 0)
    width = max(rows[header], default=left) if header else left
    filled: list[list[Cell]] = []
    for before, line in zip([0, *lines], lines, strict=False):
        if line in totals:
            continue
        blank = range(before + 1, line) if line - before <= _GAP else [before + 1]
        filled += [[Cell("", empty, left)] for empty in blank if before]
        last = max(width, max(rows[line]))
        cells = [(column, rows[line].get(column, EMPTY)) for column in range(left, last + 1)]
        filled.append([Cell(cell.text, line, column, lines=cell.lines, is_date=cell.is_date) for column, cell in cells])
    headings = {*_headings(sheet, lines, header)} if header else set()
    found = carried_down(grid(sheet.path, filled, [], totals, headings), sheet.merged)
    told = (*found.diagnostics, *_unseen(found, sheet), *_without_values(found, sheet, totals))
    return found._replace(diagnostics=told)


def totals_of(sheet: Sheet) -> set[int]:
    """The rows of totals: what the workbook says is one, what adds up all rows above it, and a last one called so."""
    lines = sorted(line for line, cells in sheet.rows.items() if cells)
    adding_up = {line for last, line in pairwise(lines[1:]) if _adds_up(sheet, line, lines[1], last)}
    # Under it, a remark may stand, in one cell.
    last = [line for line in lines[2:] if len(sheet.rows[line]) > 1][-1:]
    return adding_up | (sheet.totals & {*lines[1:]}) | {line for line in last if _is_called_so(sheet, line)}


def too_many_cells(path: Path, row: int, column: int) -> DeckError:
    """That a sheet has more cells than any list, and which is the first too many."""
    message = f"{path} has more than {MOST_CELLS:,} cells; {name_of(row, column)} is the first too many"
    hint = "delete the empty rows below the list and the empty columns beside it, whole, and save"
    return DeckError([Diagnostic("file-too-large", message, Span(str(path), row, column), hint)])


def said(text: str) -> dict[str, Any]:
    """A text's part of a cell: as a table has it, on its lines, and as it is."""
    return {"text": clean(text), "lines": in_lines(text), "written": text}


def _stray(path: Path, row: int, column: int) -> DeckError:
    place = name_of(row, column)
    message = f"the cell {place} of {path} stands far beside the list"
    return DeckError([Diagnostic("file-too-large", message, Span(str(path), row, column), f"empty {place}")])


def _adds_up(sheet: Sheet, line: int, first: int, last: int) -> bool:
    """Whether a formula in this row adds up or counts the rows from `first` to `last`, and those above it do not."""
    for column, cell in sheet.rows[line].items():
        above = sheet.rows[last].get(column)
        if (
            cell.formula
            and _AGGREGATE.search(cell.formula)
            and not (above and above.formula and _AGGREGATE.search(above.formula))
        ):
            ranges = [*referred(cell.formula)]
            if any(start <= first and last <= end < line for start, end in ranges):
                return True
    return False


def _is_called_so(sheet: Sheet, line: int) -> bool:
    """Whether this row is called nothing but a total, and works one out in some other way."""
    cells = [cell for _, cell in sorted(sheet.rows[line].items())]
    called = next((cell.text for cell in cells if cell.text), "")
    worked_out = any(cell.formula and _AGGREGATE.search(cell.formula) for cell in cells)
    return worked_out and NOTHING_ELSE.fullmatch(called) is not None


def _headings(sheet: Sheet, lines: Sequence[int], header: int) -> Iterator[int]:
    """The rows below the first that name columns once more: of another of the sheet's tables, or by their look.

    Such a row has two words at least, all in the look that the first row alone has above it; an empty row before it,
    and rows with several cells after it.
    """
    if header in sheet.headings:
        yield from (line for line in sheet.headings if line > header)
    named = [cell for cell in sheet.rows[header].values() if cell.text]
    looks = {cell.look for cell in named}
    if len(named) < 2 or len(looks) > 1 or looks & {"", "0"}:
        return
    for before, line in pairwise(line for line in lines if line >= header):
        cells = [cell for cell in sheet.rows[line].values() if cell.text]
        if looks & {cell.look for cell in cells}:
            is_alike = len(cells) > 1 and all(cell.look in looks and cell.number is None for cell in cells)
            goes_on = any(len(sheet.rows[below]) > 1 for below in lines if below > line)
            if is_alike and header < before < line - 1 and goes_on:
                yield line
            return


def _unseen(found: Grid, sheet: Sheet) -> Iterator[Diagnostic]:
    """That rows are hidden, by hand or by a filter, and are read all the same."""
    lines = [cells[0].line for cells in found.rows if cells[0].line in sheet.hidden]
    if lines:
        shown = f"{', '.join(map(str, lines[:_SHOWN]))}{' …' if len(lines) > _SHOWN else ''}"
        which = f"row {shown} is hidden, and is" if len(lines) == 1 else f"rows {shown} are hidden, and are"
        hint = "show what is hidden or filtered; delete the rows that are not meant"
        place = Span(str(sheet.path), lines[0], found.header[0].column)
        yield Diagnostic("hidden-cell", f"{which} read as any other", place, hint, Severity.WARNING)


def _without_values(found: Grid, sheet: Sheet, totals: set[int]) -> Iterator[Diagnostic]:
    """Formulas that nobody has worked out yet; an error where they are to say what a row is of."""
    names = {cell.column: name for cell, name in zip(found.header, found.table.columns, strict=False) if name}
    main = found.table.column("country") or next(iter(names.values()), "")
    hint = "open the workbook in a spreadsheet program and save it there: that works its formulas out"
    header = found.header[0].line if found.header else 0
    for line in sorted(sheet.rows):
        for column, cell in sorted(sheet.rows[line].items()):
            if line > header and line not in totals and column in names and not cell.has_value:
                severity = Severity.ERROR if names[column] == main else Severity.WARNING
                place = Span(str(sheet.path), line, column)
                yield Diagnostic("empty-cell", f"row {line} has a formula without a value", place, hint, severity)
