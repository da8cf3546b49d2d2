"""A list of countries: the code of each, and what is wrong with its rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from deck.ground.diagnostics import Diagnostic, Severity, Span, has_errors
from deck.ground.late_pattern import late_pattern
from deck.lists import remark_rows, totals
from deck.lists.country_names import Resolution, Suggestion, country_name, is_code, other_code, resolve
from deck.lists.date_cells import is_date, no_date
from deck.lists.failed_formulas import failed_formula, is_failed
from deck.lists.garbled import garbled, mended
from deck.lists.table_file import read_grid
from deck.model.table import STATUSES, Row, Table

COLUMNS = ("country", "code", "status", "since")
"""The columns that are checked, under whatever names `Table.column` knows."""
_OWN_COLUMN = "or, if the column is of another kind, call it otherwise than “{}”"
_SEVERAL_CELLS = late_pattern("[;\t]|,.*,")
# What stands under a list and names no country: sums and sources. Compiled when a name is none that is known.
_NO_ENTRY = rf"(?i)({totals.WORDS}|{remark_rows.WORDS})(\s*[:：(\d].*)?"
_LOST_LETTER = late_pattern("[?\ufffd]")


def in_english(code: str, written: str) -> str:
    """What a country is called that a list gives in this way: as it is written there, or else by its English name."""
    return country_name(code) if is_code(written) else written


def read_countries(path: Path, named: Callable[[str, str], str] = in_english) -> tuple[Table, tuple[Diagnostic, ...]]:
    """The list in this file, with each country's ISO 3166 code in the column `code`, and what is wrong with it.

    A country is called by what `named` says to its code and to what is written. DeckError where the file is no table.
    """
    found = read_grid(path)
    rows = check(found.table)
    if any(one.code == "guessed-encoding" for one in found.diagnostics):
        rows = chain(rows, _misread(found.table))
    return _with_codes(found.table, named), (*found.diagnostics, *rows)


def _misread(table: Table) -> Iterator[Diagnostic]:
    """Names with letters beyond ASCII that are none, in a file whose encoding was guessed: hardly rightly."""
    for row in table.renamed(COLUMNS).rows:
        if (name := row.values.get("country", "")) and not name.isascii() and not resolve(name).code:
            message, hint = (
                f"“{name}” was read in a guessed encoding, and is no country’s name",
                "save the file as CSV (UTF-8)",
            )
            yield Diagnostic("guessed-encoding", message, row.at("country"), hint)


def _with_codes(table: Table, named: Callable[[str, str], str]) -> Table:
    """The list with a code for every country that is known, and its status in small letters."""
    country, code = table.column("country"), table.column("code") or "code"
    if country is None:
        return table
    if country == code:
        table = table.renamed(["country"])
        country, code = "country", "code"
    columns = table.columns if code in table.columns else (*table.columns, code)
    status, rows = table.column("status"), []
    for row, known in zip(table.rows, codes(table), strict=True):
        values = {**row.values, code: known or row.values.get(code, "")}
        if status and row.values[status].casefold() in STATUSES:
            values[status] = row.values[status].casefold()
        if known:
            values[country] = named(known, row.values[country])
        rows.append(replace(row, values=values))
    return replace(table, columns=columns, rows=tuple(rows))


def codes(table: Table) -> list[str | None]:
    """The country that each row means: by its `code`, or else by its name."""
    return [_code_of(row) for row in table.renamed(COLUMNS).rows]


def _code_of(row: Row) -> str | None:
    return (resolve(row.values["code"]).code if row.values.get("code") else None) or resolve(row.values["country"]).code


def check(table: Table) -> Iterator[Diagnostic]:
    """All that is wrong with the rows, row by row; where no column is that of countries, but this."""
    if table.column("country") is None:
        yield _no_country(table)
        return
    first: dict[str, Row] = {}
    yield from _other_systems(table)
    for row in table.renamed(COLUMNS).rows:
        if row.values["country"]:
            found = [*_country(row)]
            yield from found
            if not has_errors(found) and (code := _code_of(row)):
                earlier = first.setdefault(code, row)
                if earlier is not row:
                    yield _duplicate(row, earlier, code)
        else:
            known = resolve(row.values.get("code", "")).code
            hint = f"write {country_name(known)}" if known else "write a country, or take the row out"
            yield Diagnostic("empty-cell", "the column `country` is empty in this row", row.at("country"), hint)
        yield from _other_cells(row)


def _no_country(table: Table) -> Diagnostic:
    from difflib import get_close_matches

    names = [name for name in table.columns if name]
    near = [name for name in names if "country" in name.casefold()]
    near += get_close_matches("country", names, 1)
    if near:
        hint = f"call its column `{near[0]}` just `country`"
    elif any(resolve(name).code for name in names):
        hint = f"the first row, “{', '.join(names)}”, names a country: write `country,code` into a row above it"
    else:
        hint = "the first row names the columns; of a workbook, the first sheet alone is read"
    return Diagnostic("unknown-column", "a list of countries has a column `country`", Span(table.path), hint)


def status_meant(text: str) -> str | None:
    """The status that this one is, whatever its capitals, or nearly is."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(text.casefold(), STATUSES, 1, 0.75)), None)


