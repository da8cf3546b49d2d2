"""Where a text is parted between columns and slides: before a heading rather than within a list, and evenly."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from deck.layouts.frame.distribution import balanced
from deck.layouts.texts.flow import TextBlock, Unit, is_callout

_AT_HEADING, _AT_PARAGRAPH, _IN_LIST, _LONE_ENTRY = 0.0, 0.06, 0.4, 1.2
"""How bad a cut is; a column that is half as full again as the others counts 0.25."""
_FULLEST = 2.5
"""How many times as full as the others a column is at most, if it has several parts."""
_MANY = 20_000
"""Parts times columns from which on only evenness counts, as all else would take too long."""


def parted(parts: Sequence[Unit], weights: Sequence[float], columns: int, strictly: float = 1) -> list[list[Unit]]:
    """The parts in order in that many columns, none empty: as even as can be, and cut where a thought ends.

    `strictly` is how much a cut weighs against evenness. There are at least as many parts as columns.
    """
    if len(parts) * columns > _MANY:
        return balanced(parts, weights, columns)
    sums = list(accumulate(weights, initial=0.0))
    even = sums[-1] / columns
    costs = [strictly * _cost(parts, at) for at in range(len(parts))]

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        """The least cost of what begins at this part in so many columns, and where they end."""
        if left == 1:
            return _uneven(sums[-1] - sums[start], even), (len(parts),)
        found = []
        for end in range(start + 1, len(parts) - left + 2):
            if end > start + 1 and sums[end] - sums[start] > _FULLEST * even:
                break
            rest, ends = best(end, left - 1)
            found.append((_uneven(sums[end] - sums[start], even) + costs[end] + rest, (end, *ends)))
        return min(found)

    _, ends = best(0, columns)
    return [list(parts[start:end]) for start, end in zip((0, *ends), ends, strict=False)]


def _uneven(weight: float, even: float) -> float:
    return (weight / even - 1) ** 2 if even else 0.0


def _cost(parts: Sequence[Unit], at: int) -> float:
    """How bad it is to begin a column with this part."""
    if at == 0:
        return 0.0
    first, before = parts[at][0], parts[at - 1][-1]
    if first.kind == "heading":
        return _AT_HEADING
    if not _listed(first) or not _listed(before):
        return _AT_PARAGRAPH
    alone_before = at == 1 or not _listed(parts[at - 2][-1]) or not _listed(parts[at - 1][0])
    alone_after = at + 1 == len(parts) or not _listed(parts[at + 1][0])
    return _LONE_ENTRY if alone_before or alone_after else _IN_LIST


def _listed(block: TextBlock) -> bool:
    return block.level > 0 and not is_callout(block)
