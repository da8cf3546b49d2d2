"""The last slide: thanks, perhaps with a contact, and with a picture or a QR code.

Bold words are its key phrase; the rest is then set regular.

Example:
    layout: closing
    title: Thank you!
    text: "[www.example.org](https://www.example.org)"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated

from deck.ground.diagnostics import Diagnostic
from deck.layouts.frame.furniture import paper
from deck.layouts.frame.large_title import (
    large_title,
    large_title_layout,
    set_large,
    square,
    square_code,
    square_label,
    text_width,
)
from deck.layouts.frame.own import own_page
from deck.layouts.frame.slots import FIRST_IDX, slot
from deck.layouts.marks.qr_code import QrCode, qr_label
from deck.layouts.pictures.fit import fitted
from deck.model import content as fields
from deck.model.content import Content, Words
from deck.model.layout import Layout, Page
from deck.model.rules import Bare
from deck.model.shapes import AutoShape, Shape, SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import Rect

# Tops and heights, and the bar between them, in grid units.
_TITLE, _TEXT, _BAR = (16, 31.5), (53.5, 20), 49.6
_AIR = 2.3
"""The white round a picture."""


class Closing(Content):
    """The fields of a closing slide."""

    text: Words | None = None
    """Whom to contact, or what to do next."""
    picture: fields.Picture | None = None
    """A square picture, such as a logo; it stands on white."""
    qr: Annotated[QrCode, Bare("link")] | None = None
    """A QR code in its place: an address, or `{link: …, label: …}`."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """A picture and a code, for which there is one place."""
        if self.picture and self.qr:
            message = "a picture and a QR code have one place here"
            yield Diagnostic("invalid-value", message, hint="take one of the two out", field="qr")


def slide_layout(theme: Theme, *, text: bool = True, qr: bool = False, picture: bool = False) -> SlideLayout:
    """The native slide layout, with a slot for a text or without, and with one for the words under a code."""
    grid = theme.grid
    beside = qr or picture
    title = large_title(theme, "closing", *_TITLE, "closing-title", beside=beside)
    at = (grid.x(0), grid.down(_TEXT[0]), text_width(theme, "closing", beside=beside), grid.down(_TEXT[1]))
    below = slot(FIRST_IDX, "Text", at, theme.style("cover-subtitle"), prompt="Contact")
    parts = [part for part, wanted in (("text", text), ("QR code", qr), ("picture", picture)) if wanted]
    name = f"Closing{' with ' if parts else ''}{' and '.join(parts)}"
    layout = large_title_layout(name, theme, "closing", title, below if text else None, _BAR, beside=beside)
    return replace(layout, placeholders=(*layout.placeholders, square_label(theme))) if qr else layout


def arrange(content: Closing, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The title, the text under it, the picture on a white ground at the end side.

    Or the template's own title slide, where nothing else stands there.
    """
    said = {0: ("text", content.text.paragraphs)} if content.text else {}
    beside = content.qr or content.picture
    if not beside and (own := own_page(theme, "cover", measurer, content.title, said, shrinks=True)):
        yield own
        return
    kind = slide_layout(theme, text=bool(content.text), qr=bool(content.qr), picture=bool(content.picture))
    layout, texts = set_large(measurer, kind, content.title, "text", content.text)
    shapes: list[Shape] = [*texts]
    if content.qr:
        shapes += square_code(theme, content.qr)
        layout, label = qr_label(measurer, layout, content.qr)
        shapes.append(label)
    if content.picture:
        ground, space = _picture_places(theme)
        shapes.append(AutoShape("Picture ground", ground, "roundRect", paper(theme)))
        shapes.append(fitted("Picture", content.picture, space, "whole"))
    yield Page(layout, tuple(shapes), content.title.plain)


def _picture_places(theme: Theme) -> tuple[Rect, Rect]:
    """The white ground of a picture, and the picture's own place on it."""
    left, top, side = square(theme)
    inner = side - 2 * _AIR
    return Rect.of_units(left, top, side, side), Rect.of_units(left + _AIR, top + _AIR, inner, inner)


LAYOUT = Layout(
    "closing",
    Closing,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, text=False), slide_layout(theme)],
    texts_on=lambda theme: [(theme.style("cover-subtitle"), theme.look("closing").ground)],
    also=("end", "thanks", "thank-you", "final"),
)
