"""Cells that were read in the wrong encoding are told from those with accents before marks of typography."""

from __future__ import annotations

import pytest

from deck.lists.garbled import mended


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("CÃ´te dâ€™Ivoire", "Côte d’Ivoire"),
        ("pÅ™i", "při"),
        ("Ù…Ø±Ø\xadØ¨Ø§", "مرحبا"),
        ("QUALITÉ\xa0!", "QUALITÉ\xa0!"),
        ("Noé\xa0»", "Noé\xa0»"),
        ("OÙ\xa0?", "OÙ\xa0?"),
        ("CAFÉ®", "CAFÉ®"),
    ],
)
def test_only_what_was_garbled_is_mended(cell: str, expected: str) -> None:
    assert mended(cell) == expected
