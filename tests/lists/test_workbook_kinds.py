"""What is read as a workbook, what is not, how much of it, and what its numbers mean."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deck.ground.diagnostics import DeckError
from deck.lists import read_table
from deck.lists.document import open_document
from deck.lists.workbooks import package, sheet
from deck.lists.workbooks.number_formats import among, serial, shown
from tests.lists.make_samples import SAMPLES

ALL = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".xlsx", ".ods"))


def rewritten(data: bytes, change: dict[str, tuple[str, str]]) -> bytes:
    """A workbook with other words in some of its parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            held = old.read(name)
            for pattern, (before, after) in change.items():
                if re.fullmatch(pattern, name):
                    assert before.encode() in held
                    held = held.replace(before.encode(), after.encode())
            new.writestr(name, held)
    return file.getvalue()


def told(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(DeckError) as caught:
        read_table(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is a workbook of the old kind, .xls"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "is locked by a password",
        ),
        ("a.xls", b"<html><table><tr><td>country</td></tr></table></html>", "is a web page"),
        ("a.csv", b"<!DOCTYPE html>\n<p>country", "is a web page"),
        ("a.fods", b'<?xml version="1.0"?><office:document/>', "is an OpenDocument in one plain file"),
        (
            "a.xls",
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "is a workbook in XML of 2003",
        ),
        ("a.xlsx", b"country\nTogo\n", "is not a workbook, though it is called one"),
    ],
)  # fmt: skip
def test_other_kinds_are_told_with_what_to_do(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    said = told(tmp_path / name, data)
    assert words in said
    assert re.search("Save As|save", said)


def test_a_binary_workbook_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(path := tmp_path / "a.xlsb", "w") as file:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        relation = f'<Relationships><Relationship Id="r1" Type="{kind}" Target="xl/workbook.bin"/></Relationships>'
        file.writestr("_rels/.rels", relation)
        file.writestr("xl/workbook.bin", b"\x83\x01\x00")
    assert "is a binary workbook, .xlsb" in told(path, path.read_bytes())


def test_an_opendocument_with_a_password_is_told(tmp_path: Path) -> None:
    data = rewritten(
        (SAMPLES / "sheetjs.ods").read_bytes(), {"META-INF/manifest.xml": ("/>", "><encryption-data/></x>")}
    )
    assert "is locked by a password" in told(tmp_path / "a.ods", data)


def test_strict_workbooks_are_read_and_changed(tmp_path: Path) -> None:
    data = rewritten(
        (SAMPLES / "openpyxl.xlsx").read_bytes(),
        {
            r"xl/(workbook|styles|sharedStrings|worksheets/sheet\d)\.xml": (
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://purl.oclc.org/ooxml/spreadsheetml/main",
            ),
            r".*\.rels": (
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            ),
        },
    )
    (path := tmp_path / "a.xlsx").write_bytes(data)
    assert [row.values for row in read_table(path).rows] == [
        row.values for row in read_table(SAMPLES / "openpyxl.xlsx").rows
    ]
    document = open_document(path)
    document.add({"country": "Togo"})
    path.write_bytes(document.data())
    assert [row.values["country"] for row in read_table(path).rows][-1] == "Togo"


def test_an_empty_sheet_is_told(tmp_path: Path) -> None:
    openpyxl.Workbook().save(path := tmp_path / "a.xlsx")
    assert "no row names the columns" in told(path, path.read_bytes())


def test_a_stray_cell_far_below_is_a_row_and_quickly_read(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    (first,) = workbook.worksheets
    first["A1"], first["A2"], first["A1048576"] = "country", "Togo", "x"
    workbook.save(path := tmp_path / "a.xlsx")
    table = read_table(path)
    assert [(row.values["country"], row.span.line) for row in table.rows] == [("Togo", 2), ("x", 1048576)]
    assert [one.span.line for one in table.warnings if one.span] == [3]
    first["A1048576"], first["XFD2"] = None, "x"
    workbook.save(path)
    assert "the cell XFD2 of" in told(path, path.read_bytes())


def test_more_than_any_list_is_told_by_its_cell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from deck.lists.workbooks import ods, xlsx

    for module in (sheet, xlsx, ods):
        monkeypatch.setattr(module, "MOST_CELLS", 12)
    path = tmp_path / "a.xlsx"
    assert "C3 is the first too many" in told(path, (SAMPLES / "openpyxl.xlsx").read_bytes())
    assert "C3 is the first too many" in told(path, (SAMPLES / "sheetjs.ods").read_bytes())


def test_what_unpacks_to_too_much_is_told_by_its_cell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST", 20_000)
    filling = "".join(f'<row r="{row}"><c r="A{row}"/></row>' for row in range(7, 900))
    data = rewritten(
        (SAMPLES / "sheetjs.xlsx").read_bytes(),
        {r"xl/worksheets/sheet1\.xml": ("</sheetData>", filling + "</sheetData>")},
    )
    assert re.search(r"holds more than any list does; it goes on after cell A\d{3}", told(tmp_path / "a.xlsx", data))


def test_entities_are_not_read(tmp_path: Path) -> None:
    data = rewritten(
        (SAMPLES / "sheetjs.xlsx").read_bytes(),
        {r"xl/worksheets/sheet1\.xml": ("<worksheet", "<!DOCTYPE a>\n<worksheet")},
    )
    assert "it has a document type" in told(tmp_path / "a.xlsx", data)


@pytest.mark.parametrize("name", ALL)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_workbook_is_read_or_told(
    name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    old = (SAMPLES / name).read_bytes()
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(old)) as package_, zipfile.ZipFile(file, "w") as new:
        names = [each for each in package_.namelist() if each.endswith((".xml", ".rels"))]
        hurt = data.draw(st.sampled_from(names))
        for each in package_.namelist():
            held = package_.read(each)
            if each == hurt:
                held = wounded(held, data)
            if each != hurt or data.draw(st.integers(0, 9)):
                new.writestr(each, held)
    (path := tmp_path_factory.getbasetemp() / name).write_bytes(file.getvalue())
    try:
        document = open_document(path)
        document.add({name: "Togo" for name in document.table.columns[:2] if name})
        document.remove(0)
    except DeckError:
        return


def wounded(held: bytes, data: st.DataObject) -> bytes:
    """A part that lost some bytes, has some twice, or others in their place."""
    at = data.draw(st.integers(0, max(len(held) - 1, 0)))
    length = data.draw(st.integers(1, 60))
    match data.draw(st.sampled_from(["cut", "lost", "twice", "other", "number", "attribute"])):
        case "cut":
            return held[:at]
        case "lost":
            return held[:at] + held[at + length :]
        case "twice":
            return held[: at + length] + held[at:]
        case "number":
            found = [*re.finditer(rb"[0-9]+", held)]
            if not found:
                return b""
            match = data.draw(st.sampled_from(found))
            new = data.draw(st.sampled_from([b"-1", b"0", b"99999999999", b"x", b"", b"1e999", b"nan"]))
            return held[: match.start()] + new + held[match.end() :]
        case "attribute":
            found = [*re.finditer(rb' [\w:]+="[^"]*"', held)]
            if not found:
                return b""
            match = data.draw(st.sampled_from(found))
            return held[: match.start()] + held[match.end() :]
    return held[:at] + data.draw(st.binary(min_size=1, max_size=9)) + held[at + length :]


@pytest.mark.parametrize("name", ALL)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_damaged_package_is_read_or_told(
    name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    held = bytearray((SAMPLES / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        held[data.draw(st.integers(4, len(held) - 1))] = data.draw(st.integers(0, 255))
    (path := tmp_path_factory.getbasetemp() / name).write_bytes(bytes(held[: data.draw(st.integers(30, len(held)))]))
    try:
        read_table(path)
    except DeckError:
        return


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("1.2", "General", "1.2"),
        ("0.30000000000000004", "General", "0.3"),
        ("50000000", "#,##0", "50000000"),
        ("1.2", '0.0" million"', "1.2 million"),
        ("1.2", "0.0\\ \\m", "1.2 m"),
        ("1200000", '0.0,," million"', "1200000"),
        ("236000", "[$$-409]#,##0", "US$ 236000"),
        ("236", '[$$-409]#,##0" billion"', "US$ 236 billion"),
        ("9", "[$€-407] #,##0.00", "€ 9"),
        ("9", "[$€]#,##0", "€ 9"),
        ("9", "#,##0 [$EUR]", "EUR 9"),
        ("9", "[$CHF-807] #,##0", "CHF 9"),
        ("9", '"£"#,##0', "£ 9"),
        ("9", "[Red]0.0;-0", "9"),
        ("0.465", "0.0%", "46.5%"),
        ("43251", "yyyy-mm-dd", "2018-05-31"),
        ("43251", "[$-409]d mmmm yyyy;@", "2018-05-31"),
        ("43251", "mmm yyyy", "2018-05"),
        ("43251", "yyyy", "2018"),
        ("43251.5", "yyyy-mm-dd hh:mm", "2018-05-31T12:00"),
        ("43251.5", "yyyy-mm-dd hh:mm:ss", "2018-05-31T12:00"),
        ("43251.500081", "yyyy-mm-dd hh:mm", "2018-05-31T12:00"),
        ("43251.500081", "yyyy-mm-dd hh:mm:ss", "2018-05-31T12:00:07"),
        ("43251", "yyyy-mm-dd hh:mm", "2018-05-31"),
        ("0.520833333333333", "hh:mm", "12:30"),
        ("1.5", "[h]:mm", "36:00"),
        ("0.0625", "[mm]:ss", "01:30"),
        ("0.0625", "[m]", "01:30"),
        ("1.0625", '[mm]" min"', "25:30"),
        # A day beside the time is not shown, nor are its hours.
        ("43251.5", "hh:mm", "12:00"),
        ("1.520833333333333", "h:mm AM/PM", "12:30"),
        ("1", "h:mm;@", "00:00"),
        ("43251.99999", "hh:mm", "23:59:59"),
        ("0.9999999", "hh:mm", "00:00"),
        ("59", "yyyy-mm-dd", "1900-02-28"),
        ("61", "yyyy-mm-dd", "1900-03-01"),
        ("-1", "yyyy-mm-dd", "-1"),
        ("5", "0.00E+00", "5"),
        ("5", "# ?/?", "5"),
        ("5", '"Stand "0', "Stand 5"),
        ("2.5", '0.0"M"', "2.5M"),
        ("3", '0" k"', "3 k"),
        ("3", '0" bn"', "3 bn"),
        ("12", '0"%"', "12%"),
        ("1500", '#,##0 "CHF"', "1\N{NO-BREAK SPACE}500 CHF"),
        ("1500", '"CHF" #,##0', "CHF 1\N{NO-BREAK SPACE}500"),
        ("1500", '"Rs" #,##0', "Rs 1\N{NO-BREAK SPACE}500"),
        ("1500", "[$kr-41D] #,##0", "kr 1\N{NO-BREAK SPACE}500"),
        ("-1500", "[$kr-41D] #,##0", "kr -1500"),
        ("1500", "#,##0.00 [$zł-415]_-", "1\N{NO-BREAK SPACE}500 zł"),
        ("-1500", "#,##0 [$zł-415];\\-#,##0 [$zł-415]", "-1500 zł"),
        ("1500", '#,##0" km"', "1\N{NO-BREAK SPACE}500 km"),
        ("1500", '#,##0 "people"', "1\N{NO-BREAK SPACE}500 people"),
        ("3", '">"0', ">3"),
        ("3", '"ca. "0', "ca. 3"),
        ("3", '0"+"', "3+"),
        ("5", "+0;-0", "+5"),
        ("5", "00000", "00005"),
        ("0.46", '"ca. "0%" of all"', "ca. 46% of all"),
        ("2500000", '0.0,,"M"', "2500000"),
        ("2500", '0.0,"M"', "2.5M"),
        ("2500", '0.0,"k people"', "2500 people"),
        ("2.5", '"US$"0.0"M"', "US$ 2.5M"),
        ("-5", '0" more";0" fewer"', "5 fewer"),
        ("-5", "#,##0;[Red]#,##0", "-5"),
        ("0", '0;-0;"none"', "none"),
        ("0", '0;-0;"–"', "0"),
        ("1", '[=1]0" person";0" people"', "1 person"),
        ("2", '[=1]0" person";0" people"', "2 people"),
        ("1500", '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', "1500"),
        ("5551234", "000-0000", "555-1234"),
        ("930", '0"h"00', "9h30"),
        ("-930", '0" km";@', "-930 km"),
        ("12345.5", "#\\ ##0.0", "12345.5"),
    ],
)
def test_number_formats_count(number: str, code: str, text: str) -> None:
    assert shown(number, code) == text


@pytest.mark.parametrize(
    ("number", "written", "text"),
    [
        ("2.5", "2.5M", "2.5M"),
        ("2500000", "2,5M", "2500000"),
        ("2500", "2.5M", "2.5M"),
        ("3", "3 k", "3 k"),
        ("1.2", "1,2 million", "1.2 million"),
        ("1500", "1.500 km", "1\N{NO-BREAK SPACE}500 km"),
        ("2.4999", "2,5 kg", "2.4999 kg"),
        ("5", "00005", "00005"),
        ("5", "5.00E+00", "5"),
        ("5.5", "5 1/2", "5.5"),
        ("-3", "(3)", "-3"),
        ("-3", "-3 km", "-3 km"),
        ("3", ">3", ">3"),
        ("3", "ca. 3", "ca. 3"),
        ("12", "12%", "12%"),
        ("0", "none", "none"),
        ("0", "–", "0"),
        ("930", "9h30", "9h30"),
        ("1234567", "1,234,567", "1234567"),
    ],
)
def test_what_an_opendocument_cell_shows_beside_its_number_is_kept(number: str, written: str, text: str) -> None:
    assert among(number, written) == text


@given(st.dates(), st.booleans())
def test_a_day_is_the_same_day_again(day: object, from_1904: bool) -> None:
    number = serial(str(day), from_1904=from_1904)
    assert number is None or shown(number, "yyyy-mm-dd", from_1904=from_1904) == str(day)


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(alphabet='0#?,.%"ymdhs[]$€-;_\\ @E+/', max_size=12))
def test_any_number_in_any_format_is_shown(number: float, code: str) -> None:
    assert shown(repr(number), code)


def test_a_table_that_reaches_nowhere_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with (
        zipfile.ZipFile(SAMPLES / "openpyxl.xlsx") as old,
        zipfile.ZipFile(path, "w") as new,
    ):
        for each in old.namelist():
            held = old.read(each)
            if each == "xl/tables/table1.xml":
                held = re.sub(rb'^(.*?<table[^>]* ref="[A-Z]+\d+:[A-Z]+)\d+', rb"\1-1", held, count=1, flags=re.DOTALL)
                held = (
                    held.replace(b"<table ", b'<table totalsRowCount="1" ', 1)
                    if b"totalsRowCount" not in held
                    else held
                )
            new.writestr(each, held)
    with pytest.raises(DeckError, match="reaches over"):
        open_document(path)
