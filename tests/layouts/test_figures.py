"""Figures of every length stand on their panels and cards, and bars are as long as their shares."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.export.pptx import write_pptx
from deck.export.pptx.lint import lint
from deck.model.deck import Deck
from deck.model.shapes import Shape
from tests.outlines import laid_out

FIGURES = ["7", "400", "12_500", "1_234_567", "50_000_000", "160_000_000", "2_000_000_000", "≈ 49,6 Mio."]


@pytest.mark.parametrize("language", ["en", "de", "fr", "ru", "ar", "zh"])
@pytest.mark.parametrize("value", FIGURES)
def test_a_key_figure_of_any_length_fits(value: str, language: str, tmp_path: Path) -> None:
    slide = f"layout: key-figure\ntitle: T\nvalue: {value}\nlabel: people\nitems: [{{id: a, text: A}}]"
    assert laid_out(tmp_path, slide, language=language).diagnostics == ()


def statistics(whole: int, *parts: float) -> str:
    listed = ", ".join(f"{{id: p{number}, value: {part}, label: some}}" for number, part in enumerate(parts))
    return f"layout: statistics\ntitle: T\nfigures: [{{id: a, value: {whole}, label: all, parts: [{listed}]}}]"


def bars(deck: Deck) -> list[Shape]:
    return [shape for shape in deck.slides[0].shapes if shape.name.startswith("Bar")]


@pytest.mark.parametrize("parts", [(0, 50), (0.2, 50), (100,), (33, 33, 34), (1, 1, 1)])
def test_a_bar_has_a_length_for_every_part_that_is_not_nothing(parts: tuple[float, ...], tmp_path: Path) -> None:
    built = laid_out(tmp_path, statistics(100, *parts))
    assert built.diagnostics == ()
    shown = bars(built.deck)
    assert all(bar.rect.width > 0 for bar in shown)
    assert len([bar for bar in shown if "rest" not in bar.name]) == len([part for part in parts if part])
    assert lint(write_pptx(built.deck)) == []


@pytest.mark.parametrize("parts", [(-10, 50), (80, 50)])
def test_parts_that_are_no_parts_have_no_bar(parts: tuple[float, ...], tmp_path: Path) -> None:
    assert bars(laid_out(tmp_path, statistics(100, *parts)).deck) == []


def test_an_icon_is_turned_round_only_if_it_points_somewhere(tmp_path: Path) -> None:
    slide = (
        "layout: panels\ntitle: T\npanels:\n- {id: a, heading: A, icon: migration}\n- {id: b, heading: B, icon: check}"
    )
    for language, turned in (("en", [False, False]), ("ar", [True, False])):
        groups = [
            shape
            for shape in laid_out(tmp_path, slide, language=language).deck.slides[0].shapes
            if "Icon" in shape.name
        ]
        assert [group.shapes[1].flipped for group in groups] == turned  # type: ignore[union-attr]
