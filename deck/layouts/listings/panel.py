"""What one panel shows of a listing: its lines as paragraphs, and what stands behind the highlighted ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from deck.layouts.listings.colours import lit_ground, token_runs
from deck.layouts.listings.listing import Listing, holds, shown
from deck.layouts.listings.plan import PADDING, Block
from deck.model.shapes import AutoShape, Placeholder
from deck.model.text import Paragraph, Run
from deck.model.theme import Theme
from deck.model.units import EMU_PER_POINT, Emu, Rect, units


def block_of(theme: Theme, listing: Listing) -> Block:
    """What one panel shows of a listing."""
    part = shown(listing)
    numbers = range(part.first, part.first + len(part.lines))
    lit = [number for number in numbers if listing.highlight and holds(listing.highlight, number)]
    code = tuple(
        _line([*token_runs(theme, line, lit=number in lit)], number if listing.numbers else None)
        for number, line in zip(numbers, part.lines, strict=True)
    )
    said = listing.output.expandtabs().rstrip().split("\n") if listing.output else []
    output = tuple(_line([Run(line.rstrip(), code=True)] if line.strip() else [], None) for line in said)
    return Block(code, output, bool(listing.caption), listing.numbers, tuple(number - part.first for number in lit))


def lit_bands(code: Placeholder, lit: Sequence[int], size: float, theme: Theme) -> Iterator[AutoShape]:
    """What stands behind the highlighted lines of code of this size in points, over the panel's whole width."""
    pitch = theme.style("code").pitch(size)
    for _, each in groupby(enumerate(lit), key=lambda pair: pair[1] - pair[0]):
        run = [index for _, index in each]
        around = units(PADDING)
        top, height = (Emu(round(lines * pitch * EMU_PER_POINT)) for lines in (run[0], len(run)))
        rect = Rect(
            Emu(code.rect.left - around), Emu(code.rect.top + top), Emu(code.rect.width + 2 * around), Emu(height)
        )
        yield AutoShape("Highlight", rect, "rect", lit_ground(theme))


def _line(runs: Sequence[Run], number: int | None) -> Paragraph:
    # PowerPoint counts no line without a character.
    return Paragraph(tuple(runs) or ((Run(" ", code=True),) if number else ()), number=number)
