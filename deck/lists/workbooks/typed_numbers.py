"""A number as a person types it, `2,500.00` → its digits as a workbook has them, `2500`."""

from __future__ import annotations

import re

from deck.ground.late_pattern import late_pattern
from deck.model.numerals import readings

_TYPED = late_pattern(
    r"(?P<minus>-?)(?P<digits>(?:0|[1-9]\d*)(?:[.,'’]\d+|[ \u00a0\u202f]\d{3}(?!\d))*)(?P<sign>%?)", re.ASCII
)
_GROUPED = late_pattern(r"\d+([.,'’])\d{3}(?!\d).*[.,].*|\d+(?:([.,'’])\d{3}){2,}")


def digits_of(text: str, *, may_be_name: bool = False) -> str:
    """The number's digits, its minus and `%` beside them; a text that is no number, or may be two, as it is.

    So is what `may_be_name`, as no cell beside it shows decimals: 8.10, which would be 8.1, and 555 123.
    """
    match = _TYPED.fullmatch(text)
    if match is None or len(meant := readings(match["digits"])) != 1:
        return text
    whole, point, fraction = f"{meant[0].value:f}".partition(".")
    is_doubtful = fraction.endswith("0") or re.search(r"\s", match["digits"])
    if may_be_name and is_doubtful and not match["sign"] and not _GROUPED.fullmatch(match["digits"]):
        return text
    least = fraction.rstrip("0")
    return f"{match['minus']}{whole}{point if least else ''}{least}{match['sign']}"


def is_same(one: str, other: str) -> bool:
    """Whether both are one text, or one number in digits."""
    return one == other or digits_of(one) == digits_of(other)
