"""How far what is painted on a slide reaches, read from a picture's pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from PIL import Image

from deck.layouts.charts.colours import muted
from deck.layouts.frame.furniture import hairline
from deck.model.charts import Chart
from deck.model.deck import Deck
from deck.model.equations import Equation
from deck.model.links import Link
from deck.model.shapes import AutoShape, Connector, Group, Picture, Shape, ShapeTree, Table, TextBox
from deck.model.style import Colour, Stroke
from deck.model.units import Emu, Rect
from tests.parity import WIDTH, cells

Edges: TypeAlias = tuple[int, int, int, int]
ROOM = 6
"""How many pixels beyond its place a shape is looked for."""
_ALIKE, _FAINT = 40, 0.25


@dataclass(frozen=True, slots=True)
class Mark:
    """Something painted in one colour in a rectangle; without a colour, in any that its ground has not. `solid` marks
    are the ground of what is painted on them; of `faint` ones, a few pixels of their colour say nothing."""

    name: str
    rect: Rect
    colour: Colour | None
    solid: bool = True
    faint: bool = False


def marks(deck: Deck, tree: ShapeTree) -> list[Mark]:
    """All that is painted on a slide: fills, lines, pictures, cells, and each series of a chart."""
    return list(_marks(deck, (*tree.slide_layout.decoration, *tree.shapes)))


def edges(deck: Deck, tree: ShapeTree, picture: Image.Image) -> dict[str, Edges | None]:
    """How far each mark reaches to the left, top, right and bottom, in pixels; None where nothing of it is seen."""
    pixels = np.asarray(picture, dtype=np.int16)
    behind: list[Mark] = []
    found = {}
    for number, mark in enumerate(marks(deck, tree)):
        ground = _ground(deck, tree, behind, mark.rect)
        found[f"{mark.name} {number}"] = _reach(pixels, deck, mark, ground)
        if mark.solid and mark.colour and mark.colour.alpha == 100:
            behind.append(mark)
    return found


def _marks(deck: Deck, shapes: Iterable[Shape]) -> Iterator[Mark]:
    for shape in shapes:
        match shape:
            case TextBox():
                if shape.fill:
                    yield Mark(shape.name, shape.rect, shape.fill)
            case AutoShape():
                if shape.fill:
                    yield Mark(shape.name, shape.rect, shape.fill)
                if shape.stroke:
                    # Grey words within pass through the colour of a grey frame.
                    yield _line(shape.name, shape.rect, shape.stroke, faint=shape.stroke.colour == muted(deck.theme))
            case Connector() | Link() if shape.stroke.colour in (hairline(deck.theme), muted(deck.theme)):
                # Of a line as faint as this, hardly a pixel has its colour.
                continue
            case Connector() | Link():
                yield _line(shape.name, shape.rect, shape.stroke)
            case Picture():
                yield Mark(shape.name, shape.rect, None)
            case Group(directional=False):
                # Countries beside each other hide each other's borders: what counts is how far each colour of those
                # that are listed reaches.
                listed = [each for each in shape.shapes if isinstance(each, AutoShape) and each.description]
                fills = {each.fill for each in listed if each.fill}
                for tint in sorted(fills, key=str):
                    yield Mark(f"{shape.name}, {tint.scheme}", shape.rect, tint, solid=False)
            case Group():
                yield from _marks(deck, shape.shapes)
            case Table():
                for row, places in zip(shape.rows, cells(deck, shape), strict=True):
                    for cell, rect in zip(row, places, strict=True):
                        if cell.fill:
                            yield Mark(f"{shape.name}, cell", rect, cell.fill)
            case Equation():
                yield Mark(shape.name, shape.drawn_rect, shape.colour, solid=False)
            case Chart():
                for each in (one for one in shape.series if not one.hidden):
                    tints = {each.colour_of(at) for at, figure in enumerate(each.values) if figure}
                    # Grey words of axes and names pass through the colour of grey series.
                    for tint in sorted(tints - {muted(deck.theme)}, key=str):
                        yield Mark(f"{shape.name}, {each.name}", shape.plot, tint, solid=False)


def _line(name: str, rect: Rect, stroke: Stroke, *, faint: bool = False) -> Mark:
    half = stroke.width // 2
    grown = Rect(Emu(rect.left - half), Emu(rect.top - half), Emu(rect.width + 2 * half), Emu(rect.height + 2 * half))
    return Mark(f"{name}'s line", grown, stroke.colour, solid=False, faint=faint)


def _ground(deck: Deck, tree: ShapeTree, behind: Iterable[Mark], rect: Rect) -> Any:
    """The colour on which a rectangle is painted: of the last that holds it, or else the slide's."""
    holding = [mark.colour for mark in behind if mark.colour and _holds(mark.rect, rect)]
    return np.array(deck.theme.rgb(holding[-1] if holding else tree.slide_layout.background), dtype=np.int16)


def _holds(outer: Rect, inner: Rect) -> bool:
    return (
        outer.left <= inner.left
        and outer.top <= inner.top
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def _reach(pixels: Any, deck: Deck, mark: Mark, ground: Any) -> Edges | None:
    scale = WIDTH / deck.theme.width
    left, top = (max(0, round(edge * scale) - ROOM) for edge in (mark.rect.left, mark.rect.top))
    right, bottom = (round(edge * scale) + ROOM for edge in (mark.rect.right, mark.rect.bottom))
    seen = pixels[top:bottom, left:right]
    least = 0.0
    from_ground = abs(seen - ground).max(axis=2)
    if mark.colour is None:
        alike = from_ground > _ALIKE
    else:
        share = mark.colour.alpha / 100
        painted = np.array(deck.theme.rgb(mark.colour)) * share + ground * (1 - share)
        away = abs(seen - painted).max(axis=2)
        alike = (away < _ALIKE) & (away < from_ground)
        # The smoothed edges of whatever stands near pass through a colour that is hardly different from its ground.
        least = _FAINT if mark.faint or abs(painted - ground).max() < _ALIKE else 0.0
    xs, ys = (np.flatnonzero(alike.mean(axis=axis) > least) for axis in (0, 1))
    if not (len(xs) and len(ys)):
        return None
    return int(left + xs[0]), int(top + ys[0]), int(left + xs[-1]), int(top + ys[-1])
