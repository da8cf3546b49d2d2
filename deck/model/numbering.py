"""How numbers before paragraphs are written, by PowerPoint's names for it (ECMA-376, 20.1.10.61)."""

from __future__ import annotations

from typing import Literal

Numbering = Literal["arabicPeriod", "arabicPlain", "alphaLcPeriod", "romanLcPeriod", "arabic2Minus"]

_ROMAN = {
    **{1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl"},
    **{10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"},
}
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def label(number: int, numbering: Numbering) -> str:
    """The number, from 1, with what stands after it."""
    match numbering:
        case "arabicPlain":
            return str(number)
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
