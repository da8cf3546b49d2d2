"""How far one message's translation is."""

from __future__ import annotations

from collections.abc import Set
from enum import StrEnum

from deck.languages.catalog import Entry
from deck.languages.messages import Message


class State(StrEnum):
    """How far one message's translation is."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    MISSING = "missing"
    WRONG = "wrong"


def state(message: Message, entry: Entry | None, settled: str | None, broken: Set[str]) -> State:
    """How far this is: with an entry of its language's catalog, if any, and what it is without a translator.

    `broken` are the keys of messages whose translation has an error.
    """
    if message.key in broken:
        return State.WRONG
    if entry is None or not entry.complete:
        return State.MISSING if settled is None else State.TRANSLATED
    known = message.country and not entry.fuzzy
    changed = entry.fuzzy or (entry.source != message.text and not known)
    return State.FUZZY if settled is None and changed else State.TRANSLATED
