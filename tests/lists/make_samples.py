"""Makes the workbooks in `samples`, each with the program it is called after: `python -m tests.lists.make_samples`.

It needs soffice, ssconvert (gnumeric), node, and in a folder named by NODE_PATH the packages xlsx 0.18.5 and exceljs
4.4.0. The samples that are kept were made with XlsxWriter 3.3.1, openpyxl 3.1.5, LibreOffice 7.4 and gnumeric 1.12.55.
"""

from __future__ import annotations

import datetime
import io
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table
from PIL import Image

SAMPLES = Path(__file__).parent / "samples"


def main() -> None:
    with_xlsxwriter(SAMPLES / "xlsxwriter.xlsx")
    with_openpyxl(SAMPLES / "openpyxl.xlsx")
    for script, name in (("exceljs", "exceljs.xlsx"), ("sheetjs", "sheetjs.xlsx"), ("sheetjs", "sheetjs.ods")):
        run("node", str(SAMPLES / f"{script}.js"), str(SAMPLES / name))
    with tempfile.TemporaryDirectory() as folder:
        office = ["soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--convert-to"]
        for kind, source in (("ods", "openpyxl.xlsx"), ("xlsx", "libreoffice.ods")):
            run(*office, kind, "--outdir", folder, str(SAMPLES / source))
            Path(folder, source).with_suffix(f".{kind}").replace(SAMPLES / f"libreoffice.{kind}")
    for kind in ("xlsx", "ods"):
        run("ssconvert", str(SAMPLES / "exceljs.xlsx"), str(SAMPLES / f"gnumeric.{kind}"))


def run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def with_xlsxwriter(path: Path) -> None:
    book: Any = xlsxwriter.Workbook(path)
    sheet, sums = book.add_worksheet("List of all"), book.add_worksheet("Sums")
    bold, share = book.add_format({"bold": True}), book.add_format({"num_format": "0.0%"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    rows: list[list[Any]] = [
        ["No.", "country", "code", "status", "since", "share", "length"],
        [1, "Albania", "AL", "pathfinder", datetime.datetime(2018, 5, 31), 0.25],
        [2, "Côte d’Ivoire", "CI", "candidate", datetime.datetime(2019, 1, 2), 0.5],
        [3, "Chad & co", "TD", "", datetime.datetime(2020, 1, 2), 0.75],
        [4, "Mali", "ML", "candidate", datetime.datetime(2021, 1, 2), 1],
    ]
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(line, column, value, {4: day, 5: share}.get(column) if line else bold)
        if line:
            sheet.write_formula(line, 6, f"=LEN(B{line + 1})", None, len(row[1]))
    sheet.autofilter("A1:G5")
    sheet.freeze_panes(1, 0)
    sheet.set_row(2, 30, None, {"level": 1})
    sheet.set_row(3, None, None, {"hidden": True})
    sheet.write_comment("B3", "since the start", {"x_scale": 2, "color": "#FFEEDD"})
    sheet.write_comment("B7", "of all", {"x_scale": 2})
    sheet.data_validation("D2:D5", {"validate": "list", "source": ["pathfinder", "candidate"]})
    sheet.conditional_format("F2:F5", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format("D2:D5", {"type": "formula", "criteria": '=$D2="candidate"', "format": bold})
    sheet.write_url("B2", "https://example.org", None, "Albania")
    sheet.write("B7", "Total")
    sheet.write_formula("A7", "=COUNTA(B2:B5)", None, 4)
    sheet.write_formula("F7", "=SUM(F2:F5)", share, 2.5)
    sheet.write_array_formula("G7", "{=SUM(LEN(B2:B5))}", None, 33)
    sheet.merge_range("A11:C12", "", bold)
    sheet.set_h_pagebreaks([5, 20])
    sheet.print_area("A1:G7")
    sheet.repeat_rows(0)
    for line in (2, 5):
        sheet.add_sparkline(f"H{line}", {"range": f"'List of all'!F{line}:G{line}"})
    chart = book.add_chart({"type": "column"})
    ranges = {"categories": "='List of all'!$B$2:$B$5", "values": "='List of all'!$F$2:$F$5"}
    chart.add_series({**ranges, "name": "='List of all'!$F$1"})
    sheet.insert_chart("K15", chart)
    Image.new("RGB", (20, 20), "red").save(picture := io.BytesIO(), "PNG")
    sheet.insert_image("K2", "x.png", {"image_data": picture, "object_position": 2})
    book.define_name("members", "='List of all'!$B$2:$B$5")
    sums.write_formula("A1", "=COUNTA('List of all'!B2:B5)", None, 4)
    sums.write_dynamic_array_formula("E1:E4", "=_xlfn._xlws.SORT('List of all'!B2:B5)", None, "Albania")
    sums.add_table("C1:D3", {"name": "prices"})
    sums.write_url("B9", "internal:'List of all'!B5", None, "last")
    book.close()


def with_openpyxl(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Liste"
    header = ["country", "code", "status", "since", "n"]
    for row in (
        header,
        ["Albania", "AL", "pathfinder", datetime.date(2018, 5, 31), 2],
        ["Côte d’Ivoire", "CI", "candidate", datetime.date(2019, 5, 31), 1.5],
        ["Chad & co", "TD", None, None, "=E3*2"],
        ["Total", None, None, None, "=SUBTOTAL(109,E2:E4)"],
    ):
        sheet.append(row)
    table: Any = Table(displayName="members", ref="A1:E5", totalsRowCount=1)
    table._initialise_columns()
    table.autoFilter.ref = "A1:E4"
    for column, name in zip(table.tableColumns, header, strict=True):
        column.name = name
    sheet.add_table(table)
    sheet["A3"].comment = Comment("since", "Staff", height=200, width=300)
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[4].outlineLevel = 2
    sheet.row_dimensions[6].height = 40
    status = DataValidation(type="list", formula1='"pathfinder,candidate"')
    status.add("C2:C4")
    sheet.add_data_validation(status)
    sheet.conditional_formatting.add("C2:C4", CellIsRule("equal", ['"candidate"'], font=Font(italic=True)))
    sheet.row_breaks.append(Break(id=4))
    sheet.print_area = "A1:E5"
    sheet["A2"].hyperlink = "https://example.org"
    book.defined_names["m"] = DefinedName("m", attr_text="Liste!$A$2:$A$4")
    book.create_sheet("Sums")["A1"] = "=COUNTA(Liste!A2:A4)"
    chart: Any = BarChart()
    chart.add_data(Reference(sheet, min_col=5, min_row=1, max_row=4), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=4))
    sheet.add_chart(chart, "G8")
    sheet.freeze_panes = "B2"
    book.save(path)


if __name__ == "__main__":
    main()
