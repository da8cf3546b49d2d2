"""Workbooks of six programs: what a change does not mean stays, byte for byte; what stands by rows follows."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deck.ground.diagnostics import DeckError
from deck.lists import read_table
from deck.lists.cells import COMMENT, clean
from deck.lists.document import Document, open_document
from deck.lists.workbooks.changes import LAST_ROW, Change, cells, edited, formula, ods_formula
from tests.lists.make_samples import SAMPLES
from tests.tools import required
from tests.validator import validate

ALL = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".xlsx", ".ods"))
TEXT = st.text(alphabet="abÀ中ع &<>\"'#=-1/_x", max_size=8).map(clean)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def changed(name: str, tmp_path: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """A sample's parts before and after a country was added."""
    document = open_document(SAMPLES / name)
    document.add({"country": "Togo"})
    (tmp_path / name).write_bytes(document.data())
    return parts((SAMPLES / name).read_bytes()), parts(document.data())


def part(held: dict[str, bytes], name: str) -> str:
    return held[name].decode()


@pytest.mark.parametrize("name", ALL)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_adding_and_removing_leaves_every_part_byte_for_byte(name: str, data: st.DataObject) -> None:
    path = SAMPLES / name
    document = open_document(path)
    columns, old = document.table.columns, [dict(row.values) for row in document.table.rows]
    given = data.draw(st.dictionaries(st.sampled_from(columns), TEXT, max_size=4))
    given["country"] = data.draw(TEXT.filter(lambda text: bool(text) and not COMMENT.match(text)))
    document.add(given)
    new = dict(document.table.rows[-1].values)
    assert [dict(row.values) for row in document.table.rows[:-1]] == old
    assert given.items() <= new.items()
    once = document.data()
    document.remove(len(old))
    assert parts(document.data()) == parts(path.read_bytes())
    again = open_document_of(once, path)
    again.remove(len(old))
    assert parts(again.data()) == parts(path.read_bytes())


def open_document_of(data: bytes, path: Path):  # type: ignore[no-untyped-def]
    from deck.lists.workbooks.document import WorkbookDocument

    return WorkbookDocument(data, path)


