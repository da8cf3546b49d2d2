"""A PO file → a catalog: one language's translations by their keys, each at its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from deck.diagnostics import DeckError, Diagnostic, Span
from deck.inputs import note
from deck.languages.plurals import PluralRule, usual_rule
from deck.model.language import Language

PoFile = polib.POFile
"""A PO file as it is written: entries in order, with all their comments."""

_LARGEST = 32_000_000
_LINE = re.compile(r"\(line (\d+)\)|line (\d+)")
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?\s*(\".*)")
_CHARSET = re.compile(r"charset=([\w.:-]+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One translation: of `source`, in `forms` (one, or as many as the language has plurals), at `spans`."""

    source: str
    forms: tuple[str, ...]
    plural: bool
    fuzzy: bool
    spans: tuple[Span, ...]

    @property
    def complete(self) -> bool:
        """Whether no form is empty."""
        return all(form.strip() for form in self.forms)


@dataclass(frozen=True, slots=True)
class Catalog:
    """The translations into one language, by their messages' keys."""

    path: str
    language: Language
    rule: PluralRule
    entries: Mapping[str, Entry]


def read_po(path: Path) -> polib.POFile:
    """The file as it is. DeckError, at its line, where it is no PO file in UTF-8."""
    _text(path)
    try:
        return polib.pofile(str(path), encoding="utf-8", wrapwidth=78)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        found = _LINE.search(str(error))
        line = int(found[1] or found[2]) if found else 1
        reason = str(error).rsplit(": ", 1)[1] if str(error).count(": ") else "this line makes no sense"
        hint = "a translator's editor, such as Poedit, writes files that are whole"
        raise DeckError(
            [Diagnostic("po-syntax", f"this is no PO file: {reason}", Span(str(path), line), hint)]
        ) from None


def read_catalog(path: Path, language: Language) -> tuple[Catalog, list[Diagnostic]]:
    """The translations in a PO file, and what is wrong with the file as a whole. DeckError as `read_po`."""
    file = read_po(path)
    places = _places(_text(path))
    diagnostics: list[Diagnostic] = []
    header = file.metadata.get("Plural-Forms", "")
    try:
        rule = PluralRule.parse(header) if header else usual_rule(language)
    except ValueError as error:
        rule = usual_rule(language)
        hint = f"write Plural-Forms: {rule.header}"
        diagnostics.append(Diagnostic("plural-rule", str(error), Span(str(path)), hint))
    entries: dict[str, Entry] = {}
    for one in file:
        if one.obsolete or one.msgctxt is None:
            continue
        lines = places.get(one.msgctxt, {})
        forms = tuple(one.msgstr_plural[index] for index in sorted(one.msgstr_plural)) or (one.msgstr,)
        spans = tuple(Span(str(path), lines.get(index, 1)) for index in range(len(forms)))
        if one.msgctxt in entries:
            message = f"`{one.msgctxt}` is translated a second time here"
            diagnostics.append(Diagnostic("duplicate-message", message, spans[0], "take one out"))
            continue
        entries[one.msgctxt] = Entry(one.msgid, forms, bool(one.msgstr_plural), one.fuzzy, spans)
    return Catalog(str(path), language, rule, entries), diagnostics


def _text(path: Path) -> str:
    """DeckError where the file is missing, too large, or not in UTF-8."""
    note(path)
    place = Span(str(path))
    try:
        if path.stat().st_size > _LARGEST:
            raise DeckError([Diagnostic("file-too-large", f"{path} is too large for a catalog", place)])
        data = path.read_bytes()
    except FileNotFoundError:
        raise DeckError([Diagnostic("file-missing", f"there is no file {path}", place)]) from None
    except OSError as error:
        raise DeckError([Diagnostic("file-unreadable", f"{path} cannot be read: {error.strerror}", place)]) from None
    hint = "in the translator's editor, save it with the encoding UTF-8"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"{path} is not a text in UTF-8"
        raise DeckError([Diagnostic("file-encoding", message, Span(str(path), line), hint)]) from None
    if not text.strip():
        raise DeckError([Diagnostic("file-empty", f"{path} is empty", place)])
    if (declared := _CHARSET.search(text)) and declared[1].lower() not in ("utf-8", "utf8", "charset"):
        line = text[: declared.start()].count("\n") + 1
        message = f"the header says that the text is in {declared[1]}"
        raise DeckError([Diagnostic("file-encoding", message, Span(str(path), line), hint)])
    return text


def _places(text: str) -> dict[str, dict[int, int]]:
    """The line of each form of each message, by its key; editors may break a long key over lines."""
    places: dict[str, dict[int, int]] = {}
    key, in_key = "", False
    for number, line in enumerate(map(str.strip, text.split("\n")), start=1):
        if match := _KEYWORD.match(line):
            in_key = match[1] == "msgctxt"
            if in_key:
                key = polib.unescape(match[3][1:-1])
            elif match[1] == "msgstr" and key:
                places.setdefault(key, {}).setdefault(int(match[2] or 0), number)
        elif in_key and line.startswith('"'):
            key += polib.unescape(line[1:-1])
        elif not line:
            key = ""
    return places
