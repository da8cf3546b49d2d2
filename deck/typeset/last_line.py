"""A text's last line: no word stands alone there if the word before it can come along; nor does a dash begin a line.

The space between the two becomes a no-break space, also where they stand together here: an engine that sets the text a
little narrower would take one up. The words and the number of lines stay as they were, and a presenter who edits the
text finds no line break in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from deck.ground.late_pattern import late_pattern
from deck.model.letters import is_european
from deck.model.text import Paragraph
from deck.typeset.breaks import SPACES
from deck.typeset.lines import NO_BREAK, HardLine, MeasuredParagraph
from deck.typeset.scripts import holds_cjk, pattern

_TWO_IDEOGRAPHS = 2.0
_DASHES = ("-", "–", "—")
_MARK = late_pattern(rf"{NO_BREAK}\(\d+(?:/\d+)?\)\Z")
"""What a title ends with that goes on, or is the second of its name: no word of its own."""
_SPACE = late_pattern(f"[{SPACES}{NO_BREAK}]")

BrokenLine: TypeAlias = tuple[HardLine, Sequence[int], float, float]
"""A hard line with its breaks and with the room on its first and its other lines, in em."""


def ends_alone(text: str, line: HardLine, ends: Sequence[int]) -> bool:
    """Whether the last of several lines is a lone word, or in Chinese or Japanese up to two characters."""
    if len(ends) < 2:
        return False
    start = ends[-2]
    last = text[line.starts[start] : line.ends[-1]]
    if _SPACE.search(_MARK.sub("", last)):
        return False
    return not holds_cjk(last) or line.rights[-1] - line.lefts[start] <= _TWO_IDEOGRAPHS


def stranded(text: str, line: HardLine, ends: Sequence[int]) -> int:
    """How bad a last line in Chinese or Japanese is: 2 where it is one character; 1 where it is two, perhaps a word,
    under one more than three times as long; else 0."""
    if len(ends) < 2:
        return 0
    before, last = list(line.widths(ends))[-2:]
    if last > _TWO_IDEOGRAPHS or before < 2 * last:
        return 0
    if not holds_cjk(text[line.starts[ends[-2]] : line.ends[-1]]):
        return 0
    return 2 if last < _TWO_IDEOGRAPHS else int(before > 3 * last)


def joints(measured: MeasuredParagraph, broken: Iterable[BrokenLine]) -> tuple[int, ...]:
    """Where a paragraph's spaces are that are to hold its lines' last words together, and a dash to the word before it
    rather than have it begin a line."""
    return tuple(
        joint for line, ends, _, rest in broken if len(ends) > 1 for joint in _joints(measured, line, ends, rest)
    )


def _joints(measured: MeasuredParagraph, line: HardLine, ends: Sequence[int], room: float) -> tuple[int, ...]:
    words, start = _words(measured, line), ends[-2]
    if len(words) < 2:
        return ()
    rows = len(ends)
    dashes = [joint for row in range(1, rows - 1) for joint in _held_dash(row, words, measured, line, ends, room)]
    joined_already = NO_BREAK in _MARK.sub("", measured.text[line.starts[words[-1]] : line.ends[-1]])
    last = () if joined_already else _joint_after(len(words) - 2, words, measured, line, ends, room, rows - 1)
    first = words[-2] if last and words[-1] == start else start
    if first not in words[1:] or not _is_dash(first, measured, line):
        return (*dashes, *last)
    before = _joint_after(words.index(first) - 1, words, measured, line, ends, room, rows - 1)
    if not before and first == words[-2]:
        return tuple(dashes)
    return tuple(dict.fromkeys((*dashes, *before, *last)))


def _held_dash(
    row: int, words: Sequence[int], measured: MeasuredParagraph, line: HardLine, ends: Sequence[int], room: float
) -> tuple[int, ...]:
    """Where the space before a dash is that begins this line, if the word before it can come along."""
    first = ends[row - 1]
    if first not in words[1:] or not _is_dash(first, measured, line):
        return ()
    return _joint_after(words.index(first) - 1, words, measured, line, ends, room, row)


def _is_dash(segment: int, measured: MeasuredParagraph, line: HardLine) -> bool:
    return measured.text[line.starts[segment] : line.ends[segment]] in _DASHES


def _joint_after(
    at: int,
    words: Sequence[int],
    measured: MeasuredParagraph,
    line: HardLine,
    ends: Sequence[int],
    room: float,
    row: int,
) -> tuple[int, ...]:
    """Where the space after this word is, if the word can stand on this line, by its number, with all of it that
    follows, and no word is left alone for that."""
    first, after = words[at], ends[row]
    if line.rights[after - 1] - line.lefts[first] > room:
        return ()
    start = ends[row - 2] if row > 1 else 0
    if first < ends[row - 1] and sum(start <= word < first for word in words) < 2:
        return ()
    if not measured.is_plain:
        last = measured.text[line.starts[first] : line.ends[after - 1]]
        if not is_european(last) and pattern("[{cjk}{unspaced}]").search(last):
            return ()
    return (line.ends[words[at + 1] - 1],)


def _words(measured: MeasuredParagraph, line: HardLine) -> Sequence[int]:
    """The segments that are a line's first or follow a single space."""
    if measured.is_plain:
        return range(len(line.rights))
    gaps = enumerate(zip(line.ends, line.starts[1:], strict=False), 1)
    return [0, *(n for n, (end, start) in gaps if measured.text[end:start] == " ")]


def joined(measured: MeasuredParagraph, joints: Sequence[int]) -> Paragraph:
    """The paragraph with a no-break space for the space at each of these places."""
    if measured.joined is None or measured.joined[0] != joints:
        measured.joined = joints, _joined(measured.paragraph, joints)
    return measured.joined[1]


def _joined(paragraph: Paragraph, joints: Sequence[int]) -> Paragraph:
    runs, offset = [], 0
    for run in paragraph.runs:
        # Who copies code finds the spaces in it that were written.
        text = run.text
        for place in (joint - offset for joint in joints):
            if 0 <= place < len(text):
                text = f"{text[:place]}{NO_BREAK}{text[place + 1 :]}"
        runs.append(run if run.code else run.with_text(text))
        offset += len(text)
    return Paragraph(tuple(runs), paragraph.level, paragraph.number)
