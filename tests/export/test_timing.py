"""Slides that appear click by click, come with a transition, or are hidden: in PowerPoint's terms."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.slide import Slide

from deck.export.pptx import write_pptx
from deck.pipeline.build import lay_out
from tests.outlines import examples, laid_out, texts, write_outline
from tests.render import profile
from tests.tools import required
from tests.validator import validate

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
NESTED = "layout: bullets\ntitle: A list\nreveal: items\nitems: [One, {text: Two, items: [below, more]}, Three]"
CARDS = """
layout: cards
title: Cards
numbered: true
reveal: items
cards: [{id: one, heading: One, text: More}, {id: two, heading: Two}, {id: three, heading: Three}]
"""


def slides(folder: Path, *sources: str, language: str = "en") -> list[Slide]:
    return list(Presentation(io.BytesIO(write_pptx(laid_out(folder, *sources, language=language).deck))).slides)


def clicks(slide: Slide) -> list[list[str]]:
    """What appears with each click, as a viewer would be told: a shape's words, or those of its paragraph."""
    shapes = {shape.shape_id: shape for shape in slide.shapes}
    found: list[list[str]] = []
    for effect in slide.element.iter(f"{P}cTn"):
        if effect.get("nodeType") not in ("clickEffect", "withEffect"):
            continue
        if effect.get("nodeType") == "clickEffect":
            found.append([])
        target = next(effect.iter(f"{P}spTgt"))
        shape = shapes[int(target.get("spid", "0"))]
        assert shape.has_text_frame
        where = next(target.iter(f"{P}pRg"), None)
        frame = shape.text_frame
        found[-1].append(frame.text if where is None else frame.paragraphs[int(where.get("st", "0"))].text)
    return found


def test_entries_appear_one_by_one_with_those_below_them(tmp_path: Path) -> None:
    (slide,) = slides(tmp_path, NESTED)
    assert clicks(slide) == [["One"], ["Two", "below", "more"], ["Three"]]
    (build,) = slide.element.iter(f"{P}bldP")
    assert build.get("build") == "p"
    assert int(build.get("spid", "0")) in {shape.shape_id for shape in slide.placeholders}


def test_a_part_appears_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    (slide,) = slides(tmp_path, CARDS)
    assert clicks(slide) == [["1", "One\nMore"], ["2", "Two"], ["3", "Three"]]


MIXED = """
layout: text
title: All kinds
reveal: {reveal}
text: |
  What is planned, and by whom.

  - Listen
    - in towns
    - by night, too
  - Plan

  Then it is built.

  1. Build

     With what there is.
  2. Test

  Nobody waits.

  ## Later

  All is told.

  ```python
  print("told")
  ```
"""


@pytest.mark.parametrize(
    ("reveal", "listened"),
    [
        ("items", [["Listen", "in towns", "by night, too"]]),
        ("sub-items", [["Listen"], ["in towns"], ["by night, too"]]),
    ],
)
def test_what_leads_to_an_entry_comes_with_it(reveal: str, listened: list[list[str]], tmp_path: Path) -> None:
    built = laid_out(tmp_path, MIXED.format(reveal=reveal))
    assert built.diagnostics == ()
    (slide,) = Presentation(io.BytesIO(write_pptx(built.deck))).slides
    (first, *rest) = listened
    assert clicks(slide) == [
        ["What is planned, and by whom.", *first],
        *rest,
        ["Plan"],
        ["Then it is built.", "Build", "With what there is."],
        ["Test"],
        ["Nobody waits."],
        ["Later", "All is told."],
        ['print("told")'],
    ]


@pytest.mark.parametrize("leading", ["As code:", "## As code"])
def test_what_leads_to_code_comes_with_it(leading: str, tmp_path: Path) -> None:
    text = f"  All is told.\n\n  {leading}\n\n  ```python {{1}}\n  tell()\n  listen()\n  ```\n"
    built = laid_out(tmp_path, f"layout: text\ntitle: T\nreveal: items\ntext: |\n{text}")
    (tree,) = built.deck.slides
    first, second = [[tree.shapes[each.shape].name for each in click] for click in tree.clicks]
    assert first == ["Text"]
    assert second == ["Text", "Highlight", "Code 2"]
    assert built.diagnostics == ()


