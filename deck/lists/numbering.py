"""Columns that number a list's rows: they go on where a row comes, and close up where one goes."""

from __future__ import annotations

import re

from deck.model.table import Table

_CALLED = re.compile(
    r"#|№|n[°º]|(?:no|nr|num|s/?n|sr|ser)\.?(?: ?no\.?)?|number|num[eé]ro|n[uú]mero"
    r"|номер|№ ?п/п|п/п|الرقم|رقم|م|序号|序號|编号|編號",
    re.IGNORECASE,
)


def numbered(table: Table) -> list[str]:
    """The columns that are called so, and in which the rows are numbered from 1 on."""
    numbers = [str(number) for number in range(1, len(table.rows) + 1)]
    return [
        column
        for column in table.columns
        if numbers and _CALLED.fullmatch(column) and [row.values[column] for row in table.rows] == numbers
    ]
