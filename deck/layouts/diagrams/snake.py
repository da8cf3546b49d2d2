"""A long chain of boxes in rows: along the first, down at its end, and back under it. Lengths are points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product
from math import ceil

from deck.layouts.diagrams.layers import Pair
from deck.layouts.diagrams.places import Air, Box, Graph
from deck.layouts.diagrams.routes import Way
from deck.layouts.diagrams.setting import (
    LABEL_WRAP,
    ROOMIER,
    ROUND_LABEL,
    ROWS,
    SIZES,
    WRAPS,
    Said,
    Setting,
    bodies,
    measured,
)
from deck.model.theme import Theme
from deck.model.typesetting import Measurer

_LONG = 4
"""So many boxes are worth rows."""
_ROW, _ALONE = 0.9, 0.85
"""How much less an arrangement is worth for each of its rows, and where the last box stands alone."""


def snaked(graph: Graph, said: Said, theme: Theme, measurer: Measurer, room: tuple[float, float]) -> Setting | None:
    """The chain in rows at the largest type at which it has room; None where it is no chain, or has none at any."""
    chain = _chain(graph)
    if chain is None:
        return None
    found = [
        setting
        for size, wrap, columns in product(SIZES, WRAPS, range(2, len(chain)))
        if (setting := _in_rows(chain, said, size, wrap, columns, theme, measurer, room))
    ]
    return max(found, key=_worth, default=None)


def _worth(setting: Setting) -> tuple[float, int]:
    """How good it is: large, in few rows, as a slide is wider than high, and with no box alone; then unbroken."""
    rows = Counter(box.aside for box in setting.boxes.values())
    alone = rows[max(rows)] == 1
    return setting.size * _ROW ** len(rows) * (_ALONE if alone else 1), -setting.lines


def ways_between(boxes: Mapping[str, Box], pairs: Sequence[Pair]) -> dict[Pair, Way]:
    """The straight way of each arrow: along its row, or down to the next."""
    return {pair: _way(boxes[pair[0]], boxes[pair[1]]) for pair in pairs}


def _way(start: Box, end: Box) -> Way:
    if start.along == end.along:
        across = start.along + start.length / 2
        upper, lower = sorted((start, end), key=lambda box: box.aside)
        down = (across, upper.aside + upper.breadth), (across, lower.aside)
        return down if upper is start else down[::-1]
    left, right = sorted((start, end), key=lambda box: box.along)
    on = (left.along + left.length, left.middle), (right.along, left.middle)
    return on if left is start else on[::-1]


def _chain(graph: Graph) -> list[str] | None:
    """The nodes in order, where each leads to the next and to nothing else."""
    starts, ends = {start for start, _ in graph.arrows}, {end for _, end in graph.arrows}
    first = [name for name in graph.nodes if name not in ends]
    after = dict(graph.arrows)
    single = len(graph.arrows) == len(starts) == len(ends) == len(graph.nodes) - 1
    if graph.groups or len(graph.nodes) < _LONG or not single or len(first) != 1:
        return None
    chain = first
    while chain[-1] in after:
        chain.append(after[chain[-1]])
    return chain if len(chain) == len(graph.nodes) else None


def _in_rows(
    chain: Sequence[str],
    said: Said,
    size: float,
    wrap: float,
    columns: int,
    theme: Theme,
    measurer: Measurer,
    room: tuple[float, float],
) -> Setting | None:
    """The chain at this size in rows of so many boxes, with as much air between them as there is."""
    node, heading, label = bodies(said, size, theme)
    words = [measured(said.nodes[name], node, wrap * size, measurer) for name in chain]
    labels = {pair: measured(each, label, LABEL_WRAP * size, measurer) for pair, each in said.labels.items()}
    if None in words or None in labels.values():
        return None
    known = [each for each in words if each]
    sizes = {pair: each[:2] for pair, each in labels.items() if each}
    width, height = max(each[0] for each in known), max(each[1] for each in known)
    rows = ceil(len(chain) / columns)
    turns = {pair for at, pair in enumerate(pairwise(chain), start=1) if at % columns == 0}
    # A label stands between its boxes, with some of its arrow on both sides.
    across = max([ROWS, *(wide + ROUND_LABEL for pair, (wide, _) in sizes.items() if pair not in turns)])
    down = max([ROWS, *(high + ROUND_LABEL for pair, (_, high) in sizes.items() if pair in turns)])
    if columns * width + (columns - 1) * across > room[0] or rows * height + (rows - 1) * down > room[1]:
        return None
    across = _roomier(across, columns - 1, room[0] - columns * width)
    # Rows that stand far apart are no longer seen as one.
    down = _roomier(down, rows - 1, min(room[1] - rows * height, max(across, down) * (rows - 1)))
    boxes = dict(zip(chain, _boxes(len(chain), columns, (width, height), (across, down)), strict=True))
    lines = sum(each[2] for each in known)
    air = Air(across, down, 0.0, {})
    return Setting("across", node, heading, label, boxes, sizes, lines, dict.fromkeys(chain, (width, height)), air)


def _roomier(gap: float, count: int, room: float) -> float:
    """A gap as much wider as so many have room."""
    return next((gap * more for more in ROOMIER if gap * more * count <= room), gap)


def _boxes(count: int, columns: int, size: tuple[float, float], gaps: tuple[float, float]) -> Iterator[Box]:
    """The boxes in order, every other row back."""
    for number in range(count):
        row, column = divmod(number, columns)
        place = column if row % 2 == 0 else columns - 1 - column
        yield Box(place * (size[0] + gaps[0]), row * (size[1] + gaps[1]), *size)
