"""Spaces that are kept, by the language of the words."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from deck.languages.typography import _MONTHS, unbroken
from deck.model.language import Language
from deck.pipeline.build import lay_out
from tests.languages.catalogs import complete, entry, translated, write_catalog
from tests.outlines import laid_out, texts


@pytest.mark.parametrize(
    ("language", "words", "wanted"),
    [
        ("fr", "« Quoi ? » : 10 000 ; oui !", "«_Quoi_?_»_: 10_000_; oui_!"),
        ("fr-CH", "à 5 % et à 12 000 km", "à 5_% et à 12_000 km"),
        ("ru", "И в доме, не о том – и/или о 10 000", "И_в_доме, не_о_том_– и/или о_10_000"),
        ("ru", "из-за ко-мне Альянс 8.7", "из-за ко-мне Альянс 8.7"),
        ("ru", "задачи 8.7, цели 8 и ст. 5", "задачи_8.7, цели_8 и_ст._5"),
        ("uk", "у світі та в нас", "у_світі та_в_нас"),
        ("pl", "w domu i z nami", "w_domu i_z_nami"),
        ("en", "A word : 5 % of 10 000 !", "A word : 5_% of 10 000 !"),
        ("en", "SDG target 8.7, Goal 8; on page 12, § 3", "SDG target_8.7, Goal_8; on page_12, §_3"),
        ("en", "stargets 8.7, targeted 37 countries in 2021", "stargets 8.7, targeted 37 countries in 2021"),
        ("fr", "l’article 5 et la cible 8.7 des ODD", "l’article_5 et la cible_8.7 des ODD"),
        ("de", "SDG-Zielvorgabe 8.7, das SDG-Ziel 8, Nr. 5", "SDG-Zielvorgabe_8.7, das SDG-Ziel_8, Nr._5"),
        ("ar", "الغاية 8.7 والمادة 5 في 2021", "الغاية_8.7 والمادة_5 في 2021"),
        ("he", "ליעד 8.7 בשנת 2021", "ליעד_8.7 בשנת 2021"),
        ("en", "on 1 December 2026, 30th Nov. or May 5, 2026", "on 1_December 2026, 30th_Nov. or May_5, 2026"),
        ("en", "by 2030 May, 12 may be 3 Marches in May 2026", "by 2030 May, 12 may be 3 Marches in May 2026"),
        ("fr", "le 1er mai, le 30 novembre", "le 1er_mai, le 30_novembre"),
        ("es", "el 1 de diciembre de 2026, uno de mayo", "el 1_de_diciembre de 2026, uno de mayo"),
        ("pt-BR", "em 12 de outubro", "em 12_de_outubro"),
        ("de", "am 1. Dezember 2026", "am 1._Dezember 2026"),
        ("ru", "31 мая 2026 г.", "31_мая 2026 г."),
        ("pl", "12 maja i 3 majami", "12_maja i_3 majami"),
        ("ar", "في 1 ديسمبر 2026", "في 1_ديسمبر 2026"),
        ("he", "ב־1 בדצמבר 2026", "ב־1_בדצמבר 2026"),
        ("en", "Ten years 🎉 of friends 🎉", "Ten years_🎉 of friends_🎉"),
        ("zh", "十年 🎉", "十年_🎉"),
    ],
)
def test_where_no_line_ends(language: str, words: str, wanted: str) -> None:
    assert unbroken(words, Language(language)) == wanted.replace("_", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize("tag", _MONTHS)
def test_no_line_ends_between_a_day_and_any_month_that_cldr_has(tag: str) -> None:
    within = "ב" if tag == "he" else ""
    for month in Locale.parse(tag).months["format"]["wide"].values():
        assert unbroken(f"12 {within}{month}", Language(tag)) == f"12\N{NO-BREAK SPACE}{within}{month}"


@given(
    st.text(st.sampled_from("ва ио :?»« 1%–🎉") | st.characters()),
    st.sampled_from(["fr", "ru", "pl", "ar", "zh", "en", "es"]),
)
def test_nothing_but_spaces_changes_and_only_once(words: str, tag: str) -> None:
    kept = unbroken(words, Language(tag))
    assert kept.replace("\N{NO-BREAK SPACE}", " ") == words.replace("\N{NO-BREAK SPACE}", " ")
    assert unbroken(kept, Language(tag)) == kept


def test_the_outlines_words_and_the_translations_have_them(tmp_path: Path) -> None:
    slide = "layout: title\ntitle: Hello\nnotes: 'Pourquoi ? Voici : {partners} %'"
    built = laid_out(tmp_path, slide, language="fr")
    assert built.deck.slides[0].notes[0].plain == "Pourquoi_? Voici_: 400_%".replace("_", "\N{NO-BREAK SPACE}")
    built = translated(tmp_path, "layout: title\ntitle: Why?", entry("slide-1.title", "Why?", "Pourquoi ?"))
    assert built.deck.slides[0].title == "Pourquoi\N{NO-BREAK SPACE}?"


def test_what_stays_in_another_language_is_written_as_that_has_it(tmp_path: Path) -> None:
    slide = "layout: statement\ntitle: Quoi ?\nstatement: 'Voici : {partners}'"
    laid_out(tmp_path, slide, language="fr")
    outline = tmp_path / "outline.yaml"
    text = outline.read_text(encoding="utf-8")
    outline.write_text(text.replace("value: 400", "value: 12345.5"), encoding="utf-8")
    write_catalog(tmp_path, *complete(), language="de")
    built = lay_out(outline, "de")
    shown = [paragraph.plain for _, _, found in texts(built.deck) for paragraph in found.paragraphs]
    assert shown[:2] == [words.replace("_", "\N{NO-BREAK SPACE}") for words in ("Quoi_?", "Voici_: 12_345,5")]
