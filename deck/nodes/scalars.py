"""What an unquoted YAML scalar means: YAML 1.2's core ideas, for people who write slides.

`no`, `on`, `yes`, `1:30` and `2024-05-01` are text, as are numbers in any other notation (`007`, `1e3`, `+5`,
`0x1F`): on a slide they show as they are written.
"""

from __future__ import annotations

from decimal import Decimal

from deck.ground.late_pattern import late_pattern

_NUMBER = late_pattern(r"-?(?:0|[1-9][0-9]*(?:_[0-9]+)*)(\.[0-9]+)?\Z")
_DIGITS = frozenset("-0123456789")
_LONGEST_NUMBER = 40
_WORDS: dict[str, bool | None] = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
    "null": None,
    "Null": None,
    "NULL": None,
    "~": None,
    "": None,
}


class Grouped(int):
    """A whole number whose digits its author parted, `1_850`, as nobody does with those of a year."""


def resolve(text: str) -> str | int | Decimal | bool | None:
    """The value of an unquoted scalar. A decimal keeps its digits: `8.70` is not 8.7."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _DIGITS:
        return text
    number = _NUMBER.match(text)
    if number is None or len(text) > _LONGEST_NUMBER:
        return text
    digits = text.replace("_", "")
    if number[1]:
        return Decimal(digits)
    return Grouped(digits) if digits != text else int(digits)
