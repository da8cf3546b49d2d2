"""Quotation marks round the whole of a text."""

from __future__ import annotations

PAIRS = ("“”", "„“", "„”", "”“", "””", "«»", "»«", "‹›", "›‹", "‘’", "‚‘", '""', "''", "「」", "『』")
"""Opening and closing marks, as languages write them."""


def is_quoted(words: str) -> bool:
    """Whether the mark at the beginning is the partner of that at the end."""
    if len(words) < 3 or words[0] + words[-1] not in PAIRS:
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
