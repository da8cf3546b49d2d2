"""Charts: the theme's looks, both reading directions, the words at figures, the workbook."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from deck.export.pptx import write_pptx
from deck.export.pptx.lint import lint
from deck.model.charts import Chart, ChartKind, ValueAxis, stack, ticks
from tests.export.decks import deck, sample_chart, slide
from tests.export.packages import Part, parts
from tests.outlines import CHARTS, laid_out
from tests.validator import validate

LANGUAGES = ("en", "ar", "zh", "ru")


def drawn(kind: ChartKind, language: str = "en") -> Part:
    data = write_pptx(deck(language, [slide("a", "A", sample_chart(kind))]))
    return Part(data, "ppt/charts/chart1.xml")


@pytest.mark.parametrize("kind", ["bar", "column", "line", "area"])
def test_axes_have_numbers_that_the_schema_knows(kind: ChartKind) -> None:
    part = drawn(kind)
    ids = [each.get("val") for each in part.find("//c:plotArea/*/c:axId")]
    assert sorted(set(ids)) == ["1", "2"]
    assert [each.get("val") for each in part.find("//c:catAx/c:crossAx | //c:valAx/c:crossAx")] == ["2", "1"]


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_series_have_the_theme_s_colours(kind: ChartKind) -> None:
    colours = drawn(kind).find("//c:ser/c:spPr//a:schemeClr")
    assert [each.get("val") for each in colours] == ["accent1", "accent2"]
    assert [each.get("val") for each in colours[1]] == ["60000", "40000"]


@pytest.mark.parametrize(
    ("kind", "language", "category", "value"),
    [
        ("bar", "en", "maxMin", "minMax"),
        ("bar", "ar", "maxMin", "maxMin"),
        ("column", "en", "minMax", "minMax"),
        ("column", "ar", "maxMin", "minMax"),
        ("line", "ar", "maxMin", "minMax"),
    ],
)
def test_charts_are_read_from_the_top_and_from_the_start(
    kind: ChartKind, language: str, category: str, value: str
) -> None:
    part = drawn(kind, language)
    found = [part.find(f"//c:{axis}/c:scaling/c:orientation")[0].get("val") for axis in ("catAx", "valAx")]
    assert found == [category, value]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_figures_of_lying_bars_stand_under_them(language: str, tmp_path: Path) -> None:
    names = ", ".join(f"{{label: Land {at}, values: {{a: {at + 1}, b: 2}}}}" for at in range(16))
    source = f"layout: chart\ntitle: T\nseries: [{{id: a, name: A}}, {{id: b, name: B}}]\ncategories: [{names}]"
    built = laid_out(tmp_path, source, language=language)
    (chart,) = (shape for shape in built.deck.slides[0].shapes if isinstance(shape, Chart))
    part = Part(write_pptx(built.deck), "ppt/charts/chart1.xml")
    # The first category is above, and the axis crosses at the last: the high end of the categories is below.
    assert part.one("//c:catAx/c:scaling/c:orientation").get("val") == "maxMin"
    assert part.one("//c:valAx/c:crosses").get("val") == "max"
    assert part.one("//c:valAx/c:tickLblPos").get("val") == "high"
    assert all(label.rect.top > chart.plot.bottom for label in chart.axis.labels)


def test_the_text_names_its_language_and_the_theme_s_fonts() -> None:
    part = drawn("bar", "ar")
    assert part.one("/*/c:txPr//a:endParaRPr").get("lang") == "ar"
    assert part.one("/*/c:txPr//a:pPr").get("rtl") == "1"
    assert part.one("/*/c:txPr//a:latin").get("typeface") == "+mn-lt"


def test_words_at_figures_are_those_of_cells() -> None:
    data = write_pptx(deck("en", [slide("a", "A", sample_chart("bar"))]))
    part = Part(data, "ppt/charts/chart1.xml")
    assert [each.text for each in part.find("//c:dLbl//a:fld[@type='CELLRANGE']/a:t")] == ["25", "15,5"]
    extension = "//*[local-name()='datalabelsRange']"
    assert part.one(f"{extension}/*[local-name()='f']").text == "Sheet1!$D$2:$D$4"
    sheet = load_workbook(io.BytesIO(parts(data)["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"])).active
    assert sheet is not None
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        [None, "2016", "2021 & <on>", "2016"],
        ["Labour", 25, 28, "25"],
        ["Marriage", 15.5, 22, "15,5"],
        ["Other & more", None, 7, None],
    ]


def test_a_number_in_arabic_words_stands_as_those_read() -> None:
    part = drawn("bar", "ar")
    assert all((each.text or "").startswith("\u200f") for each in part.find("//c:dLbl//a:t"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_reads_back_and_is_written_alike(language: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, *CHARTS, language=language)
    data = write_pptx(built.deck)
    assert built.diagnostics == ()
    assert data == write_pptx(built.deck)
    assert lint(data) == []
    for tree, page in zip(built.deck.slides, Presentation(io.BytesIO(data)).slides, strict=True):
        (chart,) = (shape for shape in tree.shapes if isinstance(shape, Chart))
        (frame,) = (shape for shape in page.shapes if shape.has_chart)
        read = {series.name: tuple(series.values) for plot in frame.chart.plots for series in plot.series}
        assert read == {series.name: series.values for series in chart.series}
        if chart.kind != "scatter":
            shown = [" ".join(str(each).split()) for each in frame.chart.plots[0].categories]
            assert shown == list(chart.categories)


@pytest.mark.external
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_open_xml_sdk_finds_no_error_in_any_kind(language: str, tmp_path: Path) -> None:
    assert validate(write_pptx(laid_out(tmp_path, *CHARTS, language=language).deck)) == []


@pytest.mark.parametrize(
    ("axis", "expected"),
    [
        (ValueAxis(0, 0.3, 0.1), [0, 0.1, 0.2, 0.3]),
        (ValueAxis(-25, 50, 25), [-25, 0, 25, 50]),
        (ValueAxis(-7, 20, 10), [0, 10, 20]),
    ],
)
def test_an_axis_has_its_lines_at_multiples_of_its_step(axis: ValueAxis, expected: list[float]) -> None:
    assert ticks(axis) == pytest.approx(expected)


def test_what_is_below_nought_is_stacked_downwards(tmp_path: Path) -> None:
    slide = """
    layout: chart
    title: Both ways
    stacking: stacked
    series: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]
    categories: [{label: X, values: {a: 3, b: -2, c: 4}}]
    """
    (chart,) = (each for each in laid_out(tmp_path, slide).deck.slides[0].shapes if isinstance(each, Chart))
    assert stack(chart, 0) == [(0, 3), (0, -2), (3, 7)]
