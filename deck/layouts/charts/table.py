"""A chart's figures once more as a table, for who cannot see the chart: beside it, or in the speaker's notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deck.layouts.charts.data import Data
from deck.layouts.charts.figures import Plot
from deck.layouts.charts.text import ChartText, box, spacious
from deck.layouts.charts.words import said
from deck.layouts.frame.composition import top_of
from deck.layouts.frame.furniture import WHITE
from deck.model.shapes import Table, TableCell
from deck.model.speech import Speech
from deck.model.style import Align, Colour, TextBody
from deck.model.text import Paragraph, Text
from deck.model.typesetting import FittedText, Frame
from deck.model.units import EMU_PER_POINT, Emu, Insets, Rect

_SIZES = (18, 16, 15, 14)
_INSETS = Insets.of_units(1.2, 0.7, 1.2, 0.7)
_SIDES = 2 * 1.2 * 6
_HEADER, _BAND = Colour("accent1"), Colour("lt2")
_HIGHEST = 3.0
"""The height of a row of one line where there is room, in sizes."""
_LEAST_LABEL = 0.34
"""How much of the width the labels have at the least."""

_Cell = tuple[Text, str, Align]


def in_notes(subject: Text, data: Data, speech: Speech) -> tuple[Paragraph, ...]:
    """A line a category, after what the figures are of."""
    lines = []
    for index, label in enumerate(data.labels):
        figures = [
            speech.phrase("chart.point", place=each.name.plain, value=said(each.points[index], speech))
            if each.name
            else said(each.points[index], speech)
            for each in data.series
        ]
        lines.append(speech.phrase("chart.point", place=label.plain, value=speech.listed(figures)))
    return (*subject.paragraphs, *(paragraph for line in lines for paragraph in Text.of(line).paragraphs))


def beside(subject: Text, measure: Text | None, data: Data, area: Plot, text: ChartText, speech: Speech) -> Table:
    """A row a category and a column a series, at the largest size at which it has room in `area`; its corner says what
    is measured, where the columns have names of their own, and else what stands under it."""
    rows = list(_rows(subject, measure, data, speech))
    left, top, width, height = area
    for size in _SIZES:
        widths = _widths(rows, width, text, size)
        sets = [_set_row(row, widths, height, text, size, heading=at == 0) for at, row in enumerate(rows)]
        heights = [max(each.height for each in row) for row in sets]
        if sum(heights) <= height and all(each.fits for row in sets for each in row):
            break
    # A table that is higher than its room says so by its cells' overflow.
    limit = height / len(rows) if sum(heights) > height else height
    # Few rows are higher than their words ask for.
    heights = [min(max(each, min(_HIGHEST * size, height / len(rows))), limit) for each in heights]
    emus = [Emu(round(each * EMU_PER_POINT) + 1) for each in heights]
    columns = [Emu(round(each * EMU_PER_POINT)) for each in widths]
    cells = tuple(
        tuple(
            TableCell(fitted, _HEADER if at == 0 else _BAND if at % 2 else WHITE, field)
            for fitted, (_, field, _) in zip(
                _set_row(row, widths, heights[at], text, size, heading=at == 0), row, strict=True
            )
        )
        for at, row in enumerate(rows)
    )
    place = box(left, top_of(top, height, sum(heights)), width, 0)
    return Table(
        "Table",
        Rect(place.left, place.top, Emu(sum(columns)), Emu(sum(emus))),
        tuple(columns),
        tuple(emus),
        cells,
        subject.plain,
    )


def _rows(subject: Text, measure: Text | None, data: Data, speech: Speech) -> Iterator[list[_Cell]]:
    names: Sequence[tuple[Text, str]] = [
        (each.name, f"series.{each.id}.name") if each.name else (subject, "") for each in data.series
    ]
    named = measure and all(each.name for each in data.series)
    category = Text.of(speech.phrase("chart.category"))
    corner: _Cell = (measure, "measure", "start") if measure and named else (category, "", "start")
    yield [corner, *((name, field, "end") for name, field in names)]
    for index, (name, label) in enumerate(zip(data.ids, data.labels, strict=True)):
        figures: list[_Cell] = []
        for each in data.series:
            point = each.points[index]
            plain = point.text if point.text and not (point.low and point.high) else Text.of(said(point, speech))
            figures.append((plain, point.field, "end"))
        yield [(label, f"categories.{name}.label", "start"), *figures]


def _widths(rows: Sequence[Sequence[_Cell]], width: float, text: ChartText, size: float) -> list[float]:
    """Columns of figures are as wide as these, and share what the labels leave."""
    style = text.style("table-cell", size)
    figures = [spacious(text.widest((row[at][0] for row in rows[1:]), style)) + _SIDES for at in range(1, len(rows[0]))]
    heading = text.widest((rows[0][0][0],), text.style("table-heading", size))
    wanted = spacious(max(heading, text.widest((row[0][0] for row in rows[1:]), style))) + _SIDES
    free = width * (1 - _LEAST_LABEL)
    left = max(free, width - wanted)
    if sum(figures) > left:
        # Figures with their limits take two lines.
        figures = [min(each, left / len(figures)) for each in figures]
    figures = [max(each, min((width - wanted) / len(figures), free / len(figures))) for each in figures]
    return [width - sum(figures), *figures]


def _set_row(
    row: Sequence[_Cell], widths: Sequence[float], height: float, text: ChartText, size: float, *, heading: bool
) -> list[FittedText]:
    style = text.style("table-heading" if heading else "table-cell", size)
    return [
        text.measurer.measure(
            Frame(
                words.paragraphs,
                TextBody((replace(style, align=align),), _INSETS, "middle", table_cell=True),
                box(0, 0, width, height),
            )
        )
        for (words, _, align), width in zip(row, widths, strict=True)
    ]
