"""Dates as a language writes them: May 31, 2026; 31 мая 2026 г.; 2026年5月31日; May 2026; May 31, 2026, 2:30 PM."""

from __future__ import annotations

from datetime import date, datetime

from deck.ground.late_pattern import late_pattern
from deck.languages.locales import locale_of
from deck.languages.number_forms import number_form
from deck.model.language import Direction, Language
from deck.model.speech import Period

_SKELETONS = {
    "short-day": "yMMMd",
    "day-in-figures": "yMd",
    "day-of-year": "MMMd",
    "day-alone": "d",
    "month-alone": "MMM",
    "month": "yMMM",
    "month-in-figures": "yM",
    "quarter": "yQQQ",
    "year": "y",
}
_ISO = late_pattern(r"\d{4}-\d{2}-\d{2}")
_NAMED = late_pattern(r"\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?)?")


def long_date(written: str, language: Language) -> str | None:
    """The day that is written as ISO 8601 has it; None where this names none."""
    if not _ISO.fullmatch(written):
        return None
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return period_name(day, "day", language)


def named_date(written: str, language: Language) -> str | None:
    """The month, the day or the moment that is written as ISO 8601 has it; None where this names none."""
    if not _NAMED.fullmatch(written):
        return None
    try:
        return date_in_words(written, language)
    except ValueError:
        return None


def date_in_words(written: str, language: Language) -> str:
    """A moment, a day, a month or a year as ISO 8601 has it, as the language writes it."""
    from babel.dates import format_skeleton

    if "T" in written:
        return _moment_in_words(datetime.fromisoformat(written), language)
    if day := long_date(written, language):
        return day
    year, _, month = written.partition("-")
    first = date(int(year), int(month or 1), 1)
    shown: str = format_skeleton("yMMMM" if month else "y", first, locale=locale_of(language) or "en")
    return _in_own_digits(shown, language)


def _moment_in_words(moment: datetime, language: Language) -> str:
    """A day and a time, which stays on one line, without the seconds where there are none."""
    from babel.dates import format_time, get_datetime_format

    locale = locale_of(language) or "en"
    clock = format_time(moment, "medium" if moment.second else "short", locale=locale)
    form = str(get_datetime_format("medium", locale=locale)).replace("'", "")
    shown = form.replace("{1}", period_name(moment.date(), "day", language))
    return _in_own_digits(shown.replace("{0}", clock.replace(" ", "\N{NO-BREAK SPACE}")), language)


def period_name(first: date, period: Period, language: Language) -> str:
    """A day, or the month, quarter or year that begins with it: all but a day as on an axis, in short."""
    from babel.dates import format_date, format_skeleton

    locale = locale_of(language) or "en"
    shown: str
    if period == "day":
        shown = format_date(first, "long", locale=locale)
    else:
        shown = format_skeleton(_SKELETONS[period], first, locale=locale)
    if period in ("short-day", "day-of-year") and language.direction is Direction.RIGHT_TO_LEFT:
        # Not every program reads the words of an axis from the right, and these begin with a number.
        shown = f"\N{RIGHT-TO-LEFT MARK}{shown}"
    return _in_own_digits(shown, language)


def _in_own_digits(shown: str, language: Language) -> str:
    """A date as Babel has it, whose digits are not always those of the language; many fonts have no narrow space."""
    return number_form(language).in_own_digits(shown).replace("\u202f", "\N{NO-BREAK SPACE}")
