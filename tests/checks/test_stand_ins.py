"""Fonts that may stand for the theme's: those of its widths hold all its texts, wider ones are told with the places."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.checks import StandIn
from deck.model.deck import Deck
from deck.pipeline.build import lay_out
from deck.pipeline.places import default_outline
from deck.pipeline.stand_ins import fonts_that_may_stand_in
from tests.outlines import examples, laid_out, texts


def found(deck: Deck) -> dict[str, StandIn]:
    return {each.font: each for each in fonts_that_may_stand_in(deck)}


@pytest.mark.parametrize("language", ["en", "ar", "zh", "ru"])
def test_what_has_the_theme_s_widths_holds_every_text(language: str, tmp_path: Path) -> None:
    for deck in (lay_out(default_outline(), language).deck, laid_out(tmp_path, *examples(), language=language).deck):
        carlito = found(deck)["Carlito"]
        assert carlito.over == ()
        assert carlito.texts == len(list(texts(deck)))


def test_a_wider_font_is_told_with_the_places_of_what_it_breaks() -> None:
    fonts = found(lay_out(default_outline()).deck)
    over = [len(fonts[name].over) for name in ("Carlito", "Liberation Sans", "Noto Sans", "DejaVu Sans")]
    assert over == sorted(over)
    assert ("figures", "figures.slavery") in fonts["DejaVu Sans"].over


def test_cells_of_tables_are_measured_in_their_rows(tmp_path: Path) -> None:
    words = "A cell of many words that go on until the line of its column is nearly full and on to another one"
    rows = "".join(f"  - {{id: r{n}, cells: {{name: {words}, sum: 1}}}}\n" for n in range(3))
    deck = laid_out(tmp_path, f"layout: table\ntitle: T\ncolumns: [Name, Sum]\nrows:\n{rows}").deck
    assert found(deck)["Carlito"].over == ()
    assert {field for _, field in found(deck)["DejaVu Sans"].over} >= {f"rows.r{n}.cells.name" for n in range(3)}


def test_a_theme_in_a_wide_font_is_held_by_that_and_all_narrower(tmp_path: Path) -> None:
    theme = (default_outline().parents[1] / "themes" / "alliance.yaml").read_text(encoding="utf-8")
    (tmp_path / "wide.yaml").write_text(theme.replace("latin: Calibri", "latin: Noto Sans"), encoding="utf-8")
    laid_out(tmp_path, *examples())
    outline = tmp_path / "outline.yaml"
    outline.write_text(outline.read_text("utf-8").replace("theme: alliance", "theme: wide.yaml"), encoding="utf-8")
    built = lay_out(outline)
    assert "unknown-font" not in {finding.code for finding in built.diagnostics}
    assert found(built.deck)["Noto Sans"].over == ()
    assert found(built.deck)["Carlito"].over == ()
