"""Numbers from 20 to 99 in words, in the languages of the United Nations: thirty-seven, سبعة وثلاثون, 三十七."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from deck.ground.late_pattern import late_pattern
from deck.model.language import Language
from deck.model.numerals import Numeral, Reading, magnitude

_JOINT = "[- \u00a0\u2011–]"

_SHORT_NUMBER = late_pattern(r"\b[IVXLCDM]{2,}\b|[百千万萬亿億]")
"""A Roman number, or a Chinese sign, which is one by itself, and in words for other things as well."""


class _Words(NamedTuple):
    """A language's words of 20, 30 …, of 1, 2 …, each as a pattern, and how the two are joined.

    `others` are those of other numbers, which make another number of it where one stands beside it, and `after` what
    does so where it follows, such as an ordinal; also with one of the `joints` between, as in a range.
    """

    tens: str
    ones: str
    joined: str
    others: str
    after: str
    joints: str


_WORDS = {
    "en": _Words(
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "one two three four five six seven eight nine",
        "{tens}(?:{joint}{ones})?",
        r"\w+teen|ten|eleven|twelve|hundreds?|thousands?|[mb]illions?",
        "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|odd|point",
        "and|or|to",
    ),
    "fr": _Words(
        "vingt trente quarante cinquante soixante soixante-dix quatre-vingts? quatre-vingt-dix",
        "une? deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit"
        " dix-neuf",
        "{tens}(?:(?:{joint}et{joint}|{joint}){ones})?",
        "cents?|mille|milli(?:on|ard)s?",
        r"\w+ième|virgule",
        "et|ou|à",
    ),
    "es": _Words(
        "veint[ei] treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        "un[oa]?|ún d[oó]s tr[eé]s cuatro cinco s[eé]is siete ocho nueve",
        "{tens}(?:(?: y )?{ones})?",
        r"diez|once|doce|trece|catorce|quince|dieci\w+|cien|\w*cient[oa]s?|quinient[oa]s|mil|mill[oó]n(?:es)?",
        "coma",
        "[youa]",
    ),
    "ru": _Words(
        "двадцат[ьи] тридцат[ьи] сорока? пят(?:ьдесят|идесяти) шест(?:ьдесят|идесяти) сем(?:ьдесят|идесяти)"
        " вос(?:емьдесят|ьмидесяти) девяност[оа]",
        "одн\\w+|один дв(?:а|е|ух) тр(?:и|[её]х) четыр(?:е|[её]х) пят[ьи] шест[ьи] сем[ьи] вос(?:емь|ьми) девят[ьи]",
        "{tens}(?: {ones})?",
        r"\w+надцат\w+|десят[ьи]|ст[оа]|двести|триста|четыреста|(?:двух|тр[её]х|четыр[её]х|\w+[ьи])сот"
        r"|тысяч\w*|милли(?:он|ард)\w*",
        r"(?:перв|втор|четв[её]рт|пят|шест|седьм|восьм|девят)(?:ый|ой|ого|ому|ым|ом|ая|ую|ое|ые|ых|ыми)|трет\w+"
        "|с половиной",
        "и|или|до",
    ),
    "ar": _Words(
        "عشر[وي]ن ثلاث[وي]ن أربع[وي]ن خمس[وي]ن ست[وي]ن سبع[وي]ن ثمان[وي]ن تسع[وي]ن",
        "واحدة?|إحدى|أحد اثن\\w+ ثلاثة? أربعة? خمسة? ستة? سبعة? ثمان(?:ية?)? تسعة?",
        "(?:{ones} و)?{tens}",
        r"عشرة?|\w*مئة|\w*مائة|مئات|مئت\w+|مائت\w+|ألف\w*|آلاف|مليون\w*|ملايين|مليار\w*",
        "ونصف|نصف",
        "و|أو|إلى",
    ),
    "zh": _Words(
        "二十 三十 四十 五十 六十 七十 八十 九十",
        "一 二 三 四 五 六 七 八 九",
        "{tens}{ones}?",
        "[零两十百千万亿点]",
        "[分几多余]",
        "至|到|或|、",
    ),
}


@lru_cache(maxsize=1_024)
def number_words(text: str, language: Language) -> tuple[Numeral, ...]:
    """The numbers from 20 to 99 that stand alone in words, also of millions.

    None where a language's words are not known here, and none of a number that goes on before or after.
    """
    return tuple(_number_words(text, language))


def _number_words(text: str, language: Language) -> Iterator[Numeral]:
    code = language.primary
    for match in _pattern(code).finditer(text) if code in _WORDS else ():
        powers, percent, end = magnitude(text, match.end())
        before, after = _beside(code)
        if before.search(text, 0, match.start()) or after.match(text, end):
            continue
        groups = {name: words for name, words in match.groupdict().items() if words}
        value = Decimal(sum(int(name.removeprefix("n")) for name in groups))
        readings = tuple(Reading(value.scaleb(power), Decimal(1).scaleb(power)) for power in powers)
        yield Numeral(text[match.start() : end], match.start(), end, readings, percent)


def names_number(text: str, language: Language) -> bool:
    """Whether words in it name a number above one, so far as the language's words are known, or one for millions is."""
    code = language.primary
    if code in _WORDS and _any(code).search(text):
        return True
    starts = (match.start() for match in re.finditer(r"(?<!\w)\w{3}", text))
    return any(max(magnitude(text, at)[0]) > 0 for at in starts)


def names_no_number(text: str, language: Language) -> bool:
    """Whether surely no word in it names a number: of a language whose words are not known here nobody can say that."""
    known = language.primary in _WORDS
    return known and not names_number(text, language) and not _SHORT_NUMBER.search(text)


@cache
def _any(code: str) -> re.Pattern[str]:
    """Words of numbers. That for one is an article in some languages; in Chinese, single signs are in many words."""
    if code == "zh":
        return re.compile("[一二两三四五六七八九十百千万亿]{2,}")
    words = _WORDS[code]
    number = "|".join(f"(?:{word})" for word in (*words.tens.split(), *words.ones.split()[1:], words.others))
    return re.compile(rf"(?<!\w)(?:{number})(?!\w)", re.IGNORECASE)


@cache
def _beside(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends with another number where this one begins, and what begins with one where this one ends."""
    words = _WORDS[code]
    number = "|".join(f"(?:{word})" for word in (*words.tens.split(), *words.ones.split(), words.others))
    if code == "zh":
        joint, bounds, unless = f"(?:{words.joints})?", ("", ""), "|第|之"
    else:
        joint, bounds, unless = rf"{_JOINT}+(?:(?:{words.joints}){_JOINT}*)?", (r"\b", r"(?!\w)"), ""
    return (
        re.compile(rf"{bounds[0]}(?:{number}{unless}){joint}\Z", re.IGNORECASE),
        re.compile(rf"{joint}(?:{number}|{words.after}){bounds[1]}", re.IGNORECASE),
    )


@cache
def _pattern(code: str) -> re.Pattern[str]:
    words = _WORDS[code]
    pattern = words.joined.format(
        tens=_choice({number * 10: word for number, word in enumerate(words.tens.split(), start=2)}),
        ones=_choice(dict(enumerate(words.ones.split(), start=1))),
        joint=_JOINT,
    )
    return re.compile(pattern if code == "zh" else rf"(?<![\w‑-]){pattern}(?![\w‑-])", re.IGNORECASE)


def _choice(words: dict[int, str]) -> str:
    """One of these, the longest first, each in a group named by its number."""
    return "(?:" + "|".join(f"(?P<n{number}>{word})" for number, word in reversed(words.items())) + ")"
