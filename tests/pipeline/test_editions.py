"""An outline's decks for each row of a list: `build --editions`."""

from __future__ import annotations

import textwrap
from functools import partial
from pathlib import Path
from threading import Event, Thread

import pytest
from pptx import Presentation

from deck.cli import main
from deck.cli.terminal import FINDINGS
from deck.ground.diagnostics import DeckError, Severity, Span
from deck.pipeline.editions import BuiltEdition, build_editions
from deck.pipeline.writing import build_decks

OUTLINE = """\
presentation:
  title: "{country} and its partners"
  author: The testers
  language: en
  theme: alliance
sources:
  survey: "The ministry, *Survey*, 2024"
facts:
  country: Every country
  children: {value: 1000, unit: children, source: survey}
  share: 12 %
lists:
  partners: {table: partners.csv}
sections:
  - id: only
    title: Only
    slides:
      - id: growth
        layout: statement
        title: "{country}"
        statement: "{children}, {share}, {partners.count} partners."
      - {id: partners, layout: bullets, title: Partners, items: {list: partners}}
"""
CATALOG = """\
msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgctxt "partners.title"
msgid "Partners"
msgstr "Partenaires"
"""


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    path = tmp_path / "webinar" / "outline.yaml"
    path.parent.mkdir()
    path.write_text(OUTLINE, encoding="utf-8")
    (path.parent / "partners.csv").write_text("name\nA union\nA ministry\n", encoding="utf-8")
    (path.parent / "kenya.csv").write_text("name\nA cooperative\n", encoding="utf-8")
    return path


def editions(outline: Path, text: str) -> Path:
    path = outline.parent / "editions.csv"
    path.write_text(textwrap.dedent(text).lstrip(), encoding="utf-8")
    return path


def words(path: Path) -> list[str]:
    """All that stands on a deck's slides."""
    slides = Presentation(str(path)).slides
    texts = (shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts]


def test_each_row_is_an_edition_with_facts_and_lists_of_its_own(outline: Path, tmp_path: Path) -> None:
    rows = editions(
        outline,
        """
        code,country,children,share,partners
        KE,Kenya,2.5 million,,kenya.csv
        TG,Togo,"1,500,000",27.5 %,
        """,
    )
    kenya, togo = build_editions(rows, partial(build_decks, outline, tmp_path / "out"), processes=2)
    assert [each.paths for each in (kenya, togo)] == [
        (tmp_path / "out" / "webinar.ke.en.pptx",),
        (tmp_path / "out" / "webinar.tg.en.pptx",),
    ]
    assert kenya.findings == togo.findings == ()
    in_kenya, in_togo = words(kenya.paths[0]), words(togo.paths[0])
    assert "Kenya" in in_kenya
    assert "Togo" in in_togo
    assert "2,500,000 children, 12 %, 1 partners." in in_kenya
    assert "1,500,000 children, 27.5%, 2 partners." in in_togo
    assert "A cooperative" in in_kenya
    assert "A union\nA ministry" in in_togo


def test_the_decks_are_the_same_whether_processes_can_be_doubled_or_are_begun_anew(
    outline: Path, tmp_path: Path
) -> None:
    rows = editions(outline, "id,country,partners\nke,Kenya,\ntg,Togo,kenya.csv\npe,Peru,\nfj,Fiji,kenya.csv\n")

    def decks(name: str) -> list[bytes]:
        built = build_editions(rows, partial(build_decks, outline, tmp_path / name), processes=2)
        return [path.read_bytes() for each in built for path in each.paths]

    doubled, over = decks("doubled"), Event()
    # A process with another thread is not doubled.
    other = Thread(target=over.wait)
    other.start()
    try:
        assert decks("anew") == doubled
    finally:
        over.set()
        other.join()
    assert len(doubled) == 4
    assert len(set(doubled)) == 4


def test_an_edition_without_anything_of_its_own_is_the_outline_s_deck(outline: Path, tmp_path: Path) -> None:
    (plain,) = build_editions(
        editions(outline, "id,country\nplain,\n"), partial(build_decks, outline, tmp_path / "out")
    )
    assert main([str(outline), "--output", str(tmp_path / "out")]) == 0
    assert words(plain.paths[0]) == words(tmp_path / "out" / "webinar.en.pptx")


