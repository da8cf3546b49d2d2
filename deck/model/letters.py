"""Stretches of text by the kind of their letters, as DrawingML divides them among a run's three fonts.

What is drawn in which font is asked where lines are measured and where they are drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, groupby, pairwise
from typing import Literal

from deck.ground.late_pattern import late_pattern

Kind = Literal["latin", "east_asian", "complex"]
"""DrawingML's three kinds of letters, each with a font of its own."""

_EAST_ASIAN = (
    "⺀-〿ぁ-ヿㄅ-ㄯ\u3130-\u318fㆠ-ㇿ㈠-\ua4cf\uac00-\ud7af\uf900-\ufaff︰-\ufe4f\uff01-\uffef\U00020000-\U0003ffff"
)
_COMPLEX = (
    "\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1200-\u139f\u1780-\u17ff\u19e0-\u19ff\u2d80-\u2ddf"
    "\ua8e0-\ua8ff\uab00-\uab2f\ufb1d-\ufdff\ufe70-\ufefc"
)
_NOT_EUROPEAN = late_pattern("[^\x00-\u058f\u2000-\u2bff]")
"""By what it is not: a pattern takes as long to compile as it has characters between its ends."""
_EUROPEAN = frozenset({"Latn", "Grek", "Cyrl"})
_EAST_ASIAN_SCRIPTS = frozenset({"Hans", "Hant", "Jpan", "Kore"})
_LATIN_END = "\u0250"


def stretches(pieces: Sequence[str], home: Kind) -> list[list[tuple[Kind, str]]]:
    """Each piece of a text, by the kinds of its letters; `home` is the kind of most letters in its language.

    Digits, signs and spaces are drawn as the letters before them; only among ideographs those of Latin are not, and
    in a text from right to left those signs are not that follow a word from left to right and end it.
    """
    text = "".join(pieces)
    if home != "complex" and text.isascii():
        return [[("latin", piece)] if piece else [] for piece in pieces]
    kinds, ends = _kinds(text, home), list(accumulate(map(len, pieces), initial=0))
    return [
        [(kind, text[found[0] : found[-1] + 1]) for kind, found in _grouped(kinds, start, end)]
        for start, end in pairwise(ends)
    ]


def _grouped(kinds: Sequence[Kind], start: int, end: int) -> Iterator[tuple[Kind, list[int]]]:
    """The indices from start to end by their kinds."""
    return ((kind, list(found)) for kind, found in groupby(range(start, end), key=kinds.__getitem__))


def is_european(text: str) -> bool:
    """Whether all of it is in letters of the Latin kind, and in signs, which are drawn like the letters round them."""
    return text.isascii() or not _NOT_EUROPEAN.search(text)


def home_kind(script: str) -> Kind:
    """The kind of most letters in a language of this script (ISO 15924)."""
    return "latin" if script in _EUROPEAN else "east_asian" if script in _EAST_ASIAN_SCRIPTS else "complex"


def _kinds(text: str, home: Kind) -> list[Kind]:
    """The kind of each character."""
    strong = [_strong(char) for char in text]
    kind = home if home == "complex" else next((each for each in strong if each), home)
    kinds: list[Kind] = []
    for char, own in zip(text, strong, strict=True):
        kind = own or ("latin" if kind == "east_asian" and char < _LATIN_END and char != " " else kind)
        kinds.append(kind)
    after = home
    for index in reversed(range(len(text)) if home == "complex" else ()):
        if (found := strong[index]) or (kinds[index] == "latin" and text[index].isdigit()):
            after = found or "latin"
        elif after != "latin":
            kinds[index] = home
    return kinds


def _strong(char: str) -> Kind | None:
    if char < "\u0590":
        return "latin" if char.isalpha() else None
    if _is_east_asian(char):
        return "east_asian"
    if _pattern(_COMPLEX).match(char):
        return "complex"
    return "latin" if char.isalpha() else None


def _is_east_asian(char: str) -> bool:
    return char >= "⺀" and _pattern(_EAST_ASIAN).match(char) is not None


@cache
def _pattern(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{characters}]")
