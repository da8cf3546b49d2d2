"""A chart, a map and an icon array of the staff's workbooks: a changed row reaches shapes, words and every language."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from pptx import Presentation

from deck.cli import main
from deck.cli.terminal import DONE
from deck.export.pptx import write_pptx
from deck.layouts.frame.furniture import ACCENTS
from deck.model.charts import Chart
from deck.model.deck import Deck
from deck.model.shapes import AutoShape, Group
from deck.pipeline.build import lay_out
from tests.outlines import texts

OUTLINE = """\
presentation: {title: A test, author: The testers, language: en}
lists:
  countries: {countries: countries.xlsx}
  figures: {facts: figures.xlsx}
sources: {report: A report}
sections:
  - id: only
    title: Only
    slides:
      - id: given
        layout: chart
        title: What was pledged
        categories: {list: countries, label: country, value: pledge}
      - id: where
        layout: map
        title: Where they are
        items: {list: countries, group: status}
      - id: share
        layout: icon-array
        title: How many
        value: "{women}"
        of: "{people}"
        label: are women or girls
        source: report
"""
SHEETS = {
    "countries.xlsx": [
        ["country", "status", "pledge"],
        ["Chad", "candidate", 1_500_000],
        ["Chile", "pathfinder", 2_500_000],
        ["Nepal", "candidate", 4_500_000],
    ],
    "figures.xlsx": [["id", "value", "source"], ["women", 28, "report"], ["people", 50, "report"]],
}
CHAD = {"en": "Chad", "ar": "تشاد", "es": "Chad", "fr": "Tchad", "ru": "Чад", "zh": "乍得"}
CHILE = {"en": "Chile", "ar": "شيلي", "es": "Chile", "fr": "Chili", "ru": "Чили", "zh": "智利"}
NEPAL = {"en": "Nepal", "ar": "نيبال", "es": "Nepal", "fr": "Népal", "ru": "Непал", "zh": "尼泊尔"}
PLEDGED = {
    "en": "3.5 million",
    "ar": "3.5 مليون",
    "es": "3,5 millones",
    "fr": "3,5 millions",
    "ru": "3,5 миллиона",
    "zh": "350万",
}


@pytest.fixture(scope="module")
def outline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("staff")
    for name, rows in SHEETS.items():
        book = Workbook()
        assert book.active
        for row in rows:
            book.active.append(row)
        book.save(folder / name)
    (path := folder / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    for language in list(CHAD)[1:]:
        assert main(["translate", "start", language, str(path)]) == DONE
    return path


@pytest.fixture(scope="module")
def built(outline: Path) -> Path:
    """The decks as they are before the staff edits: Chad pledges more and becomes a pathfinder; 31 are women."""
    output = outline.parent / "dist"
    assert main(["build", str(outline), "--all-languages", "--output", str(output), "--allow-overflow"]) == DONE
    for name, cells in (("countries.xlsx", {"B2": "pathfinder", "C2": 3_500_000}), ("figures.xlsx", {"B2": 31})):
        book = load_workbook(outline.parent / name)
        assert book.active
        for place, value in cells.items():
            book.active[place] = value
        book.save(outline.parent / name)
    return output


def group(deck: Deck, slide: int) -> Group:
    (found,) = (shape for shape in deck.slides[slide].shapes if isinstance(shape, Group))
    return found


@pytest.mark.parametrize("language", CHAD)
def test_the_changed_row_is_drawn_and_said(language: str, outline: Path, built: Path) -> None:
    deck = lay_out(outline, language).deck
    (chart,) = (shape for shape in deck.slides[0].shapes if isinstance(shape, Chart))
    at = chart.categories.index(CHAD[language])
    (label,) = (each for number, each in enumerate(chart.series[0].labels) if number == at)
    assert chart.series[0].values[at] == 3_500_000
    assert label
    assert label.words.replace("\N{NO-BREAK SPACE}", " ") == PLEDGED[language]
    assert CHAD[language] in chart.description
    assert label.words in chart.description
    world = group(deck, 1)
    tints = {each.description: each.fill for each in world.shapes if isinstance(each, AutoShape) and each.description}
    assert tints[CHAD[language]] == tints[CHILE[language]] != tints[NEPAL[language]]
    assert world.description
    (sentence,) = (words for words in re.split("[.。]", world.description) if CHAD[language] in words)
    assert CHILE[language] in sentence
    assert NEPAL[language] not in sentence
    icons = group(deck, 2)
    assert [shape.fill for shape in icons.shapes if isinstance(shape, AutoShape)].count(ACCENTS[0]) == 31
    assert icons.description
    assert "31" in icons.description
    assert any("31" in text.paragraphs[0].plain for slide, _, text in texts(deck) if slide == "share")


def test_the_file_holds_what_is_drawn(outline: Path, built: Path) -> None:
    pages = Presentation(io.BytesIO(write_pptx(lay_out(outline, "ar").deck))).slides
    (frame,) = (shape for shape in pages[0].shapes if shape.has_chart)
    assert tuple(frame.chart.plots[0].series[0].values) == (3_500_000, 2_500_000, 4_500_000)


def test_changes_tells_the_row(outline: Path, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", str(outline), "--output", str(built)]) == DONE
    told = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert "1,500,000 → 3,500,000" in told
    assert "slide 1" in told
    assert "slide 3: 28 of → 31 of" in told
    assert "list countries: TD candidate → pathfinder" in told
