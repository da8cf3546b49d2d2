"""Decks that are read from right to left, as PowerPoint gets them and as they are drawn."""

from __future__ import annotations

import io
import re
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from deck.export.pptx import write_pptx
from deck.languages.directions import with_signs_in_place
from deck.model.language import Language
from deck.model.units import points
from tests.drawn import words
from tests.outlines import examples, laid_out
from tests.render import to_pdf

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
PARTS = re.compile(r"ppt/(slides|notesSlides|slideLayouts|slideMasters|notesMasters)/\w+\.xml")


def is_notation(shape: ElementTree.Element) -> bool:
    """Whether it is code, what that prints, an equation or one of its symbols: all are read from left to right."""
    (properties,) = shape.iter(f"{P}cNvPr")
    return re.fullmatch(r"Code( \d)?|Output|Equation|Symbol \w", properties.get("name", "")) is not None


@pytest.mark.parametrize("language", ["ar", "he", "fa", "ur", "ar-XB"])
def test_every_paragraph_and_table_of_every_part_is(language: str, tmp_path: Path) -> None:
    slides = [f"{slide.rstrip()}\nnotes: Say it." for slide in examples()]
    deck = laid_out(tmp_path, *slides, language=language).deck
    tables = 0
    with ZipFile(io.BytesIO(write_pptx(deck))) as package:
        names = [name for name in package.namelist() if PARTS.fullmatch(name)]
        assert {PARTS.fullmatch(name)[1] for name in names} == set(PARTS.pattern.split("(")[1].split(")")[0].split("|"))  # type: ignore[index]
        for name in names:
            root = ElementTree.fromstring(package.read(name))
            notation = [shape for shape in root.iter(f"{P}sp") if is_notation(shape)]
            turned = {id(one) for shape in notation for one in shape.iter()}
            levels = [one for one in root.iter() if re.fullmatch(rf"{re.escape(A)}lvl\dpPr", one.tag)]
            assert all(one.get("rtl") == ("0" if id(one) in turned else "1") for one in levels), name
            for table in root.iter(f"{A}tbl"):
                tables += 1
                properties = table.find(f"{A}tblPr")
                assert properties is not None
                assert properties.get("rtl") == "1"
            if "slides/" in name.lower() and "layouts" not in name.lower():
                for paragraph in root.iter(f"{A}p"):
                    properties = paragraph.find(f"{A}pPr")
                    assert properties is not None, name
                    assert properties.get("rtl") == ("0" if id(paragraph) in turned else "1"), name
    assert tables == 1


