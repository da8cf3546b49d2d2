"""An XLSX workbook's first sheet, changed in its own XML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from deck.lists.workbooks.changes import Change, UnmovableError, name_of, translated
from deck.lists.workbooks.following import anchored, followed
from deck.lists.workbooks.marked import Edits, Element, escaped
from deck.lists.workbooks.number_formats import GROUP, NUMBER, serial, shown
from deck.lists.workbooks.number_formats import parsed as parsed_format
from deck.lists.workbooks.package import Package
from deck.lists.workbooks.recalculated import recalculated
from deck.lists.workbooks.relations import parsed, relations
from deck.lists.workbooks.sheet import Sheet, SheetCell
from deck.lists.workbooks.typed_numbers import digits_of
from deck.lists.workbooks.xlsx import cells_of, read_book, read_sheet, rows_of, sheet_of

_TRUE = ("1", "true")
# What a row says of itself that a new row below it does not share; its height does only if a person gave it.
_ITS_OWN = ("r", "hidden", "collapsed", "ht", "customHeight", "thickBot", "thickTop", "ph")


class XlsxFormat:
    """The first sheet that is shown in an XLSX workbook."""

    def __init__(self, package: Package) -> None:
        self._package, self._book = package, read_book(package)

    def read(self) -> Sheet:
        """The sheet as it is now."""
        self._data, self._root = read_sheet(self._package, self._book)
        self._sheet = sheet_of(self._package, self._book, self._root)
        return self._sheet

    @property
    def is_protected(self) -> bool:
        """Whether the sheet is protected."""
        return any(found.attributes.get("sheet") in _TRUE for found in self._root.each("sheetProtection"))

    def insert(self, change: Change, values: Mapping[int, str], alike: Mapping[int, SheetCell]) -> None:
        """A row comes below the one above it, and looks like it; what that one calculates, it calculates, too."""
        line = change.line
        above = next(row for at, row in rows_of(self._root) if at == line - 1)
        is_first = change.last == line
        new = self._new_row(above, line, values, alike, is_first=is_first)
        self._change(change, new)

    def delete(self, change: Change) -> None:
        """The row goes, and all that is bound to it alone."""
        self._change(change, "")

    def write(self, row: int, column: int, text: str, alike: SheetCell | None) -> None:
        """The cell's value is this text, or the number that is shown as it; how it looks is left."""
        edits = Edits(self._data)
        found = next((one for at, beside, one in cells_of(self._root) if (at, beside) == (row, column)), None)
        if found is not None:
            kept = {name: said for name, said in found.attributes.items() if name not in ("t", "cm", "vm")}
            new = self._cell(found, kept, text, alike)
            value = found.first("v")
            if found.attributes.get("t", "n") == "n" and value is not None and (number := _value_of(new)):
                edits.replace(value.opened, value.closed, number)
            else:
                edits.replace(found.start, found.end, new)
        else:
            line = next(one for at, one in rows_of(self._root) if at == row)
            before = [one for at, beside, one in cells_of(self._root) if at == row and beside < column]
            place = before[-1].end if before else line.opened
            edits.replace(place, place, self._cell(line, {"r": name_of(row, column)}, text, alike))
        self._put(edits)

    def rearrange(self, lines: Sequence[int], sources: Sequence[int]) -> None:
        """Each of these lines gets the row of its source, with its notes and links."""
        rows = {at: row for at, row in rows_of(self._root) if at in set(lines)}
        target = dict(zip(sources, lines, strict=True))
        for merged in self._root.each("mergeCell"):
            ends = [int(found) for found in re.findall(r"[0-9]+", merged.attributes["ref"])]
            if any(min(ends) <= line <= max(ends) for line in lines):
                raise UnmovableError(f"the cells {merged.attributes['ref']} are merged")
        edits = Edits(self._data)
        for line, source in zip(lines, sources, strict=True):
            if line != source:
                edits.replace(rows[line].start, rows[line].end, self._renumbered(rows[source], line))
        for link in self._root.each("hyperlink"):
            edits.attribute(link, "ref", lambda text: _moved(text, target))
        parts = {self._book.sheets[self._book.first].lower(): edits.done()}
        for each in relations(self._package, self._book.sheets[self._book.first]):
            if each.kind in ("comments", "threadedComment", "vmlDrawing"):
                data, root = parsed(self._package, each.part)
                parts[each.part.lower()] = _notes_moved(data, root, target)
        self._package.put(parts)

    def _change(self, change: Change, new_row: str) -> None:
        changed = followed(self._package, self._book, change, new_row)
        last = max(change.last + change.by, change.line if change.by > 0 else 0)
        self._package.put(recalculated(self._package, self._book, changed, range(change.first, last + 1)))

    def _put(self, edits: Edits) -> None:
        self._package.put({self._book.sheets[self._book.first].lower(): edits.done()})

    def _renumbered(self, row: Element, new: int) -> str:
        """A row as it stands, with another number in it and its cells."""
        edits = Edits(self._data)
        for one in (row, *(cell for cell in row.inside if cell.name == "c")):
            if "r" in one.attributes:
                edits.set_attribute(one, "r", re.sub("[0-9]+", str(new), one.attributes["r"]))
        return edits.done(row.start, row.end).decode()

    def _new_row(
        self, above: Element, line: int, values: Mapping[int, str], alike: Mapping[int, SheetCell], *, is_first: bool
    ) -> str:
        """A row in XML: with the looks and the formulas of the one above it, if that is an entry."""
        said = {} if is_first else {name: text for name, text in above.attributes.items() if name not in _ITS_OWN}
        if not is_first and above.attributes.get("customHeight") in _TRUE and "ht" in above.attributes:
            said |= {"ht": above.attributes["ht"], "customHeight": above.attributes["customHeight"]}
        if "r" in above.attributes:
            said = {"r": str(line), **said}
        styles, column = {}, 0
        for at, column, cell in cells_of(self._root):
            if at == line - 1 and not is_first and "s" in cell.attributes:
                styles[column] = cell.attributes["s"]
        formulas = {} if is_first else self._filled_down(line)
        written = []
        for column in sorted({*styles, *values, *formulas}):
            attributes = {"r": name_of(line, column)}
            if column in styles:
                attributes["s"] = styles[column]
            if column in values:
                written.append(self._cell(above, attributes, values[column], alike.get(column)))
            elif column in formulas:
                name = above.tag("f")
                written.append(_element(above.tag("c"), attributes, f"<{name}>{escaped(formulas[column])}</{name}>"))
            else:
                written.append(_element(above.tag("c"), attributes, ""))
        return _element(above.tag("row"), said, "".join(written))

    def _filled_down(self, line: int) -> dict[int, str]:
        """The formulas of columns that calculate in every row, as they are for this new one."""
        rows = self._sheet.rows
        found = {}
        for column, cell in rows.get(line - 1, {}).items():
            before = rows.get(line - 2, {}).get(column)
            if cell.formula and (
                before is None or before.formula is None or translated(before.formula, 1, 0) == cell.formula
            ):
                if before is not None and before.formula is None and before.text and line - 2 > min(rows):
                    continue
                found[column] = translated(cell.formula, 1, 0)
        return found

    def _cell(self, like: Element, attributes: Mapping[str, str], text: str, alike: SheetCell | None) -> str:
        """A cell in XML: a number or a day where those stand beside it and are shown just so, or else a text."""
        name = like.tag("c")
        if not text:
            return _element(name, attributes, "")
        own = attributes.get("s", "")
        for look in () if alike is None or alike.number is None else dict.fromkeys((own, alike.look)):
            if number := self._number(text, self._format_of(look)):
                value = like.tag("v")
                styled = attributes if look == own else {**attributes, "s": look or "0"}
                return _element(name, styled, f"<{value}>{number}</{value}>")
        inline, words = like.tag("is"), like.tag("t")
        held = f"<{inline}><{words}>{escaped(_xml_text(text))}</{words}></{inline}>"
        return _element(name, {**attributes, "t": "inlineStr"}, held)

    def _format_of(self, look: str) -> str:
        style = int(look or "0")
        return self._book.formats[style] if style < len(self._book.formats) else "General"

    def _number(self, typed: str, code: str) -> str | None:
        """The number that is shown as this text in this format, or as its digits."""
        from_1904 = self._book.from_1904
        text = digits_of(typed, may_be_name=not re.search("[0#?]", code))
        candidates = [text] if NUMBER.fullmatch(text) else []
        if text.endswith("%") and NUMBER.fullmatch(text[:-1]):
            candidates.append(f"{float(text[:-1]) / 100:.15g}")
        # “1 600 km” beside other ways is a number, too.
        candidates += NUMBER.findall(re.sub(rf"(?<=\d){GROUP}(?=\d{{3}})", "", text))
        if parsed_format(code).moment and (day := serial(typed, from_1904=from_1904)):
            candidates = [day]
        return next((one for one in candidates if shown(one, code, from_1904=from_1904) in (typed, text)), None)


