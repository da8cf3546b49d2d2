"""Decks in a presenter's own template: what is understood of it, and what stays as it is."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.shapes.connector import Connector
from pptx.shapes.group import GroupShape

from deck.checks.contrast import low_contrast
from deck.cli import main
from deck.export.pptx import write_pptx
from deck.ground.diagnostics import DeckError, has_errors
from deck.model.shapes import TextBox
from tests.export.templates import PRESENTATION_TYPE, TEMPLATE_TYPE, built_in, replacing, template
from tests.themes.looks import font_file
from tests.validator import validate

_ADDED = re.compile(rb'<p:sldLayoutId xmlns:p="[^"]*" xmlns:r="[^"]*" id="\d+" r:id="\w+"/>')


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()


def test_masters_layouts_themes_and_media_stay_byte_for_byte(tmp_path: Path) -> None:
    data = template()
    before, after = entries(data), entries(write_pptx(built_in(tmp_path, data).deck))
    kept = [
        name
        for name in before
        if re.match(r"ppt/(slideLayouts|theme|media|notesMasters|handoutMasters|fonts)/[^_]", name)
    ]
    assert len(kept) >= 14
    for name in kept:
        assert after[name] == before[name], name
    master = "ppt/slideMasters/slideMaster1.xml"
    assert len(_ADDED.findall(after[master])) >= 3
    # Nothing but the entries of the slide layouts that joined it.
    assert _ADDED.sub(b"", after[master]) == before[master]


def test_own_slide_layouts_are_filled_and_the_others_join(tmp_path: Path) -> None:
    written = Presentation(io.BytesIO(write_pptx(built_in(tmp_path, template()).deck)))
    layouts = {slide.name: slide.slide_layout for slide in written.slides}
    assert layouts["cover"].name == "Diapositive de titre"
    assert layouts["part"].name == "En-tête de section"
    assert layouts["list"].name == "Titre et contenu"
    assert layouts["end"].name == "Diapositive de titre"
    assert layouts["figure"].name == "Key figure, list"
    assert {layout.slide_master.part.partname for layout in layouts.values()} == {"/ppt/slideMasters/slideMaster1.xml"}
    # Of two slide layouts with one name, the one with a single text.
    assert [each.placeholder_format.type.name for each in layouts["list"].placeholders][:2] == ["TITLE", "OBJECT"]


def test_reset_slide_changes_nothing(tmp_path: Path) -> None:
    """What fills a slot of the template's own says neither where it stands nor how it looks."""
    after = entries(write_pptx(built_in(tmp_path, template()).deck))
    cover, listed = after["ppt/slides/slide1.xml"], after["ppt/slides/slide3.xml"]
    for slide in (cover, listed):
        assert b"<p:spPr></p:spPr>" in slide
    boxes = re.findall(rb"<p:sp>.*?</p:sp>", listed)
    text = next(each for each in boxes if b"first thing" in each)
    assert b"<a:xfrm>" not in text
    assert b" sz=" not in text
    assert b"<a:solidFill>" not in text
    assert b"<a:bodyPr/>" in text


def test_example_slides_and_their_notes_are_left_out(tmp_path: Path) -> None:
    data = write_pptx(built_in(tmp_path, template()).deck)
    assert not [name for name, blob in entries(data).items() if b"example" in blob.lower()]
    assert len(Presentation(io.BytesIO(data)).slides) == 7


def test_the_same_template_gives_the_same_bytes(tmp_path: Path) -> None:
    data = template()
    assert write_pptx(built_in(tmp_path, data).deck) == write_pptx(built_in(tmp_path, data).deck)


def test_the_master_gives_places_sizes_and_colours(tmp_path: Path) -> None:
    theme = built_in(tmp_path, template()).deck.theme
    assert (theme.grid.width, theme.grid.height) == (120, 90)
    assert theme.styles["title"].size == 44
    assert [theme.styles[f"body-{level}"].size for level in (1, 2, 3)] == [32, 28, 24]
    assert theme.grid.margin == pytest.approx(7.2, abs=0.01)
    assert theme.palette["dk2"] == "1F497D"
    assert theme.template is not None
    assert set(theme.template.own) == {"text", "cover", "divider", "comparison", "columns", "picture"}


