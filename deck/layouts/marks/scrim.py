"""The veil over a picture, on which words can be read whatever the picture shows."""

from __future__ import annotations

from dataclasses import replace

from deck.model.contrast import LEAST, contrast
from deck.model.shapes import AutoShape
from deck.model.style import Colour
from deck.model.theme import Theme
from deck.model.units import Rect

_STEP, _ALL = 5, 100
_BLACK, _WHITE = (0, 0, 0), (255, 255, 255)


def scrim(theme: Theme) -> AutoShape:
    """The theme's veil over a whole slide, as thin as lets what stands on it pass WCAG AA there on any pixel."""
    letters, fill = letters_on_veil(theme), theme.grounds.veil
    for per_cent in range(_STEP, _ALL, _STEP):
        veil = replace(fill, alpha=per_cent)
        if least_contrast_on(veil, letters, theme) >= LEAST:
            fill = veil
            break
    return AutoShape("Scrim", Rect.of_units(0, 0, theme.grid.width, theme.grid.height), "rect", fill)


def letters_on_veil(theme: Theme) -> Colour:
    """The colour of words over a picture."""
    return theme.style("picture-title").colour


def least_contrast_on(veil: Colour, colour: Colour, theme: Theme) -> float:
    """The contrast of a colour with this veil, where the picture behind it is as unfavourable as can be."""
    shown, over, share = theme.rgb(colour), theme.rgb(veil), veil.alpha / _ALL
    return min(contrast(shown, _through(over, pixel, share)) for pixel in (_BLACK, _WHITE))


def _through(veil: tuple[int, int, int], pixel: tuple[int, int, int], share: float) -> tuple[int, int, int]:
    red, green, blue = (round(share * one + (1 - share) * other) for one, other in zip(veil, pixel, strict=True))
    return red, green, blue