@pytest.mark.parametrize("name", ALL)
def test_what_was_not_changed_is_copied_as_it_stands(name: str, tmp_path: Path) -> None:
    before, after = changed(name, tmp_path)
    assert list(before) == list(after)
    kept = [each for each in before if before[each] == after[each]]
    assert any("styles" in each for each in kept)

    def raw(data: bytes, entry: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            info = package.getinfo(entry)
        return data[info.header_offset : info.header_offset + 30 + len(info.filename) + info.compress_size]

    old, new = (SAMPLES / name).read_bytes(), (tmp_path / name).read_bytes()
    assert all(raw(old, each) == raw(new, each) for each in kept)


def test_all_that_stands_by_rows_follows(tmp_path: Path) -> None:
    _, after = changed("xlsxwriter.xlsx", tmp_path)
    sheet, book = part(after, "xl/worksheets/sheet1.xml"), part(after, "xl/workbook.xml")
    for expected in (
        '<dimension ref="A1:G13"/>',
        '<autoFilter ref="A1:G6"/>',
        '<mergeCell ref="A12:C13"/>',
        '<conditionalFormatting sqref="F2:F6">',
        "<xm:sqref>F2:F6</xm:sqref>",
        'sqref="D2:D6"',
        '<brk id="6" max="16383" man="1"/><brk id="21"',
        '<f t="array" ref="G8">SUM(LEN(B2:B6))</f>',
        "<f>LEN(B6)</f>",
        "<f>SUM(F2:F6)</f><v>2.5</v>",
        "<f>COUNTA(B2:B6)</f><v>5</v>",
        '<row r="4" spans="1:7" hidden="1"',
        'ht="30" customHeight="1" outlineLevel="1"',
    ):
        assert expected in sheet
    # The new row is not hidden, and has the looks of the one above it.
    assert re.search(r'<row r="6" spans="1:7" [^>]*>.*?<c r="E6" s="3"/><c r="F6" s="4"/>', sheet)
    assert "'List of all'!$B$2:$B$6<" in book
    assert "'List of all'!$A$1:$G$8<" in book
    assert "'List of all'!$1:$1<" in book
    assert "'List of all'!$B$2:$B$6<" in part(after, "xl/charts/chart1.xml")
    assert "<xdr:row>15</xdr:row>" in part(after, "xl/drawings/drawing1.xml")
    assert "SORT('List of all'!B2:B6)" in part(after, "xl/worksheets/sheet2.xml")
    assert "<f>COUNTA('List of all'!B2:B6)</f><v>5</v>" in part(after, "xl/worksheets/sheet2.xml")


def test_a_note_keeps_its_size_and_its_cell(tmp_path: Path) -> None:
    before, after = changed("xlsxwriter.xlsx", tmp_path)
    assert 'ref="B3"' in part(after, "xl/comments1.xml")
    assert 'ref="B8"' in part(after, "xl/comments1.xml")
    boxes = [
        [[int(number) for number in box.split(",")] for box in re.findall("<x:Anchor>([^<]*)", part(held, name))]
        for held in (before, after)
        for name in ("xl/drawings/vmlDrawing1.vml",)
    ]
    assert boxes[0][0] == boxes[1][0]
    assert [new - old for old, new in zip(boxes[0][1], boxes[1][1], strict=True)] == [0, 0, 1, 0, 0, 0, 1, 0]


def test_a_table_keeps_its_totals_last(tmp_path: Path) -> None:
    _, after = changed("openpyxl.xlsx", tmp_path)
    table = part(after, "xl/tables/table1.xml")
    assert 'ref="A1:E6"' in table
    assert '<autoFilter ref="A1:E5"' in table
    assert [row.values["country"] for row in read_table(tmp_path / "openpyxl.xlsx").rows][-1] == "Togo"
    sheet = openpyxl.load_workbook(tmp_path / "openpyxl.xlsx")["Liste"]
    assert (sheet["A6"].value, sheet["E6"].value) == ("Total", "=SUBTOTAL(109,E2:E5)")
    assert sheet["A6"].row == 6


def test_a_shared_formula_is_shared_on(tmp_path: Path) -> None:
    _, after = changed("exceljs.xlsx", tmp_path)
    sheet = part(after, "xl/worksheets/sheet1.xml")
    assert '<f t="shared" ref="F2:F4" si="0">E2*2</f>' in sheet
    assert "<f>E5*2</f>" in sheet
    document = open_document(tmp_path / "exceljs.xlsx")
    # Without its first cell, each of the others has a formula of its own.
    document.remove(0)
    sheet = parts(document.data())["xl/worksheets/sheet1.xml"].decode()
    assert re.findall("<f[^>]*>(E[^<]*)</f>", sheet) == ["E2*2", "E3*2", "E4*2"]


@pytest.mark.parametrize("name", ALL)
def test_removing_each_row_leaves_the_others(name: str) -> None:
    count = len(open_document(SAMPLES / name).table.rows)
    for number in range(count):
        document = open_document(SAMPLES / name)
        names = [row.values["country"] for row in document.table.rows]
        try:
            document.remove(number)
        except DeckError:
            # A formula in the next row names it, or a picture stands there.
            assert document.data() == (SAMPLES / name).read_bytes()
            continue
        left = open_document_of(document.data(), SAMPLES / name)
        assert [row.values["country"] for row in left.table.rows] == names[:number] + names[number + 1 :]


@pytest.mark.parametrize("name", ALL)
def test_cells_are_set_in_place(name: str) -> None:
    document = open_document(SAMPLES / name)
    old = [dict(row.values) for row in document.table.rows]
    document.set(1, "country", "Togo & “Lomé”")
    document.set(1, "code", "TG")
    new = open_document_of(document.data(), SAMPLES / name)
    assert [dict(row.values) for row in new.table.rows] == [
        {**row, "country": "Togo & “Lomé”", "code": "TG"} if number == 1 else row for number, row in enumerate(old)
    ]


@pytest.mark.parametrize("name", ["sheetjs.xlsx", "sheetjs.ods"])
def test_sorting_there_and_back_means_the_same(name: str) -> None:
    document = open_document(SAMPLES / name)
    old = [dict(row.values) for row in document.table.rows]
    document.arrange([2, 0, 1])
    assert [dict(row.values) for row in document.table.rows] == [old[2], old[0], old[1]]
    document.arrange([1, 2, 0])
    assert parts(document.data()) == parts((SAMPLES / name).read_bytes())


@pytest.mark.external
@pytest.mark.parametrize("name", [name for name in ALL if name.endswith(".xlsx")])
def test_the_open_xml_sdk_finds_nothing_new(name: str, tmp_path: Path) -> None:
    changed(name, tmp_path)
    before = validate((SAMPLES / name).read_bytes(), "xlsx")
    assert len(validate((tmp_path / name).read_bytes(), "xlsx")) == len(before)


@pytest.mark.external
def test_libreoffice_reads_what_was_changed(tmp_path: Path) -> None:
    soffice = required("soffice", "install LibreOffice Calc")
    for name in ALL:
        changed(name, tmp_path)
        (tmp_path / name).rename(tmp_path / name.replace(".", "-from."))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [name.replace(".", "-from.") for name in ALL]
    for kind in ("xlsx", "ods"):
        own = [name for name in files if name.endswith(kind)]
        every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
        command = [soffice, profile, "--headless", "--convert-to", every_sheet, "--outdir", kind, *own]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
        for name in own:
            first, *others = sorted(
                (tmp_path / kind).glob(f"{Path(name).stem}-*.csv"), key=lambda one: "Sums" in one.name
            )
            countries = [line.split(",") for line in first.read_text(encoding="utf-8").splitlines()]
            at = countries[0].index("country")
            names = [line[at] for line in countries[1:]]
            assert "Togo" in names
            # What counts the countries counts the new one, too.
            expected = str(names.index("Togo") + 1)
            if name == "sheetjs-from.ods":
                # It names cells of another sheet in a way that LibreOffice does not read.
                continue
            assert any(expected in sums.read_text(encoding="utf-8") for sums in others), name


CELL = st.builds(
    lambda dollar, column, fixed, row: f"{dollar}{column}{fixed}{row}",
    st.sampled_from(["", "$"]),
    st.sampled_from(["A", "B", "AA", "XFD"]),
    st.sampled_from(["", "$"]),
    st.integers(1, 40),
)
PIECE = (
    CELL
    | st.builds("{}:{}".format, CELL, CELL)
    | st.sampled_from(
        ['"A4:B5"', "Liste!A4", "'It''s'!B9", "LOG10(", "A:A", "$3:$9", "Table1[[#This Row],[A4]]", "A4_x", "é4", "1.5"]
    )
)


@given(st.lists(PIECE, min_size=1, max_size=6).map("+".join), st.integers(2, 30), st.booleans())
def test_a_row_that_comes_and_goes_leaves_any_formula(text: str, line: int, widened: bool) -> None:
    def is_its(sheet: str) -> bool:
        return sheet in ("", "It's")

    come = Change(line, 1, 2, line - 1, 1, 9)
    there = edited(text, formula(text, come, is_its, widened=widened))
    go = Change(line, -1, 2, line, 1, 9)
    assert edited(there, formula(there, go, is_its, widened=widened)) == text


@given(st.lists(CELL | st.builds("{}:{}".format, CELL, CELL), min_size=1, max_size=4), st.integers(2, 30))
def test_a_row_that_comes_and_goes_leaves_any_range(places: list[str], line: int) -> None:
    def upright(place: str) -> str:
        ends = place.split(":")
        rows = sorted(int(re.sub(r"\D", "", end)) for end in ends)
        return ":".join(re.sub(r"\d+", str(row), end) for end, row in zip(ends, rows, strict=True))

    text = " ".join(map(upright, places))
    there = edited(text, cells(text, Change(line, 1, 2, line - 1, 1, 9), widened=True))
    assert edited(there, cells(there, Change(line, -1, 2, line, 1, 9), widened=True)) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SUM(A2:A4)", "SUM(A2:A5)"),
        ("SUM(A3:A4)", "SUM(A3:A4)"),
        ("A5+$A$5+A4", "A6+$A$6+A4"),
        ("Liste!A5", "Liste!A5"),
        ('"A5"&A5', '"A5"&A6'),
        ("SUM($2:$5)", "SUM($2:$6)"),
        ("A2:A1048576", "A2:A1048576"),
        ("'My list'!A5+[1]My!A5", "'My list'!A6+[1]My!A5"),
        ("SUM(K2:K4)", "SUM(K2:K4)"),
    ],
)
def test_what_a_formula_names_afterwards(before: str, after: str) -> None:
    change = Change(5, 1, 2, 4, 1, 5)
    assert edited(before, formula(before, change, lambda sheet: sheet in ("", "My list"), widened=True)) == after


