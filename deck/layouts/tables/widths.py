"""How wide a table and its columns are, in EMU."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deck.model.theme import Theme
from deck.model.units import units

_LEAST_COLUMNS, _ROOMY = 8, 1.7
"""A table is at least so many columns of the grid wide, and so many times as wide as its words, where it can be."""


def table_width(theme: Theme, wanted: float, most: int) -> int:
    """How wide a table is, in EMU, whose columns want so much: as many of the grid's columns as leave it air."""
    grid = theme.grid
    columns = (units(grid.w(n)) for n in range(_LEAST_COLUMNS, grid.columns))
    return next((width for width in columns if wanted * _ROOMY <= width < most), most)


def column_widths(wanted: Sequence[float], least: Sequence[float], whole: int) -> list[int]:
    """The columns' widths, in EMU, that fill the whole.

    Columns that want more than there is share it: each has what it wants up to one limit, and room for its longest
    word (`least`) if that can be.
    """
    low, high = 0.0, float(whole)
    for _ in range(50):
        limit = (low + high) / 2
        shared = [max(word, min(width, limit)) for width, word in zip(wanted, least, strict=True)]
        low, high = (limit, high) if sum(shared) <= whole else (low, limit)
    widths = [max(word, min(width, low)) for width, word in zip(wanted, least, strict=True)]
    scale = whole / sum(widths)
    edges = [round(sum(widths[:index]) * scale) for index in range(len(widths))] + [whole]
    return [right - left for left, right in pairwise(edges)]
