"""Text as LibreOffice measures it, for pictures that break the same lines.

It sets type on a grid of 600 dots an inch: sizes are whole dots, and so is each advance, kerned. So a text's width
depends on its size, by up to a hundredth, and is found at the size at which it was set and at no other.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import floor

from deck.model.letters import Kind, stretches
from deck.model.style import Bullet
from deck.model.text import Paragraph, Run
from deck.model.theme import Fonts
from deck.typeset import arabic, font_files, fonts
from deck.typeset.breaks import SPACES, Segment, hard_lines, inner_breaks, is_unspaced
from deck.typeset.drawn_breaks import break_before, firm_breaks
from deck.typeset.face import PIECES, Shaper, cjk_number, unlisted
from deck.typeset.lines import UNSPACED_SLACK, HardLine, MeasuredParagraph
from deck.typeset.scripts import COMPLEX, EAST_ASIAN, EUROPEAN, SHAPED, pattern

DRAWN_LINE_HEIGHT = 1.2
"""A single line in sizes; PowerPoint's is one per cent higher."""
_EAST_ASIAN_SPACE, _SYMBOL = 0.225, 0.92
_HALF = 0.5
_DOTS_A_HUNDREDTH = 600 / 2540
_HUNDREDTHS = 2540 / 72
_CHARACTER = re.compile(f"([^{SPACES}])[{SPACES}]*")
_WORDS = re.compile(r"\s+|\S+")

DrawnFaces = Callable[[Run], "DrawnFace"]
"""A run → the face that it is set in."""


def dots(size: float) -> int:
    """A size in points, which LibreOffice keeps in hundredths of a millimetre, in whole dots."""
    return round(round(size * _HUNDREDTHS) * _DOTS_A_HUNDREDTH)


class DrawnFace:
    """The theme's fonts of one role in one weight, or its font of code. `home` is the script of the language."""

    def __init__(
        self, theme_fonts: Fonts, home: str, shape: Shaper, bold: bool, italic: bool = False, code: bool = False
    ) -> None:
        self._home = home
        self._shape = shape
        self._bold = bold
        own = theme_fonts.scripts.get(home, "") if home in COMPLEX else ""
        complex_font = own or theme_fonts.complex_script
        self._latin = fonts.mono(theme_fonts.mono) if code else font_files.letters(theme_fonts, bold, italic)
        self._kerning = fonts.NO_KERNING if code else font_files.kerning(theme_fonts, bold, italic)
        self._signs = self._latin if code else fonts.latin(complex_font, bold)

    def advances(self, text: str, kind: Kind) -> Iterator[tuple[int, Sequence[float]]]:
        """The advances in em by the index of the character after which they have been made."""
        if kind == "latin":
            for index, (char, after) in enumerate(pairwise(f"{text}\0")):
                yield index, (_width(self._latin, char) + self._kerning(char, after),)
        elif kind == "east_asian":
            for index, char in enumerate(text):
                yield index, (_ideograph(char),)
        else:
            ends = {match.end() for match in _WORDS.finditer(text)} | set(inner_breaks(text))
            for start, end in pairwise((0, *sorted(ends))):
                yield end - 1, list(self._shaped(text[start:end]))

    def bullet(self, bullet: Bullet) -> float:
        """The width of a bullet in em: symbols that text fonts lack are drawn in a font of symbols."""
        return _SYMBOL if bullet.is_symbol else self._latin.get(bullet.char or "", 0.0)

    def number(self, text: str) -> float:
        """The width in em of a number before a paragraph."""
        if self._home in EAST_ASIAN:
            return cjk_number(text, self._bold)
        return sum(_width(self._latin if self._home in EUROPEAN else self._signs, char) for char in text)

    def _shaped(self, word: str) -> Iterator[float]:
        for piece in pattern(PIECES).finditer(word):
            script = piece.lastgroup
            if script is None:
                yield from (_width(self._signs, char) for char in piece[0])
            elif script == "Arab":
                forms = fonts.arabic(self._bold)
                yield from (_joined(forms, char, form) for char, form in arabic.shaped(piece[0], forms))
            elif script in SHAPED and (shaped := self._shape(piece[0], script, self._bold)) is not None:
                yield shaped
            else:
                widths = fonts.script(script, self._bold)
                yield from (_width(widths, char) for char in piece[0])


