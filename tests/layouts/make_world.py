"""The table of the map's countries: `python -m tests.layouts.make_world countries-50m.json`.

The file is in npm's package world-atlas 2.0.2: Natural Earth 4.1 (public domain) at 1 : 50,000,000, as TopoJSON, in
which neighbours share their borders. A border is simplified once, so that neighbours still meet. Places are projected
by Equal Earth (Šavrič, Patterson and Jenny, 2018), in which countries have their true sizes beside each other.

Natural Earth draws borders as they are held; here Crimea belongs to Ukraine, northern Cyprus to Cyprus and Somaliland
to Somalia, and Western Sahara is whole, as in the United Nations' maps.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import asin, cos, hypot, radians, sin, sqrt
from pathlib import Path
from typing import Any

from deck.layouts.maps.world import Window

_TABLE = Path(__file__).parents[2] / "deck" / "layouts" / "maps" / "world.tsv"
_NAMES = Path(__file__).parents[2] / "deck" / "lists" / "names.tsv"

_Point = tuple[float, float]
_Ring = list[_Point]

_CENTRE = 11.0
"""The meridian in the middle: so the map is cut where there is but water, at the Bering Strait."""
_EASTERNMOST = -155.0
"""The meridian to which islands stand at the right of the map, with those of the date line: it lies between the Cook
Islands and French Polynesia."""
_TOLERANCE = 0.3
"""By how much a simplified border may lie beside the true one, in degrees of a great circle."""
_SMALLEST, _LEAST_SPAN = 0.6, 0.8
"""Islands of fewer square degrees are left out, and a country whose largest part spans fewer degrees is but a dot."""
_SCALE = 5000 / 2.7066299836
"""The map is 10,000 wide."""
_SOUTHERNMOST = -57.0
_SAHARA = 27.6667
"""The parallel between Morocco and Western Sahara."""
_PART_OF = {"N. Cyprus": "CY", "Somaliland": "SO", "Kosovo": "XK"}
_CRIMEA = (32.0, 44.0, 37.0, 46.5)
_WITH = {"TW": "CN", "HK": "CN", "MO": "CN", "XK": "RS"}
"""What has the colour of another country where it is not listed itself, as the United Nations draw it."""
_POINTS = {
    "BQ": (-68.3, 12.2), "BV": (3.4, -54.4), "CC": (96.8, -12.2), "CX": (105.6, -10.5), "GF": (-53.1, 3.9),
    "GI": (-5.35, 36.14), "GP": (-61.5, 16.2), "MQ": (-61.0, 14.6), "RE": (55.5, -21.1), "SJ": (16.0, 78.6),
    "TK": (-171.8, -9.2), "TV": (179.2, -8.5), "UM": (166.6, 19.3), "YT": (45.2, -12.8),
}  # fmt: skip
"""Where countries and territories of ISO 3166 lie that Natural Earth has not, or has as parts of others."""


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    areas = _areas(topology)
    lines = ["# Made by tests/layouts/make_world.py from Natural Earth 4.1, 1:50m: code, drawn with, middle, outlines"]
    points = {code: _placed(place) for code, place in _POINTS.items() if code not in areas}
    size = {code: max(map(_area, rings)) for code, rings in areas.items()}
    # What is inside another, as Lesotho is, comes after it, and is drawn upon it.
    for code in sorted({*areas, *points} - {"-"}, key=lambda each: (-round(size.get(each, 0), 3), each)):
        rings = _kept(areas[code]) if code in areas else []
        middle = points.get(code) or _placed(_middle(max(areas[code], key=_area)))
        outlines = ";".join(map(_written, rings))
        lines.append(f"{code}\t{_WITH.get(code, '')}\t{middle[0]} {middle[1]}\t{outlines}")
    _TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _areas(topology: dict[str, Any]) -> dict[str, list[_Ring]]:
    """Each country's outer outlines, in degrees, by its code; `-` are places of no code, which are left out."""
    codes = {row[2]: row[0] for row in (line.split("\t") for line in _NAMES.read_text("utf-8").splitlines()[1:])}
    arcs = [_simplified(arc) for arc in _arcs(topology)]
    found: dict[str, list[_Ring]] = defaultdict(list)
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = _PART_OF.get(name) or codes.get(shape.get("id", ""), "-")
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for outer, *_ in polygons:
            ring = _ring(arcs, outer)
            found["UA" if code == "RU" and _within(ring, _CRIMEA) else code].append(ring)
    found.pop("AQ")
    found["EH"] += found.pop("MA")
    areas = {code: _fused(rings) if code in ("CY", "SO", "UA", "EH") else rings for code, rings in found.items()}
    both = areas["EH"]
    for code, part in (("MA", Window(-40, _SAHARA, 5, 40)), ("EH", Window(-40, 0, 5, _SAHARA))):
        cut = [part.clipped(tuple(ring[:-1])) for ring in both]
        areas[code] = [[*ring, ring[0]] for ring in cut if ring]
    return areas


