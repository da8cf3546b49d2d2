"""The outlines of drawn shapes, of presets and of their own: commands of a path within the shape's width and height."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import atan2, cos, pi, sin

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.guides import guides

Command = tuple[str | float, ...]
_ROUND = 0.5522847498
"""How far the handles of a quarter of an ellipse stand from its ends, in radii."""
_ROUNDING = 16_667
_WHOLE = 100_000
_PER_DEGREE = 60_000


def outline_of(properties: etree._Element, width: float, height: float) -> list[Command] | None:
    """The outline that a shape's properties name, over this width and height; None where it is not known here."""
    preset = properties.find("a:prstGeom", PREFIXES)
    if preset is not None:
        adjusted = {
            each.get("name", ""): float(each.get("fmla", "val 0").split()[-1])
            for each in preset.iterfind("a:avLst/a:gd", PREFIXES)
            if each.get("fmla", "").startswith("val ")
        }
        make = _PRESETS.get(preset.get("prst", ""))
        return make(width, height, adjusted) if make else None
    own = properties.find("a:custGeom", PREFIXES)
    return list(_own(own, width, height)) if own is not None else None


def is_open(properties: etree._Element) -> bool:
    """Whether a shape is a line, which no fill is in."""
    preset = properties.find("a:prstGeom", PREFIXES)
    return preset is not None and ("line" in preset.get("prst", "").lower() or "Connector" in preset.get("prst", ""))


def _own(geometry: etree._Element, width: float, height: float) -> Iterator[Command]:
    """A shape's own outline: each of its paths on a canvas of its own."""
    for path in geometry.iterfind("a:pathLst/a:path", PREFIXES):
        across, down = float(path.get("w", "0")), float(path.get("h", "0"))
        values = guides(geometry, across or width, down or height)
        scale = (width / across if across else 1.0), (height / down if down else 1.0)
        at = (0.0, 0.0)
        for step in path:
            for letter, *numbers in _step(step, values, at):
                at = (numbers[-2], numbers[-1]) if numbers else at
                yield (letter, *(value * scale[index % 2] for index, value in enumerate(numbers)))


def _step(step: etree._Element, values: Callable[[str], float], at: tuple[float, float]) -> Iterator[tuple]:  # type: ignore[type-arg]
    points = [values(point.get(name, "0")) for point in step.iterfind("a:pt", PREFIXES) for name in ("x", "y")]
    match etree.QName(step).localname:
        case "moveTo":
            yield ("M", *points)
        case "lnTo":
            yield ("L", *points)
        case "cubicBezTo":
            yield ("C", *points)
        case "quadBezTo":
            (x0, y0), (x1, y1, x2, y2) = at, points
            handles = (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3)
            yield ("C", *handles, x2, y2)
        case "arcTo":
            wide, high, start, sweep = (values(step.get(name, "0")) for name in ("wR", "hR", "stAng", "swAng"))
            yield from arc(at, wide, high, start / _PER_DEGREE, sweep / _PER_DEGREE)
        case "close":
            yield ("Z",)


def arc(at: tuple[float, float], wide: float, high: float, start: float, sweep: float) -> Iterator[tuple]:  # type: ignore[type-arg]
    """Part of an ellipse of these radii that begins here: from an angle, over a sweep, in degrees clockwise."""

    def turn(angle: float) -> float:
        """The ellipse's own angle on the ray at this one."""
        return atan2(wide * sin(angle), high * cos(angle))

    begin, end = start * pi / 180, (start + sweep) * pi / 180
    first, last = turn(begin), turn(end)
    if sweep > 0 and last <= first:
        last += 2 * pi
    if sweep < 0 and last >= first:
        last -= 2 * pi
    centre = at[0] - wide * cos(first), at[1] - high * sin(first)
    pieces = max(1, round(abs(last - first) / (pi / 2) + 0.49))
    step = (last - first) / pieces
    handle = 4 / 3 * sin(step / 4) / cos(step / 4) if step else 0.0
    for piece in range(pieces):
        one, other = first + piece * step, first + (piece + 1) * step
        x1, y1 = centre[0] + wide * cos(one), centre[1] + high * sin(one)
        x2, y2 = centre[0] + wide * cos(other), centre[1] + high * sin(other)
        yield (
            "C",
            x1 - handle * wide * sin(one),
            y1 + handle * high * cos(one),
            x2 + handle * wide * sin(other),
            y2 - handle * high * cos(other),
            x2,
            y2,
        )


def _polygon(*points: tuple[float, float]) -> list[Command]:
    first, *others = points
    return [("M", *first), *(("L", *point) for point in others), ("Z",)]


def _line(width: float, height: float, adjusted: Mapping[str, float]) -> list[Command]:
    return [("M", 0.0, 0.0), ("L", width, height)]


def _bent(width: float, height: float, adjusted: Mapping[str, float]) -> list[Command]:
    middle = width * adjusted.get("adj1", _WHOLE / 2) / _WHOLE
    return [("M", 0.0, 0.0), ("L", middle, 0.0), ("L", middle, height), ("L", width, height)]


