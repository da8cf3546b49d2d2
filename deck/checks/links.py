"""Links that lead nowhere in the deck."""

from __future__ import annotations

from collections.abc import Iterator

from deck.checks.seen import seen
from deck.ground.diagnostics import Diagnostic, did_you_mean
from deck.model.deck import Deck
from deck.model.presentation import Presentation


def unknown_slide(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A link leads to a slide or a section that is not there.

    In the show, a click on it does nothing. Told once a slide for each id.

    Example:
        - {id: a, layout: statement, title: Two, statement: "See [the figures](#figures)."}

    To mend it: write the id of a slide or a section after the `#`
    """
    slides = {slide.id: slide for slide in presentation.slides}
    known: set[str] | None = None
    told: set[tuple[str, str]] = set()
    for tree in deck.slides:
        slide = slides[tree.slide]
        for field, name in seen(tree).links:
            # Hardly any deck has such links.
            known = known or {*slides, *(section.id for section in presentation.sections)}
            if name not in known and (slide.id, name) not in told:
                told.add((slide.id, name))
                below = (span for path, span in slide.spans.items() if field and path.startswith(f"{field}."))
                span = slide.spans.get(field or "") or next(below, presentation.spans.get(field or "", slide.span))
                message = f"a link leads to `#{name}`, and no slide and no section has that id"
                yield Diagnostic("unknown-slide", message, span, did_you_mean(name, known))
