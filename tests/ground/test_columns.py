"""Text on a terminal, in its cells."""

from __future__ import annotations

import pytest

from deck.ground.columns import in_columns, width


@pytest.mark.parametrize(
    ("words", "cells"), [("é", 1), ("e\u0301", 1), ("ที่", 1), ("दुःख", 3), ("中文", 4), ("a\u200db", 2), ("a\u00adb", 3)]
)
def test_the_cells_of_a_terminal(words: str, cells: int) -> None:
    assert width(words) == cells


def test_what_is_in_one_column_begins_in_one_place() -> None:
    rows = [("no.", "name", ""), ("1", "中文", "a"), ("10", "ที่", "b")]
    assert list(in_columns(rows)) == ["no.  name", "1    中文  a", "10   ที่     b"]
