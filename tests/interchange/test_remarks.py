"""Remarks are work as translations are: they arrive, are counted, and are neither lost nor brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import polib
import pytest
from openpyxl.comments import Comment

from deck.cli import main
from deck.cli.terminal import DONE
from deck.ground.diagnostics import DeckError
from deck.translating import catalog_files, exchange
from tests.outlines import write_outline

SLIDE = "layout: statement\ntitle: Hello\nstatement: Who are we?"
KEY, REMARK = "slide-1.statement", "QUERY: no"


def begun(folder: Path) -> tuple[Path, Path]:
    outline = write_outline(folder, SLIDE)
    return outline, catalog_files.start(outline, "fr")


def entry_of(path: Path, *, obsolete: bool = False) -> polib.POEntry:
    (found,) = (each for each in polib.pofile(str(path)) if each.msgctxt == KEY and bool(each.obsolete) is obsolete)
    return found


def change(path: Path, **what: str | list[str]) -> None:
    file = polib.pofile(str(path), wrapwidth=78)
    for name, value in what.items():
        setattr(next(each for each in file if each.msgctxt == KEY and not each.obsolete), name, value)
    file.save()


def in_cell(path: Path, *, note: bool = False) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    row = next(row for row in range(1, 9) if sheet.cell(row, 1).value == KEY)
    if note:
        sheet.cell(row, 5).comment = Comment(REMARK, "Maria")
    else:
        sheet.cell(row, 9).value = REMARK
    book.save(path)


def in_xliff(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    at = text.index("</trans-unit>", text.index(f'id="{KEY}"'))
    path.write_text(f'{text[:at]}<note from="Maria">{REMARK}</note>{text[at:]}', encoding="utf-8")


WAYS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "cell": ("xlsx", in_cell),
    "cell note": ("xlsx", lambda path: in_cell(path, note=True)),
    "xliff": ("xliff", in_xliff),
    "po": ("po", lambda path: change(path, tcomment=REMARK)),
}


def exported(outline: Path, form: str) -> Path:
    if form == "po":
        copy = outline.parent / "fr-back.po"
        copy.write_bytes((outline.parent / "locales" / "fr.po").read_bytes())
        return copy
    return {"xlsx": exchange.export_xlsx, "xliff": exchange.export_xliff}[form](outline, "fr")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("translation", ["", "Qui sommes-nous ?"])
def test_a_remark_arrives_and_is_counted(
    way: str, translation: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline, path = begun(tmp_path)
    change(path, msgstr=translation)
    form, write = WAYS[way]
    file = exported(outline, form)
    write(file)
    if form != "po":
        with pytest.raises(DeckError, match=r"holds 1 remark that the catalog has not"):
            exported(outline, form)
    assert main(["translate", form, "import", str(file), str(outline)]) == DONE
    assert "1 message changed; 1 of them in its remarks only" in capsys.readouterr().out
    assert (entry_of(path).tcomment, entry_of(path).msgstr) == (REMARK, translation)
    exported(outline, form)


@pytest.mark.parametrize("form", ["xlsx", "xliff"])
@pytest.mark.parametrize("was_draft", [False, True])
def test_what_was_doubted_or_finished_here_since_is_nobody_s_work_there(
    form: str, was_draft: bool, tmp_path: Path
) -> None:
    outline, path = begun(tmp_path)
    change(path, msgstr="Qui sommes-nous ?", flags=["fuzzy"] * was_draft)
    file = exported(outline, form)
    change(path, flags=["fuzzy"] * (not was_draft))
    assert exported(outline, form) == file
    assert entry_of(path).fuzzy is not was_draft
    # What the catalog has lost since is nowhere else.
    change(path, flags=["fuzzy"] * was_draft)
    exported(outline, form)
    change(path, flags=["fuzzy"] * (not was_draft), msgstr="")
    with pytest.raises(DeckError, match=r"holds 1 text that the catalog has not"):
        exported(outline, form)


def test_a_state_that_was_given_there_is_work(tmp_path: Path) -> None:
    outline, path = begun(tmp_path)
    change(path, msgstr="Qui sommes-nous ?", flags=["fuzzy"])
    file = exported(outline, "xliff")
    text = file.read_text(encoding="utf-8")
    assert text.count('<target state="needs-l10n">') == 1
    file.write_text(text.replace('state="needs-l10n"', 'state="translated"'), encoding="utf-8")
    with pytest.raises(DeckError, match=r"holds 1 text that the catalog has not"):
        exported(outline, "xliff")


@pytest.mark.parametrize("form", ["xlsx", "xliff"])
def test_a_remark_that_was_taken_out_here_stays_out(form: str, tmp_path: Path) -> None:
    outline, path = begun(tmp_path)
    change(path, tcomment=f"{REMARK}\n{'A long remark, of more than one line of a file, ' * 3}")
    file = exported(outline, form)
    change(path, tcomment="")
    assert main(["translate", form, "import", str(file), str(outline)]) == DONE
    assert entry_of(path).tcomment == ""
    exported(outline, form)


def test_a_base_tells_which_remarks_are_new(tmp_path: Path) -> None:
    outline, path = begun(tmp_path)
    change(path, tcomment="Old")
    base = exported(outline, "po").rename(tmp_path / "sent.po")
    change(path, tcomment=f"Old\n{REMARK}")
    back = exported(outline, "po")
    change(path, tcomment="")
    assert main(["translate", "po", "import", str(back), str(outline), "--base", str(base)]) == DONE
    assert entry_of(path).tcomment == REMARK


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("translation", ["", "Qui sommes-nous ?"])
def test_a_remark_goes_with_the_text_that_was_rewritten(way: str, translation: str, tmp_path: Path) -> None:
    outline, path = begun(tmp_path)
    change(path, msgstr=translation)
    form, write = WAYS[way]
    file = exported(outline, form)
    write(file)
    outline.write_text(outline.read_text(encoding="utf-8").replace("Who are we?", "What is it?"), encoding="utf-8")
    catalog_files.extract(outline)
    assert main(["translate", form, "import", str(file), str(outline)]) == DONE
    assert (entry_of(path).msgid, entry_of(path).tcomment) == ("What is it?", REMARK)
    outline.write_text(outline.read_text(encoding="utf-8").replace("What is it?", "And now?"), encoding="utf-8")
    catalog_files.extract(outline)
    entry = entry_of(path)
    assert (entry.msgid, entry.tcomment, entry.msgstr) == ("And now?", REMARK, translation)
    assert entry.fuzzy is bool(translation)


def test_a_remark_on_a_text_that_was_deleted_is_kept(tmp_path: Path) -> None:
    outline, path = begun(tmp_path)
    change(path, tcomment=REMARK)
    text = outline.read_text(encoding="utf-8")
    outline.write_text(text.replace("    statement: Who are we?\n", "").replace("layout: statement", "layout: title"))
    if "statement" in outline.read_text(encoding="utf-8"):
        pytest.fail("the text is still there")
    catalog_files.extract(outline)
    assert entry_of(path, obsolete=True).tcomment == REMARK
    catalog_files.extract(outline)
    outline.write_text(text, encoding="utf-8")
    catalog_files.extract(outline)
    assert (entry_of(path).tcomment, entry_of(path).fuzzy) == (REMARK, False)


def test_a_short_remark_is_not_taken_for_a_piece_of_another(tmp_path: Path) -> None:
    outline, path = begun(tmp_path)
    change(path, tcomment="Is this not too long?")
    file = exported(outline, "po")
    change(file, tcomment="not")
    assert main(["translate", "po", "import", str(file), str(outline)]) == DONE
    assert entry_of(path).tcomment == "Is this not too long?\nnot"
