"""A frame's paragraphs, measured, and set at any sizes: how high they come out, and where their lines stand."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from deck.ground.dataclass import dataclass
from deck.model.style import TextStyle
from deck.model.typesetting import FittedText, Frame, TextLine
from deck.model.units import points
from deck.typeset.heights import LINE_HEIGHT
from deck.typeset.last_line import BrokenLine
from deck.typeset.lines import MeasuredParagraph

WIDTH_MARGIN = 1.01
"""What widths are multiplied with: engines round each advance, and some kern."""
_ALIGN = {"start": 0.0, "centre": 0.5, "end": 1.0}
_ANCHOR = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
_ROUNDING = 1e-6


@dataclass(slots=True, eq=False)
class SetParagraph:
    """A measured paragraph in its level's style; `label` is the width of its bullet or number in em, 0 for none.

    Each is equal to itself alone: what is known of one is found without comparing its words.
    """

    measured: MeasuredParagraph
    level: int
    style: TextStyle
    label: float

    def first_start(self, size: float) -> float:
        """Where the first line's text starts, in points from the text's start edge: after its bullet."""
        hung = self.style.indent - self.style.hanging
        return max(self.style.indent, hung + self.label * size) if self.label else hung


def size_at(style: TextStyle, scale: float) -> float:
    """The style's size at this scale: at most its own, at least its least, and half points between."""
    if scale >= 1:
        return style.size
    return min(style.size, max(style.minimum_size, math.floor(style.size * scale * 2 + _ROUNDING) / 2))


class Later:
    """Lines that are found when they are first asked for."""

    __slots__ = ("_find", "_found")

    def __init__(self, find: Callable[[], tuple[TextLine, ...]]) -> None:
        self._find = find
        self._found: tuple[TextLine, ...] | None = None

    def __call__(self) -> tuple[TextLine, ...]:
        if self._found is None:
            self._found = self._find()
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
        broken: dict[tuple[SetParagraph, float], list[BrokenLine]] | None = None,
    ) -> None:
        self.frame = frame
        self.paragraphs = paragraphs
        self._line = line_height
        self._margin = margin
        insets = frame.body.insets
        self._width = points(frame.rect.width - insets.start - insets.end)
        self._height = points(frame.rect.height)
        self._insets = points(insets.top + insets.bottom)
        self._gaps = list(_gaps(paragraphs))
        self._spacing = sum(self._gaps)
        self._broken = {} if broken is None else broken

    def with_paragraphs(self, paragraphs: Sequence[SetParagraph]) -> Setting:
        """The same frame with these in the place of its paragraphs; of those that stay, lines are broken no more."""
        words = tuple([each.measured.paragraph for each in paragraphs])
        frame = Frame(words, self.frame.body, self.frame.rect)
        return Setting(frame, paragraphs, self._line, self._margin, self._broken)

    def used_styles(self) -> Iterable[TextStyle]:
        """The styles that its paragraphs are in; all of its body's where there are none."""
        return [paragraph.style for paragraph in self.paragraphs] or self.frame.body.levels

    def sizes(self, scale: float) -> tuple[float, ...]:
        """The size of each level at this scale."""
        return tuple(size_at(style, scale) for style in self.frame.body.levels)

    def fits(self, sizes: Sequence[float]) -> bool:
        """Whether the frame holds its text at these sizes, one a level."""
        height = self._insets + self._spacing
        for paragraph in self.paragraphs:
            size = sizes[paragraph.level]
            for line, ends, first, rest in self.broken(paragraph, size):
                if line.excess(ends, first, rest) > _ROUNDING:
                    return False
                height += len(ends) * self._line_height(paragraph, size)
            if height > self._height + _ROUNDING:
                return False
        return height <= self._height + _ROUNDING

    def set(
        self,
        sizes: Sequence[float],
        lay: Callable[[], tuple[TextLine, ...]],
        draw: Callable[[], tuple[TextLine, ...]],
    ) -> FittedText:
        """The frame set at these sizes, one a level; `lay` finds its lines, and `draw` those that are likely drawn."""
        counts, too_wide = [], 0.0
        top = points(self.frame.body.insets.top)
        for paragraph, gap in zip(self.paragraphs, self._gaps, strict=True):
            top += gap
            size, count = sizes[paragraph.level], 0
            height = self._line_height(paragraph, size)
            for line, ends, first, rest in self.broken(paragraph, size):
                count += len(ends)
                for _ in ends:
                    top += height
                too_wide = max(too_wide, line.excess(ends, first, rest) * size * self._margin)
            counts.append(count)
        height = top + points(self.frame.body.insets.bottom)
        over = max(height - self._height, too_wide)
        return FittedText(
            tuple([paragraph.measured.paragraph for paragraph in self.paragraphs]),
            self.frame.body,
            tuple(sizes),
            tuple(counts),
            height,
            over if over > _ROUNDING else 0.0,
            lay,
            draw,
        )

    def broken(self, paragraph: SetParagraph, size: float) -> Sequence[BrokenLine]:
        """Each hard line with its breaks and with the room on its first and its other lines, in em."""
        known = self._broken.get((paragraph, size))
        if known is None:
            em = size * self._margin
            rest = max(self._width - paragraph.style.indent, 0) / em
            room = max(self._width - paragraph.first_start(size), 0) / em
            known = self._broken[paragraph, size] = []
            for line in paragraph.measured.hard_lines:
                known.append((line, line.breaks(room, rest), room, rest))
                room = rest
        return known

    def lines(self, sizes: Sequence[float]) -> tuple[TextLine, ...]:
        """The lines at these sizes, one a level."""
        lines: list[TextLine] = []
        top = points(self.frame.body.insets.top)
        for index, (paragraph, gap) in enumerate(zip(self.paragraphs, self._gaps, strict=True)):
            top += gap
            size = sizes[paragraph.level]
            height = self._line_height(paragraph, size)
            begins = True
            for line, ends, _, _ in self.broken(paragraph, size):
                for (start, end), width in zip(line.ranges(ends), line.widths(ends), strict=True):
                    runs = paragraph.measured.runs(start, end)
                    left = self._start(paragraph, size, begins, width * size)
                    lines.append(TextLine(index, runs, left, top, width * size, height, begins))
                    begins = False
                    top += height
        height = top + points(self.frame.body.insets.bottom)
        return tuple(self._anchored(lines, self._height - height))

    def _start(self, paragraph: SetParagraph, size: float, begins: bool, width: float) -> float:
        start = paragraph.first_start(size) if begins else paragraph.style.indent
        start += (self._width - start - width) * _ALIGN[paragraph.style.align]
        return points(self.frame.body.insets.start) + start

    def _anchored(self, lines: Sequence[TextLine], room: float) -> Iterator[TextLine]:
        shift = room * _ANCHOR[self.frame.body.anchor]
        return (replace(line, top=line.top + shift) if shift else line for line in lines)

    def _line_height(self, paragraph: SetParagraph, size: float) -> float:
        style = paragraph.style
        return style.pitch(size) if style.verbatim else size * self._line * style.leading


def _gaps(paragraphs: Sequence[SetParagraph]) -> Iterator[float]:
    """The space before each paragraph, in points: none before the first."""
    after = None
    for paragraph in paragraphs:
        yield 0.0 if after is None else after + paragraph.style.space_before
        after = paragraph.style.space_after
