"""How a slide of an equation is set out: the equation on its ground, its caption, its symbols and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from deck.equations import broken, drawing, linear, parsed
from deck.layouts.frame.composition import grown, height_of, step_that_suits, top_of
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, rectangle, title_slot
from deck.layouts.frame.slots import FIRST_IDX, fill, fill_alike, frame, slot
from deck.model.equations import Drawing, Equation
from deck.model.mathematics import Row
from deck.model.shapes import Placeholder, Shape, SlideLayout
from deck.model.style import TextStyle
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import Emu, Rect, units

WIDER, HIGHER = 1.12, 1.15
"""How many times as wide and as high as in STIX Two Math an equation may be in Cambria Math, with room to spare."""
_LARGEST = 1.4
"""How many times as large as the style's largest size a short equation may be."""
_COMFORTABLE = 30
"""Points: what would be smaller in one line is broken, if it is larger so."""
_POINTS_PER_UNIT = 6
# In grid units: between the ground's edges and the equation, across and down; of the caption and of the gap before the
# symbols; between a symbol and its meaning; between columns; between rows.
_ACROSS, _DOWN, _CAPTION, _GAP, _TO_MEANING, _BETWEEN, _BETWEEN_ROWS = 5.0, 4.5, 6.0, 3.0, 2.0, 5.0, 0.8
_MOST_BELOW, _GROWN_BELOW = 0.5, 0.38
"""The most of the body that symbols take, and that they take where they are set larger than their style."""
_FEW, _SOME = 3, 6
"""Up to so many symbols stand in one column, and up to so many in two."""
_CAPTION_IDX = FIRST_IDX + 20
_ENOUGH = 0.9


class Setting(NamedTuple):
    """What is to be set: the equation, its caption, and its symbols with their meanings."""

    theme: Theme
    tex: str
    caption: Text | None
    where: Sequence[tuple[str, Text]]

    @property
    def style(self) -> TextStyle:
        """How large an equation is set, and in which colour."""
        return self.theme.style("statement")

    @property
    def columns(self) -> int:
        """In how many columns the symbols stand."""
        count = len(self.where)
        return 1 if count <= _FEW else 2 if count <= _SOME else 3

    @property
    def rows(self) -> int:
        return ceil(len(self.where) / self.columns)


class _Places(NamedTuple):
    """Where all stands, in grid units: the ground's top and height, and of the symbols their top and each row's height.

    `symbol` is how wide a symbol is at the most, with the gap after it, and `step` how much larger meanings are set.
    """

    top: float
    height: float
    below: float
    row: float
    symbol: float
    step: float


def set_out(
    setting: Setting, description: str | None, fields: Sequence[str], measurer: Measurer
) -> tuple[SlideLayout, list[Shape]]:
    """The native slide layout, made to measure, and what stands on it under the title, in reading order.

    `fields` are the paths of the symbols' fields.
    """
    theme = setting.theme
    row = parsed(setting.tex)
    places, row, size = _placed(setting, row, measurer)
    layout = _slide_layout(setting, places)
    drawn, (width, height) = drawing(row), _room(theme, places.height)
    over = _over(drawn.width * WIDER * size - width, _line(drawn) * HIGHER * size - height)
    at = (theme.grid.x(0) + _ACROSS, places.top + _DOWN)
    box = Rect.of_units(*at, width / _POINTS_PER_UNIT, height / _POINTS_PER_UNIT)
    said, colour = description or linear(row), setting.style.colour
    ink = theme.rgb(colour)
    shapes: list[Shape] = [Equation("Equation", box, row, drawn, size, colour, ink, said, "tex", overflow=over)]
    if setting.caption:
        shapes.append(fill(measurer, layout.placeholder(_CAPTION_IDX), "caption", (setting.caption, 0)))
    return layout, [*shapes, *_symbols(setting, layout, places, fields, measurer)]


def _placed(setting: Setting, row: Row, measurer: Measurer) -> tuple[_Places, Row, float]:
    """The places of all, the equation's row, perhaps broken, and its size in points."""
    grid = setting.theme.grid
    caption = _CAPTION if setting.caption else 0.0
    step, each, symbol = _meanings(setting, measurer)
    rows = setting.rows
    below = _GAP + rows * each + (rows - 1) * _BETWEEN_ROWS if rows else 0.0
    most = grid.body_height - caption - below
    row, size = _sized(setting, row, most)
    height = min(most, max(_line(drawing(row)) * HIGHER * size / _POINTS_PER_UNIT + 2 * _DOWN, 0.36 * grid.body_height))
    top = top_of(grid.body_top, grid.body_height, height + caption + below)
    return _Places(top, height, top + height + caption + _GAP, each, symbol, step), row, size


def _sized(setting: Setting, row: Row, height: float) -> tuple[Row, float]:
    """The row as it is largest in so much height, in one line where that is large enough; and its size in points."""
    size = _largest(setting, row, height)
    if size >= _COMFORTABLE:
        return row, size
    sized = [(size, row), *((_largest(setting, each, height), each) for each in broken(row))]
    best = max(sized, key=lambda pair: pair[0])
    return best[1], best[0]


