"""Native charts: the axis's figures and lines, the categories, and the series, in the plot's place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from deck.export.svg.canvas import Canvas
from deck.export.svg.drawing import colour, fill, line, number
from deck.export.svg.text import plain_text
from deck.export.xml import value
from deck.model.shapes import Chart
from deck.model.style import Colour
from deck.model.units import points

FIGURE_BESIDE, FIGURE_BELOW = 0.2, 0.91
"""How far from the plot the axis's figures end beside it, and how far under it their baseline is below it, in sizes."""
BESIDE, BELOW = 0.4, 1.25
"""The same of categories."""
MIDDLE = 0.27
"""How far under a line's middle its baseline stands, in sizes. All as LibreOffice has it, within a few pixels."""


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

    def share(self, figure: float) -> float:
        """How far along its axis a figure is."""
        axis = self.chart.axis
        return (figure - axis.low) / (axis.high - axis.low)

    def up(self, figure: float) -> float:
        """The y of a figure on an upright axis."""
        return self.top + self.height * (1 - self.share(figure))

    def beside(self, away: float) -> float:
        """Where words end that stand so many sizes before the plot."""
        room = away * self.chart.style.size
        return self.along(0) + (room if self.right_to_left else -room)

    def below(self, down: float) -> float:
        """The baseline so many sizes under the plot."""
        return self.top + self.height + down * self.chart.style.size


def chart_svg(canvas: Canvas, chart: Chart) -> str:
    """A chart."""
    plot = _Plot(chart, canvas.right_to_left)
    drawn = {"bar": _bars, "column": _columns, "line": _lines}[chart.kind](canvas, chart, plot)
    words = "".join(_figures(canvas, chart, plot)) + "".join(_categories(canvas, chart, plot))
    return f'<g role="img" aria-label={value(chart.description)}>{words}{drawn}</g>'


def _figures(canvas: Canvas, chart: Chart, plot: _Plot) -> Iterator[str]:
    """The axis's lines and what each stands for."""
    style, grid = chart.style, line(canvas.theme, chart.grid)
    for figure, words in zip(count(chart.axis.low, chart.axis.step), chart.axis.labels, strict=False):
        if chart.kind == "bar":
            x = plot.along(plot.share(figure))
            yield _ruled(x, plot.top, x, plot.top + plot.height, grid)
            yield plain_text(canvas, words, x, plot.below(FIGURE_BELOW), style.size, style, "middle")
        else:
            x, y = plot.beside(FIGURE_BESIDE), plot.up(figure)
            yield _ruled(plot.left, y, plot.left + plot.width, y, grid)
            yield plain_text(canvas, words, x, y + MIDDLE * style.size, style.size, style, "end")


def _categories(canvas: Canvas, chart: Chart, plot: _Plot) -> Iterator[str]:
    style = chart.style
    for index, category in enumerate(chart.categories):
        middle = (index + 0.5) * plot.across
        if chart.kind == "bar":
            y = plot.top + plot.height * middle + MIDDLE * style.size
            yield plain_text(canvas, category, plot.beside(BESIDE), y, style.size, style, "end")
        else:
            yield plain_text(canvas, category, plot.along(middle), plot.below(BELOW), style.size, style, "middle")


def _bars(canvas: Canvas, chart: Chart, plot: _Plot) -> str:
    return "".join(
        _box(
            min(plot.along(plot.share(0)), plot.along(plot.share(figure))),
            plot.top + plot.height * start,
            plot.width * abs(plot.share(figure) - plot.share(0)),
            plot.height * room,
            fill(canvas.theme, tint),
        )
        for start, room, figure, tint in _grouped(chart, plot)
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
        for start, room, figure, tint in _grouped(chart, plot)
    )


def _grouped(chart: Chart, plot: _Plot) -> Iterator[tuple[float, float, float, Colour]]:
    """Each figure's bar: where it starts and how thick it is, as shares of the plot, with figure and colour."""
    thick = plot.across / (max(1, len(chart.series)) + chart.gap)
    for place, series in enumerate(chart.series):
        for index, figure in enumerate(series.values):
            if figure is not None:
                yield index * plot.across + (chart.gap / 2 + place) * thick, thick, figure, series.colour


def _lines(canvas: Canvas, chart: Chart, plot: _Plot) -> str:
    drawn = []
    for series in chart.series:
        steps, letter = [], "M"
        for index, figure in enumerate(series.values):
            if figure is None:
                letter = "M"
                continue
            steps.append(f"{letter}{number(plot.along((index + 0.5) * plot.across))} {number(plot.up(figure))}")
            letter = "L"
        stroke = f'stroke="{colour(canvas.theme, series.colour)}" stroke-width="{number(points(chart.line_width))}"'
        drawn.append(f'<path d="{"".join(steps)}" fill="none" {stroke} stroke-linejoin="round"/>')
    return "".join(drawn)


def _box(left: float, top: float, width: float, height: float, look: str) -> str:
    return f'<rect x="{number(left)}" y="{number(top)}" width="{number(width)}" height="{number(height)}"{look}/>'


def _ruled(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    return f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"{look}/>'
