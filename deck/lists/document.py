"""A list's file that is edited: what is not changed stays as it is, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from deck.ground.diagnostics import DeckError, Diagnostic, Span, has_errors
from deck.lists.cells import COMMENT, Grid, clean, texts_of
from deck.lists.csv import delimiter, read_csv, shielded
from deck.lists.encodings import WORKBOOK, EncodedText, decoded, read_list
from deck.lists.totals import carried
from deck.model.table import Table


class Document(Protocol):
    """A file with a table that can be changed. Rows count from 0, as in `table.rows`.

    Each change raises DeckError where the file cannot hold it; then it is as before.
    """

    @property
    def table(self) -> Table:
        """The table as it is now."""
        ...

    def add(self, values: Mapping[str, str]) -> None:
        """One more row below the last, with these texts by column. KeyError for a column that is none."""
        ...

    def remove(self, row: int) -> None:
        """This row goes."""
        ...

    def set(self, row: int, column: str, text: str) -> None:
        """A cell gets this text."""
        ...

    def arrange(self, order: Sequence[int]) -> None:
        """The rows in this order, by the numbers that they have now; a comment goes with the row under it."""
        ...

    def data(self) -> bytes:
        """The file's bytes."""
        ...


def open_document(path: Path) -> Document:
    """The CSV, XLSX or ODS file, ready for changes. DeckError where its table cannot be read."""
    data = read_list(path)
    if data.startswith(WORKBOOK):
        from deck.lists.workbooks.document import WorkbookDocument

        return WorkbookDocument(data, path)
    return CsvDocument(decoded(data, path), path)


class CsvDocument:
    """A CSV file's text, and the table in it."""

    def __init__(self, file: EncodedText, path: Path) -> None:
        self._path = path
        self._file, self._grid = file, _sound(file, path)

    @property
    def table(self) -> Table:
        return self._grid.table

    def add(self, values: Mapping[str, str]) -> None:
        _require_columns(values, self.table)
        before = self._grid.rows[-1] if self._grid.rows else self._grid.header
        end = before[-1].end
        cells = [self._written(clean(values.get(name, "")), number) for number, name in enumerate(self.table.columns)]
        # A spreadsheet goes on writing the columns that were emptied.
        cells += [""] * (len(self._grid.header) - len(cells))
        line = delimiter(self._file.text).join(cells)
        wanted = [*self._values(), {name: clean(values.get(name, "")) for name in self.table.columns}]
        rows = [texts_of(row) for row in self._grid.rows]
        texts = [clean(values.get(name, "")) for name in self.table.columns]
        self._change([(end, end, self._line_end(end) + line), *self._total(rows, [*rows, texts])], wanted)

    def remove(self, row: int) -> None:
        cells, text = self._grid.rows[row], self._file.text
        start, end = cells[0].start, cells[-1].end
        if end < len(text):
            end += 1
        elif start:
            start -= 1
        wanted = self._values()
        del wanted[row]
        rows = [texts_of(row) for row in self._grid.rows]
        self._change([(start, end, ""), *self._total(rows, [*rows[:row], *rows[row + 1 :]])], wanted)

    def set(self, row: int, column: str, text: str) -> None:
        _require_columns([column], self.table)
        cells, number = self._grid.rows[row], self.table.columns.index(column)
        wanted = self._values()
        wanted[row] = {**wanted[row], column: clean(text)}
        if number < len(cells):
            cell = cells[number]
            new = _quoted(clean(text)) if cell.quoted else self._bare(clean(text))
            self._change([(cell.start, cell.end, new)], wanted)
        else:
            missing = delimiter(self._file.text) * (number - len(cells) + 1)
            self._change([(cells[-1].end, cells[-1].end, missing + self._written(clean(text), number))], wanted)

    def arrange(self, order: Sequence[int]) -> None:
        rows, at = self._grid.rows, self._grid.header[-1].end
        places = []
        for cells in rows:
            # With the comments above it; the line ends between rows stay where they are.
            places.append((at + 1, cells[-1].end))
            at = cells[-1].end
        if not places:
            return
        file, values = self._file, self._values()
        parts = [file.written(*places[number]) + file.line_end_at(places[at][1]) for at, number in enumerate(order)]
        end = places[-1][1] + (file.line_end_at(places[-1][1]) != "")
        self._change([(places[0][0], end, "".join(parts))], [values[number] for number in order])

    def data(self) -> bytes:
        return self._file.data()

    def _values(self) -> list[Mapping[str, str]]:
        return [row.values for row in self.table.rows]

    def _total(self, before: list[list[str]], after: list[list[str]]) -> list[tuple[int, int, str]]:
        """What changes in a row of typed totals with the rows above it."""
        cells = self._grid.total
        new = carried(texts_of(cells), before, after)
        return [
            (cells[at].start, cells[at].end, _quoted(text) if cells[at].quoted else self._bare(text))
            for at, text in new.items()
        ]

    def _change(self, changes: Sequence[tuple[int, int, str]], wanted: list[Mapping[str, str]]) -> None:
        """Takes up the changes, from place to place in the text, if the file then says what is wanted."""
        file = self._file
        for start, end, new in sorted(changes, reverse=True):
            file = file.replaced(start, end, new)
        try:
            file.data()
        except UnicodeEncodeError as error:
            letters = error.object[error.start : error.end]
            message = f"{self._path} is in an encoding that has no “{letters}”"
            hint = "in the spreadsheet, save it as CSV UTF-8, then try again"
            raise DeckError([Diagnostic("file-encoding", message, Span(str(self._path)), hint)]) from None
        changed = _sound(file, self._path)
        if [dict(row.values) for row in changed.table.rows] != [dict(values) for values in wanted]:
            message = "a row like this would be read as another, or as none"
            raise DeckError([Diagnostic("table-syntax", message, Span(str(self._path)))])
        self._file, self._grid = file, changed

    def _written(self, text: str, number: int) -> str:
        """A cell as the file writes those of its column."""
        rows, header = self._grid.rows, self._grid.header
        alike = [row[number] for row in rows if number < len(row) and bool(row[number].text) == bool(text)]
        if not alike:
            blank = [cell for row in rows for cell in row if not cell.text]
            alike = list(header[number : number + 1]) if text else blank
        return _quoted(text) if alike and all(cell.quoted for cell in alike) else self._bare(text)

    def _bare(self, text: str) -> str:
        """Without quotation marks, if it is read right without."""
        needs = delimiter(self._file.text) in text or text.startswith('"') or COMMENT.match(text)
        return _quoted(text) if needs or shielded(text) != text else text

    def _line_end(self, at: int) -> str:
        """What ends a line: here, or elsewhere in the file."""
        if found := self._file.line_end_at(at):
            return found
        first = self._file.text.find("\n")
        return self._file.line_end_at(first) if first >= 0 else "\n"


def _sound(file: EncodedText, path: Path) -> Grid:
    found = read_csv(file.text, path)
    if has_errors(found.diagnostics):
        raise DeckError(found.diagnostics)
    return found


def _require_columns(names: Iterable[str], table: Table) -> None:
    for name in names:
        if name not in table.columns:
            raise KeyError(name)


def _quoted(text: str) -> str:
    return '"' + shielded(text).replace('"', '""') + '"'