@pytest.mark.external
def test_latin_names_and_numbers_keep_their_order_among_arabic(tmp_path: Path) -> None:
    item = "تقرير Walk Free عن 2022 يقول (ILO) شيئاً."
    slide = f"layout: bullets\ntitle: مرحبا\nitems: [{{id: a, text: {item}}}]"
    deck = laid_out(tmp_path, slide, language="ar").deck
    (page,) = words(to_pdf(write_pptx(deck), tmp_path), points(deck.theme.width))
    lefts = {word.text.strip("().،"): word.left for word in page}
    order = sorted((left, text) for text, left in lefts.items() if text in {"Walk", "Free", "2022", "ILO"})
    # Read from the right: the report of Walk Free, 2022, ILO; and the name itself from the left.
    assert [text for _, text in order] == ["ILO", "2022", "Walk", "Free"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("5 US$", "5 US$|"),
        ("نحو 2 مليون US$ سنوياً", "نحو 2 مليون US$| سنوياً"),
        ("US$ 5 أو C$5 أو R$، أو $5", "US$| 5 أو C$5 أو R$|، أو $5"),
        ("من −5 إلى +3 (-2)", "من |−5 إلى |+3 (|-2)"),
        ("هاتف: +41 22 799", "هاتف: |+41_22_799"),
        ("كوفيد-19، 5-7، -٥", "كوفيد-19، 5-7، -٥"),
        ("|-5 US$|", "|-5 US$|"),
        ("1 000 000", "1_000_000"),
        ("$ 1 000 000", "$ 1_000_000"),
        ("€50 000، 50 000 €", "€50_000، 50_000 €"),
        ("دفعنا 1 000 000 دولار", "دفعنا 1_000_000 دولار"),
        ("الهاتف 022 799 6111", "الهاتف 022_799_6111"),
        ("هاتف: +41 22 799 6111", "هاتف: |+41_22_799_6111"),
        ("هاتف: (022) 799 6111", "هاتف: |(022) 799_6111"),
        ("هاتف 022-799-6111 و022 799-6111", "هاتف |022-799-6111 و|022_799-6111"),
        ("1\u2009000\u2009000.50 و1\u202f000", "1_000_000.50 و1\u202f000"),
        ("١ ٠٠٠ ٠٠٠", "١_٠٠٠_٠٠٠"),
        ("10 000–20 000 شخص", "10_000–20_000 شخص"),
        ("10 000 - 20 000، 2.5-3.5، 5-7", "10_000 - 20_000، 2.5-3.5، 5-7"),
        ("في عام 2020 150 شخصاً، 2019 2020", "في عام 2020 150 شخصاً، 2019 2020"),
        ("نسبة 1 / 2 أو 1 : 2 أو 1/2", "نسبة |1 / 2 أو |1 : 2 أو 1/2"),
        ("الهدف 5: 7 غايات، 2015 – 2020، 12 - 2026", "الهدف 5: 7 غايات، 2015 – 2020، 12 - 2026"),
        ("ردمك 978-92-2-133333-1", "ردمك |978-92-2-133333-1"),
        ("ردمك 978 92 2 133333 1", "ردمك 978_92_2_133333_1"),
        ("يوم 2026-05-31 14:30", "يوم |2026-05-31 14:30"),
        ("إصدار 1.2.3 و 2.0-rc1", "إصدار 1.2.3 و |2.0-rc1"),
    ],
)
def test_signs_stay_at_their_figures_side(words: str, expected: str) -> None:
    mark = "\N{LEFT-TO-RIGHT MARK}"
    words, expected = (each.replace("|", mark).replace("_", "\N{NO-BREAK SPACE}") for each in (words, expected))
    assert with_signs_in_place(words, Language("ar")) == expected
    assert with_signs_in_place(expected, Language("ar")) == expected
    assert with_signs_in_place(words, Language("en")) == words


@pytest.mark.external
def test_a_currency_of_letters_is_drawn_whole_among_arabic(tmp_path: Path) -> None:
    slide = "layout: bullets\ntitle: مرحبا\nitems: [{id: a, text: 5 US$}, {id: b, text: −7 درجات}]"
    deck = laid_out(tmp_path, slide, language="ar").deck
    (page,) = words(to_pdf(write_pptx(deck), tmp_path), points(deck.theme.width))
    said = [word.text.replace("\u200e", "") for word in page]
    assert "US$" in said
    assert "−7" in said


@pytest.mark.external
def test_a_number_in_groups_is_drawn_from_the_left_among_arabic(tmp_path: Path) -> None:
    texts = ["دفعنا 1 002 003 دولار", "الهاتف 022 799 6111", "ردمك 978-92-2-133333-1", "نسبة 4 / 5", "$ 6 007 008"]
    items = "".join(f'\n  - {{id: t{at}, text: "{text}"}}' for at, text in enumerate(texts))
    deck = laid_out(tmp_path, f"layout: bullets\ntitle: مرحبا\nitems:{items}", language="ar").deck
    (page,) = words(to_pdf(write_pptx(deck), tmp_path), points(deck.theme.width))
    lines: dict[int, list[tuple[float, str]]] = {}
    for word in page:
        lines.setdefault(round(word.top), []).append((word.left, word.text))
    drawn = [" ".join(text for _, text in sorted(line)) for _, line in sorted(lines.items())]
    found = "\n".join(re.sub(r"[\u200e\u200f\xa0 ]+", " ", line) for line in drawn)
    for number in ("1 002 003", "022 799 6111", "978-92-2-133333-1", "4 / 5", "6 007 008"):
        assert number in found
