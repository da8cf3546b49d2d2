"""Pictures with fewer pixels than their places need, or that make a deck heavy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deck.ground.diagnostics import Diagnostic, Severity
from deck.model import content
from deck.model.deck import Deck
from deck.model.fields import Fields, Part
from deck.model.presentation import Presentation, Slide
from deck.model.shapes import Group, Picture, Shape

_SCREEN = 1920
"""Pixels that most screens have across a slide."""
_COARSE = 2
"""So many of them, across and down, a picture's pixel may cover: then it is seen."""
_HEAVY = 5_000_000
"""Bytes of a picture as it is stored. A photograph over a whole slide is a fifth of that."""


def image_coarse(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A picture has so few pixels that each is seen.

    Most screens show 1,920 pixels across a slide. Told are pictures of which a pixel covers more than two of these,
    across and down. Drawings have no pixels.

    Example:
        - id: well
          layout: picture
          title: The new well
          place: full-bleed
          picture: {file: well-small.jpg, description: Women draw water from a new well}

    To mend it: find the picture as it came from the camera; where there is no larger one, show it smaller
    """
    told = set()
    for slide, source, shape in _placed(deck, presentation):
        if shape.drawing is not None or (slide.id, shape.field) in told:
            continue
        left, _, right, _ = shape.crop
        there = source.file.width * (1 - left - right)
        wanted = _SCREEN * shape.rect.width / deck.theme.width
        if wanted > _COARSE * there:
            told.add((slide.id, shape.field))
            message = (
                f"{source.file.path} has {there:,.0f} pixels across where a screen has {wanted:,.0f}: each is seen"
            )
            hint = f"use one that is {source.file.width * wanted / there:,.0f} pixels wide, or show it smaller"
            span = slide.spans.get(f"{shape.field}.file", slide.span)
            yield Diagnostic("image-coarse", message, span, hint, Severity.WARNING)


def image_heavy(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A picture takes more than 5 MB of the deck.

    Mail servers refuse large decks, and the next slide waits for a heavy picture. Mostly it is a photograph that was
    saved as PNG, or the outline says `images: original`.

    To mend it: save a photograph as JPEG, and leave `images:` at `print`, or write `web`
    """
    told = set()
    for slide, source, shape in _placed(deck, presentation):
        if len(shape.image) > _HEAVY and source.file.path not in told:
            told.add(source.file.path)
            message = f"{source.file.path} takes {len(shape.image) / 1e6:.0f} MB of the deck"
            hint = "save a photograph as JPEG, or write `images: web` under `presentation:`"
            span = slide.spans.get(f"{shape.field}.file", slide.span)
            yield Diagnostic("image-heavy", message, span, hint, Severity.WARNING)


def _placed(deck: Deck, presentation: Presentation) -> Iterator[tuple[Slide, content.Picture, Picture]]:
    """Each picture where it is shown, with its slide and what the outline says of it."""
    slides = {slide.id: slide for slide in presentation.slides}
    for tree in deck.slides:
        slide = slides[tree.slide]
        sources = dict(pictures(slide.content))
        for shape in shown(tree.shapes):
            if source := sources.get(shape.field or ""):
                yield slide, source, shape


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
