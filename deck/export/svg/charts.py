"""Native charts: lines and figures of the axes, the words, and the series, in the plot's place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from math import cos, pi, sin

from deck.export.svg.canvas import Canvas
from deck.export.svg.drawing import colour, fill, line, number
from deck.export.svg.text import text_svg
from deck.export.xml import value
from deck.ground.dataclass import dataclass
from deck.model.charts import CAP, Chart, ChartSeries, bars, share_of, side_by_side, stack, ticks
from deck.model.units import points

_HOLE = 0.5
_Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where figures are drawn, in points."""

    chart: Chart
    right_to_left: bool

    @property
    def left(self) -> float:
        return points(self.chart.plot.left)

    @property
    def top(self) -> float:
        return points(self.chart.plot.top)

    @property
    def width(self) -> float:
        return points(self.chart.plot.width)

    @property
    def height(self) -> float:
        return points(self.chart.plot.height)

    @property
    def across(self) -> float:
        """A category's share of the plot."""
        return 1 / max(1, len(self.chart.categories))

    def along(self, share: float) -> float:
        """The x at this share of the plot's width, in reading direction."""
        return self.left + self.width * (1 - share if self.right_to_left else share)

    def up(self, figure: float) -> float:
        """The y of a figure on an upright axis."""
        return self.top + self.height * (1 - share_of(self.chart.axis, figure))

    def middle(self, index: int) -> float:
        """How far along the plot a category's point is: from edge to edge where areas are drawn."""
        if self.chart.kind == "area":
            return index / max(1, len(self.chart.categories) - 1)
        return (index + 0.5) * self.across


def chart_svg(canvas: Canvas, chart: Chart) -> str:
    """A chart."""
    plot = _Plot(chart, canvas.right_to_left)
    words = "".join(
        f"<g{f' data-field={value(label.field)}' if label.field else ''}>{text_svg(canvas, label.text, label.rect)}</g>"
        for label in chart.labels
    )
    drawn = "".join(_drawn(canvas, chart, plot))
    grid = "".join(_grid(canvas, chart, plot))
    return f'<g role="img" aria-label={value(chart.description)}>{grid}{drawn}{words}</g>'


def _drawn(canvas: Canvas, chart: Chart, plot: _Plot) -> Iterator[str]:
    match chart.kind:
        case "bar" | "column":
            yield from _bars(canvas, chart, plot)
            yield from (_line(canvas, plot, each) for each in chart.series if each.as_line and not each.hidden)
        case "line":
            yield from (_line(canvas, plot, each) for each in chart.series)
        case "area":
            yield from _areas(canvas, chart, plot)
        case "scatter":
            yield from (point for each in chart.series for point in _points(canvas, plot, each))
        case "doughnut":
            yield from _sectors(canvas, chart, plot)
    yield from (each for number, _ in enumerate(chart.series) for each in _whiskers(canvas, chart, plot, number))


def _whiskers(canvas: Canvas, chart: Chart, plot: _Plot, number_of: int) -> Iterator[str]:
    """The error bars of a series: a line from its lows to its highs, with a line across at both."""
    series = chart.series[number_of]
    if (limits := series.error_bars) is None:
        return
    look, cap = line(canvas.theme, limits.stroke), CAP / 2
    for index, (low, high) in enumerate(zip(limits.lows, limits.highs, strict=True)):
        if low is None or high is None:
            continue
        middle = _middle_of(chart, plot, number_of, index)
        if chart.kind == "bar":
            y = plot.top + plot.height * middle
            ends = [plot.along(share_of(chart.axis, figure)) for figure in (low, high)]
            lines = [(ends[0], y, ends[1], y), *((x, y - cap, x, y + cap) for x in ends)]
        else:
            x = plot.along(middle)
            ends = [plot.up(figure) for figure in (low, high)]
            lines = [(x, ends[0], x, ends[1]), *((x - cap, y, x + cap, y) for y in ends)]
        yield from (_ruled(*each, look) for each in lines)


def _middle_of(chart: Chart, plot: _Plot, number_of: int, index: int) -> float:
    """Where a value stands along the categories, as a share of the plot."""
    series = chart.series[number_of]
    if chart.x_axis:
        return share_of(chart.x_axis, series.across[index])
    if chart.kind not in ("bar", "column") or series.as_line:
        return plot.middle(index)
    start, thick = side_by_side(chart, number_of, index)
    return start + thick / 2


def _grid(canvas: Canvas, chart: Chart, plot: _Plot) -> Iterator[str]:
    """The lines of the axes that have figures, and the line on which bars stand."""
    if chart.kind == "doughnut":
        return
    look = line(canvas.theme, chart.grid)
    axis = chart.axis
    for figure in ticks(axis) if axis.labels else ():
        yield _ruled_at(plot, chart, share_of(axis, figure), look)
    if chart.x_axis:
        for figure in ticks(chart.x_axis):
            x = plot.along(share_of(chart.x_axis, figure))
            yield _ruled(x, plot.top, x, plot.top + plot.height, look)
    else:
        yield _ruled_at(plot, chart, share_of(axis, min(max(0.0, axis.low), axis.high)), look)


