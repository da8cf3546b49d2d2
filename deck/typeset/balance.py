"""A title's last line: no word stands alone there if its lines can be broken elsewhere.

A soft break (U+000B) takes a space's place, so that the words stay as they were; the number of lines stays as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from math import inf

from deck.model.text import Paragraph
from deck.typeset.breaks import SPACES
from deck.typeset.lines import HardLine, MeasuredParagraph
from deck.typeset.scripts import pattern

SHORT = 0.4
"""A last line narrower than this share of the widest is broken elsewhere, if it can be."""
_TWO_IDEOGRAPHS = 2.0
_SPACE = re.compile(f"[{SPACES}]")
_ALONE = 1e6

Broken = Iterable[tuple[HardLine, Sequence[int], float, float]]
"""Hard lines with their breaks and with the room on their first and their other lines, in em."""


def ends_alone(text: str, line: HardLine, ends: Sequence[int]) -> bool:
    """Whether the last of several lines is a lone word, or in Chinese or Japanese up to two characters."""
    return len(ends) > 1 and _is_alone(text, line, ends[-2])


def balanced(measured: MeasuredParagraph, broken: Broken) -> Paragraph | None:
    """The paragraph with soft breaks where its lines end badly, or None where none would help."""
    text, breaks = measured.text, set[int]()
    for line, ends, first, rest in broken:
        widths = list(line.widths(ends))
        if ends_alone(text, line, ends) or (len(ends) > 1 and widths[-1] < SHORT * max(widths)):
            breaks.update(line.segments[end - 1].end for end in _even(text, line, len(ends), first, rest)[:-1])
    return _with_breaks(measured.paragraph, breaks) if breaks else None


def _even(text: str, line: HardLine, count: int, first: float, rest: float) -> Sequence[int]:
    """The breaks at spaces into that many lines which leave the lines evenly full; none where there are none."""
    total = len(line.segments)

    @cache
    def best(start: int, lines: int) -> tuple[float, tuple[int, ...]]:
        room = first if lines == count else rest
        if lines == 1:
            width = line.rights[-1] - line.lefts[start]
            alone = _ALONE if _is_alone(text, line, start) else 0.0
            return ((room - width) ** 2 + alone, (total,)) if width <= room else (inf, ())
        found: tuple[float, tuple[int, ...]] = (inf, ())
        for end in range(start + 1, total):
            width = line.rights[end - 1] - line.lefts[start]
            if width > room:
                break
            segment = line.segments[end - 1]
            if segment.after == segment.end:
                continue
            cost, ends = best(end, lines - 1)
            found = min(found, ((room - width) ** 2 + cost, (end, *ends)))
        return found

    cost, ends = best(0, count)
    return ends if cost < _ALONE else ()


def _is_alone(text: str, line: HardLine, start: int) -> bool:
    last = text[line.segments[start].start : line.segments[-1].end]
    if _SPACE.search(last):
        return False
    return not pattern("[{cjk}]").search(last) or line.rights[-1] - line.lefts[start] <= _TWO_IDEOGRAPHS


def _with_breaks(paragraph: Paragraph, ends: set[int]) -> Paragraph:
    """The paragraph with a soft break for the spaces that start at each of these places."""
    runs, offset, dropping = [], 0, False
    for run in paragraph.runs:
        kept = []
        for index, char in enumerate(run.text, offset):
            if index in ends:
                kept.append("\v")
                dropping = True
            elif not (dropping and _SPACE.match(char)):
                kept.append(char)
                dropping = False
        offset += len(run.text)
        if kept:
            runs.append(run.with_text("".join(kept)))
    return Paragraph(tuple(runs), paragraph.level, paragraph.number)
