"""How far each translation is: messages, and the source's words."""

from __future__ import annotations

from pathlib import Path

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Severity
from deck.interchange.review import said
from deck.languages.catalog import read_catalog
from deck.languages.left_in_source import SOURCE_WORDS
from deck.languages.messages import Message, catalog_messages
from deck.languages.other_language import OTHER_LANGUAGE
from deck.languages.po_file import read_po
from deck.languages.sister_words import SISTER_WORDS
from deck.model.language import Language
from deck.model.presentation import Presentation
from deck.pipeline.build import Progress, lay_out
from deck.pipeline.catalog_folder import catalogs
from deck.pipeline.reading import read
from deck.translating.state import State, state
from deck.translating.word_counts import WordCounts, unit, word_counts

_OF_THE_WHOLE = frozenset(
    ("catalog-language", "other-language", "plural-rule", "context-lost", "merge-mark", "duplicate-message")
)
"""The codes of what is wrong with a catalog, and not with one text in it."""


_TOLD = frozenset(("glossary-term", "glossary-unlike", SISTER_WORDS))
"""The codes of what is found of single texts beside others', and hangs together."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """How far one language is: how many messages are `done`, `fuzzy`, `missing` or `wrong`, how many texts too long.

    `words` are the source's, or its characters where these are its `unit`.

    `findings` are about the catalog as a whole, about terms, and about what is wrong.
    """

    language: str
    done: int
    fuzzy: int
    missing: int
    wrong: int
    too_long: int
    words: WordCounts
    unit: str
    findings: tuple[Diagnostic, ...] = ()

    @property
    def total(self) -> int:
        return self.done + self.fuzzy + self.missing + self.wrong


def _is_wrong(one: Diagnostic) -> bool:
    """Whether a text's translation is none: it has an error, is the source's own words, or in another's letters."""
    return one.severity is Severity.ERROR or one.code in (SOURCE_WORDS, OTHER_LANGUAGE)


def status(
    outline: Path, progress: Progress = lambda _: None, failed: dict[str, DeckError] | None = None
) -> list[Completeness]:
    """How far the translation into each language is.

    DeckError where the outline or a catalog cannot be read; a catalog's goes into `failed`, if given, by its language.
    """
    presentation, _, _ = read(outline)
    found = []
    for tag, path in catalogs(outline).items():
        if tag == presentation.language.tag:
            continue
        try:
            found.append(_completeness(outline, presentation, tag, path, progress))
        except DeckError as error:
            if failed is None:
                raise
            failed[tag] = error
    return found


def _completeness(outline: Path, presentation: Presentation, tag: str, path: Path, progress: Progress) -> Completeness:
    language = Language(tag)
    catalog, _ = read_catalog(path, language)
    found = lay_out(outline, tag, progress).diagnostics
    broken = {one.field for one in found if one.field and _is_wrong(one)}
    entries, source = catalog.entries, presentation.language
    texts = catalog_messages(presentation, language)

    def known(message: Message) -> str | None:
        return message.settled(language, presentation.country_names)

    states = {message.key: state(message, entries.get(message.key), known(message), broken) for message in texts}
    done, fuzzy, missing, wrong = (list(states.values()).count(each) for each in State)
    words = word_counts(texts, entries, said(read_po(path)), states, known, source)
    too_long = sum(one.code == "text-overflow" for one in found)
    of_the_whole = (one for one in found if (one.field is None and one.code in _OF_THE_WHOLE) or one.code in _TOLD)
    whole = tuple(dict.fromkeys((*of_the_whole, *(one for one in found if one.field in states and _is_wrong(one)))))
    return Completeness(tag, done, fuzzy, missing, wrong, too_long, words, unit(source), whole)
