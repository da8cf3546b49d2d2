"""How shapes look, in DrawingML: colours, fills, lines, places, geometries."""

from __future__ import annotations

from functools import cache
from typing import assert_never

from deck.export.xml import value
from deck.model.outlines import Arc, Path, PresetGeometry
from deck.model.style import Colour, Stroke
from deck.model.units import Rect

NO_FILL = "<a:noFill/>"
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
# PowerPoint itself names a theme's dark and light colours by the part that the master's map gives them.
_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_PATH_SCALE = 1000
_FULL_TURN = 360

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def properties(number: int, name: str, description: str | None, *, decorative: bool, link: str = "") -> str:
    """The `p:cNvPr` of a shape: its id, its name and its alternative text, or the mark of decoration.

    `link` are the attributes of where a click on it leads.
    """
    start = f'<p:cNvPr id="{number}" name={value(name)}'
    click = f"<a:hlinkClick {link}/>" if link else ""
    if decorative:
        return f'{start} descr="">{click}{DECORATIVE}</p:cNvPr>'
    start = f"{start} descr={value(description)}" if description else start
    return f"{start}>{click}</p:cNvPr>" if click else f"{start}/>"


@cache
def colour(tint: Colour) -> str:
    """A scheme colour, or the value that a template has."""
    kind, name = ("srgbClr", tint.value) if tint.value else ("schemeClr", _MAPPED.get(tint.scheme, tint.scheme))
    changes = "".join(
        f'<a:{change} val="{per_cent * 1000}"/>'
        for change, per_cent, neutral in (
            ("lumMod", tint.lum_mod, 100),
            ("lumOff", tint.lum_off, 0),
            ("satMod", tint.sat_mod, 100),
            ("alpha", tint.alpha, 100),
        )
        if per_cent != neutral
    )
    return f'<a:{kind} val="{name}">{changes}</a:{kind}>' if changes else f'<a:{kind} val="{name}"/>'


def fill(tint: Colour | None) -> str:
    """A solid fill, or that there is none."""
    return f"<a:solidFill>{colour(tint)}</a:solidFill>" if tint else NO_FILL


def line(stroke: Stroke | None) -> str:
    """The line round a shape; its ends are flat, so that an arc ends where it says."""
    if stroke is None:
        return _NO_LINE
    return f'<a:ln w="{stroke.width}" cap="flat">{fill(stroke.colour)}<a:miter lim="800000"/></a:ln>'


def background(tint: Colour) -> str:
    """The ground of a slide layout or a master."""
    return f"<p:bg><p:bgPr>{fill(tint)}<a:effectLst/></p:bgPr></p:bg>"


def place(rect: Rect, *, flipped: bool = False, tag: str = "a:xfrm", inner: str = "") -> str:
    """Where a shape stands."""
    flip = ' flipH="1"' if flipped else ""
    return (
        f'<{tag}{flip}><a:off x="{rect.left}" y="{rect.top}"/>'
        f'<a:ext cx="{rect.width}" cy="{rect.height}"/>{inner}</{tag}>'
    )


def geometry(outline: PresetGeometry | Arc | Path) -> str:
    """A shape's outline."""
    match outline:
        case "rect":
            return _RECTANGLE
        case "roundRect" | "ellipse":
            return f'<a:prstGeom prst="{outline}"><a:avLst/></a:prstGeom>'
        case Arc():
            return _arc(outline)
        case Path():
            return _path(outline)
        case _:
            assert_never(outline)


def _arc(arc: Arc) -> str:
    start, end = sorted((arc.start, arc.start + arc.sweep))
    if end - start >= _FULL_TURN:
        return geometry("ellipse")
    guides = "".join(
        f'<a:gd name="adj{number}" fmla="val {round(angle % _FULL_TURN * 60000) % (_FULL_TURN * 60000)}"/>'
        for number, angle in ((1, start), (2, end))
    )
    return f'<a:prstGeom prst="arc"><a:avLst>{guides}</a:avLst></a:prstGeom>'


@cache
def _path(path: Path) -> str:
    steps = "".join(_step(*command) for command in path.commands)
    width, height = round(path.width * _PATH_SCALE), round(path.height * _PATH_SCALE)
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}">{steps}</a:path></a:pathLst></a:custGeom>'
    )


def _step(letter: str | float, *numbers: str | float) -> str:
    coordinates = [round(float(number) * _PATH_SCALE) for number in numbers]
    points = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in zip(coordinates[::2], coordinates[1::2], strict=False))
    match letter, len(coordinates):
        case "M", 2:
            return f"<a:moveTo>{points}</a:moveTo>"
        case "L", 2:
            return f"<a:lnTo>{points}</a:lnTo>"
        case "C", 6:
            return f"<a:cubicBezTo>{points}</a:cubicBezTo>"
        case "Z", 0:
            return "<a:close/>"
    raise ValueError(f"no command of a path: {letter} with {len(coordinates)} numbers")
