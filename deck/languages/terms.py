"""Terms that were agreed upon: which of them a text names, and whether its translation calls them as agreed.

Languages inflect, and no list has all forms. So a word is one of a term if it begins as that does and only its end
differs; what takes another form altogether is listed beside it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Severity, Span, shortened
from deck.languages.catalog import Catalog, Entry
from deck.languages.messages import Message
from deck.languages.proofreading import Markup, read
from deck.model.language import Language
from deck.model.text import FIELD

_CLITICS = {
    "Arab": ("وال", "فال", "بال", "كال", "ولل", "فلل", "ال", "لل", "وب", "ول", "و", "ف", "ب", "ك", "ل"),
    "Hebr": ("וה", "וב", "ול", "שה", "מה", "ה", "ו", "ב", "ל", "מ", "ש", "כ"),
}
"""What is written as one word with the word after it."""
_COMPOUNDING = frozenset(
    ["af", "da", "de", "et", "fi", "fo", "fy", "hu", "is", "lb", "nb", "nl", "nn", "no", "se", "sv"]
)
"""Languages that write a word as one with the word before it, or after it."""
_PART = 3
"""How many letters the other word of such a compound has, at the least."""
_ALIKE = str.maketrans("أإآٱىة", "اااايه", "\N{ARABIC TATWEEL}")
_SHOWN = 90
"""How much of a text is quoted, in characters."""


@dataclass(frozen=True, slots=True)
class Concept:
    """What a thing is called, by the languages' tags, and what it is not to be called; `span` is its place."""

    names: Mapping[str, tuple[str, ...]]
    avoided: Mapping[str, tuple[str, ...]]
    note: str
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """A concept for two languages: any of `source` is called one of `target`, the first above all, never `avoided`."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    avoided: tuple[str, ...]
    note: str
    span: Span

    def __str__(self) -> str:
        # What may be in another direction stands at the end.
        said = f"{self.source[0]} ({self.note})" if self.note else self.source[0]
        said += f" = {' | '.join(self.target)}" if self.target else ""
        return f"{said}; not: {' | '.join(self.avoided)}" if self.avoided else said


class Terms:
    """What was agreed for two languages."""

    def __init__(self, concepts: Iterable[Concept], source: Language, target: Language) -> None:
        self._source, self._target = source, target
        concepts = tuple(concepts)
        self.knows_source = not concepts or any(_in(each.names, source) for each in concepts)
        """Whether anything has a name in the source's language."""
        terms = [
            Term(names, _in(each.names, target), _in(each.avoided, target), each.note, each.span)
            for each in concepts
            if (names := _in(each.names, source))
        ]
        known = [(_words(name, source), term) for term in terms for name in term.source]
        # Of “forced labour” and “labour”, the longer one is meant where both stand.
        self._known = sorted(known, key=lambda each: -len(each[0]))

    def __bool__(self) -> bool:
        return bool(self._known)

    def named(self, text: str) -> list[Term]:
        """The terms that this text names, in its language, in their order."""
        words = _words(text, self._source)
        found: dict[int, Term] = {}
        for wanted, term in self._known:
            for at in _places(wanted, words, self._source, strictly=True):
                found.setdefault(at, term)
                words[at : at + len(wanted)] = [_NONE] * len(wanted)
        return [*dict.fromkeys(term for _, term in sorted(found.items(), key=lambda each: each[0]))]

    def missing(self, term: Term, translation: str) -> bool:
        """Whether a translation of a text that names the term calls it otherwise."""
        return bool(term.target) and not any(self._stands(name, translation) for name in term.target)

    def avoided(self, term: Term, translation: str) -> str | None:
        """What the translation calls the term, where it is not to be called so."""
        words = _words(translation, self._target)
        for name in term.target:
            wanted = _words(name, self._target)
            for at in _places(wanted, words, self._target, compounds=True):
                words[at : at + len(wanted)] = [_NONE] * len(wanted)
        return next((name for name in term.avoided if _any(_words(name, self._target), words, self._target)), None)

    def _stands(self, name: str, text: str) -> bool:
        places = _places(_words(name, self._target), _words(text, self._target), self._target, compounds=True)
        return next(places, None) is not None


def called_otherwise(
    catalog: Catalog, messages: Iterable[Message], terms: Terms, reader: Markup
) -> Iterator[Diagnostic]:
    """Finished translations that call a term otherwise than agreed, each at its line, with both texts.

    And those of the same text that differ, where that names a term.
    """
    same: dict[str, tuple[str, str]] = {}
    for message in messages:
        entry = catalog.entries.get(message.key)
        if message.country or not _is_finished(entry, message) or entry is None:
            continue
        source = read(message, message.text, reader)[0].prose
        named = terms.named(source)
        if named:
            yield from _unlike(message, entry, source, read(message, entry.forms[0], reader)[0].prose, same)
        for term in named:
            for form, span in zip(entry.forms, entry.spans, strict=False):
                text = read(message, form, reader)[0].prose
                both = f"“{_quoted(source)}” – “{_quoted(text)}”"
                place = f"{term.span.path}, line {term.span.line}" + (f": {term.note}" if term.note else "")
                if (wrong := terms.avoided(term, text)) is not None:
                    what = f"`{message.key}` calls “{term.source[0]}” “{wrong}”, which is to be avoided: {both}"
                    hint = f"by {place}" if not term.target else f"it is “{term.target[0]}” by {place}"
                elif terms.missing(term, text):
                    wanted = "” or “".join(term.target)
                    what = f"`{message.key}` names “{term.source[0]}”, and not “{wanted}”: {both}"
                    hint = f"that is what it is called by {place}"
                else:
                    continue
                yield Diagnostic("glossary-term", what, span, hint, Severity.WARNING, message.key)
                break


