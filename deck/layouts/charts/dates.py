"""Categories that stand as far apart as their dates: those between them are there, too, without a figure.

Each is a category of the chart, as it is a row of its workbook, where a figure may be filled in; the lines go on over
those that have none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from deck.layouts.charts.data import Data, Point
from deck.model.dates import is_date, last_day
from deck.model.speech import Period, Speech
from deck.model.text import Text

_MOST: Mapping[Period, int] = {"year": 25, "month": 18}
"""As many have room for the label of each."""
_MONTHS = 12


def units_between(dates: Sequence[str]) -> list[date]:
    """The first days of all years from the first of these to the last, or of all months, if one of them is a month."""
    first, last = last_day(dates[0]), last_day(dates[-1])
    if _unit(dates) == "year":
        return [date(year, 1, 1) for year in range(first.year, last.year + 1)]
    start, end = (_months(each) for each in (dates[0], dates[-1]))
    return [date(number // _MONTHS, number % _MONTHS + 1, 1) for number in range(start, end + 1)]


def most_units(dates: Sequence[str]) -> int:
    """How many years or months a chart from the first of these to the last may have."""
    return _MOST[_unit(dates)]


def are_dates(labels: Sequence[str]) -> bool:
    """Whether these are years or months, from the first on, and no more than have room."""
    dated = all(is_date(each) and len(each) <= len("2008-05") for each in labels)
    return dated and sorted(set(labels)) == list(labels) and len(units_between(labels)) <= most_units(labels)


def in_words(data: Data, dates: Sequence[str], speech: Speech) -> Data:
    """The same, with these dates of its categories as the language names them."""
    unit = _unit(dates)
    return replace(data, labels=tuple(_named(_first_day(each, unit), unit, speech) for each in dates))


def spread(data: Data, dates: Sequence[str], speech: Speech) -> Data:
    """The same with a category for each year or month from the first of these dates to the last."""
    unit, days = _unit(dates), units_between(dates)
    given = {days.index(_first_day(each, unit)): index for index, each in enumerate(dates)}
    places = range(len(days))
    return replace(
        data,
        ids=tuple(data.ids[given[at]] if at in given else f"{days[at]:%Y-%m}" for at in places),
        labels=tuple(_named(day, unit, speech) for day in days),
        series=tuple(
            replace(each, points=tuple(each.points[given[at]] if at in given else Point(None) for at in places))
            for each in data.series
        ),
        spread=True,
    )


def _named(day: date, unit: Period, speech: Speech) -> Text:
    """A month as the language names it, and a year by its number alone, as on any axis."""
    return Text.of(f"{day.year}" if unit == "year" else speech.period(day, unit))


def _unit(dates: Sequence[str]) -> Period:
    return "year" if all(len(each) == len("2008") for each in dates) else "month"


def _first_day(written: str, unit: Period) -> date:
    month = int(written[5:7] or 1) if unit == "month" else 1
    return date(int(written[:4]), month, 1)


def _months(written: str) -> int:
    """The number of a month, from the first of the year 0; of a year that is its first."""
    return int(written[:4]) * _MONTHS + int(written[5:7] or 1) - 1
