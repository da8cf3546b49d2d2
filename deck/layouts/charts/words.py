"""What a chart says to those who do not see it, made of its own data."""

from __future__ import annotations

from deck.layouts.charts.data import Data, Point, Series
from deck.model.speech import Speech, in_sentences
from deck.model.text import Text

MOST_POINTS = 12
"""A series of more is told by where it begins and ends, its lowest and its highest."""


def described(kind: str, subject: str, data: Data, speech: Speech) -> str:
    """The alternative text: the kind of chart, what it is of, and each series' figures."""
    told = [_series(each, data, speech) for each in data.series]
    heading = speech.phrase("chart.point", place=speech.phrase(f"chart.{kind}"), value=subject)
    return in_sentences([heading, *told], speech)


def said(point: Point, speech: Speech) -> str:
    """A point's figure in words, or that there is none."""
    if point.text is None:
        return speech.phrase("chart.missing")
    if point.across_text:
        return speech.phrase("chart.place", across=point.across_text.plain, up=_with_limits(point.text, point, speech))
    return _with_limits(point.text, point, speech)


def _with_limits(text: Text, point: Point, speech: Speech) -> str:
    """A figure, and from how low to how high it may be."""
    if point.low is None or point.high is None:
        return text.plain
    return speech.phrase("chart.range", value=text.plain, low=point.low.text.plain, high=point.high.text.plain)


def _series(series: Series, data: Data, speech: Speech) -> str:
    if len(series.points) <= MOST_POINTS:
        points = speech.listed(
            [
                speech.phrase("chart.point", place=label.plain, value=said(point, speech))
                for label, point in zip(data.labels, series.points, strict=True)
            ]
        )
    else:
        points = _course(series, data, speech)
    return speech.phrase("chart.series", name=series.name.plain, points=points) if series.name else points


def _course(series: Series, data: Data, speech: Speech) -> str:
    known = [
        (label.plain, point)
        for label, point in zip(data.labels, series.points, strict=True)
        if point.number is not None
    ]
    if not known:
        return speech.phrase("chart.missing")
    (first, before), (last, after) = known[0], known[-1]
    low, least = min(known, key=lambda each: each[1].number or 0.0)
    high, most = max(known, key=lambda each: each[1].number or 0.0)
    return speech.phrase(
        "chart.from-to",
        first=first,
        before=said(before, speech),
        last=last,
        after=said(after, speech),
        low=low,
        least=said(least, speech),
        high=high,
        most=said(most, speech),
    )
