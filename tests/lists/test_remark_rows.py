"""Remarks under a list are no entries, and no entry is taken for a remark: in CSV, XLSX and OpenDocument alike."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from deck.lists import read_countries, read_facts, read_table
from deck.lists.document import open_document
from tests.lists.test_totals import told
from tests.lists.test_workbooks_in_place import opendocument_of

CERTAIN = [
    "Source: ILO, 2024",
    "SOURCES : OIT (2024)",
    "Source (a): ILO",
    "Source – ILO",
    "Note: schools of 2023",
    "Notes: see page 4",
    "Note 1: schools of 2023",
    "N.B.: schools of 2023",
    "As of 31 May 2026",
    "As at: today",
    "Last updated 31.5.2026",
    "Updated: May",
    "Fuentes: OIT",
    "Última actualización: mayo",
    "Datos a 31 de mayo de 2026",
    "Remarque\u00a0: provisoire",
    "Données au 31 mai 2026",
    "Mise à jour : mai 2026",
    "Quelle: ILO",
    "Anmerkungen: vorläufig",
    "Stand: Mai 2026",
    "Fonte: OIT",
    "Observações: provisório",
    "Источники: МОТ",
    "Примечание: без учёта школ",
    "По состоянию на 31 мая 2026 г.",
    "المصدر: منظمة العمل الدولية",
    "ملاحظة: مؤقت",
    "آخر تحديث: ٢٠٢٦",
    "来源：国际劳工组织",
    "资料来源：国际劳工组织",
    "注：暂定",
    "备注1：暂定",
    "截至2026年5月31日",
    "स्रोत: आईएलओ",
    "מקור: ארגון העבודה",
]
APART = [
    *CERTAIN,
    "* provisional",
    "** of 2023",
    "† “old”",
    "¹ of 2023",
    "(1) of 2023",
    "[a] of 2023",
    "Source (ILO)",
    "Stand 2026",
]
ENTRIES = [
    "Employers",
    "Sources of Hope",
    "Note",
    "Notes Without Borders",
    "Standing Together 2030",
    "Stand Up 2030",
    "Update Africa 2030",
    "*Unions* of Togo",
    "**Unions**",
    "2024 Alliance",
    "Sourcewell: a fund",
    "Asof 2030",
]


def names(path: Path) -> list[str]:
    return [row.values["partner"] for row in read_table(path).rows]


@pytest.mark.parametrize("remark", CERTAIN)
def test_a_remark_under_a_list_is_left_out_and_told(remark: str, tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_text(
        f'partner;schools\nUnions;12\nMinistries;30\n"{remark}";\n', encoding="utf-8"
    )
    assert names(path) == ["Unions", "Ministries"]
    [(line, message)] = told(path, "remark-row")
    assert line == 4
    assert f"“{remark}”" in message
    assert "left out" in message


@pytest.mark.parametrize("remark", APART)
@pytest.mark.parametrize("columns", [1, 2])
def test_one_that_stands_apart_is_so_in_one_column_too(remark: str, columns: int, tmp_path: Path) -> None:
    rows = ["partner", "Unions", "Ministries", "", remark]
    text = "\n".join(f'"{row}"' + ";" * (columns - 1) for row in rows)
    (path := tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert names(path) == ["Unions", "Ministries"]
    assert [(one.code, one.span and one.span.line) for one in read_table(path).warnings] == [("remark-row", 5)]


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("columns", [1, 2])
def test_an_entry_stays(entry: str, columns: int, tmp_path: Path) -> None:
    rows = ["partner", "Unions", "Ministries", "", entry]
    text = "\n".join(f'"{row}"' + ";" * (columns - 1) for row in rows)
    (path := tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert names(path) == ["Unions", "Ministries", entry]
    assert not told(path, "remark-row")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # Without an empty row, in a list of one column.
        ("partner\nUnions\nSource: ILO\n", [3]),
        # Another cell says something.
        ("partner,schools\nUnions,12\nSource: ILO,30\n", [3]),
        # A mark that stands nowhere above.
        ("partner,schools\nUnions,12\n* provisional,\n", [3]),
        # In the midst of the list.
        ("partner,schools\nUnions,12\nSource: ILO,\nMinistries,30\n", [3]),
        # The list's entries begin so.
        ("partner,schools\nNote: Unions,12\n,\nNote: Ministries,\n", [4]),
        ("partner\n* Unions\n\n* Ministries\n", []),
        ("partner\n(1) Unions\n\n(2) Ministries\n", []),
    ],
)
def test_what_is_not_certain_stays_and_is_told(text: str, lines: list[int], tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_text(text, encoding="utf-8")
    entries = [line.split(",")[0] for line in text.splitlines()[1:] if line.strip(",")]
    assert names(path) == entries
    assert [line for line, _ in told(path, "remark-row")] == lines
    assert all("taken for an entry" in message for _, message in told(path, "remark-row"))


def test_a_mark_of_the_rows_above_is_certain(tmp_path: Path) -> None:
    text = "partner,schools (1)\nUnions*,12\nMinistries¹,30\n* of 2023,\n¹ of 2024,\n(1) in both years,\nSource: ILO,\n"
    (path := tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert names(path) == ["Unions*", "Ministries¹"]
    assert [line for line, _ in told(path, "remark-row")] == [4, 5, 6, 7]


def test_countries_and_facts(tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_text("country,code\nMali,ML\nTogo,TG\nSource: ILO,\n", encoding="utf-8")
    table, found = read_countries(path)
    assert [row.values["code"] for row in table.rows] == ["ML", "TG"]
    assert [(one.code, one.severity.value) for one in found] == [("remark-row", "warning")]
    path.write_text("id,value\nmen,12\n,\nSource: ILO,\n", encoding="utf-8")
    table, found = read_facts(path)
    assert [row.values["id"] for row in table.rows] == ["men"]
    assert [one.code for one in found] == ["remark-row"]


def test_rows_come_and_go_above_it(tmp_path: Path) -> None:
    text = "partner,schools\nUnions,12\n,\nSource: ILO,\n"
    (path := tmp_path / "a.csv").write_text(text, encoding="utf-8")
    document = open_document(path)
    document.add({"partner": "Ministries", "schools": "30"})
    assert document.data().decode() == "partner,schools\nUnions,12\nMinistries,30\n,\nSource: ILO,\n"
    document.remove(1)
    assert document.data().decode() == text
    document.remove(0)
    document.add({"partner": "Unions", "schools": "12"})
    assert document.data().decode() == text


@pytest.mark.parametrize("apart", [0, 1])
def test_in_workbooks(apart: int, tmp_path: Path) -> None:
    """Merged over the list's columns, too, and under a row that a formula adds up."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    rows = [
        ["partner", "schools"],
        ["Unions", 12],
        ["Ministries", 30],
        *[[None, None]] * apart,
        ["Source: ILO, 2024", None],
    ]
    for row in rows:
        sheet.append(row)
    last = len(rows)
    sheet.merge_cells(f"A{last}:B{last}")
    book.save(path := tmp_path / "a.xlsx")
    (other := tmp_path / "a.ods").write_bytes(opendocument_of("".join(map(_row, rows))))
    for one in (path, other):
        assert names(one) == ["Unions", "Ministries"]
        assert [line for line, _ in told(one, "remark-row")] == [last]
        document = open_document(one)
        document.add({"partner": "Employers", "schools": "8"})
        one.write_bytes(document.data())
        assert names(one) == ["Unions", "Ministries", "Employers"]
        assert [line for line, _ in told(one, "remark-row")] == [last + 1]
    merged = openpyxl.load_workbook(path).active
    assert merged is not None
    assert [str(reach) for reach in merged.merged_cells.ranges] == [f"A{last + 1}:B{last + 1}"]


def _row(cells: Sequence[object]) -> str:
    said = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        if text
        else "<table:table-cell/>"
        for text in cells
    )
    return f"<table:table-row>{said}</table:table-row>"


@pytest.mark.parametrize("formula", ["SUM(B2:B3)", "AVERAGE(B2:B2)"])
def test_under_a_formulas_total(formula: str, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["partner", "schools"],
        ["Unions", 12],
        ["Ministries", 30],
        ["Total", f"={formula}"],
        ["* provisional", None],
    ):
        sheet.append(row)
    book.save(path := tmp_path / "a.xlsx")
    assert names(path) == ["Unions", "Ministries"]
    document = open_document(path)
    document.add({"partner": "Employers", "schools": "8"})
    path.write_bytes(document.data())
    assert names(path) == ["Unions", "Ministries", "Employers"]
