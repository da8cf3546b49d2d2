"""An icon's SVG → a path.

The subset: an `svg` with a `viewBox`, and in it `path` (commands M L H V C S Q T A Z, absolute or relative),
`circle`, `ellipse`, `rect` (`rx`, `ry`) and `polygon`, also inside plain `g`s. All of it is filled in one colour
by the nonzero rule: a hole runs the other way round than what it is cut from. Attributes of style, `title` and
`desc` are ignored; a `transform` is a mistake.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, TypeAlias

from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.late_pattern import late_pattern
from deck.model.outlines import Path
from deck.nodes.yaml_file import read_text

if TYPE_CHECKING:
    from xml.etree import ElementTree

Command: TypeAlias = tuple[str | float, ...]
Point: TypeAlias = tuple[float, float]

_TOKEN = late_pattern(r"([MLHVCSQTAZmlhvcsqtaz])|([-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)|[\s,]+|(.)")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_KAPPA = 4 / 3 * (math.sqrt(2) - 1)
_IGNORED = ("title", "desc", "metadata", "defs")


def read_icons(folder: FilePath, names: Iterable[str]) -> tuple[dict[str, Path], list[Diagnostic]]:
    """The icons of these names in `folder`, and what is wrong with their files."""
    icons: dict[str, Path] = {}
    diagnostics: list[Diagnostic] = []
    for name in names:
        path = folder / f"{name}.svg"
        try:
            icons[name] = parse_icon(read_text(path))
        except DeckError as error:
            diagnostics += error.diagnostics
        except ValueError as error:
            diagnostics.append(Diagnostic("icon-drawing", f"the icon cannot be drawn: {error}", Span(str(path))))
    return icons, diagnostics


def parse_icon(svg: str) -> Path:
    """The drawing of an SVG file; `data-directional="true"` on its svg has it turned round from right to left.

    ValueError says what of it is outside the subset.
    """
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg:
        raise ValueError("a document type has no place in an icon")
    from xml.etree import ElementTree

    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise ValueError(str(error)) from None
    box = [float(number) for number in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if number]
    if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
        raise ValueError("its svg needs a viewBox, such as 0 0 48 48")
    left, top, width, height = box
    commands = tuple(_moved(command, -left, -top) for command in _drawn(root))
    if not commands:
        raise ValueError("nothing is drawn")
    return Path(width, height, commands, directional=root.get("data-directional") == "true")


def _moved(command: Command, x: float, y: float) -> Command:
    numbers = [float(number) + (y if i % 2 else x) for i, number in enumerate(command[1:])]
    return (command[0], *(round(number, 3) for number in numbers))


def _drawn(element: ElementTree.Element) -> Iterator[Command]:
    for shape in element:
        kind = str(shape.tag).rpartition("}")[2]
        if "transform" in shape.attrib:
            raise ValueError("a transform has no place in an icon")

        def number(name: str, default: float = 0, shape: ElementTree.Element = shape) -> float:
            return float(shape.get(name, default))

        match kind:
            case "g":
                yield from _drawn(shape)
            case "path":
                yield from _path(shape.get("d", ""))
            case "circle":
                yield from _ellipse(number("cx"), number("cy"), number("r"), number("r"))
            case "ellipse":
                yield from _ellipse(number("cx"), number("cy"), number("rx"), number("ry"))
            case "rect":
                rx, ry = number("rx", number("ry")), number("ry", number("rx"))
                yield from _rectangle(number("x"), number("y"), number("width"), number("height"), rx, ry)
            case "polygon":
                yield from _path(f"M{shape.get('points', '')}Z")
            case _ if kind not in _IGNORED:
                raise ValueError(f"`{kind}` has no place in an icon; draw it as a path")


def _ellipse(x: float, y: float, rx: float, ry: float) -> Iterator[Command]:
    """Clockwise, from the rightmost point."""
    kx, ky = rx * _KAPPA, ry * _KAPPA
    yield ("M", x + rx, y)
    yield ("C", x + rx, y + ky, x + kx, y + ry, x, y + ry)
    yield ("C", x - kx, y + ry, x - rx, y + ky, x - rx, y)
    yield ("C", x - rx, y - ky, x - kx, y - ry, x, y - ry)
    yield ("C", x + kx, y - ry, x + rx, y - ky, x + rx, y)
    yield ("Z",)


def _rectangle(x: float, y: float, width: float, height: float, rx: float, ry: float) -> Iterator[Command]:
    """Clockwise, with rounded corners where there are radii."""
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if rx <= 0 or ry <= 0:
        yield from _path(f"M{x} {y}H{x + width}V{y + height}H{x}Z")
        return
    corner = f"a{rx} {ry} 0 0 1 "
    yield from _path(
        f"M{x + rx} {y}H{x + width - rx}{corner}{rx} {ry}V{y + height - ry}{corner}{-rx} {ry}"
        f"H{x + rx}{corner}{-rx} {-ry}V{y + ry}{corner}{rx} {-ry}Z"
    )


def _path(data: str) -> Iterator[Command]:
    """A path's data as absolute M, L, C and Z."""
    here: Point = (0, 0)
    start: Point = (0, 0)
    control: Point | None = None
    last = ""
    for letter, numbers in _parsed(data):
        upper = letter.upper()
        if not last and upper != "M":
            raise ValueError("a path begins with M")
        points = _absolute(letter, numbers, here)
        smooth = control or here
        mirrored = (2 * here[0] - smooth[0], 2 * here[1] - smooth[1])
        control = None
        match upper:
            case "Z":
                here = start
                yield ("Z",)
            case "M":
                here = start = points[0]
                yield ("M", *here)
            case "L" | "H" | "V":
                here = points[0]
                yield ("L", *here)
            case "C" | "S":
                first = points[0] if upper == "C" else (mirrored if last in "CS" else here)
                control, end = points[-2], points[-1]
                yield ("C", *first, *control, *end)
                here = end
            case "Q" | "T":
                control = points[0] if upper == "Q" else (mirrored if last in "QT" else here)
                end = points[-1]
                yield ("C", *_third(here, control), *_third(end, control), *end)
                here = end
            case "A":
                yield from _arc(here, numbers[0], numbers[1], numbers[2], bool(numbers[3]), bool(numbers[4]), points[0])
                here = points[0]
        last = upper


