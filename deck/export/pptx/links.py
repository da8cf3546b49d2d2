"""Lines that hold on to shapes, as PowerPoint's own connectors: straight ones, and elbows of up to five parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deck.export.pptx.drawing import fill, properties
from deck.export.pptx.sheet import Sheet
from deck.model.links import Glue, Link, Point, Side

_SITES: Mapping[Side, int] = {"top": 0, "left": 1, "bottom": 2, "right": 3}
"""The connection sites of a rectangle, as presetShapeDefinitions.xml numbers them (ECMA-376, 20.1.9)."""
_PRESETS = {2: "straightConnector1", 3: "bentConnector2", 4: "bentConnector3", 6: "bentConnector5"}
_WHOLE = 100_000
_THIN = 12_700
"""PowerPoint's own least extent of an elbow, of which its bends are shares."""
_QUARTER_TURN = 5_400_000


def link_xml(sheet: Sheet, link: Link) -> str:
    """A `p:cxnSp` that is glued to the shapes at both its ends."""
    ends = "".join(_end(sheet, tag, glue) for tag, glue in (("stCxn", link.start), ("endCxn", link.end)))
    head = '<a:tailEnd type="triangle" w="lg" len="lg"/>' if link.arrow else ""
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{properties(sheet.next_id(), link.name, None, decorative=True)}"
        f"<p:cNvCxnSpPr>{ends}</p:cNvCxnSpPr>{sheet.drawn}</p:nvCxnSpPr><p:spPr>{_outline(link.points)}"
        f'<a:ln w="{link.stroke.width}" cap="flat">{fill(link.stroke.colour)}<a:miter lim="800000"/>{head}</a:ln>'
        "</p:spPr></p:cxnSp>"
    )


def _end(sheet: Sheet, tag: str, glue: Glue) -> str:
    return f'<a:{tag} id="{sheet.ids[glue.shape]}" idx="{_SITES[glue.side]}"/>'


def _outline(points: Sequence[Point]) -> str:
    """The place and the preset geometry: an elbow that begins upright is one that begins level, turned by a quarter."""
    (x, y), (end_x, end_y) = points[0], points[-1]
    upright = len(points) > 2 and points[1][0] == x
    along, aside = (end_y - y, end_x - x) if upright else (end_x - x, end_y - y)
    flip_h, flip_v = along < 0, aside >= 0 if upright else aside < 0
    least = _THIN if len(points) > 2 else 0
    length, breadth = max(abs(along), least), max(abs(aside), least)
    middle_x, middle_y = (x + end_x) / 2, (y + end_y) / 2
    turn = f' rot="{_QUARTER_TURN}"' if upright else ""
    turn += ' flipH="1"' * flip_h + ' flipV="1"' * flip_v
    place = (
        f'<a:xfrm{turn}><a:off x="{round(middle_x - length / 2)}" y="{round(middle_y - breadth / 2)}"/>'
        f'<a:ext cx="{length}" cy="{breadth}"/></a:xfrm>'
    )
    shares = []
    # What the last two parts are follows from where the line ends.
    for number, (at_x, at_y) in enumerate(points[1:-2]):
        first, second = (at_y - y, at_x - x) if upright else (at_x - x, at_y - y)
        part = (first, along, length) if number % 2 == 0 else (second, aside, breadth)
        shares.append(_share(*part))
    guides = "".join(f'<a:gd name="adj{number}" fmla="val {share}"/>' for number, share in enumerate(shares, start=1))
    return f'{place}<a:prstGeom prst="{_PRESETS[len(points)]}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def _share(distance: int, towards: int, whole: int) -> int:
    """A distance from the start as a share of the extent, in the direction in which the line ends."""
    return round((-distance if towards < 0 else distance) / whole * _WHOLE)
