"""Where a shape of a template stands."""

from __future__ import annotations

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.xml import P
from deck.model.units import Emu, Rect

DRAWN = frozenset(f"{{{P}}}{kind}" for kind in ("sp", "pic", "grpSp", "cxnSp", "graphicFrame"))
"""What stands on a sheet."""


def place_of(element: etree._Element) -> Rect | None:
    """Where a shape says that it stands."""
    found = element.find("p:spPr/a:xfrm", PREFIXES)
    if found is None:
        found = element.find("p:grpSpPr/a:xfrm", PREFIXES)
    if found is None:
        found = element.find("p:xfrm", PREFIXES)
    off = found.find("a:off", PREFIXES) if found is not None else None
    ext = found.find("a:ext", PREFIXES) if found is not None else None
    if off is None or ext is None:
        return None
    x, y, width, height = (
        int(each.get(name, "0")) for each, name in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy"))
    )
    return Rect(Emu(x), Emu(y), Emu(width), Emu(height))
