"""A text that is but a date is written as each language writes dates, as a list's cell is."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError
from deck.languages.messages import messages
from deck.pipeline.build import lay_out
from deck.pipeline.reading import read
from tests.languages.catalogs import complete, write_catalog
from tests.outlines import laid_out, texts, write_outline

TIMELINE = """
layout: timeline
title: When
events:
  - {date: "2012-11-24", heading: It begins}
  - {date: 2010-11, heading: Two years}
  - {date: "2019", heading: A year}
"""
TABLE = """
layout: table
title: What
columns: [{id: day, heading: Day}, {id: other, heading: Other}]
rows:
  - {id: one, cells: {day: 2012-11-24, other: "`2012-11-24`"}}
  - {id: two, cells: {day: "2012-11-24T14:30", other: On 2012-11-24}}
  - {id: three, cells: {day: 2012-02-31, other: "{deadline}"}}
  - {id: four, cells: {day: 2013-12, other: 2010-11}}
"""


def shown(folder: Path, language: str) -> list[str]:
    path = write_outline(folder, TIMELINE, TABLE)
    text = path.read_text(encoding="utf-8").replace("facts:\n", "facts:\n  deadline: 2026-12-31\n")
    path.write_text(text, encoding="utf-8")
    if language != "en":
        write_catalog(folder, *complete(), language=language)
    built = lay_out(path, language)
    assert not [one for one in built.diagnostics if one.code != "untranslated"]
    found = [paragraph.plain for _, _, text in texts(built.deck) for paragraph in text.paragraphs]
    return [words.replace("\xa0", " ").replace("\u200e", "") for words in found]


@pytest.mark.parametrize(
    ("language", "dates"),
    [
        ("en", ["November 24, 2012", "December 2013", "November 24, 2012, 2:30 PM", "December 31, 2026"]),
        ("fr", ["24 novembre 2012", "décembre 2013", "24 novembre 2012, 14:30", "31 décembre 2026"]),
        ("ru", ["24 ноября 2012 г.", "декабрь 2013 г.", "24 ноября 2012 г., 14:30", "31 декабря 2026 г."]),
        ("zh", ["2012年11月24日", "2013年12月", "2012年11月24日 14:30", "2026年12月31日"]),
        ("fa", ["۲۴ نوامبر ۲۰۱۲", "دسامبر ۲۰۱۳", "۲۴ نوامبر ۲۰۱۲،\u200f ۱۴:۳۰", "۳۱ دسامبر ۲۰۲۶"]),
        ("mr", ["२४ नोव्हेंबर, २०१२", "डिसेंबर २०१३", "२४ नोव्हेंबर, २०१२, २:३० PM", "३१ डिसेंबर, २०२६"]),
        ("ar", ["24 نوفمبر 2012", "ديسمبر 2013", "24 نوفمبر 2012، 2:30 م", "31 ديسمبر 2026"]),
    ],
)
def test_a_date_alone_is_written_as_the_language_writes_it(language: str, dates: list[str], tmp_path: Path) -> None:
    found = shown(tmp_path, language)
    assert [each for each in dates if each not in found] == []
    # Code, two years, a year, and what is no day.
    for kept in ("2012-11-24", "2010-11", "2019", "2012-02-31"):
        assert kept in found


def test_no_translator_is_asked_for_it_and_its_entry_keeps_its_id(tmp_path: Path) -> None:
    slide = "layout: bullets\ntitle: When\nitems: [2012-11-24, On 2012-11-24]"
    presentation = read(write_outline(tmp_path, slide))[0]
    assert not [one.key for one in messages(presentation) if "2012-11-24" in one.key and "on-" not in one.key]
    (only,) = presentation.slides
    assert [item.id for item in only.content.items] == ["2012-11-24", "on-2012-11-24"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "slide",
    [
        "layout: change\ntitle: T\nfigures: [{before: 2012-11-24, after: 30, label: people}]",
        "layout: amounts\ntitle: T\namounts: [{value: 2012-11-24, label: a}, {value: 30, label: b}]",
        "layout: icon-array\ntitle: T\nvalue: 2012-11-24\nof: 30\nlabel: people",
        "layout: chart\ntitle: T\nkind: bar\ncategories: [{label: a, value: 2012-11-24}, {label: b, value: 3}]",
        "layout: scorecard\ntitle: T\ncriteria: [{id: a, name: A}, {id: c, name: C}]\n"
        "rows: [{id: b, label: B, scores: {a: 2012-11-24}}]",
    ],
)
def test_it_is_no_number_to_reckon_with(slide: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as raised:
        laid_out(tmp_path, slide)
    assert {one.code for one in raised.value.diagnostics} == {"invalid-value"}
    # It is told as it was typed.
    assert not [one.message for one in raised.value.diagnostics if "{" in one.message]
