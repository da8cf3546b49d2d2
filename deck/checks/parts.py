"""`part-exceeds-whole` and `parts-sum`: the parts of a figure do not go with the whole.

A part that is larger than its whole is a mistake somewhere. Parts that come to more than it, or to nearly all of it,
may overlap or be rounded; but mostly one of them was not corrected with the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from deck.diagnostics import Diagnostic, Severity
from deck.model.content import Fields, Part
from deck.model.deck import Deck
from deck.model.presentation import Presentation, Slide
from deck.model.text import Amount

EXCEEDS, SUM = "part-exceeds-whole", "parts-sum"

_NEARLY_ALL = Decimal("0.95")


def unfitting_parts(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """Every part that is more than its whole, and every whole that its parts miss by a little or exceed."""
    for slide in presentation.slides:
        for path, whole in figures(slide.content):
            yield from _parts(slide, path, whole)


def figures(fields: Fields, prefix: str = "") -> Iterator[tuple[str, Part]]:
    """The parts that repeat and have a figure as their `value`, with their paths."""
    for name, value in vars(fields).items():
        for part in value if isinstance(value, tuple) else ():
            if isinstance(part, Part):
                path = f"{prefix}{name}.{part.id}"
                if isinstance(getattr(part, "value", None), Amount):
                    yield path, part
                yield from figures(part, f"{path}.")


def _parts(slide: Slide, path: str, whole: Any) -> Iterator[Diagnostic]:
    parts = [part for part in getattr(whole, "parts", ()) if part.value.number is not None]
    if whole.value.number is None or not parts:
        return
    largest = whole.value.number
    total = sum((part.value.number for part in parts), Decimal(0))
    shown = whole.value.text.plain
    place = f"slide `{slide.id}`, figure `{whole.id}`"
    exceeding = [part for part in parts if part.value.number > largest]
    for part in exceeding:
        span = slide.spans.get(f"{path}.parts.{part.id}.value", slide.span)
        message = f"{place}: the part `{part.id}`, {part.value.text.plain}, is more than its whole, {shown}"
        yield Diagnostic(EXCEEDS, message, span, "correct the part or the whole")
    if not exceeding and len(parts) > 1 and total != largest and total >= largest * _NEARLY_ALL:
        span = slide.spans.get(f"{path}.value", slide.span)
        relation = "more" if total > largest else "a little less"
        message = f"{place}: the parts come to {total:,f}, {relation} than the whole, {shown}"
        yield Diagnostic(SUM, message, span, "see whether one of them was not corrected", Severity.WARNING)
