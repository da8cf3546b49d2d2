"""A CSV, XLSX or ODS file → its table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from deck.ground.diagnostics import DeckError, Diagnostic, Severity, Span, has_errors
from deck.lists.cells import Grid, texts_of
from deck.lists.csv import read_csv
from deck.lists.date_cells import stray_texts, two_orders
from deck.lists.encodings import GUESSED, WORKBOOK, decoded, read_list
from deck.lists.failed_formulas import failed_formulas
from deck.lists.remark_rows import may_be_remark
from deck.lists.totals import may_be_total
from deck.model.table import Table


def read_table(path: Path) -> Table:
    """The table in this file: its first row names the columns; blank rows and comments are left out.

    Every cell is text, `NA` and `NO` too, without the space round it and in Unicode's composed form (NFC).
    DeckError with everything that is wrong with the file, by line and column.
    """
    found = read_grid(path)
    noticed = (
        *found.diagnostics,
        *failed_formulas(found.table),
        *stray_texts(found.table),
        *_doubtful_total(found),
        *_doubtful_remarks(found),
    )
    return replace(found.table, warnings=noticed)


def read_grid(path: Path) -> Grid:
    """The table in this file with its cells, and what was noticed. DeckError as for `read_table`."""
    data = read_list(path)
    if data.startswith(WORKBOOK):
        from deck.lists.workbooks.reading import read_workbook

        found = read_workbook(data, path)
    else:
        text = decoded(data, path)
        found = read_csv(text.text, path)
        if text.encoding == GUESSED and not text.text.isascii():
            found = found._replace(diagnostics=(_guessed(text.text, path), *found.diagnostics))
    if has_errors(found.diagnostics):
        raise DeckError(found.diagnostics)
    return found._replace(diagnostics=(*found.diagnostics, *two_orders(found.table)))


def _doubtful_total(found: Grid) -> Iterator[Diagnostic]:
    """That the last row is called a total, and is read as an entry, as the others do not come to it."""
    *above, last = map(texts_of, found.rows) if found.rows else ((),)
    if may_be_total(last, above):
        row = found.table.rows[-1]
        message = f"“{next(filter(None, last))}” is taken for an entry: the rows above it do not come to its numbers"
        hint = "mend its numbers or take it out, if it is to add up; call it otherwise, if it is an entry"
        yield Diagnostic("totals-row", message, row.span, hint, Severity.WARNING)


def _doubtful_remarks(found: Grid) -> Iterator[Diagnostic]:
    """That a row looks like a remark under the list, and is read as an entry: of that, it is not certain enough."""
    header = texts_of(found.header)
    for number, cells in enumerate(found.rows, start=1):
        if may_be_remark(texts_of(cells), header, is_last=number == len(found.rows)):
            row = found.table.rows[number - 1]
            message = f"“{next(filter(None, texts_of(cells)))}” is taken for an entry, and looks like a remark"
            hint = "if it is none, put an empty row above it, below all entries, or begin it with “# ”"
            yield Diagnostic("remark-row", message, row.span, hint, Severity.WARNING)


def _guessed(text: str, path: Path) -> Diagnostic:
    """That a text is read as Western, at the first word that depends on it: other encodings look like it."""
    word = next(match for match in re.finditer(r"[^ \t\n,;\"]+", text) if not match[0].isascii())
    line = text.count("\n", 0, word.start()) + 1
    column = word.start() - text.rfind("\n", 0, word.start())
    span = Span(str(path), line, column, column + len(word[0]))
    message = f"this file is not in UTF-8, and is read in Windows’ Western encoding: “{word[0]}” here"
    hint = "if that is right, it is; to be sure, save the file as CSV (UTF-8)"
    return Diagnostic("guessed-encoding", message, span, hint, Severity.WARNING)
