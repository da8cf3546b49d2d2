"""A native chart once all in it has its place: its figures, what they are drawn as, and the words beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil, floor
from typing import Any, Literal, NamedTuple, TypeAlias

from deck.ground.dataclass import dataclass
from deck.model.style import Colour, Stroke
from deck.model.typesetting import FittedText
from deck.model.units import Emu, Rect

ChartKind: TypeAlias = Literal["bar", "column", "line", "area", "scatter", "doughnut"]
Stacking: TypeAlias = Literal["clustered", "stacked", "100%"]
Side: TypeAlias = Literal["after", "before", "over", "under"]
_ROUNDING = 1e-9
_LINE = Emu(38_100)
CAP = 7.0
"""How long the line across the end of an error bar is, in points: every program has its own."""


@dataclass(frozen=True, slots=True)
class ChartLabel:
    """Words of a chart, one paragraph at its measured lines, where the programs that draw the chart put them.

    `field` is the path of the outline's field that they show. Words at a line's point stand over it, those at a scatter
    chart's `after` it, where reading goes on; or else on the `side` that is said. Those at an error bar are `moved` out
    of its way: across and down, in shares of the chart's rectangle.
    """

    text: FittedText
    rect: Rect
    field: str | None = None
    side: Side | None = None
    moved: tuple[float, float] = (0.0, 0.0)

    @property
    def words(self) -> str:
        """What it says; a line feed where a line ends."""
        return "\n".join("".join(run.text for run in each.runs) for each in self.text.paragraphs).replace("\v", "\n")


@dataclass(frozen=True, slots=True)
class ErrorBars:
    """How low and how high each value of a series may be, None where that is not known, drawn as a whisker at it.

    `headings` are those of the workbook's columns: of the lows, of the highs, and of how far both are from the values.
    """

    lows: tuple[float | None, ...]
    highs: tuple[float | None, ...]
    stroke: Stroke
    headings: tuple[str, str, str, str]

    def below(self, values: tuple[float | None, ...]) -> tuple[float | None, ...]:
        """How far the lows are under these values."""
        return tuple(map(_apart, values, self.lows))

    def above(self, values: tuple[float | None, ...]) -> tuple[float | None, ...]:
        """How far the highs are over these values."""
        return tuple(map(_apart, self.highs, values))


def _apart(higher: float | None, lower: float | None) -> float | None:
    # Differences of binary fractions have digits that nobody wrote.
    return None if higher is None or lower is None else round(higher - lower, 9)


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One series: a value a category, None where there is none.

    `labels` are its values' words. `colours` are those of its points, by their places, where a point's is not the
    series'. A column chart draws an `as_line` series as a line. `across` are a scatter chart's values from left to
    right. A `hidden` series is not drawn: others stand on it, or words stand at it. `formulas` are those of its values'
    cells, None for one that has none.
    """

    name: str
    values: tuple[float | None, ...]
    colour: Colour
    labels: tuple[ChartLabel | None, ...] = ()
    colours: tuple[tuple[int, Colour], ...] = ()
    as_line: bool = False
    across: tuple[float, ...] = ()
    hidden: bool = False
    formulas: tuple[str | None, ...] = ()
    error_bars: ErrorBars | None = None

    def colour_of(self, index: int) -> Colour:
        """The colour of the point at this place."""
        return dict(self.colours).get(index, self.colour)


