"""The lists that an outline names, as staff edit them: shown, checked, changed in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Severity, Span, did_you_mean
from deck.lists import (
    amounts,
    check,
    codes,
    country_name,
    is_code,
    read_countries,
    read_facts,
    read_table,
    resolve,
    shares,
    suggestion,
)
from deck.lists.document import Document, open_document
from deck.lists.fixes import Fix, fixes
from deck.lists.numbering import numbered
from deck.model.dates import is_date
from deck.model.presentation import ListFile
from deck.model.table import STATUSES, Row, Table
from deck.outline import list_files
from deck.pipeline.reading import read
from deck.updating.order import by_names, longest_rise


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its rows (of countries, with the code of each that is known), and what is wrong with them."""

    file: ListFile
    table: Table
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """What was mended in a list: cells of its rows, how many rows now stand elsewhere, or why they do not."""

    cells: tuple[tuple[Row, Fix], ...]
    moved: int
    unsorted: Diagnostic | None = None


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
        raise _refused("unknown-list", f"{outline} has no list `{name}`", hint, None)
    for candidates in (files, [file for file in files if file.countries]):
        if len(candidates) == 1:
            return candidates[0]
    if not files:
        raise _refused("unknown-list", f"{outline} has no list", "name one under `lists:`", Span(str(outline)))
    names = ", ".join(f"`{file.name}`" for file in files)
    raise _refused("unknown-list", f"{outline} has several lists: {names}", "say which with `--list`", None)


def read_list(file: ListFile, outline: Path) -> Listing:
    """The outline's list as it is now. DeckError where its file is no table."""
    path = Path(file.path)
    if file.facts or file.countries:
        table, noticed = read_facts(path) if file.facts else read_countries(path)
    else:
        table = read_table(path)
        noticed = table.warnings
    # What slides want of the list, such as a group for each row, the outline alone can say.
    told = (one for one in _findings(outline) if one.span and one.span.path == file.path)
    found: dict[object, Diagnostic] = {}
    for one in (*noticed, *told):
        found.setdefault((one.code, one.message, one.span), one)
    return Listing(file, table, tuple(found.values()))


def add_row(file: ListFile, name: str, cells: Mapping[str, str]) -> Row:
    """Writes one more row with this name, and these further cells by column; returns it.

    DeckError, with the file as it was, for what is no country, stands there already, or has no column; and for a
    list of facts, where a name is not enough.
    """
    if file.facts:
        message = f"“{name}” is only the name of a fact"
        raise _refused("empty-cell", message, "write it into the spreadsheet, with its value", Span(file.path))
    with _editing(file) as (document, save):
        row = _added(document, file, name, cells)
        save()
    return row


def _added(document: Document, file: ListFile, name: str, cells: Mapping[str, str]) -> Row:
    table = document.table
    first = _first(file, table)
    named = {first: name}
    if file.countries:
        named = _country(name, first, table)
    elif found := _rows_of(name, table, first):
        raise _already(name, found[0])
    given = {table.column(column) or column: text for column, text in named.items()}
    for wanted, text in cells.items():
        place = table.column(wanted)
        if place is None:
            columns = [*filter(None, table.columns)]
            there = ", ".join(f"`{column}`" for column in columns)
            message = f"the list has no column `{wanted}`; those of {file.path} are {there}"
            hint = _near(wanted, columns) or "name one of these, or write it into the file’s first row"
            raise _refused("unknown-column", message, hint, None)
        if given.setdefault(place, text).casefold() != text.casefold():
            message = f"the column `{place}` cannot be both “{given[place]}” and “{text}”"
            raise _refused("invalid-value", message, "say it once", None)
    statuses, sinces = (table.column(column) or "" for column in ("status", "since"))
    status, since = given.get(statuses, ""), given.get(sinces, "")
    if file.countries and status.casefold() in STATUSES:
        given[statuses] = status.casefold()
    elif file.countries and status:
        known = did_you_mean(status, STATUSES)
        raise _refused("unknown-status", f"the status “{status}” is not known", known, None)
    if file.countries and since and not is_date(since):
        hint = "write a year, or a date such as 2026-05-31"
        raise _refused("unknown-date", f"“{since}” is no date as lists have them", hint, None)
    given = {column: _as_beside(text, column, table) for column, text in given.items()}
    document.add({column: str(len(table.rows) + 1) for column in numbered(table)} | given)
    return document.table.rows[-1]


def _as_beside(text: str, column: str, table: Table) -> str:
    """A share or an amount as the column has the others. DeckError for a number that may be either of two."""
    beside = [row.values[column] for row in table.rows]
    if shares.is_of_shares(beside):
        like, in_doubt = shares.like, shares.in_doubt(text)
        message = f"the column `{column}` is of shares, and “{text}” has no %"
    else:
        like, in_doubt = amounts.like, amounts.in_doubt(text, beside)
        message = f"“{text}” may be either of two numbers, and no other in the column `{column}` is written so"
    if in_doubt:
        raise _refused("unknown-number", message, f"write {in_doubt}", None)
    return like(text, beside)


