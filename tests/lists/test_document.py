"""Lists that are changed: what was not meant stays, byte for byte."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deck.ground.diagnostics import DeckError
from deck.lists import read_table
from deck.lists.cells import COMMENT, clean
from deck.lists.document import open_document

DIALECTS = {
    "comma": (",", "utf-8", "\n", "minimal", True, False),
    "Excel, English": (",", "utf-8-sig", "\r\n", "minimal", True, False),
    "Excel, French": (";", "cp1252", "\r\n", "minimal", True, False),
    "Excel, German, with its line": (";", "cp1252", "\r\n", "minimal", True, True),
    "Excel, Unicode text": ("\t", "utf-16-le", "\r\n", "minimal", True, False),
    "UTF-16, the other way round": ("\t", "utf-16-be", "\n", "minimal", True, False),
    "LibreOffice, all quoted": (",", "utf-8", "\n", "all", True, False),
    "semicolon, all quoted": (";", "utf-8-sig", "\r\n", "all", False, False),
    "no last line end": (",", "utf-8", "\n", "minimal", False, False),
    "Windows, no last line end": (";", "cp1252", "\r\n", "minimal", False, True),
    "old Macintosh": (",", "utf-8", "\r", "minimal", True, False),
    "tab, texts quoted": ("\t", "utf-8", "\n", "texts", False, False),
}
CELLS = st.text(alphabet='abÀé’ ,;\t"#=-1', max_size=8).map(clean)
ROW = st.lists(CELLS, min_size=3, max_size=3)
ROWS = st.lists(ROW, max_size=5)


def written(dialect: str, rows: list[list[str]], extra: str = "") -> bytes:
    sign, encoding, end, quoting, last_end, sep_line = DIALECTS[dialect]

    def cell(text: str) -> str:
        needs = sign in text or '"' in text or text.startswith("#")
        if quoting == "all" or (quoting == "texts" and text) or needs:
            return '"' + text.replace('"', '""') + '"'
        return text

    lines = [f"sep={sign}"] if sep_line else []
    lines += [sign.join(map(cell, row)) for row in [["country", "status", "note"], *rows]]
    if extra:
        lines.insert(len(lines) // 2 + 1, extra)
    text = end.join(lines) + (end if last_end else "")
    if encoding.startswith("utf-16"):
        text = "\ufeff" + text
    return text.encode(encoding)


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(max_examples=40, deadline=None)
@given(rows=ROWS, new=ROW, extra=st.sampled_from(["", "# a remark, and more", "  "]))
def test_adding_and_removing_leaves_the_file_as_it_was(
    dialect: str, rows: list[list[str]], new: list[str], extra: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (path := Path(folder) / "a.csv").write_bytes(before := written(dialect, rows, extra))
        document = open_document(path)
        table = document.table
        assert document.data() == before
        values = dict(zip(table.columns, new, strict=True))
        # A blank row, or one that only says “# …”, is no entry.
        if not any(new) or (COMMENT.match(new[0]) and not any(new[1:])):
            with pytest.raises(DeckError, match="table-syntax"):
                document.add(values)
            assert document.data() == before
            return
        document.add(values)
        path.write_bytes(document.data())
        assert [row.values for row in read_table(path).rows] == [*(row.values for row in table.rows), values]
        again = open_document(path)
        again.remove(len(table.rows))
        assert again.data() == before


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(max_examples=40, deadline=None)
@given(rows=ROWS.filter(len), new=CELLS, data=st.data())
def test_setting_a_cell(dialect: str, rows: list[list[str]], new: str, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (path := Path(folder) / "a.csv").write_bytes(written(dialect, rows))
        document = open_document(path)
        if not document.table.rows:
            return
        before, old = document.data(), [dict(row.values) for row in document.table.rows]
        row = data.draw(st.integers(0, len(old) - 1))
        column = data.draw(st.sampled_from(document.table.columns))
        try:
            document.set(row, column, new)
        except DeckError:
            assert document.data() == before
            return
        (Path(folder) / "b.csv").write_bytes(document.data())
        after = [dict(each.values) for each in read_table(Path(folder) / "b.csv").rows]
        assert after == [{**each, column: new} if number == row else each for number, each in enumerate(old)]


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(max_examples=40, deadline=None)
@given(rows=ROWS, extra=st.sampled_from(["", "# a remark, and more", "  "]), data=st.data())
def test_arranging_and_back_leaves_the_file_as_it_was(
    dialect: str, rows: list[list[str]], extra: str, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (path := Path(folder) / "a.csv").write_bytes(before := written(dialect, rows, extra))
        document = open_document(path)
        old = [row.values for row in document.table.rows]
        order = data.draw(st.permutations(range(len(old))))
        document.arrange(order)
        assert [row.values for row in document.table.rows] == [old[number] for number in order]
        assert len(document.data()) == len(before)
        document.arrange([order.index(number) for number in range(len(old))])
        assert document.data() == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"country,code\nChad,TD", b"country,code\nChad,TD\nTogo,TG"),
        (b"country,code\r\nChad,TD\r\n,\r\n", b"country,code\r\nChad,TD\r\nTogo,TG\r\n,\r\n"),
        (b"country,code,,\nChad,TD,,\n", b"country,code,,\nChad,TD,,\nTogo,TG,,\n"),
        (
            b"# ours\ncountry;code\n# the first\nChad;TD\n",
            b"# ours\ncountry;code\n# the first\nChad;TD\nTogo;TG\n",
        ),
        (b'"country","code"\n"Chad","TD"\n', b'"country","code"\n"Chad","TD"\n"Togo","TG"\n'),
        (b"country,code", b"country,code\nTogo,TG"),
    ],
)
def test_a_row_looks_like_its_neighbours(tmp_path: Path, before: bytes, after: bytes) -> None:
    (path := tmp_path / "a.csv").write_bytes(before)
    document = open_document(path)
    document.add({"country": "Togo", "code": "TG"})
    assert document.data() == after


def test_a_letter_that_the_encoding_does_not_have(tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_bytes("country\nCôte d’Ivoire\n".encode("cp1252"))
    document = open_document(path)
    with pytest.raises(DeckError, match="no “Того”"):
        document.add({"country": "Того"})
    assert document.data() == path.read_bytes()


def test_comments_are_no_entries(tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_text('# a, b\nname,n\n#1,x\n# c\n"# d, e",\n#,y\n#', encoding="utf-8")
    table = read_table(path)
    assert table.columns == ("name", "n")
    assert [(row.values["name"], row.span.line) for row in table.rows] == [("#1", 3), ("#", 6)]
