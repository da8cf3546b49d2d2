"""Slides whose parts are to appear click by click."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation


def nothing_to_reveal(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A slide's parts are to appear click by click, and it has none, or only one.

    Then it comes at once, and whoever presents it waits for a click that does nothing.

    Example:
        - {id: a, layout: statement, title: One thing, statement: One thing, reveal: items}

    To mend it: take `reveal` out, or divide what the slide says
    """
    clicks: dict[str, int] = {}
    for tree in deck.slides:
        clicks[tree.slide] = clicks.get(tree.slide, 0) + len(tree.clicks)
    for slide in presentation.slides:
        if slide.reveal and clicks.get(slide.id, 0) < 2:
            message = f"the slide `{slide.id}` has no parts that could appear one after the other"
            span = slide.spans.get("reveal", slide.span)
            yield Diagnostic(
                "nothing-to-reveal", message, span, "take `reveal` out, or divide what it says", Severity.WARNING
            )
