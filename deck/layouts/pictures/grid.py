"""Two to four pictures, each with its caption: in one row, or two by two, whichever shows more of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

from deck.layouts.frame.composition import top_of
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.frame.slots import fill, fill_alike
from deck.layouts.pictures.fit import Fit, may_cover
from deck.layouts.pictures.parts import (
    Box,
    GridPicture,
    caption_entries,
    caption_field,
    caption_height,
    caption_slot,
    picture_slot,
    placed,
)
from deck.model.layout import Page
from deck.model.shapes import Shape, SlideLayout
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import Rect

_SQUARE = 4


def grid_pages(title: Text, pictures: Sequence[GridPicture], theme: Theme, measurer: Measurer) -> Iterator[Page]:
    """The page of these pictures."""
    boxes = _boxes(theme, pictures)
    fits = _fits(pictures, boxes)
    below = caption_height(*pictures)
    slots = {
        number: picture_slot(theme, number, box)
        for number, (box, fit) in enumerate(zip(boxes, fits, strict=True), start=1)
        if fit == "cover"
    }
    captions = {
        # Under a picture that does not fill its box, its caption stands in the middle, too.
        number: caption_slot(
            theme, number, (left, top + height, width, below), align="start" if number in slots else "centre"
        )
        for number, ((left, top, width, height), picture) in enumerate(zip(boxes, pictures, strict=True), start=1)
        if picture.caption or picture.credit
    }
    own = [each[number] for number in range(1, len(pictures) + 1) for each in (slots, captions) if number in each]
    layout = SlideLayout(
        f"Pictures, {len(pictures)}",
        WHITE,
        marks(theme),
        (title_slot(theme), *own, *footer_slots(theme)),
    )
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (title, 0))]
    said = [
        (captions[number], caption_field(picture, f"pictures.{picture.id}"), caption_entries(picture))
        for number, picture in enumerate(pictures, start=1)
        if number in captions
    ]
    texts = dict(zip(captions, fill_alike(measurer, said), strict=True))
    for number, (picture, box, fit) in enumerate(zip(pictures, boxes, fits, strict=True), start=1):
        shapes.append(placed(picture, box, fit, f"pictures.{picture.id}", slots.get(number)))
        if number in texts:
            shapes.append(texts[number])
    yield Page(layout, tuple(shapes), title.plain)


def _boxes(theme: Theme, pictures: Sequence[GridPicture]) -> list[Box]:
    """Where the pictures stand, without their captions."""
    ways = [_arranged(theme, pictures, 1)] + ([_arranged(theme, pictures, 2)] if len(pictures) == _SQUARE else [])
    return max(ways, key=lambda boxes: boxes[0][2] * boxes[0][3])


def _arranged(theme: Theme, pictures: Sequence[GridPicture], rows: int) -> list[Box]:
    grid = theme.grid
    in_row = len(pictures) // rows
    columns = grid.columns / in_row
    below = caption_height(*pictures)
    room = (grid.body_height - (rows - 1) * grid.gutter) / rows - below
    # All have one shape, that of the average of them.
    ratio = prod(picture.file.width / picture.file.height for picture in pictures) ** (1 / len(pictures))
    height = min(room, grid.w(columns) / ratio)
    width = min(grid.w(columns), height * max(ratio, 0.5)) if rows > 1 else grid.w(columns)
    total = rows * (height + below) + (rows - 1) * grid.gutter
    top = top_of(grid.body_top, grid.body_height, total)
    left = grid.x(0) + (grid.w(grid.columns) - in_row * width - (in_row - 1) * grid.gutter) / 2
    return [
        (
            left + (index % in_row) * (width + grid.gutter),
            top + (index // in_row) * (height + below + grid.gutter),
            width,
            height,
        )
        for index in range(len(pictures))
    ]


def _fits(pictures: Sequence[GridPicture], boxes: Sequence[Box]) -> list[Fit]:
    """As their authors want; else all alike, covering where that costs none of them more than a quarter."""
    places = [Rect.of_units(*box) for box in boxes]
    covering = all(may_cover(picture, place) for picture, place in zip(pictures, places, strict=True))
    alike: Fit = "cover" if covering else "whole"
    return [picture.fit or alike for picture in pictures]