def test_one_that_fails_stops_no_other(outline: Path, tmp_path: Path) -> None:
    rows = editions(
        outline,
        """
        id,country,children,partners
        one,Kenya,1,
        two,Togo,,
        three,Peru,12 34,
        four,Fiji,2,missing.csv
        five,Chad,3,kenya.csv
        """,
    )
    shown: list[str] = []
    built = build_editions(rows, partial(build_decks, outline, tmp_path / "out"), processes=2, progress=shown.append)
    assert [each.name for each in built if each.paths] == ["one", "two", "five"]
    failed = {each.name: [(one.code, one.span.line) for one in each.findings if one.span] for each in built}
    assert failed["three"] == [("unknown-number", 4)]
    assert [code for code, _ in failed["four"]] == ["file-missing"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "webinar.five.en.pptx",
        "webinar.one.en.pptx",
        "webinar.two.en.pptx",
    ]
    assert len(shown) == 5
    assert shown[-1].startswith("built 5 of 5 editions")


def test_in_all_languages(outline: Path, tmp_path: Path) -> None:
    (outline.parent / "locales").mkdir()
    (outline.parent / "locales" / "fr.po").write_text(CATALOG, encoding="utf-8")
    rows = editions(outline, "id,country\nke,Kenya\n")
    (kenya,) = build_editions(rows, partial(build_decks, outline, tmp_path / "out", all_languages=True))
    assert [path.name for path in kenya.paths] == ["webinar.ke.en.pptx", "webinar.ke.fr.pptx"]
    assert "Partenaires" in words(kenya.paths[1])


def test_a_column_that_is_nothing_in_the_outline_is_told(outline: Path, tmp_path: Path) -> None:
    rows = editions(outline, "id,contry,note\nke,Kenya,ours\n")
    (kenya,) = build_editions(rows, partial(build_decks, outline, tmp_path / "out"))
    assert kenya.paths
    found = {one.message.split("`")[1]: one for one in kenya.findings if one.code == "unknown-column"}
    assert set(found) == {"contry", "note"}
    assert found["contry"].hint == "did you mean `country`?"
    assert {one.severity for one in found.values()} == {Severity.WARNING}


def test_a_column_that_says_to_people_who_a_row_is_for_needs_no_fact(outline: Path, tmp_path: Path) -> None:
    rows = editions(outline, "code,Pays,name\nke,Kenya,ours\n")
    (kenya,) = build_editions(rows, partial(build_decks, outline, tmp_path / "out"))
    assert kenya.paths
    assert "unknown-column" not in {one.code for one in kenya.findings}


def test_columns_are_called_as_facts_and_lists_are_in_capitals_or_not(outline: Path, tmp_path: Path) -> None:
    (outline.parent / "one.csv").write_text("name\nOnly One\n", "utf-8")
    rows = editions(outline, "ID,Pays,CHILDREN,Partners\nke,Kenya,2.5 million,one.csv\ntg,Togo,,\n")
    kenya, togo = build_editions(rows, partial(build_decks, outline, tmp_path / "out"))
    assert not [one for each in (kenya, togo) for one in each.findings if one.code == "unknown-column"]
    assert {"Kenya", "2,500,000 children, 12 %, 1 partners.", "Only One"} <= set(words(kenya.paths[0]))
    assert {"Togo", "1,000 children, 12 %, 2 partners.", "A union\nA ministry"} <= set(words(togo.paths[0]))


def test_a_garbled_cell_is_not_said_to_be_mended_by_a_command_that_knows_the_outline_s_lists_alone(
    outline: Path, tmp_path: Path
) -> None:
    rows = editions(outline, "id,country\nci,CÃ´te dâ€™Ivoire\n")
    (ivorian,) = build_editions(rows, partial(build_decks, outline, tmp_path / "out"))
    (found,) = (one for one in ivorian.findings if one.code == "garbled-text")
    assert found.hint == "write “Côte d’Ivoire”"


