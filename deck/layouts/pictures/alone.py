"""A picture alone under its title, or over the whole slide under a veil with its title."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deck.layouts.frame.furniture import WHITE, footer_slots, marks, number_slot, title_slot
from deck.layouts.frame.slots import fill, slot
from deck.layouts.pictures.fit import Fit
from deck.layouts.pictures.parts import (
    CAPTION_IDX,
    ShownPicture,
    caption_height,
    caption_slot,
    captions,
    picture_slot,
    placed,
    stack,
)
from deck.model.layout import Page
from deck.model.shapes import AutoShape, Placeholder, Shape, SlideLayout
from deck.model.style import Colour
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import Rect

_VEIL = 80
"""How much of a picture the veil under words hides, in per cent."""
_SCRIM_HEIGHT, _SCRIM_AIR = 20.0, 3.0


def whole(title: Text, picture: ShownPicture, theme: Theme, measurer: Measurer) -> Iterator[Page]:
    """The page of a picture in the middle of the body, as large as that allows."""
    fit: Fit = picture.fit or "whole"
    box, below = stack(theme, picture, 0, theme.grid.columns, fit)
    place = picture_slot(theme, 0, box) if fit == "cover" else None
    caption = caption_slot(theme, 0, below, align="centre") if below[3] else None
    layout = whole_layout(theme, place, caption)
    shapes = [
        fill(measurer, layout.placeholder(0), "title", (title, 0)),
        placed(picture, box, fit, "picture", place),
        *captions(measurer, caption, picture),
    ]
    yield Page(layout, tuple(shapes), title.plain)


def whole_layout(theme: Theme, place: Placeholder | None, caption: Placeholder | None) -> SlideLayout:
    """The native slide layout, with a slot for a covering picture, and for a caption, or without."""
    own = [each for each in (place, caption) if each]
    name = f"Picture{' that covers' if place else ''}{' with caption' if caption else ''}"
    slots = (title_slot(theme), *own, *footer_slots(theme))
    return SlideLayout(name, WHITE, marks(theme), slots)


def full_bleed(title: Text, picture: ShownPicture, theme: Theme, measurer: Measurer) -> Iterator[Page]:
    """The page of a picture over all of it."""
    grid, fit = theme.grid, picture.fit or "cover"
    below = caption_height(picture)
    height = scrim_height(below)
    whole = (0.0, 0.0, grid.width, grid.height)
    place = picture_slot(theme, 0, whole) if fit == "cover" else None
    layout = full_bleed_layout(theme, place, height, below)
    scrim = AutoShape("Scrim", Rect.of_units(0, grid.height - height, grid.width, height), "rect", veil(theme))
    caption = layout.placeholder(CAPTION_IDX) if below else None
    # The picture lies under all the others, and so is read first.
    shapes: list[Shape] = [
        placed(picture, whole, fit, "picture", place),
        scrim,
        fill(measurer, layout.placeholder(0), "title", (title, 0)),
        *captions(measurer, caption, picture),
    ]
    yield Page(layout, tuple(shapes), title.plain)


def veil(theme: Theme) -> Colour:
    """What lies over the picture, under its words."""
    return replace(theme.grounds.veil, alpha=_VEIL)


def scrim_height(below: float) -> float:
    """How high the scrim is under a title and a caption that takes so much."""
    return _SCRIM_HEIGHT + (below and below - _SCRIM_AIR)


def full_bleed_layout(theme: Theme, place: Placeholder | None, height: float, below: float) -> SlideLayout:
    """The native slide layout, with a scrim of this height and a caption that takes so much of it."""
    grid = theme.grid
    top = grid.height - height
    title = slot(
        0,
        "Title",
        (grid.x(0), top + _SCRIM_AIR, grid.w(grid.columns - 1), height - below - 2 * _SCRIM_AIR),
        theme.style("picture-title"),
        prompt="Title",
        kind="title",
        anchor="bottom" if below else "middle",
    )
    said = (grid.x(0), grid.height - below - _SCRIM_AIR, grid.w(grid.columns - 1), below)
    caption = caption_slot(theme, 0, said, colour=title.body.levels[0].colour) if below else None
    number = number_slot(theme, title.body.levels[0].colour)
    slots = tuple(each for each in (place, title, caption, number) if each)
    return SlideLayout(
        f"Picture, full-bleed{' with caption' if below else ''}", theme.grounds.veil, (), slots, "headline"
    )
