"""One phrase, as large as it can be, on full colour or over a picture that covers the slide.

Bold words are its key phrase; the rest is set regular.

Example:
    layout: headline
    title: Nobody **chooses** forced labour
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from deck.layouts.furniture import NAVY, WHITE, accent_bar, number_slot
from deck.layouts.picture_fit import fitted
from deck.layouts.picture_parts import PICTURE_IDX, TEXT_IDX, Box, picture_slot
from deck.layouts.scrim import scrim
from deck.layouts.slots import fill, slot
from deck.model import content as fields
from deck.model.content import Content, Words
from deck.model.layout import Layout, Page
from deck.model.shapes import Placeholder, Shape, SlideLayout
from deck.model.style import Anchor, Colour
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
    grid = theme.grid
    top, height = _TITLE if text else _ALONE
    anchor: Anchor = "bottom" if text else "middle"
    at: Box = (grid.x(0), top, grid.w(_COLUMNS), height)
    title = slot(0, "Title", at, theme.style("headline"), prompt="Title", kind="title", anchor=anchor)
    at = (grid.x(0), _TEXT[0], grid.w(_TEXT_COLUMNS), _TEXT[1])
    below = slot(TEXT_IDX, "Text", at, theme.style("headline-text"), prompt="Text")
    covered = picture_slot(theme, 0, (0, 0, grid.width, grid.height))
    slots: tuple[tuple[Placeholder, bool], ...] = ((covered, picture), (title, True), (below, text))
    name = f"Headline{' over picture' if picture else '' if ground == NAVY else f', {ground.scheme}'}"
    return SlideLayout(
        f"{name}{' with text' if text else ''}",
        ground,
        (accent_bar(grid.x(0), _BAR, WHITE),) if text and not picture else (),
        (*(each for each, wanted in slots if wanted), number_slot(theme, WHITE)),
    )


def arrange(content: Headline, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The phrase, over its ground or its picture, and the text under it."""
    picture, text = content.picture, content.text
    ground = NAVY if picture or content.colour == "dark" else Colour(content.colour)
    covers = picture is not None and picture.fit != "whole"
    layout = slide_layout(theme, ground, text=bool(text), picture=covers)
    shapes: list[Shape] = []
    if picture:
        # The picture lies under all the others, and so is read first.
        whole = Rect.of_units(0, 0, theme.grid.width, theme.grid.height)
        shape = fitted("Picture", picture, whole, "cover")
        shapes.append(replace(shape, placeholder=layout.placeholder(PICTURE_IDX) if covers else None))
        shapes.append(scrim(theme))
        if text:
            shapes.append(accent_bar(theme.grid.x(0), _BAR, WHITE))
    shapes.append(fill(measurer, layout.placeholder(0), "title", (content.title, 0)))
    if text:
        shapes.append(fill(measurer, layout.placeholder(TEXT_IDX), "text", (text, 0)))
    yield Page(layout, tuple(shapes), content.title.plain)


LAYOUT = Layout(
    "headline",
    Headline,
    __doc__ or "",
    arrange,
    lambda theme: [
        slide_layout(theme, Colour("accent1"), text=False, picture=False),
        slide_layout(theme, Colour("accent1"), text=True, picture=False),
        slide_layout(theme, NAVY, text=False, picture=True),
    ],
    also=("big-text", "phrase", "message", "fact", "impact", "poster", "full-colour", "main-point"),
)
