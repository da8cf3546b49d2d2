"""What a list's cell is, where a field wants a number or a text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from deck.outline.row_values import date_in, moment_in, month_in, number_in


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


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        ("2026-05", "2026-05"),
        ("2010-12", "2010-12"),
        # The span of two years is none, nor is the number of a thing.
        ("2010-11", None),
        ("1999-00", None),
        ("4711-12", None),
        ("2026-13", None),
        ("2026", None),
    ],
)
def test_months(cell: str, month: str | None) -> None:
    assert month_in(cell) == month


def test_what_a_workbook_holds_as_a_date_is_a_month() -> None:
    assert month_in("2010-11", is_date=True) == "2010-11"


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2026-05-31T14:30", "2026-05-31T14:30"),
        ("2026-05-31 14:30:00", "2026-05-31T14:30"),
        ("2026-05-31 14:30:07", "2026-05-31T14:30:07"),
        ("2026-05-31T25:00", None),
        ("2026-02-30 14:30", None),
        ("2026-05-31", None),
    ],
)
def test_moments(cell: str, moment: str | None) -> None:
    assert moment_in(cell) == moment
