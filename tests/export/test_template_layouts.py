"""A template's own slide layouts with two texts or a picture, and its foot: filled where ours fits."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from pptx import Presentation

from deck.export.pptx import write_pptx
from deck.model.shapes import ShapeTree, TextBox
from deck.model.style import Colour
from deck.pipeline.build import Built
from tests.contrast import contrast
from tests.export.templates import built_in, replacing, template
from tests.export.test_template import entries
from tests.validator import validate

_COMPARISON = """\
      - id: change
        layout: comparison
        title: What changes
        sides:
          - {id: before, heading: Before, items: [Victims are **fined**, Nobody inspects]}
          - {id: after, heading: After, items: [Victims are **protected**, Inspectors come]}
"""
_COLUMNS = """\
      - {id: list, layout: columns, title: Who joined, items: [Albania, Chile, Fiji, Ghana, Kenya, Mexico, Nepal, Peru]}
"""
_PICTURE = """\
      - id: well
        layout: picture
        title: A well
        picture: {file: well.png, description: A well, caption: Water within reach, credit: "Photo: us"}
"""


def tree(built: Built) -> ShapeTree:
    (found,) = built.deck.slides
    return found


@pytest.mark.parametrize(
    ("slides", "name", "kinds"),
    [
        (_COMPARISON, "Comparison", ["TITLE", "BODY", "OBJECT", "BODY", "OBJECT"]),
        (_COLUMNS, "Titre et contenu", ["TITLE", "OBJECT", "OBJECT"]),
        (_PICTURE, "Picture with Caption", ["TITLE", "BODY", "PICTURE"]),
    ],
)
def test_the_templates_own_slide_layout_is_filled(slides: str, name: str, kinds: list[str], tmp_path: Path) -> None:
    data = write_pptx(built_in(tmp_path, template(), slides=slides).deck)
    (slide,) = Presentation(io.BytesIO(data)).slides
    assert slide.slide_layout.name == name
    filled = [
        each for each in slide.placeholders if each.placeholder_format.type.name not in ("FOOTER", "SLIDE_NUMBER")
    ]
    assert sorted(each.placeholder_format.type.name for each in filled) == sorted(kinds)
    of_layout = {each.placeholder_format.idx: each for each in slide.slide_layout.placeholders}
    for each in filled:
        # “Reset Slide” takes what the slide layout says: that is what stands here.
        own = of_layout[each.placeholder_format.idx]
        assert (each.left, each.top, each.width, each.height) == (own.left, own.top, own.width, own.height)
    texts = re.findall(r"<p:sp>.*?</p:sp>", entries(data)["ppt/slides/slide1.xml"].decode())
    said = [each for each in texts if 'type="sldNum"' not in each]
    assert not [each for each in said if " sz=" in each.split("<p:txBody>")[1] or "<a:solidFill>" in each]


def test_each_heading_stands_before_its_text(tmp_path: Path) -> None:
    shapes = tree(built_in(tmp_path, template(), slides=_COMPARISON)).shapes
    said = [shape.text.paragraphs[0].plain for shape in shapes if isinstance(shape, TextBox)]
    assert said[:5] == ["What changes", "Before", "Victims are fined", "After", "Victims are protected"]


_LONG = "This is said at such length that it takes four lines or more in half of a slide"


@pytest.mark.parametrize(
    "slides",
    [
        pytest.param(_COMPARISON.replace("Nobody inspects", ", ".join([_LONG] * 3)), id="no room"),
        pytest.param(_COMPARISON.replace("heading: After,", 'heading: After, glyph: "✓",'), id="a sign of its own"),
        pytest.param(_COMPARISON.replace("heading: After,", "heading: After, colour: accent3,"), id="a colour"),
        pytest.param(
            _COMPARISON.replace("items: [Victims are **fined**, Nobody inspects]", "text: Fined"), id="a text"
        ),
        pytest.param(_COLUMNS.replace("Chile", _LONG * 3).replace("Peru", _LONG * 3), id="long entries"),
        pytest.param(_COLUMNS.replace("items:", "numbered: true, items:"), id="numbers"),
        pytest.param(_PICTURE.replace("description", "fit: whole, description"), id="a whole picture"),
        pytest.param(_PICTURE.replace("description", "frame: true, description"), id="a frame"),
        pytest.param(_PICTURE.replace("title: A well", "title: A well\n        place: full-bleed"), id="a place"),
        pytest.param(_PICTURE.replace(', caption: Water within reach, credit: "Photo: us"', ""), id="nothing said"),
        pytest.param(_PICTURE.replace("title: A well", "title: A well\n        text: And more"), id="more said"),
    ],
)
def test_what_does_not_fit_there_stands_as_in_any_theme(slides: str, tmp_path: Path) -> None:
    built = built_in(tmp_path, template(), slides=slides)
    assert tree(built).slide_layout.native is None
    assert tree(built).slide_layout.joins or tree(built).slide_layout.kind != "content"


def test_a_title_too_long_for_the_templates_slot_stands_in_ours(tmp_path: Path) -> None:
    low = template(parts={"ppt/slideLayouts/slideLayout1.xml": replacing('cy="1470025"', 'cy="300000"')})
    built = built_in(tmp_path, low, slides=f"      - {{id: cover, layout: title, title: {_LONG}}}\n")
    assert tree(built).slide_layout.native is None
    assert not [each for each in built.diagnostics if each.code == "text-overflow"]


def test_a_map_says_which_serve(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("layouts: {comparison: 0, columns: 5, picture: 9}\n", encoding="utf-8")
    built = built_in(tmp_path, template(), choice="template: ours.potx, map: map.yaml")
    assert built.deck.theme.template is not None
    own = built.deck.theme.template.own
    assert "comparison" not in own
    assert own["columns"].native == "ppt/slideLayouts/slideLayout5.xml"


@pytest.mark.parametrize(
    ("date", "language", "said"),
    [("2026-05-31", "en", "May 31, 2026"), ("2026-05", "en", "May 2026"), ("2026", "ar", "2026")],
)
@pytest.mark.parametrize("slides", [_COLUMNS, _COLUMNS.replace("items:", "numbered: true, items:")])
def test_the_date_stands_where_the_template_has_it(
    slides: str, date: str, language: str, said: str, tmp_path: Path
) -> None:
    data = write_pptx(built_in(tmp_path, template(), language=language, header=f", date: {date}", slides=slides).deck)
    (slide,) = Presentation(io.BytesIO(data)).slides
    (day,) = [each for each in slide.placeholders if each.placeholder_format.type.name == "DATE"]
    assert day.text_frame.text == said


def test_without_a_date_there_is_none(tmp_path: Path) -> None:
    data = write_pptx(built_in(tmp_path, template()).deck)
    kinds = {
        each.placeholder_format.type.name
        for slide in Presentation(io.BytesIO(data)).slides
        for each in slide.placeholders
    }
    assert "FOOTER" in kinds
    assert "DATE" not in kinds


@pytest.mark.external
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_open_xml_sdk_finds_no_error(language: str, tmp_path: Path) -> None:
    slides = _COMPARISON + _COLUMNS + _PICTURE + _COLUMNS.replace("id: list", "id: counted, numbered: true")
    built = built_in(tmp_path, template(), language=language, header=", date: 2026-05-31", slides=slides)
    assert validate(write_pptx(built.deck)) == []


_THREE = """\
      - id: ways
        layout: comparison
        title: Three ways
        sides:
          - {id: one, heading: One, text: What is said of it.}
          - {id: two, heading: Two, items: [{id: a, text: A thing, items: [{id: b, text: More of it}]}]}
          - {id: three, heading: A third, text: What is said of this.}
