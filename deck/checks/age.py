"""`outdated-figure` and `undated-figure`: a figure is older than it may be, or nobody can tell its age.

A figure is as old as its fact's `date`; or else as the last year in the words of its source that has come by then.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal

from deck.checks.figures import figures
from deck.ground.diagnostics import Diagnostic, Severity, Span
from deck.model.content import Citation
from deck.model.dates import last_day
from deck.model.measure import measure
from deck.model.presentation import Presentation

OUTDATED, UNDATED = "outdated-figure", "undated-figure"

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_FIRST = 1900


def outdated_figure(presentation: Presentation, years: Decimal, today: datetime.date) -> Iterator[Diagnostic]:
    """Every fact and every slide's figure with a source that is more than `years` old, or of no known age.

    They are as old as they will be on the day of the presentation, if that is known, or else `today`. Ages are by the
    calendar: what is of 2023 is one year old until the end of 2024.
    """
    day = last_day(presentation.date) if presentation.date else today
    for what, span, date in _dated(presentation, day.year):
        if date is None:
            hint = "give the fact a `date`, or name a source that ends with its year"
            yield Diagnostic(UNDATED, f"{what} has no date", span, hint, Severity.WARNING)
        elif _is_older(last_day(date), years, day):
            limit = f"{years.normalize():f} year{'' if years == 1 else 's'}"
            message = f"{what} is of {date}, more than {limit} before {day}"
            hint = "see whether there is a newer one, and correct its date or source with it"
            yield Diagnostic(OUTDATED, message, span, hint, Severity.WARNING)


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
            if isinstance(source, Citation) and not figure.facts and (found := measure(figure.amount)):
                what = f"slide `{slide.id}`: the figure `{getattr(figure.beside, 'id', '')}`, {found},"
                yield what, slide.spans.get(figure.path, slide.span), _last_year(source.text.plain, latest)


def _last_year(words: str, latest: int) -> str | None:
    years = [year for found in _YEAR.findall(words) if _FIRST <= (year := int(found)) <= latest]
    return str(years[-1]) if years else None