def test_a_logo_in_the_way_is_kept_clear(tmp_path: Path) -> None:
    """A picture over the lower right of the text: the slot is not filled, and all else stays beside it."""
    over = template(
        parts={"ppt/slideMasters/slideMaster1.xml": replacing('x="8229600" y="76200"', 'x="7924800" y="3500000"')}
    )
    built = built_in(tmp_path, over)
    assert built.deck.theme.template is not None
    assert "text" not in built.deck.theme.template.own
    for slide in built.deck.slides:
        if slide.slide_layout.joins:
            for shape in slide.shapes:
                if isinstance(shape, TextBox) and shape.placeholder and shape.placeholder.type == "body":
                    assert shape.rect.right <= 7_924_800


def test_a_low_template_is_understood_as_if_it_were_as_high_as_any(tmp_path: Path) -> None:
    """Ten inches wide and 16:9, as one suite saves it: type and places come out in its own measure."""

    def low(made: Presentation) -> None:  # type: ignore[valid-type]
        made.slide_height = 5_143_500  # type: ignore[attr-defined]

    built = built_in(tmp_path, template(low))
    theme = built.deck.theme
    assert (theme.grid.width, theme.grid.height) == (pytest.approx(160), 90)
    assert theme.styles["title"].size == pytest.approx(44 * 4 / 3)
    written = Presentation(io.BytesIO(write_pptx(built.deck)))
    assert (written.slide_width, written.slide_height) == (9_144_000, 5_143_500)
    for slide in written.slides:
        for shape in slide.shapes:
            assert shape.left + shape.width <= 9_144_000
            assert shape.top + shape.height <= 6_900_000


DIAGRAM = """\
      - id: way
        layout: diagram
        title: The way
        nodes: [{id: a, name: Start}, {id: b, name: Middle}, {id: c, name: End}, {id: d, name: Aside}]
        edges: [{id: x, joins: a -> b}, {id: y, joins: b -> c}, {id: z, joins: a -> d}]
"""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_in_a_low_template_lines_end_at_the_shapes_that_they_join(tmp_path: Path, language: str) -> None:
    def low(made: Presentation) -> None:  # type: ignore[valid-type]
        made.slide_height = 5_143_500  # type: ignore[attr-defined]

    built = built_in(tmp_path, template(low), language=language, slides=DIAGRAM)
    (group,) = (
        shape
        for shape in Presentation(io.BytesIO(write_pptx(built.deck))).slides[0].shapes
        if isinstance(shape, GroupShape)
    )
    lines = [shape for shape in group.shapes if isinstance(shape, Connector)]
    boxes = [shape for shape in group.shapes if shape.name.startswith("Node ")]
    assert (len(lines), len(boxes)) == (3, 4)
    for line in lines:
        for x, y in ((line.begin_x, line.begin_y), (line.end_x, line.end_y)):
            assert any(
                abs(x - edge) < 20 and box.top - 20 < y < box.top + box.height + 20
                for box in boxes
                for edge in (box.left, box.left + box.width)
            ) or any(
                abs(y - edge) < 20 and box.left - 20 < x < box.left + box.width + 20
                for box in boxes
                for edge in (box.top, box.top + box.height)
            )


@pytest.mark.parametrize("file", ["ours.potx", "ours.pptx", "ours.ppsx"])
def test_templates_of_each_kind_become_presentations(file: str, tmp_path: Path) -> None:
    kind = {"potx": TEMPLATE_TYPE, "ppsx": TEMPLATE_TYPE.replace("template", "slideshow")}.get(
        file[-4:], PRESENTATION_TYPE
    )
    data = template(parts={r"\[Content_Types\]\.xml": replacing(re.escape(PRESENTATION_TYPE), kind)})
    written = write_pptx(built_in(tmp_path, data, file).deck)
    assert PRESENTATION_TYPE.encode() in entries(written)["[Content_Types].xml"]


_MASTER, _THEME = "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme[0-9]+.xml"


def _empty(_: bytes) -> bytes:
    return b"<nothing"


