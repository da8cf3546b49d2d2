"""Rows that come and go in a worksheet, with all that is bound to the rows below: heights, links, formulas, ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_REFERENCE = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d+)")


def last_row(sheet: Worksheet) -> int:
    """The last row that holds anything, or is of a height of its own."""
    return max([sheet.max_row, *(row for row, kept in sheet.row_dimensions.items() if kept.height is not None)])


def insert_row(sheet: Worksheet, row: int) -> None:
    """An empty row above this one; what stands there and below moves down."""
    _move(sheet, row, 1)


def delete_row(sheet: Worksheet, row: int) -> None:
    """This row goes; what stands below moves up."""
    _move(sheet, row + 1, -1)


def rearrange(sheet: Worksheet, lines: Sequence[int], sources: Sequence[int]) -> None:
    """Each of these lines gets what stands in its source: cells with their looks and comments, and the height."""
    cells: dict[int, list[Any]] = {line: list(sheet[line]) for line in lines}
    held = {line: [_taken(cell) for cell in cells[line]] for line in sources}
    heights = {line: sheet.row_dimensions[line].height for line in sources}
    for line, source in zip(lines, sources, strict=True):
        sheet.row_dimensions[line].height = heights[source]
        for cell, (value, kind, style, comment, link) in zip(cells[line], held[source], strict=True):
            cell.value, cell.data_type, cell._style, cell.comment = value, kind, style, comment
            cell.hyperlink = link
            if link is not None:
                link.ref = cell.coordinate
                cell._style = style


def _taken(cell: Any) -> tuple[Any, ...]:
    """What a cell holds, taken out of it."""
    held = (cell.value, cell.data_type, copy(cell._style), cell.comment, cell.hyperlink)
    cell.comment = None
    return held


def _move(sheet: Worksheet, first: int, by: int) -> None:
    """Moves this row and those below by one."""
    last = last_row(sheet)
    heights = {row: sheet.row_dimensions[row].height for row in range(first, last + 1)}
    if by > 0:
        sheet.insert_rows(first)
        sheet.row_dimensions[first].height = None
    else:
        sheet.delete_rows(first - 1)
        sheet.row_dimensions[last].height = None
    for row, height in heights.items():
        sheet.row_dimensions[row + by].height = height
    for other in sheet.parent.worksheets if sheet.parent else ():
        for cell in (cell for cells in other.iter_rows() for cell in cells):
            if cell.data_type == "f" and isinstance(cell.value, str):
                cell.value = _referring(cell.value, sheet.title, first, by, own=other is sheet)
            if cell.hyperlink is not None and other is sheet:
                cell.hyperlink.ref = cell.coordinate


def _referring(formula: str, title: str, first: int, by: int, *, own: bool) -> str:
    """The formula with its references to the rows that moved; `own` if it stands on their sheet itself."""
    from openpyxl.formula import Tokenizer

    names = {f"{title}!", "'" + title.replace("'", "''") + "'!"}

    def referring(operand: str) -> str:
        sheet, mark, cells = operand.rpartition("!")
        if not (sheet + mark in names if mark else own):
            return operand
        ends = [_REFERENCE.fullmatch(end) for end in cells.split(":")]
        if not all(ends):
            return operand
        moved = (f"{end[1]}{int(end[2]) + (by if int(end[2]) >= first else 0)}" for end in ends if end)
        return sheet + mark + ":".join(moved)

    items = Tokenizer(formula).items
    return "=" + "".join(referring(item.value) if item.subtype == "RANGE" else item.value for item in items)


def follow(sheet: Worksheet, row: int, rows: int) -> None:
    """Filters, tables, conditional formats and validations go along with a row that came (1) or went (-1).

    Those that end above a new row hold it, too: it is one more of theirs.
    """
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = _moved(sheet.auto_filter.ref, row, rows)
    for table in sheet.tables.values():
        table.ref = _moved(table.ref, row, rows)
        if table.autoFilter is not None and table.autoFilter.ref:
            table.autoFilter.ref = _moved(table.autoFilter.ref, row, rows)
    for validation in sheet.data_validations.dataValidation:
        _move_all(validation.sqref.ranges, row, rows)
    formats = [(found.sqref, found.rules) for found in sheet.conditional_formatting]
    sheet.conditional_formatting = type(sheet.conditional_formatting)()
    for places, rules in formats:
        _move_all(places.ranges, row, rows)
        for rule in rules:
            sheet.conditional_formatting.add(str(places), rule)


def _moved(reference: str, row: int, rows: int) -> str:
    from openpyxl.worksheet.cell_range import CellRange

    found = CellRange(reference)
    _move_all([found], row, rows)
    return str(found.coord)


def _move_all(ranges: Iterable[Any], row: int, rows: int) -> None:
    for found in ranges:
        if found.min_row > row:
            found.shift(row_shift=rows)
        elif rows > 0 and row <= found.max_row + 1:
            found.expand(down=rows)
        elif rows < 0 and found.min_row - rows <= found.max_row and row <= found.max_row:
            found.shrink(bottom=-rows)
