"""What of an OpenDocument spreadsheet stands by rows, and follows where one comes or goes: in its sheets and charts."""

from __future__ import annotations

from collections.abc import Callable

from deck.lists.workbooks.changes import (
    LAST_ROW,
    CellGoneError,
    Change,
    Edit,
    UnmovableError,
    name_of,
    ods_formula,
    ods_ranges,
)
from deck.lists.workbooks.marked import Edits, Element
from deck.lists.workbooks.ods import CONTENT, cells_of, rows_of
from deck.lists.workbooks.ods_cells import place_of, table_of
from deck.lists.workbooks.ods_recalculated import recalculated
from deck.lists.workbooks.package import Package
from deck.lists.workbooks.relations import parsed

_FORMULAS = frozenset(["table:formula", "calcext:value", "table:condition", "table:expression", "calcext:formula"])
_RANGES = frozenset(
    ["table:cell-range-address", "table:target-range-address", "table:print-ranges", "calcext:target-range-address",
     "table:end-cell-address", "draw:notify-on-update-of-ranges", "table:source-cell-range-addresses",
     "table:scenario-ranges", "calcext:data-range", "calcext:cell-address", "chart:values-cell-range-address",
     "chart:label-cell-address", "form:linked-cell", "form:source-cell-range", "table:cell-address"]
)  # fmt: skip
_BASES = frozenset(["table:base-cell-address", "calcext:base-cell-address"])
"""Where formulas are reckoned from: these may go, as another cell of theirs does as well."""
SPANS = ("table:number-rows-spanned", "table:number-matrix-rows-spanned")
"""The attributes of a cell that is one across several rows."""


def followed(package: Package, root: Element, table: Element, change: Change, edits: Edits) -> dict[str, bytes]:
    """The parts that change where a row of this table comes or goes, which is in `edits` already.

    UnmovableError where they cannot.
    """
    _keep_length(table, change, edits)
    _refuse_inside(table, change)
    name = table.attributes.get("table:name", "").casefold()
    lines = {id(row.found): row.line for row in rows_of(table)}
    for one in root.all():
        own = table_of(one) is table
        line = lines.get(id(one.parent)) if own and "table:formula" in one.attributes else None
        _element(one, edits, change, lambda sheet, own=own: sheet.casefold() == name if sheet else own, line)  # type: ignore[misc]
    last = max(change.last + change.by, change.line if change.by > 0 else 0)
    parts = {CONTENT: recalculated(edits.done(), name, range(change.first, last + 1))}
    for part in package.names:
        if part.endswith("/content.xml"):
            data, chart = parsed(package, part)
            others = Edits(data)
            for one in chart.all():
                _element(one, others, change, lambda sheet: sheet.casefold() == name)
            if others:
                parts[part] = others.done()
    return parts


def _element(
    one: Element, edits: Edits, change: Change, is_its: Callable[[str], bool], line: int | None = None
) -> None:
    """What an element names follows; `line` is where it stands if it is a cell of the list's sheet with a formula."""
    if line == change.line and change.by < 0:
        return
    widened = line is None or not change.first <= line <= change.last
    for attribute in one.attributes:
        if attribute not in _FORMULAS and attribute not in _RANGES and attribute not in _BASES:
            continue

        def moved(text: str, attribute: str = attribute) -> list[Edit]:
            follow = ods_formula if attribute in _FORMULAS else ods_ranges
            return follow(text, change, is_its, widened=widened)

        try:
            edits.attribute(one, attribute, moved)
        except CellGoneError:
            if attribute in _BASES or attribute == "draw:notify-on-update-of-ranges":
                continue
            if one.name in ("conditional-format", "sparkline"):
                edits.replace(one.start, one.end, "")
                continue
            place = (
                f"the formula in {place_of(one)}"
                if attribute == "table:formula"
                else f"“{one.attributes.get('table:name', one.name)}”"
            )
            raise UnmovableError(f"{place} names a cell of this row") from None


def _keep_length(table: Element, change: Change, edits: Edits) -> None:
    """A sheet that is written to its last row goes on ending there."""
    rows = [*rows_of(table)]
    if not rows or rows[-1].line + rows[-1].alike - 1 < LAST_ROW:
        return
    # A row that comes moves those that were in its place; one that goes is none of them.
    first = change.line + (change.by < 0)
    spare = next((row for row in reversed(rows) if row.alike > 1 and row.line >= first), None)
    if spare is None:
        raise UnmovableError("its last row is not empty")
    edits.set_attribute(spare.found, "table:number-rows-repeated", str(spare.alike - change.by))


def _refuse_inside(table: Element, change: Change) -> None:
    """Cells that are one across rows stay as they are."""
    for row in rows_of(table):
        for column, _, cell in cells_of(row.found):
            for name in SPANS:
                last = row.line + int(cell.attributes.get(name, "1")) - 1
                inside = row.line < change.line <= last if change.by > 0 else row.line <= change.line <= last
                if last > row.line and inside:
                    raise UnmovableError(f"the cells at {name_of(row.line, column)} are one across several rows")
