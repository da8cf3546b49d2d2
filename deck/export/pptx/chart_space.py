"""A chart's own part: its plot in the place that it has, its series with the words at their figures."""

from __future__ import annotations

from uuid import NAMESPACE_OID, uuid5

from deck.export.pptx.chart_axes import CATEGORIES, VALUES, axes_xml
from deck.export.pptx.chart_text import run_look, text_properties
from deck.export.pptx.chart_workbook import ChartCells, label_words
from deck.export.pptx.drawing import NO_FILL, fill, line
from deck.export.pptx.sheet import Sheet
from deck.export.pptx.xml import A, R, document, guid
from deck.export.xml import content
from deck.model.charts import Chart, ChartLabel, ChartSeries, Side
from deck.model.style import Colour
from deck.model.units import Rect

_NAMESPACES = (
    f'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="{A}" xmlns:r="{R}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
)
_HOLE = 50
# By these extensions words at figures are taken from cells of the workbook (MS-ODRAWXML, 2.24.3).
_LABEL, _LABELS = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
_RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT MARK}"
_LABEL_BODY = '<a:bodyPr wrap="none" lIns="38100" tIns="19050" rIns="38100" bIns="19050" anchor="ctr"/>'
_NOTHING_SHOWN = "".join(f'<c:show{name} val="0"/>' for name in _SHOWN)
_GROUPING = {"clustered": "clustered", "stacked": "stacked", "100%": "percentStacked"}


def chart_space_xml(sheet: Sheet, chart: Chart, cells: ChartCells, workbook: str) -> bytes:
    """The part of a chart whose workbook has this relationship."""
    plot = f"{_layout(chart.rect, chart.plot)}{_plots(sheet, chart, cells)}{axes_xml(sheet, chart)}"
    first = next(iter(chart.labels), None)
    text = text_properties(sheet, first) if first else ""
    return document(
        "c:chartSpace",
        _NAMESPACES,
        '<c:date1904 val="0"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{plot}<c:spPr>{NO_FILL}{line(None)}</c:spPr></c:plotArea>'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="{"span" if chart.spans else "gap"}"/></c:chart>'
        f"<c:spPr>{NO_FILL}{line(None)}</c:spPr>{text}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData>',
    )


def _layout(rect: Rect, plot: Rect) -> str:
    """The plot's place, in shares of the chart's rectangle."""
    shares = {
        "x": (plot.left - rect.left) / rect.width,
        "y": (plot.top - rect.top) / rect.height,
        "w": plot.width / rect.width,
        "h": plot.height / rect.height,
    }
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    edges = "".join(f'<c:{name} val="{share:.6f}"/>' for name, share in shares.items())
    return f"<c:layout><c:manualLayout>{modes}{edges}</c:manualLayout></c:layout>"


def _plots(sheet: Sheet, chart: Chart, cells: ChartCells) -> str:
    numbered = list(enumerate(chart.series))
    axes = f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/>'

    def drawn(series: list[tuple[int, ChartSeries]], kind: str) -> str:
        return "".join(_series(sheet, chart, cells, number, each, kind) for number, each in series)

    vary, grouping = '<c:varyColors val="0"/>', f'<c:grouping val="{_GROUPING[chart.stacking]}"/>'
    standard = '<c:grouping val="standard"/>' if chart.stacking == "clustered" else grouping
    match chart.kind:
        case "bar" | "column":
            lines = [one for one in numbered if one[1].as_line]
            bars = [one for one in numbered if not one[1].as_line]
            direction = f'<c:barDir val="{"bar" if chart.kind == "bar" else "col"}"/>'
            room = f'<c:gapWidth val="{round(chart.gap * 100)}"/>'
            room += f'<c:overlap val="{0 if chart.stacking == "clustered" else 100}"/>'
            plots = f"<c:barChart>{direction}{grouping}{vary}{drawn(bars, 'bar')}{room}{axes}</c:barChart>"
            if lines:
                plots += _line_plot(vary, drawn(lines, "line"), axes)
            return plots
        case "line":
            return _line_plot(vary, drawn(numbered, "line"), axes)
        case "area":
            return f"<c:areaChart>{standard}{vary}{drawn(numbered, 'area')}{axes}</c:areaChart>"
        case "scatter":
            style = '<c:scatterStyle val="lineMarker"/>'
            return f"<c:scatterChart>{style}{vary}{drawn(numbered, 'scatter')}{axes}</c:scatterChart>"
        case "doughnut":
            ring = f'<c:firstSliceAng val="0"/><c:holeSize val="{_HOLE}"/>'
            return f'<c:doughnutChart><c:varyColors val="1"/>{drawn(numbered, "doughnut")}{ring}</c:doughnutChart>'


