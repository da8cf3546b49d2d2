"""Any deck's inspection: for each rule decks that break it, made with python-pptx as a person would make them."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import pptx
import pytest
from lxml import etree
from PIL import Image
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches, Pt

from deck.export.pptx import write_pptx
from deck.export.pptx.inspected import RULES, inspect_pptx
from tests.export.decks import deck
from tests.export.packages import packed, parts
from tests.films.mp4 import box, mp4

BOX = (Inches(1), Inches(2), Inches(4), Inches(1))
SECTIONS = (
    '<p:extLst><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{}</p14:sectionLst></p:ext></p:extLst>'
)


def below(slide: Any) -> tuple[int, int, int, int]:
    """The place of a box that stands on none of those before it."""
    left, top, width, height = BOX
    return left, top + Inches(0.3) * len(slide.shapes), width, height


def boxes(*places: tuple[float, float, float, float], size: float = 18, rotation: float = 0) -> Callable[..., None]:
    """Boxes with words, in inches from the left and the top."""

    def add(_: Any, slide: Any) -> None:
        for number, place in enumerate(places):
            shape = slide.shapes.add_textbox(*map(Inches, place))
            shape.rotation = rotation
            run = shape.text_frame.paragraphs[0].add_run()
            run.text, run.font.language_id, run.font.size = f"Box {number}", 2057, Pt(size)

    return add


def taking_turns(presentation: Any, slide: Any) -> None:
    boxes((1, 2, 4, 1), (1, 2, 4, 1))(presentation, slide)
    ids = "".join(f'<p:spTgt spid="{shape.shape_id}"/>' for shape in list(slide.shapes)[1:])
    namespace = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    slide._element.append(etree.fromstring(f"<p:timing {namespace}>{ids}</p:timing>"))


def picture(**notes: Any) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "navy").save(file, "JPEG", **notes)
    file.seek(0)
    return file


def made(*changes: Callable[[Any, Any], object]) -> bytes:
    """A deck of two slides, sound in all ways until the changes are made to its second."""
    presentation = pptx.Presentation()
    presentation.core_properties.author = presentation.core_properties.last_modified_by = ""
    for title in ("Aims", "Results"):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = title
        slide.shapes.title.text_frame.paragraphs[0].runs[0].font.language_id = 2057
    for change in changes:
        change(presentation, slide)
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def text(words: str, *, link: str = "", tip: str = "", language: str = "en-GB", font: str = "") -> Callable[..., None]:
    def add(_: Any, slide: Any) -> None:
        run = slide.shapes.add_textbox(*below(slide)).text_frame.paragraphs[0].add_run()
        run.text = words
        if link:
            run.hyperlink.address = link
            run._r.rPr.find("{*}hlinkClick").set("tooltip", tip)
        if language:
            run._r.get_or_add_rPr().set("lang", language)
        if font:
            run.font.name = font

    return add


def photo(description: str | None, **notes: Any) -> Callable[..., None]:
    def add(_: Any, slide: Any) -> None:
        shape = slide.shapes.add_picture(picture(**notes), *BOX)
        named = shape._element.nvPicPr.cNvPr
        named.attrib.pop("descr", None)
        if description is not None:
            named.set("descr", description)

    return add


def table(
    cells: list[list[str]], *, header: bool = True, merged: Sequence[tuple[int, int, int, int]] = ()
) -> Callable[..., None]:
    """A table in which these cells are merged, each from its row and column to another's."""

    def add(_: Any, slide: Any) -> None:
        grid = slide.shapes.add_table(len(cells), len(cells[0]), *BOX).table
        grid.first_row = header
        for row, words in enumerate(cells):
            for column, word in enumerate(words):
                cell = grid.cell(row, column)
                cell.text = word
                for run in cell.text_frame.paragraphs[0].runs:
                    run.font.language_id = 2057
        for row, column, to_row, to_column in merged:
            grid.cell(row, column).merge(grid.cell(to_row, to_column))

    return add


