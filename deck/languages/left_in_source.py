"""Translations that are only the source's own words: running text that nobody has translated yet.

Names, numbers and codes are the same in many languages, and a title is often no more than those. So only words within a
text count, and only where most of them begin in lower case, as words of a name seldom do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from deck.ground.diagnostics import Diagnostic, Severity, shortened
from deck.languages.catalog import Catalog
from deck.languages.messages import Message
from deck.languages.other_language import is_long, nearly_one
from deck.languages.proofreading import Markup, read
from deck.languages.terms import Terms
from deck.model.language import Language
from deck.model.text import FIELD

SOURCE_WORDS = "source-words"

_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S*(?:://|@|www\.|[^\W_]\.[a-z]{2,})\S*")
_FILE = re.compile(r"[^.!?:\n]+\.(?:csv|docx?|epub|html?|jpe?g|json|mp[34]|od[pst]|pdf|png|pptx?|svg|txt|xlsx?|zip)")
_LEAST = 3
"""How many letters a word has that is none of those which names hold as well, such as “of”."""
_SOURCES = "sources."
SHOWN = 60
"""How much of a text is quoted, in characters."""
_MOST_TEXTS = 4096
"""How many texts are remembered in one line: each is compared with its source, and each source in every language."""


def left_in_source(
    catalog: Catalog, messages: Iterable[Message], source: Language, terms: Terms | None, reader: Markup
) -> Iterator[Diagnostic]:
    """Each finished translation of running text that says what its source says, at its line.

    Sources are called as they were published, and what the glossary calls alike in both languages is translated.
    """
    if nearly_one(catalog.language, source):
        return
    for message in messages:
        entry = catalog.entries.get(message.key)
        if entry is None or entry.fuzzy or not entry.complete or not is_for_translators(message):
            continue
        for form, span in zip(entry.forms, entry.spans, strict=False):
            if one_line(form) == one_line(message.text) and is_running_text(
                own_words(message, message.text, terms, reader)
            ):
                what = f"`{message.key}` says the source’s own words: “{shortened(one_line(form), SHOWN)}”"
                hint = "translate it; if that is what it is called in both languages, put it into the glossary"
                yield Diagnostic(SOURCE_WORDS, what, span, hint, Severity.WARNING, message.key)
                break


def is_for_translators(message: Message) -> bool:
    """Whether people translate it: no country's name, no figure, and no source as it was published."""
    return not (message.country or message.figure or message.key.startswith(_SOURCES) or message.role == "source")


def own_words(message: Message, text: str, terms: Terms | None, reader: Markup) -> str:
    """What the message's text, or its translation, says itself.

    Without code, names in braces, addresses, files, and terms that are alike in both languages.
    """
    prose = read(message, text, reader)[0].prose
    # A name of a file may hold spaces where it stands alone; within a text, nobody knows where it begins.
    if _FILE.fullmatch(prose.strip()):
        return ""
    words = _ADDRESS.sub(" ", FIELD.sub(" ", prose))
    for term in terms.named(words) if terms else ():
        for name in {each.casefold() for each in term.source} & {each.casefold() for each in term.target}:
            words = re.sub(rf"\b{re.escape(name)}\b", " ", words, flags=re.IGNORECASE)
    return words


def is_running_text(words: str) -> bool:
    """Whether these are words of a language, and no name's; where no letter is a capital, if they are many."""
    found = _WORD.findall(words)
    if not any(word != word.swapcase() for word in found):
        return is_long(" ".join(words.split()))
    # A text's first word begins with a capital in any case.
    within = [word for word in found[1:] if len(word) >= _LEAST]
    lower = [word for word in within if word[0].islower()]
    return len(lower) * 2 > len(within)


@lru_cache(maxsize=_MOST_TEXTS)
def one_line(text: str) -> str:
    """The text without its line ends, and one space for several."""
    return " ".join(text.split())
