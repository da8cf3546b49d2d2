"""Numbers that are said in parts, each with its own word, as one: `3억5,600만`, `13 करोड़ 76 लाख`, `2 млн 500 тыс.`"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from deck.ground.late_pattern import late_pattern
from deck.model.numerals import Numeral, Reading, numerals

# What all forms of a word begin with, by its power of ten.
_STEMS = {
    12: "조|兆|triliun|trilyon",
    11: "천억|खरब",
    10: "백억",
    9: "십억|अरब|میلیارد|milyar|miliar|tỷ|tỉ",
    8: "억",
    7: "천만|करोड़|करोड|कोटी|কোটি|કરોડ|ਕਰੋੜ|கோடி|కోట|కోటి|ಕೋಟಿ|കോടി|کروڑ|crore",
    6: "백만|میلیون|milyon|juta|triệu",
    5: "십만|लाख|লাখ|লক্ষ|લાખ|ਲੱਖ|லட்ச|లక్ష|ಲಕ್ಷ|ലക്ഷ|لاکھ|lakh",
    4: "만",
    3: "천|हज़ार|हज़ार|हजार|হাজার|હજાર|ਹਜ਼ਾਰ|ஆயிர|వేల|వేయి|ಸಾವಿರ|ആയിര|ہزار|هزار|ribu|nghìn|ngàn|bin",
    2: "百|백",
}
_WORD = late_pattern(
    "[ \u00a0\u202f]?(?:" + "|".join(rf"(?P<e{power}>{stems})" for power, stems in _STEMS.items()) + r")[^\s\d]*",
    re.IGNORECASE,
)
_BESIDE = "[ \u00a0\u202f]?"
_TEN_THOUSAND = 10_000
_AND = re.compile(rf"{_BESIDE}|[ \u00a0](?:e|و)[ \u00a0]|[ \u00a0]و")


@lru_cache(maxsize=1_024)
def whole_numerals(text: str) -> tuple[Numeral, ...]:
    """The numbers in a text that stand alone, those in several parts as one."""
    return tuple(_whole_numerals(text))


def _whole_numerals(text: str) -> Iterator[Numeral]:
    found: Numeral | None = None
    whole: Numeral | None = None
    for numeral in numerals(text):
        part = _with_word(text, numeral)
        if whole and (joined := _joined(text, whole, part)):
            found = whole = joined
            continue
        if found:
            yield found
        found, whole = numeral, part
    if found:
        yield found


def _with_word(text: str, numeral: Numeral) -> Numeral:
    """The number with the word for thousands and the like behind it that is not read elsewhere."""
    match = _WORD.match(text, numeral.end)
    if match is None or match.lastgroup is None:
        return numeral
    power = int(match.lastgroup.removeprefix("e"))
    readings = tuple(Reading(one.value.scaleb(power), one.step.scaleb(power)) for one in numeral.readings)
    written = text[numeral.start : match.end()]
    return numeral._replace(written=written, end=match.end(), readings=readings, bare=False)


def _joined(text: str, whole: Numeral, part: Numeral) -> Numeral | None:
    """Both as one number, if what the second counts is less than what the first does: millions, and then thousands."""
    between = text[whole.end : part.start]
    if whole.bare or part.percent or not (re.fullmatch(_BESIDE, between) if part.bare else _AND.fullmatch(between)):
        return None
    sums = (_sum(more, less) for more in whole.readings for less in part.readings)
    readings = tuple(filter(None, sums))
    return Numeral(text[whole.start : part.end], whole.start, part.end, readings) if readings else None


def _sum(more: Reading, less: Reading) -> Reading | None:
    if 0 < less.value < more.step:
        return Reading(more.value + less.value, less.step)
    # The word behind the second is for both: 2천500만 are 2,500 times ten thousand.
    if more.step < _TEN_THOUSAND <= less.step and less.value < more.step * less.step:
        return Reading(more.value * less.step + less.value, less.step)
    return None