@pytest.mark.parametrize(
    ("rows", "code", "place"),
    [
        ("country\nKenya\n", "unknown-column", (1, 1)),
        ("id,country\nke,Kenya\nKE,Togo\n", "duplicate-id", (3, 1)),
        ("country,id\nKenya,ke\nTogo,\n", "empty-cell", (3, 6)),
        ("id,country\n", "file-empty", (1, 1)),
    ],
)
def test_editions_that_cannot_be_told_apart_are_not_begun(
    outline: Path, tmp_path: Path, rows: str, code: str, place: tuple[int, int]
) -> None:
    with pytest.raises(DeckError) as caught:
        build_editions(editions(outline, rows), partial(build_decks, outline, tmp_path / "out"))
    found = [(one.code, (one.span.line, one.span.column)) for one in caught.value.diagnostics if one.span]
    assert found == [(code, place)]
    assert not (tmp_path / "out").exists()


def test_the_command_says_what_was_found_in_which(
    outline: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = editions(outline, "id,country,children,capital\none,Kenya,1,A\ntwo,Peru,12 34,B\n")
    assert main([str(outline), "--editions", str(rows), "--output", str(tmp_path / "out")]) == 1
    out, err = capsys.readouterr()
    assert out == f"wrote 1 deck of 1 of 2 editions to {tmp_path / 'out'}\nnot built: two\n"
    every, two = err.split(f"edition `two` (row 3) of {rows}:")
    assert every.startswith("every edition:\n")
    assert "`capital`" in every
    assert "“12 34” cannot be read as a number" in two
    assert "editions.csv:3:" in two


def test_findings_that_editions_share_are_told_once() -> None:
    from deck.cli.report import by_editions
    from deck.ground.diagnostics import Diagnostic

    shared, alone = Diagnostic("a", "shared"), Diagnostic("b", "alone")
    names = [
        BuiltEdition(name, Span("list.csv", row), (), (shared,) if name != "z" else (alone,))
        for row, name in enumerate("vwxyz", start=2)
    ]
    told = list(by_editions(names))
    assert told == [
        ("editions `v` (row 2), `w` (row 3), `x` (row 4) and 1 more of list.csv", [shared]),
        ("edition `z` (row 6) of list.csv", [alone]),
    ]


def test_a_folder_that_is_none_is_told_of_each_edition(outline: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    rows = editions(outline, "id,country\nke,Kenya\ntg,Togo\n")
    built = build_editions(rows, partial(build_decks, outline, tmp_path / "out"), processes=1)
    assert [(each.name, each.paths, [one.code for one in each.findings]) for each in built] == [
        ("ke", (), ["edition-failed"]),
        ("tg", (), ["edition-failed"]),
    ]


CARDS = "layout: cards, title: Partners, cards: {list: partners, heading: name}"


def test_a_finding_says_which_row_and_which_cell_it_comes_from(
    outline: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "A name that goes on " * 60
    text = outline.read_text("utf-8").replace(
        'statement: "{children}', 'statement: >-\n          {country},\n          {share} or\n          "{children}'
    )
    text = text.replace("layout: bullets, title: Partners, items: {list: partners}", CARDS)
    outline.write_text(text, encoding="utf-8")
    (outline.parent / "many.csv").write_text("name\nA\nB\nC\nD\nE\nF\nG\n", "utf-8")
    rows = editions(
        outline,
        f"""
        id,country,contry,children,Partners
        one,Kenya,x,few,
        two,{long},,,
        three,Togo,,,many.csv
        """,
    )
    one, two, three = build_editions(rows, partial(build_decks, outline, tmp_path / "out"), processes=1)
    assert [(each.place.line, each.paths) for each in (one, two, three)] == [(2, ()), (3, ()), (4, ())]
    places = {each.code: each.span for each in one.findings if each.span}
    assert places["invalid-value"] == Span(str(rows), 2, 13, 16)
    assert places["unknown-column"] == Span(str(rows), 1, 12, 18)
    overflow = [each for each in two.findings if each.code == "text-overflow"]
    assert {each.span.line for each in overflow if each.span} == {20, 22}
    for each in overflow:
        assert f"`country` is “A name that goes on A name that goes …” by {rows}:3:5" in (each.hint or "")
    (full,) = (each for each in three.findings if each.span and each.span.path == str(outline))
    assert f"`partners` is “many.csv” by {rows}:4:14" in (full.hint or "")
    assert main(["build", str(outline), "--editions", str(rows), "--output", str(tmp_path / "out")]) == FINDINGS
    told = capsys.readouterr().err
    assert f"edition `two` (row 3) of {rows}:\n" in told
    assert f"edition `one` (row 2) of {rows}:\n" in told
