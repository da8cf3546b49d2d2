"""Which lines: `10-24`, or `3, 5-7` → their numbers."""

from __future__ import annotations

import re

from deck.fields.findings import Finding, MistakenError
from deck.model.content import LineNumbers

_RANGE = r"[1-9]\d{0,5}( ?[-–] ?[1-9]\d{0,5})?"
PATTERN = rf"^{_RANGE}(, ?{_RANGE})*$"
"""How they are written, as JSON Schema knows patterns."""


def line_numbers(value: object) -> LineNumbers:
    """The lines of these numbers."""
    words = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    ranges = [[int(each) for each in re.findall(r"\d+", part)] for part in words.split(",")]
    if not re.fullmatch(PATTERN, words.strip(), re.ASCII) or any(each[0] > each[-1] for each in ranges):
        hint = "write a line’s number, or several: `10-24`, `3, 5-7`"
        raise MistakenError(Finding("invalid-value", f"“{value}” names no lines", hint))
    return LineNumbers(tuple((each[0], each[-1]) for each in ranges))
