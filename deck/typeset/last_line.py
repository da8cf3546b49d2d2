"""A text's last line: no word stands alone there if the word before it can come along.

The space between the two becomes a no-break space, also where they stand together here: an engine that sets the text a
little narrower would take one up. The words and the number of lines stay as they were, and a presenter who edits the
text finds no line break in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from deck.ground.late_pattern import late_pattern
from deck.model.text import Paragraph
from deck.typeset.breaks import SPACES
from deck.typeset.lines import HardLine, MeasuredParagraph
from deck.typeset.scripts import pattern

_NO_BREAK = "\N{NO-BREAK SPACE}"
_TWO_IDEOGRAPHS = 2.0
_SPACE = late_pattern(f"[{SPACES}{_NO_BREAK}]")

BrokenLine: TypeAlias = tuple[HardLine, Sequence[int], float, float]
"""A hard line with its breaks and with the room on its first and its other lines, in em."""


def ends_alone(text: str, line: HardLine, ends: Sequence[int]) -> bool:
    """Whether the last of several lines is a lone word, or in Chinese or Japanese up to two characters."""
    if len(ends) < 2:
        return False
    start = ends[-2]
    last = text[line.segments[start].start : line.segments[-1].end]
    if _SPACE.search(last):
        return False
    return not pattern("[{cjk}]").search(last) or line.rights[-1] - line.lefts[start] <= _TWO_IDEOGRAPHS


def balanced(measured: MeasuredParagraph, broken: Iterable[BrokenLine]) -> Paragraph | None:
    """The paragraph with a no-break space before its lines' last words, or None where none would help."""
    joints = {joint for line, ends, _, rest in broken for joint in _joint(measured.text, line, ends, rest)}
    return _joined(measured.paragraph, joints) if joints else None


def _joint(text: str, line: HardLine, ends: Sequence[int], room: float) -> Iterator[int]:
    """Where the space before the last word is, if lines go before it and none is added without it."""
    if len(ends) < 2:
        return
    words = [0, *(n for n, part in enumerate(line.segments[:-1], 1) if text[part.end : part.after] == " ")]
    if len(words) < 2:
        return
    before, last = words[-2:]
    start = ends[-3] if len(ends) > 2 else 0
    if last == ends[-2] and sum(start <= word < before for word in words) < 2:
        return  # It would leave a lone word itself.
    if _NO_BREAK in text[line.segments[last].start : line.segments[-1].end]:
        return
    if pattern("[{cjk}{unspaced}]").search(text, line.segments[before].start, line.segments[-1].end):
        return
    if line.rights[-1] - line.lefts[before] <= room:
        yield line.segments[last - 1].end


def _joined(paragraph: Paragraph, joints: set[int]) -> Paragraph:
    """The paragraph with a no-break space for the space at each of these places."""
    runs, offset = [], 0
    for run in paragraph.runs:
        # Who copies code finds the spaces in it that were written.
        text = "".join(_NO_BREAK if index in joints else char for index, char in enumerate(run.text, offset))
        runs.append(run if run.code else run.with_text(text))
        offset += len(run.text)
    return replace(paragraph, runs=tuple(runs))
