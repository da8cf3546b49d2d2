"""What stands at the foot of slides, and has no place there in a template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.model.shapes import ShapeTree

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
    message = f"the footer has no place on {_where(without, wanting)} in {template.name}"
    hint = "give its slide layouts a footer in PowerPoint (View, Slide Master, Footers), or leave `footer:` out"
    span = presentation.spans.get(FOOTER, presentation.span)
    yield Diagnostic("footer-left-out", message, span, hint, Severity.WARNING)


def number_left_out(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """Slides of content show no number, as the slide layout that they have in the deck's template has no slot for it.

    Who asks about a slide, or hears the deck on the telephone, calls it by its number.

    To mend it: give the template's slide master and slide layouts a slide number in PowerPoint (View, Slide Master), or
    write under `allow:` why there is to be none
    """
    template = deck.theme.template
    wanting = [each for each in deck.slides if template and each.slide_layout.kind == "content"]
    without = [each for each in wanting if all(slot.type != "sldNum" for slot in each.slide_layout.placeholders)]
    if template and without:
        message = f"the slide number has no place on {_where(without, wanting)} in {template.name}"
        hint = "give its slide layouts a slide number in PowerPoint (View, Slide Master)"
        span = presentation.spans.get("presentation.theme", presentation.span)
        yield Diagnostic("number-left-out", message, span, hint, Severity.WARNING)


def _where(without: Sequence[ShapeTree], wanting: Sequence[ShapeTree]) -> str:
    """Which of these slides lack it: all, some by their names, or how many."""
    names = ", ".join(f"`{each.id}`" for each in without)
    some = f"the slides {names}" if len(without) > 1 else f"the slide {names}"
    return "any slide" if len(without) == len(wanting) else some if len(without) <= _NAMED else f"{len(without)} slides"
