"""Facts from an outline and from a spreadsheet, as they are shown, cited and looked after."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from deck.checks import check_age
from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.ground.diagnostics import DeckError
from deck.pipeline.build import Built, lay_out
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
    assert next(shown(lay_out(outline, "fr"))) == "400, 46\xa0%, 1\xa0500\xa0000\xa0hectares en\xa0tout"
    changed(outline, "area,1500000", "area,1")
    assert next(shown(lay_out(outline, "fr"))).endswith(", 1\xa0hectare")


def languages_of(built: Built, words: str) -> list[list[tuple[str, str | None]]]:
    """The runs, each with its language, of every paragraph with these words."""
    return [
        [(run.text.replace("\v", " "), run.language.tag if run.language else None) for run in paragraph.runs]
        for _, _, text in texts(built.deck)
        for paragraph in text.paragraphs
        if words in paragraph.plain
    ]


def test_a_unit_that_is_not_translated_says_its_language(outline: Path) -> None:
    title = "{partners} partners, {share} of {area}"
    own = entry("cover.title", title, *["{partners} شريكا، {share} من {area}."] * 6)
    write_catalog(outline.parent, own, language="ar")
    built = lay_out(outline, "ar")
    assert languages_of(built, "hectares") == [
        [("400 شريكا، 46\u200e%\u200e من ", None), ("\u200e1,500,000\xa0hectares", "en"), (".", None)],
        [("\u200e1.5\xa0million\xa0hectares", "en")],
    ]


def test_what_is_not_translated_takes_up_units_of_its_own_language(outline: Path) -> None:
    unit = entry("facts.area", "{area} hectares", "{area} hectare", "{area} hectares en tout")
    write_catalog(outline.parent, unit)
    built = lay_out(outline, "fr")
    assert languages_of(built, "partners") == [[("400 partners, 46% of 1,500,000\xa0hectares", "en")]]
    assert languages_of(built, "en\xa0tout") == [[("1,5\xa0million\xa0hectares en\xa0tout", None)]]


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("{ area } hectares", "1\xa0500\xa0000\xa0hectares"),
        ("sur {area } ha", "sur\xa01\xa0500\xa0000\xa0ha"),
        ("{area} {area} ha", "1\xa0500\xa0000\xa01\xa0500\xa0000\xa0ha"),
        ("{ area } %", "1\xa0500\xa0000\xa0%"),
    ],
)
def test_a_units_number_stands_where_its_name_does(outline: Path, unit: str, wanted: str) -> None:
    title, own = "{partners} partners, {share} of {area}", "{partners}, {share}, {area}"
    units = entry("facts.area", "{area} hectares", unit, unit)
    write_catalog(outline.parent, units, entry("cover.title", title, own, own))
    assert next(shown(lay_out(outline, "fr"))) == f"400, 46\xa0%, {wanted}"


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


def test_all_of_a_row_is_told_at_once(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(outline, "share,46%,,report,2024-06,", 'Z Z,"1,234",,nope,13/2024,')
    wanted = ["invalid-id", "unknown-number", "unknown-source", "unknown-date"]
    assert [each for each in mistakes(outline) if not each.endswith("unknown-name")] == [
        f"figures.csv:3 {code}" for code in wanted
    ]
    assert main(["list", "check", "--outline", str(outline)]) == FINDINGS
    printed = capsys.readouterr().err
    assert [code for code in wanted if f"error[{code}]" in printed] == wanted
    assert "4 errors" in printed


def test_what_is_wrong_with_a_fact_marks_its_own_cell(outline: Path) -> None:
    changed(outline, "share,46%,,report,2024-06,", 'share,"(1,250)",,nope,13/2024,')
    changed(outline, "area,1500000,hectares,", "area,many,hectares,")
    with pytest.raises(DeckError) as caught:
        lay_out(outline)
    places = [(one.code, one.span.line, one.span.column) for one in caught.value.diagnostics if one.span]
    assert {
        ("unknown-number", 3, 7),
        ("unknown-source", 3, 18),
        ("unknown-date", 3, 23),
        ("invalid-value", 4, 11),
    } <= set(places)


def test_a_wrong_row_keeps_no_other_from_being_told(outline: Path) -> None:
    changed(outline, "slavery,50000000", 'slavery,"50,000"')
    assert mistakes(changed(outline, "area,1500000,hectares,secretariat", "area,many,hectares,nope")) == [
        "figures.csv:2 unknown-number",
        "figures.csv:4 unknown-source",
    ]
    assert mistakes(changed(outline, "many,hectares,nope", "many,hectares,secretariat")) == [
        "figures.csv:2 unknown-number",
        "figures.csv:4 invalid-value",
    ]


@pytest.mark.parametrize("words", ["yes", "~", "null"])
def test_words_of_yaml_are_words_in_a_cell(outline: Path, words: str) -> None:
    changed(outline, "share,46%", f"share,{words}")
    assert next(shown(lay_out(outline))).startswith(f"400 partners, {words} of")
    assert main(["list", "check", "--outline", str(outline)]) == DONE


def test_facts_are_taken_out_by_their_ids_and_not_put_in(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = outline.parent / "figures.csv"
    path.write_text("value,id,source\n3,third,report\n", encoding="utf-8")
    before = path.read_bytes()
    assert main(["list", "add", "--outline", str(outline), "Togo"]) == FINDINGS
    assert "“Togo” is only the name of a fact" in capsys.readouterr().err
    assert main(["list", "remove", "--outline", str(outline), "3"]) == FINDINGS
    assert path.read_bytes() == before
    main(["list", "remove", "--outline", str(outline), "third"])
    assert path.read_text(encoding="utf-8") == "value,id,source\n"


def aged(built: Built, today: str, years: str | None = None) -> list[str]:
    found = check_age(built.presentation, datetime.date.fromisoformat(today), Decimal(years) if years else None)
    return sorted(f"{one.code} {one.message.split('`')[1]} {one.span.line if one.span else 0}" for one in found)


def test_how_old_figures_are(outline: Path) -> None:
    undated, area, slavery = "undated-figure partners 8", "outdated-figure area 4", "outdated-figure slavery 2"
    built = lay_out(outline)
    assert aged(built, "2100-01-01") == []
    # That of 2019 was so to its last day; what has its birthday is not older than that many years.
    for today, years, expected in [
        ("2023-12-31", "4", [undated]),
        ("2024-01-01", "4", [undated, area]),
        ("2024-12-31", "4", [undated, area]),
        ("2025-01-01", "4", [undated, slavery, area]),
        ("2020-06-30", "0.5", [undated]),
        ("2020-07-01", "0.5", [undated, area]),
        ("2020-12-31", "1", [undated]),
        ("2021-01-01", "1", [undated, area]),
    ]:
        assert aged(built, today, years) == sorted(expected), (today, years)


@pytest.mark.parametrize(
    ("source", "day", "expected"),
    [
        ("*Progress towards the 2030 Agenda*", "2026-01-01", ["undated-figure"]),
        ("*Progress towards the 2030 Agenda*, 2020", "2026-01-01", ["outdated-figure"]),
        ("*Progress towards the 2030 Agenda*, 2025", "2026-01-01", []),
        ("*Progress towards the 2030 Agenda*", "2031-01-01", []),
        ("التقرير السنوي، ٢٠٢٠", "2026-01-01", ["outdated-figure"]),
        ("التقرير السنوي، ٢٠٢٥", "2026-01-01", []),
        ("Report 20255, 1450", "2026-01-01", ["undated-figure"]),
    ],
)
def test_a_sources_year(outline: Path, source: str, day: str, expected: list[str]) -> None:
    changed(outline, '"The Secretariat, *Annual Report*, 2020"', f'"{source}"')
    found = [each.split()[0] for each in aged(lay_out(outline), day, "4") if "slavery" in each]
    assert found == expected


def test_the_day_of_the_presentation_counts(outline: Path) -> None:
    changed(outline, "language: en", "language: en, date: 2030-05-31, figures_valid_years: 10")
    undated, area, slavery = "undated-figure partners 8", "outdated-figure area 4", "outdated-figure slavery 2"
    assert aged(lay_out(outline), "1999-01-01") == [area, undated]
    assert aged(lay_out(outline), "1999-01-01", "9") == [area, slavery, undated]
    assert aged(lay_out(outline), "1999-01-01", "11") == [undated]


def test_a_figure_of_a_slide_is_as_old_as_its_source(outline: Path) -> None:
    changed(outline, '"{slavery}", label: people', "7, label: people, source: report")
    assert "outdated-figure numbers 18" in aged(lay_out(outline), "2026-01-01", "4")


def test_the_command_line_says_what_is_too_old(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(outline, "language: en", "language: en, date: 2024-12-31")
    assert main(["check", str(outline), "--max-age", "1"]) == DONE
    printed = capsys.readouterr().err
    assert "the fact `slavery`, 50,000,000, is of 2020, more than 1 year before 2024-12-31" in printed
    assert printed.count("warning[") == 3
    assert main(["check", str(outline), "--max-age", "2.5"]) == DONE
    assert "more than 2.5 years before" in capsys.readouterr().err


def test_figures_are_as_old_in_every_language_and_stand_in_one_place(
    outline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = "The Secretariat, *Annual Report*, 2020"
    unit = entry("facts.area", "{area} hectares", "{area} hectare", "{area} hectares")
    write_catalog(outline.parent, unit, entry("sources.report", source, "Le Secrétariat, *Rapport*, MMXX"))
    changed(outline, "area,1500000,hectares,secretariat", "area,1500000,hectares,")
    assert main(["check", str(outline), "--all-languages", "--strict", "--max-age", "1"]) == FINDINGS
    printed = capsys.readouterr().err
    assert [printed.count(f"the fact `{name}`") for name in ("slavery", "area", "partners")] == [1, 2, 1]
    assert printed.count("warning[unsourced-figure]: the fact `area`") == 1


@pytest.mark.parametrize("years", ["old", "nan", "sNaN", "inf", "0", "-1", "101", "1e-400", "0.001", "1e1", "", "٥"])
def test_what_is_no_number_of_years(outline: Path, years: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["check", str(outline), f"--max-age={years}"])
    assert caught.value.code == 2
