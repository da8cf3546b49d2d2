"""Pictures within a text: those that follow each other, beside or above each other, with their captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.content import Picture

At = tuple[float, float, float, float]
GAP, CAPTION_GAP = 1.8, 1.0
"""Between pictures, and between one and its caption, in grid units."""
_LEAST = 0.4
"""The share of a slide's room that pictures take at least; little pictures take less."""


class TextPicture(Picture):
    """A picture within a text."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """That it is not described."""
        if not self.description:
            message = "those who cannot see this picture get nothing of it"
            hint = f"write what it shows between the brackets: `![What it shows]({self.file.path})`"
            yield Diagnostic("missing-description", message, None, hint, Severity.WARNING, "file")


def arrangement(pictures: Sequence[Picture], width: float, most: float, captions: float) -> list[At]:
    """Where the pictures stand in a box of this width and at most this height, from its corner, in grid units.

    They stand beside or above each other, whichever shows more of them, each over room for a caption of this height.
    """
    ways = [_in_rows(pictures, width, most, captions, in_row) for in_row in sorted({1, len(pictures)}, reverse=True)]
    return max(ways, key=area)


def area(boxes: Sequence[At]) -> float:
    """How much they take, in square grid units."""
    return sum(width * height for _, _, width, height in boxes)


def least_height(pictures: Sequence[Picture], width: float, room: float, captions: float) -> float:
    """The least height that pictures of this width take of a slide's room."""
    return height_of(arrangement(pictures, width, room * _LEAST, captions), captions)


def height_of(boxes: Sequence[At], captions: float) -> float:
    """The height of pictures that are arrangement so, with their captions."""
    return max(top + height for _, top, _, height in boxes) + captions


def _in_rows(pictures: Sequence[Picture], width: float, most: float, captions: float, in_row: int) -> list[At]:
    rows = len(pictures) // in_row
    each = (width - (in_row - 1) * GAP) / in_row
    share = max(1.0, (most - (rows - 1) * GAP) / rows - captions)
    boxes: list[At] = []
    top = 0.0
    for start in range(0, len(pictures), in_row):
        sizes = []
        for picture in pictures[start : start + in_row]:
            ratio = picture.file.width / picture.file.height
            sizes.append((min(each, share * ratio), min(share, each / ratio)))
        left, high = 0.0, max(height for _, height in sizes)
        for wide, height in sizes:
            boxes.append((left, top, wide, height))
            left += wide + GAP
        top += high + captions + GAP
    return boxes
