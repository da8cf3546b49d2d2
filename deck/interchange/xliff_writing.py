"""A catalog → XLIFF 1.2, which translation agencies' tools exchange.

Each message is a `trans-unit` of its key, a counted text a group with a unit for each plural form.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

import polib

from deck.ground.dataclass import dataclass
from deck.interchange.inline import NAMESPACE, to_inline
from deck.interchange.notes import notes_of, room_of
from deck.interchange.returned import fingerprint
from deck.interchange.review import fingerprints, lines_of, remarks_of, review
from deck.interchange.xliff_reading import CATALOG, EXPORTED, EXPORTED_STATE, FROM_HERE, FROM_PEOPLE
from deck.languages.plurals import PluralRule, usual_rule
from deck.languages.po_file import PoFile, forms_of, in_use
from deck.model.language import Language


def to_xliff(file: PoFile, original: str, source: Language, target: Language, *, copy_source: bool = False) -> bytes:
    """The catalog as XLIFF 1.2; `original` is the outline's name.

    What is not translated has no target, or with `copy_source` a copy of its source, for tools that offer only texts
    that have one.
    """
    export = _Export(rule_of(file, target), original, copy_source)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{NAMESPACE[1:-1]}" version="1.2">',
        f'<file original={quoteattr(original)} datatype="plaintext" source-language="{source}"'
        f' target-language="{target}">',
        f'<header><note from="{FROM_HERE}">{CATALOG}{whole_fingerprint(file)}</note></header>',
        "<body>",
    ]
    for entry in in_use(file):
        lines += export.entry(entry)
    return "\n".join([*lines, "</body>", "</file>", "</xliff>", ""]).encode()


def whole_fingerprint(file: PoFile) -> str:
    """A few letters that change when any translation of a catalog does."""
    return fingerprint(*(text for entry in in_use(file) for text in (entry.msgctxt, *forms_of(entry).values())))


def rule_of(file: PoFile, language: Language) -> PluralRule:
    """The catalog's own rule of plural forms, if it is one."""
    try:
        return PluralRule.parse(file.metadata.get("Plural-Forms", ""))
    except ValueError:
        return usual_rule(language)


@dataclass(frozen=True, slots=True)
class _Export:
    rule: PluralRule
    original: str
    copy_source: bool

    def entry(self, entry: polib.POEntry) -> Iterator[str]:
        if not entry.msgstr_plural:
            yield from self.unit(entry, entry.msgctxt, entry.msgstr)
            return
        yield f'<group restype="x-gettext-plurals" id={quoteattr(entry.msgctxt)}>'
        for index, words in forms_of(entry).items():
            form = f"This form is for: {self.rule.examples(index)}"
            yield from self.unit(entry, f"{entry.msgctxt}[{index}]", words, form)
        yield "</group>"

    def unit(self, entry: polib.POEntry, identifier: str, target: str, form: str = "") -> Iterator[str]:
        room = room_of(entry)
        width = f' maxwidth="{room}" size-unit="char"' if room is not None else ""
        names = f"id={quoteattr(identifier)} resname={quoteattr(identifier)}"
        # Drafts do not say that they are not approved: Poedit, where one is finished, would leave that there.
        approved = ' approved="yes"' if target and not entry.fuzzy else ""
        yield f'<trans-unit {names}{width}{approved} xml:space="preserve">'
        yield f"<source>{to_inline(entry.msgid)}</source>"
        state = ""
        if target:
            # Of the states for drafts, Poedit knows this one, and writes it itself.
            state = "needs-l10n" if entry.fuzzy else review(entry) or "translated"
            yield f'<target state="{state}">{to_inline(target)}</target>'
        elif self.copy_source:
            yield f'<target state="new">{to_inline(entry.msgid)}</target>'
        place = f'<context context-type="sourcefile">{escape(self.original)}</context>'
        yield f'<context-group purpose="location">{place}</context-group>'
        remarks = lines_of(remarks_of(entry))
        known = fingerprint(target), *sorted(fingerprints(remarks))
        exported = f'<context context-type="{EXPORTED}">{" ".join(known)}</context>'
        if state:
            exported += f'<context context-type="{EXPORTED_STATE}">{state}</context>'
        yield f'<context-group purpose="information">{exported}</context-group>'
        for line in filter(None, (form, *notes_of(entry).split("\n"))):
            yield f'<note from="{FROM_HERE}">{escape(line)}</note>'
        if remarks:
            yield f'<note from="{FROM_PEOPLE}">{escape(chr(10).join(remarks))}</note>'
        if entry.previous_msgid is not None:
            source, before = to_inline(entry.previous_msgid), to_inline(target)
            yield '<alt-trans alttranstype="previous-version">'
            yield f"<source>{source}</source><target>{before}</target></alt-trans>"
        yield "</trans-unit>"
