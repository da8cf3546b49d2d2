"""What a list's cell is, where a field wants a number or a text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from deck.outline.row_values import date_in, number_in


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("400", "400"),
        ("-3", "-3"),
        ("2,5", "2.5"),
        ("2.50", "2.50"),
        ("1,234,567", "1234567"),
        ("1.234.567,8", "1234567.8"),
        ("50 000", "50000"),
        ("1’234’567.5", "1234567.5"),
        ("0.125", "0.125"),
        ("1.234", None),
        ("1,234", None),
        ("007", None),
        ("12 34", None),
        ("1.2.3", None),
        ("2026-05", None),
        ("about 5", None),
        ("٣", None),
        ("", None),
    ],
)
def test_numbers(cell: str, number: str | None) -> None:
    found = number_in(cell)
    assert found == (None if number is None else Decimal(number))
    assert number is None or f"{found:f}" == number


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-05-31", date(2026, 5, 31)),
        ("2026-05-31T00:00:00", date(2026, 5, 31)),
        ("31.5.2026", date(2026, 5, 31)),
        ("31/05/2026", date(2026, 5, 31)),
        ("05/31/2026", date(2026, 5, 31)),
        ("4/4/2026", date(2026, 4, 4)),
        ("03/04/2026", None),
        ("2026-02-30", None),
        ("2026", None),
        ("soon", None),
    ],
)
def test_days(cell: str, day: date | None) -> None:
    assert date_in(cell) == day
