"""Text on a terminal: how many of its cells it takes, and rows of it in columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

_NO_CELL, _SOFT_HYPHEN = ("Mn", "Me", "Cf"), "\u00ad"


def width(text: str) -> int:
    """Cells of a terminal: an East Asian ideograph takes two, a mark on another letter none, nor what joins letters."""
    shown = [each for each in text.replace(_SOFT_HYPHEN, "-") if unicodedata.category(each) not in _NO_CELL]
    return len(shown) + sum(unicodedata.east_asian_width(each) in "WF" for each in shown)


def in_columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows, of as many words each, as lines in which all that is in one column begins in one place."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
