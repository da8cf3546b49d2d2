"""How numbers before paragraphs are written: as a language has it, where PowerPoint knows a way for that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from deck.model.language import Language

Numbering: TypeAlias = Literal["number", "plain", "letter", "roman"]
"""A number with a full stop, a number alone, and what stands within a list that is numbered, and within that."""
Scheme: TypeAlias = Literal[
    "arabicPeriod",
    "arabicPlain",
    "arabicParenR",
    "arabicParenBoth",
    "alphaLcPeriod",
    "romanLcPeriod",
    "arabic2Minus",
]
"""PowerPoint's names (ECMA-376, 20.1.10.61)."""

_USUAL: Mapping[Numbering, Scheme] = {
    "number": "arabicPeriod",
    "plain": "arabicPlain",
    "letter": "alphaLcPeriod",
    "roman": "romanLcPeriod",
}
_BY_SCRIPT: Mapping[str, Mapping[Numbering, Scheme]] = {
    # Where PowerPoint has no letters of a script, numbers in brackets stand for them.
    "Arab": {"letter": "arabic2Minus", "roman": "arabicParenR"},
    "Cyrl": {"letter": "arabicParenR", "roman": "arabicParenBoth"},
    **{each: {"letter": "arabicParenBoth", "roman": "alphaLcPeriod"} for each in ("Hans", "Hant", "Jpan", "Kore")},
}
_ROMAN = {
    **{1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl"},
    **{10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"},
}
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def scheme(numbering: Numbering, language: Language) -> Scheme:
    """PowerPoint's name for how this language writes such numbers."""
    return _BY_SCRIPT.get(language.script, _USUAL).get(numbering) or _USUAL[numbering]


def label(number: int, numbering: Numbering, language: Language) -> str:
    """The number, from 1, with what stands around it."""
    match scheme(numbering, language):
        case "arabicPlain":
            return str(number)
        case "arabicParenR":
            return f"{number})"
        case "arabicParenBoth":
            return f"({number})"
        case "alphaLcPeriod":
            return f"{_repeated(number, _LETTERS)}."
        case "romanLcPeriod":
            return f"{_roman(number)}."
        case "arabic2Minus":
            return f"{_repeated(number, _ABJAD)}-"
    return f"{number}."


def _repeated(number: int, letters: str) -> str:
    """After the last letter, the first one twice, as Office counts."""
    times, at = divmod(number - 1, len(letters))
    return letters[at] * (times + 1)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN.items():
        written += letters * (number // value)
        number %= value
    return written