def is_below_a_list(name: str) -> bool:
    """Whether this is what stands below a list, a total or a remark, and no country."""
    return _is_no_entry(name) or (not resolve(name).code and remark_rows.is_like_remark(name))


def _is_no_entry(name: str) -> bool:
    return not resolve(name).code and re.fullmatch(_NO_ENTRY, name) is not None


def _country(row: Row) -> Iterator[Diagnostic]:
    """What is wrong with the country itself."""
    name, code = row.values["country"], row.values.get("code", "")
    if mended(name) != name:
        return
    if not is_code(code) and _is_no_entry(name):
        message, hint = f"“{name}” is no country", "take the row out; one that begins with “# ” is left out"
        yield Diagnostic("unknown-country", message, row.at("country"), hint)
        return
    if _LOST_LETTER.search(name):
        yield _lost_letter(row, resolve(name), resolve(code).code)
        return
    by_name, by_code = resolve(name), resolve(code)
    if is_failed(name):
        yield failed_formula(row, "country")
    elif name.startswith("#"):
        message, hint = f"“{name}” begins with “#”", "take the “#” out, or the whole row"
        yield Diagnostic("unknown-country", message, row.at("country"), hint)
    elif not by_name.code and _SEVERAL_CELLS.search(name):
        message, hint = f"“{name}” is several cells in one", "part them by the sign that parts those of the first row"
        yield Diagnostic("table-cells", message, row.at("country"), hint)
    elif code and not is_code(code):
        yield Diagnostic("unknown-country", f"`{code}` is no country’s code", row.at("code"), _code_hint(by_name))
    elif code and by_name.sure and by_code.code and by_name.sure != by_code.code:
        message = f"{name} is {by_name.sure}, but the code here is {by_code.code}, {country_name(by_code.code)}"
        yield Diagnostic("country-code", message, row.at("code"), "mend the name or the code")
    elif code and by_code.code:
        if not by_name.code and not by_name.shared and (near := suggested(by_code.code, by_name.suggestions)):
            # The code says which country it is; the name may be in a language that is not known here.
            yield replace(_unknown(row, (near,)), severity=Severity.WARNING)
        elif by_name.shared and not suggested(by_code.code, by_name.suggestions):
            shown = " or ".join(f"{one.name} ({one.code})" for one in by_name.suggestions)
            message = f"{name} is {shown}, but the code here is {by_code.code}, {country_name(by_code.code)}"
            yield Diagnostic("country-code", message, row.at("code"), "mend the name or the code")
        elif not by_name.code and (near := by_name.clear):
            shown = f"{near.name} ({near.code})"
            message = f"“{name}” is like {shown}, but the code here is {by_code.code}, {country_name(by_code.code)}"
            yield Diagnostic("country-code", message, row.at("country"), "see which of the two is meant")
    elif by_name.shared:
        yield _ambiguous(row, by_name)
    elif not by_name.code:
        yield _unknown(row, by_name.suggestions)