@dataclass(frozen=True, slots=True)
class WorkbookColumn:
    """A column of a chart's workbook of which its series are reckoned, an entry a category.

    A formula names a cell of its row by its column's key in braces, `{figure}`, and one of the row above `{figure^}`.
    """

    key: str
    heading: str
    entries: tuple[str | float | None, ...]
    formulas: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """Figures from `low` to `high`, with a line every `step` from the first multiple of it.

    `labels` are these lines' as the language writes them, from the lowest; without any, no figures and no lines are
    drawn. `number_format` is how Office writes them.
    """

    low: float
    high: float
    step: float
    labels: tuple[ChartLabel, ...] = ()
    number_format: str = "General"


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart with its workbook. Its bars, lines or sectors stand in `plot`; words stand within `rect`.

    `gap` is the space between two categories' bars, in bars' thicknesses; `line_width` is that of lines, and `marker`
    the diameter of points, 0 for none. `edge` parts what lies against its like. `x_axis` has a scatter chart's values
    from left to right. Of `skip` categories one has a label. `before_series` are the columns of which
    the workbook reckons the series. Where one `spans`, lines go on over values that are missing. For the words of the
    fields `left_out` there was no room. Series have no legend: shapes beside the chart name them.
    """

    name: str
    rect: Rect
    plot: Rect
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    axis: ValueAxis
    grid: Stroke
    description: str
    category_labels: tuple[ChartLabel, ...] = ()
    stacking: Stacking = "clustered"
    gap: float = 0.6
    line_width: Emu = _LINE
    marker: float = 0
    edge: Stroke | None = None
    x_axis: ValueAxis | None = None
    skip: int = 1
    before_series: tuple[WorkbookColumn, ...] = ()
    spans: bool = False
    left_out: tuple[str, ...] = ()

    def mirrored(self, width: int) -> dict[str, Any]:
        """What is otherwise where it is read from right to left. A doughnut is drawn clockwise in every language."""

        def label(each: ChartLabel) -> ChartLabel:
            return replace(each, rect=each.rect.mirrored(width), moved=(-each.moved[0], each.moved[1]))

        def axis(each: ValueAxis) -> ValueAxis:
            return replace(each, labels=tuple(map(label, each.labels)))

        return {
            "plot": self.plot.mirrored(width),
            "category_labels": tuple(map(label, self.category_labels)),
            "series": tuple(
                replace(each, labels=tuple(said and label(said) for said in each.labels)) for each in self.series
            ),
            "axis": axis(self.axis),
            "x_axis": self.x_axis and axis(self.x_axis),
        }

    @property
    def shown(self) -> tuple[str, ...]:
        """Its categories as the chart's own part has them: where it `spans`, those that have a label."""
        if not self.spans:
            return self.categories
        return tuple("" if at % self.skip else words for at, words in enumerate(self.categories))

    @property
    def labels(self) -> tuple[ChartLabel, ...]:
        """All its words, as they are read out."""
        values = (label for each in self.series for label in each.labels if label)
        axes = (label for axis in (self.axis, self.x_axis) if axis for label in axis.labels)
        return (*self.category_labels, *values, *axes)


def ticks(axis: ValueAxis) -> tuple[float, ...]:
    """The figures at which an axis has its lines, from the lowest."""
    first = ceil(axis.low / axis.step - _ROUNDING)
    last = floor(axis.high / axis.step + _ROUNDING)
    return tuple(number * axis.step for number in range(first, last + 1))


def stack(chart: Chart, index: int) -> list[tuple[float, float]]:
    """From what figure to what each series reaches at this category, one on the other; what is negative, downwards.

    Lines stand for themselves, and come to nothing here.
    """
    figures = [0.0 if series.as_line else series.values[index] or 0.0 for series in chart.series]
    whole = sum(map(abs, figures)) if chart.stacking == "100%" else 1.0
    up = down = 0.0
    ends = []
    for figure in figures:
        share = figure / whole if whole else 0.0
        if figure < 0:
            ends.append((down, down + share))
            down += share
        else:
            ends.append((up, up + share))
            up += share
    return ends


class Bar(NamedTuple):
    """A figure's bar in shares of the plot: where it begins across the axis, how thick it is, from where to where it
    reaches along the axis, and its colour."""

    start: float
    thick: float
    low: float
    high: float
    colour: Colour


def bars(chart: Chart) -> Iterator[Bar]:
    """The bars that a bar or column chart draws, none for others."""
    if chart.kind not in ("bar", "column"):
        return
    for start, thick, ends, colour in _grouped(chart) if chart.stacking == "clustered" else _stacked(chart):
        low, high = sorted(share_of(chart.axis, end) for end in ends)
        yield Bar(start, thick, low, high, colour)


def share_of(axis: ValueAxis, figure: float) -> float:
    """How far along its axis a figure is."""
    return (figure - axis.low) / (axis.high - axis.low)


def side_by_side(chart: Chart, number: int, index: int) -> tuple[float, float]:
    """Where the bar of this series begins at this category, in shares of the plot, and how thick it is."""
    across = 1 / max(1, len(chart.categories))
    before, count = (sum(not each.as_line for each in some) for some in (chart.series[:number], chart.series))
    thick = across / (count + chart.gap)
    return index * across + (chart.gap / 2 + before) * thick, thick


_Standing: TypeAlias = tuple[float, float, tuple[float, float], Colour]


def _grouped(chart: Chart) -> Iterator[_Standing]:
    for number, series in enumerate(chart.series):
        for index, figure in enumerate(series.values):
            if figure is not None and not series.as_line:
                yield *side_by_side(chart, number, index), (0.0, figure), series.colour_of(index)


def _stacked(chart: Chart) -> Iterator[_Standing]:
    across = 1 / max(1, len(chart.categories))
    thick = across / (1 + chart.gap)
    for index, _ in enumerate(chart.categories):
        for series, ends in zip(chart.series, stack(chart, index), strict=True):
            if ends[0] != ends[1] and not series.hidden:
                yield index * across + chart.gap / 2 * thick, thick, ends, series.colour_of(index)
