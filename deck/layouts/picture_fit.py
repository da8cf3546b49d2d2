"""Pictures in a space: shown whole inside it, or cut to cover it."""

from __future__ import annotations

from deck.model.content import Picture as PictureFields
from deck.model.shapes import Picture
from deck.model.units import Emu, Rect


def contained(name: str, picture: PictureFields, space: Rect) -> Picture:
    """The whole picture, as large as the space allows, in its middle."""
    scale = min(space.width / picture.file.width, space.height / picture.file.height)
    width, height = round(picture.file.width * scale), round(picture.file.height * scale)
    left, top = space.left + (space.width - width) // 2, space.top + (space.height - height) // 2
    at = Rect(Emu(left), Emu(top), Emu(width), Emu(height))
    return Picture(name, at, picture.file.data, _description(picture))


def covering(name: str, picture: PictureFields, space: Rect, *, round: bool = False) -> Picture:
    """The picture's middle, cut so that it covers the space."""
    ratio = (picture.file.width / picture.file.height) / (space.width / space.height)
    across, down = (0.0, (1 - ratio) / 2) if ratio < 1 else ((1 - 1 / ratio) / 2, 0.0)
    crop = (across, down, across, down)
    return Picture(name, space, picture.file.data, _description(picture), crop, round)


def _description(picture: PictureFields) -> str | None:
    return picture.description.plain if picture.description else None
