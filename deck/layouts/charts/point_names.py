"""The names of points by two figures each: where each hides no other name and no other point. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deck.ground.dataclass import dataclass
from deck.layouts.charts.data import Data
from deck.layouts.charts.figures import Plot
from deck.layouts.charts.text import LIFTED, LINE, ChartText, above, spacious
from deck.model.charts import CAP, ChartLabel, Side, ValueAxis, share_of
from deck.model.style import Align, TextStyle

_SIZE = 16
_AFTER = 3.0
_LEADING = (LINE - 1) * _SIZE
"""By so much two lines may lie over each other before their letters do."""
_MOST_SAID = 16
"""Of more points only those are named that stand out."""

_ALIGN: dict[Side, Align] = {"after": "start", "before": "end", "over": "centre", "under": "centre"}


@dataclass(frozen=True, slots=True)
class PointNames:
    """Places names at points of this diameter in `plot`, between its axes' figures and the edges of `room`."""

    data: Data
    plot: Plot
    room: Plot
    upright: ValueAxis
    lying: ValueAxis
    marker: float
    text: ChartText

    def labels(self) -> tuple[tuple[ChartLabel | None, ...], tuple[str, ...]]:
        """Each point's name where it has one, and the fields of those for which there was no room."""
        drawn = [self._drawn(index) for index, _ in enumerate(self.data.ids)]
        open_to = {index: self._open_to(index, drawn) for index in self._named()}
        # Those that stand out come first, then those that have the fewest places.
        ranked = sorted(open_to, key=lambda each: (not self._stands_out(each), len(open_to[each])))
        taken: dict[int, tuple[Side, Plot]] = {}
        for index in ranked:
            others = [at for _, at in taken.values()]
            free = (each for each in open_to[index] if not any(_meet(each[1], other, _LEADING) for other in others))
            if place := next(free, None):
                taken[index] = place
        labels = (self._label(index, *taken[index]) if index in taken else None for index, _ in enumerate(drawn))
        return tuple(labels), tuple(self._field(index) for index in open_to if index not in taken)

    def _named(self) -> Iterator[int]:
        said = len(self.data.ids) <= _MOST_SAID
        for index, point in enumerate(self.data.series[0].points):
            if point.number is not None and (said or self._stands_out(index)):
                yield index

    def _stands_out(self, index: int) -> bool:
        return self.data.ids[index] in self.data.highlight

    def _field(self, index: int) -> str:
        return f"categories.{self.data.ids[index]}.label"

    def _style(self, index: int) -> TextStyle:
        return self.text.style("chart-label", _SIZE, bold=self._stands_out(index))

    def _label(self, index: int, side: Side, at: Plot) -> ChartLabel:
        label = self.text.label(self.data.labels[index], self._style(index), at, self._field(index), _ALIGN[side])
        return label if side == "after" else replace(label, side=side)

    def _up(self, figure: float) -> float:
        return self.plot[1] + self.plot[3] * (1 - share_of(self.upright, figure))

    def _drawn(self, index: int) -> list[Plot]:
        """What is drawn of a point: its mark, and how low and how high it may be."""
        point = self.data.series[0].points[index]
        if point.number is None:
            return []
        x, y, size = (
            self.plot[0] + self.plot[2] * share_of(self.lying, point.across),
            self._up(point.number),
            self.marker,
        )
        mark = (x - size / 2, y - size / 2, size, size)
        if point.low is None or point.high is None:
            return [mark]
        high, low = self._up(point.high.number), self._up(point.low.number)
        return [mark, (x - CAP / 2, high, CAP, low - high)]

    def _open_to(self, index: int, drawn: list[list[Plot]]) -> list[tuple[Side, Plot]]:
        """The places of a name that hide no point, the best first."""
        left, top, width, height = self.room
        return [
            (side, at)
            for side, at in self._sides(index, drawn[index][0])
            if at[0] >= left and at[0] + at[2] <= left + width and at[1] >= top and at[1] + at[3] <= top + height
            if not any(_meet(at, mark) for marks in drawn for mark in marks)
        ]

    def _sides(self, index: int, mark: Plot) -> Iterator[tuple[Side, Plot]]:
        style = self._style(index)
        wide, high = spacious(self.text.width(self.data.labels[index], style)), LINE * style.size
        left, top, size, _ = mark
        middle = top + size / 2 - high / 2 - LIFTED * style.size
        yield "after", (left + size + _AFTER, middle, wide, high)
        yield "before", (left - _AFTER - wide, middle, wide, high)
        yield "over", (left + size / 2 - wide / 2, top - above(style.size) - high, wide, high)
        yield "under", (left + size / 2 - wide / 2, top + size, wide, high)


def _meet(one: Plot, other: Plot, by: float = 0.0) -> bool:
    """Whether they lie over each other, by more than so much of their heights."""
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] + by < other[1] + other[3]
        and other[1] + by < one[1] + one[3]
    )
