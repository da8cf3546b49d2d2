"""A catalog goes through translators' own tools and comes back: the one text that was changed there, and no other."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import polib
import pytest

from deck.cli import main
from deck.cli.terminal import DONE
from deck.interchange.glossary_reading import read_glossary
from deck.interchange.review import remember, remember_file
from deck.interchange.xlsx_writing import to_xlsx
from deck.model.language import Language
from deck.pipeline.places import default_outline
from deck.translating import catalog_files, exchange
from tests.outlines import write_outline
from tests.tools import libreoffice, required, translators
from tests.tools.translators import BEFORE, NOW, Tool
from tests.validator import validate

pytestmark = pytest.mark.external
KEY, DRAFT, MISSING = "overview.title", "cover.subtitle", "sections.welcome.title"
PO = [
    translators.gettext,
    translators.gettext_in_cp1252,
    translators.of_polib,
    translators.toolkit_po,
    translators.po2csv,
    translators.pybabel,
    translators.gettext_parser,
    translators.i18next_conv,
]
XLIFF = [translators.toolkit_xliff, translators.npm_xliff]
WITHOUT_MARKS = [translators.npm_xliff]
"""Drop what says how each text was exported."""


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    """The webinar with one language, in which one text is a draft, one missing, one signed off, one remarked upon."""
    locales = tmp_path / "webinar" / "locales"
    locales.mkdir(parents=True)
    given = default_outline().parent
    files = [path.name for path in given.iterdir() if path.is_file()]
    for name in (*files, "locales/fr.po", "locales/alliance-8.7.pot"):
        (tmp_path / "webinar" / name).write_bytes((given / name).read_bytes())
    (locales / "alliance-8.7.pot").rename(locales / "webinar.pot")
    path = locales / "fr.po"
    file = polib.pofile(str(path), wrapwidth=78)
    by_key = {entry.msgctxt: entry for entry in file}
    by_key[DRAFT].flags.insert(0, "fuzzy")
    by_key[MISSING].msgstr = ""
    by_key[KEY].tcomment = "As on the Alliance's site."
    path.write_bytes(f"{file}".rstrip("\n").encode() + b"\n")
    return tmp_path / "webinar" / "outline.yaml"


def changed(path: Path) -> bytes:
    """The catalog with the one text changed, and what it was in its comment."""
    file = polib.pofile(str(path), wrapwidth=78)
    entry = next(entry for entry in file if entry.msgctxt == KEY)
    assert entry.msgstr == BEFORE
    entry.msgstr = NOW
    entry.tcomment += f"\nBefore: {BEFORE}"
    return f"{file}".rstrip("\n").encode() + b"\n"


def with_the_file_remembered(expected: str, last: str, path: Path) -> str:
    """The catalog that is expected, and in the one changed text's comment, after its last line, the file's mark."""
    (mark,) = re.findall(r"^# Came back: [0-9a-f]{12}$", path.read_text("utf-8"), re.MULTILINE)
    (line,) = (line for line in expected.split("\n") if last in line and line.startswith("# "))
    return expected.replace(line, f"{line}\n{mark}")


def take_in(outline: Path, back: Path) -> None:
    format_ = "xliff" if back.suffix == ".xlf" else "po"
    assert main(["translate", format_, "import", str(back), str(outline)]) == DONE


@pytest.mark.parametrize("tool", PO, ids=lambda tool: tool.__name__)
def test_po_comes_back(tool: Tool, outline: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = outline.parent / "locales" / "fr.po"
    expected = changed(path)
    take_in(outline, tool(path, tmp_path))
    assert path.read_text("utf-8") == expected.decode()
    assert f"before  {BEFORE}\n          now     {NOW}" in capsys.readouterr().out


@pytest.mark.parametrize("tool", XLIFF, ids=lambda tool: tool.__name__)
def test_xliff_comes_back(tool: Tool, outline: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = outline.parent / "locales" / "fr.po"
    expected = changed(path).decode()
    take_in(outline, tool(exchange.export_xliff(outline, "fr"), tmp_path))
    if tool not in WITHOUT_MARKS:
        expected = with_the_file_remembered(expected, BEFORE, path)
    assert path.read_text("utf-8") == expected
    assert f"before  {BEFORE}\n          now     {NOW}" in capsys.readouterr().out


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_a_workbook_that_libreoffice_sorted_comes_back(
    suffix: str, outline: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, remark = outline.parent / "locales" / "fr.po", "Shorter “=now”?"
    expected = changed(path).decode()
    (comment,) = (line for line in expected.split("\n") if BEFORE in line and line.startswith("# "))
    expected = expected.replace(comment, f"{comment}\n# {remark}")
    exported = exchange.export_xlsx(outline, "fr")
    back = libreoffice.worked_in(exported, tmp_path / f"back{suffix}", tmp_path, (BEFORE, NOW), remark)
    assert main(["translate", "xlsx", "import", str(back), str(outline)]) == DONE
    assert path.read_text("utf-8") == with_the_file_remembered(expected, remark, path)
    assert f"before  {BEFORE}\n          now     {NOW}" in capsys.readouterr().out


def test_xliff_that_a_tool_makes_of_the_catalog_comes_back(outline: Path, tmp_path: Path) -> None:
    path = outline.parent / "locales" / "fr.po"
    expected = changed(path)
    take_in(outline, translators.po2xliff(path, tmp_path))
    assert path.read_text("utf-8") == expected.decode()


@pytest.mark.parametrize(
    "tool", [translators.gettext, translators.toolkit_po, translators.po2xliff], ids=lambda tool: tool.__name__
)
def test_marks_of_ours_in_comments_come_back_once(tool: Tool, outline: Path, tmp_path: Path) -> None:
    path = outline.parent / "locales" / "fr.po"
    file = polib.pofile(str(path), wrapwidth=78)
    entry = next(entry for entry in file if entry.msgctxt == "how.title")
    remember_file(entry, "fr.xlsx")
    remember(entry, "final")
    assert entry.tcomment.count("\n") == 1
    path.write_bytes(f"{file}".rstrip("\n").encode() + b"\n")
    expected = changed(path)
    take_in(outline, tool(path, tmp_path))
    assert path.read_text("utf-8") == expected.decode()


def test_what_others_count_done_draft_and_missing_is_what_we_do(outline: Path) -> None:
    from translate.storage.xliff import xlifffile

    path = outline.parent / "locales" / "fr.po"
    file = polib.pofile(str(path), wrapwidth=78)
    single = {entry.msgctxt for entry in file if not entry.obsolete and not entry.msgid_plural}
    for copy_source in (False, True):
        exported = exchange.export_xliff(outline, "fr", copy_source=copy_source)
        units = {unit.getid().rpartition("\x04")[2]: unit for unit in xlifffile.parsefile(str(exported)).units}
        done = {key for key in single if units[key].istranslated()}
        drafts = {key for key in single if units[key].isfuzzy()}
        assert done == single - {DRAFT, MISSING}
        assert drafts == ({DRAFT, MISSING} if copy_source else {DRAFT})


def test_what_weblate_reads_and_writes_by_is_where_it_looks(outline: Path, tmp_path: Path) -> None:
    """Context, notes, room, drafts with their old source: and a draft that is finished there is one here."""
    from translate.storage.po import pofile

    text = outline.read_text("utf-8")
    outline.write_text(text.replace("How is the Alliance doing this?", "How does the Alliance do this?"), "utf-8")
    catalog_files.extract(outline)
    path = outline.parent / "locales" / "fr.po"
    before = path.read_text("utf-8")
    file = pofile.parsefile(str(path))
    assert any(unit.isobsolete() for unit in file.units)
    units = {unit.getcontext(): unit for unit in file.units if not unit.isobsolete()}
    unit = units["how.title"]
    assert (unit.isfuzzy(), unit.prev_source) == (True, "How is the Alliance doing this?")
    assert re.fullmatch(r"#, fuzzy, max-length:\d+\n", *unit.typecomments)
    assert unit.getnotes("developer").startswith("Slide 7: How does the Alliance do this?\nPicture: ")
    assert "outline.yaml:how.title" in unit.getlocations()
    # What is said to be done loses its mark and its old source, and nothing else in the file changes.
    unit.target = "Comment fait l’Alliance ?"
    unit.markfuzzy(False)
    unit.prev_msgid = []
    file.savefile(str(path))
    lines, saved = before.split("\n"), path.read_text("utf-8").split("\n")
    assert {line for line in lines if line not in saved} <= {
        *(line for line in lines if line.startswith(("#, fuzzy", "#| msgid"))),
        'msgstr "Comment l’Alliance s’y prend-elle\N{NO-BREAK SPACE}?"',
    }
    assert [line for line in saved if line.startswith("#~")] == [line for line in lines if line.startswith("#~")]
    catalog_files.extract(outline)
    done = {entry.msgctxt: entry for entry in polib.pofile(str(path)) if not entry.obsolete}["how.title"]
    assert (done.msgstr, done.fuzzy, done.previous_msgid) == ("Comment fait l’Alliance ?", False, None)


def test_a_new_catalog_and_its_template_are_faultless_for_gettext_and_babel(tmp_path: Path) -> None:
    msgfmt, msginit = (required(command, "install gettext") for command in ("msgfmt", "msginit"))
    outline = write_outline(tmp_path, "layout: statement\ntitle: Hello\nstatement: '{partners} partners'")
    assert main(["translate", "start", "de", str(outline)]) == DONE
    (template,) = (tmp_path / "locales").glob("*.pot")
    po = tmp_path / "locales" / "de.po"
    for path in (po, template):
        done = subprocess.run([msgfmt, "--check", "-o", "/dev/null", path], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
    translators.run(msginit, "--no-translator", "-l", "ru", "-i", template, "-o", tmp_path / "ru.po")
    assert "nplurals=3" in (tmp_path / "ru.po").read_text("utf-8")
    translators.run(translators.script("pybabel"), "update", "-i", template, "-o", po, "-l", "de")


def test_what_tools_drop_is_there_again(outline: Path, tmp_path: Path) -> None:
    path = outline.parent / "locales" / "fr.po"
    path.write_bytes(translators.of_polib(path, tmp_path).read_bytes())
    catalog_files.extract(outline)
    before = path.read_text("utf-8")
    assert "max-length:" in before
    bare = translators.gettext_parser(path, tmp_path).read_text("utf-8")
    path.write_text("\n".join(line for line in bare.split("\n") if not line.startswith("#. ")), encoding="utf-8")
    catalog_files.extract(outline)
    assert path.read_text("utf-8").replace("charset=utf-8", "charset=UTF-8") == before


def test_a_glossary_that_a_tool_wrote_is_read(tmp_path: Path) -> None:
    """translate-toolkit's classes of TBX, with the document type that they name."""
    from translate.storage.tbx import tbxfile

    file = tbxfile(sourcelanguage="en", targetlanguage="fr")
    for source, target in (("forced labour", "travail forcé"), ("child labour", "travail des enfants")):
        unit = file.addsourceunit(source)
        unit.target = target
        unit.addnote("by the ILO")
    file.savefile(str(tmp_path / "glossary.tbx"))
    concepts = read_glossary(tmp_path / "glossary.tbx")
    assert [(each.names, each.note) for each in concepts] == [
        ({"en": ("forced labour",), "fr": ("travail forcé",)}, "by the ILO"),
        ({"en": ("child labour",), "fr": ("travail des enfants",)}, "by the ILO"),
    ]


