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


PANDOC = """\
## A

#. auto one
#. auto two

(5) five
(6) six

(@g) Good

As (@g) says.

(@) Better

## B

1. one
2. two
(5) five
    (i) below
   (ii) below, too
(6) six

a. one
5. five
c. see

## C

 9)  Ninth
10)  Tenth
11)  Eleventh
       i. subone
      ii. subtwo
     iii. subthree

2. two
- dash
7. seven, which
goes on
(3) of the law

Words, as of
(2) of the law.

B. Russell
"""


def test_lists_of_pandoc_begin_with_their_numbers(tmp_path: Path) -> None:
    taken = Taken(tmp_path, PANDOC, "deck.qmd")
    first, second, third = taken.slides.values()
    assert listed(first) == [
        (1, 1, "auto one"),
        (2, 1, "auto two"),
        (5, 1, "five"),
        (6, 1, "six"),
        (1, 1, "Good"),
        (2, 1, "Better"),
    ]
    assert "As (1) says." in said(first)
    assert listed(second) == [
        (1, 1, "one"),
        (2, 1, "two"),
        (5, 1, "five"),
        (1, 2, "below"),
        (2, 2, "below, too"),
        (6, 1, "six"),
        (1, 1, "one"),
        (5, 1, "five c. see"),
    ]
    assert listed(third) == [
        (9, 1, "Ninth"),
        (10, 1, "Tenth"),
        (11, 1, "Eleventh"),
        (1, 2, "subone"),
        (2, 2, "subtwo"),
        (3, 2, "subthree"),
        (2, 1, "two"),
        (None, 1, "dash"),
        (7, 1, "seven, which goes on"),
        (3, 1, "of the law"),
    ]
    assert said(third)[-2:] == ["Words, as of (2) of the law.", "B. Russell"]
    letters = "a list by letters or signs, which is by numbers"
    assert taken.changed == [f"{letters}: i", f"{letters}: a", f"{letters}: i"]


def test_lines_after_bars_stay_lines(tmp_path: Path) -> None:
    block = "| The Secretariat\n|   Palais, which\n  goes on\n|\n| 1. floor\n| - door | gate\n"
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    taken = Taken(tmp_path, f"## A\n\nWrite to:\n\n{block}\n## B\n\n{table}", "deck.qmd")
    runs = [run.text for each in taken.slides["a"].content.texts() for p in each[1].paragraphs for run in p.runs]
    assert "\v".join(["The Secretariat", "Palais, which goes on", "1. floor", "- door | gate"]) in "".join(runs)
    assert taken.slides["b"].layout == "table"
    assert taken.told == ((6, "the indent of a line: Palais, which"),)


MULTILINE = """\
-------------------------------------------------------------
 Centered   Default           Right Left
  Header    Aligned         Aligned Aligned
----------- ------- --------------- -------------------------
   First    row                12.0 Example of a row that
                                    spans multiple lines.

  工作组    row                 5.0 Here's another one. Note
                                    the blank line.
-------------------------------------------------------------
"""
HEADLESS = """\
-------     ------ ----------
     12     12        12
    123     123       123
-------     ------ ----------
"""
PARTED = """\
------- ------
     12 goes
        on

    123 b
------- ------
"""


def test_tables_of_pandoc_between_rules_are_tables(tmp_path: Path) -> None:
    text = f"## A\n\n{MULTILINE}\nTable: Its caption\n\n## B\n\n{HEADLESS}\n## C\n\n{PARTED}\n## D\n\n- d\n"
    taken = Taken(tmp_path, text, "deck.qmd")
    assert [slide.layout for slide in taken.slides.values()] == ["table", "table", "table", "bullets"]
    assert said(taken.slides["a"])[1:] == [
        *("Centered Header", "Default Aligned", "Right Aligned", "Left Aligned"),
        *("First", "row", "12.0", "Example of a row that spans multiple lines."),
        *("工作组", "row", "5.0", "Here's another one. Note the blank line."),
        "Its caption",
    ]
    assert said(taken.slides["b"])[1:] == ["–", "–", "–", "12", "12", "12", "123", "123", "123"]
    assert said(taken.slides["c"])[1:] == ["–", "–", "12", "goes on", "123", "b"]
    ends = [[column.align for column in taken.slides[name].content.columns] for name in "abc"]  # type: ignore[attr-defined]
    assert ends == [[None, None, "end", None], ["end", None, None], ["end", None]]
    centred = "that a column of a table is centred"
    assert taken.whats() == [f"{centred}: Centered Header", f"{centred}: the 3. one"]


