"""The Alliance 8.7 webinar, from its outline to the pictures of its slides."""

from __future__ import annotations

import io
import os
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile, ZipInfo

import pptx
import pytest
from PIL import Image

from deck.export.pptx import write_pptx
from deck.export.pptx.lint import lint
from deck.model.shapes import TextBox
from deck.model.typesetting import TextLine
from deck.model.units import EMU_PER_POINT, Rect
from deck.pipeline.build import Built, lay_out
from deck.pipeline.places import default_outline
from tests.contrast import contrast, least_contrast
from tests.drawn import strayed
from tests.outlines import texts
from tests.render import render
from tests.validator import validate

YARDSTICK = Path(__file__).resolve().parents[2] / "shared" / "webinar" / "content.md"
_FURNITURE = ("ftr", "sldNum")


@pytest.fixture(scope="module")
def built() -> Built:
    return lay_out(default_outline())


@pytest.fixture(scope="module")
def data(built: Built) -> bytes:
    return write_pptx(built.deck)


def test_it_has_13_slides_in_six_sections_with_titles_of_their_own(built: Built) -> None:
    deck = built.deck
    assert built.diagnostics == ()
    assert len(deck.slides) == 13
    assert len({tree.title for tree in deck.slides}) == 13
    assert [section.title for section in deck.sections] == [
        "Welcome",
        "The challenge",
        "The Alliance",
        "Pathfinder Countries",
        "The network",
        "How to engage",
    ]


def test_it_lists_37_countries_by_name(built: Built) -> None:
    (tree,) = (tree for tree in built.deck.slides if tree.id == "pathfinder-list")
    assert tree.title == "37 Pathfinder Countries and Pathfinder candidate countries"
    columns = [shape for shape in tree.shapes if isinstance(shape, TextBox) and shape.field == "items"]
    names = [paragraph.plain for column in columns for paragraph in column.text.paragraphs]
    assert len(names) == len(set(names)) == 37
    assert names[0] == "Albania"
    assert names[7:11] == ["Chile", "Costa Rica", "Côte d’Ivoire", "Democratic Republic of Congo"]
    assert names[names.index("The Netherlands") - 1] == "Nepal"
    assert names[-1] == "Vietnam"
    assert {len(column.text.paragraphs) for column in columns} == {9, 10}


def test_figures_are_written_in_words_and_drawn_to_scale(built: Built) -> None:
    (tree,) = (tree for tree in built.deck.slides if tree.id == "figures")
    shown = " ".join(p.plain for _, _, text in texts(built.deck) for p in text.paragraphs)
    for figure in ("50\xa0million", "28\xa0million", "22\xa0million", "160\xa0million", "79\xa0million"):
        assert figure in shown
    bars = {shape.name: shape.rect.width for shape in tree.shapes if shape.name.startswith("Bar")}
    assert bars["Bar 1.1"] / bars["Bar 1.2"] == pytest.approx(28 / 22, rel=0.03)
    assert bars["Bar 2.1"] / bars["Bar 2, rest"] == pytest.approx(79 / 81, rel=0.03)


def _words(text: str) -> Counter[str]:
    """Its words, without regard to case, dashes, quotation marks and Markdown's emphasis."""
    return Counter(re.findall(r"[\w&/.'-]*\w", re.sub(r"[’‘]", "'", text).replace("–", "-").casefold()))


def test_nothing_of_the_source_is_lost(built: Built) -> None:
    if not YARDSTICK.exists() and not os.environ.get("CI"):
        pytest.skip("the source text is not beside this checkout")
    source = YARDSTICK.read_text(encoding="utf-8")
    slides = re.split(r"^## \d+ · .*\n", source, flags=re.MULTILINE)[1:]
    assert len(slides) == 13
    for tree, expected in zip(built.deck.slides, slides, strict=True):
        shown = [p.plain for shape in tree.shapes if isinstance(shape, TextBox) for p in shape.text.paragraphs]
        plain = re.sub(r"^(\d+\.|-) ", "", expected.replace("**", ""), flags=re.MULTILINE)
        missing = _words(plain) - _words("\n".join(shown).replace("\xa0", " "))
        assert not missing, f"slide {tree.id}"


