"""What a workbook has on its sheet beside the list that is seen: hidden rows, a second table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from deck.ground.diagnostics import DeckError
from deck.lists import read_table
from tests.lists.test_workbooks_in_place import opendocument_of

ROWS = [["partner", "schools"], ["Unions", 12], ["Ministries", 30], ["Employers", 8]]
SECOND = [[None, None], ["contact", "phone"], ["A. B.", "555"]]


def workbook(path: Path, rows: list[list[object]], change: Callable[[Worksheet], None]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    change(sheet)
    book.save(path)
    return path


def hidden(path: Path) -> list[str]:
    return [one.message for one in read_table(path).warnings if one.code == "hidden-cell"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([3], ["row 3 is hidden, and is read as any other"]),
        ([2, 4], ["rows 2, 4 are hidden, and are read as any other"]),
        # Nothing stands there.
        ([5, 6], []),
    ],
)
def test_hidden_rows_are_told(rows: list[int], told: list[str], tmp_path: Path) -> None:
    def hide(sheet: Worksheet) -> None:
        for row in rows:
            sheet.row_dimensions[row].hidden = True

    path = workbook(tmp_path / "a.xlsx", ROWS, hide)
    assert hidden(path) == told
    assert len(read_table(path).rows) == 3


@pytest.mark.parametrize("how", ["collapse", "filter", "visible"])
def test_hidden_rows_of_opendocument_are_told(how: str, tmp_path: Path) -> None:
    seen = '<table:table-row><table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    unseen = seen.replace("-row>", f'-row table:visibility="{how}">')
    rows = "</table:table-row>".join([seen.format("partner"), unseen.format("Unions"), seen.format("Others"), ""])
    (path := tmp_path / "a.ods").write_bytes(opendocument_of(rows))
    assert hidden(path) == ["row 2 is hidden, and is read as any other"] * (how != "visible")


def bold(*rows: int) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        for row in rows:
            for cell in sheet[row]:
                cell.font = Font(bold=True)

    return change


def in_tables(*reaches: str) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        for number, reach in enumerate(reaches):
            sheet.add_table(Table(displayName=f"Table{number}", ref=reach))

    return change


@pytest.mark.parametrize("change", [bold(1, 6), in_tables("A1:B4", "A6:B7")])
def test_a_second_table_with_other_headings_is_told(change: Callable[[Worksheet], None], tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [*ROWS, *SECOND], change)
    with pytest.raises(DeckError) as raised:
        read_table(path)
    [found] = raised.value.diagnostics
    assert (found.code, found.span and found.span.line) == ("second-table", 6)
    assert "“contact”, “phone”" in found.message


@pytest.mark.parametrize("gap", [0, 1])
def test_a_title_above_is_told_once_where_few_rows_are_filled(gap: int, tmp_path: Path) -> None:
    few = [
        ["country", "status", "note"],
        *([name, None, None] for name in ("Mali", "Togo", "Peru")),
        ["Chad", "new", None],
    ]
    path = workbook(tmp_path / "a.xlsx", [["Our countries"], *[[None]] * gap, *few], bold(1))
    with pytest.raises(DeckError) as raised:
        read_table(path)
    [found] = raised.value.diagnostics
    assert found.code == "table-header"
    assert "“Our countries”, names 1 of the columns" in found.message


def test_a_cell_too_many_is_no_sign_of_a_title(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["country"], ["Mali"], ["Togo", "new"], ["Peru"], ["Chad"]], bold(1))
    with pytest.raises(DeckError) as raised:
        read_table(path)
    assert [one.code for one in raised.value.diagnostics] == ["table-cells"]


@pytest.mark.parametrize(
    ("rows", "change"),
    [
        # A total, an entry, a heading within the list, one that stands out among others.
        ([*ROWS, [None, None], ["Total", 50]], bold(1, 6)),
        ([*ROWS, [None, None], ["Others", "some"]], bold(1, 6)),
        ([*ROWS, [None, None], ["In 2025", None], ["Others", 5]], bold(1, 6)),
        ([*ROWS, ["Others", "some"], ["More", 5]], bold(1, 5)),
        ([*ROWS, [None, None], ["Others", "some"], ["More", 5]], bold(1, 3, 6)),
        ([*ROWS, [None, None], ["Others", "some"], ["More", 5]], bold()),
        (ROWS, in_tables("A1:B4")),
    ],
)
def test_an_entry_is_none(rows: list[list[object]], change: Callable[[Worksheet], None], tmp_path: Path) -> None:
    table = read_table(workbook(tmp_path / "a.xlsx", rows, change))
    assert {"Unions", "Ministries", "Employers"} <= {row.values["partner"] for row in table.rows}
    assert not [one for one in table.warnings if one.code == "second-table"]
