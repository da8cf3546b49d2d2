"""An equation on a slide: what it is made of, how it is drawn, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from deck.ground.dataclass import dataclass
from deck.model.style import Colour
from deck.model.units import EMU_PER_POINT, Emu, Rect

if TYPE_CHECKING:
    # Few decks have equations: the others are not to wait for their parts.
    from deck.model.mathematics import Row

FONT = "Cambria Math"
"""What equations are set in: PowerPoint takes its own font for them, and no other."""
_LINE_ASCENT, _LINE_DESCENT = 1.0, 0.2
"""What a line of text reaches over and under its baseline, in sizes."""
Step = tuple[str | float, ...]
"""A command of an absolute SVG path: ("M", x, y), ("L", x, y), ("Q", x1, y1, x, y), ("Z",)."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The outlines of an equation's signs at a size of 1 point, in points from the left end of its baseline.

    `width` is across; it reaches `ascent` over the baseline, and `descent` under it.
    """

    outlines: tuple[tuple[Step, ...], ...]
    width: float
    ascent: float
    descent: float

    @property
    def height(self) -> float:
        return self.ascent + self.descent

    @property
    def line_ascent(self) -> float:
        """How far its line reaches over the baseline: at least as far as one of text."""
        return max(self.ascent, _LINE_ASCENT)

    @property
    def line_descent(self) -> float:
        """How far its line reaches under the baseline: at least as far as one of text."""
        return max(self.descent, _LINE_DESCENT)


@dataclass(frozen=True, slots=True)
class Equation:
    """An equation half-way down its rectangle, set at this `size` in points, and read from left to right everywhere.

    `ink` is its colour as red, green and blue, for a picture of it; `description` says it to who cannot see it; `field`
    is the path of the outline's field that it shows. `overflow` is by how many points it is too wide or too high, with
    room for a font that is wider: 0 where it fits.
    """

    name: str
    rect: Rect
    row: Row
    drawing: Drawing
    size: float
    colour: Colour
    ink: tuple[int, int, int]
    description: str
    field: str | None = None
    align: Literal["left", "centre", "right"] = "centre"
    overflow: float = 0.0

    @property
    def drawn_rect(self) -> Rect:
        """Where its outlines stand: half-way down, as a line of text does, which is as high for an `x` as for a `y`."""
        scale = self.size * EMU_PER_POINT
        width, height = round(self.drawing.width * scale), round(self.drawing.height * scale)
        spare = self.rect.width - width
        left = self.rect.left + {"left": 0, "centre": spare // 2, "right": spare}[self.align]
        line = self.drawing.line_ascent + self.drawing.line_descent
        top = self.rect.top + self.rect.height / 2 + (self.drawing.line_ascent - line / 2 - self.drawing.ascent) * scale
        return Rect(Emu(left), Emu(round(top)), Emu(width), Emu(height))

    def mirrored(self) -> dict[str, Any]:
        """What changes in it where reading goes from right to left: not the equation, but at which side it stands."""
        return {"align": {"left": "right", "right": "left"}.get(self.align, self.align)}
