"""The places of figures that change: for each a slot of words, one of what it was, and one of what it is."""

from __future__ import annotations

from dataclasses import replace

from deck.ground.dataclass import dataclass
from deck.layouts.frame.composition import grown, top_of
from deck.layouts.frame.furniture import WHITE, footer_slots, hairline, marks, rectangle, title_slot
from deck.layouts.frame.slots import FIRST_IDX, coloured, slot
from deck.model.shapes import AutoShape, Placeholder, SlideLayout
from deck.model.style import Colour, TextStyle
from deck.model.theme import Theme
from deck.model.units import EMU_PER_UNIT

_SOURCE = 4.4
# Columns: of the words before a row's figures, and where figures, arrow and figures begin, with their widths.
_WORDS, _BEFORE, ARROW, _AFTER = (0, 4.4), (4.6, 2.8), (7.5, 0.7), (8.5, 3.5)
ALONE_ARROW, ALONE_AIR, ALONE_NARROWEST = 8.0, 3.0, 13.0
"""Of a figure alone: how long its arrow is, what lies before and after that, and the least width of what it was."""
_ALONE_FIGURES, _ALONE_WORDS, _ALONE_GAP = 25.0, 21.0, 2.5
"""Of a figure alone: how high its figures and its words stand, and what lies between them, in grid units."""
_HIGHEST, _RULE = 24.0, 0.2
_LABEL = 1.25
_ALONE_OLD, DESCENT, SLACK = 1.2, 0.2, 1.05
_STEPS = {2: 1.36, 3: 1.18, 4: 1.0}
"""How much larger so many figures are set."""
_NARROW = 140
"""A slide that is not so wide, in grid units, has narrower columns of words."""
A_SLOT = 3
STANDS_BACK = Colour("accent6")


@dataclass(frozen=True, slots=True)
class Alone:
    """How a figure alone is set: what it has become is larger by a step; what it was is so wide, in grid units, and
    stands so many points higher over its year, so that both are on one line."""

    step: float = 1.0
    before: float = 40.0
    lift: float = 0.0


PLAIN = Alone()


def slide_layout(theme: Theme, count: int, alone: Alone = PLAIN, *, source: bool = False) -> SlideLayout:
    """The native slide layout: for each figure a slot of words, one of what it was, and one of what it is."""
    grid = theme.grid
    slots = _alone(theme, alone, source=source) if count == 1 else _rows(theme, count, source=source)
    rules: list[AutoShape] = []
    for index in range(1, count):
        top = (slots[A_SLOT * index].rect.top + slots[A_SLOT * index - 1].rect.bottom) / 2 / EMU_PER_UNIT
        rules.append(rectangle(f"Rule {index}", grid.x(0), top, grid.w(grid.columns), _RULE, hairline(theme)))
    if source:
        at = (grid.x(0), grid.body_bottom - _SOURCE, grid.w(grid.columns), _SOURCE)
        idx = FIRST_IDX + A_SLOT * count
        slots.append(slot(idx, "Source", at, theme.style("source"), prompt="Source", anchor="bottom"))
    name = f"Change of {count}{' with source' if source else ''}"
    return SlideLayout(name, WHITE, (*marks(theme), *rules), (title_slot(theme), *slots, *footer_slots(theme)))


def _alone(theme: Theme, alone: Alone, *, source: bool) -> list[Placeholder]:
    """The slots of a figure that has the slide: its figures over its words."""
    grid = theme.grid
    whole = grid.w(grid.columns)
    after = alone.before + 2 * ALONE_AIR + ALONE_ARROW
    figures, words = grid.down(_ALONE_FIGURES), grid.down(_ALONE_WORDS)
    room = grid.body_height - (_SOURCE if source else 0)
    top = top_of(grid.body_top, room, figures + _ALONE_GAP + words)
    when = grown(theme.style("part-heading"), _LABEL)
    new = grown(replace(theme.style("hero"), size=theme.style("hero-small").size), alone.step)
    old = grown(replace(theme.style("hero-small"), size=theme.style("part-figure").size), _ALONE_OLD)
    old = replace(coloured(old, STANDS_BACK), space_after=new.space_after + alone.lift)
    places = (
        ("Before", (0, alone.before), (top, figures), (old, when)),
        ("After", (after, whole - after), (top, figures), (new, when)),
        (
            "Words",
            (0, whole),
            (top + figures + _ALONE_GAP, words),
            (grown(theme.style("hero-label"), 1.4), _difference(theme, 1.3)),
        ),
    )
    return [
        slot(
            FIRST_IDX + number,
            f"{name} 1",
            (grid.x(0) + left, y, width, high),
            *styles,
            prompt="Text" if name == "Words" else "Figure",
            anchor="top" if name == "Words" else "bottom",
        )
        for number, (name, (left, width), (y, high), styles) in enumerate(places)
    ]


def _rows(theme: Theme, count: int, *, source: bool) -> list[Placeholder]:
    """The slots of several figures, each in a row: words, what it was, what it is."""
    grid = theme.grid
    room = grid.body_height - (_SOURCE + 1 if source else 0)
    pitch = min(room / count, grid.down(_HIGHEST))
    top = top_of(grid.body_top, room, pitch * count)
    when = theme.style("part-heading")
    step = _STEPS[count]
    old = coloured(grown(replace(theme.style("hero-small"), size=theme.style("part-figure").size), step), STANDS_BACK)
    new = grown(theme.style("hero-small"), step)
    # On a narrow slide words larger than they are would break between a figure and what it is.
    larger = step if grid.width >= _NARROW else 1.0
    words = (grown(theme.style("hero-label"), larger), _difference(theme, larger))
    found = []
    for index in range(count):
        places = (("Words", _WORDS, words), ("Before", _BEFORE, (old, when)), ("After", _AFTER, (new, when)))
        for number, (name, (column, columns), styles) in enumerate(places):
            at = (grid.x(column), top + pitch * index + 1, grid.w(columns), pitch - 2)
            prompt = "Text" if name == "Words" else "Figure"
            idx = FIRST_IDX + A_SLOT * index + number
            found.append(slot(idx, f"{name} {index + 1}", at, *styles, prompt=prompt, anchor="middle"))
    return found


def _difference(theme: Theme, step: float) -> TextStyle:
    style = grown(theme.style("hero-label"), step)
    return replace(style, bold=True, space_before=3)
