"""An icon of the theme on a disc."""

from __future__ import annotations

from deck.layouts.frame.furniture import disc
from deck.model.shapes import AutoShape, Group
from deck.model.style import Colour
from deck.model.theme import Theme
from deck.model.units import Rect

_SHARE_OF_DISC = 0.58


def icon_on_disc(theme: Theme, name: str, x: float, y: float, diameter: float, colour: Colour, ground: Colour) -> Group:
    """The icon in one colour on a disc of another, about the centre (x, y), in grid units; decoration."""
    side = diameter * _SHARE_OF_DISC
    round_ground = disc(f"Disc of {name}", x, y, diameter, ground)
    drawing = AutoShape(
        f"Icon {name}", Rect.of_units(x - side / 2, y - side / 2, side, side), theme.icons[name], colour
    )
    return Group(f"Icon on disc: {name}", round_ground.rect, (round_ground, drawing))
