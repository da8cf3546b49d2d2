"""Catalogs begun, brought up to an outline and reported on, from the command line."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.ground.diagnostics import DeckError
from deck.languages.messages import keys, messages
from deck.languages.samples import sample
from deck.layouts import LAYOUTS
from deck.model.charts import Chart
from deck.model.language import Language
from deck.model.text import Text
from deck.pipeline.build import lay_out
from deck.pipeline.places import default_outline
from deck.pipeline.reading import languages
from deck.pipeline.reference import example
from deck.translating import catalog_files
from deck.translating.completeness import status
from deck.typeset import Typesetter
from tests.languages.catalogs import COMPLETE, complete, entry, write_catalog
from tests.outlines import examples, texts, write_outline

SLIDE = "layout: statement\ntitle: Hello\nstatement: '{partners} **partners**'\nnotes: Say it."
FIGURES = "layout: statistics\ntitle: Figures\nfigures: [{id: a, value: 5, label: people, source: estimates}]"
BULLETS = "layout: bullets\ntitle: Hello\nitems: [{id: a, text: One}, {id: b, text: Two}, {id: c, text: Three}]"
LIST = "layout: columns\ntitle: Countries\nsort: name\nitems: {list: members}"


def with_countries(folder: Path, *slides: str, scheme: str = "as-written") -> Path:
    outline = write_outline(folder, *slides)
    text = outline.read_text(encoding="utf-8")
    text = text.replace("sources:", "lists:\n  members: {countries: members.csv}\nsources:", 1)
    text = text.replace("  theme: alliance\n", f"  theme: alliance\n  country_names: {scheme}\n")
    outline.write_text(text, encoding="utf-8")
    (folder / "members.csv").write_text("country,code\nVietnam,VN\nChad,TD\nAtlantis,\n", encoding="utf-8")
    return outline


def names(outline: Path, language: str | None = None) -> list[str]:
    (tree,) = lay_out(outline, language).deck.slides
    return [p.plain for shape in tree.shapes if getattr(shape, "field", "") == "items" for p in shape.text.paragraphs]


def room_of(entry: polib.POEntry) -> tuple[int, int]:
    """How many characters have room at full size, and at the most."""
    (line,) = re.findall("^Room: about .*", entry.comment, re.MULTILINE)
    numbers = [int(number) for number in re.findall(r"\d+", line)]
    return 0 if len(numbers) == 1 and "most" in line else numbers[0], numbers[-1]


def test_a_new_catalog_says_what_each_text_is(tmp_path: Path) -> None:
    outline = with_countries(tmp_path, SLIDE, LIST, FIGURES)
    path = catalog_files.start(outline, "fr")
    assert path == tmp_path / "locales" / "fr.po"
    file = polib.pofile(str(path))
    by_key = {one.msgctxt: one for one in file}
    assert list(by_key)[-1] == "words.source"
    assert {*COMPLETE, "slide-1.title", "slide-1.notes", "lists.members.vn", "lists.members.atlantis"} < set(by_key)
    statement = by_key["slide-1.statement"]
    assert (statement.msgid, statement.msgid_plural) == ("{partners} **partners**",) * 2
    places = [":".join(filter(None, place)) for place in statement.occurrences]
    assert places == ["outline.yaml:slide-1.statement", f"{tmp_path.name}.en/01-slide-1.svg:1"]
    lines = statement.comment.split("\n")
    picture = f"Picture: {tmp_path.name}.en/01-slide-1.svg"
    assert lines[:3] == ["Slide 1: Hello", picture, "What it is: statement"]
    assert lines[3].startswith("Room: ")
    assert all("Room: " in by_key[key].comment for key in ("slide-1.title", "slide-2.title", "presentation.footer"))
    assert lines[4].startswith("{partners} stands for 400")
    assert "Room" not in by_key["slide-1.notes"].comment
    assert "speaker notes" in by_key["slide-1.notes"].comment
    assert [by_key[f"lists.members.{code}"].msgstr for code in ("vn", "td", "atlantis")] == ["Viet Nam", "Tchad", ""]


@pytest.mark.parametrize("language", ["fr", "zh", "ar"])
def test_as_many_characters_fit_as_is_said(language: str, tmp_path: Path) -> None:
    outline = write_outline(tmp_path, "layout: statement\ntitle: Hello\nstatement: Words")
    file = polib.pofile(str(catalog_files.start(outline, language)))
    (statement,) = (one for one in file if one.msgctxt == "slide-1.statement")
    _, room = room_of(statement)
    words = sample(Language(language), 4000)
    for length, fits in ((room, True), (room * 5 // 4, False)):
        write_catalog(tmp_path, entry("slide-1.statement", "Words", words[:length]), language=language)
        found = {finding.code for finding in lay_out(outline, language).diagnostics}
        assert ("text-overflow" not in found) == fits


def test_extract_changes_nothing_twice_and_loses_nothing(tmp_path: Path) -> None:
    outline = with_countries(tmp_path, SLIDE, LIST)
    path = catalog_files.start(outline, "fr")
    file = polib.pofile(str(path), wrapwidth=78)
    for one in file:
        if one.msgid_plural:
            one.msgstr_plural = {0: "{partners} **partenaire**", 1: "{partners} **partenaires**"}
        else:
            one.msgstr = one.msgstr or f"{one.msgid} !"
    file.save(str(path))
    catalog_files.extract(outline)
    assert catalog_files.extract(outline) == []
    before = path.read_bytes()
    original = outline.read_text(encoding="utf-8")
    changed = original.replace("title: Hello", "title: Good day").replace("id: slide-2", "id: members")
    outline.write_text(changed, encoding="utf-8")
    assert path in catalog_files.extract(outline)
    merged = {one.msgctxt: one for one in polib.pofile(str(path)) if not one.obsolete}
    assert merged["members.title"].msgstr == "Countries !"
    assert merged["slide-1.title"].fuzzy
    assert merged["slide-1.title"].previous_msgid == "Hello"
    (one,) = status(outline)
    assert (one.language, one.fuzzy, one.missing, one.too_long) == ("fr", 1, 0, 0)
    outline.write_text(original, encoding="utf-8")
    catalog_files.extract(outline)
    assert path.read_bytes() == before


def test_one_run_settles_what_hangs_on_other_texts(tmp_path: Path) -> None:
    slide = "layout: quote\ntitle: Hello\nquote: One\nattribution: Label"
    outline = write_outline(tmp_path, slide)
    path = catalog_files.start(outline, "fr")
    file = polib.pofile(str(path), wrapwidth=78)
    for one in file:
        one.msgstr = "Un " * 200 if one.msgctxt == "slide-1.quote" else one.msgstr or f"{one.msgid} !"
    file.save(str(path))
    catalog_files.extract(outline)
    before = path.read_bytes()
    original = outline.read_text(encoding="utf-8")
    outline.write_text(original.replace("quote: One", "quote: Two"), encoding="utf-8")
    catalog_files.extract(outline)
    assert _rooms(path) != _rooms_of(before)
    assert catalog_files.extract(outline) == []
    outline.write_text(original, encoding="utf-8")
    catalog_files.extract(outline)
    assert path.read_bytes() == before


def _rooms(path: Path) -> list[str]:
    return _rooms_of(path.read_bytes())


def _rooms_of(data: bytes) -> list[str]:
    return [line for line in data.decode().split("\n") if "Room: " in line]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are doubled on Linux alone")
def test_several_processes_bring_catalogs_up_as_one_does(tmp_path: Path) -> None:
    """In processes of their own, which have no other thread, and so can be doubled."""
    brought_up = []
    for cores in (1, 2):
        folder = tmp_path / str(cores) / "talk"
        folder.mkdir(parents=True)
        outline = write_outline(folder, SLIDE, BULLETS)
        for language in ("ar", "de", "fr"):
            write_catalog(folder, *complete(), language=language)
        script = """
