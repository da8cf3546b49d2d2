"""How a file that is not well-formed is explained: where, and the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.nodes.compose import compose
from deck.nodes.node import Mapping, Sequence
from deck.nodes.scalars import Grouped
from deck.nodes.writing import as_yaml
from tests.outline.outlines import FIRST_LINE, mistakes, write

SLIDE = """\
  - id: a
    layout: cards
    title: "Meet"
    cards:
      - id: why
        heading: Why
      - id: how
        heading: How
    notes: |
      One.

      Two.
"""
INDENTED = [
    ("      - id: how", "     - id: how", "7:6", "indent it by 6, like `- id: why` in line 13"),
    ("      - id: how", "       - id: how", "7:8", "indent it by 6, like `- id: why` in line 13"),
    ("      - id: why", "     - id: why", "6:9", "indent it by 7, like `id: why` in line 13"),
    ("        heading: How", "       heading: How", "8:8", "indent it by 8, like `id: how` in line 15"),
    ("        heading: How", "         heading: How", "8:10", "indent it by 8, like `id: how` in line 15"),
    ("    cards:", "   cards:", "4:4", 'indent it by 4, like `title: "Meet"` in line 11'),
    ("    cards:", "        cards:", "4:9", 'indent it by 4, like `title: "Meet"` in line 11'),
    ("      Two.", "    Two.", "12:5", "indent it by 6, like `One.` in line 18"),
    ("      One.", "    One.", "10:5", "indent it by 6, under `notes: |` in line 17"),
    (
        "  - id: a",
        "  - id: z\n    layout: plain\n    title: z\n   - id: a",
        "4:4",
        "indent it by 2, like `- id: z` in line 9",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "place", "hint"), INDENTED)
def test_indentation(tmp_path: Path, right: str, wrong: str, place: str, hint: str) -> None:
    assert SLIDE.count(f"{right}\n") == 1
    (found,) = mistakes(write(tmp_path, SLIDE.replace(f"{right}\n", f"{wrong}\n")))
    assert found.span is not None
    assert (f"{found.span.line - FIRST_LINE + 1}:{found.span.column}", found.hint) == (place, hint)
    assert "indented by" in found.message


def test_the_slide_is_right_where_its_indentation_is(tmp_path: Path) -> None:
    assert mistakes(write(tmp_path, SLIDE)) == []
    # Deeper is fine where a level begins, and so is a text that goes on.
    deeper = SLIDE.replace("      - id", "           - id").replace("        heading", "             heading")
    assert mistakes(write(tmp_path, deeper.replace('"Meet"', "Meet\n       again"))) == []


BRACES = [
    ("heading: Meet: now", True, 'a text that holds a colon needs quotation marks inside braces: `heading: "…: …"`'),
    (
        "heading: Meet [now]",
        True,
        'a text that holds a square bracket needs quotation marks inside braces: `heading: "… [ …"`',
    ),
    ("heading: {answer} now", True, 'a text that begins with a brace needs quotation marks: `heading: "{…} …"`'),
    ('heading: "Meet" now', True, "put the whole text in quotation marks"),
    ('heading: "Say "no" now"', True, "put single ones round the whole text: 'Say \"no\" now'"),
    ("heading: Room #2", True, 'put a text that holds a # in quotation marks: "Room #2"'),
    ("heading: **Meet** now", True, 'a text that begins with * needs quotation marks: "*…"'),
    ("heading: #1", True, 'put a text that holds a # in quotation marks: "#1 …"'),
    ("heading: 'It's ours'", True, 'take double ones: "It\'s ours"'),
    ("heading:Meet", False, "write a space after the colon: `heading: Meet`"),
    (
        "heading: Meet, or not",
        False,
        'a text that holds a comma needs quotation marks inside braces: `heading: "…, …"`',
    ),
    ("heading: Meet, value: 2,5", False, "write a decimal with a point: `value: 2.5`"),
]


@pytest.mark.parametrize(("field", "malformed", "hint"), BRACES)
def test_between_braces(tmp_path: Path, field: str, malformed: bool, hint: str) -> None:
    before = "  - {id: a, layout: cards, title: x, cards: [{id: a, heading: b}, {id: b, "
    found = mistakes(write(tmp_path, f"{before}{field}}}]}}\n"))
    assert hint in [one.hint for one in found]
    assert [one.code for one in found] == ["yaml-syntax"] or not malformed
    assert all(one.span and one.span.line == FIRST_LINE for one in found)


OTHERS = [
    ("title: 'It's ours'", "1:11", 'take double ones: "It\'s ours"'),
    ('title: "Say "no" now"', "1:14", "put single ones round the whole text: 'Say \"no\" now'"),
    ('title: "No" is no', "1:12", "put single ones round the whole text: '\"No\" is no'"),
    ("title: 'No' is no", "1:12", "put the whole text in quotation marks: \"'No' is no\""),
    ('title: "It\'s "no" now"', "1:15", 'write \\" for those inside: "It\'s \\"no\\" now"'),
    ("notes: |\n  ratio:1\nx", "3:1", "indent it by 6, like `ratio:1` in line 12"),
    ("title:Why", "1:1", "write `title: Why`"),
    ('title: "Why\nsubtitle: x\nnotes: "y"', "1:8", 'close it with " where the text ends'),
    ("picture: {file: a.png\nnotes: x", "1:10", "close it with }"),
    ("picture:\n  {file: a.png\n   description: x}", "2:15", "end it with a comma"),
]


@pytest.mark.parametrize(("fields", "place", "hint"), OTHERS)
def test_fields(tmp_path: Path, fields: str, place: str, hint: str) -> None:
    lines = "".join(f"    {line}\n" for line in fields.split("\n"))
    (found,) = mistakes(write(tmp_path, f"  - id: a\n    layout: plain\n{lines}"))
    assert found.span is not None
    assert (f"{found.span.line - FIRST_LINE - 1}:{found.span.column - 4}", found.hint) == (place, hint)


@pytest.mark.parametrize(
    ("items", "line", "hint"),
    [
        ("- one\n-two\n- three", 2, "write `- two`"),
        ("- one\n– two\n• three", 2, "write `- two`"),
        ("-text: one\n- two", 1, "write `- text: one`"),
        ("-text: one\n items: [two]", 1, "write `- text: one`"),
    ],
)
def test_a_line_that_was_meant_as_an_entry_is_told_and_not_the_next_one(
    tmp_path: Path, items: str, line: int, hint: str
) -> None:
    lines = "".join(f"    {each}\n" for each in items.split("\n"))
    (found,) = mistakes(write(tmp_path, f"  - id: a\n    layout: list\n    title: x\n    items:\n{lines}"))
    assert found.span is not None
    assert (found.span.line - FIRST_LINE - 3, found.span.column, found.hint) == (line, 5, hint)


def test_a_quotation_mark_left_open_is_told_by_the_line_that_closes_it(tmp_path: Path) -> None:
    slides = '  - id: a\n    layout: plain\n    title: "x\n  - {id: b, layout: plain, title: "y"}\n'
    (found,) = mistakes(write(tmp_path, slides))
    assert found.message == f"the quotation mark that opens here is closed by the next one, in line {FIRST_LINE + 3}"


@pytest.mark.parametrize(
    ("block", "line", "column"),
    [
        ("|\n- id: next\n", 2, 6),
        ("|\n\n  y: 1\n", 2, 6),
        ("|\n    words\n- id: next\n", 3, 5),
        (">\n    words", 3, 5),
    ],
)
def test_a_block_of_text_stands_where_its_words_do_or_at_its_sign(block: str, line: int, column: int) -> None:
    node, found = compose(f"a:\n- x: {block}", "outline.yaml")
    assert not found
    assert isinstance(node, Mapping)
    entries = node.entries["a"]
    assert isinstance(entries, Sequence)
    (entry, *_) = entries.items
    assert isinstance(entry, Mapping)
    span = entry.entries["x"].span
    assert (span.line, span.column) == (line, column)


def test_a_comment_within_brackets_is_told_once_and_leaves_the_list_a_list() -> None:
    _, found = compose("items: [x #2, y]\n", "outline.yaml")
    assert [one.hint for one in found] == ['put a text that holds a # in quotation marks: "x #2"']
    _, found = compose("items: [w, x #2, y\n  , z]\n", "outline.yaml")
    (hint,) = [one.hint or "" for one in found]
    assert hint.startswith('put the whole text in quotation marks: "x #2"; or')


def test_a_number_whose_digits_are_parted_is_written_so() -> None:
    assert as_yaml({"people": Grouped(50_000_000), "year": 1850}) == "people: 50_000_000\nyear: 1850\n"
