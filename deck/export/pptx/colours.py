"""The colours of any deck's fills and texts, so far as they are plain ones of the theme or of their own."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.opened import OpenedDeck, OpenedSlide
from deck.export.pptx.xml import A
from deck.model.contrast import RGB

_DIGITS = 6
_WHOLE = 100_000


class Palette:
    """The colours of the theme behind a slide, as its master maps them."""

    def __init__(self, deck: OpenedDeck, slide: OpenedSlide) -> None:
        self._map: dict[str, str] = {}
        self._values: dict[str, str] = {}
        overridden = any(
            sheet.find("p:clrMapOvr/a:overrideClrMapping", PREFIXES) is not None for sheet in (slide.root, *slide.above)
        )
        archive = deck.archive
        for layout in archive.relationships(slide.part, "slideLayout"):
            for master in archive.relationships(layout.target, "slideMaster"):
                for theme in archive.relationships(master.target, "theme"):
                    if theme.target in archive and not overridden:
                        self._map = {
                            str(key): str(name)
                            for each in archive.find(master.target, "//p:clrMap")
                            for key, name in each.items()
                        }
                        for each in archive.find(theme.target, "//a:clrScheme/*/*"):
                            parent = each.getparent()
                            if parent is not None:
                                self._values[etree.QName(parent).localname] = str(
                                    each.get("lastClr") or each.get("val", "")
                                )

    def of(self, holder: etree._Element | None) -> RGB | None:
        """The colour in an element such as `a:solidFill`; None where it is no plain one."""
        for colour in holder if holder is not None else ():
            if colour.tag == f"{{{A}}}srgbClr":
                value = colour.get("val", "")
            elif colour.tag == f"{{{A}}}sysClr":
                value = colour.get("lastClr", "")
            elif colour.tag == f"{{{A}}}schemeClr":
                name = colour.get("val", "")
                value = self._values.get(self._map.get(name, name), "")
            else:
                return None
            return _changed(value, colour)
        return None


def _changed(value: str, colour: etree._Element) -> RGB | None:
    """A colour with its luminance and saturation changed as it says; None where it is changed in any other way."""
    try:
        red, green, blue = (int(value[at : at + 2], 16) / 255 for at in range(0, _DIGITS, 2))
        hue, luminance, saturation = rgb_to_hls(red, green, blue)
        for change in colour:
            share = int(change.get("val", "")) / _WHOLE
            if change.tag == f"{{{A}}}lumMod":
                luminance *= share
            elif change.tag == f"{{{A}}}lumOff":
                luminance += share
            elif change.tag == f"{{{A}}}satMod":
                saturation *= share
            else:
                return None
    except ValueError:
        return None
    parts = hls_to_rgb(hue, min(1.0, max(0.0, luminance)), min(1.0, saturation))
    red, green, blue = (round(255 * part) for part in parts)
    return int(red), int(green), int(blue)
