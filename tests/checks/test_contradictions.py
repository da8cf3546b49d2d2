"""Numbers in texts that fell behind a fact, a list or the slide."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from deck.checks.contradictions import contradicting_number
from deck.checks.figures import figures
from deck.languages.numbers import compact
from deck.model.language import Language
from deck.model.text import Text
from deck.pipeline.build import Built, lay_out
from deck.pipeline.places import default_outline
from deck.pipeline.reading import languages, read
from deck.pipeline.translated import in_language
from tests.outlines import HEADER, laid_out


@pytest.mark.parametrize(
    ("words", "contradicts"),
    [
        ("There are 350 partners now.", True),
        ("There are 350 new partners now.", True),
        ("We have 1,000 partners.", False),
        ("We have 400 partners.", False),
        ("Of 12 partners asked, none knew.", False),
        ("In 2025, partners met.", False),
        ("390 people came. Partners spoke.", False),
        ("For 390 of 400 partners", False),
        ("Partnership since 399 days", False),
        ("The share is 39 % of partners", False),
    ],
)
def test_a_number_that_its_words_give_away(tmp_path: Path, words: str, contradicts: bool) -> None:
    built = laid_out(tmp_path, f'layout: statement\ntitle: Us\nstatement: Together\nnotes: "{words}"')
    assert [one.code for one in built.diagnostics] == ["contradicting-number"] * contradicts


@pytest.mark.parametrize(
    ("words", "contradicts"),
    [("Wir sind 395.", True), ("Wir sind 400.", False), ("Wir sind 40.", False), ("8.7", False)],
)
def test_a_number_that_its_slide_gives_away(tmp_path: Path, words: str, contradicts: bool) -> None:
    built = laid_out(tmp_path, f'layout: statement\ntitle: "{{partners}} in all"\nstatement: Us\nnotes: "{words}"')
    assert [one.code for one in built.diagnostics] == ["contradicting-number"] * contradicts


def test_literal_braces_take_up_no_figure(tmp_path: Path) -> None:
    slide = 'layout: statement\ntitle: "Write {{partners}} offices"\nstatement: Us\nnotes: "We are 395 in 395 offices."'
    assert laid_out(tmp_path, slide).diagnostics == ()
    slide = "layout: statistics\ntitle: Us\nfigures: [{id: a, value: '{{7}} of 9', label: x}]"
    built = laid_out(tmp_path, slide)
    (shown,) = figures(next(iter(built.presentation.slides)).content)
    assert shown.facts == []


def test_a_list_that_grew(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text("country\n" + "\n".join(["Togo", "Mali", "Peru"]), encoding="utf-8")
    header = HEADER.format(language="en").replace("sources:", "lists:\n  pathfinders: {countries: c.csv}\nsources:")
    slide = '      - {id: a, layout: columns, title: "2 Pathfinder countries", items: {list: pathfinders}}\n'
    (path := tmp_path / "outline.yaml").write_text(header + slide, encoding="utf-8")
    (finding,) = lay_out(path).diagnostics
    assert finding.message == "slide `a`, `title` says 2, but the list `pathfinders` has 3"
    assert finding.hint == "if it is that, write {pathfinders.count}; if it counts something else, leave it"


def noted(built: Built, notes: str, slide: str = "") -> list[str]:
    """What the check says of these notes on a slide, the first if none is named."""
    first = slide or next(iter(built.presentation.slides)).id
    sections = tuple(
        replace(
            section,
            slides=tuple(replace(one, notes=Text.of(notes)) if one.id == first else one for one in section.slides),
        )
        for section in built.presentation.sections
    )
    found = contradicting_number(built.deck, replace(built.presentation, sections=sections))
    return [one.message.partition(" says ")[2] for one in found]


RIGHT = {
    "36": "37",
    "38": "37",
    "٣٨": "٣٧",
    "eight": "seven",
    "huit": "sept",
    "ocho": "siete",
    "восемь": "семь",
    "ثمانية": "سبعة",
    "三十八": "三十七",
}


@pytest.fixture(scope="module")
def webinars() -> dict[str, Built]:
    return {language: lay_out(default_outline(), language) for language in languages(default_outline())}


def test_the_webinar_contradicts_itself_in_no_language(webinars: dict[str, Built]) -> None:
    assert [built.diagnostics for built in webinars.values()] == [()] * 6


@pytest.mark.parametrize(
    ("language", "notes"),
    [
        ("en", "We have 36 Pathfinder countries."),
        ("en", "These 38 countries"),
        ("en", "Thirty-eight countries"),
        ("fr", "Trente-huit pays pionniers"),
        ("es", "Treinta y ocho países"),
        ("ru", "Тридцать восемь стран-первопроходцев"),
        ("ar", "ثمانية وثلاثون بلدا رائدا"),
        ("zh", "三十八个探路者国家"),
        ("fr", "Il y a désormais 38 pays pionniers."),
        ("es", "Ya son 38 países pioneros."),
        ("ru", "Сегодня 38 стран-первопроходцев"),
        ("ar", "لدينا 38 بلدا رائدا"),
        ("ar", "لدينا ٣٨ بلدا رائدا"),
        ("zh", "目前有38个探路者国家。"),
        ("zh", "共有38个国家。"),
        ("fr", "Nos 38 pays pionniers"),
        ("es", "Nos 38 países pioneros se reúnen."),
        ("ru", "Мы работаем с 38 странами-первопроходцами"),
        ("ru", "Это целых 38 стран-первопроходцев"),
        ("en", "The Alliance targets 38 countries."),
        ("en", "The Alliance—38 countries—met."),
        ("en", "Thirty‑eight countries"),
        ("fr", "Trente‑huit pays pionniers"),
    ],
)
def test_an_old_count_in_the_notes_of_any_slide(webinars: dict[str, Built], language: str, notes: str) -> None:
    (said,) = noted(webinars[language], notes)
    assert said.endswith("but the list `pathfinders` has 37")
    for old, new in RIGHT.items():
        notes = notes.replace(old, new)
    assert noted(webinars[language], notes) == []


@pytest.mark.parametrize(
    "notes",
    [
        "Nearly 40 countries. About 38 countries.",
        "See page 38, slide 36 and article 38.",
        "It takes 35 minutes, and in 38 years all will be done.",
        "On the 38th day, of 38 % and 38:1, at 8.38",
        "In 2025, countries met in 40 countries. 193 countries have committed; 12 countries of Africa.",
        "Pathfinders: 37. Partners: 400.",
        "35–39 Pathfinder countries; between 35 and 39 countries; 36 to 38 countries; 36 - 38 countries",
        "38+ countries, 37 or 38 countries, 38 or 39 countries, 38 or more countries",
        "See no. 38 countries, p. 38 countries",
    ],
)
def test_numbers_that_count_something_else(webinars: dict[str, Built], notes: str) -> None:
    assert noted(webinars["en"], notes, "pathfinder-list") == []


@pytest.mark.parametrize(
    ("language", "notes"),
    [
        ("fr", "Voir p. 38, nº 38 et n° 38 pays. Entre 35 et 39 pays, 36 à 38 pays"),
        ("es", "Véase el art. 38, núm. 38. De 36 a 38 países; 37 o 38 países; entre 36 y 38 países"),
        ("ru", "См. с. 38 стран, статью 38; цели 38; 38 часов, 38 лет; от 36 до 38 стран, между 36 и 38 странами"),
        ("ar", "بين 36 و38 بلدا رائدا، 37 أو 38 بلدا"),
        ("zh", "38多个国家，36至38个国家，37或38个国家，38个以上"),
    ],
)
def test_numbers_that_count_nothing_in_any_language(webinars: dict[str, Built], language: str, notes: str) -> None:
    assert noted(webinars[language], notes, "pathfinder-list") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("49.6", "48.2"),
        ("49.6", "51.6"),
        ("27.6", "26.7"),
        ("22.0", "23.0"),
        ("160", "161"),
        ("79", "78"),
        ("79", "97"),
    ],
)
def test_a_figure_of_the_slide_that_its_notes_say_otherwise(webinars: dict[str, Built], old: str, new: str) -> None:
    notes = next(slide.notes for slide in webinars["en"].presentation.slides if slide.id == "figures")
    assert notes is not None
    assert noted(webinars["en"], notes.plain, "figures") == []
    found = noted(webinars["en"], notes.plain.replace(f"{old} million", f"{new} million"), "figures")
    # What is far from every figure of the slide may be another one.
    assert len(found) == (new != "97")


@given(number=st.integers(1, 10**6), language=st.sampled_from(["ar", "en", "es", "fr", "ru", "zh"]))
def test_any_other_number_near_a_figure_is_found(webinars: dict[str, Built], number: int, language: str) -> None:
    million = 155_000_000 + number * 10
    said = noted(webinars[language], f"… {compact(Decimal(million), Language(language))} …", "figures")
    rounds = abs(million - 160_000_000) <= 500_000
    assert len(said) == (not rounds)


def test_texts_above_the_slides(tmp_path: Path) -> None:
    built = laid_out(tmp_path, "layout: title\ntitle: Us")
    presentation = replace(built.presentation, footer=Text.of("390 partners"))
    (finding,) = contradicting_number(built.deck, presentation)
    assert (finding.message, str(finding.span).rpartition("outline.yaml")[2]) == (
        "`presentation.footer` says 390, but `partners` is 400",
        ":4:11",
    )


def test_the_description_of_a_picture(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    picture = "{file: a.png, description: A map of 395 offices, fit: whole}"
    built = laid_out(tmp_path, f"layout: statement\ntitle: '{{partners}} in all'\nstatement: Us\npicture: {picture}")
    (finding,) = built.diagnostics
    assert finding.message == "slide `slide-1`, `picture.description` says 395, but `partners` is 400"
    assert str(finding.span) == f"{tmp_path / 'outline.yaml'}:19:54"


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_every_number_that_a_translator_may_mistype(tmp_path: Path, language: str) -> None:
    shutil.copytree(default_outline().parent, tmp_path / "webinar")
    outline = tmp_path / "webinar" / "outline.yaml"
    presentation, _, _ = read(outline)
    catalog = polib.pofile(str(outline.parent / "locales" / f"{language}.po"), wrapwidth=0)
    tried = 0
    for entry in (one for one in catalog if not one.obsolete):
        right = entry.msgstr
        for match in re.finditer(r"\d(?!\d*(?:[.,]\d|月))", right):
            at = match.start()
            entry.msgstr = f"{right[:at]}{(int(match[0]) + 1) % 10}{right[at + 1 :]}"
            catalog.save()
            _, (finding,) = in_language(presentation, language, outline)
            assert finding.code in ("figure-lost", "figure-added")
            assert f"`{entry.msgctxt}`" in finding.message
            tried += 1
        entry.msgstr = right
    assert tried > 20


@given(notes=st.text(alphabet="0123456789 .,-%万亿三十thirty-seven pays стран بلدا ٣٧\n", max_size=60))
def test_any_notes_can_be_checked(webinars: dict[str, Built], notes: str) -> None:
    for built in webinars.values():
        said = noted(built, notes or "…", "pathfinder-list")
        assert all(one.partition(", but ")[0] in notes for one in said)
