"""`image-cropped`: more than a quarter of a picture is cut away.

A picture that covers its place loses what lies beyond. A strip at its edge is no loss; with more than a quarter, it may
be a face, or a logo's sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.model.shapes import Group, Picture, Shape

CODE = "image-cropped"

_MOST = 0.25


def cropped_picture(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """Every picture that loses more than that."""
    slides = {slide.id: slide for slide in presentation.slides}
    for tree in deck.slides:
        for picture in _pictures(tree.shapes):
            left, top, right, bottom = picture.crop
            lost = 1 - (1 - left - right) * (1 - top - bottom)
            # What is cut is a whole number of EMU, and a quarter is not more than a quarter.
            if round(lost, 4) > _MOST:
                slide = slides[tree.slide]
                span = slide.spans.get(f"{picture.field}.file", slide.span)
                message = f"{lost:.0%} of this picture is cut away, as its place has another shape"
                hint = "move the cut with `focus: top` or the like, or avoid it with `fit: whole`"
                yield Diagnostic(CODE, message, span, hint, Severity.WARNING)


def _pictures(shapes: Iterable[Shape]) -> Iterator[Picture]:
    for shape in shapes:
        match shape:
            case Picture():
                yield shape
            case Group():
                yield from _pictures(shape.shapes)
            case _:
                pass