def _element(name: str, attributes: Mapping[str, str], held: str) -> str:
    said = "".join(f' {key}="{escaped(value)}"' for key, value in attributes.items())
    return f"<{name}{said}>{held}</{name}>" if held else f"<{name}{said}/>"


def _xml_text(text: str) -> str:
    """A text in which what looks like a workbook's way to write a character is none."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def _value_of(cell: str) -> str | None:
    """The number in a cell in XML, if it is one."""
    found = re.search(r"<(?:\w+:)?v>([^<]*)</", cell)
    return found[1] if found else None


def _moved(text: str, target: Mapping[int, int]) -> list[tuple[int, int, str]]:
    match = re.fullmatch(r"[A-Z]+([0-9]+)", text)
    if match is None or int(match[1]) not in target:
        return []
    return [(*match.span(1), str(target[int(match[1])]))]


def _notes_moved(data: bytes, root: Element, target: Mapping[int, int]) -> bytes:
    """Notes beside the cells that they are of."""
    edits = Edits(data)
    for one in root.each("comment", "threadedComment"):
        edits.attribute(one, "ref", lambda text: _moved(text, target))
    for shape in root.each("shape"):
        for held in shape.each("ClientData"):
            row, anchor = held.first("Row"), held.first("Anchor")
            if row is None or int(row.text) + 1 not in target:
                continue
            by = target[int(row.text) + 1] - int(row.text) - 1
            edits.replace(row.opened, row.closed, str(int(row.text) + by))
            if anchor is not None:
                edits.text(anchor, lambda text, by=by: anchored(text, by))  # type: ignore[misc]
    return edits.done()
