"""Lines and areas over categories, named at their ends. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias, TypeVar

from deck.ground.dataclass import dataclass
from deck.layouts.charts.axis import round_axis
from deck.layouts.charts.category_labels import CategoryLabels, Under
from deck.layouts.charts.colours import EDGE, grid, point_colours, series_colours
from deck.layouts.charts.data import Data
from deck.layouts.charts.error_bars import AIR, error_bars, moved
from deck.layouts.charts.figures import Plot, figures, figures_beside, room_beside, tick_format
from deck.layouts.charts.names import Name, beside
from deck.layouts.charts.text import LINE, ChartText, above, below, box, lines_of, spacious
from deck.layouts.frame.furniture import ACCENTS
from deck.model.charts import Chart, ChartKind, ChartLabel, ChartSeries, Stacking, ValueAxis, WorkbookColumn
from deck.model.shapes import Shape
from deck.model.speech import Speech
from deck.model.style import Colour
from deck.model.units import EMU_PER_POINT, Emu, points

_AXIS_SIZE, _SAID_SIZE = 16, 20
_NAME_SIZES = (20, 18, 16, 15, 14)
_MOST_NAMES = 0.28
"""How much of the width the names at the lines' ends take at the most."""
_GAP = 0.6
_MOST_MARKED, _MOST_SAID = 16, 8
"""As many points as are marked; and, of a single line, as many as have their figures."""
_THICK, _MARKER = 3.0, 9.0
_SAID_APART = 0.4
"""What lies between two figures at points, in sizes, at the least."""
_Place: TypeAlias = tuple[float, float]
"""Where a point is: from the left and from the top."""
_OfPoint = TypeVar("_OfPoint")


