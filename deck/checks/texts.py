"""The texts that stand on a laid-out slide."""

from __future__ import annotations

from collections.abc import Iterator

from deck.model.shapes import AutoShape, Group, Shape, Table, TextBox
from deck.model.typesetting import FittedText


def texts(shape: Shape) -> Iterator[tuple[str | None, FittedText]]:
    """Each text of a shape, with the path of the field that it shows."""
    match shape:
        case TextBox():
            yield shape.field, shape.text
        case AutoShape() if shape.text:
            yield None, shape.text
        case Table():
            yield from ((cell.field, cell.text) for row in shape.rows for cell in row)
        case Group():
            yield from (pair for member in shape.shapes for pair in texts(member))
        case _:
            pass
