"""Lines that hold on to the shapes that they join."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, TypeAlias

from deck.ground.dataclass import dataclass
from deck.model.style import Stroke
from deck.model.units import Emu, Rect

Side = Literal["top", "left", "bottom", "right"]
Point: TypeAlias = tuple[Emu, Emu]
"""A place on a slide: from its left, from its top."""
_OTHER_SIDE: Mapping[Side, Side] = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Glue:
    """Where a link holds on to a shape: by its name, which no other on its slide has, in the middle of this side."""

    shape: str
    side: Side

    def mirrored(self) -> Glue:
        """The same end for reading from right to left."""
        return replace(self, side=_OTHER_SIDE.get(self.side, self.side))


@dataclass(frozen=True, slots=True)
class Link:
    """A line that stays with the two shapes that it joins, when one is moved; decoration, as its slide says in words.

    `points` are its ends and bends, in EMU: a straight line of any direction, or two, three or five level and
    upright ones in turn. `arrow` puts a head at its end. The shapes that it joins come before it.
    """

    name: str
    points: tuple[Point, ...]
    stroke: Stroke
    start: Glue
    end: Glue
    arrow: bool = True

    @property
    def rect(self) -> Rect:
        """All that it reaches, without its width."""
        across, down = zip(*self.points, strict=True)
        left, top = min(across), min(down)
        return Rect(left, top, Emu(max(across) - left), Emu(max(down) - top))

    def mirrored(self, width: int) -> Link:
        """The same line for reading from right to left, on a slide `width` EMU wide."""
        points = tuple((Emu(width - x), y) for x, y in self.points)
        return replace(self, points=points, start=self.start.mirrored(), end=self.end.mirrored())
