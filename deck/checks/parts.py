"""`part-exceeds-whole` and `parts-sum`: the parts of a figure do not go with the whole.

A part that is larger than its whole is a mistake somewhere. Parts that come to more than it, or to nearly all of it,
may overlap; but mostly one of them was not corrected with the others. What rounding explains is left alone: where the
whole is the coarser, all that it can explain; else half of one in the parts' last place for each beyond the first, as
more would hide a part that was forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from deck.checks.figures import figures
from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.measure import Measure, measure
from deck.model.presentation import Presentation, Slide

EXCEEDS, SUM = "part-exceeds-whole", "parts-sum"

_NEARLY_ALL = Decimal("0.95")
_ALL = Measure(Decimal(100), Decimal(1), percent=True)


def unfitting_parts(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """Every part that is more than its whole, and every whole that its parts miss by a little or exceed."""
    for slide in presentation.slides:
        for figure in figures(slide.content):
            if getattr(figure.beside, "parts", None):
                yield from _parts(slide, figure.path.removesuffix(".value"), figure.beside)


def _parts(slide: Slide, path: str, whole: Any) -> Iterator[Diagnostic]:
    measured = {part: found for part in whole.parts if (found := measure(part.value))}
    all_of_it = measure(whole.value)
    if all_of_it is None or not measured:
        return
    if all(found.percent for found in measured.values()) and not all_of_it.percent:
        all_of_it = _ALL
    if any(found.percent != all_of_it.percent for found in measured.values()):
        return
    place = f"slide `{slide.id}`, figure `{whole.id}`"
    exceeding = [part for part, found in measured.items() if found.number > all_of_it.number]
    for part in exceeding:
        span = slide.spans.get(f"{path}.parts.{part.id}.value", slide.span)
        message = f"{place}: the part `{part.id}`, {measured[part]}, is more than its whole, {all_of_it}"
        yield Diagnostic(EXCEEDS, message, span, "correct the part or the whole")
    total = sum((found.number for found in measured.values()), Decimal(0))
    if exceeding or len(measured) < 2 or abs(total - all_of_it.number) <= _rounding(all_of_it, list(measured.values())):
        return
    if total >= all_of_it.number * _NEARLY_ALL:
        span = slide.spans.get(f"{path}.value", slide.span)
        relation = "more" if total > all_of_it.number else "a little less"
        message = f"{place}: the parts come to {total:,f}, {relation} than the whole, {all_of_it}"
        yield Diagnostic(SUM, message, span, "see whether one of them was not corrected", Severity.WARNING)


def _rounding(whole: Measure, parts: list[Measure]) -> Decimal:
    """How far rounded parts may be from a rounded whole."""
    step = max(part.step for part in parts)
    if whole.step > step:
        return (whole.step + len(parts) * step) / 2
    return (len(parts) - 1) * step / 2
