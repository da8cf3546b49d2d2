"""Figures as a chart that PowerPoint edits: bars, columns, lines, areas, points or a ring, named where they stand.

A bar stands for each of `categories`; with several `series`, each category has a value for each of them. In languages
that are read from right to left, a chart is, too.

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

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Literal, Self

from deck.ground.diagnostics import Diagnostic, did_you_mean
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.frame.slots import FIRST_IDX, fill, slot
from deck.layouts.marks.notation import mixed
from deck.model.content import Content, Figure, Identifier, Part, Source, Words
from deck.model.layout import Layout, Page
from deck.model.measure import number_of
from deck.model.rules import Size
from deck.model.shapes import Shape, SlideLayout
from deck.model.speech import Speech
from deck.model.text import FIELD, Amount
from deck.model.theme import Theme
from deck.model.typesetting import Measurer

_MEASURE_IDX, _SOURCE_IDX = FIRST_IDX, FIRST_IDX + 1
# In grid units: how high the lines over and under the chart are, and what lies between them and it.
_MEASURE, _SOURCE, _AIR = 4.6, 4.4, 1.2
# How people write that there is no figure; so does a list's empty cell.
_NOT_KNOWN = ("–", "—", "-", "…", "..", "n/a")
_MOST = {"bar": 24, "column": 24, "line": 60, "area": 60, "combined": 24, "scatter": 60, "doughnut": 6}


class Series(Part):
    """A series of figures: one for each category."""

    name: Words
    """What it is."""
    drawn: Literal["columns", "line"] = "columns"
    """As what a `combined` chart draws it."""


class Category(Part):
    """What a figure is of: a country, a year."""

    label: Words
    """Its name."""
    value: Figure | None = None
    """Its figure, if there is one series; left out where it is not known."""
    x: Figure | None = None
    """In a `scatter` chart, its figure from left to right; `value` is the one from below."""
    values: Mapping[Identifier, Figure | None] = MappingProxyType({})
    """Its figures by the ids of the series; one that is left out is not known."""

    def figures(self) -> tuple[Figure | None, ...]:
        """Those that are drawn along the axis of figures."""
        return (self.value, *self.values.values())


class ChartSlide(Content):
    """The fields of a chart."""

    kind: Literal["bar", "column", "line", "area", "combined", "scatter", "doughnut"] = "bar"
    """What is drawn: `bar`s lie and have room for long names, `column`s stand; `combined` has columns and lines."""
    stacking: Literal["clustered", "stacked", "100%"] = "clustered"
    """Whether several series stand beside each other (`clustered`), on each other, or as shares of a whole."""
    measure: Words | None = None
    """What is measured, and in which unit."""
    unit: Words | None = None
    """What stands after each number: `%`, or a word such as `hectares`."""
    series: Annotated[tuple[Series, ...], Size(most=6)] = ()
    """The series, where there are several."""
    categories: Annotated[tuple[Category, ...], Size(1)]
    """What the figures are of, with the figures."""
    order: Literal["as-listed", "largest-first"] = "as-listed"
    """The order of the categories; in the second, by their first series."""
    highlight: tuple[Identifier, ...] = ()
    """The ids of categories or series that stand out: the others are grey."""
    across: Words | None = None
    """What a `scatter` chart measures from left to right."""
    up: Words | None = None
    """What it measures from below."""
    table: Literal["notes", "beside"] | None = None
    """Where the figures stand once more as a table, for who cannot see the chart: in the speaker’s notes, or beside."""
    source: Source | None = None
    """Where the figures come from: the name of one of the outline’s sources."""
    _speech: Speech | None = None

    @property
    def speech(self) -> Speech:
        """How its language says what it makes of its figures; it is known once the chart is in a language."""
        assert self._speech
        return self._speech

    def compared(self, in_digits: Callable[[], Self]) -> Self:
        """All figures in one notation, those of each of a `scatter` chart's axes: “1,200,000” beside “120,000”."""
        pairs = list(zip(self.categories, in_digits().categories, strict=True))
        across = mixed((one.x, digits.x) for one, digits in pairs)
        up = mixed(pair for one, digits in pairs for pair in zip(one.figures(), digits.figures(), strict=True))
        if not across and not up:
            return self
        return self.replaced(
            categories=tuple((digits if up else one).replaced(x=(digits if across else one).x) for one, digits in pairs)
        )

    def spoken(self, speech: Speech) -> Self:
        """With what it says of its figures by itself: shares, an axis's figures, its alternative text."""
        return self.replaced(_speech=speech)

    def mistakes(self) -> Iterator[Diagnostic]:
        """Figures where there are none to be or that are no numbers, and names that nothing has."""
        yield from _mistaken_figures(self)
        yield from _mistaken_kind(self)
        known = [*(each.id for each in self.series), *(each.id for each in self.categories)]
        for number, unknown in enumerate(self.highlight):
            if unknown not in known:
                message, hint = f"no category and no series is called `{unknown}`", did_you_mean(unknown, known)
                yield Diagnostic("unknown-name", message, hint=hint, field=f"highlight.{number}")
        if len(self.categories) > _MOST[self.kind]:
            message = (
                f"a chart of this kind has room for {_MOST[self.kind]} categories; here are {len(self.categories)}"
            )
            yield Diagnostic("too-many", message, hint="leave some out, or sum them up", field="categories")


