"""Colours by lightness, chroma and hue as eyes see them: Oklch, of which sRGB is a part (CSS Color 4, 9.3).

Lightness is 0 to 1, chroma 0 to about 0.3, hue in degrees.
"""

from __future__ import annotations

import math

from deck.model.contrast import RGB

Oklch = tuple[float, float, float]
_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = ((1, 0.3963377774, 0.2158037573), (1, -0.1055613458, -0.0638541728), (1, -0.0894841775, -1.2914855480))
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_STEPS = 24


def oklch(rgb: RGB) -> Oklch:
    """A colour of sRGB in Oklch."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (p / 255 for p in rgb)]
    cones = [math.cbrt(each) for each in _times(_TO_CONES, linear)]
    light, a, b = _times(_TO_LAB, cones)
    return light, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def srgb(light: float, chroma: float, hue: float) -> RGB:
    """The colour of sRGB with this lightness and hue, and this chroma or as much of it as sRGB has."""
    low, high = 0.0, chroma
    parts = _parts(light, chroma, hue)
    if not _shown(parts):
        for _ in range(_STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if _shown(_parts(light, middle, hue)) else (low, middle)
        parts = _parts(light, low, hue)
    red, green, blue = (round(255 * min(1.0, max(0.0, part))) for part in parts)
    return red, green, blue


def _parts(light: float, chroma: float, hue: float) -> list[float]:
    angle = math.radians(hue)
    cones = [each**3 for each in _times(_FROM_LAB, (light, chroma * math.cos(angle), chroma * math.sin(angle)))]
    return [
        12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in _times(_FROM_CONES, cones)
    ]


def _shown(parts: list[float]) -> bool:
    return all(-0.0005 <= part <= 1.0005 for part in parts)


def _times(matrix: tuple[tuple[float, float, float], ...], vector: list[float] | tuple[float, ...]) -> list[float]:
    return [sum(one * other for one, other in zip(row, vector, strict=True)) for row in matrix]