def _rectangle(width: float, height: float, adjusted: Mapping[str, float]) -> list[Command]:
    return _polygon((0, 0), (width, 0), (width, height), (0, height))


def _ellipse(width: float, height: float, adjusted: Mapping[str, float]) -> list[Command]:
    return [("M", 0.0, height / 2), *arc((0.0, height / 2), width / 2, height / 2, 180, 360), ("Z",)]


def _rounded(*corners: str) -> Callable[[float, float, Mapping[str, float]], list[Command]]:
    """A rectangle whose corners are rounded by these adjustments, from the top left, clockwise; `""` is square."""

    def make(width: float, height: float, adjusted: Mapping[str, float]) -> list[Command]:
        radii = [
            min(width, height) * min(_WHOLE / 2, adjusted.get(name, 0.0 if name == "adj2" else _ROUNDING)) / _WHOLE
            if name
            else 0.0
            for name in corners
        ]
        top, right, bottom, left = radii
        found: list[Command] = [("M", 0.0, top)]
        ends = [((top, 0.0), 180, top), ((width, right), 270, right), ((width - bottom, height), 0, bottom)]
        starts = [(0.0, top), (width - right, 0.0), (width, height - bottom), (left, height)]
        for at, (end, angle, radius) in zip(starts, [*ends, ((0.0, height - left), 90, left)], strict=True):
            found.append(("L", *at))
            found += arc(at, radius, radius, angle, 90) if radius else [("L", *end)]
        return [*found, ("Z",)]

    return make


def _share(adjusted: Mapping[str, float], name: str, usual: float) -> float:
    return adjusted.get(name, usual) / _WHOLE


def _slanted(width: float, height: float, adjusted: Mapping[str, float]) -> list[Command]:
    by = min(width, _share(adjusted, "adj", 25_000) * min(width, height))
    return _polygon((0, height), (by, 0), (width, 0), (width - by, height))


def _trapezoid(width: float, height: float, adjusted: Mapping[str, float]) -> list[Command]:
    by = min(width / 2, _share(adjusted, "adj", 25_000) * min(width, height))
    return _polygon((0, height), (by, 0), (width - by, 0), (width, height))


def _triangle(width: float, height: float, adjusted: Mapping[str, float]) -> list[Command]:
    return _polygon((0, height), (_share(adjusted, "adj", 50_000) * width, 0), (width, height))


def _right_triangle(width: float, height: float, adjusted: Mapping[str, float]) -> list[Command]:
    return _polygon((0, 0), (width, height), (0, height))


def _diamond(width: float, height: float, adjusted: Mapping[str, float]) -> list[Command]:
    return _polygon((0, height / 2), (width / 2, 0), (width, height / 2), (width / 2, height))


def _home_plate(width: float, height: float, adjusted: Mapping[str, float]) -> list[Command]:
    point = width - min(width, _share(adjusted, "adj", 50_000) * min(width, height))
    return _polygon((0, 0), (point, 0), (width, height / 2), (point, height), (0, height))


def _chevron(width: float, height: float, adjusted: Mapping[str, float]) -> list[Command]:
    by = min(width, _share(adjusted, "adj", 50_000) * min(width, height))
    right = width - by
    return _polygon((0, 0), (right, 0), (width, height / 2), (right, height), (0, height), (by, height / 2))


def _hexagon(width: float, height: float, adjusted: Mapping[str, float]) -> list[Command]:
    by = min(width / 2, _share(adjusted, "adj", 25_000) * min(width, height))
    right = width - by
    return _polygon((0, height / 2), (by, 0), (right, 0), (width, height / 2), (right, height), (by, height))


def _snipped(width: float, height: float, adjusted: Mapping[str, float]) -> list[Command]:
    by = _share(adjusted, "adj", _ROUNDING) * min(width, height)
    return _polygon((0, 0), (width - by, 0), (width, by), (width, height), (0, height))


_PRESETS: Mapping[str, Callable[[float, float, Mapping[str, float]], list[Command]]] = {
    **dict.fromkeys(("line", "straightConnector1"), _line),
    **dict.fromkeys(("bentConnector3",), _bent),
    **dict.fromkeys(("rect", "flowChartProcess", "textNoShape"), _rectangle),
    **dict.fromkeys(("ellipse", "flowChartConnector"), _ellipse),
    "roundRect": _rounded("adj", "adj", "adj", "adj"),
    "round1Rect": _rounded("", "adj", "", ""),
    "round2SameRect": _rounded("adj1", "adj1", "adj2", "adj2"),
    "round2DiagRect": _rounded("adj1", "adj2", "adj1", "adj2"),
    "snip1Rect": _snipped,
    "parallelogram": _slanted,
    "trapezoid": _trapezoid,
    "triangle": _triangle,
    "rtTriangle": _right_triangle,
    "diamond": _diamond,
    "homePlate": _home_plate,
    "chevron": _chevron,
    "hexagon": _hexagon,
}
