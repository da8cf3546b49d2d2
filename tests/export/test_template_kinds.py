"""Templates as other programs save them, and of every odd shape that was met: each is filled, or says what to do."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Emu

from deck.export.pptx import archive, write_pptx
from deck.export.pptx.template import backdrops, opened_template
from deck.ground.diagnostics import DeckError, has_errors
from deck.images import painting, shown
from deck.model.shapes import AutoShape, Group, Shape, TextBox
from deck.pipeline.build import Built
from tests.export.templates import built_in, replacing, template
from tests.export.test_backdrops import preset, shape, solid, xfrm
from tests.export.test_template import entries
from tests.validator import validate

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MASTER_ID = 2_147_490_001
_NAMESPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_MASTER = "ppt/slideMasters/slideMaster1.xml"
_LAYOUT = r"ppt/slideLayouts/slideLayout\d+\.xml"
_SAMPLE = (
    '<a:r><a:rPr lang="en-US" sz="{size}" b="1"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:rPr>'
    "<a:t>Sample</a:t></a:r>"
)


def sampled(size: int = 3200, colour: str = "204060") -> bytes:
    """As LibreOffice saves: a master without styles of text, and samples that show how text is meant to look."""
    sample = _SAMPLE.format(size=size, colour=colour)
    run = (
        r"(?s)(<p:ph type=\"(?:title|body|ctrTitle|subTitle)\"(?:(?!</p:sp>).)*?<a:p>(?:<a:pPr[^>]*/>)?)<a:r>.*?</a:r>"
    )

    def changed(blob: bytes) -> bytes:
        return replacing(run, rf"\g<1>{sample}")(replacing("(?s)<p:txStyles>.*?</p:txStyles>", "")(blob))

    return template(parts={_MASTER: changed, _LAYOUT: replacing(run, rf"\g<1>{sample}")})


def texts(built: Built, slide: str) -> dict[str, TextBox]:
    (tree,) = [each for each in built.deck.slides if each.id == slide]
    return {each.placeholder.type: each for each in tree.shapes if isinstance(each, TextBox) and each.placeholder}


def test_samples_of_libreoffice_say_how_text_looks(tmp_path: Path) -> None:
    built = built_in(tmp_path, sampled())
    title = texts(built, "list")["title"]
    assert title.text.body.levels[0].size == 32
    assert built.deck.theme.rgb(title.text.body.levels[0].colour) == (0x20, 0x40, 0x60)
    # In PowerPoint, its own slide layouts would not look so: ours take their places and grounds over.
    layouts = {slide.id: slide.slide_layout for slide in built.deck.slides}
    assert {layout.native for layout in layouts.values()} == {None}
    assert layouts["cover"].joins == "ppt/slideLayouts/slideLayout1.xml"
    assert layouts["list"].joins == "ppt/slideLayouts/slideLayout2.xml"
    written = Presentation(io.BytesIO(write_pptx(built.deck)))
    (slide,) = [each for each in written.slides if each.name == "list"]
    styles = slide.slide_layout.placeholders[0]._element.xpath(".//a:lstStyle/a:lvl1pPr/a:defRPr")
    assert [each.get("sz") for each in styles] == ["3200"]
    assert slide.shapes.title._element.xpath(".//a:rPr/@sz") == []


@pytest.mark.parametrize(("language", "named"), [("ar", True), ("en", False)])
def test_a_font_that_the_theme_only_lists_for_arabic_is_named(language: str, named: bool, tmp_path: Path) -> None:
    """LibreOffice does not look it up in the list, and takes a wider one."""
    after = entries(write_pptx(built_in(tmp_path, template(), language=language).deck))
    shown = after["ppt/slides/slide4.xml"] + b"".join(
        after[name] for name in after if "slideLayouts/slideLayout1" in name
    )
    assert (b'<a:cs typeface="Arial"/>' in shown) is named
    assert (b'<a:cs typeface="+mn-cs"/>' in shown) is not named


def _number(at: str, size: str) -> Callable[[bytes], bytes]:
    return replacing(r'(?s)(<p:ph type="sldNum".*?)<a:off [^>]*/><a:ext [^>]*/>', rf"\g<1>{at}{size}")


def test_a_number_in_a_box_for_none_has_room(tmp_path: Path) -> None:
    """As an online suite saves it: no larger than one small digit."""
    tiny = _number('<a:off x="8700000" y="6377939"/>', '<a:ext cx="100000" cy="100000"/>')
    data = template(parts={_MASTER: tiny})
    slides = "".join(_CARDS.replace("id: one", f"id: s{number}") for number in range(101))
    assert not [each for each in built_in(tmp_path, data, slides=slides).diagnostics if each.code == "text-overflow"]


def test_a_long_footer_takes_the_room_beside_it(tmp_path: Path) -> None:
    built = built_in(tmp_path, template(), slides=_CARDS)
    assert built.deck.theme.template is not None
    foot = {slot.type: slot.rect for slot in built.deck.slides[0].slide_layout.placeholders}
    own = {slot.type: slot.rect for slot in built.deck.theme.template.layouts[5].slots}
    assert foot["ftr"].width > own["ftr"].width
    assert foot["ftr"].left + foot["ftr"].width // 2 == pytest.approx(own["ftr"].left + own["ftr"].width // 2, abs=2)
    assert foot["dt"].right <= foot["ftr"].left
    assert foot["ftr"].right <= foot["sldNum"].left


_CARDS = "      - {id: one, layout: cards, title: One, cards: [{id: a, heading: A}, {id: b, heading: B}]}\n"


def test_drawings_all_over_the_slide_are_its_ground(tmp_path: Path) -> None:
    """None of them is in the way alone, and together they would leave no room for content."""
    halves = [
        shape(xfrm(f"{x} {y}", "4200000 3000000"), preset("rect"), solid('<a:srgbClr val="F4F4F8"/>'))
        for x in (200_000, 4_700_000)
        for y in (400_000, 3_600_000)
    ]
    data = template(parts={_MASTER: replacing("</p:grpSpPr>(?=<p:sp>)", "</p:grpSpPr>" + "".join(halves))})
    built = built_in(tmp_path, data)
    grid = built.deck.theme.grid
    assert grid.body_height * grid.w(grid.columns) > 0.3 * grid.width * grid.height
    assert not has_errors(built.diagnostics)


def test_a_numbered_slide_layout_does_not_serve_for_text(tmp_path: Path) -> None:
    numbered = replacing(
        '(?s)(<p:ph idx="1"/>.*?)<a:lstStyle/>',
        r'\g<1><a:lstStyle><a:lvl1pPr><a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/></a:lvl1pPr>'
        "</a:lstStyle>",
    )

    def another(made: Presentation) -> None:  # type: ignore[valid-type]
        layout = made.slide_layouts[7]  # type: ignore[attr-defined]
        title, content, text, *_ = layout.placeholders
        model = made.slide_layouts[1].placeholders  # type: ignore[attr-defined]
        for own, like in ((title, model[0]), (content, model[1])):
            own.left, own.top, own.width, own.height = like.left, like.top, like.width, like.height
        text._element.getparent().remove(text._element)

    data = template(another, parts={"ppt/slideLayouts/slideLayout2.xml": numbered})
    built = built_in(tmp_path, data)
    assert built.deck.theme.template is not None
    own = built.deck.theme.template.own["text"]
    assert own.native == "ppt/slideLayouts/slideLayout8.xml"


def test_a_statement_alone_has_no_empty_panel(tmp_path: Path) -> None:
    def names(shapes: tuple[Shape, ...]) -> set[str]:
        return {each.name for each in shapes if isinstance(each, AutoShape | Group)}

    (slide,) = [each for each in built_in(tmp_path, template()).deck.slides if each.id == "said"]
    assert "Panel" not in names(slide.slide_layout.decoration)


def another_master(made: Presentation, layouts: Sequence[Any]) -> Any:  # type: ignore[valid-type]
    """A copy of the master that comes first, without pictures, with copies of these slide layouts."""
    from copy import deepcopy

    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.packuri import PackURI
    from pptx.parts.slide import SlideLayoutPart, SlideMasterPart

    package = made.part.package  # type: ignore[attr-defined]
    own = made.slide_masters[0].part  # type: ignore[attr-defined]
    theme = own.part_related_by(RELATIONSHIP_TYPE.THEME)
    master = SlideMasterPart.load(PackURI("/ppt/slideMasters/slideMaster2.xml"), own.content_type, package, own.blob)
    copied = type(theme)(PackURI("/ppt/theme/theme7.xml"), theme.content_type, package, theme.blob)
    master.relate_to(copied, RELATIONSHIP_TYPE.THEME)
    for pic in master._element.findall(".//{*}pic"):
        pic.getparent().remove(pic)
    listed = master._element.find(".//{*}sldLayoutIdLst")
    for spare in list(listed)[len(layouts) :]:
        listed.remove(spare)
    for number, (entry, layout) in enumerate(zip(listed, layouts, strict=True)):
        name = PackURI(f"/ppt/slideLayouts/slideLayout{31 + number}.xml")
        part = SlideLayoutPart.load(name, layout.part.content_type, package, layout.part.blob)
        part.relate_to(master, RELATIONSHIP_TYPE.SLIDE_MASTER)
        entry.set("id", str(_MASTER_ID + 1 + number))
        entry.set(_RELATION, master.relate_to(part, RELATIONSHIP_TYPE.SLIDE_LAYOUT))
    masters = made.part._element.find(".//{*}sldMasterIdLst")  # type: ignore[attr-defined]
    first = deepcopy(masters[0])
    first.set("id", str(_MASTER_ID))
    first.set(_RELATION, made.part.relate_to(master, RELATIONSHIP_TYPE.SLIDE_MASTER))  # type: ignore[attr-defined]
    masters.insert(0, first)
    return master


def two_masters(made: Presentation) -> None:  # type: ignore[valid-type]
    """A first master without a slide layout that has a title, as some keep for a cover."""
    another_master(made, [made.slide_layouts[6]])  # type: ignore[attr-defined]


@pytest.mark.external
def test_of_several_masters_the_one_that_serves_is_filled_and_all_stay(tmp_path: Path) -> None:
    built = built_in(tmp_path, template(two_masters))
    assert built.deck.theme.template is not None
    assert built.deck.theme.template.master == _MASTER
    data = write_pptx(built.deck)
    assert len(Presentation(io.BytesIO(data)).slide_masters) == 2
    assert validate(data) == []


def drawn_all_over(*shapes: str, ground: str = "") -> Callable[[Presentation], None]:  # type: ignore[valid-type]
    """A first master, for covers, with the second one’s slide layouts: with these drawings, or this ground."""
    from lxml import etree

    def changed(made: Presentation) -> None:  # type: ignore[valid-type]
        first = another_master(made, list(made.slide_layouts))  # type: ignore[attr-defined]
        tree = first._element.find(".//{*}spTree")
        for at, drawn in enumerate(shapes):
            tree.insert(2 + at, etree.fromstring(drawn.replace("<p:sp>", f"<p:sp {_NAMESPACES}>")))
        if ground:
            background = first._element.find(".//{*}bg")
            made_so = etree.fromstring(ground.replace("<p:bg>", f"<p:bg {_NAMESPACES}>"))
            background.getparent().replace(background, made_so)

    return changed


def _sheet(at: str, size: str) -> str:
    return shape(xfrm(at, size), preset("rect"), solid('<a:srgbClr val="C02030"/>'))


_PATTERN = (
    '<p:bg><p:bgPr><a:pattFill prst="wave"><a:fgClr><a:srgbClr val="C02030"/></a:fgClr><a:bgClr>'
    '<a:srgbClr val="F0F0F0"/>'
    "</a:bgClr></a:pattFill><a:effectLst/></p:bgPr></p:bg>"
)


@pytest.mark.external
@pytest.mark.parametrize(
    ("drawn", "first"),
    [
        (drawn_all_over(), True),
        # A band at the foot; what is behind all of the text; sheets over much of it; a ground of no one colour.
        (drawn_all_over(_sheet("0 5500000", "9144000 1300000")), True),
        (drawn_all_over(_sheet("0 0", "9144000 6858000")), True),
        (drawn_all_over(_sheet("0 1000000", "5000000 5000000"), _sheet("5500000 0", "3000000 4000000")), False),
        (drawn_all_over(ground=_PATTERN), False),
    ],
)
def test_of_masters_that_serve_alike_one_is_taken_on_which_text_is_read(
    drawn: Callable[[Presentation], None],  # type: ignore[valid-type]
    first: bool,
    tmp_path: Path,
) -> None:
    """As office suites save them: the first for covers, the others for content, all with the same slide layouts."""
    built = built_in(tmp_path, template(drawn))
    assert built.deck.theme.template is not None
    assert (built.deck.theme.template.master == "ppt/slideMasters/slideMaster2.xml") == first
    assert not has_errors(built.diagnostics)
    data = write_pptx(built.deck)
    assert len(Presentation(io.BytesIO(data)).slide_masters) == 2
    assert validate(data) == []


def _without_places(blob: bytes) -> bytes:
    return replacing("(?s)<p:spPr>\\s*<a:xfrm>.*?</a:xfrm>.*?</p:spPr>", "<p:spPr/>")(blob)


def test_slots_that_inherit_their_places_stand_where_the_master_has_them(tmp_path: Path) -> None:
    built = built_in(tmp_path, template(parts={"ppt/slideLayouts/slideLayout2.xml": _without_places}))
    title = texts(built, "list")["title"]
    assert built.deck.theme.template is not None
    assert title.rect == built.deck.theme.template.slots["title"].rect


def test_a_deleted_slide_layout_is_not_offered(tmp_path: Path) -> None:
    """Its part may still be there: PowerPoint goes by the master's list."""
    data = template(parts={_MASTER: replacing('<p:sldLayoutId id="\\d+" r:id="rId1"/>', "")})
    built = built_in(tmp_path, data)
    assert built.deck.theme.template is not None
    assert len(built.deck.theme.template.layouts) == 10
    assert "cover" not in {slide.id for slide in built.deck.slides if slide.slide_layout.native}


