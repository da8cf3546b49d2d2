"""How large a diagram's words are set, and where all of it stands: the largest type at which it has room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Literal

from deck.ground.dataclass import dataclass
from deck.layouts.charts.text import spacious
from deck.layouts.diagrams.layers import Pair
from deck.layouts.diagrams.places import Air, Box, Graph, Sizes, extent, placed
from deck.layouts.frame.composition import OPTICAL_MIDDLE
from deck.layouts.frame.slots import Entry, paragraphs
from deck.model.style import TextBody, TextStyle
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import EMU_PER_POINT, Emu, Insets, Rect

Direction = Literal["across", "down"]
SIZES = (40, 36, 32, 28, 26, 24, 22, 20, 18, 16, 15, 14)
WRAPS = (16.0, 11.0, 8.0, 5.5)
"""The widest that a box's words run before they are broken, in sizes."""
LABEL_WRAP = 10.0
_SMALLER, _LEAST = 0.8, 14
"""The size of what stands under a node's name, at an arrow or over a frame, as a share of the names'; and the least."""
_PADDING = Insets.of_units(1.5, 0.9, 1.5, 0.9)
_HEADING_PADDING = Insets.of_units(1.8, 1.0, 1.8, 0.2)
_FOOT_PADDING = Insets.of_units(1.8, 0.2, 1.8, 1.0)
_LABEL_PADDING = Insets.of_units(0.5, 0.1, 0.5, 0.1)
_TALL, _SPARE = 4000.0, 0.5
# Points: between rows, between neighbours, within a frame, and along an arrow before and after its label.
ROWS, _NEIGHBOURS, _FRAME, ROUND_LABEL = 34.0, 15.0, 15.0, 52.0
_TIGHT_ROWS, _TIGHT_NEIGHBOURS = 26.0, 7.0
"""The same between rows and neighbours at the least, where the smallest type has no room otherwise."""
ROOMIER = (4.0, 3.2, 2.6, 2.0, 1.7, 1.4, 1.2, 1.0)


@dataclass(frozen=True, slots=True)
class Said:
    """What a diagram says: in each box, over each frame, at each arrow."""

    nodes: Mapping[str, Sequence[Entry]]
    headings: Mapping[str, Sequence[Entry]]
    labels: Mapping[Pair, Sequence[Entry]]


@dataclass(frozen=True, slots=True)
class Setting:
    """A size and what follows from it; boxes are in points along the arrows and aside from them, from 0 on.

    `over` is by how many points it is too wide or too high, 0 where it has room.
    """

    direction: Direction
    node: TextBody
    heading: TextBody
    label: TextBody
    boxes: Mapping[str, Box]
    label_sizes: Mapping[Pair, tuple[float, float]]
    lines: int
    sizes: Sizes
    air: Air
    over: float = 0.0

    @property
    def size(self) -> float:
        """How large nodes' names are."""
        return self.node.levels[0].size

    def heading_of(self, group: str) -> TextBody:
        """How the heading of this frame is set."""
        if group not in self.air.at_foot:
            return self.heading
        return replace(self.heading, insets=_FOOT_PADDING, anchor="bottom")

    @property
    def reach(self) -> tuple[float, float]:
        """How wide and how high all of it is."""
        return _turned(extent(self.boxes.values()), self.direction)

    def broad(self, size: tuple[float, float]) -> float:
        """What of a width and a height lies aside from the arrows."""
        return _turned(size, self.direction)[1]

    def place(self, along: float, aside: float) -> tuple[float, float]:
        """A place on the way of the arrows as one from the left and the top."""
        return _turned((along, aside), self.direction)


def set_largest(
    graph: Graph,
    said: Said,
    directions: Sequence[Direction],
    theme: Theme,
    measurer: Measurer,
    room: tuple[float, float],
) -> Setting:
    """The setting with the largest type that has room, with as much air as there is; else the one nearest to it."""
    nearest: list[Setting] = []
    for size, tight in (*product(SIZES, (False,)), *product(SIZES[-2:], (True,))):
        found = [
            setting
            for direction, wrap in product(directions, WRAPS)
            if (setting := _set(graph, said, direction, size, wrap, theme, measurer, tight=tight))
        ]
        if fitting := [each for each in found if _within(each.reach, room)]:
            # The fewest broken lines; then as a slide is wider than high.
            best = min(fitting, key=lambda each: (each.lines, each.direction, -each.reach[0] * each.reach[1]))
            return _with_air(graph, best, room)
        nearest = found or nearest
    best = min(nearest, key=lambda each: max(each.reach[0] / room[0], each.reach[1] / room[1]))
    return _squeezed(best, room)


def offset(reach: tuple[float, float], room: tuple[float, float]) -> tuple[float, float]:
    """Where something so large begins in its room: in the middle across, at the optical middle down."""
    return (room[0] - reach[0]) / 2, (room[1] - reach[1]) * OPTICAL_MIDDLE


def box_of(width: float, height: float) -> Rect:
    """A box of so many points."""
    return Rect(Emu(0), Emu(0), _emu(width), _emu(height))


