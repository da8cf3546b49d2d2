"""What is wrong between a layout's fields is told at the field."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError
from deck.layouts import LAYOUTS
from deck.pipeline.build import lay_out
from tests.outlines import HEADER, laid_out, write_outline

FIRST_LINE = HEADER.count("\n") + 1
TABLE = """\
layout: table
title: x
columns:
- {id: measure, heading: Measure}
rows:
- {id: cost, cells: {measure: 1}}
- {id: costs, cells: {measre: 1}}
"""
FIGURE = "- {id: %s, value: 3, label: x}\n"
STATISTICS = "layout: statistics\ntitle: x\nfigures:\n" + "".join(FIGURE % name for name in "ab")
SHARE = "{id: a, value: 3, label: x}"


def found(folder: Path, slide: str) -> list[tuple[str, str, str | None]]:
    """`line:column` in the slide, the code and the hint of each mistake."""
    with pytest.raises(DeckError) as caught:
        laid_out(folder, slide)
    return [
        (f"{one.span.line - FIRST_LINE}:{one.span.column - 8}", one.code, one.hint)
        for one in caught.value.diagnostics
        if one.span
    ]


def test_a_cell(tmp_path: Path) -> None:
    assert found(tmp_path, TABLE) == [
        ("7:23", "unknown-field", "did you mean `measure`?"),
    ]


def test_a_row_that_is_a_list(tmp_path: Path) -> None:
    row = "{id: costs, cells: {measre: 1}}"
    ((place, code, hint),) = found(tmp_path, TABLE.replace(row, "[Costs, 1]"))
    assert (place, code, hint) == ("7:3", "wrong-type", "write `{cells: {measure: …}}`")
    columns = "- {id: measure, heading: Measure}\n- Paid in €"
    wider = TABLE.replace("- {id: measure, heading: Measure}", columns).replace(row, "[Costs, 1]")
    assert found(tmp_path, wider)[0][2] == "write `{cells: {measure: Costs, paid-in: 1}}`"


@pytest.mark.parametrize(
    ("slide", "hint"),
    [
        (
            "layout: matrix\ntitle: x\nquadrants: [Strong, {heading: b}, {heading: c}, {heading: d}]",
            "write `{heading: Strong}`",
        ),
        (
            "layout: bullets\ntitle: x\nitems: |\n  - a\n  - b",
            "take out the `|` after `items:`: it makes a text of the list below it",
        ),
        (
            "layout: bullets\ntitle: x\nitems: >\n  - a\n  - b",
            "take out the `>` after `items:`: it makes a text of the list below it",
        ),
        (
            "layout: picture\ntitle: x\npicture: |\n  file: a.png",
            "take out the `|` after `picture:`: it makes a text of the fields below it",
        ),
        (
            "layout: bullets\ntitle: x\nitems: a and b",
            "write each entry on a line that begins with `- `",
        ),
        (
            "layout: bullets\ntitle: x\nitems: [a]\nnotes: [a, b]",
            "write `notes: |`, and what it says on the lines under it, further in",
        ),
        (
            "layout: bullets\ntitle: [Draft]\nitems: [a]",
            'a text that begins with a square bracket needs quotation marks: "[…] …"',
        ),
        (
            "layout: chart\nkind: pie\ntitle: x\ncategories: [{label: a, value: 1}]",
            "did you mean `doughnut`?",
        ),
        (
            "layout: chart\nkind: area\ntitle: x\nseries: [Big ones, Small]\ncategories: [{label: a, values: [1, 2]}]",
            "write each with its name, as `values: {big-ones: 1, small: 2}`",
        ),
        (
            "layout: gantt\ntitle: x\ntasks: [{label: a, milestone: 3 March 2026}]",
            "write `2026-03-03`",
        ),
        (
            "layout: diagram\ntitle: x\nnodes: [A, B]\nedges: [A → B]",
            "write `A -> B`",
        ),
        (
            "layout: map\ntitle: x\nitems: [Germany]",
            "write `{id: de, text: Germany}`",
        ),
    ],
)
def test_a_value_in_another_form_is_shown_in_the_right_one(tmp_path: Path, slide: str, hint: str) -> None:
    assert [one for _, _, one in found(tmp_path, slide)] == [hint]


def test_a_table_of_a_list_without_columns_is_told_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "donors.csv").write_text("name,amount\nA,5\n", encoding="utf-8")
    outline = write_outline(tmp_path, "layout: table\ntitle: x\nrows: {list: donors}")
    text = outline.read_text(encoding="utf-8")
    outline.write_text(f"lists: {{donors: {{table: donors.csv}}}}\n{text}", encoding="utf-8")
    with pytest.raises(DeckError) as caught:
        lay_out(outline)
    assert [one.message for one in caught.value.diagnostics] == ["`columns` is missing"]
    outline.write_text(outline.read_text(encoding="utf-8").replace("rows:", "columns: [Name, Sum]\n        rows:"))
    with pytest.raises(DeckError) as caught:
        lay_out(outline)
    ((message, hint),) = ((one.message, one.hint) for one in caught.value.diagnostics)
    assert (message, hint) == ("the list has no column `sum`", "say which of its columns it is: `cells: {sum: name}`")


def test_parts_without_room(tmp_path: Path) -> None:
    parts = f"- {{id: c, value: 3, label: x, parts: [{SHARE}]}}\n"
    ((place, code, _),) = found(tmp_path, STATISTICS + parts)
    assert (place, code) == ("6:31", "invalid-value")
    assert not laid_out(tmp_path, STATISTICS).diagnostics


def test_a_list_of_another_name(tmp_path: Path) -> None:
    card = "{id: a, heading: A}, {id: b, heading: B}"
    mistakes = found(tmp_path, f"layout: cards\ntitle: x\nitems: [{card}]")
    assert ("3:1", "unknown-field", "did you mean `cards`?") in mistakes


def test_words_that_lead_to_no_parts_are_not_lost(tmp_path: Path) -> None:
    slide = "layout: statistics\ntitle: T\nfigures: [{id: a, value: 1, label: all, parts_label: Of which}]"
    with pytest.raises(DeckError, match="these words lead to parts"):
        laid_out(tmp_path, slide)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("image", "nearest to it is `picture`"),
        ("two-columns", "nearest to it is `comparison`"),
        ("Two columns", "nearest to it is `comparison`"),
        ("graph", "nearest to it is `chart`"),
        ("roadmap", "nearest to it is `timeline`"),
        ("divider", "nearest to it is `section`"),
        ("team", "nearest to it is `people`"),
        ("process", "nearest to it is `steps`"),
        ("key_figure", "did you mean `key-figure`?"),
        ("tabel", "did you mean `table`?"),
    ],
)
def test_a_layout_by_another_name(tmp_path: Path, written: str, hint: str) -> None:
    assert found(tmp_path, f"layout: {written}\ntitle: x") == [("1:9", "unknown-layout", hint)]


KINDS = """
title section bullets agenda quote big-number comparison timeline kpis two-columns closing table chart process cards
picture statement two-by-two funnel pyramid pros-and-cons diagram icons team swot cycle scorecard gantt waterfall
organization-chart
"""


@pytest.mark.parametrize("kind", KINDS.split())
def test_the_kinds_of_slides_that_templates_have_are_there(kind: str) -> None:
    assert [layout.name for layout in LAYOUTS.values() if kind in (layout.name, *layout.also)]


def test_no_word_means_two_layouts() -> None:
    words = [word for layout in LAYOUTS.values() for word in (layout.name, *layout.also)]
    assert sorted(words) == sorted(set(words))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", word) for word in words)
