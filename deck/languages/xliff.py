"""A PO file ↔ XLIFF 1.2, which translation agencies' tools exchange.

Each message is a `trans-unit` of its key, a counted text a group with a unit for each plural form. What comes back
changes the PO file only where something was translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.sax.saxutils import escape, quoteattr

import polib

from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.languages.catalog import PoFile
from deck.languages.inline import NAMESPACE, from_inline, to_inline
from deck.languages.plurals import PluralRule, usual_rule
from deck.model.language import Language

_ROOM = re.compile(r"^Room: .*?(\d+)\D*$", re.MULTILINE)
_WRAPPED = re.compile(r"\n(?!Slide \d+: |Picture: |What it is: |Room: |\{[^{}]*\} stands for )")
"""The end of a comment's line that is only its file's width: all lines begin in one of these ways."""
_UNFINISHED = frozenset({"new", "needs-translation", "needs-review-translation", "needs-adaptation", "needs-l10n"})
_FORM = re.compile(r"(.+)\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A translation that came back: which message's, of which source, in which form."""

    id: str
    key: str
    form: int
    source: str
    target: str
    finished: bool


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of taking in a file.

    The keys of the messages that are other than before; how many of them said something else before; the ids of the
    units with a translation that are no message's.
    """

    changed: tuple[str, ...]
    replaced: int
    unknown: tuple[str, ...]


def to_xliff(file: PoFile, original: str, source: Language, target: Language) -> bytes:
    """The catalog as XLIFF 1.2; `original` is the outline's name."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{NAMESPACE[1:-1]}" version="1.2">',
        f'<file original={quoteattr(original)} datatype="plaintext" source-language="{source}"'
        f' target-language="{target}">',
        "<body>",
    ]
    rule = _rule(file, target)
    for entry in file:
        if not entry.obsolete and entry.msgctxt:
            lines += _entry(entry, rule)
    return "\n".join([*lines, "</body>", "</file>", "</xliff>", ""]).encode()


def target_language(data: bytes, path: str) -> tuple[str, Span]:
    """The tag of the language that an XLIFF file translates into, and where it says so. DeckError where it is none."""
    return _file(data, path).get("target-language", ""), _span(data, path, "target-language")


def take_in(file: PoFile, data: bytes, path: str) -> TakenIn:
    """Puts an XLIFF file's translations into the catalog, and leaves what it does not translate as it is.

    A translation of what is no longer the source is taken as a draft. DeckError, with nothing changed, where the
    file is no XLIFF 1.2, or a translation has elements that its source has not.
    """
    units: dict[str, list[_Unit]] = {}
    wrong: list[Diagnostic] = []
    for element in _file(data, path).iter(f"{NAMESPACE}trans-unit"):
        try:
            unit = _unit(element)
        except ValueError as error:
            identifier = element.get("id", "")
            hint = "in the translation tool, copy the elements from the source"
            span = _span(data, path, quoteattr(identifier))
            wrong.append(Diagnostic("xliff-inline", f"`{identifier}`: {error}", span, hint))
        else:
            if unit.target.strip():
                units.setdefault(unit.key, []).append(unit)
    if wrong:
        raise DeckError(wrong)
    changed, replaced, known = [], 0, set()
    for entry in file:
        if not entry.obsolete and entry.msgctxt in units:
            before = _forms(entry)
            known |= {(entry.msgctxt, form) for form in before}
            if _changed(entry, units[entry.msgctxt]):
                changed.append(entry.msgctxt)
                replaced += any(words not in ("", _forms(entry)[form]) for form, words in before.items())
    unknown = [unit.id for each in units.values() for unit in each if (unit.key, unit.form) not in known]
    return TakenIn(tuple(changed), replaced, tuple(unknown))


def _rule(file: PoFile, language: Language) -> PluralRule:
    """The catalog's own rule of plural forms, if it is one."""
    try:
        return PluralRule.parse(file.metadata.get("Plural-Forms", ""))
    except ValueError:
        return usual_rule(language)


def _entry(entry: polib.POEntry, rule: PluralRule) -> Iterator[str]:
    if not entry.msgstr_plural:
        yield from _trans_unit(entry, entry.msgctxt, entry.msgstr)
        return
    yield f'<group restype="x-gettext-plurals" id={quoteattr(entry.msgctxt)}>'
    for index in sorted(entry.msgstr_plural):
        form = f"This form is for: {rule.examples(index)}"
        yield from _trans_unit(entry, f"{entry.msgctxt}[{index}]", entry.msgstr_plural[index], form)
    yield "</group>"


