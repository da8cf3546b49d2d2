"""Where a template has room, and on which ground: the grid that our own layouts are set in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.choosing import Candidate
from deck.export.pptx.template.free_area import drawings, free_area, shows_master
from deck.export.pptx.template.palette import ground_of
from deck.export.pptx.template.places import place_of
from deck.export.pptx.template.template_slots import FOOTERS, TemplateSlot
from deck.export.pptx.template.understanding import Understanding
from deck.model.rescaling import rescaled
from deck.model.style import Colour
from deck.model.theme import Grid
from deck.model.units import EMU_PER_POINT, EMU_PER_UNIT, Emu, Insets, Rect

_GUTTER = 3.0
_COVERING = 0.4
_GAP = 1.5
_FOOT = 0.7
_DIGITS, _LINE = 2.0, 1.35
"""How wide three digits are, and how high their line is, in sizes."""
_USUAL_NUMBER = 18.0
"""A number of no more points has room, also where its slot has none."""
_STRIP, _LOW, _WIDE = 4.0, 0.6, 0.25
"""How high a footer's place is that the template has not, the share of it that is enough, and how much of the slide's
width is."""
_SMALL, _SMALLEST = 12.0, 7.0
"""The size of a footer there, and its least."""
_LEAST = 0.3
"""Where content has less of the slide than this, drawings are taken for its ground."""


def grid_of(known: Understanding, title: TemplateSlot, body: TemplateSlot) -> Grid:
    """The grid within the text's place, clear of drawings, of the title and of the foot."""
    area = _area(known, title, body)
    insets = body.text.insets
    left = (area.left + insets.start) / EMU_PER_UNIT
    right = (area.right - insets.end) / EMU_PER_UNIT
    top, bottom = (area.top + insets.top) / EMU_PER_UNIT, (area.bottom - insets.bottom) / EMU_PER_UNIT
    if _is_under(title, area):
        bottom = min(bottom, title.rect.top / EMU_PER_UNIT - _GAP * 0.5)
    else:
        top = max(top, title.rect.bottom / EMU_PER_UNIT + _GAP * 0.5)
    width, height = known.slide.width / EMU_PER_UNIT, known.slide.height / EMU_PER_UNIT
    feet = [each.rect for each in known.base.slots if _is_low(each, area, known)]
    foot = min((each.top / EMU_PER_UNIT for each in feet), default=height - 6)
    bottom = min(bottom, foot - _GAP) if foot > top else bottom
    return Grid(
        width=width,
        height=height,
        margin=left,
        end_margin=width - right,
        columns=12,
        gutter=_GUTTER * width / 160,
        title_top=title.rect.top / EMU_PER_UNIT,
        title_height=title.rect.height / EMU_PER_UNIT,
        body_top=top,
        body_bottom=bottom,
        footer_rule=foot - _GAP / 2,
        footer_top=foot,
        footer_height=max((each.height for each in feet), default=EMU_PER_UNIT * 4) / EMU_PER_UNIT,
    )


def roomy_foot(known: Understanding, body: TemplateSlot, grid: Grid) -> list[TemplateSlot]:
    """The base's foot. Its footer takes the room that nothing beside it takes, as a translation may be longer, and its
    number what three digits need; a large one is as large as its slot allows. Where it has no footer, this stands in
    what is free under the content, if that is enough."""
    feet = [each for each in known.base.slots if each.kind in FOOTERS]
    found = []
    for each in feet:
        footer = replace(each, rect=_widened(known, each, feet)) if each.kind == "ftr" else each
        found.append(_for_digits(each, known.slide) if each.kind == "sldNum" else footer)
    if not any(each.kind == "ftr" for each in found) and (made := _spare_footer(known, body, grid, found)):
        found.append(made)
    return found


def is_free(layout: Candidate, place: Rect, known: Understanding) -> bool:
    """Whether neither a slot of the slide layout nor a drawing behind it stands in this place."""
    drawn = free_area(place, known.drawings(layout.part), known.slide) == place
    return drawn and not any(each.rect.meets(place) for each in layout.slots)


def _spare_footer(
    known: Understanding, body: TemplateSlot, grid: Grid, feet: Sequence[TemplateSlot]
) -> TemplateSlot | None:
    """A footer in what neither drawings nor date and number take of the strip under the content."""
    strip = Rect.of_units(grid.margin, grid.footer_top, grid.w(grid.columns), min(grid.footer_height, _STRIP))
    taken = chain((each.rect for each in (*feet, known.title())), _beside_drawings(known))
    free = free_area(strip, taken, known.slide)
    if free.width < _WIDE * known.slide.width or free.height < _STRIP * _LOW * EMU_PER_UNIT:
        return None
    style = next((each.text.levels[0] for each in feet), body.text.levels[0])
    size = min(style.size, _SMALL)
    plain = replace(
        style,
        size=size,
        minimum_size=min(size, _SMALLEST),
        bold=False,
        align="start",
        bullet=None,
        indent=0.0,
        hanging=0.0,
        space_before=0.0,
        space_after=0.0,
    )
    text = replace(body.text, levels=(plain,), insets=Insets(), anchor="middle", counted=False)
    return TemplateSlot("ftr", 11, "Footer", free, text)


