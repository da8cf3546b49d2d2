"""What putting a presentation into its language fills and sorts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.languages.collation import sort_key
from deck.model.language import Language
from tests.outlines import laid_out, texts


def shown(folder: Path, *slides: str, language: str = "en") -> str:
    built = laid_out(folder, *slides, language=language)
    return "\n".join(paragraph.plain for _, _, text in texts(built.deck) for paragraph in text.paragraphs)


def test_names_in_braces_are_filled_everywhere(tmp_path: Path) -> None:
    slide = "layout: title\ntitle: '{partners} partners'\nsubtitle: '**{ partners }** and {{not}} this'\n"
    built = laid_out(tmp_path, slide + "notes: There are {partners}.")
    words = [paragraph.plain for _, _, text in texts(built.deck) for paragraph in text.paragraphs]
    assert words[:2] == ["400 partners", "400 and {not} this"]
    assert built.deck.slides[0].title == "400 partners"
    assert [paragraph.plain for paragraph in built.deck.slides[0].notes] == ["There are 400."]


def test_a_figure_is_a_number_or_words(tmp_path: Path) -> None:
    slide = """
        layout: statistics
        title: Figures
        figures:
          - {id: a, value: 1_234_000, label: a number, source: estimates}
          - {id: b, value: ≈ 49.6 m, label: words}
        """
    words = shown(tmp_path, slide)
    assert "1.234\N{NO-BREAK SPACE}million" in words
    assert "≈ 49.6 m" in words
    assert "Source: ILO, Global Estimates, 2022" in words


def test_a_fact_is_as_good_a_figure_as_its_number(tmp_path: Path) -> None:
    parts = "parts: [{id: p, value: 100, label: one}, {id: q, value: 300, label: other}]"
    figures = f"figures: [{{id: a, value: '{{partners}}', label: all, {parts}}}]"
    built = laid_out(tmp_path, f"layout: statistics\ntitle: Figures\n{figures}")
    names = [shape.name for shape in built.deck.slides[0].shapes]
    assert [name for name in names if name.startswith("Bar")] == ["Bar 1.1", "Bar 1.2"]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Côte d’Ivoire", "Croatia", "Nepal", "The Netherlands", "Nigeria", "Türkiye", "Uganda"]),
        ("fr", ["Bénin", "Chili", "Égypte", "Émirats arabes unis", "Éthiopie", "France"]),
        ("ru", ["Австралия", "Германия", "Кения", "Шри-Ланка"]),
    ],
)
def test_lists_are_sorted_as_the_language_sorts(language: str, names: list[str], tmp_path: Path) -> None:
    items = ", ".join(f"{{id: n{number}, text: '{name}'}}" for number, name in enumerate(reversed(names)))
    words = shown(tmp_path, f"layout: columns\ntitle: Names\nsort: name\nitems: [{items}]", language=language)
    assert [word for word in words.split("\n") if word in names] == names


@given(st.text(), st.text(), st.sampled_from(["en", "fr", "ar", "zh", "ru"]))
def test_only_case_and_an_english_article_are_not_sorted_by(one: str, other: str, tag: str) -> None:
    def told_apart(name: str) -> str:
        return name.casefold().removeprefix("the ") if tag == "en" else name.casefold()

    language = Language(tag)
    assert (sort_key(one, language) == sort_key(other, language)) == (told_apart(one) == told_apart(other))


def test_code_stays_as_it_is_and_is_read_from_left_to_right(tmp_path: Path) -> None:
    slide = "layout: statement\ntitle: T\nstatement: 'Set `{partners} 5 %` to {partners}'"
    assert "Set {partners} 5 % to 400" in shown(tmp_path, slide).replace("\N{NO-BREAK SPACE}", " ")
    assert "\u200e{partners} 5 %\u200e" in shown(tmp_path, slide, language="ar")


def test_lines_stay_lines(tmp_path: Path) -> None:
    slide = "layout: closing\ntitle: T\ntext: |\n  International Labour Office\n  4 route des Morillons\n"
    built = laid_out(tmp_path, slide)
    runs = [run.text for _, _, text in texts(built.deck) for one in text.paragraphs for run in one.runs]
    assert "International Labour Office\v4 route des Morillons" in runs
