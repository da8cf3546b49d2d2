"""The tables against HarfBuzz, shaping with the fonts they were made from."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from deck.model.style import TextStyle
from deck.model.text import Paragraph, Run
from deck.typeset import fonts
from deck.typeset.make_tables import FONT_DIRECTORIES, find
from tests.typeset.corpus import SENTENCES
from tests.typeset.sample import box, typesetter

pytestmark = pytest.mark.external
hb = pytest.importorskip("uharfbuzz")
WORDS = {
    "he": "אנחנו עובדים יחד כדי לבטל עבודת ילדים ועבודת כפייה בכל מקום בעולם",
    "am": "የሕፃናት ጉልበት ብዝበዛን በጋራ እናስወግድ",
    "el": "Η Συμμαχία είναι μια παγκόσμια σύμπραξη κατά της παιδικής εργασίας",
    **SENTENCES,
}
LATIN = {"regular": "Carlito-Regular", "bold": "Carlito-Bold", "italic": "Carlito-Italic"}
DEJAVU = {"regular": "DejaVuSans", "bold": "DejaVuSans-Bold"}


def noto(script: str) -> dict[str, str]:
    return {"regular": f"NotoSans{script}-Regular", "bold": f"NotoSans{script}-Bold"}


CASES = [
    (language, weight, file)
    for language, files in {
        **dict.fromkeys(("en", "de", "fr", "es", "ru", "el"), LATIN),
        "ar": DEJAVU,
        "he": DEJAVU,
        "th": noto("Thai"),
        "hi": noto("Devanagari"),
        "am": noto("Ethiopic"),
    }.items()
    for weight, file in files.items()
]


def font(name: str) -> Any:
    try:
        path = find(f"{name}.ttf", FONT_DIRECTORIES)
    except FileNotFoundError:
        if "CI" in os.environ:
            raise
        pytest.skip(f"{name} is not installed")
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(Path(path)))))


def shaped(text: str, font: Any, kern: bool = False, ligatures: bool = False) -> float:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    # Arabic ligatures stand for letters.
    hb.shape(font, buffer, {"kern": kern} if "\u0600" <= text[0] <= "\u06ff" else {"kern": kern, "liga": ligatures})
    return float(sum(place.x_advance for place in buffer.glyph_positions) / font.face.upem)


def letters(language: str) -> list[str]:
    """The language's words, without those in other scripts."""
    words = re.findall(r"[^\W\d_][\w\u0300-\u036f\u0900-\u097f\u0e00-\u0e7f]*", WORDS[language])
    others = re.compile("[\u0590-\uffff]" if language in {"en", "de", "fr", "es", "ru", "el"} else "[a-zA-Z]")
    return [word for word in words if not others.search(word)]


@pytest.mark.parametrize(("language", "weight", "file"), CASES)
def test_words_are_as_wide_as_harfbuzz_makes_them(language: str, weight: str, file: str) -> None:
    drawn, setter = font(file), typesetter(language)
    for word in letters(language):
        run = Run(word, bold=weight == "bold", italic=weight == "italic")
        (line,) = setter.measure(box(Paragraph((run,)), width=5000, style=TextStyle(1, 1))).lines
        assert line.width == pytest.approx(shaped(word, drawn), abs=0.001 * len(word) + 0.002)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ru"])
def test_kerning_hardly_widens_a_text(language: str) -> None:
    drawn = font("Carlito-Regular")
    for sentence in SENTENCES[language].strip().split("\n"):
        text = sentence.strip()
        assert shaped(text, drawn, kern=True) <= shaped(text, drawn) * 1.002


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ru"])
@pytest.mark.parametrize("weight", ["regular", "bold", "italic"])
def test_pairs_are_kerned_as_harfbuzz_kerns_them(language: str, weight: str) -> None:
    bold, italic = weight == "bold", weight == "italic"
    widths, kerning = fonts.latin("Calibri", bold, italic), fonts.kerning("Calibri", bold, italic)
    drawn = font(LATIN[weight])
    for word in letters(language):
        kerned = sum(widths[char] for char in word) + sum(kerning(*pair) for pair in pairwise(word))
        # Ligatures of three letters are a little narrower than the pairs in them.
        assert kerned == pytest.approx(shaped(word, drawn, kern=True, ligatures=True), abs=0.012)


