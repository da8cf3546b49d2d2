"""A text's last line: no word stands alone there if the word before it can come along.

The space between the two becomes a no-break space, also where they stand together here: an engine that sets the text a
little narrower would take one up. The words and the number of lines stay as they were, and a presenter who edits the
text finds no line break in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from deck.ground.late_pattern import late_pattern
from deck.model.text import Paragraph
from deck.typeset.breaks import SPACES
from deck.typeset.lines import NO_BREAK, HardLine, MeasuredParagraph
from deck.typeset.scripts import pattern

_TWO_IDEOGRAPHS = 2.0
_SPACE = late_pattern(f"[{SPACES}{NO_BREAK}]")

BrokenLine: TypeAlias = tuple[HardLine, Sequence[int], float, float]
"""A hard line with its breaks and with the room on its first and its other lines, in em."""


def ends_alone(text: str, line: HardLine, ends: Sequence[int]) -> bool:
    """Whether the last of several lines is a lone word, or in Chinese or Japanese up to two characters."""
    if len(ends) < 2:
        return False
    start = ends[-2]
    last = text[line.starts[start] : line.ends[-1]]
    if _SPACE.search(last):
        return False
    return not pattern("[{cjk}]").search(last) or line.rights[-1] - line.lefts[start] <= _TWO_IDEOGRAPHS


def joints(measured: MeasuredParagraph, broken: Iterable[BrokenLine]) -> tuple[int, ...]:
    """Where a paragraph's spaces before its lines' last words are that are to hold these together."""
    return tuple(
        joint
        for line, ends, _, rest in broken
        if len(ends) > 1 and (joint := _joint(measured, line, ends, rest)) is not None
    )


def _joint(measured: MeasuredParagraph, line: HardLine, ends: Sequence[int], room: float) -> int | None:
    """Where the space before the last word is, if lines go before it and none is added without it."""
    words = _words(measured, line)
    if len(words) < 2:
        return None
    before, last = words[-2:]
    if line.rights[-1] - line.lefts[before] > room:
        return None
    start = ends[-3] if len(ends) > 2 else 0
    if last == ends[-2] and sum(start <= word < before for word in words) < 2:
        return None  # It would leave a lone word itself.
    if not measured.is_plain:
        text, end = measured.text, line.ends[-1]
        if NO_BREAK in text[line.starts[last] : end]:
            return None
        if pattern("[{cjk}{unspaced}]").search(text, line.starts[before], end):
            return None
    return line.ends[last - 1]


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
