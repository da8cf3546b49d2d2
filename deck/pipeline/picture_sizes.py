"""A deck's pictures → with no more pixels than their places show, at the resolution that the outline asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from deck.model.deck import Deck
from deck.model.shapes import Group, Picture, Shape, ShapeTree
from deck.model.units import EMU_PER_POINT

RESOLUTIONS = {"hd": 330, "print": 220, "web": 150, "email": 96}
"""Pixels an inch, by PowerPoint's own names for them."""

_EMU_PER_INCH = 72 * EMU_PER_POINT
_Size = tuple[int, int]
_Source = tuple[bytes, bytes | None]
AnyShape = TypeVar("AnyShape", bound=Shape)


def with_scaled_pictures(deck: Deck, resolution: str) -> Deck:
    """The deck whose pictures have as many pixels as the largest place of each shows; `original`: all there are."""
    shown = [picture for slide in deck.slides for shape in _shapes(slide) for picture in _pictures(shape)]
    if not shown:
        return deck
    sizes: dict[_Source, _Size] = {}
    for picture in shown:
        size, before = _size(picture, resolution), sizes.get((picture.image, picture.drawing), (1, 1))
        sizes[picture.image, picture.drawing] = (max(size[0], before[0]), max(size[1], before[1]))
    images = {source: _made(source, size, resolution) for source, size in sizes.items()}
    slides = (
        replace(
            slide,
            shapes=tuple(_with(shape, images) for shape in slide.shapes),
            background=_cropped(_with(slide.background, images)) if slide.background else None,
        )
        for slide in deck.slides
    )
    return replace(deck, slides=tuple(slides))


def _cropped(background: Picture) -> Picture:
    """A picture behind a slide, of nothing but what is shown: not every program cuts a ground."""
    from deck.images import cropped

    return replace(background, image=cropped(background.image, background.crop), crop=(0, 0, 0, 0), drawing=None)


def _shapes(slide: ShapeTree) -> Iterator[Shape]:
    if slide.background:
        yield slide.background
    yield from slide.shapes


def _made(source: _Source, size: _Size, resolution: str) -> bytes:
    from deck.images import rasterised, scaled

    image, drawing = source
    if drawing is not None:
        return rasterised(drawing, size[0])
    return scaled(image, *size) if resolution in RESOLUTIONS else image


def _size(picture: Picture, resolution: str) -> _Size:
    """How many pixels wide and high the whole picture is shown, with what is cut off it."""
    left, top, right, bottom = picture.crop
    an_inch = RESOLUTIONS.get(resolution, RESOLUTIONS["hd"])
    width = picture.rect.width / _EMU_PER_INCH * an_inch / (1 - left - right)
    height = picture.rect.height / _EMU_PER_INCH * an_inch / (1 - top - bottom)
    return round(width), round(height)


def _pictures(shape: Shape) -> Iterator[Picture]:
    match shape:
        case Picture():
            yield shape
        case Group():
            for member in shape.shapes:
                yield from _pictures(member)
        case _:
            pass


def _with(shape: AnyShape, images: Mapping[_Source, bytes]) -> AnyShape:
    match shape:
        case Picture():
            return replace(shape, image=images[shape.image, shape.drawing])
        case Group():
            return replace(shape, shapes=tuple(_with(member, images) for member in shape.shapes))
    return shape
