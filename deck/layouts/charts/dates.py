"""Dates by which categories stand, and the years, months or days between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import ceil

from deck.ground.dataclass import dataclass
from deck.model.dates import is_date, last_day
from deck.model.speech import Period
from deck.model.text import FIELD, Text

MOST = 1200
"""How many years or months a chart may have from its first date to its last: LibreOffice labels no axis of far more.

Of more days, some share a place in which only one can have a figure.
"""
_MONTHS, _LONGEST = 12, 31
_AROUND = " \n\N{LEFT-TO-RIGHT MARK}"
"""What may stand around a date: in a language from right to left, what keeps its parts in their order."""
_YEAR, _MONTH = len("2008"), len("2008-05")


@dataclass(frozen=True, slots=True)
class Units:
    """The first days of all years, months or days (`unit`) from the first of some dates to the last.

    `at` is where each of the dates is among them, and `written` as what these are: days that are all the same of their
    months, or the last, stand as far apart as those months. Of days over many years, one stands for some.
    """

    unit: Period
    written: Period
    days: tuple[date, ...]
    at: tuple[int, ...]

    @classmethod
    def of(cls, dates: Sequence[str]) -> Units:
        """Those between dates that are `in_order`."""
        days, written = [first_day(each) for each in dates], unit_of(dates)
        if written == "year":
            years = range(days[0].year, days[-1].year + 1)
            at = tuple(each.year - days[0].year for each in days)
            return cls("year", written, tuple(date(year, 1, 1) for year in years), at)
        ends = all(last_day(each.isoformat()[:_MONTH]) == each for each in days)
        if written == "month" or (_in_months_of_their_own(days) and (ends or _on_one_day(days))):
            numbers = [each.year * _MONTHS + each.month - 1 for each in days]
            wanted = _LONGEST if ends else days[0].day
            between = tuple(_day_of(number, wanted) for number in range(numbers[0], numbers[-1] + 1))
            return cls("month", written, between, tuple(number - numbers[0] for number in numbers))
        span = (days[-1] - days[0]).days
        step = max(1, ceil(span / (MOST - 1)))
        at = tuple(round((each - days[0]).days / step) for each in days)
        # The last place is the last day's: a whole step may lead past it, and past the calendar's end.
        every = {number: days[0] + timedelta(number * step) for number in range(at[-1])}
        return cls("day", written, tuple((every | dict(zip(at, days, strict=True))).values()), at)

    def too_near(self, dates: Sequence[str]) -> tuple[str, str] | None:
        """The first two of the dates that have one place."""
        near = (pair for pair, (one, other) in zip(pairwise(dates), pairwise(self.at), strict=True) if one == other)
        return next(near, None)


def as_written(label: Text) -> str:
    """A category's name; a date of a list's cell, which its language may have written anew, as ISO 8601 has it."""
    named = FIELD.fullmatch(label.markup.strip())
    return named[1] if named and is_date(named[1]) else label.plain.strip(_AROUND)


def unit_of(dates: Sequence[str]) -> Period:
    """As what these dates are written: if one is a month, as months, and if one is a day, as days."""
    longest = max(map(len, dates))
    return "year" if longest == _YEAR else "month" if longest == _MONTH else "day"


def first_day(written: str) -> date:
    """The first day of this year or month, or the day itself."""
    return date.fromisoformat(f"{written}-01-01"[: len("2008-05-31")])


def fewer_digits(dates: Sequence[str]) -> Period | None:
    """As what these dates may be written, months or years alone, to have a place each in a chart."""
    lengths: tuple[tuple[Period, int], ...] = (("month", _MONTH), ("year", _YEAR))
    return next((unit for unit, length in lengths if are_dates([each[:length] for each in dates])), None)


def are_dates(labels: Sequence[str]) -> bool:
    """Whether these are years, months or days, from the first on, and no more lie between them than have room."""
    if not all(map(is_date, labels)):
        return False
    if not all(first_day(one) < first_day(other) for one, other in pairwise(labels)):
        return False
    units = Units.of(labels)
    return len(units.days) <= MOST and not units.too_near(labels)


def _in_months_of_their_own(days: Sequence[date]) -> bool:
    return len({(day.year, day.month) for day in days}) == len(days) > 1


def _on_one_day(days: Sequence[date]) -> bool:
    return len({each.day for each in days}) == 1


def _day_of(month: int, wanted: int) -> date:
    """The day of this number in a month, counted from the year 0, or its last."""
    year, number = divmod(month, _MONTHS)
    return date(year, number + 1, min(wanted, last_day(f"{year:04}-{number + 1:02}").day))