def with_sections(*names: str) -> bytes:
    contents = parts(made())
    main = contents["ppt/presentation.xml"].decode()
    listed = "".join(f'<p14:section name="{name}" id="{{{number}}}"/>' for number, name in enumerate(names))
    main = main.replace("</p:presentation>", SECTIONS.format(listed) + "</p:presentation>")
    return packed({**contents, "ppt/presentation.xml": main.encode()})


def with_comment(*, modern: bool = False) -> bytes:
    kind, element = ("authors", "authorLst") if modern else ("commentAuthors", "cmAuthorLst")
    contents = parts(made())
    namespace = "http://schemas.openxmlformats.org/presentationml/2006/main"
    contents[f"ppt/{kind}.xml"] = f'<{element} xmlns="{namespace}"><a name="Jo Doe"/></{element}>'.encode()
    contents["ppt/comments/comment1.xml"] = f'<cmLst xmlns="{namespace}"><cm/><cm/></cmLst>'.encode()
    for part, target, type in (
        ("ppt/_rels/presentation.xml.rels", f"{kind}.xml", kind),
        ("ppt/slides/_rels/slide2.xml.rels", "../comments/comment1.xml", "comments"),
    ):
        tie = f'<Relationship Id="rId99" Type="x/{type}" Target="{target}"/></Relationships>'
        contents[part] = contents[part].replace(b"</Relationships>", tie.encode())
    return packed(contents)


def film(_: Any, slide: Any) -> None:
    shape = slide.shapes.add_movie(io.BytesIO(b"film"), *BOX, poster_frame_image=picture(), mime_type="video/mp4")
    shape._element.nvPicPr.cNvPr.set("descr", "The partners dig the well")


def telling_film(_: Any, slide: Any) -> None:
    told = mp4(box(b"udta", box(b"\xa9xyz", b"+06.9271+079.8612/")))
    shape = slide.shapes.add_movie(io.BytesIO(told), *BOX, poster_frame_image=picture(), mime_type="video/mp4")
    shape._element.nvPicPr.cNvPr.set("descr", "The partners dig the well")


def untitled(_: Any, slide: Any) -> None:
    slide.shapes._spTree.remove(slide.shapes.title._element)


def retitled(words: str) -> Callable[..., None]:
    return lambda _, slide: setattr(slide.shapes.title.text_frame.paragraphs[0].runs[0], "text", words)


def title_last(_: Any, slide: Any) -> None:
    slide.shapes._spTree.append(slide.shapes.title._element)


def upwards(_: Any, slide: Any) -> None:
    for top in (5, 4, 2):
        shape = slide.shapes.add_textbox(Inches(1), Inches(top), Inches(4), Inches(0.5))
        run = shape.text_frame.paragraphs[0].add_run()
        run.text, run.font.language_id = f"At {top} inches", 2057


def linked(target: str) -> Callable[..., None]:
    return lambda _, slide: slide.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


def person(field: str) -> Callable[..., None]:
    return lambda presentation, _: setattr(presentation.core_properties, field, "Jo Doe")


def timed(_: Any, slide: Any) -> None:
    slide._element.append(slide._element.makeelement(slide._element.tag.replace("}sld", "}transition"), {"advTm": "9"}))


def coloured(text: str, on: str = "") -> Callable[..., None]:
    def add(_: Any, slide: Any) -> None:
        shape = slide.shapes.add_textbox(*BOX)
        run = shape.text_frame.paragraphs[0].add_run()
        run.text, run.font.language_id, run.font.size = "Results", 2057, Pt(16)
        run.font.color.rgb = RGBColor.from_string(text)
        if on:
            shape.fill.solid()
            shape.fill.fore_color.rgb = RGBColor.from_string(on)

    return add


def drawing(_: Any, slide: Any) -> None:
    slide.shapes.add_shape(MSO_SHAPE.OVAL, *BOX)


def outside(_: Any, slide: Any) -> None:
    slide.shapes.add_picture(picture(), Inches(-9), Inches(1), Inches(1), Inches(1))._element.nvPicPr.cNvPr.set(
        "descr", "A well"
    )


