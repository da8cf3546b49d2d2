"""Pictures in a space: shown whole inside it, or cut to cover it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from deck.images import sampled
from deck.model.content import FocalPoint
from deck.model.content import Picture as PictureFields
from deck.model.shapes import Picture
from deck.model.units import Emu, Rect

Fit = Literal["whole", "cover"]

_MOST_LOST = 0.25
"""A picture that loses more than this share is no longer the same."""
_FIELDS, _CLEAR = 24, 16
"""In so many fields across and down a picture is looked at; how little of 255 is seen through."""
_ALIKE, _WHITE = 8, 244
"""How far two fields of one colour are apart at most, of 255; any as light as this is white."""
_FLAT_COLOURS, _FLAT = 4, 0.85
"""A drawing's edge is in so few colours, but for what lies between two of them."""
_SEEN_THROUGH = 0.04
"""A picture of which more than this share is transparent has a form of its own."""

_Field = tuple[int, int, int, int]


def may_cover(picture: PictureFields, space: Rect) -> bool:
    """Whether the picture may be cut to cover this space, where its author says nothing: little of it is lost, and it
    is no logo, flag or drawing."""
    share = lost(picture, space)
    return round(share, 4) == 0 or (share <= _MOST_LOST and not is_drawn(picture))


def is_drawn(picture: PictureFields) -> bool:
    """Whether the picture is a logo, a flag or a drawing, of which nothing may be cut: its ground is transparent, or
    its edge in a few flat colours, as no photograph's is."""
    fields = _fields(picture)
    if sum(alpha <= _CLEAR for *_, alpha in fields) > _SEEN_THROUGH * len(fields):
        return True
    edge, colours = _edge(fields), list[_Field]()
    for field in edge:
        if not any(_alike(field, each) for each in colours):
            colours.append(field)
    counts = sorted((sum(_alike(field, each) for field in edge) for each in colours), reverse=True)
    return sum(counts[:_FLAT_COLOURS]) >= _FLAT * len(edge)


def ends_within(picture: PictureFields) -> bool:
    """Whether the picture ends within a border of one colour or none, as a logo on its ground does, and no portrait."""
    edge = _edge(_fields(picture))
    return all(_alike(field, edge[0]) for field in edge)


def _fields(picture: PictureFields) -> Sequence[_Field]:
    # The mean of sand or grass is flat; single points of it are not.
    return sampled(picture.file.data, _FIELDS, _FIELDS, mean=False)


def _edge(fields: Sequence[_Field]) -> list[_Field]:
    last = _FIELDS - 1
    return [fields[at] for at in range(len(fields)) if {at // _FIELDS, at % _FIELDS} & {0, last}]


def _alike(one: _Field, other: _Field) -> bool:
    if min(one) >= _WHITE and min(other) >= _WHITE:
        return True
    clear = one[3] <= _CLEAR, other[3] <= _CLEAR
    return all(clear) or (not any(clear) and max(abs(a - b) for a, b in zip(one, other, strict=True)) <= _ALIKE)


def lost(picture: PictureFields, space: Rect) -> float:
    """The share of the picture that is cut away where it covers this space."""
    ratio = (picture.file.width / picture.file.height) / (space.width / space.height)
    return 1 - min(ratio, 1 / ratio)


def fitted(
    name: str, picture: PictureFields, space: Rect, fit: Fit, *, field: str = "picture", round: bool = False
) -> Picture:
    """The picture as its author wants it to fit the space, or else so; a covering one may be `round`."""
    if (picture.fit or fit) == "cover":
        return covering(name, picture, space, field=field, round=round)
    return contained(name, picture, space, field=field, round=round)


def contained(
    name: str, picture: PictureFields, space: Rect, *, field: str = "picture", round: bool = False
) -> Picture:
    """The whole picture, as large as the space, or the ellipse in it, allows, in its middle."""
    width, height = picture.file.width, picture.file.height
    scale = min(space.width / width, space.height / height)
    if round:
        scale = 1 / math.hypot(width / space.width, height / space.height)
    width, height = math.floor(width * scale), math.floor(height * scale)
    left, top = space.left + (space.width - width) // 2, space.top + (space.height - height) // 2
    at = Rect(Emu(left), Emu(top), Emu(width), Emu(height))
    return Picture(name, at, picture.file.data, _description(picture), field=field, drawing=picture.file.drawing)


def covering(name: str, picture: PictureFields, space: Rect, *, field: str = "picture", round: bool = False) -> Picture:
    """The picture, cut so that it covers the space; the focal point is as near its middle as the cut allows."""
    ratio = (picture.file.width / picture.file.height) / (space.width / space.height)
    focus = picture.focus or FocalPoint()
    left, right = _cut(max(0, 1 - 1 / ratio), focus.across)
    top, bottom = _cut(max(0, 1 - ratio), focus.down)
    crop = (left, top, right, bottom)
    file = picture.file
    return Picture(name, space, file.data, _description(picture), crop, round, field=field, drawing=file.drawing)


def _cut(share: float, focus: float) -> tuple[float, float]:
    """How much of a side that loses this share goes before what is shown, and how much after it."""
    before = min(max(0.0, focus - (1 - share) / 2), share)
    return before, share - before


def _description(picture: PictureFields) -> str | None:
    return picture.description.plain if picture.description else None
