"""An outline's footer that a template has no place for."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation

FOOTER = "presentation.footer"
"""The field that a footer shows."""
_NAMED = 3
"""So many slides are named; of more, how many they are."""


def footer_left_out(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """The outline has a footer, and slides of content have no place for it in the deck's template.

    The template's slide layouts have no slot for a footer that is upright and on the slide, and what is free at the
    slide's foot is too little for it: a drawing, the number or the text's own slot stands there.

    To mend it: give the template's slide master and slide layouts a footer in PowerPoint (View, Slide Master, Footers),
    or leave `footer:` out
    """
    template = deck.theme.template
    if template is None or not presentation.footer:
        return
    wanting = [each for each in deck.slides if each.slide_layout.kind == "content"]
    without = [each for each in wanting if not any(getattr(shape, "field", None) == FOOTER for shape in each.shapes)]
    if not without:
        return
    names = ", ".join(f"`{each.id}`" for each in without)
    some = f"the slides {names}" if len(without) > 1 else f"the slide {names}"
    where = "any slide" if without == wanting else some if len(without) <= _NAMED else f"{len(without)} slides"
    message = f"the footer has no place on {where} in {template.name}"
    hint = "give its slide layouts a footer in PowerPoint (View, Slide Master, Footers), or leave `footer:` out"
    span = presentation.spans.get(FOOTER, presentation.span)
    yield Diagnostic("footer-left-out", message, span, hint, Severity.WARNING)
