"""Catalogs as bilingual workbooks, there and back, whatever people do to a sheet."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.ground.diagnostics import DeckError
from deck.interchange import taking_in, xlsx_reading
from deck.interchange.review import remarks_of, remember, review
from deck.interchange.taken import TakenIn
from deck.interchange.xlsx_writing import to_xlsx
from deck.lists.cells import clean
from deck.model.language import Language
from deck.pipeline.places import default_outline
from deck.translating import catalog_files
from tests.languages.catalogs import RULES
from tests.outlines import write_outline

EN, FR, AR = Language("en"), Language("fr"), Language("ar")
FORMULAS = ["=1+1", "+1", "-1 et plus", "@nom", '=HYPERLINK("x")', "'=1", "#NAME?", "1/2", "007", "50 %", "TRUE"]
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n _x0041"), min_size=1).filter(
    clean
) | (st.sampled_from(FORMULAS))
"""Texts of which something is seen: a cell without that is an empty one to a workbook's reader."""
LOOK = {"KEY": 1, "SLIDE": 2, "WHAT": 3, "SOURCE": 4, "TARGET": 5, "ROOM": 6, "NOTE": 7, "STATE": 8, "COMMENTS": 9}


def catalog(*entries: polib.POEntry, language: str = "fr") -> polib.POFile:
    file = polib.POFile(wrapwidth=78)
    file.metadata = {"Plural-Forms": RULES[language], "Language": language}
    file.extend(entries)
    return file


def small() -> polib.POFile:
    """A text that is done, one that is a draft, one that is missing, one that is signed off, and one of two forms."""
    notes = (
        "Slide 2: Hello\nPicture: deck.en/02-a.svg\nWhat it is: the slide’s title\n"
        "Room: about 60 characters at\nfull size, 120 at the most"
    )
    done = polib.POEntry(msgctxt="a.title", msgid="Hello", msgstr="Bonjour", comment=notes, flags=["max-length:125"])
    draft = polib.POEntry(msgctxt="a.text", msgid="How are you?", msgstr="Ça va ?", flags=["fuzzy"])
    missing = polib.POEntry(msgctxt="b.title", msgid="Goodbye", msgstr="", tcomment="Who says it?")
    final = polib.POEntry(msgctxt="b.text", msgid="Yes", msgstr="Oui")
    remember(final, "final")
    plural = polib.POEntry(msgctxt="c", msgid="{n} words", msgid_plural="{n} words")
    plural.msgstr_plural = {0: "{n} mot", 1: "{n} mots"}
    return catalog(done, draft, missing, final, plural)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "fr.xlsx"
    path.write_bytes(to_xlsx(small(), EN, FR))
    return path


def sheet_of(path: Path) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return book, sheet


def take_in(file: polib.POFile, path: Path, **options: Any) -> TakenIn:
    return taking_in.take_in(file, [unit for each in xlsx_reading.files(path) for unit in each.units], **options)


def entry_of(file: polib.POFile, key: str) -> polib.POEntry:
    return next(entry for entry in file if entry.msgctxt == key)


def row_of(sheet: Worksheet, key: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if any(cell.value == key for cell in sheet[row]))


def test_a_row_says_all_that_there_is_to_say(path: Path) -> None:
    _, sheet = sheet_of(path)
    rows = [[cell.value for cell in row][:9] for row in sheet.iter_rows()]
    note = "Hello\nPicture: deck.en/02-a.svg\nRoom: about 60 characters at full size, 120 at the most"
    one = "This form is for: 0, 1"
    assert rows[0] == [
        "Key", "Slide", "What it is", "Source (en)", "Translation (fr)", "Room left", "Note", "State", "Comments",
    ]  # fmt: skip
    title = ["a.title", 2, "the slide’s title", "Hello", "Bonjour", "=125-LEN($E2)", note, "translated", None]
    assert rows[1] == title
    assert [row[7] for row in rows[2:5]] == ["needs review", None, "final"]
    assert rows[3][8] == "Who says it?"
    assert [row[0] for row in rows[5:]] == ["c[0]", "c[1]"]
    assert rows[5][6] == one
    assert sheet.column_dimensions["J"].hidden
    assert sheet.auto_filter.ref == "A1:J7"
    (states,) = sheet.data_validations.dataValidation
    assert states.formula1 == '"translated,needs review,signed-off,final"'
    worked_out = openpyxl.load_workbook(path, data_only=True).active
    assert worked_out is not None
    assert worked_out["F2"].value == 125 - len("Bonjour")


