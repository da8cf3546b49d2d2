"""What came of taking a file in: what is other in the catalog now, and what is to be told of that."""

from __future__ import annotations

from dataclasses import field

from deck.ground.dataclass import dataclass
from deck.interchange.returned import Returned


@dataclass(frozen=True, slots=True)
class Change:
    """A translation that was in the catalog (`before`) and another that came back (`after`), and which one stays."""

    key: str
    before: str
    after: str
    why: str = ""


@dataclass(slots=True)
class TakenIn:
    """What came of it.

    The keys of the messages that are other than before, and of those where `only_remarked` is what they are; the
    translations that were `replaced`, and those that were `kept` against others; how many are drafts only as their
    state is still `new`, or was `left` a draft's beside other words, or as a memory `offered` them, `near` ones
    among these, of nearly the same words; how many drafts are
    `finished` with the same words; the ids of units that are no message's; how many were found by their words; the keys
    of messages whose plural forms all say the same; units that came back twice, each with both texts; and the keys of
    messages that are signed off or final no longer, as they say something else now.
    """

    changed: list[str] = field(default_factory=list)
    replaced: list[Change] = field(default_factory=list)
    kept: list[Change] = field(default_factory=list)
    new: int = 0
    left: int = 0
    offered: int = 0
    near: int = 0
    finished: int = 0
    unknown: list[str] = field(default_factory=list)
    by_words: int = 0
    alike: list[str] = field(default_factory=list)
    twice: list[tuple[Returned, Returned]] = field(default_factory=list)
    only_remarked: list[str] = field(default_factory=list)
    unreviewed: list[str] = field(default_factory=list)
