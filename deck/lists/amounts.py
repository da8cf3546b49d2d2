"""An amount, `$ 2500` or `2500 km`, as the others of its column are written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from deck.ground.late_pattern import late_pattern
from deck.lists.workbooks.number_formats import GROUP
from deck.model.numerals import numerals, readings, undoubted
from deck.model.signs import CURRENCY, MONEY_SIGNS

_AMOUNT = late_pattern(
    rf"(?P<before>[^\d%٪]*?)(?P<minus>[-−]?)(?P<digits>[0-9](?:[0-9.,'’{GROUP}]*[0-9])?)(?P<after>[^\d%٪]*)"
)
_CURRENCY = late_pattern(rf"\s?(?:{CURRENCY}|[A-Z]{{1,3}}[{MONEY_SIGNS}]|FCFA|KSh|руб\.?)\s?")
# An ordinal's letters are no unit, 2nd, nor is a part's, 4b, or what makes a date: 5月.
_UNIT = late_pattern(
    r"(?:\s|(?!(?:st|nd|rd|th|e|er|re|[èe]me|[oaºª年月日号號届]|й|-й|го)$|[^\W\d_mgltsh\u2e80-\U0003ffff]$))"
    r"[°µ]?[^\W\d_]+[²³]?(?:[/·][^\W\d_]+[²³]?)?(?:\s[^\W\d_]+[²³]?)?"
)
_GROUPED = 1000


def like(text: str, cells: Iterable[str]) -> str:
    """A number with the currency or the unit that all the column's `cells` have beside theirs; any other text as it is.

    Words that are none, as in “since 2019” or “A4”, make no amount, nor does what is beside years alone.
    """
    others = [match for cell in cells if (match := _AMOUNT.fullmatch(cell))]
    amount = _AMOUNT.fullmatch(text)
    if amount is None or not others or len(meant := readings(amount["digits"])) != 1:
        return text
    words = {(one["before"], one["after"]) for one in others}
    if len(words) != 1 or (beside := words.pop()) == ("", ""):
        return text
    if not _is_of_amounts(*beside) or (not beside[0] and all(map(_is_year, others))):
        return text
    own = f"{amount['before']}{amount['after']}".strip()
    if own and not f"{beside[0]}{beside[1]}".strip().endswith(own):
        return text
    # A workbook's cells are read without the noughts at their end.
    typed = any("." in one["digits"] and one["digits"].endswith("0") for one in others)
    digits = f"{meant[0].value if typed else meant[0].value.normalize():f}"
    if abs(meant[0].value) >= _GROUPED and any(GROUP in one["digits"] for one in others):
        whole, point, fraction = digits.partition(".")
        digits = f"{int(whole):,}".replace(",", GROUP) + point + fraction
    return f"{beside[0]}{amount['minus']}{digits}{beside[1]}"


def _is_of_amounts(before: str, after: str) -> bool:
    """Whether these words beside a number are a currency before it, and a currency or a unit after it."""
    is_after = not after or _CURRENCY.fullmatch(after) or _UNIT.fullmatch(after)
    return bool(is_after and (not before or _CURRENCY.fullmatch(before)))


def _is_year(amount: re.Match[str]) -> bool:
    return any(one.is_year for one in numerals(amount["digits"]))


def in_doubt(text: str, cells: Iterable[str]) -> str | None:
    """What to write in a column of numbers instead of `12,000`, where no other has such a mark; or nothing."""
    amount, filled = _AMOUNT.fullmatch(text), [cell for cell in cells if cell]
    others = [_AMOUNT.fullmatch(cell) for cell in filled]
    if amount is None or not others or not all(others) or len(meant := readings(amount["digits"])) < 2:
        return None
    mark = next(char for char in amount["digits"] if char in ".,")
    if any(one and mark in one["digits"] for one in others):
        return None
    return " or ".join(f"{amount['minus']}{undoubted([each.value])}" for each in meant)