def _ruled_at(plot: _Plot, chart: Chart, share: float, look: str) -> str:
    if chart.kind == "bar":
        x = plot.along(share)
        return _ruled(x, plot.top, x, plot.top + plot.height, look)
    y = plot.top + plot.height * (1 - share)
    return _ruled(plot.left, y, plot.left + plot.width, y, look)


def _bars(canvas: Canvas, chart: Chart, plot: _Plot) -> Iterator[str]:
    edge = _edge(canvas, chart)
    for bar in bars(chart):
        look = fill(canvas.theme, bar.colour) + edge
        if chart.kind == "bar":
            xs = sorted(map(plot.along, (bar.low, bar.high)))
            yield _box(xs[0], plot.top + plot.height * bar.start, xs[1] - xs[0], plot.height * bar.thick, look)
        else:
            xs = sorted((plot.along(bar.start), plot.along(bar.start + bar.thick)))
            top = plot.top + plot.height * (1 - bar.high)
            yield _box(xs[0], top, xs[1] - xs[0], plot.height * (bar.high - bar.low), look)


def _line(canvas: Canvas, plot: _Plot, series: ChartSeries) -> str:
    """A line, broken where a figure is missing unless it spans that, and its points."""
    chart = plot.chart
    steps, letter = [], "M"
    for index, figure in enumerate(series.values):
        if figure is None:
            letter = letter if chart.spans else "M"
            continue
        steps.append(f"{letter}{number(plot.along(plot.middle(index)))} {number(plot.up(figure))}")
        letter = "L"
    stroke = f'stroke="{colour(canvas.theme, series.colour)}" stroke-width="{number(points(chart.line_width))}"'
    path = f'<path d="{"".join(steps)}" fill="none" {stroke} stroke-linejoin="round" stroke-linecap="round"/>'
    return path + "".join(_points(canvas, plot, series))


def _points(canvas: Canvas, plot: _Plot, series: ChartSeries) -> Iterator[str]:
    chart = plot.chart
    for index, figure in enumerate(series.values if chart.marker else ()):
        if figure is not None:
            share = share_of(chart.x_axis, series.across[index]) if chart.x_axis else plot.middle(index)
            look = fill(canvas.theme, series.colour_of(index))
            at = f'cx="{number(plot.along(share))}" cy="{number(plot.up(figure))}" r="{number(chart.marker / 2)}"'
            yield f"<circle {at}{look}/>"


def _areas(canvas: Canvas, chart: Chart, plot: _Plot) -> Iterator[str]:
    """Each series' area, on those before it where they are stacked; without a figure it is at nought."""
    stacks = [stack(chart, index) for index, _ in enumerate(chart.categories)]
    for at, series in enumerate(chart.series):
        pairs = (
            [each[at] for each in stacks] if chart.stacking != "clustered" else [(0.0, v or 0.0) for v in series.values]
        )
        places = [(plot.along(plot.middle(index)), low, high) for index, (low, high) in enumerate(pairs)]
        outline = [(x, plot.up(high)) for x, _, high in places] + [(x, plot.up(low)) for x, low, _ in reversed(places)]
        yield _polygon(outline, fill(canvas.theme, series.colour) + _edge(canvas, chart))


def _polygon(places: Iterable[_Place], look: str) -> str:
    drawn = " ".join(f"{number(x)},{number(y)}" for (x, y), _ in groupby(places))
    return f'<polygon points="{drawn}"{look}/>'


def _sectors(canvas: Canvas, chart: Chart, plot: _Plot) -> Iterator[str]:
    """A doughnut's sectors from the top, clockwise in every language."""
    (series,) = chart.series
    whole = sum(figure for figure in series.values if figure)
    radius = min(plot.width, plot.height) / 2
    x, y = plot.left + plot.width / 2, plot.top + plot.height / 2
    edge, before = _edge(canvas, chart), 0.0
    for index, figure in enumerate(series.values):
        if not figure or not whole:
            continue
        share = figure / whole
        look = fill(canvas.theme, series.colour_of(index)) + edge
        yield f'<path d="{_ring(x, y, radius, before, share)}"{look}/>'
        before += share


def _ring(x: float, y: float, radius: float, start: float, share: float) -> str:
    """Part of a ring as a path; of a whole one, two halves."""
    if share >= 1 - 1e-9:
        return _ring(x, y, radius, start, share / 2) + _ring(x, y, radius, start + share / 2, share / 2)

    def at(turn: float, far: float) -> str:
        angle = 2 * pi * turn - pi / 2
        return f"{number(x + far * cos(angle))} {number(y + far * sin(angle))}"

    end, inner, large = start + share, radius * _HOLE, int(share > 1 / 2)
    out, hole = number(radius), number(inner)
    return (
        f"M{at(start, radius)}A{out} {out} 0 {large} 1 {at(end, radius)}"
        f"L{at(end, inner)}A{hole} {hole} 0 {large} 0 {at(start, inner)}Z"
    )


def _edge(canvas: Canvas, chart: Chart) -> str:
    """The line that parts neighbours, with round corners."""
    return f'{line(canvas.theme, chart.edge)} stroke-linejoin="round"' if chart.edge else ""


def _box(left: float, top: float, width: float, height: float, look: str) -> str:
    return f'<rect x="{number(left)}" y="{number(top)}" width="{number(width)}" height="{number(height)}"{look}/>'


def _ruled(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    return f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"{look}/>'
