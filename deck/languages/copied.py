"""Addresses, telephone numbers, times and ranges → those of a text that its translation lacks, or has otherwise.

An address is copied sign by sign. Of figures that are joined, as in `1-800-555-0199`, `10:30` or `2021–2025`, the
digits stay, however they are joined: a date may become words, a range two numbers, `22:30` half past ten.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from deck.languages.clocks import TIME, hours, time_stands
from deck.languages.eras import digits_of_other_eras
from deck.model.numerals import magnitude, readings

# What is written beside an address without a space, as in Japanese, is none of it, nor is a full stop of any script.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[!-'*-;=?-~]+|[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}", re.IGNORECASE
)
_ENDING = ".,;:!?'’\"”»*_"
_FIGURE = r"\d+(?:[.,٫٬]\d+)*"
_JOINED = re.compile(rf"(?<![\w.]){_FIGURE}(?:[-\u2010-\u2015\u2212:/]{_FIGURE})+(?!\w)")
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
    there, here = _digits(text), _digits(source).union(time.replace(":", "") for time in TIME.findall(source))
    changed = not {_but_zeros(digits) for digits in there} <= {_but_zeros(digits) for digits in here}

    def is_there(digits: str) -> bool:
        if len(digits) < _TELLING and (int(digits) <= _SMALL or not changed):
            return True
        return any(_same(each, known) for each in _meant(digits, language) for known in there)

    def figure_is_lost(figure: str) -> bool:
        parts = re.findall(r"\d+", figure)
        return not is_there("".join(parts)) and not all(map(is_there, parts))

    def is_lost(joined: str) -> bool:
        times, rest = TIME.findall(joined), TIME.sub(" ", joined)
        if changed and not all(time_stands(time, numbers, added, language) for time in times):
            return True
        return any(map(figure_is_lost, re.findall(_FIGURE, rest)))

    numbers = set(map(int, re.findall(r"\d+", text)))
    added = numbers.difference(map(int, re.findall(r"\d+", source)))
    return [match[0] for match in _JOINED.finditer(source) if is_lost(match[0])]


def joined_values(words: str) -> Iterator[Decimal]:
    """What the joined figures in these words mean: both of 10–20 million, 4.30 and 16.30 of 4:30, 8.7 of 8-7."""
    for joined in _JOINED.finditer(words):
        if TIME.fullmatch(joined[0]):
            hour, minutes = joined[0].split(":")
            for each in hours(int(hour), ""):
                yield from (Decimal(each), Decimal(f"{each}.{minutes}"))
        elif len(parts := re.findall(r"\d+", joined[0])) == 2:
            yield Decimal(".".join(parts))
        powers, _, _ = magnitude(words, joined.end())
        for figure in re.findall(_FIGURE, joined[0]):
            yield from (one.value.scaleb(power) for one in readings(figure) for power in powers)


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


def _meant(digits: str, language: str) -> Iterator[str]:
    yield digits
    yield from digits_of_other_eras(digits, language)


def _same(one: str, other: str) -> bool:
    """Whether both mean the same: the zeros at the end are a million’s, and 25 may be the year 2025."""
    short, long = sorted((one, other), key=len)
    return _but_zeros(one) == _but_zeros(other) or ((len(short), len(long)) == (2, 4) and long.endswith(short))


def _but_zeros(digits: str) -> str:
    """What is the same of 50 million and 5000万: the digits without those zeros."""
    return digits.strip("0")
