"""Native charts, with the workbook that PowerPoint opens to edit their figures."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.parts.chart import ChartPart

from deck.export.pptx.drawing import fill, line, place, properties
from deck.export.pptx.sheet import Sheet
from deck.model.shapes import Chart, ChartSeries
from deck.model.style import Stroke

_KINDS = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "line": XL_CHART_TYPE.LINE,
}
_EPOCH = datetime(1980, 1, 1)


class _WorkbookWriter(CategoryWorkbookWriter):
    """python-pptx's workbook, with a fixed date instead of the clock's."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: io.BytesIO) -> Iterator[tuple[Any, Any]]:
        with super()._open_worksheet(xlsx_file) as (workbook, worksheet):
            workbook.set_properties({"created": _EPOCH})
            yield workbook, worksheet


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
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    drawn = data.xml_bytes(_KINDS[chart.kind])
    part: Any = sheet.package.part("/ppt/charts/chart%d.xml", CONTENT_TYPE.DML_CHART, drawn, ChartPart)
    figures = _WorkbookWriter(data).xlsx_blob  # type: ignore[no-untyped-call]
    workbook = sheet.package.part("/ppt/embeddings/Microsoft_Excel_Sheet%d.xlsx", CONTENT_TYPE.SML_SHEET, figures)
    _style(sheet, chart, part)
    part.chart_workbook.xlsx_part = workbook
    relationship: str = sheet.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    return relationship


def _style(sheet: Sheet, chart: Chart, part: Any) -> None:
    """All that the chart says of its look, so that no program chooses, and the reading direction."""
    drawn, space = part.chart, part.chart._chartSpace
    drawn.has_title = drawn.has_legend = False
    for series, element in zip(chart.series, space.iter(qn("c:ser")), strict=True):
        _colour(chart, series, element)
    if chart.kind != "line":
        drawn.plots[0].gap_width, drawn.plots[0].overlap = round(chart.gap * 100), 0
    values, categories = drawn.value_axis, drawn.category_axis
    values.minimum_scale, values.maximum_scale, values.major_unit = chart.axis.low, chart.axis.high, chart.axis.step
    values.tick_labels.number_format = chart.axis.number_format
    values.tick_labels.number_format_is_linked = False
    values.major_gridlines._xAx.majorGridlines.append(_parsed("c:spPr", line(chart.grid)))
    for axis in (values, categories):
        axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
        axis.format.line.fill.background()
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    # Bars are read from the top, and everything from the side where the reader starts.
    if chart.kind == "bar":
        categories.reverse_order = True
        values.reverse_order = sheet.right_to_left
        _cross_at_far_end(space)
    else:
        categories.reverse_order = sheet.right_to_left
    _place_plot(chart, space)
    _set_text(sheet, chart, space)
    _make_ids_positive(space)


def _colour(chart: Chart, series: ChartSeries, element: Any) -> None:
    own = line(Stroke(series.colour, chart.line_width)) if chart.kind == "line" else fill(series.colour)
    for old in element.findall(qn("c:spPr")):
        element.remove(old)
    element.find(qn("c:tx")).addnext(_parsed("c:spPr", own))


def _cross_at_far_end(space: Any) -> None:
    """A reversed category axis takes the value axis to the top; crossing at the end keeps it below."""
    space.find(".//" + qn("c:valAx")).find(qn("c:crosses")).set("val", "max")


def _place_plot(chart: Chart, space: Any) -> None:
    """The plot at its place, in shares of the chart's rectangle."""
    rect, plot = chart.rect, chart.plot
    shares = {
        "x": (plot.left - rect.left) / rect.width,
        "y": (plot.top - rect.top) / rect.height,
        "w": plot.width / rect.width,
        "h": plot.height / rect.height,
    }
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    edges = "".join(f'<c:{name} val="{share:.6f}"/>' for name, share in shares.items())
    area = space.find(".//" + qn("c:plotArea"))
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, _parsed("c:layout", f"<c:manualLayout>{modes}{edges}</c:manualLayout>"))


def _set_text(sheet: Sheet, chart: Chart, space: Any) -> None:
    style, prefix = chart.style, "mj" if chart.style.font == "major" else "mn"
    fonts = "".join(
        f'<a:{tag} typeface="+{prefix}-{name}"/>' for tag, name in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )
    look = f'sz="{round(style.size * 100)}" b="{style.bold:d}" i="{style.italic:d}"'
    text = _parsed(
        "c:txPr",
        f'<a:bodyPr/><a:lstStyle/><a:p><a:pPr rtl="{sheet.right_to_left:d}"><a:defRPr {look}>'
        f"{fill(style.colour)}{fonts}</a:defRPr></a:pPr><a:endParaRPr{sheet.lang}/></a:p>",
    )
    space.replace(space.find(qn("c:txPr")), text)


def _make_ids_positive(space: Any) -> None:
    """python-pptx gives axes negative numbers, which the schema does not know."""
    numbers: dict[str, str] = {}
    for element in space.iter(qn("c:axId"), qn("c:crossAx")):
        number = element.get("val")
        element.set("val", numbers.setdefault(number, str(len(numbers) + 1)))


def _parsed(tag: str, inner: str) -> Any:
    return parse_xml(f"<{tag} {nsdecls('c', 'a')}>{inner}</{tag}>")
