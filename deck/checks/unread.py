"""Figures in words that the other checks cannot read."""

from __future__ import annotations

from collections.abc import Iterator

from deck.checks.figures import figures
from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.measure import measure
from deck.model.number_words import names_number
from deck.model.presentation import Presentation


def unread_figure(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A figure is written in words, and in such as are not read: “two hundred thousand”.

    Then nothing compares it with its parts, with what notes and texts say, with its source's date. Digits are read in
    every language (`200 thousand`), and whole numbers from 20 to 99 in words, also of millions, in those of the United
    Nations.

    Example:
        - id: figures
          layout: statistics
          title: Figures
          figures: [{id: people, value: two hundred thousand, label: people}]

    To mend it: write the number in digits: `200_000`, which each language writes in its own way, or `200 thousand`
    """
    for slide in presentation.slides:
        for figure in figures(slide.content):
            words = figure.amount.text.plain
            known = figure.amount.number is not None or any(map(str.isdigit, words)) or figure.beside is None
            if known or measure(figure.amount, presentation.language) or not names_number(words, presentation.language):
                continue
            message = f"slide `{slide.id}`: no check can read the figure “{words}”"
            hint, span = "write its number in digits", slide.spans.get(figure.path, slide.span)
            yield Diagnostic("unread-figure", message, span, hint, Severity.WARNING)
