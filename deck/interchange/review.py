"""What people said of a translation, and whether it was signed off: a line among the comments of a PO file says it.

PO has no such state; every tool keeps comments. The line holds a fingerprint of what was reviewed, and says nothing
once that was changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import polib

from deck.ground.dataclass import dataclass
from deck.interchange.returned import fingerprint
from deck.languages.entries import BEFORE
from deck.languages.po_file import PoFile

STATES = ("signed-off", "final")
"""The states of XLIFF that are more than translated, the lesser one first."""
_LINE = re.compile(rf"^State: ({'|'.join(STATES)}) \((\w+)\)$\n?", re.MULTILINE)
_FOLDED = re.compile(rf"^(.{{60,}})\n(?!{BEFORE})", re.MULTILINE)
"""A remark's line that ends where the file's does."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a text: people's `remarks`, its `review`, if any, and `before`, the source that a draft is of."""

    remarks: str
    review: str
    before: str


def said(file: PoFile) -> Mapping[str, Said]:
    """What is said of each text, by the messages' keys."""
    return {
        entry.msgctxt: Said(
            "\n".join(lines_of(remarks_of(entry))),
            review(entry) or "",
            (entry.fuzzy and entry.previous_msgid) or "",
        )
        for entry in file
        if entry.msgctxt and not entry.obsolete
    }


def review(entry: polib.POEntry) -> str | None:
    """The state of the translation as it is now; None where nobody reviewed it."""
    found = _LINE.search(entry.tcomment)
    return found[1] if found and not entry.fuzzy and found[2] == _reviewed(entry) else None


def remember(entry: polib.POEntry, state: str | None) -> None:
    """Writes the state of the translation as it is now; None takes away what was said of another one."""
    remarks = remarks_of(entry)
    line = f"State: {state} ({_reviewed(entry)})" if state else ""
    entry.tcomment = "\n".join(filter(None, (remarks, line)))


def remarks_of(entry: polib.POEntry) -> str:
    """What people wrote besides."""
    return _LINE.sub("", entry.tcomment).rstrip("\n")


def lines_of(remarks: str) -> list[str]:
    """The lines that people wrote, in their full width."""
    return [line for line in _FOLDED.sub(r"\1 ", remarks).split("\n") if line.strip()]


def fingerprints(lines: Iterable[str]) -> frozenset[str]:
    """What tells each line of remarks, of one or several lines each."""
    return frozenset(fingerprint(line) for each in lines for line in each.split("\n") if line.strip())


def stands_in(remark: str, there: str) -> bool:
    """Whether whole lines of what is there say this, wherever a tool broke them."""
    # A tool may break a line where there is no space.
    lines, wanted = ["".join(line.split()) for line in there.split("\n") if line.strip()], "".join(remark.split())
    return any(
        "".join(lines[first:last]) == wanted
        for first in range(len(lines))
        if wanted.startswith(lines[first])
        for last in range(first + 1, len(lines) + 1)
    )


def _reviewed(entry: polib.POEntry) -> str:
    return fingerprint(entry.msgid, *(entry.msgstr_plural.values() or [entry.msgstr]))
