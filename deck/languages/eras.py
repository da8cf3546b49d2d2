"""Languages whose countries count their years from another one: 2025 is 2568 in Thai, and 令和7年 in Japanese."""

from __future__ import annotations

import re
from decimal import Decimal

from deck.model.numerals import OUR_TIME, Numeral

# A year that begins at another time of ours, as the Persian one, has two numbers, and so may the last of an emperor.
_FROM_OURS = {
    "am": (-8, -7),
    "fa": (-622, -621),
    "ja": (-2018, -1988),
    "ne": (56, 57),
    "ps": (-622, -621),
    "th": (543,),
    "zh": (-1911,),
}
_OTHER_MONTHS = frozenset({"am", "fa", "ne", "ps"})
"""Of these, the languages whose calendars have other months, and so other days."""
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_LAST_DAY = 32
_NEAR = 14
"""How far from its year a day may stand: September is between."""


def without_days(source: str, text: str, language: str) -> tuple[str, str]:
    """A text and its translation without the days beside years that are of another calendar here: they are others."""
    if language not in _OTHER_MONTHS:
        return source, text
    there = {str(int(year[0])): year for year in _YEAR.finditer(text)}
    for year in _YEAR.finditer(source):
        for other in digits_of_other_eras(year[0], language) & there.keys():
            source, text = _without_days(source, year), _without_days(text, there[other])
    return source, text


def _without_days(words: str, year: re.Match[str]) -> str:
    start, end = max(0, year.start() - _NEAR), year.end() + _NEAR
    around = _DAY.sub(lambda day: " " * len(day[0]) if int(day[0]) <= _LAST_DAY else day[0], words[start:end])
    return words[:start] + around + words[end:]


def of_other_eras(numeral: Numeral, language: str) -> set[Decimal]:
    """What a year of ours may be called in this language besides: the language by its primary subtag."""
    return set(map(Decimal, digits_of_other_eras(numeral.written, language))) if numeral.is_year else set()


def digits_of_other_eras(digits: str, language: str) -> set[str]:
    """The same of digits inside a range or a date."""
    year = int(digits)
    return {str(year + years) for years in _FROM_OURS.get(language, ())} if year in OUR_TIME else set()
