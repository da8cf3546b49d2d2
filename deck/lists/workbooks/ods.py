"""An OpenDocument spreadsheet → the cells of its first sheet that is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from typing import NamedTuple

from deck.lists.workbooks.marked import DamagedXmlError, Element, unescaped
from deck.lists.workbooks.merged import Merged
from deck.lists.workbooks.number_formats import among, as_seen, money_sign, shown
from deck.lists.workbooks.ods_moments import Moments
from deck.lists.workbooks.package import Package, damaged, locked
from deck.lists.workbooks.relations import parsed
from deck.lists.workbooks.sheet import MOST_CELLS, Sheet, SheetCell, said, too_many_cells

CONTENT = "content.xml"
_TIME = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
VALUES = frozenset(
    ["office:value-type", "office:value", "office:date-value", "office:time-value", "office:string-value",
     "office:boolean-value", "office:currency", "calcext:value-type"]
)  # fmt: skip
"""The attributes that say what a cell's value is."""
HIDDEN = ("collapse", "filter")
"""How a row is shown that is hidden by hand or by a filter."""
_HOLDERS = frozenset(["table-row-group", "table-rows", "table-header-rows"])
_UNSAID = frozenset(["annotation", "frame", "custom-shape", "line", "rect", "g", "note", "ruby-text"])


class Rows(NamedTuple):
    """A row as it stands there: the number of its first line, how many lines are alike, and the element."""

    line: int
    alike: int
    found: Element


def read(package: Package) -> Sheet:
    """The first sheet that is shown. DeckError where it cannot be read."""
    data, root = content(package)
    return sheet_of(package, data, first_table(package, root))


def read_all(package: Package) -> Iterator[Sheet]:
    """All its sheets, with what people wrote about cells. DeckError where one cannot be read."""
    data, root = content(package)
    return (sheet_of(package, data, table) for table in tables_of(root))


def content(package: Package) -> tuple[bytes, Element]:
    """The part that holds the sheets. DeckError where it is damaged or locked."""
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.part("META-INF/manifest.xml"):
        raise locked(package.path)
    return parsed(package, CONTENT)


def first_table(package: Package, root: Element) -> Element:
    """The first sheet that is shown. DeckError where there is none."""
    hidden = {
        style.attributes.get("style:name")
        for style in root.each("style")
        for said in style.inside
        if said.attributes.get("table:display") == "false"
    }
    tables = tables_of(root)
    shown_ones = [one for one in tables if one.attributes.get("table:style-name") not in hidden]
    for one in (*shown_ones, *tables):
        return one
    raise damaged(package.path, "it has no sheet in it")


def tables_of(root: Element) -> list[Element]:
    """All sheets."""
    return [one for one in root.each("table") if one.parent is not None and one.parent.name == "spreadsheet"]


def sheet_of(package: Package, data: bytes, table: Element) -> Sheet:
    """The cells that stand in this sheet. DeckError where one of them cannot be read, or there are too many."""
    rows: dict[int, dict[int, SheetCell]] = {}
    remarks: dict[tuple[int, int], tuple[str, ...]] = {}
    merged: list[Merged] = []
    hidden: set[int] = set()
    name, count, line = table.attributes.get("table:name", ""), 0, 1
    try:
        seen = Moments.of(package, table) if b"office:date-value" in data else Moments()
        for line, repeated, row in rows_of(table):
            held: dict[int, SheetCell] = {}
            for column, columns, cell in cells_of(row):
                read_one = _cell(data, cell, seen.letters(cell, row, column))
                if said_beside := _remarks(data, cell):
                    remarks[line, column] = said_beside
                down, across = (_count(cell, f"table:number-{each}-spanned") for each in ("rows", "columns"))
                if down > 1 or across > 1:
                    merged.append(Merged(line, column, line + down - 1, column + across - 1))
                if not read_one.text and read_one.formula is None:
                    continue
                count += columns * repeated
                if count > MOST_CELLS:
                    raise too_many_cells(package.path, line, column)
                held |= dict.fromkeys(range(column, column + columns), read_one)
            if held:
                rows |= dict.fromkeys(range(line, line + repeated), held)
            if held and row.attributes.get("table:visibility") in HIDDEN:
                hidden |= {*range(line, line + repeated)}
    except (ValueError, InvalidOperation, DamagedXmlError) as error:
        raise damaged(package.path, f"row {line} of its sheet “{name}”: {error}") from None
    return Sheet(package.path, name, rows, remarks=remarks, merged=tuple(merged), hidden=frozenset(hidden))


