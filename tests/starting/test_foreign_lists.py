"""Lists of other programs keep their entries, their levels as far as there are such here, and their numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.model.presentation import Slide
from tests.starting.taken import MARP, Taken, said

FLATTENED = "entries of a list below its third level, which stand at that level"
DEEP = "- a\n  - b\n    - c\n      - d\n        - e\n    - f\n      1. g\n      2. h\n"


def listed(slide: Slide) -> list[tuple[int | None, int, str]]:
    """The entries of a text, each with its number and its level."""
    return [(each.number, each.level, each.text.plain) for each in slide.content.text if each.level]  # type: ignore[attr-defined]


def test_no_entry_is_lost_however_deep_it_stands(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"{MARP}# A\n\n{DEEP}\n---\n\n# B\n\nwords\n\n{DEEP}")
    assert said(taken.slides["a"]) == ["A", *"abcdefgh"]
    assert [(level, text) for _, level, text in listed(taken.slides["b"])] == [
        *((1, "a"), (2, "b"), (3, "c"), (3, "d"), (3, "e"), (3, "f"), (3, "g"), (3, "h"))
    ]
    assert taken.changed == [f"{FLATTENED}: d; e; g; h"] * 2
    assert taken.changed_lines == [7, 22]
    assert taken.told == ()


def test_a_column_s_and_a_speaker_s_deep_entries_are_there(tmp_path: Path) -> None:
    column = "::: column\n**{}**\n\n- a\n  - b\n    - c\n      - d\n        - e\n:::\n"
    columns = f":::: columns\n{column.format('One')}\n{column.format('Two')}\n::::\n"
    taken = Taken(tmp_path, f"## A\n\n{columns}\n::: notes\n{DEEP}:::\n", "deck.qmd")
    assert said(taken.slides["a"]) == ["A", "One", *"abcde", "Two", *"abcde"]
    assert taken.changed == [f"{FLATTENED}: d; e"] * 2
    notes = taken.slides["a"].notes
    assert notes
    assert [each.plain.strip(" -•12.") for each in notes.paragraphs] == list("abcdefgh")


def test_lists_that_follow_each_other_keep_their_numbers(tmp_path: Path) -> None:
    lists = "1. one\n2. two\n\n5) five\n6) six\n\n   3. below\n\n   7) seven\n\n1. again\n"
    taken = Taken(tmp_path, f"{MARP}# A\n\n{lists}")
    assert listed(taken.slides["a"]) == [
        (1, 1, "one"),
        (2, 1, "two"),
        (5, 1, "five"),
        (6, 1, "six"),
        (3, 2, "below"),
        (7, 2, "seven"),
        (1, 1, "again"),
    ]


@pytest.mark.parametrize("arrows", ["A --> A\nA --> B", "A --> B\nA --> B"])
def test_a_drawing_that_cannot_be_one_is_told(arrows: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"{MARP}# A\n\n- a\n\n---\n\n# Way\n\n```mermaid\ngraph LR\n{arrows}\n```\n")
    assert taken.slides["way"].layout == "bullets"
    (what,) = taken.changed
    assert what.startswith("the slide `way`, which is `bullets` and not `diagram`: th")
    assert taken.changed_lines == [10]


def test_a_heading_s_struck_words_and_links_are_told(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"{MARP}# ~~Old~~ New [title](more.md)\n\n- a\n\n## ~~Older~~ b\n")
    assert taken.told == (
        (5, "the line through words: Old"),
        (5, "where a link leads: more.md"),
        (9, "the line through words: Older"),
    )


def test_a_circumflex_in_a_cell_is_a_sign(tmp_path: Path) -> None:
    table = "| a | b |\n|---|---|\n| ^ | 1 |\n| 2 | ^ |\n| x^ | \\^ |\n"
    taken = Taken(tmp_path, f"{MARP}# A\n\n{table}\n---\n\n# B\n\n- words\n\n{table}\n\nmore\n")
    assert said(taken.slides["a"])[3:] == ["^", "1", "2", "^", "x^", "^"]
    more = [text for slide in taken.slides.values() for text in said(slide)]
    assert more.count("^") == 6
    assert taken.told == ()


@pytest.mark.parametrize("what", ["words[^x]\n\n> [!NOTE]\n> b\n", "| a | b |\n|---|---|\n| row | 1[^x] |\n"])
def test_footnotes_without_room_on_their_slide_are_in_its_notes(what: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"## A\n\n{what}\n[^x]: {'A long note. ' * 90}\n", "deck.qmd")
    slide = taken.slides["a"]
    assert slide.layout in ("text", "table")
    assert not any("A long note" in each for each in said(slide))
    assert slide.notes
    assert slide.notes.plain.startswith("¹ A long note.")
    assert [each for each in taken.changed if each.startswith("the footnotes of the slide `a`, which stand")]
    assert taken.told == ()
