"""A CSV or XLSX file → its table."""

from __future__ import annotations

from pathlib import Path

from deck.diagnostics import DeckError, has_errors
from deck.lists.cells import Grid
from deck.lists.csv import read_csv
from deck.lists.file import WORKBOOK, decoded, read_bytes
from deck.model.table import Table


def read_table(path: Path) -> Table:
    """The table in this file: its first row names the columns; blank rows and comments are left out.

    Every cell is text, `NA` and `NO` too, without the space round it and in Unicode's composed form (NFC).
    DeckError with everything that is wrong with the file, by line and column.
    """
    return read_grid(path).table


def read_grid(path: Path) -> Grid:
    """The table in this file with its cells, and what was noticed. DeckError as for `read_table`."""
    data = read_bytes(path)
    if data.startswith(WORKBOOK):
        from deck.lists.workbook import read_workbook

        found = read_workbook(data, path)
    else:
        found = read_csv(decoded(data, path).text, path)
    if has_errors(found.diagnostics):
        raise DeckError(found.diagnostics)
    return found
