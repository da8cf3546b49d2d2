"""A presentation's texts that are figures and no word, as another language writes them: no translator is shown them."""

from __future__ import annotations

from deck.languages.figure_words import money_in
from deck.languages.messages import Message, wordless
from deck.languages.proofreading import Markup, read
from deck.languages.typed_figures import figures_in
from deck.model.language import Language
from deck.model.presentation import Presentation
from deck.model.signs import bracketed_number, marked_number
from deck.model.text import Text


def bare_figures(presentation: Presentation, language: Language, markup: Markup) -> dict[str, Text]:
    """By their keys, a presentation's texts that are figures and no word, where this language writes them otherwise."""
    found = {}
    for message in wordless(presentation):
        if not _is_understood(message, read(message, message.text, markup)[0].plain):
            written = figures_in(message.text, presentation.language, language)
            if written is not None and written != message.text:
                found[message.key] = read(message, written, markup)[0]
    return found


def _is_understood(message: Message, words: str) -> bool:
    """Whether this figure is one in any language, and so written by its slide, which may reckon with it."""
    if not message.figure:
        return False
    own = message.slide is not None and (marked_number(words) or bracketed_number(words))
    return bool(own or money_in(words))
