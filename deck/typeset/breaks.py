"""Where a line may end: text → segments that no engine breaks.

PowerPoint, LibreOffice and others disagree about many places. A line is broken here only where all break it: with
fewer places to break, text never takes fewer lines than it will take there, so that what fits here fits there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from deck.ground.late_pattern import late_pattern
from deck.model.letters import is_european
from deck.typeset.scripts import SCALES, may_be_wide, pattern

SPACES = " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_HARD_BREAK = late_pattern("\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_WORD = late_pattern(f"[{SPACES}]*([^{SPACES}]+)")

_NO_END = frozenset("([{«‹“‘„‚¿¡（［｛〈《「『【〔〖〝＄￥￡$€£¥")
_NO_START = frozenset(
    ")]}»›”’!?:;,.%‰…、。，．！？：；）］｝〉》」』】〕〗〞〟～·・ー々〻ヽヾゝゞ％‧؟،؛٪"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
)
_QUOTES, _BRACKETS = frozenset("\"'«»‹›“”‘’"), frozenset("([{¿¡„‚")
"""Between these not even a space ends a line, for those that follow Unicode's rule LB15 as it was up to version 15."""
_HYPHEN = late_pattern(r"(?<=[^\W\d_]{2}[-\u2010])(?=[^\W\d_]{2})")
_SLASH = rf"/(?![{SPACES}{{cjk}}])"
_LONGEST_PATH = 65
_ASCII_NO_END, _ASCII_NO_START, _ASCII_QUOTES, _ASCII_BRACKETS = (
    f"[{re.escape(''.join(sorted(char for char in chars if char.isascii())))}]"
    for chars in (_NO_END, _NO_START, _QUOTES, _BRACKETS)
)
_NOT_PLAIN = late_pattern(
    rf"[\t-\r\x1c-\x1e-]|\A\Z|\A | \Z|  |{_ASCII_NO_END} | {_ASCII_NO_START}|{_ASCII_QUOTES} {_ASCII_BRACKETS}"
)
"""What keeps an ASCII text from breaking at each of its spaces, or may break it elsewhere."""
_EUROPEAN = "A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u0481\u048a-\u052f"
_PIECE = f"[{_EUROPEAN}][{_EUROPEAN},.;:!?)%/&]*+"
_PLAIN = re.compile("WORD(?: WORD)*+".replace("WORD", f"{_PIECE}(?:’{_PIECE})*+"))
"""Most texts, in Latin and Cyrillic letters: it is quicker to see that these have nothing of the kind."""
OPENING = "（［｛〈《「『【〔〖〝￥"
# Between a letter and an ideograph after it, and between ideographs. A word in letters stays with the ideograph
# before it, as PowerPoint keeps some of them together, and with a bracket after it, as LibreOffice does.
_IDEOGRAPH = rf"(?=[{{cjk}}])(?:(?<=[{{cjk}}”’…)%])|(?<=\w)(?![{OPENING}]))"
# Before a vowel that is written first or a consonant, unless that is silent, stands below the one before it, or ends
# the syllable of a vowel that cannot end one.
CLUSTER = (
    "(?<=[\u0e01-\u0e30\u0e32-\u0e36\u0e38-\u0e3a\u0e45\u0e46\u0e48-\u0e5b\u0e81-\u0ebd\u0ec6-\u0edf"
    "\u1780-\u17d1\u17d3-\u17dd])(?<![\u0e31\u0e37\u0e47][\u0e48-\u0e4b])(?<![\u0e40\u0e41][\u0e01-\u0e2e])"
    "(?=[\u0e40-\u0e44\u0ec0-\u0ec4]|[\u0e01-\u0e2e\u0e81-\u0eae\u1780-\u17b3](?!\u0e4c))"
)


# A number and the signs of scale after it, with the unit or counter that these lead to: no line ends within.
_COUNTED = rf"\d+[{SCALES}]*[かカヵヶ]?[{{cjk}}]"


