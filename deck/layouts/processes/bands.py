"""Steps as bands on each other: a funnel that lets ever fewer through, or a pyramid that stands on what is broadest."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.dataclass import dataclass
from deck.layouts.frame.composition import grown, top_of
from deck.layouts.frame.furniture import WHITE, footer_slots, hairline, marks, mixed_with_white, rectangle, title_slot
from deck.layouts.frame.pointing import polygon
from deck.layouts.frame.slots import FIRST_IDX, slot
from deck.layouts.processes.forms import StepForm
from deck.model.shapes import AutoShape, Picture, SlideLayout
from deck.model.style import Colour

# The drawing's columns and the column in which words begin; gaps between bands; the highest a band is, in grid units.
_COLUMNS, _WORDS, _GAP, _TALLEST = 6.0, 6.5, 0.8, 17.0
# The share of its width that a funnel still has at its end; how far a line begins beside the band; how thick it is.
_NARROWEST, _BESIDE, _RULE = 0.24, 2.0, 0.24
_LIGHTEST = 56
"""How many per cent of white are in the last band."""


@dataclass(frozen=True, slots=True)
class Bands(StepForm):
    """The bands from the top, with the words of each beside it; `pyramid` says which way they narrow."""

    pyramid: bool = False

    @property
    def _height(self) -> float:
        count = len(self.steps)
        return min((self.theme.grid.body_height - (count - 1) * _GAP) / count, _TALLEST)

    def _tops(self) -> list[float]:
        grid, pitch = self.theme.grid, self._height + _GAP
        top = top_of(grid.body_top, grid.body_height, len(self.steps) * pitch - _GAP)
        return [top + at * pitch for at in range(len(self.steps))]

    def _half(self, y: float) -> float:
        """Half the drawing's width at this height."""
        tops = self._tops()
        share = (y - tops[0]) / (tops[-1] + self._height - tops[0])
        whole = self.theme.grid.w(_COLUMNS) / 2
        return whole * (share if self.pyramid else 1 - (1 - _NARROWEST) * share)

    def _drawn(self) -> Iterator[AutoShape]:
        grid = self.theme.grid
        x, right = grid.x(0) + grid.w(_COLUMNS) / 2, grid.x(0) + grid.w(grid.columns)
        last = max(len(self.steps) - 1, 1)
        for at, top in enumerate(self._tops()):
            bottom = top + self._height
            above, below = self._half(top), self._half(bottom)
            corners = [(x - above, top), (x + above, top), (x + below, bottom), (x - below, bottom)]
            if not above:
                corners = corners[1:]
            fill = mixed_with_white(self.theme, Colour("accent1"), round(at * _LIGHTEST / last))
            yield polygon(f"Band {at + 1}", corners, fill, directional=False)
            if at:
                y = top - _GAP / 2
                left = x + self._half(y) + _BESIDE
                yield rectangle(f"Rule {at}", left, y - _RULE / 2, right - left, _RULE, hairline(self.theme))

    def slide_layout(self) -> SlideLayout:
        """The native slide layout: the bands, and a slot beside each."""
        theme, grid = self.theme, self.theme.grid
        styles = [grown(theme.style(name), self.larger) for name in ("card-heading", "card-text")]
        width = grid.w(grid.columns - _WORDS)
        slots = [
            slot(
                FIRST_IDX + at,
                f"Step {at + 1}",
                (grid.x(_WORDS), top, width, self._height),
                *styles,
                prompt="Heading",
                anchor="middle",
            )
            for at, top in enumerate(self._tops())
        ]
        drawn: list[AutoShape | Picture] = [*marks(theme), *self._drawn()]
        name = f"{'Pyramid' if self.pyramid else 'Funnel'}, {len(self.steps)}"
        return SlideLayout(name, WHITE, tuple(drawn), (title_slot(theme), *slots, *footer_slots(theme)))
