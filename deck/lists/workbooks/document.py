"""A workbook that is changed in place: what a row that comes or goes takes along is the workbook's own matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from deck.ground.diagnostics import DeckError, Diagnostic, Span, has_errors
from deck.lists.cells import Grid, clean, texts_of
from deck.lists.totals import carried
from deck.lists.workbooks.changes import Change, UnmovableError, name_of
from deck.lists.workbooks.marked import DamagedXmlError
from deck.lists.workbooks.package import Package, damaged
from deck.lists.workbooks.sheet import EMPTY, Sheet, SheetCell, table_of, totals_of
from deck.lists.workbooks.typed_numbers import is_same
from deck.model.table import Table


class Format(Protocol):
    """How one kind of workbook is read and changed. Each change raises UnmovableError, and has done nothing then."""

    def read(self) -> Sheet:
        """The first sheet that is shown, as it is now."""
        ...

    @property
    def is_protected(self) -> bool:
        """Whether the sheet is protected."""
        ...

    def insert(self, change: Change, values: Mapping[int, str], alike: Mapping[int, SheetCell]) -> None:
        """A row comes with these texts by column, as the cells in `alike` are, and else like the row above it."""
        ...

    def delete(self, change: Change) -> None:
        """A row goes."""
        ...

    def write(self, row: int, column: int, text: str, alike: SheetCell | None) -> None:
        """A cell gets this text."""
        ...

    def rearrange(self, lines: Sequence[int], sources: Sequence[int]) -> None:
        """Each of these lines gets what stands in its source."""
        ...


class WorkbookDocument:
    """A workbook, and the table on its first sheet that is shown."""

    def __init__(self, data: bytes, path: Path) -> None:
        self._path, self._package = path, Package(data, path)
        self._format = _format(self._package)
        self._read()

    @property
    def table(self) -> Table:
        return self._grid.table

    def add(self, values: Mapping[str, str]) -> None:
        for name in values:
            if name not in self.table.columns:
                raise KeyError(name)
        lines = self._lines()
        # A row of totals stays last, with what stands below it.
        last = max(totals_of(self._sheet), default=0)
        lines = [line for line in lines if line < last] or lines
        above = lines[-1] if lines else self._grid.header[0].line
        columns = self._columns()
        texts = {columns[name]: clean(text) for name, text in values.items() if clean(text)}
        alike = {}
        for column in columns.values():
            cells = (self._sheet.rows.get(line, {}).get(column) for line in reversed(lines))
            if (found := next((cell for cell in cells if cell and cell.text), None)) is not None:
                alike[column] = found
        with self._changing({name: clean(text) for name, text in values.items()}, above + 1):
            self._format.insert(self._change(above + 1, 1, lines), texts, alike)
            self._carry_total(above + 1, 1)

    def remove(self, row: int) -> None:
        line = self._lines()[row]
        with self._changing():
            self._format.delete(self._change(line, -1, self._lines()))
            self._carry_total(line, -1)

    def set(self, row: int, column: str, text: str) -> None:
        line, at = self._lines()[row], self._columns()[column]
        cell = self._sheet.rows.get(line, {}).get(at)
        with self._changing():
            if cell is not None and cell.formula is not None:
                raise UnmovableError(f"the cell {name_of(line, at)} is a formula")
            if (merged := next((one for one in self._sheet.merged if one.holds(line, at)), None)) and (
                merged.bottom > merged.top or at > merged.left
            ):
                raise UnmovableError(f"the cells {merged} are merged")
            self._format.write(line, at, clean(text), cell)

    def arrange(self, order: Sequence[int]) -> None:
        lines = self._lines()
        for reason in self._bound(lines):
            message, hint = f"the rows of {self._path} cannot be sorted here: {reason}", "sort them in the spreadsheet"
            raise DeckError([Diagnostic("workbook-content", message, Span(str(self._path)), hint)])
        with self._changing():
            self._format.rearrange(lines, [lines[number] for number in order])

    def data(self) -> bytes:
        return self._package.data()

    def _read(self) -> None:
        sheet = self._format.read()
        grid = table_of(sheet)
        if has_errors(grid.diagnostics):
            raise DeckError(grid.diagnostics)
        self._sheet: Sheet = sheet
        self._grid: Grid = grid

    def _lines(self) -> list[int]:
        return [cells[0].line for cells in self._grid.rows]

    def _carry_total(self, line: int, by: int) -> None:
        """What a person typed into a row of totals goes on being what the rows come to, now that one came or went."""
        if not self._grid.total:
            return
        before = [texts_of(cells) for cells in self._grid.rows]
        old = self._grid.total
        lines = {at + by * (at >= line) for at in self._lines() if by > 0 or at != line} | ({line} if by > 0 else set())
        sheet = self._format.read()
        place = old[0].line + by
        columns = [cell.column for cell in old]
        cells = [[sheet.rows.get(at, {}).get(column, EMPTY) for column in columns] for at in sorted(lines)]
        # What is worked out only later adds up to nothing that is known.
        after = [[cell.text if cell.has_value else "?" for cell in row] for row in cells]
        for at, text in carried(texts_of(old), before, after).items():
            cell = sheet.rows[place][columns[at]]
            if cell.formula is None:
                self._format.write(place, columns[at], text, cell)
                self._format.read()

    def _columns(self) -> dict[str, int]:
        """The sheet's column of each of the table's."""
        return {name: cell.column for name, cell in zip(self.table.columns, self._grid.header, strict=False) if name}

    def _change(self, line: int, by: int, lines: Sequence[int]) -> Change:
        header = self._grid.header
        first = lines[0] if lines else line
        return Change(line, by, first, lines[-1] if lines else line, header[0].column, header[-1].column)

    def _bound(self, lines: Sequence[int]) -> Iterator[str]:
        """What hangs on the place where each of these rows stands."""
        for line in range(min(lines, default=1), max(lines, default=0) + 1):
            cells = self._sheet.rows.get(line, {})
            if line in lines:
                yield from (f"{name_of(line, at)} is a formula" for at, one in cells.items() if one.formula is not None)
            elif cells:
                yield f"row {line} is a comment between them"

    @contextmanager
    def _changing(self, wanted: Mapping[str, str] | None = None, line: int = 0) -> Iterator[None]:
        """Takes up a change, or says in words why there is none; `wanted` is what the row at `line` is to say then."""
        if self._format.is_protected:
            hint = "take the protection off (in Excel: Review, Unprotect Sheet), and save; then it can be changed here"
            raise self._refused("its sheet is protected", hint)
        before = self._package.state()
        try:
            yield
            self._read()
            self._require(wanted, line)
        except (UnmovableError, DamagedXmlError, ValueError, DeckError) as error:
            self._package.restore(before)
            self._read()
            if isinstance(error, UnmovableError):
                raise self._refused(str(error), "make the change in the spreadsheet program, which keeps it") from None
            if isinstance(error, DeckError):
                raise
            raise damaged(self._path, str(error)) from None

    def _require(self, wanted: Mapping[str, str] | None, line: int) -> None:
        rows = dict(zip(self._lines(), self.table.rows, strict=True))
        is_so = line in rows and all(is_same(rows[line].values[name], text) for name, text in (wanted or {}).items())
        if wanted is not None and not is_so:
            raise UnmovableError("a row like this would be read as another, or as none")

    def _refused(self, why: str, hint: str) -> DeckError:
        message = f"{self._path} cannot be changed here: {why}"
        return DeckError([Diagnostic("workbook-content", message, Span(str(self._path)), hint)])


def _format(package: Package) -> Format:
    if package.is_opendocument:
        from deck.lists.workbooks.ods_changes import OdsFormat

        return OdsFormat(package)
    from deck.lists.workbooks.xlsx_changes import XlsxFormat

    return XlsxFormat(package)