def test_what_a_formula_names_in_opendocument() -> None:
    text = "of:=SUM([.A2:.A4];[$Liste.A5];['Other one'.A5];\"[.A5]\")"
    new = edited(text, ods_formula(text, Change(5, 1, 2, 4, 1, 5), lambda sheet: sheet in ("", "Liste"), widened=True))
    assert not ods_formula("of:=COUNTA('Liste'![.A5])", Change(5, 1, 2, 4, 1, 5), lambda _: True, widened=True)
    assert new == "of:=SUM([.A2:.A5];[$Liste.A6];['Other one'.A5];\"[.A5]\")"


def opendocument(values: str) -> bytes:
    """A list of names and values with one row, whose value is this cell in XML."""
    return opendocument_of(f"""<table:table-row>
    <table:table-cell office:value-type="string"><text:p>name</text:p></table:table-cell>
    <table:table-cell office:value-type="string"><text:p>value</text:p></table:table-cell></table:table-row>
    <table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>{values}
    </table:table-row>""")


def opendocument_of(rows: str, styles: str = "") -> bytes:
    """A sheet of these rows, in these automatic styles."""
    content = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
    ><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>
    <table:table table:name="List">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
    return written.getvalue()


PLAIN = '<table:table-cell office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>'
MONEY = """<table:table-cell table:style-name="money" office:value-type="currency" office:currency="USD"
office:value="1500"><text:p>$1,500</text:p></table:table-cell>"""
SHARE = '<table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("beside", "text", "held"),
    [
        (PLAIN, "7.5", 'office:value-type="float" office:value="7.5"'),
        (PLAIN, "1.50", 'office:value-type="string"'),
        (PLAIN, "-0", 'office:value-type="string"'),
        (PLAIN, "60%", 'office:value-type="string"'),
        (SHARE, "60%", 'office:value-type="percentage" office:value="0.6"'),
        (SHARE, "-5%", 'office:value-type="percentage" office:value="-0.05"'),
        # Its format would round the one, and show the other a hundred times as large.
        (SHARE, "12.5%", 'office:value-type="string"'),
        (SHARE, "60", 'office:value-type="string"'),
        (MONEY, "US$ 2000", 'office:value-type="currency" office:currency="USD" office:value="2000"'),
        (MONEY, "US$ -2.5", 'office:value-type="currency" office:currency="USD" office:value="-2.5"'),
        (MONEY, "€ 2000", 'office:value-type="string"'),
        (MONEY, "about US$ 2000", 'office:value-type="string"'),
    ],
)
def test_a_new_value_in_opendocument_is_a_number_where_it_is_shown_just_so(beside: str, text: str, held: str) -> None:
    path = Path("list.ods")
    document = open_document_of(opendocument(beside), path)
    document.add({"name": "b", "value": text})
    assert open_document_of(document.data(), path).table.rows[1].values == {"name": "b", "value": text}
    content = part(parts(document.data()), "content.xml")
    assert held in content.partition("<text:p>b</text:p>")[2]
    assert content.count("table:style-name") == 2 * beside.count("table:style-name")
    document.set(0, "value", text)
    assert open_document_of(document.data(), path).table.rows[0].values == {"name": "a", "value": text}
    assert part(parts(document.data()), "content.xml").count(held) > 1