class Segment(NamedTuple):
    """A stretch that stays on one line: its ink is text[start:end]; the spaces after it end at `after`."""

    start: int
    end: int
    after: int


def hard_lines(text: str) -> list[tuple[int, int]]:
    """The ranges between the text's hard line breaks; at least one, perhaps empty."""
    ranges, start = [], 0
    for match in _HARD_BREAK.finditer(text):
        ranges.append((start, match.start()))
        start = match.end()
    return [*ranges, (start, len(text))]


def plain_words(text: str) -> list[str] | None:
    """The words of a text that may break at each of its spaces and nowhere else, as most do; None of any other."""
    plain = _PLAIN.fullmatch(text) or (text.isascii() and not _NOT_PLAIN.search(text))
    return text.split(" ") if plain else None


def segments(text: str, start: int, end: int) -> list[Segment]:
    """The segments of text[start:end], in order; spaces at its start belong to the first one's ink."""
    cuts: list[tuple[int, int]] = []
    first, last = start, start
    for match in _WORD.finditer(text, start, end):
        word_start, word_end = match.span(1)
        if last > start and _may_part_at_space(text[last - 1], text[word_start]):
            cuts.append((last, word_start))
        word = match[1]
        if "-" in word or not word.isascii():
            cuts.extend((word_start + cut, word_start + cut) for cut in inner_breaks(word))
        last = word_end
    cuts.append((last, end))
    found = []
    for ink_end, after in cuts:
        found.append(Segment(first, ink_end, after))
        first = after
    return found


def kept_together(text: str, parts: Sequence[Segment]) -> Sequence[tuple[int, int]]:
    """The ranges of these segments that LibreOffice moves to the next line as one: where a line is full just after a
    slash, it ends the line at the last space before that, however many ideographs stand between."""
    if "/" not in text or is_european(text):
        return ()
    starts = [part.start for part in parts]
    ranges: dict[int, int] = {}
    for slash in pattern(_SLASH).finditer(text, parts[0].start, parts[-1].end):
        place = slash.end()
        first = bisect_right(starts, start_of_path(text, place)) - 1
        ranges[first] = bisect_right(starts, place)
    return [(first, after) for first, after in ranges.items() if after > first + 1]


def start_of_path(text: str, place: int) -> int:
    """Where LibreOffice ends a line instead of at `place`, which follows a slash: after the last space before it,
    unless that is far away."""
    for start in range(place - 1, max(place - _LONGEST_PATH, 1) - 1, -1):
        if text[start - 1] in SPACES:
            return start
    return place


@lru_cache(4096)
def inner_breaks(word: str) -> tuple[int, ...]:
    """Where a word without spaces may be broken: the indices of the characters that start a line."""
    cuts = set() if {"/", "\\", "@"} & set(word) else {match.start() for match in _HYPHEN.finditer(word)}
    if not is_european(word):
        cuts.update(match.start() for match in pattern(CLUSTER).finditer(word))
    if may_be_wide(word):
        cuts.update(match.start() for match in pattern(_IDEOGRAPH).finditer(word))
        for counted in pattern(_COUNTED).finditer(word):
            cuts.difference_update(range(counted.start() + 1, counted.end()))
    return tuple(sorted(cut for cut in cuts if _may_part(word[cut - 1], word[cut])))


def _may_part(before: str, after: str) -> bool:
    # LibreOffice may refuse to start a line with an emoji, or any character that takes two units of UTF-16.
    return before not in _NO_END and after not in _NO_START and after <= "\uffff"


def _may_part_at_space(before: str, after: str) -> bool:
    return _may_part(before, after) and not (before in _QUOTES and after in _BRACKETS)


def is_unspaced(text: str) -> bool:
    """Whether lines of this text break between words that only a dictionary tells apart."""
    return not is_european(text) and pattern("[{unspaced}]").search(text) is not None
