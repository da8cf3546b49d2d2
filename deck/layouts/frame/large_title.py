"""The slide that opens or closes a deck or a section: a large title, a bar under it, and perhaps a text under that."""

from __future__ import annotations

from dataclasses import replace

from deck.layouts.frame.composition import as_large_as_suits, with_slots
from deck.layouts.frame.dressing import clear_of_logo, on_ground
from deck.layouts.frame.furniture import accent_bar, ink
from deck.layouts.frame.slots import FIRST_IDX, coloured, fill, slot
from deck.layouts.marks.qr_code import QrCode, qr_label_slot, qr_shapes
from deck.model.shapes import AutoShape, Picture, Placeholder, SlideKind, SlideLayout, TextBox
from deck.model.template import Template
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import Emu, Rect, units

# The side of a white square, and its middle's height.
_SQUARE, _MIDDLE = 38.6, 44
_TO_SQUARE = 4.0
"""How far a large text ends before the square."""
_SMALL = 0.3
"""Decoration that has less than this share of the square's side is seen as one thing: half of it looks lost."""
_GROUND = 0.4
"""What covers more of a slide than this share is its ground."""
# How far the ground of a code in it goes on for the words under it, and what is free beside and under these.
_LABEL, _BESIDE_LABEL, _UNDER_LABEL = 9, 1.5, 1.5


def large_title(
    theme: Theme, kind: SlideKind, top: float, height: float, style: str, *, beside: bool = False
) -> Placeholder:
    """The title of this kind of slide in this style of the theme; it grows from its lower edge."""
    at = (theme.grid.x(0), theme.grid.down(top), text_width(theme, kind, beside=beside), theme.grid.down(height))
    title = slot(0, "Title", at, theme.style(style), prompt="Title", kind="title", anchor="bottom")
    return replace(title, rect=clear_of_logo(theme, kind, title.rect))


def with_title(measurer: Measurer, layout: SlideLayout, title: Text, *, more: int = 1) -> SlideLayout:
    """The native slide layout with its title as large as suits these words: regular, where some of them are bold.

    It may take so many lines `more` for that, so that no title is smaller than a longer one which has these anyway.
    """
    place = layout.placeholder(0)
    if any(run.bold for paragraph in title.paragraphs for run in paragraph.runs):
        levels = tuple(replace(level, bold=False) for level in place.body.levels)
        layout = with_slots(layout, [replace(place, body=replace(place.body, levels=levels))])
    # Where no spaces part words, a title on one line stays whole.
    more = more if " " in title.plain else 0
    return as_large_as_suits(measurer, layout, 0, (title, 0), whole=(0,), more=more)


def set_large(
    measurer: Measurer, layout: SlideLayout, title: Text, field: str, below: Text | None
) -> tuple[SlideLayout, list[TextBox]]:
    """The native slide layout with title, and the text of this field below, as large as suits them; and both in it."""
    layout = with_title(measurer, layout, title)
    if below:
        layout = as_large_as_suits(measurer, layout, FIRST_IDX, (below, 0))
    said = [(0, "title", title), *([(FIRST_IDX, field, below)] if below else [])]
    return layout, [fill(measurer, layout.placeholder(idx), name, (text, 0)) for idx, name, text in said]


def text_width(theme: Theme, kind: SlideKind, *, beside: bool = False) -> float:
    """How wide the large texts of this kind of slide are, in grid units; clear of the square where one is `beside`."""
    grid = theme.grid
    room = square(theme)[0] - grid.across(_TO_SQUARE) - grid.x(0) if beside else grid.w(grid.columns)
    return min(grid.across(theme.look(kind).text_width), room)


def square(theme: Theme) -> tuple[float, float, float]:
    """Left, top and side of what stands on white up to the margin at the end, such as a QR code, in grid units.

    In a template it stands, with the words under it, within the room for content.
    """
    grid = theme.grid
    side = grid.across(_SQUARE)
    top = grid.down(_MIDDLE) - side / 2
    if theme.template:
        label = grid.down(_LABEL)
        side = min(side, grid.body_height - label)
        top = min(max(top, grid.body_top), grid.body_bottom - side - label)
    return grid.x(0) + grid.w(grid.columns) - side, top, side


