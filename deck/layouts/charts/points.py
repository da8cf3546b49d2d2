"""Points by two figures each, and rings of parts, with their words. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deck.ground.dataclass import dataclass
from deck.layouts.charts.axis import round_axis
from deck.layouts.charts.colours import EDGE, INK, grid
from deck.layouts.charts.data import Data
from deck.layouts.charts.error_bars import error_bars
from deck.layouts.charts.figures import Plot, figures, figures_below, figures_beside, room_beside, tick_format
from deck.layouts.charts.point_names import PointNames
from deck.layouts.charts.text import LINE, ROOM, ChartText, below, box, spacious
from deck.layouts.frame.furniture import ACCENTS, muted
from deck.model.charts import Chart, ChartSeries, ValueAxis
from deck.model.shapes import AutoShape, Shape, TextBox
from deck.model.speech import Speech
from deck.model.style import Colour
from deck.model.text import Text

_AXIS_SIZE, _LABEL_SIZE, _MARKER = 16, 16, 12.0
_RING_SIZES = (44, 40, 36, 32, 30, 28, 26, 24, 22, 20, 18, 16, 14)
_CHIP, _CHIP_GAP, _RING_GAP, _LEAST_RING = 0.6, 0.55, 48.0, 0.34


@dataclass(frozen=True, slots=True)
class Points:
    """Sets a scatter chart in `area` (left, top, width, height); `across` and `up` are what its axes are of.

    The lying one may be `over_years`.
    """

    data: Data
    area: Plot
    text: ChartText
    speech: Speech
    across: Text | None
    up: Text | None
    over_years: bool = False
    up_field: str = "up"

    def shapes(self) -> tuple[Chart, list[Shape]]:
        """The chart, and what its axes are of."""
        left, top, width, height = self.area
        points = self.data.series[0].points
        over = ROOM * _AXIS_SIZE + 14 if self.up else _AXIS_SIZE / 2
        under = ROOM * _AXIS_SIZE if self.across else 0.0
        axis = round_axis(self.data.numbers, from_nought=False)
        lying = round_axis((point.across for point in points), from_nought=False, most=8)
        words, below_words = figures(axis, self.speech), figures(lying, self.speech, years=self.over_years)
        before = room_beside(self.text, words, _AXIS_SIZE)
        style = self.text.style("chart-label", _LABEL_SIZE)
        after = spacious(self.text.width(Text.of(below_words[-1].plain), style)) / 2
        foot = below(_AXIS_SIZE) + LINE * _AXIS_SIZE + under
        plot = (left + before, top + over, width - before - after, height - over - foot)
        # Names beside the highest and the lowest points stand half over the plot's edge; none lies on figures.
        over_top, under_foot = 0.75 * _LABEL_SIZE, 0.5 * _LABEL_SIZE
        room = (plot[0], plot[1] - over_top, left + width - plot[0], plot[3] + over_top + under_foot)
        labels, left_out = PointNames(self.data, plot, room, axis, lying, _MARKER, self.text).labels()
        series = ChartSeries(
            "",
            tuple(point.number for point in points),
            muted(self.text.theme) if self.data.highlight else ACCENTS[0],
            labels,
            tuple((index, ACCENTS[0]) for index, each in enumerate(self.data.ids) if each in self.data.highlight),
            across=tuple(point.across for point in points),
            error_bars=error_bars(self.data.series[0], INK, self.speech),
        )
        chart = Chart(
            "Chart",
            box(left, top, width, height - under),
            box(*plot),
            "scatter",
            tuple(each.plain for each in self.data.labels),
            (series,),
            replace(
                axis,
                labels=tuple(figures_beside(self.text, axis, words, plot, _AXIS_SIZE)),
                number_format=tick_format(axis, self.speech),
            ),
            grid(self.text.theme),
            "",
            marker=_MARKER,
            x_axis=replace(
                lying,
                labels=tuple(figures_below(self.text, lying, below_words, plot, _AXIS_SIZE)),
                number_format=tick_format(lying, self.speech, years=self.over_years),
            ),
            left_out=left_out,
        )
        return chart, list(self._titles(plot, under))

    def _titles(self, plot: Plot, under: float) -> Iterator[Shape]:
        left, top, width, height = self.area
        style = self.text.style("chart-axis", _AXIS_SIZE)
        if self.up:
            at = box(left, top, width, ROOM * _AXIS_SIZE)
            yield TextBox(
                "Upright axis", at, self.text.set(self.up, style, width, ROOM * _AXIS_SIZE), field=self.up_field
            )
        if self.across:
            at = box(plot[0], top + height - under, plot[2], ROOM * _AXIS_SIZE)
            fitted = self.text.set(self.across, style, plot[2], ROOM * _AXIS_SIZE, "end")
            yield TextBox("Lying axis", at, fitted, field="across")


@dataclass(frozen=True, slots=True)
class Ring:
    """Sets a doughnut in `area`: the ring, and beside it each part's figure in its colour with its label."""

    data: Data
    area: Plot
    text: ChartText

    def shapes(self) -> tuple[Chart, list[Shape]]:
        """The chart, and the words beside it."""
        left, top, width, height = self.area
        across = min(height, width * 0.45)
        list_left = left + across + _RING_GAP
        colours = tuple(self._colours())
        points = self.data.series[0].points
        series = ChartSeries(
            "",
            tuple(point.number for point in points),
            ACCENTS[0],
            colours=tuple(enumerate(colours)),
        )
        rect = box(left, top + (height - across) / 2, across, across)
        chart = Chart(
            "Chart",
            rect,
            rect,
            "doughnut",
            tuple(each.plain for each in self.data.labels),
            (series,),
            ValueAxis(0, 1, 1),
            grid(self.text.theme),
            "",
            edge=EDGE,
        )
        return chart, list(self._words(list_left, left + width - list_left, colours))

    def _colours(self) -> Iterator[Colour]:
        chosen = [each for each in self.data.ids if each in self.data.highlight]
        for index, each in enumerate(self.data.ids):
            if chosen:
                yield ACCENTS[chosen.index(each)] if each in chosen else muted(self.text.theme)
            else:
                yield ACCENTS[index % len(ACCENTS)]

    def _words(self, left: float, width: float, colours: tuple[Colour, ...]) -> Iterator[Shape]:
        """A row a part: its colour, its figure, its label under or after it."""
        _, top, _, height = self.area
        points = self.data.series[0].points
        for size in _RING_SIZES:
            style, value_style = self.text.style("chart-label", size * 0.8), self.text.style("chart-value", size)
            chip = (_CHIP + _CHIP_GAP) * size
            figure_wide = spacious(self.text.widest((point.text for point in points), value_style)) + 0.7 * size
            room = width - chip - figure_wide
            sets = [self.text.set(each, style, max(room, 1.0)) for each in self.data.labels]
            rows = [max(ROOM * size, fitted.height) + 0.55 * size for fitted in sets]
            narrow = not all(fitted.fits for fitted in sets)
            if not narrow and sum(rows) <= height and room > width * _LEAST_RING:
                break
        y = top + max(0.0, (height - sum(rows)) / 2)
        for index, (name, label, high) in enumerate(zip(self.data.ids, self.data.labels, rows, strict=True)):
            point = points[index]
            square = _CHIP * size
            # The first line's letters stand on one line, of whatever size.
            baseline = y + 0.25 * size + size
            at = box(left, baseline - 0.62 * size, square, square)
            yield AutoShape("Part colour", at, "rect", colours[index])
            if point.text:
                at = box(left + chip, baseline - size, figure_wide, ROOM * size)
                yield TextBox(
                    "Part figure",
                    at,
                    self.text.set(point.text, value_style, figure_wide, ROOM * size),
                    field=point.field,
                )
            at = box(left + chip + figure_wide, baseline - style.size, room, sets[index].height + 2)
            fitted = self.text.set(label, style, room, sets[index].height + 2)
            yield TextBox("Part", at, fitted, field=f"categories.{name}.label")
            y += high
