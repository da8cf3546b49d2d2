"""Texts that break at each of their spaces, which are measured word by word: they come out as any other way."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from deck.model.text import Paragraph, Run
from deck.typeset.breaks import plain_words, segments
from deck.typeset.last_line import joined, joints
from deck.typeset.lines import measured
from tests.typeset.sample import box, typesetter, unbalanced

TEXTS = st.text(st.sampled_from("abcdeW19 .,;:!?()[]{}$%'\"-/&éжЁ’–\t\v\N{NO-BREAK SPACE}"), max_size=40)
WORDS = st.lists(st.text(st.sampled_from("abcdéжW19.,"), min_size=1, max_size=9), min_size=1, max_size=12)


@given(TEXTS)
def test_plain_words_are_the_segments(text: str) -> None:
    words = plain_words(text)
    if words is not None:
        parts = segments(text, 0, len(text))
        assert [text[part.start : part.end] for part in parts] == words
        assert all(text[part.end : part.after] == " " for part in parts[:-1])


@given(WORDS, st.integers(40, 400), st.sampled_from(["en", "ar", "zh", "ru"]))
def test_words_that_are_joined_leave_lines_as_many_and_as_wide(words: list[str], width: int, language: str) -> None:
    frame = box(" ".join(words), width=width, balanced=True)
    text = typesetter(language).measure(frame)
    again = typesetter(language).measure(unbalanced(replace(frame, paragraphs=text.paragraphs)))
    assert again.line_counts == text.line_counts == (len(text.lines),)
    assert abs(again.overflow - text.overflow) < 1e-6
    assert again.height == text.height


@given(WORDS, st.sampled_from(["en", "ar", "zh", "ru", "ja", "hi"]))
def test_words_are_as_wide_as_any_other_segments(words: list[str], language: str) -> None:
    faces, paragraph = typesetter(language)._faces_of("minor", False, False, False), Paragraph((Run(" ".join(words)),))
    (line,) = measured(paragraph, faces).hard_lines
    with patch("deck.typeset.lines.plain_words", return_value=None):
        (other,) = measured(paragraph, faces).hard_lines
    assert (line.lefts, line.rights, line.widest) == (other.lefts, other.rights, other.widest)


def test_a_last_word_is_joined_once_for_all_sizes() -> None:
    faces = typesetter()._faces_of("minor", False, False, False)
    known = measured(Paragraph((Run("one two three four"),)), faces)
    (line,) = known.hard_lines
    room = line.rights[-1] * 0.9
    places = joints(known, [(line, line.breaks(room, room), room, room)])
    first = joined(known, places)
    assert first.plain == "one two three\N{NO-BREAK SPACE}four"
    assert joined(known, places) is first