def test_the_same_catalog_makes_the_same_bytes() -> None:
    assert to_xlsx(small(), EN, FR) == to_xlsx(small(), EN, FR)


@pytest.mark.parametrize(
    ("source", "target", "mirrored", "orders"),
    [(EN, FR, False, (1, 1)), (EN, AR, True, (1, 2)), (AR, FR, False, (2, 1))],
)
def test_what_is_read_from_right_to_left_is(
    source: Language, target: Language, mirrored: bool, orders: tuple[int, int], tmp_path: Path
) -> None:
    (tmp_path / "x.xlsx").write_bytes(to_xlsx(small(), source, target))
    _, sheet = sheet_of(tmp_path / "x.xlsx")
    assert bool(sheet.sheet_view.rightToLeft) == mirrored
    assert tuple(sheet.cell(2, column).alignment.readingOrder for column in (4, 5)) == orders


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_is_a_text(text: str, tmp_path: Path) -> None:
    file = catalog(polib.POEntry(msgctxt="a", msgid=text, msgstr=text, tcomment=text))
    path = tmp_path / "x.xlsx"
    path.write_bytes(to_xlsx(file, EN, FR))
    _, sheet = sheet_of(path)
    with zipfile.ZipFile(path) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
    for column in (4, 5, 9):
        cell = sheet.cell(2, column)
        assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert take_in(file, path) == TakenIn()


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_what_is_not_changed_comes_back_unchanged(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    entries = []
    for number in range(data.draw(st.integers(1, 3))):
        entry = polib.POEntry(
            msgctxt=f"slide.{number}", msgid=data.draw(TEXTS), tcomment=data.draw(st.just("") | TEXTS)
        )
        if data.draw(st.booleans()):
            entry.msgid_plural, entry.msgstr_plural = entry.msgid, {form: data.draw(TEXTS) for form in range(2)}
        else:
            entry.msgstr = data.draw(st.just("") | TEXTS)
        state = data.draw(st.sampled_from(["fuzzy", "", "signed-off", "final"]))
        if state == "fuzzy":
            entry.flags = ["fuzzy"]
        elif state:
            remember(entry, state)
        entries.append(entry)
    file = catalog(*entries)
    before = str(file)
    path = tmp_path_factory.mktemp("x") / "x.xlsx"
    path.write_bytes(to_xlsx(file, EN, FR))
    units = [unit for each in xlsx_reading.files(path) for unit in each.units]
    wanted = [words for one in file for words in (one.msgstr_plural.values() if one.msgid_plural else [one.msgstr])]
    assert [unit.target for unit in units] == wanted
    assert take_in(file, path) == TakenIn()
    assert str(file) == before


def shuffled(sheet: Worksheet, seed: int) -> None:
    """The rows, headings and all, in another order, as whoever sorts without minding the headings has them."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    random.Random(seed).shuffle(rows)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value


@pytest.mark.parametrize("seed", range(5))
def test_sorting_changes_nothing(seed: int, path: Path) -> None:
    book, sheet = sheet_of(path)
    shuffled(sheet, seed)
    book.save(path)
    file = small()
    assert take_in(file, path) == TakenIn()
    assert str(file) == str(small())


def test_a_sheet_that_people_worked_in_is_read(path: Path) -> None:
    book, sheet = sheet_of(path)
    sheet.insert_rows(1, 2)
    sheet["A1"] = "For Marie: please have it done by Friday"
    sheet.insert_cols(3)
    sheet.cell(3, 3).value = "Cost"
    sheet.insert_cols(1)
    for row in range(4, sheet.max_row + 1):
        sheet.cell(row, 4).value = f"=ROW()*{row}"
    row = row_of(sheet, "b.title")
    target = next(cell.column for cell in sheet[3] if cell.value == "Translation (fr)")
    sheet.cell(row, target).value = "Au revoir"
    sheet.cell(row, target).comment = Comment("Or “Adieu”?", "Marie")
    sheet.cell(sheet.max_row + 2, 1).value = "Total"
    sheet.row_dimensions[row].hidden = True
    book.create_sheet("Timesheet", 0)["A1"] = "3 hours"
    book.save(path)
    file = small()
    taken = take_in(file, path)
    entry = entry_of(file, "b.title")
    assert (taken.changed, taken.unknown) == (["b.title"], [])
    assert (entry.msgstr, entry.fuzzy) == ("Au revoir", False)
    assert remarks_of(entry).split("\n") == ["Who says it?", "Or “Adieu”?"]


def test_states_and_comments_travel_both_ways(path: Path, tmp_path: Path) -> None:
    book, sheet = sheet_of(path)
    for key, state, comment in (
        ("a.title", "Signed off", "Good."),
        ("a.text", "Translated", None),
        ("b.text", "needs review", "No?\nAsk Marie."),
    ):
        row = row_of(sheet, key)
        sheet.cell(row, LOOK["STATE"]).value = state
        sheet.cell(row, LOOK["COMMENTS"]).value = comment
    book.save(path)
    file = small()
    assert take_in(file, path).changed == ["a.title", "a.text", "b.text"]
    assert review(entry_of(file, "a.title")) == "signed-off"
    assert not entry_of(file, "a.text").fuzzy
    assert entry_of(file, "b.text").fuzzy
    assert review(entry_of(file, "b.text")) is None
    assert entry_of(file, "b.text").tcomment == "No?\nAsk Marie."
    again = tmp_path / "again.xlsx"
    again.write_bytes(to_xlsx(file, EN, FR))
    _, sheet = sheet_of(again)
    said = {sheet.cell(row, 1).value: (sheet.cell(row, 8).value, sheet.cell(row, 9).value) for row in range(2, 6)}
    assert said["a.title"] == ("signed-off", "Good.")
    assert said["b.text"] == ("needs review", "No?\nAsk Marie.")
    before = str(file)
    assert take_in(file, again) == TakenIn()
    assert str(file) == before


def test_a_state_that_was_left_as_it_was_is_not_that_of_other_words(path: Path) -> None:
    book, sheet = sheet_of(path)
    for key, words in (("a.text", "Comment ça va ?"), ("b.text", "Si")):
        sheet.cell(row_of(sheet, key), LOOK["TARGET"]).value = words
    book.save(path)
    file = small()
    taken = take_in(file, path)
    assert (taken.left, entry_of(file, "a.text").fuzzy) == (1, True)
    assert (entry_of(file, "b.text").msgstr, review(entry_of(file, "b.text"))) == ("Si", None)
    accepted = small()
    take_in(accepted, path, accept_new=True)
    assert (entry_of(accepted, "a.text").msgstr, entry_of(accepted, "a.text").fuzzy) == ("Comment ça va ?", False)


def test_a_formula_that_came_to_nothing_is_no_translation(path: Path) -> None:
    book, sheet = sheet_of(path)
    cell = sheet.cell(row_of(sheet, "b.title"), LOOK["TARGET"])
    cell.value, cell.data_type = "#NAME?", "e"
    sheet.cell(row_of(sheet, "a.title"), LOOK["STATE"]).value = "parfait"
    book.save(path)
    (read,) = xlsx_reading.files(path)
    assert [one.code for one in read.findings] == ["unknown-state", "cell-error"]
    assert "b.title" not in [unit.key for unit in read.units]


def test_texts_are_found_without_their_keys_and_languages(path: Path) -> None:
    book, sheet = sheet_of(path)
    sheet.delete_cols(1)
    sheet.cell(1, LOOK["TARGET"] - 1).value = "TRANSLATION"
    sheet.cell(row_of(sheet, "Goodbye"), LOOK["TARGET"] - 1).value = "Au revoir"
    book.save(path)
    assert xlsx_reading.files(path)[0].language == ""
    file = small()
    taken = take_in(file, path)
    assert taken.changed == ["b.title"]
    # Which of a text's plural forms it is, only the key says.
    assert [(one.target, other.target) for one, other in taken.twice] == [("{n} mot", "{n} mots")]


def test_each_sheet_is_read(path: Path) -> None:
    book, sheet = sheet_of(path)
    second = book.copy_worksheet(sheet)
    second["E1"] = "Translation (de)"
    second.sheet_state = "hidden"
    book.save(path)
    assert [read.language for read in xlsx_reading.files(path)] == ["fr", "de"]


def test_what_is_no_translation_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "x.xlsx")
    with pytest.raises(DeckError, match=r"no sheet of .* has the headings of a translation"):
        xlsx_reading.files(tmp_path / "x.xlsx")
    (tmp_path / "x.xlsx").write_text("Key,Source,Translation\n", encoding="utf-8")
    with pytest.raises(DeckError, match="is not a workbook"):
        xlsx_reading.files(tmp_path / "x.xlsx")


def test_more_texts_than_are_read_back_are_told() -> None:
    with pytest.raises(DeckError, match="10,000 texts would have more cells than are read back: 100,000"):
        to_xlsx(catalog(*(polib.POEntry(msgctxt=f"{at}", msgid="x") for at in range(10_000))), EN, FR)


def test_a_text_that_no_cell_holds_is_told() -> None:
    with pytest.raises(DeckError, match="`a` is longer than a cell of a workbook"):
        to_xlsx(catalog(polib.POEntry(msgctxt="a", msgid="x" * 32_768)), EN, FR)


def test_the_webinar_comes_back_in_every_language(tmp_path: Path) -> None:
    for po in sorted((default_outline().parent / "locales").glob("*.po")):
        file = polib.pofile(str(po), wrapwidth=78)
        path = tmp_path / f"{po.stem}.xlsx"
        path.write_bytes(to_xlsx(file, EN, Language(po.stem)))
        before = str(file)
        assert take_in(file, path) == TakenIn()
        assert str(file) == before


def test_a_translation_goes_out_and_comes_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, "layout: statement\ntitle: Hello\nstatement: A word for {partners}")
    catalog_files.start(outline, "fr")
    workbook = tmp_path / "locales" / "fr.xlsx"
    assert main(["translate", "xlsx", "export", "fr", str(outline)]) == DONE
    book, sheet = sheet_of(workbook)
    sheet.cell(row_of(sheet, "slide-1.title"), LOOK["TARGET"]).value = "Bonjour"
    book.save(workbook)
    # What people wrote into the very file that was exported is not written over.
    assert main(["translate", "xlsx", "export", "fr", str(outline)]) == FINDINGS
    assert f"translate xlsx import {workbook}" in capsys.readouterr().err
    before = (tmp_path / "locales" / "fr.po").read_bytes()
    assert main(["translate", "xlsx", "import", str(workbook), str(outline), "--dry-run"]) == DONE
    assert "1 message would change" in capsys.readouterr().out
    assert (tmp_path / "locales" / "fr.po").read_bytes() == before
    assert main(["translate", "xlsx", "import", str(workbook), str(outline)]) == DONE
    entry = entry_of(polib.pofile(str(tmp_path / "locales" / "fr.po")), "slide-1.title")
    assert (entry.msgstr, entry.fuzzy) == ("Bonjour", False)
    assert main(["translate", "xlsx", "export", "fr", str(outline)]) == DONE


def test_conversations_about_a_cell_are_comments(path: Path) -> None:
    """As Excel keeps them: with a note beside, for programs that know no conversations."""
    book, sheet = sheet_of(path)
    sheet["E2"].comment = Comment("[Threaded comment]\n\nYour version of Excel…\n\nComment:\n    Too long?", "tc={1}")
    sheet["E3"].comment = Comment("A plain note", "Marie")
    book.save(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    spaces = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    said = (("{1}", "Too long?"), ("{2}", "No, it fits."))
    comments = "".join(
        f'<threadedComment ref="E2" id="{id_}"><text>{text}</text></threadedComment>' for id_, text in said
    )
    parts["xl/threadedComments/t.xml"] = f'<ThreadedComments xmlns="{spaces}">{comments}</ThreadedComments>'.encode()
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    related = f'<Relationship Id="tc" Type="{kind}" Target="../threadedComments/t.xml"/></Relationships>'
    listed = "xl/worksheets/_rels/sheet1.xml.rels"
    parts[listed] = parts[listed].replace(b"</Relationships>", related.encode())
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    (read,) = xlsx_reading.files(path)
    assert read.units[0].remarks == ("Too long?", "No, it fits.")
    assert read.units[1].remarks == ("A plain note",)
