"""A chart of the staff's spreadsheet: one changed row reaches bar, words, alternative text and every language."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from deck.cli import main
from deck.cli.terminal import DONE
from deck.export.pptx import write_pptx
from deck.model.charts import Chart
from deck.pipeline.build import lay_out
from tests.languages.catalogs import entry, write_catalog

OUTLINE = """\
presentation: {title: A test, author: The testers, language: en}
lists:
  donors: {table: donors.csv}
sources: {report: A report}
sections:
  - id: only
    title: Only
    slides:
      - id: given
        layout: chart
        title: What was given
        measure: US$
        order: largest-first
        categories: {list: donors, label: donor, value: amount}
        highlight: [b]
        source: report
      - id: years
        layout: chart
        title: Year by year
        series: [{id: before, name: Before}, {id: now, name: Now}]
        categories: {list: donors, label: donor, values: {before: "2024", now: amount}}
"""
ROWS = "id,donor,amount,2024\na,Country A,1500000,900000\nb,Country B,2500000,\n"


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    (tmp_path / "donors.csv").write_text(ROWS, encoding="utf-8")
    (path := tmp_path / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    write_catalog(tmp_path, entry("given.categories.a.label", "Country A", "Pays A"))
    return path


def charts(outline: Path, language: str | None = None) -> list[Chart]:
    deck = lay_out(outline, language).deck
    return [shape for tree in deck.slides for shape in tree.shapes if isinstance(shape, Chart)]


def test_a_row_is_a_bar_of_each_series(outline: Path) -> None:
    given, years = charts(outline)
    assert given.categories == ("Country B", "Country A")
    assert given.series[0].values == (2_500_000, 1_500_000)
    assert {each.name: each.values for each in years.series} == {
        "Before": (900_000, None),
        "Now": (1_500_000, 2_500_000),
    }


def test_a_changed_row_is_told_and_reaches_every_language(
    outline: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = ["--output", str(tmp_path / "dist"), "--allow-overflow"]
    assert main(["build", str(outline), "--all-languages", *output]) == DONE
    (tmp_path / "donors.csv").write_text(ROWS.replace("1500000", "3500000"), encoding="utf-8")
    capsys.readouterr()
    assert main(["changes", str(outline), "--output", str(tmp_path / "dist")]) == DONE
    told = capsys.readouterr().out
    assert "slide 1" in told
    assert "1,500,000 → 3,500,000" in told
    french, _ = charts(outline, "fr")
    assert french.categories == ("Pays A", "Country B")
    assert french.series[0].values == (3_500_000, 2_500_000)
    assert [label and label.words for label in french.series[0].labels] == ["3,5\xa0millions", "2,5\xa0millions"]
    assert "Pays A\xa0: 3,5\xa0millions" in french.description
    data = write_pptx(lay_out(outline, "fr").deck)
    frame = next(shape for shape in Presentation(io.BytesIO(data)).slides[0].shapes if shape.has_chart)
    sheet = load_workbook(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == ["Pays A", 3_500_000, "3,5\xa0millions"]


def test_labels_and_names_of_series_are_messages(outline: Path) -> None:
    catalog = outline.parent / "locales" / "de.po"
    assert main(["translate", "start", "de", str(outline)]) == DONE
    text = catalog.read_text(encoding="utf-8")
    for key in ("given.categories.a.label", "given.measure", "years.series.now.name"):
        assert f'msgctxt "{key}"' in text