"""


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("slides", [_COMPARISON, _THREE])
def test_without_slots_for_headings_a_comparison_is_set_as_the_template_sets_text(
    slides: str, language: str, tmp_path: Path
) -> None:
    (tmp_path / "map.yaml").write_text("layouts: {comparison: 0}\n", encoding="utf-8")
    built = built_in(
        tmp_path, template(), slides=slides, choice="template: ours.potx, map: map.yaml", language=language
    )
    slide, theme = tree(built), built.deck.theme
    assert theme.template is not None
    assert slide.slide_layout.joins == theme.template.base
    assert not [each for each in slide.slide_layout.decoration if each.name.startswith(("Side", "Cap"))]
    columns = theme.own_layout("columns")
    assert columns is not None
    wanted = [level.size for level in columns.placeholder(13).body.levels]
    texts = [shape for shape in slide.shapes if isinstance(shape, TextBox)]
    bodies = [shape for shape in texts if shape.name.startswith("Text")]
    headings = [shape for shape in texts if shape.name.startswith("Heading")]
    assert len(bodies) == len(headings) == (3 if slides is _THREE else 2)
    for shape in bodies:
        assert shape.text.sizes[0] == wanted[0]
        assert (shape.text.body.levels[0].bullet is None) == (slides is _THREE and shape.name != "Text 2")
    if slides is _COMPARISON:
        rects = [columns.placeholder(13 + at).rect for at in range(2)]
        assert all(abs(shape.rect.width - rect.width) < 200_000 for shape, rect in zip(bodies, rects, strict=True))
    for heading, body in zip(headings, bodies, strict=True):
        assert heading.text.body.levels[0].bold
        assert heading.rect.bottom <= body.rect.top
        assert heading.rect.left == body.rect.left


def test_without_a_title_slide_cover_and_end_have_the_templates_drawings(tmp_path: Path) -> None:
    slides = """\
      - {id: cover, layout: title, title: What we do in a few words, subtitle: For everyone}
      - {id: end, layout: closing, title: Thank you, text: Write to us}
