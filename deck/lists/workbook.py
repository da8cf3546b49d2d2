"""An XLSX workbook's first sheet: read as a table, and changed with its formatting, filters and comments kept."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from decimal import ROUND_HALF_UP, Decimal, localcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deck.ground.diagnostics import DeckError, Diagnostic, Severity, Span, has_errors
from deck.lists.cells import Cell, Grid, clean, grid, in_lines
from deck.lists.saved_values import with_values
from deck.lists.sheet_rows import delete_row, follow, insert_row, last_row, rearrange
from deck.model.table import Table

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

# The parts of a workbook that come through; a picture, a chart or a control would not, or not as it was.
_KEPT = re.compile(
    r"\[Content_Types\]\.xml|.*_rels/|docProps/|customXml/|xl/(workbook\.xml|worksheets/|styles|sharedStrings|theme/|tables/"
    r"|comments|drawings/(vmlDrawing|commentsDrawing)|calcChain|printerSettings/)"
)

_PARTS = {
    "xl/charts/": "a chart",
    "xl/media/": "a picture",
    "xl/drawings/": "a drawing",
    "xl/pivot": "a pivot table",
    "xl/slicer": "a slicer",
    "xl/vbaProject": "a macro",
    "xl/embeddings/": "an embedded file",
    "xl/externalLinks/": "a link to another workbook",
}

# A number format's first section, which is that of numbers above nought; and what any section says in so many words.
_PER_CENT = re.compile(r"[^;%.]*(?:\.(?P<places>[0#?]*))?[^;%]*%")
_LITERAL = re.compile(r'"[^"]*"|[\\_*].|\[[^]]*\]')


def read_workbook(data: bytes, path: Path) -> Grid:
    """The table on the first sheet that is shown; of a formula, the value that was saved."""
    workbooks = (_loaded(data, path, values=values)[0] for values in (True, False))
    values, formulas = map(_sheet, workbooks)
    return _grid(values, formulas, path)


class WorkbookDocument:
    """A workbook, and the table on its first sheet."""

    def __init__(self, data: bytes, path: Path) -> None:
        self._path, self._data = path, data
        # Formulas stay formulas in what is written; what they come to is read from the values saved beside them.
        self._values, _ = _loaded(data, path, values=True)
        self._formulas, lost = _loaded(data, path, values=False)
        merged = [str(cells) for cells in _sheet(self._formulas).merged_cells.ranges]
        lost = "; ".join(filter(None, [lost, *(f"cells {cells} are merged" for cells in merged)]))
        if lost:
            hint = "make the change in the spreadsheet program, where nothing is lost"
            raise DeckError([Diagnostic("workbook-content", f"{path} cannot be changed here: {lost}", _at(path), hint)])
        self._grid = self._read()

    @property
    def table(self) -> Table:
        return self._grid.table

    def add(self, values: Mapping[str, str]) -> None:
        for name in values:
            if name not in self.table.columns:
                raise KeyError(name)
        above = (self._grid.rows[-1] if self._grid.rows else self._grid.header)[0].line
        is_first = not self._grid.rows
        for sheet in self._sheets():
            if last_row(sheet) > above:
                insert_row(sheet, above + 1)
            for column, name in zip(self._grid.header, self.table.columns, strict=False):
                new = sheet.cell(above + 1, column.column)
                if not is_first:
                    _dress(new, sheet.cell(above, column.column))
                alike = (sheet.cell(row[0].line, column.column).value for row in reversed(self._grid.rows))
                _put(new, values.get(name, ""), next((one for one in alike if one is not None), None))
            if sheet.row_dimensions[above].height is not None and not is_first:
                sheet.row_dimensions[above + 1].height = sheet.row_dimensions[above].height
            follow(sheet, above + 1, 1)
        self._grid = self._read()

    def remove(self, row: int) -> None:
        line = self._grid.rows[row][0].line
        for sheet in self._sheets():
            delete_row(sheet, line)
            follow(sheet, line, -1)
        self._grid = self._read()

    def set(self, row: int, column: str, text: str) -> None:
        header = self._grid.header[self.table.columns.index(column)]
        for sheet in self._sheets():
            cell = sheet.cell(self._grid.rows[row][0].line, header.column)
            _put(cell, text, cell.value)
        self._grid = self._read()

    def arrange(self, order: Sequence[int]) -> None:
        lines = [cells[0].line for cells in self._grid.rows]
        for reason in _bound(_sheet(self._formulas), lines):
            message, hint = f"the rows of {self._path} cannot be sorted here: {reason}", "sort them in the spreadsheet"
            raise DeckError([Diagnostic("workbook-content", message, _at(self._path), hint)])
        for sheet in self._sheets():
            rearrange(sheet, lines, [lines[number] for number in order])
        self._grid = self._read()

    def data(self) -> bytes:
        file = io.BytesIO()
        self._formulas.save(file)
        return with_values(file.getvalue(), self._values)

    def _sheets(self) -> tuple[Worksheet, Worksheet]:
        return _sheet(self._values), _sheet(self._formulas)

    def _read(self) -> Grid:
        found = _grid(*self._sheets(), self._path)
        if has_errors(found.diagnostics):
            raise DeckError(found.diagnostics)
        return found


def _loaded(data: bytes, path: Path, *, values: bool) -> tuple[Workbook, str]:
    """The workbook, and what of it would be lost if it was written again."""
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError:
        hint = "install it with `.venv/bin/pip install -e '.[xlsx]'`, or save the list as CSV (UTF-8)"
        message = f"{path} is a workbook, and the library that reads those is not there"
        raise DeckError([Diagnostic("library-missing", message, _at(path), hint)]) from None
    with warnings.catch_warnings(record=True) as noticed:
        warnings.simplefilter("always")
        try:
            workbook = load_workbook(io.BytesIO(data), data_only=values, rich_text=not values)
        except (
            InvalidFileException,
            zipfile.BadZipFile,
            KeyError,
            ValueError,
            TypeError,
            IndexError,
            OSError,
        ) as error:
            message = f"{path} is not a workbook in XLSX that can be read: {error}"
            hint = "save it as XLSX or CSV (UTF-8)"
            raise DeckError([Diagnostic("file-encoding", message, _at(path), hint)]) from None
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        lost = [_in_words(name) for name in package.namelist() if not name.endswith("/") and not _KEPT.match(name)]
    said = [str(one.message) for one in noticed if one.category is UserWarning]
    return workbook, "; ".join([*said, *(f"{what} would be lost" for what in dict.fromkeys(lost))])


def _in_words(part: str) -> str:
    """What a person calls that which this part of a workbook holds."""
    return next((what for start, what in _PARTS.items() if part.startswith(start)), part)


def _sheet(workbook: Workbook) -> Worksheet:
    return next((sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"), workbook.worksheets[0])


def _grid(values: Worksheet, formulas: Worksheet, path: Path) -> Grid:
    rows = [
        [
            Cell(
                _text(cell.value, cell.number_format),
                row[0].row or 1,
                cell.column or 1,
                lines=in_lines(cell.value) if isinstance(cell.value, str) else "",
            )
            for cell in row
        ]
        for row in values.iter_rows(min_col=values.min_column)
    ]
    found = grid(path, rows, [])
    return found._replace(diagnostics=(*found.diagnostics, *_without_values(found, values, formulas, path)))


def _without_values(found: Grid, values: Worksheet, formulas: Worksheet, path: Path) -> Iterator[Diagnostic]:
    """Formulas that nobody has worked out yet; an error where they are to say what a row is of."""
    names = {cell.column: name for cell, name in zip(found.header, found.table.columns, strict=False) if name}
    main = found.table.column("country") or next(iter(names.values()), "")
    hint = "open the workbook in a spreadsheet program and save it there: that works its formulas out"
    for row in formulas.iter_rows(min_row=found.header[0].line + 1 if found.header else 1):
        for cell in row:
            saved = values[cell.coordinate]
            # An empty text that a formula came to is a value, too: its cell is of another type.
            if cell.data_type == "f" and cell.column in names and (saved.value, saved.data_type) == (None, "n"):
                severity = Severity.ERROR if names[cell.column] == main else Severity.WARNING
                message = f"row {cell.row} has a formula without a value"
                yield Diagnostic("empty-cell", message, _at(path, cell.row or 1, cell.column), hint, severity)


def _text(value: Any, shown_as: str = "General") -> str:
    """A cell's value as a CSV file would have it; dates as ISO 8601 writes them, and shares as per cent if shown so."""
    match value:
        case int() | float() if not isinstance(value, bool) and (
            per_cent := _PER_CENT.match(_LITERAL.sub("", shown_as))
        ):
            # Half of one goes up, as in the spreadsheet.
            with localcontext(rounding=ROUND_HALF_UP):
                shown = f"{Decimal(str(value)) * 100:.{len(per_cent['places'] or '')}f}"
            return f"{shown.rstrip('0').rstrip('.') if '.' in shown else shown}%"
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime():
            return (value.date() if value.time() == datetime.time() else value).isoformat()
        case datetime.date():
            return value.isoformat()
    return clean(str(value))


