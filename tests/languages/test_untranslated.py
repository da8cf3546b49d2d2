"""What is not translated is in the outline's language: so its runs say, and so it is read."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from deck.export.pptx import write_pptx
from deck.export.svg import slide_svg
from deck.languages.directions import with_marks
from deck.model.language import Language
from deck.model.text import Run
from deck.model.units import points
from deck.pipeline.build import Built, lay_out
from deck.translating import catalog_files, exchange
from tests.drawn import words
from tests.languages.catalogs import complete, entry, translated, write_catalog
from tests.outlines import texts, write_outline
from tests.render import to_pdf

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SVG = "{http://www.w3.org/2000/svg}"
LTR = "\N{LEFT-TO-RIGHT MARK}"
EN = Language("en")
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
    for said in (f"Hello.{LTR}", f"All of them.{LTR}", f"{LTR}≈ 49 of\N{NO-BREAK SPACE}them"):
        assert found[said] == ({"en"}, "1")
    assert found["آخرون"] == ({"ar"}, "1")
    assert found["5\N{NO-BREAK SPACE}ملايين"] == ({"ar"}, "1")
    assert paragraphs(built, "notesSlides/notesSlide1")[f"Say (it).{LTR}"] == ({"en"}, "1")


def test_words_that_introduce_a_source_are_translated_apart_from_it(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    write_catalog(tmp_path, *(one for one in complete() if "sources" not in one), language="ar")
    found = paragraphs(lay_out(outline, "ar"))
    assert found[f"المصدر: ILO, Global Estimates, 2022{LTR}"] == ({"ar", "en"}, "1")


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
    assert found["كلمات"] == ({"ar"}, None)
    assert found["Hello"] == ({"en"}, None)


def test_the_picture_stands_at_the_deck_s_side(tmp_path: Path) -> None:
    built = translated(tmp_path, SLIDE, OTHERS, language="ar")
    (tree,) = built.deck.slides
    root = ElementTree.fromstring(slide_svg(built.deck, tree))
    turned = {"".join(one.itertext()).strip(LTR): one for one in root.iter(f"{SVG}g") if one.get("direction") == "ltr"}
    assert {"Hello.", "All of them."} < set(turned)
    (box,) = (shape for _, shape, text in texts(built.deck) if text.paragraphs[0].plain == f"Hello.{LTR}")
    (text,) = turned["Hello."].iter(f"{SVG}text")
    assert text.get("text-anchor") == "end"
    assert float(text.get("x", "0")) == pytest.approx((box.rect.left + box.rect.width) / 12_700, abs=0.1)


LIST = "layout: bullets\ntitle: Hello\nitems: [{id: a, text: 'A list (of three).'}, {id: b, text: One}]"


@pytest.mark.external
def test_signs_and_bullets_stand_where_they_belong(tmp_path: Path) -> None:
    built = translated(tmp_path, LIST, entry("slide-1.items.b.text", "One", "واحد"), language="ar")
    (page,) = words(to_pdf(write_pptx(built.deck), tmp_path), points(built.deck.theme.width))
    at = {word.text: word for word in page}
    # The full stop is drawn with its word, at its right, and not at the line's other end.
    assert {"A", "list", "(of", "three)."} <= set(at), sorted(at)
    assert at["A"].left < at["list"].left < at["(of"].left < at["three)."].left
    bullets = [word for word in page if word.text == "•"]
    assert len(bullets) == 2
    assert bullets[0].left == pytest.approx(bullets[1].left, abs=0.5)
    assert bullets[0].left > at["three)."].left


@pytest.mark.parametrize(
    ("language", "runs", "wanted"),
    [
        ("ar", [Run("News.", language=EN)], "News.>"),
        ("ar", [Run("(News)", language=EN)], ">(News)>"),
        ("ar", [Run("News", language=EN)], "News"),
        (
            "ar",
            [Run("مرحبا: "), Run(" 400 (of", language=EN), Run(" them). ", True, language=EN)],
            "مرحبا:  >400 (of them).> ",
        ),
        ("ar", [Run("One.\v(Two)", language=EN)], "One.>\v>(Two)>"),
        ("ar", [Run("News.", language=Language("fa"))], "News."),
        ("en", [Run("كلمات.", language=Language("ar"))], "كلمات.<"),
        ("en", [Run("News.")], "News."),
        ("ar", [Run(" ", language=EN)], " "),
    ],
)
def test_marks_stand_at_edges_that_are_signs(language: str, runs: list[Run], wanted: str) -> None:
    found = list(with_marks(runs, Language(language)))
    assert "".join(run.text for run in found) == wanted.replace(">", LTR).replace("<", "\N{RIGHT-TO-LEFT MARK}")
    assert [run.with_text("") for run in found] == [run.with_text("") for run in runs]


def test_a_paragraph_has_a_language_where_all_its_words_have_it(tmp_path: Path) -> None:
    built = translated(tmp_path, SLIDE, OTHERS, language="ar")
    languages = {p.plain: p.language for _, _, text in texts(built.deck) for p in text.paragraphs}
    assert languages[f"All of them.{LTR}"] == Language("en")
    assert languages["آخرون"] is None


MARKED = "layout: statement\ntitle: Hello\nstatement: The [국제노동기구 (ILO)]{lang=ko} says so"


@pytest.mark.parametrize("translation", ["", "كما تقول [국제노동기구 (ILO)]{lang=ko}"])
def test_words_that_say_their_language_keep_it_in_every_deck(translation: str, tmp_path: Path) -> None:
    outline = write_outline(tmp_path, MARKED)
    source = "The [국제노동기구 (ILO)]{lang=ko} says so"
    write_catalog(tmp_path, *complete(), entry("slide-1.statement", source, translation), language="ar")
    for language, around in (("en", "en"), ("ar", "ar" if translation else "en")):
        built = lay_out(outline, language)
        (found,) = (runs for said, (runs, _) in paragraphs(built).items() if "국제" in said)
        assert found == {"ko-KR", around}
        (tree,) = built.deck.slides
        root = ElementTree.fromstring(slide_svg(built.deck, tree))
        said = "".join("".join(one.itertext()) for one in root.iter(f"{SVG}tspan") if one.get("lang") == "ko")
        assert "".join(said.strip(LTR).split()) == "국제노동기구(ILO)"


def test_the_mark_goes_to_translators_tools_and_comes_back(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, MARKED)
    source = "The [국제노동기구 (ILO)]{lang=ko} says so"
    path = write_catalog(tmp_path, *complete(), entry("slide-1.statement", source, "L’[OIT]{lang=ko} le dit"))
    catalog_files.extract(outline)
    before = path.read_bytes()
    exported = exchange.export_xliff(outline, "fr")
    (done,) = exchange.take_file(outline, exported, exchange.xliff)
    assert (done.taken.changed, path.read_bytes()) == ([], before)
    text = exported.read_text(encoding="utf-8").replace("[OIT]{lang=ko} le dit", "[OIT]{lang=ko} l’a dit")
    exported.write_text(text, encoding="utf-8")
    exchange.take_file(outline, exported, exchange.xliff)
    assert "L’[OIT]{lang=ko} l’a dit" in path.read_text(encoding="utf-8")