"""
    (tmp_path / "map.yaml").write_text("layouts: {cover: 0}\n", encoding="utf-8")
    built = built_in(tmp_path, template(), slides=slides, choice="template: ours.potx, map: map.yaml")
    theme = built.deck.theme
    assert theme.template is not None
    for slide in built.deck.slides:
        assert slide.slide_layout.joins == theme.template.base
        assert slide.slide_layout.backdrop is theme.template.backdrop
        for shape in slide.shapes:
            if isinstance(shape, TextBox):
                assert shape.rect.top >= theme.grid.body_top * 76_200 - 1
                assert contrast(theme.rgb(shape.text.body.levels[0].colour), theme.rgb(Colour("lt1"))) >= 4.5
    assert not built.diagnostics
    written = Presentation(io.BytesIO(write_pptx(built.deck)))
    for page in written.slides:
        assert page.slide_layout.element.get("showMasterSp", "1") == "1"
        assert "Diapositive de titre" not in page.slide_layout.name


def test_a_cover_too_long_for_the_templates_own_has_its_drawings(tmp_path: Path) -> None:
    low = template(parts={"ppt/slideLayouts/slideLayout1.xml": replacing('cy="1470025"', 'cy="300000"')})
    slides = f"      - {{id: cover, layout: title, title: {_LONG}}}\n"
    built = built_in(tmp_path, low, slides=slides)
    assert built.deck.theme.template is not None
    assert tree(built).slide_layout.joins == built.deck.theme.template.base


def test_a_code_stands_before_a_logo_at_the_edge(tmp_path: Path) -> None:
    at_edge = replacing('x="8229600" y="76200"', 'x="7924800" y="5000000"')
    slides = '      - {id: end, layout: closing, title: Thank you, qr: "https://example.org"}\n'
    slide = tree(built_in(tmp_path, template(parts={"ppt/slideMasters/slideMaster1.xml": at_edge}), slides=slides))
    (ground,) = [each.rect for each in slide.shapes if each.name == "QR code ground"]
    assert slide.slide_layout.joins
    assert ground.right <= 7_924_800


@pytest.mark.parametrize("taken", [False, True])
def test_a_code_stands_beside_a_closing_title_clear_of_drawings(taken: bool, tmp_path: Path) -> None:
    """With the template's drawings, unless one of them would lie behind it."""
    # So large, and so much in the middle, that content would have too little room beside it.
    large = '<a:off x="4000000" y="1700000"/><a:ext cx="3000000" cy="3500000"/>'
    logo = replacing(r'<a:off x="8229600" y="76200"/><a:ext [^>]*/>', large) if taken else bytes
    data = template(parts={"ppt/slideMasters/slideMaster1.xml": logo})
    slides = '      - {id: end, layout: closing, title: Thank you, qr: "https://example.org"}\n'
    layout = tree(built_in(tmp_path, data, slides=slides)).slide_layout
    assert (layout.joins is None) == taken


