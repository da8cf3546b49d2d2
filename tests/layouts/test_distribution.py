"""Lists over columns and slides."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.layouts.frame.distribution import balanced, continued
from deck.model.shapes import TextBox
from deck.model.text import Text
from tests.outlines import laid_out

WEIGHTS = st.lists(st.floats(0.1, 100), min_size=1, max_size=9)


@given(WEIGHTS, st.integers(1, 9))
def test_no_division_has_a_lighter_heaviest_part(weights: list[float], parts: int) -> None:
    parts = min(parts, len(weights))
    divided = balanced(range(len(weights)), weights, parts)
    assert [index for part in divided for index in part] == list(range(len(weights)))
    assert len(divided) == parts
    assert all(divided)
    heaviest = max(sum(weights[index] for index in part) for part in divided)
    possible = (
        max(sum(weights[a:b]) for a, b in zip((0, *cuts), (*cuts, len(weights)), strict=True))
        for cuts in combinations(range(1, len(weights)), parts - 1)
    )
    assert heaviest <= min(possible) + 1e-3


def test_37_equal_entries_fill_four_columns() -> None:
    assert [len(column) for column in balanced(range(37), [1.0] * 37, 4)] == [10, 9, 9, 9]


def test_a_title_says_which_part_it_is_over() -> None:
    assert continued(Text.of("Countries"), 1, 1).plain == "Countries"
    assert continued(Text.of("Countries"), 2, 3).plain == "Countries\N{NO-BREAK SPACE}(2/3)"


@pytest.mark.parametrize("count", [1, 3, 5, 6, 14, 37, 60, 193])
def test_a_list_of_any_length_is_shown_whole_and_in_order(count: int, tmp_path: Path) -> None:
    names = [f"Country number {number}" for number in range(1, count + 1)]
    items = ", ".join(f"{{id: n{number}, text: {name}}}" for number, name in enumerate(names, start=1))
    built = laid_out(tmp_path, f"layout: columns\ntitle: Countries\nnumbered: true\nitems: [{items}]\nnotes: Once")
    assert built.diagnostics == ()
    shown = [
        paragraph
        for tree in built.deck.slides
        for shape in tree.shapes
        if isinstance(shape, TextBox) and shape.field == "items"
        for paragraph in shape.text.paragraphs
    ]
    assert [paragraph.plain for paragraph in shown] == names
    assert [paragraph.number for paragraph in shown] == list(range(1, count + 1))
    titles = [tree.title for tree in built.deck.slides]
    assert len(set(titles)) == len(titles)
    assert [bool(tree.notes) for tree in built.deck.slides] == [True] + [False] * (len(titles) - 1)


def test_bullets_continue_before_they_get_too_small(tmp_path: Path) -> None:
    sentence = "Pathfinder countries are guided by a framework which sets out the steps in developing a roadmap. " * 2
    items = "\n".join(f"  - {{id: n{number}, text: '{number} {sentence}'}}" for number in range(12))
    built = laid_out(tmp_path, f"layout: bullets\ntitle: Steps\nitems:\n{items}")
    assert built.diagnostics == ()
    assert [tree.title for tree in built.deck.slides] == ["Steps\xa0(1/2)", "Steps\xa0(2/2)"]
    sizes = {shape.text.sizes for tree in built.deck.slides for shape in tree.shapes if shape.name == "Text"}
    assert len(sizes) == 1, "the parts of one list are set alike"
