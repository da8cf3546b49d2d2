"""A waterfall: columns that begin where those before them end, each a rise, a fall or a total.

PowerPoint draws it as stacked columns, on one that is not seen. How high each stands is reckoned in the chart's
workbook, so that a figure that is changed there moves all after it. Columns that cross nought have a part on each side,
and a series for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deck.ground.dataclass import dataclass
from deck.layouts.charts.bars import Bars
from deck.layouts.charts.colours import INK
from deck.layouts.charts.data import Data
from deck.layouts.charts.figures import Plot
from deck.layouts.charts.text import LINE, above, spacious, under
from deck.layouts.frame.furniture import ACCENTS, muted
from deck.model.charts import Chart, ChartLabel, ChartSeries, ValueAxis, WorkbookColumn
from deck.model.style import Colour
from deck.model.units import EMU_PER_POINT, Emu

_RISE, _FALL = ACCENTS[0], ACCENTS[1]
_GAP = 0.35
_CONNECTOR = Emu(EMU_PER_POINT)
_IN_TURN = 3
"""So many series of lines, each of which joins two columns and leaves out the next, join all."""
# Formulas of a row's cells, by the keys of its columns; `^` is the row above.
_START, _END = '=IF({total}="",N({end^}),0)', "={start}+{figure}"
_BASE = "=MAX(0,MIN({start},{end}))+MIN(0,MAX({start},{end}))"
_TOTAL = '=IF({total}="",0,{end})'
_ABOVE = "MAX(0,MAX({start},{end}))-MAX(0,MIN({start},{end}))"
_BELOW = "MIN(0,MIN({start},{end}))-MIN(0,MAX({start},{end}))"
_WHERE = '=IF(AND({{total}}="",{{figure}}{sign}0),{part},0)'
_WORDS = "=IF(MAX({start},{end})>0,MAX({start},{end}),MIN({start},{end}))"
_LINE_FROM, _LINE_TO = "={end}", "={end^}"


@dataclass(frozen=True, slots=True)
class Step:
    """A column: from what figure to what it goes, and whether it is a total."""

    start: float
    end: float
    total: bool

    @property
    def low(self) -> float:
        return min(self.start, self.end)

    @property
    def high(self) -> float:
        return max(self.start, self.end)

    @property
    def hangs(self) -> bool:
        """Whether it is below nought, and has its words under it."""
        return self.high <= 0 and self.low < 0


def steps(data: Data) -> Iterator[Step]:
    """Each category's column."""
    level = 0.0
    for name, point in zip(data.ids, data.series[0].points, strict=True):
        total = name in data.sums
        start = 0.0 if total else level
        # Sums of binary fractions have digits that nobody wrote.
        level = round(start + (point.number or 0.0), 9)
        yield Step(start, level, total)


