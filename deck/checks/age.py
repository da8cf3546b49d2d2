"""`outdated-figure` and `undated-figure`: a figure is older than it may be, or nobody can tell its age.

A figure is as old as its fact's `date`; or else as the last year in the words of its source.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal

from deck.checks.figures import figures, measure
from deck.diagnostics import Diagnostic, Severity, Span
from deck.model.content import Citation
from deck.model.dates import last_day
from deck.model.presentation import Presentation

OUTDATED, UNDATED = "outdated-figure", "undated-figure"

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAYS_A_YEAR = Decimal("365.25")


def outdated_figure(presentation: Presentation, years: Decimal, today: datetime.date) -> Iterator[Diagnostic]:
    """Every fact and every slide's figure with a source that is more than `years` old, or of no known age.

    They are as old as they will be on the day of the presentation, if that is known, or else `today`.
    """
    day = last_day(presentation.date) if presentation.date else today
    for what, span, date in _dated(presentation):
        if date is None:
            hint = "give the fact a `date`, or name a source that ends with its year"
            yield Diagnostic(UNDATED, f"{what} has no date", span, hint, Severity.WARNING)
        elif (day - last_day(date)).days > years * _DAYS_A_YEAR:
            message = f"{what} is of {date}, more than {years.normalize():f} years before {day}"
            hint = "see whether there is a newer one, and correct its date or source with it"
            yield Diagnostic(OUTDATED, message, span, hint, Severity.WARNING)


def _dated(presentation: Presentation) -> Iterator[tuple[str, Span, str | None]]:
    """Each figure, where it stands, and its date."""
    for name, fact in presentation.values.items():
        if isinstance(fact.value, Decimal) and not name.endswith(".count"):
            words = presentation.sources[fact.source].plain if fact.source else ""
            span = presentation.spans.get(f"facts.{name}", presentation.span)
            yield f"the fact `{name}`, {fact.value:,f},", span, fact.date or _last_year(words)
    for slide in presentation.slides:
        for figure in figures(slide.content):
            source = getattr(figure.beside, "source", None)
            if isinstance(source, Citation) and not figure.facts and (found := measure(figure.amount)):
                what = f"slide `{slide.id}`: the figure `{getattr(figure.beside, 'id', '')}`, {found},"
                yield what, slide.spans.get(figure.path, slide.span), _last_year(source.text.plain)


def _last_year(words: str) -> str | None:
    found = _YEAR.findall(words)
    return str(int(found[-1])) if found else None