def test_what_is_hidden_is_in_nobodys_way(tmp_path: Path) -> None:
    over = shape(xfrm("400000 2500000", "4000000 3000000"), preset("rect"), solid('<a:srgbClr val="202020"/>'))
    hidden = over.replace('name="Drawn"', 'name="Drawn" hidden="1"')
    for drawn, native in ((over, None), (hidden, "ppt/slideLayouts/slideLayout2.xml")):
        data = template(parts={_MASTER: replacing("</p:grpSpPr>(?=<p:sp>)", "</p:grpSpPr>" + drawn)})
        (slide,) = [each for each in built_in(tmp_path, data).deck.slides if each.id == "list"]
        assert slide.slide_layout.native == native
        assert slide.slide_layout.backdrop is not None
        assert len(slide.slide_layout.backdrop.shapes) == (2 if native is None else 1)


def test_a_slide_show_and_4_to_3_are_filled(tmp_path: Path) -> None:
    def wide(made: Presentation) -> None:  # type: ignore[valid-type]
        made.slide_width, made.slide_height = Emu(9_144_000), Emu(6_858_000)  # type: ignore[attr-defined]

    built = built_in(tmp_path, template(wide), file="ours.ppsx")
    assert (built.deck.theme.grid.width, built.deck.theme.grid.height) == (120, 90)
    assert not has_errors(built.diagnostics)


