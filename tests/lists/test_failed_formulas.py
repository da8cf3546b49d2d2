"""Cells that say that their formula failed are told, in every kind of list and file."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from deck.lists import read_countries, read_table
from deck.lists.failed_formulas import is_failed

FAILED = (
    "#REF! #DIV/0! #N/A #NAME? #VALUE! #NUM! #NULL! #SPILL! #NV #WERT! #BEZUG! #VALEUR! #NOM? #¡REF! Err:502 #ССЫЛКА! "
    "#ЗНАЧ! #ДЕЛ/0! #ИМЯ? #Н/Д #¿NOMBRE? #¡VALOR! #¡DIV/0! #RIF! #N/D #NÚM! #WAARDE! #N/B #ADR! #DZIEL/0! #BAŞV! #YOK"
)


@pytest.mark.parametrize("cell", FAILED.split())
def test_what_spreadsheets_show_is_known(cell: str) -> None:
    assert is_failed(cell)


@pytest.mark.parametrize("cell", ["#MeToo", "#NOW!", "# REF!", "N/A", "#REF! is gone", "#1", "Error"])
def test_a_word_behind_a_number_sign_is_none(cell: str) -> None:
    assert not is_failed(cell)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_they_are_told_at_their_cells_and_stop_the_build_where_they_name_a_row(tmp_path: Path, kind: str) -> None:
    rows = (("country", "amount"), ("Ghana", "#DIV/0!"), ("#REF!", "5"))
    path = tmp_path / f"list.{kind}"
    if kind == "csv":
        path.write_text("".join(f"{','.join(row)}\n" for row in rows), encoding="utf-8")
    else:
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)
    for found in (read_table(path).warnings, read_countries(path)[1]):
        told = [(one.code, one.severity, one.span.line, one.span.column) for one in found if one.span]
        assert sorted(told) == [("formula-error", "error", 3, 1), ("formula-error", "warning", 2, told_at(kind))]


def told_at(kind: str) -> int:
    """The column of the second cell of row 2: by its letters in a text, by its cells in a workbook."""
    return len("Ghana,") + 1 if kind == "csv" else 2
