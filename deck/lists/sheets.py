"""A workbook's sheets, cell by cell, for those who find what they look for wherever people moved it."""

from __future__ import annotations

from pathlib import Path

from deck.lists.encodings import WORKBOOK, read_list
from deck.lists.workbooks import ods, xlsx
from deck.lists.workbooks.changes import name_of
from deck.lists.workbooks.package import Package, damaged
from deck.lists.workbooks.sheet import MOST_CELLS, Sheet, SheetCell

__all__ = ["MOST_CELLS", "Sheet", "SheetCell", "name_of", "read_sheets"]


def read_sheets(path: Path) -> list[Sheet]:
    """All sheets of an XLSX or ODS file, hidden ones too. DeckError where this is no workbook that can be read."""
    data = read_list(path)
    if not data.startswith(WORKBOOK):
        raise damaged(path, "it is a text")
    package = Package(data, path)
    return [*(ods.read_all(package) if package.is_opendocument else xlsx.read_all(package))]
