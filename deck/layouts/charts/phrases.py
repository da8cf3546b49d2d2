"""The phrases of the deck's own that a chart may say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deck.layouts.charts.words import MOST_POINTS
from deck.model.measure import is_named, number_of
from deck.model.text import Amount

if TYPE_CHECKING:
    from deck.layouts.charts.fields import ChartSlide

_WATERFALL = ("total", "rise", "fall", "below", "base", "words", "connector", "change", "is-total", "start", "end")
_RANGE = ("range", "low", "high", "from-low", "to-high")


def phrases(chart: ChartSlide) -> tuple[str, ...]:
    """Their names, but for those that are mere signs."""
    by_date, ranged = chart.spacing == "by-date", any([*each.ranges()] for each in chart.categories)
    names: list[str] = [chart.kind]
    if by_date or not all(_known(each) for each in _figures(chart)):
        names.append("missing")
    if by_date or len(chart.categories) > MOST_POINTS:
        names.append("from-to")
    if chart.table == "beside" and not (chart.measure and chart.series):
        names.append("category")
    if ranged:
        names += _RANGE
    if chart.kind == "waterfall":
        names += _WATERFALL
    elif ranged and not chart.series:
        names.append("change")
    return tuple(f"chart.{name}" for name in names)


def _figures(chart: ChartSlide) -> list[Amount | None]:
    if chart.series:
        return [category.values.get(each.id) for category in chart.categories for each in chart.series]
    return [category.value for category in chart.categories]


def _known(amount: Amount | None) -> bool:
    """Whether there is a figure; one that is named in braces is known later."""
    return amount is not None and (number_of(amount) is not None or is_named(amount))
