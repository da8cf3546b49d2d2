"""Native tables: each cell's ground, and its text at its measured lines."""

from __future__ import annotations

from itertools import accumulate

from deck.export.svg.canvas import Canvas
from deck.export.svg.drawing import fill, outline
from deck.export.svg.text import text_svg
from deck.export.xml import value
from deck.model.shapes import Table
from deck.model.units import Emu, Rect

# Neighbours' edges fall between pixels; smoothed, the ground behind would shine through.
_GROUND = ' shape-rendering="crispEdges" aria-hidden="true"'


def table_svg(canvas: Canvas, table: Table) -> str:
    """A table; columns follow the reading direction."""
    tops = list(accumulate(table.row_heights, initial=int(table.rect.top)))
    starts = list(accumulate(table.column_widths, initial=int(table.rect.left)))
    rows: list[str] = []
    for number, (top, row) in enumerate(zip(tops, table.rows, strict=False)):
        cells = []
        sizes = zip(table.cell_widths(number), table.cell_heights(number), strict=True)
        for start, (width, height), cell in zip(starts, sizes, row, strict=False):
            if not cell.shown:
                continue
            rect = Rect(Emu(start), Emu(top), Emu(width), Emu(height))
            if canvas.right_to_left:
                rect = rect.mirrored(table.rect.left + table.rect.right)
            ground = outline("rect", rect, fill(canvas.theme, cell.fill) + _GROUND) if cell.fill else ""
            role = "cell" if rows else "columnheader"
            field = f" data-field={value(cell.field)}" if cell.field else ""
            field += f' aria-colspan="{cell.span}"' if cell.span > 1 else ""
            field += f' aria-rowspan="{cell.rows}"' if cell.rows > 1 else ""
            cells.append(f'<g role="{role}"{field}>{ground}{text_svg(canvas, cell.text, rect)}</g>')
        rows.append(f'<g role="row">{"".join(cells)}</g>')
    label = f" aria-label={value(table.description)}" if table.description else ""
    return f'<g role="table"{label}>{"".join(rows)}</g>'
