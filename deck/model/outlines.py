"""The outlines of drawn shapes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

from deck.ground.dataclass import dataclass

PresetGeometry = Literal["rect", "roundRect", "ellipse"]
Corner: TypeAlias = tuple[float, float]
_PIECES = 8
"""The straight pieces that stand for a curve."""


@dataclass(frozen=True, slots=True)
class Arc:
    """Part of the ellipse in a shape's rectangle: from `start`, over `sweep`, in degrees clockwise from 3 o'clock."""

    start: float
    sweep: float


@dataclass(frozen=True, slots=True)
class Path:
    """A drawing of its own, on a canvas `width` × `height`, stretched over the shape's rectangle.

    A `directional` one, such as an arrow along the line of reading, is turned round for the other direction.
    `commands` are an SVG path's, absolute: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y), ("Z",).
    """

    width: float
    height: float
    commands: tuple[tuple[str | float, ...], ...]
    directional: bool = False

    def corners(self) -> list[list[Corner]]:
        """Each of its outlines as a polygon, in shares (0–1) of the canvas; a curve is a few straight pieces."""
        found: list[list[Corner]] = []
        for letter, *numbers in self.commands:
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            points = [(float(x) / self.width, float(y) / self.height) for x, y in pairs]
            if letter == "M":
                found.append(points)
            elif letter == "L" and found:
                found[-1] += points
            elif letter == "C" and found:
                found[-1] += _curve(found[-1][-1], *points)
        return [each for each in found if len(each) > 1]


def is_inside(outlines: Iterable[Sequence[Corner]], across: float, down: float) -> bool:
    """Whether a place is within these polygons, as they are filled: where two overlap is a hole."""
    crossed = 0
    for outline in outlines:
        for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
            crossed += (y1 > down) != (y2 > down) and across < (x2 - x1) * (down - y1) / (y2 - y1) + x1
    return crossed % 2 == 1


def _curve(start: Corner, *handles: Corner) -> Iterator[Corner]:
    points = (start, *handles)
    for step in range(1, _PIECES + 1):
        t = step / _PIECES
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x, y = (sum(weight * each[at] for weight, each in zip(weights, points, strict=True)) for at in (0, 1))
        yield x, y
