"""Formulas that add up, count or compare one range: worked out anew, so that totals stay true in every program."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Set
from typing import NamedTuple

from deck.lists.workbooks.changes import CELL, split

_NAMES = ("SUM", "COUNTA", "COUNT", "AVERAGE", "MIN", "MAX")
_SUBTOTALS = {1: "AVERAGE", 2: "COUNT", 3: "COUNTA", 4: "MAX", 5: "MIN", 9: "SUM"}
_XLSX = re.compile(
    rf"(?:(?P<name>{'|'.join(_NAMES)})\(|SUBTOTAL\((?P<number>\d+),)(?P<sheet>[^()\"]*!)?(?P<first>{CELL}):(?P<last>{CELL})\)"
)
_ODS = re.compile(
    rf"of:=(?:(?P<name>{'|'.join(_NAMES)})\(|SUBTOTAL\((?P<number>\d+);)\[(?P<sheet>\$?(?:'[^']*'|\w*))\.(?P<first>{CELL}):\$?(?:'[^']*'|\w*)\.(?P<last>{CELL})\]\)"
)


_WITHOUT_HIDDEN = 100
"""From this number on a subtotal leaves out every hidden row; below it, only those that a filter hides."""


class Aggregate(NamedTuple):
    """What a formula does with which cells: from row to row, from column to column.

    A subtotal takes in no other subtotals; its number says whether rows count that a person hid.
    """

    name: str
    rows: range
    columns: range
    subtotal: int

    def rows_of(self, hidden: Set[int]) -> Set[int] | None:
        """The rows that count where some are hidden; None where there is no telling."""
        rows = {*self.rows}
        if not self.subtotal or not rows & hidden:
            return rows
        return rows - hidden if self.subtotal >= _WITHOUT_HIDDEN else None

    def of(self, values: Iterable[str | float]) -> str | None:
        """What it comes to for these values of its cells that are not empty; None where there is no telling."""
        held = list(values)
        numbers = [value for value in held if isinstance(value, float)]
        match self.name:
            case "COUNTA":
                return str(len(held))
            case "COUNT":
                return str(len(numbers))
            case "SUM":
                result = math.fsum(numbers)
            case "AVERAGE" if numbers:
                result = math.fsum(numbers) / len(numbers)
            case "MIN" | "MAX" if numbers:
                result = min(numbers) if self.name == "MIN" else max(numbers)
            case _:
                return None
        return f"{result:.15g}" if "e" not in f"{result:.15g}" else None


def aggregate(formula: str, *, ods: bool = False) -> Aggregate | None:
    """The formula as one that takes in a single range; None for any other."""
    match = (_ODS if ods else _XLSX).fullmatch(formula)
    if match is None:
        return None
    number = int(match["number"] or 0)
    name = match["name"] or _SUBTOTALS.get(number % _WITHOUT_HIDDEN)
    if name is None:
        return None
    (top, left), (bottom, right) = (split(match[end].replace("$", "")) for end in ("first", "last"))
    return Aggregate(name, range(top, bottom + 1), range(left, right + 1), number)