def _largest(setting: Setting, row: Row, height: float) -> float:
    """The size in points at which a row fits, between the least and the largest."""
    drawn, style = drawing(row), setting.style
    across, down = _room(setting.theme, height)
    wanted = min(across / (drawn.width * WIDER), down / (_line(drawn) * HIGHER)) if drawn.width else style.size
    largest = (style.largest_size or style.size) * _LARGEST
    return float(int(max(style.minimum_size, min(wanted, largest))))


def _room(theme: Theme, height: float) -> tuple[float, float]:
    """How wide and high an equation may be on a ground of this height in grid units; in points."""
    width = theme.grid.w(theme.grid.columns) - 2 * _ACROSS
    return width * _POINTS_PER_UNIT, (height - 2 * _DOWN) * _POINTS_PER_UNIT


def _line(drawn: Drawing) -> float:
    return drawn.line_ascent + drawn.line_descent


def _over(*lengths: float) -> float:
    """By how many points something is too large, beyond what rounding makes of it."""
    longest = max(lengths)
    return longest if longest >= 1 else 0.0


def _meanings(setting: Setting, measurer: Measurer) -> tuple[float, float, float]:
    """How much larger than their style meanings are set, how high each row is, and how wide symbols are."""
    if not setting.where:
        return 1.0, 0.0, 0.0

    def most(step: float) -> float:
        share = _MOST_BELOW if step == 1 else _GROWN_BELOW
        return (setting.theme.grid.body_height * share - _GAP) / setting.rows - _BETWEEN_ROWS

    def frames(step: float) -> list[Placeholder]:
        return list(_slots(setting, _Places(0, 0, 0, most(step), _widest(setting, step), step)))

    step = step_that_suits(
        lambda step: [frame(place, (text, 0)) for place, (_, text) in zip(frames(step), setting.where, strict=True)],
        measurer,
        enough=_ENOUGH,
        whole=(0,),
    )
    said = zip(frames(step), setting.where, strict=True)
    texts = measurer.fit([frame(place, (text, 0)) for place, (_, text) in said])
    size = min(text.sizes[0] for text in texts)
    highest = max(_line(drawing(parsed(tex))) for tex, _ in setting.where) * HIGHER * size / _POINTS_PER_UNIT
    return step, min(most(1), max(height_of(texts), highest)), _widest(setting, step)


def _widest(setting: Setting, step: float) -> float:
    size = grown(setting.theme.style("card-text-medium"), step).size
    return max(drawing(parsed(tex)).width for tex, _ in setting.where) * WIDER * size / _POINTS_PER_UNIT + _TO_MEANING


def _slots(setting: Setting, places: _Places) -> Iterator[Placeholder]:
    """A slot for each meaning: in rows, from column to column."""
    grid = setting.theme.grid
    style = grown(setting.theme.style("card-text-medium"), places.step)
    across = (grid.w(grid.columns) + _BETWEEN) / setting.columns
    for number in range(len(setting.where)):
        row, column = divmod(number, setting.columns)
        left = grid.x(0) + column * across + places.symbol
        at = (left, places.below + row * (places.row + _BETWEEN_ROWS), across - _BETWEEN - places.symbol, places.row)
        yield slot(FIRST_IDX + number, f"Meaning {number + 1}", at, style, prompt="Text", anchor="middle")


def _slide_layout(setting: Setting, places: _Places) -> SlideLayout:
    """The native slide layout: the equation's ground, and slots for the caption and the meanings."""
    theme, grid = setting.theme, setting.theme.grid
    box = (grid.x(0), places.top, grid.w(grid.columns), places.height)
    slots = list(_slots(setting, places)) if setting.where else []
    if setting.caption:
        at = (grid.x(0), places.top + places.height, grid.w(grid.columns), _CAPTION)
        style = replace(theme.style("picture-caption"), align="centre")
        slots.insert(0, slot(_CAPTION_IDX, "Caption", at, style, prompt="Caption", insets=(0, 1.2, 0, 0)))
    count = len(setting.where)
    name = f"Equation{' with caption' if setting.caption else ''}{f', symbols: {count}' if count else ''}"
    ground = rectangle("Equation ground", *box, theme.grounds.card)
    return SlideLayout(name, WHITE, (*marks(theme), ground), (title_slot(theme), *slots, *footer_slots(theme)))


def _symbols(
    setting: Setting, layout: SlideLayout, places: _Places, fields: Sequence[str], measurer: Measurer
) -> Iterator[Shape]:
    """Each symbol, and what it means beside it, on one line with it."""
    wanted = [
        (layout.placeholder(FIRST_IDX + number), f"{field}.meaning", [(text, 0)])
        for number, (field, (_, text)) in enumerate(zip(fields, setting.where, strict=True))
    ]
    meanings = fill_alike(measurer, wanted)
    for (tex, _), field, meaning in zip(setting.where, fields, meanings, strict=True):
        row = parsed(tex)
        drawn, size = drawing(row), meaning.text.sizes[0]
        width = units(places.symbol - _TO_MEANING / 2)
        box = replace(meaning.rect, left=Emu(meaning.rect.left - units(places.symbol)), width=width)
        over = _over(_line(drawn) * HIGHER * size - places.row * _POINTS_PER_UNIT)
        said, colour = linear(row), meaning.text.body.levels[0].colour
        at = f"{field}.symbol"
        ink = setting.theme.rgb(colour)
        yield Equation("Symbol " + linear(row)[:40], box, row, drawn, size, colour, ink, said, at, "left", over)
        yield meaning
