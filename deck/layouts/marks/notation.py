"""Whether figures that are compared are written in one notation: no “1.2 million” beside “120,000”."""

from __future__ import annotations

from collections.abc import Iterable

from deck.model.text import Amount

_MILLIARD = 10**9
"""From here on a number has another word than the millions before it."""


def mixed(figures: Iterable[tuple[Amount | None, Amount | None]]) -> bool:
    """Whether some of these have another word for their magnitude than others, or none; each comes with its digits."""
    ways = set()
    for one, digits in figures:
        if one and digits and one.number:
            ways.add((one.text.plain != digits.text.plain, abs(one.number) >= _MILLIARD))
    return len(ways) > 1
