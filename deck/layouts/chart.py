"""Figures as a chart that PowerPoint edits: bars, columns, lines, areas, points or a ring, named where they stand.

A bar stands for each of `categories`; with several `series`, each category has a value for each of them. A `low` and a
`high` figure beside a value are drawn as its error bar. In languages that are read from right to left, a chart is, too.

Example:
    layout: chart
    title: Forced labour by region
    measure: Million people, 2021
    kind: bar
    categories:
      - {id: asia, label: Asia and the Pacific, value: 15.1}
      - {id: europe, label: Europe and Central Asia, value: 4.1}
      - {id: africa, label: Africa, value: 3.8}
      - {id: americas, label: Americas, value: 3.6}
      - {id: arab, label: Arab States, value: 0.9}
    highlight: [asia]
    source: estimates
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deck.layouts.charts.fields import ChartSlide
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.frame.slots import FIRST_IDX, fill, slot
from deck.model.layout import Layout, Page
from deck.model.shapes import Shape, SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Measurer

_MEASURE_IDX, _SOURCE_IDX = FIRST_IDX, FIRST_IDX + 1
# In grid units: how high the lines over and under the chart are, and what lies between them and it.
_MEASURE, _SOURCE, _AIR = 4.6, 4.4, 1.2
_ABOVE = _MEASURE - 1 + _AIR


def slide_layout(theme: Theme, *, measure: bool = False, source: bool = False) -> SlideLayout:
    """The native slide layout: a title over free space, perhaps with a line over the chart and one under it."""
    grid = theme.grid
    slots = [title_slot(theme)]
    if measure:
        at = (grid.x(0), grid.body_top - 1, grid.w(grid.columns), _MEASURE)
        slots.append(slot(_MEASURE_IDX, "Measure", at, theme.style("chart-measure"), prompt="Subtitle"))
    if source:
        at = (grid.x(0), grid.body_bottom - _SOURCE, grid.w(grid.columns), _SOURCE)
        slots.append(slot(_SOURCE_IDX, "Source", at, theme.style("source"), prompt="Source", anchor="bottom"))
    added = [name for name, there in (("measure", measure), ("source", source)) if there]
    name = f"Chart with {' and '.join(added)}" if added else "Chart"
    return SlideLayout(name, WHITE, marks(theme), (*slots, *footer_slots(theme)))


def arrange(content: ChartSlide, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The chart in the free space, between what it is of and where it is from."""
    # A deck without charts is not to wait for what draws them.
    from deck.layouts.charts.drawing import drawn, measure_line, notes

    above, below = (_ABOVE if content.measure else 0), (_SOURCE + _AIR if content.source else 0)
    chart = list(drawn(content, theme, measurer, above, below))
    measure, field = measure_line(content, chart)
    if measure and not content.measure:
        chart = list(drawn(content, theme, measurer, _ABOVE, below))
    layout = slide_layout(theme, measure=bool(measure), source=bool(content.source))
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    if measure:
        shapes.append(fill(measurer, layout.placeholder(_MEASURE_IDX), field, (measure, 0)))
    shapes += chart
    if content.source:
        shapes.append(fill(measurer, layout.placeholder(_SOURCE_IDX), "source", (content.source.text, 0)))
    yield Page(layout, tuple(shapes), content.title.plain, notes(content))


def slide_layouts(theme: Theme) -> Iterator[SlideLayout]:
    """Those that every deck offers."""
    yield slide_layout(theme)
    yield slide_layout(theme, measure=True, source=True)


_SAMPLES = (
    """
    layout: chart
    title: Columns, one below nought
    kind: column
    unit: "%"
    categories: [{label: Work, value: 15.1}, {label: Marriage, value: 9}, {label: School, value: -4.5}, {label: Home}]
    """,
    """
    layout: chart
    title: Bars side by side
    series: [{id: men, name: Men}, {id: women, name: Women}]
    categories:
      - {label: Asia, values: {men: 12_500, women: 8_000}}
      - {label: Africa, values: {men: 3_000, women: 7_500}}
    table: beside
    """,
    """
    layout: chart
    title: Parts of bars
    stacking: stacked
    series: [{id: men, name: Men}, {id: women, name: Women}, {id: young, name: Children}]
    categories:
      - {label: Asia, values: {men: 15, women: 10, young: 5}}
      - {label: Africa, values: {men: 4, women: 6, young: 9}}
    """,
    """
    layout: chart
    title: Shares of columns
    kind: column
    stacking: 100%
    series: [{id: men, name: Men}, {id: women, name: Women}]
    categories: [{label: "2016", values: {men: 15, women: 10}}, {label: "2021", values: {men: 4, women: 6}}]
    """,
    """
    layout: chart
    title: What is uncertain
    categories:
      - {label: Asia, value: 15.1, low: 12.9, high: 17.8}
      - {label: Africa, value: 3.8, low: 2.9, high: 4.9}
      - {label: Arab States, value: 0.9}
    """,
    """
    layout: chart
    title: A line with its figures
    kind: line
    categories: [{label: "2008", value: 215}, {label: "2012", value: 168}, {label: "2016", value: 152}]
    """,
    """
    layout: chart
    title: Two lines with an axis
    kind: line
    series: [{id: asia, name: Asia}, {id: africa, name: Africa}]
    categories:
      - {label: "2008", values: {asia: 113_600_000, africa: 65_100_000}}
      - {label: "2012", values: {asia: 77_700_000, africa: 59_000_000}}
      - {label: "2016", values: {asia: 62_100_000}}
      - {label: "2020", values: {asia: 48_700_000, africa: 86_600_000}}
    highlight: [africa]
    """,
    """
    layout: chart
    title: Areas on each other
    kind: area
    stacking: stacked
    series: [{id: asia, name: Asia}, {id: africa, name: Africa}]
    categories: [{label: "2008", values: {asia: 113, africa: 65}}, {label: "2020", values: {asia: 49, africa: 87}}]
    """,
    """
    layout: chart
    title: Columns and a line
    kind: combined
    series: [{id: asia, name: Asia}, {id: africa, name: Africa, drawn: line}]
    categories: [{label: "2008", values: {asia: 113, africa: 65}}, {label: "2020", values: {asia: 49, africa: 87}}]
    """,
    """
    layout: chart
    title: Points
    kind: scatter
    across: Income
    up: Child labour
    categories: [{label: Nepal, x: 3, value: 21.7}, {label: Peru, x: 12, value: 14.5}, {label: Brazil, x: 15, value: 5}]
    """,
    """
    layout: chart
    title: A ring of parts
    kind: doughnut
    categories: [{label: Services, value: 52}, {label: Industry, value: 36}, {label: Farms, value: 12}]
    """,
    """
    layout: chart
    title: Up and down to a total
    kind: waterfall
    measure: Children in child labour
    categories:
      - {label: "2016", value: 151_600_000, total: true}
      - {label: Africa, value: 16_600_000}
      - {label: Asia, value: -13_300_000}
      - {label: Elsewhere, value: 5_100_000}
      - {label: "2020", value: 160_000_000, total: true}
    """,
)

LAYOUT = Layout(
    "chart",
    ChartSlide,
    __doc__ or "",
    arrange,
    slide_layouts,
    also=(
        "charts",
        "graph",
        "bar-chart",
        "column-chart",
        "line-chart",
        "pie-chart",
        "pie",
        "plot",
        "waterfall",
        "bridge",
    ),
    samples=_SAMPLES,
)
