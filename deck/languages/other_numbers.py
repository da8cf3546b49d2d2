"""The numbers of a text and of its translation → those that the translation has lost or added, however each is written.

A small number may be a word in either, also beside the word for millions, unless it is gone and another stands in the
translation; any may be part of a range, a date or a name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import pairwise

from deck.ground.late_pattern import late_pattern
from deck.languages.clocks import twelve_hours
from deck.languages.copied import is_part_of_joined, joined_values
from deck.languages.eras import of_other_eras
from deck.languages.numbers_in_parts import whole_numerals
from deck.model.numerals import Numeral, Reading, magnitude

_IN_A_WORD = 12
_ONE = Decimal(1)
_HALF = re.compile("半|نصف|anderthalb|demi|half|halb|med[ií]|mei[oa]|mezz|полови|полтор", re.IGNORECASE)
# As India writes 5,00,00,000.
_CRORES = re.compile(r"(?<![\d.,])\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])")
_HUNDRED = late_pattern(
    r"[百백]|hund[er]|honderd|م(?:ا?ئ)[ةت]|(?<!\w)(?:cent[os]?|cem|cien(?:t[oa]s?)?|ста?|сто|сот\w*)(?!\w)",
    re.IGNORECASE,
)
_UNIT = re.compile(r"(?<!\w)(?=\w{3})|(?=[十百千万萬亿億])")
_MONTHS = ("月", " 月", "월", " 월")
_JOINT = re.compile(r"[ \u00a0]?[^\W\d_]{1,5}[ \u00a0]?")
_LEADING_DIGITS = re.compile(r"[\d.,٫٬]*\d")
_DECADE = re.compile(r"(?<![\d.,])(?:1[5-9]|20)(\d0)(?![\d.,])")
"""A year from which a decade may be called: the 1990s are “les années 90”."""


def other_numbers(source: str, text: str, language: str, *, exactly: bool) -> tuple[list[str], list[str]]:
    """The source's numbers that its translation lacks, and those that it has besides.

    `language` is the translation's, by its primary subtag; `exactly` is where all words for magnitudes are read.
    """
    if not exactly:
        source, text = (_CRORES.sub(lambda match: match[0].replace(",", ""), words) for words in (source, text))
    here, there = (_with_shared_units(words, whole_numerals(words)) for words in (source, text))
    here_in_words, there_in_words = _between(source, here), _between(text, there)
    digits, others = _digits(source, exactly), _digits(there_in_words, exactly)
    hours = (hour for each in twelve_hours(text, "").values() for hour in each)
    others |= {_comparable(value, exactly) for value in (*hours, *joined_values(text))}
    spoken = twelve_hours(source, language)
    lost: list[str] = []
    small: list[str] = []
    known = digits | {_comparable(value, exactly) for value in joined_values(source)}
    known |= {_comparable(hour, exactly) for each in spoken.values() for hour in each}
    known |= {_comparable(Decimal(match[1]), exactly) for match in _DECADE.finditer(source)}
    for numeral in here:
        besides = of_other_eras(numeral, language) | spoken.get(numeral.start, set())
        meant = _meant(numeral, exactly) | {_comparable(value, exactly) for value in besides}
        known |= meant
        if found := next((each for each in there if _meant(each, exactly) & meant), None):
            there.remove(found)
        elif not meant & others:
            (small if may_be_a_word(numeral, _units(there_in_words)) else lost).append(numeral.written)
    unknown = [
        each
        for each in there
        if digits and not (_meant(each, exactly) & known or is_part_of_joined(each.written, source))
    ]
    added = [each.written for each in unknown if not may_be_a_word(each, _units(here_in_words))]
    others_stand = any(may_be_a_word(each) and not _is_month(text, each) for each in unknown)
    return lost + small if others_stand else lost, added


def may_be_a_word(numeral: Numeral, units: Collection[Decimal] = ()) -> bool:
    """Whether words may say it: a number up to twelve, also of these units, such as a million."""
    counts = (value / unit for value in numeral.values for unit in (_ONE, *units))
    return any(0 <= count <= _IN_A_WORD and count == int(count) for count in counts)


def _with_shared_units(words: str, found: Sequence[Numeral]) -> list[Numeral]:
    """These numbers, of which the first of 10 to 20 million may be of millions, too."""
    shared = list(found)
    for at, (first, second) in enumerate(pairwise(found)):
        digits = _LEADING_DIGITS.match(second.written)
        if first.bare and digits and _JOINT.fullmatch(words, first.end, second.start):
            powers, _, _ = magnitude(second.written, digits.end())
            further = (Reading(one.value.scaleb(by), one.step.scaleb(by)) for one in first.readings for by in powers)
            shared[at] = first._replace(readings=(*first.readings, *further))
    return shared


def _units(words: str) -> set[Decimal]:
    """The hundred, the thousand and so on that these words have, and the half of it where they have a half."""
    starts = (match.start() for match in _UNIT.finditer(words))
    units = {Decimal(1).scaleb(power) for start in starts for power in magnitude(words, start)[0] if power}
    units |= {Decimal(100)} if _HUNDRED.search(words) else set()
    return units | ({unit / 2 for unit in units} if _HALF.search(words) else set())


def _is_month(text: str, numeral: Numeral) -> bool:
    """Whether it is the number by which some languages call a month."""
    return text.startswith(_MONTHS, numeral.end) or text[: numeral.start].rstrip().endswith("tháng")


def _meant(numeral: Numeral, exactly: bool) -> set[Decimal]:
    return {_comparable(value, exactly) for value in numeral.values}


def _digits(words: str, exactly: bool) -> set[Decimal]:
    """All digits, as numbers."""
    return {_comparable(Decimal(each), exactly) for each in re.findall(r"\d+", words)}


def _comparable(value: Decimal, exactly: bool) -> Decimal:
    """The number, or what is the same of 5 million, 50 lakh and 5,000,000: its digits but for zeros at its ends."""
    return value if exactly else Decimal((0, value.normalize().as_tuple().digits, 0))


def _between(text: str, found: Sequence[Numeral]) -> str:
    """The text without these numbers."""
    ends = [0, *(numeral.end for numeral in found)]
    starts = [*(numeral.start for numeral in found), len(text)]
    return " ".join(text[end:start] for end, start in zip(ends, starts, strict=True))
