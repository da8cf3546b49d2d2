"""Figures in words are written as each language has them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deck.languages.figure_words import figure_in, parted
from deck.model.deck import Deck
from deck.model.language import Language
from deck.pipeline.build import lay_out
from tests.languages.catalogs import complete, translated, write_catalog
from tests.outlines import texts, write_outline


@pytest.mark.parametrize(
    ("words", "source", "target", "written"),
    [
        ("≈ 50 million", "en", "fr", "≈ 50 millions"),
        ("~ 49.6 million", "en", "de", "≈ 49,6 Millionen"),
        ("> 400", "en", "ar", "> 400"),
        (">= 1,500", "en", "es", "≥ 1500"),
        ("1.5–2 million", "en", "fr", "1,5–2 millions"),
        ("1 to 2", "en", "ru", "1–2"),
        ("3-5", "en", "ja", "3～5"),
        ("3-5", "en", "pt-PT", "3 - 5"),
        ("236 billion", "en", "fr", "236 milliards"),
        ("236 milliards", "fr", "en", "236 billion"),
        ("1,5 million", "fr", "zh", "150万"),
        ("1,234", "en", "de", "1.234"),
        ("1,234", "de", "en", "1.234"),
        ("50 million", "en", "fa", "۵۰ میلیون"),
        ("US$ 236 billion", "en", "fr", "236 milliards US$"),
        ("≈ US$ 1.2 million", "en", "de", "≈ 1,2 Millionen US$"),
        ("US$236 billion", "en", "zh", "US$ 2360亿"),
        ("€ 5,000", "en", "es", "5000 €"),
    ],
)
def test_a_figure_in_another_language(words: str, source: str, target: str, written: str) -> None:
    found = figure_in(words, Language(source), Language(target))
    assert found is not None
    assert found.replace("\N{NO-BREAK SPACE}", " ") == written


@pytest.mark.parametrize(
    "words", ["2030", "2015–2030", "about 50", "50 children", "1 in 8", "12 %", "5 m", "1.2.3", "no"]
)
def test_what_says_more_is_for_a_translator(words: str) -> None:
    assert figure_in(words, Language("en"), Language("fr")) is None


@pytest.mark.parametrize(
    ("words", "language", "shown"),
    [
        ("US$ 236000000", "en", "US$ 236 million"),
        ("€ 12500.5", "fr", "12 500,50 €"),
        ("US$ 2890.5", "en", "US$ 2,890.50"),
        ("US$ 1.5", "de", "1,50 US$"),
        ("US$ -1500", "en", "-US$ 1,500"),
        ("US$ -1500", "fr", "-1 500 US$"),
        ("US$ -1500", "nl", "US$ -1.500"),
        ("US$ -2500000.5", "en", "-US$ 2,500,000.50"),
        ("kr -1500", "en", "-kr 1,500"),
        ("1\N{NO-BREAK SPACE}500 CHF", "en", "CHF 1,500"),
        ("CHF 1\N{NO-BREAK SPACE}500", "de", "1.500 CHF"),
        ("1\N{NO-BREAK SPACE}500 people", "en", "1,500 people"),
        ("ca. 12\N{NO-BREAK SPACE}500.5 km", "ru", "ca. 12 500,5 km"),
        ("1\N{NO-BREAK SPACE}500 of 2\N{NO-BREAK SPACE}000", "en", "1 500 of 2 000"),
        ("ISO 14001", "en", "ISO 14001"),
        ("$125000", "en", "$125,000"),
        ("US$ 2024", "en", "US$ 2,024"),
        ("€ 0.125", "de", "0,125 €"),
        ("1.500 €", "de", "1.500 €"),
        ("-12.500 €", "de", "-12.500 €"),
        ("KWD 1.500", "fr", "KWD 1.500"),
        ("236000000", "en", "236000000"),
        ("US$ 236,000,000", "en", "US$ 236,000,000"),
        ("about US$ 50000", "en", "about US$ 50000"),
    ],
)
def test_an_amount_of_money_of_a_workbook_is_read_with_ease(words: str, language: str, shown: str) -> None:
    assert parted(words, Language(language)).replace("\N{NO-BREAK SPACE}", " ") == shown


def test_an_amount_of_money_of_a_fact_is_written_as_the_language_does(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, "layout: statement\ntitle: Hello\nstatement: 'It costs {partners}.'")
    text = re.sub("partners: .*", "partners: US$ 236000000", outline.read_text("utf-8"), count=1)
    outline.write_text(text, encoding="utf-8")
    set_texts = [fitted for *_, fitted in texts(lay_out(outline).deck)]
    shown = [one.plain.replace("\N{NO-BREAK SPACE}", " ") for fitted in set_texts for one in fitted.paragraphs]
    assert "It costs US$ 236 million." in shown


@pytest.mark.parametrize(
    ("language", "million", "less", "all_digits", "cents"),
    [
        ("en", "US$ 236 million", "-US$ 1,500", "US$ 236,000,000", "US$ 2,890.50"),
        ("fr", "236 millions US$", "-1 500 US$", "236 000 000 US$", "2 890,50 US$"),
        ("ar", "236 مليون US$", "-1,500 US$", "236,000,000 US$", "2,890.50 US$"),
    ],
)
def test_money_of_a_figure_and_of_a_table_is_written_as_the_language_does(
    tmp_path: Path, language: str, million: str, less: str, all_digits: str, cents: str
) -> None:
    slide = (
        "layout: statistics\ntitle: Hello\nfigures:\n"
        "  - {id: a, value: US$ 236000000, label: Cost}\n  - {id: b, value: US$ -1500, label: Loss}\n"
    )
    assert {million, less} <= set(_plainly(_in(tmp_path, slide, language)))
    slide = (
        "layout: table\ntitle: Hello\ncolumns: [{id: a, heading: A}, {id: b, heading: B}]\nrows:\n"
        "  - {id: x, cells: {a: X, b: US$ 236000000}}\n  - {id: y, cells: {a: Y, b: US$ 2890.5}}\n"
    )
    assert {all_digits, cents} <= set(_plainly(_in(tmp_path, slide, language)))


def test_typed_thousands_of_money_do_not_become_a_thousandth(tmp_path: Path) -> None:
    slide = "layout: statistics\ntitle: Hello\nfigures: [{id: a, value: '%s', label: Cost}]\n"
    outline = write_outline(tmp_path, slide % "1.500 €")
    outline.write_text(outline.read_text("utf-8").replace("language: en", "language: de"), encoding="utf-8")
    assert "1.500 €" in _plainly(lay_out(outline).deck)
    assert "1.500 US$" in _plainly(translated(tmp_path, slide % "US$ 1,500", language="de").deck)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["(10,753.4)", "(4.2%)", "(2021)"]),
        ("fr", ["(10 753,4)", "(4,2 %)", "(2021)"]),
        ("ru", ["(10 753,4)", "(4,2 %)", "(2021)"]),
        ("ar", ["(10,753.4)", "(4.2%)", "(2021)"]),
    ],
)
def test_a_table_s_figures_in_brackets_are_written_as_their_neighbours_are(
    language: str, said: list[str], tmp_path: Path
) -> None:
    cells = ("(10 753.4)", "(4.2 %)", "(2021)")
    rows = "\n".join(f'  - {{id: r{at}, cells: {{a: X, b: "{cell}"}}}}' for at, cell in enumerate(cells))
    slide = f"layout: table\ntitle: Hello\ncolumns: [{{id: a, heading: A}}, {{id: b, heading: B}}]\nrows:\n{rows}\n"
    assert [words for words in _plainly(_in(tmp_path, slide, language)) if words.startswith("(")] == said


def _in(folder: Path, slide: str, language: str) -> Deck:
    if language != "en":
        return translated(folder, slide, language=language).deck
    return lay_out(write_outline(folder, slide)).deck


def _plainly(deck: Deck) -> list[str]:
    """The paragraphs on its slides, with plain spaces and without marks."""
    plain = {ord("\N{NO-BREAK SPACE}"): " ", **dict.fromkeys(map(ord, "\u200e\u200f\u061c\u2066\u2069"))}
    return [paragraph.plain.translate(plain) for *_, text in texts(deck) for paragraph in text.paragraphs]


def test_on_the_slide(tmp_path: Path) -> None:
    outline = write_outline(
        tmp_path,
        "layout: statistics\ntitle: Hello\nfigures:\n"
        "  - {id: a, value: ≈ 50 million, label: People}\n  - {id: b, value: about 9, label: People}\n",
    )
    write_catalog(tmp_path, *complete())
    built = lay_out(outline, "fr")
    shown = [
        paragraph.plain.replace("\N{NO-BREAK SPACE}", " ")
        for *_, text in texts(built.deck)
        for paragraph in text.paragraphs
    ]
    assert "≈ 50 millions" in shown
    assert "about 9" in shown
    missing = [one.field for one in built.diagnostics if one.code == "untranslated"]
    assert "slide-1.figures.a.value" not in missing
    assert "slide-1.figures.b.value" in missing