def _parsed(data: str) -> Iterator[tuple[str, list[float]]]:
    """The commands with their numbers; a command that repeats is written out."""
    letter, numbers = "", list[float]()
    for match in _TOKEN.finditer(data):
        if match[3]:
            raise ValueError(f"`{match[3]}` has no place in a path")
        if match[1]:
            if numbers:
                raise ValueError(f"the command {letter} lacks a number")
            letter = match[1]
            if letter in "Zz":
                yield letter, []
        elif match[2]:
            if not letter or letter in "Zz":
                raise ValueError("a path has a number without a command")
            numbers.append(float(match[2]))
            if len(numbers) == _ARGUMENTS[letter.upper()]:
                yield letter, numbers
                numbers = []
                letter = {"M": "L", "m": "l"}.get(letter, letter)
    if numbers:
        raise ValueError(f"the command {letter} lacks a number")


def _absolute(letter: str, numbers: list[float], here: Point) -> list[Point]:
    """The points that a command names."""
    x, y = here if letter.islower() else (0.0, 0.0)
    match letter.upper():
        case "H":
            return [(x + numbers[0], here[1])]
        case "V":
            return [(here[0], y + numbers[0])]
        case "A":
            return [(x + numbers[5], y + numbers[6])]
    return [(x + a, y + b) for a, b in zip(numbers[::2], numbers[1::2], strict=True)]


def _third(end: Point, control: Point) -> Point:
    """A quadratic curve's control point as a cubic one's, beside this end."""
    return (end[0] + 2 / 3 * (control[0] - end[0]), end[1] + 2 / 3 * (control[1] - end[1]))


def _arc(start: Point, rx: float, ry: float, turn: float, large: bool, sweep: bool, end: Point) -> Iterator[Command]:
    """An elliptical arc as cubic curves (SVG 1.1, appendix F.6)."""
    rx, ry = abs(rx), abs(ry)
    if start == end:
        return
    if not rx or not ry:
        yield ("L", *end)
        return
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    if (stretch := (x / rx) ** 2 + (y / ry) ** 2) > 1:
        rx, ry = rx * math.sqrt(stretch), ry * math.sqrt(stretch)
    square = (rx * ry) ** 2 / ((rx * y) ** 2 + (ry * x) ** 2) - 1
    root = math.sqrt(max(square, 0)) * (-1 if large == sweep else 1)
    cx, cy = root * rx * y / ry, -root * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    angle = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if sweep and angle < 0:
        angle += 2 * math.pi
    elif not sweep and angle > 0:
        angle -= 2 * math.pi
    middle = (cos * cx - sin * cy + (start[0] + end[0]) / 2, sin * cx + cos * cy + (start[1] + end[1]) / 2)

    def at(along: float, across: float) -> Point:
        return (middle[0] + cos * along - sin * across, middle[1] + sin * along + cos * across)

    pieces = max(1, math.ceil(abs(angle) / (math.pi / 2) - 1e-9))
    step = angle / pieces
    handle = 4 / 3 * math.tan(step / 4)
    for piece in range(pieces):
        a, b = first + piece * step, first + (piece + 1) * step
        one = at(rx * (math.cos(a) - handle * math.sin(a)), ry * (math.sin(a) + handle * math.cos(a)))
        two = at(rx * (math.cos(b) + handle * math.sin(b)), ry * (math.sin(b) - handle * math.cos(b)))
        yield ("C", *one, *two, *(end if piece == pieces - 1 else at(rx * math.cos(b), ry * math.sin(b))))
