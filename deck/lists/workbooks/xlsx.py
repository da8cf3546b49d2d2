"""An XLSX workbook → the cells of its first sheet that is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from deck.ground.dataclass import dataclass
from deck.lists.workbooks.changes import split, translated
from deck.lists.workbooks.marked import DamagedXmlError, Element, marked
from deck.lists.workbooks.merged import Merged
from deck.lists.workbooks.number_formats import built_in, serial, shown, shows_date
from deck.lists.workbooks.package import Package, damaged
from deck.lists.workbooks.relations import element, relations
from deck.lists.workbooks.remarks import remarks_of
from deck.lists.workbooks.sheet import MOST_CELLS, Sheet, SheetCell, said, too_many_cells

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true")
_OF_TABLES = {"totalsRowCount": "0", "headerRowCount": "1"}
"""What a table says of rows of its own: how many there are, if it says nothing."""


@dataclass(frozen=True, slots=True)
class Book:
    """What cells mean by the workbook: its sheets' names and parts, its texts, its formats, its first day."""

    part: str
    sheets: Mapping[str, str]
    ids: Mapping[str, str]
    first: str
    texts: tuple[str, ...]
    formats: tuple[str, ...]
    from_1904: bool

    def text(self, cell: Element) -> tuple[str, str | None]:
        """What a cell says, and the number behind it. ValueError, IndexError where it says nothing that is."""
        kind, value = cell.attributes.get("t", "n"), cell.first("v")
        saved = value.text if value is not None else ""
        if kind == "inlineStr":
            inline = cell.first("is")
            return (_words(inline) if inline is not None else saved), None
        if kind == "s":
            return (self.texts[int(saved)] if saved.strip() else ""), None
        if kind == "b":
            return ("TRUE" if saved.strip() in _TRUE else "FALSE") if saved.strip() else "", None
        if kind == "d":
            day = serial(saved, from_1904=self.from_1904)
            return shown(day, self.format_of(cell), from_1904=self.from_1904) if day else saved, None
        if kind in ("str", "e") or not saved.strip():
            return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), saved), None
        number = saved.strip()
        return shown(number, self.format_of(cell), from_1904=self.from_1904), number

    def is_date(self, cell: Element) -> bool:
        """Whether its number is shown as a date."""
        return cell.attributes.get("t", "n") in ("n", "d") and shows_date(self.format_of(cell))

    def format_of(self, cell: Element) -> str:
        """The number format of this cell."""
        style = int(cell.attributes.get("s", "0"))
        return self.formats[style] if style < len(self.formats) else "General"


def read(package: Package) -> Sheet:
    """The first sheet that is shown. DeckError where it cannot be read."""
    book = read_book(package)
    _, root = read_sheet(package, book)
    return sheet_of(package, book, root)


def read_all(package: Package) -> Iterator[Sheet]:
    """All its sheets, with what people wrote about cells. DeckError where one cannot be read."""
    book = read_book(package)
    for name in book.sheets:
        found = sheet_of(package, book, read_sheet(package, book, name)[1], name)
        yield replace(found, remarks=remarks_of(package, book.sheets[name]))


def read_book(package: Package) -> Book:
    """The workbook round its sheets. DeckError where there is none."""
    main = next((each.part for each in relations(package, "") if each.kind == "officeDocument"), "")
    if not main:
        raise damaged(package.path, "it has no workbook in it")
    if main.endswith(".bin"):
        from deck.lists.workbooks.other_kinds import binary

        raise binary(package.path)
    parts = {each.id: each for each in relations(package, main)}
    root = element(package, main)
    sheets, ids, shown_ones = {}, {}, []
    for sheet in root.each("sheet"):
        related = next(
            (parts[said] for name, said in sheet.attributes.items() if name.endswith(":id") and said in parts), None
        )
        if related and related.kind == "worksheet":
            name = sheet.attributes.get("name", "")
            sheets[name], ids[name] = related.part, sheet.attributes.get("sheetId", "")
            if sheet.attributes.get("state", "visible") == "visible":
                shown_ones.append(name)
    if not sheets:
        raise damaged(package.path, "it has no sheet in it")
    properties = next(root.each("workbookPr"), None)
    by_kind = {each.kind: each.part for each in parts.values()}
    try:
        return Book(
            main,
            sheets,
            ids,
            (shown_ones or [*sheets])[0],
            tuple(_texts(package, by_kind.get("sharedStrings"))),
            tuple(_formats(package, by_kind.get("styles"))),
            properties is not None and properties.attributes.get("date1904") in _TRUE,
        )
    except (ValueError, IndexError, KeyError) as error:
        raise damaged(package.path, str(error)) from None


def read_sheet(package: Package, book: Book, name: str | None = None) -> tuple[bytes, Element]:
    """This sheet's bytes (none named: the first's) and its root. DeckError if it is damaged or has too many cells."""
    count, name = 0, name or book.first

    def watch(found: Element) -> None:
        nonlocal count
        if found.name == "c":
            count += 1
            if count > MOST_CELLS:
                raise too_many_cells(package.path, *split(found.attributes.get("r", "A1")))

    try:
        return marked(package.part(book.sheets[name]), watch)
    except (DamagedXmlError, ValueError) as error:
        raise damaged(package.path, f"its sheet “{name}”: {error}") from None