def _set(
    graph: Graph,
    said: Said,
    direction: Direction,
    size: float,
    wrap: float,
    theme: Theme,
    measurer: Measurer,
    *,
    tight: bool = False,
) -> Setting | None:
    """All set at this size, with words broken at this many sizes; None where one is wider, which boxes at their widest
    make room for. Where it is `tight`, boxes stand nearer to each other."""
    node, heading, label = bodies(said, size, theme)
    widens = wrap == WRAPS[0]
    lines = 0
    sizes: dict[str, tuple[float, float]] = {}
    for name, entries in said.nodes.items():
        taken = measured(entries, node, wrap * size, measurer, widens=widens)
        if taken is None:
            return None
        width, height, count = taken
        sizes[name], lines = _turned((width, height), direction), lines + count
    tall = 0.0
    for name, entries in said.headings.items():
        width, height, _ = measured(entries, heading, _TALL, measurer, widens=True) or (0.0, 0.0, 1)
        sizes[name], tall = _turned((width, height), direction), max(tall, height)
    labels = {
        pair: (width, height)
        for pair, entries in said.labels.items()
        for width, height, _ in (
            measured(entries, label, LABEL_WRAP * size, measurer, widens=widens) or (_TALL, 0.0, 1),
        )
    }
    framed = {name for members in graph.groups.values() for name in members}
    after: dict[str, float] = {}
    for pair, wanted in labels.items():
        needed = _turned(wanted, direction)[0] * (2 if _fans(graph, pair) else 1) + ROUND_LABEL
        needed += 2 * _FRAME * sum(each in framed for each in pair)
        after[graph.block(pair)] = max(needed, after.get(graph.block(pair), 0.0))
    air = Air(
        _TIGHT_ROWS if tight else ROWS,
        _TIGHT_NEIGHBOURS if tight else max(_NEIGHBOURS, 0.7 * size),
        _FRAME,
        after,
        before=tall - _FRAME / 2 if direction == "down" and tall else 0.0,
        beside=tall - _FRAME / 2 if direction == "across" and tall else 0.0,
        # From above, arrows would pass through the heading.
        at_foot=graph.ends if direction == "down" else frozenset(),
    )
    return Setting(direction, node, heading, label, placed(graph, sizes, air), labels, lines, sizes, air)


def _fans(graph: Graph, pair: Pair) -> bool:
    """Whether an arrow shares an end with others, so that its label stands at the other."""
    return any(sum(each[way] == pair[way] for each in graph.arrows) > 1 for way in (0, 1))


def bodies(said: Said, size: float, theme: Theme) -> tuple[TextBody, TextBody, TextBody]:
    """How nodes, headings of frames, and labels are set at this size."""
    small = max(_LEAST, round(size * _SMALLER))
    noted = any(text for entries in said.nodes.values() for text, level in entries if level and text)

    def style(name: str, points: float, *, bold: bool = False, centred: bool = True) -> TextStyle:
        chosen = replace(theme.style(name), size=points, minimum_size=points, largest_size=None, bold=bold)
        return replace(chosen, align="centre" if centred else "start", space_before=0, space_after=0, balanced=True)

    node = TextBody((style("chart-label", size, bold=noted), style("chart-label", small)), _PADDING, "middle")
    heading = TextBody((style("chart-axis", small, bold=True, centred=False),), _HEADING_PADDING)
    return node, heading, TextBody((style("chart-axis", small),), _LABEL_PADDING, "middle")


def measured(
    entries: Sequence[Entry], body: TextBody, width: float, measurer: Measurer, *, widens: bool = False
) -> tuple[float, float, int] | None:
    """How wide and high a box of these words is, and how many lines they take.

    Where a word is wider than `width`, the box is as wide as that, or it `widens` not, and there is None.
    """
    across = (body.insets.start + body.insets.end) / EMU_PER_POINT
    said = paragraphs(*entries)
    text = measurer.measure(Frame(said, body, box_of(width + across, _TALL)))
    if widens and not text.fits:
        # Nothing is too high here: it is by so much that a word is wider.
        text = measurer.measure(Frame(said, body, box_of(width + text.overflow + _SPARE + across, _TALL)))
    if not text.fits:
        return None
    widest = max((line.width for line in text.lines), default=0.0)
    return spacious(widest) + across, text.height + _SPARE, len(text.lines)


def _with_air(graph: Graph, chosen: Setting, room: tuple[float, float]) -> Setting:
    """The same with as much more between rows, and then between neighbours, as there is room for."""
    for field in ("rows", "neighbours"):
        for more in ROOMIER:
            air = replace(chosen.air, **{field: getattr(chosen.air, field) * more})
            roomier = replace(chosen, boxes=placed(graph, chosen.sizes, air), air=air)
            if _within(roomier.reach, room):
                chosen = roomier
                break
    return chosen


def _squeezed(setting: Setting, room: tuple[float, float]) -> Setting:
    """All of it within the room: its boxes are too small for their words then, which is told."""
    over = max(want - have for have, want in zip(room, setting.reach, strict=True))
    wide, high = (min(1.0, have / want) for have, want in zip(room, setting.reach, strict=True))
    along, aside = _turned((wide, high), setting.direction)
    boxes = {
        name: Box(box.along * along, box.aside * aside, box.length * along, box.breadth * aside)
        for name, box in setting.boxes.items()
    }
    return replace(setting, boxes=boxes, over=over)


def _within(reach: tuple[float, float], room: tuple[float, float]) -> bool:
    return reach[0] <= room[0] and reach[1] <= room[1]


def _turned(pair: tuple[float, float], direction: Direction) -> tuple[float, float]:
    return pair if direction == "across" else (pair[1], pair[0])


def _emu(length: float) -> Emu:
    return Emu(round(length * EMU_PER_POINT))
