"""What other programs' slides without a heading are called, and that all their words are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.starting.flowchart import flowchart
from deck.starting.nearest_layouts import chart_as_slide
from tests.starting.taken import MARP, Taken, said

LONG = "Who doubts wants reasons, and good ones, for a doubt without any is none that others need to share at all."
CALLED = "a slide without a title, which is called by its first words: "
BEGIN = "Who doubts wants reasons, and good ones, for a doubt…"


@pytest.mark.parametrize("beside", ["", "\n![a](https://example.org/a.png)\n", "\n<script>draw()</script>\n"])
def test_a_long_paragraph_alone_is_there_with_all_its_words(beside: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"{MARP}# A\n\n---\n\n{LONG}\n{beside}")
    assert said([*taken.slides.values()][1]) == [BEGIN, LONG]
    assert f"{CALLED}{BEGIN}" in taken.changed


def test_words_that_stand_there_a_second_time_as_a_title_are_told(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"{MARP}# A\n\n---\n\nFew words.\n\n---\n\n- one\n- two\n\n---\n\n```\nrun()\n```\n")
    assert [said(slide) for slide in taken.slides.values()][1:3] == [["Few words."], ["one", "one", "two"]]
    assert list(zip(taken.changed_lines, taken.changed, strict=True)) == [(13, f"{CALLED}one"), (18, f"{CALLED}run()")]


@pytest.mark.parametrize(
    ("content", "title"),
    [("Few words.", "Few words."), (LONG, "Name"), ("- one", "Name"), ("![](a.png)\n\nwords", "Name")],
)
def test_slidev_s_name_of_a_slide_is_its_title_where_it_has_none_of_its_own(
    content: str, title: str, tmp_path: Path
) -> None:
    taken = Taken(tmp_path, f"---\ntheme: seriph\nlayout: cover\n---\n\n# A\n\n---\ntitle: Name\n---\n\n{content}\n")
    assert said([*taken.slides.values()][1])[0] == title
    assert ("a setting of a slide: title: Name" in taken.whats()) == (title != "Name")


@pytest.mark.parametrize("content", ["<Chart />", "![](https://example.org/a.png)", "```plantuml\nA->B\n```"])
def test_the_notes_of_a_slide_of_which_nothing_else_stays_are_there(content: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"---\nlayout: cover\n---\n\n# Wells\n\n---\n\n{content}\n\n<!-- Say **how** deep. -->\n")
    slide = [*taken.slides.values()][1]
    assert (slide.layout, said(slide)) == ("headline", ["Wells"])
    assert "notes: Say **how** deep." in taken.outline
    told = "a slide of which the speaker’s notes alone stay, which is called by the deck’s title: Wells"
    assert taken.changed == [told]


def test_lines_over_code_that_are_too_many_for_a_caption_are_there(tmp_path: Path) -> None:
    lines = "All is in lines 41 to 46\n`h1` a title\n`h2` another\n`h3` a third"
    taken = Taken(tmp_path, f"{MARP}# A\n\n---\n\n# Fonts\n\n{lines}\n\n```css\nh1 {{}}\n```\n")
    assert (taken.slides["fonts"].layout, "`h3` a third" in taken.outline) == ("text", True)


def test_a_chart_as_a_list_has_all_its_boxes_and_frames() -> None:
    chart = flowchart("graph LR\na[Alpha] -->|to| b[Beta]\nc[Gamma]\nsubgraph Frame\nd[Delta]\nend")
    listed = chart_as_slide(chart or {}, "A")[-1]
    framed = {"text": "Frame", "items": ["Delta"]}
    assert listed["items"] == ["Alpha → Beta: to", "Gamma", "Delta", framed]
