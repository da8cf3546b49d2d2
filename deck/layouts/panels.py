"""Two to four things side by side, each on a panel of its own colour, with an icon.

Example:
    layout: panels
    title: Action Groups
    panels:
      - {id: supply, heading: Supply Chains, icon: chain}
      - {id: migration, heading: Migration, icon: migration}
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Annotated

from deck.layouts.frame.composition import begun_together, grown, height_in, height_of, step_that_suits, top_of
from deck.layouts.frame.furniture import ACCENTS, WHITE, footer_slots, marks, rectangle, title_slot
from deck.layouts.frame.slots import FIRST_IDX, Entry, fill, fill_alike, frame, slot
from deck.layouts.marks.icon_disc import icon_on_disc
from deck.model.content import Content, IconName, Prose, Words
from deck.model.fields import Part
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import Shape, SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import EMU_PER_UNIT

# Paddings and diameters, in grid units.
_DISC = 17
_PADDING_START = 6
_PADDING_TOP = 7
_PADDING_END = 5
_PADDING_NARROW, _MANY = 3, 4
"""Of so many panels, each has less air at its sides, so that a long word has room."""
_PADDING_BOTTOM = 4
_UNDER_DISC = 2.5
_LEAST_HIGH = 0.6
"""The least height of panels, as a share of the body's."""


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


def slide_layout(
    theme: Theme, count: int, *, icons: bool, bare: bool = False, step: float = 1, height: float | None = None
) -> SlideLayout:
    """The native slide layout with that many panels, with room for icons or without.

    Bare words stand in the middle of their panels. Texts are larger by a step; panels of this `height`, in grid units,
    stand in the middle.
    """
    grid = theme.grid
    across = grid.columns / count
    height = height or grid.body_height
    top = top_of(grid.body_top, grid.body_height, height)
    boxes = [(grid.x(index * across), top, grid.w(across), height) for index in range(count)]
    grounds = (
        rectangle(f"Panel {index + 1}", *box, theme.grounds.tile or ACCENTS[index]) for index, box in enumerate(boxes)
    )
    start, end = (_PADDING_NARROW, 2) if count >= _MANY else (_PADDING_START, _PADDING_END)
    above = _DISC + _UNDER_DISC if icons else 0
    panels = tuple(
        slot(
            FIRST_IDX + index,
            f"Panel {index + 1}",
            box,
            grown(theme.style("panel-heading"), step),
            grown(theme.style("panel-text"), step),
            prompt="Heading",
            insets=(start, above + (_PADDING_BOTTOM if bare else _PADDING_TOP), end, _PADDING_BOTTOM),
            anchor="middle" if bare else "top",
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
    """The panels at one size of type, with their icons, no higher than they have something to say."""
    icons = any(panel.icon for panel in content.panels)
    bare = not icons and not any(panel.text for panel in content.panels)
    count = len(content.panels)
    bare_layout = partial(slide_layout, theme, count, icons=icons, bare=bare)
    entries: list[list[Entry]] = [[(panel.heading, 0), (panel.text, 1)] for panel in content.panels]

    def of(step: float, height: float | None = None) -> SlideLayout:
        said = {FIRST_IDX + at: each for at, each in enumerate(entries)}
        return begun_together(measurer, bare_layout(step=step, height=height), said, count)

    def frames(step: float) -> Sequence[Frame]:
        layout = of(step)
        return [frame(layout.placeholder(FIRST_IDX + at), *said) for at, said in enumerate(entries)]

    step = step_that_suits(frames, measurer, whole=(0,))
    wanted = height_of(measurer.fit(frames(step))) + (0 if bare else _PADDING_TOP - _PADDING_BOTTOM)
    layout = of(step, height_in(theme.grid.body_height, wanted, _LEAST_HIGH))
    across = theme.grid.columns / len(content.panels)
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    shapes += fill_alike(
        measurer,
        [
            (layout.placeholder(FIRST_IDX + at), f"panels.{panel.id}", said)
            for at, (panel, said) in enumerate(zip(content.panels, entries, strict=True))
        ],
    )
    for at, panel in enumerate(content.panels):
        if panel.icon:
            top = layout.placeholder(FIRST_IDX + at).rect.top / EMU_PER_UNIT
            start = layout.placeholder(FIRST_IDX + at).body.insets.start / EMU_PER_UNIT
            x = theme.grid.x(at * across) + start + _DISC / 2
            shapes.append(icon_on_disc(theme, panel.icon, x, top + _PADDING_TOP + _DISC / 2, _DISC, ACCENTS[at], WHITE))
    yield Page(layout, tuple(shapes), content.title.plain)


LAYOUT = Layout(
    "panels",
    Panels,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, count, icons=True) for count in (2, 3, 4)],
    texts_on=lambda theme: [
        (theme.style(f"panel-{part}"), theme.grounds.tile or accent)
        for part in ("heading", "text")
        for accent in ACCENTS[:4]
    ],
    also=("blocks", "tiles", "boxes", "pillars"),
)
