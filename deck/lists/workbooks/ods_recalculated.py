"""The values saved beside an OpenDocument's formulas, where its list has become longer or shorter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from deck.lists.workbooks.aggregates import Aggregate, aggregate
from deck.lists.workbooks.changes import ods_cells_named
from deck.lists.workbooks.marked import Edits, Element, marked
from deck.lists.workbooks.ods import HIDDEN, VALUES, cells_of, rows_of, tables_of

_BY_PLACE = re.compile(r"\b(?:ROWS?|OFFSET|INDIRECT|CELL|ADDRESS)\(")
_NUMBERS = ("float", "percentage", "currency")


class _Formula(NamedTuple):
    """A cell that holds a formula: its sheet's name, its row and column."""

    sheet: str
    row: int
    column: int
    cell: Element
    text: str


def recalculated(content: bytes, own: str, entries: range) -> bytes:
    """The content with those values that can be worked out; others that are old are taken out.

    A spreadsheet program works out what has no value. `entries` are the rows of the list, on the sheet `own`.
    """
    data, root = marked(content)
    names = {table.attributes.get("table:name", "").casefold(): table for table in tables_of(root)}
    named = [one.attributes.get("table:name", "") for one in root.each("named-range", "named-expression")]
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, filter(None, named)))})\b") if any(named) else None
    formulas = [*_formulas(names)]
    held = _Values(names[own.casefold()])
    edits = Edits(data)
    touched: set[tuple[str, int, int]] = set()
    for one in formulas:
        if any(
            sheet == own.casefold() and first < last and first < entries.stop and last >= entries.start - 1
            for sheet, first, last, _, _ in _named(one)
        ):
            touched.add((one.sheet, one.row, one.column))
            found = aggregate(one.text, ods=True)
            outside = one.sheet != own.casefold() or one.row not in entries
            _write(edits, one.cell, held.result(found) if found and outside else None)
    old = {one for one in formulas if (one.sheet, one.row, one.column) not in touched}
    while True:
        now = {
            one
            for one in old
            if (words and words.search(one.text))
            or (one.sheet == own.casefold() and one.row >= entries.start and _BY_PLACE.search(one.text))
            or any(
                sheet == at and first <= row <= last and left <= column <= right
                for sheet, first, last, left, right in _named(one)
                for at, row, column in touched
            )
        }
        if not now:
            return edits.done()
        for one in now:
            _write(edits, one.cell, None)
        touched |= {(one.sheet, one.row, one.column) for one in now}
        old -= now


def _formulas(tables: dict[str, Element]) -> Iterator[_Formula]:
    for name, table in tables.items():
        for row in rows_of(table):
            for column, _, cell in cells_of(row.found):
                if text := cell.attributes.get("table:formula"):
                    yield _Formula(name, row.line, column, cell, text)


def _named(one: _Formula) -> Iterator[tuple[str, int, int, int, int]]:
    for sheet, *place in ods_cells_named(one.text):
        first, last, left, right = place
        yield sheet.casefold() or one.sheet, first, last, left, right


def _write(edits: Edits, cell: Element, result: str | None) -> None:
    """A formula's value is this, or none any more."""
    if (
        result is not None
        and cell.attributes.get("office:value-type") in _NUMBERS
        and "office:value" in cell.attributes
    ):
        old = cell.attributes["office:value"]
        if float(old) == float(result):
            return
        edits.set_attribute(cell, "office:value", result)
        shown = cell.first("p")
        if shown is not None and not shown.inside:
            edits.replace(shown.opened, shown.closed, result if shown.text == old else "")
        return
    for name in VALUES & cell.attributes.keys():
        edits.drop_attribute(cell, name)
    for one in cell.inside:
        if one.name == "p":
            edits.replace(one.start, one.end, "")


class _Values:
    """What stands in the list's sheet, for formulas that add it up."""

    def __init__(self, table: Element) -> None:
        self._hidden: set[int] = set()
        self._cells: list[tuple[range, range, Element]] = []
        for row in rows_of(table):
            lines = range(row.line, row.line + row.alike)
            if row.found.attributes.get("table:visibility") in HIDDEN and row.found.inside:
                self._hidden |= {*lines[:100_000]}
            for column, count, cell in cells_of(row.found):
                if cell.inside or "office:value-type" in cell.attributes or "table:formula" in cell.attributes:
                    self._cells.append((lines, range(column, column + count), cell))

    def result(self, wanted: Aggregate) -> str | None:
        """What the formula comes to; None where there is no telling."""
        rows = wanted.rows_of(self._hidden)
        if rows is None:
            return None
        held: list[str | float] = []
        for lines, columns, cell in self._cells:
            times = sum(line in rows for line in lines) * len(set(columns) & set(wanted.columns))
            if not times:
                continue
            kind, formula = cell.attributes.get("office:value-type", ""), cell.attributes.get("table:formula", "")
            nested = wanted.subtotal and "SUBTOTAL" in formula
            if cell.attributes.get("calcext:value-type") == "error" or nested or (formula and not kind):
                return None
            if kind in _NUMBERS and "office:value" in cell.attributes:
                held += [float(cell.attributes["office:value"])] * times
            elif kind in ("date", "time", "boolean", *_NUMBERS):
                return None
            elif kind:
                held += [""] * times
        return wanted.of(held)
