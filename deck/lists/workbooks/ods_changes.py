"""An OpenDocument spreadsheet's first sheet, changed in its own XML."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from deck.lists.workbooks.changes import (
    LAST_ROW,
    CellGoneError,
    Change,
    Edit,
    UnmovableError,
    name_of,
    ods_formula,
    ods_ranges,
    ods_translated,
)
from deck.lists.workbooks.marked import Edits, Element, escaped
from deck.lists.workbooks.ods import CONTENT, VALUES, Rows, cells_of, content, first_table, rows_of, sheet_of
from deck.lists.workbooks.ods_cells import blank_cells, place_of, repeats, spaced, table_of, value_attributes
from deck.lists.workbooks.ods_recalculated import recalculated
from deck.lists.workbooks.package import Package
from deck.lists.workbooks.relations import parsed
from deck.lists.workbooks.sheet import Sheet, SheetCell

_FORMULAS = frozenset(["table:formula", "calcext:value", "table:condition", "table:expression", "calcext:formula"])
_RANGES = frozenset(
    ["table:cell-range-address", "table:target-range-address", "table:print-ranges", "calcext:target-range-address",
     "table:end-cell-address", "draw:notify-on-update-of-ranges", "table:source-cell-range-addresses",
     "table:scenario-ranges", "calcext:data-range", "calcext:cell-address", "chart:values-cell-range-address",
     "chart:label-cell-address", "form:linked-cell", "form:source-cell-range", "table:cell-address"]
)  # fmt: skip
_BASES = frozenset(["table:base-cell-address", "calcext:base-cell-address"])
"""Where formulas are reckoned from: these may go, as another cell of theirs does as well."""
_HELD = VALUES | {"table:formula", "table:number-columns-repeated"}
"""What a cell says, and how often it stands there: the rest is how it looks."""
_SPANS = ("table:number-rows-spanned", "table:number-matrix-rows-spanned")


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
        self._follow(change, edits)

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
        self._follow(change, edits)

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
            if cell.name == "covered-table-cell" or any(cell.attributes.get(name, "1") != "1" for name in _SPANS):
                raise UnmovableError(f"the cells at {name_of(self._lines[id(row)], column)} are merged")

    def _follow(self, change: Change, edits: Edits) -> None:
        """Adds what else follows, in the sheets and in the charts, and takes it all up."""
        self._keep_length(change, edits)
        self._refuse_inside(change)
        name = self._table.attributes.get("table:name", "").casefold()
        for one in self._root.all():
            own = table_of(one) is self._table
            is_its = lambda sheet, own=own: sheet.casefold() == name if sheet else own  # noqa: E731
            self._element(one, edits, change, is_its)
        last = max(change.last + change.by, change.line if change.by > 0 else 0)
        parts = {CONTENT: recalculated(edits.done(), name, range(change.first, last + 1))}
        for part in self._package.names:
            if part.endswith("/content.xml"):
                data, root = parsed(self._package, part)
                others = Edits(data)
                for one in root.all():
                    self._element(one, others, change, lambda sheet: sheet.casefold() == name)
                if others:
                    parts[part] = others.done()
        self._package.put(parts)

    def _element(self, one: Element, edits: Edits, change: Change, is_its: Callable[[str], bool]) -> None:
        for attribute in one.attributes:
            if attribute not in _FORMULAS and attribute not in _RANGES and attribute not in _BASES:
                continue
            line = self._row_with(one)
            if line == change.line and change.by < 0:
                continue
            widened = line is None or not change.first <= line <= change.last

            def moved(text: str, attribute: str = attribute, widened: bool = widened) -> list[Edit]:
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

    def _row_with(self, one: Element) -> int | None:
        """The line of the list's sheet in which a cell with a formula stands."""
        if "table:formula" not in one.attributes or table_of(one) is not self._table:
            return None
        return self._lines.get(id(one.parent))

    def _keep_length(self, change: Change, edits: Edits) -> None:
        """A sheet that is written to its last row goes on ending there."""
        rows = [*rows_of(self._table)]
        if not rows or rows[-1].line + rows[-1].alike - 1 < LAST_ROW:
            return
        spare = next((row for row in reversed(rows) if row.alike > 1 and row.line > change.line), None)
        if spare is None:
            raise UnmovableError("its last row is not empty")
        edits.set_attribute(spare.found, "table:number-rows-repeated", str(spare.alike - change.by))

    def _refuse_inside(self, change: Change) -> None:
        """Cells that are one across rows stay as they are."""
        for row in rows_of(self._table):
            for column, _, cell in cells_of(row.found):
                for name in _SPANS:
                    last = row.line + int(cell.attributes.get(name, "1")) - 1
                    inside = row.line < change.line <= last if change.by > 0 else row.line <= change.line <= last
                    if last > row.line and inside:
                        raise UnmovableError(f"the cells at {name_of(row.line, column)} are one across several rows")
