"""What a template draws behind a slide, as shapes that previews and checks know: its ground, pictures, drawings.

Its words, effects, and pictures in formats of Windows alone are left out, as are presets that `outlines` has not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.fills import Fills
from deck.export.pptx.template.free_area import drawn_in
from deck.export.pptx.template.mirroring import MadeFor, turned_sheet
from deck.export.pptx.template.opened_template import OpenedTemplate
from deck.export.pptx.template.outlines import Command, is_open, outline_of
from deck.export.pptx.template.template_slots import MODELS, TITLES, TemplateMaster, placeholders
from deck.export.pptx.template.transforms import Transform, of_group, of_shape
from deck.export.pptx.xml import P
from deck.model.language import Direction
from deck.model.outlines import Path
from deck.model.rescaling import rescaled
from deck.model.shapes import AutoShape, Backdrop, Picture, Shape
from deck.model.style import Colour, Stroke
from deck.model.units import Emu, Rect

_MOST_SHAPES = 2_000
_LINE = 9_525
_GROUP, _PICTURE = f"{{{P}}}grpSp", f"{{{P}}}pic"
Slots = Collection[tuple[str, int]]
SLOT = "Slot"
"""The name of what fills a slot."""


class Backdrops:
    """Reads what a master's slide layouts draw, on slides `scale` times as high as all is understood."""

    def __init__(self, opened: OpenedTemplate, master: TemplateMaster, slide: Rect, scale: float) -> None:
        self._opened, self._master, self._slide, self._scale = opened, master, slide, scale
        self._own = rescaled(slide, scale)

    def of(self, layout: str, slots: Slots | None, *, keeps: bool = False) -> Backdrop:
        """What this slide layout and its master draw, and the fills of these slots; of None, of the master's title.

        A slide layout that `keeps` its sides alone stays as it is where reading goes the other way.
        """
        plain = {part: self._opened.archive.tree(part) for part in (layout, self._master.part)}
        size = self._own.width, self._own.height
        usual = MadeFor(Direction.LEFT_TO_RIGHT, styled=True)
        turned = {
            part: etree.fromstring(
                turned_sheet(
                    self._opened.archive.blob(part),
                    size,
                    usual,
                    Direction.RIGHT_TO_LEFT,
                    {},
                    keeps=keeps and part == layout,
                )
            )
            for part in plain
        }
        ground = self._ground(layout)
        sheets = (layout, self._master.part)
        return Backdrop(
            ground,
            rescaled(tuple(self._shapes(*sheets, plain, slots)), 1 / self._scale),
            rescaled(tuple(self._shapes(*sheets, turned, slots)), 1 / self._scale),
        )

    def _ground(self, layout: str) -> Shape:
        for part in (layout, self._master.part):
            background = self._opened.archive.tree(part).find("p:cSld/p:bg", PREFIXES)
            if background is not None:
                fill = Fills(self._opened, self._master, part).ground(background, self._own)
                return self._filled("Ground", self._slide, fill)
        return self._filled("Ground", self._slide, Colour("lt1"))

    def _filled(self, name: str, rect: Rect, fill: Colour | bytes | None) -> Shape:
        if isinstance(fill, bytes):
            return Picture(name, rect, fill, None)
        return AutoShape(name, rect, "rect", fill or Colour("lt1"))

    def _shapes(
        self, layout: str, master: str, trees: dict[str, etree._Element], slots: Slots | None
    ) -> Iterator[Shape]:
        if trees[layout].get("showMasterSp", "1") not in ("0", "false"):
            yield from self._drawn(trees[master], master)
        yield from self._drawn(trees[layout], layout)
        models = {kind: element for element, kind, _ in placeholders(trees[master])}
        filled: list[tuple[etree._Element, etree._Element | None]]
        if slots is None:
            filled = [(models[kind], None) for kind in models if kind in TITLES]
        else:
            filled = [
                (element, models.get(MODELS.get(kind, "body")))
                for element, kind, idx in placeholders(trees[layout])
                if (kind, idx) in slots
            ]
        for element, model in filled:
            yield from self._slot(element, model, layout)

    def _drawn(self, root: etree._Element, part: str) -> Iterator[Shape]:
        tree = root.find("p:cSld/p:spTree", PREFIXES)
        own = drawn_in(tree) if tree is not None else []
        fills = Fills(self._opened, self._master, part)
        shapes = (shape for each in own for shape in self._of(each, Transform(), fills, None))
        yield from islice(shapes, _MOST_SHAPES)

    def _of(
        self, element: etree._Element, around: Transform, fills: Fills, groups: etree._Element | None
    ) -> Iterator[Shape]:
        properties = element.find("p:grpSpPr" if element.tag == _GROUP else "p:spPr", PREFIXES)
        place = properties.find("a:xfrm", PREFIXES) if properties is not None else None
        if properties is None or place is None:
            return
        if element.tag == _GROUP:
            inner = of_group(place)
            own = fills.named(properties)
            for member in drawn_in(element) if inner else ():
                if inner:
                    yield from self._of(member, around.after(inner), fills, own if own is not None else groups)
            return
        extent = place.find("a:ext", PREFIXES)
        size = (float(extent.get("cx", "0")), float(extent.get("cy", "0"))) if extent is not None else (0.0, 0.0)
        inner = of_shape(place, size)
        if inner is None:
            return
        if element.tag == _PICTURE:
            yield from _picture(element, around.after(inner), size, fills)
        else:
            yield from self._shape(element, properties, around.after(inner), size, fills, groups)

    def _shape(
        self,
        element: etree._Element,
        properties: etree._Element,
        transform: Transform,
        size: tuple[float, float],
        fills: Fills,
        groups: etree._Element | None,
    ) -> Iterator[Shape]:
        outline = outline_of(properties, *size)
        if not outline:
            return
        stroke = _stroke(properties, element, fills, transform)
        rect, path = _placed(outline, transform)
        within = None if transform.upright and _is_rectangle(outline, size) else path
        fill = None if is_open(properties) else fills.fill(properties, element, rect, within, groups)
        if isinstance(fill, bytes):
            yield Picture("Drawing", rect, fill, None)
            fill = None
        if fill or stroke:
            yield AutoShape("Drawing", rect, path if within else "rect", fill, stroke)

    def _slot(self, element: etree._Element, model: etree._Element | None, part: str) -> Iterator[Shape]:
        """The fill of a slot, its own or its master's, at its place."""
        chain = [each for each in (element, model) if each is not None]
        places = [found for each in chain if (found := each.find("p:spPr/a:xfrm", PREFIXES)) is not None]
        for each, owner in zip(chain, (part, self._master.part), strict=False):
            fills = Fills(self._opened, self._master, owner)
            properties = each.find("p:spPr", PREFIXES)
            if properties is None or fills.named(properties) is None or not places:
                continue
            transform = of_shape(places[0], (1.0, 1.0))
            if transform:
                rect, _ = _placed([("M", 0.0, 0.0), ("L", 1.0, 1.0)], transform)
                fill = fills.fill(properties, each, rect, None, None)
                if fill:
                    yield self._filled(SLOT, rect, fill)
            return


