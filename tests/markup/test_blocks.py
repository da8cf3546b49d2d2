"""Texts in Markdown are read as their authors mean them, and nothing in them is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.markup.blocks import Block, blocks

TEXT = """\
A paragraph over
two lines, and a\\
third.

## A heading {#why}

1. One
2. Two
   - under
     it
     1. deepest {#deep}

   still two
5. Five

> quoted words
> go on

> [!WARNING]
> Beware

---

At the foot
"""


def said(text: str) -> list[tuple[object, ...]]:
    found, mistakes = blocks(text)
    assert mistakes == []
    return [(block.kind, block.level, block.number, block.text, block.id) for block in found]


def test_every_kind_of_block() -> None:
    assert said(TEXT) == [
        ("paragraph", 0, None, "A paragraph over two lines, and a\nthird.", None),
        ("heading", 0, None, "A heading", "why"),
        ("entry", 1, 1, "One", None),
        ("entry", 1, 2, "Two", None),
        ("entry", 2, None, "under it", None),
        ("entry", 3, 1, "deepest", "deep"),
        ("paragraph", 1, None, "still two", None),
        ("entry", 1, 3, "Five", None),
        ("quote", 0, None, "quoted words go on", None),
        ("warning", 0, None, "Beware", None),
        ("remark", 0, None, "At the foot", None),
    ]


def test_code_keeps_its_lines_and_says_what_it_is() -> None:
    (code, other, entry, plain), mistakes = blocks(
        "```python {2, 4-5}\na\n\n  b\n```\n\n~~~ {.r}\nx\n~~~\n\n1. one\n   ```\n   under\n   ```\n"
    )
    assert mistakes == []
    assert (code.kind, code.text, code.language, code.highlight) == ("code", "a\n\n  b\n", "python", "2, 4-5")
    assert (other.language, other.text) == ("r", "x\n")
    assert (entry.kind, plain.kind, plain.level, plain.text) == ("entry", "code", 1, "under\n")


def test_a_table_has_its_rows_and_their_lines() -> None:
    (table,), mistakes = blocks("| a | b\\|c |\n|--:|---|\n| **d** | |\n")
    assert mistakes == []
    assert (table.kind, table.rows) == ("table", ((0, ("a", "b|c")), (2, ("**d**", ""))))
    assert table.ends == (True, None)


def test_pictures_have_a_paragraph_of_their_own() -> None:
    found, _ = blocks('![A](a.png "One, *two*") ![B [c]](<b c.png>)\n\nin words ![D](d.png)')
    assert [(each.kind, each.text, each.file, each.description) for each in found] == [
        ("picture", "One, *two*", "a.png", "A"),
        ("picture", "", "b c.png", "B [c]"),
        ("paragraph", "in words ![D](d.png)", None, None),
    ]


def test_equations_are_whole_whatever_is_in_them() -> None:
    found, mistakes = blocks(
        "words\n$$ a < b $$\n\n$$\n- x\n+ y_1 *z*\n$$\n\n- one\n\n  $$ c $$\n\nno $$ in words\n\n$$ open"
    )
    assert mistakes == []
    assert [(each.kind, each.text, each.level) for each in found] == [
        ("paragraph", "words", 0),
        ("equation", "a < b", 0),
        ("equation", "- x\n+ y_1 *z*", 0),
        ("entry", "one", 1),
        ("equation", "c", 1),
        ("paragraph", "no $$ in words", 0),
        ("paragraph", "$$ open", 0),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("$$ is what we call money.\n\n- Norway gave 5 US$$", False),
        ("From 5 US$$ to 6 US$$, $5 and `$$x$$`.", False),
        ("The area is $$x^2$$.", True),
        ("$$E = mc^2$$ is known.\n\n- 5 US$$", True),
        ("$$E = mc^2$$ is known.\nSo is 5 US$$", True),
    ],
)
def test_dollars_in_words_are_no_equation(text: str, told: bool) -> None:
    found, mistakes = blocks(text)
    assert all(each.kind != "equation" for each in found)
    assert ["alone on its lines" in each.finding.message for each in mistakes] == [True] * told


def test_blocks_know_their_lines() -> None:
    lines = TEXT.split("\n")
    for block in blocks(TEXT)[0]:
        assert block.text.split()[0] in lines[block.line]
        assert block.text.split()[-1] in lines[block.end]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一行目\n二行目", "一行目二行目"),
        ("one\ntwo", "one two"),
        ("1986\\. It was the year", "1986\\. It was the year"),
        ("    not code", "not code"),
        ("words\n---", "words"),
        ("<b>no HTML</b>", "<b>no HTML</b>"),
    ],
)
def test_words_flow(text: str, found: str) -> None:
    assert [block.text for block in blocks(text)[0]] == [found]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("> ```\n> code\n> ```", "no code in it"),
        ("> | a |\n> |---|\n> | b |", "no table in it"),
        ("> ![A well](well.png)", "no picture in it"),
        ("> $$ x $$", "no equation in it"),
        ("- a\n  - b\n    - c\n      - d", "three levels"),
        ("> - a", "no list in it"),
    ],
)
def test_what_is_no_block_is_told(text: str, message: str) -> None:
    (mistake,) = blocks(text)[1]
    assert message in mistake.finding.message


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\n\n```python\nx = 1\n\nwords", 2, "does not end"),
        ("~~~\nx\n```\n", 0, "does not end"),
        ("````\nx\n```\n", 0, "does not end"),
        ("- a\n\n  ```\n  x\n- b", 2, "does not end"),
        ("a\n\n```", 2, "does not end"),
        ("a\n\n$$\nb\n\nc\n$$\n\nd", 2, "a blank line cuts"),
        ("a\n$$\n\nb\n\n$$", 1, "a blank line cuts"),
        ("$$ a = b\n\nc = d $$", 0, "a blank line cuts"),
        ("$$\na\n\nwords", 0, "does not end"),
    ],
)
def test_what_does_not_end_is_told_on_its_line(text: str, line: int, message: str) -> None:
    (mistake,) = blocks(text)[1]
    assert mistake.line == line
    assert message in mistake.finding.message


@pytest.mark.parametrize("text", ["```\nx\n```", "```\nx\n\n```\n\na", "- a\n\n  ~~~ r\n  x\n  ~~~~\n- b", "```\n```"])
def test_what_ends_is_well(text: str) -> None:
    assert blocks(text)[1] == []


LINES = st.lists(st.sampled_from(["", "a", "- b", "  - c", "1. d", "> e", "# f", "---", "   g", "> [!NOTE]", "h  "]))


@given(LINES)
def test_no_word_is_lost(lines: list[str]) -> None:
    found, _ = blocks("\n".join(lines))
    letters = [char for line in lines for char in line if char in "abcdefgh"]
    assert [char for block in found for char in block.text if char.islower()] == letters
    assert all(isinstance(block, Block) and 0 <= block.level <= 3 for block in found)
