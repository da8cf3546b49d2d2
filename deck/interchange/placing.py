"""Which message each text that came back translates, once: by its key, or else by its words, in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace

import polib

from deck.ground.dataclass import dataclass
from deck.interchange.returned import Returned, folded, same


@dataclass(slots=True)
class Placed:
    """The forms of each text with its message's entry; those of texts that are `gone`, by their keys; and the rest.

    `again` are texts that say the same words as another, for which there is no further message, each after that other.
    """

    active: list[tuple[polib.POEntry, list[Returned]]] = field(default_factory=list)
    gone: list[tuple[str, list[Returned]]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    again: list[tuple[list[Returned], list[Returned]]] = field(default_factory=list)
    by_words: int = 0


def once(units: Iterable[Returned]) -> tuple[list[Returned], list[tuple[Returned, Returned]]]:
    """Each text once: the first that a file has of it, where it has several; and the first with each that is other."""
    first: dict[tuple[str, int, str], Returned] = {}
    twice: list[tuple[Returned, Returned]] = []
    for unit in units:
        at = (unit.key, unit.form, folded(unit.source))
        other = first.setdefault(at, unit)
        if other is unit:
            continue
        if not other.is_translated:
            # What was only remarked upon there.
            first[at] = replace(unit, remarks=(*other.remarks, *unit.remarks))
        elif unit.is_translated and not same(other.target, unit.target):
            twice.append((other, unit))
        else:
            first[at] = replace(other, remarks=(*other.remarks, *unit.remarks))
    return list(first.values()), twice


def grouped(units: Iterable[Returned]) -> list[list[Returned]]:
    """The forms of each text together, in the order of the file."""
    found: dict[tuple[str, str], list[Returned]] = {}
    for unit in units:
        found.setdefault((unit.key, folded(unit.source)), []).append(unit)
    return list(found.values())


def placed(
    units: Iterable[Returned], entries: Sequence[polib.POEntry], obsolete: Mapping[tuple[str, str], polib.POEntry]
) -> Placed:
    """Each text with the message of its key and words, of its words alone, or else of its key alone.

    `obsolete` are entries by their keys and their words with white space folded: they stay what they are.
    """
    found = Placed()
    active = {entry.msgctxt: entry for entry in reversed(entries)}
    left: list[list[Returned]] = []
    for group in grouped(units):
        key, source = group[0].key, group[0].source
        entry = active.get(key)
        if entry is not None and same(entry.msgid, source):
            found.active.append((entry, group))
        elif (key, folded(source)) in obsolete:
            found.gone.append((key, group))
        else:
            left.append(group)
    taken = {entry.msgctxt for entry, _ in found.active}
    by_words: dict[str, list[polib.POEntry]] = {}
    for entry in active.values() if left else ():
        if entry.msgctxt not in taken:
            by_words.setdefault(folded(entry.msgid), []).append(entry)
    last: dict[str, list[Returned]] = {}
    for group in left:
        key, words = group[0].key, folded(group[0].source)
        if same_words := by_words.get(words):
            # Backwards, as the entries are.
            found.active.append((same_words.pop(), group))
            taken.add(found.active[-1][0].msgctxt)
            found.by_words += 1
            last[words] = group
        elif key in active and key not in taken:
            found.active.append((active[key], group))
            taken.add(key)
        elif known := next((each for at, each in obsolete.items() if at[1] == words), None):
            found.gone.append((known.msgctxt or "", group))
        elif key in active:
            found.gone.append((key, group))
        elif words in last:
            found.again.append((last[words], group))
        else:
            found.unknown += (unit.id for unit in group)
    return found
