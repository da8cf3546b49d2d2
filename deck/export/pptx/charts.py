"""Native charts, with the workbook that PowerPoint opens to edit their figures."""

from __future__ import annotations

from deck.export.pptx.chart_space import chart_space_xml
from deck.export.pptx.chart_workbook import ChartCells, workbook
from deck.export.pptx.drawing import place, properties
from deck.export.pptx.python_pptx import CONTENT_TYPE, RELATIONSHIP_TYPE
from deck.export.pptx.sheet import Sheet
from deck.model.charts import Chart


def chart_xml(sheet: Sheet, chart: Chart) -> str:
    """A chart in its frame; its own part and its workbook join the package."""
    return (
        "<p:graphicFrame><p:nvGraphicFramePr>"
        f"{properties(sheet.next_id(), chart.name, chart.description, decorative=False)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f"{place(chart.rect, tag='p:xfrm')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        f'r:id="{_relationship(sheet, chart)}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def _relationship(sheet: Sheet, chart: Chart) -> str:
    cells = ChartCells(chart)
    part = sheet.package.part("/ppt/charts/chart%d.xml", CONTENT_TYPE.DML_CHART)
    figures = sheet.package.part(
        "/ppt/embeddings/Microsoft_Excel_Sheet%d.xlsx", CONTENT_TYPE.SML_SHEET, workbook(chart, cells)
    )
    part.blob = chart_space_xml(sheet, chart, cells, part.relate_to(figures, RELATIONSHIP_TYPE.PACKAGE))
    return sheet.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
