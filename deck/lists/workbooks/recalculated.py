"""The values saved beside an XLSX workbook's formulas, where its list has become longer or shorter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from deck.lists.workbooks.aggregates import Aggregate, aggregate
from deck.lists.workbooks.changes import cells_named
from deck.lists.workbooks.marked import Edits, Element, marked
from deck.lists.workbooks.package import Package
from deck.lists.workbooks.xlsx import Book, cells_of, formulas_of, rows_of

_NAMED = re.compile(r"\[|[^\W\d][\w.]*(?![\w.(!])")
# Functions that come to something else where their cell, or what is round it, has moved.
_BY_PLACE = re.compile(r"\b(?:ROWS?|OFFSET|INDIRECT|CELL|ADDRESS)\(")
_TRUE = ("1", "true")


def recalculated(package: Package, book: Book, changed: Mapping[str, bytes], entries: range) -> dict[str, bytes]:
    """The changed parts, with those values that can be worked out; of others, that they are to be worked out.

    `entries` are the rows of the list as it is now. A value within the list that nobody knows is taken out.
    """
    parts = dict(changed)
    sheets = {}
    for name, part in book.sheets.items():
        data, root = marked(parts.get(part.lower()) or package.part(part))
        sheets[name.casefold()] = (part.lower(), data, root)
    own = book.first.casefold()
    held = _Values(sheets[own][2])
    edits = {name: Edits(data) for name, (_, data, _) in sheets.items()}
    names = {name.casefold() for name in _names(package, book, parts)}
    touched: set[tuple[str, int, int]] = set()
    unknown: list[tuple[str, int, Element]] = []
    formulas = [
        (name, row, column, cell, text)
        for name, (_, _, root) in sheets.items()
        for row, column, cell, text in formulas_of(root)
    ]
    for name, row, column, cell, text in formulas:
        if not _takes_in(text, name, own, entries):
            continue
        found = aggregate(text)
        outside = name != own or row not in entries
        result = held.result(found) if found and outside else None
        value = cell.first("v")
        touched.add((name, row, column))
        if result is None or cell.attributes.get("t", "n") != "n":
            unknown.append((name, row, cell))
        elif value is not None and value.text.strip() and float(value.text) != float(result):
            edits[name].replace(value.opened, value.closed, result)
    # A formula without a value is worked out by whatever program opens the workbook; what names it is not.
    valueless = {(name, row, column) for name, row, column, cell, _ in formulas if cell.first("v") is None}
    for name, row, column, cell, text in formulas:
        if (name, row, column) not in touched | valueless and _names_any(text, name, touched | valueless, names):
            unknown.append((name, row, cell))
    unknown += [
        (name, row, cell)
        for name, row, _, cell, text in formulas
        if name == own and row >= entries.start and _BY_PLACE.search(text)
    ]
    for name, row, cell in unknown:
        value = cell.first("v")
        if name == own and row in entries and value is not None:
            edits[name].replace(value.start, value.end, "")
    for name, (part, _, _) in sheets.items():
        if edits[name]:
            parts[part] = edits[name].done()
    return parts | (_worked_out_anew(package, book, parts) if unknown else {})


class _Values:
    """What stands in the list's sheet, for formulas that add it up."""

    def __init__(self, root: Element) -> None:
        self._hidden = {line for line, row in rows_of(root) if row.attributes.get("hidden") in _TRUE}
        self._cells = {(row, column): cell for row, column, cell in cells_of(root)}

    def result(self, wanted: Aggregate) -> str | None:
        """What the formula comes to; None where there is no telling."""
        held: list[str | float] = []
        rows = wanted.rows_of(self._hidden)
        if rows is None:
            return None
        for (row, column), cell in self._cells.items():
            if row not in rows or column not in wanted.columns:
                continue
            value, formula = cell.first("v"), cell.first("f")
            kind = cell.attributes.get("t", "n")
            said = value.text if value is not None else ""
            nested = wanted.subtotal and formula is not None and "SUBTOTAL" in formula.text
            if kind == "e" or nested or (formula is not None and not said):
                return None
            if said or kind == "inlineStr":
                held.append(float(said) if kind == "n" else "")
        return wanted.of(held)


def _takes_in(text: str, name: str, own: str, entries: range) -> bool:
    """Whether a formula on this sheet takes in several of the list's rows."""
    return any(
        (sheet.casefold() if sheet else name) == own
        and first < last
        and first < entries.stop
        and last >= entries.start - 1
        for sheet, first, last, _, _ in cells_named(text)
    )


def _names_any(text: str, name: str, touched: set[tuple[str, int, int]], names: set[str]) -> bool:
    """Whether a formula names one of these cells, or something that may lead to them."""
    if any(found == "[" or found.casefold() in names for found in _NAMED.findall(re.sub('"[^"]*"', "", text))):
        return True
    return any(
        (sheet.casefold() if sheet else name) == at and first <= row <= last and left <= column <= right
        for sheet, first, last, left, right in cells_named(text)
        for at, row, column in touched
    )


def _names(package: Package, book: Book, parts: Mapping[str, bytes]) -> Iterator[str]:
    _, root = marked(parts.get(book.part.lower()) or package.part(book.part))
    for one in root.each("definedName"):
        yield one.attributes.get("name", "")


def _worked_out_anew(package: Package, book: Book, changed: Mapping[str, bytes]) -> dict[str, bytes]:
    """That formulas are to be worked out when a spreadsheet program opens the workbook, as some values are old."""
    name = book.part.lower()
    data, root = marked(changed.get(name) or package.part(name))
    edits = Edits(data)
    if (settings := root.first("calcPr")) is not None:
        if settings.attributes.get("fullCalcOnLoad") in _TRUE:
            return {}
        edits.set_attribute(settings, "fullCalcOnLoad", "1")
    else:
        last = next(
            found
            for each in ("definedNames", "externalReferences", "functionGroups", "sheets")
            if (found := root.first(each)) is not None
        )
        edits.replace(last.end, last.end, f'<{root.tag("calcPr")} fullCalcOnLoad="1"/>')
    return {name: edits.done()}
