"""A deck carries its fonts: those that it uses, that its readers may lack, and whose makers allow it."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from pptx import Presentation

from deck.export.pptx import write_pptx
from deck.export.pptx.archive import Archive
from deck.export.pptx.lint import damage, lint
from deck.fonts import installed
from deck.ground.inputs import noted
from deck.inspecting.inspection import inspected
from deck.pipeline.build import Built, lay_out
from deck.pipeline.writing import build_decks
from tests.export.templates import built_in, replacing, template
from tests.fonts.made import font_file, opened
from tests.fonts.test_container import read
from tests.outlines import write_outline
from tests.validator import validate

WORDS = "layout: statement\ntitle: Ça va\nstatement: Zwölf Boxkämpfer jagen Viktor\n"
FONTS = "{regular: Regular.ttf, bold: Bold.ttf}"


def brand(folder: Path, embed: str = "true", allowed: int = 0, font: bytes | None = None) -> Path:
    """An outline whose theme is set in a font of its own, whose maker allows this."""
    (folder / "Regular.ttf").write_bytes(font or font_file(allowed=allowed))
    (folder / "Bold.ttf").write_bytes(font_file(allowed=allowed, bold=True))
    (folder / "brand.yaml").write_text(
        "extends: alliance\nfonts:\n  major: {latin: Brand Sans}\n  minor: {latin: Brand Sans}\n"
        f"  files:\n    Brand Sans: {FONTS}\n  embed: {embed}\n",
        encoding="utf-8",
    )
    outline = write_outline(folder, WORDS)
    text = outline.read_text(encoding="utf-8").replace("theme: alliance", "theme: brand.yaml")
    outline.write_text(text, encoding="utf-8")
    return outline


def told(built: Built) -> dict[str, str]:
    return {each.code: each.message for each in built.diagnostics if each.code.startswith("font-")}


def faces(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist() if name.endswith(".fntdata")}


def presentation_xml(data: bytes) -> str:
    with ZipFile(io.BytesIO(data)) as package:
        return package.read("ppt/presentation.xml").decode()


def test_a_deck_carries_its_fonts_whole(tmp_path: Path) -> None:
    built = lay_out(brand(tmp_path))
    assert told(built) == {}
    data = write_pptx(built.deck)
    assert [read(face).font for face in faces(data).values()] == [font_file(), font_file(bold=True)]
    xml = presentation_xml(data)
    listed = (
        '<p:embeddedFontLst><p:embeddedFont><p:font typeface="Brand Sans" panose="020B0003000000000000"'
        ' pitchFamily="34" charset="0"/><p:regular r:id="rId'
    )
    assert listed in xml
    assert xml.index("<p:notesSz") < xml.index("<p:embeddedFontLst") < xml.index("<p:defaultTextStyle")
    assert ' embedTrueTypeFonts="1">' in xml
    assert len(re.findall(r"<p:(?:regular|bold|italic|boldItalic) r:id", xml)) == 2
    assert write_pptx(built.deck) == data


@pytest.mark.external
@pytest.mark.parametrize("embed", ["true", "subset"])
def test_nobody_finds_fault_with_it(tmp_path: Path, embed: str) -> None:
    data = write_pptx(lay_out(brand(tmp_path, embed)).deck)
    assert validate(data) == []
    assert lint(data) == []
    saved = io.BytesIO()
    Presentation(io.BytesIO(data)).save(saved)
    assert faces(saved.getvalue()) == faces(data)
    assert validate(saved.getvalue()) == []


def test_a_part_of_a_font_has_what_the_deck_shows_and_what_is_typed(tmp_path: Path) -> None:
    data = write_pptx(lay_out(brand(tmp_path, "subset")).deck)
    regular, bold = (read(face) for face in faces(data).values())
    assert regular.flags == bold.flags == 1
    letters = {chr(code) for code in opened(regular.font).getBestCmap()}
    assert set("ÇaZwölfBoxkämpfer") <= letters
    assert set(map(chr, range(0x20, 0x7F))) <= letters
    assert "Ö" in letters
    assert not letters & set("ñŁŽþ")
    assert ' embedTrueTypeFonts="1" saveSubsetFonts="1">' in presentation_xml(data)
    assert write_pptx(lay_out(brand(tmp_path, "subset")).deck) == data


def test_an_outline_decides_before_its_theme(tmp_path: Path) -> None:
    outline = brand(tmp_path, "true")
    text = outline.read_text(encoding="utf-8")
    outline.write_text(text.replace("presentation:\n", "presentation:\n  fonts: {embed: false}\n"), encoding="utf-8")
    data = write_pptx(lay_out(outline).deck)
    assert faces(data) == {}
    assert ' saveSubsetFonts="1">' in presentation_xml(data)
    assert "embed" not in presentation_xml(data)


@pytest.mark.parametrize(
    ("allowed", "why"),
    [(2, "forbids to embed it without leave"), (0x200, "its bitmaps only"), (0x202, "forbids to embed it")],
)
def test_a_font_that_forbids_it_is_not_carried(tmp_path: Path, allowed: int, why: str) -> None:
    built = lay_out(brand(tmp_path, allowed=allowed))
    assert built.deck.fonts == ()
    (finding,) = (each for each in built.diagnostics if each.code == "font-not-embedded")
    assert finding.message.startswith("the deck does not carry `Brand Sans`: its file ")
    assert why in finding.message
    assert finding.span is not None
    assert (Path(finding.span.path).name, finding.span.line) == ("brand.yaml", 7)
    assert faces(write_pptx(built.deck)) == {}


@pytest.mark.parametrize("allowed", [0, 8, 0xA, 0xC, 6 | 8])
def test_fonts_that_allow_editing_are_carried_without_a_word(tmp_path: Path, allowed: int) -> None:
    built = lay_out(brand(tmp_path, allowed=allowed))
    assert told(built) == {}
    assert [each.name for each in built.deck.fonts] == ["Brand Sans"]


@pytest.mark.parametrize("allowed", [4, 6])
def test_a_font_to_show_and_print_is_carried_and_told(tmp_path: Path, allowed: int) -> None:
    built = lay_out(brand(tmp_path, allowed=allowed))
    assert list(told(built)) == ["font-read-only"]
    assert len(faces(write_pptx(built.deck))) == 2


def test_a_font_that_is_not_to_be_parted_is_carried_whole(tmp_path: Path) -> None:
    built = lay_out(brand(tmp_path, "subset", allowed=0x100))
    assert list(told(built)) == ["font-not-subset"]
    assert [read(face).flags for face in faces(write_pptx(built.deck)).values()] == [0, 0]


@pytest.mark.parametrize(
    ("font", "why"),
    [
        (font_file(postscript=True), "PostScript outlines"),
        (font_file("Other Sans"), "a font that is called “Other Sans”"),
        (b"\0\1\0\0 nothing that is a font", "cannot be read"),
        (b"ttcf", "a collection"),
    ],
)
def test_a_file_that_powerpoint_does_not_read_is_told(tmp_path: Path, font: bytes, why: str) -> None:
    built = lay_out(brand(tmp_path, font=font))
    assert built.deck.fonts == ()
    assert why in told(built)["font-not-embedded"]


def test_a_face_that_cannot_be_carried_is_left_out(tmp_path: Path) -> None:
    outline = brand(tmp_path)
    (tmp_path / "Bold.ttf").write_bytes(font_file(allowed=2, bold=True))
    built = lay_out(outline)
    assert told(built)["font-not-embedded"].startswith("the deck does not carry `Brand Sans, bold`: ")
    assert len(faces(write_pptx(built.deck))) == 1


def test_without_fonttools_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fontTools", None)
    monkeypatch.setitem(sys.modules, "fontTools.ttLib", None)
    built = lay_out(brand(tmp_path))
    (finding,) = (each for each in built.diagnostics if each.code == "font-not-embedded")
    assert finding.hint is not None
    assert "[fonts]" in finding.hint


@pytest.mark.parametrize(
    ("slide", "fonts"),
    [
        (WORDS, "`Calibri`"),
        ("layout: text\ntitle: Code\ntext: |\n  Run `make`.\n", "`Calibri`, `Consolas`"),
        ("layout: equation\ntitle: Area\ntex: A = \\pi r^2\n", "`Calibri`, `Cambria Math`"),
    ],
)
def test_fonts_of_windows_and_office_are_not_carried_and_told_once(tmp_path: Path, slide: str, fonts: str) -> None:
    outline = write_outline(tmp_path, slide)
    text = outline.read_text(encoding="utf-8")
    outline.write_text(text.replace("presentation:\n", "presentation:\n  fonts: {embed: true}\n"), encoding="utf-8")
    built = lay_out(outline)
    (finding,) = (each for each in built.diagnostics if each.code == "font-not-embedded")
    assert finding.message.startswith(f"the deck does not carry {fonts}: part of Windows or Office")
    assert finding.span is not None
    assert Path(finding.span.path).name == outline.name
    assert built.deck.fonts == ()


def test_all_fonts_that_are_not_carried_are_in_one_finding(tmp_path: Path) -> None:
    outline = brand(tmp_path, allowed=2)
    text = outline.read_text(encoding="utf-8")
    outline.write_text(text.replace("Boxkämpfer", "`Boxkämpfer`"), encoding="utf-8")
    (finding,) = (each for each in lay_out(outline).diagnostics if each.code == "font-not-embedded")
    assert "`Brand Sans`: its file forbids" in finding.message
    assert "; `Consolas`: part of Windows or Office" in finding.message


def test_fonttools_prints_nothing(tmp_path: Path) -> None:
    from fontTools.ttLib import TTFont

    aged = TTFont(io.BytesIO(font_file()), recalcTimestamp=False)
    aged["head"].created = 1
    written = io.BytesIO()
    aged.save(written)
    (tmp_path / "Aged.ttf").write_bytes(written.getvalue())
    script = (
        "from pathlib import Path; from deck.fonts import container, description, embeddable, installed;"
        "font = installed('Brand Sans', [Path('.').resolve()]).regular;"
        "embeddable(font, 'Brand Sans'); description(font); container(font, subset=False)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout + done.stderr == ""


def test_a_font_of_this_machine_is_carried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    (fonts / "one.ttf").write_bytes(font_file())
    (fonts / "two.TTF").write_bytes(font_file(bold=True))
    (fonts / "damaged.ttf").write_bytes(b"nothing")
    found = installed("brand sans", [fonts])
    assert found is not None
    assert (found.regular, found.bold, found.italic) == (font_file(), font_file(bold=True), None)
    assert installed("Another Sans", [fonts]) is None
    monkeypatch.setattr("deck.fonts.machine.system_directories", lambda: (fonts,))
    outline = brand(tmp_path)
    theme = tmp_path / "brand.yaml"
    theme.write_text(theme.read_text("utf-8").replace(f"  files:\n    Brand Sans: {FONTS}\n", ""), encoding="utf-8")
    assert [each.file.bold for each in lay_out(outline).deck.fonts] == [font_file(bold=True)]


def test_a_font_of_a_collection_is_carried_alone(tmp_path: Path) -> None:
    from fontTools.ttLib.ttCollection import TTCollection

    collection = TTCollection()
    collection.fonts = [opened(font_file("Other Sans")), opened(font_file()), opened(font_file(bold=True))]
    collection.save(str(tmp_path / "fonts.ttc"))
    with noted() as inputs:
        found = installed("Brand Sans", [tmp_path])
    assert found is not None
    assert found.bold is not None
    assert tmp_path / "fonts.ttc" in inputs
    for face, style in ((found.regular, "Regular"), (found.bold, "Bold")):
        assert opened(face)["name"].getDebugName(4) == f"Brand Sans {style}"


def test_a_font_of_which_there_is_no_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deck.fonts.machine.system_directories", lambda: ())
    outline = brand(tmp_path)
    theme = tmp_path / "brand.yaml"
    theme.write_text(theme.read_text("utf-8").replace(f"  files:\n    Brand Sans: {FONTS}\n", ""), encoding="utf-8")
    assert "no file of it is named" in told(lay_out(outline))["font-not-embedded"]


def test_an_inspector_misses_no_font_and_a_record_holds(tmp_path: Path) -> None:
    outline = brand(tmp_path)
    (written,) = build_decks(outline, tmp_path / "dist")
    assert "uncommon-font" not in {each.code for each in inspected(written.path).remarks}
    (again,) = build_decks(outline, tmp_path / "dist")
    assert again.path.read_bytes() == written.path.read_bytes()
    deck = Presentation(str(written.path))
    deck.slides[0].shapes.title.text_frame.text = "Our own title"
    deck.save(str(written.path))
    with pytest.raises(Exception, match="was edited"):
        build_decks(outline, tmp_path / "dist")


def test_a_template_s_fonts_and_those_of_the_deck_are_carried_together(tmp_path: Path) -> None:
    (tmp_path / "Regular.ttf").write_bytes(font_file())
    (tmp_path / "map.yaml").write_text("fonts: {files: {Brand Sans: {regular: Regular.ttf}}}\n", encoding="utf-8")
    carried = b'<p:embeddedFont><p:font typeface="Own Sans"/><p:regular r:id="rIdFont"/></p:embeddedFont>'

    def with_font(main: bytes) -> bytes:
        size = re.search(rb"<p:notesSz[^>]*/>", main)
        assert size
        listed = size.group() + b"<p:embeddedFontLst>" + carried + b"</p:embeddedFontLst>"
        return main.replace(size.group(), listed, 1)

    def related(relations: bytes) -> bytes:
        kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
        one = b'<Relationship Id="rIdFont" Type="' + kind + b'" Target="fonts/font1.fntdata"/>'
        return relations.replace(b"</Relationships>", one + b"</Relationships>")

    def typed(types: bytes) -> bytes:
        one = b'<Default Extension="fntdata" ContentType="application/x-fontdata"/>'
        return types.replace(b"<Default ", one + b"<Default ", 1)

    own = template(
        parts={
            "ppt/theme/theme1.xml": replacing('latin typeface="Calibri"', 'latin typeface="Brand Sans"'),
            "ppt/presentation.xml": with_font,
            "ppt/_rels/presentation.xml.rels": related,
            r"\[Content_Types\].xml": typed,
        },
        added={"ppt/fonts/font1.fntdata": b"the template's own"},
    )
    choice = "template: ours.potx, map: map.yaml}, fonts: {embed: true"
    built = built_in(tmp_path, own, choice=choice)
    assert told(built) == {}
    data = write_pptx(built.deck)
    first, second = faces(data).values()
    assert first == b"the template's own"
    assert read(second).font == font_file()
    archive = Archive(data)
    assert archive.values("ppt/presentation.xml", "//p:embeddedFont/p:font/@typeface") == ["Own Sans", "Brand Sans"]
    assert damage(archive) == []


def test_the_face_that_allows_least_decides(tmp_path: Path) -> None:
    outline = brand(tmp_path, "subset")
    (tmp_path / "Bold.ttf").write_bytes(font_file(allowed=0x104, bold=True))
    built = lay_out(outline)
    assert sorted(told(built)) == ["font-not-subset", "font-read-only"]
    assert [read(face).font for face in faces(write_pptx(built.deck)).values()] == [
        font_file(),
        font_file(allowed=0x104, bold=True),
    ]


@pytest.mark.parametrize("embed", ["true", "subset"])
def test_a_font_with_a_damaged_table_is_carried_as_it_is(tmp_path: Path, embed: str) -> None:
    font = bytearray(font_file())
    place = opened(font_file()).reader.tables["glyf"].offset
    font[place : place + 40] = b"\xff" * 40
    built = lay_out(brand(tmp_path, embed, font=bytes(font)))
    data = write_pptx(built.deck)
    assert next(iter(faces(data).values()))
    assert write_pptx(built.deck) == data


def test_the_font_of_another_script_is_carried_where_it_is_shown(tmp_path: Path) -> None:
    outline = brand(tmp_path)
    (tmp_path / "Arabic.ttf").write_bytes(font_file("Brand Arabic"))
    theme = tmp_path / "brand.yaml"
    text = theme.read_text(encoding="utf-8").replace(
        "  minor: {latin: Brand Sans}\n",
        "  minor: {latin: Brand Sans, complex_script: Brand Arabic, scripts: {Arab: Brand Arabic}}\n",
    )
    text = text.replace("  files:\n", "  files:\n    Brand Arabic: {regular: Arabic.ttf}\n")
    theme.write_text(text, encoding="utf-8")
    assert [each.name for each in lay_out(outline).deck.fonts] == ["Brand Sans"]
    arabic = outline.read_text(encoding="utf-8").replace("Zwölf", "سلام")
    outline.write_text(arabic, encoding="utf-8")
    assert [each.name for each in lay_out(outline).deck.fonts] == ["Brand Sans", "Brand Arabic"]
    outline.write_text(arabic.replace("language: en", "language: ar"), encoding="utf-8")
    assert {each.name for each in lay_out(outline).deck.fonts} == {"Brand Sans", "Brand Arabic"}
