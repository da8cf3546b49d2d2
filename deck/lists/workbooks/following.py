"""What of an XLSX workbook stands by rows, and follows where one comes or goes: in the sheet and in all its parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from deck.lists.workbooks.bound_to_rows import (
    EMPTY_WITHOUT,
    FORMULA_ATTRIBUTES,
    FORMULAS,
    KNOWN,
    OF_THE_SHEET,
    PLACES,
    RANGES,
    UNMOVED,
    WITHOUT_ROWS,
)
from deck.lists.workbooks.changes import LAST_ROW, CellGoneError, Change, Edit, UnmovableError, cells, formula
from deck.lists.workbooks.marked import Edits, Element
from deck.lists.workbooks.package import Package
from deck.lists.workbooks.relations import parsed, relations
from deck.lists.workbooks.shared_formulas import follow_formulas
from deck.lists.workbooks.xlsx import Book, rows_of


def followed(package: Package, book: Book, change: Change, new_row: str) -> dict[str, bytes]:
    """The parts that change where a row comes, as `new_row` in XML, or goes. UnmovableError where they cannot."""
    own = {part.lower() for part in _own(package, book.sheets[book.first])}
    changed = {}
    for name in package.names:
        for start, what in UNMOVED.items():
            if name.startswith(start):
                raise UnmovableError(f"it holds {what}")
        if WITHOUT_ROWS.match(name):
            continue
        data, root = parsed(package, name)
        if root.name not in KNOWN:
            raise UnmovableError(f"it holds something that is not known here, {name}")
        part = _Part(name, data, root, book, change, own=name in own)
        part.follow(new_row)
        if part.edits:
            changed[name] = part.edits.done()
    return changed


def _own(package: Package, sheet: str) -> Iterator[str]:
    """The sheet's part, and those whose rows are its own."""
    yield sheet
    for each in relations(package, sheet):
        if each.kind in OF_THE_SHEET:
            yield each.part