HUNDREDTHS = PLAIN.replace(">2<", ">2.00<")
IN_HUNDREDTHS = SHARE.replace("50%", "50,00 %")


@pytest.mark.parametrize(
    ("beside", "text", "held"),
    [
        (HUNDREDTHS, "2500.00", "2500"),
        (HUNDREDTHS, "2,500.0", "2500"),
        (HUNDREDTHS, "2 500,50", "2500.5"),
        (HUNDREDTHS, "-8.10", "-8.1"),
        (PLAIN, "2,500.00", "2500"),
        (PLAIN, "2500,5", "2500.5"),
        (IN_HUNDREDTHS, "12,50%", "0.125"),
        (SHARE, "12.00%", "0.12"),
    ],
)
def test_a_number_as_people_type_it_is_one_in_opendocument(beside: str, text: str, held: str) -> None:
    path = Path("list.ods")
    document = open_document_of(opendocument(beside), path)
    document.add({"name": "b", "value": text})
    content = part(parts(document.data()), "content.xml")
    assert f'office:value="{held}"' in content.partition("<text:p>b</text:p>")[2]


def one_column(number: float, form: str, path: Path) -> Document:
    """A workbook with these numbers in its column `value`, in this format."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["name", "value"], ["a", number]):
        sheet.append(row)
    sheet["B2"].number_format = form
    book.save(path)
    return open_document(path)


@pytest.mark.parametrize(
    ("number", "form", "text", "held"),
    [
        (0.25, "0%", "12.00%", 0.12),
        (0.25, "0.00%", "12.50%", 0.125),
        (0.25, "0.00%", "12,50%", 0.125),
        (2.5, "0.00", "8.10", 8.1),
        (2.5, "#,##0.00", "-1,200.50", -1200.5),
        # A target's name, a number that may be two, one that would be shown as another, a code.
        (8.7, "General", "8.10", "8.10"),
        (2.5, "#,##0.00", "12,000", "12,000"),
        (0.25, "0%", "12.5%", "12.5%"),
        (2.5, "0.00", "007", "007"),
        (2.5, "General", "555 123", "555 123"),
    ],
)
def test_a_number_as_people_type_it_is_one_in_its_columns_format(
    number: float, form: str, text: str, held: object, tmp_path: Path
) -> None:
    document = one_column(number, form, path := tmp_path / "a.xlsx")
    document.add({"name": "b", "value": text})
    document.set(0, "value", text)
    path.write_bytes(document.data())
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert [sheet["B2"].value, sheet["B3"].value] == [held, held]


NAMED = (
    '<table:table-row><table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    "</table:table-row>"
)
FILLER = (
    '<table:table-row table:number-rows-repeated="{}"><table:table-cell table:number-columns-repeated="16384"/>'
    "</table:table-row>"
)


@pytest.mark.parametrize("spare", [0, 3])
def test_a_sheet_that_is_written_to_its_last_row_goes_on_ending_there(spare: int) -> None:
    """LibreOffice writes an XLSX sheet's empty rest as one row, and that so often; it may begin under the list."""
    path, blank = Path("list.ods"), "<table:table-row><table:table-cell/></table:table-row>"
    names = [NAMED.format(name) for name in ("name", "a", "b")]
    data = opendocument_of("".join((*names, blank * spare, FILLER.format(LAST_ROW - 3 - spare))))
    document = open_document_of(data, path)
    for step in range(3):
        document.add({"name": f"c{step}"})
    for row in (4, 0, 1):
        assert _length(document.data()) == LAST_ROW
        document.remove(row)
    assert _length(document.data()) == LAST_ROW
    assert [row.values["name"] for row in document.table.rows] == ["b", "c1"]
    document.remove(0)
    document.remove(0)
    assert _length(document.data()) == LAST_ROW
    document.add({"name": "d"})
    assert _length(document.data()) == LAST_ROW


def _length(data: bytes) -> int:
    rows = re.findall(r"<table:table-row[^>]*>", part(parts(data), "content.xml"))
    return sum(int(found[1]) if (found := re.search(r'rows-repeated="(\d+)"', row)) else 1 for row in rows)
