"""Where a text's parts stand: columns of texts, callouts, code, pictures and tables, and a remark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from deck.layouts.frame.composition import grown
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, rectangle, title_slot
from deck.layouts.frame.slots import FIRST_IDX, slot
from deck.layouts.listings.plan import PADDING, Block, code_style
from deck.layouts.texts.callout import CALLOUT_INSETS, callout_ground, ground_of
from deck.layouts.texts.figures import CAPTION_GAP, At, arrangement
from deck.layouts.texts.flow import Segment, flow_styles
from deck.model.shapes import AutoShape, Placeholder, SlideLayout
from deck.model.style import Anchor
from deck.model.theme import Theme

COLUMNS = 12
"""The grid's columns."""
MOST_SLOTS = 24
"""A remark's slot comes after so many others."""
_GAP, _TEXT_GAP = 1.8, 2.6
"""Between parts, and before a text that follows another one or code, in grid units."""


class Place(NamedTuple):
    """What a segment takes of its column: its height, in grid units; of pictures, the room for `captions` in it, and
    whether they stand `alone` there."""

    segment: Segment
    height: float
    captions: float = 0.0
    alone: bool = False


class Look(NamedTuple):
    """How the texts of a page are set: its columns' `widths`, in columns of the grid, a `step` by which they are larger
    than their styles, whether there is room for numbers, the size of code in points, and what is `wide`: over the
    whole of the grid."""

    widths: tuple[float, ...]
    step: float = 1
    numbered: bool = False
    code_size: float = 0.0
    wide: frozenset[str] = frozenset()

    def width(self, column: int, kind: str) -> float:
        """How many of the grid's columns something of this kind takes in a column."""
        return COLUMNS if kind == "remark" or kind in self.wide else self.widths[column]

    def start(self, column: int) -> float:
        """In which of the grid's columns a column begins."""
        even = len(set(self.widths)) == 1
        return column * COLUMNS / len(self.widths) if even else column * (COLUMNS - self.widths[-1])


def total(column: Sequence[Place]) -> float:
    """The height of a column, in grid units."""
    return sum(each.height for each in column) + sum(_gaps(column))


def within(column: Sequence[Place], room: float) -> list[Place]:
    """The parts at heights that fill no more than the room. What is higher than its share is cut down, and so told
    to be too long; what is not has its own height."""
    room -= sum(_gaps(column))
    heights: list[float] = []
    for left, height in zip(range(len(column), 0, -1), sorted(each.height for each in column), strict=True):
        heights.append(min(height, (room - sum(heights)) / left))
    most = max(heights)
    return [each._replace(height=min(each.height, most)) for each in column]


def _gaps(column: Sequence[Place]) -> list[float]:
    """What lies before each part but the first."""
    kinds = [each.segment.kind for each in column]
    return [_TEXT_GAP if one in ("text", "code") and other == "text" else _GAP for one, other in pairwise(kinds)]


def boxes(theme: Theme, columns: Sequence[Sequence[Place]], look: Look, top: float) -> Iterator[tuple[int, Place, At]]:
    """Each part with its column's number and its box, column after column from `top`, in grid units."""
    grid = theme.grid
    for number, column in enumerate(columns):
        y = top
        for place, gap in zip(column, [0.0, *_gaps(column)], strict=True):
            y += gap
            width = grid.w(look.width(number, place.segment.kind))
            yield number, place, (grid.x(look.start(number)), y, width, place.height)
            y += place.height


