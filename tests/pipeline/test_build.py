"""The pipeline's joints: names, directions, languages, the public interface."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

import deck
from deck.model.shapes import TextBox
from deck.pipeline.build import lay_out
from deck.pipeline.places import deck_name
from tests.outlines import laid_out, write_outline

STATEMENT = "layout: statement\ntitle: A title\nstatement: Some words that matter"


@pytest.mark.parametrize(
    ("outline", "name"),
    [("webinars/alliance-8.7/outline.yaml", "alliance-8.7"), ("webinars/alliance-8.7.yaml", "alliance-8.7")],
)
def test_a_deck_is_named_after_its_outline(outline: str, name: str) -> None:
    assert deck_name(Path(outline)) == name


@pytest.mark.parametrize("language", ["ar", "he", "fa", "ur"])
def test_a_deck_that_is_read_from_right_to_left_is_mirrored(language: str, tmp_path: Path) -> None:
    left_to_right = laid_out(tmp_path, STATEMENT).deck
    mirrored = laid_out(tmp_path, STATEMENT, language=language).deck
    width = mirrored.theme.width
    for one, other in zip(left_to_right.slides[0].shapes, mirrored.slides[0].shapes, strict=True):
        assert isinstance(other, TextBox)
        assert other.rect == one.rect.mirrored(width)
        assert other.placeholder in mirrored.slides[0].slide_layout.placeholders
    shapes = zip(
        left_to_right.slides[0].slide_layout.decoration, mirrored.slides[0].slide_layout.decoration, strict=True
    )
    for one, other in shapes:
        assert other.rect == one.rect.mirrored(width)
        assert other.rect.mirrored(width) == one.rect


def test_slide_layouts_made_to_measure_have_names_of_their_own(tmp_path: Path) -> None:
    def halves(title: str, part: int) -> str:
        parts = f"[{{id: p, value: {part}, label: first}}, {{id: q, value: {100 - part}, label: second}}]"
        figures = f"figures:\n  - {{id: a, value: 100, label: all, parts: {parts}}}"
        return f"layout: statistics\ntitle: {title}\n{figures}"

    built = laid_out(tmp_path, halves("One", 50), halves("Two", 40), halves("Three", 50))
    names = [tree.slide_layout.name for tree in built.deck.slides]
    assert names == ["Statistics, 1, with parts", "Statistics, 1, with parts (2)", "Statistics, 1, with parts"]
    assert len({layout.name for layout in built.deck.slide_layouts}) == len(built.deck.slide_layouts)


def test_the_public_interface_builds_the_webinar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert sorted(deck.__all__) == deck.__all__
    for name in deck.__all__:
        assert getattr(deck, name).__doc__
    assert doctest.testmod(deck).failed == 0
    assert (tmp_path / "dist" / "alliance-8.7.en.pptx").exists()


def test_ids_of_continued_slides_are_their_own(tmp_path: Path) -> None:
    items = ", ".join(f"{{id: n{number}, text: Entry {number}}}" for number in range(120))
    listing = f"layout: columns\ntitle: List\nitems: [{items}]"
    outline = write_outline(tmp_path, listing, STATEMENT)
    outline.write_text(outline.read_text(encoding="utf-8").replace("id: slide-2", "id: slide-1-2"), encoding="utf-8")
    ids = [tree.id for tree in lay_out(outline).deck.slides]
    assert len(ids) == len(set(ids)) > 2
    assert "slide-1-2" in ids


def test_a_footer_that_is_too_long_is_told_once(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, STATEMENT, STATEMENT.replace("A title", "Another"))
    text = outline.read_text(encoding="utf-8").replace("footer: A footer", f"footer: {'long ' * 60}")
    outline.write_text(text, encoding="utf-8")
    (finding,) = lay_out(outline).diagnostics
    assert "footer" in finding.message
