"""A text that goes on over several lines → what its lines say together, in scripts with spaces and without.

YAML joins lines with a space, and makes the end of a line of a blank line. But Chinese, Japanese, Thai, Lao, Khmer and
Burmese have no space between words (Korean has one), and a blank line is one, however a text is written.
"""

from __future__ import annotations

import re

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u30ff"
    "\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_SIGNS = "\u3001-\u3004\u3008-\u301f\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_UNSPACED_LETTER = re.compile(f"[{_UNSPACED}{_SIGNS}]")
_SIGN = re.compile(f"[{_SIGNS}]")
"""Signs as wide as an ideograph: they bring their own space along."""
_MARKS = "*_`"
_BETWEEN = re.compile(r"(?<=\S)\s+(?=\S)")
_HEAD = re.compile(r"(?:[&!]\S*\s+)*(?:>[^\n]*\n|[\"'])?")


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
        both = _UNSPACED_LETTER.match(before) and _UNSPACED_LETTER.match(after)
        return "" if both or _SIGN.match(before) or _SIGN.match(after) else " "
    if lines > 1 and space[0] == "\n" * (lines - 1):
        return "\n" * lines
    return space[0]
