"""A comparison of texts or lists as a template sets text: in its own slide layout for it, where that serves as it is.

Else headings stand over texts, on its ground and in its type, where it has two texts side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deck.layouts.comparison_side import Side
from deck.layouts.frame.composition import height_of
from deck.layouts.frame.distribution import framed
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.frame.own import Said, own_page, style_of
from deck.layouts.frame.slots import FIRST_IDX, fill, filled, frame, slot
from deck.model.layout import Page
from deck.model.shapes import Placeholder, SlideLayout
from deck.model.style import TextStyle
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import EMU_PER_UNIT

_HEADING, _GAP = 0.3, 1.2
"""The most of the room that headings take, as a share; and what is between them and their texts, in grid units."""
_PAIR = 2
_Box = tuple[float, float, float, float]


def in_template(title: Text, sides: Sequence[Side], theme: Theme, measurer: Measurer) -> Page | None:
    """The page as the template has it; None without a template, where more is shown, or where it has no room."""
    if theme.template is None or not all(side.is_plain for side in sides):
        return None
    return _in_own(title, sides, theme, measurer) or _on_its_ground(title, sides, theme, measurer)


def _in_own(title: Text, sides: Sequence[Side], theme: Theme, measurer: Measurer) -> Page | None:
    """The page in the template's own slide layout with two headings over two texts, where nothing is lost by that."""
    layout = theme.own_layout("comparison")
    if layout is None or len(sides) != _PAIR or not layout.has(FIRST_IDX + 2 * _PAIR - 1):
        return None
    # A text is no entry of a list, nor a list without bullets one.
    listed = style_of(layout, 1).bullet is not None
    if any(bool(side.text) == listed or bool(side.items) != listed for side in sides):
        return None
    headings: dict[int, Said] = {}
    said: dict[int, Said] = {}
    for at, side in enumerate(sides):
        headings[2 * at] = (f"sides.{side.id}.heading", side.heading.paragraphs)
        words = [paragraph for block in side.said for paragraph in block]
        said[2 * at + 1] = (f"sides.{side.id}.{side.said_in}", words)
    return own_page(theme, "comparison", measurer, title, headings, said)


def _on_its_ground(title: Text, sides: Sequence[Side], theme: Theme, measurer: Measurer) -> Page | None:
    boxes = list(_boxes(theme, len(sides)))
    largest = slide_layout(theme, sides, boxes, _HEADING * boxes[0][3])
    headings = measurer.fit([frame(_slot(largest, at, 0), (side.heading, 0)) for at, side in enumerate(sides)])
    layout = slide_layout(theme, sides, boxes, min(_HEADING * boxes[0][3], height_of(headings)))
    said: list[Frame] = [framed(_slot(layout, at, 1), side.said) for at, side in enumerate(sides)]
    texts = measurer.fit(said)
    if not all(text.fits for text in (*headings, *texts)):
        return None
    shapes = [fill(measurer, layout.placeholder(0), "title", (title, 0))]
    for at, (side, heading, text) in enumerate(zip(sides, headings, texts, strict=True)):
        shapes.append(filled(_slot(layout, at, 0), heading, f"sides.{side.id}.heading"))
        shapes.append(filled(_slot(layout, at, 1), text, f"sides.{side.id}.{side.said_in}"))
    return Page(layout, tuple(shapes), title.plain)


def slide_layout(theme: Theme, sides: Sequence[Side], boxes: Sequence[_Box], heading: float) -> SlideLayout:
    """The native slide layout: in each box a heading this high, and a text under it."""
    slots: list[Placeholder] = []
    first = _level(theme, 1)
    bold = replace(first, bold=True, bullet=None, indent=0, hanging=0, space_before=0, space_after=0)
    for at, (side, (left, top, width, height)) in enumerate(zip(sides, boxes, strict=True)):
        number, below = FIRST_IDX + 2 * at, heading + _GAP
        over = (left, top, width, heading)
        slots.append(slot(number, f"Heading {at + 1}", over, bold, prompt="Heading", anchor="bottom"))
        text = (left, top + below, width, height - below)
        slots.append(slot(number + 1, f"Text {at + 1}", text, *_levels(theme, side), prompt="Text"))
    kinds = "".join("t" * bool(side.text) + "l" * bool(side.items) for side in sides)
    name = f"Comparison, {len(sides)} plain ({kinds})"
    return SlideLayout(name, WHITE, marks(theme), (title_slot(theme), *slots, *footer_slots(theme)))


def _slot(layout: SlideLayout, at: int, part: int) -> Placeholder:
    return layout.placeholder(FIRST_IDX + 2 * at + part)


def _levels(theme: Theme, side: Side) -> list[TextStyle]:
    """A text is as large as an entry of a list, without its bullet."""
    entries = [_level(theme, number) for number in (1, 2, 3)]
    text = [replace(entries[0], bullet=None, indent=0, hanging=0)] if side.text else []
    return [*text, *(entries if side.items else ())]


def _level(theme: Theme, number: int) -> TextStyle:
    """A level of the template's text, no larger than where two stand side by side."""
    style, own = theme.style(f"body-{number}"), theme.own_layout("columns")
    if own is None:
        return style
    levels = own.placeholder(FIRST_IDX).body.levels
    size = min(style.size, levels[min(number, len(levels)) - 1].size)
    return replace(style, size=size, minimum_size=min(style.minimum_size, size))


def _boxes(theme: Theme, count: int) -> Iterator[_Box]:
    """Where each side stands, in grid units: left, top, width and height."""
    grid, own, template = theme.grid, theme.own_layout("columns"), theme.template
    if own and template and count == _PAIR and own.placeholder(0).rect == template.title.rect:
        for number in range(_PAIR):
            place = own.placeholder(FIRST_IDX + number)
            rect, insets = place.rect, place.body.insets
            sides = (
                rect.left + insets.start,
                rect.top + insets.top,
                rect.width - insets.start - insets.end,
                rect.height - insets.top - insets.bottom,
            )
            left, top, width, height = (side / EMU_PER_UNIT for side in sides)
            yield left, top, width, height
        return
    across = grid.columns / count
    for at in range(count):
        yield grid.x(at * across), grid.body_top, grid.w(across), grid.body_height
