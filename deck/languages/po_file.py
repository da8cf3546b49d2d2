"""A PO file as it is written: its text, in whichever encoding it says, and what tells that it is damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import polib

from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.languages.po_text import decoded

PoFile: TypeAlias = polib.POFile
"""Entries in order, with all their comments."""

_LINE = re.compile(r"\(line (\d+)\)|line (\d+)")
_COMMENT = re.compile(r"#(?![~|])|#~\s*#")
_QUOTED = re.compile(r'(?:#~?\|?\s*)?(?:msg[\w\[\]]+\s*)?"((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r'(?:[^\\]|\\[abfnrtv"\\])*')
_UNMERGED = re.compile(r"<{7}(?: |$)|\|{7}(?: |$)|={7}$|>{7}(?: |$)")


def read_po(path: Path) -> PoFile:
    """The file as it is, to be written in UTF-8. DeckError, at its line, where it is no PO file."""
    text, encoding = decoded(path)
    if broken := [*_unmerged(text, path)] or [*_broken(text, path)]:
        raise DeckError(broken)
    try:
        file = polib.pofile(str(path), encoding=encoding, wrapwidth=78)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        found = _LINE.search(str(error))
        line = int(found[1] or found[2]) if found else 1
        reason = str(error).rsplit(": ", 1)[1] if str(error).count(": ") else "this line makes no sense"
        hint = "a translator's editor, such as Poedit, writes files that are whole"
        raise DeckError(
            [Diagnostic("po-syntax", f"this is no PO file: {reason}", Span(str(path), line), hint)]
        ) from None
    if encoding != "utf-8" and "Content-Type" in file.metadata:
        file.metadata["Content-Type"] = "text/plain; charset=UTF-8"
    return file


def in_use(file: PoFile) -> Iterator[polib.POEntry]:
    """The entries that are in use, and say of which message."""
    return (entry for entry in file if not entry.obsolete and entry.msgctxt)


def forms_of(entry: polib.POEntry) -> dict[int, str]:
    """The translation in each form, by the forms' indices."""
    return dict(sorted(entry.msgstr_plural.items())) or {0: entry.msgstr}


def _unmerged(text: str, path: Path) -> Iterator[Diagnostic]:
    """The marks that version control leaves where two people changed the same lines."""
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if _UNMERGED.match(line)]
    if lines:
        what = f"a merge was not finished here: both versions stand in lines {lines[0]} to {lines[-1]}"
        hint = "keep one translation of each text, and take the lines with <<<<<<<, ======= and >>>>>>> out"
        yield Diagnostic("merge-mark", what, Span(str(path), lines[0]), hint)


def _broken(text: str, path: Path) -> Iterator[Diagnostic]:
    """Lines that polib would cut to size without a word, where a quotation mark is missing or a backslash is alone."""
    for number, line in enumerate(map(str.strip, text.split("\n")), start=1):
        if not line or _COMMENT.match(line):
            continue
        quoted = _QUOTED.fullmatch(line)
        if not quoted:
            what = "this is no PO file: this line is no text in quotation marks"
            hint = 'each line of a text begins and ends with ", and a " within it is written \\"'
        elif not _ESCAPED.fullmatch(quoted[1]):
            what, hint = "this is no PO file: a backslash stands alone in this line", "write \\\\ for a backslash"
        else:
            continue
        yield Diagnostic("po-syntax", what, Span(str(path), number), hint)