@pytest.mark.parametrize(
    ("name", "file", "bold", "italic"),
    [
        ("DejaVu Sans", "DejaVuSans", False, False),
        ("DejaVu Sans", "DejaVuSans-Bold", True, False),
        ("DejaVu Sans", "DejaVuSans-Oblique", False, True),
        ("Noto Sans", "NotoSans-Regular", False, False),
        ("Noto Sans", "NotoSans-Bold", True, False),
        ("Noto Sans", "NotoSans-Italic", False, True),
        ("Noto Sans", "NotoSans-BoldItalic", True, True),
        ("Times New Roman", "LiberationSerif-Regular", False, False),
        ("Times New Roman", "LiberationSerif-Bold", True, False),
        ("Times New Roman", "LiberationSerif-Italic", False, True),
        ("Times New Roman", "LiberationSerif-BoldItalic", True, True),
    ],
)
def test_fonts_that_stand_in_are_as_wide_as_harfbuzz_makes_them(name: str, file: str, bold: bool, italic: bool) -> None:
    drawn, widths = font(file), fonts.latin(name, bold, italic)
    for word in (word for language in ("en", "de", "fr", "ru", "el") for word in letters(language)):
        assert sum(widths[char] for char in word) == pytest.approx(shaped(word, drawn), abs=1e-6), word


MEASURED = {
    "Georgia": ("50 48 51 29 88 35 74 67 93 98 61 53 24 27 27", "60 57 58 35 102 40 86 76 102 113 70 60 25 33 33"),
    "Tahoma": ("52 53 55 23 84 33 74 60 77 90 55 55 31 30 30", "60 59 63 30 95 42 89 68 89 103 64 64 29 31 31"),
    "Verdana": ("60 60 62 27 97 39 82 68 84 99 64 64 35 36 36", "67 66 70 34 106 46 98 78 95 113 71 71 34 36 36"),
    "Trebuchet MS": ("53 55 50 29 83 40 74 59 71 85 52 52 30 37 37", "53 57 50 30 86 40 78 63 75 88 59 59 30 37 37"),
}
"""Widths of `aegimtwAMW05 .,` in hundredths of an em, regular and bold, as npm's string-pixel-width measured them."""


@pytest.mark.parametrize("name", MEASURED)
def test_fonts_of_the_same_widths_are_as_wide_as_the_fonts_themselves_were_measured(name: str) -> None:
    for bold, listed in enumerate(MEASURED[name]):
        widths = fonts.latin(name, bool(bold))
        for char, hundredths in zip("aegimtwAMW05 .,", listed.split(), strict=True):
            assert widths[char] == pytest.approx(int(hundredths) / 100, abs=0.0102), (name, bold, char)


@pytest.mark.parametrize(
    ("name", "bold", "regular"),
    [
        ("Arial Narrow", 0.455, 0.82),
        ("Cambria", 0.537, 0.93),
        ("Century Gothic", 0.56, 1.11),
        ("Segoe UI", 0.576, 1.0),
        ("Palatino Linotype", 0.5, 1.01),
        ("Book Antiqua", 0.5, 1.01),
        ("Bookman Old Style", 0.66, 1.12),
        ("Century Schoolbook", 0.556, 1.05),
    ],
)
def test_other_fonts_of_office_are_known(name: str, bold: float, regular: float) -> None:
    assert fonts.is_known(name)
    words = "The Alliance works together to end forced labour and child labour"
    own, arial = (sum(fonts.latin(each, False)[char] for char in words) for each in (name, "Arial"))
    assert own / arial == pytest.approx(regular, abs=0.01)
    assert fonts.latin(name, True)["0"] == pytest.approx(bold, abs=0.06)
    # A letter that its table lacks is as wide as it may be, and none is missing.
    assert fonts.latin("Arial", False).keys() <= fonts.latin(name, False).keys()


def test_a_text_in_a_font_for_code_is_as_wide_as_code() -> None:
    assert fonts.is_known("Courier New")
    assert fonts.latin("Courier New", False)["i"] == fonts.mono("Courier New")["i"]


@pytest.mark.parametrize(("file", "bold"), [("DejaVuSerif", False), ("DejaVuSerif-Bold", True)])
def test_no_usual_font_is_wider_than_an_unknown_one_is_taken_to_be(file: str, bold: bool) -> None:
    words = "The Alliance works together to end forced labour and child labour in 37 countries of the world"
    taken = sum(fonts.latin("Unheard Of", bold)[char] for char in words)
    assert shaped(words, font(file)) < taken * 1.01
