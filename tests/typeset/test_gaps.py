"""What engines put between ideographs and letters: texts in which nothing is wide are asked a shorter pattern."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deck.typeset.face import _GAP, _gaps
from deck.typeset.scripts import CJK, holds_cjk, may_be_wide, pattern

_LETTERS = st.sampled_from("aé1 ا—–…‘’“”字、가ᄀก")


@given(st.text(_LETTERS, max_size=8))
def test_the_shorter_pattern_finds_what_the_whole_one_does(text: str) -> None:
    assert _gaps(text) == sum(1 for _ in pattern(_GAP).finditer(text))


def test_whatever_is_of_east_asian_fonts_may_be_wide() -> None:
    ends = [char for char in CJK if char != "-"]
    assert all(may_be_wide(char) and holds_cjk(char) for char in ends)
    assert not holds_cjk("ا—“ab”")


def test_gaps_stand_where_wide_and_narrow_letters_meet() -> None:
    assert [_gaps(text) for text in ("字a", "a字a", "字—a", "—a", "“ا", "اب", "字字")] == [1, 2, 1, 1, 1, 0, 0]
