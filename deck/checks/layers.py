"""What lies behind a slide's texts, layer by layer, and how well they can be read on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from deck.checks.texts import placed_cells, placed_texts
from deck.ground.dataclass import dataclass
from deck.images import sampled
from deck.model.charts import Chart, bars
from deck.model.contrast import RGB, contrast, least_contrast, nearest_passing
from deck.model.language import Direction
from deck.model.outlines import Corner, Path, is_inside
from deck.model.shapes import AutoShape, Group, Picture, Shape, SlideLayout, Table, TextBox
from deck.model.style import Colour
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, TextLine
from deck.model.units import EMU_PER_POINT, Emu, Rect

_ACROSS, _DOWN = 64, 36
"""The fields of a picture whose colours are met: about a letter each, where it covers a slide."""
_STEPS = 12
"""So many places along a line are looked at, on three heights."""
_MOST = 0.1
"""A share of them may be too near in colour: a speck in a photograph hides no word."""
_Paint: TypeAlias = tuple[float, float, float, float]
"""Red, green and blue, 0 to 255, and how much it covers, 0 to 1."""


class Faint(NamedTuple):
    """A line's words, its contrast, the least that it should have, and the nearest colour that has it, if any."""

    words: str
    ratio: float
    least: float
    passing: RGB | None


@dataclass(frozen=True, slots=True)
class _Layer:
    """What covers a rectangle, the ellipse or the outlines in it: one paint, or a picture's fields."""

    rect: Rect
    paint: _Paint | None
    picture: Picture | None = None
    round: bool = False
    outline: tuple[tuple[Corner, ...], ...] = ()

    def at(self, x: float, y: float) -> _Paint | None:
        """What it paints at a place of the slide, in EMU."""
        across, down = (x - self.rect.left) / self.rect.width, (y - self.rect.top) / self.rect.height
        inside = 0 <= across < 1 and 0 <= down < 1
        if not inside or (self.round and (across - 0.5) ** 2 + (down - 0.5) ** 2 > 0.25):
            return None
        if self.outline and not is_inside(self.outline, across, down):
            return None
        if self.picture is None:
            return self.paint
        left, top, right, bottom = self.picture.crop
        column = int((left + across * (1 - left - right)) * _ACROSS)
        row = int((top + down * (1 - top - bottom)) * _DOWN)
        red, green, blue, alpha = sampled(self.picture.image, _ACROSS, _DOWN)[row * _ACROSS + column]
        return red, green, blue, alpha / 255


def _reach(rect: Rect, across: Sequence[float], down: Sequence[float]) -> bool:
    """Whether a rectangle reaches to any of these places, which stand in order."""
    left, right = sorted((across[0], across[-1]))
    return rect.left <= right and rect.right >= left and rect.top <= down[-1] and rect.bottom >= down[0]


