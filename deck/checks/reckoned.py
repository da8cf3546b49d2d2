"""Facts that slides reckon with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deck.checks.figures import figures
from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.model.text import Amount, Text, names_in_braces


def unsuitable_fact(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A figure to be drawn or reckoned with is a fact that does not suit: words, or of another kind than its neighbour.

    What a name in braces stands for is known only when the slides are made. Where it is no number, nothing is drawn,
    and of a number and a share, or of two currencies, no difference is said.

    Example:
        facts:
          partners: 400
        sections:
          - id: network
            title: The network
            slides:
              - id: growth
                layout: change
                title: Growth
                figures: [{id: all, label: partners, before: "{partners}", after: 41%}]

    To mend it: write the fact as one number, or the figure on the slide
    """
    for slide in presentation.slides:
        shown = {figure.path: figure for figure in figures(slide.content)}
        if not any(figure.facts for figure in shown.values()):
            continue
        told = list(slide.content.with_amounts(_as_read).mistakes())
        for found in slide.content.mistakes():
            if found.field in shown and found not in told:
                message = f"slide `{slide.id}`: {found.message}"
                span = slide.spans.get(found.field, slide.span)
                # What is only doubtful where it is typed, as a total that does not come out, is told so of a fact.
                if found.severity is Severity.WARNING:
                    yield replace(found, message=message, span=span)
                else:
                    yield Diagnostic("unsuitable-fact", message, span, found.hint, Severity.WARNING)


def _as_read(amount: Amount) -> Amount:
    """The figure as its author wrote it, by the name of a fact: what is wrong with it so was told by the reader."""
    return Amount(Text.of(amount.text.markup)) if names_in_braces(amount.text.markup) else amount
