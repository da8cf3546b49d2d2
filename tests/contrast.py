"""WCAG 2.2's contrast of text against what is behind it (success criterion 1.4.3)."""

from __future__ import annotations

RGB = tuple[int, int, int]


def luminance(colour: RGB) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: RGB, other: RGB) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(size: float, bold: bool) -> float:
    """What WCAG AA asks for: less for large text, from 18 points on, or from 14 where it is bold."""
    return 3.0 if size >= 18 or (bold and size >= 14) else 4.5
