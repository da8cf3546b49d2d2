"""Words in a chart: measured, broken where they were measured, and placed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from deck.ground.dataclass import dataclass
from deck.model.charts import ChartLabel
from deck.model.letters import is_european
from deck.model.style import Align, Colour, TextBody, TextStyle
from deck.model.text import Paragraph, Run, Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer
from deck.model.units import EMU_PER_POINT, Emu, Rect

SIZES = (26, 24, 22, 20, 18, 16, 15, 14)
"""Points, from which a chart takes the largest at which its words have room."""
LINE, ROOM = 1.2, 1.25
"""A line's height as it is drawn, and as much as it may be, in sizes."""
_MOST_LINES = 4
_FOREIGN = 1.4
"""The height of the fonts by which letters are drawn that a theme's font often lacks, in sizes."""
# As LibreOffice has them, in points: between a category's label and the plot beside it, and between a bar's end and its
# value; and how far over the middle of a bar the middle of a line stands, in sizes.
BESIDE, AFTER, LIFTED = 7.4, 2.8, 0.13
_WIDE, _HIGH = 4000.0, 2000.0
_MARGIN, _SPARE = 1.015, 0.5


@dataclass(frozen=True, slots=True)
class ChartText:
    """Sets a chart's words in the theme's styles. Lengths are points."""

    theme: Theme
    measurer: Measurer

    def style(self, name: str, size: float, colour: Colour | None = None, *, bold: bool | None = None) -> TextStyle:
        """A style of the type scale at this size, perhaps in another colour or weight."""
        style = replace(self.theme.style(name), size=size)
        style = replace(style, minimum_size=min(size, style.minimum_size), colour=colour or style.colour)
        return style if bold is None else replace(style, bold=bold)

    def width(self, text: Text, style: TextStyle) -> float:
        """How wide the words are on one line."""
        lines = self.set(text, style).lines
        return max((line.width for line in lines), default=0.0)

    def widest(self, texts: Iterable[Text | None], style: TextStyle) -> float:
        """The width of the widest of them."""
        return max((self.width(text, style) for text in texts if text), default=0.0)

    def line(self, texts: Iterable[Text], style: TextStyle) -> float:
        """How high a line of these words is under a plot: LibreOffice gives it its font's height, and room for it."""
        words = Text.of(" ".join(text.plain.replace("\n", " ") for text in texts))
        body = TextBody((style,), table_cell=True)
        rect = Rect(Emu(0), Emu(0), _emu(_WIDE), _emu(_HIGH))
        fitted = self.measurer.measure(Frame((_plain(words),), body, rect))
        least = LINE if is_european(words.plain) else _FOREIGN
        high = max((line.height for line in fitted.lines), default=0.0)
        high = max(high, least * style.size)
        return high if high > ROOM * style.size else LINE * style.size

    def set(
        self, text: Text, style: TextStyle, width: float = _WIDE, height: float = _HIGH, align: Align = "start"
    ) -> FittedText:
        """The words as they come out within this width, with a break at the end of each line."""
        body = TextBody((replace(style, align=align),))
        rect = Rect(Emu(0), Emu(0), _emu(width), _emu(height))
        fitted = self.measurer.measure(Frame((_plain(text),), body, rect))
        if len(fitted.lines) > 1:
            lines = ("".join(run.text for run in line.runs).strip(" \v") for line in fitted.lines)
            run = fitted.paragraphs[0].runs[0]
            broken = Paragraph((run.with_text("\v".join(lines)),))
            fitted = self.measurer.measure(Frame((broken,), body, rect))
        return fitted

    def label(
        self,
        text: Text,
        style: TextStyle,
        at: tuple[float, float, float, float],
        field: str,
        align: Align = "start",
    ) -> ChartLabel:
        """The words in the middle of this height (left, top, width, height), at its `align`ed side."""
        left, top, width, height = at
        fitted = self.set(text, style, width, max(height, ROOM * style.size), align)
        drawn = LINE * style.size * len(fitted.lines)
        if len(fitted.lines) > 1 and align == "end":
            # Several lines stand on one axis, at the side of their block.
            wide = min(width, spacious(max(line.width for line in fitted.lines)))
            left, width = left + width - wide, wide
            fitted = self.set(text, style, width, max(height, ROOM * style.size), "centre")
        return ChartLabel(fitted, box(left, top + (height - drawn) / 2, width, fitted.height), field)

    def hanging(
        self,
        text: Text,
        style: TextStyle,
        at: tuple[float, float, float, float],
        field: str | None,
    ) -> ChartLabel:
        """The words from the top of this place (left, top, width, height) on, in its middle."""
        left, top, width, height = at
        fitted = self.set(text, style, width, height + (ROOM - LINE) * style.size * _MOST_LINES, "centre")
        return ChartLabel(fitted, box(left, top, width, fitted.height), field)


def below(size: float) -> float:
    """How far under the plot a category's label begins, as LibreOffice has it."""
    return 7.0 - 0.25 * size


def above(size: float) -> float:
    """How far over a column or a point its value ends, as LibreOffice has it."""
    return 2.5 + 0.06 * size


def under(size: float) -> float:
    """How far under a point without a mark its value begins, as LibreOffice has it."""
    return 3.3 - 0.28 * size


def lines_of(text: FittedText) -> int:
    """How many lines it takes."""
    return len(text.lines)


def _plain(text: Text) -> Paragraph:
    """The words in one run: a chart's words have one look."""
    first = text.paragraphs[0]
    return Paragraph((Run(text.plain.replace("\n", " "), language=first.language),))


def _emu(length: float) -> Emu:
    return Emu(round(length * EMU_PER_POINT))


def box(left: float, top: float, width: float, height: float) -> Rect:
    """A rectangle at these points."""
    return Rect(_emu(left), _emu(top), Emu(_emu(left + width) - _emu(left)), Emu(_emu(top + height) - _emu(top)))


def spacious(width: float) -> float:
    """A width for words that were measured so wide."""
    return ceil(width * _MARGIN) + _SPARE
