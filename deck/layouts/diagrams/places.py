"""Where the boxes and frames of a diagram stand. Lengths are points, `along` the arrows and `aside` from them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from deck.ground.dataclass import dataclass
from deck.layouts.diagrams.layers import Layers, Pair, layers

_SWEEPS = 60


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: where it begins along the arrows and aside from them, and how far it reaches."""

    along: float
    aside: float
    length: float
    breadth: float

    @property
    def middle(self) -> float:
        """Its middle, aside from the arrows."""
        return self.aside + self.breadth / 2

    def moved(self, along: float, aside: float) -> Box:
        """The same box elsewhere."""
        return replace(self, along=self.along + along, aside=self.aside + aside)


@dataclass(frozen=True, slots=True)
class Air:
    """What lies between rows, between neighbours in a row, and between a frame and what it holds.

    `after` is what lies at least between the row of a node or a group and the next, for the labels of its arrows.
    `before` and `beside` are what a frame's heading takes, along the arrows or aside from them; those `at_foot` have it
    at their other end.
    """

    rows: float
    neighbours: float
    frame: float
    after: Mapping[str, float]
    before: float = 0.0
    beside: float = 0.0
    at_foot: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Graph:
    """What is joined: nodes and arrows by name, and the groups, each with its nodes. Names of groups are no nodes'."""

    nodes: tuple[str, ...]
    arrows: tuple[Pair, ...]
    groups: Mapping[str, tuple[str, ...]]
    within: Mapping[str, Layers]
    outer: Layers

    @classmethod
    def of(cls, nodes: Sequence[str], arrows: Sequence[Pair], groups: Mapping[str, Sequence[str]]) -> Graph:
        """The graph with its layers: of the nodes in each group, and of groups and nodes outside."""
        home = {node: group for group, members in groups.items() for node in members}
        within = {
            group: layers(members, [pair for pair in arrows if {home.get(each) for each in pair} == {group}])
            for group, members in groups.items()
        }
        blocks = list(dict.fromkeys(home.get(node, node) for node in nodes))
        between = [(home.get(start, start), home.get(end, end)) for start, end in arrows]
        outer = layers(blocks, [pair for pair in between if pair[0] != pair[1]])
        return cls(tuple(nodes), tuple(arrows), {name: tuple(each) for name, each in groups.items()}, within, outer)

    def block(self, pair: Pair) -> str:
        """What an arrow leaves: its node, or the group in which that stands, if it leads out of it."""
        home = {node: group for group, members in self.groups.items() for node in members}
        start, end = pair
        return start if home.get(start) == home.get(end) else home.get(start, start)

    @property
    def ends(self) -> frozenset[str]:
        """The groups to which arrows lead from outside, and from which none leads on."""
        home = {node: group for group, members in self.groups.items() for node in members}
        outside = [(start, end) for start, end in self.arrows if home.get(start) != home.get(end)]
        entered, left = ({home[pair[way]] for pair in outside if pair[way] in home} for way in (1, 0))
        return frozenset(entered - left)

    @property
    def reading(self) -> list[str]:
        """Groups and nodes layer by layer: a group, and then what is in it."""
        order: list[str] = []
        for name in (each for row in self.outer.rows for each in row if each not in self.outer.stand_ins):
            order.append(name)
            if name in self.within:
                inner = self.within[name]
                order += [each for row in inner.rows for each in row if each not in inner.stand_ins]
        return order


Sizes = Mapping[str, tuple[float, float]]
"""How far each box reaches along the arrows and aside from them; of a group, what its heading asks for at least."""


def placed(graph: Graph, sizes: Sizes, air: Air) -> dict[str, Box]:
    """The boxes of all nodes and groups, from 0 on both ways."""
    found: dict[str, Box] = {}
    inner: dict[str, dict[str, Box]] = {}
    wanted = dict(sizes)
    for group, arranged in graph.within.items():
        boxes = inner[group] = _arranged(arranged, sizes, air)
        length, breadth = extent(boxes.values())
        wanted[group] = (
            max(length + 2 * air.frame + air.before, sizes[group][0]),
            max(breadth + 2 * air.frame + air.beside, sizes[group][1]),
        )
    for name, box in _arranged(graph.outer, wanted, air, whole=graph.groups).items():
        found[name] = box
        if name in inner:
            length, breadth = extent(inner[name].values())
            head = 0.0 if name in air.at_foot else air.before
            along = box.along + head + (box.length - air.before - length) / 2
            aside = box.aside + air.beside + (box.breadth - air.beside - breadth) / 2
            found |= {each: one.moved(along, aside) for each, one in inner[name].items()}
    return found


