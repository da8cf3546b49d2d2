"""Links within a deck: to a slide or a section by its id, in PowerPoint, LibreOffice and pictures."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.slide import Slide

from deck.export.pptx import write_pptx
from deck.ground.diagnostics import Diagnostic
from deck.pipeline.build import lay_out
from deck.pipeline.slide_pictures import write_pictures
from tests.outlines import write_outline
from tests.render import to_pdf
from tests.validator import validate

MORE = """
  - id: wells
    title: Wells
    slides:
      - {id: end, layout: section, title: The end, notes: "Go [back](#slide-1)."}
"""
AGENDA = "layout: agenda\ntitle: Agenda\nitems: [{id: only, text: Begin}, {id: wells, text: Wells}, {id: x, text: X}]"


def outline(folder: Path, *slides: str) -> Path:
    path = write_outline(folder, *slides)
    path.write_text(path.read_text("utf-8") + MORE.lstrip("\n"), "utf-8")
    return path


def found(folder: Path, *slides: str) -> list[Diagnostic]:
    return [each for each in lay_out(outline(folder, *slides)).diagnostics if each.code == "unknown-slide"]


def jumps(slide: Slide) -> dict[str, int]:
    """Where words lead: to the slide of which number."""
    numbers = {each.slide_id: at for at, each in enumerate(slide.part.package.presentation_part.presentation.slides, 1)}
    leads: dict[str, int] = {}
    for shape in slide.shapes:
        if not shape.has_text_frame:
            continue
        for run in (run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs):
            for link in run._r.findall(".//{*}hlinkClick"):
                if link.get("action") == "ppaction://hlinksldjump":
                    target = slide.part.related_part(link.rId)
                    leads[run.text] = numbers[target.slide.slide_id]
    return leads


LINKS = "layout: bullets\ntitle: Links\nitems: ['[next](#slide-2)', 'the [wells](#wells), [here](#slide-1)']"


def test_words_lead_to_slides_and_sections(tmp_path: Path) -> None:
    data = write_pptx(lay_out(outline(tmp_path, LINKS, "layout: section\ntitle: Two")).deck)
    first, *_, last = Presentation(io.BytesIO(data)).slides
    assert jumps(first) == {"next": 2, "wells": 3, "here": 1}
    assert [each.reltype.rpartition("/")[2] for each in last.notes_slide.part.rels.values()] == ["notesMaster", "slide"]
    assert validate(data) == []


def test_a_link_stays_where_a_list_continues(tmp_path: Path) -> None:
    entries = "".join(f"\n  - 'Entry number {number}, [wells](#end)'" for number in range(30))
    back = "layout: section\ntitle: '[Back](#slide-1)'"
    data = write_pptx(lay_out(outline(tmp_path, f"layout: bullets\ntitle: Long\nitems:{entries}", back)).deck)
    *pages, back_slide, end = Presentation(io.BytesIO(data)).slides
    assert len(pages) > 1
    assert all(jumps(page) == {"wells": len(pages) + 2} for page in pages)
    assert jumps(back_slide) == {"Back": 1}
    assert end.shapes.title.text == "The end"


def test_an_agendas_rows_lead_to_their_sections(tmp_path: Path) -> None:
    data = write_pptx(lay_out(outline(tmp_path, AGENDA)).deck)
    first, _ = Presentation(io.BytesIO(data)).slides
    assert jumps(first) == {"Begin": 1, "Wells": 2}
    data = write_pptx(lay_out(outline(tmp_path, "layout: agenda\ntitle: Agenda")).deck)
    first, _ = Presentation(io.BytesIO(data)).slides
    assert jumps(first) == {"Only": 1, "Wells": 2}
    assert validate(data) == []


@pytest.mark.parametrize(
    ("slide", "line"),
    [
        ("layout: bullets\ntitle: Links\nitems: ['[on](#wels)']", 18),
        ("layout: bullets\ntitle: Links\nitems: [One]\nnotes: 'Go [on](#wels).'", 19),
        ("layout: agenda\ntitle: Agenda\nitems: [One, {text: Two, link: wels}]", 18),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_a_guess(slide: str, line: int, tmp_path: Path) -> None:
    (finding,) = found(tmp_path, slide)
    assert finding.hint == "did you mean `wells`?"
    assert finding.span
    assert finding.span.line == line


def test_many_slides_that_lead_from_one_to_the_next(tmp_path: Path) -> None:
    slides = [f"layout: section\ntitle: 'Slide {at} [next](#slide-{at % 1100 + 1})'" for at in range(1, 1101)]
    data = write_pptx(lay_out(outline(tmp_path, *slides)).deck)
    with ZipFile(io.BytesIO(data)) as archive:
        relationships = etree.fromstring(archive.read("ppt/slides/_rels/slide1100.xml.rels"))
    assert "slide1.xml" in [each.get("Target") for each in relationships]


def test_pictures_lead_to_pictures(tmp_path: Path) -> None:
    path = outline(tmp_path, LINKS, AGENDA)
    first, second, _ = write_pictures(path, tmp_path / "out").written
    leads = etree.parse(str(first)).findall(".//{*}a")
    assert [each.get("href") for each in leads] == ["02-slide-2.svg", "03-end.svg", "01-slide-1.svg"]
    assert [each.get("target") for each in leads] == [None] * 3
    leads = etree.parse(str(second)).findall(".//{*}a")
    assert [each.get("href") for each in leads] == ["01-slide-1.svg", "03-end.svg"]
    assert all((first.parent / str(each.get("href"))).is_file() for each in leads)


def test_libreoffice_keeps_them(tmp_path: Path) -> None:
    data = write_pptx(lay_out(outline(tmp_path, LINKS, AGENDA)).deck)
    pdf = to_pdf(data, tmp_path)
    assert pdf.read_bytes().count(b"/Subtype/Link") == 5
