"""A list of editions: a row each, with the values that take the place of the outline's facts and lists."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deck.fields.slug import slug
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.lists.fact_list import mistakes, plain
from deck.lists.table_file import read_grid
from deck.model.edition import Edition
from deck.model.table import Row, Table

NAMING = ("id", "code")
"""The columns that name an edition: the first of them that there is."""


def read_editions(path: Path) -> tuple[Edition, ...]:
    """The editions in this file, in its order.

    DeckError where the file is no table, no column names the editions, or two have one name.
    """
    grid = read_grid(path)
    table, headings = grid.table, {cell.text: cell.span(path) for cell in grid.header}
    naming = next((column for name in NAMING if (column := table.column(name))), None)
    if naming is None:
        message, hint = "no column names the editions", "name one `id` or `code`: what it holds is in the decks’ names"
        raise DeckError([Diagnostic("unknown-column", message, Span(str(path)), hint)])
    found: list[Diagnostic] = []
    editions: dict[str, Edition] = {}
    for row in table.rows:
        written = row.values[naming]
        name = slug(written)
        if not written:
            message = f"the column `{naming}` is empty in this row"
            found.append(Diagnostic("empty-cell", message, row.at(naming), "fill it, or take the row out"))
        elif name in editions:
            message = f"there is an edition `{name}` already"
            found.append(Diagnostic("duplicate-id", message, row.at(naming), "take one of the two out"))
        else:
            editions[name] = _edition(name, naming, row, table, headings)
    if not editions and not found:
        message, hint = "there are no editions in this file", "write a row for each"
        found.append(Diagnostic("file-empty", message, Span(str(path)), hint))
    if found:
        raise DeckError(found)
    return tuple(editions.values())


def _edition(name: str, naming: str, row: Row, table: Table, headings: Mapping[str, Span]) -> Edition:
    found: list[Diagnostic] = []
    values = []
    for column, text in row.values.items():
        if text and column != naming:
            place = row.at(column)
            cells = {"id": column, "value": text, "unit": "", "source": "", "date": ""}
            found += mistakes(Row(cells, place), fixed=False)
            values.append(Row(plain(cells), place))
    own = Table(table.path, ("id", "value", "unit"), tuple(values))
    return Edition(name, own, row.span, headings, tuple(found))
