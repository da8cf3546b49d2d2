"""What is drawn along the axis of a plan: bars and milestones, today, and the names of months, quarters or years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from deck.ground.dataclass import dataclass
from deck.layouts.charts.text import ROOM, ChartText, box, spacious
from deck.layouts.frame.furniture import ACCENTS, gridline, rectangle
from deck.layouts.gantt import first_day, label_columns, row_height, top_of_rows
from deck.model.outlines import Path
from deck.model.shapes import AutoShape, Group, Shape, TextBox
from deck.model.speech import Period, Speech
from deck.model.style import Colour
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import EMU_PER_POINT, EMU_PER_UNIT, Rect

if TYPE_CHECKING:
    from deck.layouts.gantt import Foot, Gantt, Row

_GAP = 0.3
"""Columns between the labels and the axis."""
_BAR, _DIAMOND, _TICK, _TODAY = 0.5, 0.72, 0.2, 0.35
"""A bar's and a milestone's height in rows; how wide a period's line and today's are, in grid units."""
_HIGHEST_BAR, _LARGEST_DIAMOND = 4.0, 4.6
_SIZE, _LEAST_SIZE = 16, 14
_POINTS = EMU_PER_UNIT / EMU_PER_POINT
_DIAMOND_DRAWN = Path(100, 100, (("M", 50, 0), ("L", 100, 50), ("L", 50, 100), ("L", 0, 50), ("Z",)))
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_MILESTONE, _NOW, _PHASES = Colour("dk2"), ACCENTS[1], (ACCENTS[0], *ACCENTS[2:5])


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days from the first of a period to the last of one, from `left` over `width` grid units."""

    first: date
    last: date
    period: Period
    left: float
    width: float

    def at(self, day: date) -> float:
        """Where a day begins."""
        whole = (self.last - self.first).days + 1
        return self.left + self.width * min(max((day - self.first).days, 0), whole) / whole

    def noon(self, day: date) -> float:
        """Where a day's middle is."""
        return (self.at(day) + self.at(day + timedelta(days=1))) / 2

    def within(self, milestones: Sequence[date], diamond: float) -> _Axis:
        """The same, but as much shorter that no milestone of this size reaches over its end."""
        shares = [(self.noon(day) - self.left) / self.width for day in milestones]
        longest = [(self.width - diamond / 2) / share for share in shares if share]
        return replace(self, width=min([self.width, *longest]))

    def periods(self) -> Iterator[tuple[date, date]]:
        """The first day of each period, and of the next."""
        start = self.first
        while start <= self.last:
            after = _later(_begin(start, _MONTHS[self.period]), _MONTHS[self.period])
            yield start, after
            start = after


