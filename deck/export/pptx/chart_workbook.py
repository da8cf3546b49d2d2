"""A chart's workbook: its figures as PowerPoint shows them for editing, and the words that stand at them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from itertools import accumulate

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from deck.ground.dataclass import dataclass
from deck.model.charts import Chart, ChartSeries

_SHEET = "Sheet1"
# Nothing in the workbook is of the day on which it was written.
_EPOCH = datetime(1980, 1, 1)
_Entries = tuple[str | float | None, ...]
_Formulas = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class ChartCells:
    """Where a chart's figures and words stand in its workbook, as references to cells.

    The categories are in the first column, and after them what series are reckoned of, if they are. Each series is in
    one of the next; those of a scatter chart have one of values from left to right before each. The words at a series'
    figures stand in further columns, in the same order. After them is how low and how high figures may be, and how far
    that is from them.
    """

    chart: Chart

    @property
    def categories(self) -> str:
        return self._column(0)

    def across(self, number: int) -> str:
        """The values from left to right of this series of a scatter chart."""
        return self._column(1 + 2 * number)

    def name(self, number: int) -> str:
        """The name of the series of this number, from 0."""
        return f"{_SHEET}!${xl_col_to_name(self._of(number))}$1"

    def values(self, number: int) -> str:
        return self._column(self._of(number))

    def labels(self, number: int) -> str:
        """The words at the figures of this series, which has some."""
        before = list(accumulate((bool(each.labels) for each in self.chart.series), initial=0))
        return self._column(self._of(len(self.chart.series) - 1) + 1 + before[number])

    def whiskers(self, number: int) -> tuple[str, str]:
        """How far the highs of this series, which has some, are over its values, and its lows under them."""
        first = self._limits(number)
        return self._column(first + 3), self._column(first + 2)

    def columns(self) -> Iterator[tuple[str, _Entries, _Formulas]]:
        """All columns, each with its heading, and the formulas of its entries, if it has some."""
        yield "", self.chart.categories, ()
        for column in self.chart.before_series:
            yield column.heading, column.entries, column.formulas
        for each in self.chart.series:
            if self.chart.kind == "scatter":
                yield "", each.across, ()
            yield each.name, each.values, each.formulas
        for each in self.chart.series:
            if each.labels:
                yield each.name, label_words(each), ()
        for number, each in enumerate(self.chart.series):
            if bars := each.error_bars:
                low, high, below, above = bars.headings
                under, over = bars.below(each.values), bars.above(each.values)
                yield low, bars.lows, ()
                yield high, bars.highs, ()
                yield below, under, _formulas(f"={{value{number}}}-{{low{number}}}", under)
                yield above, over, _formulas(f"={{high{number}}}-{{value{number}}}", over)

    def formula(self, pattern: str, row: int) -> str:
        """A formula with the cells that it names by their columns' keys, in this row of the sheet, from 0."""
        keys = {column.key: xl_col_to_name(number) for number, column in enumerate(self.chart.before_series, start=1)}
        for number, each in enumerate(self.chart.series):
            if each.error_bars:
                first = self._limits(number)
                places = {"value": self._of(number), "low": first, "high": first + 1}
                keys |= {f"{name}{number}": xl_col_to_name(place) for name, place in places.items()}
        return pattern.format_map(
            {key: f"{name}{row + 1}" for key, name in keys.items()}
            | {f"{key}^": f"{name}{row}" for key, name in keys.items()}
        )

    def _limits(self, number: int) -> int:
        """The first of the four columns of this series' error bars."""
        series = self.chart.series
        ranged = sum(each.error_bars is not None for each in series[:number])
        return self._of(len(series) - 1) + 1 + sum(bool(each.labels) for each in series) + 4 * ranged

    def _of(self, number: int) -> int:
        if self.chart.kind == "scatter":
            return 2 + 2 * number
        return 1 + len(self.chart.before_series) + number

    def _column(self, number: int) -> str:
        name = xl_col_to_name(number)
        return f"{_SHEET}!${name}$2:${name}${len(self.chart.categories) + 1}"


def _formulas(pattern: str, figures: _Entries) -> _Formulas:
    return tuple(None if figure is None else pattern for figure in figures)


def label_words(series: ChartSeries) -> tuple[str | None, ...]:
    """What stands at each value, None where nothing does."""
    return tuple(label.words.replace("\n", " ") if label else None for label in series.labels)


def workbook(chart: Chart, cells: ChartCells) -> bytes:
    """The bytes of an .xlsx. The same chart gives the same bytes."""
    target = io.BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"created": _EPOCH})
        page = book.add_worksheet(_SHEET)
        for number, (heading, entries, formulas) in enumerate(cells.columns()):
            if heading:
                page.write_string(0, number, heading)
            for row, entry in enumerate(entries, start=1):
                formula = formulas[row - 1] if formulas else None
                if formula:
                    page.write_formula(row, number, cells.formula(formula, row), value=entry)
                elif isinstance(entry, str) and entry:
                    page.write_string(row, number, entry)
                elif isinstance(entry, float | int):
                    page.write_number(row, number, entry)
    return target.getvalue()
