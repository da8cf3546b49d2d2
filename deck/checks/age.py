"""Figures that are older than they may be, or of which nobody can tell how old they are.

A figure is as old as its fact's `date`; or else as the last year in the words of its source that has come by then.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal

from deck.checks.figures import figures
from deck.ground.diagnostics import Diagnostic, Severity, Span
from deck.model.dates import last_day
from deck.model.fields import Citation
from deck.model.measure import measure
from deck.model.presentation import Presentation

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_FIRST = 1900


def outdated_figure(presentation: Presentation, years: Decimal, today: datetime.date) -> Iterator[Diagnostic]:
    """A figure is older than it may be.

    Its source may have a newer one. A figure is as old as its fact's `date`, or else as the last year in its source's
    words, on the day of the presentation if that is known, or else today; by the calendar: what is of 2023 is one year
    old until the end of 2024. Looked for with `check --max-age YEARS`, or where the outline says `figures_valid_years`.

    Example:
        presentation: {date: "2026-05-31", figures_valid_years: 5}
        sources:
          report: "ILO, *Global Estimates*, 2017"
        facts:
          forced-labour: {value: 25_000_000, source: report}

    To mend it: see whether there is a newer figure, and correct its date or source with it
    """
    day = _day(presentation, today)
    for what, span, date in _dated(presentation, day.year):
        if date and _is_older(last_day(date), years, day):
            limit = f"{years.normalize():f} year{'' if years == 1 else 's'}"
            message = f"{what} is of {date}, more than {limit} before {day}"
            hint = "see whether there is a newer one, and correct its date or source with it"
            yield Diagnostic("outdated-figure", message, span, hint, Severity.WARNING)


def undated_figure(presentation: Presentation, years: Decimal, today: datetime.date) -> Iterator[Diagnostic]:
    """Nobody can tell how old a figure is: neither its fact nor its source says a year.

    Looked for where figures may not be older than so many years, with `outdated-figure`.

    Example:
        presentation: {figures_valid_years: 5}
        sources:
          report: "ILO, *Global Estimates*"
        facts:
          forced-labour: {value: 28_000_000, source: report}

    To mend it: give the fact a `date`, or name a source that ends with its year
    """
    for what, span, date in _dated(presentation, _day(presentation, today).year):
        if date is None:
            hint = "give the fact a `date`, or name a source that ends with its year"
            yield Diagnostic("undated-figure", f"{what} has no date", span, hint, Severity.WARNING)


def _day(presentation: Presentation, today: datetime.date) -> datetime.date:
    """The day for which figures are to be right."""
    return last_day(presentation.date) if presentation.date else today


def _is_older(date: datetime.date, years: Decimal, day: datetime.date) -> bool:
    months = (day.year - date.year) * 12 + day.month - date.month
    return (Decimal(months), day.day) > (years * 12, date.day)


def _dated(presentation: Presentation, latest: int) -> Iterator[tuple[str, Span, str | None]]:
    """Each figure, where it stands, and its date; a source's words do not date it after the year `latest`."""
    for name, fact in presentation.values.items():
        if isinstance(fact.value, Decimal) and not name.endswith(".count"):
            words = presentation.sources[fact.source].plain if fact.source else ""
            span = presentation.spans.get(f"facts.{name}", presentation.span)
            yield f"the fact `{name}`, {fact.value:,f},", span, fact.date or _last_year(words, latest)
    for slide in presentation.slides:
        for figure in figures(slide.content):
            source = getattr(figure.beside, "source", None)
            found = measure(figure.amount, presentation.language)
            if isinstance(source, Citation) and not figure.facts and found:
                what = f"slide `{slide.id}`: the figure `{getattr(figure.beside, 'id', '')}`, {found},"
                yield what, slide.spans.get(figure.path, slide.span), _last_year(source.text.plain, latest)


def _last_year(words: str, latest: int) -> str | None:
    years = [year for found in _YEAR.findall(words) if _FIRST <= (year := int(found)) <= latest]
    return str(years[-1]) if years else None