@dataclass(frozen=True, slots=True)
class Waterfall(Bars):
    """Sets a waterfall's columns, at the largest size at which all its words have room."""

    @property
    def _gap(self) -> float:
        return _GAP

    def _ends(self) -> tuple[float, float]:
        found = list(steps(self.data))
        return min(0.0, *(each.low for each in found)), max(0.0, *(each.high for each in found))

    def _made(self, rect: Plot, plot: Plot, axis: ValueAxis, labels: tuple[ChartLabel, ...]) -> Chart:
        made = Bars._made(self, rect, plot, axis, labels)
        return replace(made, stacking="stacked", line_width=_CONNECTOR, before_series=tuple(self._reckoned()))

    def _reckoned(self) -> Iterator[WorkbookColumn]:
        """The columns of the workbook that say what changes, and from where to where."""
        found, count = list(steps(self.data)), len(self.data.ids)
        heading = self.speech.phrase
        figures = tuple(point.number for point in self.data.series[0].points)
        yield WorkbookColumn("figure", heading("chart.change"), figures)
        sums = tuple("×" if each.total else None for each in found)
        yield WorkbookColumn("total", heading("chart.is-total"), sums)
        yield WorkbookColumn("start", heading("chart.start"), tuple(each.start for each in found), (_START,) * count)
        yield WorkbookColumn("end", heading("chart.end"), tuple(each.end for each in found), (_END,) * count)

    def _series(self) -> tuple[ChartSeries, ...]:
        found, phrase = list(steps(self.data)), self.speech.phrase
        rise, fall = phrase("chart.rise"), phrase("chart.fall")
        # A total stands back behind what changes, but where others do.
        sums = muted(self.text.theme)
        base = [max(0.0, each.low) + min(0.0, each.high) for each in found]
        at = [each.low if each.hangs else each.high for each in found]
        return (
            self._columns(phrase("chart.base"), base, sums, _BASE, hidden=True),
            self._columns(phrase("chart.total"), [each.end if each.total else 0.0 for each in found], sums, _TOTAL),
            self._changes(rise, ">", _RISE, _ABOVE),
            self._changes(fall, "<", _FALL, _ABOVE),
            self._changes(phrase("chart.below", name=rise), ">", _RISE, _BELOW),
            self._changes(phrase("chart.below", name=fall), "<", _FALL, _BELOW),
            *self._connectors(found),
            ChartSeries(phrase("chart.words"), tuple(at), INK, as_line=True, hidden=True, formulas=(_WORDS,) * len(at)),
        )

    def _columns(
        self, name: str, values: Sequence[float], colour: Colour, formula: str, *, hidden: bool = False
    ) -> ChartSeries:
        chosen = self.data.highlight
        stands_out = INK if colour == muted(self.text.theme) else colour
        colours = tuple((at, stands_out) for at, each in enumerate(self.data.ids) if each in chosen)
        back = muted(self.text.theme) if chosen else colour
        return ChartSeries(name, tuple(values), back, colours=colours, hidden=hidden, formulas=(formula,) * len(values))

    def _changes(self, name: str, sign: str, colour: Colour, part: str) -> ChartSeries:
        """What rises or falls, above nought or below."""
        values = []
        for each in steps(self.data):
            wanted = not each.total and (each.end > each.start if sign == ">" else each.end < each.start)
            above, below = max(0.0, each.high) - max(0.0, each.low), min(0.0, each.low) - min(0.0, each.high)
            values.append((above if part == _ABOVE else below) if wanted else 0.0)
        return self._columns(name, values, colour, _WHERE.format(sign=sign, part=part))

    def _connectors(self, found: Sequence[Step]) -> Iterator[ChartSeries]:
        """Lines from where a column ends to where the next begins."""
        for turn in range(min(_IN_TURN, len(found) - 1)):
            starts = range(turn, len(found) - 1, _IN_TURN)
            ends = {at + 1 for at in starts}
            values = tuple(
                found[at].end if at in starts else found[at - 1].end if at in ends else None for at in range(len(found))
            )
            formulas = tuple(
                _LINE_FROM if at in starts else _LINE_TO if at in ends else None for at in range(len(found))
            )
            name = self.speech.phrase("chart.connector", number=str(turn + 1))
            yield ChartSeries(name, values, muted(self.text.theme), as_line=True, formulas=formulas)

    def _with_words(self, chart: Chart, plot: Plot, size: float) -> Chart:
        left, top, width, height = plot
        pitch, axis = width / len(self.data.ids), chart.axis
        labels: list[ChartLabel | None] = []
        points = self.data.series[0].points
        for index, (name, point, step) in enumerate(zip(self.data.ids, points, steps(self.data), strict=True)):
            if point.text is None:
                labels.append(None)
                continue
            style = self.text.style("chart-value", size, bold=not self.data.highlight or name in self.data.highlight)
            wide = spacious(self.text.width(point.text, style))
            y = top + height * (1 - ((step.low if step.hangs else step.high) - axis.low) / (axis.high - axis.low))
            y += under(size) if step.hangs else -above(size) - LINE * size
            at = (left + pitch * (index + 0.5) - wide / 2, y, wide, LINE * size)
            label = self.text.label(point.text, style, at, point.field, "centre")
            labels.append(replace(label, side="under" if step.hangs else None))
        *others, last = chart.series
        return replace(chart, series=(*others, replace(last, labels=tuple(labels))))
