"""Pictures of which much is cut away."""

from __future__ import annotations

from collections.abc import Iterator

from deck.checks.pictures import shown
from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation

_MOST = 0.25


def image_cropped(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """More than a quarter of a picture is cut away.

    A picture that covers its place loses what lies beyond. A strip at its edge is no loss; with more than a quarter, it
    may be a face, or a logo's sides.

    Example:
        - id: well
          layout: picture
          title: The new well
          place: full-bleed
          picture: {file: well-upright.jpg, description: Women draw water from a new well}

    To mend it: move the cut with `focus: top` or the like, or avoid it with `fit: whole`
    """
    slides = {slide.id: slide for slide in presentation.slides}
    for tree in deck.slides:
        for picture in shown(tree.shapes):
            left, top, right, bottom = picture.crop
            lost = 1 - (1 - left - right) * (1 - top - bottom)
            # What is cut is a whole number of EMU, and a quarter is not more than a quarter.
            if round(lost, 4) > _MOST:
                slide = slides[tree.slide]
                span = slide.spans.get(f"{picture.field}.file", slide.span)
                message = f"{lost:.0%} of this picture is cut away, as its place has another shape"
                hint = "move the cut with `focus: top` or the like, or avoid it with `fit: whole`"
                yield Diagnostic("image-cropped", message, span, hint, Severity.WARNING)