import os, sys
from datetime import datetime
from pathlib import Path
from deck.ground import doubling
from deck.translating.catalog_files import extract
fork, forked, (outline, cores) = os.fork, [], sys.argv[1:]
doubling.cores = lambda: int(cores)
os.fork = lambda: forked.append(1) or fork()
print(*[path.name for path in extract(Path(outline), print, datetime(2026, 3, 2))])
assert len(forked) == int(cores) - 1
"""
        command = [sys.executable, "-c", script, str(outline), str(cores)]
        said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
        files = {path.name: path.read_bytes() for path in (folder / "locales").iterdir()}
        brought_up.append((said.replace(str(folder), "talk"), files))
    assert brought_up[0] == brought_up[1]
    assert brought_up[0][0].endswith("\nar.po de.po fr.po talk.pot\n")


def test_extract_touches_nothing_where_a_message_is_translated_twice(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    path = write_catalog(tmp_path, entry("slide-1.title", "Hello", "Bonjour"), entry("slide-1.title", "Hello", "Salut"))
    other = write_catalog(tmp_path, language="de")
    before = path.read_bytes(), other.read_bytes()
    with pytest.raises(DeckError) as caught:
        catalog_files.extract(outline)
    assert [one.code for one in caught.value.diagnostics] == ["duplicate-message"]
    assert (path.read_bytes(), other.read_bytes()) == before


def test_a_form_too_many_is_kept_beside_the_others(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    forms = ("{partners} **un**", "{partners} **deux**", "{partners} **trois**")
    path = write_catalog(tmp_path, entry("slide-1.statement", "{partners} **partners**", *forms))
    catalog_files.extract(outline)
    assert catalog_files.extract(outline) == []
    (one,) = (one for one in polib.pofile(str(path)) if one.msgctxt == "slide-1.statement")
    assert (tuple(one.msgstr_plural.values()), one.fuzzy) == (forms[:2], True)
    assert one.tcomment == "A form too many: {partners} **trois**"


def test_what_is_translated_wrongly_is_not_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE, "layout: title\ntitle: Bye")
    write_catalog(
        tmp_path,
        entry("presentation.title", "A test", "Un essai"),
        entry("slide-1.title", "Hello", "Bonjour"),
        entry("slide-1.title", "Hello", "Salut"),
        entry("slide-1.statement", "{partners} **partners**", "{partners} **un**", "**deux**"),
        entry("slide-2.title", "Bye", "Au {revoir}"),
    )
    (one,) = status(outline)
    assert (one.wrong, one.done, one.fuzzy) == (3, 1, 0)
    assert one.total == one.missing + 4
    assert main(["translate", "status", str(outline)]) == FINDINGS
    heads, figures = (line.split("%")[-1].split() for line in capsys.readouterr().out.splitlines()[:2])
    assert heads[1:] == ["done", "fuzzy", "missing", "wrong", "too", "long"]
    assert figures == ["1", "0", str(one.missing), "3", "0"]


def test_what_is_shown_nowhere_is_not_to_be_translated(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, "layout: title\ntitle: Hello")
    text = outline.read_text(encoding="utf-8").replace("facts:", "facts:\n  place: Geneva")
    outline.write_text(text, encoding="utf-8")
    path = catalog_files.start(outline, "de")
    assert {one.msgctxt for one in polib.pofile(str(path))} == {*COMPLETE, "slide-1.title"} - {"sources.estimates"}
    outline.write_text(text.replace("title: Hello", "title: 'In {place}'"), encoding="utf-8")
    catalog_files.extract(outline)
    assert "facts.place" in {one.msgctxt for one in polib.pofile(str(path)) if not one.obsolete}


def test_what_is_translated_into_itself_gives_the_same_deck(tmp_path: Path) -> None:
    # Months of a plan are called otherwise in Britain.
    outline = write_outline(tmp_path, *(each for each in examples() if not each.startswith("layout: gantt\n")))
    path = catalog_files.start(outline, "en-GB")
    file = polib.pofile(str(path), wrapwidth=78)
    for one in file:
        if one.msgid_plural:
            one.msgstr_plural = dict.fromkeys(one.msgstr_plural, one.msgid)
        else:
            one.msgstr = one.msgid
    file.save(str(path))
    original, same = lay_out(outline), lay_out(outline, "en-GB")
    assert same.diagnostics == original.diagnostics == ()
    assert same.deck.slides == original.deck.slides
    assert same.deck.sections == original.deck.sections


def test_to_wrap_a_text_anew_changes_no_message(tmp_path: Path) -> None:
    def messages(notes: str) -> list[str]:
        slide = f"layout: title\ntitle: Hello\nnotes: {notes}"
        outline = write_outline(tmp_path, slide)
        path = tmp_path / "locales" / "fr.po"
        path.unlink(missing_ok=True)
        catalog_files.start(outline, "fr")
        return [one.msgid for one in polib.pofile(str(path)) if one.msgctxt == "slide-1.notes"]

    (text,) = messages(">\n  One line\n  and two.\n\n  And more.\n")
    assert text == "One line and two.\n\nAnd more."
    assert messages(">\n  One\n  line and two.\n\n  And\n  more.\n") == [text]
    assert messages("One\n  line and\n  two.\n\n\n  And more.\n") == [text]
    assert messages("|\n  One line and two.\n\n\n  And more.\n") == [text]
    assert messages("|\n  One line\n  and two.\n") == ["One line\nand two."]


def test_countries_are_called_as_the_scheme_says(tmp_path: Path) -> None:
    outline = with_countries(tmp_path, LIST)
    assert names(outline) == ["Atlantis", "Chad", "Vietnam"]
    write_catalog(tmp_path, entry("lists.members.atlantis", "Atlantis", "Atlantide"))
    assert names(outline, "fr") == ["Atlantide", "Tchad", "Viet Nam"]
    write_catalog(tmp_path, entry("lists.members.td", "Chad", "le Tchad"))
    assert names(outline, "fr") == ["Atlantis", "le Tchad", "Viet Nam"]
    with_countries(tmp_path, LIST, scheme="un")
    assert names(outline) == ["Atlantis", "Chad", "Viet Nam"]
    with_countries(tmp_path, LIST, scheme="cldr")
    write_catalog(tmp_path)
    assert names(outline, "fr") == ["Atlantis", "Tchad", "Viêt Nam"]


def test_a_country_may_be_called_otherwise_by_its_code(tmp_path: Path) -> None:
    for scheme, chad in (("as-written", "Chad"), ("un", "Chad"), ("cldr", "Chad")):
        outline = with_countries(tmp_path, LIST, scheme=scheme)
        text = outline.read_text(encoding="utf-8")
        named = "  country_overrides: {VN: Our Viet Nam, KE: Unlisted}\n"
        outline.write_text(text.replace("  theme: alliance\n", f"  theme: alliance\n{named}"), encoding="utf-8")
        assert names(outline) == ["Atlantis", chad, "Our Viet Nam"]
        write_catalog(tmp_path, entry("lists.members.td", "Chad", "le Tchad"))
        assert names(outline, "fr") == ["Atlantis", "le Tchad", "Viêt Nam" if scheme == "cldr" else "Viet Nam"]
    outline.write_text(outline.read_text(encoding="utf-8").replace("{VN: Our", "{vnm: Our"), encoding="utf-8")
    with pytest.raises(DeckError, match="ISO code"):
        lay_out(outline)


def test_a_files_rows_serve_twice_with_a_column_each(tmp_path: Path) -> None:
    other = "layout: columns\ntitle: Codes\nitems: {list: members, column: code}"
    outline = with_countries(tmp_path, LIST, other)
    (tmp_path / "members.csv").write_text("country,code\nVietnam,VN\nChad,TD\n", encoding="utf-8")
    keys = {one.msgctxt: one.msgid for one in polib.pofile(str(catalog_files.start(outline, "fr")))}
    assert (keys["lists.members.vn"], keys["slide-2.items.vn.text"]) == ("Vietnam", "VN")


def test_the_outlines_own_language_has_only_what_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    assert [one.msgctxt for one in polib.pofile(str(catalog_files.start(outline, "en")))] == ["slide-1.statement"]
    assert languages(outline) == ["en"]
    assert status(outline) == []
    assert main(["translate", "status", str(outline)]) == 0
    assert "into other languages yet" in capsys.readouterr().out


@pytest.mark.parametrize("tag", ["../fr", "xx", "", "fr fr"])
def test_what_is_no_language(tag: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="names no language"):
        catalog_files.start(write_outline(tmp_path, SLIDE), tag)
    assert not list(tmp_path.rglob("*.po"))


@pytest.mark.parametrize("tag", ["ar-XB", "en-xa"])
def test_a_pseudo_locale_has_no_catalog(tag: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="spoken by nobody"):
        catalog_files.start(write_outline(tmp_path, SLIDE), tag)
    assert not list(tmp_path.rglob("*.po"))


def test_a_terminal_is_shown_what_it_would_obey(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, "layout: title\ntitle: Hello\nnotes: |\n  One.\n\n  Two.")
    turned = "\N{RIGHT-TO-LEFT OVERRIDE}Bon\N{ESCAPE}[2Jjour"
    write_catalog(tmp_path, *complete(), entry("slide-1.title", "Hello", turned))
    assert main(["check", str(outline), "--language", "fr"]) == FINDINGS
    told = capsys.readouterr().err
    assert 'msgstr "<U+202E>Bon<U+001B>[2Jjour"' in told
    assert "“One. Two.”" in told
    assert not {"\N{RIGHT-TO-LEFT OVERRIDE}", "\N{ESCAPE}"} & set(told)


def test_what_the_hint_begins_can_be_begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    for tag, begins in (("xx", False), ("sw", True)):
        assert main(["build", str(outline), "--language", tag]) == FINDINGS
        told = capsys.readouterr().err
        assert "outline.yaml:1:1" not in told
        assert (f"`translate start {tag}` begins one" in told) == begins
        assert main(["translate", "start", tag, str(outline)]) == (DONE if begins else FINDINGS)


@pytest.mark.parametrize(("name", "tag"), [("english", "en"), ("Français", "fr"), ("Russain", "ru"), ("xyzzy", None)])
def test_a_language_called_by_its_name_is_told_its_tag(
    name: str, tag: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline = write_outline(tmp_path, SLIDE)
    for command in (
        ["build", "--language", name],
        ["translate", "start", name],
        ["translate", "page", "--language", name],
    ):
        assert main([*command, str(outline)]) == FINDINGS
        assert (f"hint: did you mean `{tag}`?" in capsys.readouterr().err) == (tag is not None)


def test_a_catalog_is_never_begun_twice(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    path = write_catalog(tmp_path)
    before = path.read_bytes()
    with pytest.raises(DeckError, match="is there already"):
        catalog_files.start(outline, "FR")
    assert path.read_bytes() == before


def test_a_broken_catalog_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    path = write_catalog(tmp_path, "nonsense\n")
    before = path.read_bytes()
    assert main(["translate", "extract", str(outline)]) == FINDINGS
    assert "error[po-syntax]" in capsys.readouterr().err
    assert path.read_bytes() == before
    assert not list(tmp_path.rglob("*.pot"))


def test_the_commands_from_nothing_to_a_deck(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, "layout: title\ntitle: Hello").rename(tmp_path / "talk.yaml")
    assert main(["translate", "status", str(outline)]) == DONE
    assert "no translations yet" in capsys.readouterr().out
    assert main(["translate", "start", "pt-BR", str(outline)]) == DONE
    template = tmp_path / "locales" / "talk.pot"
    assert 'msgctxt "slide-1.title"' in template.read_text(encoding="utf-8")
    template.unlink()
    assert main(["translate", "extract", str(outline)]) == DONE
    assert "talk.pot" in capsys.readouterr().out
    assert main(["translate", "extract", str(outline)]) == DONE
    assert "up to the outline" in capsys.readouterr().out
    assert main(["translate", "status", str(outline)]) == DONE
    line = capsys.readouterr().out.splitlines()[1]
    assert line.split()[0] == "pt-BR"
    assert "░░░" in line
    build = ["build", str(outline), "--output", str(tmp_path / "dist")]
    assert main([*build, "--all-languages"]) == DONE
    warned = capsys.readouterr().err
    assert warned.count("warning[untranslated]") == 1
    assert "4 texts are not translated into `pt-BR`" in warned
    assert main(["check", str(outline), "--language", "pt-BR"]) == DONE
    assert capsys.readouterr().err.count("warning[untranslated]") == 4
    assert sorted(path.name for path in tmp_path.rglob("*.pptx")) == ["talk.en.pptx", "talk.pt-BR.pptx"]
    assert main([*build, "--language", "pt-br", "--release"]) == FINDINGS
    assert "error[untranslated]" in capsys.readouterr().err
    path = tmp_path / "locales" / "pt-BR.po"
    file = polib.pofile(str(path), wrapwidth=78)
    for one in file:
        one.msgstr = one.msgstr or one.msgid.upper()
    file[0].flags.append("fuzzy")
    file.save(str(path))
    capsys.readouterr()
    assert main([*build, "--language", "pt-br", "--release"]) == FINDINGS
    assert "marked fuzzy" in capsys.readouterr().err
    file[0].flags.clear()
    file.save(str(path))
    assert main([*build, "--all-languages", "--release"]) == DONE
    file[0].msgstr = ""
    file.save(str(path))
    assert main(["check", str(outline), "--all-languages"]) == DONE
    assert main(["check", str(outline), "--all-languages", "--release"]) == FINDINGS


def test_the_webinars_catalogs_are_up_to_its_outline(tmp_path: Path) -> None:
    shutil.copytree(default_outline().parent, tmp_path / "alliance-8.7")
    changed = catalog_files.extract(tmp_path / "alliance-8.7" / "outline.yaml")
    assert [path.name for path in changed] == [], "run: generate_deck.py translate extract"
    assert languages(default_outline()) == ["en", "ar", "es", "fr", "ru", "zh"]
    for one in status(default_outline()):
        assert (one.fuzzy, one.missing, one.too_long) == (0, 0, 0), one.language


def test_countries_names_that_nobody_settled_are_no_work_done(tmp_path: Path) -> None:
    shutil.copytree(default_outline().parent, tmp_path / "alliance-8.7")
    outline = tmp_path / "alliance-8.7" / "outline.yaml"
    catalog_files.start(outline, "de")
    (german,) = (one for one in status(outline) if one.language == "de")
    assert (german.done, german.fuzzy) == (1, 37)
    text = (outline.parent / "locales" / "de.po").read_text("utf-8")
    assert 'msgstr "Kongo-Kinshasa"' in text
    found = [one for one in lay_out(outline, "de").diagnostics if f"{one.field}".endswith(".cd")]
    assert [(one.code, one.hint) for one in found] == [
        ("untranslated", "until then it is “Kongo-Kinshasa”, as CLDR has it")
    ]


@pytest.mark.parametrize("language", ["fr", "zh", "ar"])
def test_as_many_characters_fit_a_tables_cell_as_is_said(language: str, tmp_path: Path) -> None:
    columns = "columns: [{id: a, heading: Where}, {id: b, heading: What}]"
    rows = ", ".join(f"{{id: r{number}, cells: {{a: Place, b: Words}}}}" for number in range(5))
    outline = write_outline(tmp_path, f"layout: table\ntitle: Hello\n{columns}\nrows: [{rows}]")
    file = polib.pofile(str(catalog_files.start(outline, language)))
    key = "slide-1.rows.r1.cells.b"
    (cell,) = (one for one in file if one.msgctxt == key)
    _, room = room_of(cell)
    words = sample(Language(language), 4000)
    for length, fits in ((room, True), (room * 4, False)):
        write_catalog(tmp_path, entry(key, "Words", words[:length]), language=language)
        built = lay_out(outline, language)
        overflows = any(finding.code == "text-overflow" for finding in built.diagnostics)
        assert (len(built.deck.slides) == 1 and not overflows) == fits


def test_every_text_that_stands_on_a_slide_says_its_room(tmp_path: Path) -> None:
    slides = examples()
    outline = write_outline(tmp_path, *slides)
    file = polib.pofile(str(catalog_files.start(outline, "fr")))
    without = {one.msgctxt for one in file if "Room: " not in one.comment}
    picture, video, of_map, equation = (
        next(number for number, slide in enumerate(slides, 1) if slide.startswith(f"layout: {name}\n"))
        for name in ("picture", "video", "map", "equation")
    )
    # Countries on a map are but in its description; the deck's own words stand on several slides.
    free = (f"slide-{of_map}.items.", "words.")
    assert {key for key in without if not key.startswith(free)} == {
        "presentation.title",
        "sections.only.title",
        f"slide-{picture}.picture.description",
        f"slide-{video}.poster.description",
        f"slide-{equation}.description",
    }


YEARS = """
layout: chart
title: Years
kind: line
spacing: by-date
measure: Millions
categories: [{label: LABEL, value: 10}, {label: 2009, value: 4}]
"""


@pytest.mark.parametrize("label", ["2008", "2008-05", '"**2008**"', '"[2008](https://www.ilo.org)"'])
def test_a_date_by_which_a_chart_stands_is_no_text_of_any_length(label: str, tmp_path: Path) -> None:
    outline = write_outline(tmp_path, YEARS.replace("LABEL", label))
    file = polib.pofile(str(catalog_files.start(outline, "fr")))
    # Only a link has a word that somebody may alter: its address.
    assert any("2008" in one.msgid for one in file) == ("ilo" in label)
    assert room_of(next(one for one in file if one.msgctxt == "slide-1.measure"))[1]


def test_a_chart_whose_dates_a_translator_makes_words_stands_evenly(tmp_path: Path) -> None:
    slide = YEARS.replace("LABEL", '"[2008](https://www.ilo.org)"')
    outline = write_outline(tmp_path, slide)
    path = catalog_files.start(outline, "fr")
    file = polib.pofile(str(path))
    link = next(one for one in file if "2008" in one.msgid)
    link.msgstr = "[en 2008](https://www.ilo.org)"
    file.save()
    (tree,) = lay_out(outline, "fr").deck.slides
    chart = next(shape for shape in tree.shapes if isinstance(shape, Chart))
    assert chart.categories == ("en 2008", "2009")


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_takes_any_words_where_a_text_is_translated(name: str, tmp_path: Path) -> None:
    outline = write_outline(tmp_path, example(LAYOUTS[name]), *LAYOUTS[name].samples)
    built = lay_out(outline)
    measurer = Typesetter(built.deck.theme, built.deck.language)
    worded = {message.key for message in messages(built.presentation)}
    for slide in built.presentation.slides:
        for path, key in keys(built.presentation)[slide.id].items():
            if key in worded:
                content = slide.content.with_texts(lambda at, old: Text.of("um") if at == path else old)  # noqa: B023
                assert list(LAYOUTS[name].arrange(content, built.deck.theme, measurer)), path


def test_a_text_of_its_room_takes_no_slide_and_no_neighbours_place(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, *examples())
    path = catalog_files.start(outline, "fr")
    before = lay_out(outline, "fr")
    words = sample(Language("fr"), 4000)
    file = polib.pofile(str(path), wrapwidth=78)
    plain = [one for one in file if "Room: " in one.comment and not set("{*[").intersection(one.msgid)]
    assert len(plain) > 30
    for one in plain[::5]:
        full, most = room_of(one)
        assert most >= full
        for length in {full, most} - {0}:
            one.msgstr = words[:length]
            file.save(str(path))
            built = lay_out(outline, "fr")
            assert [tree.id for tree in built.deck.slides] == [tree.id for tree in before.deck.slides], one.msgctxt
            assert not [found for found in built.diagnostics if found.code == "text-overflow"], one.msgctxt
        one.msgstr = ""


def test_what_has_room_at_full_size_is_set_so(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, BULLETS)
    path = catalog_files.start(outline, "fr")
    file = polib.pofile(str(path), wrapwidth=78)
    one = next(one for one in file if one.msgctxt == "slide-1.items.b.text")
    assert one.comment.endswith("at the most, shared")
    full, most = room_of(one)
    assert 100 < full < most
    words = sample(Language("fr"), 4000)
    for length, shrinks in ((full, False), (full * 5 // 4, True)):
        one.msgstr = words[:length]
        file.save(str(path))
        (tree,) = lay_out(outline, "fr").deck.slides
        (text,) = (shape.text for shape in tree.shapes if getattr(shape, "field", "") == "items")
        assert (text.shrunk < 1) == shrinks


def test_the_footers_room_is_that_of_the_slide_with_the_least(tmp_path: Path) -> None:
    slides = ("layout: statement\ntitle: Hello\nstatement: Words", *examples())
    outline = write_outline(tmp_path, *slides)
    path = catalog_files.start(outline, "fr")
    file = polib.pofile(str(path), wrapwidth=78)
    one = next(one for one in file if one.msgctxt == "presentation.footer")
    words = sample(Language("fr"), 4000)
    full, most = room_of(one)
    for length, fits in ((full, True), (most, True), (most * 5 // 4, False)):
        one.msgstr = words[:length]
        file.save(str(path))
        found = {finding.code for finding in lay_out(outline, "fr").diagnostics}
        assert ("text-overflow" not in found) == fits


def test_a_diagram_s_words_say_what_they_may_take_and_stay_as_large(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, example(LAYOUTS["diagram"]))
    file = polib.pofile(str(catalog_files.start(outline, "fr")))
    said = {one.msgctxt: re.search(r"Room: about (\d+) characters at full size, (\d+)", one.comment) for one in file}
    match = said["slide-1.nodes.court.name"]
    assert match
    full, most = int(match[1]), int(match[2])

    def size(length: int) -> float:
        words = sample(Language("fr"), 100)[:length]
        write_catalog(tmp_path, entry("slide-1.nodes.court.name", "Court", words), language="fr")
        built = lay_out(outline, "fr")
        assert not [finding for finding in built.diagnostics if finding.code == "text-overflow"]
        return next(text.sizes[0] for _, shape, text in texts(built.deck) if shape.name == "Node court")

    assert size(full) == size(len("Court")) >= size(most)
