"""A video: a picture of it with a mark for playing, which leads to where it is shown.

A click on the picture, in the show or in the preview, opens the address; so does its caption, or the website's name,
under it. The video itself is not in the file, which stays small.

Example:
    layout: video
    title: The well, one year on
    link: https://www.example.org/film
    poster: {file: well.jpg, description: Women draw water, caption: Watch the film in four minutes}
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, Self
from urllib.parse import urlsplit

from deck.layouts.frame.furniture import disc
from deck.layouts.frame.slots import fill
from deck.layouts.marks.scrim import letters_on_veil
from deck.layouts.pictures.alone import whole_layout
from deck.layouts.pictures.fit import Fit
from deck.layouts.pictures.parts import (
    ShownPicture,
    caption_entries,
    caption_slot,
    picture_slot,
    placed,
    stack,
)
from deck.model.content import Content
from deck.model.layout import Layout, Page
from deck.model.outlines import Path
from deck.model.rules import Pattern
from deck.model.shapes import AutoShape
from deck.model.speech import Speech
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import EMU_PER_UNIT, Rect

_ADDRESS = Pattern(r"^https?://\S+$", "an address such as https://www.example.org/film")
_MARK, _MOST_OF_PICTURE, _TRIANGLE, _VEIL = 13.0, 0.4, 0.42, 85
"""The mark's diameter in grid units, and the most of the picture that it takes; its triangle's share of it; and how
much of the picture its ground hides, in per cent."""
_POINTED = Path(4, 3, (("M", 1.0, 0.0), ("L", 4.0, 1.5), ("L", 1.0, 3.0), ("Z",)))
"""A triangle that points to the right: in every language, as on every player. Its middle, a third from its upright
side, is that of what it is drawn on."""


class Video(Content):
    """The fields of a video."""

    link: Annotated[str, _ADDRESS]
    """Where the video is shown."""
    poster: ShownPicture
    """A picture of it."""
    _speech: Speech | None = None

    def spoken(self, speech: Speech) -> Self:
        """With what its mark for playing says to who cannot see it."""
        return self.replaced(_speech=speech)


def arrange(content: Video, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The poster in the middle of the body, its mark, and the caption that leads to the video as well."""
    assert content._speech
    poster = content.poster.replaced(caption=_leading(content))
    fit: Fit = poster.fit or "whole"
    box, below = stack(theme, poster, 0, theme.grid.columns, fit)
    place = picture_slot(theme, 0, box) if fit == "cover" else None
    caption = caption_slot(theme, 0, below, align="centre")
    layout = whole_layout(theme, place, caption)
    shown = replace(placed(poster, box, fit, "poster", place), link=content.link)
    said = content._speech.phrase("video.play", title=content.title.plain.replace("\n", " "))
    field = "poster.caption" if content.poster.caption else "link"
    shapes = (
        fill(measurer, layout.placeholder(0), "title", (content.title, 0)),
        shown,
        *_mark(shown.rect, theme, content.link, said),
        fill(measurer, caption, field, *caption_entries(poster)),
    )
    yield Page(layout, shapes, content.title.plain)


def _leading(content: Video) -> Text:
    """The caption, or the website's name, whose words lead to the video unless they lead elsewhere."""
    words = content.poster.caption or Text.of(urlsplit(content.link).hostname or content.link)
    linked = (
        replace(each, runs=tuple(replace(run, link=run.link or content.link) for run in each.runs))
        for each in words.paragraphs
    )
    return replace(words, paragraphs=tuple(linked))


def _mark(picture: Rect, theme: Theme, link: str, said: str) -> tuple[AutoShape, AutoShape]:
    """A disc with a triangle in the middle of the picture."""
    x, y = (picture.left + picture.width / 2) / EMU_PER_UNIT, (picture.top + picture.height / 2) / EMU_PER_UNIT
    across = min(_MARK, _MOST_OF_PICTURE * min(picture.width, picture.height) / EMU_PER_UNIT)
    ground = disc("Play", x, y, across, replace(theme.grounds.veil, alpha=_VEIL))
    side = across * _TRIANGLE
    at = Rect.of_units(x - side * 2 / 3, y - side / 2, side * 4 / 3, side)
    triangle = AutoShape("Triangle", at, _POINTED, letters_on_veil(theme), link=link)
    return replace(ground, description=said, link=link), triangle


LAYOUT = Layout(
    "video",
    Video,
    __doc__ or "",
    arrange,
    lambda theme: (),
    also=("film", "movie", "clip", "youtube"),
    samples=(
        """
        layout: video
        title: Without a word under it
        link: https://www.example.org/film
        poster: {file: well.jpg, description: Women draw water}
        """,
        """
        layout: video
        title: In a frame, with whose it is
        link: https://www.example.org/film
        poster: {file: well.jpg, frame: true, description: Women draw water, credit: "Film: The partners"}
        """,
    ),
)
