"""Steps as a cycle: boxes on a ring, with an arrow from each to the next."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, cos, degrees, radians, sin

from deck.ground.dataclass import dataclass
from deck.layouts.frame.composition import grown
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, rectangle, title_slot
from deck.layouts.frame.pointing import pointer
from deck.layouts.frame.slots import FIRST_IDX, slot
from deck.layouts.processes.forms import StepForm
from deck.model.shapes import AutoShape, Picture, SlideLayout
from deck.model.style import Colour, Stroke
from deck.model.units import Rect, units

# A box's share of the width, and its height, in grid units, by how many there are; its padding; the ring's line and
# the arrows on it.
_SIZES = {3: (0.34, 19.0), 4: (0.31, 18.0), 5: (0.29, 16.0), 6: (0.265, 13.6)}
_PADDING = (2.4, 1.2, 2.4, 1.2)
_LINE, _ARROW = 0.7, (3.8, 3.8)
_RING, _CAP = Colour("accent1"), Colour("accent1")
_TURN, _UP = 360, -90


@dataclass(frozen=True, slots=True)
class Cycle(StepForm):
    """The boxes, from the top in the direction of reading."""

    @property
    def _size(self) -> tuple[float, float]:
        share, height = _SIZES[len(self.steps)]
        return share * self.theme.grid.w(self.theme.grid.columns), height

    @property
    def _ring(self) -> tuple[float, float, float, float]:
        """The ring's middle and its two radii, in grid units: all boxes are within the body."""
        grid, (width, height) = self.theme.grid, self._size
        whole = grid.w(grid.columns)
        middle = grid.body_top + grid.body_height / 2
        return grid.x(0) + whole / 2, middle, (whole - width) / 2, (grid.body_height - height) / 2

    def boxes(self) -> Iterator[tuple[float, float, float, float]]:
        """Each box's left, top, width and height, in grid units."""
        (x, y, across, down), (width, height) = self._ring, self._size
        for at in range(len(self.steps)):
            angle = radians(_UP + at * _TURN / len(self.steps))
            yield x + across * cos(angle) - width / 2, y + down * sin(angle) - height / 2, width, height

    def _arrows(self) -> Iterator[AutoShape]:
        x, y, across, down = self._ring
        for at in range(len(self.steps)):
            angle = radians(_UP + (at + 0.5) * _TURN / len(self.steps))
            along = degrees(atan2(down * cos(angle), -across * sin(angle)))
            place = (x + across * cos(angle), y + down * sin(angle))
            yield pointer(f"Arrow {at + 1}", *place, *_ARROW, along, _RING)

    def slide_layout(self) -> SlideLayout:
        """The native slide layout: the ring with its arrows, and a box with a slot for each step."""
        theme = self.theme
        cap, (x, y, across, down) = theme.marks.cap, self._ring
        ring = Rect.of_units(x - across, y - down, 2 * across, 2 * down)
        drawn: list[AutoShape | Picture] = [*marks(theme)]
        drawn += [AutoShape("Ring", ring, "ellipse", stroke=Stroke(_RING.lighter(40), units(_LINE))), *self._arrows()]
        styles = [grown(theme.style(name), self.larger) for name in ("card-heading", "card-text")]
        start, top, end, bottom = _PADDING
        slots = []
        for at, box in enumerate(self.boxes()):
            left, above, width, height = box
            drawn.append(rectangle(f"Box {at + 1}", left, above + cap, width, height - cap, theme.grounds.card))
            drawn.append(rectangle(f"Cap {at + 1}", left, above, width, cap, _CAP))
            insets = (start, cap + top, end, bottom)
            slots.append(
                slot(
                    FIRST_IDX + at,
                    f"Step {at + 1}",
                    box,
                    *styles,
                    prompt="Heading",
                    insets=insets,
                    anchor="middle",
                )
            )
        places = (title_slot(theme), *slots, *footer_slots(theme))
        return SlideLayout(f"Cycle, {len(self.steps)}", WHITE, tuple(drawn), places)