def _later(day: date, months: int) -> date:
    """The first of the month so many months later."""
    month = day.month - 1 + months
    return date(day.year + month // 12, month % 12 + 1, 1)


def _begin(day: date, months: int) -> date:
    """The first day of the period of so many months."""
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def drawn(
    content: Gantt, rows: Sequence[Row], under: Foot, theme: Theme, measurer: Measurer
) -> tuple[list[Shape], list[Shape]]:
    """What is read before the rows, the names over the axis; and what after them, the bars and today."""
    assert content._speech
    speech, text = content._speech, ChartText(theme, measurer)
    top, high = (made(theme, len(rows), under) for made in (top_of_rows, row_height))
    axis, names = _axis(content, theme, text, speech, _diamond(high))
    foot = top + high * len(rows)
    over: list[Shape] = []
    for number, (start, label) in enumerate(names, start=1):
        x = axis.at(start)
        if start > axis.first:
            over.append(rectangle(f"Line {number}", x - _TICK / 2, top - 1, _TICK, foot - top + 1, gridline(theme)))
        style = text.style("chart-axis", _LEAST_SIZE if axis.period == "month" else _SIZE)
        width = spacious(text.width(label, style))
        at = box((x + 0.6) * _POINTS, (top - 1) * _POINTS - ROOM * style.size, width, ROOM * style.size)
        over.append(TextBox("Period", at, text.set(label, style, width, ROOM * style.size)))
    along: list[Shape] = [_bars(rows, axis, top, high, speech)]
    if content.today:
        along += _today(first_day(content.today), axis, (top, foot), text, speech)
    return over, along


def _diamond(high: float) -> float:
    """How wide and high a milestone is in a row so high, in grid units."""
    return min(_DIAMOND * high, _LARGEST_DIAMOND)


def _axis(
    content: Gantt, theme: Theme, text: ChartText, speech: Speech, diamond: float
) -> tuple[_Axis, list[tuple[date, Text]]]:
    """The axis in the shortest periods whose names have room, and these names."""
    grid = theme.grid
    left = grid.x(label_columns(theme) + _GAP)
    width = grid.x(0) + grid.w(grid.columns) - left
    days = [day for task in content.tasks for day in task.days]
    days += [first_day(content.today)] if content.today else []
    low, high = min(days), max(days)
    periods: tuple[Period, ...] = ("month", "quarter", "year")
    for period in periods:
        # Years are shown in quarters: a plan that begins in autumn has no empty spring.
        whole = min(_MONTHS[period], _MONTHS["quarter"])
        axis = _Axis(_begin(low, whole), _later(_begin(high, whole), whole) - timedelta(days=1), period, left, width)
        axis = axis.within([task.days[0] for task in content.tasks if task.milestone], diamond)
        style = text.style("chart-axis", _LEAST_SIZE if period == "month" else _SIZE)
        names = [(start, after, Text.of(speech.period(start, period))) for start, after in axis.periods()]
        short = [
            spacious(text.width(name, style)) > (axis.at(after) - axis.at(start) - 1.2) * _POINTS
            for start, after, name in names
        ]
        if not any(short[1:-1] if period == "year" else short):
            return axis, [(start, name) for (start, _, name), cut in zip(names, short, strict=True) if not cut]
    # Of many years, some have their names.
    wide = spacious(text.widest((name for _, _, name in names), style)) / _POINTS + 2
    return axis, [(start, name) for start, _, name in names[1 :: ceil(wide * len(names) / axis.width)]]


def _bars(rows: Sequence[Row], axis: _Axis, top: float, high: float, speech: Speech) -> Group:
    """A bar or a diamond for each task, a phase's in its colour; their days are said in words."""
    shapes: list[AutoShape] = []
    said = []
    phases = -1
    for index, (task, phase) in enumerate(rows):
        phases += phase
        if phase:
            continue
        middle = top + high * (index + 0.5)
        first, last = task.days
        if task.milestone:
            size = _diamond(high)
            x = axis.noon(first)
            at = Rect.of_units(x - size / 2, middle - size / 2, size, size)
            shapes.append(AutoShape(f"Milestone {task.id}", at, _DIAMOND_DRAWN, _MILESTONE))
            words = speech.period(first, "day")
        else:
            start, end = axis.at(first), axis.at(last + timedelta(days=1))
            thick = min(_BAR * high, _HIGHEST_BAR)
            colour = _PHASES[max(phases, 0) % len(_PHASES)]
            shapes.append(rectangle(f"Bar {task.id}", start, middle - thick / 2, max(end - start, 0.6), thick, colour))
            words = speech.phrase("gantt.span", start=speech.period(first, "day"), end=speech.period(last, "day"))
        said.append(speech.phrase("chart.point", place=task.label.plain, value=words))
    return Group("Bars", Rect.around([each.rect for each in shapes]), tuple(shapes), speech.listed(said))


def _today(day: date, axis: _Axis, ends: tuple[float, float], text: ChartText, speech: Speech) -> Iterator[Shape]:
    """A line through all rows, with the word on it, under them."""
    top, foot = ends
    x = axis.at(day)
    yield rectangle("Today", x - _TODAY / 2, top - 1, _TODAY, foot - top + 1, _NOW)
    style = replace(text.style("chart-series", _LEAST_SIZE, _NOW), minimum_size=_LEAST_SIZE)
    word = Text.of(speech.phrase("gantt.today"))
    width = spacious(text.width(word, style)) + 4
    left = min(max(x * _POINTS - width / 2, axis.left * _POINTS), (axis.left + axis.width) * _POINTS - width)
    at = box(left, (foot + 1.2) * _POINTS, width, ROOM * style.size)
    yield TextBox("Today's word", at, text.set(word, style, width, ROOM * style.size, "centre"))
