"""One phrase, as large as it can be, on full colour or over a picture that covers the slide.

Bold words are its key phrase; the rest is set regular.

Example:
    layout: headline
    title: Nobody **chooses** forced labour
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from deck.layouts.frame.composition import as_large_as_suits
from deck.layouts.frame.furniture import ACCENTS, accent_bar, number_slot
from deck.layouts.frame.large_title import with_title
from deck.layouts.frame.slots import coloured, fill, slot
from deck.layouts.marks.scrim import scrim
from deck.layouts.pictures.fit import fitted
from deck.layouts.pictures.parts import PICTURE_IDX, TEXT_IDX, Box, picture_slot
from deck.model import content as fields
from deck.model.content import Content, Words
from deck.model.layout import Layout, Page
from deck.model.shapes import AutoShape, Placeholder, Shape, SlideLayout
from deck.model.style import Anchor, Colour, TextStyle
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import Rect

_COLUMNS, _TEXT_COLUMNS = 10, 8
# Tops and heights, in grid units: of a phrase alone, whose middle is the optical one; of a phrase over a text; of that
# text; and the top of the bar between them.
_ALONE, _TITLE, _TEXT, _BAR = (9, 66), (8, 41), (55.5, 23), 51.4


class Headline(Content):
    """The fields of a headline: its phrase is the slide's title."""

    text: Words | None = None
    """A few words under the phrase."""
    colour: Literal["dark", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"] = "accent1"
    """The colour of the slide, by its name in the theme, as PowerPoint has them: the dark one, or an accent."""
    picture: fields.Picture | None = None
    """A picture over the whole slide, under a veil on which the phrase can be read; `colour` then has no effect."""


def slide_layout(theme: Theme, ground: Colour, *, text: bool, picture: bool) -> SlideLayout:
    """The native slide layout on this ground, with a slot for a text or for a picture, or without."""
    grid, look = theme.grid, theme.look("headline")
    top, height = _TITLE if text else _ALONE
    anchor: Anchor = "bottom" if text else "middle"
    phrase, words = theme.style("headline"), theme.style("headline-text")
    dark = picture or ground == look.ground
    if dark:
        phrase, words = (coloured(style, theme.style("picture-title").colour) for style in (phrase, words))
    colour = phrase.colour if dark else look.number
    at: Box = (grid.x(0), grid.down(top), grid.w(_COLUMNS), grid.down(height))
    title = slot(0, "Title", at, phrase, prompt="Title", kind="title", anchor=anchor)
    at = (grid.x(0), grid.down(_TEXT[0]), grid.w(_TEXT_COLUMNS), grid.down(_TEXT[1]))
    below = slot(TEXT_IDX, "Text", at, words, prompt="Text")
    covered = picture_slot(theme, 0, (0, 0, grid.width, grid.height))
    slots: tuple[tuple[Placeholder, bool], ...] = ((covered, picture), (title, True), (below, text))
    name = f"Headline{' over picture' if picture else '' if ground == look.ground else f', {ground.scheme}'}"
    return SlideLayout(
        f"{name}{' with text' if text else ''}",
        theme.grounds.veil if picture else ground,
        (*look.decoration, *_bar(theme, text=text, dark=dark)) if not picture else (),
        (*(each for each, wanted in slots if wanted), number_slot(theme, colour)),
        "headline",
    )


def _bar(theme: Theme, *, text: bool, dark: bool) -> tuple[AutoShape, ...]:
    look = theme.look("headline")
    colour = theme.style("picture-title").colour if dark and look.bar else look.bar
    return accent_bar(theme, theme.grid.x(0), theme.grid.down(_BAR), colour) if text else ()


def arrange(content: Headline, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The phrase, over its ground or its picture, and the text under it."""
    picture, text = content.picture, content.text
    ground = theme.look("headline").ground if picture or content.colour == "dark" else Colour(content.colour)
    covers = picture is not None and picture.fit != "whole"
    layout = slide_layout(theme, ground, text=bool(text), picture=covers)
    layout = with_title(measurer, layout, content.title, more=0)
    if text:
        layout = as_large_as_suits(measurer, layout, TEXT_IDX, (text, 0))
    shapes: list[Shape] = []
    if picture:
        # The picture lies under all the others, and so is read first.
        whole = Rect.of_units(0, 0, theme.grid.width, theme.grid.height)
        shape = fitted("Picture", picture, whole, "cover")
        shapes.append(replace(shape, placeholder=layout.placeholder(PICTURE_IDX) if covers else None))
        shapes.append(scrim(theme))
        shapes += _bar(theme, text=bool(text), dark=True)
    shapes.append(fill(measurer, layout.placeholder(0), "title", (content.title, 0)))
    if text:
        shapes.append(fill(measurer, layout.placeholder(TEXT_IDX), "text", (text, 0)))
    yield Page(layout, tuple(shapes), content.title.plain)


def _texts_on(theme: Theme) -> Iterator[tuple[TextStyle, Colour]]:
    """On each colour, and on the veil, through which some of the picture shows."""
    for accent in ACCENTS:
        yield from _styles_on(slide_layout(theme, accent, text=True, picture=False), accent)
    dark = theme.look("headline").ground
    yield from _styles_on(slide_layout(theme, dark, text=True, picture=False), dark)
    yield from _styles_on(slide_layout(theme, dark, text=True, picture=True), scrim(theme).fill or dark)


def _styles_on(layout: SlideLayout, ground: Colour) -> Iterator[tuple[TextStyle, Colour]]:
    return ((place.body.levels[0], ground) for place in layout.placeholders if place.type != "pic")


_SAMPLES = (
    """
    layout: headline
    title: Everybody can do **something**
    text: What will you do?
    colour: accent2
    """,
    """
    layout: headline
    title: A well for **every** village
    text: Clean water within reach
    picture: {file: well.jpg, description: Hills in the morning}
    """,
)

LAYOUT = Layout(
    "headline",
    Headline,
    __doc__ or "",
    arrange,
    lambda theme: [
        slide_layout(theme, Colour("accent1"), text=False, picture=False),
        slide_layout(theme, Colour("accent1"), text=True, picture=False),
        slide_layout(theme, theme.look("headline").ground, text=False, picture=True),
    ],
    texts_on=_texts_on,
    also=("big-text", "phrase", "message", "fact", "impact", "poster", "full-colour", "main-point"),
    samples=_SAMPLES,
)
