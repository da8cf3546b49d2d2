"""A chart's content → its shapes: read once a deck has a chart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Literal
from unicodedata import east_asian_width

from deck.layouts.charts.bar_words import no_figures
from deck.layouts.charts.bars import Bars
from deck.layouts.charts.colours import bar_colours
from deck.layouts.charts.data import Data, Point
from deck.layouts.charts.data import Series as SeriesData
from deck.layouts.charts.dates import are_dates, as_written, unit_of
from deck.layouts.charts.figures import Plot, sign_of
from deck.layouts.charts.lines import Lines
from deck.layouts.charts.names import Name, in_a_row
from deck.layouts.charts.points import Points, Ring
from deck.layouts.charts.spread import in_fewer_words, in_words, spread
from deck.layouts.charts.table import beside, in_notes
from deck.layouts.charts.text import ChartText
from deck.layouts.charts.waterfall import Waterfall
from deck.layouts.charts.words import described
from deck.model.charts import Chart as ChartShape
from deck.model.dates import is_date
from deck.model.links import Link
from deck.model.shapes import Shape
from deck.model.speech import Speech
from deck.model.text import Paragraph, Run, Text
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import EMU_PER_POINT, EMU_PER_UNIT, Emu

if TYPE_CHECKING:
    from deck.layouts.charts.fields import ChartSlide

_POINTS = EMU_PER_UNIT / EMU_PER_POINT
_ROOMY = ("scatter", "doughnut")
"""Charts whose categories are not named along an axis."""
_CHART_COLUMNS = 7.5
"""Of the grid, where a table stands beside the chart."""


def drawn(content: ChartSlide, theme: Theme, measurer: Measurer, above: float, below: float) -> Iterator[Shape]:
    """The names of the series, and the chart, in the free space but for so many grid units above and below."""
    speech = content.speech
    dates = _dates(content)
    data, text, area = _data(content), ChartText(theme, measurer), _area(theme, above, below)
    shown = _data(content, narrow=True) if dates and content.kind not in _ROOMY else data
    subject, sign = _subject(content), sign_of(content.unit)
    before: list[Shape] = []
    after: list[Shape] = []
    if content.table == "beside":
        area, room = _parted(theme, area)
        after = [beside(subject, content.measure, data, room, text, speech)]
    match content.kind:
        case "line" | "area":
            if dates and content.spacing == "by-date" and are_dates(dates):
                shown = spread(data, dates, speech)
            chart, before = Lines(content.kind, content.stacking, shown, area, text, speech, sign).shapes()
        case "scatter":
            axes = content.across, _upright(content), content.is_over_years
            up_field = "up" if content.up else "unit"
            chart, before = Points(shown, area, text, speech, *axes, up_field).shapes()
        case "doughnut":
            chart, before = Ring(shown, area, text).shapes()
        case "waterfall":

            def steps(shown: Data) -> ChartShape:
                return Waterfall("column", "clustered", shown, area, text, speech, sign).chart()

            chart, shown = _with_room(steps, shown, _shorter(content, shown))
        case kind:
            if content.series:
                before, area = in_a_row(text, _names(theme, shown), area)
            drawn: Literal["bar", "column"] = "bar" if kind == "bar" else "column"

            def bars(shown: Data) -> ChartShape:
                return Bars(drawn, content.stacking, shown, area, text, speech, sign).chart()

            chart, shown = _with_room(bars, shown, _shorter(content, shown))
            # Few bars stand in the middle of their space, and the names right over them.
            before = _over(chart, before, area)
            before += no_figures(chart, shown, text, speech)
    yield from before
    yield replace(_named(chart, subject), description=described(content.kind, subject.plain, data, speech))
    yield from after


def _with_room(draw: Callable[[Data], ChartShape], shown: Data, shorter: Iterable[Data]) -> tuple[ChartShape, Data]:
    """The chart with the longest labels that have room under their columns; with its own where none have."""
    own = draw(shown)
    for each in chain(((own, shown),), ((draw(data), data) for data in shorter)):
        if all(label.text.fits for label in each[0].labels):
            return each
    return own, shown


def _shorter(content: ChartSlide, shown: Data) -> Iterator[Data]:
    """The same with shorter labels, where its categories are dates that stand in their order."""
    dates = _dates(content)
    if dates and content.order == "as-listed":
        yield from in_fewer_words(shown, dates, content.speech)


def _unit_to_say(content: ChartSlide, shapes: Iterable[Shape]) -> Text | None:
    """The unit, where these shapes say it nowhere: a word of which an axis has the mere numbers."""
    on_axis = any(isinstance(each, ChartShape) and each.axis.labels for each in shapes)
    if not content.unit or not on_axis or content.stacking == "100%" or content.kind == "scatter":
        return None
    said = content.measure.plain.casefold() if content.measure else ""
    return None if sign_of(content.unit) or content.unit.plain.casefold() in said else content.unit


def measure_line(content: ChartSlide, shapes: Iterable[Shape]) -> tuple[Text | None, str]:
    """The line over these shapes, with the path of its field: what is measured, and in which unit, if none says so."""
    unit = _unit_to_say(content, shapes)
    if unit and content.measure:
        return _in_brackets(content.measure, unit), "measure"
    return (unit, "unit") if unit else (content.measure, "measure")


def _upright(content: ChartSlide) -> Text | None:
    """What a scatter chart's upright axis is of, with the unit of its figures, where no other words say that."""
    unit, up = content.unit, content.up
    said = " ".join(each.plain.casefold() for each in (content.measure, up) if each)
    if not unit or unit.plain.casefold() in said:
        return up
    return _in_brackets(up, unit) if up else unit


