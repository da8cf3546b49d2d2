"""The words of a quotation, and whose they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.starting.quotations import parted, unquoted
from tests.starting.taken import MARP, Taken, said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We never stopped.”", "We never stopped."),
        ('"We\nnever stopped."', "We never stopped."),
        ("„Wir hörten nie auf.“", "Wir hörten nie auf."),
        ("« Jamais. »", "Jamais."),
        ("「工作」", "工作"),
        ("“He said “no” twice.”", "He said “no” twice."),
        ("“We began here.", "“We began here."),
        ("We stayed”", "We stayed”"),
        ('"To be" or "not to be"', '"To be" or "not to be"'),
        ("“Yes” and “no”", "“Yes” and “no”"),
        ("’tis the workers’", "’tis the workers’"),
        ("", ""),
        ("”", "”"),
    ],
)
def test_marks_go_where_they_are_round_all_of_it(text: str, words: str) -> None:
    assert unquoted(text) == words


@pytest.mark.parametrize(
    ("text", "words", "by"),
    [
        ("“We never stopped” — Anna Sow", "“We never stopped”", "Anna Sow"),
        ('"Never."\n-- Anna', '"Never."', "Anna"),
        ("We never stopped — not once", "We never stopped — not once", ""),
        ("“Yes” – and “no”", "“Yes” – and “no”", ""),
        ("They said “no” — Anna", "They said “no” — Anna", ""),
    ],
)
def test_who_said_it_may_stand_in_the_line_in_which_the_words_end(text: str, words: str, by: str) -> None:
    assert parted(text) == (words, by)


def test_quotations_of_slides_keep_their_words_and_their_author(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"{MARP}# A\n\n> “We began here.\n> And went on.\n\n---\n\n# B\n\n> “Never” — Anna\n")
    assert said(taken.slides["a"]) == ["A", "“We began here. And went on."]
    assert said(taken.slides["b"]) == ["B", "Never", "Anna"]
    (tmp_path / "slidev").mkdir()
    large = "---\nlayout: quote\n---\n\n# "
    slidev = Taken(tmp_path / "slidev", f"---\nmdc: true\n---\n\n# A\n\n{large}“Never” — Anna\n\n{large}“So\n\nBen\n")
    assert said(slidev.slides["anna"]) == ["Anna", "Never"]
    assert said(slidev.slides["ben"]) == ["Ben", "“So"]
