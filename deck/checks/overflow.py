"""`text-overflow`: a text is too long for its box, even at the least size its style allows.

What stands outside its box may be cut off, or cover something else. Shorten the text, or say it on two slides.
"""

from __future__ import annotations

from collections.abc import Iterator

from deck.diagnostics import Diagnostic
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.model.shapes import AutoShape, Group, Shape, Table, TextBox
from deck.model.typesetting import FittedText

CODE = "text-overflow"


def text_overflow(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """Every text that is over, with its slide, field and language and by how much."""
    slides = {slide.id: slide for slide in presentation.slides}
    for tree in deck.slides:
        slide = slides[tree.slide]
        for field, text in (pair for shape in tree.shapes for pair in _texts(shape)):
            if not text.fits:
                span = slide.spans.get(field or "", slide.span)
                message = (
                    f"slide `{tree.id}`, {f'field `{field}`' if field else 'a text'} in `{deck.language}`: "
                    f"{text.overflow:.0f} points more than its box holds, at its least size"
                )
                yield Diagnostic(CODE, message, span, "shorten it, or divide it over two slides")


def _texts(shape: Shape) -> Iterator[tuple[str | None, FittedText]]:
    match shape:
        case TextBox():
            yield shape.field, shape.text
        case AutoShape() if shape.text:
            yield None, shape.text
        case Table():
            yield from ((None, cell.text) for row in shape.rows for cell in row)
        case Group():
            yield from (pair for member in shape.shapes for pair in _texts(member))
        case _:
            pass
