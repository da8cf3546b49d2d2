"""Waterfalls: what goes up and down, across nought too, and a workbook that reckons."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from deck.export.pptx import write_pptx
from deck.ground.diagnostics import DeckError
from deck.layouts.charts.colours import muted
from deck.layouts.frame.furniture import ACCENTS
from deck.model.charts import Chart, stack
from deck.pipeline.build import Built
from tests.outlines import laid_out
from tests.validator import validate

HEAD = "layout: chart\ntitle: T\nkind: waterfall\n"
# Up to 7, down across nought to −3, on down to −5, up across nought to 2, which is the total.
STEPS = """\
categories:
  - {id: start, label: Start, value: 7, total: true}
  - {label: Loss, value: -10}
  - {label: More loss, value: -2}
  - {id: gain, label: Gain, value: 7}
  - {id: end, label: End, value: 2, total: true}
"""


def chart(built: Built) -> Chart:
    (found,) = (shape for tree in built.deck.slides for shape in tree.shapes if isinstance(shape, Chart))
    return found


def seen(shown: Chart, index: int) -> list[tuple[float, float]]:
    """From where to where something is painted at a category."""
    pairs = zip(shown.series, stack(shown, index), strict=True)
    return [ends for each, ends in pairs if not each.hidden and ends[0] != ends[1]]


def test_each_column_begins_where_the_one_before_ends(tmp_path: Path) -> None:
    built = laid_out(tmp_path, HEAD + STEPS)
    assert built.diagnostics == ()
    assert [seen(chart(built), at) for at in range(5)] == [
        [(0, 7)],
        [(0, 7), (0, -3)],
        [(-3, -5)],
        [(0, 2), (0, -5)],
        [(0, 2)],
    ]


def test_lines_join_what_ends_to_what_begins(tmp_path: Path) -> None:
    shown = chart(laid_out(tmp_path, HEAD + STEPS))
    joined = [
        [each.values[at : at + 2] for each in shown.series if each.as_line and not each.hidden] for at in range(4)
    ]
    assert [next(pair for pair in pairs if None not in pair) for pairs in joined] == [
        (7, 7),
        (-3, -3),
        (-5, -5),
        (2, 2),
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["7", "-10", "-2", "+7", "2"]),
        ("ar", ["7", "\u200e-10", "\u200e-2", "\u200e+7", "2"]),
        ("ru", ["7", "-10", "-2", "+7", "2"]),
    ],
)
def test_rises_and_falls_differ_by_their_signs_too(language: str, words: list[str], tmp_path: Path) -> None:
    shown = chart(laid_out(tmp_path, HEAD + STEPS, language=language))
    assert [label and label.words for label in shown.series[-1].labels] == words
    assert [label and label.side for label in shown.series[-1].labels] == [None, None, "under", None, None]
    assert f"Gain: {words[3]}" in shown.description


def test_what_is_highlighted_stands_out(tmp_path: Path) -> None:
    built = laid_out(tmp_path, f"{HEAD}{STEPS}highlight: [gain]")
    grey = muted(built.deck.theme)
    bars = [each for each in chart(built).series if not each.as_line and not each.hidden]
    assert {each.colour_of(at) for each in bars for at in (0, 1, 2, 4)} == {grey}
    assert {each.colour_of(3) for each in bars} > {ACCENTS[0]}


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_its_workbook_reckons_what_is_drawn(language: str, tmp_path: Path) -> None:
    shown = chart(built := laid_out(tmp_path, HEAD + STEPS, language=language))
    data = write_pptx(built.deck)
    (frame,) = (shape for shape in Presentation(io.BytesIO(data)).slides[0].shapes if shape.has_chart)
    read = {series.name: tuple(series.values) for plot in frame.chart.plots for series in plot.series}
    assert read == {each.name: each.values for each in shown.series}
    book = frame.chart.part.chart_workbook.xlsx_part.blob
    formulas, values = (load_workbook(io.BytesIO(book), data_only=only).active for only in (False, True))
    assert formulas is not None
    assert values is not None
    rows = list(values.iter_rows(min_row=2, values_only=True))
    assert [row[:5] for row in rows] == [
        ("Start", 7, "×", 0, 7),
        ("Loss", -10, None, 7, -3),
        ("More loss", -2, None, -3, -5),
        ("Gain", 7, None, -5, 2),
        ("End", 2, "×", 0, 2),
    ]
    assert [formulas["D3"].value, formulas["E3"].value] == ['=IF(C3="",N(E2),0)', "=D3+B3"]
    for number, row in enumerate(formulas.iter_rows(min_row=2, min_col=4, values_only=True)):
        reckoned = [cell for cell in row if isinstance(cell, str) and cell.startswith("=")]
        assert len(reckoned) == sum(each is not None for each in rows[number][3 : 5 + len(shown.series)])


@pytest.mark.external
def test_the_open_xml_sdk_finds_no_error(tmp_path: Path) -> None:
    assert validate(write_pptx(laid_out(tmp_path, HEAD + STEPS, language="ar").deck)) == []


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ("categories: [{label: A, value: 1}, {label: B}]", "label: B"),
        ("order: largest-first\ncategories: [{label: A, value: 1}]", "order"),
        ("series: [{id: a, name: M}]\ncategories: [{label: A, values: {a: 3}}]", "series"),
    ],
)
def test_what_breaks_it_is_told(fields: str, field: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, HEAD + fields)
    lines = (tmp_path / "outline.yaml").read_text(encoding="utf-8").splitlines()
    spans = [each.span for each in caught.value.diagnostics if each.span]
    assert any(field in lines[span.line - 1] for span in spans)


def test_a_total_elsewhere_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="only a `waterfall` has totals"):
        laid_out(tmp_path, "layout: chart\ntitle: T\ncategories: [{label: A, value: 1, total: true}]")


@pytest.mark.parametrize(
    ("total", "codes"), [("2", []), ("3", ["does-not-add-up"]), ("'{partners}'", ["does-not-add-up"])]
)
def test_a_total_that_the_figures_do_not_come_to_is_told(total: str, codes: list[str], tmp_path: Path) -> None:
    built = laid_out(tmp_path, HEAD + STEPS.replace("value: 2,", f"value: {total},"))
    assert [each.code for each in built.diagnostics] == codes


def test_a_total_that_is_wrong_before_any_fact_is_told_once(tmp_path: Path) -> None:
    steps = STEPS.replace("value: 7}", "value: '{partners}'}").replace("value: -2}", "value: 5, total: true}")
    built = laid_out(tmp_path, HEAD + steps.replace("value: 2,", "value: 405,"))
    assert [each.code for each in built.diagnostics] == ["does-not-add-up"]


def test_rounded_figures_may_be_off_in_their_last_place(tmp_path: Path) -> None:
    steps = "categories: [{label: A, value: 24.9}, {label: B, value: 9.4}, {label: C, value: %s, total: true}]"
    assert laid_out(tmp_path, HEAD + steps % "34.4").diagnostics == ()
    assert [each.code for each in laid_out(tmp_path, HEAD + steps % "34.6").diagnostics] == ["does-not-add-up"]
