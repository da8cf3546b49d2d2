"""Words, lists, tables and links in other programs' Markdown say here what they say there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deck.layouts.tables.fields import Table
from deck.markup.pieces import LINK
from tests.starting.taken import MARP, Taken, said


def test_numbers_stay(tmp_path: Path) -> None:
    lists = "1. first\n2. second\n   1. below\n\n---\n\n# B\n\n![](a.png)\n\n4. fourth\n5. fifth\n"
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    taken = Taken(tmp_path, f"# A\n\n- a\n\n{lists}")
    blocks = [(each.number, each.level) for each in taken.slides["a"].content.text if each.level]  # type: ignore[attr-defined]
    assert blocks == [(None, 1), (1, 1), (2, 1), (1, 2)]
    numbers = [each.number for each in taken.slides["b"].content.text]  # type: ignore[attr-defined]
    assert numbers == [None, 4, 5]


def test_lines_that_html_breaks_end_there(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A<br>new\n\none<br/>two\n\n## more\n\n- three<br>four\n\n`<br>` is shown\n")
    assert {"A new", "one two", "three four", "<br> is shown"} <= set(said(taken.slides["a-new"]))
    runs = [
        run.text for _, text in taken.slides["a-new"].content.texts() for each in text.paragraphs for run in each.runs
    ]
    assert "one\vtwo" in runs
    assert taken.told == ()


def test_links_in_notes_are_kept_or_told(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"{MARP}# A\n\n- a\n\n<!-- See [it](https://example.org/x) and [more](more.md). -->\n")
    assert "https://example.org/x" in taken.outline
    assert taken.whats() == ["in notes, where a link leads: more.md"]


LISTED = """\
+-----+----------------+-------+
| Who | What           | Sum   |
+=====+================+=======+
| Ann | -   wells      | 1     |
|     |                |       |
|     | -   roads and  |       |
|     |     bridges    |       |
+-----+----------------+-------+
| Ben | Two:           | - 2   |
|     |                |       |
|     | 1. this        |       |
|     | 2. that        |       |
|     |                |       |
|     | as it was      |       |
|     | - is           |       |
+-----+----------------+-------+
"""


@pytest.mark.parametrize(("before", "end"), [("", "\v"), ("Words.\n\n", " ")])
def test_paragraphs_and_entries_in_cells_of_a_grid_stand_on_lines(tmp_path: Path, before: str, end: str) -> None:
    """In a table among words cells have no lines; there the signs of entries part them."""
    taken = Taken(tmp_path, f"## A\n\n{before}{LISTED}\n## B\n\n- b\n", "deck.qmd")
    cells = ["".join(run.text for run in text.paragraphs[0].runs) for _, text in taken.slides["a"].content.texts()]
    wanted = ["Ann", "• wells|• roads and bridges", "1", "Ben", "Two:|1. this|2. that|as it was - is", "-2"]
    assert cells[-len(wanted) :] == [each.replace("|", end) for each in wanted]
    assert taken.told == ()


def test_tables_of_pandoc_in_grids_and_under_dashes(tmp_path: Path) -> None:
    grid = "+-----+-------+\n| a   | b     |\n+=====+=======+\n| 1   | two   |\n|     | lines |\n+-----+-------+\n"
    dashes = "  Right  Left\n-------  ------\n     12  twelve\n      1  one\n"
    taken = Taken(tmp_path, f"---\naspectratio: 169\n---\n\n## A\n\n{grid}\n## B\n\n{dashes}\n## C\n\n- c\n")
    assert [slide.layout for slide in taken.slides.values()] == ["table", "table", "bullets"]
    assert said(taken.slides["a"]) == ["A", "a", "b", "1", "two lines"]
    assert said(taken.slides["b"])[1:] == ["Right", "Left", "12", "twelve", "1", "one"]


@pytest.mark.parametrize(
    "kept",
    [
        "**13 minutes**",
        "**40** million, and *5* of **7**%, **8**th",
        "*2026*",
        "**100%**, **“Hello”**, she said",
        "x**1**y",
        "**(a)** *b.*",
        "**5***6*",
        "Research & Development",
        "3 * 4 < 13",
        "snake_case_name",
        "~5, [sic]",
        "**A & B**, 5",
    ],
)
def test_markup_that_is_read_the_same_here_stays_as_it_is(kept: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"# A\n\n- Used {kept} a day\n- b\n")
    assert f"Used {kept} a day" in taken.outline
    assert taken.told == ()


@pytest.mark.parametrize(
    ("written", "here"),
    [
        ("\\*no\\*", "\\*no\\*"),
        ("a \\_b\\_", "a \\_b\\_"),
        ("&amp;lt; R&amp;D", "\\&lt; R&D"),
        ("a \\` b `c`", "a \\` b `c`"),
        ("**40** million, *12*th, *5*6", "**40** million, *12*th, *&#53;*6"),
    ],
)
def test_only_what_would_be_read_otherwise_is_escaped(written: str, here: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"# A\n\n- Used {written}\n- b\n")
    assert f"Used {here}" in taken.outline


def test_what_pandoc_s_markdown_has_more_than_commonmark(tmp_path: Path) -> None:
    text = """\
