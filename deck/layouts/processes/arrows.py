"""Steps as arrows in one row or two, each arrow with its heading on it and its text under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Self

from deck.ground.dataclass import dataclass
from deck.layouts.frame.composition import grown, top_of
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.frame.pointing import chevron
from deck.layouts.frame.slots import FIRST_IDX, coloured, slot
from deck.layouts.processes.forms import Filled, Step, StepForm, highest
from deck.model.shapes import SlideLayout
from deck.model.style import Colour, TextStyle
from deck.model.theme import Theme
from deck.model.typesetting import Measurer

# Heights of an arrow in one row, in two, and of one that has no text under it; how long its point is, the gaps between
# arrows, to the text, and between rows, and the arrow's padding, in grid units.
_HEIGHT, _HEIGHT_IN_ROWS, _HEIGHT_ALONE = 15.0, 11.0, 21.0
_NOTCH, _GAP, _TO_TEXT, _BETWEEN_ROWS = 3.6, 1.0, 1.8, 3.0
_LARGEST_ALONE = 60
"""How large the heading on an arrow becomes that has no text under it."""
_PADDING = 1.2
ARROW = Colour("accent1")
_ROWS = {2: (1,), 3: (1,), 4: (1, 2), 5: (1, 2), 6: (1, 2), 7: (2,), 8: (2,)}
"""In how many rows so many steps may stand; what sets them largest is taken."""


def arrow_heading(theme: Theme) -> TextStyle:
    """How a heading on an arrow is set."""
    return replace(coloured(theme.style("card-heading"), WHITE), align="centre", space_after=0)


@dataclass(frozen=True, slots=True)
class Arrows(StepForm):
    """The arrows in `rows` rows; texts under them take `below` grid units, or all the room there is."""

    rows: int = 1
    below: float | None = None

    @property
    def _texts(self) -> bool:
        return any(step.text for step in self.steps)

    @property
    def _arrow(self) -> float:
        if not self._texts:
            return _HEIGHT_ALONE
        return _HEIGHT if self.rows == 1 else _HEIGHT_IN_ROWS

    def boxes(self) -> Iterator[tuple[float, float, float, float]]:
        """Each arrow's left, top, width and height, in grid units."""
        grid = self.theme.grid
        in_row = -(-len(self.steps) // self.rows)
        pitch = self._pitch
        room = (grid.body_height - (self.rows - 1) * _BETWEEN_ROWS) / self.rows
        most = room - self._arrow - _TO_TEXT if self._texts else 0
        below = most if self.below is None else min(most, self.below)
        row_height = self._arrow + (_TO_TEXT + below if self._texts else 0)
        top = top_of(grid.body_top, grid.body_height, self.rows * (row_height + _BETWEEN_ROWS) - _BETWEEN_ROWS)
        for at in range(len(self.steps)):
            row, column = divmod(at, in_row)
            left = grid.x(0) + column * pitch
            yield left, top + row * (row_height + _BETWEEN_ROWS), pitch + _NOTCH - _GAP, self._arrow

    @property
    def _pitch(self) -> float:
        grid = self.theme.grid
        return (grid.w(grid.columns) - _NOTCH + _GAP) / -(-len(self.steps) // self.rows)

    @property
    def _below(self) -> float:
        """How high the place of a text is."""
        grid = self.theme.grid
        most = (grid.body_height - (self.rows - 1) * _BETWEEN_ROWS) / self.rows - self._arrow - _TO_TEXT
        return most if self.below is None else min(most, self.below)

    def slide_layout(self) -> SlideLayout:
        """The native slide layout: arrows with a slot on each, and one under those that have a text."""
        theme = self.theme
        heading = arrow_heading(theme)
        heading = grown(heading if self._texts else replace(heading, largest_size=_LARGEST_ALONE), self.larger)
        text = grown(theme.style("card-text"), self.larger)
        arrows, slots = [], []
        in_row = -(-len(self.steps) // self.rows)
        for at, (step, box) in enumerate(zip(self.steps, self.boxes(), strict=True)):
            left, top, _, height = box
            first = at % in_row == 0
            arrows.append(chevron(f"Arrow {at + 1}", box, _NOTCH, ARROW, first=first))
            start = 0 if first else _NOTCH
            on_arrow = (left + start, top, self._pitch - _GAP - start, height)
            padding = (_PADDING, 0.6, 0 if first else _PADDING, 0.6)
            name = f"Step {at + 1}"
            slots.append(
                slot(
                    FIRST_IDX + 2 * at,
                    name,
                    on_arrow,
                    heading,
                    prompt="Heading",
                    insets=padding,
                    anchor="middle",
                )
            )
            if step.text:
                under = (left, top + height + _TO_TEXT, self._pitch - theme.grid.gutter, self._below)
                slots.append(slot(FIRST_IDX + 2 * at + 1, f"Text {at + 1}", under, text, text, prompt="Text"))
        name = f"Steps, {len(self.steps)}{' in 2 rows' if self.rows > 1 else ''}"
        return SlideLayout(name, WHITE, (*marks(theme), *arrows), (title_slot(theme), *slots, *footer_slots(theme)))

    def groups(self) -> list[list[Filled]]:
        headings: list[Filled] = []
        texts: list[Filled] = []
        for at, step in enumerate(self.steps):
            headings.append((FIRST_IDX + 2 * at, f"steps.{step.id}.heading", [(step.heading, 0)]))
            if step.text:
                texts.append((FIRST_IDX + 2 * at + 1, f"steps.{step.id}.text", [(step.text, 1)]))
        return [headings, texts] if texts else [headings]

    def settled(self, measurer: Measurer) -> Self:
        """The arrows with their texts in the middle of the slide."""
        if not self._texts:
            return self
        return replace(self, below=highest(self.frames()[1], measurer))


def arrows(theme: Theme, steps: tuple[Step, ...]) -> Iterator[Arrows]:
    """The arrows in one row, and in two."""
    return (Arrows(theme, steps, rows=rows) for rows in _ROWS[len(steps)])