def _picture(
    element: etree._Element, transform: Transform, size: tuple[float, float], fills: Fills
) -> Iterator[Picture]:
    """A picture, flipped and turned as it is shown, upright on the slide."""
    rect, _ = _placed([("M", 0.0, 0.0), ("L", size[0], 0.0), ("L", *size), ("L", 0.0, size[1])], transform)
    across, down = transform.scales
    wanted = size[0] * across, size[1] * down
    found = fills.picture(element.find("p:blipFill", PREFIXES), wanted, transform.turn, flipped=transform.flips)
    if found:
        preset = element.find("p:spPr/a:prstGeom", PREFIXES)
        data, crop = found
        yield Picture("Picture", rect, data, None, crop, preset is not None and preset.get("prst") == "ellipse")


def _stroke(properties: etree._Element, element: etree._Element, fills: Fills, transform: Transform) -> Stroke | None:
    line = properties.find("a:ln", PREFIXES)
    styled = element.find("p:style/a:lnRef", PREFIXES)
    if line is not None and line.find("a:noFill", PREFIXES) is not None:
        return None
    colour = fills.colour(line.find("a:solidFill", PREFIXES)) if line is not None else None
    if colour is None and styled is not None and styled.get("idx", "0") != "0":
        colour = fills.colour(styled)
    width = int(line.get("w", str(_LINE))) if line is not None else _LINE
    return Stroke(colour, Emu(width)) if colour else None


def _placed(outline: list[Command], transform: Transform) -> tuple[Rect, Path]:
    """An outline on the slide: the rectangle around it, and the path in that."""
    steps = [
        (letter, [transform(float(x), float(y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True)])
        for letter, *numbers in outline
    ]
    across = [x for _, points in steps for x, _ in points]
    down = [y for _, points in steps for _, y in points]
    left, top = round(min(across)), round(min(down))
    width, height = max(1, round(max(across)) - left), max(1, round(max(down)) - top)
    commands: tuple[Command, ...] = tuple(
        (letter, *(value for x, y in points for value in (x - left, y - top))) for letter, points in steps
    )
    return Rect(Emu(left), Emu(top), Emu(width), Emu(height)), Path(float(width), float(height), commands)


def _is_rectangle(outline: list[Command], size: tuple[float, float]) -> bool:
    corners = {tuple(step[1:]) for step in outline if step[0] in ("M", "L")}
    whole = {(0, 0), (size[0], 0), size, (0, size[1])}
    return corners == whole and len(outline) == len(whole) + 1
