"""Cells of a workbook that are merged over several rows."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from deck.ground.diagnostics import DeckError
from deck.lists import read_countries, read_facts, read_table
from deck.lists.document import open_document
from deck.lists.workbooks.merged import Merged
from tests.lists.test_workbook import saved_by_libreoffice

Rows = list[list[str | int | None]]
Make = Callable[[Rows, list[str]], Path]

_CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body>'
    '<office:spreadsheet><table:table table:name="List">{}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)
FACTS: Rows = [
    ["id", "value", "unit", "source", "date"],
    ["a", 1, "%", "ILO and\nUNICEF", "2024"],
    ["b", 2, "%", None, None],
    ["c", 3, "%", None, "2025"],
    ["d", 4, "%", None, None],
]


@pytest.fixture(params=["xlsx", "ods"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """Writes rows with merged cells as a workbook of either kind."""
    write = _xlsx if request.param == "xlsx" else _ods
    return lambda rows, merged: write(tmp_path, rows, merged)


def test_each_row_says_what_is_merged_over_it(make: Make) -> None:
    table, found = read_facts(make(FACTS, ["D2:D4", "E2:E3"]))
    assert found == ()
    assert [row.values["source"] for row in table.rows] == ["ILO and UNICEF"] * 3 + [""]
    assert [row.values["date"] for row in table.rows] == ["2024", "2024", "2025", ""]


def test_lines_in_a_merged_cell_are_each_row_s(make: Make) -> None:
    table = read_table(make(FACTS, ["D2:D4"]))
    assert [row.lines.get("source") for row in table.rows] == ["ILO and\nUNICEF"] * 3 + [None]


def test_a_region_before_its_countries_and_cells_merged_both_ways(make: Make) -> None:
    rows: Rows = [
        ["region", "country", "status", "note"],
        ["Africa", "Ghana", "candidate", None],
        [None, "Togo", None, None],
        [None, None, None, None],
        [None, "Niger", None, None],
        ["Europe", "Italy", None, None],
    ]
    table, found = read_countries(make(rows, ["A2:A5", "C2:D3"]))
    assert [(row.values["region"], row.values["status"], row.values["note"]) for row in table.rows] == [
        ("Africa", "candidate", ""),
        ("Africa", "candidate", ""),
        ("Africa", "", ""),
        ("Europe", "", ""),
    ]
    assert [(one.code, one.span and one.span.line) for one in found] == [("empty-row", 4)]


def test_a_heading_that_is_merged_over_two_columns_is_said_to_be(make: Make) -> None:
    path = make([["who", "money", None, "when"], ["a", 1, 2, "2024"], ["b", 3, 4, "2025"]], ["B1:C1"])
    with pytest.raises(DeckError) as raised:
        read_table(path)
    (one,) = raised.value.diagnostics
    assert (one.code, one.message, str(one.span)) == ("table-header", "column C has no name", f"{path}:1:3")
    assert one.hint is not None
    assert one.hint.startswith("the cells B1:C1 are merged: take that back")


def test_what_is_merged_with_the_heading_is_no_entry_s(make: Make) -> None:
    table = read_table(make([["what", "note"], ["one", None], ["two", "three"]], ["B1:B2"]))
    assert [row.values["note"] for row in table.rows] == ["", "three"]


@pytest.mark.parametrize(
    ("head", "merged", "severity"),
    [("country", "A2:A3", "error"), ("id", "A2:A3", "error"), ("what", "A2:A3", "warning"), ("id", "B2:B3", "warning")],
)
def test_what_is_of_one_entry_alone_is_told_at_its_cell(make: Make, head: str, merged: str, severity: str) -> None:
    rows: Rows = [[head, "value", "note"], ["Ghana", 1, "x"], ["Togo", 2, "y"]]
    place = merged[0]
    rows[2]["AB".index(place)] = None
    path = make(rows, [merged])
    if severity == "error":
        with pytest.raises(DeckError) as caught:
            read_table(path)
        found = caught.value.diagnostics
    else:
        table = read_table(path)
        found = table.warnings
        assert not table.rows[1].values[table.columns["AB".index(place)]]
    name = head if place == "A" else "value"
    (one,) = found
    assert one.span
    assert (one.code, one.severity.value, one.span.line, one.span.column) == (
        "empty-cell",
        severity,
        3,
        1 + (place == "B"),
    )
    assert one.message == f"the cells {merged} are merged: what row 3 has in the column `{name}` is not sure"


def test_what_a_merged_cell_covers_and_says_is_told(make: Make) -> None:
    rows: Rows = [
        ["what", "note", "more"],
        ["one", "seen", None],
        ["two", "unseen", None],
        ["three", "seen, too", "unseen, too"],
        ["four", None, "seen as well"],
        ["five", "all right", None],
    ]
    found = read_table(make(rows, ["B2:B3", "B4:C4", "B5:B6"])).warnings
    hidden = [one for one in found if one.code == "hidden-cell"]
    assert [(one.span.line, one.span.column) for one in hidden if one.span] == [(3, 2), (4, 3), (6, 2)]
    assert hidden[0].message == "the cells B2:B3 are merged, and B3 says “unseen”, unseen"
    assert [one.code for one in found if one not in hidden] == []


def test_a_merged_cell_is_not_changed_for_one_row(make: Make) -> None:
    document = open_document(make(FACTS, ["D2:D4"]))
    before = document.data()
    for row in (0, 2):
        with pytest.raises(DeckError, match="the cells D2:D4 are merged"):
            document.set(row, "source", "UN")
    assert document.data() == before
    document.set(3, "source", "UN")
    assert document.table.rows[3].values["source"] == "UN"


@pytest.mark.external
def test_cells_that_libreoffice_merged(tmp_path: Path) -> None:
    _xlsx(tmp_path, FACTS, ["D2:D4", "E2:E3"])
    saved_by_libreoffice(tmp_path, ["list.xlsx"], "--convert-to", "ods")
    table, found = read_facts(tmp_path / "list.ods")
    assert found == ()
    assert [(row.values["source"], row.values["date"]) for row in table.rows] == [
        ("ILO and UNICEF", "2024"),
        ("ILO and UNICEF", "2024"),
        ("ILO and UNICEF", "2025"),
        ("", ""),
    ]


def _xlsx(folder: Path, rows: Rows, merged: list[str]) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in rows:
        sheet.append(row)
    for each in merged:
        # It would empty those that are covered; other programs leave what they say.
        sheet.merged_cells.add(each)
    workbook.save(path := folder / "list.xlsx")
    return path


def _ods(folder: Path, rows: Rows, merged: list[str]) -> Path:
    """As OpenDocument has it: the first cell says how far it reaches, the others that they are covered."""
    spans: dict[tuple[int, int], str] = {}
    for each in merged:
        top, left, bottom, right = Merged.of(each)
        places = [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
        spans |= dict.fromkeys(places, "")
        spans[top, left] = (
            f' table:number-rows-spanned="{bottom - top + 1}" table:number-columns-spanned="{right - left + 1}"'
        )
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = []
        for column, said in enumerate(row, start=1):
            span = spans.get((number, column))
            name = "covered-table-cell" if span == "" else "table-cell"
            kind = f' office:value-type="float" office:value="{said}"' if isinstance(said, int) else ""
            text = "".join(f"<text:p>{line}</text:p>" for line in str(said).split("\n")) if said is not None else ""
            cells.append(f"<table:{name}{span or ''}{kind}>{text}</table:{name}>")
        lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    with zipfile.ZipFile(path := folder / "list.ods", "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", _CONTENT.format("".join(lines)))
    return path
