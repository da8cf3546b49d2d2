"""Ids for those who wrote none."""

from __future__ import annotations

import zlib

import pytest

from deck.fields.slug import distinct, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Côte d’Ivoire", "cote-divoire"),
        ("Straße & Łódź", "strasse-lodz"),
        ("A" * 90, "a" * 40),
        ("中文", f"item-{zlib.crc32('中文'.encode()):08x}"),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_distinct() -> None:
    taken: set[str] = set()
    assert [distinct("a", taken) for _ in range(3)] == ["a", "a-2", "a-3"]
