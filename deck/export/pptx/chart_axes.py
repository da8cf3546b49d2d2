"""A chart's axes: of its categories and of its values, or two of values."""

from __future__ import annotations

from deck.export.pptx.chart_text import text_properties
from deck.export.pptx.drawing import NO_FILL, line
from deck.export.pptx.sheet import Sheet
from deck.export.xml import value
from deck.model.charts import Chart, ValueAxis

CATEGORIES, VALUES = 1, 2
"""The axes' ids."""


def axes_xml(sheet: Sheet, chart: Chart) -> str:
    """The axes of a chart that has some."""
    if chart.kind == "doughnut":
        return ""
    lying = chart.kind == "bar"
    # Bars are read from the top, and everything from the side where the reader starts.
    values_turned, categories_turned = (
        (sheet.right_to_left, True) if lying else (False, sheet.right_to_left and chart.kind != "bar")
    )
    # A reversed category axis takes the value axis to the top; crossing at its end keeps it below.
    crosses = "max" if lying else "autoZero"
    # The figures of a lying axis stand at the end of the categories, which is below.
    side, figures = ("b", "high") if lying else ("l", "low")
    values = _value_axis(sheet, chart, chart.axis, VALUES, side, turned=values_turned, crosses=crosses, figures=figures)
    if chart.kind == "scatter":
        assert chart.x_axis
        return _value_axis(sheet, chart, chart.x_axis, CATEGORIES, "b", turned=categories_turned) + values
    return _category_axis(sheet, chart, "l" if lying else "b", turned=categories_turned) + values


def _category_axis(sheet: Sheet, chart: Chart, side: str, *, turned: bool) -> str:
    # Those that stand over several categories have the look of all the chart's words: with one of their own LibreOffice
    # breaks them where a category ends, even within words.
    own = chart.category_labels and not chart.spans
    text = text_properties(sheet, chart.category_labels[0]) if own else ""
    shown = "low" if chart.category_labels else "none"
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/>{_scaling(turned=turned)}<c:delete val="0"/><c:axPos val="{side}"/>'
        f"{_ticks(shown)}<c:spPr>{NO_FILL}{line(chart.grid)}</c:spPr>{text}"
        f'<c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/><c:tickLblSkip val="{chart.skip}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(
    sheet: Sheet,
    chart: Chart,
    axis: ValueAxis,
    number: int,
    side: str,
    *,
    turned: bool,
    crosses: str = "autoZero",
    figures: str = "low",
) -> str:
    limits = f'<c:max val="{axis.high!r}"/><c:min val="{axis.low!r}"/>'
    other = CATEGORIES + VALUES - number
    text = text_properties(sheet, axis.labels[0]) if axis.labels else ""
    grid = f"<c:majorGridlines><c:spPr>{line(chart.grid)}</c:spPr></c:majorGridlines>" if axis.labels else ""
    between = "midCat" if chart.kind in ("area", "scatter") else "between"
    written = f'<c:numFmt formatCode={value(axis.number_format)} sourceLinked="0"/>'
    return (
        f'<c:valAx><c:axId val="{number}"/>{_scaling(limits, turned=turned)}<c:delete val="0"/>'
        f'<c:axPos val="{side}"/>{grid}{written}{_ticks(figures if axis.labels else "none")}'
        f'<c:spPr>{NO_FILL}{line(None)}</c:spPr>{text}<c:crossAx val="{other}"/><c:crosses val="{crosses}"/>'
        f'<c:crossBetween val="{between}"/><c:majorUnit val="{axis.step!r}"/></c:valAx>'
    )


def _scaling(limits: str = "", *, turned: bool) -> str:
    return f'<c:scaling><c:orientation val="{"maxMin" if turned else "minMax"}"/>{limits}</c:scaling>'


def _ticks(labels: str) -> str:
    return f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/>'
