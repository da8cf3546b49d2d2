"""The order in which a screen reader says what is on a slide."""

from __future__ import annotations

from collections.abc import Iterator

from deck.checks.texts import texts
from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.charts import Chart
from deck.model.deck import Deck
from deck.model.equations import Equation
from deck.model.presentation import Presentation
from deck.model.reading_order import Spoken, misplaced
from deck.model.shapes import FOOT, Group, Picture, Placeholder, Shape, ShapeTree, Table


def reading_order(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """The title is not read first, or what stands at the top of the slide is read after all that is below it.

    Who listens to a slide hears its shapes in their order in the file, whatever stands where. A picture that the title
    stands on lies behind it, and what lies behind is read before: that cannot be otherwise.

    To mend it: change the order of the shapes in the layout; none of the layouts that come with the program does this
    """
    slides = {slide.id: slide for slide in presentation.slides}
    for tree in deck.slides:
        for name, what in misplaced(list(_spoken(tree))):
            slide = slides[tree.slide]
            message, hint = f"slide `{slide.id}`: “{name}” {what}", "change the order of the layout’s shapes"
            yield Diagnostic("reading-order", message, slide.span, hint, Severity.WARNING)


def _spoken(tree: ShapeTree) -> Iterator[Spoken]:
    """What a screen reader says of a slide, but for its foot."""
    for shape in tree.shapes:
        slot = getattr(shape, "placeholder", None)
        kind = slot.type if isinstance(slot, Placeholder) else None
        if kind not in FOOT and _speaks(shape):
            yield Spoken(shape.name, shape.rect, is_title=kind == "title")


def _speaks(shape: Shape) -> bool:
    described = isinstance(shape, Picture | Chart | Equation | Group | Table) and bool(shape.description)
    return described or any(text.paragraphs for _, text in texts(shape))
