"""Where a template leaves room: the place of its text, less what pictures and drawings take of it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.opened_template import OpenedTemplate
from deck.export.pptx.template.places import DRAWN, place_of
from deck.export.pptx.xml import P
from deck.model.units import Emu, Rect

_GROUND = 0.4
"""What covers more of the slide than this is its ground, and stands in nobody's way."""
_ENOUGH = 0.5
"""A title has at least this share of its place beside logos."""
_TOUCH = 12_700

LOGOS = frozenset(f"{{{P}}}{kind}" for kind in ("pic", "grpSp"))
"""As what logos are drawn: titles stand on bands and beside marks, which are single shapes."""


def drawings(opened: OpenedTemplate, part: str) -> list[etree._Element]:
    """What a master or slide layout draws itself, slots aside."""
    tree = opened.archive.tree(part).find("p:cSld/p:spTree", PREFIXES)
    return drawn_in(tree) if tree is not None else []


def drawn_in(tree: etree._Element) -> list[etree._Element]:
    """What of a sheet's shapes, or a group's, is neither a slot nor hidden."""
    return [
        each
        for each in tree
        if each.tag in DRAWN
        and each.find("./*/p:nvPr/p:ph", PREFIXES) is None
        and each.find("./*/p:cNvPr[@hidden='1']", PREFIXES) is None
    ]


def shows_master(opened: OpenedTemplate, part: str) -> bool:
    """Whether a slide layout shows what its master draws."""
    return opened.archive.tree(part).get("showMasterSp", "1") not in ("0", "false")


def free_area(area: Rect, obstacles: Iterator[Rect], slide: Rect) -> Rect:
    """The largest part of an area that no obstacle is in; what covers the slide is none."""
    for each in obstacles:
        if each.width * each.height > _GROUND * slide.width * slide.height:
            continue
        area = _less(area, each)
    return area


def obstacles(opened: OpenedTemplate, layout: str, master: str, kinds: frozenset[str] = DRAWN) -> Iterator[Rect]:
    """Where the slide layout and, if it shows that, its master draw things of these kinds."""
    for part in (layout, *((master,) if shows_master(opened, layout) else ())):
        for each in drawings(opened, part):
            if each.tag in kinds and (place := place_of(each)) is not None and _is_seen(each):
                yield place


def clear_of_logos(title: Rect, logos: Iterator[Rect], slide: Rect) -> Rect:
    """The part of a title's place beside the logos in it; all of it where pictures are behind most of its words."""
    beside = (each for each in logos if min(each.right, title.right) - max(each.left, title.left) < title.width / 2)
    free = free_area(title, beside, slide)
    return free if free.width * free.height >= _ENOUGH * title.width * title.height else title


def _is_seen(shape: etree._Element) -> bool:
    """Whether it is filled, lined or written on: LibreOffice leaves empty boxes."""
    if shape.tag != f"{{{P}}}sp":
        return True
    properties = shape.find("p:spPr", PREFIXES)
    plain = properties is None or properties.find("a:noFill", PREFIXES) is not None
    return not plain or bool(shape.xpath("string(.//a:t)", namespaces=PREFIXES))


def _less(area: Rect, taken: Rect) -> Rect:
    """The largest part of the area beside, over or under what is taken."""
    if (
        taken.right <= area.left + _TOUCH
        or taken.left >= area.right - _TOUCH
        or taken.bottom <= area.top + _TOUCH
        or taken.top >= area.bottom - _TOUCH
    ):
        return area
    edges = (
        (area.left, area.top, taken.left, area.bottom),
        (taken.right, area.top, area.right, area.bottom),
        (area.left, area.top, area.right, taken.top),
        (area.left, taken.bottom, area.right, area.bottom),
    )
    left, top, right, bottom = max(edges, key=lambda each: max(0, each[2] - each[0]) * max(0, each[3] - each[1]))
    return Rect(Emu(left), Emu(top), Emu(right - left), Emu(bottom - top))