def _arcs(topology: dict[str, Any]) -> Iterator[_Ring]:
    (across, up), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * across + left, y * up + bottom))
        yield points


def _simplified(arc: _Ring) -> _Ring:
    """The arc without the points that lie near the line between others (Douglas and Peucker); its ends stay."""
    if len(arc) < 3:
        return arc
    if arc[0] == arc[-1]:
        far = max(range(len(arc)), key=lambda at: _apart(arc[at], arc[0], arc[0]))
        return [*_simplified(arc[: far + 1]), *_simplified(arc[far:])[1:]]
    far = max(range(1, len(arc) - 1), key=lambda at: _apart(arc[at], arc[0], arc[-1]))
    if _apart(arc[far], arc[0], arc[-1]) <= _TOLERANCE:
        return [arc[0], arc[-1]]
    return [*_simplified(arc[: far + 1]), *_simplified(arc[far:])[1:]]


def _apart(point: _Point, start: _Point, end: _Point) -> float:
    """How far a point is from a line, in degrees of a great circle."""
    shrink = cos(radians(point[1]))
    (x, y), (x1, y1), (x2, y2) = ((each[0] * shrink, each[1]) for each in (point, start, end))
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    share = max(0, min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) if length else 0
    return hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1))


def _ring(arcs: list[_Ring], indices: Iterable[int]) -> _Ring:
    """An outline, closed and without a jump from one side of the world to the other."""
    points: _Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc if not points else arc[1:]
    ring = points[:1]
    for x, y in points[1:]:
        before = ring[-1][0]
        ring.append((x - 360 * round((x - before) / 360), y))
    return ring


def _within(ring: _Ring, box: tuple[float, float, float, float]) -> bool:
    return all(box[0] < x < box[2] and box[1] < y < box[3] for x, y in ring)


def _fused(rings: list[_Ring]) -> list[_Ring]:
    """The outlines without the borders that two of them share."""
    edges = [(a, b) for ring in rings for a, b in pairwise(ring)]
    known = set(edges)
    after: dict[_Point, list[_Point]] = defaultdict(list)
    for a, b in edges:
        if (b, a) not in known:
            after[a].append(b)
    made = []
    while any(after.values()):
        start = next(point for point, following in after.items() if following)
        ring = [start]
        while following := after[ring[-1]]:
            ring.append(following.pop())
        made.append(ring)
    return made


def _kept(rings: list[_Ring]) -> list[_Ring]:
    """The outlines that are large enough to be seen."""
    largest = max(rings, key=_area)
    if _span(largest) < _LEAST_SPAN:
        return []
    return sorted((each for each in rings if each is largest or _area(each) > _SMALLEST), key=_area, reverse=True)


def _area(ring: _Ring) -> float:
    """In square degrees as at the equator."""
    shrink = cos(radians(_middle(ring)[1]))
    return abs(_signed(ring)) * shrink


def _signed(ring: _Ring) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def _span(ring: _Ring) -> float:
    xs, ys = zip(*ring, strict=True)
    return max((max(xs) - min(xs)) * cos(radians(ys[0])), max(ys) - min(ys))


def _middle(ring: _Ring) -> _Point:
    """The centre of mass."""
    area = _signed(ring)
    if abs(area) < 1e-9:
        return ring[0]
    x = y = 0.0
    x0, y0 = ring[0]
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        x, y = x + (x1 + x2 - 2 * x0) * cross, y + (y1 + y2 - 2 * y0) * cross
    return x0 + x / (6 * area), y0 + y / (6 * area)


def _projected(point: _Point) -> tuple[int, int]:
    """Equal Earth, from the top left of the map, 10,000 wide."""
    longitude, latitude = radians(point[0] - _CENTRE), radians(max(point[1], _SOUTHERNMOST))
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = asin(sqrt(3) / 2 * sin(latitude))
    slope = 9 * a4 * t**8 + 7 * a3 * t**6 + 3 * a2 * t**2 + a1
    x = 2 * sqrt(3) * longitude * cos(t) / (3 * slope)
    y = a4 * t**9 + a3 * t**7 + a2 * t**3 + a1 * t
    return round(5000 + x * _SCALE), round(2400 - y * _SCALE)


def _placed(middle: _Point) -> tuple[int, int]:
    """Where a country's middle is on the map: islands of the Pacific lie together, at its right."""
    return _projected((middle[0] + 360 * (middle[0] < _EASTERNMOST), middle[1]))


def _written(ring: _Ring) -> str:
    """The first point, and each other from the one before it."""
    shift = -360 * round((_middle(ring)[0] - _CENTRE) / 360)
    points = [_projected((x + shift, y)) for x, y in ring]
    points = [at for number, at in enumerate(points) if number == 0 or at != points[number - 1]]
    points = points[:-1] if points[0] == points[-1] else points
    steps = [points[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))]
    return " ".join(f"{x} {y}" for x, y in steps)


if __name__ == "__main__":
    main()