def _mistaken_figures(chart: ChartSlide) -> Iterator[Diagnostic]:
    ids = [each.id for each in chart.series]
    found = False
    for category in chart.categories:
        path = f"categories.{category.id}"
        if ids and category.value:
            message = "with several series, a category has a value for each"
            yield Diagnostic("invalid-value", message, hint=f"write `values: {{{ids[0]}: …}}`", field=f"{path}.value")
        for unknown in category.values if ids else ():
            if unknown not in ids:
                message, hint = f"there is no series `{unknown}`", did_you_mean(unknown, ids)
                yield Diagnostic("unknown-field", message, hint=hint, field=f"{path}.values.{unknown}")
        if category.values and not ids:
            hint = "name the series under `series:`, or write one `value:`"
            yield Diagnostic("invalid-value", "these are values of series, and there are none", hint=hint, field=path)
        figures = [("value", category.value), *((f"values.{name}", each) for name, each in category.values.items())]
        for place, amount in figures:
            if amount is not None:
                found = True
                yield from _not_a_number(amount, f"{path}.{place}")
                yield from _below_nought(chart, amount, f"{path}.{place}")
    if not found:
        hint = "write `value:` beside each label"
        yield Diagnostic("missing-field", "there is not a single figure to draw", hint=hint, field="categories")


def _mistaken_kind(chart: ChartSlide) -> Iterator[Diagnostic]:
    """What does not go with this kind of chart."""

    def wrong(message: str, hint: str, field: str) -> Diagnostic:
        return Diagnostic("invalid-value", message, hint=hint, field=field)

    lines = [each for each in chart.series if each.drawn == "line"]
    if chart.kind == "combined" and not 0 < len(lines) < len(chart.series):
        hint = "write `drawn: line` beside the name of one series, not of all"
        yield wrong("a combined chart has series of columns and of lines", hint, "kind")
    elif chart.kind != "combined" and lines:
        yield wrong(
            "only a `combined` chart draws one series otherwise",
            "write `kind: combined`",
            f"series.{lines[0].id}.drawn",
        )
    if chart.kind in ("line", "scatter", "doughnut", "combined") and chart.stacking != "clustered":
        yield wrong(f"a chart of this kind is not {chart.stacking}", "bars, columns and areas are", "stacking")
    elif chart.stacking != "clustered" and len(chart.series) < 2:
        yield wrong("what is stacked has several series", "name them under `series:`, or take this out", "stacking")
    elif chart.kind == "area" and len(chart.series) > 1 and chart.stacking == "clustered":
        yield wrong("areas behind each other hide each other", "write `stacking: stacked`, or draw lines", "kind")
    if chart.kind in ("scatter", "doughnut") and chart.series:
        yield wrong("a chart of this kind has one series", "write `value:` beside each label", "series")
    for category in chart.categories:
        if (category.x is None) == (chart.kind == "scatter"):
            hint = "a `scatter` chart has `x:` and `value:` for each point, and no other has `x:`"
            message = "where this point is from left to right is not said" if category.x is None else "here is no `x:`"
            yield wrong(message, hint, f"categories.{category.id}{'' if category.x is None else '.x'}")
        elif category.x is not None:
            yield from _not_a_number(category.x, f"categories.{category.id}.x")
    for field in ("across", "up"):
        if getattr(chart, field) and chart.kind != "scatter":
            yield wrong("this is said of the axes of a `scatter` chart", "say it in the `measure`", field)


def _not_a_number(amount: Amount, field: str) -> Iterator[Diagnostic]:
    words = amount.text.plain.strip()
    if words not in _NOT_KNOWN and not FIELD.fullmatch(words) and number_of(amount) is None:
        hint = "write one number, such as 28_000_000 or “≈ 49.6 million”, or leave it out where it is not known"
        yield Diagnostic("invalid-value", f"a chart draws numbers, and “{words}” is none", hint=hint, field=field)


def _below_nought(chart: ChartSlide, amount: Amount, field: str) -> Iterator[Diagnostic]:
    if (chart.stacking == "100%" or chart.kind == "doughnut") and (number_of(amount) or 0) < 0:
        hint = "draw bars or columns side by side"
        yield Diagnostic("invalid-value", "a share of a whole is not below nought", hint=hint, field=field)


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
    from deck.layouts.charts.drawing import drawn, notes

    layout = slide_layout(theme, measure=bool(content.measure), source=bool(content.source))
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    if content.measure:
        shapes.append(fill(measurer, layout.placeholder(_MEASURE_IDX), "measure", (content.measure, 0)))
    above, below = (_MEASURE - 1 + _AIR if content.measure else 0), (_SOURCE + _AIR if content.source else 0)
    shapes += drawn(content, theme, measurer, above, below)
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
)

LAYOUT = Layout(
    "chart",
    ChartSlide,
    __doc__ or "",
    arrange,
    slide_layouts,
    also=("charts", "graph", "bar-chart", "column-chart", "line-chart", "pie-chart", "pie", "plot"),
    samples=_SAMPLES,
)
