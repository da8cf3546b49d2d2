"""Lists in workbooks: read as they are, and changed without losing what is round them."""

from __future__ import annotations

import datetime
import io
import subprocess
import tempfile
import zipfile
from copy import copy
from pathlib import Path
from typing import Any

import openpyxl
import PIL.Image
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.table import Table

from deck.ground.diagnostics import DeckError
from deck.languages.collation import sort_key
from deck.lists import country_name, make_names, read_countries, read_table
from deck.lists.document import open_document
from deck.pipeline.build import lay_out
from tests.outlines import texts
from tests.tools import required


@pytest.fixture
def path(tmp_path: Path) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["country", "status", "since", "note", "=1+1"])
    sheet["E1"].value = "chairs"
    sheet.append(["Albania", "pathfinder", datetime.date(2018, 5, 31), None, 2])
    sheet.append(["NA", None, 2019, "=UPPER(A2)", None])
    sheet.append(["Côte d’Ivoire", "candidate", None, None, 1.5])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in sheet.iter_rows(min_row=2):
        row[0].fill = PatternFill("solid", fgColor="FFEEDD")
    sheet["A2"].comment = Comment("since the start", "Staff")
    sheet.auto_filter.ref = "A1:E4"
    sheet.column_dimensions["A"].width = 31
    sheet.row_dimensions[3].height = 40
    sheet.freeze_panes = "A2"
    status = DataValidation(type="list", formula1='"pathfinder,candidate"')
    status.add("B2:B4")
    sheet.add_data_validation(status)
    rule: Any = CellIsRule(operator="equal", formula=['"candidate"'], font=Font(italic=True))
    sheet.conditional_formatting.add("B2:B4", rule)
    other = workbook.create_sheet("Prices")
    other.append(["what", "price"])
    other.append(["chair", 3])
    other.add_table(Table(displayName="prices", ref="A1:B2"))
    workbook.save(path := tmp_path / "countries.xlsx")
    return path


def shown(data: bytes) -> dict[str, Any]:
    """All that a person sees of a workbook."""
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    return {
        sheet.title: {
            "cells": {
                cell.coordinate: (
                    cell.value,
                    cell.font.b,
                    cell.fill.fgColor.rgb,
                    cell.number_format,
                    cell.comment and cell.comment.text,
                    (cell.font.name, cell.font.sz, cell.alignment.horizontal, bool(cell.alignment.wrap_text)),
                    (cell.border.bottom.style, cell.hyperlink and cell.hyperlink.target, type(cell.value)),
                )
                for row in sheet.iter_rows()
                for cell in row
                if cell.value is not None or cell.has_style
            },
            "filter": sheet.auto_filter.ref,
            "tables": [table.ref for table in sheet.tables.values()],
            "widths": {name: (column.width, column.hidden) for name, column in sheet.column_dimensions.items()},
            "heights": {number: row.height for number, row in sheet.row_dimensions.items() if row.height},
            "frozen": sheet.freeze_panes,
            "validations": [str(each.sqref) for each in sheet.data_validations.dataValidation],
            "formats": [str(each.sqref) for each in sheet.conditional_formatting],
        }
        for sheet in workbook.worksheets
    }


