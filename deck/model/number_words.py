"""Numbers from 20 to 99 in words, in the languages of the United Nations: thirty-seven, سبعة وثلاثون, 三十七."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from deck.model.language import Language
from deck.model.numerals import Numeral, Reading, magnitude

# For each language: the words of 20, 30 …, those of 1, 2 …, each as a pattern, and how the two are joined.
_WORDS = {
    "en": (
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "one two three four five six seven eight nine",
        "{tens}(?:[- ]{ones})?",
    ),
    "fr": (
        "vingt trente quarante cinquante soixante soixante-dix quatre-vingts? quatre-vingt-dix",
        "une? deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit"
        " dix-neuf",
        "{tens}(?:(?:[- ]et[- ]|[- ]){ones})?",
    ),
    "es": (
        "veint[ei] treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        "un[oa]?|ún d[oó]s tr[eé]s cuatro cinco s[eé]is siete ocho nueve",
        "{tens}(?:(?: y )?{ones})?",
    ),
    "ru": (
        "двадцат[ьи] тридцат[ьи] сорока? пят(?:ьдесят|идесяти) шест(?:ьдесят|идесяти) сем(?:ьдесят|идесяти)"
        " вос(?:емьдесят|ьмидесяти) девяност[оа]",
        "одн\\w+|один дв(?:а|е|ух) тр(?:и|[её]х) четыр(?:е|[её]х) пят[ьи] шест[ьи] сем[ьи] вос(?:емь|ьми) девят[ьи]",
        "{tens}(?: {ones})?",
    ),
    "ar": (
        "عشر[وي]ن ثلاث[وي]ن أربع[وي]ن خمس[وي]ن ست[وي]ن سبع[وي]ن ثمان[وي]ن تسع[وي]ن",
        "واحدة?|إحدى|أحد اثن\\w+ ثلاثة? أربعة? خمسة? ستة? سبعة? ثمان(?:ية?)? تسعة?",
        "(?:{ones} و)?{tens}",
    ),
    "zh": ("二十 三十 四十 五十 六十 七十 八十 九十", "一 二 三 四 五 六 七 八 九", "{tens}{ones}?"),
}


def number_words(text: str, language: Language) -> Iterator[Numeral]:
    """The numbers from 20 to 99 that stand in words, also of millions; none where a language's are not known here."""
    code = language.tag.lower().split("-")[0]
    for match in _pattern(code).finditer(text) if code in _WORDS else ():
        if _longer().search(text, 0, match.start()):
            continue
        groups = {name: words for name, words in match.groupdict().items() if words}
        value = Decimal(sum(int(name.removeprefix("n")) for name in groups))
        powers, percent, end = magnitude(text, match.end())
        readings = tuple(Reading(value.scaleb(power), Decimal(1).scaleb(power)) for power in powers)
        yield Numeral(text[match.start() : end], match.start(), end, readings, percent)


@cache
def _longer() -> re.Pattern[str]:
    """What a number ends with that goes on in these words, such as one hundred and thirty-seven."""
    hundreds = r"hundred|thousand|million|cents?|mille|mil|ciento|cientos|сто|ста|[а-я]+сот|тысяч\w*|مئة|مائة|ألف"
    return re.compile(rf"(?:{hundreds})(?:[- ]|\band\b|\bet\b|و)*\Z", re.IGNORECASE)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    tens, ones, joined = _WORDS[code]
    pattern = joined.format(
        tens=_choice({number * 10: word for number, word in enumerate(tens.split(), start=2)}),
        ones=_choice(dict(enumerate(ones.split(), start=1))),
    )
    ends = ("(?<![零一二三四五六七八九十百千万亿第])", "(?![十])") if code == "zh" else (r"(?<![\w-])", r"(?![\w-])")
    return re.compile(f"{ends[0]}{pattern}{ends[1]}", re.IGNORECASE)


def _choice(words: dict[int, str]) -> str:
    """One of these, the longest first, each in a group named by its number."""
    return "(?:" + "|".join(f"(?P<n{number}>{word})" for number, word in reversed(words.items())) + ")"