def _put(cell: Any, text: str, alike: Any) -> None:
    """Writes a text as the kind of value that stands beside it, if that would be read as the same."""
    cell.value = _typed(text, alike)
    is_other = isinstance(cell.value, int) and cell.is_date
    if is_other or _text(cell.value, cell.number_format) != clean(text):
        cell.value = clean(text) or None


def _typed(text: str, alike: Any) -> Any:
    """A text as the kind of value that stands beside it: a number or a date where those do."""
    text = clean(text)
    if not text:
        return None
    if isinstance(alike, datetime.datetime | datetime.date):
        try:
            return datetime.datetime.fromisoformat(text)
        except ValueError:
            return text
    if isinstance(alike, int | float) and text.isascii() and text.isdigit():
        return int(text)
    return text


def _bound(sheet: Worksheet, lines: Sequence[int]) -> Iterator[str]:
    """What hangs on the place where each of these rows stands."""
    for row in sheet.iter_rows(min_row=min(lines, default=1), max_row=max(lines, default=1)):
        if row[0].row in lines:
            yield from (f"{cell.coordinate} is a formula" for cell in row if cell.data_type == "f")
        elif any(cell.value is not None for cell in row):
            yield f"row {row[0].row} is a comment between them"


def _dress(new: Any, like: Any) -> None:
    if like.has_style:
        new._style = copy(like._style)


def _at(path: Path, row: int = 1, column: int = 1) -> Span:
    return Span(str(path), row, column)
