"""Numbers as people write them in digits: `37`, `50 million`, `5000万`, `27,6 %`, `١٢٣`.

Nobody says how a text separates thousands from decimals, so a numeral may be read in more than one way: `1,234` is
1234 to some and 1.234 to others, a `billion` has nine zeros or twelve. Digits of all scripts are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from deck.ground.late_pattern import late_pattern

_A_GROUP = 3
_SPACE = " \u00a0\u202f\u2009"
_LETTER = "A-Za-z\u00aa\u00ba\u00c0-\u052f"
_DIGITS = rf"\d{{1,3}}(?:(?P<space>[{_SPACE}'’])\d{{3}})(?:(?P=space)\d{{3}})*(?:[.,٫]\d+)?(?!\d)|\d+(?:[.,٫٬]\d+)*"
_ARABIC, _RUSSIAN, _END = "(?:ا|ان|ات|ي|ين)?", "(?:а|у|е|ы|ов|ом|ам|ами|ах)?", r"(?!\w)"
# The name of a group is the powers of ten for which its words may stand. They are whole words: миллионер is none.
_MAGNITUDE = rf"""[{_SPACE}]?(?:
(?P<e9>(?:mil[{_SPACE}](?:millones|milhões)|bilh(?:ão|ões)|mi(?:l?li|lj)ard(?:s|en?|er|o|i|y|ów)?|bn|bln|mia|ml?rd|mld
|(?:миллиард|млрд){_RUSSIAN}|(?:مليار|بليون){_ARABIC}){_END}|十[亿億])
|(?P<e12>(?:mil(?:a|le)[{_SPACE}]miliardi|billón|billone[sn]|billionen|biljoen|trilh(?:ão|ões)
|триллион{_RUSSIAN}|трлн|تري?ليون{_ARABIC}){_END}|[万萬][亿億])
|(?P<e6>(?:mil(?:lion(?:s|en|er)?|l[oó]n|lones|hão|hões|ion(?:e|i|s|y|ów|ů)?|joen(?:en)?|jon(?:er)?)|mio|mn|mln
|(?:миллион|млн){_RUSSIAN}|مليون{_ARABIC}|ملايين){_END}|百[万萬])
|(?P<e9_12>billions?{_END})
|(?P<e12_18>trillions?{_END})
|(?P<e3>(?:thousand|tausend|mil|mille|mila|tsd|tys|тысяч(?:а|и|у|е|ей|ью|ам|ами|ах)?|тыс|ألف{_ARABIC}|آلاف){_END}|千(?![万萬克米瓦]))
|(?P<e0_6>m{_END})
|(?P<e0_3>k{_END})
|(?P<e0_9>b{_END})
|(?P<e7>千[万萬])|(?P<e4>[万萬])|(?P<e8>[亿億]))"""
# A mark of direction stands before the sign in some languages.
_PERCENT = (
    rf"[\u200e\u200f\u061c]?[{_SPACE}]?"
    rf"(?:[%٪]|(?:per[ ]?cent|pour[ ]cent|por[ ]ciento|процент{_RUSSIAN}|في[ ]المائة){_END})"
)
# A dash between digits makes a range; before a number alone it only sets it off. U+2011 is a hyphen, U+2212 a minus.
_NUMERAL = late_pattern(
    rf"(?<![{_LETTER}\d.,:/‑−-])(?<!\d[–—])(?P<digits>{_DIGITS})"
    rf"(?![.,:/–—‑−-]?\d|[‑-]?(?!(?:m|mn|bn|mln|mrd|mld|mio|mia){_END})[{_LETTER}])",
    re.IGNORECASE,
)
_AFTER = late_pattern(rf"(?:{_MAGNITUDE})?(?P<percent>{_PERCENT})?", re.VERBOSE | re.IGNORECASE)
_GROUPED = late_pattern(r"[1-9]\d{0,2}(?:[.,]\d{3})+")


_YEARS = range(1500, 2200)
"""Years of which people tell: amounts between them are fewer, and can be read without a mark between their digits."""
OUR_TIME = range(1900, 2101)
"""Years that a number in a sentence is likely to mean: an older one is as likely to be an amount."""


def is_year(digits: str) -> bool:
    """Whether a number that is written so may well be a year, which no language writes in groups of digits."""
    return len(digits) == 4 and digits.isdecimal() and int(digits) in _YEARS


READ_MAGNITUDES = frozenset({"ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru", "zh"})
"""The languages whose words for thousands, millions and so on are read."""


class Reading(NamedTuple):
    """What a numeral may mean: its value, and the worth of one in its last place as it is written."""

    value: Decimal
    step: Decimal


class Numeral(NamedTuple):
    """A number in a text, from `start` to `end`, with its `readings`. `bare` is one without anything but digits."""

    written: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    percent: bool = False
    bare: bool = False

    @property
    def values(self) -> set[Decimal]:
        """All that it may mean."""
        return {reading.value for reading in self.readings}

    @property
    def is_year(self) -> bool:
        """Whether it looks like one of our own time."""
        return self.bare and len(self.written) == 4 and int(self.written) in OUR_TIME


@lru_cache(maxsize=1_024)
def numerals(text: str) -> tuple[Numeral, ...]:
    """The numbers in a text that stand alone: neither ordinals, nor parts of a date, a time, a range or a name."""
    return tuple(_numerals(text))


def _numerals(text: str) -> Iterator[Numeral]:
    for match in _NUMERAL.finditer(text):
        if mantissas := readings(match["digits"]):
            powers, percent, end = magnitude(text, match.end())
            found = tuple(
                Reading(one.value.scaleb(power), one.step.scaleb(power)) for one in mantissas for power in powers
            )
            bare = match["digits"].isdigit() and end == match.end()
            yield Numeral(text[match.start() : end], match.start(), end, found, percent, bare)


def magnitude(text: str, at: int) -> tuple[list[int], bool, int]:
    """What follows a number that ends here: the powers of ten that it may mean, whether it is per cent, its end."""
    after = _AFTER.match(text, at)
    if after is None or not after[0].strip():
        return [0], False, at
    names = [name for name, words in after.groupdict().items() if words and name != "percent"]
    powers = names[0].removeprefix("e").split("_") if names else ["0"]
    return [int(power) for power in powers], bool(after["percent"]), after.end()


def readings(digits: str) -> tuple[Reading, ...]:
    """What digits with separators may mean: two things in the case of `1,234`, nothing in that of `1.2.3`."""
    plain = "".join(str(int(char)) if char.isdigit() else char for char in re.sub(rf"[{_SPACE}'’٬]", "", digits))
    plain = plain.replace("٫", ".")
    found = []
    if _GROUPED.fullmatch(plain) and len(set(re.sub(r"\d", "", plain))) == 1:
        found.append(Reading(Decimal(re.sub(r"\D", "", plain)), Decimal(1)))
    mark = "." if plain.rfind(".") > plain.rfind(",") else ","
    whole, found_mark, fraction = plain.rpartition(mark)
    if not found_mark:
        found.append(Reading(Decimal(fraction), Decimal(1)))
    elif whole.isdigit() or (_GROUPED.fullmatch(whole) and mark not in whole):
        step = Decimal(1).scaleb(-len(fraction))
        found.append(Reading(Decimal(re.sub(r"[.,]", "", whole) + "." + fraction), step))
    return tuple(found)


def undoubted(values: Iterable[Decimal]) -> str:
    """How numbers are written that nobody takes for others: `1250 or 1.25`; `1.2340`, as `1.234` may be thousands."""
    written = []
    for value in values:
        digits = f"{value.normalize():f}"
        written.append(f"{digits}0" if len(digits.partition(".")[2]) == _A_GROUP else digits)
    return " or ".join(filter(None, (", ".join(written[:-1]), written[-1])))


def step_of(number: Decimal) -> Decimal:
    """The worth of one in the last place to which a number is given: 0.1 of 27.6, a hundred thousand of 27,600,000.

    Zeros that make whole thousands, millions and so on are none of its places: a million of 50,000,000.
    """
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        return Decimal(1).scaleb(exponent)
    digits = f"{abs(number):f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(1).scaleb(min(zeros, (len(digits) - 1) // 3 * 3))