class Painter:
    """A slide's layers, from the ground up, as its shapes are added in their order."""

    def __init__(self, theme: Theme, ground: Colour, direction: Direction) -> None:
        self._theme, self._ground = theme, theme.rgb(ground)
        self._from_right = direction is Direction.RIGHT_TO_LEFT
        self._layers: list[_Layer] = []

    def add(self, shapes: Iterable[Shape]) -> None:
        """Puts these shapes on top."""
        for shape in shapes:
            self._layers += self._of(shape)

    def begin(self, layout: SlideLayout) -> None:
        """Puts what a slide layout draws, and the template behind it, on top."""
        for shape in layout.backdrop.whole if layout.backdrop else ():
            if isinstance(shape, AutoShape) and isinstance(shape.geometry, Path) and shape.fill:
                corners = tuple(tuple(each) for each in shape.geometry.corners())
                self._layers.append(_Layer(shape.rect, self._paint(shape.fill), outline=corners))
            else:
                self.add([shape])
        self.add(layout.decoration)

    def faint(self, shape: Shape) -> Iterator[tuple[str | None, Faint]]:
        """Puts a shape on top, and tells which of its texts are faint, each by its field."""
        if isinstance(shape, Group):
            for member in shape.shapes:
                yield from self.faint(member)
            return
        self.add([shape])
        for field, text, rect in placed_texts(shape):
            worst = [found for line in text.lines if (found := self._line(text, line, rect))]
            if worst:
                yield field, min(worst, key=lambda each: each.ratio / each.least)

    def _line(self, text: FittedText, line: TextLine, rect: Rect) -> Faint | None:
        """How faint a line is, where it is."""
        words = [run for run in line.runs if run.text.strip()]
        if not words:
            return None
        level = min(text.paragraphs[line.paragraph].level, len(text.sizes) - 1)
        style = text.body.levels[level]
        least = least_contrast(text.sizes[level], bold=style.bold or all(run.bold for run in words))
        grounds = self._grounds(line, rect)

        def ratio(colour: RGB) -> float:
            return sorted(contrast(colour, ground) for ground in grounds)[int(len(grounds) * _MOST)]

        colour = self._theme.rgb(style.colour)
        found = ratio(colour)
        if found >= least:
            return None
        return Faint(
            "".join(run.text for run in words).strip(),
            found,
            least,
            nearest_passing(colour, lambda other: ratio(other) >= least),
        )

    def _grounds(self, line: TextLine, rect: Rect) -> Sequence[RGB]:
        """The colours behind a line, at places along it."""
        along = [(line.start + line.width * (step + 0.5) / _STEPS) * EMU_PER_POINT for step in range(_STEPS)]
        across = [rect.right - each if self._from_right else rect.left + each for each in along]
        down = [rect.top + (line.top + line.height * share) * EMU_PER_POINT for share in (0.3, 0.5, 0.7)]
        behind = [layer for layer in self._layers if _reach(layer.rect, across, down)]
        if not behind:
            return [self._ground] * (len(across) * len(down))
        return [self._seen(x, y, behind) for x in across for y in down]

    def _seen(self, x: float, y: float, layers: Iterable[_Layer]) -> RGB:
        seen: tuple[float, ...] = self._ground
        for layer in layers:
            if paint := layer.at(x, y):
                *colour, cover = paint
                seen = tuple(below + (above - below) * cover for below, above in zip(seen, colour, strict=True))
        red, green, blue = map(round, seen)
        return red, green, blue

    def _of(self, shape: Shape) -> Iterator[_Layer]:
        match shape:
            case TextBox(fill=Colour() as fill):
                yield _Layer(shape.rect, self._paint(fill))
            case AutoShape(geometry=str() as kind, fill=Colour() as fill):
                yield _Layer(shape.rect, self._paint(fill), round=kind == "ellipse")
            case AutoShape(geometry=Path(), fill=Colour() as fill):
                # An arrow or a band holds its words where it is widest.
                yield _Layer(shape.rect, self._paint(fill))
            case Picture():
                yield _Layer(shape.rect, None, shape, shape.round)
            case Table():
                for cell, rect in placed_cells(shape):
                    if cell.fill:
                        yield _Layer(rect, self._paint(cell.fill))
            case Chart():
                yield from self._bars(shape)
            case Group():
                for member in shape.shapes:
                    yield from self._of(member)
            case _:
                pass

    def _bars(self, chart: Chart) -> Iterator[_Layer]:
        """A chart's bars, on which words stand: they lie in reading direction, or stand one after the other in it."""
        plot = chart.plot
        for bar in bars(chart):
            across, down = (bar.start, bar.thick), (1 - bar.high, bar.high - bar.low)
            if chart.kind == "bar":
                across, down = (bar.low, bar.high - bar.low), across
            if self._from_right:
                across = 1 - sum(across), across[1]
            left, width, top, height = (
                Emu(round(side * share))
                for side, shares in ((plot.width, across), (plot.height, down))
                for share in shares
            )
            if width and height:
                rect = Rect(Emu(plot.left + left), Emu(plot.top + top), width, height)
                yield _Layer(rect, self._paint(bar.colour))

    def _paint(self, colour: Colour) -> _Paint:
        return (*self._theme.rgb(colour), colour.alpha / 100)
