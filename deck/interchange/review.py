"""What people said of a translation, whether it was signed off, and in which file it came back: lines of its comment.

PO has no such states; every tool keeps comments. Such a line holds a fingerprint of what was reviewed or came back, and
says nothing once that was changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import polib

from deck.ground.dataclass import dataclass
from deck.interchange.returned import fingerprint
from deck.languages.entries import BEFORE
from deck.languages.po_file import PoFile

STATES = ("signed-off", "final")
"""The states of XLIFF that are more than translated, the lesser one first."""
_LINE = re.compile(rf"^State: ({'|'.join(STATES)}) \((\w+)\)$\n?", re.MULTILINE)
_CAME = re.compile(r"^Came back: (\w+)$\n?", re.MULTILINE)
_COPY = re.compile(r" ?\(\d+\)$")
"""What a browser puts behind the name of a file that is there already."""
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
    line = f"State: {state} ({_reviewed(entry)})" if state else ""
    entry.tcomment = "\n".join(filter(None, (_LINE.sub("", entry.tcomment).rstrip("\n"), line)))


def came_back(entry: polib.POEntry, path: str) -> bool:
    """Whether the translation as it is now came back in a file of this name, and nobody has changed it since."""
    found = _CAME.search(entry.tcomment)
    return found is not None and found[1] == _came(entry, path)


def least(states: Iterable[str | None]) -> str | None:
    """The least of what is said of all the forms; None where one says nothing."""
    said_of = set(states)
    return next((state for state in STATES if state in said_of), None) if None not in said_of else None


def remember_file(entry: polib.POEntry, path: str) -> None:
    """Writes that the translation as it is now came back in this file."""
    remarks, state = remarks_of(entry), review(entry)
    entry.tcomment = "\n".join(filter(None, (remarks, f"Came back: {_came(entry, path)}")))
    remember(entry, state)


def remark(entry: polib.POEntry, said: Iterable[str]) -> None:
    """Adds what people say and does not stand there yet; the lines that are not theirs stay at the end."""
    for each in said:
        if not stands_in(each, remarks_of(entry)):
            found = [line[0].rstrip("\n") for lines in (_CAME, _LINE) if (line := lines.search(entry.tcomment))]
            entry.tcomment = "\n".join(filter(None, (remarks_of(entry), each, *found)))


def remarks_of(entry: polib.POEntry) -> str:
    """What people wrote besides."""
    return of_people(entry.tcomment)


def of_people(comment: str) -> str:
    """The lines of a comment that people wrote: a tool takes the others for theirs, too, and brings them back."""
    return _CAME.sub("", _LINE.sub("", comment)).rstrip("\n")


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


def _came(entry: polib.POEntry, path: str) -> str:
    file = Path(path)
    return fingerprint(f"{_COPY.sub('', file.stem)}{file.suffix}", _reviewed(entry))