def _keynote(blob: bytes) -> bytes:
    """As Keynote saves: sizes twice and more, places on the slide layout only, names such as “Title & Bullets”."""
    return re.sub(rb'(?<= )(x|y|cx|cy)="(\d+)"', lambda m: b'%s="%d"' % (m[1], int(m[2]) * 2), blob)


def _doubled(blob: bytes) -> bytes:
    return re.sub(rb'(?<= )sz="(\d+)"', lambda m: b'sz="%d"' % (int(m[1]) * 2), _keynote(blob))


def test_a_template_of_twice_the_usual_size_is_understood_as_any(tmp_path: Path) -> None:
    large = template(
        parts={
            "ppt/presentation.xml": replacing('cx="9144000" cy="6858000"', 'cx="18288000" cy="13716000"'),
            _MASTER: _doubled,
            _LAYOUT: _doubled,
        }
    )
    ours, usual = (built_in(tmp_path, data).deck.theme for data in (large, template()))
    assert ours.grid.title_top == pytest.approx(usual.grid.title_top)
    assert ours.grid.footer_top == pytest.approx(usual.grid.footer_top)
    assert ours.grid.margin == pytest.approx(usual.grid.margin, abs=1)
    assert ours.styles["title"].size == pytest.approx(usual.styles["title"].size)
    assert ours.template is not None
    assert ours.template.scale == 2