def _beside_drawings(known: Understanding) -> Iterator[Rect]:
    """What the base draws, with the air that a footer's words keep from a logo beside them."""
    air = round(_GAP * EMU_PER_UNIT)
    for each in known.drawings(known.base.part):
        yield replace(each, left=Emu(each.left - air), width=Emu(each.width + 2 * air))


def _for_digits(slot: TemplateSlot, slide: Rect) -> TemplateSlot:
    rect, insets, (style,) = slot.rect, slot.text.insets, slot.text.levels
    above = insets.top + insets.bottom
    size = min(style.size, max(_USUAL_NUMBER, (rect.height - above) / (_LINE * EMU_PER_POINT)))
    width = max(rect.width, round(_DIGITS * size * EMU_PER_POINT) + insets.start + insets.end)
    height = max(rect.height, round(_LINE * size * EMU_PER_POINT) + above)
    before = {"start": 0.0, "centre": 0.5, "end": 1.0}[style.align] * (width - rect.width)
    left = max(0, min(rect.left - round(before), slide.right - width))
    top = max(0, min(rect.top - (height - rect.height) // 2, slide.bottom - height))
    smaller = replace(style, size=size, minimum_size=min(size, style.minimum_size))
    place = Rect(Emu(left), Emu(top), Emu(width), Emu(height))
    return replace(slot, rect=place, text=replace(slot.text, levels=(smaller,)))


def _widened(known: Understanding, slot: TemplateSlot, feet: Sequence[TemplateSlot]) -> Rect:
    rect, title = slot.rect, known.whole_title().rect
    left, right = min(title.left, rect.left), max(title.right, rect.right)
    before, after = rect.left - left, right - rect.right
    taken = [*(each.rect for each in feet if each.kind != "ftr"), *_beside_drawings(known)]
    for each in taken:
        if each.bottom <= rect.top or each.top >= rect.bottom:
            continue
        if each.right <= rect.left:
            before = min(before, rect.left - each.right)
        elif each.left >= rect.right:
            after = min(after, each.left - rect.right)
    before, after = max(0, before), max(0, after)
    # Its words stay where they are: those in the middle have as much room to one side as to the other.
    both = min(before, after)
    before, after = {"start": (0, after), "centre": (both, both), "end": (before, 0)}[slot.text.levels[0].align]
    return Rect(Emu(rect.left - before), rect.top, Emu(rect.width + before + after), rect.height)


def _area(known: Understanding, title: TemplateSlot, body: TemplateSlot) -> Rect:
    """What of the text's place no drawing is in; where that is too little, all of it, or what is under the title."""
    slide = known.slide
    free = free_area(body.rect, known.drawings(known.base.part), slide)
    left = min(title.rect.left, slide.width // 10)
    bottom = min([slide.height * 9 // 10, *(each.rect.top for each in known.base.slots if each.kind == "ftr")])
    top = title.rect.bottom
    if _is_under(title, body.rect):
        top, bottom = body.rect.top, title.rect.top
    under = Rect(Emu(left), top, Emu(slide.width - 2 * left), Emu(max(1, bottom - top)))
    enough = (each for each in (free, body.rect) if each.width * each.height >= _LEAST * slide.width * slide.height)
    return next(enough, under)


def _is_under(title: TemplateSlot, text: Rect) -> bool:
    """Whether a title stands under the text."""
    return title.rect.top + title.rect.height // 2 >= text.bottom


def _is_low(slot: TemplateSlot, area: Rect, known: Understanding) -> bool:
    """Whether a slot is one of the foot, under the text; a date may stand above it."""
    least = _FOOT * known.slide.height if slot.kind == "dt" else area.top
    return slot.kind in FOOTERS and slot.rect.top > least


def sheets_ground(known: Understanding) -> Colour | None:
    """The plain ground of the base, or of its master; None where it is a picture or a pattern."""
    tree = known.opened.archive.tree
    background = tree(known.base.part).find("p:cSld/p:bg", PREFIXES)
    if background is None:
        background = tree(known.master.part).find("p:cSld/p:bg", PREFIXES)
    return ground_of(known.master.colours, background)


def drawn_ground(known: Understanding, body: TemplateSlot, ground: Colour | None) -> Colour | None:
    """The ground behind the text: a drawing that covers most of the slide stands before the sheet's own."""
    shapes = []
    if shows_master(known.opened, known.base.part):
        shapes += drawings(known.opened, known.master.part)
    shapes += drawings(known.opened, known.base.part)
    x, y = body.rect.left + body.rect.width // 2, body.rect.top + body.rect.height // 2
    for shape in shapes:
        place = place_of(shape)
        place = rescaled(place, 1 / known.scale) if place else None
        if place is None or not (place.left <= x < place.right and place.top <= y < place.bottom):
            continue
        if place.width * place.height < _COVERING * known.slide.width * known.slide.height:
            continue
        if etree.QName(shape).localname == "pic":
            ground = None
        elif (fill := shape.find("p:spPr/a:solidFill", PREFIXES)) is not None:
            ground = known.master.colours.colour(fill) or ground
    return ground
