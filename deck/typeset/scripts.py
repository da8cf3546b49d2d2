"""Which characters belong to which scripts, as far as fonts and line breaks ask.

Patterns over whole scripts take long to compile, so they are compiled when such text first comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from deck.ground.late_pattern import late_pattern

COMPLEX = {
    "Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Hebr": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Thai": "\u0e00-\u0e7f",
    "Deva": "\u0900-\u097f\ua8e0-\ua8ff",
    "Beng": "\u0980-\u09ff",
    "Ethi": "\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f",
    "Khmr": "\u1780-\u17ff\u19e0-\u19ff",
}
"""The characters of each script that a complex-script font draws, by ISO 15924 code."""
SHAPED = frozenset({"Deva", "Beng", "Khmr"})
"""Scripts whose letters combine: their tables only say how wide they are at most."""
EUROPEAN = frozenset({"Latn", "Grek", "Cyrl"})
EAST_ASIAN = frozenset({"Hans", "Hant", "Jpan", "Kore"})

CJK = "⺀-〿ぁ-ヿㄅ-ㄯㆠ-ㇿ㈠-\ua4cf\uf900-\ufaff︰-\ufe4f\uff01-\uffef\U00020000-\U0003ffff"
"""Characters of East Asian fonts, between which lines break; Korean is kept by words."""
UNSPACED = "\u0e00-\u0eff\u1780-\u17ff"
"""Thai, Lao and Khmer: lines break between words, with no space to show where."""
_FAR = late_pattern("[^\x00-\u10ff\u2000-\u2bff]")
SCALES = "十百千万萬亿億兆京垓"
"""The ideographs that patterns name: what stands after a number."""
_IDEOGRAPHS, _SYLLABLES = "㈠-\ua4cf", "\uac00-\ud7af"
_IDEOGRAPH, _SYLLABLE = "㐀", "가"
"""One letter for all other ideographs, and one for all syllables of Hangul: no pattern names these two."""


def may_be_wide(text: str) -> bool:
    """Whether any of it may be an ideograph or Hangul. What finds those takes long to compile, and waits for them."""
    return not text.isascii() and _FAR.search(text) is not None


def holds_cjk(text: str) -> bool:
    """Whether any of it is a character of East Asian fonts."""
    return may_be_wide(text) and pattern("[{cjk}]").search(text) is not None


@cache
def pattern(expression: str) -> re.Pattern[str] | OneForAll:
    """The expression, compiled once; `{cjk}`, `{complex}` and `{unspaced}` stand for those characters."""
    for name, characters in (("cjk", CJK), ("complex", "".join(COMPLEX.values())), ("unspaced", UNSPACED)):
        expression = expression.replace(f"{{{name}}}", characters)
    return OneForAll(expression) if _IDEOGRAPHS in expression or _SYLLABLES in expression else re.compile(expression)


class OneForAll:
    """A pattern that matches in a text where it would match if one ideograph stood for nearly all.

    A class takes as long to compile as it has characters, and one of ideographs milliseconds. Asked only where it
    matches, not what.
    """

    def __init__(self, expression: str) -> None:
        ideographs = f"㈠-\u33ff\u4dc0-\u4dff\ua490-\ua4cf{_IDEOGRAPH}{SCALES}"
        expression = expression.replace(_IDEOGRAPHS, ideographs).replace(_SYLLABLES, f"{_SYLLABLE}\ud7a4-\ud7af")
        self._pattern = re.compile(expression)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match anywhere."""
        return self._pattern.search(_short(text))

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning."""
        return self._pattern.match(_short(text))

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """All matches, one after the other."""
        return self._pattern.finditer(_short(text), *span)


@lru_cache(64)
def _short(text: str) -> str:
    """The text with one letter for all that it stands for; several patterns are asked about one text in turn."""
    return text if text.isascii() else text.translate(_LETTERS)


class _Letters(dict[int, str]):
    """What stands for each character."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _standing_for(chr(code))
        return found


_LETTERS = _Letters((ord(char), char) for char in SCALES)


def _standing_for(char: str) -> str:
    """The letter that stands for this one: itself, but for ideographs and syllables of Hangul."""
    if "\u3400" <= char <= "\u4dbf" or "\u4e00" <= char <= "\ua48f":
        return _IDEOGRAPH
    return _SYLLABLE if "\uac00" <= char <= "\ud7a3" else char