@dataclass(frozen=True, slots=True)
class Lines:
    """Sets lines or areas in `area` (left, top, width, height)."""

    kind: ChartKind
    stacking: Stacking
    data: Data
    area: Plot
    text: ChartText
    speech: Speech
    sign: str = ""

    def shapes(self) -> tuple[Chart, list[Shape]]:
        """The chart, and the names of its series."""
        left, top, width, height = self.area
        size = self._name_size(width)
        names_width = self._names_width(size, width)
        after = names_width + _GAP * size if names_width else 0.0
        said = self._are_said(width - after)
        totals = [total for pair in self.data.totals() for total in pair]
        if self.stacking == "100%":
            axis = round_axis([0.0, 1.0])
        elif self.stacking == "stacked":
            axis = round_axis(totals)
        else:
            axis = round_axis(self.data.numbers, from_nought=self.kind == "area")
        words = [] if said else figures(axis, self.speech, self.stacking, self.sign)
        before = 0.0 if said else room_beside(self.text, words, _AXIS_SIZE)
        along = Under(self.text, self.data, width, before, after, bool(words), self._along).labels()
        before, style, label_size = along.before, along.style, along.style.size
        length = width - before - along.after
        labelled = list(zip(along.ticks.places, along.ticks.labels, along.rooms, strict=True))
        deepest = max((lines_of(self.text.set(label, style, room)) for _, label, room in labelled), default=1)
        foot = below(label_size) + self.text.line(along.ticks.labels, style) * deepest
        air = AIR if self.data.ranged else 0.0
        over = above(_SAID_SIZE) + LINE * _SAID_SIZE + _MARKER + air if said else _AXIS_SIZE / 2
        under = LINE * _SAID_SIZE + _MARKER + air if said else 0.0
        plot = (left + before, top + over, length, height - foot - over)
        if under and (axis.low or self._dips(axis, under / plot[3])):
            # The lowest point's figure stands over the categories.
            axis = replace(axis, low=axis.low - under * (axis.high - axis.low) / (plot[3] - under))
        labels = tuple(
            self.text.hanging(
                label,
                style,
                (
                    plot[0] + self._along(index, length) - room / 2,
                    plot[1] + plot[3] + below(label_size),
                    room,
                    foot - below(label_size),
                ),
                f"categories.{self.data.ids[index]}.label" if self.data.ids[index] else None,
            )
            for index, label, room in labelled
        )
        if not said:
            labels_beside = tuple(figures_beside(self.text, axis, words, plot, _AXIS_SIZE))
            written = tick_format(axis, self.speech, self.stacking, self.sign)
            axis = replace(axis, labels=labels_beside, number_format=written)
        colours = series_colours(self.text.theme, self.data)
        if self.kind == "line" and len(colours) == 1:
            colours = ACCENTS[:1]
        chart = Chart(
            "Chart",
            box(left, top, width, height),
            box(*plot),
            self.kind,
            self._categories(along),
            tuple(self._series(colours, plot, axis.low, axis.high, said=said)),
            axis,
            grid(self.text.theme),
            "",
            labels,
            self.stacking,
            line_width=Emu(round(_THICK * EMU_PER_POINT)),
            marker=_MARKER if self.kind == "line" and self._known <= _MOST_MARKED else 0,
            edge=EDGE if self.kind == "area" else None,
            skip=along.step or 1,
            before_series=() if along.step else (WorkbookColumn("day", "", self.data.days),),
            spans=self.data.spread,
        )
        names = list(self._names(colours, plot, axis.low, axis.high)) if names_width else []
        x = plot[0] + length + _GAP * size
        return chart, list(beside(self.text, names, x, names_width, top, top + height, size))

    @property
    def _known(self) -> int:
        """How many categories there are, but for those between dates."""
        if not self.data.spread:
            return len(self.data.ids)
        rows = zip(*(each.points for each in self.data.series), strict=True)
        return sum(any(point.number is not None for point in row) for row in rows)

    def _categories(self, along: CategoryLabels) -> tuple[str, ...]:
        """The words of all; or, where no regular part of them has a label, of those alone that have one."""
        if along.step:
            return tuple(each.plain for each in self.data.labels)
        shown = dict(zip(along.ticks.places, along.ticks.labels, strict=True))
        return tuple(shown[at].plain if at in shown else "" for at, _ in enumerate(self.data.ids))

    def _are_said(self, length: float) -> bool:
        """Whether each figure is said at its point, rather than on an axis: few have room, and those not too near."""
        if self.kind != "line" or len(self.data.series) > 1 or self._known > _MOST_SAID:
            return False
        if not self.data.spread:
            return True
        style = self.text.style("chart-value", _SAID_SIZE, bold=True)
        said = [
            (self._along(index, length), self.text.width(point.text, style))
            for index, point in enumerate(self.data.series[0].points)
            if point.text
        ]
        apart = _SAID_APART * _SAID_SIZE
        return all(other[0] - one[0] >= (one[1] + other[1]) / 2 + apart for one, other in pairwise(said))

    def _along(self, index: int, length: float) -> float:
        count = len(self.data.ids)
        if self.kind == "area":
            return length * index / max(1, count - 1)
        return length * (index + 0.5) / count

    def _name_size(self, width: float) -> float:
        texts = [each.name for each in self.data.series]
        for size in _NAME_SIZES:
            if self.text.widest(texts, self.text.style("chart-series", size)) <= width * _MOST_NAMES:
                return size
        return 16

    def _names_width(self, size: float, width: float) -> float:
        texts = [each.name for each in self.data.series if each.name]
        if not texts:
            return 0.0
        return min(spacious(self.text.widest(texts, self.text.style("chart-series", size))), width * _MOST_NAMES)

    def _names(self, colours: tuple[Colour, ...], plot: Plot, low: float, high: float) -> Iterator[Name]:
        """Each name at its line's last point, or in the middle of its band's end."""
        under = 0.0
        figures_at_end = [each.points[-1].number or 0.0 for each in self.data.series]
        whole = sum(map(abs, figures_at_end)) if self.stacking == "100%" else 1.0
        for each, colour, last in zip(self.data.series, colours, figures_at_end, strict=True):
            if self.kind == "area":
                share = last / (whole or 1.0)
                figure = under + share / 2 if self.stacking != "clustered" else share / 2
                under += share
            else:
                figure = each.numbers[-1] if each.numbers else low
            at = plot[1] + plot[3] * (1 - (figure - low) / (high - low))
            assert each.name
            yield Name(each.name, colour, f"series.{each.id}.name", at)

    def _series(
        self, colours: tuple[Colour, ...], plot: Plot, low: float, high: float, *, said: bool
    ) -> Iterator[ChartSeries]:
        for each, colour in zip(self.data.series, colours, strict=True):
            labels = tuple(self._said(plot, low, high)) if said else ()
            yield ChartSeries(
                each.name.plain if each.name else "",
                tuple(point.number for point in each.points),
                colour,
                labels,
                point_colours(self.data, ACCENTS[1]) if self.kind == "line" else (),
                error_bars=error_bars(each, colour, self.speech),
            )

    def _said(self, plot: Plot, low: float, high: float) -> Sequence[ChartLabel | None]:
        """The figure at each point of a single line, beside the line where that would cross it."""
        style = self.text.style("chart-value", _SAID_SIZE)
        places = [
            (plot[0] + self._along(at, plot[2]), plot[1] + plot[3] * (1 - (each.number - low) / (high - low)))
            if each.number is not None
            else None
            for at, each in enumerate(self.data.series[0].points)
        ]
        labels = [self._at_point(at, style.size, place, plot, low, high) for at, place in enumerate(places)]
        for at, (place, label) in enumerate(zip(places, labels, strict=True)):
            if place and label and (across := self._aside(label, place, self._neighbours(places, at))):
                # No further than to the chart's edge: there the line crosses less of it.
                before = min(0.0, self.area[0] + AIR - points(label.rect.left))
                after = max(0.0, sum(self.area[::2]) - AIR - points(label.rect.right))
                aside = moved(label, self.area[2:], min(max(across, before), after), 0)
                aside = replace(aside, moved=(aside.moved[0], label.moved[1]))
                others = (each for each in labels if each and each is not label)
                if not any(aside.rect.meets(each.rect) for each in others):
                    labels[at] = aside
        return labels

    def _aside(self, label: ChartLabel, place: _Place, beside: Sequence[_Place | None]) -> float:
        """How far to the side a figure is to stand of whose words the line crosses one half; 0 where it crosses none,
        or both."""
        sign = 1 if label.side == "under" else -1
        far = (points(label.rect.top) - place[1]) if sign > 0 else (place[1] - points(label.rect.bottom))
        half = points(label.rect.width) / 2
        over = []
        for other in beside:
            reach = sign * (other[1] - place[1]) if other else 0.0
            free = far / reach * abs(other[0] - place[0]) if other and reach > max(far, 0.0) else half
            over.append(max(0.0, half - free))
        before, after = over
        return 0.0 if before and after else before or -after

    def _neighbours(self, points: Sequence[_OfPoint | None], index: int) -> tuple[_OfPoint | None, _OfPoint | None]:
        """Those to which the line goes from one of these, before it and after it: over gaps only between dates."""
        reach = len(points) if self.data.spread else 1
        sides = points[:index][::-1], points[index + 1 :]
        before, after = (next((each for each in side[:reach] if each is not None), None) for side in sides)
        return before, after

    def _at_point(
        self, index: int, size: float, place: _Place | None, plot: Plot, low: float, high: float
    ) -> ChartLabel | None:
        """The figure at a point of a single line: over it, or under it where the line comes and goes above."""
        point = self.data.series[0].points[index]
        if point.number is None or point.text is None or place is None:
            return None
        stands_back = bool(self.data.highlight) and self.data.ids[index] not in self.data.highlight
        style = self.text.style("chart-value", size, bold=not stands_back)
        wide = spacious(self.text.width(point.text, style))
        x, y = place
        under = self._lies_low(index) and y + _MARKER / 2 + LINE * size <= plot[1] + plot[3]
        y += _MARKER / 2 if under else -_MARKER / 2 - above(size) - LINE * size
        label = self.text.label(point.text, style, (x - wide / 2, y, wide, LINE * size), point.field, "centre")
        label = replace(label, side="under" if under else None)
        limit = point.low if under else point.high
        if limit is None:
            return label
        return moved(label, self.area[2:], 0, (point.number - limit.number) * plot[3] / (high - low))

    def _dips(self, axis: ValueAxis, share: float) -> bool:
        """Whether the line comes down to a point, and goes up again, that has less than this share of the plot under
        it for its figure."""
        numbers = [each.number for each in self.data.series[0].points]
        lowest = axis.low + share * (axis.high - axis.low)
        return any(
            number is not None and number < lowest and all(other is not None and other > number for other in near)
            for at, number in enumerate(numbers)
            for near in (self._neighbours(numbers, at),)
        )

    def _lies_low(self, index: int) -> bool:
        """Whether the line comes and goes above a point, so that its figure has more room under it."""
        numbers = [each.number for each in self.data.series[0].points]
        known = [each for each in self._neighbours(numbers, index) if each is not None]
        return bool(known) and sum(known) / len(known) > (numbers[index] or 0.0)
