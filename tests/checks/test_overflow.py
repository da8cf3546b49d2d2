"""Where a text is that is too long, and on which page of its slide."""

from __future__ import annotations

import re
from itertools import zip_longest
from pathlib import Path

import polib
import pytest

from deck.ground.diagnostics import Diagnostic
from deck.layouts import LAYOUTS
from deck.pipeline.build import lay_out
from deck.translating import catalog_files
from tests.outlines import examples, laid_out, write_outline

LONG = "very long words " * 200


def overflows(folder: Path, slide: str) -> list[Diagnostic]:
    return [one for one in laid_out(folder, slide).diagnostics if one.code == "text-overflow"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (f"items: [one, two, {{id: long, text: '{LONG}'}}]", "items.long.text"),
        (
            f"items: [one, {{id: under, text: two, items: [a, {{id: long, text: '{LONG}'}}]}}]",
            "items.under.items.long.text",
        ),
    ],
)
def test_the_entry_that_is_too_long_is_named_and_no_slide_that_the_outline_has_not(
    tmp_path: Path, fields: str, field: str
) -> None:
    (found,) = overflows(tmp_path, f"layout: bullets\ntitle: T\n{fields}")
    assert found.message.startswith("slide `slide-1` (")
    assert f"field `{field}` in `en`" in found.message
    assert found.span is not None
    text = (tmp_path / "outline.yaml").read_text(encoding="utf-8").split("\n")[found.span.line - 1]
    assert text[found.span.column - 1 :].strip("'").startswith("very long words")


def test_a_card_s_longest_text_is_named(tmp_path: Path) -> None:
    cards = f"[{{id: a, heading: One, text: Short}}, {{id: b, heading: Two, text: '{LONG}'}}]"
    (found,) = overflows(tmp_path, f"layout: cards\ntitle: T\ncards: {cards}")
    assert found.message.startswith("slide `slide-1`, field `cards.b.text` in `en`: ")


WORD = "Donaudampfschifffahrtsgesellschaftskapitänsversammlung"


@pytest.mark.parametrize(
    ("slide", "field", "hint"),
    [
        (
            f"layout: key-figure\ntitle: T\nvalue: 5\nlabel: P\nitems: [one, two, {WORD * 2}, four]",
            r"items\.donau.*\.text",
            "shorten it",
        ),
        (
            "layout: timeline\ntitle: T\nevents: ["
            + "".join(f"{{date: '189{year}', heading: A}}, " for year in range(7))
            + f"{{id: long, date: '1952', heading: {WORD}}}]",
            r"events\.long\.heading",
            "shorten it",
        ),
        (
            "layout: contact\ntitle: T\nqr: https://example.org\ncontacts: [{name: B}, {name: C}, {name: D}, "
            f"{{id: rosa, name: Rosa, text: {WORD}@example.org}}]",
            r"contacts\.rosa\.text",
            "shorten it",
        ),
        (
            f"layout: bullets\ntitle: {WORD * 3}\nitems: [{', '.join(f'entry {at}' for at in range(40))}]",
            "title",
            "shorten it",
        ),
        (
            "layout: matrix\nform: swot\ntitle: T\nquadrants: [{id: a, items: ["
            + ", ".join(f"entry {at}" for at in range(8))
            + "], text: some words}, {text: b}, {text: c}, {text: d}]",
            r"quadrants\.a",
            "shorten it, or divide it over two slides",
        ),
    ],
)
def test_of_several_texts_in_a_box_the_one_that_is_too_wide_is_named_or_the_box_where_there_are_too_many(
    tmp_path: Path, slide: str, field: str, hint: str
) -> None:
    """Once, also where a title stands on each slide over which its list goes on."""
    (found,) = overflows(tmp_path, slide)
    assert re.search(rf"field `{field}` in `en`", found.message), found.message
    assert found.hint == hint


OWN_WORDS = {
    f"words.{name}"
    for name in (
        "source",
        "icons.share",
        "change.more",
        "map.disclaimer",
        "scorecard.empty",
        "scorecard.half",
        "scorecard.full",
        "gantt.today",
    )
}
"""Those of the deck's own words that the examples show where they have too little room; others are read out."""
TRANSLATED = " ".join(["Donaudampfschifffahrtsgesellschaft"] * 160)
FACTS = """
layout: statistics
title: Figures
figures:
  - {id: a, value: about nine, label: people, source: estimates}
  - {id: b, value: 50_000_000, label: '{partners} partners'}
"""


