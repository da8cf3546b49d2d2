"""What is said in a quotation of another program's slides, and by whom."""

from __future__ import annotations

import re

from deck.model.quotations import PAIRS, is_quoted

_CLOSING = re.escape("".join({pair[1] for pair in PAIRS}))
_BY = re.compile(rf"(?<=[{_CLOSING}])\s*[-–—―]+\s*([^\s{_CLOSING}][^\n{_CLOSING}]*)$")
"""Who said it, in the line in which the quotation ends."""
_DASHES = "-–—― "


def unquoted(text: str) -> str:
    """The words, in one line, without the quotation marks round all of them."""
    words = " ".join(text.split())
    return words[1:-1].strip() if is_quoted(words) else words


def parted(text: str) -> tuple[str, str]:
    """What is said, and by whom, where both stand in one line; by nobody elsewhere."""
    by = _BY.search(text)
    return (text[: by.start()], by[1].strip()) if by and is_quoted(text[: by.start()].strip()) else (text, "")


def named(text: str) -> str:
    """A line that says by whom something is said, without the dash before it."""
    return text.lstrip(_DASHES)
