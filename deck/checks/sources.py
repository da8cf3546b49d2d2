"""`unsourced-figure`: a figure does not say where it comes from.

Whoever doubts it, or has to correct it next year, cannot tell where to look.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from deck.checks.parts import figures
from deck.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.model.text import Amount

CODE = "unsourced-figure"


def unsourced_figure(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """Every number of a fact, or of a slide's figure that may name a source, that names none."""
    for name, fact in presentation.values.items():
        if isinstance(fact.value, Decimal) and fact.source is None and not name.endswith(".count"):
            message = f"the fact `{name}`, {fact.value:,f}, has no source"
            yield Diagnostic(CODE, message, presentation.span, _HINT, Severity.WARNING)
    for slide in presentation.slides:
        for path, figure in figures(slide.content):
            value = getattr(figure, "value", None)
            if isinstance(value, Amount) and value.number is not None and getattr(figure, "source", "") is None:
                span = slide.spans.get(f"{path}.value", slide.span)
                message = f"slide `{slide.id}`: the figure `{figure.id}`, {value.text.plain}, has no source"
                yield Diagnostic(CODE, message, span, _HINT, Severity.WARNING)


_HINT = "name one of the outline’s `sources:`"
