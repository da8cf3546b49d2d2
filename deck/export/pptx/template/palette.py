"""A template's theme and master → the palette that layouts can use: which colour is text, ground, accent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.opened_template import OpenedTemplate
from deck.model.contrast import LEAST, RGB, contrast, luminance
from deck.model.recolouring import adjusted
from deck.model.style import Colour, SchemeColour
from deck.model.theme import shaded

_SCHEME: tuple[SchemeColour, ...] = get_args(SchemeColour)
_MAPPED: Mapping[str, SchemeColour] = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_SYSTEM = {"windowText": "000000", "window": "FFFFFF"}
_ENOUGH = LEAST * 1.03
_PANEL = 7.0
_CARD_AT_MOST = 1.3
_STEP = 5
_FAINTEST = 50


class Colours:
    """The colours that a master's shapes name, as layouts' `Colour`s, which say text and ground by `dk1` and `lt1`."""

    def __init__(self, opened: OpenedTemplate, master: str) -> None:
        archive = opened.archive
        scheme = archive.first(opened.theme(master), "//a:clrScheme")
        own = {etree.QName(each).localname: _value(each[0]) for each in scheme if len(each)}
        mapping = archive.first(master, "/p:sldMaster/p:clrMap")
        self.map = {str(key): str(value) for key, value in mapping.items()}
        self._back = {value: _MAPPED.get(key, key) for key, value in reversed(self.map.items())}
        names = {name: self.map.get(_unmapped(name), name) for name in _SCHEME}
        self.palette: dict[SchemeColour, str] = {
            name: own.get(names[name]) or own.get(name) or "000000" for name in _SCHEME
        }

    def colour(self, element: etree._Element | None) -> Colour | None:
        """The colour in a fill, by its name in the palette, or as a value outside it."""
        found = next(iter(element), None) if element is not None else None
        if found is None:
            return None
        kind = etree.QName(found).localname
        if kind == "schemeClr":
            value = found.get("val", "")
            name = _MAPPED.get(value) or self._back.get(value, value)
            if name not in _SCHEME:
                return None
            return self._changed(Colour(name), found)
        value_ = _value(found)
        return self._changed(self._of(value_), found) if value_ else None

    def rgb(self, colour: Colour) -> RGB:
        return shaded(_rgb(colour.value or self.palette[colour.scheme]), colour)

    def _changed(self, colour: Colour, element: etree._Element) -> Colour:
        """The colour with the changes that an element of DrawingML names."""
        for change in element:
            amount = round(int(change.get("val", "100000").rstrip("%") or 0) / 1000)
            match etree.QName(change).localname:
                case "lumMod":
                    colour = adjusted(Colour(colour.scheme, amount), colour)
                case "lumOff":
                    colour = replace(colour, lum_off=colour.lum_off + amount)
                case "alpha":
                    colour = replace(colour, alpha=amount)
                case "tint" | "shade" as way:
                    colour = self._mixed(colour, amount / 100, white=way == "tint")
                case _:
                    pass
        return colour

    def _mixed(self, colour: Colour, share: float, *, white: bool) -> Colour:
        """The colour that has this share of a mixture with white or black.

        Light is mixed, not the values that stand for it, as PowerPoint does: black of 75 % is 898989, not 404040.
        """
        rgb = self.rgb(colour)
        mixed = tuple(_encoded(share * _linear(part / 255) + (1 - share if white else 0)) for part in rgb)
        before, after = ((max(each) + min(each)) / 2 for each in (tuple(part / 255 for part in rgb), mixed))
        if white:
            to_white = (after - before) / (1 - before) if before < 1 else 0
            return adjusted(Colour(colour.scheme).lighter(round(100 * to_white)), colour)
        return adjusted(Colour(colour.scheme, round(100 * after / before) if before else 100), colour)

    def _of(self, value: str) -> Colour:
        """The colour of this value: one of the palette's, if it is that."""
        wanted = _rgb(value)

        def distance(name: SchemeColour) -> int:
            return sum((a - b) ** 2 for a, b in zip(wanted, _rgb(self.palette[name]), strict=True))

        nearest = min(_SCHEME[:10], key=distance)
        return Colour(nearest, value=value if distance(nearest) else None)


def ground_of(colours: Colours, background: etree._Element | None) -> Colour | None:
    """The plain ground that a `p:bg` gives; None where it is a picture or a pattern."""
    if background is None:
        return Colour("lt1")
    reference = background.find("p:bgRef", PREFIXES)
    if reference is not None:
        return colours.colour(reference)
    fill = background.find("p:bgPr/a:solidFill", PREFIXES)
    if fill is not None:
        return colours.colour(fill)
    stops = background.findall("p:bgPr/a:gradFill/a:gsLst/a:gs", PREFIXES)
    return colours.colour(stops[0]) if stops else None


def opposite(colours: Colours, text: Colour) -> Colour:
    """The ground that a text's colour is for, where it is a picture."""
    dark = sum(colours.rgb(text)) > 3 * 128
    both = sorted((Colour("lt1"), Colour("dk1")), key=lambda each: sum(colours.rgb(each)))
    return both[0] if dark else both[1]


