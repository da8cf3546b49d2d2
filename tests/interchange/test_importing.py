"""What an import tells of the file that came back, and whom it accuses."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable
from pathlib import Path

import openpyxl
import polib
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.interchange import xlsx_reading
from deck.interchange.xlsx_writing import to_xlsx
from deck.translating import catalog_files, exchange
from tests.interchange.test_xlsx import EN, FR, row_of, small
from tests.languages.test_mistaken_catalogs import WEBINAR, told, webinar
from tests.outlines import write_outline

SLIDE = "layout: statement\ntitle: Hello\nstatement: Thanks to all friends"
FORMS = {"xliff": exchange.export_xliff, "xlsx": exchange.export_xlsx}


def begun(folder: Path) -> tuple[Path, Path]:
    outline = write_outline(folder, SLIDE)
    return outline, catalog_files.start(outline, "fr")


def translate(path: Path, **words: str) -> None:
    file = polib.pofile(str(path), wrapwidth=78)
    for each in file:
        each.msgstr = words.get(each.msgctxt.rpartition(".")[2], each.msgstr) if each.msgctxt else each.msgstr
    file.save(str(path))


@pytest.mark.parametrize("form", ["po", "xliff", "xlsx"])
def test_a_dry_run_tells_all_that_the_import_would(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline, path = begun(tmp_path)
    before = path.read_bytes()
    translate(path, title="Bonjour", statement="Merci à {amis}")
    back = tmp_path / f"back.{form}"
    back.write_bytes(path.read_bytes() if form == "po" else FORMS[form](outline, "fr").read_bytes())
    path.write_bytes(before)
    errors = []
    for options in (["--dry-run"], []):
        # The option stands between two arguments.
        assert main(["translate", form, "import", str(back), *options, str(outline)]) == FINDINGS
        errors.append({line for line in capsys.readouterr().err.splitlines() if line.startswith(("error", "warning"))})
        assert (path.read_bytes() == before) is bool(options)
    assert errors[0] == errors[1]
    assert any("placeholder" in line for line in errors[0])


def test_two_translations_of_the_same_words_are_named_with_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline, path = begun(tmp_path)
    back = tmp_path / "dup.po"
    header = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    back.write_text(header + 'msgid "Hello"\nmsgstr "Bonjour"\n\nmsgid "Hello"\nmsgstr "Salut"\n', encoding="utf-8")
    assert main(["translate", "po", "import", str(back), str(outline)]) == DONE
    found = capsys.readouterr().err
    assert "“Hello” is there twice: “Bonjour” and “Salut”" in found
    assert "into `dup`" not in found
    assert "into `None`" not in found
    assert next(each.msgstr for each in polib.pofile(str(path)) if each.msgid == "Hello") == "Bonjour"


def test_another_languages_file_is_told_when_it_is_taken_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = webinar(tmp_path, fr="fr")
    catalog_files.start(outline, "de")
    back = tmp_path / "back.po"
    text = (WEBINAR / "fr.po").read_text(encoding="utf-8")
    back.write_text(text.replace("Language: fr", "Language: de"), encoding="utf-8")
    main(["translate", "po", "import", str(back), "--dry-run", str(outline)])
    assert "warning[other-language]" in capsys.readouterr().err


def test_the_sister_whose_texts_were_copied_is_not_accused(tmp_path: Path) -> None:
    outline = webinar(tmp_path, fr="fr", de="fr", ar="ar", hi="ar")
    accused = {tag: [one.code for one in told(outline, tag)] for tag in ("fr", "de", "ar", "hi")}
    assert ["other-language" in codes for codes in accused.values()] == [False, True, False, True]


def test_files_that_are_not_read_are_told_by_status_and_extract(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline, path = begun(tmp_path)
    path.with_name("pt (1).po").write_bytes(path.read_bytes())
    for command in ("status", "extract"):
        assert main(["translate", command, str(outline)]) == DONE
        assert "warning[catalog-name]" in capsys.readouterr().err


def a_second_column(sheet: Worksheet) -> None:
    sheet.cell(1, 12).value, sheet.cell(2, 12).value = "Translation (fr)", "Salut"


def a_formula_in_the_translation(sheet: Worksheet) -> None:
    sheet.cell(row_of(sheet, "a.title"), 5).value = '="Bon"&"jour"'


def a_formula_in_the_comments(sheet: Worksheet) -> None:
    sheet.cell(row_of(sheet, "a.title"), 9).value = "=A1"


def a_date_in_the_translation(sheet: Worksheet) -> None:
    cell = sheet.cell(row_of(sheet, "a.title"), 5)
    cell.value, cell.number_format = datetime.date(2022, 5, 1), "yyyy-mm-dd"


def no_exported_column(sheet: Worksheet) -> None:
    sheet.delete_cols(10)


@pytest.mark.parametrize(
    ("change", "code", "severity", "words"),
    [
        (a_second_column, "workbook-headings", "error", "in E1 and L1: only the first is read, and the second says"),
        (a_formula_in_the_translation, "cell-error", "error", "`a.title`, Translation: a formula stands here"),
        (a_formula_in_the_comments, "cell-error", "warning", "`a.title`, Comments: a formula stands here"),
        (a_date_in_the_translation, "cell-error", "warning", "became a date, and is read as “2022-05-01”"),
        (no_exported_column, "exported-lost", "warning", "the column “Exported” is gone"),
    ],
)
def test_what_a_workbook_lost_is_told(
    change: Callable[[Worksheet], None], code: str, severity: str, words: str, tmp_path: Path
) -> None:
    path = tmp_path / "fr.xlsx"
    path.write_bytes(to_xlsx(small(), EN, FR))
    book = openpyxl.load_workbook(path)
    change(book.worksheets[0])
    book.save(path)
    (file,) = xlsx_reading.files(path)
    (found,) = file.findings
    assert (found.code, found.severity, words in found.message) == (code, severity, True)
    assert all("A1" not in remark for unit in file.units for remark in unit.remarks)


def test_status_names_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline, path = begun(tmp_path)
    translate(path, statement="Merci à {amis}")
    assert main(["translate", "status", str(outline)]) == FINDINGS
    assert "error[placeholder]" in capsys.readouterr().err


def test_a_review_that_no_longer_holds_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline, path = begun(tmp_path)
    translate(path, title="Bonjour")
    file = FORMS["xliff"](outline, "fr")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('state="translated">Bonjour', 'state="final">Bonjour'), encoding="utf-8")
    assert main(["translate", "xliff", "import", str(file), str(outline)]) == DONE
    assert "no longer" not in capsys.readouterr().out
    text = FORMS["xliff"](outline, "fr").read_text(encoding="utf-8")
    file.write_text(text.replace('state="final">Bonjour', 'state="translated">Salut'), encoding="utf-8")
    assert main(["translate", "xliff", "import", str(file), str(outline)]) == DONE
    told = "3 of them were signed off or final, and are so no longer, as the words changed: presentation.title, "
    assert told in capsys.readouterr().out


@pytest.mark.parametrize("form", ["xliff", "xlsx"])
def test_another_source_language_is_told(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline, path = begun(tmp_path)
    translate(path, title="Bonjour")
    file = FORMS[form](outline, "fr")
    if form == "xliff":
        text = file.read_text(encoding="utf-8").replace('source-language="en"', 'source-language="es"')
        file.write_text(text, encoding="utf-8")
    else:
        book = openpyxl.load_workbook(file)
        book.worksheets[0].cell(1, 4).value = "Source (es)"
        book.save(file)
    assert main(["translate", form, "import", str(file), str(outline)]) == DONE
    found = capsys.readouterr().err
    assert "warning[source-language]" in found
    assert "translated from `es`, and the outline is in `en`" in found


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("x.xlf", '<?xml version="1.0"?>\n<xliff version="1.2"></xliff>', "`translate xliff import` takes it in"),
        ("x.xlsx", '<?xml version="1.0"?>\n<tmx version="1.4"></tmx>', "`translate tmx import` takes it in"),
        ("x.po", 'msgid ""\nmsgstr ""\n', "`translate po import` takes it in"),
        ("x.csv", "Key,Source (en),Translation (fr)\na,Hello,Bonjour\n", "save it as XLSX or ODS"),
    ],
)
def test_another_format_is_told_its_own_command(
    name: str, text: str, hint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline, _ = begun(tmp_path)
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    assert main(["translate", "xlsx", "import", str(file), str(outline)]) == FINDINGS
    assert hint in capsys.readouterr().err


OTHERS = {
    "xliff": b'<?xml version="1.0"?>\n<xliff version="1.2"></xliff>',
    "tmx": b'<?xml version="1.0"?>\n<tmx version="1.4"></tmx>',
    "po": b'msgid ""\nmsgstr ""\n',
    "xlsx": b"PK\x03\x04",
}


@pytest.mark.parametrize(("command", "other"), [*itertools.permutations(OTHERS, 2)])
def test_every_command_tells_another_s_file_in_one_sentence(
    command: str, other: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline, _ = begun(tmp_path)
    file = tmp_path / "back"
    file.write_bytes(OTHERS[other])
    assert main(["translate", command, "import", str(file), str(outline)]) == FINDINGS
    told = capsys.readouterr().err
    assert told.count("error[") == 1
    assert f"hint: `translate {other} import` takes it in" in told


def test_a_broken_file_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline, _ = begun(tmp_path)
    file = tmp_path / "back.xlf"
    file.write_text('<?xml version="1.0"?>\n<xliff version="1.2"><file>', encoding="utf-8")
    assert main(["translate", "xliff", "import", str(file), str(outline)]) == FINDINGS
    assert "export it anew" in capsys.readouterr().err


def test_an_empty_memory_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline, path = begun(tmp_path)
    for title, empty in (("", True), ("Bonjour", False)):
        translate(path, title=title)
        assert main(["translate", "tmx", "export", "fr", str(outline)]) == DONE
        assert ("it is empty" in capsys.readouterr().out) is empty
    with pytest.raises(SystemExit):
        main(["translate", "tmx", "import", "x.tmx", "--theirs", str(outline)])


def test_a_catalog_is_named_as_its_language_is_written(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    assert catalog_files.start(outline, "PT_br").name == "pt-BR.po"
    assert catalog_files.start(outline, "zh_HANT").name == "zh-Hant.po"
