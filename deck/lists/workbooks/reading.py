"""A workbook of either kind → the table on its first sheet that is shown."""

from __future__ import annotations

from pathlib import Path

from deck.lists.cells import Grid
from deck.lists.workbooks import ods, xlsx
from deck.lists.workbooks.package import Package
from deck.lists.workbooks.sheet import table_of


def read_workbook(data: bytes, path: Path) -> Grid:
    """The table; of a formula, the value that was saved. DeckError where this is no workbook that can be read."""
    package = Package(data, path)
    return table_of(ods.read(package) if package.is_opendocument else xlsx.read(package))
