"""A share of a hundred, as the others of its column are written."""

from __future__ import annotations

from collections.abc import Iterable

from deck.ground.late_pattern import late_pattern
from deck.model.numerals import readings, undoubted

_SHARE = late_pattern(r"(?P<minus>[-−]?)(?P<digits>\d+(?:(?P<mark>[.,])(?P<places>\d+))?)(?P<space>\s?)(?P<sign>[%٪]?)")


def is_of_shares(cells: Iterable[str]) -> bool:
    """Whether all these cells that are filled are shares, `50%`, and one is."""
    matches = [_SHARE.fullmatch(text) for text in cells if text]
    return bool(matches) and all(match and match["sign"] for match in matches)


def like(text: str, cells: Iterable[str]) -> str:
    """A share with the mark and the space before its sign that the column's `cells` have; any other text as it is."""
    share = _SHARE.fullmatch(text)
    others = [match for cell in cells if (match := _SHARE.fullmatch(cell))]
    if share is None or not share["sign"] or not others:
        return text
    mark = next((one["mark"] for one in others if one["mark"]), share["mark"])
    digits = share["digits"].replace(share["mark"], mark) if share["mark"] else share["digits"]
    return f"{share['minus']}{digits}{others[-1]['space']}{others[-1]['sign']}"


def in_doubt(text: str) -> str | None:
    """What to write in a column of shares instead of a number without its sign, as that may be either; or nothing."""
    share = _SHARE.fullmatch(text)
    if share is None or share["sign"]:
        return None
    value = readings(share["digits"])[-1].value
    meant = [value * 100, value] if 0 < value <= 1 else [value]
    return " or ".join(f"{share['minus']}{undoubted([one])}%" for one in meant)
