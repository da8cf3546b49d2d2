"""One figure on a panel, beside a list with a glyph of its own.

Example:
    layout: key-figure
    title: The network
    value: 400
    label: Partners
    glyph: "❖"
    items:
      - {id: workers, text: Workers’ organizations}
      - {id: survivors, text: Survivor networks}
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Annotated

from deck.layouts.frame.composition import LOW, filled_share, grown, height_of, step_that_suits
from deck.layouts.frame.distribution import balanced, blocks, framed, heights
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, rectangle, title_slot
from deck.layouts.frame.lists import list_styles
from deck.layouts.frame.slots import FIRST_IDX, fill, filled, slot
from deck.model.content import Content, Figure, Item, Words
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import SlideLayout
from deck.model.style import Bullet
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer

_PANEL_COLUMNS = 4
_PANEL_INSETS = (5, 4, 4, 4)
# Between panel and list, in columns of the grid; over and under the list, in grid units.
_GAP, _AIR = 0.3, 4
# Of what stands below an entry, in points.
_INDENT = 18
# A list this short reads better in one column.
_MOST_IN_ONE_COLUMN = 4


class KeyFigure(Content):
    """The fields of a key figure."""

    value: Figure
    """The figure."""
    label: Words
    """What it counts."""
    glyph: Annotated[str, Size(1, 1)] = "•"
    """The character before each entry."""
    items: Annotated[tuple[Item, ...], Size(1)]
    """What the figure is made of."""


def slide_layout(theme: Theme, columns: int, glyph: str, step: float = 1, height: float | None = None) -> SlideLayout:
    """The native slide layout: a panel over four columns, the list in one or two columns beside it.

    The list is larger by a step; one of this `height`, in grid units, stands in the middle.
    """
    grid = theme.grid
    box = (grid.x(0), grid.body_top, grid.w(_PANEL_COLUMNS), grid.body_height)
    figure = slot(
        FIRST_IDX,
        "Key figure",
        box,
        theme.style("key-figure"),
        theme.style("key-figure-label"),
        prompt="Figure",
        insets=_PANEL_INSETS,
        anchor="middle",
    )
    style = grown(theme.style("key-figure-item"), step)
    bullet = Bullet(glyph, style.bullet.colour if style.bullet else None)
    _, second, _ = list_styles(theme, theme.style("key-figure-item"))
    below = replace(grown(second, step), indent=style.indent + _INDENT, hanging=_INDENT)
    start = _PANEL_COLUMNS + _GAP
    across = (grid.columns - start) / columns
    room = grid.body_height - 2 * _AIR
    height = height or room
    top = grid.body_top + _AIR + (room - height) / 2
    lists = tuple(
        slot(
            FIRST_IDX + 1 + column,
            f"List {column + 1}",
            (grid.x(start + column * across), top, grid.w(across), height),
            replace(style, bullet=bullet),
            below,
            prompt="Entries",
        )
        for column in range(columns)
    )
    plural = "list" if columns == 1 else "two lists"
    return SlideLayout(
        f"Key figure, {plural}" if glyph == "•" else f"Key figure, {plural} {glyph}",
        WHITE,
        (*marks(theme), rectangle("Panel", *box, theme.grounds.panel)),
        (title_slot(theme), figure, *lists, *footer_slots(theme)),
    )


def arrange(content: KeyFigure, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The figure on its panel; the list in one column or two, evenly filled."""
    columns = 1 if len(content.items) <= _MOST_IN_ONE_COLUMN else 2
    layout, texts = _lists(content, theme, measurer, columns)
    if columns > 1 and not all(text.fits for text in texts):
        # A long word may have room in one.
        alone = _lists(content, theme, measurer, 1)
        layout, texts = alone if all(text.fits for text in alone[1]) else (layout, texts)
    shapes = [
        fill(measurer, layout.placeholder(0), "title", (content.title, 0)),
        fill(measurer, layout.placeholder(FIRST_IDX), "value", (content.value.text, 0), (content.label, 1)),
        *(filled(layout.placeholder(FIRST_IDX + 1 + at), text, "items") for at, text in enumerate(texts)),
    ]
    yield Page(layout, tuple(shapes), content.title.plain)


def _lists(
    content: KeyFigure, theme: Theme, measurer: Measurer, columns: int
) -> tuple[SlideLayout, Sequence[FittedText]]:
    """The layout with so many columns, and the list set in them, at one size."""
    items = blocks(content.items)
    of = partial(slide_layout, theme, columns, content.glyph)
    first = framed(of().placeholder(FIRST_IDX + 1), items)
    divided = balanced(items, heights(measurer.tried(first), first.body, items), columns)

    def frames(layout: SlideLayout) -> Sequence[Frame]:
        return [framed(layout.placeholder(FIRST_IDX + 1 + at), column) for at, column in enumerate(divided)]

    # In two columns, an entry is broken sooner than in one.
    step = step_that_suits(lambda step: frames(of(step=step)), measurer, whole=(0,) if columns > 1 else ())
    set_frames = frames(of(step=step))
    texts = measurer.fit(set_frames)
    low = max(filled_share(text, frame) for text, frame in zip(texts, set_frames, strict=True)) < LOW
    layout = of(step=step, height=height_of(texts) if low else None)
    return layout, measurer.fit(frames(layout))


LAYOUT = Layout(
    "key-figure",
    KeyFigure,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, 2, "•")],
    also=("big-number", "hero", "number", "key-number"),
)
