"""Changes over time: the difference in words of the deck's language, and what cannot be reckoned."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError
from deck.layouts import LAYOUTS
from deck.model.measure import measure
from deck.model.shapes import AutoShape
from deck.pipeline.build import lay_out
from tests.outlines import laid_out, texts, write_outline

SLIDE = "layout: change\ntitle: T\nfigures: [{before: BEFORE, after: AFTER, label: people}]"


def shown(folder: Path, before: str, after: str, language: str = "en", unit: str = "") -> list[str]:
    built = laid_out(folder, SLIDE.replace("BEFORE", before).replace("AFTER", after), language=language)
    found = (paragraph.plain for _, _, text in texts(built.deck) for paragraph in text.paragraphs)
    return [words.replace("\xa0", " ") for words in found]


@pytest.mark.parametrize(
    ("language", "difference"),
    [
        ("en", "up by 2.7 million (11%)"),
        ("ar", "زيادة قدرها 2.7 مليون (11%)"),
        ("es", "un aumento de 2,7 millones (11 %)"),
        ("fr", "en hausse de 2,7 millions (11 %)"),
        ("ru", "рост на 2,7 миллиона (11 %)"),
        ("zh", "增加270万（11%）"),
    ],
)
def test_the_difference_is_said_in_the_deck_s_language(language: str, difference: str, tmp_path: Path) -> None:
    found = shown(tmp_path, "24_900_000", "27_600_000", language)
    assert difference in [words.replace("\u200e", "").replace("\u061c", "") for words in found]


@pytest.mark.parametrize(
    ("before", "after", "difference"),
    [
        ("16%", "9.6%", "down by 6.4 percentage points"),
        ("8%", "9%", "up by 1 percentage point"),
        ("30", "30", "unchanged"),
        ("0", "12", "up by 12"),
        ("-3", "4", "up by 7"),
        ("200", "100", "down by 100 (50%)"),
        ("1000", "1001", "up by 1"),
        ("1_200_000", "120_000", "down by 1,080,000 (90%)"),
    ],
)
def test_more_less_points_and_nothing(before: str, after: str, difference: str, tmp_path: Path) -> None:
    assert difference in shown(tmp_path, before, after)


@pytest.mark.parametrize(
    ("language", "before", "after", "difference"),
    [
        ("ar", "16%", "17%", "زيادة قدرها نقطة مئوية واحدة"),
        ("ar", "18%", "16%", "انخفاض قدره نقطتان مئويتان"),
        ("ar", "16%", "26%", "زيادة قدرها 10 نقاط مئوية"),
        ("ar", "16%", "27%", "زيادة قدرها 11 نقطة مئوية"),
        ("ar", "0%", "100%", "زيادة قدرها 100 نقطة مئوية"),
        ("ar", "16%", "17.5%", "زيادة قدرها 1.5 نقطة مئوية"),
        ("fr", "16%", "17.5%", "en hausse de 1,5 point de pourcentage"),
        ("fr", "16%", "18%", "en hausse de 2 points de pourcentage"),
        ("es", "16%", "17%", "un aumento de 1 punto porcentual"),
        ("de", "5.5%", "6.5%", "Anstieg um 1,0 Prozentpunkte"),
        ("en", "5.5%", "6.5%", "up by 1.0 percentage points"),
    ],
)
def test_points_agree_with_their_number(
    language: str, before: str, after: str, difference: str, tmp_path: Path
) -> None:
    assert difference in shown(tmp_path, before, after, language)


@pytest.mark.parametrize(
    ("language", "before", "after", "difference"),
    [
        ("en", "US$ 1000", "US$ 1500", "up by US$ 500 (50%)"),
        ("en", "$4 million", "$2.5 million", "down by $1.5 million (38%)"),
        ("en", "€4000001", "€2500000", "down by €1,500,001 (38%)"),
        ("en", "1500 CHF", "-200 CHF", "down by CHF 1,700"),
        ("en", "€0.5", "€2", "up by €1.50 (300%)"),
        ("de", "US$ 1000", "US$ 1500", "Anstieg um 500 US$ (50 %)"),
        ("ru", "€ 2.5 million", "€ 4 million", "рост на 1,5 миллиона € (60 %)"),
        ("ar", "US$ 1000", "US$ 1500", "زيادة قدرها 500 US$\u200e (50\u200e%\u200e)"),
        ("zh", "¥ 30000", "¥ 40000", "增加¥10,000（33%）"),
    ],
)
def test_money_is_more_or_less_in_its_currency(
    language: str, before: str, after: str, difference: str, tmp_path: Path
) -> None:
    assert difference in shown(tmp_path, before, after, language)


@pytest.mark.parametrize(("before", "after"), [("US$ 1000", "€1500"), ("€2 million", "£3 million")])
def test_two_currencies_have_no_difference(before: str, after: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="in two currencies"):
        shown(tmp_path, before, after)


def test_nor_have_facts_of_two_currencies_or_a_share_and_a_number(tmp_path: Path) -> None:
    def said(one: str, other: str) -> list[str]:
        path = write_outline(tmp_path, SLIDE.replace("BEFORE", '"{one}"').replace("AFTER", '"{other}"'))
        text = path.read_text(encoding="utf-8").replace("facts:\n", f"facts:\n  one: {one}\n  other: {other}\n")
        path.write_text(text, encoding="utf-8")
        return [paragraph.plain for _, _, text in texts(lay_out(path).deck) for paragraph in text.paragraphs]

    assert "up by US$\xa0500\xa0(50%)" in said("US$ 1000", "US$ 1500")
    assert not [words for words in said("US$ 1000", "€ 1500") if "by" in words]
    assert not [words for words in said("0.71", "{value: 80, unit: '%'}") if "by" in words]


@pytest.mark.parametrize(
    ("language", "figures"), [("en", ["1,250", "1,300"]), ("fr", ["1 250", "1 300"]), ("fa", ["۱٬۲۵۰", "۱٬۳۰۰"])]
)
def test_a_number_in_quotation_marks_is_written_as_one(language: str, figures: list[str], tmp_path: Path) -> None:
    assert shown(tmp_path, '"1250"', "1300", language)[1:3] == figures


def test_but_not_where_it_may_be_a_name(tmp_path: Path) -> None:
    assert "007" in shown(tmp_path, '"007"', "1300")
    words = SLIDE.replace("people", "people, difference: as of old")
    built = laid_out(tmp_path, words.replace("BEFORE", '"2016"').replace("AFTER", "1300"))
    assert "2016" in [text.paragraphs[0].plain for _, _, text in texts(built.deck)]
    built = laid_out(tmp_path, 'layout: statistics\ntitle: T\nfigures: [{value: "2016", label: began}]')
    assert "2016" in [text.paragraphs[0].plain for _, _, text in texts(built.deck)]


@pytest.mark.parametrize(
    "slide",
    [
        'layout: amounts\ntitle: T\namounts: [{value: "1250", label: a}, {value: 3, label: b}]',
        'layout: icon-array\ntitle: T\nvalue: "5"\nof: "12"\nlabel: people',
        'layout: chart\ntitle: T\nkind: bar\ncategories: [{label: a, value: "1250"}, {label: b, value: 3}]',
    ],
)
def test_so_it_is_wherever_figures_are_drawn(slide: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, slide, language="fa")
    drawn = [paragraph.plain for _, _, text in texts(built.deck) for paragraph in text.paragraphs]
    assert any(digit in words for words in drawn for digit in ("۱٬۲۵۰", "۵"))
    assert not any(digits in words for words in drawn for digits in ("1250", "5", "12"))


def test_a_figure_and_what_it_was_are_in_one_notation(tmp_path: Path) -> None:
    assert {"1,200,000", "120,000"} <= set(shown(tmp_path, "1_200_000", "120_000"))


def test_words_of_the_author_stand_in_its_place(tmp_path: Path) -> None:
    slide = "layout: change\ntitle: T\nfigures: [{before: few, after: many, label: laws, difference: as never before}]"
    found = [paragraph.plain for _, _, text in texts(laid_out(tmp_path, slide).deck) for paragraph in text.paragraphs]
    assert "as never before" in found
    with pytest.raises(DeckError, match="reckoned from numbers"):
        laid_out(tmp_path, slide.replace(", difference: as never before", ""))


@pytest.mark.parametrize(
    ("before", "write"),
    [("few", "write one number"), ('"1,250"', "write 1250 or 1.25"), ('"€1,250"', "write €1250 or €1.25")],
)
def test_what_is_no_number_may_have_words_instead(before: str, write: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as raised:
        shown(tmp_path, before, "1300")
    [found] = raised.value.diagnostics
    assert found.hint
    assert found.hint.startswith(write)
    assert found.hint.endswith(", or `difference:` in words")


@pytest.mark.parametrize(("before", "after"), [("0.71", "80%"), ("71%", "0.8")])
def test_a_share_is_not_reckoned_against_what_is_none(before: str, after: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="the other is none"):
        shown(tmp_path, before, after)


@pytest.mark.parametrize("slide", [LAYOUTS["change"].samples[-1], LAYOUTS["change"].samples[0]])
def test_arrows_point_on(slide: str, tmp_path: Path) -> None:
    arrows = {}
    for language in ("en", "ar"):
        (tree,) = laid_out(tmp_path, slide, language=language).deck.slides
        arrows[language] = [shape for shape in tree.shapes if isinstance(shape, AutoShape)]
    assert [each.flipped for each in arrows["en"]] == [False] * len(arrows["en"])
    assert [each.flipped for each in arrows["ar"]] == [True] * len(arrows["en"])


@pytest.mark.parametrize("language", ["en", "ar", "es", "fr", "ru"])
def test_a_share_stays_with_the_word_before_it(language: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, SLIDE.replace("BEFORE", "24_900_000").replace("AFTER", "27_600_000"), language=language)
    found = [paragraph.plain for _, _, text in texts(built.deck) for paragraph in text.paragraphs]
    (said,) = (words for words in found if "(11" in words)
    assert "\N{NO-BREAK SPACE}(11" in said


@pytest.mark.parametrize(
    ("language", "figures"),
    [
        ("en", ["71.5%", "88%", "up by 16.5 percentage points"]),
        ("ru", ["71,5 %", "88 %", "рост на 16,5 п. п."]),
        ("fr", ["71,5 %", "88 %", "en hausse de 16,5 points de pourcentage"]),
        ("zh", ["71.5%", "88%", "增加16.5个百分点"]),
    ],
)
def test_shares_are_written_as_the_language_writes_them(language: str, figures: list[str], tmp_path: Path) -> None:
    found = shown(tmp_path, "71.5%", "88%", language)
    assert set(figures) - set(found) == set(), found


@pytest.mark.parametrize(
    ("language", "shown"),
    [("tr", ["%71", "%88"]), ("ar", ["71\u200e%\u200e", "88\u200e%\u200e"]), ("fa", ["۷۱٪", "۸۸٪"])],
)
def test_a_share_is_one_wherever_its_sign_stands(language: str, shown: list[str], tmp_path: Path) -> None:
    built = laid_out(tmp_path, SLIDE.replace("BEFORE", "71%").replace("AFTER", "88%"), language=language)
    (slide,) = built.presentation.slides
    figures = slide.content.figures  # type: ignore[attr-defined]
    assert [figures[0].before.text.plain, figures[0].after.text.plain] == shown
    measures = [measure(each) for figure in figures for each in (figure.before, figure.after)]
    assert [each.percent for each in measures if each] == [True, True]
