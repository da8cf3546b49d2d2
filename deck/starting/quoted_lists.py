"""Lists that stand in a quotation and are all of it: no words of anybody, but a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from deck.starting.markdown_lines import numbered_lines

_QUOTED = re.compile(r"[ ]{0,3}>[ ]?")
_ENTRY = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+\S")


def without_quotes_round_lists(lines: Sequence[str]) -> tuple[list[str], bool]:
    """The lines with such lists as any others, and whether there are any."""
    made: list[str] = []
    found = False
    rows = ((line, not in_code and bool(_QUOTED.match(line))) for _, line, in_code in numbered_lines(list(lines), 0))
    for quoted, run in groupby(rows, lambda row: row[1]):
        own = [line for line, _ in run]
        inside = [_QUOTED.sub("", line, count=1) for line in own] if quoted else []
        listed = bool(inside and _ENTRY.match(inside[0])) and all(
            _ENTRY.match(row) or row[:1] in ("", " ", "\t") for row in inside
        )
        found = found or listed
        made += inside if listed else own
    return made, found
