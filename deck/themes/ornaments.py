"""A decoration's fields → its shapes, at their places on the theme's own size of slide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from deck.fields.findings import Finding, MistakenError
from deck.ground.diagnostics import did_you_mean
from deck.model.content import ImageFile
from deck.model.outlines import Arc
from deck.model.shapes import AutoShape, Picture
from deck.model.style import Stroke
from deck.model.theme import DESIGN_HEIGHT, DESIGN_WIDTH, Grid
from deck.model.units import Emu, Rect, units
from deck.themes.dressing_fields import OrnamentFields


class Ornaments:
    """Draws decorations: of these drawings, with these pictures by their paths."""

    def __init__(
        self, grid: Grid, drawings: Mapping[str, Iterable[OrnamentFields]], images: Mapping[str, ImageFile]
    ) -> None:
        self._grid, self._drawings, self._images = grid, drawings, images
        self._round = min(grid.width / DESIGN_WIDTH, grid.height / DESIGN_HEIGHT)

    def drawn(self, decoration: Iterable[OrnamentFields]) -> tuple[AutoShape | Picture, ...]:
        """The shapes, each with a name of its own. MistakenError where there is no drawing of a name."""
        counts: Counter[str] = Counter()
        shapes = []
        for ornament in decoration:
            for shape in self._shapes(ornament):
                counts[shape.name] += 1
                shapes.append(replace(shape, name=f"{shape.name} {counts[shape.name]}"))
        return tuple(shapes)

    def _shapes(self, ornament: OrnamentFields) -> Iterator[AutoShape | Picture]:
        grid = self._grid
        if ornament.drawing is None:
            at = Rect.of_units(*(part or 0 for part in self._stretched(ornament)))
            yield self._one(ornament, at, grid.across(ornament.x), grid.down(ornament.y), 1, flipped=False)
            return
        if ornament.drawing not in self._drawings:
            message, hint = f"there is no drawing `{ornament.drawing}`", did_you_mean(ornament.drawing, self._drawings)
            raise MistakenError(Finding("unknown-name", message, hint))
        turn = -1 if ornament.flipped else 1
        scale = ornament.scale * self._round
        x, y = grid.across(ornament.x), grid.down(ornament.y)
        for part in self._drawings[ornament.drawing]:
            left, top, width, height = (each or 0 for each in (part.left, part.top, part.width, part.height))
            left = -left - width if ornament.flipped else left
            at = Rect.of_units(x + left * scale, y + top * scale, width * scale, height * scale)
            middle = (x + turn * part.x * scale, y + part.y * scale)
            yield self._one(part, at, *middle, ornament.scale, flipped=ornament.flipped)

    def _stretched(self, ornament: OrnamentFields) -> Iterator[float]:
        """Left, top, width and height on this slide."""
        for each, length in (
            (ornament.left, self._grid.across),
            (ornament.top, self._grid.down),
            (ornament.width, self._grid.across),
            (ornament.height, self._grid.down),
        ):
            yield length(each or 0)

    def _one(
        self, part: OrnamentFields, at: Rect, x: float, y: float, scale: float, *, flipped: bool
    ) -> AutoShape | Picture:
        """A shape or picture at its place; what is about its middle stands about (x, y), drawn so large."""
        if part.picture is not None:
            return _covering(self._images[part.picture], at)
        fill = replace(part.fill, alpha=part.opacity) if part.fill else None
        stroke = Stroke(part.line, units(part.line_width * scale * self._round)) if part.line else None
        if part.shape == "arc":
            radius = (part.radius or 0) * scale * self._round
            box = Rect.of_units(x - radius, y - radius, 2 * radius, 2 * radius)
            return AutoShape("Arc", box, Arc(part.start, part.sweep), fill, stroke, flipped=flipped != part.flipped)
        if part.shape == "ellipse":
            return AutoShape("Ellipse", _kept_round(part, at), "ellipse", fill, stroke)
        return AutoShape("Rectangle", at, "rect", fill, stroke)


def _kept_round(part: OrnamentFields, at: Rect) -> Rect:
    """The place of an ellipse, of the proportions that its file gives it, about the same middle."""
    ratio = (part.width or 1) / (part.height or 1)
    width = min(at.width, round(at.height * ratio))
    height = round(width / ratio)
    return Rect(
        Emu(at.left + (at.width - width) // 2), Emu(at.top + (at.height - height) // 2), Emu(width), Emu(height)
    )


def _covering(image: ImageFile, at: Rect) -> Picture:
    """The picture, cut in its middle so that it covers its place."""
    ratio = (image.width / image.height) / (at.width / at.height)
    across, down = max(0.0, 1 - 1 / ratio) / 2, max(0.0, 1 - ratio) / 2
    return Picture("Picture", at, image.data, None, (across, down, across, down), drawing=image.drawing)
