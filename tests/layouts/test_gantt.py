"""Tasks over time: where bars and milestones stand, what is said of them, and days that there are not."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError
from deck.layouts import LAYOUTS
from deck.model.shapes import AutoShape, Group, ShapeTree
from tests.outlines import laid_out, texts

TASKS = """\
layout: gantt
title: T
today: 2026-02-15
tasks:
  - {id: a, phase: One, label: First, start: 2026-01, end: 2026-02}
  - {id: b, phase: One, label: Second, start: 2026-03-01, end: 2026-04}
  - {id: c, phase: Two, label: Done, milestone: 2026-04-30}
"""


def drawn(tree: ShapeTree) -> dict[str, AutoShape]:
    shapes = [shape for each in tree.shapes for shape in (each.shapes if isinstance(each, Group) else (each,))]
    return {shape.name: shape for shape in shapes if isinstance(shape, AutoShape)}


def test_bars_reach_from_day_to_day(tmp_path: Path) -> None:
    (tree,) = laid_out(tmp_path, TASKS).deck.slides
    shapes = drawn(tree)
    first, second, done = (shapes[name].rect for name in ("Bar a", "Bar b", "Milestone c"))
    assert abs(first.right - second.left) <= 1
    # January and February have 59 days, March and April 61.
    assert first.width / second.width == pytest.approx(59 / 61, rel=0.001)
    assert second.right - second.width / 61 < done.left + done.width / 2 < second.right
    # The 15th of February begins after 45 days.
    today = shapes["Today"].rect
    assert (today.left + today.width / 2 - first.left) / first.width == pytest.approx(45 / 59, rel=0.01)


def test_time_runs_as_the_language_is_read(tmp_path: Path) -> None:
    lefts = {}
    for language in ("en", "ar"):
        (tree,) = laid_out(tmp_path, TASKS, language=language).deck.slides
        lefts[language] = drawn(tree)["Bar a"].rect.left < drawn(tree)["Bar b"].rect.left
    assert lefts == {"en": True, "ar": False}


@pytest.mark.parametrize("day", ["2026-04-30", "2026-04-29", "2026-01-01"])
def test_a_milestone_on_the_last_day_stands_within_the_slide_s_room(day: str, tmp_path: Path) -> None:
    (tree,) = laid_out(tmp_path, TASKS.replace("milestone: 2026-04-30", f"milestone: {day}")).deck.slides
    shapes = drawn(tree)
    right = max(shape.rect.right for shape in tree.slide_layout.decoration if shape.name.startswith("Rule"))
    done, second = shapes["Milestone c"].rect, shapes["Bar b"].rect
    assert done.right <= right + 1
    # A plan whose milestones need none of it has all the room.
    assert (second.right == pytest.approx(right, abs=2)) == (day == "2026-01-01")


@pytest.mark.parametrize(
    ("language", "said", "today", "month"),
    [
        ("en", "First: January 1, 2026 – February 28, 2026", "Today", "Jan 2026"),
        ("ar", "First: 1 يناير 2026 – 28 فبراير 2026", "اليوم", "يناير 2026"),
        ("es", "First: 1 de enero de 2026 – 28 de febrero de 2026", "Hoy", "ene 2026"),
        ("fr", "First : 1 janvier 2026 – 28 février 2026", "Aujourd’hui", "janv. 2026"),
        ("ru", "First: 1 января 2026 г. – 28 февраля 2026 г.", "Сегодня", "янв. 2026 г."),
        ("zh", "First：2026年1月1日——2026年2月28日", "今天", "2026年1月"),
    ],
)
def test_days_are_said_in_the_deck_s_language(language: str, said: str, today: str, month: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, TASKS, language=language)
    (group,) = (shape for shape in built.deck.slides[0].shapes if isinstance(shape, Group))
    assert said in (group.description or "").replace("\xa0", " ")
    shown = {paragraph.plain.replace("\xa0", " ") for _, _, text in texts(built.deck) for paragraph in text.paragraphs}
    assert {today, month, "One", "Two"} <= shown


@pytest.mark.parametrize(
    ("task", "code"),
    [
        ("start: 2026-02-30, end: 2026-04", "unknown-date"),
        ("milestone: 2026-13", "unknown-date"),
        ("start: 2026-05, end: 2026-04", "invalid-value"),
        ("start: 2026-05", "missing-field"),
        ("start: 2026-05, end: 2026-06, milestone: 2026-07", "missing-field"),
        ("start: soon, end: 2026-06", "invalid-value"),
    ],
)
def test_days_that_there_are_not_are_told(task: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, f"layout: gantt\ntitle: T\ntasks: [{{label: A, {task}}}]")
    assert [each.code for each in caught.value.diagnostics] == [code]


@pytest.mark.parametrize("years", [1, 3, 9, 40])
def test_any_time_has_an_axis_with_names(years: int, tmp_path: Path) -> None:
    slide = f"layout: gantt\ntitle: T\ntasks: [{{label: A, start: 2001-11, end: {2001 + years}-02}}]"
    built = laid_out(tmp_path, slide)
    names = [shape.rect for _, shape, _ in texts(built.deck) if shape.name == "Period"]
    assert len(names) > 1
    assert all(one.right <= next_one.left for one, next_one in pairwise(names))
    assert names[-1].right <= built.deck.theme.width


def test_its_other_names_lead_to_it() -> None:
    assert "gantt-chart" in LAYOUTS["gantt"].also


@pytest.mark.parametrize(
    ("day", "hint"),
    [
        ("2026-02-30", "that month ends with 2026-02-28"),
        ("2024-02-31", "that month ends with 2024-02-29"),
        ("2026-31-05", "did you mean 2026-05-31?"),
        ("2026-13", "2026-05 or 2026-05-31"),
        ("2026-00-10", "2026-05 or 2026-05-31"),
    ],
)
def test_a_day_that_there_is_not_is_told_with_what_is_right(day: str, hint: str, tmp_path: Path) -> None:
    for fields in (
        f"tasks: [{{label: A, milestone: {day}}}]",
        f"today: {day}\ntasks: [{{label: A, milestone: 2026-05}}]",
    ):
        with pytest.raises(DeckError) as caught:
            laid_out(tmp_path, f"layout: gantt\ntitle: T\n{fields}")
        (found,) = caught.value.diagnostics
        assert (found.code, hint in (found.hint or "")) == ("unknown-date", True)


def test_a_year_needs_no_quotation_marks(tmp_path: Path) -> None:
    slide = "layout: gantt\ntitle: x\ntasks: [{label: a, start: 2026, end: 2029}, {label: b, milestone: '2027'}]"
    (page,) = laid_out(tmp_path, slide).presentation.slides
    assert [(task.start, task.end, task.milestone) for task in page.content.tasks] == [
        ("2026", "2029", None),
        (None, None, "2027"),
    ]


@pytest.mark.parametrize(
    ("day", "code", "hint"),
    [
        ("20", "invalid-value", "write a year, a month or a day: 2026, 2026-05 or 2026-05-31"),
        ("31122026", "invalid-value", "write a year, a month or a day: 2026, 2026-05 or 2026-05-31"),
        ("true", "wrong-type", 'if the word is meant, write "true"'),
    ],
)
def test_a_number_that_is_no_year_is_told_as_any_other_text_is(day: str, code: str, hint: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, f"layout: gantt\ntitle: T\ntasks: [{{label: A, milestone: {day}}}]")
    (found,) = caught.value.diagnostics
    assert (found.code, hint in (found.hint or "")) == (code, True), found
