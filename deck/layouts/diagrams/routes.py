"""The way of each arrow of a diagram: straight, by one elbow between rows, or round what stands between."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping

from deck.layouts.diagrams.layers import Pair
from deck.layouts.diagrams.places import Box

Way = tuple[tuple[float, float], ...]
"""Points along the arrows and aside from them."""
_STRAIGHT = 2.5
"""How many points a line may be askew to be drawn as straight."""
_ELBOW = 4
"""The points of an arrow with one elbow."""
_CLEAR = 4.0
"""Points between a line and a box that it passes."""
_DETOUR = 14.0
"""Points between a box and the line that leaves it to go round others."""


def routes(
    arrows: Mapping[Pair, float],
    boxes: Mapping[str, Box],
    limits: tuple[float, float],
    headless: Collection[Pair] = (),
) -> dict[Pair, Way]:
    """The way of each arrow: the first that touches no box of these.

    Beside each stands how broad its label is, aside from the arrows; `limits` are where the slide's room ends. Those
    that are `headless` end beside the head of no other, where there is a way.
    """
    every = list(boxes.values())
    ways = {
        (start, end): _route(boxes[start], boxes[end], every, breadth / 2, limits)
        for (start, end), breadth in arrows.items()
    }
    for name in boxes:
        ends = [pair for pair in ways if pair[1] == name]
        lines, heads = ([pair for pair in ends if (pair in headless) is bare] for bare in (True, False))
        for some in (lines, heads) if lines and heads else ():
            corners = {pair: way for pair in some if (way := _corner(boxes[pair[0]], boxes[name], every))}
            if len(corners) == len(some):
                ways |= corners
                break
    return ways


def _corner(start: Box, end: Box, boxes: list[Box]) -> Way | None:
    """From the end of one box round one corner to the side of another; None where others are in the way."""
    (x, y), across = (start.along + start.length, start.middle), end.along + end.length / 2
    aside = end.aside if y < end.middle else end.aside + end.breadth
    way = (x, y), (across, y), (across, aside)
    far = across - x >= _DETOUR and not end.aside - _DETOUR < y < end.aside + end.breadth + _DETOUR
    others = [box for box in boxes if box not in (start, end)]
    return way if far and not any(_touches(way, box, _CLEAR) for box in others) else None


def _route(start: Box, end: Box, boxes: list[Box], beside: float, limits: tuple[float, float]) -> Way:
    ways = list(_ways(start, end, boxes, beside, limits))
    others = [box for box in boxes if box not in (start, end)]
    for way in ways:
        round_about = way[1:-1] if len(way) > _ELBOW else ()
        if not any(_touches(way, box, _CLEAR) for box in others) and not any(
            _touches(round_about, box, _CLEAR) for box in (start, end)
        ):
            return way
    return min(ways, key=lambda way: sum(_touches(way, box, 0.0) for box in others))


def _ways(start: Box, end: Box, boxes: list[Box], beside: float, limits: tuple[float, float]) -> Iterator[Way]:
    """From the end of one box to the beginning of another, the simplest first."""
    x, y = start.along + start.length, start.middle
    last_x, last_y = end.along, end.middle
    if last_x > x:
        if abs(last_y - y) < _STRAIGHT:
            yield (x, y), (last_x, last_y)
        else:
            # In the middle is where every program draws it.
            edges = sorted({box.along for box in boxes} | {box.along + box.length for box in boxes})
            gaps = [(one + other) / 2 for one, other in itertools.pairwise(edges)]
            middle = (x + last_x) / 2
            for turn in (middle, *sorted((gap for gap in gaps if x < gap < last_x), key=lambda gap: abs(gap - middle))):
                yield (x, y), (turn, y), (turn, last_y), (last_x, last_y)
    out, into = x + _DETOUR, last_x - _DETOUR
    far = _DETOUR + beside
    lanes = {edge for box in boxes for edge in (box.aside - far, box.aside + box.breadth + far)}
    least, most = limits[0] + beside, limits[1] - beside
    for lane in sorted(lanes, key=lambda at: (not least <= at <= most, abs(at - y) + abs(at - last_y), at)):
        yield (x, y), (out, y), (out, lane), (into, lane), (into, last_y), (last_x, last_y)


def _touches(way: Way, box: Box, clear: float) -> bool:
    """Whether a level or upright part of a way comes nearer to a box than this."""
    for (x, y), (other_x, other_y) in itertools.pairwise(way):
        if (
            max(x, other_x) > box.along - clear
            and min(x, other_x) < box.along + box.length + clear
            and max(y, other_y) > box.aside - clear
            and min(y, other_y) < box.aside + box.breadth + clear
        ):
            return True
    return False