def _trans_unit(entry: polib.POEntry, identifier: str, target: str, form: str = "") -> Iterator[str]:
    # Lines may end after a hyphen, too.
    notes = _WRAPPED.sub(" ", re.sub(r"(?<=\w-)\n", "", entry.comment))
    room = _ROOM.search(notes)
    width = f' maxwidth="{room[1]}" size-unit="char"' if room else ""
    state = "needs-review-translation" if entry.fuzzy else "translated" if target else "new"
    yield f'<trans-unit id={quoteattr(identifier)} resname={quoteattr(identifier)}{width} xml:space="preserve">'
    yield f"<source>{to_inline(entry.msgid)}</source>"
    yield f'<target state="{state}">{to_inline(target)}</target>'
    for line in filter(None, (form, *notes.split("\n"))):
        yield f'<note from="developer">{escape(line)}</note>'
    if entry.previous_msgid is not None:
        source, before = to_inline(entry.previous_msgid), to_inline(target)
        yield '<alt-trans alttranstype="previous-version">'
        yield f"<source>{source}</source><target>{before}</target></alt-trans>"
    yield "</trans-unit>"


def _file(data: bytes, path: str) -> Element:
    span = Span(path)
    if b"\0" in data:
        hint = "export it from the translation tool in UTF-8"
        raise DeckError([Diagnostic("file-encoding", f"{path} is not a text in UTF-8", span, hint)])
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise DeckError([Diagnostic("xliff-syntax", "an XLIFF file defines no entities of its own", span)])
    try:
        root = fromstring(data)
    except ParseError as error:
        line, column = error.position
        message = f"this is no well-formed XML: {str(error).split(':')[0]}"
        raise DeckError([Diagnostic("xliff-syntax", message, Span(path, line, column + 1))]) from None
    except (ValueError, LookupError) as error:
        raise DeckError([Diagnostic("xliff-syntax", f"this is no XML in UTF-8: {error}", span)]) from None
    file = root.find(f"{NAMESPACE}file")
    if root.tag != f"{NAMESPACE}xliff" or file is None:
        hint = "export XLIFF 1.2 from the translation tool, not 2.x"
        raise DeckError([Diagnostic("xliff-syntax", "this is no XLIFF 1.2", span, hint)])
    return file


def _unit(element: Element) -> _Unit:
    identifier = element.get("id", "")
    form = _FORM.fullmatch(identifier)
    source, target = element.find(f"{NAMESPACE}source"), element.find(f"{NAMESPACE}target")
    if source is None:
        raise ValueError("a unit has no source")
    words = from_inline(target, source) if target is not None else ""
    state = target.get("state", "translated") if target is not None else "new"
    key, index = (form[1], int(form[2])) if form else (identifier, 0)
    return _Unit(identifier, key, index, from_inline(source, source), words, state not in _UNFINISHED)


def _span(data: bytes, path: str, words: str) -> Span:
    """The line on which these words first stand in a file."""
    return Span(path, data[: max(data.find(words.encode()), 0)].count(b"\n") + 1)


def _forms(entry: polib.POEntry) -> dict[int, str]:
    return dict(entry.msgstr_plural) or {0: entry.msgstr}


def _changed(entry: polib.POEntry, units: list[_Unit]) -> bool:
    """Puts the units' translations into the entry; whether it is other than before."""
    before = _forms(entry)
    forms = before | {unit.form: unit.target for unit in units if unit.form in before}
    stale = next((unit.source for unit in units if unit.source != entry.msgid), None)
    fuzzy = stale is not None or not all(unit.finished for unit in units)
    if forms == before and (fuzzy == entry.fuzzy or stale is not None):
        return False
    if entry.msgstr_plural:
        entry.msgstr_plural = forms
    else:
        entry.msgstr = forms[0]
    entry.flags = [*(["fuzzy"] if fuzzy else []), *(flag for flag in entry.flags if flag != "fuzzy")]
    entry.previous_msgid = stale or (entry.previous_msgid if fuzzy else None)
    return True
