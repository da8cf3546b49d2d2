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
