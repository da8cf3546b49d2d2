"""Where a template has room, and on which ground: the grid that our own layouts are set in."""

from __future__ import annotations

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.free_area import drawings, free_area, shows_master
from deck.export.pptx.template.palette import ground_of
from deck.export.pptx.template.template_slots import FOOTERS, TemplateSlot, place_of
from deck.export.pptx.template.understanding import Understanding
from deck.model.rescaling import rescaled
from deck.model.style import Colour
from deck.model.theme import Grid
from deck.model.units import EMU_PER_UNIT, Rect

_GUTTER = 3.0
_COVERING = 0.4
_GAP = 1.5
_FOOT = 0.7


def grid_of(known: Understanding, title: TemplateSlot, body: TemplateSlot) -> Grid:
    """The grid within the text's place, clear of drawings, of the title and of the foot."""
    area = free_area(body.rect, known.drawings(known.base.part), known.slide)
    insets = body.text.insets
    left = (area.left + insets.start) / EMU_PER_UNIT
    right = (area.right - insets.end) / EMU_PER_UNIT
    top = max((area.top + insets.top) / EMU_PER_UNIT, title.rect.bottom / EMU_PER_UNIT + _GAP * 0.5)
    bottom = (area.bottom - insets.bottom) / EMU_PER_UNIT
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
