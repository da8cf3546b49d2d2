"""Slides that are written as they were are not read again, and stand where they stand now."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError
from deck.nodes.compose import compose
from deck.outline import KeptSlides
from deck.pipeline.places import default_outline
from deck.pipeline.reading import read
from tests.outlines import examples, write_outline

OUTLINE = """\
presentation: {title: Decent work, author: The testers, language: en, theme: alliance}
facts: {partners: 400}
sections:
  - id: first
    title: First
    slides:
      - id: network
        layout: statement
        title: The network
        statement: The Alliance has {partners} partners.
      - id: reasons
        layout: bullets
        title: Reasons
        items: [One reason, Another]
  - id: second
    title: Second
    slides:
      - id: parts
        layout: cards
        title: Parts
        cards:
          - {id: one, heading: One, text: The first}
          - {id: two, heading: Two, text: The second}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("        title: The network", "        title: The network\n        notes: Say more."),
        ("      - id: network", "      # A remark.\n\n      - id: network"),
        (
            "        statement: The Alliance has {partners} partners.",
            "        statement: >\n          So\n          many.",
        ),
    ],
)
def test_slides_below_a_line_that_came_in_are_moved(tmp_path: Path, old: str, new: str) -> None:
    outline, kept = tmp_path / "outline.yaml", KeptSlides()
    outline.write_text(OUTLINE, "utf-8")
    before = list(read(outline, kept=kept)[0].slides)
    outline.write_text(OUTLINE.replace(old, new), "utf-8")
    again, fresh = list(read(outline, kept=kept)[0].slides), list(read(outline)[0].slides)
    assert again == fresh
    assert [slide.spans for slide in again] == [slide.spans for slide in fresh]
    assert again[-1].span.line > before[-1].span.line
    assert [now.content is then.content for now, then in zip(again[1:], before[1:], strict=True)] == [True, True]


def test_what_stands_above_the_slides_is_read_again_where_it_changed(tmp_path: Path) -> None:
    outline, kept = tmp_path / "outline.yaml", KeptSlides()
    edits = [
        ("title: Decent work", "title: Work for {partners}"),
        ("title: Work for {partners}", "title: Work for {nobody}"),
        ("title: Work for {nobody}", "title: Work"),
        ("facts: {partners: 400}", "facts: {partners: {value: 410, unit: people}}\nsources: {report: A report}"),
        ("author: The testers", "author: [The testers]"),
        ("author: [The testers]", "author: Others"),
        ("unit: people", "unit: people, source: report"),
        ("report: A report", "study: A study"),
        ("source: report", "source: study"),
    ]
    text = OUTLINE
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
        outline.write_text(text, "utf-8")
        found: list[object] = []
        for how in (kept, KeptSlides()):
            try:
                found.append(read(outline, kept=how))
            except DeckError as error:
                found.append(error.diagnostics)
        assert found[0] == found[1]
    before = read(outline, kept=kept)[0]
    outline.write_text(text.replace("One reason", "Some reason"), "utf-8")
    again = read(outline, kept=kept)[0]
    assert again.title is before.title
    assert again.sources["study"] is before.sources["study"]


def test_a_slide_with_a_mistake_is_told_in_its_line(tmp_path: Path) -> None:
    outline, kept = tmp_path / "outline.yaml", KeptSlides()
    twice = OUTLINE.replace("[One reason, Another]", "[{id: one, text: One}, {text: Two, txt: Three}]")
    for text in (twice, twice.replace("      - id: network", "      # A remark.\n      - id: network")):
        outline.write_text(text, "utf-8")
        found = []
        for how in (kept, KeptSlides()):
            with pytest.raises(DeckError) as error:
                read(outline, kept=how)
            found.append(error.value.diagnostics)
        assert found[0] == found[1]


@pytest.mark.parametrize("of_all_layouts", [True, False])
def test_reading_leaves_the_nodes_of_the_file_as_they_are(of_all_layouts: bool, tmp_path: Path) -> None:
    outline, kept = write_outline(tmp_path, *examples()) if of_all_layouts else default_outline(), KeptSlides()
    read(outline, kept=kept)
    text = outline.read_text("utf-8")
    assert kept.compose(text, str(outline)) == compose(text, str(outline))