## A

H~2~O, x^2^ and y^th^, [Small]{.smallcaps}, ^[first] and [^b]---see [it](https://example.org){target=_blank} `x`{.r}...

[^b]: second
    goes on

    and on

Term
:   one
    goes on

Other

~   two

(@) first
(@good) second

As (@good) shows.

a. one
b. two

#. three

## B

| a | b |
|---|---|
| 1 | 2 |

: The caption {#tbl-x}
"""
    taken = Taken(tmp_path, text, "deck.qmd")
    assert said(taken.slides["a"])[1:] == [
        "H₂O, x² and yth, Small, ¹ and ²—see it x…",
        "Term",
        "one goes on",
        "Other",
        "two",
        "first",
        "second",
        "As (2) shows.",
        "one",
        "two",
        "three",
        "¹ first",
        "² second goes on and on",
    ]
    assert [block.number for block in taken.slides["a"].content.text][5:11] == [1, 2, None, 1, 2, 3]  # type: ignore[attr-defined]
    assert said(taken.slides["b"]) == ["B", "a", "b", "1", "2", "The caption"]
    assert taken.slides["b"].layout == "table"
    assert taken.changed == [
        "raised or lowered signs, which stand on the line: ^th^",
        "a list by letters or signs, which is by numbers: a",
    ]
    assert taken.told == ((3, "how words look: [Small]{.smallcaps}"),)


def test_addresses_are_no_text(tmp_path: Path) -> None:
    address = "https://example.org/~ana/a--b...c/~x"
    taken = Taken(tmp_path, f"## A\n\n- [see]({address}) <{address}> {address}\n- a -- b\n", "deck.qmd")
    assert f"[see]({address}) [{address}]({address}) {address}" in taken.outline.replace("\\", "")
    assert "a – b" in taken.outline


def test_figures_of_a_table_stay_at_the_end_of_their_columns(tmp_path: Path) -> None:
    table = "| a | b | c |\n|---|--:|:-:|\n| x | 1 | 2 |\n"
    taken = Taken(tmp_path, f"# A\n\n{table}\n---\n\n# B\n\n- b\n\n{table}\n---\n\n# C\n\n-\n\nwords\n")
    assert taken.outline.count("align: end") == 1
    assert "| --- | ---: | --- |" in taken.outline
    assert said(taken.slides["c"]) == ["C", "words"]
    assert taken.told == tuple((line, "that a column of a table is centred: c") for line in (3, 13))


GRIDS = """## A

+-----+------+-----+
| one | two  | six |
+:====+=====:+:===:+
| x   | y    | z   |
+-----+------+-----+

## B

one     two   six
-----  ----  -----
x         y    z
"""


def test_columns_of_pandoc_s_tables_keep_their_sides(tmp_path: Path) -> None:
    taken = Taken(tmp_path, GRIDS, "deck.qmd")
    for name in ("a", "b"):
        content = taken.slides[name].content
        assert isinstance(content, Table)
        assert [column.align for column in content.columns] == [None, "end", None]
    assert taken.told == tuple((line, "that a column of a table is centred: six") for line in (3, 11))


def test_a_picture_within_a_list_is_told(tmp_path: Path) -> None:
    Image.new("RGB", (640, 480), "teal").save(tmp_path / "a.png")
    told = "a picture within a list, which stands after it: a.png"
    cases = (
        ("- one ![A wall](a.png)\n- two", True),
        ("- ![A wall](a.png)\n\n  words below\n- two", True),
        ("- one\n  - deep ![A wall](a.png)\n- two", True),
        ("- one\n\n  ![A wall](a.png)\n\n  ```\n  code\n  ```", True),
        ("- one\n- two ![A wall](a.png)", False),
        ("- one\n\n![A wall](a.png)\n\nwords", False),
    )
    for number, (entries, is_told) in enumerate(cases):
        (folder := tmp_path / f"{number}").mkdir()
        (folder / "a.png").write_bytes((tmp_path / "a.png").read_bytes())
        taken = Taken(folder, f"# A\n\n{entries}\n")
        assert taken.changed.count(told) == is_told, entries
        assert "A wall" in taken.outline


def test_spaces_that_hold_a_place_open_are_one(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"# A\n\n- 10&nbsp;km\n- a{'&nbsp;' * 90}b\n\n  c\n\n---\n\n# B\n\n- b\n")
    assert said(taken.slides["a"]) == ["A", "10\N{NO-BREAK SPACE}km", "a b c"]
    assert any("\v" in run.text for _, text in taken.slides["a"].content.texts() for run in text.paragraphs[0].runs)


def test_links_and_pictures_may_be_defined_on_another_slide(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    defined = "[wells]: https://example.org/wells\n[shown]: a.png\n\n```\n[code]: https://example.org/code\n```\n"
    taken = Taken(
        tmp_path, f"# A\n\n- see [wells], [here][wells] and [code]\n\n![A well][shown]\n\n---\n\n# B\n\n{defined}"
    )
    assert "[wells](https://example.org/wells), [here](https://example.org/wells)" in taken.outline
    assert "[code](" not in taken.outline
    assert "A well" in said(taken.slides["a"])


def test_where_pictures_lead_and_how_code_looks_is_told(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    linked = "[![A well|200](a.png)](https://example.org/x)"
    code = "```ts {lines:true, startLine:5}\na\n```\n\n```ts {1} {maxHeight:'9px'}\na\n```"
    taken = Taken(tmp_path, f"{MARP}# A\n\n{linked}\n\n---\n\n# B\n\n{linked} words\n\n---\n\n# C\n\n{code}\n")
    looks = [(19, "how code looks: {lines:true, startLine:5}"), (23, "how code looks: {maxHeight:'9px'}")]
    assert list(taken.told) == [(7, f"{LINK}: https://example.org/x"), (13, f"{LINK}: https://example.org/x"), *looks]
    assert taken.outline.count("description: A well\n") == 2


def test_keys_and_raised_words_of_html(tmp_path: Path) -> None:
    keys = "<kbd>shift</kbd><kbd class='k'>a</kbd>: 10<sup class='s'>2</sup>, H<sub id='x'>2</sub>O, 1<sup a>er</sup>"
    taken = Taken(tmp_path, f"{MARP}# A\n\n- {keys}\n")
    assert said(taken.slides["a"])[1] == "shift a: 10², H₂O, 1er"
    assert taken.changed == ["raised or lowered signs, which stand on the line: <sup a>er</sup>"]


def test_what_links_say_where_they_are_pointed_at_is_told(tmp_path: Path) -> None:
    links = '[a](https://example.org "First, the wells") and [b](more.md "Then more")'
    taken = Taken(tmp_path, f"{MARP}# A\n\n- {links}\n")
    said_there = "what a link says where it is pointed at: "
    assert sorted(taken.whats()) == [f"{said_there}First, the wells", f"{said_there}Then more", f"{LINK}: more.md"]
