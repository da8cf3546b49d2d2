"""How well text stands out from its ground: WCAG 2.2, success criterion 1.4.3."""

from __future__ import annotations

from typing import TypeAlias

RGB: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

_LEAST, _LEAST_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = 18, 14
_PARTS = (0.2126, 0.7152, 0.0722)


def contrast(one: RGB, other: RGB) -> float:
    """The ratio of two colours' luminances, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(size: float, *, bold: bool) -> float:
    """The ratio that text of this size in points must have: less for large text."""
    return _LEAST_LARGE if size >= _LARGE or (bold and size >= _LARGE_BOLD) else _LEAST


def _luminance(colour: RGB) -> float:
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (each / 255 for each in colour)
    )
    return sum(share * part for share, part in zip(_PARTS, linear, strict=True))
