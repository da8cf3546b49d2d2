"""A PO file → a catalog: one language's translations by their keys, each at its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Severity, Span
from deck.ground.kept import while_unchanged
from deck.languages.plain_po import PlainPo, Said, plain_po, unescaped
from deck.languages.plurals import PluralRule, usual_rule
from deck.languages.po_text import MERGED, text_of
from deck.model.language import Language, tag_of

if TYPE_CHECKING:
    from deck.languages.po_file import PoFile

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?\s*(\".*)")
_TRANSLATION = re.compile(r'^msgstr(?:\[0\])?((?:[ \t]*"(?:[^"\\\n]|\\.)*"[ \t]*\n?)+)', re.MULTILINE)
_PIECE = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_TEMPLATE = re.compile("INTEGER|EXPRESSION")
_HEADER = re.compile(r'^msgid ""\nmsgstr ""(?=\n"[\w-]+: )', re.MULTILINE)
_MANY = 5
"""How many messages that are there twice are told of one by one."""


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


def read_catalog(path: Path, language: Language) -> tuple[Catalog, list[Diagnostic]]:
    """The translations in a PO file, and what is wrong with the file as a whole. DeckError as `read_po`."""
    if plain := _plain(path):
        return _catalog(plain.entries, plain.header, plain.text, path, language)
    # Most are plain, and polib is slow to import, too.
    from deck.languages.po_file import read_po

    file, text = read_po(path), text_of(path)
    return _catalog(_said(file, text), file.metadata, text, path, language)


def as_catalog(file: PoFile, path: Path, language: Language) -> tuple[Catalog, list[Diagnostic]]:
    """The translations of a PO file that is yet to be written to this path, and what is wrong with that."""
    text = f"{file}"
    return _catalog(_said(file, text), file.metadata, text, path, language)


def translations(path: Path) -> Iterator[str]:
    """What the file says, as far as it can be read, without which message that translates."""
    with suppress(DeckError):
        if plain := _plain(path):
            yield from (one.forms[0] for one in plain.entries)
            return
        for match in _TRANSLATION.finditer(text_of(path)):
            yield unescaped("".join(piece[1] for piece in _PIECE.finditer(match[1])))


@while_unchanged(most=64)
def _plain(path: Path) -> PlainPo | None:
    """A catalog is read for its own language, and to be compared with others'."""
    return plain_po(text_of(path))


def _said(file: PoFile, text: str) -> Iterator[Said]:
    from deck.languages.po_file import forms_of

    places = _places(text)
    for one in file:
        if not one.obsolete:
            forms = tuple(forms_of(one).values())
            found = next(places.get(one.msgctxt, iter(())), {}) if one.msgctxt is not None else {}
            lines = tuple(found.get(index, 1) for index in range(len(forms)))
            yield Said(one.msgctxt, one.msgid, forms, bool(one.msgstr_plural), one.fuzzy, lines, one.linenum or 1)


def _catalog(
    said: Iterable[Said], header: Mapping[str, str], text: str, path: Path, language: Language
) -> tuple[Catalog, list[Diagnostic]]:
    rule, diagnostics = _rule(header.get("Plural-Forms", ""), text, path, language)
    diagnostics += _foreign(header.get("Language", ""), text, path, language)
    entries: dict[str, Entry] = {}
    twice: list[Diagnostic] = []
    without: list[Span] = []
    for one in said:
        if one.key is None:
            without += [Span(str(path), one.line)] if one.source and any(one.forms) else []
            continue
        spans = tuple(Span(str(path), line) for line in one.lines)
        if first := entries.get(one.key):
            message = f"`{one.key}` is translated a second time here"
            hint = f"the first time is in line {first.spans[0].line}; take one out"
            twice.append(Diagnostic("duplicate-message", message, spans[0], hint, field=one.key))
            continue
        for form, span in zip(one.forms, spans, strict=True):
            if MERGED in form:
                what = f"`{one.key}`: two translations were put together here by a tool"
                hint = f"keep one, and take the lines with {MERGED} out"
                diagnostics.append(Diagnostic("merge-mark", what, span, hint, field=one.key))
        entries[one.key] = Entry(one.source, one.forms, one.plural, one.fuzzy, spans)
    diagnostics += _gathered(twice, text, path)
    if without:
        what = f"{len(without)} translations have lost what they translate: their contexts (`msgctxt`) are gone"
        hint = "`translate extract` finds them again by their words"
        diagnostics.append(Diagnostic("context-lost", what, without[0], hint))
    return Catalog(str(path), language, rule, entries), diagnostics


def _rule(header: str, text: str, path: Path, language: Language) -> tuple[PluralRule, list[Diagnostic]]:
    """The rule of plural forms in the header, the language's usual one where that says none."""
    usual = usual_rule(language)
    hint = f"write Plural-Forms: {usual.header}"
    place = _in_header(text, "Plural-Forms", path)
    if _TEMPLATE.search(header):
        what = "the header’s Plural-Forms is as a template has it, and says nothing"
        hint += "; `translate extract` writes it"
        return usual, [Diagnostic("plural-rule", what, place, hint, Severity.WARNING)]
    try:
        return PluralRule.parse(header) if header else usual, []
    except ValueError as error:
        return usual, [Diagnostic("plural-rule", str(error), place, hint)]


def _gathered(twice: list[Diagnostic], text: str, path: Path) -> list[Diagnostic]:
    """What is there twice; where two files were run together, in one sentence."""
    headers = [text.count("\n", 0, each.start()) for each in _HEADER.finditer(text)]
    if len(headers) > 1:
        what = "two catalogs stand here, one after the other: the second begins here"
        hint = "keep one of them; if both hold work, make a file of the second, and `translate po import` takes it in"
        return [Diagnostic("duplicate-message", what, Span(str(path), headers[1] + 1), hint)]
    if len(twice) > _MANY:
        what = f"{len(twice)} messages are translated a second time from here on, such as {twice[0].field}"
        hint = "keep one translation of each; a tool has put two catalogs together here"
        return [Diagnostic("duplicate-message", what, twice[0].span, hint)]
    return twice


def _foreign(header: str, text: str, path: Path, language: Language) -> Iterator[Diagnostic]:
    """A header that names another language than the file's name does."""
    declared = Language(tag_of(header) or header)
    ours, theirs = ((each.primary, each.script) for each in (language, declared))
    if declared.tag and ours != theirs:
        what = f"the header says that this is `{declared}`, and the file’s name that it is `{language}`"
        hint = f"write Language: {language.tag.replace('-', '_')}, or see whether this is another language’s file"
        yield Diagnostic("catalog-language", what, _in_header(text, "Language", path), hint, Severity.WARNING)


def _in_header(text: str, name: str, path: Path) -> Span:
    """Where the header says this."""
    found = re.search(rf'^\s*(?:msgstr\s*)?"{name}:', text, re.MULTILINE)
    return Span(str(path), text.count("\n", 0, found.end()) + 1 if found else 1)


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
                found.append((unescaped(match[3][1:-1]), {}))
            elif match[1] == "msgstr" and found:
                found[-1][1].setdefault(int(match[2] or 0), number)
        elif in_key and line.startswith('"'):
            key, lines = found[-1]
            found[-1] = (key + unescaped(line[1:-1]), lines)
        elif not line and found and found[-1][1]:
            found.append(("", {}))
    places: dict[str, list[dict[int, int]]] = {}
    for key, lines in found:
        places.setdefault(key, []).append(lines)
    return {key: iter(each) for key, each in places.items()}
