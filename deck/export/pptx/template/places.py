"""Where a shape of a template stands."""

from __future__ import annotations

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.xml import P
from deck.model.units import Emu, Rect

_PER_DEGREE = 60_000

DRAWN = frozenset(f"{{{P}}}{kind}" for kind in ("sp", "pic", "grpSp", "cxnSp", "graphicFrame"))
"""What stands on a sheet."""


def place_of(element: etree._Element) -> Rect | None:
    """Where a shape says that it stands, before it is turned."""
    found = _said(element)
    off = found.find("a:off", PREFIXES) if found is not None else None
    ext = found.find("a:ext", PREFIXES) if found is not None else None
    if off is None or ext is None:
        return None
    x, y, width, height = (
        int(each.get(name, "0")) for each, name in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy"))
    )
    return Rect(Emu(x), Emu(y), Emu(width), Emu(height))


def quarter_turns(element: etree._Element) -> int | None:
    """By how many quarters a shape says that it is turned clockwise, to the nearest; None where it has no place."""
    found = _said(element)
    return None if found is None else round(int(found.get("rot", "0")) / _PER_DEGREE / 90) % 4


def turned(rect: Rect, quarters: int) -> Rect:
    """Where a shape of this place is seen that is turned round its middle."""
    if quarters % 2 == 0:
        return rect
    left, top = rect.left + (rect.width - rect.height) // 2, rect.top + (rect.height - rect.width) // 2
    return Rect(Emu(left), Emu(top), rect.height, rect.width)


def _said(element: etree._Element) -> etree._Element | None:
    paths = ("p:spPr/a:xfrm", "p:grpSpPr/a:xfrm", "p:xfrm")
    return next((found for path in paths if (found := element.find(path, PREFIXES)) is not None), None)
