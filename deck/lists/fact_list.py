"""A list of facts: the figures of its rows as numbers, their dates as ISO 8601 writes them, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from deck.ground.diagnostics import Diagnostic, Span, did_you_mean
from deck.ground.late_pattern import late_pattern
from deck.lists.garbled import garbled
from deck.lists.table_file import read_grid
from deck.model.dates import days_meant, is_date
from deck.model.numerals import numerals, undoubted
from deck.model.signs import CURRENCY, in_doubt, signed
from deck.model.table import Row, Table

COLUMNS = ("id", "value", "unit", "source", "date")
"""What is known of a fact; the first two must be there. Further columns are for whoever keeps the list."""

# What is meant for a number by its digits and signs alone, and is none: 12 34, .5, 5%%, 5E+07.
_ALMOST = late_pattern(r"[-−+.,'’٫٬%٪\s]*\d[\d.,'’٫٬%٪\s]*[-−]?|[-−+]?\d+([.,]\d+)?E[+-]?\d+", re.IGNORECASE)
# What spreadsheets show for errors, for yes and no, and for a time; and what people write where nothing is known.
_NO_FIGURE = late_pattern(
    r"#[A-Z/0]+[!?]?|TRUE|FALSE|\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?|n\.?\s?/?\s?a\.?|[-–—−.…?*]+|tb[acd]|unknown",
    re.IGNORECASE,
)
# Digits with noughts before them name something: a code, a number on a form.
_CODE = late_pattern(r"0\d+", re.ASCII)
_MONEY = late_pattern(
    rf"(?P<before>(?:{CURRENCY})[ \u00a0]?)?(?P<amount>\d[\d.'’ \u00a0\u202f]*,\d+[^\d,.]*?)"
    rf"(?P<after>[ \u00a0]?(?:{CURRENCY}))?"
)
_DAY = late_pattern(r"(?:(\d{1,2})([./]))?(\d{1,2})[./](\d{4})", re.ASCII)
_MONTHS = 12


def read_facts(path: Path) -> tuple[Table, tuple[Diagnostic, ...]]:
    """The facts in this file, with the columns `COLUMNS`, and what is wrong with its rows, and in which `field`.

    A value is plain digits (`27.6`) where it is a number, a cell with a mistake as it stands. DeckError where the
    file is no table.
    """
    found = read_grid(path)
    names = {name: found.table.column(name) for name in COLUMNS}
    missing = [name for name in COLUMNS[:2] if names[name] is None]
    diagnostics = [*found.diagnostics]
    for name in missing:
        message, hint = f"a list of facts has a column `{name}`", did_you_mean(name, found.table.columns)
        diagnostics.append(Diagnostic("unknown-column", message, Span(str(path)), hint))
    rows = []
    first: dict[str, Row] = {}
    for row in () if missing else found.table.rows:
        values = {name: row.values[column] if column else "" for name, column in names.items()}
        fact = Row(values, row.span, {name: row.at(column) for name, column in names.items() if column})
        diagnostics += mistakes(fact)
        earlier = first.setdefault(values["id"], fact)
        if values["id"] and earlier is not fact:
            message = f"the fact `{values['id']}` stands in row {earlier.span.line} already"
            hint = "take one of the two out"
            diagnostics.append(Diagnostic("duplicate-entry", message, fact.at("id"), hint, field="id"))
        rows.append(replace(fact, values=plain(values)))
    return replace(found.table, columns=COLUMNS, rows=tuple(rows)), tuple(diagnostics)


def mistakes(row: Row, *, fixed: bool = True) -> Iterator[Diagnostic]:
    """What is wrong with the cells of a row that has all `COLUMNS`, each at its cell, and in which `field`.

    `fixed` says that it is of a list of the outline, which `list fix` mends.
    """
    values = row.values
    yield from (replace(found, field=name) for name, found in garbled(row, fixed=fixed))
    for name in COLUMNS[:2]:
        if not values[name]:
            message = f"the column `{name}` is empty in this row"
            yield Diagnostic("empty-cell", message, row.at(name), "fill it, or take the row out", field=name)
    meanings, percent = _number(values["value"])
    if len(meanings) > 1:
        message = f"“{values['value']}” may be {meanings[0]} or {meanings[1]}"
        hint = f"write {undoubted(map(Decimal, meanings))}"
        yield Diagnostic("unknown-number", message, row.at("value"), hint, field="value")
    elif either := in_doubt(values["value"]):
        message = f"“{values['value']}” may be below nought, or not"
        yield Diagnostic("unknown-number", message, row.at("value"), f"write {either}", field="value")
    elif _NO_FIGURE.fullmatch(values["value"]):
        message = f"“{values['value']}” is no figure"
        hint = "write the figure, or take the row out until there is one"
        yield Diagnostic("unknown-number", message, row.at("value"), hint, field="value")
    elif not meanings and _ALMOST.fullmatch(values["value"]):
        message = f"“{values['value']}” cannot be read as a number"
        hint = "write all its digits, such as 50000000 or 27.6"
        yield Diagnostic("unknown-number", message, row.at("value"), hint, field="value")
    elif percent and values["unit"] not in ("", "%"):
        message = f"the value has the unit %, and the column `unit` says “{values['unit']}”"
        yield Diagnostic("unknown-number", message, row.at("unit"), "take one of the two out", field="unit")
    if values["date"] and not _date(values["date"]):
        message = f"“{values['date']}” in the column `date` is no date, or may be two"
        hint = "write a year, a month or a day: 2026, 2026-05 or 2026-05-31"
        yield Diagnostic("unknown-date", message, row.at("date"), hint, field="date")


def plain(values: Mapping[str, str]) -> dict[str, str]:
    """The cells of a row as an outline would write them."""
    plain = {**values, "date": _date(values["date"]) or values["date"]}
    meanings, percent = _number(values["value"])
    if money := _money(values["value"]):
        return plain | {"value": money}
    if len(meanings) != 1 or _CODE.fullmatch(values["value"]):
        return plain
    return plain | {"value": meanings[0], "unit": values["unit"] or ("%" if percent else "")}


def _number(cell: str) -> tuple[list[str], bool]:
    """What the cell may mean, in plain digits, and whether that is per cent; nothing where it is no number.

    `50 million` is one, in the languages whose words for millions are known; a `billion` may be two.
    """
    parted = signed(cell)
    digits = parted.after if parted and not parted.before else ""
    found = next(iter(numerals(digits)), None)
    if parted is None or found is None or found.written != digits:
        return [], False
    return [f"{parted.factor * reading.value:f}" for reading in found.readings], found.percent


def _money(cell: str) -> str | None:
    """An amount with a decimal comma, `US$ 1,5 million`, in plain digits, `US$ 1500000`: as every language reads it."""
    match = _MONEY.fullmatch(cell)
    if match is None or bool(match["before"]) == bool(match["after"]):
        return None
    found = next(iter(numerals(match["amount"])), None)
    if found is None or found.written != match["amount"] or found.percent or len(found.readings) != 1:
        return None
    return f"{match['before'] or ''}{found.readings[0].value:f}{match['after'] or ''}"


def _date(text: str) -> str | None:
    """A date as ISO 8601 writes it; None for what is none, and for 03/04/2026, which has two meanings."""
    if match := _DAY.fullmatch(text):
        first, mark, second, year = match.groups()
        if first is None:
            text = f"{year}-{int(second):02}"
        elif mark == "." or int(first) > _MONTHS or first == second:
            text = f"{year}-{int(second):02}-{int(first):02}"
        elif int(second) > _MONTHS:
            text = f"{year}-{int(first):02}-{int(second):02}"
    if not is_date(text) and len(days := days_meant(text)) == 1:
        text = days[0]
    return text if is_date(text) else None
