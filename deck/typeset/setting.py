"""A frame's paragraphs, measured, and set at any sizes: how high they come out, and where their lines stand."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from deck.model.style import TextStyle
from deck.model.typesetting import FittedText, Frame, TextLine
from deck.model.units import EMU_PER_POINT, points
from deck.typeset.heights import LINE_HEIGHT
from deck.typeset.last_line import BrokenLine
from deck.typeset.lines import MeasuredParagraph

WIDTH_MARGIN = 1.01
"""What widths are multiplied with: engines round each advance, and some kern."""
_ALIGN = {"start": 0.0, "centre": 0.5, "end": 1.0}
_ANCHOR = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
_ROUNDING = 1e-6


class SetParagraph:
    """A measured paragraph in its level's style; `label` is the width of its bullet or number in em, 0 for none."""

    def __init__(self, measured: MeasuredParagraph, level: int, style: TextStyle, label: float) -> None:
        self.measured, self.level = measured, level
        self.style, self.label = style, label

    def first_start(self, size: float) -> float:
        """Where the first line's text starts, in points from the text's start edge: after its bullet."""
        hung = self.style.indent - self.style.hanging
        return max(self.style.indent, hung + self.label * size) if self.label else hung


class Outcome(NamedTuple):
    """A setting at some sizes: each paragraph's hard lines as they are broken, its lines' number, and where it begins,
    in points from the box's top; how high all is with the insets, by how many points it is too high or, where one word
    is wider than its line, too wide, and whether it fits."""

    broken: Sequence[Sequence[BrokenLine]]
    line_counts: Sequence[int]
    tops: Sequence[float]
    height: float
    overflow: float
    fits: bool


def size_at(style: TextStyle, scale: float) -> float:
    """The style's size at this scale: at most its own, at least its least, and half points between."""
    if scale >= 1:
        return style.size
    return min(style.size, max(style.minimum_size, math.floor(style.size * scale * 2 + _ROUNDING) / 2))


class Later:
    """The lines of a frame at some sizes, found when they are first asked for."""

    __slots__ = ("_find", "_found", "_of")

    def __init__(
        self, find: Callable[[Frame, tuple[float, ...]], tuple[TextLine, ...]], frame: Frame, sizes: tuple[float, ...]
    ) -> None:
        self._find, self._of = find, (frame, sizes)
        self._found: tuple[TextLine, ...] | None = None

    def __call__(self) -> tuple[TextLine, ...]:
        if self._found is None:
            self._found = self._find(*self._of)
        return self._found


