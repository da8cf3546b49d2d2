"""What slides of pictures share: a picture with its caption, and the places for both."""

from __future__ import annotations

from dataclasses import replace

from deck.layouts.frame.composition import top_of
from deck.layouts.frame.slots import FIRST_IDX, Entry, fill, slot
from deck.layouts.pictures.fit import Fit, contained, covering
from deck.model.content import Picture as PictureFields
from deck.model.content import Words
from deck.model.fields import Part
from deck.model.shapes import Picture, Placeholder, Shape
from deck.model.style import Align, Anchor, Colour, Stroke
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import Rect, units

Box = tuple[float, float, float, float]
"""Left, top, width and height, in grid units."""

PICTURE_IDX, CAPTION_IDX, TEXT_IDX = FIRST_IDX, FIRST_IDX + 4, FIRST_IDX + 8
FRAME = Stroke(Colour("accent6").lighter(50), units(0.15))
CAPTION_GAP, _CAPTION, _CREDIT = 1.2, 6.0, 3.4


class ShownPicture(PictureFields):
    """A picture that is the point of its slide."""

    caption: Words | None = None
    """What stands under it."""
    credit: Words | None = None
    """Whose picture it is, or whence."""
    frame: bool = False
    """Whether a thin line frames it, as a screenshot on white needs."""


class GridPicture(Part, ShownPicture):
    """One of several pictures."""


def caption_entries(picture: ShownPicture) -> list[Entry]:
    """What a picture's caption slot holds: what is said of it, and whose it is."""
    return [(picture.caption, 0), (picture.credit, 1)]


def caption_field(picture: ShownPicture, path: str) -> str:
    """The path of the field that a caption slot shows."""
    return f"{path}.{'caption' if picture.caption else 'credit'}"


def caption_height(*pictures: ShownPicture) -> float:
    """The room for these pictures' captions, in grid units, with the gap before them; 0 where there are none."""
    caption = _CAPTION if any(picture.caption for picture in pictures) else 0
    credit = _CREDIT if any(picture.credit for picture in pictures) else 0
    return caption + credit and CAPTION_GAP + caption + credit


def caption_slot(
    theme: Theme, number: int, box: Box, *, align: Align = "start", anchor: Anchor = "top", colour: Colour | None = None
) -> Placeholder:
    """The slot of a picture's caption in this box."""
    named = (theme.style("picture-caption"), theme.style("picture-credit"))
    styles = [replace(style, colour=colour or style.colour, align=align) for style in named]
    name = f"Caption {number}" if number else "Caption"
    inset = (0, CAPTION_GAP, 0, 0)
    idx = CAPTION_IDX + max(0, number - 1)
    return slot(idx, name, box, *styles, prompt="Caption", insets=inset, anchor=anchor)


def picture_slot(theme: Theme, number: int, box: Box) -> Placeholder:
    """The slot of a picture that covers this box."""
    name = f"Picture {number}" if number else "Picture"
    style = theme.style("picture-caption")
    return slot(PICTURE_IDX + max(0, number - 1), name, box, style, prompt="Picture", kind="pic")


def stack(theme: Theme, picture: ShownPicture, column: float, columns: float, fit: Fit) -> tuple[Box, Box]:
    """The boxes of a picture and of the caption under it, together in the middle of the body over these columns."""
    grid = theme.grid
    below = caption_height(picture)
    left, width, height = grid.x(column), grid.w(columns), grid.body_height - below
    if fit == "whole":
        height = min(height, width * picture.file.height / picture.file.width)
    top = top_of(grid.body_top, grid.body_height, height + below)
    return (left, top, width, height), (left, top + height, width, below)


def begun_with(picture: ShownPicture, box: Box, below: Box) -> Box:
    """The box `below` a whole picture in the middle of its `box`, begun where the picture does."""
    left, _, width, height = box
    shown = min(width, height * picture.file.width / picture.file.height)
    start = left + (width - shown) / 2
    return start, below[1], below[0] + below[2] - start, below[3]


def placed(picture: ShownPicture, box: Box, fit: Fit, field: str, place: Placeholder | None = None) -> Picture:
    """The picture in its box; a covering one may fill a slot."""
    name = place.name if place else "Picture"
    make = contained if fit == "whole" else covering
    shape = make(name, picture, Rect.of_units(*box), field=field)
    return replace(shape, placeholder=place, stroke=FRAME if picture.frame else None)


def captions(measurer: Measurer, place: Placeholder | None, picture: ShownPicture) -> list[Shape]:
    """What a picture's caption slot shows, where it has one."""
    if place is None:
        return []
    return [fill(measurer, place, caption_field(picture, "picture"), *caption_entries(picture))]
