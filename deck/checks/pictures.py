"""Pictures with fewer pixels than their places need, or that make a deck heavy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deck.ground.diagnostics import Diagnostic, Severity
from deck.model import content
from deck.model.content import Fields, Part
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.model.shapes import Group, Picture, Shape
from deck.model.units import points

_LEAST = 72
"""Pixels an inch of a slide 13⅓ inches wide: half of what a screen of 1,920 pixels shows of it."""
_INCH = 72
_HEAVY = 5_000_000
"""Bytes of a picture as it is stored. A photograph over a whole slide is a fifth of that."""


def image_coarse(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A picture has so few pixels that each is seen: fewer than 72 for each inch of its place.

    A slide is 13⅓ inches wide, and most screens show 1,920 pixels on that, so that a pixel of such a picture covers
    four of theirs or more. Drawings have no pixels.

    Example:
        - id: well
          layout: picture
          title: The new well
          place: full-bleed
          picture: {file: well-small.jpg, description: Women draw water from a new well}

    To mend it: find the picture as it came from the camera; where there is no larger one, show it smaller
    """
    slides = {slide.id: slide for slide in presentation.slides}
    told = set()
    for tree in deck.slides:
        slide = slides[tree.slide]
        sources = dict(pictures(slide.content))
        for shape in shown(tree.shapes):
            source = sources.get(shape.field or "")
            if source is None or shape.drawing is not None or (slide.id, shape.field) in told:
                continue
            left, _, right, _ = shape.crop
            inches = points(shape.rect.width) / _INCH
            density = source.file.width * (1 - left - right) / inches
            if density < _LEAST:
                told.add((slide.id, shape.field))
                path = f"{shape.field}.file"
                wanted = round(source.file.width * 2 * _LEAST / density, -1)
                message = (
                    f"{source.file.path} is {source.file.width} pixels wide, {density:.0f} an inch at its place: "
                    "each of them is seen"
                )
                hint = f"use one that is {wanted:,.0f} pixels wide, or show it smaller"
                yield Diagnostic("image-coarse", message, slide.spans.get(path, slide.span), hint, Severity.WARNING)


def image_heavy(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A picture takes more than 5 MB of the deck.

    Mail servers refuse large decks, and the next slide waits for a heavy picture. Mostly it is a photograph that was
    saved as PNG, or the outline says `images: original`.

    To mend it: save a photograph as JPEG, and leave `images:` at `print`, or write `web`
    """
    slides = {slide.id: slide for slide in presentation.slides}
    told = set()
    for tree in deck.slides:
        slide = slides[tree.slide]
        sources = dict(pictures(slide.content))
        for shape in shown(tree.shapes):
            source = sources.get(shape.field or "")
            if source and len(shape.image) > _HEAVY and source.file.path not in told:
                told.add(source.file.path)
                message = f"{source.file.path} takes {len(shape.image) / 1e6:.0f} MB of the deck"
                hint = "save a photograph as JPEG, or write `images: web` under `presentation:`"
                span = slide.spans.get(f"{shape.field}.file", slide.span)
                yield Diagnostic("image-heavy", message, span, hint, Severity.WARNING)


def pictures(fields: Fields, prefix: str = "") -> Iterator[tuple[str, content.Picture]]:
    """The pictures among these fields and below, with their paths, in order."""
    for name, value in vars(fields).items():
        path = f"{prefix}{name}"
        for one, at in (
            [(each, f"{path}.{each.id}") for each in value if isinstance(each, Part)]
            if isinstance(value, tuple)
            else [(value, path)]
        ):
            if isinstance(one, content.Picture):
                yield at, one
            elif isinstance(one, Fields):
                yield from pictures(one, f"{at}.")


def shown(shapes: Iterable[Shape]) -> Iterator[Picture]:
    """The pictures among these shapes, and within groups."""
    for shape in shapes:
        if isinstance(shape, Picture):
            yield shape
        elif isinstance(shape, Group):
            yield from shown(shape.shapes)