def _line_plot(vary: str, series: str, axes: str) -> str:
    return f'<c:lineChart><c:grouping val="standard"/>{vary}{series}<c:marker val="1"/>{axes}</c:lineChart>'


def _series(sheet: Sheet, chart: Chart, cells: ChartCells, number: int, series: ChartSeries, kind: str) -> str:
    head = f'<c:idx val="{number}"/><c:order val="{number}"/>'
    name = f"<c:tx><c:strRef><c:f>{cells.name(number)}</c:f>{_strings([series.name])}</c:strRef></c:tx>"
    look = _look(chart, series, kind)
    points = "".join(_point(chart, series, index, kind) for index, _ in series.colours if not series.hidden)
    labels = _labels(sheet, chart, series, number, kind)
    data = _error_bars(cells, number, series, kind) + _data(chart, cells, number, series)
    smooth = '<c:smooth val="0"/>' if kind in ("line", "scatter") else ""
    inverted = '<c:invertIfNegative val="0"/>' if kind == "bar" else ""
    marker = _marker(chart, series.colour) if kind in ("line", "scatter") else ""
    range_ = _label_range(cells, number, series) if series.labels else ""
    return f"<c:ser>{head}{name}{look}{inverted}{marker}{points}{labels}{data}{smooth}{range_}</c:ser>"


def _look(chart: Chart, series: ChartSeries, kind: str) -> str:
    if series.hidden:
        return f"<c:spPr>{NO_FILL}{line(None)}</c:spPr>"
    if kind == "line":
        return f"<c:spPr>{_line_of(chart, series)}</c:spPr>"
    if kind == "scatter":
        return '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
    return f"<c:spPr>{fill(series.colour)}{_edge(chart)}</c:spPr>"


def _edge(chart: Chart) -> str:
    """The line that parts neighbours; its corners are round, as pointed ones reach into what is beside."""
    if chart.edge is None:
        return line(None)
    return f'<a:ln w="{chart.edge.width}" cap="flat">{fill(chart.edge.colour)}<a:round/></a:ln>'


def _line_of(chart: Chart, series: ChartSeries) -> str:
    return f'<a:ln w="{chart.line_width}" cap="rnd">{fill(series.colour)}<a:round/></a:ln>'


def _marker(chart: Chart, colour: Colour) -> str:
    if not chart.marker:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    look = f"<c:spPr>{fill(colour)}{line(None)}</c:spPr>"
    return f'<c:marker><c:symbol val="circle"/><c:size val="{round(chart.marker)}"/>{look}</c:marker>'


def _point(chart: Chart, series: ChartSeries, index: int, kind: str) -> str:
    """A point in a colour of its own."""
    colour = series.colour_of(index)
    if kind in ("line", "scatter"):
        return f'<c:dPt><c:idx val="{index}"/>{_marker(chart, colour)}<c:bubble3D val="0"/></c:dPt>'
    inverted = '<c:invertIfNegative val="0"/>' if kind == "bar" else ""
    look = f"<c:spPr>{fill(colour)}{_edge(chart)}</c:spPr>"
    return f'<c:dPt><c:idx val="{index}"/>{inverted}<c:bubble3D val="0"/>{look}</c:dPt>'


