"""Addresses, telephone numbers, times and ranges → those of a text that its translation lacks, or has otherwise.

An address is copied sign by sign. Of figures that are joined, as in `1-800-555-0199`, `10:30` or `2021–2025`, the
digits stay, however they are joined: a date may become words, a range two numbers, `22:30` half past ten.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from deck.languages.eras import digits_of_other_eras
from deck.model.numerals import magnitude, readings

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>()（）。，、“”«»]+|[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}", re.IGNORECASE
)
_ENDING = ".,;:!?'’\"”»*_"
_FIGURE = r"\d+(?:[.,٫٬]\d+)*"
_JOINED = re.compile(rf"(?<![\w.]){_FIGURE}(?:[-\u2010-\u2015\u2212:/]{_FIGURE})+(?!\w)")
_TIME = re.compile(r"\d{1,2}:\d\d")
_AFTERNOON = re.compile(r"(?<![\d:.])(1[0-2]|[1-9])[ \u00a0\u202f]?p\.?[ \u00a0]?m\b", re.IGNORECASE)
_SMALL = 12
_TELLING = 3


def addresses_lost(source: str, text: str) -> list[str]:
    """The addresses in the source that are not in the text."""
    folded = text.casefold()
    return [one for one in dict.fromkeys(_addresses(source)) if one.casefold() not in folded]


def joined_lost(source: str, text: str, language: str) -> list[str]:
    """The joined figures of the source whose digits the text has not: its language by the primary subtag.

    Few digits that are gone may be said in words; where the text has others in their place, they are changed.
    """
    source, text = (_ascii(_ADDRESS.sub(" ", words)) for words in (source, text))
    there, here = _digits(text), _digits(source)
    changed = not {_but_zeros(digits) for digits in there} <= {_but_zeros(digits) for digits in here}

    def is_there(digits: str, joined: str) -> bool:
        if len(digits) < _TELLING and (int(digits) <= _SMALL or not changed):
            return True
        return any(_same(each, known) for each in _meant(digits, joined, language) for known in there)

    def is_lost(figure: str, joined: str) -> bool:
        parts = re.findall(r"\d+", figure)
        return not is_there("".join(parts), joined) and not all(is_there(part, joined) for part in parts)

    found = [match[0] for match in _JOINED.finditer(source)]
    return [joined for joined in found if any(is_lost(figure, joined) for figure in re.findall(_FIGURE, joined))]


def joined_values(words: str) -> Iterator[Decimal]:
    """What the joined figures in these words mean: both of 10–20 million, and 4.30 and 16.30 of 4:30."""
    for joined in _JOINED.finditer(words):
        if _TIME.fullmatch(joined[0]):
            hours, minutes = joined[0].split(":")
            for hour in (int(hours), (int(hours) + _SMALL) % (2 * _SMALL)):
                yield from (Decimal(hour), Decimal(f"{hour}.{minutes}"))
        powers, _, _ = magnitude(words, joined.end())
        for figure in re.findall(_FIGURE, joined[0]):
            yield from (one.value.scaleb(power) for one in readings(figure) for power in powers)


def afternoon_hours(words: str) -> dict[int, Decimal]:
    """The hours that these words have as 2 p.m., as a clock of twenty-four has them, by where they stand."""
    return {match.start(): Decimal(int(match[1]) % _SMALL + _SMALL) for match in _AFTERNOON.finditer(words)}


def is_part_of_joined(figure: str, words: str) -> bool:
    """Whether a figure is the digits of joined ones in these words, as the `1 800 555` of a telephone number."""
    digits = re.sub(r"\D", "", _ascii(figure))
    parts = re.findall(r"\d+", figure)
    return len(parts) > 1 and any(digits in re.sub(r"\D", "", joined[0]) for joined in _JOINED.finditer(_ascii(words)))


def _addresses(words: str) -> Iterator[str]:
    return (match[0].rstrip(_ENDING) for match in _ADDRESS.finditer(words))


def _ascii(words: str) -> str:
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in words)


def _digits(words: str) -> set[str]:
    """All digits in these words, as they stand together and as figures without their marks."""
    whole = {re.sub(r"\D", "", figure) for figure in re.findall(_FIGURE, words)}
    return whole.union(re.findall(r"\d+", words))


def _meant(digits: str, joined: str, language: str) -> Iterator[str]:
    yield digits
    yield from digits_of_other_eras(digits, language)
    if _TIME.fullmatch(joined):
        # A clock of twelve hours, or of twenty-four.
        yield str((int(digits) + _SMALL) % (2 * _SMALL))


def _same(one: str, other: str) -> bool:
    """Whether both mean the same: the zeros at the end are a million’s, and 25 may be the year 2025."""
    short, long = sorted((one, other), key=len)
    return _but_zeros(one) == _but_zeros(other) or ((len(short), len(long)) == (2, 4) and long.endswith(short))


def _but_zeros(digits: str) -> str:
    """What is the same of 50 million and 5000万: the digits without those zeros."""
    return digits.strip("0")
