"""A text that goes on over several lines → what its lines say together, in scripts with spaces and without.

YAML joins lines with a space, and makes the end of a line of a blank line. But Chinese, Japanese, Thai, Lao, Khmer and
Burmese have no space between words (Korean has one), and a blank line is one, however a text is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from deck.ground.late_pattern import late_pattern

_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0x2FFF),
    (0x3005, 0x3007),
    (0x3021, 0x3029),
    (0x3031, 0x3035),
    (0x303B, 0x303B),
    (0x3041, 0x30FF),
    (0x3100, 0x312F),
    (0x31A0, 0x31BF),
    (0x31F0, 0x31FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),
    (0x20000, 0x3FFFF),
)
_SIGNS = (
    (0x3001, 0x3004),
    (0x3008, 0x301F),
    (0x3030, 0x3030),
    (0xFF01, 0xFF0F),
    (0xFF1A, 0xFF20),
    (0xFF3B, 0xFF40),
    (0xFF5B, 0xFF65),
)
"""Signs as wide as an ideograph: they bring their own space along."""
_MARKS = "*_`"
_BETWEEN = late_pattern(r"(?<=\S)\s+(?=\S)")
_HEAD = late_pattern(r"(?:[&!]\S*\s+)*(?:>[^\n]*\n|[\"'])?")


def folded(value: str, source: str) -> str:
    """The value of a plain, quoted or folded text, of which this is the source.

    Where the two cannot be laid side by side, as an escape stands for a space, the value is left as it is.
    """
    body = source[head.end() :] if (head := _HEAD.match(source)) else source
    here, there = list(_BETWEEN.finditer(value)), list(_BETWEEN.finditer(body))
    if len(here) != len(there):
        return value
    pieces, end = [], 0
    for space, written in zip(here, there, strict=True):
        pieces += [value[end : space.start()], _between(value, space, written[0].count("\n"))]
        end = space.end()
    return "".join([*pieces, value[end:]])


def _between(value: str, space: re.Match[str], lines: int) -> str:
    """What stands between two words that were written so many lines apart."""
    if lines == 1 and space[0] == " ":
        before, after = value[: space.start()].rstrip(_MARKS)[-1:], value[space.end() :].lstrip(_MARKS)[:1]
        both = all(_is_among(char, (*_UNSPACED, *_SIGNS)) for char in (before, after))
        return "" if both or _is_among(before, _SIGNS) or _is_among(after, _SIGNS) else " "
    if lines > 1 and space[0] == "\n" * (lines - 1):
        return "\n" * lines
    return space[0]


def _is_among(char: str, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(first <= ord(char) <= last for first, last in ranges) if char else False