class Setting:
    """A frame whose words have been measured; its single lines are `line_height` sizes high, and its words `margin`
    times as wide as measured."""

    def __init__(
        self,
        frame: Frame,
        paragraphs: Sequence[SetParagraph],
        line_height: float = LINE_HEIGHT,
        margin: float = WIDTH_MARGIN,
        *,
        joins_evenly: bool = False,
    ) -> None:
        self.frame = frame
        self.paragraphs = paragraphs
        self._line = line_height
        self._margin = margin
        self.joins_evenly = joins_evenly
        """Whether a no-break space is known to be as wide as any other wherever one may come to stand."""
        insets = frame.body.insets
        self._width = (frame.rect.width - insets.start - insets.end) / EMU_PER_POINT
        self._height = frame.rect.height / EMU_PER_POINT
        self.designed = tuple([style.size for style in frame.body.levels])
        """The sizes of its styles, one a level."""
        self.texts: dict[tuple[float, ...], FittedText] = {}
        """The texts as they were set, by their sizes."""
        self._outcomes: dict[Sequence[float], Outcome] = {}

    def with_paragraphs(self, paragraphs: Sequence[SetParagraph]) -> Setting:
        """The same frame with these in the place of its paragraphs."""
        words = tuple([each.measured.paragraph for each in paragraphs])
        return Setting(Frame(words, self.frame.body, self.frame.rect), paragraphs, self._line, self._margin)

    def in_frame(self, frame: Frame) -> Setting:
        """Its paragraphs in another frame that has the same words in the same styles."""
        return Setting(frame, self.paragraphs, self._line, self._margin, joins_evenly=self.joins_evenly)

    def used_styles(self) -> Iterable[TextStyle]:
        """The styles that its paragraphs are in; all of its body's where there are none."""
        return [paragraph.style for paragraph in self.paragraphs] or self.frame.body.levels

    def sizes(self, scale: float) -> tuple[float, ...]:
        """The size of each level at this scale."""
        if scale >= 1:
            return self.designed
        return tuple([size_at(style, scale) for style in self.frame.body.levels])

    def fits(self, sizes: tuple[float, ...]) -> bool:
        """Whether the frame holds its text at these sizes, one a level."""
        outcome = self._outcomes.get(sizes) or self._reckoned(sizes, while_it_fits=True)
        return outcome is not None and outcome.fits

    def at(self, sizes: tuple[float, ...]) -> Outcome:
        """How the text comes out at these sizes, one a level."""
        outcome = self._outcomes.get(sizes) or self._reckoned(sizes)
        assert outcome is not None
        return outcome

    def _reckoned(self, sizes: tuple[float, ...], *, while_it_fits: bool = False) -> Outcome | None:
        """How the text comes out; None, once it is seen not to fit, where that is all that is asked."""
        insets = self.frame.body.insets
        top, below = insets.top / EMU_PER_POINT, insets.bottom / EMU_PER_POINT
        highest = self._height + _ROUNDING
        last: SetParagraph | None = None
        em = first = rest = height = 0.0
        all_broken: list[Sequence[BrokenLine]] = []
        counts, tops, too_wide, narrow = [], [], 0.0, True
        for paragraph in self.paragraphs:
            if last is None or paragraph.level != last.level or paragraph.label != last.label:
                em, first, rest, height = self._room(paragraph, sizes[paragraph.level])
            if last is not None:
                top += last.style.space_after + paragraph.style.space_before
            last = paragraph
            tops.append(top)
            count, room = 0, first
            broken: list[BrokenLine] = []
            for line in paragraph.measured.hard_lines:
                ends = line.breaks(room, rest)
                if line.widest > room or line.widest > rest:
                    excess = line.excess(ends, room, rest)
                    too_wide, narrow = max(too_wide, excess * em), narrow and excess <= _ROUNDING
                for _ in ends:
                    top += height
                count += len(ends)
                broken.append((line, ends, room, rest))
                room = rest
            if while_it_fits and (not narrow or top + below > highest):
                return None
            counts.append(count)
            all_broken.append(broken)
        height = top + below
        over = max(height - self._height, too_wide)
        outcome = Outcome(
            all_broken, counts, tops, height, over if over > _ROUNDING else 0.0, narrow and height <= highest
        )
        self._outcomes[sizes] = outcome
        return outcome

    def _room(self, paragraph: SetParagraph, size: float) -> tuple[float, float, float, float]:
        """For a paragraph of its level and label: an em of words in points, the room in them on its first line and on
        others, and how high each line is."""
        em = size * self._margin
        first = max(self._width - paragraph.first_start(size), 0) / em
        rest = max(self._width - paragraph.style.indent, 0) / em
        return em, first, rest, self._line_height(paragraph.style, size)

    def lines(self, sizes: tuple[float, ...]) -> tuple[TextLine, ...]:
        """The lines at these sizes, one a level."""
        lines: list[TextLine] = []
        outcome = self.at(sizes)
        for index, (paragraph, broken, top) in enumerate(
            zip(self.paragraphs, outcome.broken, outcome.tops, strict=True)
        ):
            size = sizes[paragraph.level]
            height = self._line_height(paragraph.style, size)
            begins = True
            for line, ends, _, _ in broken:
                for (start, end), width in zip(line.ranges(ends), line.widths(ends), strict=True):
                    runs = paragraph.measured.runs(start, end)
                    left = self._start(paragraph, size, begins, width * size)
                    lines.append(TextLine(index, runs, left, top, width * size, height, begins))
                    begins = False
                    top += height
        return tuple(self._anchored(lines, self._height - outcome.height))

    def _start(self, paragraph: SetParagraph, size: float, begins: bool, width: float) -> float:
        start = paragraph.first_start(size) if begins else paragraph.style.indent
        start += (self._width - start - width) * _ALIGN[paragraph.style.align]
        return points(self.frame.body.insets.start) + start

    def _anchored(self, lines: Sequence[TextLine], room: float) -> Iterator[TextLine]:
        shift = room * _ANCHOR[self.frame.body.anchor]
        return (replace(line, top=line.top + shift) if shift else line for line in lines)

    def _line_height(self, style: TextStyle, size: float) -> float:
        return style.pitch(size) if style.verbatim else size * self._line * style.leading
