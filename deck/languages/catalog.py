"""A PO file → a catalog: one language's translations by their keys, each at its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import polib

from deck.ground.diagnostics import DeckError, Diagnostic, Severity, Span
from deck.ground.files import read_bytes
from deck.languages.plurals import PluralRule, usual_rule
from deck.model.language import Language, tag_of

PoFile: TypeAlias = polib.POFile
"""A PO file as it is written: entries in order, with all their comments."""

_LARGEST = 32_000_000
_LINE = re.compile(r"\(line (\d+)\)|line (\d+)")
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?\s*(\".*)")
_COMMENT = re.compile(r"#(?![~|])|#~\s*#")
_QUOTED = re.compile(r'(?:#~?\|?\s*)?(?:msg[\w\[\]]+\s*)?"((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r'(?:[^\\]|\\[abfnrtv"\\])*')
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
    if broken := list(_broken(_text(path), path)):
        raise DeckError(broken)
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
    return _catalog(read_po(path), _text(path), path, language)


def as_catalog(file: PoFile, path: Path, language: Language) -> Catalog:
    """The translations of a PO file that is yet to be written to this path."""
    return _catalog(file, f"{file}", path, language)[0]


def _catalog(file: PoFile, text: str, path: Path, language: Language) -> tuple[Catalog, list[Diagnostic]]:
    diagnostics = list(_foreign(file, text, path, language))
    header = file.metadata.get("Plural-Forms", "")
    try:
        rule = PluralRule.parse(header) if header else usual_rule(language)
    except ValueError as error:
        rule = usual_rule(language)
        hint = f"write Plural-Forms: {rule.header}"
        diagnostics.append(Diagnostic("plural-rule", str(error), _in_header(text, "Plural-Forms", path), hint))
    places = _places(text)
    entries: dict[str, Entry] = {}
    for one in file:
        if one.obsolete or one.msgctxt is None:
            continue
        lines = next(places.get(one.msgctxt, iter(())), {})
        forms = tuple(one.msgstr_plural[index] for index in sorted(one.msgstr_plural)) or (one.msgstr,)
        spans = tuple(Span(str(path), lines.get(index, 1)) for index in range(len(forms)))
        if first := entries.get(one.msgctxt):
            message = f"`{one.msgctxt}` is translated a second time here"
            hint = f"the first time is in line {first.spans[0].line}; take one out"
            diagnostics.append(Diagnostic("duplicate-message", message, spans[0], hint, field=one.msgctxt))
            continue
        entries[one.msgctxt] = Entry(one.msgid, forms, bool(one.msgstr_plural), one.fuzzy, spans)
    return Catalog(str(path), language, rule, entries), diagnostics


def _foreign(file: PoFile, text: str, path: Path, language: Language) -> Iterator[Diagnostic]:
    """A header that names another language than the file's name does."""
    header = file.metadata.get("Language", "")
    declared = Language(tag_of(header) or header)
    ours, theirs = ((each.tag.lower().split("-")[0], each.script) for each in (language, declared))
    if declared.tag and ours != theirs:
        what = f"the header says that this is `{declared}`, and the file’s name that it is `{language}`"
        hint = f"write Language: {language.tag.replace('-', '_')}, or see whether this is another language’s file"
        yield Diagnostic("catalog-language", what, _in_header(text, "Language", path), hint, Severity.WARNING)


def _in_header(text: str, name: str, path: Path) -> Span:
    """Where the header says this."""
    found = re.search(rf'^\s*(?:msgstr\s*)?"{name}:', text, re.MULTILINE)
    return Span(str(path), text.count("\n", 0, found.end()) + 1 if found else 1)


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


def _text(path: Path) -> str:
    """DeckError where the file is missing, too large, or not in UTF-8."""
    place = Span(str(path))
    data = read_bytes(path)
    if len(data) > _LARGEST:
        raise DeckError([Diagnostic("file-too-large", f"{path} is too large for a catalog", place)])
    hint = "in the translator's editor, save it with the encoding UTF-8"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"{path} is not a text in UTF-8"
        raise DeckError([Diagnostic("file-encoding", message, Span(str(path), line), hint)]) from None
    if not text.strip():
        hint = f"delete it, and `translate start {path.stem}` begins it anew"
        raise DeckError([Diagnostic("file-empty", f"{path} is empty", place, hint)])
    if (declared := _CHARSET.search(text)) and declared[1].lower() not in ("utf-8", "utf8", "charset"):
        line = text[: declared.start()].count("\n") + 1
        message = f"the header says that the text is in {declared[1]}"
        raise DeckError([Diagnostic("file-encoding", message, Span(str(path), line), hint)])
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _places(text: str) -> dict[str, Iterator[dict[int, int]]]:
    """The line of each form, by the message's key, of one that stands there twice one after the other.

    Editors may break a long key over lines.
    """
    found: list[tuple[str, dict[int, int]]] = []
    in_key = False
    for number, line in enumerate(map(str.strip, text.split("\n")), start=1):
        if match := _KEYWORD.match(line):
            in_key = match[1] == "msgctxt"
            if in_key:
                found.append((polib.unescape(match[3][1:-1]), {}))
            elif match[1] == "msgstr" and found:
                found[-1][1].setdefault(int(match[2] or 0), number)
        elif in_key and line.startswith('"'):
            key, lines = found[-1]
            found[-1] = (key + polib.unescape(line[1:-1]), lines)
        elif not line and found and found[-1][1]:
            found.append(("", {}))
    places: dict[str, list[dict[int, int]]] = {}
    for key, lines in found:
        places.setdefault(key, []).append(lines)
    return {key: iter(each) for key, each in places.items()}
