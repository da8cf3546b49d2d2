"""Texts that differ in what nobody sees."""

from __future__ import annotations

import pytest

from deck.cli.look_alikes import told_apart


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("up to 2028", "up to\N{NO-BREAK SPACE}2028", ("up to 2028", "up to<U+00A0>2028")),
        ("Nurse", "\N{RIGHT-TO-LEFT MARK}Nurse", ("Nurse", "<U+200F>Nurse")),
        ("Nur\N{SOFT HYPHEN}se", "Nurse", ("Nur<U+00AD>se", "Nurse")),
        ("caf\N{LATIN SMALL LETTER E WITH ACUTE}", "cafe\N{COMBINING ACUTE ACCENT}", ("café", "cafe<U+0301>")),
        ("up to 2028", "until\N{NO-BREAK SPACE}2028", ("up to 2028", "until\N{NO-BREAK SPACE}2028")),
        ("می‌روم", "میروم", ("می<U+200C>روم", "میروم")),
    ],
)
def test_what_is_unseen_is_spelt_where_texts_look_the_same(before: str, after: str, told: tuple[str, str]) -> None:
    assert told_apart(before, after) == told
