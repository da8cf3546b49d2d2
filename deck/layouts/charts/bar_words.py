"""The figures of bars in words: at the ends of bars, or in the middle of the parts of a stack. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.dataclass import dataclass
from deck.layouts.charts.axis import as_decimal
from deck.layouts.charts.colours import readable
from deck.layouts.charts.data import Data
from deck.layouts.charts.error_bars import moved
from deck.layouts.charts.figures import Plot, plot_of
from deck.layouts.charts.text import AFTER, LIFTED, LINE, ROOM, ChartText, above, spacious
from deck.model.charts import Chart, ChartLabel, stack
from deck.model.shapes import Shape, TextBox
from deck.model.speech import Speech
from deck.model.style import Align
from deck.model.text import Text
from deck.model.units import points


@dataclass(frozen=True, slots=True)
class BarWords:
    """Sets the words at a chart's bars, of which `abreast` stand side by side, at this size."""

    chart: Chart
    data: Data
    abreast: int
    text: ChartText
    speech: Speech
    plot: Plot
    size: float

    def of(self, number: int) -> Iterator[ChartLabel | None]:
        """Those of one series."""
        for index, point in enumerate(self.data.series[number].points):
            if point.number is None or point.text is None:
                yield None
            elif self.chart.stacking == "clustered":
                yield self._at_end(number, index, point.text, point.number)
            else:
                yield self._within(number, index)

    @property
    def _lying(self) -> bool:
        return self.chart.kind == "bar"

    def _bar(self, place: int, index: int) -> tuple[float, float]:
        """Where a category's bar at this place begins, across the plot, and how thick it is."""
        _, _, width, height = self.plot
        pitch = (height if self._lying else width) / len(self.data.ids)
        thick = pitch / (self.abreast + self.chart.gap)
        return pitch * index + thick * (self.chart.gap / 2 + place), thick

    def _along(self, figure: float) -> float:
        """How far a figure is along the plot."""
        _, _, width, height = self.plot
        axis = self.chart.axis
        return (width if self._lying else height) * (figure - axis.low) / (axis.high - axis.low)

    def _at_end(self, number: int, index: int, text: Text, figure: float) -> ChartLabel:
        names = {self.data.ids[index], self.data.series[number].id}
        stands_back = bool(self.data.highlight) and not self.data.highlight & names
        style = self.text.style("chart-value", self.size, bold=not stands_back)
        wide = spacious(self.text.width(text, style))
        left, top, _, height = self.plot
        start, thick = self._bar(number, index)
        align: Align = "centre"
        if self._lying:
            end = left + self._along(figure)
            align = "end" if figure < 0 else "start"
            x = end - AFTER - wide if figure < 0 else end + AFTER
            at = (x, top + start - LIFTED * self.size, wide, thick)
        else:
            end = top + height - self._along(figure)
            y = end if figure < 0 else end - above(self.size) - LINE * self.size
            at = (left + start + thick / 2 - wide / 2, y, wide, LINE * self.size)
        point = self.data.series[number].points[index]
        label = self.text.label(text, style, at, point.field, align)
        if (limit := point.low if figure < 0 else point.high) is None:
            return label
        beyond = self._along(limit.number) - self._along(figure)
        size = points(self.chart.rect.width), points(self.chart.rect.height)
        return moved(label, size, beyond, 0) if self._lying else moved(label, size, 0, -beyond)

    def _within(self, number: int, index: int) -> ChartLabel | None:
        """The words in the middle of a part of a stack; none where the part is too small for them."""
        low, high = stack(self.chart, index)[number]
        point = self.data.series[number].points[index]
        text = point.text
        if self.chart.stacking == "100%":
            text = Text.of(self.speech.percent(as_decimal(round(100 * (high - low)))))
        if text is None or low == high:
            return None
        ground = self.chart.series[number].colour_of(index)
        style = self.text.style("chart-value", self.size, readable(self.text.theme, ground))
        wide, line = spacious(self.text.width(text, style)), LINE * self.size
        left, top, _, height = self.plot
        start, thick = self._bar(0, index)
        long, middle = abs(self._along(high) - self._along(low)), (self._along(low) + self._along(high)) / 2
        if self._lying:
            if wide + self.size / 3 > long or line > thick * 1.1:
                return None
            at = (left + middle - wide / 2, top + start - LIFTED * self.size, wide, thick)
        else:
            if line > long or wide > thick * 1.1:
                return None
            at = (left + start + (thick - wide) / 2, top + height - middle - line / 2 - LIFTED * self.size, wide, line)
        return self.text.label(text, style, at, point.field, "centre")


def no_figures(chart: Chart, data: Data, text: ChartText, speech: Speech) -> Iterator[Shape]:
    """The word that there is no figure, where a bar would stand alone at its category."""
    if len(data.series) > 1 or not chart.category_labels:
        return
    size = chart.category_labels[0].text.sizes[0]
    style = text.style("chart-axis", size)
    word = Text.of(speech.phrase("chart.missing"))
    plot = plot_of(chart)
    left, top, width, height = plot
    share = (0 - chart.axis.low) / (chart.axis.high - chart.axis.low)
    for index, point in enumerate(data.series[0].points):
        if point.number is not None:
            continue
        pitch = (height if chart.kind == "bar" else width) / len(data.ids)
        if chart.kind == "bar":
            wide = spacious(text.width(word, style))
            at = (left + width * share + AFTER, top + pitch * index - LIFTED * size, wide, pitch)
            label = text.label(word, style, at, "")
        else:
            lines = len(text.set(word, style, pitch).lines)
            room = ROOM * size * lines
            y = top + height * (1 - share) - 0.3 * LINE * size - (ROOM + LINE) / 2 * size * lines
            label = text.label(word, style, (left + pitch * index, y, pitch, room), "", "centre")
        yield TextBox("No figure", label.rect, label.text)
