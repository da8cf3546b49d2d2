"""The fields of a chart: what is drawn of what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Literal, Self

from deck.ground.diagnostics import Diagnostic
from deck.layouts.marks.notation import are_years, mixed
from deck.model.content import Content, Figure, Source, Words
from deck.model.fields import Identifier, Part
from deck.model.rules import NamedBy, Size
from deck.model.speech import Speech


class Series(Part):
    """A series of figures: one for each category."""

    name: Words
    """What it is."""
    drawn: Literal["columns", "line"] = "columns"
    """As what a `combined` chart draws it."""


class Category(Part):
    """What a figure is of: a country, a year."""

    label: Words
    """Its name. Where all are dates, months and days (`2008-05`, `2008-05-31`) are shown as a language writes them."""
    value: Figure | None = None
    """Its figure, if there is one series; left out where it is not known, as `–`, `-` and `n/a` say too."""
    x: Figure | None = None
    """In a `scatter` chart, its figure from left to right; `value` is the one from below."""
    total: bool = False
    """In a `waterfall`, whether its figure is what all before it come to, and stands on nought."""
    values: Annotated[Mapping[Identifier, Figure | None], NamedBy("series")] = MappingProxyType({})
    """Its figures by the ids of the series; one that is left out is not known."""
    low: Figure | None = None
    """How low its figure may be, and with `high` how high: what is between is drawn as an error bar."""
    high: Figure | None = None
    """How high its figure may be."""
    lows: Annotated[Mapping[Identifier, Figure | None], NamedBy("series")] = MappingProxyType({})
    """How low its figures may be, by the ids of the series."""
    highs: Annotated[Mapping[Identifier, Figure | None], NamedBy("series")] = MappingProxyType({})
    """How high they may be."""

    def figures(self) -> tuple[Figure | None, ...]:
        """Those that are drawn along the axis of figures."""
        many = (each.get(name) for name in self.values for each in (self.lows, self.values, self.highs))
        return (self.low, self.value, self.high, *many)

    def ranges(self) -> Iterator[tuple[str, Figure | None, Figure | None, Figure | None]]:
        """Each figure that has a low or a high one: the part of its field's path after `value` and the like, the low
        one, itself, and the high one."""
        if self.low or self.high:
            yield "", self.low, self.value, self.high
        for name in {**self.lows, **self.highs}:
            yield f"s.{name}", self.lows.get(name), self.values.get(name), self.highs.get(name)


class ChartSlide(Content):
    """The fields of a chart."""

    kind: Literal["bar", "column", "line", "area", "combined", "scatter", "doughnut", "waterfall"] = "bar"
    """What is drawn: `bar`s lie and have room for long names, `column`s stand; `combined` has columns and lines; each
    column of a `waterfall` begins where the one before it ends, and goes up or down."""
    stacking: Literal["clustered", "stacked", "100%"] = "clustered"
    """Whether several series stand beside each other (`clustered`), on each other, or as shares of a whole. What is
    stacked has figures for all series of a category, or for none: known parts alone would look like the whole."""
    spacing: Literal["even", "by-date"] = "even"
    """Whether the categories of a `line` chart stand evenly, or, where their labels are years, months or days (`2008`,
    `2008-05`, `2008-05-31`), as far apart as these are (`by-date`): up to 60 dates, with at most 1,200 years or months
    from the first to the last. As many of them are named as have room."""
    measure: Words | None = None
    """What is measured, and in which unit."""
    unit: Words | None = None
    """What stands after each number: `%`, or a word such as `hectares`. An axis has a short sign after each figure; a
    word is said in the line over the chart; a `scatter` chart says it after `up`."""
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

    @property
    def is_over_years(self) -> bool:
        """Whether what a `scatter` chart measures from left to right is years."""
        return are_years(category.x for category in self.categories)

    def compared(self, in_digits: Callable[[], Self], ungrouped: Callable[[], Self]) -> Self:
        """All figures in one notation, those of each of a `scatter` chart's axes: “1,200,000” beside “120,000”."""
        pairs = list(zip(self.categories, in_digits().categories, strict=True))
        up = mixed(pair for one, digits in pairs for pair in zip(one.figures(), digits.figures(), strict=True))
        lying = self.categories
        if self.is_over_years:
            lying = ungrouped().categories
        elif mixed((one.x, digits.x) for one, digits in pairs):
            lying = tuple(digits for _, digits in pairs)
        if lying is self.categories and not up:
            return self
        return self.replaced(
            categories=tuple(
                (digits if up else one).replaced(x=across.x) for (one, digits), across in zip(pairs, lying, strict=True)
            )
        )

    def shares(self) -> Iterator[Mapping[str, Figure]]:
        """A ring's parts; of columns of shares, each one's."""
        if self.kind == "doughnut":
            yield {f"categories.{each.id}.value": each.value for each in self.categories if each.value}
        elif self.stacking == "100%":
            for category in self.categories:
                values = category.values.items()
                yield {f"categories.{category.id}.values.{name}": each for name, each in values if each}

    @property
    def reckons(self) -> bool:
        """It is drawn of numbers."""
        return True

    @property
    def phrases(self) -> tuple[str, ...]:
        """What its alternative text, its table and its workbook say."""
        from deck.layouts.charts.phrases import phrases

        return phrases(self)

    def spoken(self, speech: Speech) -> Self:
        """With what it says of its figures by itself: shares, an axis's figures, its alternative text."""
        return self.replaced(_speech=speech)

    def mistakes(self) -> Iterator[Diagnostic]:
        """Figures where there are none to be or that are no numbers, and names that nothing has."""
        # A deck without charts is not to wait for what judges them.
        from deck.layouts.charts.mistakes import mistaken

        return mistaken(self)