def named(name: str) -> Callable[..., None]:
    def rename(_: Any, slide: Any) -> None:
        slide.shapes.title.name = name

    return rename


def hide_shape(_: Any, slide: Any) -> None:
    text("Once more")(_, slide)
    slide.shapes[-1]._element.nvSpPr.cNvPr.set("hidden", "1")


EXIF = Image.Exif()
EXIF[0x013B] = "Jo Doe"
CELLS = [["Year", "People"], ["2021", "50"]]
WIDE = [["Year", "Women", "Men"], ["2016", "1", "2"], ["", "", "4"], ["In all", "", ""]]
BREAKING: dict[str, list[Callable[[], bytes]]] = {
    "missing-alternative-text": [
        lambda: made(photo(None)),
        lambda: made(photo(" ")),
        lambda: made(drawing),
    ],
    "unhelpful-alternative-text": [
        lambda: made(photo("IMG_0042.jpg")),
        lambda: made(photo("Picture 3")),
        lambda: made(photo("A well\n\nDescription automatically generated")),
    ],
    "missing-slide-title": [lambda: made(untitled), lambda: made(retitled(" "))],
    "repeated-slide-title": [lambda: made(retitled("aims "))],
    "missing-header-row": [lambda: made(table(CELLS, header=False))],
    "merged-cells": [
        lambda: made(table(CELLS, merged=[(0, 0, 0, 1)])),
        lambda: made(table(WIDE, merged=[(1, 0, 1, 1)])),
        lambda: made(table(WIDE, merged=[(1, 0, 2, 2)])),
    ],
    "blank-row-or-column": [
        lambda: made(table([*CELLS, ["", " "]])),
        lambda: made(table([["Year", ""], ["2021", ""]])),
    ],
    "unclear-link": [
        lambda: made(text("Click here", link="https://example.org/report")),
        lambda: made(text("здесь", link="https://example.org/report", language="ru")),
        lambda: made(text("https://example.org/report", link="https://example.org/report")),
    ],
    "default-section-name": [lambda: with_sections("Default Section"), lambda: with_sections("无标题节", "Aims")],
    "repeated-section-name": [lambda: with_sections("Aims", "Results", "aims")],
    "missing-captions": [lambda: made(film)],
    "reading-order": [lambda: made(text("First"), title_last), lambda: made(upwards)],
    "low-contrast": [
        lambda: made(coloured("999999")),
        lambda: made(coloured("333333", on="005F9E")),
        lambda: made(coloured("FFFFFF", on="FFD9A0")),
    ],
    "timed-slide": [lambda: made(timed)],
    "uncommon-font": [lambda: made(text("Results", font="Brandon Grotesque"))],
    "missing-language": [lambda: made(text("Results", language=""))],
    "wrong-language": [
        lambda: made(text("Результаты", language="en-GB")),
        lambda: made(text("النتائج", language="fr")),
    ],
    "author-name": [lambda: made(person("author")), lambda: made(person("last_modified_by"))],
    "comment": [with_comment],
    "comment-author": [with_comment, lambda: with_comment(modern=True)],
    "hidden-slide": [lambda: made(lambda _, slide: slide._element.set("show", "0"))],
    "hidden-shape": [lambda: made(hide_shape), lambda: made(outside)],
    "local-path": [
        lambda: made(linked("file:///C:/Users/jo/plan.docx")),
        lambda: made(linked(r"\\server\share\plan.docx")),
        lambda: made(photo(r"C:\Users\jo\well")),
        lambda: made(named("/Users/jo/well")),
    ],
    "picture-metadata": [lambda: made(photo("A well", exif=EXIF)), lambda: made(photo("A well", comment=b"for Jo"))],
    "film-metadata": [lambda: made(telling_film)],
    "off-slide": [lambda: made(boxes((8, 3, 4, 1))), lambda: made(boxes((1, 7, 4, 1)))],
    "same-place": [lambda: made(boxes((1, 3, 4, 1), (1, 3, 4, 1))), lambda: made(boxes((1, 3, 4, 1), (1.01, 3, 4, 1)))],
    "small-text": [lambda: made(boxes((1, 3, 4, 1), size=6)), lambda: made(boxes((1, 3, 4, 1), size=8.5))],
}


