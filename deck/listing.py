"""The lists that an outline names, as staff edit them: shown, checked, changed in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deck.diagnostics import DeckError, Diagnostic, Span, did_you_mean
from deck.lists import (
    STATUSES,
    code_of,
    country_name,
    is_code,
    read_countries,
    read_facts,
    read_table,
    resolve,
    suggestion,
)
from deck.lists.document import open_document
from deck.lists.fixes import Fix, fixes
from deck.model.presentation import ListFile
from deck.model.table import Row, Table
from deck.outline import list_files


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its rows (of countries, with the code of each that is known), and what is wrong with them."""

    file: ListFile
    table: Table
    diagnostics: tuple[Diagnostic, ...]


def find_list(outline: Path, name: str | None = None) -> ListFile:
    """The outline's list of this name; without one, its only list, or its only list of countries.

    DeckError where there is none, or no telling which.
    """
    files = list_files(outline)
    known = {file.name: file for file in files}
    if name is not None:
        if name in known:
            return known[name]
        hint = did_you_mean(name, known) or "name it under `lists:`"
        raise _refused("unknown-list", f"{outline} has no list `{name}`", hint, Span(str(outline)))
    for candidates in (files, [file for file in files if file.countries]):
        if len(candidates) == 1:
            return candidates[0]
    if not files:
        raise _refused("unknown-list", f"{outline} has no list", "name one under `lists:`", Span(str(outline)))
    names = ", ".join(f"`{file.name}`" for file in files)
    raise _refused("unknown-list", f"{outline} has several lists: {names}", "say which with `--list`", None)


def read_list(file: ListFile) -> Listing:
    """The list as it is now. DeckError where its file is no table."""
    path = Path(file.path)
    if file.facts:
        return Listing(file, *read_facts(path))
    if not file.countries:
        return Listing(file, read_table(path), ())
    table, diagnostics = read_countries(path)
    if "country" not in table.columns:
        hint = did_you_mean("country", table.columns)
        raise _refused("unknown-column", "a list of countries has a column `country`", hint, Span(file.path))
    return Listing(file, table, diagnostics)


def add_row(file: ListFile, name: str, cells: Mapping[str, str]) -> Row:
    """Writes one more row with this name, and these further cells by column; returns it.

    DeckError, with the file as it was, for what is no country, stands there already, or has no column.
    """
    document = open_document(Path(file.path))
    first = "country" if file.countries else document.table.columns[0]
    values = {**cells, first: name}
    if file.countries:
        values |= _country(name, read_list(file).table)
        if "code" not in document.table.columns:
            del values["code"]
    elif found := _rows_of(name, document.table, first):
        raise _already(name, found[0])
    for column in values:
        if column not in document.table.columns:
            message = f"the list has no column `{column}`"
            raise _refused("unknown-column", message, "write its name into the file’s first row", Span(file.path))
    status = values.get("status", "")
    if file.countries and status and status not in STATUSES:
        hint = did_you_mean(status, STATUSES)
        raise _refused("unknown-status", f"the status “{status}” is not known", hint, None)
    document.add(values)
    _save(document.data(), file)
    return document.table.rows[-1]


def remove_row(file: ListFile, name: str) -> Row:
    """Takes the row of this name, or of the country meant by it, out of the file; returns it as it was.

    DeckError, with the file as it was, where none is there, or more than one.
    """
    document = open_document(Path(file.path))
    first = "country" if file.countries else document.table.columns[0]
    found = _rows_of(name, document.table, first)
    if not found and file.countries:
        meant = resolve(name)
        if meant.shared:
            raise _refused("ambiguous-country", f"“{name}” may be one of several", suggestion(meant.suggestions), None)
        found = [row for row in document.table.rows if meant.code and code_of(row) == meant.code]
    if not found:
        known = [row.values[first] for row in document.table.rows]
        hint = did_you_mean(name, known) if len(known) < 10 else _near(name, known)
        raise _refused("unknown-entry", f"“{name}” is not in the list", hint, Span(file.path))
    if len(found) > 1:
        places = " and ".join(str(row.span.line) for row in found)
        hint = "take one of them out in the spreadsheet"
        raise _refused("duplicate-entry", f"“{name}” stands in several rows: {places}", hint, found[0].span)
    document.remove(document.table.rows.index(found[0]))
    _save(document.data(), file)
    return found[0]


def fix_list(file: ListFile, *, write: bool = True) -> tuple[tuple[Row, Fix], ...]:
    """Mends what mends itself: garbled text, names misspelt in one way only, codes, statuses. Says what it mended.

    The file is written only if there is something to mend, and `write` says so.
    """
    document = open_document(Path(file.path))
    mended = tuple((document.table.rows[fix.row], fix) for fix in fixes(document.table))
    for _, fix in mended:
        document.set(fix.row, fix.column, fix.new)
    if mended and write:
        _save(document.data(), file)
    return mended


def _country(name: str, table: Table) -> dict[str, str]:
    """The cells `country` and `code` for a country that is not in the list yet."""
    meant = resolve(name)
    if meant.shared:
        message, hint = f"“{name}” may be one of several countries", suggestion(meant.suggestions)
        raise _refused("ambiguous-country", message, hint, None)
    if not meant.code:
        message, hint = f"“{name}” is not the name of a country", suggestion(meant.suggestions)
        raise _refused("unknown-country", message, hint, None)
    if found := [row for row in table.rows if code_of(row) == meant.code]:
        raise _already(name, found[0])
    return {"country": country_name(meant.code) if is_code(name) else name.strip(), "code": meant.code}


def _rows_of(name: str, table: Table, column: str) -> list[Row]:
    wanted = " ".join(name.casefold().split())
    return [row for row in table.rows if " ".join(row.values[column].casefold().split()) == wanted]


def _near(name: str, known: list[str]) -> str | None:
    hint = did_you_mean(name, known)
    return hint if hint and not hint.startswith("known") else None


def _already(name: str, row: Row) -> DeckError:
    return _refused("duplicate-entry", f"“{name}” stands in row {row.span.line} already", None, row.span)


def _refused(code: str, message: str, hint: str | None, span: Span | None) -> DeckError:
    return DeckError([Diagnostic(code, message, span, hint)])


def _save(data: bytes, file: ListFile) -> None:
    from deck.export.save import save

    save(data, Path(file.path))
