"""A presentation's texts that are figures and no word, as another language writes them: no translator is shown them."""

from __future__ import annotations

from deck.languages.messages import wordless
from deck.languages.proofreading import Markup, read
from deck.languages.typed_figures import figures_in
from deck.model.language import Language
from deck.model.presentation import Presentation
from deck.model.text import Text


def bare_figures(presentation: Presentation, language: Language, markup: Markup) -> dict[str, Text]:
    """By their keys, a presentation's texts that are figures and no word, where this language writes them otherwise."""
    found = {}
    for message in wordless(presentation):
        if not message.is_understood:
            written = figures_in(message.text, presentation.language, language)
            if written is not None and written != message.text:
                found[message.key] = read(message, written, markup)[0]
    return found