SOUND_MERGES = [(1, 0, 2, 0), (1, 1, 2, 1), (3, 0, 3, 2)]
"""Cells of several rows under one heading, and one over all columns."""


def test_cells_whose_heading_is_sure_may_be_merged() -> None:
    assert inspect_pptx(made(table(WIDE, merged=SOUND_MERGES))).remarks == ()


def codes(data: bytes) -> set[str]:
    return {remark.code for remark in inspect_pptx(data).remarks}


def test_a_sound_deck_has_no_remark() -> None:
    sound = made(
        photo("The well of the village"),
        table(CELLS),
        text("The report of 2022", link="https://example.org/report"),
        text("https://example.org", link="https://example.org", tip="The partners’ page"),
        text("Результаты", language="ru-RU"),
    )
    assert inspect_pptx(sound).remarks == ()


@pytest.mark.parametrize(("code", "make"), [(code, make) for code, makers in BREAKING.items() for make in makers])
def test_what_breaks_a_rule_is_found(code: str, make: Callable[[], bytes]) -> None:
    assert code in codes(make())


@pytest.mark.parametrize(
    "sound",
    [
        boxes((6.1, 3, 4, 1)),
        boxes((1, 3, 4, 1), (1, 3.5, 4, 1)),
        boxes((7, 3, 4, 1), rotation=90),
        boxes((1, 3, 4, 1), size=9),
    ],
)
def test_what_stands_on_its_slide_alone_and_can_be_read_is_none_of_them(sound: Callable[..., None]) -> None:
    assert inspect_pptx(made(sound)).remarks == ()


def test_boxes_that_take_turns_may_stand_in_one_place() -> None:
    assert "same-place" not in codes(made(taking_turns))


def test_each_rule_is_broken_above() -> None:
    assert {rule.code for _, rules in RULES for rule in rules} == set(BREAKING)


@pytest.mark.parametrize(("text", "on"), [("000000", ""), ("595959", ""), ("FFFFFF", "005F9E"), ("000000", "FFD9A0")])
def test_a_good_contrast_is_none_of_them(text: str, on: str) -> None:
    assert inspect_pptx(made(coloured(text, on))).remarks == ()


def test_a_remark_names_its_slide_and_shape() -> None:
    (remark,) = inspect_pptx(made(photo(None))).remarks
    assert (remark.slide, remark.shape, remark.place) == (2, "Picture 2", "slide 2, “Picture 2”")
    assert remark.topic == "accessibility"


def test_a_group_s_description_speaks_for_what_is_in_it() -> None:
    def grouped(description: str) -> Callable[..., None]:
        def add(_: Any, slide: Any) -> None:
            group = slide.shapes.add_group_shape()
            group.shapes.add_shape(MSO_SHAPE.OVAL, *BOX)
            group._element.nvGrpSpPr.cNvPr.set("descr", description)

        return add

    assert inspect_pptx(made(grouped("A ring"))).remarks == ()
    assert codes(made(grouped(""))) == {"missing-alternative-text"}


def test_what_a_deck_uses_is_told() -> None:
    found = inspect_pptx(made(text("Результаты", language="ru-RU", font="Georgia")))
    assert (found.slides, found.languages) == (2, ("en-GB", "ru-RU"))
    assert {"Calibri", "Georgia"} <= set(found.fonts)


@pytest.mark.parametrize("language", ["en", "ar", "ja"])
def test_the_shapes_that_are_written_break_no_rule_of_packages(language: str) -> None:
    assert [each for each in inspect_pptx(write_pptx(deck(language))).remarks if each.topic == "package"] == []


@pytest.mark.parametrize("data", [b"", b"not a deck", b"\xd0\xcf\x11\xe0\xa1\xb1", packed({"a.txt": b"a"})])
def test_what_is_no_deck_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="it "):
        inspect_pptx(data)
