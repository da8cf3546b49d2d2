"""Quotations that are marked as such twice."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.model.quotations import is_quoted

_AFTER = ".,;。．، "
"""What may stand after the last mark."""


def quoted_twice(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """The words of a `quote` stand in quotation marks, and the slide draws a large one beside them.

    One of the two is enough. A theme without that mark leaves them to the words, and nothing is told.

    Example:
        - id: goal
          layout: quote
          title: Target 8.7
          quote: “Take immediate and effective measures.”

    To mend it: take the marks round the words out
    """
    if not deck.theme.look("quote").mark:
        return
    for slide in presentation.slides:
        words = dict(slide.content.texts()).get("quote") if slide.layout == "quote" else None
        if words and is_quoted(words.plain.strip().rstrip(_AFTER)):
            message = f"slide `{slide.id}` in `{deck.language}`: quotation marks stand here and, large, beside it"
            hint = "take those round the words out"
            yield Diagnostic("quoted-twice", message, slide.spans.get("quote", slide.span), hint, Severity.WARNING)