def square_code(theme: Theme, code: QrCode) -> tuple[AutoShape, AutoShape]:
    """A code in that square, on a ground that its words stand on, too: whatever the theme draws there stays behind."""
    return qr_shapes(theme, code, *square(theme), below=theme.grid.down(_LABEL))


def square_label(theme: Theme) -> Placeholder:
    """The slot of the words under a code in that square."""
    left, top, side = square(theme)
    at = (left + _BESIDE_LABEL, top + side, side - 2 * _BESIDE_LABEL, theme.grid.down(_LABEL) - _UNDER_LABEL)
    label = qr_label_slot(theme, "cover-subtitle", at)
    levels = tuple(coloured(level, ink(theme)) for level in label.body.levels)
    return replace(label, body=replace(label.body, levels=levels))


def large_title_layout(
    name: str,
    theme: Theme,
    kind: SlideKind,
    title: Placeholder,
    below: Placeholder | None,
    bar: float,
    *,
    beside: bool = False,
) -> SlideLayout:
    """The native slide layout, with its bar at `bar`, in grid units of a slide 90 units high.

    With something `beside` the title, in the square there, small shapes that this would cut are left out.
    """
    look = theme.look(kind)
    drawn = [each for each in look.decoration if not (beside and _is_cut(each, theme))]
    most = text_width(theme, kind, beside=True) if beside else None
    decoration = (*drawn, *accent_bar(theme, theme.grid.x(0), theme.grid.down(bar), look.bar, most))
    below = replace(below, rect=clear_of_logo(theme, kind, below.rect)) if below else None
    layout = SlideLayout(name, look.ground, decoration, (title, below) if below else (title,), kind)
    if theme.template and kind in ("cover", "divider", "closing") and not (beside and _is_taken(theme, theme.template)):
        return _joined(layout, theme, theme.template)
    return layout


def _labelled_square(theme: Theme) -> Rect:
    """The square, and what words under it take."""
    left, top, side = square(theme)
    return Rect.of_units(left, top, side, side + theme.grid.down(_LABEL))


def _is_taken(theme: Theme, template: Template) -> bool:
    """Whether a template draws something in the square, or under it, that is not its ground."""
    over = _labelled_square(theme)
    drawn = next((each.drawings for each in template.layouts if each.part == template.base), ())
    slide = units(theme.grid.width) * units(theme.grid.height)
    small = (at for at in drawn if at.width * at.height < _GROUND * slide)
    return any(over.meets(at) for at in small)


def _joined(layout: SlideLayout, theme: Theme, template: Template) -> SlideLayout:
    """The slide layout on a template's ground, with its drawings and clear of them, where its own does not serve."""
    grid = theme.grid
    top, bottom = units(grid.body_top), units(grid.body_bottom)
    # Where the room for content ends high, as over a title at the slide's foot, all moves up as far as it may.
    over = max(0, min(slot.rect.top for slot in layout.placeholders) - top)
    up = min(over, max(0, max(slot.rect.bottom for slot in layout.placeholders) - bottom))
    slots = []
    for place in layout.placeholders:
        rect = place.rect
        upper, lower = max(rect.top - up, top), min(rect.bottom - up, bottom)
        slots.append(replace(place, rect=Rect(rect.left, Emu(upper), rect.width, Emu(lower - upper))))
    drawn = (replace(each, rect=replace(each.rect, top=Emu(each.rect.top - up))) for each in layout.decoration)
    return on_ground(replace(layout, decoration=tuple(drawn)), template, slots)


def _is_cut(shape: AutoShape | Picture, theme: Theme) -> bool:
    """Whether what stands in the square, with the words under it, covers a part of a small shape."""
    over, at = _labelled_square(theme), shape.rect
    if max(at.width, at.height) > _SMALL * over.width:
        return False
    return over.meets(at) and not over.holds(at)
