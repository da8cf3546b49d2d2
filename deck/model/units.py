"""Lengths and rectangles: English Metric Units for places, points for type.

Places are whole EMU, as in DrawingML (914,400 to the inch, 12,700 to the point); type is in points.
The design grid's unit U is 6 pt: a 16:9 slide is 160 × 90 U.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NewType

from deck.ground.dataclass import dataclass

Emu = NewType("Emu", int)

EMU_PER_POINT = 12_700
EMU_PER_UNIT = 76_200


def units(count: float) -> Emu:
    """That many grid units (6 pt each) in EMU."""
    return Emu(round(count * EMU_PER_UNIT))


def points(emu: int) -> float:
    """A length in EMU as points."""
    return emu / EMU_PER_POINT


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle on a slide, in EMU from the slide's top left corner."""

    left: Emu
    top: Emu
    width: Emu
    height: Emu

    @classmethod
    def of_units(cls, left: float, top: float, width: float, height: float) -> Rect:
        """The rectangle at these grid units; its edges are rounded, so that neighbours meet."""
        x, y = units(left), units(top)
        return cls(x, y, Emu(units(left + width) - x), Emu(units(top + height) - y))

    @classmethod
    def around(cls, rects: Collection[Rect]) -> Rect:
        """The least that holds all of these, of which there is one at least."""
        left, top = min(rect.left for rect in rects), min(rect.top for rect in rects)
        right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
        return cls(left, top, Emu(right - left), Emu(bottom - top))

    @property
    def right(self) -> Emu:
        return Emu(self.left + self.width)

    @property
    def bottom(self) -> Emu:
        return Emu(self.top + self.height)

    def meets(self, other: Rect) -> bool:
        """Whether they lie over each other by more than their edges."""
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom

    def shared(self, other: Rect) -> int:
        """How much of each lies over the other: an area, in square EMU."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0, across) * max(0, down)

    def holds(self, other: Rect) -> bool:
        """Whether the other one lies wholly in this one."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def mirrored(self, within: int) -> Rect:
        """This rectangle on the other side of a slide that is `within` EMU wide."""
        return Rect(Emu(within - self.right), self.top, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Insets:
    """The space between a shape's edges and its text, in EMU; start and end follow the reading direction."""

    start: Emu = Emu(0)
    top: Emu = Emu(0)
    end: Emu = Emu(0)
    bottom: Emu = Emu(0)

    @classmethod
    def of_units(cls, start: float, top: float, end: float, bottom: float) -> Insets:
        """The insets that are these many grid units."""
        return cls(units(start), units(top), units(end), units(bottom))
