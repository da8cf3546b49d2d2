"""A row of totals that a person typed at a list's end: in CSV, XLSX and OpenDocument alike."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from deck.lists import read_countries, read_facts, read_table
from deck.lists.document import open_document
from tests.lists.test_workbooks_in_place import opendocument_of

LEFT_OUT = [
    "partner,schools\nUnions,12\nMinistries,30\nTotal,42\n",
    "partner,schools\nUnions,12\nMinistries,30\n,\nTOTAL:,42\n",
    "partner;share\nUnions;12,5 %\nMinistries;87,5 %\nИтого;100 %\n",
    'partner,schools\nUnions,"1,200"\nMinistries,"2,300"\nGrand total,"3,500"\n',
    "partner,people\nUnions,1.5 million\nMinistries,2 million\nTotal général,3.5 million\n",
    "No,partner,schools\n1,Unions,12\n2,Ministries,30\n,合计,42\n",
    "partner,schools\nUnions,12\nMinistries,30\nمجموع,42\n",
    "partner,schools\nUnions,12\nMinistries,30\nالمجموع الكلي,42\n",
    "partner,since\nUnions,2012\nMinistries,2030\nTotal partners,2\n",
    "partner,since\nUnions,2012\nMinistries,2030\nTotal (2),\n",
    "partner,rate,schools\nUnions,5,12\nMinistries,7,30\nTotal,6,42\n",
]
KEPT = [
    ("partner,schools\nUnions,12\nMinistries,30\nTotal,50\n", True),
    ("partner,schools\nUnions,12\nMinistries,30\nTotal,21\n", False),
    ("partner,schools\nUnions,12\nMinistries,30\nTotalEnergies,42\n", False),
    ("partner,schools\nUnions,12\nMinistries,30\nTotal Access,50\n", False),
    ("partner,place\nUnions,Accra\nMinistries,Lomé\nTotal,Paris\n", False),
    ("partner,schools\nTotal,42\nUnions,12\nMinistries,30\n", False),
    ("partner,schools\nTotal,42\n", False),
]


def told(path: Path, code: str = "totals-row") -> list[tuple[int, str]]:
    return [(one.span.line, one.message) for one in read_table(path).warnings if one.span and one.code == code]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_typed_totals_are_left_out_and_told(text: str, tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert len(read_table(path).rows) == 2
    [(line, message)] = told(path)
    assert line == len(text.splitlines())
    assert "left out" in message


def test_remarks_under_them_are_no_entries(tmp_path: Path) -> None:
    text = "partner,schools\nUnions,12\nMinistries,30\n,\nTotal,42\n,\nSource: the ministry,\n* in 2024,\n"
    (path := tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert [row.values["partner"] for row in read_table(path).rows] == ["Unions", "Ministries"]
    assert [line for line, _ in told(path)] == [5]
    assert [line for line, _ in told(path, "remark-row")] == [7, 8]
    document = open_document(path)
    document.add({"partner": "Employers", "schools": "8"})
    assert document.data().decode() == text.replace(",\nTotal,42", "Employers,8\n,\nTotal,50", 1)
    document.remove(2)
    assert document.data().decode() == text
    # A name alone is an entry, and then so is what stands above it.
    path.write_text(text.replace("* in 2024", "Employers"), encoding="utf-8")
    assert len(read_table(path).rows) == 5
    # Where nothing adds up, the total may be an entry, but remarks are none.
    path.write_text(text.replace("42", "50"), encoding="utf-8")
    assert [row.values["partner"] for row in read_table(path).rows] == ["Unions", "Ministries", "Total"]
    assert ["taken for an entry" in message for _, message in told(path)] == [True]


@pytest.mark.parametrize(("text", "is_told"), KEPT)
def test_what_may_be_an_entry_stays(text: str, is_told: bool, tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert len(read_table(path).rows) == len(text.splitlines()) - 1
    assert ["taken for an entry" in message for _, message in told(path)] == [True] * is_told


def test_a_fact_may_be_called_so(tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_text("id,value\nmen,12\nwomen,30\ntotal,42\n", encoding="utf-8")
    table, _ = read_facts(path)
    assert [row.values["id"] for row in table.rows] == ["men", "women", "total"]


def test_of_a_list_of_countries(tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_text("country,code\nMali,ML\nTogo,TG\nTotal,2\n", encoding="utf-8")
    table, found = read_countries(path)
    assert [row.values["code"] for row in table.rows] == ["ML", "TG"]
    assert [(one.code, one.severity.value) for one in found] == [("totals-row", "warning")]
    path.write_text("country,code\nMali,ML\nTotal,2\n", encoding="utf-8")
    assert [one.code for one in read_countries(path)[1]] == ["unknown-country"]


def workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["country", "code", "schools", "share"],
        ["Mali", "ML", 1200, 0.25],
        ["Togo", "TG", 300, 0.75],
        ["Total", 2, 1500, 1],
        [None, None, None, None],
    ):
        sheet.append(row)
    for line in range(2, 5):
        sheet.cell(line, 3).number_format = "#,##0"
        sheet.cell(line, 4).number_format = "0%"
    book.save(path)
    return path


def files(tmp_path: Path) -> list[Path]:
    (path := tmp_path / "a.csv").write_text(
        'country;code;schools;share\nMali;ML;1200;25%\n# to come\nTogo;TG;300;75%\n;;;\nTotal;"2";1500;100%\n# note\n',
        encoding="utf-8",
    )
    xlsx = workbook(tmp_path / "a.xlsx")
    values = [("Mali", "ML", 1200, 0.25), ("Togo", "TG", 300, 0.75), ("Total", 2, 1500, 1)]
    lines = [_cell("country") + _cell("code") + _cell("schools") + _cell("share")]
    lines += [_cell(a) + _cell(b) + _cell(c) + _cell(d, "percentage", f"{d:.0%}") for a, b, c, d in values]
    rows = [f"<table:table-row>{line}</table:table-row>" for line in lines]
    (ods := tmp_path / "a.ods").write_bytes(opendocument_of("".join(rows)))
    return [path, xlsx, ods]


def _cell(value: object, kind: str = "float", shown: str = "") -> str:
    said = f'office:value-type="{kind}" office:value="{value}"'
    if isinstance(value, str):
        said = 'office:value-type="string"'
    return f"<table:table-cell {said}><text:p>{shown or value}</text:p></table:table-cell>"


def test_they_go_on_with_the_rows_above(tmp_path: Path) -> None:
    """And stand last, as before; a row that comes and goes again leaves them as they were."""
    for path in files(tmp_path):
        before = path.read_bytes()
        document = open_document(path)
        assert len(document.table.rows) == 2
        document.add({"country": "Peru", "code": "PE", "schools": "40", "share": "5%"})
        path.write_bytes(document.data())
        assert [row.values["country"] for row in read_table(path).rows] == ["Mali", "Togo", "Peru"]
        assert Decimal(str(_total(path)[2])) == 1540
        assert Decimal(str(_total(path)[1])) == 3
        document.remove(2)
        path.write_bytes(document.data())
        assert Decimal(str(_total(path)[2])) == 1500
        document.remove(0)
        path.write_bytes(document.data())
        assert [row.values["country"] for row in read_table(path).rows] == ["Togo"]
        assert len(told(path)) == 1
        if path.suffix == ".csv":
            document = open_document(_rewritten(path, before))
            document.add({"country": "Peru"})
            document.remove(2)
            assert document.data() == before


def _rewritten(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _total(path: Path) -> list[str]:
    """The cells of its row of totals."""
    from deck.lists.table_file import read_grid

    return [cell.text for cell in read_grid(path).total]
