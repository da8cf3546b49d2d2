"""A brand's colours → the palette of a theme, all of which can be read where layouts set it."""

from __future__ import annotations

from collections.abc import Sequence
from colorsys import hls_to_rgb, rgb_to_hls

from deck.ground.dataclass import dataclass
from deck.model.contrast import LEAST, RGB, contrast
from deck.model.style import SchemeColour
from deck.themes.oklch import oklch, srgb

MOST = 5
"""Colours of a brand: the sixth accent is a grey of the first one's hue."""
_ACCENTS: tuple[SchemeColour, ...] = ("accent1", "accent2", "accent3", "accent4", "accent5")
_WHITE: RGB = (255, 255, 255)
_TURNS = (140, 75, 215, 300, 30, 180, 255)
"""How far further accents' hues are from the first one's, in degrees, the most welcome first."""
_NEAR = 28
_CHROMA = (0.07, 0.15)
_ON_LIGHT, _ON_DARK = (0.48, 0.55), (0.78, 0.85)
"""How light further accents are, at least and at most, before they are made to be read."""
_MARGIN = 1.03
"""How much more contrast is made than is asked for, as tints of a colour have less."""
_STEPS = 200


@dataclass(frozen=True, slots=True)
class BrandPalette:
    """The twelve colours as six hexadecimal digits, and for each brand's colour that was changed what it was."""

    colours: dict[SchemeColour, str]
    changed: dict[SchemeColour, str]


def brand_palette(brand: Sequence[str], *, dark: bool) -> BrandPalette:
    """The palette of a light or a dark theme with one to five colours of a brand, six hexadecimal digits each.

    They are the accents, as they are if they can be read on the slide's ground and on cards, or else as little darker
    or lighter as makes that so. The other accents are of other hues, as strong as the first.
    """
    given = [rgb_of(each) for each in brand]
    _, chroma, hue = oklch(given[0])
    tint = min(chroma, 0.03)
    if dark:
        ground, card = srgb(0.17, tint * 0.8, hue), srgb(0.25, tint, hue)
        text, title = srgb(0.97, tint / 4, hue), _WHITE
    else:
        ground, card = _WHITE, srgb(0.965, min(tint, 0.012), hue)
        text, title = srgb(0.24, tint, hue), _title(readable(given[0], (ground, card), dark=False))
    grounds = (ground, card)
    accents = [readable(each, grounds, dark=dark) for each in given]
    light, chroma, hue = oklch(accents[0])
    least, most = _ON_DARK if dark else _ON_LIGHT
    light = min(max(light, least), most)
    strength = min(max(chroma, _CHROMA[0]), _CHROMA[1]) if chroma > 0.02 else _CHROMA[0]
    hues = [oklch(each)[2] for each in accents]
    for turn in _TURNS:
        if len(accents) == len(_ACCENTS):
            break
        other = (hue + turn) % 360
        if all(abs((other - each + 180) % 360 - 180) >= _NEAR for each in hues):
            accents.append(readable(srgb(light, strength, other), grounds, dark=dark))
            hues.append(other)
    while len(accents) < len(_ACCENTS):
        accents.append(readable(srgb(light, strength, (hues[-1] + _NEAR) % 360), grounds, dark=dark))
        hues.append((hues[-1] + _NEAR) % 360)
    grey = readable(srgb(0.75 if dark else 0.5, tint, hue), grounds, dark=dark)
    colours: dict[SchemeColour, str] = {
        "dk1": _hex(text),
        "lt1": _hex(ground),
        "dk2": _hex(title),
        "lt2": _hex(card),
        **{name: _hex(each) for name, each in zip(_ACCENTS, accents, strict=True)},
        "accent6": _hex(grey),
        "hlink": _hex(accents[0]),
        "folHlink": _hex(accents[-1]),
    }
    changed = {name: was.upper() for name, was in zip(_ACCENTS, brand, strict=False) if was.upper() != colours[name]}
    return BrandPalette(colours, changed)


def readable(colour: RGB, grounds: Sequence[RGB], *, dark: bool) -> RGB:
    """The colour as text on these grounds: darker, or on dark grounds lighter, by as little as makes it pass."""
    light, chroma, hue = oklch(colour)
    for step in range(_STEPS + 1):
        shade = light + ((1 - light) if dark else -light) * step / _STEPS
        made = colour if step == 0 else srgb(shade, chroma, hue)
        if min(contrast(made, ground) for ground in grounds) >= LEAST * _MARGIN:
            return made
    return _WHITE if dark else (0, 0, 0)


def rgb_of(value: str) -> RGB:
    """Six hexadecimal digits as red, green and blue."""
    return int(value[0:2], 16), int(value[2:4], 16), int(value[4:6], 16)


def _title(brand: RGB) -> RGB:
    """A dark colour of the brand's hue, on which white and the brand's own tint can be read."""
    _, chroma, hue = oklch(brand)
    tint = _tint(brand)
    shades = (srgb(light / 100, min(chroma, 0.09), hue) for light in range(29, 0, -2))
    return next((each for each in shades if contrast(each, tint) >= LEAST * _MARGIN), (0, 0, 0))


def _tint(colour: RGB) -> RGB:
    """The colour 70 % lighter, as themes set labels on a panel."""
    hue, light, saturation = rgb_to_hls(*(part / 255 for part in colour))
    red, green, blue = (round(255 * part) for part in hls_to_rgb(hue, 0.3 * light + 0.7, saturation))
    return red, green, blue


def _hex(colour: RGB) -> str:
    return "".join(f"{part:02X}" for part in colour)
