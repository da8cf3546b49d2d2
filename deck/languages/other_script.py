"""Single translations in letters that the language is not written in: pasted from another catalog, or mistaken."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from deck.ground.diagnostics import Diagnostic, Severity, shortened
from deck.languages.catalog import Catalog
from deck.languages.left_in_source import SHOWN, is_for_translators, one_line
from deck.languages.messages import Message
from deck.languages.other_language import KNOWN_LETTERS, MARKUP, OTHER_LANGUAGE, letters_of
from deck.languages.proofreading import Markup, read
from deck.model.text import FIELD

_LEAST = 2
"""How many letters are no sign, such as µ and Ω."""
_MOST_TEXTS = 4096
"""How many texts are remembered: each is looked at again in every build of a preview."""


def in_other_script(catalog: Catalog, messages: Iterable[Message], reader: Markup) -> Iterator[Diagnostic]:
    """Each finished translation that is mostly in letters which its language does not use, nor its source, at its line.

    What is marked as another language's, code and sources are not asked.
    """
    own = letters_of(catalog.language)
    if not own:
        return
    for message in messages:
        entry = catalog.entries.get(message.key)
        if entry is None or entry.fuzzy or not is_for_translators(message):
            continue
        for form, span in zip(entry.forms, entry.spans, strict=False):
            letters = _script(form)
            if letters is None or letters in own or letters == _script(message.text):
                continue
            # Only now is it asked which of its words are its own.
            if _script(_said(message, form, reader)) == letters:
                quoted = shortened(one_line(form), SHOWN)
                what = f"`{message.key}` is in {letters.capitalize()} letters, which `{catalog.language}` is not"
                what += f" written in: “{quoted}”"
                hint = "see which language it is; what is to stay so is marked: [words]{lang=…}"
                yield Diagnostic(OTHER_LANGUAGE, what, span, hint, Severity.WARNING, message.key)
                break


def _said(message: Message, text: str, reader: Markup) -> str:
    paragraphs = read(message, text, reader)[0].paragraphs
    runs = (run for paragraph in paragraphs for run in paragraph.runs if not (run.language or run.code))
    return FIELD.sub(" ", " ".join(run.text for run in runs))


@lru_cache(maxsize=_MOST_TEXTS)
def _script(text: str) -> str | None:
    """The letters that are more than half of the text's, by how Unicode's names of them begin, if it has any."""
    if text.isascii():
        return "LATIN"
    text = MARKUP.sub(" ", text)
    found: Counter[str] = Counter()
    # Each letter is asked about once, however often it stands there.
    for letter, count in Counter(filter(str.isalpha, unicodedata.normalize("NFKC", text))).items():
        found[unicodedata.name(letter, "").split(" ")[0]] += count
    name, count = found.most_common(1)[0] if found else ("", 0)
    return name if name in KNOWN_LETTERS and count >= _LEAST and 2 * count > found.total() else None