def _labels(sheet: Sheet, chart: Chart, series: ChartSeries, number: int, kind: str) -> str:
    """The words at the series' figures, each from its cell."""
    if not any(series.labels):
        return ""
    position = _position(sheet, chart, kind)
    from_cells = f'<c:extLst><c:ext uri="{_LABEL}"><c15:showDataLabelsRange val="1"/></c:ext></c:extLst>'
    each = []
    for index, label in enumerate(series.labels):
        if label is None:
            each.append(f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>')
            continue
        name = guid(uuid5(NAMESPACE_OID, f"deck:label:{number}:{index}"))
        # Not every program reads these words from the right; between two of its letters a number stands as there.
        mark = _RIGHT_TO_LEFT if sheet.right_to_left else ""
        words = content(mark + label.words.replace("\n", " "))
        runs = label.text.paragraphs[0].runs
        lang = sheet.lang_of(runs[0].language if runs else None)
        look = run_look(label)
        field = (
            f'<a:fld id="{name}" type="CELLRANGE"><a:rPr{lang}{look[0]}>{look[1]}</a:rPr><a:pPr/>'
            f"<a:t>{words}</a:t></a:fld>"
        )
        text = f'<a:p><a:pPr rtl="{sheet.right_to_left:d}"/>{field}<a:endParaRPr{lang}/></a:p>'
        body = f"<c:tx><c:rich>{_LABEL_BODY}<a:lstStyle/>{text}</c:rich></c:tx>"
        here = _at_side(sheet, label.side) if label.side else position
        shift = _shift(label)
        each.append(f'<c:dLbl><c:idx val="{index}"/>{shift}{body}{here}{_NOTHING_SHOWN}{from_cells}</c:dLbl>')
    first = next(label for label in series.labels if label)
    look_of_all = f"<c:spPr>{NO_FILL}{line(None)}</c:spPr>{text_properties(sheet, first)}"
    # LibreOffice draws a line from words that are moved to their figure, where nothing is said.
    is_moved = any(label and any(label.moved) for label in series.labels)
    leader = '<c:showLeaderLines val="0"/>' if kind == "doughnut" or is_moved else ""
    return f"<c:dLbls>{''.join(each)}{look_of_all}{position}{_NOTHING_SHOWN}{leader}{from_cells}</c:dLbls>"


def _shift(label: ChartLabel) -> str:
    """How far words stand from their position, in shares of the chart."""
    if not any(label.moved):
        return ""
    across, down = (f'<c:{name} val="{share:.6f}"/>' for name, share in zip("xy", label.moved, strict=True))
    return f"<c:layout><c:manualLayout>{across}{down}</c:manualLayout></c:layout>"


def _error_bars(cells: ChartCells, number: int, series: ChartSeries, kind: str) -> str:
    """Whiskers of values of their own, whose lengths the workbook reckons."""
    bars = series.error_bars
    if bars is None:
        return ""
    lengths = (bars.above(series.values), bars.below(series.values))
    plus, minus = (
        f"<c:numRef><c:f>{cell}</c:f>{_numbers(length)}</c:numRef>"
        for cell, length in zip(cells.whiskers(number), lengths, strict=True)
    )
    direction = '<c:errDir val="y"/>' if kind == "scatter" else ""
    return (
        f'<c:errBars>{direction}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{plus}</c:plus><c:minus>{minus}</c:minus><c:spPr>{line(bars.stroke)}</c:spPr></c:errBars>"
    )


def _position(sheet: Sheet, chart: Chart, kind: str) -> str:
    """Where words stand at figures: after bars, over points; those beside points, on the side where reading goes on."""
    if kind in ("line", "scatter"):
        return _at_side(sheet, "over" if kind == "line" else "after")
    if kind == "bar":
        return f'<c:dLblPos val="{"outEnd" if chart.stacking == "clustered" else "ctr"}"/>'
    return ""


def _at_side(sheet: Sheet, side: Side) -> str:
    """That words stand on this side of their figure."""
    before, after = "rl" if sheet.right_to_left else "lr"
    where = {"over": "t", "under": "b", "before": before, "after": after}
    return f'<c:dLblPos val="{where[side]}"/>'


def _label_range(cells: ChartCells, number: int, series: ChartSeries) -> str:
    words = label_words(series)
    cached = "".join(
        f'<c:pt idx="{index}"><c:v>{content(word)}</c:v></c:pt>' for index, word in enumerate(words) if word
    )
    return (
        f'<c:extLst><c:ext uri="{_LABELS}"><c15:datalabelsRange><c15:f>{cells.labels(number)}</c15:f>'
        f'<c15:dlblRangeCache><c:ptCount val="{len(words)}"/>{cached}</c15:dlblRangeCache></c15:datalabelsRange>'
        "</c:ext></c:extLst>"
    )


def _data(chart: Chart, cells: ChartCells, number: int, series: ChartSeries) -> str:
    values = f"<c:numRef><c:f>{cells.values(number)}</c:f>{_numbers(series.values)}</c:numRef>"
    if chart.kind == "scatter":
        across = f"<c:numRef><c:f>{cells.across(number)}</c:f>{_numbers(series.across)}</c:numRef>"
        return f"<c:xVal>{across}</c:xVal><c:yVal>{values}</c:yVal>"
    # LibreOffice shows a label wherever there is one, and breaks lines at other places than where they were measured.
    broken = chart.skip == 1 and not chart.spans and bool(chart.category_labels)
    shown = [label.words for label in chart.category_labels] if broken else list(chart.shown)
    return f"<c:cat><c:strRef><c:f>{cells.categories}</c:f>{_strings(shown)}</c:strRef></c:cat><c:val>{values}</c:val>"


def _strings(words: list[str]) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{content(word)}</c:v></c:pt>' for index, word in enumerate(words) if word
    )
    return f'<c:strCache><c:ptCount val="{len(words)}"/>{points}</c:strCache>'


def _numbers(values: tuple[float | None, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{figure!r}</c:v></c:pt>' for index, figure in enumerate(values) if figure is not None
    )
    return f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'