def sheet_of(package: Package, book: Book, root: Element, name: str | None = None) -> Sheet:
    """The cells of this sheet (none named: of the first). DeckError where one of them cannot be read."""
    rows: dict[int, dict[int, SheetCell]] = {}
    masters: dict[str, tuple[int, int, str]] = {}
    place = name = name or book.first
    try:
        for row, column, cell in cells_of(root):
            place = f"{name}!{cell.attributes.get('r', '')}"
            text, number = book.text(cell)
            formula, value = cell.first("f"), cell.first("v")
            shared = _formula(formula, row, column, masters) if formula is not None else None
            # An empty text that a formula came to is a value, too: its cell is of another type.
            saved = value is not None and value.text.strip() != ""
            has_value = formula is None or saved or cell.attributes.get("t") in ("str", "inlineStr")
            held = SheetCell(
                **said(text),
                formula=shared,
                has_value=has_value,
                number=number,
                look=cell.attributes.get("s", ""),
                is_error=cell.attributes.get("t") == "e",
                is_date=bool(text) and book.is_date(cell),
            )
            if held.text or formula is not None:
                rows.setdefault(row, {})[column] = held
        merged = []
        for one in root.each("mergeCell"):
            place = f"{name}!{one.attributes.get('ref', '')}"
            merged.append(Merged.of(one.attributes.get("ref", "")))
    except (ValueError, IndexError, ArithmeticError) as error:
        raise damaged(package.path, f"its cell {place}: {error}") from None
    totals, headings = (frozenset(_rows_of_tables(package, book, name, said)) for said in _OF_TABLES)
    hidden = frozenset(line for line, row in rows_of(root) if row.attributes.get("hidden") in _TRUE)
    return Sheet(package.path, name, rows, totals, merged=tuple(merged), hidden=hidden, headings=headings)


def cells_of(root: Element) -> Iterator[tuple[int, int, Element]]:
    """The cells with their row and column; one that does not say where it is stands right of the one before it."""
    for line, row in rows_of(root):
        column = 0
        for cell in row.inside:
            if cell.name == "c":
                place = cell.attributes.get("r")
                at, column = split(place) if place else (line, column + 1)
                if at != line:
                    raise ValueError(f"{place} stands in row {line}")
                yield line, column, cell


def rows_of(root: Element) -> Iterator[tuple[int, Element]]:
    """The rows with their numbers; one that does not say it comes after the one before. ValueError if out of order."""
    data, line = root.first("sheetData"), 0
    for row in data.inside if data else ():
        if row.name == "row":
            before, line = line, int(row.attributes.get("r", line + 1))
            if line <= before:
                raise ValueError(f"row {line} stands after row {before}")
            yield line, row


def formulas_of(root: Element) -> Iterator[tuple[int, int, Element, str]]:
    """The cells that hold a formula, with their row and column, and the formula as for this very cell."""
    masters: dict[str, tuple[int, int, str]] = {}
    for row, column, cell in cells_of(root):
        if (found := cell.first("f")) is not None:
            yield row, column, cell, _formula(found, row, column, masters)


def tables(package: Package, book: Book, name: str | None = None) -> Iterator[tuple[str, Element]]:
    """The parts and roots of the tables on this sheet (none named: on the first)."""
    for each in relations(package, book.sheets[name or book.first]):
        if each.kind == "table":
            yield each.part, element(package, each.part)


def _rows_of_tables(package: Package, book: Book, name: str, said: str) -> Iterator[int]:
    """The rows that this sheet's tables say are their totals, or else their headings."""
    for _, table in tables(package, book, name):
        if table.attributes.get(said, _OF_TABLES[said]) not in ("0", ""):
            first, _, last = table.attributes.get("ref", "").partition(":")
            try:
                yield split(last if said == "totalsRowCount" else first)[0]
            except ValueError:
                reach = table.attributes.get("ref", "")
                raise damaged(package.path, f"a table in it reaches over “{reach}”") from None


def _formula(found: Element, row: int, column: int, masters: dict[str, tuple[int, int, str]]) -> str:
    """A cell's formula, also where it shares that of another cell."""
    if found.attributes.get("t") != "shared":
        return found.text
    key = found.attributes.get("si", "")
    if found.text or key not in masters:
        masters[key] = (row, column, found.text)
        return found.text
    at, beside, text = masters[key]
    return translated(text, row - at, column - beside)


def _texts(package: Package, part: str | None) -> Iterator[str]:
    if part and part in package:
        for one in element(package, part).inside:
            if one.name == "si":
                yield _words(one)


def _words(rich: Element) -> str:
    """A text in all its runs, without what says how it is pronounced."""
    said = "".join(each.text for each in rich.each("t") if each.parent is not None and each.parent.name != "rPh")
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), said)


def _formats(package: Package, part: str | None) -> Iterator[str]:
    if not part or part not in package:
        return
    root = element(package, part)
    codes = {each.attributes.get("numFmtId"): each.attributes.get("formatCode", "") for each in root.each("numFmt")}
    styles = root.first("cellXfs")
    for style in styles.inside if styles else ():
        number = style.attributes.get("numFmtId", "0")
        yield codes.get(number) or built_in(int(number))
