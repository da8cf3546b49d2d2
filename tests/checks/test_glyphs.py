"""Characters that the theme's fonts are not known to have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.ground.diagnostics import Severity
from deck.pipeline.build import Built, lay_out
from deck.pipeline.places import default_outline
from deck.pipeline.reading import languages
from deck.typeset.coverage import font_without
from deck.typeset.make_tables import FONT_DIRECTORIES, LATIN, find
from tests.languages.catalogs import entry, translated
from tests.outlines import laid_out
from tests.tools import missing
from tests.typeset.frames import THEME

FONTS = THEME.minor


def found(built: Built) -> list[tuple[str, int]]:
    return [(one.message, one.span.line if one.span else 0) for one in built.diagnostics if one.code == "missing-glyph"]


def test_they_are_named_with_their_codes_and_the_font_at_their_line(tmp_path: Path) -> None:
    slide = "layout: bullets\ntitle: Done ≈ →\nitems:\n  - {id: a, text: Well}\n  - {id: b, text: 'Done ✓, 😀'}"
    built = laid_out(tmp_path, slide)
    ((message, line),) = found(built)
    assert "field `items.b.text`" in message
    assert "`Calibri` is not known to have “✓” (U+2713 CHECK MARK), “😀” (U+1F600 GRINNING FACE)" in message
    assert "Done ✓" in (tmp_path / "outline.yaml").read_text(encoding="utf-8").split("\n")[line - 1]
    assert all(one.severity is Severity.WARNING for one in built.diagnostics)


def test_a_translations_stand_at_their_line_in_the_catalog(tmp_path: Path) -> None:
    built = translated(tmp_path, "layout: title\ntitle: Hello", entry("slide-1.title", "Hello", "Bonjour ★"))
    (one,) = built.diagnostics
    assert one.code == "missing-glyph"
    assert one.span
    assert one.span.path.endswith("fr.po")
    assert "★" in Path(one.span.path).read_text(encoding="utf-8").split("\n")[one.span.line - 1]


def test_a_script_that_the_theme_names_no_font_for(tmp_path: Path) -> None:
    slides = ("layout: title\ntitle: საქართველო and ଓଡ଼ିଶା", "layout: statement\ntitle: საქ\nstatement: ართველო")
    built = laid_out(tmp_path, *slides)
    assert {one.hint.split(" under")[0] for one in built.diagnostics if one.hint} == {
        "write `Geor: Sylfaen`",
        "write `Orya: Nirmala UI`",
    }
    assert len(built.diagnostics) == 2
    assert "the theme names no font for Georgian" in "".join(one.message for one in built.diagnostics)
    named = replace(FONTS, scripts={**FONTS.scripts, "Geor": "Sylfaen"})
    assert font_without("ა", FONTS, "Latn") == "Arial"
    assert font_without("ა", named, "Latn") is None


def test_the_footer_is_told_of_once(tmp_path: Path) -> None:
    outline = tmp_path / "outline.yaml"
    laid_out(tmp_path, "layout: statement\ntitle: One\nstatement: A", "layout: statement\ntitle: Two\nstatement: B")
    outline.write_text(outline.read_text(encoding="utf-8").replace("A footer", "A ★ footer"), encoding="utf-8")
    ((message, _),) = found(lay_out(outline))
    assert message.startswith("the footer: ")


@pytest.mark.parametrize(
    ("char", "home", "font"),
    [
        ("é", "Latn", None),
        ("Ж", "Latn", None),
        ("“", "Arab", None),
        ("ع", "Latn", None),
        ("א", "Cyrl", None),
        ("ท", "Latn", None),
        ("中", "Latn", None),
        ("한", "Hans", None),
        ("★", "Latn", "Calibri"),
        ("★", "Hans", None),
        ("😀", "Hans", "Calibri"),
        ("\U00020000", "Hans", "Microsoft YaHei"),
        ("\ue000", "Latn", "Calibri"),
        ("\N{NO-BREAK SPACE}", "Latn", None),
        ("\N{NON-BREAKING HYPHEN}", "Latn", None),
    ],
)
def test_by_the_script_of_the_deck(char: str, home: str, font: str | None) -> None:
    assert font_without(char, FONTS, home) == font


@given(st.characters(), st.sampled_from(["Latn", "Arab", "Hans", "Deva", "Xxxx"]))
def test_any_character_has_an_answer(char: str, home: str) -> None:
    font = font_without(char, FONTS, home)
    assert font is None or font in {FONTS.latin, FONTS.east_asian, FONTS.complex_script}


@pytest.mark.external
def test_they_are_those_that_the_font_of_the_same_widths_lacks() -> None:
    from fontTools.ttLib import TTFont

    try:
        path = find("Carlito-Regular.ttf", FONT_DIRECTORIES)
    except FileNotFoundError:
        missing("Carlito", "install fonts-crosextra-carlito")
    with TTFont(path) as font:
        had = font.getBestCmap()
    for first, last in LATIN:
        for char in map(chr, range(first, last + 1)):
            if category(char) not in {"Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp", "Cn"} and char != "\u2011":
                assert (font_without(char, FONTS, "Latn") is None) == (ord(char) in had), f"U+{ord(char):04X}"


@pytest.mark.parametrize("language", [*languages(default_outline()), "en-XA", "ar-XB"])
def test_the_webinars_fonts_have_all_it_says(language: str) -> None:
    assert found(lay_out(default_outline(), language)) == []
