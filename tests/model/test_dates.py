"""What is told of dates that are none."""

from __future__ import annotations

import pytest

from deck.model.dates import date_hint

FORMS = "write a year, a month or a day: 2026, 2026-05 or 2026-05-31"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2026-02-30", f"that month ends with 2026-02-28; {FORMS}"),
        ("2026-31-05", f"did you mean 2026-05-31? {FORMS}"),
        ("2026-31-02", FORMS),
        ("2026-13", FORMS),
        ("2026-5", "write `2026-05`"),
        ("05/2026", "write `2026-05`"),
        ("May 2026", "write `2026-05`"),
        ("31.5.2026", "write `2026-05-31`"),
        ("03/04/2026", "write `2026-04-03` or `2026-03-04`"),
        ("soon", FORMS),
        ("2026-05-31-1", FORMS),
        ("20260531", FORMS),
        ("", FORMS),
    ],
)
def test_what_is_no_date_is_told_with_what_may_be_meant(text: str, hint: str) -> None:
    assert date_hint(text) == hint
