"""Which way a template is read: what its masters' titles and texts say, and where those differ, its presentation."""

from __future__ import annotations

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.model.language import Direction

_STYLES = {"titleStyle": ("title", "ctrTitle"), "bodyStyle": ("body",)}
_YES = ("1", "true")


def reading_direction(master: etree._Element, presentation: etree._Element) -> Direction:
    """The direction that this master of the presentation is made for, by the first levels of its title and text."""
    said = {direction for style in _STYLES if (direction := _said(master, style))}
    if len(said) == 1:
        return said.pop()
    return said_direction(presentation) or Direction.LEFT_TO_RIGHT


def said_direction(level: etree._Element) -> Direction | None:
    """The direction that a level, a paragraph or a presentation says itself."""
    said = level.get("rtl")
    if said is None:
        return None
    return Direction.RIGHT_TO_LEFT if said in _YES else Direction.LEFT_TO_RIGHT


def _said(master: etree._Element, style: str) -> Direction | None:
    """The direction of the first level of a style: the master's slot says it before its text style."""
    slots = (
        f"p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph/@type='{kind}']/p:txBody/a:lstStyle/a:lvl1pPr"
        for kind in _STYLES[style]
    )
    for path in (*slots, f"p:txStyles/p:{style}/a:lvl1pPr"):
        found = master.xpath(path, namespaces=PREFIXES)
        for each in found if isinstance(found, list) else ():
            if isinstance(each, etree._Element) and (said := said_direction(each)):
                return said
    return None