def extent(boxes: Iterable[Box]) -> tuple[float, float]:
    """How far boxes reach along the arrows, and aside from them."""
    every: list[Box] = list(boxes)
    return (
        max((box.along + box.length for box in every), default=0.0),
        max((box.aside + box.breadth for box in every), default=0.0),
    )


def _arranged(arranged: Layers, sizes: Sizes, air: Air, whole: Mapping[str, object] | None = None) -> dict[str, Box]:
    """The boxes of these layers; neighbours are of one size, but for those that are `whole` as they are."""
    evened = dict(sizes.items())
    for row in arranged.rows:
        alike = [name for name in row if name not in arranged.stand_ins and name not in (whole or {})]
        most = tuple(max((sizes[name][way] for name in alike), default=0.0) for way in (0, 1))
        evened |= dict.fromkeys(alike, (most[0], most[1]))
    breadths = {name: 0.0 if name in arranged.stand_ins else evened[name][1] for row in arranged.rows for name in row}
    middles = _middles(arranged, breadths, air.neighbours)
    boxes: dict[str, Box] = {}
    along = 0.0
    for row in arranged.rows:
        real = [name for name in row if name not in arranged.stand_ins]
        deep = max((evened[name][0] for name in real), default=0.0)
        for name in real:
            length, breadth = evened[name]
            boxes[name] = Box(along + (deep - length) / 2, middles[name] - breadth / 2, length, breadth)
        along += deep + max([air.rows, *(air.after.get(name, 0.0) for name in real)])
    least = min((box.aside for box in boxes.values()), default=0.0)
    return {name: box.moved(0, -least) for name, box in boxes.items()}


def _middles(arranged: Layers, breadths: Mapping[str, float], gap: float) -> dict[str, float]:
    """Where each stands aside: as near to the middle of those that it is joined to as its neighbours let it."""
    before: dict[str, list[str]] = {name: [] for name in breadths}
    after: dict[str, list[str]] = {name: [] for name in breadths}
    for start, end in arranged.joined:
        before[end].append(start)
        after[start].append(end)
    at: dict[str, float] = {}
    for row in arranged.rows:
        at |= zip(row, _apart([0.0] * len(row), [breadths[name] for name in row], gap), strict=True)
    for sweep in range(_SWEEPS):
        downward = sweep % 2 == 0
        near = before if downward else after
        for row in arranged.rows if downward else arranged.rows[::-1]:
            wanted = [
                sum(at[each] for each in near[name]) / len(near[name]) if near[name] else at[name] for name in row
            ]
            at |= zip(row, _apart(wanted, [breadths[name] for name in row], gap), strict=True)
    return _straightened(arranged, at, breadths, gap)


def _straightened(
    arranged: Layers, at: Mapping[str, float], breadths: Mapping[str, float], gap: float
) -> dict[str, float]:
    """The middles, but what alone follows a broader box and leads nowhere stands straight behind it, if its neighbours
    let it: only the line between the two would bend."""
    leads = Counter(start for start, _ in arranged.joined)
    led = Counter(end for _, end in arranged.joined)
    behind = {end: start for start, end in arranged.joined if leads[start] == led[end] == 1 and not leads[end]}
    found = dict(at)
    for row in arranged.rows:
        for place, name in enumerate(row):
            if name not in behind or breadths[name] > breadths[behind[name]]:
                continue
            tried = {**found, name: found[behind[name]]}
            near = itertools.pairwise(row[max(place - 1, 0) : place + 2])
            if all(tried[right] - tried[left] >= (breadths[left] + breadths[right]) / 2 + gap for left, right in near):
                found = tried
    return found


def _apart(wanted: Sequence[float], breadths: Sequence[float], gap: float) -> list[float]:
    """The middles nearest to those wanted that keep neighbours apart: their squares' least sum, by pooling."""
    offsets = [0.0]
    for one, other in itertools.pairwise(breadths):
        offsets.append(offsets[-1] + (one + other) / 2 + gap)
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=False):
        total, count = want - offset, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            more, many = pools.pop()
            total, count = total + more, count + many
        pools.append((total, count))
    levels = [total / count for total, count in pools for _ in range(count)]
    return [level + offset for level, offset in zip(levels, offsets, strict=False)]
