"""Tables' rows by the heights of their fonts: as the fonts' own tables have them, and as LibreOffice draws them."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.export.pptx import write_pptx
from deck.fonts import system_directories
from deck.model.language import Language
from deck.model.shapes import Table
from deck.pipeline.build import Built, lay_out
from deck.pipeline.places import assets
from deck.typeset.fonts import _LATIN
from deck.typeset.heights import LINE_HEIGHT, height_of, line_height
from tests.drawn import strayed
from tests.outlines import write_outline
from tests.tools import missing

FILES = {
    "Liberation Sans Narrow": "LiberationSansNarrow-Regular.ttf",
    "Carlito": "Carlito-Regular.ttf",
    "DejaVu Sans": "DejaVuSans.ttf",
    "Liberation Sans": "LiberationSans-Regular.ttf",
    "Noto Kufi Arabic": "NotoKufiArabic-Regular.ttf",
    "Noto Naskh Arabic": "NotoNaskhArabic-Regular.ttf",
    "Noto Sans": "NotoSans-Regular.ttf",
    "Noto Sans Arabic": "NotoSansArabic-Regular.ttf",
    "Noto Sans Bengali": "NotoSansBengali-Regular.ttf",
    "Noto Sans CJK JP": "NotoSansCJK-Regular.ttc",
    "Noto Sans Devanagari": "NotoSansDevanagari-Regular.ttf",
    "Noto Sans Ethiopic": "NotoSansEthiopic-Regular.ttf",
    "Noto Sans Hebrew": "NotoSansHebrew-Regular.ttf",
    "Noto Sans Khmer": "NotoSansKhmer-Regular.ttf",
    "Noto Sans Thai": "NotoSansThai-Regular.ttf",
}
WORDS = {
    "en": "Forced labour",
    "ar": "العمل القسري",
    "he": "עבודת כפייה",
    "am": "የግዳጅ ሥራ",
    "hi": "बंधुआ मज़दूरी",
    "zh": "强迫劳动",
}


def table(folder: Path, language: str, latin: str = "Calibri", own: str = "", word: str = "") -> Built:
    """Ten rows of two columns in a theme with these fonts, the second one that of the language's script."""
    theme = (assets() / "themes" / "alliance.yaml").read_text(encoding="utf-8")
    lines = theme.replace("latin: Calibri", f"latin: {latin}").splitlines()
    start = f"      {Language(language).script}: "
    lines = [start + own if own and line.startswith(start) else line for line in lines]
    (folder / "own.yaml").write_text("\n".join(lines), encoding="utf-8")
    rows = "".join(f"  - {{cells: {{name: '{word or WORDS[language]}', sum: {n}_000}}}}\n" for n in range(1, 11))
    outline = write_outline(
        folder, f"layout: table\ntitle: Figures\ncolumns: [Name, Sum]\nrows:\n{rows}", language=language
    )
    outline.write_text(outline.read_text("utf-8").replace("theme: alliance", "theme: own.yaml"), encoding="utf-8")
    return lay_out(outline)


def line(built: Built) -> float:
    """The height of a row's line, in sizes."""
    (shown, *_) = (shape for tree in built.deck.slides for shape in tree.shapes if isinstance(shape, Table))
    return shown.rows[1][0].text.lines[0].height / shown.rows[1][0].text.sizes[0]


@pytest.mark.parametrize("font", FILES)
def test_a_font_is_as_high_as_its_tables_say(font: str) -> None:
    from fontTools.ttLib import TTFont

    paths = (path for folder in system_directories() for path in sorted(folder.rglob(FILES[font])))
    path = next(paths, None) or missing(font, "install fonts-noto, fonts-dejavu, fonts-liberation and Carlito")
    with TTFont(path, fontNumber=0, lazy=True) as opened:
        header, system, em = opened["hhea"], opened["OS/2"], opened["head"].unitsPerEm
    own = max(header.ascent - header.descent + header.lineGap, system.usWinAscent + system.usWinDescent) / em
    known = height_of(font)
    assert known
    assert round(own, 2) <= known <= max(own, LINE_HEIGHT) + 0.03


def test_the_fonts_of_known_widths_for_letters_have_known_heights() -> None:
    assert [font for font in _LATIN if height_of(font) is None] == []


@pytest.mark.parametrize(
    ("language", "latin", "own", "least"),
    [
        ("en", "Calibri", "", 1.22),
        ("en", "Segoe UI", "", 1.33),
        ("en", "Aptos", "", 1.36),
        ("ar", "Calibri", "Arial", 1.22),
        ("ar", "Calibri", "Noto Sans Arabic", 2.11),
        ("ar", "Calibri", "Noto Naskh Arabic", 1.7),
        ("he", "Calibri", "Noto Sans Hebrew", 1.36),
        ("am", "Calibri", "Ebrima", 1.36),
        ("hi", "Calibri", "Nirmala UI", 1.33),
        ("zh", "Calibri", "Microsoft YaHei", 1.448),
    ],
)
def test_rows_have_room_for_their_fonts(language: str, latin: str, own: str, least: float, tmp_path: Path) -> None:
    assert least <= line(table(tmp_path, language, latin, own)) <= least + 0.05


@pytest.mark.parametrize(("word", "least"), [("中文", 1.448), ("ไทย", 1.511), ("አማርኛ", 1.36), ("`code`", 1.22)])
def test_a_cell_in_another_script_is_as_high_as_that(word: str, least: float, tmp_path: Path) -> None:
    assert least <= line(table(tmp_path, "en", word=word)) <= least + 0.05


def test_a_line_is_as_high_as_its_highest_font() -> None:
    assert line_height([]) == line_height([("Arial", "Latn")]) == LINE_HEIGHT
    assert line_height([("Arial", "Latn"), ("Noto Sans Arabic", "Arab")]) == height_of("Noto Sans Arabic")


def test_a_font_of_unknown_height_is_told_once_and_only_for_a_table(tmp_path: Path) -> None:
    found = [finding for finding in table(tmp_path, "en", "Aptos").diagnostics if finding.code == "unknown-height"]
    assert ["`Aptos`" in finding.message for finding in found] == [True]
    outline = write_outline(tmp_path, "layout: statement\ntitle: T\nstatement: S")
    outline.write_text(outline.read_text("utf-8").replace("theme: alliance", "theme: own.yaml"), encoding="utf-8")
    assert {finding.code for finding in lay_out(outline).diagnostics} == {"unknown-font"}


@pytest.mark.external
@pytest.mark.parametrize(
    ("language", "latin", "own"),
    [
        ("en", "Noto Sans", ""),
        ("ar", "Calibri", "Noto Sans Arabic"),
        ("ar", "Calibri", "Noto Naskh Arabic"),
        ("am", "Calibri", "Noto Sans Ethiopic"),
    ],
)
def test_libreoffice_draws_rows_no_higher(language: str, latin: str, own: str, tmp_path: Path) -> None:
    built = table(tmp_path, language, latin, own)
    assert not list(strayed(built.deck, write_pptx(built.deck), tmp_path))
