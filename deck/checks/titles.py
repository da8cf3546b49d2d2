"""Slides that cannot be told apart by their titles."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.diagnostics import Diagnostic
from deck.model.deck import Deck
from deck.model.presentation import Presentation


def duplicate_title(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """Two slides have the same title.

    Who moves from slide to slide by their titles, as with a screen reader, cannot tell the two apart. It may be so in
    one language only.

    Example:
        - {id: one, layout: statement, title: Figures, subtitle: In short, statement: One}
        - {id: two, layout: statement, title: Figures, subtitle: In short, statement: Two}

    To mend it: give each slide a title of its own; say what is special there
    """
    slides = {slide.id: slide for slide in presentation.slides}
    first: dict[str, str] = {}
    for tree in deck.slides:
        earlier = first.setdefault(" ".join(tree.title.casefold().split()), tree.id)
        if earlier != tree.id:
            slide = slides[tree.slide]
            span = slide.spans.get("title", slide.span)
            message = f"the slides `{earlier}` and `{tree.id}` have the same title, “{tree.title}”"
            yield Diagnostic("duplicate-title", message, span, "give each slide a title of its own")
