"""The parts of a figure, and their whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from deck.checks.figures import figures
from deck.ground.diagnostics import Diagnostic, Severity
from deck.ground.kept import while_it_is_there
from deck.model.content import Content
from deck.model.deck import Deck
from deck.model.language import Language
from deck.model.measure import Measure, measure
from deck.model.presentation import Presentation, Slide

_NEARLY_ALL = Decimal("0.95")
_ALL = Measure(Decimal(100), Decimal(1), percent=True)
_EXACTLY = _ALL._replace(step=Decimal(0))
_HINT = "see whether one of them was not corrected"


class _Whole(NamedTuple):
    """A figure with parts: its path, what it comes to, and what each part does."""

    figure: Any
    path: str
    all_of_it: Measure
    parts: Mapping[Any, Measure]

    @property
    def exceeding(self) -> list[Any]:
        """The parts that are more than the whole."""
        return [part for part, found in self.parts.items() if found.number > self.all_of_it.number]

    def place(self, slide: Slide) -> str:
        return f"slide `{slide.id}`, figure `{self.figure.id}`"


def part_exceeds_whole(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A part of a figure is more than the whole.

    One of the two is wrong, and the bar that the slide draws of them cannot be right.

    Example:
        - id: labour
          layout: statistics
          title: Forced labour
          figures:
            - id: all
              value: 27_600_000
              label: people
              parts: [{id: women, value: 118_000_000, label: women and girls}]

    To mend it: correct the part or the whole
    """
    for slide, whole in _wholes(presentation):
        for part in whole.exceeding:
            span = slide.spans.get(f"{whole.path}.parts.{part.id}.value", slide.span)
            found = whole.parts[part]
            message = f"{whole.place(slide)}: the part `{part.id}`, {found}, is more than its whole, {whole.all_of_it}"
            yield Diagnostic("part-exceeds-whole", message, span, "correct the part or the whole")


def parts_sum(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """The parts of a figure come to more than the whole, or to a little less than all of it; or what a chart draws as
    shares of a whole, as in a ring, are percentages that do not come to 100.

    Parts may overlap, or leave some out; but mostly one of them was not corrected with the others. What rounding
    explains is left alone: where the whole is the coarser, all that it can explain; else half of one in the parts' last
    place for each beyond the first, as more would hide a part that was forgotten.

    Example:
        - id: slavery
          layout: statistics
          title: Modern slavery
          figures:
            - id: all
              value: 50_000_000
              label: people
              parts:
                - {id: labour, value: 28_000_000, label: labour}
                - {id: marriage, value: 21_000_000, label: marriage}

    To mend it: see whether one of them was not corrected
    """
    for slide, whole in _wholes(presentation):
        measured = list(whole.parts.values())
        total = sum((found.number for found in measured), Decimal(0))
        off = abs(total - whole.all_of_it.number)
        if whole.exceeding or len(measured) < 2 or off <= _rounding(whole.all_of_it, measured):
            continue
        if total >= whole.all_of_it.number * _NEARLY_ALL:
            span = slide.spans.get(f"{whole.path}.value", slide.span)
            relation = "more" if total > whole.all_of_it.number else "a little less"
            message = (
                f"{whole.place(slide)}: the parts come to {total:,f}, {relation} than the whole, {whole.all_of_it}"
            )
            yield Diagnostic("parts-sum", message, span, _HINT, Severity.WARNING)
    for slide in presentation.slides:
        for shares in slide.content.shares():
            known = [measure(each, presentation.language) for each in shares.values()]
            yield from _shares_sum(slide, next(iter(shares), ""), known)


def _shares_sum(slide: Slide, field: str, shares: Sequence[Measure | None]) -> Iterator[Diagnostic]:
    """Percentages that are drawn as all there is, and are not: the chart shows others, or a part is missing."""
    unit = slide.content.unit
    in_percent = unit is not None and any(sign in unit.plain for sign in "%٪")
    known = [each for each in shares if each and (each.percent or in_percent)]
    total = sum((each.number for each in known), Decimal(0))
    if len(known) == len(shares) > 1 and abs(total - _ALL.number) > _rounding(_EXACTLY, known):
        relation = "more" if total > _ALL.number else "less"
        message = f"slide `{slide.id}`: the shares come to {total:,f}%, {relation} than the whole that is drawn of them"
        hint = _HINT if total > _ALL.number else f"{_HINT}, or add what is left"
        yield Diagnostic("parts-sum", message, slide.spans.get(field, slide.span), hint, Severity.WARNING)


def _wholes(presentation: Presentation) -> Iterator[tuple[Slide, _Whole]]:
    """The figures that can be compared with their parts, each with its slide."""
    return ((slide, whole) for slide in presentation.slides for whole in _of(slide.content, presentation.language))


@while_it_is_there
def _of(content: Content, language: Language) -> tuple[_Whole, ...]:
    """The same of a slide's content."""
    found = []
    for figure in figures(content):
        whole: Any = figure.beside
        if not getattr(whole, "parts", None):
            continue
        parts = {part: each for part in whole.parts if (each := measure(part.value, language))}
        all_of_it = measure(whole.value, language)
        if all_of_it is None or not parts:
            continue
        if all(each.percent for each in parts.values()) and not all_of_it.percent:
            all_of_it = _ALL
        if all(each.percent == all_of_it.percent for each in parts.values()):
            found.append(_Whole(whole, figure.path.removesuffix(".value"), all_of_it, parts))
    return tuple(found)


def _rounding(whole: Measure, parts: list[Measure]) -> Decimal:
    """How far rounded parts may be from a rounded whole."""
    step = max(part.step for part in parts)
    if whole.step > step:
        return (whole.step + len(parts) * step) / 2
    return (len(parts) - 1) * step / 2
