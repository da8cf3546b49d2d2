"""Categories that stand as far apart as their dates: those between them are there, too, without a figure.

Each is a category of the chart, as it is a row of its workbook, where a figure may be filled in; the lines go on over
those that have none. As many have a label as have room for it on one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import ceil, gcd

from deck.ground.late_pattern import late_pattern
from deck.layouts.charts.data import Data, Point, Ticks
from deck.layouts.charts.dates import Units, are_dates, first_day, unit_of
from deck.model.speech import Period, Speech
from deck.model.text import Text

_MONTHS = 12
_SPACE = "\N{NO-BREAK SPACE}"
_BEFORE_YEAR = late_pattern(rf"(?<=.){_SPACE}(?=\d{{4}}(?!\d))")
_EVERY = {"year": (1, 2), "month": (1, 2, 3, 4, 6), "day": (1, 2, 7, 14)}
_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
"""Of how many years, months or days one has a label, as people count: from the first, and of years, in round ones."""
_LOOKED_AT = 500
"""The most categories at which LibreOffice looks for a label."""
_DOUBLED = tuple(2**power for power in range(12))


def in_words(data: Data, dates: Sequence[str], speech: Speech, *, narrow: bool = False) -> Data:
    """The same, with these dates of its categories as the language names them, each as precisely as it is written;
    `narrow` ones stand along an axis: a day in short, with the year on a line of its own if need be."""
    return replace(data, labels=tuple(_in_words(each, speech, narrow=narrow) for each in dates))


def _in_words(written: str, speech: Speech, *, narrow: bool) -> Text:
    unit, first = unit_of([written]), first_day(written)
    if not narrow or unit == "year":
        return Text.of(speech.period(first, unit) if unit != "year" else written)
    words = _named(first, "short-day" if unit == "day" else unit, speech).plain
    if _SPACE not in words:
        # Ideographs, which any program breaks anywhere.
        return Text.of(speech.period(first, "day-in-figures" if unit == "day" else "month-in-figures"))
    return Text.of(_BEFORE_YEAR.sub(" ", words))


def in_fewer_words(data: Data, dates: Sequence[str], speech: Speech) -> Iterator[Data]:
    """The same with ever shorter labels, for categories that have no room for the `narrow` ones: names, then numbers of
    months, as a single letter names several; or numbers of days.

    The first of these dates has its year and its month, and so has each with which another begins; those between go
    without. None where the dates do not follow each other, or are not written alike.
    """
    unit = unit_of(dates)
    if unit == "year" or not are_dates(dates) or len(set(map(len, dates))) > 1:
        return
    days = [first_day(each) for each in dates]
    named: list[Callable[[date], str]] = [lambda day: speech.period(day, "month-alone"), lambda day: f"{day.month}"]
    for name in named if unit == "month" else [lambda day: speech.period(day, "day-alone")]:
        labels = []
        for before, day in zip((None, *days), days, strict=False):
            same_year = before is not None and before.year == day.year
            same_month = before is not None and same_year and before.month == day.month
            words = name(day) if unit == "month" or same_month else _of_year(day, speech)
            labels.append(Text.of(words if same_year else f"{words} {day.year}"))
        yield replace(data, labels=tuple(labels))


def _of_year(day: date, speech: Speech) -> str:
    """A month and a day; of ideographs, which give no place to break a date at, each a word."""
    words = speech.period(day, "day-of-year").replace(_SPACE, " ")
    return words if " " in words else f"{speech.period(day, 'month-alone')} {speech.period(day, 'day-alone')}"


def spread(data: Data, dates: Sequence[str], speech: Speech) -> Data:
    """The same with a category for each year, month or day from the first of these dates to the last."""
    units = Units.of(dates)
    given = {place: index for index, place in enumerate(units.at)}
    places = range(len(units.days))
    shown: Period = "short-day" if units.written == "day" else units.written
    labels = tuple(_named(day, shown, speech) for day in units.days)
    return replace(
        data,
        ids=tuple(data.ids[given[at]] if at in given else "" for at in places),
        labels=labels,
        series=tuple(
            replace(each, points=tuple(each.points[given[at]] if at in given else Point(None) for at in places))
            for each in data.series
        ),
        days=tuple(day.isoformat() for day in units.days),
        ticks=tuple(_looked_at(each, len(labels)) for each in _ticks(units, labels, speech)),
    )


def _named(day: date, unit: Period, speech: Speech) -> Text:
    """A month as the language names it, and a year by its number alone, as on any axis: in one word, so that no program
    breaks it where a category ends."""
    words = f"{day.year}" if unit == "year" else speech.period(day, unit)
    return Text.of(words.replace(" ", _SPACE))


def _ticks(units: Units, labels: Sequence[Text], speech: Speech) -> Iterator[Ticks]:
    """Which categories may have labels: those of all figures, then ever fewer, as people count time."""
    if units.unit == "day":
        yield Ticks(units.at, tuple(labels[at] for at in units.at))
        steps = list(_EVERY["day"])
    else:
        step = gcd(*units.at) or 1
        steps = [step, *(each for each in _EVERY[units.unit] if each > step and each % step == 0)]
    for every in steps:
        yield _every(every, labels)
    yield from _of_calendar(units, speech)
    for times in _DOUBLED:
        yield _every(steps[-1] * times, labels)


def _looked_at(ticks: Ticks, count: int) -> Ticks:
    """The same where LibreOffice looks for labels: of very many categories, at each second or third only."""
    step = ceil(count / _LOOKED_AT)
    if step == 1:
        return ticks
    near = (min(round(place / step), (count - 1) // step) * step for place in ticks.places)
    labels = dict(zip(near, ticks.labels, strict=True))
    return Ticks(tuple(labels), tuple(labels.values()))


def _every(step: int, labels: Sequence[Text]) -> Ticks:
    places = tuple(range(0, len(labels), step))
    return Ticks(places, tuple(labels[at] for at in places))


def _of_calendar(units: Units, speech: Speech) -> Iterator[Ticks]:
    """The first of every month, of every quarter and half-year, and of every year, or of some."""
    days = list(enumerate(units.days))
    firsts = [each for each in days[:1] if each[1].day == 1 or units.unit == "month"]
    firsts += [each for before, each in pairwise(days) if before[1].timetuple()[:2] != each[1].timetuple()[:2]]
    years = [(at, day) for at, day in firsts if day.month == 1]
    months = [[(at, day) for at, day in firsts if (day.month - 1) % some == 0] for some in _EVERY["month"]]
    if units.unit == "day":
        yield from (_named_ticks(some, "month", speech) for some in months if len(some) > 1)
    elif units.unit == "month":
        yield from (_named_ticks(some, "month-alone", speech) for some in months if some)
    for every in _YEARS:
        if len(some := [(at, day) for at, day in years if day.year % every == 0]) > 1:
            yield _named_ticks(some, "year", speech)


def _named_ticks(at: Sequence[tuple[int, date]], unit: Period, speech: Speech) -> Ticks:
    """Labels at these places; where months are named alone, the year stands at its January, or else at the first."""
    units = [unit] * len(at)
    if unit == "month-alone":
        units = ["year" if day.month == 1 else unit for _, day in at]
        units[:1] = ["month"] if "year" not in units else units[:1]
    labels = (_named(day, each, speech) for (_, day), each in zip(at, units, strict=True))
    return Ticks(tuple(place for place, _ in at), tuple(labels))
