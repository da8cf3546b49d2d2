"""Outlines → a picture of what they enclose, in one colour, on nothing."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from math import ceil, floor

_FINER = 4
"""How many times as fine outlines are drawn as the picture is: so their edges are smooth."""
_BENDS = 6
"""How many straight lines a curve becomes."""
_Point = tuple[float, float]
Steps = Iterable[tuple[str | float, ...]]
"""The commands of a closed SVG path, absolute: M, L, Q and Z."""


def silhouette(outlines: Iterable[Steps], size: tuple[int, int], ink: tuple[int, int, int]) -> bytes:
    """A PNG of this size in pixels, in which each of these outlines, in pixels, is filled with this colour."""
    from PIL import Image, ImageChops, ImageDraw

    alpha = Image.new("L", size)
    for outline in outlines:
        contours = list(_contours(outline))
        if not contours:
            continue
        points = [point for contour in contours for point in contour]
        left, top = (max(0, floor(min(point[axis] for point in points))) for axis in (0, 1))
        right, bottom = (min(size[axis], ceil(max(point[axis] for point in points)) + 1) for axis in (0, 1))
        if right <= left or bottom <= top:
            continue
        fine = ((right - left) * _FINER, (bottom - top) * _FINER)
        filled = Image.new("1", fine)
        for contour in contours:
            area = Image.new("1", fine)
            ImageDraw.Draw(area).polygon([((x - left) * _FINER, (y - top) * _FINER) for x, y in contour], fill=1)
            # What is enclosed twice is a hole, as in a letter o.
            filled = ImageChops.logical_xor(filled, area)
        box = (left, top, right, bottom)
        smooth = filled.convert("L").resize((right - left, bottom - top), Image.Resampling.BOX)
        alpha.paste(ImageChops.lighter(alpha.crop(box), smooth), box)
    picture = Image.new("RGB", size, ink)
    picture.putalpha(alpha)
    target = io.BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def _contours(outline: Steps) -> Iterator[Sequence[_Point]]:
    """The closed lines of an outline, as their corners."""
    corners: list[_Point] = []
    for letter, *numbers in outline:
        at = [float(each) for each in numbers]
        if letter == "M":
            if len(corners) > 2:
                yield corners
            corners = [(at[0], at[1])]
        elif letter == "L":
            corners.append((at[0], at[1]))
        elif letter == "Q":
            corners += _bend(corners[-1], (at[0], at[1]), (at[2], at[3]))
    if len(corners) > 2:
        yield corners


def _bend(start: _Point, pull: _Point, end: _Point) -> Iterator[_Point]:
    """The corners of a quadratic curve, without its first."""
    for number in range(1, _BENDS + 1):
        share = number / _BENDS
        before, between, after = (1 - share) ** 2, 2 * share * (1 - share), share**2
        yield (
            before * start[0] + between * pull[0] + after * end[0],
            before * start[1] + between * pull[1] + after * end[1],
        )