def _other_systems(table: Table) -> Iterator[Diagnostic]:
    """Codes that ISO and another system have for two countries, in a list with others of that system: “BRN”."""
    rows = [(row, row.values.get(column, ""), column) for row in table.renamed(COLUMNS).rows for column in COLUMNS[:2]]
    if not any(other_code(text) and not is_code(text) for _, text, _ in rows):
        return
    for row, text, column in rows:
        if is_code(text) and (other := other_code(text)) and (iso := resolve(text).code):
            message = f"“{text}” is {country_name(iso)} in ISO 3166, but {country_name(other)} to the IOC"
            yield Diagnostic("ambiguous-country", message, row.at(column), f"write {iso} or {other}")


def _lost_letter(row: Row, by_name: Resolution, code: str | None) -> Diagnostic:
    name = row.values["country"]
    meant = [one for one in by_name.suggestions if code in (None, one.code)]
    hint = suggestion(meant) if meant else "write the letter in place of the sign"
    return Diagnostic("unknown-country", f"a letter of “{name}” was lost", row.at("country"), hint)


def suggested(code: str, suggestions: Iterable[Suggestion]) -> Suggestion | None:
    """The suggestion of this country, if it is among them."""
    return next((one for one in suggestions if one.code == code), None)


def _unknown(row: Row, suggestions: tuple[Suggestion, ...]) -> Diagnostic:
    message = f"“{row.values['country']}” is not the name of a country"
    # What is like no country's name is hardly misspelt: it is shown as it stands.
    severity = Severity.ERROR if suggestions else Severity.WARNING
    return Diagnostic("unknown-country", message, row.at("country"), suggestion(suggestions), severity)


def suggestion(suggestions: Iterable[Suggestion]) -> str:
    """A hint that names the countries which may be meant."""
    shown = [f"{one.name} ({one.code})" for one in suggestions]
    if not shown:
        return "write its name in English, French, Spanish, Arabic, Chinese or Russian, or its ISO code"
    return f"did you mean {' or '.join([', '.join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)}?"


def _ambiguous(row: Row, found: Resolution) -> Diagnostic:
    name, shown = row.values["country"], [f"{one.name} ({one.code})" for one in found.suggestions]
    if found.code is None:
        message, hint = f"“{name}” may be {' or '.join(shown)}", "write which, or put its code in the column `code`"
        return Diagnostic("ambiguous-country", message, row.at("country"), hint)
    message = f"“{name}” is taken for {shown[0]}, as the United Nations call it; it may also be {shown[1]}"
    hint = f"to be sure, put {found.code} or {found.suggestions[1].code} in the column `code`"
    return Diagnostic("ambiguous-country", message, row.at("country"), hint, Severity.WARNING)


def _duplicate(row: Row, earlier: Row, code: str) -> Diagnostic:
    name, before = row.values["country"], earlier.values["country"]
    alias = "" if name == country_name(code) else f" is {country_name(code)} ({code}), which"
    as_what = "" if before == name else f" as “{before}”"
    message = f"“{name}”{alias} stands in row {earlier.span.line} already{as_what}"
    return Diagnostic("duplicate-country", message, row.at("country"), "take one of the two out")


def _code_hint(by_name: Resolution) -> str:
    return f"write {by_name.sure}" if by_name.sure else "take it out, or write an ISO 3166 code"


def _other_cells(row: Row) -> Iterator[Diagnostic]:
    yield from (found for _, found in garbled(row))
    status, since = row.values.get("status", ""), row.values.get("since", "")
    if status and status.casefold() not in STATUSES:
        known = " or ".join(f"`{one}`" for one in STATUSES)
        message = f"the status “{status}” is not known"
        if near := status_meant(status):
            known = f"`{near}`, as the command `list fix` does"
        hint = f"write {known}, or leave it empty; {_OWN_COLUMN.format('status')}"
        yield Diagnostic("unknown-status", message, row.at("status"), hint)
    if since and not is_date(since):
        mistake = no_date(row, "since")
        yield replace(mistake, hint=f"{mistake.hint}; {_OWN_COLUMN.format('since')}")
    for column, cell in row.values.items():
        if column not in COLUMNS and is_failed(cell):
            yield failed_formula(row, column, Severity.WARNING)
