"""Native charts, drawn simply: an axis with round figures, the series, and a legend where there are several.

PowerPoint draws a chart from its figures as it sees fit; this is how it looks, not where each figure stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, log10

from deck.export.svg.canvas import Canvas
from deck.export.svg.drawing import colour, fill, line, number
from deck.export.svg.text import plain_text
from deck.export.xml import value
from deck.model.shapes import Chart
from deck.model.style import Colour, Stroke, TextStyle
from deck.model.units import Emu, points

_STYLE = TextStyle(size=16)
_GRID_LINE = Stroke(Colour("dk1", 15, 85), Emu(9_525))
_LINE_WIDTH = 3.0
_STEPS = 6
_LETTER = 0.55
"""How wide a letter is about, in sizes: room for what stands beside an axis."""
_GROUP = 0.6
"""The share of a category's room that its bars take."""
_ROW = 1.6 * _STYLE.size


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where figures are drawn, in points; figures run from `low` to `high`, `step` between two of the axis's."""

    left: float
    top: float
    width: float
    height: float
    low: float
    high: float
    step: float
    right_to_left: bool

    def along(self, share: float) -> float:
        """The x at this share of the plot's width, in reading direction."""
        return self.left + self.width * (1 - share if self.right_to_left else share)

    def share(self, figure: float) -> float:
        """How far along its axis a figure is."""
        return (figure - self.low) / (self.high - self.low)

    def up(self, figure: float) -> float:
        """The y of a figure on an upright axis."""
        return self.top + self.height * (1 - self.share(figure))

    def figures(self) -> Iterator[float]:
        """The axis's round figures."""
        for count in range(round((self.high - self.low) / self.step) + 1):
            yield self.low + count * self.step


def chart_svg(canvas: Canvas, chart: Chart) -> str:
    """A chart."""
    plot = _plot(canvas, chart)
    drawn = {"bar": _bars, "column": _columns, "line": _lines}[chart.kind](canvas, chart, plot)
    legend = _legend(canvas, chart) if len(chart.series) > 1 else ""
    return f'<g role="img" aria-label={value(chart.description)}>{_axes(canvas, chart, plot)}{drawn}{legend}</g>'


def _plot(canvas: Canvas, chart: Chart) -> _Plot:
    figures = [each for series in chart.series for each in series.values if each is not None] or [0.0]
    low, high, step = _round_range(min(0.0, *figures), max(0.0, *figures))
    beside = list(chart.categories) if chart.kind == "bar" else [f"{low:,g}", f"{high:,g}"]
    width, height = points(chart.rect.width), points(chart.rect.height)
    room = min(width / 3, (max(map(len, beside), default=0) * _LETTER + 1) * _STYLE.size)
    below = _ROW * (2 if len(chart.series) > 1 else 1)
    left = points(chart.rect.left) + (0 if canvas.right_to_left else room)
    top = points(chart.rect.top) + _ROW / 2
    return _Plot(left, top, width - room - _ROW / 2, height - below - _ROW / 2, low, high, step, canvas.right_to_left)


def _round_range(low: float, high: float) -> tuple[float, float, float]:
    """The range of an axis that holds these figures, and its step, both round."""
    span = (high - low) or 1.0
    rough = span / _STEPS
    power = 10.0 ** floor(log10(rough))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough)
    return floor(low / step) * step, ceil((high or (1.0 if low == 0 else 0.0)) / step) * step, step


