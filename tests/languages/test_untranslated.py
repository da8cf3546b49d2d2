"""What is not translated is in the outline's language: so its runs say, and so it is read."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from deck.export.pptx import write_pptx
from deck.export.svg import slide_svg
from deck.model.language import Language
from deck.pipeline.build import Built, lay_out
from tests.languages.catalogs import complete, entry, translated, write_catalog
from tests.outlines import texts, write_outline

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SVG = "{http://www.w3.org/2000/svg}"
SLIDE = """
    layout: statistics
    title: Hello.
    notes: Say (it).
    figures:
      - {id: a, value: 5_000_000, label: All of **them**., source: estimates}
      - {id: b, value: ≈ 49 of them, label: others}
"""
OTHERS = entry("slide-1.figures.b.label", "others", "آخرون")


def paragraphs(built: Built, part: str = "slides/slide1") -> dict[str, tuple[set[str | None], str | None]]:
    """By their words, the languages of each paragraph's runs, and whether it is read from right to left."""
    with ZipFile(io.BytesIO(write_pptx(built.deck))) as package:
        root = ElementTree.fromstring(package.read(f"ppt/{part}.xml"))
    found = {}
    for paragraph in root.iter(f"{A}p"):
        properties = paragraph.find(f"{A}pPr")
        words = "".join(paragraph.itertext())
        runs = {one.get("lang") for one in paragraph.iter(f"{A}rPr")}
        found[words] = (runs, None if properties is None else properties.get("rtl"))
    return found


def test_each_run_says_its_language_and_is_read_as_that(tmp_path: Path) -> None:
    built = translated(tmp_path, SLIDE, OTHERS, language="ar")
    found = paragraphs(built)
    for words in ("Hello.", "All of them.", "≈ 49 of\N{NO-BREAK SPACE}them"):
        assert found[words] == ({"en"}, "0")
    assert found["آخرون"] == ({"ar"}, "1")
    assert found["5\N{NO-BREAK SPACE}ملايين"] == ({"ar"}, "1")
    assert paragraphs(built, "notesSlides/notesSlide1")["Say (it)."] == ({"en"}, "0")


def test_words_that_introduce_a_source_are_translated_apart_from_it(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    write_catalog(tmp_path, *(one for one in complete() if "sources" not in one), language="ar")
    found = paragraphs(lay_out(outline, "ar"))
    assert found["المصدر: ILO, Global Estimates, 2022"] == ({"ar", "en"}, "1")


@pytest.mark.parametrize(("form", "flags"), [("Bonjour", "fuzzy"), ("{nom}", ""), ("**Bonjour", "")])
def test_a_draft_and_a_broken_translation_are_in_neither(form: str, flags: str, tmp_path: Path) -> None:
    slide = "layout: title\ntitle: Hello"
    built = translated(tmp_path, slide, entry("slide-1.title", "Hello", form, flags=flags))
    assert paragraphs(built)["Hello"][0] == {"en"}
    built = translated(tmp_path, slide, entry("slide-1.title", "Hello", "Bonjour"))
    assert paragraphs(built)["Bonjour"][0] == {"fr"}


def test_a_source_that_is_read_from_right_to_left(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, "layout: statement\ntitle: مرحبا\nstatement: كلمات", language="ar")
    write_catalog(tmp_path, *complete(), entry("slide-1.title", "مرحبا", "Hello"), language="en")
    found = paragraphs(lay_out(outline, "en"))
    assert found["كلمات"] == ({"ar"}, "1")
    assert found["Hello"] == ({"en"}, None)


def test_the_picture_stands_at_the_deck_s_side(tmp_path: Path) -> None:
    built = translated(tmp_path, SLIDE, OTHERS, language="ar")
    (tree,) = built.deck.slides
    root = ElementTree.fromstring(slide_svg(built.deck, tree))
    turned = {"".join(one.itertext()): one for one in root.iter(f"{SVG}g") if one.get("direction") == "ltr"}
    assert {"Hello.", "All of them."} < set(turned)
    ((box, words),) = ((shape, text) for _, shape, text in texts(built.deck) if text.paragraphs[0].plain == "Hello.")
    (text,) = turned["Hello."].iter(f"{SVG}text")
    end = float(text.get("x", "0")) + words.drawn[0].width
    assert end == pytest.approx((box.rect.left + box.rect.width) / 12_700, abs=0.1)


def test_a_paragraph_has_a_language_where_all_its_words_have_it(tmp_path: Path) -> None:
    built = translated(tmp_path, SLIDE, OTHERS, language="ar")
    languages = {p.plain: p.language for _, _, text in texts(built.deck) for p in text.paragraphs}
    assert languages["All of them."] == Language("en")
    assert languages["آخرون"] is None