def test_what_fills_the_templates_slot_of_text_stands_behind_all_content(tmp_path: Path) -> None:
    fill = '<a:solidFill><a:srgbClr val="F4F4F4"><a:alpha val="80000"/></a:srgbClr></a:solidFill>'
    master = "ppt/slideMasters/slideMaster1.xml"
    body = r'(<p:ph type="body".*?<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>)'
    ground = '<p:bgPr><a:solidFill><a:srgbClr val="303030"/></a:solidFill><a:effectLst/></p:bgPr>'
    change = replacing(r"(?s)" + body, r"\1" + fill)
    dark = replacing(r"(?s)<p:bgRef.*?</p:bgRef>", ground)
    data = template(parts={master: lambda blob: dark(change(blob))})
    slides = """\
      - {id: figure, layout: key-figure, title: The network, value: 400, label: Partners, items: [{id: x, text: A}]}
      - {id: list, layout: bullets, title: A list, items: [{id: y, text: B}]}
"""
    built = built_in(tmp_path, data, slides=slides)
    theme = built.deck.theme
    assert theme.template is not None
    panel = theme.template.panel
    assert panel is not None
    assert panel.fill is not None
    assert panel.fill.alpha == 80
    # Words are read on it, not on the ground behind it.
    assert not theme.is_dark
    figure, listed = built.deck.slides
    assert figure.slide_layout.decoration[0] == panel
    assert listed.slide_layout.native
    for slide in built.deck.slides:
        for shape in slide.shapes:
            if isinstance(shape, TextBox) and shape.name.startswith(("List", "Content")):
                assert panel.rect.left <= shape.rect.left
                assert shape.rect.right <= panel.rect.right


def test_cards_on_a_tinted_ground_are_a_shade_of_it(tmp_path: Path) -> None:
    ground = '<p:bgPr><a:solidFill><a:srgbClr val="DCE6F2"/></a:solidFill><a:effectLst/></p:bgPr>'
    data = template(parts={"ppt/slideMasters/slideMaster1.xml": replacing(r"(?s)<p:bgRef.*?</p:bgRef>", ground)})
    theme = built_in(tmp_path, data).deck.theme
    red, green, blue = theme.rgb(theme.grounds.card)
    assert red < green < blue


_SAID = """\
      - {id: words, layout: quote, title: The target, quote: Take immediate and effective measures., attribution: All}
      - id: ask
        layout: questions
        title: Your questions
        text: We have a quarter of an hour.
        items: [{id: a, text: Write in the chat}]
        qr: "https://example.org"
      - {id: alone, layout: questions, title: Questions}
"""
_BAND = (
    '<p:sp><p:nvSpPr><p:cNvPr id="70" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
    '<a:off x="7600000" y="0"/><a:ext cx="1544000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    '</a:prstGeom><a:solidFill><a:srgbClr val="101820"/></a:solidFill></p:spPr></p:sp>'
)


@pytest.mark.external
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("band", [False, True])
def test_quotations_and_questions_stand_on_the_templates_ground(band: bool, language: str, tmp_path: Path) -> None:
    """Among its drawings, such as a logo, and clear of them."""
    drawn = {"ppt/slideMasters/slideMaster1.xml": replacing("</p:grpSpPr>(?=<p:sp>)", f"</p:grpSpPr>{_BAND}")}
    built = built_in(tmp_path, template(parts=drawn if band else {}), language=language, slides=_SAID)
    template_ = built.deck.theme.template
    assert template_ is not None
    assert not [each for each in built.diagnostics if each.code in ("text-overflow", "low-contrast")]
    edge = 7_600_000 if band else 9_144_000
    for slide in built.deck.slides:
        assert slide.slide_layout.joins == template_.base
        for shape in slide.shapes:
            if isinstance(shape, TextBox) and shape.placeholder and shape.placeholder.type in ("title", "body"):
                left, right = shape.rect.left, shape.rect.right
                end = right if language == "en" else 9_144_000 - left
                assert end <= edge or (shape.field == "title" and slide.id == "words")
    quoted, asked, _ = built.deck.slides
    for slide in (quoted, asked):
        assert {each.type for each in slide.slide_layout.placeholders} >= {"title", "body", "ftr", "sldNum"}
    ground = built.deck.theme.rgb(Colour("lt1"))
    (words,) = [each for each in quoted.shapes if isinstance(each, TextBox) and each.field == "quote"]
    assert all(contrast(built.deck.theme.rgb(level.colour), ground) >= 4.5 for level in words.text.body.levels)
    assert validate(write_pptx(built.deck)) == []
