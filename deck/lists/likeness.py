"""How alike names are, so that the one that was meant by a misspelt one is found among many."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

_SHORTLIST = 8


def nearest(wrong: str, names: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """A few of these names with their likeness to the wrong one (0–1), in no order; the likest is among them."""
    pairs = _pairs(wrong)
    shared: Counter[str] = Counter()
    for pair in pairs if wrong else ():
        shared.update(dict.fromkeys(_by_pair(names).get(pair, ()), 1))
    # The share of common pairs of letters is quick to count, and leaves few to be compared in earnest.
    near = sorted(shared, key=lambda name: (-2 * shared[name] / (len(pairs) + len(name) + 1), name))
    yield from ((name, _likeness(wrong, name)) for name in near[:_SHORTLIST])


def _likeness(one: str, other: str) -> float:
    """How much of two names is the same: by their common stretches, and by the slips that part them.

    Stretches tell a long name of which words are missing; slips, two letters that changed places.
    """
    stretches = difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
    return (stretches + 1 - _slips(one, other) / max(len(one), len(other))) / 2


def _slips(one: str, other: str) -> int:
    """The letters left out, put in, exchanged or swapped with a neighbour (optimal string alignment)."""
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, wanted in enumerate(other, start=1):
            least = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != wanted))
            swapped = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted
            current.append(min(least, before[column - 2] + 1) if swapped else least)
        before, last = last, current
    return last[-1]


def _pairs(name: str) -> frozenset[str]:
    return frozenset(first + second for first, second in zip(f" {name}", f"{name} ", strict=True))


@lru_cache(maxsize=2)
def _by_pair(names: Sequence[str]) -> Mapping[str, Sequence[str]]:
    index = defaultdict(list)
    for name in names:
        for pair in _pairs(name):
            index[pair].append(name)
    return index
