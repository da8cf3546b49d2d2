"""What is said in a quotation of another program's slides, and by whom."""

from __future__ import annotations

import re

_PAIRS = ("“”", "„“", "„”", "«»", "»«", "‹›", "›‹", "‘’", "‚‘", '""', "''", "「」", "『』")
_CLOSING = re.escape("".join({pair[1] for pair in _PAIRS}))
_BY = re.compile(rf"(?<=[{_CLOSING}])\s*[-–—―]+\s*([^\s{_CLOSING}][^\n{_CLOSING}]*)$")
"""Who said it, in the line in which the quotation ends."""
_DASHES = "-–—― "


def unquoted(text: str) -> str:
    """The words, in one line, without the quotation marks round all of them."""
    words = " ".join(text.split())
    return words[1:-1].strip() if _is_quoted(words) else words


def parted(text: str) -> tuple[str, str]:
    """What is said, and by whom, where both stand in one line; by nobody elsewhere."""
    by = _BY.search(text)
    return (text[: by.start()], by[1].strip()) if by and _is_quoted(text[: by.start()].strip()) else (text, "")


def named(text: str) -> str:
    """A line that says by whom something is said, without the dash before it."""
    return text.lstrip(_DASHES)


def _is_quoted(words: str) -> bool:
    """Whether the mark at the beginning is the partner of that at the end."""
    if len(words) < 3 or words[0] + words[-1] not in _PAIRS:
        return False
    opening, closing = words[0], words[-1]
    if opening == closing:
        return opening not in words[1:-1]
    open_ones = 0
    for sign in words[:-1]:
        open_ones += (sign == opening) - (sign == closing)
        if not open_ones:
            return False
    return open_ones == 1
