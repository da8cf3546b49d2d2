"""A card with one figure: the figure large over what it counts, and under it the parts of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from deck.ground.dataclass import dataclass
from deck.layouts.frame.composition import grown
from deck.layouts.frame.furniture import rectangle
from deck.layouts.frame.slots import FIRST_IDX, coloured, slot
from deck.model.shapes import AutoShape, Placeholder
from deck.model.style import Anchor, Colour, Stroke, TextStyle
from deck.model.theme import Theme
from deck.model.units import EMU_PER_POINT, EMU_PER_UNIT, Rect, units

Measures = Literal["hero-wide", "hero", "hero-small"]
Fractions = tuple[float, ...]

# The padding at a card's sides, wide and narrow, and of a figure from the cap: at the card's top, and in its middle.
_SIDE, _SIDE_NARROW = 5, 3
_HIGH, _HIGH_HEIGHT, _MIDDLE = 0.3, 21.9, 2
# Where the bar begins, how far above it the words before the parts, and how far under it the parts.
_BAR_TOP, _LEAD_ABOVE, _PARTS_BELOW, _PARTS_GAP = 27.6, 4.3, 1.4, 3
# Between a figure, or the parts, and the source under it.
_OVER_SOURCE, _PARTS_OVER_SOURCE = 0.2, 0.8
_HOLLOW = 0.2
_ROUND = 2.0
"""More air over and under a figure in a card that is made to its measure."""
_AIR = 0.2
"""The space over a figure that stands under an edge, in its sizes: engines that take a line's ascent from the font's
Windows metrics set it so much higher."""
_BOTTOM = 2.0
_SOURCE_HEIGHT, _SOURCE_HEIGHT_NARROW = 6.2, 9.0
"""Two lines for a source; three on a narrow slide."""
NARROW = 140
"""A slide that is not so wide, in grid units, has its figures in more lines and rows."""
_LEAD_HEIGHT = 3.8
_GAP = 0.5
_BAR_HEIGHT = 4.8
_LEAST_BAR = 0.2
"""However small a part is, it is seen, in grid units."""
_SLOTS_A_CARD = 6
# A slot narrower than this, in grid units, has no room for a figure and what it counts.
_LEAST_PART_WIDTH = 22
# How much of its card's accent each part of a bar has, in per cent; each stands out from the ground by 3 : 1.
_SHADES = (100, 68, 84)


@dataclass(frozen=True, slots=True)
class FigureCard:
    """One card of a slide of figures. `box` is its left, top, width and height, in grid units.

    `parts` is how many parts of the whole it shows and `fractions` their shares, empty where there is no bar: over
    parts, the figure stands at the top. The figure and what it counts are larger by a step; where the `tallest` text in
    a row is known, in grid units, all figures in it stand on one line. `sourced` is one with or beside a source, for
    which it keeps room. A card that is alone is set larger by its `scale`, parts and all.
    """

    theme: Theme
    index: int
    box: tuple[float, float, float, float]
    accent: Colour
    measures: Measures
    parts: int
    fractions: Fractions
    lead: bool
    source: bool
    step: float = 1
    tallest: float | None = None
    scale: float = 1
    sourced: bool = False

    def decoration(self) -> tuple[AutoShape, ...]:
        """The card's ground and its cap."""
        left, top, width, height = self.box
        number, cap = self.index + 1, self.theme.marks.cap
        return (
            rectangle(f"Card {number}", left, top + cap, width, height - cap, self.theme.grounds.card),
            rectangle(f"Cap {number}", left, top, width, cap, self.accent),
        )

    def slots(self) -> Iterator[Placeholder]:
        """All of the card's slots, in reading order."""
        yield self.hero_slot()
        if self.lead and self.parts:
            yield self.lead_slot()
        yield from self.part_slots()
        if self.source:
            yield self.source_slot()

    def hero_slot(self) -> Placeholder:
        """The figure over what it counts; in the middle of the card where it has no parts."""
        _, top, _, height = self.box
        high = bool(self.parts)
        cap = self.theme.marks.cap
        hero = grown(coloured(self._scaled(self.measures), self.accent), self.step)
        label = grown(self._scaled("hero-label-small" if self.measures == "hero-small" else "hero-label"), self.step)
        box_top, box_height = (
            (top + cap + _HIGH, _HIGH_HEIGHT * self.scale)
            if high
            else (top + cap + _MIDDLE, height - cap - _MIDDLE - self._under_figure)
        )
        anchor: Anchor = "middle" if not high and self.tallest is None else "top"
        if self.tallest is not None and not high:
            above = max(box_height - self.tallest, 0) / 2
            box_top, box_height = box_top + above, box_height - above
        return self._slot(0, "Figure", box_top, box_height, hero, label, anchor=anchor, air=_air(hero) if high else 0)

    def height(self, hero: float) -> float:
        """How high the card would be, in grid units, whose figure and label are so high; only without parts."""
        return self.theme.marks.cap + _MIDDLE + hero + self._under_figure + 2 * _ROUND

    def lead_slot(self) -> Placeholder:
        """The words before the parts, just above the bar."""
        return self._slot(
            1, "Lead", self._bar_top - _LEAD_ABOVE, _LEAD_HEIGHT, self._scaled("part-heading"), anchor="bottom"
        )

    def part_slots(self) -> Iterator[Placeholder]:
        """A part's figure over what it counts, under its part of the bar where that is wide enough."""
        if not self.parts:
            return
        figure = coloured(self._scaled("part-figure"), self.accent)
        top = self._bar_top + _BAR_HEIGHT + _PARTS_BELOW if self.fractions else self._bar_top
        height = self._foot - top
        for number, (left, width) in enumerate(self._part_spans(), start=1):
            yield slot(
                self._idx(1 + number),
                f"Part {self.index + 1}.{number}",
                (left, top, width, height),
                figure,
                self._scaled("part-label"),
                prompt="Figure",
                insets=(0, _air(figure), 0, 0),
            )

    def source_slot(self) -> Placeholder:
        """The source, at the card's foot."""
        _, top, _, height = self.box
        return self._slot(
            5,
            "Source",
            top + height - _BOTTOM - self._source_height,
            self._source_height,
            self.theme.style("source"),
            anchor="bottom",
        )

    def bar(self) -> Iterator[AutoShape]:
        """The parts of the whole to scale; what none of them counts is left hollow."""
        if not self.fractions:
            return
        left = self._left
        end = left + self._width - _LEAST_BAR
        for number, (fraction, shade) in enumerate(zip(self.fractions, _SHADES, strict=False), start=1):
            width = self._width * fraction
            if fraction:
                shown, colour = (
                    max(width - (_GAP if left + width < end else 0), _LEAST_BAR),
                    replace(self.accent, alpha=shade),
                )
                name = f"Bar {self.index + 1}.{number}"
                yield rectangle(name, left, self._bar_top, shown, _BAR_HEIGHT, colour)
            left += width
        if (rest := self._left + self._width - left) > _GAP:
            at = Rect.of_units(left, self._bar_top, rest, _BAR_HEIGHT)
            stroke = Stroke(self.accent, units(_HOLLOW))
            yield AutoShape(f"Bar {self.index + 1}, rest", at, "rect", Colour("lt1"), stroke)

    def _scaled(self, name: str) -> TextStyle:
        style = self.theme.style(name)
        return style if self.scale == 1 else replace(style, size=round(style.size * self.scale))

    @property
    def _under_figure(self) -> float:
        """What is kept free under a figure without parts, in grid units."""
        return _BOTTOM + (self._source_height + _OVER_SOURCE if self.source or self.sourced else 0)

    @property
    def _source_height(self) -> float:
        return _SOURCE_HEIGHT_NARROW if self.theme.grid.width < NARROW else _SOURCE_HEIGHT

    @property
    def _left(self) -> float:
        return self.box[0] + self._inset

    @property
    def _width(self) -> float:
        return self.box[2] - 2 * self._inset

    @property
    def _inset(self) -> float:
        return _SIDE_NARROW if self.measures == "hero-small" else _SIDE

    @property
    def _bar_top(self) -> float:
        return self.box[1] + _BAR_TOP * self.scale

    @property
    def _foot(self) -> float:
        return self.box[1] + self.box[3] - _BOTTOM - (self._source_height + _PARTS_OVER_SOURCE if self.source else 0)

    def _part_spans(self) -> list[tuple[float, float]]:
        """Left and width of each part's text: as its part of the bar, or equal where one would be too narrow."""
        shares = self.fractions or (1 / self.parts,) * self.parts
        # The text of a last part may run on under what the bar leaves hollow.
        widths = [share * self._width for share in shares[:-1]]
        widths.append(self._width - sum(widths))
        if min(widths) < _LEAST_PART_WIDTH:
            widths = [self._width / self.parts] * self.parts
        lefts = [self._left + sum(widths[:number]) for number in range(self.parts)]
        return [
            (left, width - (_PARTS_GAP if left != lefts[-1] else 0)) for left, width in zip(lefts, widths, strict=True)
        ]

    def _slot(
        self, number: int, name: str, top: float, height: float, *styles: TextStyle, anchor: Anchor, air: float = 0
    ) -> Placeholder:
        at = (self._left, top, self._width, height)
        name_here, insets = f"{name} {self.index + 1}", (0, air, 0, 0)
        return slot(self._idx(number), name_here, at, *styles, prompt=name, insets=insets, anchor=anchor)

    def _idx(self, number: int) -> int:
        return FIRST_IDX + self.index * _SLOTS_A_CARD + number


def _air(figure: TextStyle) -> float:
    """The space over a figure, in grid units."""
    return _AIR * figure.size * EMU_PER_POINT / EMU_PER_UNIT
