"""Native tables."""

from __future__ import annotations

from deck.export.pptx.drawing import fill, place, properties
from deck.export.pptx.level_styles import anchor, insets
from deck.export.pptx.sheet import Sheet
from deck.export.pptx.text import fitted_paragraphs
from deck.model.shapes import Table, TableCell

# "No style, no grid": the cells say how they look.
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def table_xml(sheet: Sheet, table: Table) -> str:
    """A table in its frame; columns follow the reading direction."""
    direction = ' rtl="1"' if sheet.right_to_left else ""
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in table.column_widths)
    rows = "".join(
        f'<a:tr h="{height}">{"".join(_cell(sheet, cell) for cell in row)}</a:tr>'
        for height, row in zip(table.row_heights, table.rows, strict=True)
    )
    return (
        "<p:graphicFrame><p:nvGraphicFramePr>"
        f"{properties(sheet.next_id(), table.name, table.description, decorative=False)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f"{place(table.rect, tag='p:xfrm')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f'<a:tbl><a:tblPr{direction} firstRow="1"><a:tableStyleId>{_PLAIN}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(sheet: Sheet, cell: TableCell) -> str:
    body = cell.text.body
    margins = insets(sheet, body.insets, ("marL", "marT", "marR", "marB"))
    span = f' rowSpan="{cell.rows}"' if cell.rows > 1 else "" if cell.rows else ' vMerge="1"'
    span += f' gridSpan="{cell.span}"' if cell.span > 1 else "" if cell.span else ' hMerge="1"'
    return (
        f"<a:tc{span}><a:txBody><a:bodyPr/><a:lstStyle/>{fitted_paragraphs(sheet, cell.text)}</a:txBody>"
        f'<a:tcPr{margins} anchor="{anchor(body)}">{fill(cell.fill)}</a:tcPr></a:tc>'
    )
