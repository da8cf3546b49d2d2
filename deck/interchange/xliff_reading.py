"""XLIFF 1.2, or 1.1, as it comes back from translators' tools → its texts, for the catalogs of their languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.interchange.formats import other_format
from deck.interchange.inline import NAMESPACE, from_inline, to_inline
from deck.interchange.returned import File, Returned, Trust, fingerprint, folded
from deck.interchange.review import STATES
from deck.interchange.xml_text import decoded, root_of

EXPORTED = "x-exported"
"""The type of the context that holds the fingerprints of the translation from which a tool sets out, and of the lines
of its remarks."""
EXPORTED_STATE = "x-exported-state"
"""The type of the context that holds the state with which a translation was exported."""
FROM_HERE, FROM_PEOPLE = "developer", "translator"
"""From whom a note is that stands in every export, and one that people wrote."""
CATALOG = "Catalog "
"""What the note in a file's header begins with; the catalog's fingerprint comes after it."""

_VERSION = re.compile(r"urn:oasis:names:tc:xliff:document:([\d.]+)")
_READ = frozenset({"1.0", "1.1", "1.2"})
_LANGUAGE = "target-language"
_FORM = re.compile(r"(.+)\[(\d+)\]")
_MADE = re.compile(r"mt-suggestion|leveraged-mt|fuzzy-match|tm-suggestion|rejected-.*")
"""The qualifiers of states that no translator stands behind."""
_EDGE = re.compile(r"\A([ \t]*)[\r\n]\s*|([ \t]*)[\r\n]\s*\Z")


def files(data: bytes, path: str, sources: Mapping[str, str]) -> list[File]:
    """Each `<file>` of the XLIFF at `path`. `sources` are the messages' texts, by the same with white space folded.

    A text that has elements which its source has not is left out, and told of. DeckError where this is no XLIFF 1.x.
    """
    other_format(data, path, "xliff", "XLIFF", "xliff-syntax")
    text = decoded(data, path)
    root = _root(text, path)
    return [_Reading(text, path, sources).file(each) for each in root.iter(f"{NAMESPACE}file")]


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    path: str
    sources: Mapping[str, str]

    def file(self, file: Element) -> File:
        units: list[Returned] = []
        findings: list[Diagnostic] = []
        for element in file.iter(f"{NAMESPACE}trans-unit"):
            if element.get("restype") == "x-gettext-domain-header":
                continue
            try:
                units.append(self.unit(element))
            except ValueError as error:
                identifier = element.get("id", "")
                hint = "in the translation tool, copy the elements from the source; all other texts are read"
                what = f"`{identifier}`: {error}"
                findings.append(Diagnostic("xliff-inline", what, self.span(quoteattr(identifier)), hint))
        notes = (note.text or "" for note in file.iterfind(f"{NAMESPACE}header/{NAMESPACE}note"))
        export = next((note.removeprefix(CATALOG).strip() for note in notes if note.startswith(CATALOG)), None)
        language = file.get(_LANGUAGE, "")
        return File(
            language,
            _LANGUAGE,
            self.span(_LANGUAGE),
            tuple(units),
            tuple(findings),
            export,
            source=file.get("source-language", ""),
        )

    def unit(self, element: Element) -> Returned:
        identifier = element.get("id", "")
        form = _FORM.fullmatch(identifier)
        key, index = (form[1], int(form[2])) if form else (identifier, 0)
        source, target = element.find(f"{NAMESPACE}source"), element.find(f"{NAMESPACE}target")
        if source is None:
            raise ValueError("a unit has no source")
        original, words = self.texts(source, target)
        state = target.get("state") if target is not None else None
        contexts = {each.get("context-type"): each.text or "" for each in element.iter(f"{NAMESPACE}context")}
        exported, *known = contexts.get(EXPORTED, "").split() or [""]
        trust = _trust(element, target)
        left = state is not None and state == contexts.get(EXPORTED_STATE) and trust is _of_state(state)
        return Returned(
            identifier,
            key,
            index,
            original,
            words,
            trust,
            self.span(quoteattr(identifier)),
            state if state in STATES else None,
            tuple(_remarks(element)),
            exported or None,
            frozenset(known),
            untouched=left and fingerprint(words) == exported,
        )

    def texts(self, source: Element, target: Element | None) -> tuple[str, str]:
        """The source and its translation as markup, without the white space that the tool put in."""
        plain = "".join(source.itertext())
        known = self.sources.get(folded(plain))
        if known is not None and len(source) == 0 and to_inline(known) != escape(known):
            # A tool that made this file of the catalog itself: what stands in it is markup.
            return known, "".join(target.itertext()) if target is not None else ""
        as_it_is = from_inline(source, source)
        known = self.sources.get(folded(as_it_is))
        if known != as_it_is:
            for edge in ("", " "):
                trimmed = _without_indentation(source, edge)
                meant = from_inline(trimmed, trimmed)
                if folded(meant) in self.sources:
                    words = from_inline(_without_indentation(target, edge), source) if target is not None else ""
                    return meant, words
        return as_it_is, from_inline(target, source) if target is not None else ""

    def span(self, words: str) -> Span:
        """The line on which these words first stand."""
        return Span(self.path, self.text.count("\n", 0, max(self.text.find(words), 0)) + 1)


def _trust(unit: Element, target: Element | None) -> Trust:
    """XLIFF's states, and whether the unit was approved: what anybody doubts is a draft."""
    state = target.get("state") if target is not None else None
    qualifier = target.get("state-qualifier", "") if target is not None else ""
    if state in ("new", "needs-translation"):
        return Trust.DONE if unit.get("approved") == "yes" else Trust.NEW
    if unit.get("approved") == "no" or _MADE.fullmatch(qualifier):
        return Trust.DRAFT
    return _of_state(state) if state else Trust.DONE if unit.get("approved") == "yes" else Trust.UNSAID