def remove_row(file: ListFile, name: str) -> Row:
    """Takes the row of this name, or of the country meant by it, out of the file; returns it as it was.

    DeckError, with the file as it was, where none is there, or more than one.
    """
    with _editing(file) as (document, save):
        row = _found(document.table, file, name)
        _take_out(document, document.table.rows.index(row))
        save()
    return row


def _take_out(document: Document, row: int) -> None:
    """The row goes; columns that number the rows close up, unless they work their numbers out themselves."""
    columns = numbered(document.table)
    document.remove(row)
    for column in columns:
        with suppress(DeckError):
            for below in range(row, len(document.table.rows)):
                document.set(below, column, str(below + 1))


def _found(table: Table, file: ListFile, name: str) -> Row:
    """The one row that is meant by this name. DeckError as `remove_row`."""
    first = _first(file, table)
    found = _rows_of(name, table, first)
    hint = None
    if not found and file.countries:
        meant = resolve(name)
        if meant.shared:
            raise _refused("ambiguous-country", f"“{name}” may be one of several", suggestion(meant.suggestions), None)
        found = _of_country(meant.code, table)
        if near := [one for one in meant.suggestions if _of_country(one.code, table)]:
            hint = suggestion(near)
    elif not found:
        known = [row.values[first] for row in table.rows]
        hint = did_you_mean(name, known) if len(known) < 10 else _near(name, known)
    if not found:
        raise _refused("unknown-entry", f"“{name}” is not in the list", hint, None)
    if len(found) > 1:
        places = " and ".join(str(row.span.line) for row in found)
        hint = "take one of them out in the spreadsheet"
        raise _refused("duplicate-entry", f"“{name}” stands in several rows: {places}", hint, found[0].span)
    return found[0]


def fix_list(file: ListFile, outline: Path, *, write: bool = True) -> Mended:
    """Mends what mends itself: garbled text, names misspelt in one way only, codes, statuses, countries' order.

    The file is written only if there is something to mend, and `write` says so.
    """
    with _editing(file) as (document, save):
        mended = _mended(document, file, outline, write=write)
        if write and (mended.cells or mended.moved):
            save()
    return mended


def _mended(document: Document, file: ListFile, outline: Path, *, write: bool) -> Mended:
    mended = tuple((document.table.rows[fix.row], fix) for fix in fixes(document.table))
    for _, fix in mended:
        document.set(fix.row, fix.column, fix.new)
    order = by_names(document.table, outline) if file.countries else range(len(document.table.rows))
    moved = len(order) - longest_rise(order)
    unsorted = None
    if moved:
        try:
            document.arrange(order)
        except DeckError as error:
            moved, unsorted = 0, replace(error.diagnostics[0], severity=Severity.WARNING)
        else:
            if write:
                places = sorted((order.index(fix.row), number) for number, (_, fix) in enumerate(mended))
                mended = tuple((document.table.rows[at], mended[number][1]) for at, number in places)
    return Mended(mended, moved, unsorted)


def _findings(outline: Path) -> Sequence[Diagnostic]:
    """What the outline has to say of itself and of its lists: of facts' names, sources and units, it alone can."""
    try:
        return read(outline)[2]
    except DeckError as error:
        return error.diagnostics


def _first(file: ListFile, table: Table) -> str:
    """The column that says what a row is of. DeckError where a list of countries or of facts has none for that."""
    name = "id" if file.facts else "country"
    column = table.column(name) if file.facts or file.countries else table.columns[0]
    if column is None:
        if file.countries:
            raise DeckError(check(table))
        hint = did_you_mean(name, table.columns)
        raise _refused("unknown-column", f"a list of facts has a column `{name}`", hint, Span(file.path))
    return column


def _of_country(code: str | None, table: Table) -> list[Row]:
    return [row for row, known in zip(table.rows, codes(table), strict=True) if code and known == code]


def _country(name: str, first: str, table: Table) -> dict[str, str]:
    """The cells for a country that is not in the list yet: its name, and its code if there is a column for it."""
    meant = resolve("" if name.lstrip().startswith("#") else name)
    if meant.shared:
        message, hint = f"“{name}” may be one of several countries", suggestion(meant.suggestions)
        raise _refused("ambiguous-country", message, hint, None)
    if not meant.code:
        message, hint = f"“{name}” is not the name of a country", suggestion(meant.suggestions)
        raise _refused("unknown-country", message, hint, None)
    if found := _of_country(meant.code, table):
        raise _already(name, found[0])
    code = {"code": meant.code} if table.column("code") else {}
    return {first: country_name(meant.code) if is_code(name) else name.strip(), **code}


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


@contextmanager
def _editing(file: ListFile) -> Iterator[tuple[Document, Callable[[], None]]]:
    """The list's file, and what saves it: if nobody else has changed it meanwhile, or has it open."""
    from deck.ground.saving import editing

    path = Path(file.path)
    with editing(path.parent) as save:
        document = open_document(path)
        yield document, lambda: save(document.data(), path)
