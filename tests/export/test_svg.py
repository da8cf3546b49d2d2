"""The SVGs: every kind of shape at its place, every line of text where it was measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.export.svg import slide_svg
from deck.model.charts import Chart, ChartKind
from deck.model.deck import Deck
from deck.model.language import Language
from deck.model.letters import Kind, stretches
from deck.model.shapes import AutoShape, Group, Shape, ShapeTree, Table, TextBox
from deck.model.style import Bullet, Colour, TextBody, TextStyle
from deck.model.text import Paragraph, Run
from deck.model.typesetting import FittedText, Frame, TextLine
from deck.model.units import Insets, Rect, points
from deck.pipeline.build import lay_out
from deck.pipeline.places import default_outline
from deck.typeset import Typesetter
from tests.export.decks import BLUE, PLAIN, THEME, deck, drawings, sample_chart, sample_table, says
from tests.outlines import examples, laid_out

SVG = "{http://www.w3.org/2000/svg}"
BOX = Rect.of_units(10, 20, 60, 40)
STYLE = TextStyle(20, 10)
BULLETS = replace(STYLE, indent=21, hanging=15, bullet=Bullet("•", BLUE))


def drawn(deck: Deck, tree: ShapeTree) -> ElementTree.Element:
    return ElementTree.fromstring(slide_svg(deck, tree))


def shapes_drawn(*shapes: Shape, language: str = "en") -> ElementTree.Element:
    """A slide of nothing but these shapes, as if laid out in that direction."""
    bare = replace(PLAIN, decoration=(), placeholders=())
    made = deck(language, [])
    return drawn(made, ShapeTree("slide", "slide", "start", "A title", bare, shapes))


def text_drawn(
    *paragraphs: Paragraph, style: TextStyle = STYLE, language: str = "en", body: TextBody | None = None
) -> list[ElementTree.Element]:
    """The `text` elements of a box with these paragraphs."""
    setter = Typesetter(THEME, Language(language))
    fitted = setter.measure(Frame(paragraphs, body or TextBody((style,)), BOX))
    return list(shapes_drawn(TextBox("Box", BOX, fitted), language=language).iter(f"{SVG}text"))


def number(element: ElementTree.Element, name: str) -> float:
    return float(element.attrib[name])


def words(element: ElementTree.Element) -> str:
    return "".join(element.itertext())


def lines(shape: Shape) -> Iterator[tuple[FittedText, TextLine]]:
    match shape:
        case TextBox(text=text) | AutoShape(text=FittedText() as text):
            yield from ((text, line) for line in text.drawn)
        case Group():
            for member in shape.shapes:
                yield from lines(member)
        case Table():
            for row in shape.rows:
                yield from ((cell.text, line) for cell in row for line in cell.text.drawn)
        case Chart():
            yield from ((label.text, line) for label in shape.labels for line in label.text.drawn)
        case _:
            pass


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_every_line_of_every_example_is_one_text(tmp_path: Path, language: str) -> None:
    made = laid_out(tmp_path, *examples(), language=language).deck
    for tree in made.slides:
        written = [words(text) for text in drawn(made, tree).iter(f"{SVG}text")]
        wanted = [
            "".join(run.text for run in line.runs).rstrip(" ") for shape in tree.shapes for _, line in lines(shape)
        ]
        assert wanted
        labels = list(written)
        # Code has lines that show nothing.
        for line in filter(None, wanted):
            labels.remove(line)
        assert all(label in "•–❖" or re.fullmatch(r"\(?\w{1,3}[.)-]?", label) for label in labels)


def test_the_webinar_s_ids_are_unique_and_its_pictures_the_same_each_time() -> None:
    made = lay_out(default_outline()).deck
    pictures = [slide_svg(made, tree) for tree in made.slides]
    assert pictures == [slide_svg(made, tree) for tree in lay_out(default_outline()).deck.slides]
    ids = [element.attrib["id"] for picture in pictures for element in _all(picture) if "id" in element.attrib]
    assert len(ids) == len(set(ids)) >= len(pictures)


def _all(picture: str) -> Iterator[ElementTree.Element]:
    return ElementTree.fromstring(picture).iter()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_kind_of_shape(language: str) -> None:
    made = deck(language)
    for tree in made.slides:
        drawn(made, tree)
    tree = next(tree for tree in made.slides if tree.id == "drawings")
    found = drawn(made, tree)
    tags = [element.tag.removeprefix(SVG) for element in found.iter()]
    assert tags.count("image") == tags.count("clipPath") == 2
    assert {tag: tags.count(tag) for tag in ("ellipse", "line")} == {"ellipse": 2, "line": 2}
    spoken = {element.get("aria-label") for element in found.iter() if element.get("role") == "img"}
    assert spoken == {"A wave", "A migrant's way", "A disc on a ground"}


def test_shapes_stand_where_they_stand() -> None:
    bar, card, ring, wave, *_ = drawings()
    found = shapes_drawn(bar, card, ring, wave)
    _, drawn_bar, drawn_card = found.iter(f"{SVG}rect")
    assert [number(drawn_bar, side) for side in ("x", "y", "width", "height")] == [48, 132, 240, 48]
    assert drawn_bar.get("fill") == "#005f9e"
    assert number(drawn_card, "rx") == pytest.approx(120 / 6, abs=0.01)
    assert drawn_card.get("stroke") == "#005f9e"
    arc, path = found.iter(f"{SVG}path")
    assert arc.get("d") == "M720 192A60 60 0 1 1 660 132"
    assert (arc.get("fill"), arc.get("stroke-width")) == ("none", "12")
    assert path.get("fill-opacity") == "0.6"
    assert path.get("d", "").startswith("M756 132L876 132C876 180 828 252 756 252Z")


def test_drawings_are_turned_round_for_the_other_direction_and_pictures_are_not() -> None:
    made = deck("ar")
    found = drawn(made, next(tree for tree in made.slides if tree.id == "drawings"))
    turned = [path.get("transform", "") for path in found.iter(f"{SVG}path")]
    assert all(turn.startswith("matrix(-1 0 0 1 ") for turn in turned)
    images = list(found.iter(f"{SVG}image"))
    assert [image.get("transform") for image in images] == [None, None]
    assert found.get("direction") == "rtl"
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"


def test_what_is_cut_off_a_picture_lies_outside_its_window() -> None:
    made = deck()
    (image,) = drawn(made, made.slides[0]).iter(f"{SVG}image")
    assert image.get("aria-label") == "A slope of grey"
    # 180 points wide after a tenth was cut off either side; as high after a fifth was cut off below.
    assert [number(image, side) for side in ("x", "y", "width", "height")] == [25.5, 180, 225, 225]


def test_lines_follow_each_other_and_begin_where_they_were_measured() -> None:
    insets = Insets.of_units(2, 1, 0, 0)
    found = text_drawn(says("a " * 120), body=TextBody((STYLE,), insets))
    assert len(found) > 2
    assert {number(text, "x") for text in found} == {points(BOX.left) + 12}
    assert number(found[0], "y") == pytest.approx(points(BOX.top) + 6 + 20)
    assert {round(number(b, "y") - number(a, "y"), 2) for a, b in pairwise(found)} == {24}


def test_less_leading_raises_the_first_line() -> None:
    (text,) = text_drawn(says("a"), style=replace(STYLE, leading=0.9))
    assert number(text, "y") == pytest.approx(points(BOX.top) + 0.8 * 1.2 * 0.9 * 20, abs=0.01)


@pytest.mark.parametrize(("language", "edge"), [("en", points(BOX.left)), ("ar", points(BOX.right))])
def test_a_bullet_hangs_before_its_first_line(language: str, edge: float) -> None:
    found = text_drawn(says("عمل " * 60 if language == "ar" else "work " * 60), style=BULLETS, language=language)
    turn = -1 if language == "ar" else 1
    bullet, first, second, *_ = found
    assert words(bullet) == "•"
    assert bullet.get("fill") == "#005f9e"
    assert number(bullet, "x") == pytest.approx(edge + turn * 6)
    assert number(first, "x") == number(second, "x") == pytest.approx(edge + turn * 21)


def test_a_bullet_has_a_font_that_has_it() -> None:
    for language in ("en", "ar", "zh"):
        dot, _ = text_drawn(says("a"), style=BULLETS, language=language)
        sign, _ = text_drawn(says("a"), style=replace(BULLETS, bullet=Bullet("❖")), language=language)
        assert dot.get("font-family", "").startswith("'Calibri', 'Carlito'")
        assert sign.get("font-family", "").startswith("'Segoe UI Symbol', 'OpenSymbol'")
        assert sign.get("fill") == "#16222e"


def test_a_numbered_paragraph_has_its_number() -> None:
    label, line = text_drawn(replace(says("twelve"), number=12), style=replace(BULLETS, bullet=Bullet(None)))
    assert (words(label), words(line)) == ("12.", "twelve")
    assert text_drawn(says(""), style=BULLETS) == []


@pytest.mark.parametrize(("align", "anchor", "share"), [("centre", "middle", 0.5), ("end", "end", 1)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_alignment(align: str, anchor: str, share: float, language: str) -> None:
    (text,) = text_drawn(says("عمل"), style=replace(STYLE, align=align), language=language)  # type: ignore[arg-type]
    left, right = points(BOX.left), points(BOX.right)
    start, end = (right, left) if language == "ar" else (left, right)
    assert text.get("text-anchor") == anchor
    assert number(text, "x") == pytest.approx(start + (end - start) * share, abs=0.01)


def test_runs_keep_their_looks_and_links() -> None:
    (text,) = text_drawn(
        says("plain ", Run("bold", bold=True), Run("slant", italic=True), Run("on", link="https://a.org/?x=1&y=<2>"))
    )
    bold, slanted = text.findall(f"{SVG}tspan")
    assert (bold.get("font-weight"), slanted.get("font-style")) == ("bold", "italic")
    link = text.find(f"{SVG}a")
    assert link is not None
    assert link.get("href") == "https://a.org/?x=1&y=<2>"
    assert words(text) == "plain boldslanton"


def test_fonts_follow_the_letters() -> None:
    (text,) = text_drawn(says("عام 2021 Alliance"), language="ar")
    assert text.get("font-family", "").startswith("'Arial', 'Liberation Sans'")
    (latin,) = text.findall(f"{SVG}tspan")
    assert words(latin) == "Alliance"
    assert latin.get("font-family", "").startswith("'Calibri', 'Carlito'")
    (text,) = text_drawn(says("约2021年，"), language="zh")
    (digits, after) = text.findall(f"{SVG}tspan")
    assert (words(digits), digits.get("dx")) == ("2021", "0.24em")
    assert (words(after), after.get("dx")) == ("年，", "0.24em")


@pytest.mark.parametrize(
    ("text", "home", "pieces"),
    [
        ("plain (text)", "latin", [("latin", "plain (text)")]),
        ("في 8.7 و ILO", "complex", [("complex", "في 8.7 و "), ("latin", "ILO")]),
        ("2021", "complex", [("complex", "2021")]),
        ("(ILO 2030) في", "complex", [("complex", "("), ("latin", "ILO 2030"), ("complex", ") في")]),
        ("“联盟”8.7 is", "east_asian", [("east_asian", "“联盟”"), ("latin", "8.7 is")]),
        ("年 年8·。", "east_asian", [("east_asian", "年 年"), ("latin", "8·"), ("east_asian", "。")]),
        ("Альянс “8”", "latin", [("latin", "Альянс “8”")]),
    ],
)
def test_text_is_divided_by_its_letters(text: str, home: Kind, pieces: list[tuple[Kind, str]]) -> None:
    assert stretches([text], home) == [pieces]


@given(st.lists(st.text()), st.sampled_from(["latin", "complex", "east_asian"]))
def test_dividing_text_loses_nothing(texts: list[str], home: Kind) -> None:
    assert ["".join(piece for _, piece in each) for each in stretches(texts, home)] == texts


@given(st.text(min_size=1))
def test_whatever_is_written_the_picture_is_xml(text: str) -> None:
    fitted = Typesetter(THEME, Language("en")).measure(Frame((says(text),), TextBody((STYLE,)), BOX))
    shapes_drawn(TextBox(text, BOX, fitted, field=text), AutoShape(text, BOX, "rect", BLUE, description=text))


def test_a_table_s_columns_follow_the_reading_direction() -> None:
    table = sample_table()
    for language, first in (("en", 48), ("ar", 48 + 35 * 12)):
        found = shapes_drawn(table, language=language)
        roles = [element.get("role") for element in found.iter() if element.get("role")]
        assert (roles.count("row"), roles.count("columnheader"), roles.count("cell")) == (3, 3, 6)
        cell = next(element for element in found.iter() if element.get("role") == "columnheader")
        ground = cell.find(f"{SVG}rect")
        assert ground is not None
        assert number(ground, "x") == first


@pytest.mark.parametrize(("kind", "boxes", "paths"), [("bar", 5, 0), ("column", 5, 0), ("line", 0, 2)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_charts(kind: ChartKind, boxes: int, paths: int, language: str) -> None:
    found = shapes_drawn(sample_chart(kind), language=language)
    # The first is the slide's ground.
    assert len(list(found.iter(f"{SVG}rect"))) == 1 + boxes
    assert len(list(found.iter(f"{SVG}path"))) == paths
    said = [words(text) for text in found.iter(f"{SVG}text")]
    assert {"Labour", "Other & more", "0", "30"} <= set(said)
    heights = [number(box, "width" if kind == "bar" else "height") for box in found.iter(f"{SVG}rect")][1 : 1 + boxes]
    if boxes:
        assert heights[0] / heights[1] == pytest.approx(25 / 15.5, abs=0.01)


def test_colours_are_the_theme_s() -> None:
    tint = Colour("accent1").lighter(70)
    found = shapes_drawn(AutoShape("Box", BOX, "rect", tint))
    _, box = found.iter(f"{SVG}rect")
    assert box.get("fill") == "#{:02x}{:02x}{:02x}".format(*THEME.rgb(tint))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_code_is_drawn_in_its_font_with_all_its_spaces(language: str) -> None:
    mark = "\N{LEFT-TO-RIGHT MARK}" if language == "ar" else ""
    (element,) = text_drawn(Paragraph((Run("a "), Run(f"{mark}--b  c{mark}", code=True))), language=language)
    code = [each for each in element.iter(f"{SVG}tspan") if "monospace" in each.get("font-family", "")]
    assert "".join(each.text or "" for each in code) == f"{mark}--b  c{mark}"
    assert all(each.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" for each in code)
