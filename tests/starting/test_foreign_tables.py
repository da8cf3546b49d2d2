"""Tables of other programs' Markdown are tables here, with all that is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.starting.taken import Taken, said

PANDOC = "---\ntitle: T\nformat: revealjs\n---\n\n## A\n\n"


@pytest.mark.parametrize("rule", ["|---|---|", "|--|:-:|", "| --- | ---: |", "---|---"])
def test_a_table_whose_first_heading_is_empty_is_no_block_of_lines(rule: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"{PANDOC}|      | Depth |\n{rule}\n| Well | deep |\n")
    assert (taken.slides["a"].layout, said(taken.slides["a"])[1:]) == ("table", ["–", "Depth", "Well", "deep"])


def test_a_block_of_one_line_and_a_rule_after_it_is_no_table(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"{PANDOC}| One line\n\n---\n\n## B\n\nwords\n")
    assert said(taken.slides["a"]) == ["A", "One line"]


GRID = "+-----+-----+\n| Ann | one |\n{edge}\n| Ben | two |\n+-----+-----+\n"


@pytest.mark.parametrize(("edge", "empty"), [("+-----+-----+", ["–", "–"]), ("+=====+=====+", [])])
def test_a_grid_has_the_headings_over_its_double_line(edge: str, empty: list[str], tmp_path: Path) -> None:
    taken = Taken(tmp_path, PANDOC + GRID.format(edge=edge))
    assert said(taken.slides["a"])[1:] == [*empty, "Ann", "one", "Ben", "two"]


WIDE = " ".join(f"word{number}" for number in range(150))


@pytest.mark.parametrize(
    ("content", "noted"),
    [
        (f"| {WIDE} | b |\n|---|---|\n| one | two |", f"{WIDE} | b\n{' ' * 10}one | two"),
        (f"```\nfirst()\n{WIDE.replace(' ', '_')}\n```", WIDE.replace(" ", "\\_")),
    ],
)
def test_the_words_of_a_part_of_a_slide_that_has_no_room_stand_in_its_notes(
    content: str, noted: str, tmp_path: Path
) -> None:
    taken = Taken(tmp_path, f"{PANDOC}{content}\n\n- a\n\n```\nrun()\n```\n")
    assert [slide.layout for slide in taken.slides.values()] == ["title", "section", "bullets", "code"]
    assert noted in taken.outline
    assert any(
        what.startswith("the words of the slide `a`, which stand in its speaker’s notes") for what in taken.changed
    )
