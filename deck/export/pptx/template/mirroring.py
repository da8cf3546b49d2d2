"""A template's master or slide layout, turned round for reading from right to left: all but its pictures' insides."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.template_slots import place_of
from deck.export.pptx.xml import DECLARATION, A, P

_LOGO = 0.12
"""A drawing that takes less of the slide than this may be a logo."""
_SIDES = {"l": "r", "r": "l"}
_WITHOUT_SIDES = frozenset({"rect", "roundRect", "ellipse", "line"})
_LEVELS = tuple(f"{{{A}}}lvl{level}pPr" for level in range(1, 10))


def mirrored_sheet(blob: bytes, size: tuple[int, int], fonts: Mapping[str, str]) -> bytes:
    """The sheet of a slide of this width and height in EMU, mirrored: places, drawings, text's direction and insets.

    Logos and photographs stand on the other side, as they are; a logo may be drawn, and then is small, and away from
    the slide's edges. `fonts` stand for those that the theme leaves open.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(blob, parser)
    tree = root.find("p:cSld/p:spTree", PREFIXES)
    for shape in tree if tree is not None else ():
        _mirror(shape, size[0], turned=not _may_be_a_logo(shape, *size))
    for level in (*root.iter(*_LEVELS), *root.iter(f"{{{A}}}pPr"), *root.iter(f"{{{A}}}defPPr")):
        _turn(level)
    for body in root.iter(f"{{{A}}}bodyPr"):
        left, right = body.get("lIns"), body.get("rIns")
        for name, value in (("lIns", right), ("rIns", left)):
            if value is not None:
                body.set(name, value)
            elif name in body.attrib:
                del body.attrib[name]
        body.set("rtlCol", "1")
    for named in root.iter(f"{{{A}}}cs"):
        named.set("typeface", fonts.get(named.get("typeface", ""), named.get("typeface", "")))
    return DECLARATION.encode() + etree.tostring(root)


def _mirror(shape: etree._Element, width: int, *, turned: bool) -> None:
    place = next(
        (
            found
            for path in ("p:spPr/a:xfrm", "p:grpSpPr/a:xfrm", "p:xfrm")
            if (found := shape.find(path, PREFIXES)) is not None
        ),
        None,
    )
    offset = place.find("a:off", PREFIXES) if place is not None else None
    extent = place.find("a:ext", PREFIXES) if place is not None else None
    if place is None or offset is None or extent is None:
        return
    offset.set("x", str(width - int(offset.get("x", "0")) - int(extent.get("cx", "0"))))
    if not turned:
        return
    if turn := int(place.get("rot", "0")):
        place.set("rot", str(-turn % 21_600_000))
    if shape.tag == f"{{{P}}}grpSp":
        _mirror_inside(shape, place)
    elif _has_sides(shape):
        if place.get("flipH") in ("1", "true"):
            del place.attrib["flipH"]
        else:
            place.set("flipH", "1")


def _mirror_inside(group: etree._Element, place: etree._Element) -> None:
    """A group's members within its own coordinates."""
    offset, extent = place.find("a:chOff", PREFIXES), place.find("a:chExt", PREFIXES)
    if offset is None or extent is None:
        return
    around = 2 * int(offset.get("x", "0")) + int(extent.get("cx", "0"))
    for member in group:
        _mirror(member, around, turned=True)


def _may_be_a_logo(shape: etree._Element, width: int, height: int) -> bool:
    """Whether a drawing of its own, or a group, is small and does not begin at an edge of the slide."""
    drawn = shape.find("p:spPr/a:custGeom", PREFIXES) is not None or shape.tag == f"{{{P}}}grpSp"
    rect = place_of(shape)
    if not drawn or rect is None:
        return False
    inside = rect.left > 0 and rect.top > 0 and rect.right < width and rect.bottom < height
    return inside and rect.width * rect.height < _LOGO * width * height


def _has_sides(shape: etree._Element) -> bool:
    """Whether a drawing looks different from the other side; a picture is never turned, nor is a slot."""
    if shape.tag == f"{{{P}}}cxnSp":
        return True
    if shape.tag != f"{{{P}}}sp" or shape.find("p:nvSpPr/p:nvPr/p:ph", PREFIXES) is not None:
        return False
    preset = shape.find("p:spPr/a:prstGeom", PREFIXES)
    return preset is None or preset.get("prst") not in _WITHOUT_SIDES


def _turn(paragraph: etree._Element) -> None:
    """A paragraph's side and direction."""
    side = paragraph.get("algn", "l")
    paragraph.set("algn", _SIDES.get(side, side))
    paragraph.set("rtl", "1")
