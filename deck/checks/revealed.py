"""`nothing-to-reveal`: a slide's parts are to appear click by click, and it has none."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation

CODE = "nothing-to-reveal"


def nothing_to_reveal(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """Every slide that wants it and has less than two parts."""
    clicks: dict[str, int] = {}
    for tree in deck.slides:
        clicks[tree.slide] = clicks.get(tree.slide, 0) + len(tree.clicks)
    for slide in presentation.slides:
        if slide.reveals and clicks.get(slide.id, 0) < 2:
            message = f"the slide `{slide.id}` has no parts that could appear one after the other"
            span = slide.spans.get("reveal", slide.span)
            yield Diagnostic(CODE, message, span, "take `reveal` out, or divide what it says", Severity.WARNING)
