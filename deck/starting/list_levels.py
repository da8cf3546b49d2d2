"""Entries of lists that go down further than lists here do: they stand at the last level that there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deck.markup.pieces import Entry

LEVELS = 3
"""How far down lists go."""


def within(entries: Sequence[Entry], levels: int = LEVELS) -> Iterator[Entry]:
    """The entries; those further down than so many levels follow the one that they stood below."""
    for entry in entries:
        if levels > 1:
            yield entry._replace(entries=tuple(within(entry.entries, levels - 1)))
        else:
            yield entry._replace(entries=())
            yield from within(entry.entries, 1)


def beyond(entries: Sequence[Entry], levels: int = LEVELS) -> Iterator[str]:
    """What those entries say that stand further down than so many levels."""
    for entry in entries:
        if levels < 1:
            yield entry.text
        yield from beyond(entry.entries, levels - 1)
