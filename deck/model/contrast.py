"""How well text can be read on what is behind it: WCAG 2.2's contrast (success criterion 1.4.3)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

RGB = tuple[int, int, int]

LEAST, LEAST_LARGE = 4.5, 3.0
"""What level AA asks for, and for large text."""
_LARGE, _LARGE_BOLD = 18, 14
_STEPS = 256
_KNOWN = 4_096
"""Of how many colours and pairs the answer is remembered: a deck has few, and asks at each place of each line."""
_PARTS = (0.2126, 0.7152, 0.0722)


@lru_cache(maxsize=_KNOWN)
def luminance(colour: RGB) -> float:
    """A colour's relative luminance, from 0 (black) to 1 (white)."""
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (each / 255 for each in colour)
    )
    return sum(share * part for share, part in zip(_PARTS, linear, strict=True))


@lru_cache(maxsize=_KNOWN)
def contrast(one: RGB, other: RGB) -> float:
    """The ratio of two colours' luminances, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(size: float, *, bold: bool) -> float:
    """What AA asks for at a size in points: less of large text, from 18 points on, or from 14 where it is bold."""
    return LEAST_LARGE if size >= (_LARGE_BOLD if bold else _LARGE) else LEAST


def nearest_passing(colour: RGB, passes: Callable[[RGB], bool]) -> RGB | None:
    """The colour of this one's hue, but lighter or darker by as little as makes it pass; None where none does."""
    from colorsys import hls_to_rgb, rgb_to_hls

    hue, light, saturation = rgb_to_hls(*(part / 255 for part in colour))
    for step in range(1, _STEPS):
        for way in (-1, 1):
            changed = light + way * step / _STEPS
            if 0 <= changed <= 1:
                red, green, blue = (round(255 * part) for part in hls_to_rgb(hue, changed, saturation))
                if passes((red, green, blue)):
                    return red, green, blue
    return None
