"""Years, months, days and moments of workbooks: read as people see them, and written as languages have them."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from deck.ground.diagnostics import DeckError
from deck.lists import read_table
from deck.lists.workbooks.ods_cells import value_attributes
from deck.lists.workbooks.sheet import SheetCell
from deck.model.shapes import Table
from deck.pipeline.build import lay_out
from tests.outlines import write_outline

FORMATS = {
    "year": ("yyyy", ["year"]),
    "month": ("mmm yyyy", ["month", "year"]),
    "moment": ("yyyy-mm-dd hh:mm", ["year", "month", "day", "hours", "minutes"]),
    "second": ("yyyy-mm-dd hh:mm:ss", ["year", "month", "day", "hours", "minutes", "seconds"]),
    "day": ("dd/mm/yyyy", ["day", "month", "year"]),
}
AT = datetime(2010, 11, 5, 14, 30, 7)
SEEN = {
    "year": "2010",
    "month": "2010-11",
    "moment": "2010-11-05T14:30",
    "second": "2010-11-05T14:30:07",
    "day": "2010-11-05",
}
_NAMES = " ".join(
    f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"' for each in ("office", "style", "table", "text")
)
_NAMES += ' xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"'


def xlsx(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    sheet.append(["name", *FORMATS])
    sheet.append(["A", *[AT] * len(FORMATS)])
    for cell, (code, _) in zip(sheet[2][1:], FORMATS.values(), strict=True):
        cell.number_format = code
    book.save(path)
    return path


def ods(path: Path, *, by: str) -> Path:
    """A sheet whose cells have their formats by styles of their own, of styles above these, or of their columns."""
    codes, styles, columns, cells = "", "", "", ""
    for name, (_, shown) in FORMATS.items():
        inside = "".join(f"<number:{each}/>" for each in shown)
        codes += f'<number:date-style style:name="N{name}">{inside}</number:date-style>'
        styles += (
            f'<style:style style:name="c{name}" style:family="table-cell" style:data-style-name="N{name}"/>'
            f'<style:style style:name="d{name}" style:family="table-cell" style:parent-style-name="c{name}"/>'
        )
        style = f'table:style-name="{by}{name}"' if by in "cd" else ""
        columns += f'<table:table-column table:default-cell-style-name="{f"c{name}" if by == "column" else ""}"/>'
        cells += f'<table:table-cell {style} office:value-type="date" office:date-value="{AT.isoformat()}"/>'
    header = "".join(f'<table:table-cell office:value-type="string"><text:p>{name}</text:p></table:table-cell>'
                     for name in ("name", *FORMATS))  # fmt: skip
    first = '<table:table-cell office:value-type="string"><text:p>A</text:p></table:table-cell>'
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f'<office:spreadsheet><table:table table:name="S"><table:table-column/>{columns}'
        f"<table:table-row>{header}</table:table-row><table:table-row>{first}{cells}</table:table-row>"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr("styles.xml", f"<office:document-styles {_NAMES}>{codes}</office:document-styles>")
    return path


def test_both_kinds_of_workbook_say_what_is_seen(tmp_path: Path) -> None:
    tables = [read_table(xlsx(tmp_path / "a.xlsx"))]
    tables += [read_table(ods(tmp_path / f"{by}.ods", by=by)) for by in ("c", "d", "column")]
    for table in tables:
        (row,) = table.rows
        assert row.values == {"name": "A", **SEEN}
        assert row.dates == {*FORMATS}


def test_without_a_format_a_day_is_seen(tmp_path: Path) -> None:
    (row,) = read_table(ods(tmp_path / "a.ods", by="none")).rows
    assert {row.values[name] for name in FORMATS} == {"2010-11-05"}


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", ["2010", "November 2010", "November 5, 2010, 2:30 PM", "November 5, 2010, 2:30:07 PM"]),
        ("fr", ["2010", "novembre 2010", "5 novembre 2010, 14:30", "5 novembre 2010, 14:30:07"]),
        ("de", ["2010", "November 2010", "5. November 2010, 14:30", "5. November 2010, 14:30:07"]),
        ("ru", ["2010", "ноябрь 2010 г.", "5 ноября 2010 г., 14:30", "5 ноября 2010 г., 14:30:07"]),
        ("zh", ["2010", "2010年11月", "2010年11月5日 14:30", "2010年11月5日 14:30:07"]),
    ],
)
def test_slides_write_them_as_the_language_does(language: str, shown: list[str], tmp_path: Path) -> None:
    columns = ", ".join(f"{{id: {name}, heading: {name}}}" for name in FORMATS)
    slide = f"layout: table\ntitle: T\ncolumns: [{columns}]\nrows: {{list: dates, cells: {{{_same()}}}}}"
    for path in (xlsx(tmp_path / "dates.xlsx"), ods(tmp_path / "dates.ods", by="c")):
        outline = write_outline(tmp_path, slide, language=language)
        words = outline.read_text("utf-8").replace(
            "\nsections:", f"\nlists:\n  dates: {{table: {path.name}}}\nsections:"
        )
        outline.write_text(words, encoding="utf-8")
        (table,) = (each for tree in lay_out(outline).deck.slides for each in tree.shapes if isinstance(each, Table))
        cells = [cell.text.paragraphs[0].plain.replace("\N{NO-BREAK SPACE}", " ") for cell in table.rows[1]]
        assert cells[:4] == shown


def _same() -> str:
    return ", ".join(f"{name}: {name}" for name in FORMATS)


@pytest.mark.parametrize(
    ("typed", "beside", "held"),
    [
        ("2011", "2010", "2011-01-01"),
        ("2011-03", "2010-11", "2011-03-01"),
        ("2011-03-05", "2010-11-05", "2011-03-05"),
        ("2011-03-05T09:00", "2010-11-05T14:30", "2011-03-05T09:00"),
        ("2011-03-05", "2010-11-05T14:30", "2011-03-05"),
        # What the column would not show is a text.
        ("2011-03-05", "2010-11", None),
        ("2011", "2010-11-05", None),
        ("2011-13", "2010-11", None),
    ],
)
def test_a_date_that_is_added_to_others_is_one(typed: str, beside: str, held: str | None) -> None:
    alike = SheetCell(beside, number="2010-11-05T14:30:07", is_date=True)
    assert value_attributes(typed, alike).get("office:date-value") == held


def test_columns_that_cannot_be_counted_are_told(tmp_path: Path) -> None:
    path = ods(tmp_path / "a.ods", by="column")
    with zipfile.ZipFile(path) as package:
        held = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in held.items():
            before = b'<table:table-column table:default-cell-style-name="cyear"'
            package.writestr(name, data.replace(before, before + b' table:number-columns-repeated="many"'))
    with pytest.raises(DeckError, match="is not a workbook that can be read"):
        read_table(path)
