"""Words that are read in the other direction than their deck: their signs stand at their own end, as in “(news.)”.

A sign at an edge of such words goes with the paragraph, and so to the wrong end. A direction mark beside it says that
it goes with the words. The paragraph itself stays the deck's: its bullet and its lines begin where all others do. Not
every program keeps a paragraph's own direction, and bullets of such paragraphs stood where their lines end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from deck.ground.late_pattern import late_pattern
from deck.model.language import Direction, Language
from deck.model.text import Run

_MARKS = {
    Direction.LEFT_TO_RIGHT: ("\N{LEFT-TO-RIGHT MARK}", frozenset({"L"})),
    Direction.RIGHT_TO_LEFT: ("\N{RIGHT-TO-LEFT MARK}", frozenset({"R", "AL"})),
}
"""For each direction its mark, and the bidirectional classes of characters that need none."""
_INK = late_pattern(r"\S(?:[^\v]*\S)?")
"""A line without the spaces at its ends."""
_LETTERS_WITH_SIGN = late_pattern(r"(?<![A-Za-z])[A-Z]{1,3}[$£¥€](?![0-9A-Za-z\u200e])")
"""A currency that begins with Latin letters, as `US$`, with no figure right behind it."""
_SIGNED = late_pattern(r"(?<![\w\u200e])[-−+](?=[0-9])")
"""The sign of a number, or of a telephone's."""
_FIGURE = late_pattern("[\\d$£¥€]")
"""All of these hold a digit, or the sign of a currency."""
_GROUPED = late_pattern(r"(?<![\d.,/:-])\d+(?:[ \u2007-\u200a\u00a0\u202f]\d+)+")
"""Digits in groups, as of a large number or a telephone's."""
_YEAR_AND_NUMBER = late_pattern(r"(?:19|20)\d\d\D\d+")
"""Not one number, but two that follow each other: `in 2020 150 people`."""
_SPACE_IN_NUMBER = late_pattern(r"[ \u2007-\u200a]")
_DIGITS, _JOINED = "[0-9۰-۹]+", r"(?:[0-9۰-۹]+[ .\u00a0\u202f]){0,9}[0-9۰-۹]+"
_NOTATION = late_pattern(
    r"(?<![\dA-Za-z\u200e.,/:+−-])(?="
    rf"{_DIGITS}[ \u00a0\u202f][/:][ \u00a0\u202f]{_DIGITS}"
    rf"|{_JOINED}[-‐‑–]{_JOINED}[-‐‑–]{_DIGITS}"
    rf"|0{_JOINED}[-‐‑]{_DIGITS}"
    rf"|(?:{_DIGITS}\.){{1,9}}{_DIGITS}[-‐‑][A-Za-z]"
    rf"|\({_DIGITS}\)[ \u00a0\u202f-]?{_DIGITS})"
)
"""Where a ratio, a date, a book's or a telephone's number or a version begins that holds more signs than one.

Two ends of a range are not: they follow each other as words do, the first on the right.
"""


def with_signs_in_place(words: str, language: Language) -> str:
    """The words with all of a number in its order among words from the right: `US$`, `−5`, `1 000 000`, `1 / 2`.

    A plain space parts digits there, and the last group would stand first; a no-break one is a part of their number.
    What holds other signs begins with a mark.
    """
    if language.direction is Direction.LEFT_TO_RIGHT or not _FIGURE.search(words):
        return words
    mark = _MARKS[Direction.LEFT_TO_RIGHT][0]
    words = _NOTATION.sub(mark, _GROUPED.sub(_held, words))
    return _SIGNED.sub(rf"{mark}\g<0>", _LETTERS_WITH_SIGN.sub(rf"\g<0>{mark}", words))


def _held(digits: re.Match[str]) -> str:
    found = digits[0]
    return found if _YEAR_AND_NUMBER.fullmatch(found) else _SPACE_IN_NUMBER.sub("\N{NO-BREAK SPACE}", found)


def with_marks(runs: Iterable[Run], language: Language) -> Iterator[Run]:
    """The runs of a paragraph in this language, with marks at the edges of those in the other direction."""

    def other(run: Run) -> Direction | None:
        own = run.language.direction if run.language else language.direction
        return own if own is not language.direction else None

    for direction, stretch in groupby(runs, key=other):
        found = list(stretch)
        yield from _marked(found, *_MARKS[direction]) if direction else found


def _marked(runs: Sequence[Run], mark: str, strong: frozenset[str]) -> Iterator[Run]:
    text = "".join(run.text for run in runs)

    def needs(at: int) -> bool:
        return unicodedata.bidirectional(text[at]) not in strong

    lines = [ink.span() for ink in _INK.finditer(text)]
    before = {start for start, _ in lines if needs(start)}
    after = {end - 1 for _, end in lines if needs(end - 1)}
    start = 0
    for run in runs:
        pieces = (
            f"{mark if at in before else ''}{char}{mark if at in after else ''}"
            for at, char in enumerate(run.text, start)
        )
        yield run.with_text("".join(pieces)) if before or after else run
        start += len(run.text)
