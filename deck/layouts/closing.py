"""The last slide: thanks, perhaps with a contact and a picture such as a QR code.

Example:
    layout: closing
    title: Thank you!
    text: "[www.example.org](https://www.example.org)"
"""

from __future__ import annotations

from collections.abc import Iterable

from deck.layouts.furniture import WHITE
from deck.layouts.navy_slide import navy_layout, navy_title
from deck.layouts.picture_fit import fitted
from deck.layouts.slots import FIRST_IDX, fill, slot
from deck.model import content as fields
from deck.model.content import Content, Words
from deck.model.layout import Layout, Page
from deck.model.shapes import AutoShape, Shape, SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import Rect

_WIDTH = 96
# Tops and heights, the bar between them, and the arcs' centre, in grid units.
_TITLE, _TEXT, _BAR, _ARCS_Y = (16, 31.5), (53.5, 20), 49.6, 41.7
_GROUND = Rect.of_units(115.7, 24.7, 38.6, 38.6)
_PICTURE = Rect.of_units(118, 27, 34, 34)


class Closing(Content):
    """The fields of a closing slide."""

    text: Words | None = None
    """Whom to contact, or what to do next."""
    picture: fields.Picture | None = None
    """A square picture such as a QR code; it stands on white."""


def slide_layout(theme: Theme, *, text: bool = True) -> SlideLayout:
    """The native slide layout, with a slot for a text or without."""
    title = navy_title(theme, _TITLE[0], _WIDTH, _TITLE[1], "closing-title")
    at = (theme.grid.x(0), _TEXT[0], _WIDTH, _TEXT[1])
    below = slot(FIRST_IDX, "Text", at, theme.style("cover-subtitle"), prompt="Contact")
    name = "Closing with text" if text else "Closing"
    return navy_layout(name, theme, title, below if text else None, arcs_y=_ARCS_Y, bar=_BAR)


def arrange(content: Closing, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The title over the arcs, the text under it, the picture on a white ground at the end side."""
    layout = slide_layout(theme, text=bool(content.text))
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    if content.text:
        shapes.append(fill(measurer, layout.placeholder(FIRST_IDX), "text", (content.text, 0)))
    if content.picture:
        shapes.append(AutoShape("Picture ground", _GROUND, "roundRect", WHITE))
        shapes.append(fitted("Picture", content.picture, _PICTURE, "whole"))
    yield Page(layout, tuple(shapes), content.title.plain)


LAYOUT = Layout(
    "closing",
    Closing,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, text=False), slide_layout(theme)],
    also=("end", "thanks", "thank-you", "contact", "questions", "q-and-a", "final", "qr-code"),
)
