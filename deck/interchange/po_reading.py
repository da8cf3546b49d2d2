"""A PO file that came back → its texts, also where a tool lost the contexts that say which messages they translate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import polib

from deck.ground.diagnostics import Span
from deck.ground.files import read_bytes
from deck.interchange.formats import other_format
from deck.interchange.returned import File, Returned, Trust
from deck.interchange.review import lines_of, remarks_of, review
from deck.languages.plurals import PluralRule
from deck.languages.po_file import forms_of, read_po

_LANGUAGE = "Language"
_PLACE = re.compile(r"[^:]*:(.+)")


def returned(path: Path) -> File:
    """DeckError, at its line, where it is no PO file."""
    other_format(read_bytes(path), str(path), "po", "PO file", "po-syntax")
    po = read_po(path)
    language = po.metadata.get(_LANGUAGE, "").replace("_", "-")
    active = [unit for entry in po if not entry.obsolete for unit in _units(entry, path)]
    gone = [unit for entry in po if entry.obsolete and entry.msgctxt for unit in _units(entry, path)]
    rule = _rule(po.metadata.get("Plural-Forms", ""))
    return File(language, _LANGUAGE, Span(str(path)), tuple(active), obsolete=tuple(gone), plurals=rule)


def _rule(header: str) -> PluralRule | None:
    """None where the header says nothing, as a template's."""
    try:
        return PluralRule.parse(header)
    except ValueError:
        return None


def _units(entry: polib.POEntry, path: Path) -> Iterator[Returned]:
    at = Span(str(path), entry.linenum or 1)
    key = _key(entry) or f"line {at.line}"
    remarks = tuple(filter(None, ["\n".join(lines_of(remarks_of(entry)))]))
    forms = forms_of(entry)
    # A tool that lost what every catalog says of its texts made the file anew, and lost their states as well.
    trust = Trust.DRAFT if entry.fuzzy else Trust.DONE if entry.comment else Trust.UNSAID
    for form, words in forms.items():
        counted = bool(entry.msgid_plural)
        name = f"{key}[{form}]" if counted else key
        yield Returned(name, key, form, entry.msgid, words, trust, at, review(entry), remarks, is_counted=counted)


def _key(entry: polib.POEntry) -> str:
    """The message's key: its context, or what a tool that knows no contexts keeps as the place where it stands."""
    place = _PLACE.fullmatch(":".join(filter(None, entry.occurrences[0]))) if entry.occurrences else None
    return place[1] if place and (not entry.msgctxt or entry.msgctxt == place[0]) else entry.msgctxt or ""
