"""Fonts that may stand for the theme's: those of its widths hold all its texts, wider ones are told with the places."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from deck.checks import StandIn
from deck.ground.diagnostics import Diagnostic
from deck.model.deck import Deck
from deck.pipeline.build import lay_out
from deck.pipeline.checking import checked
from deck.pipeline.places import default_outline
from deck.pipeline.stand_ins import fonts_that_may_stand_in, where_fonts_are
from tests.outlines import examples, laid_out, texts, write_outline
from tests.themes.looks import font_file


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


def uncommon(outline: Path) -> list[Diagnostic]:
    found = checked(outline, outline.parent / "dist", today=datetime.date(2026, 1, 1)).findings
    return [each for each in found if each.code == "uncommon-font"]


def in_brand_sans(folder: Path, fonts: str, *slides: str) -> Path:
    outline = write_outline(folder, *slides)
    (folder / "brand.yaml").write_text(f"extends: alliance\nfonts: {fonts}\n", encoding="utf-8")
    (folder / "Regular.ttf").write_bytes(font_file(700))
    outline.write_text(outline.read_text("utf-8").replace("theme: alliance", "theme: brand.yaml"), encoding="utf-8")
    return outline


SHORT = "layout: text\ntitle: T\ntext: A few words\n"
FULL = "layout: statement\ntitle: Something\nstatement: " + "WWWWW MMMM " * 10


def test_a_font_that_others_lack_is_told_with_what_would_not_fit(tmp_path: Path) -> None:
    files = "files: {Brand Sans: {regular: Regular.ttf}}"
    outline = in_brand_sans(tmp_path, f"{{minor: {{latin: Brand Sans}}, {files}}}", SHORT, FULL)
    (found,) = uncommon(outline)
    assert found.message.startswith("`Brand Sans` is neither in the deck nor wherever PowerPoint is")
    assert re.search(r"in Arial, \d+ of \d+ texts would not fit: slide-2: statement$", found.message)
    assert found.span is not None
    assert (Path(found.span.path).name, found.span.line) == ("outline.yaml", 6)


def test_a_font_that_others_lack_is_told_though_all_fits(tmp_path: Path) -> None:
    (found,) = uncommon(in_brand_sans(tmp_path, "{major: {latin: Brand Sans}}", SHORT))
    assert found.message.endswith(": in Arial, every text fits")


def test_a_font_that_is_in_the_deck_is_missed_by_nobody(tmp_path: Path) -> None:
    files = "files: {Brand Sans: {regular: Regular.ttf}}"
    assert uncommon(in_brand_sans(tmp_path, f"{{minor: {{latin: Brand Sans}}, {files}, embed: true}}", FULL)) == []


def test_a_font_that_cannot_be_in_the_deck_is_not_to_be_put_there(tmp_path: Path) -> None:
    for embed, advised in (("true", False), ("false", True)):
        (found,) = uncommon(in_brand_sans(tmp_path, f"{{minor: {{latin: Unheard Of}}, embed: {embed}}}", SHORT))
        assert found.hint is not None
        assert ("embed: true" in found.hint) is advised


def test_fonts_of_code_and_of_other_scripts_are_missed_where_they_are_shown(tmp_path: Path) -> None:
    fonts = "{mono: Fira Code, minor: {scripts: {Arab: Vazirmatn}, complex_script: Vazirmatn}}"
    assert uncommon(in_brand_sans(tmp_path, fonts, SHORT)) == []
    found = uncommon(in_brand_sans(tmp_path, fonts, "layout: text\ntitle: T\ntext: Write `x` or سلام\n"))
    assert sorted(each.message.partition(" is neither")[0] for each in found) == ["`Fira Code`", "`Vazirmatn`"]


@pytest.mark.parametrize("language", ["en", "ar", "zh", "ru", "ja", "hi", "th", "am", "he"])
def test_everybody_has_the_fonts_of_our_themes(language: str, tmp_path: Path) -> None:
    deck = laid_out(tmp_path, *examples(), language=language).deck
    assert set(where_fonts_are(deck).values()) == {"with Windows or Office"}