def rows_of(table: Element) -> Iterator[Rows]:
    """The rows, also those in groups."""
    line = 1
    stack = [*reversed(table.inside)]
    while stack:
        one = stack.pop()
        if one.name == "table-row":
            count = _count(one, "table:number-rows-repeated")
            yield Rows(line, count, one)
            line += count
        elif one.name in _HOLDERS:
            stack.extend(reversed(one.inside))


def cells_of(row: Element) -> Iterator[tuple[int, int, Element]]:
    """The cells with their first column and how many are alike."""
    column = 1
    for cell in row.inside:
        if cell.name in ("table-cell", "covered-table-cell"):
            count = _count(cell, "table:number-columns-repeated")
            yield column, count, cell
            column += count


def _count(one: Element, name: str) -> int:
    count = int(one.attributes.get(name, "1"))
    if count < 1:
        raise ValueError(f"{name} is {count}")
    return count


def _cell(data: bytes, cell: Element, letters: str) -> SheetCell:
    attributes = cell.attributes
    formula = attributes.get("table:formula")
    written = "\n".join(_words(data, one) for one in cell.inside if one.name == "p")
    text, number = written, None
    kind = attributes.get("office:value-type", "")
    if attributes.get("calcext:value-type") == "error":
        kind = "error"
    if kind in ("float", "percentage", "currency") and "office:value" in attributes:
        number = attributes["office:value"]
        text = shown_as(kind, number, written, attributes.get("office:currency", ""))
    elif kind == "date" and "office:date-value" in attributes:
        number = attributes["office:date-value"].removesuffix("T00:00:00")
        text = _moment(number, letters)
    elif kind == "time" and (match := _TIME.fullmatch(attributes.get("office:time-value", ""))):
        hours, minutes, seconds = match.groups()
        text = f"{int(hours):02}:{minutes}" + (f":{seconds}" if int(seconds) else "")
    elif kind == "boolean" and "office:boolean-value" in attributes:
        text = attributes["office:boolean-value"].upper()
    elif "office:string-value" in attributes:
        text = attributes["office:string-value"]
    has_value = bool(kind) or formula is None
    return SheetCell(
        **said(text),
        formula=formula,
        has_value=has_value,
        number=number,
        look=attributes.get("table:style-name", ""),
        is_error=kind == "error",
        is_share=kind == "percentage",
        is_date=kind == "date",
        currency=attributes.get("office:currency", "") if kind == "currency" else None,
        places=_places(written) if number is not None else 0,
    )


def _moment(written: str, letters: str) -> str:
    """What a person reads of a day or a moment, by the letters of what its format shows."""
    try:
        return as_seen(datetime.fromisoformat(written), letters)
    except ValueError:
        return written


def _remarks(data: bytes, cell: Element) -> tuple[str, ...]:
    """What people wrote about a cell, beside it."""
    notes = (one for one in cell.inside if one.name == "annotation")
    said = ("\n".join(_words(data, one) for one in note.inside if one.name == "p").strip() for note in notes)
    return tuple(filter(None, said))


def shown_as(kind: str, number: str, written: str, currency: str = "") -> str:
    """A number of this kind of value where its cell shows it as `written`, so far as that says what it is of."""
    plain = shown(number)
    if kind == "percentage":
        with localcontext(rounding=ROUND_HALF_UP):
            exact = Decimal(f"{float(number):.15g}") * 100
            return f"{shown(f'{exact:.{_places(written)}f}')}%"
    return among(plain, written, money_sign(currency) if kind == "currency" else "")


def _places(written: str) -> int:
    """How many decimals a number has that is shown so."""
    decimals = re.search(r"[.,](\d+)\D*$", written)
    return len(decimals[1]) if decimals else 0


def _words(data: bytes, one: Element) -> str:
    """What an element says, in the order in which it does."""
    parts, at = [], one.opened
    for inner in one.inside:
        parts.append(unescaped(data[at : inner.start].decode()))
        at = inner.end
        if inner.name == "s":
            parts.append(" " * min(int(inner.attributes.get("text:c", "1")), 1000))
        elif inner.name in ("tab", "line-break"):
            parts.append(" " if inner.name == "tab" else "\n")
        elif inner.name not in _UNSAID:
            parts.append(_words(data, inner))
    parts.append(unescaped(data[at : one.closed].decode()))
    return "".join(parts)