def contents(data: bytes) -> dict[str, bytes]:
    """What each part of a workbook holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_reading(path: Path) -> None:
    table = read_table(path)
    assert table.columns == ("country", "status", "since", "note", "chairs")
    assert [list(row.values.values()) for row in table.rows] == [
        ["Albania", "pathfinder", "2018-05-31", "", "2"],
        # No program has worked the formula out yet.
        ["NA", "", "2019", "", ""],
        ["Côte d’Ivoire", "candidate", "", "", "1.5"],
    ]
    assert [row.span.line for row in table.rows] == [2, 3, 4]
    countries, diagnostics = read_countries(path)
    assert [one.message for one in diagnostics] == ["row 3 has a formula without a value"]
    assert [row.values["code"] for row in countries.rows] == ["AL", "NA", "CI"]


def test_adding_and_removing_leaves_content_and_formatting(path: Path) -> None:
    before = shown(path.read_bytes())
    document = open_document(path)
    document.add({"country": "Togo", "status": "candidate"})
    path.write_bytes(document.data())
    changed = shown(path.read_bytes())
    assert changed["Prices"] == before["Prices"]
    sheet = changed["Sheet"]
    assert sheet["cells"]["A5"][:5] == ("Togo", False, "00FFEEDD", "General", None)
    assert (sheet["filter"], sheet["validations"], sheet["formats"]) == ("A1:E5", ["B2:B5"], ["B2:B5"])
    assert {name: cell for name, cell in sheet["cells"].items() if not name.endswith("5")} == before["Sheet"]["cells"]
    again = open_document(path)
    again.remove(3)
    assert shown(again.data()) == before


def test_removing_from_the_middle(path: Path) -> None:
    document = open_document(path)
    # The note in row 3 is worked out from the row that would go.
    with pytest.raises(DeckError, match=r"the formula in Sheet!D3 names a cell of this row"):
        document.remove(0)
    assert document.data() == path.read_bytes()
    document.set(0, "note", "x")
    workbook = openpyxl.load_workbook(path)
    workbook["Sheet"]["D3"] = None
    workbook.save(path)
    document = open_document(path)
    document.remove(0)
    assert [row.values["country"] for row in document.table.rows] == ["NA", "Côte d’Ivoire"]
    sheet = shown(document.data())["Sheet"]
    assert sheet["cells"]["A3"][:3] == ("Côte d’Ivoire", False, "00FFEEDD")
    assert (sheet["filter"], sheet["heights"], sheet["validations"]) == ("A1:E3", {2: 40.0}, ["B2:B3"])


def test_formulas_go_on_meaning_what_they_meant(path: Path) -> None:
    workbook = openpyxl.load_workbook(path)
    sheet, other = workbook.worksheets
    sheet["F4"], sheet["A7"] = "=LEN(A4)+$A$2", "=COUNTA(A2:A4)&A8"
    other["C1"] = "=Sheet!A4&A4&Sheet!$A:$A&SUM(Sheet!E2:E4)"
    sheet["F1"], sheet["A7"].hyperlink = "x", "https://example.org"
    workbook.save(path)
    before = shown(path.read_bytes())
    document = open_document(path)
    # The row of the formula below the list is one of its rows; it goes with the others.
    document.remove(1)
    cells = shown(document.data())
    assert cells["Sheet"]["cells"]["F3"][0] == "=LEN(A3)+$A$2"
    assert cells["Sheet"]["cells"]["A6"][0] == "=COUNTA(A2:A3)&A7"
    assert cells["Prices"]["cells"]["C1"][0] == "=Sheet!A3&A4&Sheet!$A:$A&SUM(Sheet!E2:E3)"
    again = open_document(path)
    again.add({"country": "Togo"})
    again.remove(len(again.table.rows) - 1)
    assert shown(again.data()) == before


def test_setting_a_cell(path: Path) -> None:
    document = open_document(path)
    document.set(1, "country", "Namibia")
    document.set(1, "since", "2020")
    cells = shown(document.data())["Sheet"]["cells"]
    assert (cells["A3"][0], cells["C3"][0], cells["D3"][0]) == ("Namibia", 2020, "=UPPER(A2)")


def test_sorting_takes_all_of_a_row_along(path: Path) -> None:
    workbook = openpyxl.load_workbook(path)
    (sheet, _) = workbook.worksheets
    sheet["D3"], sheet["B3"].hyperlink = "=1+1 is no formula", "https://example.org"
    sheet["D3"].data_type = "s"
    sheet["B3"].font = Font(italic=True)
    workbook.save(path)
    before = shown(path.read_bytes())
    document = open_document(path)
    document.arrange([2, 0, 1])
    path.write_bytes(document.data())
    changed = shown(path.read_bytes())
    old, new = before["Sheet"]["cells"], changed["Sheet"]["cells"]
    assert {name: old[f"{name[0]}{row}"] for row, name in ((4, "A2"), (2, "A3"), (3, "B4"), (3, "D4"), (2, "C3"))} == {
        name: new[name] for name in ("A2", "A3", "B4", "D4", "C3")
    }
    assert changed["Sheet"]["heights"] == {4: 40.0}
    again = openpyxl.load_workbook(path).worksheets[0]
    assert (again["B4"].hyperlink.target, again["B4"].font.i, again["B3"].hyperlink) == (
        "https://example.org",
        True,
        None,
    )
    document = open_document(path)
    document.arrange([1, 2, 0])
    assert shown(document.data()) == before


@pytest.mark.parametrize("what", ["a formula", "a comment between"])
def test_what_hangs_on_its_row_keeps_the_order(path: Path, what: str) -> None:
    if what == "a comment between":
        workbook = openpyxl.load_workbook(path)
        workbook.worksheets[0]["D3"] = None
        workbook.worksheets[0].insert_rows(3)
        workbook.worksheets[0]["A3"] = "# joined later"
        workbook.save(path)
    document = open_document(path)
    before = document.data()
    with pytest.raises(DeckError, match=what):
        document.arrange([2, 0, 1])
    assert shown(document.data()) == shown(before)


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("merged", "the cells D3:D4 are merged"),
        ("protected", "its sheet is protected .*Unprotect Sheet"),
        ("array", "the formula in Sheet!F3 fills the cells F3:F4 together"),
        ("name", "the name “first” names a cell of this row"),
        ("picture", "a picture or a drawing stands in this row"),
    ],
)
def test_what_cannot_follow_is_told_and_nothing_is_changed(path: Path, what: str, told: str) -> None:
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    sheet["F1"], sheet["D3"] = "more", None
    match what:
        case "merged":
            sheet.merge_cells("D3:D4")
        case "protected":
            sheet.protection.sheet = True
        case "array":
            sheet["F3"] = ArrayFormula("F3:F4", "=E2:E3*2")
        case "name":
            workbook.defined_names["first"] = DefinedName("first", attr_text="Sheet!$A$3")
        case "picture":
            PIL.Image.new("RGB", (4, 4)).save(file := io.BytesIO(), "PNG")
            sheet.add_image(Image(file), "H3")
    workbook.save(path)
    assert len(read_table(path).rows) == 3
    document = open_document(path)
    with pytest.raises(DeckError, match=told) as caught:
        document.remove(1)
    assert caught.value.diagnostics[0].code == "workbook-content"
    assert document.data() == path.read_bytes()
    assert len(document.table.rows) == 3


def test_a_number_below_an_empty_cell_that_shows_days_is_a_number(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    (sheet,) = workbook.worksheets
    for row in (["country", "since"], ["Togo", 8], ["Mali", None]):
        sheet.append(row)
    sheet["B3"].number_format = "dd/mm/yyyy"
    workbook.save(path := tmp_path / "a.xlsx")
    document = open_document(path)
    document.add({"country": "Chad", "since": "1"})
    path.write_bytes(document.data())
    assert [row.values["since"] for row in read_table(path).rows] == ["8", "", "1"]
    assert openpyxl.load_workbook(path).worksheets[0]["B4"].value == 1


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + bytes(100)])
def test_what_is_no_workbook(tmp_path: Path, data: bytes) -> None:
    (path := tmp_path / "a.xlsx").write_bytes(data)
    with pytest.raises(DeckError, match="file-encoding"):
        read_table(path)


VALUES = (
    st.none()
    | st.sampled_from(["Togo", "NA", "=1+1", "# a, b", " x ", "007", "1/2"])
    | st.integers(-9, 10**6)
    | st.floats(-9, 9).map(lambda number: round(number, 3))
    | st.dates()
    | st.booleans()
)
COLOURS = st.sampled_from(["FFEEDD", "00AA00"])
LOOKS = {
    "font": st.builds(Font, name=st.sampled_from(["Calibri", "Arial"]), b=st.booleans(), sz=st.integers(8, 20)),
    "fill": st.builds(PatternFill, st.just("solid"), fgColor=COLOURS),
    "alignment": st.builds(Alignment, horizontal=st.sampled_from(["left", "right"]), wrap_text=st.booleans()),
    "border": st.just(Border(bottom=Side(style="thin", color="FF0000"))),
    "number_format": st.sampled_from(["0.00", "dd/mm/yyyy", "@"]),
    "comment": st.builds(Comment, st.sampled_from(["since the start", "ask Ann"]), st.just("Staff")),
    "hyperlink": st.just("https://example.org/"),
}


@st.composite
def workbooks(draw: st.DrawFn) -> openpyxl.Workbook:
    """A list of some rows on a first sheet, dressed in any way, beside another sheet."""
    workbook = openpyxl.Workbook()
    (sheet,) = workbook.worksheets
    rows = draw(st.lists(st.lists(VALUES, min_size=3, max_size=3), max_size=5))
    for row in [["country", "status", "note"], *rows]:
        # A name that nobody has worked out is refused.
        sheet.append([None if str(row[0]).startswith("=") else row[0], *row[1:]])
    last = len(rows) + 1
    everywhere = f"A1:C{last}"
    for kind in draw(st.lists(st.sampled_from(sorted(LOOKS)), max_size=6)):
        cell = sheet.cell(draw(st.integers(1, last)), draw(st.integers(1, 3)))
        if kind != "hyperlink" or cell.value is not None:
            setattr(cell, kind, copy(draw(LOOKS[kind])))
    for part in draw(
        st.sets(st.sampled_from(["filter", "table", "frozen", "widths", "heights", "choices", "rule", "sums"]))
    ):
        if part == "filter":
            sheet.auto_filter.ref = everywhere
        elif part == "table" and rows and sheet.auto_filter.ref is None:
            sheet.add_table(Table(displayName="members", ref=everywhere))
        elif part == "frozen":
            sheet.freeze_panes = "B2"
        elif part == "widths":
            sheet.column_dimensions["B"].width, sheet.column_dimensions["C"].hidden = 31.5, True
        elif part == "heights":
            sheet.row_dimensions[last].height = 40
        elif part == "choices":
            choices = DataValidation(type="list", formula1='"pathfinder,candidate"')
            choices.add(f"B2:B{max(last, 2)}")
            sheet.add_data_validation(choices)
        elif part == "rule":
            rule: Any = CellIsRule(operator="equal", formula=['"candidate"'], font=Font(italic=True))
            sheet.conditional_formatting.add(f"B1:B{last}", rule)
        elif part == "sums":
            workbook.create_sheet("Sums").append([f"=COUNTA(Sheet!A1:A{last})", "=Sheet!B1", "x"])
    return workbook


@settings(max_examples=60, deadline=None)
@given(workbook=workbooks(), new=st.sampled_from(["Togo", "NA", "1", "Côte d’Ivoire"]))
def test_any_workbook_is_the_same_after_adding_and_removing(workbook: openpyxl.Workbook, new: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        workbook.save(path := Path(folder) / "a.xlsx")
        before, whole = shown(path.read_bytes()), contents(path.read_bytes())
        document = open_document(path)
        old = [dict(row.values) for row in document.table.rows]
        document.add({"country": new, "note": "x"})
        path.write_bytes(document.data())
        table = read_table(path)
        assert [dict(row.values) for row in table.rows] == [*old, {"country": new, "status": "", "note": "x"}]
        again = open_document(path)
        again.remove(len(old))
        assert shown(again.data()) == before
        assert contents(again.data()) == whole


OUTLINE = """\
presentation: {{title: A test, author: The testers, language: en, theme: alliance}}
lists: {{members: {{countries: {file}}}}}
sections:
  - id: only
    title: Only
    slides: [{{id: a, layout: columns, title: "{{members.count}} countries", items: {{list: members}}, sort: name}}]
