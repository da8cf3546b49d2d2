"""The order of a list of countries, and how much of it stands in that order already."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path

from deck.languages import territories
from deck.languages.collation import sort_key
from deck.lists import codes, is_below_a_list
from deck.model.table import Row, Table
from deck.outline import naming
from deck.pipeline.reading import shown_name


def by_names(table: Table, outline: Path) -> Sequence[int]:
    """The rows' numbers, by the countries' names as the outline's deck shows them, in its language's order.

    What is called a total or looks like a remark stays below them. Where no column is that of countries, as they stand.
    """
    if (first := table.column("country")) is None:
        return range(len(table.rows))
    language, scheme, overrides = naming(outline)

    def shown(row: Row, code: str | None) -> str:
        if code in overrides:
            return overrides[code]
        if code and scheme != territories.AS_WRITTEN:
            return territories.country_name(code, language, scheme) or row.values[first]
        return shown_name(code, row.values[first], language) if code else row.values[first]

    rows, known = table.rows, codes(table)
    below = [at for at, row in enumerate(rows) if not known[at] and is_below_a_list(row.values[first])]
    entries = (at for at in range(len(rows)) if at not in below)
    return [*sorted(entries, key=lambda at: sort_key(shown(rows[at], known[at]), language)), *below]


def longest_rise(order: Iterable[int]) -> int:
    """How many of these numbers, at most, stand in their own order."""
    ends: list[int] = []
    for number in order:
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
    return len(ends)
