"""What figures that are compared have in common: a notation, no “1.2 million” beside “120,000”; that all are years."""

from __future__ import annotations

import re
from collections.abc import Iterable

from deck.model.numerals import is_year, numerals
from deck.model.text import Amount

_NEARLY = re.compile(r"^[≈~∼≃<>≤≥]\s*")
_MILLIARD = 10**9
"""From here on a number has another word than the millions before it."""
_NOT_KNOWN = ("–", "—", "-", "--", "…", "..", "n/a", "n.a.", "n/d", "n.d.", "k.a.", "н/д")


def is_not_known(words: str) -> bool:
    """Whether these words are how people write that there is no figure; so does a list's empty cell."""
    return "".join(words.split()).casefold() in _NOT_KNOWN


def mixed(figures: Iterable[tuple[Amount | None, Amount | None]]) -> bool:
    """Whether some of these have another word for their magnitude than others, or none; each comes with its digits."""
    ways = set()
    for one, digits in figures:
        if one and digits and one.number:
            ways.add((one.text.plain != digits.text.plain, abs(one.number) >= _MILLIARD))
    return len(ways) > 1


def are_years(figures: Iterable[Amount | None]) -> bool:
    """Whether all numbers among these may well be years, by how they were written: `2019`, `≈ 1850`."""
    numbers = [each for each in figures if each and (each.number is not None or _is_number(each.text.plain))]
    return any(each.number is not None for each in numbers) and all(
        is_year(_NEARLY.sub("", each.text.markup.strip())) for each in numbers
    )


def _is_number(words: str) -> bool:
    """Whether these words are a number and no more, such as `12,000`, of which nobody knows what it means."""
    return any(each.written == words for each in numerals(words))