"""


def saved_by_libreoffice(folder: Path, files: list[str], *options: str) -> None:
    soffice = required("soffice", "install LibreOffice Calc")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", *options, *files]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)


@pytest.mark.external
def test_decks_follow_from_workbooks_that_libreoffice_saved(tmp_path: Path) -> None:
    codes = [line.split("\t")[0] for line in make_names.lines()]
    for count in (1, 20, 40, 90):
        rows = [f"{code},{'candidate' if number % 3 else 'pathfinder'}" for number, code in enumerate(codes[:count])]
        (tmp_path / f"list{count}.csv").write_text("\n".join(["country,status", *rows]), encoding="utf-8")
    files = [f"list{count}.csv" for count in (1, 20, 40, 90)]
    saved_by_libreoffice(tmp_path, files, "--convert-to", "xlsx", "--infilter=CSV:44,34,76")
    for count in (1, 20, 40, 90):
        outline = tmp_path / "outline.yaml"
        outline.write_text(OUTLINE.format(file=f"list{count}.xlsx"), encoding="utf-8")
        built = lay_out(outline)
        assert built.diagnostics == ()
        assert all(tree.title.startswith(f"{count} countries") for tree in built.deck.slides)
        entries = [
            paragraph.plain
            for name, _, text in texts(built.deck)
            for paragraph in text.paragraphs
            if paragraph.plain in {country_name(code) for code in codes}
        ]
        assert len(entries) == count
        assert entries == sorted(entries, key=lambda name: sort_key(name, built.deck.language))


@pytest.mark.external
def test_a_workbook_that_libreoffice_saved_is_changed(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        "country,code,status\nCôte d’Ivoire,CI,candidate\nNA,,\nNO,,pathfinder\n", encoding="utf-8"
    )
    saved_by_libreoffice(tmp_path, ["list.csv"], "--convert-to", "xlsx", "--infilter=CSV:44,34,76")
    path = tmp_path / "list.xlsx"
    before = shown(path.read_bytes())
    table, diagnostics = read_countries(path)
    assert diagnostics == ()
    assert [row.values["code"] for row in table.rows] == ["CI", "NA", "NO"]
    document = open_document(path)
    document.add({"country": "Togo"})
    path.write_bytes(document.data())
    saved_by_libreoffice(tmp_path, ["list.xlsx"], "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76")
    assert [row.values["country"] for row in read_table(tmp_path / "list.csv").rows][-1] == "Togo"
    again = open_document(path)
    again.remove(3)
    assert shown(again.data()) == before


def test_a_filter_over_an_empty_row_keeps_it(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["country", "status", "note"])
    sheet.append([None, None, None])
    sheet["C2"].font = Font(bold=True)
    sheet.auto_filter.ref = "A1:C2"
    workbook.save(path := tmp_path / "a.xlsx")
    before = shown(path.read_bytes())
    document = open_document(path)
    document.add({"country": "Togo"})
    document.remove(0)
    assert shown(document.data()) == before


@pytest.mark.external
def test_the_values_of_formulas_are_still_there_after_a_change(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    (sheet,) = workbook.worksheets
    rows = (
        ["country", "loud", "long", "far", "date", "bad"],
        ["Chad", "=UPPER(A2)", "=LEN(A2)", "=A2=A3", "=DATE(2026,5,31)"],
    )
    for row in rows:
        sheet.append(row)
    sheet.append(["Mali & co", "=UPPER(A3)", "=LEN(A3)/2", "=A3=A3", "=DATE(2025,1,2)", "=1/0"])
    for line in (2, 3):
        sheet.cell(line, 5).number_format = "yyyy-mm-dd"
    workbook.create_sheet("Sums").append(["=COUNTA(Sheet!A2:A3)"])
    workbook.save(tmp_path / "raw.xlsx")
    (tmp_path / "out").mkdir()
    saved_by_libreoffice(tmp_path, ["raw.xlsx"], "--convert-to", "xlsx", "--outdir", "out")
    path = tmp_path / "out" / "raw.xlsx"
    before = [dict(row.values) for row in read_table(path).rows]
    assert list(before[1].values()) == ["Mali & co", "MALI & CO", "4.5", "TRUE", "2025-01-02", "#DIV/0!"]
    document = open_document(path)
    document.add({"country": "Togo"})
    path.write_bytes(document.data())
    assert [dict(row.values) for row in read_table(path).rows][:2] == before
    document = open_document(path)
    document.remove(0)
    path.write_bytes(document.data())
    assert [row.values["loud"] for row in read_table(path).rows] == ["MALI & CO", ""]
    # A spreadsheet program works them out anew.
    (tmp_path / "again").mkdir()
    saved_by_libreoffice(tmp_path, [str(path)], "--convert-to", "xlsx", "--outdir", "again")
    again = openpyxl.load_workbook(tmp_path / "again" / "raw.xlsx", data_only=True)
    assert again.worksheets[0]["B2"].value == "MALI & CO"
    assert again.worksheets[1]["A1"].value == 2


def test_a_formula_without_a_value_is_told(path: Path) -> None:
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Sheet"]
    sheet["A5"], sheet["A6"], sheet["B6"] = '="To"&"go"', '="Pe"&"ru"', "candidate"
    workbook.save(path)
    for read in (read_countries, open_document):
        with pytest.raises(DeckError) as caught:
            read(path)
        found = [
            f"{one.span}".rpartition("xlsx:")[2] + f" {one.severity}"
            for one in caught.value.diagnostics
            if one.code == "empty-cell"
        ]
        # The note in row 3 has had none since the workbook was made.
        assert found == ["3:4 warning", "5:1 error", "6:1 error"]


def test_cells_beside_the_table_are_told_by_their_columns(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    (sheet,) = workbook.worksheets
    for row in (["country", "code", None, "Total"], ["Mali", "ML", None, 1], ["Fiji", "FJ"]):
        sheet.append(row)
    workbook.save(path := tmp_path / "a.xlsx")
    table, found = read_countries(path)
    assert found == ()
    assert table.rows[0].values["Total"] == "1"
    sheet["F3"] = 2
    workbook.save(path)
    with pytest.raises(DeckError, match="column F, which has no name"):
        read_countries(path)


def test_what_is_no_workbook_is_told(tmp_path: Path) -> None:
    (path := tmp_path / "a.xlsx").write_bytes(b"junk")
    with pytest.raises(DeckError, match="save it as XLSX, ODS or CSV"):
        read_table(path)
    with zipfile.ZipFile(path := tmp_path / "b.ods", "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(DeckError, match="save it anew, as XLSX, ODS or CSV"):
        read_table(path)


def test_a_new_cell_is_of_its_column_s_kind(path: Path) -> None:
    workbook = openpyxl.load_workbook(path)
    workbook["Sheet"]["C3"] = None
    workbook.save(path)
    document = open_document(path)
    document.add({"country": "Togo", "since": "2026-05-31"})
    path.write_bytes(document.data())
    assert openpyxl.load_workbook(path)["Sheet"]["C5"].value == datetime.datetime(2026, 5, 31)
