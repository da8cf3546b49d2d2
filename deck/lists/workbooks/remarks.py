"""What people wrote about an XLSX sheet's cells, beside them: notes, and conversations about a cell."""

from __future__ import annotations

from collections.abc import Iterator

from deck.lists.workbooks.changes import split
from deck.lists.workbooks.marked import Element
from deck.lists.workbooks.package import Package, damaged
from deck.lists.workbooks.relations import element, relations

_STAND_IN = "[Threaded comment]"
"""What a note begins with that only tells older programs of a conversation."""


def remarks_of(package: Package, sheet: str) -> dict[tuple[int, int], tuple[str, ...]]:
    """The remarks on this part's cells, by row and column, in their order. DeckError where they cannot be read."""
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for each in relations(package, sheet):
        if each.kind in ("comments", "threadedComment"):
            try:
                for place, words in _remarks(element(package, each.part)):
                    found[place] = (*found.get(place, ()), words)
            except ValueError as error:
                raise damaged(package.path, f"its part {each.part}: {error}") from None
    return found


def _remarks(root: Element) -> Iterator[tuple[tuple[int, int], str]]:
    for one in root.each("comment", "threadedComment"):
        said = one.each("text") if one.name == "threadedComment" else one.each("t")
        words = "".join(each.text for each in said if each.parent is None or each.parent.name != "rPh").strip()
        if words and not words.startswith(_STAND_IN):
            yield split(one.attributes.get("ref", "")), words
