"""Files of rows, as spreadsheets and people write them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deck.checks.reference import codes
from deck.ground.diagnostics import DeckError, Severity
from deck.lists import read_table
from deck.lists.table_file import read_grid
from deck.model.table import Table

ROWS = [
    ("a,b\n1,2\n", [{"a": "1", "b": "2"}]),
    ("a;b\n1;2,5\n", [{"a": "1", "b": "2,5"}]),
    ("a\tb\n1\t\n", [{"a": "1", "b": ""}]),
    ("\t\ta\tb\n".strip() + "\n\t2\n", [{"a": "", "b": "2"}]),
    ("sep=;\na;b,c\n1;2\n", [{"a": "1", "b,c": "2"}]),
    ("\ufeffa,b\r\n1,2\r\n", [{"a": "1", "b": "2"}]),
    ("a\nNA\nNO\nnull\n007\n", [{"a": "NA"}, {"a": "NO"}, {"a": "null"}, {"a": "007"}]),
    ('a,b\n" x, y ","say ""hi"""\n', [{"a": "x, y", "b": 'say "hi"'}]),
    ('a,b\n"two\nlines",2\n', [{"a": "two lines", "b": "2"}]),
    ("\n a , b \n\n 1 , 2 \n,\n", [{"a": "1", "b": "2"}]),
    ("a,b,,\n1,2,,\n", [{"a": "1", "b": "2"}]),
    ("a,,b\n1,,2\n", [{"a": "1", "": "", "b": "2"}]),
    ("a,b\n1\n", [{"a": "1", "b": ""}]),
    ("a\ne\u0301\n", [{"a": "é"}]),
    ('a\n5" pipe\n', [{"a": '5" pipe'}]),
    ("a,b", []),
]


@pytest.mark.parametrize(("source", "rows"), ROWS)
def test_rows(tmp_path: Path, source: str, rows: list[dict[str, str]]) -> None:
    (path := tmp_path / "a.csv").write_bytes(source.encode())
    assert [dict(row.values) for row in read_table(path).rows] == rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (path := tmp_path / "a.csv").write_bytes("country\nCôte d’Ivoire\nTürkiye\n".encode(encoding))
    assert [row.values["country"] for row in read_table(path).rows] == ["Côte d’Ivoire", "Türkiye"]


def test_places(tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_text('a,b\n\n"x\ny", 1\n  z,2\n')
    spans = [row.span for row in read_table(path).rows]
    assert [(span.line, span.column) for span in spans] == [(3, 1), (5, 3)]
    assert spans[1].end_column == 4


MISTAKES = [
    (b"", ["1:1 file-empty"]),
    (b" \n", ["1:1 file-empty"]),
    (b",,\n", ["1:1 table-header"]),
    (b"a,,b\n1,2,3\n", ["1:3 table-header"]),
    (b"Our list\na,b\n1,2\n", ["1:1 table-header"]),
    (b",Our list\n1,a,b\n2,c,d\n", ["1:2 table-header"]),
    (b"a,b,a\n", ["1:5 duplicate-column"]),
    (b"a,b\n1,2,3\n", ["2:5 table-cells"]),
    (b"a\n\0\n", ["2:1 control-character"]),
    (b'a\n"x\n', ["2:1 table-syntax"]),
    (b'a\n"x" y\n', ["2:5 table-syntax"]),
    (b"a\n\x81\xff\n", ["2:1 file-encoding"]),
    (b"PK\x03\x04\x14\x00", ["1:1 file-encoding"]),
    (b'a,,a,a\n1,2,3,4,5\n"x\n', ["1:3 table-header", "1:4 duplicate-column"]),
]


@pytest.mark.parametrize(("data", "expected"), MISTAKES)
def test_mistakes(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    (path := tmp_path / "a.csv").write_bytes(data)
    with pytest.raises(DeckError) as caught:
        read_table(path)
    found = [f"{one.span.line}:{one.span.column} {one.code}" for one in caught.value.diagnostics if one.span]
    assert set(expected) <= set(found)
    assert len(expected) > 1 or found == expected


def test_what_is_no_file(tmp_path: Path) -> None:
    for path, code in ((tmp_path, "file-unreadable"), (tmp_path / "none.csv", "file-missing")):
        with pytest.raises(DeckError) as caught:
            read_table(path)
        assert [one.code for one in caught.value.diagnostics] == [code]


@given(st.binary() | st.text(alphabet='ab,;\t\n\r" \0é').map(str.encode))
@example(b"\xa0")
def test_any_bytes(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (path := Path(folder) / "a.csv").write_bytes(data)
        found, table = _read(path)
    assert found <= codes()
    assert table is None or all(set(row.values) == set(table.columns) for row in table.rows)


def _read(path: Path) -> tuple[set[str], Table | None]:
    try:
        return set(), read_table(path)
    except DeckError as error:
        return {one.code for one in error.diagnostics}, None


def test_what_follows_a_cell_of_several_lines_is_told_where_it_stands(tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_text('a,b\n1,"two\nlines" more\n', encoding="utf-8")
    with pytest.raises(DeckError) as refused:
        read_table(path)
    (found,) = refused.value.diagnostics
    assert (found.code, found.span and (found.span.line, found.span.column)) == ("table-syntax", (3, 8))


SECOND = [
    ("a,b\n1,2\n\na,c\n3,4\n", 4),
    ("A,b\n1,2\n\na,c\n3,4\n", 4),
    ("a,b\n1,2\na,b\n3,4\n", 3),
    (",b,c\n,1,2\n\n,b,d\n,3,4\n", 4),
    ("a\n1\n\na\n2\n", None),
    ("a,b\n1,2\na,c\n3,4\n", None),
    ("a,b\n1,2\n\na\n3,4\n", None),
    ("a,b\n1,2\n\n3,a\n3,4\n", None),
]


@pytest.mark.parametrize(("text", "line"), SECOND)
def test_a_second_table_is_told_once(text: str, line: int | None, tmp_path: Path) -> None:
    """And nothing is said of its rows: they are no entries of the first."""
    (path := tmp_path / "a.csv").write_text(text + ",,,\n9,9,9,9\n", encoding="utf-8")
    try:
        found = read_grid(path).diagnostics
    except DeckError as error:
        found = error.diagnostics
    told = [(one.code, one.span.line) for one in found if one.span and one.severity is Severity.ERROR]
    assert ("second-table" in dict(told)) is (line is not None)
    if line is not None:
        assert told == [("second-table", line)]
        assert all(one.span.line <= line for one in found if one.span)
