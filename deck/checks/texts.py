"""The texts that stand on a laid-out slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deck.model.charts import Chart
from deck.model.shapes import AutoShape, Group, Shape, Table, TableCell, TextBox
from deck.model.typesetting import FittedText
from deck.model.units import Emu, Rect


def texts(shape: Shape) -> Sequence[tuple[str | None, FittedText]]:
    """Each text of a shape, with the path of the field that it shows."""
    if isinstance(shape, TextBox):
        return [(shape.field, shape.text)]
    return [(field, text) for field, text, _ in placed_texts(shape)]


def placed_texts(shape: Shape) -> Iterator[tuple[str | None, FittedText, Rect]]:
    """Each text of a shape, with the path of the field that it shows and the box that it stands in."""
    match shape:
        case TextBox():
            yield shape.field, shape.text, shape.rect
        case AutoShape() if shape.text:
            yield shape.field, shape.text, shape.rect
        case Table():
            yield from ((cell.field, cell.text, rect) for cell, rect in placed_cells(shape))
        case Chart():
            yield from ((label.field, label.text, label.rect) for label in shape.labels)
        case Group():
            yield from (found for member in shape.shapes for found in placed_texts(member))
        case _:
            pass


def placed_cells(table: Table) -> Iterator[tuple[TableCell, Rect]]:
    """Each cell of a table that is shown, with its place, row by row."""
    top = table.rect.top
    for number, (height, row) in enumerate(zip(table.row_heights, table.rows, strict=True)):
        left = table.rect.left
        sizes = zip(table.cell_widths(number), table.cell_heights(number), strict=True)
        for column, (wide, high), cell in zip(table.column_widths, sizes, row, strict=True):
            if cell.shown:
                yield cell, Rect(left, top, Emu(wide), Emu(high))
            left = Emu(left + column)
        top = Emu(top + height)
