"""Texts in others' decks are measured as the slide, its layout and its master say."""

import io
from typing import Any

import pptx
import pytest
from lxml import etree
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Inches, Pt

from deck.export.pptx.inspected import inspect_pptx
from deck.inspecting.overflow import overflows

WORDS = "Forced labour is any work that a person is made to do under threat. "


def over(presentation: Any) -> list[tuple[int | None, str]]:
    file = io.BytesIO()
    presentation.save(file)
    remarks = inspect_pptx(file.getvalue(), overflows).remarks
    return [(each.slide, each.shape) for each in remarks if each.code == "text-overflow"]


def with_box(words: str, points: float, **body: str) -> Any:
    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    box = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(5), Inches(1))
    box.name = "Box"
    box.text_frame.word_wrap, box.text_frame.auto_size = True, MSO_AUTO_SIZE.NONE
    run = box.text_frame.paragraphs[0].add_run()
    run.text, run.font.size = words, Pt(points)
    for name, value in body.items():
        box.text_frame._txBody.bodyPr.set(name, value)
    return presentation


@pytest.mark.parametrize(("times", "points", "too_long"), [(1, 18, False), (4, 18, True), (4, 8, False), (1, 40, True)])
def test_a_text_in_a_box(times: int, points: float, too_long: bool) -> None:
    assert over(with_box(WORDS * times, points)) == ([(1, "Box")] if too_long else [])


def test_the_insets_count() -> None:
    assert over(with_box(WORDS, 18)) == []
    assert over(with_box(WORDS, 18, lIns=str(Inches(3)))) == [(1, "Box")]


@pytest.mark.parametrize("body", [{"vert": "vert270"}, {"numCol": "2"}, {"wrap": "none"}])
def test_what_cannot_be_measured_is_left_out(body: dict[str, str]) -> None:
    assert over(with_box(WORDS * 9, 18, **body)) == []


def test_a_box_that_grows_with_its_text_is_left_out() -> None:
    presentation = with_box(WORDS * 9, 18)
    presentation.slides[0].shapes[0].text_frame.auto_size = MSO_AUTO_SIZE.SHAPE_TO_FIT_TEXT
    assert over(presentation) == []


def test_a_text_that_was_shrunk_is_measured_at_its_shrunken_size() -> None:
    presentation = with_box(WORDS * 4, 18)
    frame = presentation.slides[0].shapes[0].text_frame
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    assert over(presentation) == [(1, "Box")]
    frame._txBody.bodyPr.find("{*}normAutofit").set("fontScale", "45000")
    assert over(presentation) == []


def test_a_placeholder_takes_place_and_size_from_its_layout() -> None:
    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "Aims"
    slide.placeholders[1].text = "\n".join(["One aim"] * 6)
    assert over(presentation) == []
    slide.placeholders[1].text = "\n".join(["One aim"] * 20)
    assert over(presentation) == [(1, slide.placeholders[1].name)]


def test_a_font_that_is_not_known_is_left_out() -> None:
    presentation = with_box(WORDS * 4, 18)
    presentation.slides[0].shapes[0].text_frame.paragraphs[0].runs[0].font.name = "Brandon Grotesque"
    assert over(presentation) == []


def test_a_word_in_another_font_is_not_the_whole_text() -> None:
    presentation = with_box("f(x) ", 16)
    paragraph = presentation.slides[0].shapes[-1].text_frame.paragraphs[0]
    paragraph.runs[0].font.name = "Consolas"
    run = paragraph.add_run()
    run.text, run.font.size = WORDS * 2, Pt(16)
    assert over(presentation) == []
    run.font.name = "Consolas"
    assert over(presentation) == [(1, "Box")]


def test_a_comment_in_the_xml_is_passed_over() -> None:
    presentation = with_box(WORDS * 4, 18)
    properties = presentation.slides[0].shapes[0].text_frame.paragraphs[0].runs[0]._r.rPr
    properties.append(etree.Comment("by hand"))
    presentation.slides[0].shapes[0].text_frame._txBody.bodyPr.insert(0, etree.Comment("by hand"))
    assert over(presentation) == [(1, "Box")]