def test_a_diagram_appears_box_by_box_with_the_arrows_to_those_that_are_there(tmp_path: Path) -> None:
    source = """
    layout: diagram
    title: How it is heard
    reveal: items
    nodes: [Worker, Hotline, Court, Archive]
    edges: [{joins: Worker -> Hotline, label: at once}, Hotline -> Court, Court -> Hotline]
    groups: [{heading: The State, nodes: [Court, Archive]}]
    """
    built = laid_out(tmp_path, source)
    assert built.diagnostics == ()
    data = write_pptx(built.deck)
    assert validate(data) == []
    (slide,) = Presentation(io.BytesIO(data)).slides
    shapes = {shape.shape_id: shape for shape in slide.shapes}
    spoken = {shape.shape_id: shape._element.xpath("./*/p:cNvPr/@descr") for shape in slide.shapes}
    targets = [int(each.get("spid", "0")) for each in slide.element.iter(f"{P}spTgt")]
    assert [effect.get("nodeType") for effect in slide.element.iter(f"{P}cTn") if effect.get("presetID")] == [
        "clickEffect"
    ] * 4
    names = [[one.name for one in getattr(shapes[each], "shapes", [shapes[each]])] for each in targets]
    assert names == [
        ["Node worker"],
        ["Node hotline", "Arrow at-once", "Label at-once"],
        ["Frame the-state", "Node court", "Arrow hotline-court", "Arrow court-hotline"],
        ["Node archive"],
    ]
    assert spoken[targets[1]] == ["Hotline. Worker to Hotline: at once."]
    assert spoken[targets[2]] == ["The State: Court. Hotline to Court; Court to Hotline."]
    glued = {int(one.get("id")) for one in slide.element.iter() if str(one.tag).endswith("Cxn") and one.get("id")}
    assert glued == {
        int(each)
        for each in slide.element.xpath(".//p:cNvPr[starts-with(@name, 'Node ') and @name != 'Node archive']/@id")
    }


def test_a_list_that_continues_appears_on_each_of_its_slides(tmp_path: Path) -> None:
    entries = "\n".join(f"  - Entry number {number}" for number in range(30))
    found = slides(tmp_path, f"layout: bullets\ntitle: Long\nreveal: items\nitems:\n{entries}")
    assert len(found) > 1
    assert [words for slide in found for (words,) in clicks(slide)] == [f"Entry number {at}" for at in range(30)]


def test_where_nothing_can_appear_it_is_told(tmp_path: Path) -> None:
    built = laid_out(tmp_path, "layout: section\ntitle: A part\nreveal: items")
    assert [finding.code for finding in built.diagnostics] == ["nothing-to-reveal"]
    assert built.deck.slides[0].clicks == ()


def test_nothing_moves_unless_it_is_asked_for(tmp_path: Path) -> None:
    (slide,) = slides(tmp_path, "layout: section\ntitle: A part")
    assert slide.element.find(f"{P}timing") is None
    assert slide.element.find(f"{P}transition") is None
    assert slide.element.get("show") is None


@pytest.mark.parametrize(("language", "side"), [("en", "l"), ("ar", "r")])
def test_a_slide_comes_from_the_side_where_lines_end(language: str, side: str, tmp_path: Path) -> None:
    (slide,) = slides(tmp_path, "layout: section\ntitle: A part\ntransition: push", language=language)
    push = slide.element.find(f"{P}transition/{P}push")
    assert push is not None
    assert push.get("dir") == side


def test_the_header_says_how_all_slides_come_but_for_those_that_say_it_themselves(tmp_path: Path) -> None:
    path = write_outline(
        tmp_path,
        "layout: section\ntitle: One",
        "layout: section\ntitle: Two\ntransition: none",
        "layout: section\ntitle: Three\ntransition: wipe",
    )
    path.write_text(path.read_text("utf-8").replace("  theme:", "  transition: fade\n  theme:"), "utf-8")
    assert [tree.transition for tree in lay_out(path).deck.slides] == ["fade", None, "wipe"]


def test_a_hidden_slide_is_left_out_of_the_show_and_of_its_time(tmp_path: Path) -> None:
    plan = "layout: section\ntitle: {}\nminutes: 5"
    path = write_outline(tmp_path, plan.format("Shown"), plan.format("Kept") + "\nhidden: true")
    more = "\n  - {id: last, title: Last, slides: [{id: plan, layout: agenda, title: The plan}]}\n"
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    deck = lay_out(path).deck
    shown = [slide.element.get("show") for slide in Presentation(io.BytesIO(write_pptx(deck))).slides]
    assert shown == [None, "0", None]
    assert "5\N{NO-BREAK SPACE}min" in [text.paragraphs[0].plain for *_, text in texts(deck)]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_layout_can_be_revealed_over_a_picture(language: str, tmp_path: Path) -> None:
    more = "\nreveal: items\ntransition: cover\nhidden: true\nbackground: {file: well.jpg, focus: top}"
    sources = [each.rstrip() + more for each in examples()]
    data = write_pptx(laid_out(tmp_path, *sources, language=language).deck)
    assert validate(data) == []


def test_what_appears_survives_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(write_pptx(laid_out(tmp_path, NESTED, CARDS, f"{NESTED}\nhidden: true\nsubtitle: Again").deck))
    for before, after in (("deck.pptx", "odp"), ("deck.odp", "pptx")):
        command = [required("soffice", "install LibreOffice Impress"), "--headless", "--convert-to", after]
        command += [f"-env:UserInstallation={profile().as_uri()}", "--outdir", str(tmp_path), str(tmp_path / before)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    first, second, third = Presentation(str(path)).slides
    assert clicks(first) == [["One"], ["Two", "below", "more"], ["Three"]]
    assert [len(each) for each in clicks(second)] == [2, 2, 2]
    assert third.element.get("show") == "0"
