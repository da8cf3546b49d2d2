"""Dates as ISO 8601 writes them, as precise as they are known: `2026`, `2026-05`, `2026-05-31`."""

from __future__ import annotations

import calendar
import datetime
import re

from deck.ground.late_pattern import late_pattern

_YEAR_FIRST = late_pattern(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})", re.ASCII)
_MONTH_MEANT = late_pattern(r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})|(?P<first>\d{1,2})[/.-](?P<then>\d{4})", re.ASCII)
_DIGITS = late_pattern(r"(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4})", re.ASCII)
_NAMED = late_pattern(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -])?(?P<month>[A-Za-z]{3,9})\.?,?[ -](?P<year>\d{4}|(?<=-)\d\d)", re.ASCII
)
_NAMED_FIRST = late_pattern(r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})", re.ASCII)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_CENTURY = 70
"""From this year on, two digits are of the last century: spreadsheets write 31-May-24 and 31-May-99."""
_IN_FORM = late_pattern(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_DATE = late_pattern(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", re.ASCII)


def is_date(text: str) -> bool:
    """Whether this is a year, a month or a day that there is."""
    try:
        last_day(text)
    except ValueError:
        return False
    return True


def date_hint(text: str) -> str:
    """What to write in the place of what is no date: what may be meant by it, or else which forms are right."""
    if meant := days_meant(text) or _months_meant(text):
        return f"write {' or '.join(f'`{each}`' for each in meant)}"
    forms = "write a year, a month or a day: 2026, 2026-05 or 2026-05-31"
    if not _IN_FORM.fullmatch(text):
        return forms
    year, month, day = (int(part) if part else 0 for part in (*text.split("-"), "", "")[:3])
    if month > len(_MONTHS) >= day > 0:
        turned = f"did you mean {year:04}-{day:02}-{month:02}? "
        return f"{turned if month <= calendar.monthrange(year, day)[1] else ''}{forms}"
    if 0 < month <= len(_MONTHS) and day:
        return f"that month ends with {year:04}-{month:02}-{calendar.monthrange(year, month)[1]}; {forms}"
    return forms


def last_day(date: str) -> datetime.date:
    """The last day of this year or month, or the day itself. ValueError for what is no date."""
    match = _DATE.fullmatch(date)
    if match is None:
        raise ValueError(f"{date} is no date")
    year, month = int(match[1]), int(match[2] or 12)
    if match[3] or month == 12:
        return datetime.date(year, month, int(match[3] or 31))
    return datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)


def days_meant(text: str) -> list[str]:
    """The days or months that a person may mean who writes a date in another way, as ISO 8601 writes them."""
    words = text.strip().rstrip(".")
    found = []
    if year_first := _YEAR_FIRST.fullmatch(words):
        found = [f"{year_first[1]}-{int(year_first[3]):02}-{int(year_first[4]):02}"]
    elif digits := _DIGITS.fullmatch(words):
        day, month, year = int(digits[1]), int(digits[3]), digits[4]
        found = [f"{year}-{month:02}-{day:02}"]
        # With full stops the day comes first everywhere; with slashes, not in America.
        found += [f"{year}-{day:02}-{month:02}"] if digits[2] != "." else []
    elif named := _NAMED.fullmatch(words) or _NAMED_FIRST.fullmatch(words):
        months = [f"-{number:02}" for number, name in enumerate(_MONTHS, 1) if named["month"].lower().startswith(name)]
        days = f"-{int(named['day']):02}" if named["day"] else ""
        found = [f"{_whole_year(named['year'])}{each}{days}" for each in months]
    return [each for each in dict.fromkeys(found) if is_date(each)]


def _months_meant(text: str) -> list[str]:
    """The month that a person may mean who writes one in figures in another way: `2024-5`, `2024/05`, `5/2024`."""
    if not (match := _MONTH_MEANT.fullmatch(text.strip())):
        return []
    month = f"{match['year'] or match['then']}-{int(match['month'] or match['first']):02}"
    return [month] if is_date(month) else []


def _whole_year(digits: str) -> str:
    if len(digits) > 2:
        return digits
    return f"{19 if int(digits) >= _CENTURY else 20}{digits}"
