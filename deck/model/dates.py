"""Dates as ISO 8601 writes them, as precise as they are known: `2026`, `2026-05`, `2026-05-31`."""

from __future__ import annotations

import datetime
import re

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", re.ASCII)


def is_date(text: str) -> bool:
    """Whether this is a year, a month or a day that there is."""
    try:
        last_day(text)
    except ValueError:
        return False
    return True


def last_day(date: str) -> datetime.date:
    """The last day of this year or month, or the day itself. ValueError for what is no date."""
    match = _DATE.fullmatch(date)
    if match is None:
        raise ValueError(f"{date} is no date")
    year, month = int(match[1]), int(match[2] or 12)
    if match[3] or month == 12:
        return datetime.date(year, month, int(match[3] or 31))
    return datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)
