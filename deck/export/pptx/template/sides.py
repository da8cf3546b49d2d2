"""Where words are read on what a template draws: on which side of a picture, and whether on it at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from deck.images import sampled
from deck.model.contrast import LEAST, RGB, contrast
from deck.model.shapes import AutoShape, Backdrop, Picture, Placeholder, Shape
from deck.model.style import Colour
from deck.model.units import Rect

_FIELDS_ACROSS, _FIELDS_DOWN = 32, 18
"""The fields of a picture whose colours are met."""
_ACROSS, _DOWN = 8, 4
"""At so many places of a slot is looked what is behind it."""
_SEEN, _MOST = 3.0, 0.1
"""The contrast that large letters need, and the share of places that may have less."""
_GROUND = 0.4
"""What covers more of the slide than this is its ground, and stands in nobody's way."""
_CLEAR = 128
"""What is less opaque than this shows what is behind it."""


def keep_sides(slots: Sequence[Placeholder], behind: Backdrop, rgb: Callable[[Colour], RGB], width: int) -> bool:
    """Whether the words of more of these slots are read at their places than on the other side of the slide.

    That is so where a picture behind them is dark on one side alone: it stays as it is where all else is mirrored.
    """

    def read(rects: Iterator[Rect], shapes: Sequence[Shape]) -> int:
        return sum(_is_read(slot, rect, shapes, rgb) for slot, rect in zip(slots, rects, strict=True))

    here = read((slot.rect for slot in slots), behind.whole)
    there = read((slot.rect.mirrored(width) for slot in slots), (behind.ground, *behind.turned))
    return here > there


def stand_clear(slots: Sequence[Placeholder], kept: Backdrop, slide: Rect) -> bool:
    """Whether nothing that changes sides, as the master's logo does, comes to stand in slots that keep theirs."""
    moved = [each for each in kept.turned if each not in kept.shapes]
    small = [each.rect for each in moved if each.rect.width * each.rect.height < _GROUND * slide.width * slide.height]
    return not any(slot.rect.meets(rect) for slot in slots for rect in small)


def is_over_picture(letters: Colour, rect: Rect, behind: Backdrop, rgb: Callable[[Colour], RGB]) -> bool:
    """Whether a picture that covers all of this place leaves letters of this colour faint on too much of it."""
    covered = any(isinstance(each, Picture) and each.rect.holds(rect) for each in behind.whole)
    return covered and not _reads(rgb(letters), rect, behind.whole, rgb, LEAST)


def _is_read(slot: Placeholder, rect: Rect, shapes: Sequence[Shape], rgb: Callable[[Colour], RGB]) -> bool:
    return _reads(rgb(slot.body.levels[0].colour), rect, shapes, rgb, _SEEN)


def _reads(letters: RGB, rect: Rect, shapes: Sequence[Shape], rgb: Callable[[Colour], RGB], least: float) -> bool:
    places = [
        (rect.left + rect.width * (2 * x + 1) // (2 * _ACROSS), rect.top + rect.height * (2 * y + 1) // (2 * _DOWN))
        for x in range(_ACROSS)
        for y in range(_DOWN)
    ]
    faint = [each for each in places if contrast(letters, _behind(*each, shapes, rgb)) < least]
    return len(faint) <= _MOST * len(places)


def _behind(x: int, y: int, shapes: Sequence[Shape], rgb: Callable[[Colour], RGB]) -> RGB:
    """The colour at a place, from the uppermost shape down."""
    for shape in reversed(shapes):
        rect = shape.rect
        if not (rect.left <= x < rect.right and rect.top <= y < rect.bottom):
            continue
        if isinstance(shape, Picture):
            left, top, right, bottom = shape.crop
            column = int((left + (x - rect.left) / rect.width * (1 - left - right)) * _FIELDS_ACROSS)
            row = int((top + (y - rect.top) / rect.height * (1 - top - bottom)) * _FIELDS_DOWN)
            *colour, alpha = sampled(shape.image, _FIELDS_ACROSS, _FIELDS_DOWN)[row * _FIELDS_ACROSS + column]
            if alpha >= _CLEAR:
                return colour[0], colour[1], colour[2]
        elif isinstance(shape, AutoShape) and shape.fill and shape.geometry == "rect" and shape.fill.alpha * 2 >= 100:
            return rgb(shape.fill)
    return rgb(Colour("lt1"))
