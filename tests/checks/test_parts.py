"""Parts and their whole."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.checks.parts import part_exceeds_whole, parts_sum
from deck.model.text import Amount, Text
from deck.pipeline.build import Built
from tests.outlines import laid_out

STATISTICS = """\
layout: statistics
title: Figures
figures:
  - id: all
    value: {whole}
    label: people
    parts: [{{id: some, value: {some}, label: some}}, {{id: others, value: {others}, label: others}}]
"""


def found(built: Built) -> list[str]:
    return [f"{one.code} {one.span.line if one.span else 0}" for one in built.diagnostics]


@pytest.mark.parametrize(
    ("whole", "some", "others", "expected"),
    [
        (50_000_000, 28_000_000, 22_000_000, []),
        (50_000_000, 28_000_000, 10_000_000, []),
        (50_000_000, 60_000_000, 1, ["part-exceeds-whole 22"]),
        (50_000_000, 28_000_000, 25_000_000, ["parts-sum 20"]),
        (50_000_000, 28_000_000, 21_000_000, ["parts-sum 20"]),
        (100, 100, 0, []),
        ("some", 28, 22, []),
        (50, "many", 22, []),
        (50_000_000, 27_600_000, 22_000_000, []),
        (50_000_000, 27_600_000, 23_000_000, ["parts-sum 20"]),
        (49_600_000, 28_000_000, 22_000_000, []),
        ("2.1 billion", "1.2 billion", "1.9 billion", []),
        ("≈ 49.6 million", "27.6 million", "22.0 million", []),
        ("≈ 49.6 million", "29.6 million", "22.0 million", ["parts-sum 20"]),
        ("49.6 million", "50 million", "1 million", ["part-exceeds-whole 22"]),
        (50_000_000, "56 %", "44 %", []),
        (50_000_000, "56 %", "54 %", ["parts-sum 20"]),
        (50_000_000, "156 %", "4 %", ["part-exceeds-whole 22"]),
        ("56 %", 28, 28, []),
    ],
)
def test_parts_and_their_whole(
    tmp_path: Path, whole: object, some: object, others: object, expected: list[str]
) -> None:
    built = laid_out(tmp_path, STATISTICS.format(whole=whole, some=some, others=others))
    assert found(built) == expected


def test_what_is_said_of_a_part(tmp_path: Path) -> None:
    built = laid_out(tmp_path, STATISTICS.format(whole=50_000_000, some=60_000_000, others=1))
    (finding,) = built.diagnostics
    assert finding.message == (
        "slide `slide-1`, figure `all`: the part `some`, 60,000,000, is more than its whole, 50,000,000"
    )


def with_numbers(built: Built, whole: Decimal, some: Decimal, others: Decimal) -> list[str]:
    """The codes of what the check finds where these are the figures."""
    (section,) = built.presentation.sections
    (slide,) = section.slides
    numbers = iter([whole, some, others])
    content = slide.content.with_amounts(lambda _: Amount(Text.of("…"), next(numbers)))
    slides = (replace(slide, content=content),)
    presentation = replace(built.presentation, sections=(replace(section, slides=slides),))
    rules = (part_exceeds_whole, parts_sum)
    return [one.code for rule in rules for one in rule(built.deck, presentation)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return laid_out(tmp_path_factory.mktemp("parts"), STATISTICS.format(whole=3, some=1, others=2))


def rounded(number: int, place: int) -> Decimal:
    return round(Decimal(number).scaleb(-place)) * Decimal(10) ** place


@given(some=st.integers(2_000_000, 99_000_000), others=st.integers(2_000_000, 99_000_000))
def test_what_rounding_the_whole_explains_is_no_mistake(built: Built, some: int, others: int) -> None:
    figures = rounded(some + others, 6), rounded(some, 5), rounded(others, 5)
    assert with_numbers(built, *figures) == []


@given(some=st.integers(2, 99), others=st.integers(2, 99), more=st.integers(1, 99))
def test_a_part_that_alone_was_corrected(built: Built, some: int, others: int, more: int) -> None:
    million = Decimal(1_000_000)
    figures = [(some + others) * million, (some + more) * million, others * million]
    assert with_numbers(built, *figures) == (["part-exceeds-whole"] if more > others else ["parts-sum"])


RING = """\
layout: chart
title: Shares
kind: doughnut
{unit}categories: [{{id: a, label: A, value: {a}}}, {{id: b, label: B, value: {b}}}, {{id: c, label: C, value: {c}}}]
"""
COLUMNS = """\
layout: chart
title: Shares
kind: column
stacking: 100%
unit: "%"
series: [{{id: a, name: A}}, {{id: b, name: B}}]
categories: [{{id: x, label: X, values: {{a: 40, b: 60}}}}, {{id: y, label: Y, values: {{a: {a}, b: {b}}}}}]
"""


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    ("slide", "told"),
    [
        (RING.format(unit="unit: '%'\n", a=52, b=36, c=12), None),
        (RING.format(unit="unit: '%'\n", a=52, b=36, c=18), "106%, more"),
        (RING.format(unit="unit: '%'\n", a=52, b=18, c=12), "82%, less"),
        (RING.format(unit="unit: '%'\n", a=33, b=33, c=33), None),
        (RING.format(unit="unit: '%'\n", a="33.3", b="33.3", c="33.3"), None),
        (RING.format(unit="unit: '%'\n", a="33.3", b="33.3", c="32.3"), "98.9%, less"),
        (RING.format(unit="", a="52 %", b="36 %", c="18 %"), "106%, more"),
        (RING.format(unit="unit: '%'\n", a=5, b=3, c="'{partners}'"), "408%, more"),
        (RING.format(unit="", a=52, b=36, c=18), None),
        (RING.format(unit="unit: t\n", a=52, b=36, c=18), None),
        (COLUMNS.format(a=30, b=70), None),
        (COLUMNS.format(a=30, b=62), "92%, less"),
        (COLUMNS.replace("100%", "stacked").format(a=30, b=62), None),
    ],
)
def test_shares_of_a_drawn_whole_come_to_all_of_it(tmp_path: Path, slide: str, told: str | None, language: str) -> None:
    built = laid_out(tmp_path, slide, language=language)
    assert [one.code for one in built.diagnostics] == (["parts-sum"] if told else [])
    assert all(f"come to {told}" in one.message for one in built.diagnostics)