def test_rules_that_part_slides_begin_no_table(tmp_path: Path) -> None:
    text = f"{MARP}# A\n\n- a\n\n----------\nwords\n\n- b\n\n----------\n\n# C\n\n- c\n"
    taken = Taken(tmp_path, text)
    assert len(taken.slides) == 3
    assert "table" not in {slide.layout for slide in taken.slides.values()}


def test_figures_of_a_grid_stay_at_the_end(tmp_path: Path) -> None:
    grid = "+-----+-----+\n| a   | b   |\n+:====+====:+\n| x   | 1   |\n+-----+-----+\n"
    taken = Taken(tmp_path, f"## A\n\n{grid}", "deck.qmd")
    assert [column.align for column in taken.slides["a"].content.columns] == [None, "end"]  # type: ignore[attr-defined]


HEAD = """\
---
title: ~~Old~~ New
subtitle: Below
date: 2026-11-28
institute: [Ministry, Union]
author:
  - name: Ann Lee
    affiliations: ILO
    email: ann@example.org
  - name: {given: Ben, family: Ola}
    affiliations:
      - name: IOE
        city: Geneva
  - Cy
{more}---

## A

- a
"""


def test_all_that_is_said_of_authors_is_taken_or_told(tmp_path: Path) -> None:
    taken = Taken(tmp_path, HEAD.replace("{more}", "format: revealjs\n"), "deck.qmd")
    cover = taken.slides["cover"]
    (subtitle,) = said(cover)[1:]
    assert " ".join(subtitle.split()) == "Below Ann Lee, Ben Ola, Cy, ILO, IOE, Ministry, Union, 2026-11-28"
    assert taken.told == (
        (2, "the line through words: Old"),
        (9, "what is said of an author, email: ann@example.org"),
        (13, "what is said of an author, city: Geneva"),
    )


def test_what_no_slide_shows_of_the_front_matter_is_told(tmp_path: Path) -> None:
    taken = Taken(tmp_path, HEAD.replace("{more}", "marp: true\n"))
    assert taken.whats() == [
        "the line through words: Old",
        "the deck’s subtitle: Below",
        "the deck’s date: 2026-11-28",
        "the deck’s institute: Ministry, Union",
        "what is said of an author, affiliations: ILO",
        "what is said of an author, affiliations: name: IOE, city: Geneva",
        "what is said of an author, email: ann@example.org",
    ]


EXAMPLES = """\
## A

(@a) One

     beside its words

(@bad) Two

       beside its words

    four in

(@a-long-name) Three

               beside its words

    - below

      of it

(@) Four

    ```
    code
      in
    ```
"""


def test_what_belongs_to_an_example_is_no_code_however_long_its_name(tmp_path: Path) -> None:
    taken = Taken(tmp_path, EXAMPLES, "deck.qmd")
    blocks = taken.slides["a"].content.text  # type: ignore[attr-defined]
    assert [each.kind for each in blocks].count("code") == 1
    assert "```\n             code\n               in\n" in taken.outline
    assert [(each.number, each.level, each.text.plain) for each in blocks if each.kind == "entry"] == [
        (1, 1, "One beside its words"),
        (2, 1, "Two beside its words four in"),
        (3, 1, "Three beside its words"),
        (None, 2, "below of it"),
        (4, 1, "Four"),
    ]