class DrawnLine(HardLine):
    """A hard line as it is drawn: its segments are its characters, with the spaces after them; `em` is its size, in
    hundredths of a millimetre, of which the room on a line is a whole number."""

    def __init__(
        self,
        lefts: Sequence[float],
        rights: Sequence[float],
        slack: float,
        places: tuple[Sequence[int], Sequence[int]],
        text: str,
        firm: Sequence[int],
        em: float,
    ) -> None:
        super().__init__(lefts, rights, places, slack)
        self.text, self.firm, self.em = text, firm, em

    def breaks(self, first: float, rest: float) -> list[int]:
        places = self.starts
        first, rest = ((round(width * self.em) + _HALF) / self.em for width in self.room(first, rest))
        ends, start, count, width = [], 0, len(places), first
        while start < count:
            full = self.lefts[start] + width
            end = max(bisect_right(self.rights, full, start), start + 1)
            if end < count and not self._space_overflows(end, full):
                end = bisect_left(places, break_before(self.text, places[start], places[end], self.firm))
            ends.append(end)
            start, width = end, rest
        return ends

    def _space_overflows(self, end: int, full: float) -> bool:
        """Whether the line is full with the space before this character, which ends it whatever follows."""
        return self.starts[end] > self.ends[end - 1] and self.lefts[end] > full


def drawn_paragraph(paragraph: Paragraph, faces: DrawnFaces, home: Kind, size: float) -> MeasuredParagraph:
    """The paragraph as it is drawn at this size in points."""
    text = "".join(run.text for run in paragraph.runs)
    widths, gaps = _measured(paragraph, faces, home, size)
    places = list(accumulate((width + gap for width, gap in zip(widths, gaps, strict=True)), initial=0.0))
    lines = []
    for start, end in hard_lines(text):
        parts = _characters(text, start, end)
        lefts = [places[part.start] for part in parts]
        rights = [places[part.end] - (gaps[part.end - 1] if part.end > part.start else 0.0) for part in parts]
        firm = firm_breaks(text, start, end)
        slack = UNSPACED_SLACK if home == "complex" and is_unspaced(text[start:end]) else 0.0
        starts, ends = [part.start for part in parts], [part.end for part in parts]
        lines.append(DrawnLine(lefts, rights, slack, (starts, ends), text, firm, size * _HUNDREDTHS))
    return MeasuredParagraph(paragraph, text, lines)


def _characters(text: str, start: int, end: int) -> list[Segment]:
    """The characters of text[start:end] with the spaces after them; spaces at its start belong to the first one."""
    found = [Segment(match.start(), match.end(1), match.end()) for match in _CHARACTER.finditer(text, start, end)]
    if not found:
        return [Segment(start, start, end)]
    return [found[0]._replace(start=start), *found[1:]]


def _measured(paragraph: Paragraph, faces: DrawnFaces, home: Kind, size: float) -> tuple[list[float], list[float]]:
    """How wide each character is, and what follows it where ideographs meet letters, in em."""
    em, unit = dots(size), size * _HUNDREDTHS
    widths: list[float] = []
    gaps: list[float] = []
    last: Kind | None = None
    pieces = stretches([run.text for run in paragraph.runs], home)
    for run, kinds in zip(paragraph.runs, pieces, strict=True):
        face = faces(run)
        for kind, piece in kinds:
            if last and last != kind and "east_asian" in (last, kind):
                gaps[-1] = _gap(size)
            drawn = [0] * len(piece)
            for index, advances in face.advances(piece, kind):
                drawn[index] = sum(floor(advance * em + 0.5) for advance in advances)
            places = [floor(place / _DOTS_A_HUNDREDTH + 0.5) for place in accumulate(drawn, initial=0)]
            widths += [(end - start) / unit for start, end in pairwise(places)]
            gaps += [0.0] * len(piece)
            last = kind
    return widths, gaps


def _gap(size: float) -> float:
    """The space between ideographs and anything else, in em: a fifth of a line, in whole hundredths of a millimetre."""
    return floor(DRAWN_LINE_HEIGHT * round(size * _HUNDREDTHS)) // 5 / (size * _HUNDREDTHS)


def _width(widths: Mapping[str, float], char: str) -> float:
    return widths[char] if char in widths else unlisted(char)


def _ideograph(char: str) -> float:
    return _EAST_ASIAN_SPACE if char == " " else min(1.0, unlisted(char))


def _joined(forms: arabic.Forms, char: str, form: str) -> float:
    return forms[form].get(char) or forms["isolated"].get(char) or unlisted(char)
