"""The last slide: thanks, perhaps with a contact and a picture such as a QR code.

Example:
    layout: closing
    title: Thank you!
    text: "[www.example.org](https://www.example.org)"
"""

from __future__ import annotations

from collections.abc import Iterable

from deck.layouts.furniture import paper
from deck.layouts.large_title import large_title, large_title_layout, text_width
from deck.layouts.picture_fit import fitted
from deck.layouts.slots import FIRST_IDX, fill, slot
from deck.model import content as fields
from deck.model.content import Content, Words
from deck.model.layout import Layout, Page
from deck.model.shapes import AutoShape, Shape, SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import Rect

# Tops and heights, and the bar between them, in grid units.
_TITLE, _TEXT, _BAR = (16, 31.5), (53.5, 20), 49.6
# The side of a picture, the white round it, its middle's height, and how far the picture stays from the slide's edge.
_SIDE, _AIR, _MIDDLE, _FROM_EDGE = 34, 2.3, 44, 8


class Closing(Content):
    """The fields of a closing slide."""

    text: Words | None = None
    """Whom to contact, or what to do next."""
    picture: fields.Picture | None = None
    """A square picture such as a QR code; it stands on white."""


def slide_layout(theme: Theme, *, text: bool = True) -> SlideLayout:
    """The native slide layout, with a slot for a text or without."""
    grid = theme.grid
    title = large_title(theme, "closing", *_TITLE, "closing-title")
    at = (grid.x(0), grid.down(_TEXT[0]), text_width(theme, "closing"), grid.down(_TEXT[1]))
    below = slot(FIRST_IDX, "Text", at, theme.style("cover-subtitle"), prompt="Contact")
    name = "Closing with text" if text else "Closing"
    return large_title_layout(name, theme, "closing", title, below if text else None, _BAR)


def arrange(content: Closing, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The title, the text under it, the picture on a white ground at the end side."""
    layout = slide_layout(theme, text=bool(content.text))
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    if content.text:
        shapes.append(fill(measurer, layout.placeholder(FIRST_IDX), "text", (content.text, 0)))
    if content.picture:
        ground, space = _picture_places(theme)
        shapes.append(AutoShape("Picture ground", ground, "roundRect", paper(theme)))
        shapes.append(fitted("Picture", content.picture, space, "whole"))
    yield Page(layout, tuple(shapes), content.title.plain)


def _picture_places(theme: Theme) -> tuple[Rect, Rect]:
    """The white ground of a picture, and the picture's own place on it."""
    grid = theme.grid
    side = grid.across(_SIDE)
    left, top = grid.width - grid.across(_FROM_EDGE) - side, grid.down(_MIDDLE) - side / 2
    ground = Rect.of_units(left - _AIR, top - _AIR, side + 2 * _AIR, side + 2 * _AIR)
    return ground, Rect.of_units(left, top, side, side)


LAYOUT = Layout(
    "closing",
    Closing,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, text=False), slide_layout(theme)],
    also=("end", "thanks", "thank-you", "contact", "questions", "q-and-a", "final", "qr-code"),
)