def _of_state(state: str) -> Trust:
    """What a state says of what is translated."""
    return Trust.DRAFT if state.startswith("needs-") else Trust.DONE


def _remarks(unit: Element) -> Iterator[str]:
    for note in unit.iterfind(f"{NAMESPACE}note"):
        if note.get("from") != FROM_HERE and (words := "".join(note.itertext()).strip()):
            yield words


def _without_indentation(element: Element, edge: str) -> Element:
    """The element with no line end beside its elements' marks but what stood before it, or `edge` where nothing did."""
    found = deepcopy(element)
    for each in found.iter():
        each.text, each.tail = (_without_edges(text or "", edge) for text in (each.text, each.tail))
    found.text, found.tail = (found.text or "").lstrip(" "), None
    if len(found):
        found[-1].tail = (found[-1].tail or "").rstrip(" ")
    return found


def _without_edges(text: str, edge: str) -> str:
    return _EDGE.sub(lambda at: at[1] or at[2] or edge, text)


def _root(text: str, path: str) -> Element:
    """The document, with every element in the namespace of XLIFF 1.2."""
    span = Span(path)
    root = root_of(text, path, "XLIFF")
    namespace, _, name = root.tag.rpartition("}")
    in_name = _VERSION.search(namespace)
    version = root.get("version") or (in_name[1] if in_name else "")
    if name != "xliff":
        raise DeckError([Diagnostic("xliff-syntax", "this is no XLIFF", span, "export XLIFF 1.2")])
    if version not in _READ:
        hint = "export XLIFF 1.2 from the translation tool"
        raise DeckError([Diagnostic("xliff-syntax", f"this is XLIFF {version}".rstrip(), span, hint)])
    for each in root.iter():
        if isinstance(each.tag, str) and each.tag.rpartition("}")[0] in (namespace, NAMESPACE[:-1], ""):
            each.tag = NAMESPACE + each.tag.rpartition("}")[2]
    if root.find(f"{NAMESPACE}file") is None:
        raise DeckError([Diagnostic("xliff-syntax", "this XLIFF has no <file>", span, "export it anew")])
    return root
