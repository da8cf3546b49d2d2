"""Four fields along two axes, or of strengths and so on, which each language calls by its own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.model.shapes import AutoShape, ShapeTree, TextBox
from deck.model.style import Colour
from tests.layouts.test_mistakes import found
from tests.outlines import laid_out

FIELDS = "quadrants: [{id: a, heading: A}, {id: b, heading: B}, {id: c, heading: C}, {id: d, heading: D}]"
LISTS = "quadrants: [{id: a, items: [One]}, {id: b, heading: Ours}, {id: c, text: T}, {id: d, items: [Two, Three]}]"


def fields(tree: ShapeTree) -> list[TextBox]:
    return [shape for shape in tree.shapes if isinstance(shape, TextBox) and shape.name.startswith("Field")]


def decoration(tree: ShapeTree, name: str) -> list[AutoShape]:
    shapes = tree.slide_layout.decoration
    return [shape for shape in shapes if isinstance(shape, AutoShape) and shape.name.startswith(name)]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_fields_lie_along_their_axes_in_the_direction_of_reading(language: str, tmp_path: Path) -> None:
    slide = f"layout: matrix\ntitle: T\nup: Effect\nacross: Effort\n{FIELDS}"
    built = laid_out(tmp_path, slide, language=language)
    assert built.diagnostics == ()
    (tree,) = built.deck.slides
    a, b, c, d = (box.rect for box in fields(tree))
    assert (a.left < b.left) == (language == "en")
    assert a.top == b.top < c.top == d.top
    (line,), (arrow,) = decoration(tree, "Axis up"), decoration(tree, "Arrow across")
    near, far = (a.left, b.right) if language == "en" else (a.right, b.left)
    assert abs(line.rect.left - near) < abs(line.rect.left - far)
    assert abs(arrow.rect.left - far) < abs(arrow.rect.left - near)
    assert arrow.flipped == (language == "ar")


def test_the_field_that_stands_out_has_a_ground_of_its_own(tmp_path: Path) -> None:
    (tree,) = laid_out(tmp_path, f"layout: matrix\ntitle: T\nhighlight: b\n{FIELDS}").deck.slides
    grounds = [shape.fill for shape in decoration(tree, "Field")]
    assert grounds.count(Colour("accent1")) == 1
    assert grounds[1] == Colour("accent1")
    assert fields(tree)[1].text.body.levels[0].colour == Colour("lt1")


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ["Strengths", "Ours", "Opportunities", "Threats"]), ("fr", ["Forces", "Ours", "Opportunités", "Menaces"])],
)
def test_strengths_and_so_on_need_no_headings(language: str, words: list[str], tmp_path: Path) -> None:
    built = laid_out(tmp_path, f"layout: matrix\nform: swot\ntitle: T\n{LISTS}", language=language)
    assert built.diagnostics == ()
    (tree,) = built.deck.slides
    assert [box.text.paragraphs[0].plain for box in fields(tree)] == words
    assert [paragraph.level for paragraph in fields(tree)[3].text.paragraphs] == [0, 2, 2]


def test_what_does_not_go_together_is_told(tmp_path: Path) -> None:
    assert [code for _, code, _ in found(tmp_path, f"layout: matrix\ntitle: T\n{LISTS}")] == ["missing-field"] * 3
    swot = f"layout: matrix\nform: swot\ntitle: T\nup: Effect\n{LISTS}"
    assert [(place, code) for place, code, _ in found(tmp_path, swot)] == [("4:1", "invalid-value")]
    other = f"layout: matrix\ntitle: T\nhighlight: e\n{FIELDS}"
    assert [(place, code) for place, code, _ in found(tmp_path, other)] == [("3:1", "unknown-name")]
