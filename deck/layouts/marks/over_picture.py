"""A page over a picture: what stands on the veil is as light as its words, all else has a ground of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeAlias

from deck.ground.dataclass import dataclass
from deck.layouts.frame.furniture import SEEN, WHITE
from deck.layouts.marks.scrim import least_contrast_on, letters_on_veil, scrim
from deck.layouts.pictures.fit import covering
from deck.model.charts import Chart
from deck.model.content import Background
from deck.model.content import Picture as PictureFields
from deck.model.equations import Equation
from deck.model.layout import Page
from deck.model.shapes import AutoShape, Connector, Group, Picture, Placeholder, Shape, Table, TextBox
from deck.model.style import Colour, TextBody, TextStyle
from deck.model.theme import Theme
from deck.model.typesetting import FittedText
from deck.model.units import Emu, Rect, units

_ALL = 100
_AIR = 2.0
"""How far the ground of a drawing reaches beyond the body, in grid units."""
_THIN, _SMALL = 2.0, 6.0
"""A rule is no thicker, in grid units; an arrow, a dot or a sign no larger one way at least."""
_TOUCHING, _DOUBLING = 0.1, 1.0
"""So near to a ground, in grid units, a mark belongs to it, as a cap to its card; and a rule is its edge once more."""

_Drawn: TypeAlias = AutoShape | Connector | Picture


def over_picture(page: Page, background: Background, theme: Theme) -> Page:
    """The page over this picture, veiled. Words and marks are light there, but for those on a ground of their own.

    What tells something by its colours gets such a ground: a table, a chart, a drawing.
    """
    layout = page.slide_layout
    decoration: tuple[_Drawn, ...] = layout.decoration
    veil, veiled = scrim(theme), _Veiled.of(page, theme)
    tables = [shape.rect for shape in page.shapes if isinstance(shape, Table)]
    wanted = [*tables, *([_body(theme)] if veiled.tells_by_colours() else [])]
    decoration = tuple(each for each in decoration if not any(_doubles(each, at) for at in wanted))
    decoration = (*(AutoShape("Ground", at, "rect", WHITE) for at in wanted), *decoration)
    veiled = replace(veiled, grounds=[*wanted, *veiled.grounds])
    # A template's own slide layout has no veil: it stands on one of ours.
    slots = {slot.idx: replace(veiled.slot(slot), native=None) for slot in layout.placeholders}
    made = replace(
        layout,
        native=None,
        joins=None,
        backdrop=None,
        name=f"{layout.name}, over a picture",
        background=theme.grounds.veil,
        decoration=(veil, *map(veiled.drawn, decoration)),
        placeholders=tuple(slots.values()),
    )
    picture = PictureFields(file=background.file, focus=background.focus, decorative=True)
    shapes = tuple(veiled.shown(shape, slots) for shape in page.shapes)
    shown = covering("Background", picture, veil.rect, field="background")
    return replace(page, slide_layout=made, shapes=shapes, background=shown)


def _body(theme: Theme) -> Rect:
    """What a chart takes with all that explains it."""
    grid = theme.grid
    width, height = grid.w(grid.columns) + 2 * _AIR, grid.body_height + 2 * _AIR
    return Rect.of_units(grid.x(0) - _AIR, grid.body_top - _AIR, width, height)


@dataclass(frozen=True, slots=True)
class _Veiled:
    """What of a page is seen on the veil, and what stands on `grounds` of its own; `ornaments` stay as they are."""

    page: Page
    theme: Theme
    veil: Colour
    letters: Colour
    grounds: Sequence[Rect]
    ornaments: Sequence[_Drawn]

    @classmethod
    def of(cls, page: Page, theme: Theme) -> _Veiled:
        layout, veil = page.slide_layout, scrim(theme).fill or theme.grounds.veil
        grounds = [shape.rect for shape in chain(layout.decoration, page.shapes) if _covers(shape)]
        return cls(page, theme, veil, letters_on_veil(theme), grounds, theme.look(layout.kind).decoration)

    def tells_by_colours(self) -> bool:
        """Whether the page has a drawing on the veil whose colours mean something: a chart, one with an alternative
        text, or marks of more than one colour, which would be lost."""
        drawn = [
            shape
            for shape in self.page.shapes
            if isinstance(shape, Chart) or (isinstance(shape, Group) and shape.description)
        ]
        return any(not self._is_in(shape.rect) for shape in drawn) or len(set(self._colours_of_signs())) > 1

    def _colours_of_signs(self) -> Iterator[Colour]:
        """The colours of dots, arrows and signs; rules only part things."""
        for shape in chain(self.page.slide_layout.decoration, self.page.shapes):
            if isinstance(shape, AutoShape) and _breadth(shape.rect) > units(_THIN) and self._is_lost(shape):
                yield shape.fill or WHITE

    def slot(self, slot: Placeholder) -> Placeholder:
        """The slot with its words as light as they have to be."""
        return slot if self._stands_on_ground(slot.rect, slot.body) else replace(slot, body=self._body(slot.body))

    def drawn(self, shape: _Drawn) -> _Drawn:
        """A thing of the slide layout, as light as it has to be to be seen."""
        match shape:
            case AutoShape() if self._is_lost(shape):
                return self._light(shape)
            case Connector() if self._is_faint(shape.stroke.colour) and not self._is_in(shape.rect):
                return replace(shape, stroke=replace(shape.stroke, colour=self.letters))
        return shape

    def shown(self, shape: Shape, slots: Mapping[int, Placeholder]) -> Shape:
        """What stands on the page itself, as light as it has to be; in these slots."""
        match shape:
            case TextBox():
                slot = slots[shape.placeholder.idx] if shape.placeholder else None
                on_ground = self._stands_on_ground(shape.rect, shape.text.body)
                return replace(shape, text=shape.text if on_ground else self._text(shape.text), placeholder=slot)
            case Picture(placeholder=Placeholder(idx=idx)):
                return replace(shape, placeholder=slots[idx])
            case AutoShape(text=FittedText() as text) if not _covers(shape):
                on_ground = self._stands_on_ground(shape.rect, text.body)
                return shape if on_ground else replace(shape, text=self._text(text))
            case Equation() if not self._is_in(shape.rect):
                return replace(shape, colour=self.letters, ink=self.theme.rgb(self.letters))
            case AutoShape() | Connector():
                return self.drawn(shape)
        return shape

    def _is_lost(self, shape: AutoShape) -> bool:
        """Whether a mark is hardly seen on the veil: a rule, an arrow, a dot, a sign, or a line that is bent."""
        if shape.text or shape in self.ornaments or self._touches_ground(shape.rect):
            return False
        if shape.fill is None:
            return shape.stroke is not None and self._is_faint(shape.stroke.colour)
        is_mark = _breadth(shape.rect) <= units(_SMALL) and _covers(shape) and not self._carries_words(shape.rect)
        return is_mark and self._is_faint(shape.fill)

    def _is_faint(self, colour: Colour) -> bool:
        return least_contrast_on(self.veil, colour, self.theme) < SEEN

    def _light(self, mark: AutoShape) -> AutoShape:
        stroke = replace(mark.stroke, colour=self.letters) if mark.stroke else None
        return replace(mark, fill=self.letters if mark.fill else None, stroke=stroke)

    def _touches_ground(self, rect: Rect) -> bool:
        area, around = rect.width * rect.height, _cut(rect, *[-units(_TOUCHING)] * 4)
        return any(
            _breadth(ground) > units(_THIN) and ground.width * ground.height > area and ground.meets(around)
            for ground in self.grounds
        )

    def _carries_words(self, rect: Rect) -> bool:
        slots = self.page.slide_layout.placeholders
        return any(rect.holds(_words(slot.rect, slot.body)) for slot in slots if slot.type != "pic")

    def _is_in(self, rect: Rect) -> bool:
        return any(ground.holds(rect) for ground in self.grounds)

    def _stands_on_ground(self, rect: Rect, body: TextBody) -> bool:
        """Whether a ground lies behind all the text that a box can hold."""
        return self._is_in(_words(rect, body))

    def _text(self, text: FittedText) -> FittedText:
        return replace(text, body=self._body(text.body))

    def _body(self, body: TextBody) -> TextBody:
        return replace(body, levels=tuple(map(self._style, body.levels)))

    def _style(self, style: TextStyle) -> TextStyle:
        bullet = replace(style.bullet, colour=self.letters) if style.bullet and style.bullet.colour else style.bullet
        return replace(style, colour=self.letters, bullet=bullet, emphasis=None)


def _covers(shape: Shape) -> bool:
    """Whether a shape hides what is behind it."""
    return isinstance(shape, AutoShape | TextBox) and shape.fill is not None and shape.fill.alpha == _ALL


def _doubles(shape: _Drawn, ground: Rect) -> bool:
    """Whether a rule lies so close along the ground that its edge would be seen twice."""
    at = shape.rect
    return _breadth(at) <= units(_THIN) and not at.meets(ground) and at.meets(_cut(ground, *[-units(_DOUBLING)] * 4))


def _breadth(rect: Rect) -> int:
    return min(rect.width, rect.height)


def _words(rect: Rect, body: TextBody) -> Rect:
    """Where a box's words can stand."""
    insets = body.insets
    return _cut(rect, insets.start, insets.top, insets.end, insets.bottom)


def _cut(rect: Rect, left: int, top: int, right: int, bottom: int) -> Rect:
    """The rectangle, smaller by so many EMU on each side, or larger."""
    width, height = rect.width - left - right, rect.height - top - bottom
    return Rect(Emu(rect.left + left), Emu(rect.top + top), Emu(width), Emu(height))
