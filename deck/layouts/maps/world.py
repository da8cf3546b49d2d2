"""The countries of the world as areas and dots on a map, from `world.tsv`.

`tests/layouts/make_world.py` makes that table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

from deck.ground.dataclass import dataclass

_TABLE = Path(__file__).parent / "world.tsv"

MapPoint = tuple[float, float]
Outline = tuple[MapPoint, ...]


@dataclass(frozen=True, slots=True)
class Land:
    """A country on the map: its `middle`, and its `outlines`, of which a small one has none.

    `drawn_with` is the code of the country whose colour it has where it is not listed itself. All lengths are those of
    a map 10,000 wide, from its top left.
    """

    code: str
    drawn_with: str
    middle: MapPoint
    outlines: tuple[Outline, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """What of the map is seen."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, points: Sequence[MapPoint]) -> Window:
        """The least with all these points."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, point: MapPoint) -> bool:
        """Whether the point is within it."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def clipped(self, outline: Outline) -> Outline:
        """What of an area is within it (Sutherland and Hodgman)."""
        for axis, limit, sign in ((0, self.left, 1), (0, self.right, -1), (1, self.top, 1), (1, self.bottom, -1)):
            outline = _cut(outline, axis, limit, sign)
        return outline


def _cut(outline: Outline, axis: int, limit: float, sign: int) -> Outline:
    """What of an area is on one side of a line."""
    kept: list[MapPoint] = []
    for before, point in zip((*outline[-1:], *outline[:-1]), outline, strict=True):
        inside, was_inside = (sign * (each[axis] - limit) >= 0 for each in (point, before))
        if inside != was_inside:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            x, y = (a + share * (b - a) for a, b in zip(before, point, strict=True))
            kept.append((x, y))
        if inside:
            kept.append(point)
    return tuple(kept)


@cache
def lands() -> Mapping[str, Land]:
    """The countries by their codes of ISO 3166: what lies within another comes after it."""
    found = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        code, drawn_with, middle, outlines = line.split("\t")
        x, y = map(int, middle.split())
        found[code] = Land(code, drawn_with, (x, y), tuple(map(_outline, filter(None, outlines.split(";")))))
    return found


def _outline(written: str) -> Outline:
    numbers = list(map(int, written.split()))
    return tuple(zip(accumulate(numbers[::2]), accumulate(numbers[1::2]), strict=True))
