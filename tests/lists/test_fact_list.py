"""Lists of facts: what a spreadsheet's cells mean, and what is said where they may mean two things."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.lists import read_facts, read_table
from deck.lists.fact_list import COLUMNS
from deck.model.dates import is_date, last_day
from deck.model.table import Row


def facts(folder: Path, *rows: str) -> tuple[tuple[Row, ...], list[str]]:
    (path := folder / "facts.csv").write_text("\n".join(["id;value;unit;source;date", *rows]), encoding="utf-8")
    table, found = read_facts(path)
    assert table.columns == COLUMNS
    return table.rows, [f"{one.span.line if one.span else 0} {one.code}" for one in found]


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("50000000", "50000000", ""),
        ("50 000 000", "50000000", ""),
        ("50.000.000", "50000000", ""),
        ("50,000,000", "50000000", ""),
        ("5’000", "5000", ""),
        ("27,6", "27.6", ""),
        ("27.60", "27.60", ""),
        ("1.234,5", "1234.5", ""),
        ("0,125", "0.125", ""),
        ("-3", "-3", ""),
        ("–3,5", "-3.5", ""),
        ("－3", "-3", ""),
        ("٢٧٫٦", "27.6", ""),
        ("46%", "46", "%"),
        ("46,5 %", "46.5", "%"),
        ("٥٪", "5", "%"),
        ("−5", "-5", ""),
        ("+5", "5", ""),
        ("yes", "yes", ""),
        ("5000万", "50000000", ""),
        ("about 400", "about 400", ""),
        ("2015–2030", "2015–2030", ""),
    ],
)
def test_values(tmp_path: Path, cell: str, value: str, unit: str) -> None:
    (row,), found = facts(tmp_path, f"a;{cell};;;")
    assert (row.values["value"], row.values["unit"], found) == (value, unit, [])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("a;1,234;;;", "unknown-number"),
        ("a;1.234;;;", "unknown-number"),
        ("a;5E+07;;;", "unknown-number"),
        ("a;1,23,456;;;", "unknown-number"),
        ("a;46%;km;;", "unknown-number"),
        ("a;2019 2020;;;", "unknown-number"),
        ("a;12 34;;;", "unknown-number"),
        ("a;1 2345;;;", "unknown-number"),
        ("a;1’2;;;", "unknown-number"),
        ("a;5 ' 5;;;", "unknown-number"),
        ("a;.5;;;", "unknown-number"),
        ("a;5%%;;;", "unknown-number"),
        ("a;%5;;;", "unknown-number"),
        ("a;--5;;;", "unknown-number"),
        ("a;5-;;;", "unknown-number"),
        *((f"a;{cell};;;", "unknown-number") for cell in ("#N/A", "#REF!", "#DIV/0!", "n/a", "N.A.", "-", "—", "TRUE")),
        *((f"a;{cell};;;", "unknown-number") for cell in ("FALSE", "12:30", "9:05:10", "…", "?", "tbc", "unknown")),
        ("a;;;;", "empty-cell"),
        (";1;;;", "empty-cell"),
        ("a;1;;;soon", "unknown-date"),
        ("a;1;;;2026-13", "unknown-date"),
        ("a;1;;;0000", "unknown-date"),
        ("a;1;;;12/0000", "unknown-date"),
        ("a;1;;;03/04/2026", "unknown-date"),
        ("a;1;CÃ´te;;", "garbled-text"),
        ("a;1;;;\na;2;;;", "duplicate-entry"),
    ],
)
def test_mistakes(tmp_path: Path, row: str, code: str) -> None:
    _, found = facts(tmp_path, "z;1;;;", row)
    assert found == [f"{3 + row.count(chr(10))} {code}"]


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2026", "2026"),
        ("2026-05", "2026-05"),
        ("2026-05-31", "2026-05-31"),
        ("31.05.2026", "2026-05-31"),
        ("3.4.2026", "2026-04-03"),
        ("31/5/2026", "2026-05-31"),
        ("5/31/2026", "2026-05-31"),
        ("5/5/2026", "2026-05-05"),
        ("5/2026", "2026-05"),
        ("9999", "9999"),
        ("12/9999", "9999-12"),
        ("31-May-24", "2024-05-31"),
        ("1-Dec-99", "1999-12-01"),
        ("2026/05/31", "2026-05-31"),
        ("31 May 2026", "2026-05-31"),
        ("May 2026", "2026-05"),
    ],
)
def test_dates(tmp_path: Path, cell: str, date: str) -> None:
    (row,), found = facts(tmp_path, f"a;1;;;{cell}")
    assert (row.values["date"], found) == (date, [])


def test_columns_that_are_not_there(tmp_path: Path) -> None:
    (path := tmp_path / "facts.csv").write_text("name,Value\na,1\n", encoding="utf-8")
    table, (finding,) = read_facts(path)
    assert (table.rows, finding.code, finding.message) == ((), "unknown-column", "a list of facts has a column `id`")
    path.write_text("fact,,value\na,,1\n", encoding="utf-8")
    assert [one.hint for one in read_facts(path)[1]] == ["known: `fact`, `value`"]


def test_a_workbook_keeps_what_its_cells_mean(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(["id", "value", "unit", "source", "date"])
    sheet.append(["slavery", 50_000_000, None, "report", datetime.date(2022, 9, 12)])
    sheet.append(["share", 0.465, None, "report", 2022])
    sheet.append(["rate", 27.6, None, "report", "2022-09"])
    sheet["B3"].number_format = "0.0%"
    workbook.save(path := tmp_path / "facts.xlsx")
    table, found = read_facts(path)
    assert found == ()
    assert [tuple(row.values.values()) for row in table.rows] == [
        ("slavery", "50000000", "", "report", "2022-09-12"),
        ("share", "46.5", "%", "report", "2022"),
        ("rate", "27.6", "", "report", "2022-09"),
    ]


@pytest.mark.parametrize(
    ("number", "shown_as", "value", "unit"),
    [
        (1 / 3, "0%", "33", "%"),
        (1 / 3, "0.00%", "33.33", "%"),
        (0.125, "0%", "13", "%"),
        (0.5, "0.0%", "50", "%"),
        (2, "0%", "200", "%"),
        (0.465, "0.0%_);(0.0%)", "46.5", "%"),
        (0.465, "0.0%;[Red]-0.0%", "46.5", "%"),
        (0.465, "[Blue]# ##0.0 %", "46.5", "%"),
        (46.5, '0.0"%"', "46.5", "%"),
        (46.5, r"0.0\%", "46.5", "%"),
        (46.5, "0.0;0%", "46.5", ""),
        (1.2, '0.0" million"', "1200000", ""),
        (1_200_000, '0.0,," million"', "1200000", ""),
        (236_000, "[$$-409]#,##0", "US$ 236000", ""),
    ],
)
def test_a_workbooks_shares_are_as_they_are_shown(
    tmp_path: Path, number: float, shown_as: str, value: str, unit: str
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    workbook = openpyxl.Workbook()
    workbook.active.append(["id", "value"])
    workbook.active.append(["share", number])
    workbook.active["B2"].number_format = shown_as
    workbook.save(path := tmp_path / "facts.xlsx")
    (row,), found = read_facts(path)[0].rows, read_facts(path)[1]
    assert (row.values["value"], row.values["unit"], found) == (value, unit, ())


@pytest.mark.parametrize(("shown_as", "meanings"), [('0.0"M"', "2.5 or 2500000"), ('0.0" k"', "2.5 or 2500")])
def test_a_workbooks_unclear_scale_is_told(tmp_path: Path, shown_as: str, meanings: str) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    workbook = openpyxl.Workbook()
    workbook.active.append(["id", "value"])
    workbook.active.append(["share", 2.5])
    workbook.active["B2"].number_format = shown_as
    workbook.save(path := tmp_path / "facts.xlsx")
    (found,) = read_facts(path)[1]
    assert (found.field, found.message.partition(" may be ")[2]) == ("value", meanings)


@given(st.integers(-(10**12), 10**12) | st.decimals(-(10**6), 10**6, places=2))
def test_a_number_in_plain_digits_is_that_number(tmp_path_factory: pytest.TempPathFactory, number: Decimal) -> None:
    (row,), found = facts(tmp_path_factory.getbasetemp(), f"a;{number};;;")
    assert (Decimal(row.values["value"]), found) == (Decimal(number), [])


@given(st.text(alphabet="0123456789.,%-+E e’ /", min_size=1, max_size=12))
def test_whatever_a_cell_holds_is_a_number_words_or_told(tmp_path_factory: pytest.TempPathFactory, cell: str) -> None:
    rows, found = facts(tmp_path_factory.getbasetemp(), f"a;{cell};;;")
    assert found or (cell.strip() and rows[0].values["value"])


@given(st.dates())
def test_days_months_and_years_end(day: datetime.date) -> None:
    iso = day.isoformat()
    assert last_day(iso) == day
    end = last_day(iso[:7])
    assert (end.year, end.month) == (day.year, day.month)
    assert not is_date(f"{iso[:7]}-{end.day + 1}")
    assert last_day(iso[:4]) == datetime.date(day.year, 12, 31)
    assert not is_date(iso + "-1")


def test_there_is_no_year_0() -> None:
    assert [text for text in ("0000", "0000-01", "0000-12", "0000-12-31") if is_date(text)] == []
    assert [last_day(text).isoformat() for text in ("0001", "9999", "9999-12")] == [
        "0001-12-31",
        "9999-12-31",
        "9999-12-31",
    ]


def test_days_of_two_orders_in_one_column_are_asked_about(tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_text(
        "country,since\nTogo,31/05/2024\nMali,13/01/2024\nChad,05/31/2024\nPeru,03/04/2024\n", encoding="utf-8"
    )
    (found,) = read_table(path).warnings
    assert (found.code, found.span and found.span.line) == ("unknown-date", 4)
    assert found.message == "“05/31/2024” has the month first, “31/05/2024” in the same column has the day first"
    path.write_text("country,since\nTogo,31/05/2024\nMali,31-May-24\nChad,2026/05/31\n", encoding="utf-8")
    assert read_table(path).warnings == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("US$ 1,5 million", "US$ 1500000"),
        ("1,5 million €", "1500000 €"),
        ("1.250,50 €", "1250.50 €"),
        ("1 250,5 CHF", "1250.5 CHF"),
        ("€ 0,5", "€ 0.5"),
        # Two meanings, no decimal comma, words beside it, no currency.
        ("€ 1,250", "€ 1,250"),
        ("€ 1,250,000", "€ 1,250,000"),
        ("€ 1,250.50", "€ 1,250.50"),
        ("US$ 1,5 billion", "US$ 1,5 billion"),
        ("about € 1,5", "about € 1,5"),
        ("€ 1,5 million for schools", "€ 1,5 million for schools"),
        ("US$ 1,5 to 2,5 million", "US$ 1,5 to 2,5 million"),
        ("ODD 8,7", "ODD 8,7"),
    ],
)
def test_an_amount_with_a_decimal_comma_is_one_in_every_language(written: str, meant: str, tmp_path: Path) -> None:
    (path := tmp_path / "figures.csv").write_text(f"id;value\nmoney;{written}\n", encoding="utf-8")
    [row] = read_facts(path)[0].rows
    assert row.values["value"] == meant