def test_our_memory_is_a_memory_to_others_and_theirs_to_us(outline: Path, tmp_path: Path) -> None:
    """translate-toolkit reads what we write, and po2tmx's memory fills a new catalog, all in drafts."""
    from translate.storage.tmx import tmxfile

    path = outline.parent / "locales" / "fr.po"
    file = polib.pofile(str(path), wrapwidth=78)
    finished = {entry.msgid: entry.msgstr for entry in file.translated_entries() if not entry.msgid_plural}
    plain = {source: target for source, target in finished.items() if not set("*{[") & set(source + target)}
    ours = tmxfile.parsefile(str(exchange.export_tmx(outline, "fr")))
    assert len(plain) > 40
    assert {unit.source: unit.target for unit in ours.units if unit.source in plain} == plain
    theirs = tmp_path / "earlier.tmx"
    translators.run(translators.script("po2tmx"), "--progress=none", "-l", "fr", "-i", path, "-o", theirs)
    for memory in (theirs, path.with_suffix(".tmx")):
        for entry in file:
            entry.msgstr = ""
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, "")
        path.write_text(str(file), encoding="utf-8")
        assert main(["translate", "tmx", "import", str(memory), str(outline)]) == DONE
        back = {one.msgid: one for one in polib.pofile(str(path)) if one.msgstr}
        assert {source: one.msgstr for source, one in back.items()} == finished
        assert all(one.fuzzy for one in back.values())


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_workbook_is_one_by_the_book(language: str, tmp_path: Path) -> None:
    po = default_outline().parent / "locales" / f"{language}.po"
    data = to_xlsx(polib.pofile(str(po), wrapwidth=78), Language("en"), Language(language))
    assert validate(data, "xlsx") == []
