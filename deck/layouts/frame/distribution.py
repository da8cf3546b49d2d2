"""Lists over columns and slides: evenly filled, in order, nothing broken from what belongs to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from math import inf
from typing import TypeVar

from deck.model.content import Item
from deck.model.shapes import Placeholder
from deck.model.style import TextBody
from deck.model.text import Paragraph, Run, Text
from deck.model.typesetting import FittedText, Frame, Trial
from deck.model.units import points

AnyThing = TypeVar("AnyThing")
_NEGLIGIBLE = 1e-6
Block = tuple[Paragraph, ...]
"""An entry of a list with all that stands below it: it is never divided."""


def blocks(items: Sequence[Item], *, numbered: bool = False, level: int = 0, first: int = 1) -> list[Block]:
    """A block for each item, the items below it at deeper levels; `numbered` counts the outermost, from `first`."""
    return [tuple(_lines(item, level, at if numbered else None)) for at, item in enumerate(items, start=first)]


def _lines(item: Item, level: int, number: int | None = None) -> list[Paragraph]:
    """What an entry says at this level, and below it what stands under it."""
    lines = [paragraph.at(level, number) for paragraph in item.text.paragraphs]
    for below in item.items:
        lines += _lines(below, level + 1)
    return lines


def framed(place: Placeholder, block_list: Sequence[Block]) -> Frame:
    """The blocks, to be set in this slot."""
    return Frame(tuple(chain.from_iterable(block_list)), place.body, place.rect)


def heights(text: Trial, body: TextBody, block_list: Sequence[Block]) -> list[float]:
    """How many points of a text set in this body each of its blocks takes, with the space after it."""
    starts = []
    first = 0
    for block in block_list:
        starts.append(text.tops[first])
        first += len(block)
    # The last one's space counts as well: which entry comes last in a column is not known yet.
    levels = body.levels
    space = levels[min(block_list[-1][-1].level, len(levels) - 1)].space_after
    ends = [*starts[1:], text.height - points(body.insets.bottom) + space]
    return [after - before for before, after in zip(starts, ends, strict=True)]


def balanced(things: Sequence[AnyThing], weights: Sequence[float], parts: int) -> list[list[AnyThing]]:
    """The things in order in that many parts, none empty, so that the heaviest part is as light as can be.

    Among divisions as good as that, the parts are even, and earlier ones the fuller. `parts` is at most len(things).
    """
    if parts == 1:
        return [list(things)]
    limit = _lightest(weights, parts) + _NEGLIGIBLE
    divided: list[list[AnyThing]] = []
    taken = 0
    for parts_after in range(parts - 1, -1, -1):
        even = sum(weights[taken:]) / (parts_after + 1) - _NEGLIGIBLE
        end, weight = taken, 0.0
        while end < len(things) - parts_after and (
            end == taken
            or (weight + weights[end] <= limit and (weight < even or _parts_within(weights[end:], limit) > parts_after))
        ):
            weight += weights[end]
            end += 1
        divided.append(list(things[taken:end]))
        taken = end
    divided[-1].extend(things[taken:])
    return divided


def _lightest(weights: Sequence[float], parts: int) -> float:
    """The least weight within which all can be divided into that many parts."""
    limit = max(max(weights, default=0.0), sum(weights) / parts)
    while True:
        needed, next_limit = _filled(weights, limit)
        if needed <= parts:
            return limit
        limit = next_limit


def _parts_within(weights: Sequence[float], limit: float) -> int:
    return _filled(weights, limit)[0]


def _filled(weights: Sequence[float], limit: float) -> tuple[int, float]:
    """How many parts within this weight hold all, and the least weight within which one of them would hold more."""
    parts, weight, more = 1, 0.0, inf
    for each in weights:
        if weight and weight + each > limit:
            more = min(more, weight + each)
            parts, weight = parts + 1, 0.0
        weight += each
    return parts, more


def paginated(
    block_list: Sequence[Block],
    weights: Sequence[float],
    columns: int,
    set_together: Callable[[list[list[Block]]], Sequence[FittedText]],
) -> tuple[list[list[list[Block]]], list[Sequence[FittedText]]]:
    """The blocks over as few slides as hold them, each of `columns` columns, and how their columns are set.

    `set_together` sets columns at one size. Where even a slide for every block does not hold them, the
    texts say by how much they are over.
    """
    columns = min(columns, len(block_list))
    most = max(1, len(block_list) // columns)

    known: dict[int, tuple[list[list[Block]], Sequence[FittedText]]] = {}

    def over(pages: int) -> tuple[list[list[Block]], Sequence[FittedText]]:
        if pages not in known:
            divided = balanced(block_list, weights, pages * columns)
            known[pages] = divided, set_together(divided)
        return known[pages]

    def holds(pages: int) -> bool:
        return pages >= most or all(text.fits for text in over(pages)[1])

    # What fits on so many slides fits on more: twice as many each time, and then between.
    enough = 1
    while not holds(enough):
        enough = min(2 * enough, most)
    divided, texts = over(bisect_left(range(enough + 1), True, lo=enough // 2 + 1, hi=enough, key=holds))
    starts = range(0, len(divided), columns)
    return [divided[at : at + columns] for at in starts], [texts[at : at + columns] for at in starts]


def continued(title: Text, page: int, pages: int) -> Text:
    """The title of one of several slides: “Title (1/2)”; unchanged where there is but one."""
    if pages == 1:
        return title
    last = title.paragraphs[-1]
    marked = replace(last, runs=(*last.runs, Run(f"\N{NO-BREAK SPACE}({page}/{pages})", bold=last.runs[-1].bold)))
    return replace(title, paragraphs=(*title.paragraphs[:-1], marked))
