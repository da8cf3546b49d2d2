"""Numbers as six languages and German write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.languages.numbers import compact, decimal
from deck.model.language import Language


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("en", "50_000_000", "50 million"),
        ("en", "49_600_000", "49.6 million"),
        ("en", "2_000_000_000", "2 billion"),
        ("en", "1_234_567", "1,234,567"),
        ("en", "160_000", "160,000"),
        ("en", "-50_000_000", "-50 million"),
        ("en", "0", "0"),
        ("en", "12.50", "12.50"),
        ("en", "12_345_678_901_234_567", "12,345,678,901,234,567"),
        ("en", "1" + "0" * 39, "1" + ",000" * 13),
        ("fr", "1_000_000", "1 million"),
        ("fr", "1_500_000", "1,5 million"),
        ("fr", "50_000_000", "50 millions"),
        ("es", "1_000_000", "1 millón"),
        ("es", "22_000_000", "22 millones"),
        ("ar", "50_000_000", "50 مليون"),
        ("ar", "5_000_000", "5 ملايين"),
        ("zh", "50_000_000", "5000万"),
        ("zh", "160_000_000", "1.6亿"),
        ("ru", "50_000_000", "50 миллионов"),
        ("ru", "21_000_000", "21 миллион"),
        ("ru", "22_000_000", "22 миллиона"),
        ("de", "49_600_000", "49,6 Millionen"),
        ("xx", "50_000_000", "50 million"),
    ],
)
def test_large_numbers_take_a_word(language: str, number: str, written: str) -> None:
    assert compact(Decimal(number), Language(language)).replace("\N{NO-BREAK SPACE}", " ") == written


@given(st.integers(-(10**13), 10**13), st.sampled_from(["en", "fr", "es", "ar", "zh", "ru", "de"]))
def test_a_number_never_breaks_and_is_never_rounded(number: int, tag: str) -> None:
    language = Language(tag)
    written = compact(Decimal(number), language)
    assert " " not in written
    if any(character.isalpha() for character in written):
        digits = sum(character.isdigit() for character in written)
        assert digits >= len(str(abs(number)).rstrip("0"))
    else:
        assert written == decimal(Decimal(number), language)