def slide_layout(
    theme: Theme,
    columns: Sequence[Sequence[Place]],
    look: Look,
    top: float | None = None,
    *,
    low: bool = False,
    foot: float = 0.0,
) -> SlideLayout:
    """The native slide layout: columns of texts, callouts and code from `top`, and a remark of the height `foot`.

    Of pictures, it has the captions, and nothing of tables and equations.
    """
    grid = theme.grid
    slots: list[Placeholder] = []
    grounds: list[AutoShape] = []
    anchor: Anchor = "middle" if low else "top"
    for _, place, at in boxes(theme, columns, look, grid.body_top if top is None else top):
        if place.segment.kind == "picture":
            slots += caption_slots(theme, len(slots), place, at)
        elif place.segment.kind not in ("table", "equation"):
            slots.append(slot_of(theme, len(slots), place.segment.kind, at, look, anchor))
            grounds += _ground(theme, place.segment.kind, at, len(slots))
    if foot:
        at = (grid.x(0), grid.body_bottom - foot, grid.w(COLUMNS), foot)
        slots.append(slot_of(theme, MOST_SLOTS, "remark", at, look, "bottom"))
    kinds = {place.segment.kind for column in columns for place in column}
    parts = (
        ", numbered" * look.numbered,
        ", 2 columns" * (len(columns) > 1),
        ", larger" * (look.step > 1),
        ", in the middle" * low,
    )
    named = {"code": "code", "picture": "pictures", "table": "tables", "equation": "equations"}
    others = (("callouts", kinds - {"text", *named}), *((many, kind in kinds) for kind, many in named.items()))
    more = [name for name, on in others if on]
    more += ["a remark"] * bool(foot)
    name = "Text" + "".join(parts) + (" with " + " and ".join(more) if more else "")
    return SlideLayout(name, WHITE, (*marks(theme), *grounds), (title_slot(theme), *slots, *footer_slots(theme)))


def _ground(theme: Theme, kind: str, at: At, number: int) -> Sequence[AutoShape]:
    if kind == "code":
        return [rectangle(f"Code ground {number}", *at, theme.grounds.card)]
    return list(callout_ground(theme, kind, at, number))


def picture_boxes(place: Place, at: At) -> list[At]:
    """The boxes of its pictures, in grid units."""
    left, top, width, height = at
    found = arrangement(place.segment.shown, width, height, place.captions)
    # Where they are less wide than a column of their own, they stand in the middle of it.
    left += (width - max(x + wide for x, _, wide, _ in found)) / 2 if place.alone else 0
    return [(left + x, top + y, wide, high) for x, y, wide, high in found]


def caption_slots(theme: Theme, number: int, place: Place, at: At) -> list[Placeholder]:
    """The slots of its pictures' captions, under them."""
    style = theme.style("picture-caption")
    captioned = [
        (left, top + height + CAPTION_GAP, width, place.captions - CAPTION_GAP)
        for block, (left, top, width, height) in zip(place.segment.pictures, picture_boxes(place, at), strict=True)
        if block.text
    ]
    return [
        slot(FIRST_IDX + index, f"Caption {index + 1}", box, style, prompt="Caption")
        for index, box in enumerate(captioned, start=number)
    ]


def slot_of(theme: Theme, number: int, kind: str, at: At, look: Look, anchor: Anchor = "top") -> Placeholder:
    """The slot of a text, a callout, code or a remark at these grid units."""
    idx = FIRST_IDX + number
    nth = f" {number + 1}" if number else ""
    if kind == "text":
        styles = flow_styles(theme, look.step, numbered=look.numbered)
        return slot(idx, f"Text{nth}", at, *styles, prompt="Text", anchor=anchor)
    if kind == "remark":
        return slot(idx, "Remark", at, theme.style("text-remark"), prompt="Remark", anchor=anchor)
    if kind == "code":
        left, top, width, height = at
        inner = (left + PADDING, top + PADDING, width - 2 * PADDING, height - 2 * PADDING)
        style = code_style(theme, Block((), (), False, False, ()), look.code_size)
        return slot(idx, f"Code{nth}", inner, style, prompt="Code")
    style = grown(theme.style("text-callout"), look.step)
    return slot(
        idx, f"{kind.capitalize()}{nth}", ground_of(at), style, prompt="Text", insets=CALLOUT_INSETS, anchor="middle"
    )