def _unlike(
    message: Message, entry: Entry, source: str, text: str, same: dict[str, tuple[str, str]]
) -> Iterator[Diagnostic]:
    """That a text which stood elsewhere is translated otherwise here; `same` are those that were seen so far."""
    key, before = same.setdefault(" ".join(source.casefold().split()), (message.key, text))
    if " ".join(before.casefold().split()) != " ".join(text.casefold().split()):
        what = f"`{message.key}` and `{key}` both say “{_quoted(source)}”, and their translations differ: "
        what += f"“{_quoted(text)}” – “{_quoted(before)}”"
        hint = "write one for both, if it fits in both places"
        yield Diagnostic("glossary-unlike", what, entry.spans[0], hint, Severity.WARNING, message.key)


def _is_finished(entry: Entry | None, message: Message) -> bool:
    return entry is not None and entry.complete and not entry.fuzzy and entry.source == message.text


def _in(names: Mapping[str, tuple[str, ...]], language: Language) -> tuple[str, ...]:
    """The names in this language, or else in the one without its country or script."""
    by_tag = {tag.lower(): each for tag, each in names.items()}
    tag = language.tag.lower()
    while tag and tag not in by_tag:
        tag = tag.rpartition("-")[0]
    return by_tag.get(tag, ())


_NONE = ""


def _words(text: str, language: Language) -> list[str]:
    """A text's words, or its letters in a script that sets no spaces between words. A name in braces is none."""
    text = unicodedata.normalize("NFKC", FIELD.sub(" ", text.replace("{{", " ").replace("}}", " ")))
    if language.script in _CLITICS:
        text = "".join(each for each in text if unicodedata.category(each) != "Mn").translate(_ALIKE)
    apart = "".join(each if unicodedata.category(each)[0] in "LMN" else " " for each in text)
    return apart.split() if language.sets_spaces else [*apart.replace(" ", "")]


def _any(wanted: Sequence[str], words: list[str], language: Language) -> bool:
    return next(_places(wanted, words, language), None) is not None


def _places(
    wanted: Sequence[str], words: list[str], language: Language, *, strictly: bool = False, compounds: bool = False
) -> Iterator[int]:
    """Where these words stand, one after the other. What the caller takes out of `words` meanwhile counts no more."""
    for at in range(len(words) - len(wanted) + 1 if wanted else 0):
        if all(
            _same(one, words[at + by], language, strictly) or (compounds and _is_part(one, words[at + by], language))
            for by, one in enumerate(wanted)
        ):
            yield at


def _same(wanted: str, word: str, language: Language, strictly: bool) -> bool:
    """Whether a word is the wanted one, inflected perhaps; `strictly` allows no more than a short end."""
    if not word or not language.sets_spaces or not all(map(_is_of_a_word, wanted)):
        return wanted.casefold() == word.casefold()
    if len(wanted) > 1 and wanted.isupper() and wanted != wanted.lower():
        return word.removesuffix("s") == wanted
    wanted, word = wanted.casefold(), word.casefold()
    if strictly:
        return word.startswith(wanted) and len(word) - len(wanted) <= (2 if len(wanted) > 2 else 0)
    return any(_inflected(one, other) for one in _bare(wanted, language) for other in _bare(word, language))


def _is_of_a_word(char: str) -> bool:
    """Whether it is a letter, or a sign of a vowel, which stands by itself in the scripts of India."""
    return unicodedata.category(char)[0] in "LM"


def _is_part(wanted: str, word: str, language: Language) -> bool:
    """Whether the word is a compound that begins with the wanted one, or ends with it, inflected perhaps."""
    if language.primary not in _COMPOUNDING or len(wanted) < _PART or not all(map(_is_of_a_word, wanted)):
        return False
    wanted, word = wanted.casefold(), word.casefold()
    if word.startswith(wanted):
        return len(word) - len(wanted) > _PART
    # Of a short word each letter counts.
    ends = (word[at:] for at in range(_PART, len(word)) if word.startswith(wanted[:_PART], at))
    return any(_inflected(wanted, end) if len(wanted) > 2 * _PART else end.startswith(wanted) for end in ends)


def _bare(word: str, language: Language) -> Iterator[str]:
    """The word, and what it is without that which is written as one with it."""
    yield word
    for clitic in _CLITICS.get(language.script, ()):
        if word.startswith(clitic) and len(word) - len(clitic) > 1:
            yield word.removeprefix(clitic)


def _inflected(wanted: str, word: str) -> bool:
    """Whether only the ends differ: of a word of six letters, two may go and five come."""
    length = len(wanted)
    spared = 0 if length <= 3 else 1 if length <= 5 else length // 3
    common = next((at for at, (one, other) in enumerate(zip(wanted, word, strict=False)) if one != other), None)
    common = min(length, len(word)) if common is None else common
    return common >= length - spared and len(word) - common <= (0 if length < 3 else spared + 3)


def _quoted(text: str) -> str:
    return shortened(" ".join(text.split()), _SHOWN)
