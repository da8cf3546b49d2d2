"""An OpenDocument spreadsheet's first sheet, changed in its own XML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from deck.lists.workbooks.changes import LAST_ROW, Change, UnmovableError, name_of, ods_translated
from deck.lists.workbooks.marked import Edits, Element, escaped
from deck.lists.workbooks.ods import CONTENT, VALUES, Rows, cells_of, content, first_table, rows_of, sheet_of
from deck.lists.workbooks.ods_cells import blank_cells, repeats, spaced, value_attributes
from deck.lists.workbooks.ods_following import SPANS, followed
from deck.lists.workbooks.package import Package
from deck.lists.workbooks.sheet import Sheet, SheetCell

_HELD = VALUES | {"table:formula", "table:number-columns-repeated"}
"""What a cell says, and how often it stands there: the rest is how it looks."""


class OdsFormat:
    """The first sheet that is shown in an OpenDocument spreadsheet."""

    def __init__(self, package: Package) -> None:
        self._package = package

    def read(self) -> Sheet:
        """The sheet as it is now."""
        self._data, self._root = content(self._package)
        self._table = first_table(self._package, self._root)
        self._sheet = sheet_of(self._package, self._data, self._table)
        self._lines = {id(row.found): row.line for row in rows_of(self._table)}
        return self._sheet

    @property
    def is_protected(self) -> bool:
        """Whether the sheet is protected."""
        return self._table.attributes.get("table:protected") == "true"

    def insert(self, change: Change, values: Mapping[int, str], alike: Mapping[int, SheetCell]) -> None:
        """A row comes below the one above it, and looks like it; what that one calculates, it calculates, too."""
        above = self._at(change.line - 1)
        new = self._new_row(above.found, change.line, values, alike, is_first=change.last == change.line)
        edits = Edits(self._data)
        after = above.line + above.alike - change.line
        if after > 0:
            # Rows that are alike stand there once: the new one comes between them.
            before = above.alike - after
            new = self._raw(above.found, before) + new + self._raw(above.found, after)
            edits.replace(above.found.start, above.found.end, new)
        else:
            edits.replace(above.found.end, above.found.end, self._space_before(above.found) + new)
        self._package.put(followed(self._package, self._root, self._table, change, edits))

    def delete(self, change: Change) -> None:
        """The row goes, and all that is bound to it alone."""
        row = self._at(change.line)
        if next(row.found.each("frame", "custom-shape", "control"), None) is not None:
            raise UnmovableError("a picture or a drawing stands in this row")
        edits = Edits(self._data)
        if row.alike > 1:
            edits.set_attribute(row.found, "table:number-rows-repeated", str(row.alike - 1))
        else:
            gone = row.found
            while gone.parent is not None and gone.parent is not self._table and len(gone.parent.inside) == 1:
                gone = gone.parent
            edits.replace(gone.start - len(self._space_before(gone).encode()), gone.end, "")
        self._package.put(followed(self._package, self._root, self._table, change, edits))

    def write(self, row: int, column: int, text: str, alike: SheetCell | None) -> None:
        """The cell's value is this text, or the number or day that is shown as it; how it looks is left."""
        line = self._at(row)
        edits = Edits(self._data)
        found = next((one for one in cells_of(line.found) if one[0] <= column < one[0] + one[1]), None)
        if found is None:
            last = max((first + count for first, count, _ in cells_of(line.found)), default=1)
            gap = f'<table:table-cell table:number-columns-repeated="{column - last}"/>' if column > last else ""
            new = gap + self._cell({}, text, alike)
            place = line.found.closed
            if line.found.closed == line.found.end:
                raise UnmovableError(f"the row {row} is empty")
            edits.replace(place, place, new)
        else:
            first, count, cell = found
            parts = [
                self._copy(cell, column - first),
                self._cell(cell.attributes, text, alike, self._kept(cell)),
                self._copy(cell, first + count - column - 1),
            ]
            edits.replace(cell.start, cell.end, "".join(parts))
        if line.alike > 1:
            changed = edits.done(line.found.start, line.found.end).decode()
            changed = re.sub(r'\s+table:number-rows-repeated="\d+"', "", changed, count=1)
            edits = Edits(self._data)
            before = row - line.line
            rows = [self._raw(line.found, before), changed, self._raw(line.found, line.alike - before - 1)]
            edits.replace(line.found.start, line.found.end, "".join(rows))
        self._package.put({CONTENT: edits.done()})

    def rearrange(self, lines: Sequence[int], sources: Sequence[int]) -> None:
        """Each of these lines gets the row of its source."""
        target = dict(zip(lines, sources, strict=True))
        edits = Edits(self._data)
        for row in rows_of(self._table):
            if not any(at in target for at in range(row.line, row.line + min(row.alike, LAST_ROW))):
                continue
            self._refuse_spans(row.found)
            wanted = [self._at(target.get(at, at)).found for at in range(row.line, row.line + row.alike)]
            if any(one is not row.found for one in wanted):
                edits.replace(row.found.start, row.found.end, "".join(self._raw(one, 1) for one in wanted))
        self._package.put({CONTENT: edits.done()})

    def _at(self, line: int) -> Rows:
        return next(row for row in rows_of(self._table) if row.line <= line < row.line + row.alike)

    def _space_before(self, one: Element) -> str:
        """The blanks between an element and what stands before it."""
        before = self._data[: one.start]
        return before[len(before.rstrip()) :].decode()

    def _raw(self, row: Element, count: int) -> str:
        """A row as it stands, so many times."""
        if not count:
            return ""
        edits = Edits(self._data)
        if count > 1 or repeats(row) > 1:
            edits.set_attribute(row, "table:number-rows-repeated", str(count))
        return edits.done(row.start, row.end).decode()

    def _copy(self, cell: Element, count: int) -> str:
        """A cell as it stands, so many times."""
        if not count:
            return ""
        edits = Edits(self._data)
        edits.set_attribute(cell, "table:number-columns-repeated", str(count))
        return edits.done(cell.start, cell.end).decode()

    def _kept(self, cell: Element) -> str:
        """What a cell holds besides its text: a note, a drawing."""
        return "".join(self._data[one.start : one.end].decode() for one in cell.inside if one.name != "p")

    def _new_row(
        self, above: Element, line: int, values: Mapping[int, str], alike: Mapping[int, SheetCell], *, is_first: bool
    ) -> str:
        """A row in XML: with the looks and the formulas of the one above it, if that is an entry."""
        said = {} if is_first else {k: v for k, v in above.attributes.items() if k in ("table:style-name", "xml:id")}
        formulas = {} if is_first else self._filled_down(line)
        self._refuse_spans(above)
        written, at = [], 1
        wanted = sorted({*values, *formulas})
        for column, count, cell in cells_of(above):
            looks = {} if is_first else {k: v for k, v in cell.attributes.items() if k not in _HELD}
            at = column
            for place in (one for one in wanted if column <= one < column + count):
                written += [
                    blank_cells(looks, place - at),
                    self._cell(
                        looks,
                        values.get(place, ""),
                        alike.get(place),
                        "",
                        formulas.get(place) if place not in values else None,
                    ),
                ]
                at = place + 1
            written.append(blank_cells(looks, column + count - at))
            at = column + count
        for place in (one for one in wanted if one >= at):
            written += [blank_cells({}, place - at), self._cell({}, values[place], alike.get(place))]
            at = place + 1
        attributes = "".join(f' {key}="{escaped(value)}"' for key, value in said.items())
        return f"<{above.tag('table-row')}{attributes}>{''.join(written)}</{above.tag('table-row')}>"

    def _filled_down(self, line: int) -> dict[int, str]:
        """The formulas of columns that calculate in every row, as they are for this new one."""
        rows, found = self._sheet.rows, {}
        for column, cell in rows.get(line - 1, {}).items():
            before = rows.get(line - 2, {}).get(column)
            alike = before is None or before.formula is None or ods_translated(before.formula, 1) == cell.formula
            if cell.formula and alike and (before is None or before.formula or line - 2 <= min(rows)):
                found[column] = ods_translated(cell.formula, 1)
        return found

    def _cell(
        self,
        attributes: Mapping[str, str],
        text: str,
        alike: SheetCell | None,
        kept: str = "",
        formula: str | None = None,
    ) -> str:
        """A cell in XML: a number or a day where those stand beside it, or else a text."""
        said = {name: value for name, value in attributes.items() if name not in _HELD}
        if formula is not None:
            said["table:formula"] = formula
        elif text:
            said |= value_attributes(text, alike)
            if alike and said["office:value-type"] != "string":
                # A number in the look of a day would be shown as a day.
                said.pop("table:style-name", None)
                said |= {"table:style-name": alike.look} if alike.look else {}
        shown = "" if not text else f"<text:p>{spaced(text)}</text:p>"
        written = "".join(f' {key}="{escaped(value)}"' for key, value in said.items())
        return (
            f"<table:table-cell{written}>{kept}{shown}</table:table-cell>"
            if kept or shown
            else f"<table:table-cell{written}/>"
        )

    def _refuse_spans(self, row: Element) -> None:
        for column, _, cell in cells_of(row):
            if cell.name == "covered-table-cell" or any(cell.attributes.get(name, "1") != "1" for name in SPANS):
                raise UnmovableError(f"the cells at {name_of(self._lines[id(row)], column)} are merged")
