"""What a template's drawings are filled with: a colour, or a picture of what is no plain colour."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.opened_template import OpenedTemplate
from deck.export.pptx.template.template_slots import TemplateMaster
from deck.export.pptx.xml import A, R
from deck.images import cropped, gradient, shown, tiled
from deck.model.outlines import Path
from deck.model.style import Colour
from deck.model.units import Rect

_FILLS = tuple(f"{{{A}}}{kind}" for kind in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"))
_GROUND_FILLS = 1_000
_EMU_PER_PIXEL = 9_525
_LEAST, _MOST = 8, 1_600
_SMOOTH = 320
"""The most pixels of what only runs from colour to colour."""
_WHOLE = 100_000


class Fills:
    """Reads the fills of one part: its master's colours, its own pictures."""

    def __init__(self, opened: OpenedTemplate, master: TemplateMaster, part: str) -> None:
        self._opened, self._master, self._part = opened, master, part

    def named(self, properties: etree._Element) -> etree._Element | None:
        """The fill that a shape's properties name, if they do."""
        return next((each for each in properties if each.tag in _FILLS), None)

    def colour(self, element: etree._Element | None) -> Colour | None:
        """The colour in an element."""
        return self._master.colours.colour(element)

    def fill(
        self,
        properties: etree._Element,
        element: etree._Element,
        rect: Rect,
        within: Path | None,
        groups: etree._Element | None,
    ) -> Colour | bytes | None:
        """What fills a shape in this rectangle: a colour, or a picture that is clear outside its outline."""
        found = self.named(properties)
        if found is not None and etree.QName(found).localname == "grpFill":
            found = groups
        if found is None:
            styled = element.find("p:style/a:fillRef", PREFIXES)
            return self.colour(styled) if styled is not None and styled.get("idx", "0") != "0" else None
        return self._filled(found, rect, within)

    def ground(self, background: etree._Element, slide: Rect) -> Colour | bytes | None:
        """What a `p:bg` fills the slide with."""
        own = background.find("p:bgPr", PREFIXES)
        if own is not None:
            found = self.named(own)
            return None if found is None else self._filled(found, slide, None)
        reference = background.find("p:bgRef", PREFIXES)
        if reference is None:
            return None
        number = int(reference.get("idx", "0")) - _GROUND_FILLS
        theme = self._opened.theme(self._master.part)
        listed = list(self._opened.archive.find(theme, "//a:fmtScheme/a:bgFillStyleLst/*"))
        if not 1 <= number <= len(listed):
            return self.colour(reference)
        made = deepcopy(listed[number - 1])
        for each in list(made.iter(f"{{{A}}}schemeClr")):
            if each.get("val") == "phClr" and len(reference):
                own_colour = deepcopy(reference[0])
                own_colour.extend(list(each))
                parent = each.getparent()
                if parent is not None:
                    parent.replace(each, own_colour)
        return Fills(self._opened, self._master, theme)._filled(made, slide, None)

    def picture(
        self, fill: etree._Element | None, size: tuple[float, float], turn: float = 0.0, *, flipped: bool = False
    ) -> tuple[bytes, tuple[float, float, float, float]] | None:
        """The picture that fills a place so large, in EMU, turned, and the shares that are cut off its sides."""
        data = self._data(fill)
        if fill is None or data is None:
            return None
        source = fill.find("a:srcRect", PREFIXES)
        left, top, right, bottom = (int(source.get(side, "0")) / _WHOLE if source is not None else 0 for side in "ltrb")
        faded = fill.find("a:blip/a:alphaModFix", PREFIXES)
        alpha = int(faded.get("amt", str(_WHOLE))) / _WHOLE if faded is not None else 1.0
        crop = (left, top, right, bottom)
        pixels = _pixels(size[0], size[1], _MOST)
        try:
            if abs(turn) < 0.01 and not flipped:
                whole = max(0.05, 1 - left - right), max(0.05, 1 - top - bottom)
                wanted = min(4 * _MOST, round(pixels[0] / whole[0])), min(4 * _MOST, round(pixels[1] / whole[1]))
                return shown(data, wanted, alpha), crop
            return shown(cropped(data, crop), pixels, alpha, turn, flipped=flipped), (0, 0, 0, 0)
        except OSError:
            return None

    def _filled(self, fill: etree._Element, rect: Rect, within: Path | None) -> Colour | bytes | None:
        match etree.QName(fill).localname:
            case "solidFill":
                return self.colour(fill)
            case "gradFill":
                return self._gradient(fill, rect, within)
            case "pattFill":
                return self.colour(fill.find("a:bgClr", PREFIXES)) or self.colour(fill.find("a:fgClr", PREFIXES))
            case "blipFill":
                return self._blip(fill, rect)
            case _:
                return None

    def _gradient(self, fill: etree._Element, rect: Rect, within: Path | None) -> Colour | bytes | None:
        stops = []
        for each in fill.iterfind("a:gsLst/a:gs", PREFIXES):
            if colour := self.colour(each):
                value = (*self._master.colours.rgb(colour), round(colour.alpha * 2.55))
                stops.append((int(each.get("pos", "0").rstrip("%")) / _WHOLE, value))
        if not stops:
            return None
        linear = fill.find("a:lin", PREFIXES)
        outward = fill.find("a:path", PREFIXES)
        angle = None if outward is not None else int(linear.get("ang", "0")) / 60_000 if linear is not None else 90.0
        outlines = tuple(tuple(each) for each in within.corners()) if within else ()
        return gradient(sorted(stops), angle, _pixels(rect.width, rect.height, _SMOOTH), outlines)

    def _blip(self, fill: etree._Element, rect: Rect) -> bytes | None:
        tile = fill.find("a:tile", PREFIXES)
        data = self._data(fill)
        try:
            if tile is not None and data:
                size = _pixels(rect.width, rect.height, _MOST)
                scale = int(tile.get("sx", str(_WHOLE))) / _WHOLE * _EMU_PER_PIXEL * size[0] / rect.width
                return tiled(data, size, scale)
            found = self.picture(fill, (rect.width, rect.height))
            return cropped(*found) if found else None
        except OSError:
            return None

    def _data(self, fill: etree._Element | None) -> bytes | None:
        """The bytes of the picture that a fill names."""
        blip = fill.find("a:blip", PREFIXES) if fill is not None else None
        named = blip.get(f"{{{R}}}embed") if blip is not None else None
        archive = self._opened.archive
        found = next((each for each in archive.relationships(self._part) if each.id == named), None)
        return archive.blob(found.target) if found and not found.external and found.target in archive else None


def _pixels(width: float, height: float, most: int) -> tuple[int, int]:
    """How many pixels a place so large in EMU has on a screen."""
    share = min(1.0, most * _EMU_PER_PIXEL / max(width, height, 1.0))
    return tuple(max(_LEAST, round(side * share / _EMU_PER_PIXEL)) for side in (width, height))  # type: ignore[return-value]
