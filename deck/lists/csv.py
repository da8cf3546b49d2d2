"""A CSV file → its table: with a comma, a semicolon or a tab, in UTF-8, UTF-16 or Windows' Western encoding."""

from __future__ import annotations

import codecs
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from deck.diagnostics import DeckError, Diagnostic, Severity, Span, has_errors
from deck.model.table import Row, Table

_LARGEST = 32_000_000
_DELIMITERS = ",;\t"
_SEPARATOR_LINE = re.compile(r"sep=(.)\n?", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def read_table(path: Path) -> Table:
    """The table in this file: its first row names the columns, blank rows are left out.

    Every cell is text, `NA` and `NO` too, without the space round it and in Unicode's composed form (NFC).
    DeckError with everything that is wrong with the file, by line and column.
    """
    diagnostics: list[Diagnostic] = []
    text = _decoded(_bytes(path), path, diagnostics)
    table, more = _table(text, path)
    diagnostics += more
    if has_errors(diagnostics):
        raise DeckError(diagnostics)
    return replace(table, warnings=tuple(diagnostics))


def _bytes(path: Path) -> bytes:
    def refused(code: str, message: str, hint: str | None = None) -> DeckError:
        return DeckError([Diagnostic(code, message, Span(str(path)), hint)])

    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "is a folder" if stat.S_ISDIR(status.st_mode) else "is not a file"
            raise refused("file-unreadable", f"{path} {kind}", "name a CSV file")
        if status.st_size > _LARGEST:
            raise refused("file-too-large", f"{path} has more than {_LARGEST / 1e6:.0f} MB")
        data = path.read_bytes()
    except FileNotFoundError:
        raise refused("file-missing", f"there is no file {path}") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise refused("file-unreadable", f"{path} cannot be read: {reason}") from None
    if not data.strip():
        raise refused("file-empty", f"{path} is empty", "its first line names the columns, such as `country,code`")
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise refused("file-encoding", f"{path} is a workbook, not CSV", "save it as CSV (UTF-8)")
    return data


def _decoded(data: bytes, path: Path, diagnostics: list[Diagnostic]) -> str:
    """The text: by its mark of byte order, or as strict UTF-8, or as cp1252, which spreadsheets on Windows write.

    That it is the last is a guess, and noted: any other encoding of single bytes looks like it.
    """
    mark, encoding = next((known for known in _MARKS if data.startswith(known[0])), (b"", "utf-8"))
    data = data.removeprefix(mark)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise _not_text(data[: error.start].decode(encoding, "replace"), path) from None
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError as western:
            raise _not_text(data[: western.start].decode("cp1252", "replace"), path) from None
        diagnostics.append(_guessed(data[: error.start].decode("cp1252"), text, path))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guessed(before: str, text: str, path: Path) -> Diagnostic:
    """That the text is read as Western, at the first character that depends on it."""
    span = Span(str(path), *_place_after(before))
    word = (re.split(r"[\s,;\"]", before)[-1] + re.split(r"[\s,;\"]", text[len(before) :])[0]).strip()
    message = f"this file is not in UTF-8, and is read in Windows’ Western encoding: “{word}” here"
    hint = "if that is right, it is; to be sure, save the file as CSV (UTF-8)"
    return Diagnostic("guessed-encoding", message, span, hint, Severity.WARNING)


def _place_after(before: str) -> tuple[int, int]:
    """The line and column where a text goes on."""
    lines = before.replace("\r\n", "\n").replace("\r", "\n")
    return lines.count("\n") + 1, len(lines) - lines.rfind("\n")


def _not_text(before: str, path: Path) -> DeckError:
    place = Span(str(path), *_place_after(before))
    message = f"{path} is no text in an encoding that is known"
    return DeckError([Diagnostic("file-encoding", message, place, "save it as CSV (UTF-8)")])


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell's text and where it begins."""

    text: str
    line: int
    column: int
    end_column: int

    def span(self, path: Path) -> Span:
        return Span(str(path), self.line, self.column, self.end_column)


def _table(text: str, path: Path) -> tuple[Table, list[Diagnostic]]:
    diagnostics = list(_control_characters(text, path))
    first_line, delimiter = 1, None
    if separator := _SEPARATOR_LINE.match(text):
        text, first_line, delimiter = text[separator.end() :], 2, separator[1]
    rows = _cells(text, delimiter or _delimiter(text), first_line, path, diagnostics)
    filled = [row for row in rows if any(cell.text for cell in row)]
    if not filled:
        diagnostics.append(Diagnostic("table-header", "no row names the columns", Span(str(path))))
        return Table(str(path), (), ()), diagnostics
    columns = _columns(filled[0], path, diagnostics)
    rows_out = tuple(_row(cells, columns, path, diagnostics) for cells in filled[1:])
    return Table(str(path), columns, rows_out), diagnostics


def _control_characters(text: str, path: Path) -> Iterator[Diagnostic]:
    for number, line in enumerate(text.split("\n"), start=1):
        for match in _CONTROL.finditer(line):
            span = Span(str(path), number, match.start() + 1, match.end() + 1)
            message = f"the character U+{ord(match[0]):04X} has no place in a table"
            yield Diagnostic(
                "control-character", message, span, "take it out; it came along unseen, perhaps by pasting"
            )


def _delimiter(text: str) -> str:
    """The sign that parts the most cells of the first row that is not blank."""
    header = next((line for line in text.split("\n") if line.strip()), "")
    bare = re.sub('"[^"]*"', "", header)
    return max(_DELIMITERS, key=bare.count)


def _cells(text: str, delimiter: str, line: int, path: Path, diagnostics: list[Diagnostic]) -> list[list[_Cell]]:
    """The rows' cells. A quoted one may hold the delimiter, line feeds, and quotation marks written twice."""
    sign = re.escape(delimiter)
    quoted = re.compile(rf'(?:(?!{sign})[^\S\n])*"((?:[^"]|"")*)"([^\n{sign}]*)')
    bare = re.compile(rf"[^\n{sign}]*")
    rows: list[list[_Cell]] = [[]]
    at = line_start = 0
    while at <= len(text):
        match = quoted.match(text, at)
        words = match[1].replace('""', '"') if match else ""
        if match and match[2].strip():
            after = match.end() - len(match[2].lstrip())
            span = Span(str(path), line, after - line_start + 1)
            hint = 'write a quotation mark inside a quoted cell twice: ""'
            diagnostics.append(Diagnostic("table-syntax", "a cell goes on after its quotation mark closes", span, hint))
        if match is None:
            match = bare.match(text, at)
            assert match is not None
            words = match[0]
            if words.lstrip().startswith('"'):
                span = Span(str(path), line, at - line_start + 1)
                diagnostics.append(Diagnostic("table-syntax", "a quotation mark opens here and never closes", span))
        blank = len(match[0]) - len(match[0].lstrip(" "))
        first = match[0].split("\n", 1)[0].rstrip()
        column = at - line_start + 1 + min(blank, len(first))
        rows[-1].append(_Cell(_clean(words), line, column, max(at - line_start + 1 + len(first), column)))
        if breaks := match[0].count("\n"):
            line += breaks
            line_start = at + match[0].rfind("\n") + 1
        at = match.end() + 1
        if match.end() < len(text) and text[match.end()] == "\n":
            line, line_start = line + 1, at
            rows.append([])
    return rows


def _clean(words: str) -> str:
    return re.sub(r"\s*\n\s*", " ", unicodedata.normalize("NFC", _CONTROL.sub(" ", words)).strip())


def _columns(header: list[_Cell], path: Path, diagnostics: list[Diagnostic]) -> tuple[str, ...]:
    """The columns' names. Cells behind the last name are what a spreadsheet leaves of an emptied column."""
    while header and not header[-1].text:
        header = header[:-1]
    seen: dict[str, _Cell] = {}
    for number, cell in enumerate(header, start=1):
        if not cell.text:
            hint = "write a name above every column"
            diagnostics.append(Diagnostic("table-header", f"column {number} has no name", cell.span(path), hint))
        elif seen.setdefault(cell.text, cell) is not cell:
            message = f"another column is called `{cell.text}` already"
            diagnostics.append(Diagnostic("duplicate-column", message, cell.span(path), "give this one another name"))
    return tuple(cell.text for cell in header)


def _row(cells: list[_Cell], columns: tuple[str, ...], path: Path, diagnostics: list[Diagnostic]) -> Row:
    """One row; cells that are missing at its end are empty."""
    for extra in cells[len(columns) :]:
        if extra.text:
            message = f"this row has {len(cells)} cells, the table {len(columns)} columns"
            hint = "put a cell that holds the separating sign in quotation marks"
            diagnostics.append(Diagnostic("table-cells", message, extra.span(path), hint))
            break
    texts = [cell.text for cell in cells] + [""] * (len(columns) - len(cells))
    filled = next((cell for cell in cells if cell.text), cells[0])
    return Row(dict(zip(columns, texts, strict=False)), filled.span(path))
