"""What python-pptx reads back from a written deck."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.presentation import Presentation as Reopened

from deck.export.pptx import write_pptx
from deck.export.pptx.lint import lint
from deck.model.shapes import Picture
from deck.model.units import Rect
from tests.export.decks import BODY, SKETCH, deck, fills, png, sample_slides, says, slide
from tests.export.packages import Part, parts


def reopened(data: bytes) -> Reopened:
    return Presentation(io.BytesIO(data))


@pytest.fixture(scope="module")
def presentation() -> Reopened:
    return reopened(write_pptx(deck()))


def test_titles_layouts_and_size(presentation: Reopened) -> None:
    assert [each.shapes.title.text for each in presentation.slides] == [each.title for each in sample_slides()]
    assert [each.name for each in presentation.slide_layouts] == ["Cover", "Bullets"]
    assert presentation.slides[0].slide_layout.name == "Cover"
    assert [each.name for each in presentation.slides][:2] == ["cover", "bullets"]
    assert (presentation.slide_width, presentation.slide_height) == (12_192_000, 6_858_000)


def test_placeholders_stand_where_their_slide_layout_says(presentation: Reopened) -> None:
    found = {each.placeholder_format.idx: each for each in presentation.slides[1].placeholders}
    assert sorted(found) == [0, 10, 11, 20, 21]
    assert (found[10].left, found[10].width) == (BODY.rect.left, BODY.rect.width)
    assert found[10].text_frame.text == "One bold word\nbelow\na\vbreak"
    assert [each.level for each in found[10].text_frame.paragraphs] == [0, 1, 0]


def test_notes_know_their_slide_and_their_master(presentation: Reopened) -> None:
    assert [each.has_notes_slide for each in presentation.slides] == [False, True, False, False, False, False, True]
    notes = presentation.slides[1].notes_slide
    assert notes.notes_text_frame.text == "Say this, \nfirmly."
    assert notes.part.notes_master is presentation.notes_master


def test_a_table_is_native(presentation: Reopened) -> None:
    (frame,) = (each for each in presentation.slides[3].shapes if each.has_table)
    assert frame.table.first_row
    assert [cell.text for cell in frame.table.rows[1].cells] == ["Labour", "28 million", "56 %"]


@pytest.mark.parametrize(("index", "kind"), [(4, "BAR_CLUSTERED"), (5, "COLUMN_CLUSTERED"), (6, "LINE")])
def test_a_chart_is_native_and_has_its_workbook(presentation: Reopened, index: int, kind: str) -> None:
    (frame,) = (each for each in presentation.slides[index].shapes if each.has_chart)
    chart = frame.chart
    assert chart.chart_type.name == kind
    assert list(chart.plots[0].categories) == ["Labour", "Marriage", "Other & more"]
    assert {each.name: each.values for each in chart.series} == {
        "2016": (25.0, 15.5, None),
        "2021 & <on>": (28.0, 22.0, 7.0),
    }
    sheet = parts(chart.part.chart_workbook.xlsx_part.blob)["xl/sharedStrings.xml"].decode()
    assert "Other &amp; more" in sheet


def test_pictures_are_cropped_and_round(presentation: Reopened) -> None:
    portrait = next(each for each in presentation.slides[0].placeholders if each.placeholder_format.idx == 13)
    assert (portrait.crop_left, portrait.crop_right, portrait.crop_bottom) == (0.1, 0.1, 0.2)
    pictures = [each for each in presentation.slides[2].shapes if each.shape_type == MSO_SHAPE_TYPE.PICTURE]
    photograph, sketch = pictures
    assert photograph.auto_shape_type.name == "OVAL"
    assert (sketch.crop_left, sketch.crop_bottom, sketch.image.content_type) == (0.1, 0.1, "image/png")
    assert sketch.line.fill.fore_color.theme_color is not None


def test_a_drawing_stands_behind_its_picture(presentation: Reopened) -> None:
    sketch = next(each for each in presentation.slides[2].shapes if each.name == "Sketch")
    (drawing,) = sketch._element.xpath(".//*[local-name()='svgBlip']/@r:embed")
    part = sketch.part.related_part(drawing)
    assert (part.content_type, part.blob) == ("image/svg+xml", SKETCH)


def test_the_same_picture_is_stored_once() -> None:
    twice = [Picture(name, Rect.of_units(8, y, 9, 9), png(), "Grey") for name, y in (("One", 21), ("Two", 40))]
    other = Picture("Three", Rect.of_units(30, 21, 9, 9), png(shade=7), "Grey")
    names = parts(write_pptx(deck(slides=[slide("a", "A", *twice), slide("b", "B", twice[0], other)])))
    assert [name for name in names if "media" in name] == ["ppt/media/image1.png", "ppt/media/image2.png"]


def test_a_picture_of_an_unknown_kind() -> None:
    picture = Picture("Film", BODY.rect, b"GIF89a", None)
    with pytest.raises(ValueError, match="a PNG, a JPEG or an SVG"):
        write_pptx(deck(slides=[slide("a", "A", picture)]))


def test_a_section_or_a_slide_layout_that_the_deck_lacks() -> None:
    tree = slide("a", "A")
    with pytest.raises(KeyError, match="nowhere"):
        write_pptx(deck(slides=[replace(tree, section="nowhere")]))
    with pytest.raises(KeyError, match="Other"):
        write_pptx(deck(slides=[replace(tree, slide_layout=replace(tree.slide_layout, name="Other"))]))


def test_properties_name_the_deck_and_no_date(presentation: Reopened) -> None:
    core = presentation.core_properties
    assert (core.title, core.subject, core.author, core.language) == ("A deck", "Webinar", "An author", "en")
    assert core.created is None
    assert core.modified is None


def test_sections_hold_every_slide_in_order() -> None:
    sections = Part(write_pptx(deck()), "ppt/presentation.xml").find("//p14:section")
    assert [each.get("name") for each in sections] == ["The start", "End & <more>"]
    assert [[slide.get("id") for slide in each.iter("{*}sldId")] for each in sections] == [
        ["256", "257", "258"],
        ["259", "260", "261", "262"],
    ]


def test_a_deck_without_slides() -> None:
    data = write_pptx(replace(deck(slides=[]), sections=()))
    assert lint(data) == []
    assert len(reopened(data).slides) == 0


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_any_text_comes_back_but_for_what_xml_forbids(words: str) -> None:
    data = write_pptx(deck(slides=[slide("a", "A", fills(BODY, (says("start", words, "end"),)))]))
    allowed = "".join(char for char in words if char in "\t\n\r\v" or char >= " ")
    allowed = "".join(char for char in allowed if not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff")
    body = reopened(data).slides[0].placeholders[10].text_frame
    # XML reads a carriage return as a line feed.
    assert body.text == "start" + allowed.replace("\r\n", "\n").replace("\r", "\n") + "end"
    assert lint(data) == []
