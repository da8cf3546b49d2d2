"""Which characters belong to which scripts, as far as fonts and line breaks ask.

Patterns over whole scripts take a millisecond each to compile, so they are compiled when such text first comes.
"""

from __future__ import annotations

import re
from functools import cache

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


def may_be_wide(text: str) -> bool:
    """Whether any of it may be an ideograph or Hangul. What finds those takes long to compile, and waits for them."""
    return not text.isascii() and _FAR.search(text) is not None


def holds_cjk(text: str) -> bool:
    """Whether any of it is a character of East Asian fonts."""
    return may_be_wide(text) and pattern("[{cjk}]").search(text) is not None


@cache
def pattern(expression: str) -> re.Pattern[str]:
    """The expression, compiled once; `{cjk}`, `{complex}` and `{unspaced}` stand for those characters."""
    for name, characters in (("cjk", CJK), ("complex", "".join(COMPLEX.values())), ("unspaced", UNSPACED)):
        expression = expression.replace(f"{{{name}}}", characters)
    return re.compile(expression)
