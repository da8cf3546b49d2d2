"""An amount, `$ 2500` or `2500 km`, as the others of its column are written."""

from __future__ import annotations

from collections.abc import Iterable

from deck.ground.late_pattern import late_pattern
from deck.lists.workbooks.number_formats import GROUP
from deck.model.numerals import readings, undoubted

_AMOUNT = late_pattern(
    rf"(?P<before>[^\d%٪]*?)(?P<minus>[-−]?)(?P<digits>[0-9](?:[0-9.,'’{GROUP}]*[0-9])?)(?P<after>[^\d%٪]*)"
)
_GROUPED = 1000


def like(text: str, cells: Iterable[str]) -> str:
    """A number with the words that all the column's `cells` have beside theirs; any other text as it is."""
    others = [match for cell in cells if (match := _AMOUNT.fullmatch(cell))]
    amount = _AMOUNT.fullmatch(text)
    if amount is None or not others or in_doubt(text, cells) or len(meant := readings(amount["digits"])) != 1:
        return text
    words = {(one["before"], one["after"]) for one in others}
    if len(words) != 1 or (beside := words.pop()) == ("", ""):
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
