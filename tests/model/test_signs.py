"""A figure's sign as people type it, and what may be a negative number or not."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from deck.languages import number_forms
from deck.languages.number_forms import number_form
from deck.model.language import Language
from deck.model.measure import measure, number_of, without_doubt
from deck.model.signs import MONEY_SIGNS, bracketed_number, marked_number
from deck.model.text import Amount, Text

TABLES = Path(number_forms.__file__).parent / "tables"
MINUSES = "-−－﹣‐‑‒–"


@pytest.mark.parametrize("minus", MINUSES)
def test_every_minus_is_one(minus: str) -> None:
    for words, number in (("2,5", -2.5), ("5 million", -5e6), ("US$ 5", -5), ("5 %", -5)):
        assert number_of(Amount(Text.of(f"{minus}{words}"))) == number
        assert number_of(Amount(Text.of(f"≈ {minus}{words}"))) == number


@pytest.mark.parametrize("money", [*MONEY_SIGNS, "US$"])
def test_a_minus_before_money_is_one_whatever_the_currency(money: str) -> None:
    for words in (f"-{money}5", f"−{money} 5", f"{money} -5", f"-5 {money}"):
        assert number_of(Amount(Text.of(words))) == -5


@pytest.mark.parametrize(
    ("words", "number"),
    [("+12,5", 12.5), ("＋5", 5), ("about −5", -5), ("$-5", -5), ("4.2 (est.)", 4.2), ("4.2 t (CO2)", 4.2)],
)
def test_what_a_figure_comes_to(words: str, number: float) -> None:
    assert number_of(Amount(Text.of(words))) == number


@pytest.mark.parametrize(
    ("words", "either"),
    [
        ("(4,2)", "-4.2 or 4.2"),
        ("（4.2）", "-4.2 or 4.2"),
        ("$(4.2)", "-4.2 or 4.2"),
        ("(4.2 million)", "-4200000 or 4200000"),
        ("4.2-", "-4.2 or 4.2"),
        ("4.2 −", "-4.2 or 4.2"),
        ("(1,250)", "-1250, 1250, -1.25 or 1.25"),
        ("1.250", "1250 or 1.25"),
        ("−1.234", "-1234 or -1.2340"),
        ("(about 5)", None),
        ("about –5", None),
        ("3–5", None),
    ],
)
def test_what_may_be_below_nought_or_not_is_no_number(words: str, either: str | None) -> None:
    amount = Amount(Text.of(words))
    assert number_of(amount) is None
    assert without_doubt(amount) == either


@pytest.mark.parametrize(
    "words", ["2015", "5 million", "+1,250", "(5)", "about 5", "+5 km", "–", "+5–7", "A −5", "007%", "≈ 0049"]
)
def test_only_digits_with_a_mark_are_written_anew(words: str) -> None:
    assert marked_number(words) is None


@pytest.mark.parametrize("words", ["≈ 0", "0%", "-0.5", "≈ 10"])
def test_a_nought_alone_or_before_decimals_is_a_number(words: str) -> None:
    assert marked_number(words) is not None


@pytest.mark.parametrize("words", ["(10,753.4)", " (10 753.4) ", "（10753.4）", "( 10753.4 )"])
def test_digits_alone_in_brackets_are_a_number_within_them(words: str) -> None:
    found = bracketed_number(words)
    assert found is not None
    before, numeral, after = found
    assert (before, after) == (words.strip()[0], words.strip()[-1])
    assert [f"{reading.value}" for reading in numeral.readings] == ["10753.4"]


@pytest.mark.parametrize(
    "words",
    [
        *("(2015)", "(1)", "(1,250)", "5", "(5", "(5 km)", "(5) (6)", "((5.5))", "A (5.5)", "(-5.5)", "()", "(5.5–7)"),
        *("(00123)", "(20251231)", "(12345)", "(0049.5)", "(007 %)"),
    ],
)
def test_what_else_stands_in_brackets_stays_as_it_is(words: str) -> None:
    assert bracketed_number(words) is None


@pytest.mark.parametrize("tag", json.loads((TABLES / "number-forms.json").read_text("utf-8"))["forms"])
def test_a_share_is_one_as_every_language_writes_it(tag: str) -> None:
    form = number_form(Language(tag))
    found = measure(Amount(Text.of(form.share(form.plain(Decimal(71))))))
    assert found
    assert (found.number, found.percent) == (71, True)


@pytest.mark.parametrize(
    ("words", "either"),
    [
        ("€2,300", "€2300 or €2.3"),
        ("2.300 €", "2300 € or 2.3 €"),
        ("-US$ 1,234", "-US$ 1234 or -US$ 1.2340"),
        ("≈ −2,300 €", "≈ -2300 € or ≈ -2.3 €"),
        ("2,300 %", "2300 % or 2.3 %"),
        ("2,300", "2300 or 2.3"),
        ("2,300 in 24 hours", None),
    ],
)
def test_a_figure_that_is_shown_keeps_its_words_without_doubt(words: str, either: str | None) -> None:
    written = without_doubt(Amount(Text.of(words)), shown=True)
    assert written == either
    assert all(number_of(Amount(Text.of(one))) is not None for one in (written or "0").split(" or "))
