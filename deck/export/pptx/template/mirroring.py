"""A template's master or slide layout, turned round for the other reading direction: all but its pictures' insides."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.places import DRAWN, place_of
from deck.export.pptx.template.reading_direction import said_direction
from deck.export.pptx.xml import DECLARATION, A, P
from deck.ground.dataclass import dataclass
from deck.model.language import Direction

_LOGO = 0.12
"""A drawing that takes less of the slide than this may be a logo."""
_SIDES = {"l": "r", "r": "l"}
_START = {Direction.LEFT_TO_RIGHT: "l", Direction.RIGHT_TO_LEFT: "r"}
_WITHOUT_SIDES = frozenset({"rect", "roundRect", "ellipse", "line"})
_LEVELS = tuple(f"{{{A}}}lvl{level}pPr" for level in range(1, 10))


@dataclass(frozen=True, slots=True)
class MadeFor:
    """What a sheet is made for: the direction it is read in; whether its master has styles that slots inherit."""

    direction: Direction
    styled: bool


def turned_sheet(
    blob: bytes,
    size: tuple[int, int],
    made_for: MadeFor,
    to: Direction,
    fonts: Mapping[str, str],
    *,
    keeps: bool = False,
) -> bytes:
    """The sheet of a slide of this width and height in EMU, for reading in this direction.

    Where it is made for the other one, it is mirrored: places, drawings, insets. Logos and photographs stand on the
    other side, as they are; a logo may be drawn, and then is small, and away from the slide's edges. Where a sheet
    `keeps` its places, only its words turn. A level that says nothing, or another direction, follows; where all is as
    it should be, the sheet stays as it is, to the byte.
    `fonts` stand for those that the theme leaves open.
    """
    if made_for.direction is to is Direction.LEFT_TO_RIGHT:
        return blob
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(blob, parser)
    before = etree.tostring(root)
    from_right = to is Direction.RIGHT_TO_LEFT
    if made_for.direction is not to:
        _mirror_places(root, size, from_right=from_right, keeps=keeps)
    turn_levels(root, made_for, to)
    for named in root.iter(f"{{{A}}}cs") if from_right else ():
        named.set("typeface", fonts.get(named.get("typeface", ""), named.get("typeface", "")))
    after = etree.tostring(root)
    return blob if after == before else DECLARATION.encode() + after


def turn_levels(root: etree._Element, made_for: MadeFor, to: Direction) -> None:
    """Has the levels and paragraphs of a part read in this direction, with text on the side that goes with it.

    What is written beside the slots of a part that is made for it stays as its author set it.
    """
    if to is Direction.RIGHT_TO_LEFT:
        for styles in root.iterfind("p:txStyles/*", PREFIXES):
            _complete(styles)
    if made_for.direction is not to:
        _complete_paragraphs(root)
    for level in (*root.iter(*_LEVELS), *root.iter(f"{{{A}}}pPr"), *root.iter(f"{{{A}}}defPPr")):
        shape = next(level.iterancestors(*DRAWN), None)
        slot = shape is not None and _is_slot(shape)
        if made_for.direction is not to or shape is None or slot:
            inherits = made_for.styled if slot else shape is not None and _has_side(level, shape)
            _turn(level, made_for.direction, to, inherits=inherits)


def _is_slot(shape: etree._Element) -> bool:
    return shape.find("p:nvSpPr/p:nvPr/p:ph", PREFIXES) is not None


def _complete_paragraphs(root: etree._Element) -> None:
    """Has what is written beside the slots say its side: it inherits none from the master."""
    for paragraph in root.iter(f"{{{A}}}p"):
        shape = next(paragraph.iterancestors(*DRAWN), None)
        if shape is not None and not _is_slot(shape) and paragraph.find("a:pPr", PREFIXES) is None:
            paragraph.insert(0, etree.Element(f"{{{A}}}pPr"))


def _has_side(paragraph: etree._Element, shape: etree._Element) -> bool:
    """Whether a drawn text's own list of styles says on which side such a paragraph is."""
    if paragraph.tag != f"{{{A}}}pPr":
        return False
    level = int(paragraph.get("lvl", "0")) + 1
    return shape.find(f"p:txBody/a:lstStyle/a:lvl{level}pPr[@algn]", PREFIXES) is not None


def _complete(styles: etree._Element) -> None:
    """Adds the levels that a style of text has not: they would be read from left to right."""
    if etree.QName(styles).localname not in ("titleStyle", "bodyStyle", "otherStyle"):
        return
    at = 1 if styles.find("a:defPPr", PREFIXES) is not None else 0
    for number, name in enumerate(_LEVELS):
        if styles.find(name) is None:
            styles.insert(at + number, etree.Element(name))


def _mirror_places(root: etree._Element, size: tuple[int, int], *, from_right: bool, keeps: bool) -> None:
    tree = root.find("p:cSld/p:spTree", PREFIXES)
    for shape in tree if tree is not None and not keeps else ():
        _mirror(shape, size[0], turned=not _may_be_a_logo(shape, *size))
    for body in root.iter(f"{{{A}}}bodyPr"):
        left, right = body.get("lIns"), body.get("rIns")
        for name, value in (("lIns", right), ("rIns", left)):
            if value is not None:
                body.set(name, value)
            elif name in body.attrib:
                del body.attrib[name]
        body.set("rtlCol", f"{from_right:d}")


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
    if shape.tag != f"{{{P}}}sp" or _is_slot(shape):
        return False
    preset = shape.find("p:spPr/a:prstGeom", PREFIXES)
    return preset is None or preset.get("prst") not in _WITHOUT_SIDES


def _turn(paragraph: etree._Element, made_for: Direction, to: Direction, *, inherits: bool) -> None:
    """A paragraph's side and direction; one that `inherits` its side keeps to that."""
    said, side = said_direction(paragraph), paragraph.get("algn")
    if (said or made_for) is not to:
        if side or not inherits:
            paragraph.set("algn", _SIDES.get(side or "l", side or "l"))
    elif said is None and side is None and not inherits:
        paragraph.set("algn", _START[to])
    paragraph.set("rtl", f"{to is Direction.RIGHT_TO_LEFT:d}")