@pytest.mark.parametrize(("name", "most"), [("_LARGEST_TOGETHER", 100_000), ("_MOST_ENTRIES", 20)])
def test_a_template_that_is_too_much_is_refused(
    name: str, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, name, most)
    with pytest.raises(DeckError) as raised:
        built_in(tmp_path, template())
    (found,) = raised.value.diagnostics
    assert (found.code, found.message.endswith("which is too much")) == ("template-damaged", True)


def test_no_more_slide_layouts_are_read_than_anyone_looks_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened_template, "_MOST_LAYOUTS", 2)
    built = built_in(tmp_path, template())
    assert built.deck.theme.template is not None
    assert len(built.deck.theme.template.layouts) == 2
    assert not has_errors(built.diagnostics)


def test_previews_draw_no_more_than_so_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dots = [
        shape(xfrm(f"{9000 * n} 0", "9000 9000"), preset("ellipse"), solid('<a:srgbClr val="204060"/>'))
        for n in range(9)
    ]
    data = template(parts={_MASTER: replacing("</p:grpSpPr>(?=<p:sp>)", "</p:grpSpPr>" + "".join(dots))})

    def drawn() -> int:
        behind = built_in(tmp_path, data).deck.slides[0].slide_layout.backdrop
        return len(behind.shapes) if behind else 0

    assert drawn() == 10
    monkeypatch.setattr(backdrops, "_MOST_SHAPES", 4)
    assert drawn() == 4
    monkeypatch.setattr(backdrops, "_MOST_SHAPES", 50)
    monkeypatch.setattr(painting, "_MOST_PIXELS", 10)
    shown.cache_clear()
    assert drawn() == 9
    shown.cache_clear()


def test_what_no_program_opens_says_what_to_do(tmp_path: Path) -> None:
    for data in (b"", b"PK\x03\x04", b"PK" + bytes(200), b"%PDF-1.7"):
        with pytest.raises(DeckError) as raised:
            built_in(tmp_path, data)
        (found,) = raised.value.diagnostics
        assert found.hint
        assert "ours.potx" in found.message


@pytest.mark.external
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_open_xml_sdk_finds_no_error_in_what_libreoffice_began(language: str, tmp_path: Path) -> None:
    built = built_in(tmp_path, sampled(), language=language, header=", date: 2026-05-31")
    assert not has_errors(built.diagnostics)
    data = write_pptx(built.deck)
    assert validate(data) == []
    before = entries(sampled())
    assert all(entries(data)[name] == before[name] for name in before if re.match(r"ppt/theme/[^_]", name))