def _axes(canvas: Canvas, chart: Chart, plot: _Plot) -> str:
    grid = line(canvas.theme, _GRID_LINE)
    drawn = []
    for figure in plot.figures():
        words = f"{round(figure, 10):,g}"
        if chart.kind == "bar":
            x = plot.along(plot.share(figure))
            drawn.append(_ruled(x, plot.top, x, plot.top + plot.height, grid))
            drawn.append(plain_text(canvas, words, x, plot.top + plot.height + _ROW * 0.8, 16, _STYLE, "middle"))
        else:
            y = plot.up(figure)
            drawn.append(_ruled(plot.left, y, plot.left + plot.width, y, grid))
            drawn.append(plain_text(canvas, words, _beside(plot), y + _STYLE.size / 3, 16, _STYLE, "end"))
    room = 1 / max(1, len(chart.categories))
    for index, category in enumerate(chart.categories):
        middle = (index + 0.5) * room
        if chart.kind == "bar":
            y = plot.top + plot.height * middle + _STYLE.size / 3
            drawn.append(plain_text(canvas, category, _beside(plot), y, 16, _STYLE, "end"))
        else:
            y = plot.top + plot.height + _ROW * 0.8
            drawn.append(plain_text(canvas, category, plot.along(middle), y, 16, _STYLE, "middle"))
    return "".join(drawn)


def _beside(plot: _Plot) -> float:
    """Where what stands before the plot ends."""
    return plot.along(0) + (_STYLE.size / 2 if plot.right_to_left else -_STYLE.size / 2)


def _bars(canvas: Canvas, chart: Chart, plot: _Plot) -> str:
    return "".join(
        _box(
            min(plot.along(plot.share(0)), plot.along(plot.share(figure))),
            plot.top + plot.height * start,
            plot.width * abs(plot.share(figure) - plot.share(0)),
            plot.height * room,
            fill(canvas.theme, tint),
        )
        for start, room, figure, tint in _grouped(chart)
    )


def _columns(canvas: Canvas, chart: Chart, plot: _Plot) -> str:
    return "".join(
        _box(
            min(plot.along(start), plot.along(start + room)),
            min(plot.up(figure), plot.up(0)),
            plot.width * room,
            abs(plot.up(0) - plot.up(figure)),
            fill(canvas.theme, tint),
        )
        for start, room, figure, tint in _grouped(chart)
    )


def _grouped(chart: Chart) -> Iterator[tuple[float, float, float, Colour]]:
    """Each figure's bar: where it starts and how thick it is, as shares of the plot, with figure and colour."""
    across = 1 / max(1, len(chart.categories))
    thick = across * _GROUP / max(1, len(chart.series))
    for place, series in enumerate(chart.series):
        for index, figure in enumerate(series.values):
            if figure is not None:
                yield (index + (1 - _GROUP) / 2) * across + place * thick, thick, figure, series.colour


def _lines(canvas: Canvas, chart: Chart, plot: _Plot) -> str:
    across = 1 / max(1, len(chart.categories))
    drawn = []
    for series in chart.series:
        steps, letter = [], "M"
        for index, figure in enumerate(series.values):
            if figure is None:
                letter = "M"
                continue
            steps.append(f"{letter}{number(plot.along((index + 0.5) * across))} {number(plot.up(figure))}")
            letter = "L"
        stroke = f'stroke="{colour(canvas.theme, series.colour)}" stroke-width="{number(_LINE_WIDTH)}"'
        drawn.append(f'<path d="{"".join(steps)}" fill="none" {stroke} stroke-linejoin="round"/>')
    return "".join(drawn)


def _legend(canvas: Canvas, chart: Chart) -> str:
    """A square and a name a series, in a row about the middle of the chart's lower edge."""
    size = _STYLE.size
    widths = [(len(series.name) * _LETTER + 2.5) * size for series in chart.series]
    y = points(chart.rect.bottom) - size / 2
    middle = points(chart.rect.left) + points(chart.rect.width) / 2
    turn = -1 if canvas.right_to_left else 1
    x = middle - turn * sum(widths) / 2
    drawn = []
    for series, width in zip(chart.series, widths, strict=True):
        left = min(x, x + turn * size * 0.6)
        drawn.append(_box(left, y - size * 0.55, size * 0.6, size * 0.6, fill(canvas.theme, series.colour)))
        drawn.append(plain_text(canvas, series.name, x + turn * size, y, size, _STYLE))
        x += turn * width
    return "".join(drawn)


def _box(left: float, top: float, width: float, height: float, look: str) -> str:
    return f'<rect x="{number(left)}" y="{number(top)}" width="{number(width)}" height="{number(height)}"{look}/>'


def _ruled(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    return f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"{look}/>'
