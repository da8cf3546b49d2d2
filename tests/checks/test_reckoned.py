"""Facts that slides reckon with, and that are no numbers, or of another kind than their neighbours."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.ground.diagnostics import Severity
from deck.pipeline.build import lay_out
from tests.languages.catalogs import complete, entry, write_catalog
from tests.outlines import write_outline

FACTS = """facts:
  words: many
  dollars: US$ 2.4 million
  euros: €3.9 million
  share: 5%
  twelve: 12
  area: {value: 30, unit: hectares}
  unknown: n/a
"""
CHART = """
layout: chart
title: A
kind: bar
categories: [{{id: a, label: 2026-05, value: {}}}, {{id: b, label: B, value: 3}}]
"""


def change(before: str, after: str, more: str = "") -> str:
    return f"layout: change\ntitle: A\nfigures: [{{id: a, label: A, before: {before!r}, after: {after!r}{more}}}]"


def told(folder: Path, slide: str, language: str = "en", *entries: str) -> list[str]:
    path = write_outline(folder, slide)
    path.write_text(path.read_text(encoding="utf-8").replace("facts:\n", FACTS), encoding="utf-8")
    if language != "en":
        write_catalog(folder, *complete(), *entries, language=language)
    found = [one for one in lay_out(path, language).diagnostics if one.code == "unsuitable-fact"]
    assert {one.severity for one in found} <= {Severity.WARNING}
    return [one.message.removeprefix("slide `slide-1`: ") for one in found]


@pytest.mark.parametrize(
    ("slide", "message"),
    [
        (change("{words}", "{twelve}"), "a difference is reckoned from numbers, and this is none"),
        (change("{dollars}", "{euros}"), "these figures are in two currencies, and no difference can be reckoned"),
        (change("{twelve}", "6%"), "one of these figures is a share of a hundred, and the other is none"),
        (change("{share}", "{twelve}"), "one of these figures is a share of a hundred, and the other is none"),
        (CHART.format('"{words}"'), "a chart draws numbers, and “many” is none"),
        (
            'layout: amounts\ntitle: A\namounts: [{id: a, label: A, value: "{twelve}"}, {id: b, label: B, value: 30}]',
            "this is more than the amount before, of which it is a part",
        ),
        (
            'layout: icon-array\ntitle: A\nvalue: "{twelve}"\nof: 10\nlabel: of them',
            "these are more than there are in all",
        ),
    ],
)
def test_a_fact_of_which_nothing_comes_is_told(slide: str, message: str, tmp_path: Path) -> None:
    assert told(tmp_path, slide) == [message]


@pytest.mark.parametrize(
    "slide",
    [
        change("{twelve}", "{area}"),
        change("{dollars}", "US$ 5 million"),
        change("{share}", "6%"),
        change("{words}", "{twelve}", ", difference: a good deal"),
        CHART.format('"{twelve}"'),
        CHART.format('"{area}"'),
        CHART.format('"{dollars}"'),
        CHART.format('"{unknown}"'),
    ],
)
def test_one_that_suits_is_not(slide: str, tmp_path: Path) -> None:
    assert told(tmp_path, slide) == []


def test_a_translations_words_are_the_outlines_number(tmp_path: Path) -> None:
    fact = entry("facts.dollars", "US$ 2.4 million", "zwei Komma vier Millionen Dollar")
    assert told(tmp_path, change("{dollars}", "US$ 5 million"), "de", fact) == []
