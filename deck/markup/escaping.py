"""Text that shows its signs → markup for it."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\*_\[\]<&`~])")
_LIVE = re.compile(
    r"""\\(?=[!-/:-@[-`{-~]|\n|\Z) | (?<!\s)\* | \*(?!\s) | (?<!\w)_ | _(?!\w)
    | \](?=\() | &(?=\#?\w+;) | <(?=/?[a-z][^<>]*>|https?:|mailto:) | ~(?=~)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What would be markup in a text that has none, but for braces and code."""

_HALF = re.compile(r"`|(?<!\\)<(?=[/a-z])", re.IGNORECASE)


def literal(text: str) -> str:
    """Markup for this text, with as few escapes as its own words need."""
    text = _LIVE.sub(r"\\\g<0>", text)
    return _braces(text.replace("`", "\\`") if text.count("`") > 1 else text)


def sparingly(text: str) -> str:
    """As `literal`, for a text beside which there may be others: a sign that would be half of a pair is escaped."""
    return _braces(_HALF.sub(r"\\\g<0>", _LIVE.sub(r"\\\g<0>", text)))


def strictly(text: str) -> str:
    """Markup for this text, with every sign escaped that ever means something."""
    return _braces(_SPECIAL.sub(r"\\\1", text))


def _braces(text: str) -> str:
    return re.sub("[{}]", r"\g<0>\g<0>", text)
