"""Bars and columns, side by side or stacked: how thick they are, and how much room their words take, in points."""

from __future__ import annotations

from dataclasses import replace

from deck.ground.dataclass import dataclass
from deck.layouts.charts.axis import round_axis
from deck.layouts.charts.bar_words import BarWords
from deck.layouts.charts.colours import EDGE, INK, bar_colours, bar_point_colours, grid
from deck.layouts.charts.data import Data
from deck.layouts.charts.error_bars import AIR, error_bars
from deck.layouts.charts.figures import Plot, figures, figures_below, figures_beside, room_beside, tick_format
from deck.layouts.charts.text import (
    AFTER,
    BESIDE,
    LIFTED,
    LINE,
    SIZES,
    ChartText,
    above,
    below,
    box,
    lines_of,
    spacious,
)
from deck.layouts.frame.composition import top_of
from deck.model.charts import Chart, ChartKind, ChartLabel, ChartSeries, Stacking, ValueAxis
from deck.model.speech import Speech

_LEAST_SIZE, _AXIS_SIZE, _LARGEST_OVER_AXIS = SIZES[-1], 16, 20
_HIGHEST_ROW, _WIDEST_COLUMN = 88.0, 216.0
"""The most that a bar and its gap take; where several stand side by side, more by these shares of it each."""
_MORE_ROW, _MORE_COLUMN = 0.7, 0.6
_GAP, _GAP_OF_GROUPS = 0.55, 0.8
"""Between bars, in their thicknesses; between groups of them."""
_MOST_LABELS, _LONG_LABELS = 0.5, 0.4
"""How much of the width the categories' labels take at the most; beyond the second, they rather take two lines."""
_FEW_LINES, _MOST_LINES = 2, 4
_APART = 0.4
"""Between the figures of neighbouring columns at the least, in sizes."""
_CLEAR = 10.0
"""Between the figure of a bar below nought and its category."""
_ENOUGH = 14
"""At this size figures that have no room in their part of a stack are left out, rather than set smaller."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Sets bars (lying) or columns in `area` (left, top, width, height)."""

    kind: ChartKind
    stacking: Stacking
    data: Data
    area: Plot
    text: ChartText
    speech: Speech
    sign: str = ""

    def chart(self) -> Chart:
        """The chart at the largest size at which all its words have room, with an axis where its figures have none."""
        setting = self._lying if self.kind == "bar" else self._standing
        for labelled in (True, False):
            for size in SIZES:
                if (labelled or size <= _LARGEST_OVER_AXIS) and (chart := setting(size, labelled=labelled)):
                    return chart
        chart = setting(_LEAST_SIZE, labelled=not self._lines, crowded=True)
        assert chart
        return chart

    @property
    def _lines(self) -> bool:
        return any(each.as_line for each in self.data.series)

    @property
    def _abreast(self) -> int:
        """How many bars stand side by side at a category."""
        return len([each for each in self.data.series if not each.as_line]) if self.stacking == "clustered" else 1

    @property
    def _gap(self) -> float:
        return _GAP if self._abreast == 1 else _GAP_OF_GROUPS

    def _ends(self) -> tuple[float, float]:
        """The lowest and the highest to which bars reach, nought among them."""
        if self.stacking == "100%":
            return 0.0, 1.0
        if self.stacking == "stacked":
            totals = list(self.data.totals())
            return min(low for low, _ in totals), max(high for _, high in totals)
        known = [*self.data.numbers, 0.0]
        return min(known), max(known)

    def _axis(self, *, labelled: bool) -> ValueAxis:
        low, high = self._ends()
        if not labelled:
            return round_axis([low, high])
        # Where there is nothing to draw, there is an axis all the same.
        return ValueAxis(low, high if high > low else low + 1.0, high - low or 1.0)

    def _lying(self, size: float, *, labelled: bool, crowded: bool = False) -> Chart | None:
        left, top, width, height = self.area
        count = len(self.data.ids)
        figure_size = min(size, _AXIS_SIZE)
        foot = 0.0 if labelled else below(figure_size) + LINE * figure_size
        pitch = min((height - foot) / count, _HIGHEST_ROW * (1 + _MORE_ROW * (self._abreast - 1)))
        thick = pitch / (self._abreast + self._gap)
        if labelled and self.stacking == "clustered" and thick < 0.9 * LINE * size and not crowded:
            return None
        style = self.text.style("chart-label", size)
        wanted = self.text.widest(self.data.labels, style)
        room = min(spacious(wanted), width * _MOST_LABELS)
        if wanted > width * _LONG_LABELS and pitch >= _FEW_LINES * LINE * size:
            room = min(room, max(width / 4, spacious(wanted / _FEW_LINES) + 2 * size))
        sets = [self.text.set(each, style, room, pitch) for each in self.data.labels]
        if not crowded and any(not each.fits or lines_of(each) > _FEW_LINES for each in sets):
            return None
        axis = self._axis(labelled=labelled)
        before, after = self._room_at_ends(axis, size) if labelled else (0.0, size)
        start, length = left + room + BESIDE, width - room - BESIDE - after
        if before:
            scale = (length - before) / (axis.high - axis.low)
            axis = replace(axis, low=axis.low - before / scale)
        y = top_of(top, height - foot, pitch * count)
        plot = (start, y, length, pitch * count)
        labels = tuple(
            self.text.label(
                each, style, (left, y + pitch * at - LIFTED * size, room, pitch), f"categories.{name}.label", "end"
            )
            for at, (name, each) in enumerate(zip(self.data.ids, self.data.labels, strict=True))
        )
        chart = self._made((left, y, width, pitch * count + foot), plot, axis, labels)
        if labelled:
            return self._with_words(chart, plot, size)
        words = figures(axis, self.speech, self.stacking, self.sign)
        return self._with_figures(chart, tuple(figures_below(self.text, axis, words, plot, figure_size)))

    def _standing(self, size: float, *, labelled: bool, crowded: bool = False) -> Chart | None:
        left, top, width, height = self.area
        count = len(self.data.ids)
        if labelled and self._lines:
            return None
        axis, before, figure_size = self._axis(labelled=labelled), 0.0, min(size, _AXIS_SIZE)
        words = figures(axis, self.speech, self.stacking, self.sign) if not labelled else []
        if not labelled:
            before = room_beside(self.text, words, figure_size)
        pitch = min((width - before) / count, _WIDEST_COLUMN * (1 + _MORE_COLUMN * (self._abreast - 1)))
        if labelled and self.stacking == "clustered" and not crowded:
            # A single column's figure may reach into the gap; those side by side stand close.
            room = pitch - _APART * size if self._abreast == 1 else pitch / (self._abreast + self._gap)
            texts = (point.text for each in self.data.series for point in each.points)
            if self.text.widest(texts, self.text.style("chart-value", size)) > room:
                return None
        style = self.text.style("chart-label", size)
        room = pitch - size * 0.5
        sets = [self.text.set(each, style, room) for each in self.data.labels]
        deepest = max(map(lines_of, sets))
        narrow = not all(each.fits for each in sets)
        if not crowded and (narrow or deepest > (_FEW_LINES if size > _LEAST_SIZE else _MOST_LINES)):
            return None
        foot = below(size) + self.text.line(self.data.labels, style) * min(deepest, _MOST_LINES)
        over = above(size) + self._line(size) + self._air if labelled and self.stacking == "clustered" else size / 2
        plot_height = height - foot - over
        if axis.low < 0 and labelled and self.stacking == "clustered":
            under = above(size) + LINE * size + self._air
            axis = replace(axis, low=axis.low - under * (axis.high - axis.low) / (plot_height - under))
        x = left + before + (width - before - pitch * count) / 2
        plot = (x, top + over, pitch * count, plot_height)
        y = plot[1] + plot_height + below(size)
        labels = tuple(
            self.text.hanging(
                each,
                style,
                (x + pitch * at + (pitch - room) / 2, y, room, foot - below(size)),
                f"categories.{name}.label",
            )
            for at, (name, each) in enumerate(zip(self.data.ids, self.data.labels, strict=True))
        )
        chart = self._made((x - before, top, before + pitch * count, height), plot, axis, labels)
        if labelled:
            return self._with_words(chart, plot, size)
        return self._with_figures(chart, tuple(figures_beside(self.text, axis, words, plot, figure_size)))

    @property
    def _air(self) -> float:
        """What words stand further from bars with whiskers."""
        return AIR if self.data.ranged else 0.0

    def _line(self, size: float) -> float:
        """How high the figures' line is over a column: where it has no room, LibreOffice makes the plot lower."""
        texts = [point.text for each in self.data.series for point in each.points if point.text]
        return self.text.line(texts, self.text.style("chart-value", size)) if texts else LINE * size

    def _with_words(self, chart: Chart, plot: Plot, size: float) -> Chart:
        """The chart with its figures' words; those in a stack's parts are as large as all of them may be."""
        sizes = (size,) if self.stacking == "clustered" else [each for each in SIZES if _ENOUGH <= each <= size]
        for each in sizes or (size,):
            words = BarWords(chart, self.data, self._abreast, self.text, self.speech, plot, each)
            series = tuple(replace(one, labels=tuple(words.of(number))) for number, one in enumerate(chart.series))
            said = (pair for one in series for pair in zip(one.values, one.labels, strict=True))
            if all(label for figure, label in said if figure):
                break
        return replace(chart, series=series)

    def _with_figures(self, chart: Chart, labels: tuple[ChartLabel, ...]) -> Chart:
        written = tick_format(chart.axis, self.speech, self.stacking, self.sign)
        return replace(chart, axis=replace(chart.axis, labels=labels, number_format=written))

    def _room_at_ends(self, axis: ValueAxis, size: float) -> tuple[float, float]:
        """How much room figures take at the ends of bars below nought, and of those above."""
        if self.stacking != "clustered":
            return 0.0, 0.0
        style = self.text.style("chart-value", size)
        points = [point for each in self.data.series for point in each.points if point.number is not None]
        under, over = (
            self.text.widest((point.text for point in points if ((point.number or 0.0) < 0) is negative), style)
            for negative in (True, False)
        )
        after = AFTER + self._air
        return (spacious(under) + after + _CLEAR if axis.low < 0 else 0.0), spacious(over) + after

    def _series(self) -> tuple[ChartSeries, ...]:
        return tuple(
            ChartSeries(
                each.name.plain if each.name else "",
                tuple(point.number for point in each.points),
                colour,
                colours=bar_point_colours(self.text.theme, self.data),
                as_line=each.as_line,
                error_bars=error_bars(each, INK, self.speech),
            )
            for each, colour in zip(self.data.series, bar_colours(self.text.theme, self.data), strict=True)
        )

    def _made(self, rect: Plot, plot: Plot, axis: ValueAxis, labels: tuple[ChartLabel, ...]) -> Chart:
        return Chart(
            "Chart",
            box(*rect),
            box(*plot),
            self.kind,
            tuple(each.plain for each in self.data.labels),
            self._series(),
            axis,
            grid(self.text.theme),
            "",
            labels,
            self.stacking,
            self._gap,
            marker=9 if self._lines else 0,
            edge=EDGE if self.stacking != "clustered" else None,
        )
