"""What cannot be drawn of a chart's fields, each at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TypeGuard

from deck.ground.diagnostics import Diagnostic, Severity, did_you_mean
from deck.layouts.charts.dates import MOST, Units, as_written, fewer_digits, first_day
from deck.layouts.charts.fields import Category, ChartSlide
from deck.layouts.charts.figure_words import unknown_words
from deck.layouts.marks.notation import is_not_known
from deck.model.dates import date_hint, is_date
from deck.model.measure import Measure, is_named, measure, number_of, without_doubt
from deck.model.text import FIELD, Amount

_IN_ORDER = "write them from the first to the last"
_MOST = {"bar": 24, "column": 24, "line": 60, "area": 60, "combined": 24, "scatter": 60, "doughnut": 6, "waterfall": 16}


def mistaken(chart: ChartSlide) -> Iterator[Diagnostic]:
    """Figures where there are none to be or that are no numbers, and names that nothing has."""
    yield from _mistaken_figures(chart)
    yield from _mistaken_kind(chart)
    known = [*(each.id for each in chart.series), *(each.id for each in chart.categories)]
    for number, unknown in enumerate(chart.highlight):
        if unknown not in known:
            message, hint = f"no category and no series is called `{unknown}`", did_you_mean(unknown, known)
            yield Diagnostic("unknown-name", message, hint=hint, field=f"highlight.{number}")
    if len(chart.categories) > _MOST[chart.kind]:
        message = f"a chart of this kind has room for {_MOST[chart.kind]} categories; here are {len(chart.categories)}"
        yield Diagnostic("too-many", message, hint=_for_fewer(chart), field="categories")


def _for_fewer(chart: ChartSlide) -> str:
    """What to do about too many categories, if need be in a kind of chart that has room for them."""
    other = {"bar": "line", "column": "line", "doughnut": "bar"}.get(chart.kind)
    if other and chart.stacking == "clustered" and len(chart.categories) <= _MOST[other]:
        return f"leave some out, sum them up, or write `kind: {other}`, which has room for {_MOST[other]}"
    return "leave some out, or sum them up"


def _mistaken_figures(chart: ChartSlide) -> Iterator[Diagnostic]:
    ids = [each.id for each in chart.series]
    found = False
    for category in chart.categories:
        path = f"categories.{category.id}"
        if ids and category.value:
            message = "with several series, a category has a value for each"
            yield Diagnostic("invalid-value", message, hint=f"write `values: {{{ids[0]}: …}}`", field=f"{path}.value")
        for name, many in (("values", category.values), ("lows", category.lows), ("highs", category.highs)):
            for unknown in many if ids else ():
                if unknown not in ids:
                    message, hint = f"there is no series `{unknown}`", did_you_mean(unknown, ids)
                    yield Diagnostic("unknown-field", message, hint=hint, field=f"{path}.{name}.{unknown}")
            if many and not ids:
                hint = f"name the series under `series:`, or write one `{name[:-1]}:`"
                message = "these are values of series, and there are none"
                yield Diagnostic(
                    "invalid-value", message, hint=hint, field=path if many is category.values else f"{path}.{name}"
                )
        figures = [("value", category.value), *((f"values.{name}", each) for name, each in category.values.items())]
        for place, amount in figures:
            if amount is not None:
                found = True
                yield from _not_a_number(chart, amount, f"{path}.{place}")
                yield from _below_nought(chart, amount, f"{path}.{place}")
        yield from _mistaken_limits(chart, category, path)
    if not found:
        hint = "write `value:` beside each label"
        yield Diagnostic("missing-field", "there is not a single figure to draw", hint=hint, field="categories")


def _mistaken_limits(chart: ChartSlide, category: Category, path: str) -> Iterator[Diagnostic]:
    """Limits without a figure, without each other, or that do not lie on both sides of it; and where none are drawn."""
    known = {"", *(f"s.{each.id}" for each in chart.series)}
    for place, low, value, high in category.ranges():
        if place not in known:
            continue
        for name, limit in (("low", low), ("high", high)):
            if limit is not None:
                yield from _not_a_number(chart, limit, f"{path}.{name}{place}")
        if chart.kind in ("area", "doughnut", "waterfall") or chart.stacking != "clustered":
            message = "error bars stand at bars side by side, at lines and at points"
            hint = "take `low` and `high` out, or draw another kind of chart"
            yield Diagnostic("invalid-value", message, hint=hint, field=f"{path}.{'low' if low else 'high'}{place}")
            return
        is_known = [_is_known(each) for each in (low, value, high)]
        if any(is_known) and not all(is_known):
            missing = ("low", "value", "high")[is_known.index(False)]
            message = "an error bar goes from a `low` figure over a `value` to a `high` one"
            where = f"{path}.{'low' if low else 'high'}{place}"
            yield Diagnostic("missing-field", message, hint=f"write `{missing}{place[:1]}:` too", field=where)
            continue
        named = [(name, each) for name, each in (("low", low), ("value", value), ("high", high)) if each]
        for (name, one), (other_name, other) in pairwise(named):
            numbers = number_of(one), number_of(other)
            if numbers[0] is not None and numbers[1] is not None and numbers[0] > numbers[1]:
                message = (
                    f"`{name}` is {_as_written(one)}, and `{other_name}` {_as_written(other)}:"
                    " a figure lies between its limits"
                )
                where = "high" if other_name == "high" else "low"
                yield Diagnostic("invalid-value", message, hint="correct one of them", field=f"{path}.{where}{place}")


def _is_known(amount: Amount | None) -> TypeGuard[Amount]:
    """Whether a figure stands there; one that is named in braces is known later."""
    return amount is not None and not is_not_known(amount.text.plain)


def _as_written(amount: Amount) -> str:
    """A figure with all its digits, or in the words that name it."""
    return f"{amount.number:,f}" if amount.number is not None else amount.text.plain.strip()


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
    if chart.kind in ("line", "scatter", "doughnut", "combined", "waterfall") and chart.stacking != "clustered":
        yield wrong(f"a chart of this kind is not {chart.stacking}", "bars, columns and areas are", "stacking")
    elif chart.stacking != "clustered" and len(chart.series) < 2:
        yield wrong("what is stacked has several series", "name them under `series:`, or take this out", "stacking")
    elif chart.kind == "area" and len(chart.series) > 1 and chart.stacking == "clustered":
        yield wrong("areas behind each other hide each other", "write `stacking: stacked`, or draw lines", "kind")
    yield from _gaps(chart)
    if chart.kind in ("scatter", "doughnut", "waterfall") and chart.series:
        yield wrong("a chart of this kind has one series", "write `value:` beside each label", "series")
    for category in chart.categories:
        if (category.x is None) == (chart.kind == "scatter"):
            hint = "a `scatter` chart has `x:` and `value:` for each point, and no other has `x:`"
            message = "where this point is from left to right is not said" if category.x is None else "here is no `x:`"
            yield wrong(message, hint, f"categories.{category.id}{'' if category.x is None else '.x'}")
        elif category.x is not None:
            yield from _not_a_number(chart, category.x, f"categories.{category.id}.x")
    yield from _mistaken_steps(chart)
    if chart.spacing == "by-date":
        yield from _mistaken_dates(chart)
    for field in ("across", "up"):
        if getattr(chart, field) and chart.kind != "scatter":
            yield wrong("this is said of the axes of a `scatter` chart", "say it in the `measure`", field)


def _gaps(chart: ChartSlide) -> Iterator[Diagnostic]:
    """Figures that are not known where the known ones alone would say what is not so.

    PowerPoint has an area fall to nought at a gap, whatever its gaps are to be; and what is left of a whole looks like
    all of it.
    """
    where_nought = "; where it is nought, write 0"
    if chart.kind == "area":
        message = "an area has no gaps: it would show nought where no figure is known"
        hint = "draw it with `kind: line`, or leave this category out of it"
    elif chart.kind == "doughnut":
        message = "without this part, the ring would show the others as the whole"
        hint = "draw them with `kind: bar`, or leave this category out, if the others are a whole"
    elif chart.stacking != "clustered":
        message = "without this part, the others on each other would look like the whole"
        hint = "write `stacking: clustered`, or leave this category out of it"
    else:
        return
    for category in chart.categories:
        figures = {f"values.{series.id}": category.values.get(series.id) for series in chart.series}
        unknown = [place for place, figure in (figures or {"value": category.value}).items() if not _is_known(figure)]
        # A bar of which nothing is known is none, and says nothing.
        if chart.kind in ("area", "doughnut") or len(unknown) < len(figures):
            for place in unknown:
                field = f"categories.{category.id}.{place}"
                yield Diagnostic("missing-field", message, hint=hint + where_nought, field=field)


def _mistaken_steps(chart: ChartSlide) -> Iterator[Diagnostic]:
    """What breaks a waterfall, or is said of one where there is none."""
    if chart.kind != "waterfall":
        for category in (each for each in chart.categories if each.total):
            message = "only a `waterfall` has totals of its own"
            yield Diagnostic("invalid-value", message, hint="take this out", field=f"categories.{category.id}.total")
        return
    if chart.order != "as-listed":
        message, hint = "each column of a waterfall goes on from the one before it", "take `order:` out"
        yield Diagnostic("invalid-value", message, hint=hint, field="order")
    reached: Decimal | None = Decimal(0)
    slack = Decimal(0)
    for number, category in enumerate(chart.categories):
        path = f"categories.{category.id}.value"
        if not _is_known(category.value):
            message = "without this figure all columns after it hang in the air"
            yield Diagnostic("missing-field", message, hint="write its `value:`, or take it out", field=path)
            return
        found = measure(category.value)
        if category.total:
            # The first of all says where the others begin.
            if number and found and reached is not None and abs(found.number - reached) > slack + _rounding(found):
                message = f"the figures before this total come to {reached:,f}, and it says {found.number:,f}"
                hint = "correct one of them, or add a category for the rest"
                yield Diagnostic("does-not-add-up", message, None, hint, Severity.WARNING, path)
            reached, slack = (found.number, _rounding(found)) if found else (None, slack)
        elif found and reached is not None:
            reached, slack = reached + found.number, slack + _rounding(found)
        else:
            # A fact is known once the outline is read.
            reached = None


def _mistaken_dates(chart: ChartSlide) -> Iterator[Diagnostic]:
    """Categories that cannot stand as far apart as their dates are."""
    if chart.kind != "line" or chart.order != "as-listed":
        message, hint = "only the lines of a `line` chart go from date to date", "take `spacing:` out"
        yield Diagnostic("invalid-value", message, hint=hint, field="spacing")
        return
    dates = [as_written(category.label) for category in chart.categories]
    wrong = list(_wrong_dates(chart, dates))
    yield from wrong
    if wrong:
        return
    units, shorter = Units.of(dates), fewer_digits(dates)
    hint = f"write {shorter}s only" if shorter else "show a part of the time, or take `spacing:` out"
    if (count := len(units.days)) > MOST:
        message = f"from the first date to the last are {count:,} {units.unit}s; a chart has room for {MOST:,}"
        yield Diagnostic("too-many", message, hint=hint, field="categories")
    elif near := units.too_near(dates):
        message = f"{near[0]} and {near[1]} are too near to each other to be told apart over so many years"
        yield Diagnostic("too-many", message, hint=hint, field="categories")


def _wrong_dates(chart: ChartSlide, dates: Sequence[str]) -> Iterator[Diagnostic]:
    """Each that is none, that stands a second time, or that comes before one above it."""
    seen: dict[date, str] = {}
    latest = ""
    for written, category in zip(dates, chart.categories, strict=True):
        field = f"categories.{category.id}.label"
        if not is_date(written):
            message = f"“{written}” is no date by which it could stand"
            yield Diagnostic("unknown-date", message, hint=date_hint(written), field=field)
            continue
        day = first_day(written)
        if seen.get(day) == written:
            hint = "leave one of them out, or correct it"
            yield Diagnostic("invalid-value", f"{written} stands twice", hint=hint, field=field)
        elif latest and day <= first_day(latest):
            hint = "both begin on one day: write both as months, or as days" if day in seen else _IN_ORDER
            yield Diagnostic("invalid-value", f"{written} does not come after {latest}", hint=hint, field=field)
        else:
            latest = written
        seen.setdefault(day, written)


def _rounding(figure: Measure) -> Decimal:
    """By how much a figure may have been rounded to its last place; who counts to the last one does not round."""
    return Decimal(0) if figure.step == 1 and not figure.percent else figure.step / 2


def _not_a_number(chart: ChartSlide, amount: Amount, field: str) -> Iterator[Diagnostic]:
    words = amount.text.plain.strip()
    if amount.number is not None or is_not_known(words) or is_named(amount):
        return
    if number_of(amount) is None:
        # A date that is typed alone has become a name, which its author did not write.
        words = named[1] if (named := FIELD.fullmatch(words)) else words
        hint = "write one number, such as 28_000_000 or “≈ 49.6 million”, or leave it out where it is not known"
        if plain := without_doubt(amount):
            hint = f"write {plain}"
        yield Diagnostic("invalid-value", f"a chart draws numbers, and “{words}” is none", hint=hint, field=field)
    elif unknown := unknown_words(amount, chart.unit, chart.measure):
        message = f"a chart draws numbers, and what “{unknown}” does to the one in “{words}” is not known"
        hint = "write the number alone; if this is what is counted, say it once, in `unit:` or `measure:`"
        yield Diagnostic("invalid-value", message, hint=hint, field=field)


def _below_nought(chart: ChartSlide, amount: Amount, field: str) -> Iterator[Diagnostic]:
    if (chart.stacking == "100%" or chart.kind == "doughnut") and (number_of(amount) or 0) < 0:
        hint = "draw bars or columns side by side"
        yield Diagnostic("invalid-value", "a share of a whole is not below nought", hint=hint, field=field)
