"""Two to four things side by side, each on a panel of its own colour, with an icon.

Example:
    layout: panels
    title: Action Groups
    panels:
      - {id: supply, heading: Supply Chains, icon: chain}
      - {id: migration, heading: Migration, icon: migration}
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from deck.layouts.furniture import ACCENTS, WHITE, footer_slots, marks, rectangle, title_slot
from deck.layouts.icon_disc import icon_on_disc
from deck.layouts.slots import FIRST_IDX, fill, fill_alike, slot
from deck.model.content import Content, IconName, Part, Prose, Words
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import Shape, SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Measurer

# Paddings and diameters, in grid units.
_DISC = 17
_PADDING_START = 6
_PADDING_TOP = 7
_PADDING_END = 5
_PADDING_BOTTOM = 4
_UNDER_DISC = 2.5


class Panel(Part):
    """One panel."""

    heading: Words
    """What it is."""
    text: Prose | None = None
    """A few words about it; with a blank line between them, each on a line of its own."""
    icon: IconName | None = None
    """The name of an icon."""


class Panels(Content):
    """The fields of panels."""

    panels: Annotated[tuple[Panel, ...], Size(2, 4)]
    """The panels."""


def slide_layout(theme: Theme, count: int, *, icons: bool) -> SlideLayout:
    """The native slide layout with that many panels, with room for icons or without."""
    grid = theme.grid
    across = grid.columns / count
    boxes = [(grid.x(index * across), grid.body_top, grid.w(across), grid.body_height) for index in range(count)]
    grounds = (rectangle(f"Panel {index + 1}", *box, ACCENTS[index]) for index, box in enumerate(boxes))
    above = _DISC + _UNDER_DISC if icons else 0
    panels = tuple(
        slot(
            FIRST_IDX + index,
            f"Panel {index + 1}",
            box,
            theme.style("panel-heading"),
            theme.style("panel-text"),
            prompt="Heading",
            insets=(_PADDING_START, above + _PADDING_TOP, _PADDING_END, _PADDING_BOTTOM),
        )
        for index, box in enumerate(boxes)
    )
    return SlideLayout(
        f"Panels, {count}{' with icons' if icons else ''}",
        WHITE,
        (*marks(theme), *grounds),
        (title_slot(theme), *panels, *footer_slots(theme)),
    )


def arrange(content: Panels, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The panels at one size of type, with their icons."""
    icons = any(panel.icon for panel in content.panels)
    layout = slide_layout(theme, len(content.panels), icons=icons)
    across = theme.grid.columns / len(content.panels)
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    shapes += fill_alike(
        measurer,
        [
            (layout.placeholder(FIRST_IDX + index), f"panels.{panel.id}", [(panel.heading, 0), (panel.text, 1)])
            for index, panel in enumerate(content.panels)
        ],
    )
    for index, panel in enumerate(content.panels):
        if panel.icon:
            x = theme.grid.x(index * across) + _PADDING_START + _DISC / 2
            y = theme.grid.body_top + _PADDING_TOP + _DISC / 2
            shapes.append(icon_on_disc(theme, panel.icon, x, y, _DISC, ACCENTS[index], WHITE))
    yield Page(layout, tuple(shapes), content.title.plain)


LAYOUT = Layout(
    "panels",
    Panels,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, count, icons=True) for count in (2, 3, 4)],
    texts_on=lambda theme: [
        (theme.style(f"panel-{part}"), accent) for part in ("heading", "text") for accent in ACCENTS[:4]
    ],
    also=("blocks", "tiles", "boxes", "pillars"),
)
