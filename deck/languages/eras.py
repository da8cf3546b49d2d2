"""Languages whose countries count their years from another one: 2025 is 2568 in Thai, and 令和7年 in Japanese."""

from __future__ import annotations

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


def of_other_eras(numeral: Numeral, language: str) -> set[Decimal]:
    """What a year of ours may be called in this language besides: the language by its primary subtag."""
    return set(map(Decimal, digits_of_other_eras(numeral.written, language))) if numeral.is_year else set()


def digits_of_other_eras(digits: str, language: str) -> set[str]:
    """The same of digits inside a range or a date."""
    year = int(digits)
    return {str(year + years) for years in _FROM_OURS.get(language, ())} if year in OUR_TIME else set()
