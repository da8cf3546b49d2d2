"""Numbers in texts: what they may mean, in the six languages of the United Nations."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.languages.numbers import compact, decimal
from deck.model.language import Language
from deck.model.numerals import READ_MAGNITUDES, numerals, readings, step_of


def meanings(text: str) -> list[list[str]]:
    return [[f"{one.value:f}" for one in numeral.readings] for numeral in numerals(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("37 countries, 400 partners.", [["37"], ["400"]]),
        ("有37个国家", [["37"]]),
        ("و37 بلدا", [["37"]]),
        ("٣٧ بلدا و٢٧٫٦ مليون", [["37"], ["27600000"]]),
        ("27,6 millions et 27.6 millions", [["27600000"], ["27600000"]]),
        ("1.6亿，其中7900万，百万", [["160000000"], ["79000000"]]),
        ("49,6 миллиона; 3 тыс. человек", [["49600000"], ["3000"]]),
        ("3 mil millones, 2 mil", [["3000000000"], ["2000"]]),
        ("50m people, 16 mothers, 2bn", [["50", "50000000"], ["16"], ["2000000000"]]),
        (
            "900 k, 3 Mrd., 3 mld, 2.5 mln, 3 Mia.",
            [["900", "900000"], *2 * [["3000000000"]], ["2500000"], ["3000000000"]],
        ),
        ("a 2k video, Article 8b, 3 km, 5 kg", [["3"], ["5"]]),
        ("2 billion", [["2000000000", "2000000000000"]]),
        ("1,234", [["1234", "1.234"]]),
        ("1.234.567,8 and 1,234,567.8", [["1234567.8"], ["1234567.8"]]),
        ("50 000 000, 1’234", [["50000000"], ["1234"]]),
        ("In 2020 160 million", [["2020"], ["160000000"]]),
        ("35–39, 35—39, 35‑39, 35−39, COVID‑19, 37‑й", []),
        ("Alliance—37 countries – 400 partners", [["37"], ["400"]]),
        ("12 mile, 10 миллионеров, 10 millionaires, 3 milliardaires", [["12"], ["10"], ["10"], ["3"]]),
        ("10 مليونيرا, 5千米, 10 процентных, 50 millonarios", [["10"], ["5"], ["10"], ["50"]]),
        ("2024-05-01, 31.12.2024, 10:30, v2.1, the 37th, 37-й, 8.7.1, A4, 3/4", []),
        ("SDG 8.7", [["8.7"]]),
    ],
)
def test_what_numbers_may_mean(text: str, expected: list[list[str]]) -> None:
    assert meanings(text) == expected


@given(
    st.one_of(st.integers(0, 10**15), st.decimals(0, 10**9, places=2)).map(Decimal),
    st.sampled_from(sorted(READ_MAGNITUDES)),
    st.sampled_from([decimal, compact]),
)
def test_a_number_as_a_language_writes_it_is_read(
    number: Decimal, language: str, written: Callable[[Decimal, Language], str]
) -> None:
    (found,) = numerals(f"… {written(number, Language(language))}, …")
    assert number in {one.value for one in found.readings}


@given(st.text(alphabet="0123456789.,’٫٬ \u00a0%m-٣万億亿千billon", max_size=20))
def test_any_text_can_be_read(text: str) -> None:
    for numeral in numerals(text):
        assert text[numeral.start : numeral.end] == numeral.written
        assert numeral.readings


@given(st.integers(0, 10**12))
def test_without_separators_there_is_one_meaning(number: int) -> None:
    assert [one.value for one in readings(str(number))] == [number]


@pytest.mark.parametrize(
    ("number", "step"),
    [
        ("50000000", "1e6"),
        ("27600000", "1e5"),
        ("400", "1"),
        ("22.0", "0.1"),
        ("0", "1"),
        ("1250", "10"),
        ("2000000000", "1e9"),
        ("10000", "1e3"),
    ],
)
def test_the_last_place(number: str, step: str) -> None:
    assert step_of(Decimal(number)) == Decimal(step)
