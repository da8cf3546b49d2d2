"""How large code is set, and how high its panels are: chosen by measuring, for little code and for much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from deck.layouts.frame.composition import top_of
from deck.layouts.listings.colours import on_code, readable
from deck.model.style import Bullet, Colour, TextBody, TextStyle
from deck.model.text import Paragraph
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import Rect

# In grid units: what lies around code in its panel, between panels, and the height of a caption with the gap under it.
PADDING, GAP, CAPTION = 3.0, 1.4, 5.4
COLUMNS, _FEWEST_COLUMNS = 12, 8
_ENOUGH = 0.72
"""Code is set larger than its style only where it then fills no more than this share of the body."""
_STEP, POINTS_PER_UNIT = 1, 6
SPARE = 0.1
"""What a box is higher than its lines, in points, so that no rounding makes it too low."""
_NUMBER_GAP = 1.3
"""Between the numbers and the code, in sizes, and how wide a digit is at most."""
_DIGIT = 0.61


class Block(NamedTuple):
    """What one panel shows: paragraphs of code, and of its output; `first` is the first line's number."""

    code: tuple[Paragraph, ...]
    output: tuple[Paragraph, ...]
    captioned: bool
    numbers: bool
    lit: tuple[int, ...]

    @property
    def digits(self) -> int:
        return len(str(self.code[-1].number or 0))


class Plan(NamedTuple):
    """How large the code is set, in points, and the panels' heights and columns, in grid units.

    `top` is where all begins.
    """

    size: float
    code: float
    output: float
    columns: float
    top: float = 0.0

    def height(self, blocks: Sequence[Block]) -> float:
        """All that stands on the body."""
        return caption_height(blocks) + self.code + (GAP + self.output if self.output else 0)

    def placed(self, theme: Theme, blocks: Sequence[Block]) -> Plan:
        """The plan with all in the middle of the body."""
        grid = theme.grid
        return self._replace(top=top_of(grid.body_top, grid.body_height, self.height(blocks)))


def largest(theme: Theme, measurer: Measurer, pages: Sequence[Sequence[Block]]) -> Plan | None:
    """The plan in which all pages are set largest; None where they do not fit at the least size."""
    style = theme.style("code")
    size = style.largest_size or style.size
    while size >= style.minimum_size:
        share = _ENOUGH if size > style.size else 1
        plan = _plan(theme, size, pages)
        height = max(plan.height(blocks) for blocks in pages)
        if height <= theme.grid.body_height * share:
            single = len(pages[0]) == 1
            for columns in range(_FEWEST_COLUMNS, COLUMNS + 1) if single else (COLUMNS / 2,):
                wide = plan._replace(columns=columns)
                if all(_fits(theme, measurer, blocks, wide) for blocks in pages):
                    return wide
        size -= _STEP
    return None


def _fits(theme: Theme, measurer: Measurer, blocks: Sequence[Block], plan: Plan) -> bool:
    width = theme.grid.w(plan.columns) - 2 * PADDING
    boxes = [(block.code, plan.code, code_style(theme, block, plan.size)) for block in blocks]
    boxes += [(block.output, plan.output, output_style(theme, plan.size)) for block in blocks if block.output]
    return all(
        measurer.measure(Frame(said, TextBody((style,)), Rect.of_units(0, 0, width, height - 2 * PADDING))).fits
        for said, height, style in boxes
    )


def _plan(theme: Theme, size: float, pages: Sequence[Sequence[Block]]) -> Plan:
    code = max(panel(theme, size, [block.code for block in blocks]) for blocks in pages)
    output = max(panel(theme, size, [block.output for block in blocks]) for blocks in pages)
    return Plan(size, code, output, COLUMNS / len(pages[0]))


def crowded(theme: Theme, blocks: Sequence[Block]) -> Plan:
    """At the least size, with all the room there is: what is over is told."""
    plan = _plan(theme, theme.style("code").minimum_size, [blocks])
    over = max(0.0, plan.height(blocks) - theme.grid.body_height)
    least = 2 * PADDING + 2
    output = max(least, plan.output - over) if plan.output > plan.code else plan.output
    return plan._replace(code=max(least, plan.code - over + plan.output - output), output=output)


def panel(theme: Theme, size: float, said: Iterable[Sequence[Paragraph]], most: float | None = None) -> float:
    """The height of panels for these lines, in grid units; 0 where there are none."""
    lines = max(map(len, said))
    height = 2 * PADDING + (lines * theme.style("code").pitch(size) + SPARE) / POINTS_PER_UNIT if lines else 0.0
    return height if most is None else min(height, most)


def caption_height(blocks: Iterable[Block]) -> float:
    """The room for captions, in grid units; 0 where there is none."""
    return CAPTION if any(block.captioned for block in blocks) else 0.0


def code_style(theme: Theme, block: Block, size: float) -> TextStyle:
    """How code of this size in points is set, with its numbers hanging at the left."""
    colour = on_code(theme, Colour("dk1"))
    style = replace(_verbatim(theme, size), colour=colour)
    if not block.numbers:
        return style
    indent = float(ceil((block.digits * _DIGIT + _NUMBER_GAP) * size))
    bullet = Bullet(None, on_code(theme, Colour("accent6")), "plain")
    return replace(style, bullet=bullet, indent=indent, hanging=indent)


def output_style(theme: Theme, size: float) -> TextStyle:
    """How output of this size in points is set."""
    return replace(_verbatim(theme, size), colour=readable(theme, Colour("lt1"), theme.grounds.panel))


def _verbatim(theme: Theme, size: float) -> TextStyle:
    style = theme.style("code")
    return replace(style, size=size, minimum_size=min(size, style.minimum_size), verbatim=True, balanced=False)
