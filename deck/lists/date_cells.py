"""Cells that are dates, and cells that are none where dates belong."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.diagnostics import Diagnostic, Severity
from deck.ground.late_pattern import late_pattern
from deck.model.dates import days_meant
from deck.model.table import Row, Table

_YEAR_OR_MONTH = late_pattern(r"\d{4}|\d{4}-(0[1-9]|1[0-2])|(0?[1-9]|1[0-2])[./-]\d{4}")
_TIME = late_pattern(r"T[\d:.]+$")
_WHOLE = len("2026-05-31")
_PARTED = late_pattern(r"(\d{1,2})[/-](\d{1,2})[/-]\d{4}")
_MONTHS = 12
_LEAST = 3
# How many of a column's cells are dates, at least, so that the others were meant to be.
_MOSTLY = 2 / 3


def is_date(text: str) -> bool:
    """Whether this is a year, a month or a day that there is: in figures, or with the month’s English name."""
    return bool(_YEAR_OR_MONTH.fullmatch(text) or days_meant(_TIME.sub("", text)))


def stray_texts(table: Table) -> Iterator[Diagnostic]:
    """Cells that are no date in columns of days."""
    for column in table.columns:
        filled = [row for row in table.rows if row.values[column]]
        days = sum(_is_day(row.values[column]) for row in filled)
        if len(filled) >= _LEAST and days >= len(filled) * _MOSTLY:
            yield from (no_date(row, column) for row in filled if not is_date(row.values[column]))


def two_orders(table: Table) -> Iterator[Diagnostic]:
    """Days with the month first in a column of days with the day first, or the reverse: the fewer are asked about."""
    for column in table.columns:
        day_first: list[Row] = []
        month_first: list[Row] = []
        for row in table.rows:
            if (match := _PARTED.fullmatch(row.values[column])) and is_date(row.values[column]):
                first, second = int(match[1]), int(match[2])
                if max(first, second) > _MONTHS:
                    (day_first if first > _MONTHS else month_first).append(row)
        fewer, more = sorted((day_first, month_first), key=len)
        for row in fewer:
            part, other = ("day", "month") if fewer is day_first else ("month", "day")
            text, another = row.values[column], more[0].values[column]
            message = f"“{text}” has the {part} first, “{another}” in the same column has the {other} first"
            hint = "see which days the others are, such as 03/04/2026, and write all as 2026-05-31"
            yield Diagnostic("unknown-date", message, row.at(column), hint, Severity.WARNING)


def no_date(row: Row, column: str) -> Diagnostic:
    """That this row's cell, in a column of dates, is none."""
    message = f"“{row.values[column]}” in the column `{column}` is no date"
    hint = "write a year, or a date such as 2026-05-31"
    return Diagnostic("unknown-date", message, row.at(column), hint, Severity.WARNING)


def _is_day(text: str) -> bool:
    """Whether this is a day that there is, in whatever order, with a time or without."""
    return any(len(each) == _WHOLE for each in days_meant(_TIME.sub("", text)))
