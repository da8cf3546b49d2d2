"""Names in charts for which there is no room."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.charts import Chart
from deck.model.deck import Deck
from deck.model.presentation import Presentation


def name_left_out(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A point of a chart has no name on the slide, as there is no room beside, over or under it.

    A name never hides another, nor a point. Where points lie close together, one may have no side that is free.

    Example:
        - id: coverage
          layout: chart
          title: Coverage and pay
          kind: scatter
          categories:
            - {label: Bosnia and Herzegovina, x: 50, value: 20}
            - {label: The former Republic, x: 50, value: 20}
            - {label: Poland, x: 50, value: 20}
            - {label: Austria, x: 13, value: 9}

    To mend it: shorten the names around it, leave out a point, or `highlight` it: then it is placed first
    """
    slides = {slide.id: slide for slide in presentation.slides}
    for tree in deck.slides:
        slide = slides[tree.slide]
        for field in (field for shape in tree.shapes if isinstance(shape, Chart) for field in shape.left_out):
            message = f"slide `{slide.id}`, field `{field}` in `{deck.language}`: no room for this name at its point"
            hint = "shorten the names around it, leave out a point, or `highlight` it: then it is placed first"
            span = slide.spans.get(field, slide.spans.get(field.rpartition(".")[0], slide.span))
            yield Diagnostic("name-left-out", message, span, hint, Severity.WARNING)
