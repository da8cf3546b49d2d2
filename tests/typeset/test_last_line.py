"""A lone last word takes the one before it along."""

from __future__ import annotations

import pytest

from deck.model.style import TextStyle
from deck.model.text import Paragraph, Run
from tests.typeset.sample import box, lines, typesetter

TITLE = TextStyle(30, 22, bold=True)


def fitted(title: str | Paragraph, width: float, language: str = "en", balanced: bool = True, least: float = 22):
    style = TextStyle(30, least, bold=True)
    return typesetter(language).fit([box(title, width=width, height=120, style=style, balanced=balanced)])[0]


def test_a_single_line_is_left_alone() -> None:
    made = fitted("Global estimates", 400)
    assert made.paragraphs[0].plain == "Global estimates"


def test_last_words_that_stand_together_are_kept_together() -> None:
    made = fitted("Global estimates of modern slavery in supply chains", 400)
    assert lines(made)[-1].endswith("supply\N{NO-BREAK SPACE}chains")
    assert made.sizes == (30,)
    assert lines(fitted("Global estimates of modern slavery in supply chains", 400, balanced=False))[-1] == lines(made)[
        -1
    ].replace("\N{NO-BREAK SPACE}", " ")


def test_one_point_smaller_takes_in_a_lone_word() -> None:
    title = "Global estimates of modern slavery"
    width = typesetter().measure(box(title, width=900, style=TITLE)).lines[0].width
    assert lines(fitted(title, width * 0.99, balanced=False)) == ["Global estimates of modern", "slavery"]
    made = fitted(title, width * 0.99)
    assert made.sizes == (29,)
    assert lines(made) == [title]


def test_the_word_before_comes_along_where_a_smaller_size_does_not_help() -> None:
    title = "Global estimates of modern slavery"
    made = fitted(title, 400)
    assert made.sizes == (30,)
    assert lines(made) == ["Global estimates of", "modern\N{NO-BREAK SPACE}slavery"]
    assert made.paragraphs[0].plain.replace("\N{NO-BREAK SPACE}", " ") == title
    assert len(made.lines) == len(fitted(title, 400, balanced=False).lines)


def test_no_size_goes_below_its_least() -> None:
    title = "Global estimates of modern slavery"
    width = typesetter().measure(box(title, width=900, style=TITLE)).lines[0].width
    made = fitted(title, width * 0.99, least=30)
    assert made.sizes == (30,)
    assert lines(made)[-1] == "modern\N{NO-BREAK SPACE}slavery"


def test_the_space_keeps_to_its_run() -> None:
    paragraph = Paragraph((Run("Global estimates of "), Run("modern ", italic=True), Run("slavery")))
    made = fitted(paragraph, 400)
    assert [run.text for run in made.paragraphs[0].runs] == [
        "Global estimates of ",
        "modern\N{NO-BREAK SPACE}",
        "slavery",
    ]
    assert [run.italic for run in made.paragraphs[0].runs] == [False, True, False]


def test_no_other_word_is_left_alone_for_it() -> None:
    title = "Verantwortungsvolle Lieferketten weltweit"
    made = fitted(title, 480)
    assert lines(made) == lines(fitted(title, 480, balanced=False)) == ["Verantwortungsvolle Lieferketten", "weltweit"]


def test_words_that_are_joined_already_are_no_lone_word() -> None:
    title = "Global estimates modern\N{NO-BREAK SPACE}slavery"
    assert lines(fitted(title, 400)) == ["Global estimates", "modern\N{NO-BREAK SPACE}slavery"]


@pytest.mark.parametrize("mark", ["(2)", "(1/12)"])
def test_the_mark_of_what_goes_on_is_no_word(mark: str) -> None:
    """It stands with the title's last word, and the word before that comes along, too."""
    title = f"Global estimates of modern slavery\N{NO-BREAK SPACE}{mark}"
    assert lines(fitted(title, 400, least=30))[-1] == f"modern slavery {mark}".replace(" ", "\N{NO-BREAK SPACE}")


def test_two_words_that_need_two_lines_keep_them() -> None:
    made = fitted("Verantwortungsbewusste Unternehmensführung", 400)
    assert "\N{NO-BREAK SPACE}" not in made.paragraphs[0].plain
    assert len(made.lines) == 2


def test_measuring_balances_too() -> None:
    frame = box("Global estimates of modern slavery", width=400, style=TITLE, balanced=True)
    assert lines(typesetter().measure(frame)) == ["Global estimates of", "modern\N{NO-BREAK SPACE}slavery"]


def test_a_chinese_title_is_never_given_a_space() -> None:
    made = fitted("我们共同努力消除童工劳动和强迫劳动", 485, "zh")
    assert "\N{NO-BREAK SPACE}" not in made.paragraphs[0].plain


def test_a_dash_begins_no_last_line() -> None:
    """It stays with the word before it: on the last line, where that has room for both."""
    title = "Where all of it began – the village"
    assert lines(fitted(title, 280, balanced=False))[1] == "– the village"
    assert lines(fitted(title, 280))[1].replace("\N{NO-BREAK SPACE}", " ") == "began – the village"
    assert lines(fitted("Where all of it began – here", 300)) == [
        "Where all of it",
        "began\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}here",
    ]


def test_a_dash_begins_no_line_within() -> None:
    title = "Where all of it began – the town inhabitants all the years that came"
    plain, held = (lines(fitted(title, 222, balanced=balanced)) for balanced in (False, True))
    assert plain[:2] == ["Where all of it began", "– the town"]
    assert held[:2] == ["Where all of it", "began\N{NO-BREAK SPACE}– the town"]
    assert len(held) == len(plain)


def test_a_dash_begins_a_line_that_has_no_room_for_the_word_before_it() -> None:
    title = "Where all of it began – the village and its people in all the years that came"
    assert lines(fitted(title, 222))[:2] == ["Where all of it began", "– the village and its"]


def test_a_dash_is_not_held_to_the_word_after_it() -> None:
    """Where the word before it stays, a narrower font takes the dash up to it."""
    for language, title, width in (("en", "Responsibilities – accountability", 330), ("ar", "من يشارك – الصحة", 160)):
        assert "\N{NO-BREAK SPACE}" not in fitted(title, width, language, least=30).paragraphs[0].plain
