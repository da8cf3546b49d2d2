"""Translations that a sister catalog has word for word: a few texts of another language in a catalog of its own.

Names and numbers are the same in many languages, and single words in kindred ones. So only running text of several
words counts, and where one catalog's texts stand in another's, the one is told of whose language they do not read as.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from deck.ground.diagnostics import Diagnostic, Severity, Span, shortened
from deck.languages.catalog import Catalog
from deck.languages.left_in_source import SHOWN, is_for_translators, is_running_text, one_line, own_words
from deck.languages.messages import Message
from deck.languages.other_language import OTHER_LANGUAGE, is_long, nearly_one, reads_as
from deck.languages.proofreading import Markup
from deck.model.language import Language

SISTER_WORDS = "sister-words"

_LEAST_WORDS = 4
"""How many words a text has that two languages do not say alike by chance."""
_SEVERAL = 2
"""How many such texts are no chance."""


def left_in_sister(
    catalog: Catalog, messages: Iterable[Message], sisters: Mapping[Language, Iterable[str]], reader: Markup
) -> Iterator[Diagnostic]:
    """Each finished translation that is a sister's, at its line, and that they are several, which stops a release."""
    finished = {
        message.key: (message, entry.forms[0], entry.spans[0])
        for message in messages
        if is_for_translators(message)
        and (entry := catalog.entries.get(message.key))
        and entry.complete
        and not entry.fuzzy
        and one_line(entry.forms[0]) != one_line(message.text)
    }

    @cache
    def says_much(key: str) -> bool:
        message, words, _ = finished[key]
        return _says_much(own_words(message, words, None, reader))

    for language, theirs in sisters.items():
        known = frozenset(theirs)
        # Few texts stand in a sister, so only of those it is asked how much they say.
        shared = {key: (words, span) for key, (_, words, span) in finished.items() if words in known and says_much(key)}
        if not shared or nearly_one(catalog.language, language):
            continue
        if reads_as(catalog.language, (words for words, _ in shared.values())):
            continue
        if len(shared) >= _SEVERAL:
            of = f"{len(shared)} of its {sum(map(says_much, finished))} translations of several words"
            what = f"{of} are those of `{language}`, word for word"
            hint = "see which language is in the file; with --release this stops the build"
            yield Diagnostic(OTHER_LANGUAGE, what, Span(catalog.path), hint, Severity.WARNING)
        for key, (words, span) in shared.items():
            what = f"`{key}` says what `{language}` says, word for word: “{shortened(one_line(words), SHOWN)}”"
            hint = "see which language it is, and translate it in the other catalog"
            yield Diagnostic(SISTER_WORDS, what, span, hint, Severity.WARNING, key)


def _says_much(words: str) -> bool:
    return is_running_text(words) and (
        len(words.split()) >= _LEAST_WORDS or (words.lower() == words.upper() and is_long(words))
    )
