"""What is no single number is not drawn as the one that its first digits make: it is told, at its cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from deck.ground.diagnostics import DeckError, Diagnostic
from deck.model.charts import Chart
from deck.model.deck import Deck
from deck.pipeline.build import lay_out
from tests.outlines import texts

OUTLINE = """\
presentation: {{title: A test, author: The testers, language: {language}}}
lists:
  v: {{table: {file}}}
sections:
  - id: only
    title: Only
    slides:
      - id: one
        title: What there is
{slide}
"""
CHART = "        layout: chart\n        categories: {list: v}"
SERIES = """\
        layout: chart
        series: [{id: a, name: A}, {id: b, name: B}]
        categories: {list: v, label: label, values: {a: note, b: now}}"""


def laid_out(folder: Path, *cells: object, slide: str = CHART, note: object = None, language: str = "en") -> Deck:
    book = Workbook()
    assert book.active
    book.active.append(["label", "note", "now" if slide == SERIES else "value"])
    for number, cell in enumerate(cells):
        book.active.append([f"Row {number}", note, cell])
    book.save(folder / "v.xlsx")
    (outline := folder / "outline.yaml").write_text(
        OUTLINE.format(file="v.xlsx", slide=slide, language=language), encoding="utf-8"
    )
    return lay_out(outline).deck


def told(folder: Path, *cells: object, slide: str = CHART, note: object = None) -> tuple[Diagnostic, ...]:
    with pytest.raises(DeckError) as caught:
        laid_out(folder, *cells, slide=slide, note=note)
    return tuple(caught.value.diagnostics)


@pytest.mark.parametrize(
    "cell",
    ["2 89O", "2 8O9", "28 O00", "289O", "7 May", "5 cafés", "3–5", "(4,2)", "5-", "5 / 7", "2,890", "5 miljoonaa"],
)
def test_what_is_no_single_number_is_told_at_its_cell(cell: str, tmp_path: Path) -> None:
    (found,) = told(tmp_path, 1, cell)
    assert found.code == "invalid-value"
    assert cell in found.message
    assert found.span
    assert (Path(found.span.path).name, found.span.line, found.span.column) == ("v.xlsx", 3, 3)


def test_a_series_figure_is_told_at_its_cell(tmp_path: Path) -> None:
    (found,) = told(tmp_path, 1, 2, "2 89O", slide=SERIES, note=5)
    assert found.span
    assert (found.span.line, found.span.column) == (4, 3)


def test_doubtful_digits_are_told_with_what_to_write(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "2,890")
    assert found.hint == "write 2890 or 2.89"


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("≈ 49.6 million", 49_600_000),
        ("US$ 4.5 million", 4_500_000),
        ("about 5 years", 5),
        ("€ 12", 12),
        ("50 %", 50),
        ("5 t CO2", 5),
        ("2 890", 2890),
        ("-2000", -2000),
        ("–2000", -2000),
        ("−2,5", -2.5),
        ("+12,5", 12.5),
        ("≈ 3,5", 3.5),
        ("n/a", None),
        ("-", None),
    ],
)
def test_figures_with_their_units_are_drawn(cell: str, number: float | None, tmp_path: Path) -> None:
    deck = laid_out(tmp_path, 1, cell)
    (chart,) = (shape for shape in deck.slides[0].shapes if isinstance(shape, Chart))
    assert chart.series[0].values == (1, number)


def test_what_the_chart_says_is_counted_may_stand_beside_a_number(tmp_path: Path) -> None:
    deck = laid_out(tmp_path, "5 cafés", slide=f"{CHART}\n        measure: Cafés that are open")
    (chart,) = (shape for shape in deck.slides[0].shapes if isinstance(shape, Chart))
    assert chart.series[0].values == (5,)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", ["4.2%", "-8.3%", "+12.5%", "≈ 3.5%", "-2.5%"]),
        ("fr", ["4,2 %", "-8,3 %", "+12,5 %", "≈ 3,5 %", "-2,5 %"]),
    ],
)
def test_signs_and_marks_stand_before_a_number_as_the_language_writes_it(
    language: str, wanted: list[str], tmp_path: Path
) -> None:
    cells = ("4,2", "-8,3", "+12,5", "≈ 3,5", "−2,5 %")
    inline = "".join(f"\n          - {{label: L{number}, value: '{cell}'}}" for number, cell in enumerate(cells[1:]))
    for at, categories in ((0, " {list: v}"), (1, inline)):
        slide = f'        layout: chart\n        unit: "%"\n        categories:{categories}'
        deck = laid_out(tmp_path, *cells, slide=slide, language=language)
        (chart,) = (shape for shape in deck.slides[0].shapes if isinstance(shape, Chart))
        labels = [paragraph.plain for label in chart.labels for paragraph in label.text.paragraphs]
        for words in wanted[at:]:
            assert words in labels
            assert words in chart.description


@pytest.mark.parametrize(
    "slide",
    [
        "layout: icon-array\nvalue: (28)\nof: 50\nlabel: women",
        "layout: amounts\namounts: [{value: (5), label: A}, {value: 1, label: B}]",
        "layout: scorecard\ncriteria: [{id: c, name: C}]\nrows: [{label: R, scores: {c: (3)}}]",
        "layout: change\nfigures: [{before: (2), after: 5, label: L}]",
        "layout: chart\ncategories: [{label: A, value: (4.2)}]",
    ],
)
def test_no_layout_draws_a_number_in_brackets(slide: str, tmp_path: Path) -> None:
    (found, *_) = told(tmp_path, 1, slide=slide.replace("layout", "        layout").replace("\n", "\n        "))
    assert found.code == "invalid-value"
    assert found.hint
    assert " or " in found.hint or "whole number" in found.hint


@pytest.mark.parametrize(
    "slide",
    [
        "layout: icon-array\nvalue: 2 8O\nof: 50\nlabel: women",
        "layout: amounts\namounts: [{value: 2 89O, label: A}, {value: 1, label: B}]",
        "layout: scorecard\ncriteria: [{id: c, name: C}]\nrows: [{label: R, scores: {c: 2 4O}}]",
        "layout: change\nfigures: [{before: 2 89O, after: 5, label: L}]",
    ],
)
def test_no_layout_draws_the_digits_before_a_letter(slide: str, tmp_path: Path) -> None:
    (found, *_) = told(tmp_path, 1, slide=slide.replace("layout", "        layout").replace("\n", "\n        "))
    assert found.code == "invalid-value"


def test_a_figure_that_is_but_shown_is_shown_whole(tmp_path: Path) -> None:
    deck = laid_out(tmp_path, "5 years", slide="        layout: statistics\n        figures: {list: v}")
    assert any("5 years" in paragraph.plain for _, _, text in texts(deck) for paragraph in text.paragraphs)
