"""Slides of one title: each says how it goes on, and only what cannot be told apart is told."""

from __future__ import annotations

from pathlib import Path

from deck.model.deck import Deck
from tests.outlines import laid_out, texts

LIST = "layout: bullets\ntitle: {title}\nitems: [One, Two]"


def titles(deck: Deck) -> list[str]:
    return [tree.title.replace("\N{NO-BREAK SPACE}", " ") for tree in deck.slides]


def test_each_further_slide_of_a_title_is_counted(tmp_path: Path) -> None:
    slides = [LIST.format(title=title) for title in ("Pipes", "Wells", "pipes", "'**Pipes**'")]
    built = laid_out(tmp_path, *slides)
    assert titles(built.deck) == ["Pipes", "Wells", "pipes (2)", "Pipes (3)"]
    assert not built.diagnostics


def test_a_number_that_stands_elsewhere_is_not_taken(tmp_path: Path) -> None:
    slides = [LIST.format(title=title) for title in ("Pipes", "Pipes (2)", "Pipes")]
    built = laid_out(tmp_path, *slides)
    assert titles(built.deck) == ["Pipes", "Pipes (2)", "Pipes (3)"]
    assert not built.diagnostics


def test_a_subtitle_tells_a_slide_apart(tmp_path: Path) -> None:
    below = "Pipes\nsubtitle: How they are laid"
    built = laid_out(tmp_path, LIST.format(title="Pipes"), LIST.format(title=below), LIST.format(title="Pipes"))
    assert titles(built.deck) == ["Pipes", "Pipes – How they are laid", "Pipes (2)"]
    shown = next(text for slide, shape, text in texts(built.deck) if slide == "slide-2" and shape.name == "Title")
    assert [paragraph.plain for paragraph in shown.paragraphs] == ["Pipes", "How they are laid"]
    assert shown.sizes[1] < shown.sizes[0]
    assert not built.diagnostics


def test_one_title_and_one_subtitle_are_told(tmp_path: Path) -> None:
    below = "Pipes\nsubtitle: How they are laid"
    built = laid_out(tmp_path, LIST.format(title=below), LIST.format(title=below))
    assert [finding.code for finding in built.diagnostics] == ["duplicate-title"]


def test_a_cover_keeps_its_subtitle_in_its_place(tmp_path: Path) -> None:
    cover = "layout: title\ntitle: A webinar\nsubtitle: {}"
    built = laid_out(tmp_path, cover.format("For all"), cover.format("For some"))
    assert titles(built.deck) == ["A webinar", "A webinar (2)"]
    assert not built.diagnostics