def test_reset_slide_has_nothing_to_undo(data: bytes) -> None:
    with ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
                root = ElementTree.fromstring(package.read(name))
                for shape in root.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}sp"):
                    xml = ElementTree.tostring(shape, encoding="unicode")
                    if ":ph " in xml:
                        # The footer and the number are written out: LibreOffice takes neither from the master.
                        # The number's place is its slide layout's: what has its own stands above a picture.
                        assert ":xfrm" not in xml or 'type="sldNum"' in xml, f"{name} moves a placeholder"
                        assert not re.search(r":rPr [^>]*sz=", xml), f"{name} changes a size"
                        assert ":solidFill" not in xml, f"{name} changes a colour"
    for slide in pptx.Presentation(io.BytesIO(data)).slides:
        slots = {slot.placeholder_format.idx: _place(slot) for slot in slide.slide_layout.placeholders}
        for shape in slide.placeholders:
            assert _place(shape) == slots[shape.placeholder_format.idx], f"{shape.name} is moved"


def _place(shape: Any) -> tuple[int, int, int, int]:
    return shape.left, shape.top, shape.width, shape.height


def test_it_is_sound_and_reopens(built: Built, data: bytes) -> None:
    assert lint(data) == []
    presentation = pptx.Presentation(io.BytesIO(data))
    assert len(presentation.slides) == 13
    for tree, slide in zip(built.deck.slides, presentation.slides, strict=True):
        title = slide.shapes.title
        assert title is not None
        assert title.text_frame.text.replace("\N{NO-BREAK SPACE}", " ") == tree.title.replace("\N{NO-BREAK SPACE}", " ")
        assert slide.has_notes_slide == bool(tree.notes)
        for place in slide.placeholders:
            assert place.has_text_frame
            assert place.text_frame.text.strip(), f"{tree.id}: {place.name} is empty"


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parent.parent
    results = []
    for number, (seed, zone, folder) in enumerate((("0", "UTC", root), ("4711", "Asia/Kathmandu", tmp_path))):
        output = tmp_path / str(number)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        command = [os.sys.executable, str(root / "generate_deck.py"), "build", "--output", str(output)]  # type: ignore[attr-defined]
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        results.append((output / "alliance-8.7.en.pptx").read_bytes())
    assert results[0] == results[1]
    with ZipFile(io.BytesIO(results[0])) as package:
        assert {entry.date_time for entry in package.infolist()} == {ZipInfo("x").date_time}


@pytest.mark.external
def test_the_open_xml_sdk_finds_no_error(data: bytes) -> None:
    assert validate(data) == []


@pytest.mark.external
def test_all_text_is_drawn_inside_its_shape(built: Built, data: bytes, tmp_path: Path) -> None:
    assert not list(strayed(built.deck, data, tmp_path))


def test_nothing_but_footers_is_under_14_points(built: Built) -> None:
    for slide_id, shape, text in texts(built.deck):
        if not (isinstance(shape, TextBox) and shape.placeholder and shape.placeholder.type in _FURNITURE):
            used = {paragraph.level for paragraph in text.paragraphs}
            assert min(text.sizes[level] for level in used) >= 14, f"{slide_id}: {shape.name}"


@pytest.mark.external
def test_text_stands_out_from_the_pixels_behind_it(built: Built, data: bytes, tmp_path: Path) -> None:
    theme = built.deck.theme
    grounds = [Image.open(path).convert("RGB") for path in render(_without_text(data), tmp_path)]
    slides = {tree.id: ground for tree, ground in zip(built.deck.slides, grounds, strict=True)}
    for slide_id, shape, text in texts(built.deck):
        ground = slides[slide_id]
        for line in text.lines:
            paragraph = text.paragraphs[line.paragraph]
            style, size = text.body.levels[paragraph.level], text.sizes[paragraph.level]
            wanted = least_contrast(size, style.bold)
            area = _area(shape.rect, line, ground.width / theme.width)
            colours = ground.crop(area).getcolors(1_000_000) or []
            poor = [colour for _, colour in colours if contrast(theme.rgb(style.colour), colour) < wanted]  # type: ignore[arg-type]
            assert not poor, f"{slide_id}: “{paragraph.plain}” on {poor[:3]}"


def _area(rect: Rect, line: TextLine, scale: float) -> tuple[int, int, int, int]:
    """A line's pixels: left, top, right, bottom."""
    left, top = rect.left + line.start * EMU_PER_POINT, rect.top + line.top * EMU_PER_POINT
    right, bottom = left + line.width * EMU_PER_POINT, top + line.height * EMU_PER_POINT
    return round(left * scale), round(top * scale), round(right * scale), round(bottom * scale)


def _without_text(data: bytes) -> bytes:
    target = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(target, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename.startswith("ppt/slides/slide"):
                part = re.sub(
                    rb"<a:fld .*?</a:fld>", b"", re.sub(rb"<a:t>[^<]*</a:t>", b"<a:t> </a:t>", part), flags=re.S
                )
            new.writestr(entry, part)
    return target.getvalue()
