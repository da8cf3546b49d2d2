"""The labels of categories under lines and areas: of how many one is shown, and how large. Lengths are points."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from deck.ground.dataclass import dataclass
from deck.layouts.charts.data import Data, Ticks
from deck.layouts.charts.text import SIZES, ChartText, lines_of, spacious
from deck.model.style import TextStyle
from deck.model.text import Text

_SIZES = tuple(size for size in SIZES if size <= 20)
_SMALL = tuple(size for size in SIZES if size <= 16)
_SKIPPED_SIZES = (16, 14)
_SKIPS = (1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30)
_WORDS_APART, _DATES_APART = 0.25, 0.8
"""What lies between two labels, in sizes: those of dates stand on one line."""
_OVER_THE_EDGE = 0.3
"""How far the first label of dates may reach under the figures of an axis before the plot, in sizes."""
_NARROWEST = 2.0
"""No date is narrower than this, in sizes: there is no need to measure more than have room."""
_SETTLED = 6
"""How often the plot's length and the labels that have room along it are found of each other."""
_IDEOGRAPHS = "\u2e80"
"""From here on, a letter may be a word of its own."""
_UNSURE = (0.87, 0.93, 1.0, 1.04)
"""The room that LibreOffice may give the words of a category, in its breadths."""


@dataclass(frozen=True, slots=True)
class CategoryLabels:
    """Which categories have a label, each of so wide a room; what they leave free before and after the plot.

    One of so many categories (`step`) from the first has one; None where that is not so, or where labels say less than
    their categories' names.
    """

    style: TextStyle
    ticks: Ticks
    rooms: tuple[float, ...]
    before: float
    after: float
    step: int | None


@dataclass(frozen=True, slots=True)
class Under:
    """What is under a plot in this width, with at least so much before and after it, which an axis's `figures` take.

    `middles` says where along a plot of some length the category at some place stands.
    """

    text: ChartText
    data: Data
    width: float
    before: float
    after: float
    figures: bool
    middles: Callable[[int, float], float]

    def labels(self) -> CategoryLabels:
        """The labels as they are shown."""
        return self._dates() if self.data.spread else self._words()

    def _across(self, length: float) -> float:
        """How wide a category is in a plot of this length."""
        if len(self.data.ids) == 1:
            return length
        return self.middles(1, length) - self.middles(0, length)

    def _words(self) -> CategoryLabels:
        """At the largest size at which none takes more than two lines."""
        across = self._across(self.width - self.before - self.after)

        def room(skip: int, size: float) -> float:
            return across * skip - size * _WORDS_APART

        def fits(skip: int, size: float) -> bool:
            style = self.text.style("chart-label", size)
            sets = [self.text.set(each, style, max(room(skip, size), 1.0)) for each in self.data.labels[::skip]]
            return all(lines_of(each) <= 2 and each.fits for each in sets)

        tried = ((size, skip) for skip in _SKIPS for size in (_SIZES if skip == 1 else _SKIPPED_SIZES))
        size, skip = next((each for each in tried if fits(each[1], each[0])), (_SIZES[-1], 1))
        ticks = Ticks(tuple(range(0, len(self.data.ids), skip)), self.data.labels[::skip])
        rooms = (room(skip, size),) * len(ticks.places)
        return CategoryLabels(self.text.style("chart-label", size), ticks, rooms, self.before, self.after, skip)

    def _dates(self) -> CategoryLabels:
        """The first of the sets of labels that have room on one line."""
        for whole in (True, False):
            for style, ticks in self._sets():
                if found := self._placed(style, ticks, whole=whole):
                    return found
        style = self.text.style("chart-label", _SIZES[-1])
        return CategoryLabels(style, Ticks((), ()), (), self.before, self.after, None)

    def _sets(self) -> Iterator[tuple[TextStyle, Ticks]]:
        """All labels that may be shown, the best first."""
        for number, ticks in enumerate(self.data.ticks):
            for size in _SMALL if number else _SIZES:
                if len(ticks.places) * _NARROWEST * size <= self.width:
                    yield self.text.style("chart-label", size), ticks

    def _placed(self, style: TextStyle, ticks: Ticks, *, whole: bool) -> CategoryLabels | None:
        """These labels at this size, if they have room and stay `whole`; the first and the last reach over no edge."""
        rooms = [spacious(self.text.width(each, style)) for each in ticks.labels]
        over = rooms[0] / 2 - self.middles(ticks.places[0], self.width - self.before - self.after)
        if self.figures and over > _OVER_THE_EDGE * style.size:
            # It would stand under the axis's lowest figure: the next one is the first.
            if ticks is self.data.ticks[0] or ticks not in self.data.ticks or len(rooms) == 1:
                return None
            return self._placed(style, Ticks(ticks.places[1:], ticks.labels[1:]), whole=whole)
        before, after = self.before, self.after
        for _ in range(_SETTLED):
            length = self.width - before - after
            before = max(before, rooms[0] / 2 - self.middles(ticks.places[0], length))
            after = max(after, rooms[-1] / 2 - (length - self.middles(ticks.places[-1], length)))
        length = self.width - before - after
        placed = [(self.middles(place, length), room) for place, room in zip(ticks.places, rooms, strict=True)]
        apart = _DATES_APART * style.size
        if any(other[0] - one[0] < (one[1] + other[1]) / 2 + apart for one, other in pairwise(placed)):
            return None
        across = self._across(length)
        if whole and not self._stay_whole(ticks.labels, style, across):
            return None
        return CategoryLabels(style, ticks, tuple(rooms), before, after, self._step(ticks))

    def _stay_whole(self, labels: tuple[Text, ...], style: TextStyle, across: float) -> bool:
        """Whether LibreOffice leaves labels on one line that are wider than their categories.

        It breaks them there, all or none: none if a line of one would begin within a word.
        """
        widths = [(each.plain, self.text.width(each, style)) for each in labels]
        if all(wide <= across * _UNSURE[0] for _, wide in widths):
            return True
        return any(wide > across * _UNSURE[-1] and self._is_parted(words, style, across) for words, wide in widths)

    def _is_parted(self, words: str, style: TextStyle, across: float) -> bool:
        """Whether a line of these would end within a number or a word, even if it were measured a little otherwise."""

        def end(room: float) -> int:
            fitting = (at for at in range(len(words) - 1, 0, -1) if self.text.width(Text.of(words[:at]), style) <= room)
            return next(fitting, 1)

        # Between ideographs and numbers there is no need to part either.
        breaks = next((at for at, one in enumerate(words) if one >= _IDEOGRAPHS), len(words))
        ends = {end(across * share) for share in _UNSURE}
        return all(at < breaks and _is_within_a_word(words[at - 1], words[at]) for at in ends)

    def _step(self, ticks: Ticks) -> int | None:
        step = ticks.places[1] if len(ticks.places) > 1 else len(self.data.ids)
        every = ticks.places == tuple(range(0, len(self.data.ids), step))
        return step if every and ticks.labels == self.data.labels[::step] else None


def _is_within_a_word(one: str, other: str) -> bool:
    if one.isdecimal() and other.isdecimal():
        return True
    return one.isalpha() and other.isalpha()
