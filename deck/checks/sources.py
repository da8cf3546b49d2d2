"""Figures that do not say where they come from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from deck.checks.figures import Shown, figures
from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.language import Language
from deck.model.measure import measure
from deck.model.numerals import Numeral, numerals
from deck.model.presentation import Presentation, Slide

_BY_NAME = "name one of the outline’s `sources:`"
_AS_A_FACT = "write it under `facts:` with its source, and {name} here"
_LEAST = 1000


def unsourced_figure(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A figure does not say where it comes from: of a fact, on a slide or in its words.

    Whoever doubts it, or has to correct it next year, cannot tell where to look. Looked for with `check --strict`. A
    number in words is one if it is a share of a hundred, or a thousand or more and no year. The parts of a figure
    have the source of their whole; a slide that cites a source, or says whom it quotes, needs no other.

    Example:
        - {id: labour, layout: statement, title: Forced labour, statement: "28 million people are in forced labour."}

    To mend it: name one of the outline's `sources:`, or write the figure under `facts:` with its source
    """
    for name, fact in presentation.values.items():
        if isinstance(fact.value, Decimal) and fact.source is None and not name.endswith(".count"):
            span = presentation.spans.get(f"facts.{name}", presentation.span)
            message = f"the fact `{name}`, {fact.value:,f}, has no source"
            yield Diagnostic("unsourced-figure", message, span, _BY_NAME, Severity.WARNING)
    for slide in presentation.slides:
        yield from _of_slide(slide, presentation)


def _of_slide(slide: Slide, presentation: Presentation) -> Iterator[Diagnostic]:
    language = presentation.language
    shown = [] if getattr(slide.content, "source", None) else list(figures(slide.content))
    wholes = {figure.path.removesuffix("value") + "parts." for figure in shown}
    cells = [figure for figure in shown if figure.beside is None and not _is_sourced(figure, language)]
    if cells:
        yield _finding(slide, cells[0].path, f"the {slide.layout}’s figures have no source", _AS_A_FACT)
    for figure in shown:
        is_part = any(figure.path.startswith(whole) for whole in wholes)
        if figure.beside is None or is_part or _is_sourced(figure, language):
            continue
        part = getattr(figure.beside, "id", None)
        found = measure(figure.amount, language)
        what = f"the figure `{part}`, {found}," if part else f"{found}"
        hint = _BY_NAME if hasattr(figure.beside, "source") else _AS_A_FACT
        yield _finding(slide, figure.path, f"{what} has no source", hint)
    texts = list(slide.content.texts())
    if getattr(slide.content, "attribution", None) or any(path.startswith("sources.") for path, _ in texts):
        return
    paths = {figure.path for figure in shown}
    facts = {fact.value for fact in presentation.values.values()}
    for path, text in texts:
        for numeral in numerals(text.prose) if path not in paths else ():
            if _is_statistic(numeral) and not any(reading.value in facts for reading in numeral.readings):
                yield _finding(slide, path, f"{numeral.written} has no source", _AS_A_FACT)


def _is_sourced(figure: Shown, language: Language) -> bool:
    """Whether it has a source, or a fact that has one or is told of itself; or is no number."""
    sourced = getattr(figure.beside, "source", None) or figure.facts
    return bool(sourced or measure(figure.amount, language) is None)


def _is_statistic(numeral: Numeral) -> bool:
    return numeral.percent or (not numeral.is_year and all(one.value >= _LEAST for one in numeral.readings))


def _finding(slide: Slide, path: str, what: str, hint: str) -> Diagnostic:
    return Diagnostic(
        "unsourced-figure", f"slide `{slide.id}`: {what}", slide.spans.get(path, slide.span), hint, Severity.WARNING
    )