class _Part:
    """A part of the workbook in which rows follow."""

    def __init__(self, name: str, data: bytes, root: Element, book: Book, change: Change, *, own: bool) -> None:
        self._data, self._root, self._book, self._change, self._own = data, root, book, change, own
        self.edits = Edits(data)
        self._sheet = next((title for title, part in book.sheets.items() if part.lower() == name), "")
        self._gone: set[int] = set()
        self._lessened: dict[int, Element] = {}

    def follow(self, new_row: str) -> None:
        is_sheet = self._root.name in ("worksheet", "macrosheet", "dialogsheet")
        if is_sheet and self._own:
            self._rows(new_row)
        if is_sheet:
            follow_formulas(self._root, self.edits, self._change, self._is_its, self._where, own=self._own)
        match self._root.name:
            case "calcChain":
                self._chain()
            case "xml":
                self._notes()
            case "wsDr" if self._own:
                self._anchors()
        for one in self._root.all():
            self._element(one)
        self._count_anew()

    def _is_its(self, sheet: str) -> bool:
        """Whether a sheet that a formula names here, or names none, is that of the rows."""
        return sheet.casefold() == self._book.first.casefold() if sheet else self._own

    def _where(self, cell: str) -> str:
        return f"{self._sheet}!{cell}"

    def _element(self, one: Element) -> None:
        change = self._change
        name = one.name
        if self._own and name in RANGES and RANGES[name] in one.attributes:
            self._attribute(one, RANGES[name], lambda text: cells(text, change, widened=True))
        elif self._own and name in PLACES and PLACES[name] in one.attributes:
            if name == "mergeCell":
                self._refuse_if_inside(one.attributes["ref"])
            self._attribute(one, PLACES[name], lambda text: cells(text, change, widened=False))
        elif name == "worksheetSource" and one.attributes.get("sheet", "").casefold() == self._book.first.casefold():
            if "ref" in one.attributes:
                self._attribute(one, "ref", lambda text: cells(text, change, widened=True))
        elif name == "sqref" and self._own:
            widened = one.parent is not None and one.parent.name != "sparkline"
            try:
                self.edits.text(one, lambda text: cells(text, change, widened=widened))
            except CellGoneError:
                self._go(one.parent or one)
        elif name in FORMULAS or (name == "f" and not _in_cell(one)):
            self._formula(one)
        elif name == "brk" and self._own and one.parent is not None and one.parent.name == "rowBreaks":
            self._break(one)
        for attribute in FORMULA_ATTRIBUTES:
            if attribute in one.attributes and (name == "hyperlink" or attribute != "location"):
                self._lenient(one, attribute)
        if name == "cfvo" and self._own and "$" in one.attributes.get("val", ""):
            self._lenient(one, "val")

    def _attribute(self, one: Element, name: str, new: Callable[[str], list[Edit]]) -> None:
        try:
            self.edits.attribute(one, name, new)
        except CellGoneError:
            self._go(one)

    def _formula(self, one: Element) -> None:
        try:
            self.edits.text(one, lambda text: formula(text, self._change, self._is_its, widened=True))
        except CellGoneError:
            sparkline = one.parent if one.parent is not None and one.parent.name == "sparkline" else None
            if sparkline is not None:
                self._go(sparkline)
                return
            raise UnmovableError(f"{_called(one)} names a cell of this row") from None

    def _lenient(self, one: Element, attribute: str) -> None:
        """A link goes on leading to where it led, also if that is gone."""
        try:
            self.edits.attribute(one, attribute, lambda text: formula(text, self._change, self._is_its, widened=False))
        except CellGoneError:
            if attribute not in ("location", "val"):
                raise UnmovableError("a control or a drawing shows a cell of this row") from None

    def _go(self, one: Element) -> None:
        """An element goes, and what is empty without it."""
        self._gone.add(id(one))
        while (
            one.parent is not None
            and one.parent.name in EMPTY_WITHOUT
            and all(id(each) in self._gone for each in one.parent.inside if each.name not in ("f",))
        ):
            one = one.parent
            self._gone.add(id(one))
        self.edits.replace(one.start, one.end, "")
        if one.parent is not None:
            self._lessened[id(one.parent)] = one.parent

    def _count_anew(self) -> None:
        """What says how many it holds says how many are left."""
        for holder in self._lessened.values():
            left = str(sum(id(each) not in self._gone for each in holder.inside))
            for name in ("count", "manualBreakCount"):
                if name in holder.attributes:
                    self.edits.set_attribute(holder, name, left)

    def _refuse_if_inside(self, place: str) -> None:
        """Cells that are merged across the list's rows, where one comes between or goes, are for people."""
        rows = [int(found) for found in re.findall(r"[0-9]+", place)]
        low, high = rows[0], rows[-1]
        inside = (
            low < self._change.line <= high if self._change.by > 0 else low <= self._change.line <= high and low < high
        )
        if inside:
            raise UnmovableError(f"the cells {place} are merged")

    def _rows(self, new_row: str) -> None:
        change = self._change
        data = self._root.first("sheetData")
        assert data is not None
        before = data.opened
        for line, row in rows_of(self._root):
            between = self._data[before : row.start].decode()
            before = row.end
            if change.by > 0 and line == change.line - 1:
                self.edits.replace(row.end, row.end, (between if not between.strip() else "") + new_row)
            if line < change.line:
                continue
            if change.by < 0 and line == change.line:
                self.edits.replace(row.start - (len(between) if not between.strip() else 0), row.end, "")
                continue
            new = change.row(line)
            if new > LAST_ROW:
                raise UnmovableError(f"its last row, {LAST_ROW}, is not empty")
            if "r" in row.attributes:
                self.edits.set_attribute(row, "r", str(new))
            for cell in row.inside:
                if "r" in cell.attributes:
                    self.edits.set_attribute(cell, "r", re.sub("[0-9]+", str(new), cell.attributes["r"]))

    def _break(self, one: Element) -> None:
        """A break stands below the row of its number; one right below the list stays there."""
        row = int(one.attributes.get("id", "0"))
        moves = row >= self._change.line - 1 if self._change.by > 0 else row >= self._change.line
        new = row + self._change.by if moves else row
        others = [each.attributes.get("id") for each in one.parent.inside] if one.parent is not None else []
        if moves and self._change.by < 0 and row == self._change.line and str(new) in others:
            self._go(one)
        elif moves:
            self.edits.set_attribute(one, "id", str(new))

    def _chain(self) -> None:
        """The order in which formulas are worked out: cells by their sheets’ ids, or by that of the one before."""
        own, sheet, lost = self._book.ids.get(self._book.first, ""), "", ""
        for one in self._root.inside:
            sheet = one.attributes.get("i", sheet)
            if lost and "i" not in one.attributes:
                self.edits.set_attribute(one, "i", lost)
            lost = ""
            if sheet == own:
                try:
                    self.edits.attribute(one, "r", lambda text: cells(text, self._change, widened=False))
                except CellGoneError:
                    self.edits.replace(one.start, one.end, "")
                    lost = sheet

    def _notes(self) -> None:
        """The boxes of notes: each keeps its size, and its place beside its cell."""
        if not self._own:
            return
        for shape in self._root.each("shape"):
            data = next(shape.each("ClientData"), None)
            row = data.first("Row") if data is not None else None
            if data is None or row is None:
                continue
            line = int(row.text) + 1
            try:
                by = self._change.row(line) - line
            except CellGoneError:
                self.edits.replace(shape.start, shape.end, "")
                continue
            if by:
                self.edits.replace(row.opened, row.closed, str(line - 1 + by))
                if (anchor := data.first("Anchor")) is not None:
                    self.edits.text(anchor, lambda text, by=by: anchored(text, by))  # type: ignore[misc]

    def _anchors(self) -> None:
        """Where drawings begin and end: by cells, which move them, and make them taller unless they say otherwise."""
        change = self._change
        for anchor in self._root.each("twoCellAnchor", "oneCellAnchor"):
            ends = [found for name in ("from", "to") if (found := anchor.first(name)) is not None]
            rows = [row for end in ends if (row := end.first("row")) is not None]
            if not rows or anchor.attributes.get("editAs") == "absolute":
                continue
            lines = [int(row.text) + 1 for row in rows]
            if change.by < 0 and set(lines) == {change.line}:
                raise UnmovableError("a picture or a drawing stands in this row")
            whole = anchor.attributes.get("editAs", "twoCell") == "oneCell"
            for row, line in zip(rows, lines, strict=True):
                at = lines[0] if whole else line
                moves = at >= change.line if change.by > 0 else at > change.line
                if moves:
                    self.edits.replace(row.opened, row.closed, str(line - 1 + change.by))


def anchored(text: str, by: int) -> list[Edit]:
    """A note's box, moved down by so many rows: column, offset, row, offset, and the same of its other corner."""
    numbers = [*re.finditer(r"-?\d+", text)]
    return [(*numbers[at].span(), str(int(numbers[at][0]) + by)) for at in (2, 6) if at < len(numbers)]


def _in_cell(one: Element) -> bool:
    return one.parent is not None and one.parent.name == "c"


def _called(one: Element) -> str:
    """What a person calls that which holds this formula."""
    if one.name == "definedName":
        return f"the name “{one.attributes.get('name', '')}”"
    names: set[str] = set()
    above = one.parent
    while above is not None:
        names.add(above.name)
        above = above.parent
    if "chartSpace" in names:
        return "a chart"
    if names & {"conditionalFormatting", "dataValidation"}:
        return "a rule for formats or entries"
    return "a table" if "table" in names else "a formula"
