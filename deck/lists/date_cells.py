"""Cells that are dates, and cells that are none where dates belong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.table import Row, Table

_YEAR_OR_MONTH = re.compile(r"\d{4}|\d{4}-(0[1-9]|1[0-2])|(0?[1-9]|1[0-2])[./-]\d{4}")
_DAY = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})([./-])\s?(\d{1,2})\5\s?(\d{4}))(?:T[\d:.]+)?")
_LEAST = 3
# How many of a column's cells are dates, at least, so that the others were meant to be.
_MOSTLY = 2 / 3


def is_date(text: str) -> bool:
    """Whether this is a year, a month or a day that there is, in figures."""
    return bool(_YEAR_OR_MONTH.fullmatch(text)) or _is_day(text)


def stray_texts(table: Table) -> Iterator[Diagnostic]:
    """Cells that are no date in columns of days."""
    for column in table.columns:
        filled = [row for row in table.rows if row.values[column]]
        days = sum(_is_day(row.values[column]) for row in filled)
        if len(filled) >= _LEAST and days >= len(filled) * _MOSTLY:
            yield from (no_date(row, column) for row in filled if not is_date(row.values[column]))


def no_date(row: Row, column: str) -> Diagnostic:
    """That this row's cell, in a column of dates, is none."""
    message = f"“{row.values[column]}” in the column `{column}` is no date"
    hint = "write a year, or a date such as 2026-05-31"
    return Diagnostic("unknown-date", message, row.at(column), hint, Severity.WARNING)


def _is_day(text: str) -> bool:
    match = _DAY.fullmatch(text)
    if not match:
        return False
    year, month, day, one, _, other, last = match.groups()
    readings = [(year, month, day)] if year else [(last, other, one), (last, one, other)]
    return any(_there_is(*map(int, reading)) for reading in readings)


def _there_is(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
