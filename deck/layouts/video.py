"""A video: a picture of it that leads to where it is shown, or that plays its file.

With a `link:`, a click on the picture, in the show or in the preview, opens the address; so does its caption, or the
website's name, under it, and the deck stays small. With a `file:`, an MP4 with H.264 of at most 64 MB, the film is in
the deck: in PowerPoint a click plays it, and all else shows its picture, which best is one of the film itself. With
both, the caption leads to the address.

Example:
    layout: video
    title: The well, one year on
    link: https://www.example.org/film
    poster: {file: well.jpg, description: Women draw water, caption: Watch the film in four minutes}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Annotated, Self
from urllib.parse import urlsplit

from deck.ground.diagnostics import Diagnostic, Severity
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
from deck.model.addresses import address_hint
from deck.model.content import CaptionsFile, Content, FilmFile
from deck.model.fields import Identifier
from deck.model.layout import Layout, Page
from deck.model.outlines import Path
from deck.model.rules import Pattern
from deck.model.shapes import AutoShape, Captions, Film, Shape
from deck.model.speech import Speech
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import EMU_PER_UNIT, Rect

_ADDRESS = Pattern(r"^https?://\S+$", "an address such as https://www.example.org/film", address_hint)
_MARK, _MOST_OF_PICTURE, _TRIANGLE, _VEIL = 13.0, 0.4, 0.42, 85
"""The mark's diameter in grid units, and the most of the picture that it takes; its triangle's share of it; and how
much of the picture its ground hides, in per cent."""
_NEARLY = 1.02
"""How much wider or higher than its poster a film may be."""
_POINTED = Path(4, 3, (("M", 1.0, 0.0), ("L", 4.0, 1.5), ("L", 1.0, 3.0), ("Z",)))
"""A triangle that points to the right: in every language, as on every player. Its middle, a third from its upright
side, is that of what it is drawn on."""


class Video(Content):
    """The fields of a video."""

    link: Annotated[str, _ADDRESS] | None = None
    """Where the video is shown."""
    file: FilmFile | None = None
    """An MP4 film that the deck holds, by its path from the outline."""
    captions: Mapping[Identifier, CaptionsFile] = MappingProxyType({})
    """The film's captions, WebVTT files by languages, as in `{en: film.en.vtt, ar: film.ar.vtt}`: for all decks."""
    captioned: bool = False
    """Whether the film needs no captions, as its words are seen in it, or it has none."""
    poster: ShownPicture
    """A picture of it."""
    _speech: Speech | None = None

    def mistakes(self) -> Iterator[Diagnostic]:
        """Nothing to show, what is said of a film that there is none of, and a film that not all can follow."""
        poster = self.poster
        if self.file is None:
            if self.link is None:
                message, hint = "where the video is to be found is not said", "write `link:` or `file:`"
                yield Diagnostic("missing-field", message, hint=hint)
            for name, said in (("captions", self.captions), ("captioned", self.captioned)):
                if said:
                    message = "this is said of a film in the deck, and there is none"
                    yield Diagnostic("invalid-value", message, hint="write `file:`, or take this out", field=name)
            return
        if poster.fit == "cover":
            message, hint = "a film is shown whole", "take `fit:` out"
            yield Diagnostic("invalid-value", message, hint=hint, field="poster.fit")
        if poster.decorative:
            message, hint = "a film says something", "write `description:` in its place"
            yield Diagnostic("invalid-value", message, hint=hint, field="poster.decorative")
        shapes = [each.width / each.height for each in (self.file, poster.file)]
        if max(shapes) > min(shapes) * _NEARLY:
            size = f"{self.file.width} × {self.file.height} pixels"
            message = f"the film has {size}, and its poster another shape, into which it is squeezed when it plays"
            hint = "take a still of the film itself as its poster"
            yield Diagnostic("poster-shape", message, None, hint, Severity.WARNING, "poster.file")
        if self.file.sound and not (self.captions or self.captioned or self.file.subtitled):
            message = "who cannot hear this film gets nothing of it"
            hint = "write `captions: {en: film.vtt}`, or `captioned: true` if its words are seen in it, or it has none"
            yield Diagnostic("missing-captions", message, None, hint, Severity.WARNING, "file")

    @property
    def phrases(self) -> tuple[str, ...]:
        """What its mark for playing says."""
        return () if self.file else ("video.play",)

    def spoken(self, speech: Speech) -> Self:
        """With what its mark for playing says to who cannot see it."""
        return self.replaced(_speech=speech)


def arrange(content: Video, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The poster in the middle of the body, its mark, and the caption that leads to the video as well."""
    assert content._speech
    poster = content.poster.replaced(
        caption=_leading(content, content.link) if content.link else content.poster.caption
    )
    fit: Fit = poster.fit or "whole"
    box, below = stack(theme, poster, 0, theme.grid.columns, fit)
    place = picture_slot(theme, 0, box) if fit == "cover" else None
    caption = caption_slot(theme, 0, below, align="centre") if below[3] else None
    layout = whole_layout(theme, place, caption)
    shown = placed(poster, box, fit, "poster", place)
    if content.file:
        # PowerPoint shows its own mark for playing, and a drawn one would stand before the film.
        drawn: tuple[Shape, ...] = (replace(shown, film=_film(content.file, content.captions, content._speech)),)
    else:
        assert content.link
        said = content._speech.phrase("video.play", title=content.title.plain.replace("\n", " "))
        drawn = (replace(shown, link=content.link), *_mark(shown.rect, theme, content.link, said))
    field = "poster.caption" if content.poster.caption or not content.link else "link"
    under = [fill(measurer, caption, field, *caption_entries(poster))] if caption else []
    shapes = (fill(measurer, layout.placeholder(0), "title", (content.title, 0)), *drawn, *under)
    yield Page(layout, shapes, content.title.plain)


def _film(file: FilmFile, captions: Mapping[str, CaptionsFile], speech: Speech) -> Film:
    named = (Captions(tag, speech.language_name(tag), each.text) for tag, each in captions.items())
    return Film(file.data, tuple(named))


def _leading(content: Video, link: str) -> Text:
    """The caption, or the website's name, whose words lead to the video unless they lead elsewhere."""
    words = content.poster.caption or Text.of(urlsplit(link).hostname or link)
    linked = (
        replace(each, runs=tuple(replace(run, link=run.link or link) for run in each.runs)) for each in words.paragraphs
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
