"""An agenda's rows: with times or counted, and the one that is on."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError
from deck.model.shapes import AutoShape, ShapeTree, TextBox
from deck.pipeline.build import lay_out
from tests.languages.catalogs import entry, write_catalog
from tests.outlines import HEADER, laid_out, write_outline

AGENDA = "layout: agenda\ntitle: Today\nnow: b\nitems:\n"


def slide(folder: Path, count: int, more: str = "", language: str = "en") -> ShapeTree:
    items = "".join(f"- {{id: {name}, text: Part {name}, by: All{more}}}\n" for name in "abcdefgh"[:count])
    built = laid_out(folder, AGENDA + items, language=language)
    assert built.diagnostics == ()
    return built.deck.slides[0]


def rows(tree: ShapeTree) -> list[TextBox]:
    return [shape for shape in tree.shapes if isinstance(shape, TextBox) and shape.name.startswith("Part")]


@pytest.mark.parametrize("count", range(2, 9))
@pytest.mark.parametrize("language", ["en", "ar"])
def test_parts_without_times_are_counted(count: int, language: str, tmp_path: Path) -> None:
    numbers = [[each.number for each in row.text.paragraphs] for row in rows(slide(tmp_path, count, "", language))]
    assert [first for first, *_ in numbers] == list(range(1, count + 1))


@pytest.mark.parametrize("language", ["en", "ar", "zh", "ru"])
def test_who_speaks_stands_at_the_end_of_many_rows(language: str, tmp_path: Path) -> None:
    tree = slide(tmp_path, 8, ', time: "10:00"', language)
    boxes = [shape for shape in tree.shapes if isinstance(shape, TextBox)]
    speakers = [box for box in boxes if box.name.startswith("By")]
    for part, speaker in zip(rows(tree), speakers, strict=True):
        assert (part.rect.top, part.rect.height) == (speaker.rect.top, speaker.rect.height)
        before, after = (speaker, part) if language == "ar" else (part, speaker)
        assert before.rect.right <= after.rect.left
        assert part.text.sizes[0] >= 20
        assert speaker.text.sizes[0] >= 16


@pytest.mark.parametrize("count", [2, 5, 8])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_time_stands_before_its_part_and_level_with_it(count: int, language: str, tmp_path: Path) -> None:
    tree = slide(tmp_path, count, ', time: "10:00"', language)
    times = [shape for shape in tree.shapes if isinstance(shape, TextBox) and shape.name.startswith("Time")]
    assert len(times) == count
    for time, row in zip(times, rows(tree), strict=True):
        assert (time.rect.top, time.rect.height) == (row.rect.top, row.rect.height)
        before, after = (time, row) if language == "en" else (row, time)
        assert before.rect.right <= after.rect.left
        assert row.text.paragraphs[0].number is None


def test_what_comes_now_is_bold_and_marked(tmp_path: Path) -> None:
    tree = slide(tmp_path, 3)
    assert [all(run.bold for run in row.text.paragraphs[0].runs) for row in rows(tree)] == [False, True, False]
    (mark,) = (shape for shape in tree.shapes if isinstance(shape, AutoShape))
    at = rows(tree)[1].rect
    assert at.top < mark.rect.top < mark.rect.bottom < at.bottom
    assert 0 < mark.rect.left < mark.rect.right < at.left


def test_a_part_that_is_none_cannot_come_now(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="no part has the id `b`"):
        laid_out(tmp_path, AGENDA + "- {id: a, text: A}\n- {id: c, text: C}")


SECTIONS = """
  - id: findings
    title: What we found
    slides:
      - {id: first, layout: title, title: Findings, minutes: 7.5}
      - {id: second, layout: title, title: More findings, minutes: 5}
  - id: talk
    title: Questions
    slides: [{id: third, layout: title, title: Questions}]
"""


@pytest.mark.parametrize(
    ("language", "minutes"),
    [("en", ("3\xa0min", "12.5\xa0min")), ("zh", ("3分钟", "12.5分钟")), ("ru", ("3\xa0мин", "12,5\xa0мин"))],
)
def test_it_is_made_of_the_sections(language: str, minutes: tuple[str, str], tmp_path: Path) -> None:
    outline = write_outline(tmp_path, "layout: agenda\ntitle: Today\nnow: findings\nminutes: 3", language=language)
    outline.write_text(outline.read_text(encoding="utf-8").rstrip() + SECTIONS, encoding="utf-8")
    built = lay_out(outline)
    assert built.diagnostics == ()
    shapes = [shape for shape in built.deck.slides[0].shapes if isinstance(shape, TextBox)]
    said = {shape.name: shape.text.paragraphs[0].plain for shape in shapes}
    assert [said[f"Part {row}"] for row in (1, 2, 3)] == ["Only", "What we found", "Questions"]
    assert (said["Time 1"], said["Time 2"]) == minutes
    assert "Time 3" not in said
    assert any(shape.name == "Now" for shape in built.deck.slides[0].shapes)


def test_a_section_that_is_none_cannot_come_now(tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, "layout: agenda\ntitle: Today\nnow: onyl")
    (found,) = caught.value.diagnostics
    assert (found.message, found.hint) == ("no part has the id `onyl`", "known: `only`")
    assert found.span
    assert (found.span.line, found.span.column) == (HEADER.count("\n") + 4, 14)


def test_an_agenda_in_the_only_section_has_one_row(tmp_path: Path) -> None:
    tree = laid_out(tmp_path, "layout: agenda\ntitle: Today").deck.slides[0]
    assert [row.text.paragraphs[0].plain for row in rows(tree)] == ["Only"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_part_leads_to_the_section_of_its_id_or_title(language: str, tmp_path: Path) -> None:
    parts = "[What we found, {id: talk, text: Yours}, questions, Only, {text: Questions, link: only}, Lunch]"
    outline = write_outline(tmp_path, f"layout: agenda\ntitle: Today\nitems: {parts}")
    outline.write_text(outline.read_text(encoding="utf-8").rstrip() + SECTIONS, encoding="utf-8")
    found = entry("slide-1.items.what-we-found.text", "What we found", "Nos constats")
    write_catalog(tmp_path, found, entry("sections.findings.title", "What we found", "Résultats"))
    tree = lay_out(outline, language).deck.slides[0]
    assert [row.text.paragraphs[0].runs[0].link for row in rows(tree)] == [
        "#findings",
        "#talk",
        "#talk",
        "#only",
        "#only",
        None,
    ]


def test_of_sections_of_one_title_none_is_chosen(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, "layout: agenda\ntitle: Today\nitems: [Questions, Lunch]")
    more = SECTIONS.replace("What we found", "Questions")
    outline.write_text(outline.read_text(encoding="utf-8").rstrip() + more, encoding="utf-8")
    assert {row.text.paragraphs[0].runs[0].link for row in rows(lay_out(outline).deck.slides[0])} == {None}
