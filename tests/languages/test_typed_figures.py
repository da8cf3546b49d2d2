"""Texts that are figures and no word, which no translator is shown, are written as each language writes figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.languages.messages import messages
from deck.languages.territories import CLDR
from deck.languages.typed_figures import figures_in, may_be_figures
from deck.model.language import Language
from deck.pipeline.build import lay_out
from deck.pipeline.reading import read
from tests.languages.catalogs import complete, entry, translated, write_catalog
from tests.outlines import texts, write_outline


@pytest.mark.parametrize(
    ("typed", "source", "target", "written"),
    [
        ("37,000", "en", "de", "37.000"),
        ("37.000", "de", "en", "37,000"),
        ("12,345,678", "en", "hi", "1,23,45,678"),
        ("1,23,45,678", "en-IN", "de", "12.345.678"),
        ("1 234,5", "fr", "en", "1,234.5"),
        ("1.200", "es", "en", "1,200"),
        ("37'000", "de-CH", "de", "37.000"),
        ("1,200", "en", "fa", "۱٬۲۰۰"),
        ("−1,200", "en", "sv", "−1 200"),
        ("+2,500", "en", "fr", "+2 500"),
        ("**≈ 37,000***", "en", "fr", "**≈ 37 000***"),
        ("1,200–1,500", "en", "de", "1.200–1.500"),
        ("900 - 1,500", "en", "de", "900–1.500"),
        ("50–60%", "en", "de", "50–60 %"),
        ("50-60%", "en", "tr", "%50–60"),
        ("12.345%", "en", "de", "12,345 %"),
        ("1,200 (9.6%)", "en", "fr", "1 200 (9,6 %)"),
        ("1,200 (2015–2030)", "en", "fa", "۱٬۲۰۰ (۲۰۱۵–۲۰۳۰)"),
        ("$1,500", "en", "de", "1.500 $"),
        ("1.500 €", "de", "en", "€1,500"),
        ("-€1,500–2,000", "en", "fr", "-1 500–2 000 €"),
        ("0.05", "en", "fr", "0,05"),
        ("0.050", "en", "ru", "0,050"),
        ("< 0.05*", "en", "fa", "< ۰٫۰۵*"),
        ("0.05", "en", "zh", "0.05"),
        ("-0.5", "en", "de", "-0,5"),
        ("0.5–1.2", "en", "fr", "0,5–1,2"),
        ("3,5", "de", "en", "3.5"),
        ("0,500", "fr", "en", "0.500"),
        ("1:1,000", "en", "de", "1:1.000"),
        ("1:1,000", "en", "fr", "1:1 000"),
        ("1:0.5", "en", "ru", "1:0,5"),
    ],
)
def test_what_surely_is_a_figure(typed: str, source: str, target: str, written: str) -> None:
    found = figures_in(typed, Language(source), Language(target))
    assert found is not None
    assert found.replace("\N{NO-BREAK SPACE}", " ").replace("\N{LEFT-TO-RIGHT MARK}", "") == written


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        *((each, "en") for each in ("8.7", "3.5", "2024", "1200", "0042", "007%", "1.2.3", "1,2,3", "12,5", "1.200")),
        *((each, "en") for each in ("1,200 (8.7)", "1,200–2024", "1,200–900", "2015–2030", "10-12", "24/7", "12:30")),
        *((each, "en") for each in ("#1,200", "§ 1,200", "1,200: 3", "`1,200`", "{area}", "", "–", "020 7946 0958")),
        *((each, "de") for each in ("600.123.456", "12.345.678-9", "31.12.2024", "8.7", "192.168.1.1")),
        *((each, "en") for each in ("0.1.2", "00.5", "0.05 (8.7)", "0.8-0.2", "0,05", "10.0.0.1", "1:30", "8.7:1,000")),
        *((each, "fr") for each in ("12,500", "3,5,7", "8.7", "07,5")),
        *((each, "fr") for each in ("602 123 456", "37 000", "01 23 45 67 89")),
    ],
)
def test_what_may_be_none_stays(typed: str, language: str) -> None:
    assert figures_in(typed, Language(language), Language("fa")) is None


@given(st.text("0123456789.,-–%$€ '()+/*", max_size=14), st.sampled_from(["en", "de", "fr", "es", "hi", "de-CH"]))
def test_no_digit_is_lost_whatever_is_typed(typed: str, language: str) -> None:
    for target in ("de", "fr", "fa", "tr"):
        if (written := figures_in(typed, Language(language), Language(target))) is not None:
            assert _digits(written) == _digits(typed)


def test_on_slides_and_in_facts_in_every_language_but_the_outlines_own(tmp_path: Path) -> None:
    slide = (
        "layout: table\ntitle: Hello\ncolumns: [{id: a, heading: A}, {id: b, heading: '1,000+'}]\nrows:\n"
        "  - {id: x, cells: {a: '37,000', b: '8.7'}}\n  - {id: y, cells: {a: '{typed}', b: '≈ 1,234.5'}}\n"
    )
    outline = write_outline(tmp_path, slide)
    text = outline.read_text("utf-8").replace("facts:\n", "facts:\n  typed: {value: '2,500–3,000'}\n")
    outline.write_text(text, encoding="utf-8")
    write_catalog(tmp_path, *complete(), language="de")
    assert {"1.000+", "37.000", "8.7", "2.500–3.000", "≈ 1.234,5"} <= _shown(outline, "de")
    assert {"1,000+", "37,000", "8.7", "2,500–3,000", "≈ 1,234.5"} <= _shown(outline, None)


def test_a_figure_that_is_understood_in_any_language_is_still_reckoned_with(tmp_path: Path) -> None:
    figure = "{id: a, before: '-20\N{NO-BREAK SPACE}000', after: '-15\N{NO-BREAK SPACE}000', label: L}"
    slide = f"layout: change\ntitle: Hello\nfigures: [{figure}]\n"
    built = translated(tmp_path, slide, language="de")
    shown = [one.plain for *_, fitted in texts(built.deck) for one in fitted.paragraphs]
    assert {"-20.000", "Anstieg um 5.000"} <= {words.replace("\N{NO-BREAK SPACE}", " ") for words in shown}


def _shown(outline: Path, language: str | None) -> set[str]:
    set_texts = [fitted for *_, fitted in texts(lay_out(outline, language).deck)]
    return {one.plain.replace("\N{NO-BREAK SPACE}", " ") for fitted in set_texts for one in fitted.paragraphs}


def _digits(words: str) -> list[int]:
    return [int(each) for each in words if each.isdecimal()]


@pytest.mark.parametrize("typed", ["8.7", "-12.5", "**3.500***", "0.05 (8.7)", "1.5–2.5", "1:2.5"])
def test_what_is_a_fraction_or_a_name_is_for_translators(typed: str) -> None:
    assert may_be_figures(typed, Language("en"))


@pytest.mark.parametrize(
    "typed", ["0.05", "1,200", "1.2.3", "10.0.0.1", "31.12.2024", "12:30", "2024", "0042", "–", ""]
)
def test_what_is_surely_one_or_neither_is_not(typed: str) -> None:
    assert not may_be_figures(typed, Language("en"))


def test_a_fraction_or_a_name_is_as_its_translator_says(tmp_path: Path) -> None:
    """Where fractions are written alike it is as it was; what slides write themselves is not asked of anybody."""
    slide = (
        "layout: table\ntitle: Hello\ncolumns: [{id: a, heading: A}, {id: b, heading: B}]\nrows:\n"
        "  - {id: x, cells: {a: '3.5', b: '8.7'}}\n  - {id: y, cells: {a: '≈ 3.5', b: 12.5}}\n"
    )
    outline = write_outline(tmp_path, slide)
    asked = {message.key: message for message in messages(read(outline)[0]) if message.typed}
    first, second = asked
    assert [message.text for message in asked.values()] == ["3.5", "8.7"]
    assert asked[first].settled(Language("zh"), CLDR) == "3.5"
    assert asked[first].settled(Language("de"), CLDR) is None
    write_catalog(tmp_path, *complete(), entry(first, "3.5", "3,5"), entry(second, "8.7", "8.7"), language="de")
    assert {"3,5", "8.7", "≈ 3,5", "12,5"} <= _shown(outline, "de")
    assert {"3.5", "8.7", "≈ 3.5", "12.5"} <= _shown(outline, None)
