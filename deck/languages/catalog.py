"""A PO file → a catalog: one language's translations by their keys, each at its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import polib

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Severity, Span
from deck.languages.plurals import PluralRule, usual_rule
from deck.languages.po_file import MERGED, PoFile, read_po, text_of
from deck.model.language import Language, tag_of

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?\s*(\".*)")


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
    return _catalog(read_po(path), text_of(path), path, language)


def as_catalog(file: PoFile, path: Path, language: Language) -> tuple[Catalog, list[Diagnostic]]:
    """The translations of a PO file that is yet to be written to this path, and what is wrong with that."""
    return _catalog(file, f"{file}", path, language)


def _catalog(file: PoFile, text: str, path: Path, language: Language) -> tuple[Catalog, list[Diagnostic]]:
    rule, diagnostics = _rule(file, text, path, language)
    diagnostics += _foreign(file, text, path, language)
    places = _places(text)
    entries: dict[str, Entry] = {}
    twice: list[Diagnostic] = []
    without: list[Span] = []
    for one in file:
        if one.obsolete:
            continue
        forms = tuple(one.msgstr_plural[index] for index in sorted(one.msgstr_plural)) or (one.msgstr,)
        if one.msgctxt is None:
            without += [Span(str(path), one.linenum or 1)] if one.msgid and any(forms) else []
            continue
        lines = next(places.get(one.msgctxt, iter(())), {})
        spans = tuple(Span(str(path), lines.get(index, 1)) for index in range(len(forms)))
        if first := entries.get(one.msgctxt):
            message = f"`{one.msgctxt}` is translated a second time here"
            hint = f"the first time is in line {first.spans[0].line}; take one out"
            twice.append(Diagnostic("duplicate-message", message, spans[0], hint, field=one.msgctxt))
            continue
        for form, span in zip(forms, spans, strict=True):
            if MERGED in form:
                what = f"`{one.msgctxt}`: two translations were put together here by a tool"
                hint = f"keep one, and take the lines with {MERGED} out"
                diagnostics.append(Diagnostic("merge-mark", what, span, hint, field=one.msgctxt))
        entries[one.msgctxt] = Entry(one.msgid, forms, bool(one.msgstr_plural), one.fuzzy, spans)
    diagnostics += _gathered(twice, text, path)
    if without:
        what = f"{len(without)} translations have lost what they translate: their contexts (`msgctxt`) are gone"
        hint = "`translate extract` finds them again by their words"
        diagnostics.append(Diagnostic("context-lost", what, without[0], hint))
    return Catalog(str(path), language, rule, entries), diagnostics


def _rule(file: PoFile, text: str, path: Path, language: Language) -> tuple[PluralRule, list[Diagnostic]]:
    """The rule of plural forms in the header, the language's usual one where that says none."""
    header, usual = file.metadata.get("Plural-Forms", ""), usual_rule(language)
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