def shades(colours: Colours, ground: Colour, text: Colour) -> dict[SchemeColour, Colour]:
    """What stands for each of the palette's colours, so that all that layouts set with it can be read.

    An accent is darker, or on a dark ground lighter, by as little as makes it so.
    """
    behind = colours.rgb(ground)
    if contrast(colours.rgb(text), behind) < _PANEL:
        known = (text, Colour("dk1"), Colour("lt1"))
        text = next((each for each in known if contrast(colours.rgb(each), behind) >= _PANEL), None) or max(
            (Colour("dk1", 0), Colour("dk1", 0, 100)), key=lambda each: contrast(colours.rgb(each), behind)
        )
    dark = luminance(colours.rgb(text)) > luminance(behind)
    card = Colour("lt2")
    on_card = contrast(colours.rgb(card), behind)
    # A template that has its light ground from elsewhere than from its first light colour has no use for its second.
    foreign = not dark and ground != Colour("lt1")
    if foreign or not 1.02 < on_card <= _CARD_AT_MOST or contrast(colours.rgb(text), colours.rgb(card)) < _PANEL:
        card = adjusted(Colour("lt1", 88, 12) if dark else Colour("lt1", 95), ground)
    grounds = [behind, colours.rgb(card)]
    accents = {name: _readable(colours, Colour(name), grounds, _ENOUGH, text, dark=dark) for name in _SCHEME[4:9]}
    # In known themes the last is a grey, for what stands back; here it may be of any colour.
    accents["accent6"] = _grey(colours, text, grounds, dark=dark)
    if dark:
        panel = text
    else:
        own = Colour("dk2")
        first = own if contrast(colours.rgb(own), behind) >= 3 else accents["accent1"]
        panel = _readable(colours, first, [behind], _PANEL, text, dark=False)
    found: dict[SchemeColour, Colour] = {"dk1": text, "lt1": ground, "dk2": panel, "lt2": card, **accents}
    return {name: colour for name, colour in found.items() if colour != Colour(name)}


def with_shades(colours: Colours, made: Mapping[SchemeColour, Colour]) -> dict[SchemeColour, str]:
    """The palette with these in the place of its own."""
    return {
        name: "{:02X}{:02X}{:02X}".format(*colours.rgb(made[name])) if name in made else value
        for name, value in colours.palette.items()
    }


def renamed(colours: Colours, made: Mapping[SchemeColour, Colour], colour: Colour) -> Colour:
    """A colour of the template by the name that it has in the palette with these shades, or by its value."""
    for name in _SCHEME:
        if made.get(name, Colour(name)) == replace(colour, alpha=100):
            return Colour(name, alpha=colour.alpha)
    if colour.value or colour.scheme not in made:
        return colour
    wanted = colours.rgb(colour)

    def distance(name: SchemeColour) -> int:
        return sum((a - b) ** 2 for a, b in zip(wanted, colours.rgb(made.get(name, Colour(name))), strict=True))

    value = "{:02X}{:02X}{:02X}".format(*wanted)
    return Colour(min(_SCHEME[:10], key=distance), alpha=colour.alpha, value=value)


def _readable(
    colours: Colours, colour: Colour, grounds: list[RGB], least: float, otherwise: Colour, *, dark: bool
) -> Colour:
    """The colour, by as little lighter or darker as is needed for so much contrast with these grounds."""
    for step in range(0, 100, _STEP):
        change = Colour(colour.scheme).lighter(step) if dark else Colour(colour.scheme, 100 - step)
        made = adjusted(change, colour)
        if min(contrast(colours.rgb(made), each) for each in grounds) >= least:
            return made
    return otherwise


def _grey(colours: Colours, text: Colour, grounds: list[RGB], *, dark: bool) -> Colour:
    """The text's colour, as near to these grounds as it may come and be read."""
    for step in range(_FAINTEST, 0, -_STEP):
        made = adjusted(Colour(text.scheme, 100 - step) if dark else Colour(text.scheme).lighter(step), text)
        if min(contrast(colours.rgb(made), each) for each in grounds) >= _ENOUGH:
            return made
    return text


def _value(element: etree._Element) -> str | None:
    match etree.QName(element).localname:
        case "srgbClr":
            value = element.get("val", "")
            return value.upper() if len(value) == 6 else None
        case "sysClr":
            return (element.get("lastClr") or _SYSTEM.get(element.get("val", ""), "000000")).upper()
        case "prstClr":
            return {"black": "000000", "white": "FFFFFF"}.get(element.get("val", ""))
        case _:
            return None


def _unmapped(name: SchemeColour) -> str:
    return next((mapped for mapped, own in _MAPPED.items() if own == name), name)


def _rgb(value: str) -> RGB:
    return int(value[0:2], 16), int(value[2:4], 16), int(value[4:6], 16)


def _linear(part: float) -> float:
    """How much light a part of an sRGB value stands for; both from 0 to 1."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> float:
    """The part of an sRGB value that stands for so much light."""
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
