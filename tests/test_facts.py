"""Facts from an outline and from a spreadsheet, as they are shown, cited and looked after."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from deck.build import Built, lay_out
from deck.checks import check_age
from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.diagnostics import DeckError
from tests.languages.catalogs import entry, write_catalog
from tests.outlines import texts

OUTLINE = """\
presentation: {title: A test, author: The testers, language: en}
lists:
  figures: {facts: figures.csv}
sources:
  report: "The Secretariat, *Annual Report*, 2020"
  secretariat: The Secretariat
facts:
  partners: {value: 400, source: secretariat}
sections:
  - id: only
    title: Only
    slides:
      - {id: cover, layout: title, title: "{partners} partners, {share} of {area}", notes: "{slavery} people"}
      - id: numbers
        layout: statistics
        title: Numbers
        figures:
          - {id: slavery, value: "{slavery}", label: people}
          - {id: area, value: "{area}", label: of forest}
"""
ROWS = """\
id,value,unit,source,date,note
slavery,50000000,,report,,the newest
share,46%,,report,2024-06,
area,1500000,hectares,secretariat,2019,
"""


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    (tmp_path / "figures.csv").write_text(ROWS, encoding="utf-8")
    (path := tmp_path / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    return path


def shown(built: Built) -> Iterator[str]:
    return (" ".join(paragraph.plain for paragraph in text.paragraphs) for _, _, text in texts(built.deck))


def changed(outline: Path, old: str, new: str) -> Path:
    for path in (outline, outline.parent / "figures.csv"):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return outline


def mistakes(outline: Path) -> list[str]:
    with pytest.raises(DeckError) as caught:
        lay_out(outline)
    return [f"{Path(one.span.path).name}:{one.span.line} {one.code}" for one in caught.value.diagnostics if one.span]


def test_rows_are_facts_with_their_units_and_sources(outline: Path) -> None:
    built = lay_out(outline)
    words = list(shown(built))
    assert words[0] == "400 partners, 46% of 1,500,000\xa0hectares"
    assert [each for each in words if "million" in each] == [
        "50\xa0million people",
        "1.5\xa0million\xa0hectares of forest",
    ]
    assert "Source: The Secretariat, Annual Report, 2020" in words
    assert built.diagnostics == ()


def test_one_cell_corrects_every_slide(outline: Path) -> None:
    built = lay_out(changed(outline, "slavery,50000000", "slavery,51000000"))
    assert "51\xa0million people" in list(shown(built))
    assert [paragraph.plain for paragraph in built.deck.slides[0].notes] == ["51,000,000 people"]


def test_units_in_another_language(outline: Path) -> None:
    title, own = "{partners} partners, {share} of {area}", "{partners}, {share}, {area}"
    unit = entry("facts.area", "{area} hectares", "{area} hectare", "{area} hectares en tout")
    write_catalog(outline.parent, unit, entry("cover.title", title, own, own))
    assert next(shown(lay_out(outline, "fr"))) == "400, 46\xa0%, 1\xa0500\xa0000\xa0hectares en tout"
    changed(outline, "area,1500000", "area,1")
    assert next(shown(lay_out(outline, "fr"))).endswith(", 1\xa0hectare")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("slavery,50000000", 'slavery,"50,000"', ["figures.csv:2 unknown-number"]),
        (",report,,the", ",reprt,,the", ["figures.csv:2 unknown-source"]),
        ("area,1500000", "Area,1500000", ["figures.csv:4 invalid-id"]),
        ("area,1500000", "partners,1500000", ["figures.csv:4 duplicate-id"]),
        ("value: 400,", "value: about 400, unit: partners,", ["outline.yaml:8 invalid-value"]),
        ("source: secretariat}", "source: secretariat, date: soon}", ["outline.yaml:8 invalid-value"]),
        ("facts: figures.csv", "facts: figure.csv", ["outline.yaml:3 file-missing"]),
    ],
)
def test_mistakes_at_their_places(outline: Path, old: str, new: str, expected: list[str]) -> None:
    found = mistakes(changed(outline, old, new))
    # A row that was taken for another fact's leaves its own name unknown.
    assert [each for each in found if not each.endswith("unknown-name")] == expected


def test_the_list_is_checked_as_others_are(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "check", "--outline", str(outline)]) == DONE
    changed(outline, "2024-06", "2024-16")
    assert main(["list", "check", "--outline", str(outline)]) == FINDINGS
    assert "figures.csv:3:1" in capsys.readouterr().err


def aged(built: Built, today: str, years: int | None = None) -> list[str]:
    found = check_age(built.presentation, datetime.date.fromisoformat(today), Decimal(years) if years else None)
    return [f"{one.code} {one.message.split('`')[1]} {one.span.line if one.span else 0}" for one in found]


def test_how_old_figures_are(outline: Path) -> None:
    built = lay_out(outline)
    assert aged(built, "2100-01-01") == []
    assert aged(built, "2024-12-30", 4) == ["undated-figure partners 8", "outdated-figure area 4"]
    assert aged(built, "2025-01-02", 4) == [
        "undated-figure partners 8",
        "outdated-figure slavery 2",
        "outdated-figure area 4",
    ]
    assert aged(built, "2021-01-01", 1) == ["undated-figure partners 8", "outdated-figure area 4"]


def test_the_day_of_the_presentation_counts(outline: Path) -> None:
    changed(outline, "language: en", "language: en, date: 2030-05-31, figures_valid_years: 7")
    expected = ["undated-figure partners 8", "outdated-figure slavery 2", "outdated-figure area 4"]
    assert aged(lay_out(outline), "1999-01-01") == expected
    assert aged(lay_out(outline), "1999-01-01", 6) != expected[:1]


def test_a_figure_of_a_slide_is_as_old_as_its_source(outline: Path) -> None:
    changed(outline, '"{slavery}", label: people', "7, label: people, source: report")
    assert "outdated-figure numbers 18" in aged(lay_out(outline), "2026-01-01", 4)


def test_the_command_line_says_what_is_too_old(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(outline), "--max-age", "1"]) == DONE
    printed = capsys.readouterr().err
    assert "the fact `slavery`, 50,000,000, is of 2020, more than 1 years before" in printed
    assert printed.count("warning[") == 4
    with pytest.raises(SystemExit):
        main(["check", str(outline), "--max-age", "old"])
