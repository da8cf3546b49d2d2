"""Plain values become YAML that reads as the same values."""

from __future__ import annotations

from decimal import Decimal

import pytest

from deck.nodes import compose, plain
from deck.nodes.writing import as_yaml


@pytest.mark.parametrize("written", ["50_000_000", "1_850", "-1_850", "2026", "8.70", "0.5", "true", "text", "'1_850'"])
def test_what_was_read_is_written_as_it_stood(written: str) -> None:
    root, _ = compose.compose(f"a: {written}\n", "x")
    assert root
    value = plain(root)["a"]
    again, _ = compose.compose(as_yaml({"a": value}), "x")
    assert again
    assert (plain(again)["a"], type(plain(again)["a"])) == (value, type(value))
    assert as_yaml({"a": value}) == f"a: {written}\n"


def test_a_whole_decimal_is_written_as_the_number() -> None:
    assert as_yaml(Decimal(5)).splitlines()[0] == "5"