def _in_brackets(measure: Text, unit: Text) -> Text:
    opened, closed = ("（", "）") if east_asian_width(unit.plain[0]) == "W" else (" (", ")")
    *others, last = measure.paragraphs
    said = (*last.runs, Run(opened), *unit.paragraphs[0].runs, Run(closed))
    return replace(measure, paragraphs=(*others, replace(last, runs=said)))


def notes(content: ChartSlide) -> tuple[Paragraph, ...]:
    """What is said in the speaker's notes, where the author wants the figures there."""
    subject = _subject(content)
    return in_notes(subject, _data(content), content.speech) if content.table == "notes" else ()


def _subject(content: ChartSlide) -> Text:
    """What the figures are of: what is measured, or else the title, without what tells it from others."""
    if content.measure:
        return content.measure
    return replace(content.title, paragraphs=content.title.paragraphs[:1])


def _parted(theme: Theme, area: Plot) -> tuple[Plot, Plot]:
    """The room of a chart and of a table beside it, on the grid."""
    left, top, width, height = area
    chart, start = theme.grid.w(_CHART_COLUMNS) * _POINTS, theme.grid.x(_CHART_COLUMNS) * _POINTS
    return (left, top, chart, height), (start, top, left + width - start, height)


def _over(chart: ChartShape, names: list[Shape], area: Plot) -> list[Shape]:
    """The names from the chart's own edge on, where they have room from there."""
    left, top, width, _ = (round(each * EMU_PER_POINT) for each in area)
    across, down = chart.rect.left - left, chart.rect.top - top
    if max((each.rect.right for each in names), default=0) + across > left + width:
        across = 0
    return [_moved(each, across, down) for each in names]


def _moved(shape: Shape, across: int, down: int) -> Shape:
    if isinstance(shape, Link):
        raise TypeError("a line stays with its boxes")
    place = replace(shape.rect, left=Emu(shape.rect.left + across), top=Emu(shape.rect.top + down))
    return replace(shape, rect=place)


def _names(theme: Theme, data: Data) -> list[Name]:
    """The series' names with their colours, those of columns first."""
    colours = bar_colours(theme, data)
    return [
        Name(each.name, colour, f"series.{each.id}.name")
        for each, colour in zip(data.series, colours, strict=True)
        if each.name
    ]


def _named(chart: ChartShape, subject: Text) -> ChartShape:
    """A chart whose only series is named by what it is of."""
    if len(chart.series) > 1 or chart.series[0].name:
        return chart
    return replace(chart, series=(replace(chart.series[0], name=subject.plain),))


def _area(theme: Theme, above: float, below: float) -> Plot:
    """The free space, in points."""
    grid = theme.grid
    left, top, width, height = grid.x(0), grid.body_top + above, grid.w(grid.columns), grid.body_height - above - below
    return left * _POINTS, top * _POINTS, width * _POINTS, height * _POINTS


def _data(content: ChartSlide, *, narrow: bool = False) -> Data:
    categories = content.categories
    if content.series:
        series = tuple(
            SeriesData(
                each.id,
                each.name,
                tuple(
                    Point.of(
                        category.values.get(each.id),
                        f"categories.{category.id}.values.{each.id}",
                        between=(category.lows.get(each.id), category.highs.get(each.id)),
                    )
                    for category in categories
                ),
                each.drawn == "line",
            )
            for each in sorted(content.series, key=lambda each: each.drawn == "line")
        )
    else:
        points = tuple(
            Point.of(each.value, f"categories.{each.id}.value", each.x, (each.low, each.high)) for each in categories
        )
        if content.kind == "waterfall":
            rises = [not each.total for each in categories]
            points = tuple(
                _signed(point, content.speech) if rise else point for point, rise in zip(points, rises, strict=True)
            )
        series = (SeriesData("", None, points),)
    data = Data(
        tuple(each.id for each in categories),
        tuple(each.label for each in categories),
        series,
        frozenset(content.highlight),
        frozenset(each.id for each in categories if each.total),
    )
    if dates := _dates(content):
        data = in_words(data, dates, content.speech, narrow=narrow)
    if content.order == "largest-first":
        first = data.series[0].points
        known = [(index, each.number) for index, each in enumerate(first) if each.number is not None]
        ranked = [index for index, _ in sorted(known, key=lambda each: -each[1])]
        data = data.in_order([*ranked, *(index for index, each in enumerate(first) if each.number is None)])
    return data


def _dates(content: ChartSlide) -> list[str]:
    """The dates that its categories are, months or days among them; none where one is another word, or all are years,
    which no language writes otherwise."""
    labels = [as_written(category.label) for category in content.categories]
    by_date = content.spacing == "by-date" and content.kind == "line"
    return labels if all(map(is_date, labels)) and (by_date or unit_of(labels) != "year") else []


def _signed(point: Point, speech: Speech) -> Point:
    """A rise with its sign, as a fall has one."""
    if point.text is None or (point.number or 0.0) <= 0 or "+" in point.text.plain:
        return point
    first, *others = point.text.paragraphs
    run = first.runs[0].with_text(speech.increase(first.plain))
    return replace(point, text=replace(point.text, paragraphs=(replace(first, runs=(run,)), *others)))