def _without(name: str) -> Callable[[bytes], bytes]:
    return replacing(rf"(?s)<[ap]:{name}\b(?:[^>]*/>|.*</[ap]:{name}>)", "")


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "template-format", "encrypted, or of PowerPoint before 2007"),
        (lambda: b"no package at all", "template-format", "not a PowerPoint file"),
        (lambda: zipped({"notes.txt": b"x"}), "template-format", "not a PowerPoint file"),
        (
            lambda: template(parts={_THEME: replacing(r"(<a:theme\b)", r"<!DOCTYPE a:theme>\1")}),
            "template-damaged",
            "theme1.xml: it has a `<!DOCTYPE>`",
        ),
        (lambda: template()[:9000], "template-damaged", "is damaged"),
        (lambda: template(parts={_MASTER: _empty}), "template-damaged", "is damaged"),
        (lambda: template(parts={_THEME: _without("clrScheme")}), "template-damaged", "has no a:clrScheme"),
        (lambda: template(parts={_MASTER: _without("clrMap")}), "template-damaged", "has no p:clrMap"),
        (lambda: template(added={"ppt/vbaProject.bin": b"x"}), "template-macros", "has macros"),
        (
            lambda: template(
                parts={
                    r"\[Content_Types\]\.xml": replacing(
                        "presentationml.presentation.main", "wordprocessingml.document.main"
                    )
                }
            ),
            "template-format",
            "a Word document",
        ),
        (
            lambda: template(
                parts={
                    "ppt/slide(Layouts|Masters)/[^/]*xml": replacing('type="(ctrTitle|title)"', 'type="body" idx="77"')
                }
            ),
            "template-title",
            "has a title",
        ),
    ],
)
def test_what_cannot_serve_is_told(data: Callable[[], bytes], code: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as raised:
        built_in(tmp_path, data())
    (found,) = raised.value.diagnostics
    assert found.code == code
    assert words in found.message
    assert found.span is not None
    assert found.span.line == 2


_STRICT = {
    "http://schemas.openxmlformats.org/(presentationml|drawingml)/2006/main": r"http://purl.oclc.org/ooxml/\1/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/": "http://purl.oclc.org/ooxml/officeDocument/",
}


def _strict(blob: bytes) -> bytes:
    for usual, new in _STRICT.items():
        blob = replacing(usual, new)(blob)
    return blob


def _of_main(kind: str) -> bytes:
    types = replacing(re.escape(PRESENTATION_TYPE), f"application/vnd.openxmlformats-officedocument.{kind}+xml")
    return template(parts={r"\[Content_Types\]\.xml": types})


@pytest.mark.parametrize(
    ("file", "data", "is_what", "to_do"),
    [
        (
            "ours.otp",
            lambda: zipped(
                {"mimetype": b"application/vnd.oasis.opendocument.presentation-template", "content.xml": b"<a/>"}
            ),
            "an OpenDocument presentation",
            "soffice --headless --convert-to pptx ours.otp",
        ),
        (
            "ours.fodp",
            lambda: b'<office:document office:mimetype="application/vnd.oasis.opendocument.presentation"/>',
            "an OpenDocument presentation",
            "save it there as “PowerPoint 2007-365",
        ),
        ("ours.key", lambda: zipped({"Index/Document.iwa": b"x"}), "a presentation of Keynote’s", "File, Export To"),
        (
            "ours.gslides",
            lambda: b'{"doc_id": "abc", "email": ""}',
            "but a link to a presentation online",
            "File, Download",
        ),
        ("ours.thmx", lambda: _of_main("themeManager"), "a theme of Office’s", "Browse for Themes"),
        (
            "ours.pptx",
            lambda: template(parts={r"(?!\[).*\.(xml|rels)": _strict}),
            "a “Strict Open XML Presentation”",
            "save it in PowerPoint as “PowerPoint Template",
        ),
    ],
)
def test_of_another_programs_file_it_is_told_how_a_template_is_made(
    file: str, data: Callable[[], bytes], is_what: str, to_do: str, tmp_path: Path
) -> None:
    with pytest.raises(DeckError) as raised:
        built_in(tmp_path, data(), file, choice=f"name: {file}")
    (found,) = raised.value.diagnostics
    assert found.code == "template-format"
    assert found.message.startswith(f"{file} is {is_what}")
    assert found.hint is not None
    assert to_do in found.hint


def test_a_deck_that_is_read_from_right_to_left_mirrors_the_template(tmp_path: Path) -> None:
    data = template()
    after = entries(write_pptx(built_in(tmp_path, data, language="ar").deck))
    master = after["ppt/slideMasters/slideMaster1.xml"].decode()
    assert 'x="152400" y="76200"' in master
    assert "flipH" not in master
    assert 'rtl="1"' in master
    assert 'rtl="0"' not in master
    assert b' rtl="1"' in after["ppt/presentation.xml"][:2000]
    logo = next(name for name in after if name.startswith("ppt/media/"))
    assert after[logo] == entries(data)[logo]


@pytest.mark.external
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_open_xml_sdk_finds_no_error(language: str, tmp_path: Path) -> None:
    built = built_in(tmp_path, template(), language=language)
    assert not has_errors(built.diagnostics)
    assert validate(write_pptx(built.deck)) == []


def test_a_map_corrects_which_slide_layout_serves_for_what(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("layouts: {cover: 3, divider: 0, base: 2}\n", encoding="utf-8")
    built = built_in(tmp_path, template(), choice="template: ours.potx, map: map.yaml")
    assert built.deck.theme.template is not None
    own = built.deck.theme.template.own
    assert own["cover"].native == "ppt/slideLayouts/slideLayout3.xml"
    assert "divider" not in own
    assert built.deck.theme.template.base == "ppt/slideLayouts/slideLayout2.xml"


@pytest.mark.parametrize(
    ("line", "words"),
    [("cover: 12", "has 11 slide layouts, and this is number 12"), ("text: 6", "has no slot for a text")],
)
def test_a_map_that_cannot_be_followed_is_told(line: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(f"layouts:\n  {line}\n", encoding="utf-8")
    with pytest.raises(DeckError) as raised:
        built_in(tmp_path, template(), choice="template: ours.potx, map: map.yaml")
    (found,) = raised.value.diagnostics
    assert words in found.message
    assert found.span is not None
    assert (Path(found.span.path).name, found.span.line) == ("map.yaml", 2)


def test_a_fonts_file_measures_the_template(tmp_path: Path) -> None:
    own = template(parts={"ppt/theme/theme1.xml": replacing('latin typeface="Calibri"', 'latin typeface="Brand Sans"')})
    assert "unknown-font" in {each.code for each in built_in(tmp_path, own).diagnostics}
    (tmp_path / "Brand.ttf").write_bytes(font_file(500))
    (tmp_path / "map.yaml").write_text("fonts: {files: {Brand Sans: {regular: Brand.ttf}}}\n", encoding="utf-8")
    built = built_in(tmp_path, own, choice="template: ours.potx, map: map.yaml")
    assert "unknown-font" not in {each.code for each in built.diagnostics}


def test_the_command_shows_what_was_understood(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, page, corrected = (tmp_path / name for name in ("ours.potx", "page.html", "map.yaml"))
    file.write_bytes(template())
    assert main(["template", str(file), "--page", str(page), "--map", str(corrected)]) == 0
    shown = capsys.readouterr().out
    assert re.search(r"1 +Diapositive de titre +title, subtitle +title slide, closing", shown)
    assert re.search(r"6 +Titre seul +title +all others join it", shown)
    assert page.read_text("utf-8").count("<figure>") == 11
    assert "  text: 2  # Titre et contenu: title and text\n" in corrected.read_text("utf-8")
    # What it wrote changes nothing, and is not written over.
    assert main(["template", str(file), "--with", str(corrected)]) == 0
    assert capsys.readouterr().out in shown
    assert main(["template", str(file), "--map", str(corrected)]) == 1


def test_words_stay_readable_on_the_templates_own_ground(tmp_path: Path) -> None:
    """Of pale accents, darker shades are set; on a dark drawing that covers the slide, all is light."""
    pale = replacing("<a:accent1>.*?</a:accent1>", '<a:accent1><a:srgbClr val="F7C948"/></a:accent1>')
    built = built_in(tmp_path, template(parts={"ppt/theme/theme1.xml": pale}))
    assert not [each for each in built.diagnostics if each.code == "low-contrast"]
    assert b'<a:schemeClr val="accent1"><a:lumMod' in b"".join(entries(write_pptx(built.deck)).values())
    fill = '<a:solidFill><a:srgbClr val="101820"/></a:solidFill>'
    cover = (
        '</p:grpSpPr><p:sp><p:nvSpPr><p:cNvPr id="77" name="Ground"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="9144000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom>{fill}</p:spPr></p:sp>"
    )
    drawn = {"ppt/slideMasters/slideMaster1.xml": replacing("</p:grpSpPr>", cover)}
    assert built_in(tmp_path, template(parts=drawn)).deck.theme.is_dark


def test_the_command_says_who_has_the_fonts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, font, said in (
        ("one", "Calibri", "fonts     Calibri (with Windows or Office)\n"),
        ("two", "Verdana", "fonts     Verdana (with Windows or Office)\n"),
        ("three", "Brand Sans", "fonts     Brand Sans (not everywhere; measured with room to spare)\n"),
    ):
        path = tmp_path / f"{name}.potx"
        theme = replacing('latin typeface="Calibri"', f'latin typeface="{font}"')
        path.write_bytes(template(parts={"ppt/theme/theme1.xml": theme}))
        assert main(["template", str(path)]) == 0
        assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "change", "shown"),
    [
        ("tx1", '<a:tint val="75000"/>', 0x89),
        ("tx1", '<a:tint val="50000"/>', 0xBC),
        ("bg1", '<a:shade val="75000"/>', 0xE1),
        ("bg1", '<a:shade val="50000"/>', 0xBC),
        ("tx1", '<a:tint val="100000"/>', 0),
        ("tx1", '<a:lumMod val="75000"/><a:lumOff val="25000"/>', 0x40),
    ],
)
def test_tints_and_shades_mix_light(tmp_path: Path, name: str, change: str, shown: int) -> None:
    foot = f'<a:schemeClr val="{name}">{change}</a:schemeClr>'
    tinted = '<a:schemeClr val="tx1"><a:tint val="75000"/></a:schemeClr>'
    data = template(parts={"ppt/slideMasters/slideMaster1.xml": replacing(tinted, foot)})
    theme = built_in(tmp_path, data).deck.theme
    assert theme.template is not None
    (footer,) = (slot for slot in theme.template.footers if slot.type == "ftr")
    assert theme.rgb(footer.body.levels[0].colour) == pytest.approx((shown,) * 3, abs=2)


_LISTS_WITH_TEXT = """\
      - id: words
        layout: text
        title: A text
        text: |
          What is said over it.

          - The first
            - Under that
          - The second

          > [!NOTE]
          > What is to be noted.

          ```python
          print(1)
          ```
      - id: beside
        layout: picture
        title: A picture
        picture: {file: well.png, description: A well}
        text: What is said beside it.
        items: [{id: a, text: The first, items: [{id: b, text: Under that}]}]
      - id: figure
        layout: key-figure
        title: The network
        value: 400
        label: Partners
        items: [{id: x, text: A, items: [{id: y, text: B}]}]
      - id: sides
        layout: comparison
        title: Three ways
        sides:
          - {id: one, heading: One, text: What is said of it.}
          - {id: two, heading: Two, items: [{id: p, text: The first, items: [{id: q, text: Under that}]}]}
          - {id: three, heading: Three, text: What is said of this.}
"""


def test_a_list_with_a_text_is_as_large_as_that(tmp_path: Path) -> None:
    deck = built_in(tmp_path, template(), slides=_LISTS_WITH_TEXT).deck
    sizes = {
        (slide.slide, shape.name): [shape.text.sizes[each.level] for each in shape.text.paragraphs]
        for slide in deck.slides
        for shape in slide.shapes
        if isinstance(shape, TextBox)
    }
    said, first, under, second = sizes["words", "Text"]
    assert said == pytest.approx(first, abs=0.5)
    assert first == second
    assert 0.75 * first < under < first
    (note,) = sizes["words", "Note 2"]
    assert 0.8 * said < note <= said
    said, first, under = sizes["beside", "Text"]
    assert said == pytest.approx(first, abs=0.5)
    assert 0.75 * first < under < first
    entry, below = sizes["figure", "List 1"]
    assert below < entry
    (said,), (first, under) = sizes["sides", "Text 1"], sizes["sides", "Text 2"]
    assert said == pytest.approx(first, abs=0.5)
    assert 0.75 * first < under < first


def test_a_faint_foot_is_told(tmp_path: Path) -> None:
    built = built_in(tmp_path, template())
    found = [each for each in low_contrast(built.deck, built.presentation) if "slide master" in (each.hint or "")]
    assert found
    assert "its contrast is 3.5 : 1; 4.5 : 1 is the least" in found[0].message


def _document() -> bytes:
    types = replacing("presentationml.presentation.main", "wordprocessingml.document.main")
    return template(parts={r"\[Content_Types\]\.xml": types})


_OPEN_DOCUMENT = {"mimetype": b"application/vnd.oasis.opendocument.presentation", "content.xml": b"<a/>"}


@pytest.mark.parametrize("choice", ["template: {}", "name: {}"])
@pytest.mark.parametrize(
    ("file", "data", "code"),
    [
        ("ours.otp", lambda: zipped(_OPEN_DOCUMENT), "template-format"),
        ("ours.odp", lambda: zipped(_OPEN_DOCUMENT), "template-format"),
        ("ours.key", lambda: zipped({"Index/Document.iwa": b"x"}), "template-format"),
        ("ours.docx", _document, "template-format"),
        ("ours.pdf", lambda: b"%PDF-1.7", "template-format"),
        ("ours.ppt", lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "template-format"),
        ("ours.pptx", lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "template-format"),
        ("damaged.pptx", lambda: template()[:9000], "template-damaged"),
        ("ours.potx", None, "file-unreadable"),
        ("ours", None, "file-unreadable"),
    ],
)
def test_whatever_is_named_is_told_once_for_what_it_is(
    choice: str, file: str, data: Callable[[], bytes] | None, code: str, tmp_path: Path
) -> None:
    """Whether it is named as a template or as a theme; without `data` it is a folder."""
    if data is None:
        (tmp_path / file).mkdir()
    other = "other.potx" if data is None else file
    with pytest.raises(DeckError) as raised:
        built_in(tmp_path, data() if data else b"", other, choice=choice.format(file))
    (found,) = raised.value.diagnostics
    assert (found.code, bool(found.hint)) == (code, True)
    assert file in found.message
    assert found.span is not None
    assert (Path(found.span.path).name, found.span.line) == ("outline.yaml", 2)


@pytest.mark.parametrize(
    ("theme", "code", "hint"),
    [
        ("template: ours.otp\n", "unknown-field", "`theme: {template: ours.otp}`"),
        ("extends: alliance\ntemplate: ours.otp\n", "unknown-field", "`theme: {template: ours.otp}`"),
        ("template: [ours.otp]\npalette: {}\n", "unknown-field", "`theme: {template: ours.potx}`"),
        ("extends: ours.potx\n", "unknown-theme", "`theme: {template: ours.potx}`"),
        ("extends: {template: ours.potx}\n", "unknown-theme", "`theme: {template: ours.potx}`"),
        ("extends: {name: alliance}\n", "unknown-theme", "`extends: alliance`"),
        ("layouts: {cover: 1}\n", "missing-field", "`extends: alliance`"),
        ("presentation: {}\nsections: []\n", "missing-field", "`extends: alliance`"),
    ],
)
def test_a_theme_file_that_was_meant_for_something_else_has_one_finding(
    theme: str, code: str, hint: str, tmp_path: Path
) -> None:
    (tmp_path / "mine.yaml").write_text(theme, encoding="utf-8")
    with pytest.raises(DeckError) as raised:
        built_in(tmp_path, template(), choice="name: mine.yaml")
    (found,) = raised.value.diagnostics
    assert found.code == code
    assert hint in (found.hint or "")


def test_a_theme_file_in_the_place_of_a_template_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("extends: alliance\n", encoding="utf-8")
    with pytest.raises(DeckError) as raised:
        built_in(tmp_path, template(), choice="template: mine.yaml")
    (found,) = raised.value.diagnostics
    assert (found.code, found.hint) == (
        "template-format",
        "name it in the place of the template: `theme: mine.yaml`",
    )


@pytest.mark.parametrize(
    ("choice", "code", "words", "hint"),
    [
        ("name: alliance, template: ours.potx", "invalid-value", "names both", "changed in PowerPoint"),
        ("name: mine.yaml, template: ours.potx", "invalid-value", "names both", "changed in PowerPoint"),
        ("name: alliance, map: map.yaml", "template-map", "alliance is none", "leave `map:` out"),
        ("name: mine.yaml, map: map.yaml", "template-map", "mine.yaml is none", "leave `map:` out"),
        ("map: map.yaml", "invalid-value", "one theme or one template", "write `theme: alliance`"),
        ("template: ours.potx, palette: {accent1: C00000}", "unknown-field", "no field `palette`", "`template`"),
    ],
)
def test_a_theme_beside_a_template_is_told(choice: str, code: str, words: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("extends: alliance\n", encoding="utf-8")
    (tmp_path / "map.yaml").write_text("layouts: {text: 2}\n", encoding="utf-8")
    with pytest.raises(DeckError) as raised:
        built_in(tmp_path, template(), choice=choice)
    (found,) = raised.value.diagnostics
    assert found.code == code
    assert words in found.message
    assert hint in (found.hint or "")


def test_a_template_in_a_themes_place_may_have_a_map(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("layouts: {text: 0}\n", encoding="utf-8")
    theme = built_in(tmp_path, template(), choice="name: ours.potx, map: map.yaml").deck.theme
    assert theme.template is not None
    assert "text" not in theme.template.own
