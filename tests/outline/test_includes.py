"""An outline that brings in sections and slides of another, with all that they need."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deck.comparing.changes import changes_since_built
from deck.ground.diagnostics import DeckError, Diagnostic
from deck.ground.inputs import noted
from deck.pipeline.build import Built, lay_out
from deck.pipeline.writing import build_decks

HEADER = "presentation: {{title: T, author: A, language: {language}}}\n"
SHARED = (
    HEADER.format(language="en")
    + """\
lists: {members: {countries: countries.csv}}
facts:
  wells: {value: 120, source: report}
sources: {report: "The partners, 2026"}
sections:
  - id: about
    title: About us
    slides:
      - {id: who, layout: bullets, title: Who we are, items: ["{wells} wells", "{members.count} countries"]}
      - {id: look, layout: picture, title: Look, picture: {file: hall.png, description: A hall}, background: hall.png}
  - id: more
    title: More
    slides:
      - {id: list, layout: columns, title: Members, items: {list: members}}
"""
)
MAIN = (
    HEADER.format(language="en")
    + """\
sections:
  - id: begin
    title: Begin
    slides:
      - {id: cover, layout: section, title: Begin}
"""
)
CATALOG = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgctxt "%s"
msgid "%s"
msgstr "%s"
"""


@pytest.fixture
def main(tmp_path: Path) -> Path:
    shared = tmp_path / "shared"
    (shared / "locales").mkdir(parents=True)
    (tmp_path / "locales").mkdir()
    Image.new("RGB", (160, 90), "#336699").save(shared / "hall.png")
    (shared / "countries.csv").write_text("country,code\nChile,CL\nSamoa,WS\n", encoding="utf-8")
    (shared / "outline.yaml").write_text(SHARED, encoding="utf-8")
    return tmp_path / "main.yaml"


def built(main: Path, more: str) -> Built:
    main.write_text(MAIN + more, encoding="utf-8")
    return lay_out(main)


def mistakes(main: Path, more: str) -> list[Diagnostic]:
    with pytest.raises(DeckError) as caught:
        built(main, more)
    return list(caught.value.diagnostics)


def test_sections_come_with_lists_facts_sources_and_pictures(main: Path) -> None:
    made = built(main, "  - include: shared/outline.yaml\n")
    assert [section.id for section in made.presentation.sections] == ["begin", "about", "more"]
    found = {slide.id: [text.plain for _, text in slide.content.texts()] for slide in made.presentation.slides}
    assert found["who"] == ["Who we are", "120 wells", "2 countries"]
    assert found["list"] == ["Members", "Chile", "Samoa"]
    assert made.deck.slides[2].background
    assert not made.diagnostics


def test_some_sections_and_some_slides(main: Path) -> None:
    made = built(main, "  - {include: shared/outline.yaml, sections: [more]}\n")
    assert [slide.id for slide in made.presentation.slides] == ["cover", "list"]
    made = built(main, "      - {include: shared/outline.yaml, slides: [look, who]}\n")
    assert [slide.id for slide in made.presentation.slides] == ["cover", "look", "who"]


def test_a_finding_points_into_the_file_that_somebody_wrote(main: Path) -> None:
    shared = main.parent / "shared" / "outline.yaml"
    shared.write_text(SHARED.replace("title: Who we are", "titel: Who we are"), encoding="utf-8")
    found = mistakes(main, "  - include: shared/outline.yaml\n")
    assert {(each.span.path, each.span.line) for each in found if each.span} == {(str(shared), 10)}
    shared.write_text(SHARED.replace('"{wells} wells"', '"{welle} wells"'), encoding="utf-8")
    (one,) = mistakes(main, "  - include: shared/outline.yaml\n")
    assert one.span
    line = shared.read_text("utf-8").splitlines()[one.span.line - 1]
    assert line[one.span.column - 1 : (one.span.end_column or 0) - 1] == "{welle}"


@pytest.mark.parametrize(
    ("more", "code", "hint"),
    [
        ("  - include: main.yaml\n", "include-cycle", "take one of the two out"),
        ("  - include: none.yaml\n", "file-missing", None),
        ("  - include: loop.yaml\n", "file-unreadable", None),
        ("  - include: ../else.yaml\n", "outside-folder", None),
        ("  - {include: shared/outline.yaml, sections: [abuot]}\n", "unknown-name", "did you mean `about`?"),
        ("      - {include: shared/outline.yaml, slides: [whoo]}\n", "unknown-name", "did you mean `who`?"),
        ("  - {include: shared/outline.yaml, section: [about]}\n", "unknown-field", None),
        ("      - {id: who, layout: section, title: Us}\n  - include: shared/outline.yaml\n", "duplicate-id", None),
        ("  - include: shared/outline.yaml\nfacts: {wells: 7}\n", "include-clash", None),
    ],
)
def test_what_is_wrong_is_told(more: str, code: str, hint: str | None, main: Path) -> None:
    (main.parent / "loop.yaml").symlink_to("loop.yaml")
    found = mistakes(main, more)
    assert code in {each.code for each in found}
    if hint:
        assert hint in {each.hint for each in found}


def test_a_cycle_by_way_of_others(main: Path) -> None:
    shared = main.parent / "shared" / "outline.yaml"
    shared.write_text(SHARED + "  - include: ../main.yaml\n", encoding="utf-8")
    assert "include-cycle" in {each.code for each in mistakes(main, "  - include: shared/outline.yaml\n")}


def test_another_language_is_told(main: Path) -> None:
    shared = main.parent / "shared" / "outline.yaml"
    shared.write_text(SHARED.replace("language: en", "language: fr"), encoding="utf-8")
    assert "include-language" in {each.code for each in mistakes(main, "  - include: shared/outline.yaml\n")}


def test_translations_come_along_and_ones_own_come_first(main: Path) -> None:
    folder = main.parent
    built(main, "  - {include: shared/outline.yaml, sections: [about]}\n")
    (folder / "shared" / "locales" / "fr.po").write_text(
        CATALOG % ("who.title", "Who we are", "Qui nous sommes"), "utf-8"
    )
    own = folder / "locales" / "fr.po"
    own.write_text(CATALOG % ("cover.title", "Begin", "Début"), encoding="utf-8")
    titles = {slide.id: slide.content.title.plain for slide in lay_out(main, "fr").presentation.slides}
    assert titles == {"cover": "Début", "who": "Qui nous sommes", "look": "Look"}
    own.write_text(CATALOG % ("who.title", "Who we are", "Nous"), encoding="utf-8")
    titles = {slide.id: slide.content.title.plain for slide in lay_out(main, "fr").presentation.slides}
    assert titles["who"] == "Nous"


def test_the_preview_knows_what_is_included(main: Path) -> None:
    with noted() as inputs:
        built(main, "  - include: shared/outline.yaml\n")
    assert {path.name for path in inputs} >= {"main.yaml", "outline.yaml", "countries.csv", "hall.png"}


def test_changes_sees_what_changed_in_an_included_outline(main: Path) -> None:
    built(main, "  - include: shared/outline.yaml\n")
    build_decks(main, main.parent / "out")
    shared = main.parent / "shared" / "outline.yaml"
    shared.write_text(shared.read_text("utf-8").replace("Who we are", "Who they are"), encoding="utf-8")
    found = changes_since_built(main, main.parent / "out")
    assert "who" in {each.id for each in found.slides}