def test_whichever_text_is_too_long_is_found_at_its_line_in_every_layout(tmp_path: Path) -> None:
    """One text of each slide at a time, also where its box has others, such as a name over a role."""
    outline = write_outline(tmp_path, *examples(), FACTS)
    path = catalog_files.start(outline, "de")
    drafts = path.read_bytes()
    # A link has to stay one, nobody sees what a picture or a country on a map is described by, and these two stand on
    # no slide.
    unseen = {"presentation.title", "sections.only.title"}
    file = polib.pofile(str(path))
    shown = [each.msgctxt for each in file if each.msgctxt not in unseen and "](" not in each.msgid]
    shown = [key for key in shown if not key.startswith("words.") or key in OWN_WORDS]
    of_map = f"slide-{list(LAYOUTS).index('map') + 1}."
    countries = {key for key in shown if key.startswith(of_map) and key.count(".items.") > 1}
    shown = [key for key in shown if not key.endswith((".notes", ".description")) and key not in countries]
    by_slide = {
        key: [each for each in shown if each.split(".")[0] == key] for key in {key.split(".")[0] for key in shown}
    }
    # They stand on many slides, in boxes with other texts.
    own_words = by_slide.pop("words")
    assert {*own_words} == OWN_WORDS
    turns = [{*filter(None, keys)} for keys in zip_longest(*by_slide.values())]
    for turn in (*turns, *({key} for key in own_words)):
        file = polib.pofile(str(path))
        long = [each for each in file if each.msgctxt in turn]
        for each in long:
            names = "".join(f" {{{name}}}" for name in re.findall(r"\{(\w+)\}", each.msgid))
            each.msgstr, each.msgstr_plural = TRANSLATED + names, dict.fromkeys(each.msgstr_plural, TRANSLATED + names)
        file.save(str(path))
        lines = path.read_text(encoding="utf-8").split("\n")
        found = [one.span for one in lay_out(outline, "de").diagnostics if one.code == "text-overflow" and one.span]
        assert {span.path for span in found} == {str(path)}
        assert all(lines[span.line].startswith('"Donau') or "Donau" in lines[span.line - 1] for span in found)
        assert len({span.line for span in found}) == len(long), [each.msgctxt for each in long]
        path.write_bytes(drafts)


def test_each_line_of_code_that_is_too_long_is_told_wherever_it_goes_on(tmp_path: Path) -> None:
    lines = [f"first{'x' * 400}", *(f"line_{at} = 1" for at in range(50)), f"last{'x' * 400}"]
    code = "".join(f"\n  {line}" for line in lines)
    found = overflows(tmp_path, f"layout: code\ntitle: T\nlanguage: python\ncode: |{code}")
    assert [re.findall(r"`(first|last)x", one.message) for one in found] == [["first"], ["last"]]


def test_how_much_a_line_is_too_wide_is_a_share_of_its_box_s_width(tmp_path: Path) -> None:
    rooms = set()
    for letters in (60, 70):
        sides = f"[{{id: a, code: '{'x' * letters}'}}, {{id: b, code: y}}]"
        (found,) = overflows(tmp_path, f"layout: code\ntitle: T\nsides: {sides}")
        (share, over) = (int(each) for each in re.findall(r"(\d+) % more \((\d+) points\)", found.message)[0])
        rooms.add(round(over / share))
    assert len(rooms) == 1
    assert rooms.pop() > 2


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ("kind: column", "`kind: bar`, where .* `kind: line`"),
        ("kind: column\nstacking: stacked", "`kind: bar`, where long labels have room, or show fewer"),
        ("kind: waterfall", "show fewer"),
    ],
)
def test_labels_of_a_chart_share_its_room_and_are_told_as_one(tmp_path: Path, fields: str, hint: str) -> None:
    stacked = "stacked" in fields
    series = "series: [{id: a, name: A}, {id: b, name: B}]\n" if stacked else ""
    value = "values: {a: 1, b: 2}" if stacked else "value: 1"
    categories = [f"{{label: {'Verzeichnis' * (at % 2 + 1)}, {value}}}" for at in range(14)]
    (found,) = overflows(tmp_path, f"layout: chart\ntitle: T\n{fields}\n{series}categories: [{', '.join(categories)}]")
    assert "of 14 labels, 14 have no room" in found.message
    assert re.match(rf"(?:write )?{hint}", found.hint or "")


def test_a_chart_s_only_label_without_room_is_named(tmp_path: Path) -> None:
    labels = ["A", "B", "C", WORD * 2, "E", "F", "G"]
    categories = ", ".join(f"{{id: c-{at}, label: {label}, value: 1}}" for at, label in enumerate(labels))
    (found,) = overflows(tmp_path, f"layout: chart\ntitle: T\nkind: column\ncategories: [{categories}]")
    assert "field `categories.c-3.label` in `en`: " in found.message
    assert (found.hint or "").startswith("shorten it, or write `kind: bar`")
