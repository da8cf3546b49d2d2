"""Chinese and Japanese texts end on no line of one character where a narrower measure shares them out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.model.style import TextStyle
from deck.model.typesetting import FittedText
from deck.model.units import Emu, Insets
from tests.typeset.sample import box, lines, typesetter

_STYLE = TextStyle(20, 20)
_TEXTS = st.text("我们从哪里起步孩子重返校园，。", min_size=1, max_size=40)


def measured(*words: str, characters: float, language: str = "zh", **body: object) -> FittedText:
    """The words in a box that holds so many characters a line."""
    style = body.pop("style", _STYLE)
    return typesetter(language).measure(
        box(*words, width=characters * 20 * 1.011, style=style, balanced=True, **body)  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("words", "characters", "expected"),
    [
        ("我们从哪里起步", 6, ["我们从哪里", "起步"]),
        ("如今家家户户都有清洁的水", 10, ["如今家家户户都有清", "洁的水"]),
        ("前进的道路", 4, ["前进的", "道路"]),
        ("平安回家的路", 5, ["平安回家", "的路"]),
        ("伙伴们与使用者一起规划、修建和维护水井", 6, ["伙伴们与使", "用者一起规", "划、修建和", "维护水井"]),
    ],
)
def test_the_lines_share_out_what_was_left_over(words: str, characters: float, expected: list[str]) -> None:
    frame = box(words, width=characters * 20 * 1.011, style=_STYLE)
    assert len(lines(typesetter("zh").measure(frame))[-1]) <= 2
    assert lines(measured(words, characters=characters)) == expected


def test_two_characters_may_be_a_word_where_the_line_before_is_short() -> None:
    assert lines(measured("清洁饮水近在身边", characters=6)) == ["清洁饮水近在", "身边"]


def test_a_character_that_only_our_hundredth_keeps_from_standing_alone_has_another_beside_it() -> None:
    made = measured("每个村庄都开会", characters=5.97)
    assert lines(made) == ["每个村庄都", "开会"]
    wide = box("每个村庄都开会", width=5.97 * 20 * 1.011 * 1.0099, style=_STYLE)
    assert lines(typesetter("zh").measure(wide)) == ["每个村庄都开", "会"]
    drawn = replace(wide, rect=replace(wide.rect, width=Emu(wide.rect.width - made.body.insets.end)))
    assert lines(typesetter("zh").measure(drawn)) == lines(made)


def test_japanese_too() -> None:
    assert lines(measured("奴隷制度を禁止する", characters=8, language="ja"))[-1] != "る"


def test_letters_and_short_paragraphs_stay_as_they_are() -> None:
    for words in ("Where we stand today", "起步", "我们从哪里起步"):
        made = measured(words, characters=7)
        assert made.body.insets == Insets()


def test_where_the_measure_ends_depends_on_the_side_that_lines_start_from() -> None:
    insets = {
        align: measured("我们从哪里起步", characters=6, style=TextStyle(20, 20, align=align)).body.insets
        for align in ("start", "centre", "end")
    }
    assert insets["start"].start == insets["end"].end == 0
    assert insets["start"].end == insets["end"].start > 0
    assert insets["centre"].start == insets["centre"].end > 0


def test_no_other_paragraph_takes_a_line_more_for_it() -> None:
    made = measured("平安回家的路", "村村有水井", characters=5)
    assert lines(made) == ["平安回家的", "路", "村村有水井"]


@given(st.lists(_TEXTS, min_size=1, max_size=3), st.floats(3, 12))
def test_it_takes_no_more_room_and_breaks_where_a_narrower_font_does(words: list[str], characters: float) -> None:
    made = measured(*words, characters=characters)
    frame = box(*words, width=characters * 20 * 1.011, style=_STYLE)
    before = typesetter("zh").measure(frame)
    assert (made.line_counts, made.height, made.overflow) == (before.line_counts, before.height, before.overflow)
    if made.body.insets != frame.body.insets:
        # PowerPoint sets ideographs as wide as they are, without our hundredth.
        left = Emu(frame.rect.width - made.body.insets.end)
        drawn = replace(frame, rect=replace(frame.rect, width=Emu(round(left * 1.0099))))
        assert lines(typesetter("zh").measure(drawn)) == lines(made)
