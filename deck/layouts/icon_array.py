"""So many of so many, an icon or a dot for each of them: those that are meant in colour, the others grey.

Example:
    layout: icon-array
    title: Half of those in forced labour are women and girls
    value: 28
    of: 50
    label: people in **forced labour** are women or girls
    icon: people
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil
from typing import Self

from deck.ground.diagnostics import Diagnostic
from deck.layouts.frame.composition import grown, on_one_line
from deck.layouts.frame.furniture import ACCENTS, WHITE, footer_slots, marks, muted, title_slot
from deck.layouts.frame.slots import FIRST_IDX, fill, slot
from deck.model.content import Content, Figure, IconName, Source, Words
from deck.model.layout import Layout, Page
from deck.model.measure import is_named, number_of, without_doubt
from deck.model.outlines import Path, PresetGeometry
from deck.model.shapes import AutoShape, Group, Shape, SlideLayout
from deck.model.speech import Speech
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import Rect

_MOST = 100
"""Icons on a slide: more of them nobody counts."""
_WORDS, _START = 4.5, 5.0
"""Columns of the words, and the one at which the icons begin."""
_SOURCE, _LABEL = 4.4, 1.3
_FILL = 0.72
"""How much of its cell an icon takes."""
_RAGGED = 0.7
_LARGEST = 20.0
"""A cell's side at the most, in grid units."""


class IconArray(Content):
    """The fields of an icon array."""

    value: Figure
    """How many are meant."""
    of: Figure
    """Of how many: a whole number up to 100."""
    label: Words
    """What they are."""
    icon: IconName | None = None
    """The name of an icon; dots, if left out."""
    source: Source | None = None
    """Where the figures come from: the name of one of the outline’s sources."""
    _speech: Speech | None = None

    @property
    def reckons(self) -> bool:
        """Its icons are counted."""
        return True

    @property
    def phrases(self) -> tuple[str, ...]:
        """“28 of 50”, and what these are."""
        return ("icons.share", "icons.of")

    def spoken(self, speech: Speech) -> Self:
        """With how its language says “28 of 50”."""
        return self.replaced(_speech=speech)

    def mistakes(self) -> Iterator[Diagnostic]:
        """Numbers of which there cannot be so many icons."""
        known = {name: number_of(amount) for name, amount in (("value", self.value), ("of", self.of))}
        for name, amount in (("value", self.value), ("of", self.of)):
            number = known[name]
            if is_named(amount):
                continue
            if number is None or number != int(number) or not 0 <= number <= _MOST or (name == "of" and not number):
                hint = f"write a whole number up to {_MOST}, such as 28 of 50 for 56 %"
                if number is None and (plain := without_doubt(amount)):
                    hint = f"write {plain}"
                yield Diagnostic("invalid-value", "so many icons cannot be drawn", hint=hint, field=name)
        value, of = known["value"], known["of"]
        if value is not None and of is not None and value > of:
            message = "these are more than there are in all"
            yield Diagnostic("part-exceeds-whole", message, hint="correct `value` or `of`", field="value")


def slide_layout(theme: Theme, *, source: bool = False) -> SlideLayout:
    """The native slide layout: the figure with its label, beside free space."""
    grid = theme.grid
    height = grid.body_height - (_SOURCE if source else 0)
    at = (grid.x(0), grid.body_top, grid.w(_WORDS), height)
    styles = (theme.style("hero"), grown(theme.style("hero-label"), _LABEL))
    slots = [title_slot(theme), slot(FIRST_IDX, "Figure", at, *styles, prompt="Figure", anchor="middle")]
    if source:
        below = (grid.x(0), grid.body_bottom - _SOURCE, grid.w(grid.columns), _SOURCE)
        style = theme.style("source")
        slots.append(slot(FIRST_IDX + 1, "Source", below, style, prompt="Source", anchor="bottom"))
    name = "Icon array with source" if source else "Icon array"
    return SlideLayout(name, WHITE, marks(theme), (*slots, *footer_slots(theme)))


def arrange(content: IconArray, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The figure and its label, the icons beside them."""
    assert content._speech
    layout = slide_layout(theme, source=bool(content.source))
    said = {"part": content.value.text.plain, "whole": content.of.text.plain}
    figure = Text.of(content._speech.phrase("icons.share", **said).replace(" ", "\N{NO-BREAK SPACE}"))
    layout = on_one_line(measurer, layout, FIRST_IDX, (figure, 0), (content.label, 1))
    description = content._speech.phrase("icons.of", **said, label=content.label.plain)
    shapes: list[Shape] = [
        fill(measurer, layout.placeholder(0), "title", (content.title, 0)),
        fill(measurer, layout.placeholder(FIRST_IDX), "label", (figure, 0), (content.label, 1)),
        _icons(content, theme, description),
    ]
    if content.source:
        shapes.append(fill(measurer, layout.placeholder(FIRST_IDX + 1), "source", (content.source.text, 0)))
    yield Page(layout, tuple(shapes), content.title.plain)


def _icons(content: IconArray, theme: Theme, description: str) -> Group:
    """The icons, row by row, as large as they may be, those that are meant first."""
    count = max(1, min(_MOST, round(number_of(content.of) or 1)))
    meant = min(count, round(number_of(content.value) or 0))
    grid = theme.grid
    left, width = grid.x(_START), grid.w(grid.columns - _START)
    height = grid.body_height - (_SOURCE if content.source else 0)

    def side_of(columns: int) -> float:
        return min(width / columns, height / ceil(count / columns), _LARGEST)

    # Full rows are easier to count than large icons.
    across = max(range(1, count + 1), key=lambda each: (side_of(each) * (_RAGGED if count % each else 1), each))
    side = side_of(across)
    rows = ceil(count / across)
    x, y = left + width - side * across, grid.body_top + (height - side * rows) / 2
    inset = side * (1 - _FILL) / 2
    geometry: PresetGeometry | Path = theme.icons[content.icon] if content.icon else "ellipse"
    drawn = tuple(
        AutoShape(
            f"Icon {number + 1}",
            Rect.of_units(
                x + side * (number % across) + inset, y + side * (number // across) + inset, side * _FILL, side * _FILL
            ),
            geometry,
            ACCENTS[0] if number < meant else muted(theme),
        )
        for number in range(count)
    )
    return Group("Icons", Rect.of_units(x, y, side * across, side * rows), drawn, description)


LAYOUT = Layout(
    "icon-array",
    IconArray,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme)],
    also=("pictogram", "isotype", "icons-of", "share-of", "proportion"),
    samples=(
        """
        layout: icon-array
        title: One in ten
        value: 1
        of: 10
        label: children is in child labour
        source: estimates
        """,
        """
        layout: icon-array
        title: As many as a slide holds
        value: 46
        of: 100
        label: of those in forced labour are men
        """,
    ),
)
