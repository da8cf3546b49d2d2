"""A chart's points in words: by these two decks are compared, and an edited one is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_FIGURE = ",.15g"


def point_words(series: str, place: str | float, value: float | None) -> str:
    """What a point says: its series, where along the chart it is, and its figure in all its digits."""
    where = " ".join(place.split()) if isinstance(place, str) else format(place, _FIGURE)
    return f"{series}, {where}: {'–' if value is None else format(value, _FIGURE)}"


def series_words(plot: Any, series: Any) -> Iterator[str]:
    """What the points of a series of python-pptx's say."""
    from pptx.oxml.ns import qn

    across = series._element.findall(".//" + qn("c:xVal") + "//" + qn("c:v"))
    places: list[str | float] = [float(each.text) for each in across]
    places = places or [str(each) for each in plot.categories]
    points = zip(places, series.values, strict=False)
    return (point_words(series.name, place, value) for place, value in points)


def helping_points(chart: Any) -> set[str]:
    """What the points say of the series that only help to draw the others.

    Columns that stand on others that are not seen make a waterfall: these help, and so do all lines beside them.
    """
    from pptx.oxml.ns import qn

    drawn = [(plot, series) for plot in chart.plots for series in plot.series]
    unseen = [series for plot, series in drawn if plot._element.tag == qn("c:barChart") and _is_unseen(series)]
    if not unseen:
        return set()
    lines = [series for plot, series in drawn if plot._element.tag == qn("c:lineChart")]
    helping = {id(series._element) for series in (*unseen, *lines)}
    return {words for plot, each in drawn if id(each._element) in helping for words in series_words(plot, each)}


def _is_unseen(series: Any) -> bool:
    from pptx.oxml.ns import qn

    look = series._element.find(qn("c:spPr"))
    return (
        look is not None
        and look.find(qn("a:noFill")) is not None
        and look.find(f"{qn('a:ln')}/{qn('a:solidFill')}") is None
    )
