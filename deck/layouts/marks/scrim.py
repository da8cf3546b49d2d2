"""The veil over a picture that covers a slide, on which words can be read whatever the picture shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deck.layouts.frame.furniture import WHITE
from deck.layouts.pictures.fit import covering
from deck.model.charts import Chart
from deck.model.content import Background
from deck.model.content import Picture as PictureFields
from deck.model.contrast import LEAST, contrast
from deck.model.layout import Page
from deck.model.shapes import AutoShape, Connector, Picture, Placeholder, Shape, Table, TextBox
from deck.model.style import Colour, TextBody, TextStyle
from deck.model.theme import Theme
from deck.model.typesetting import FittedText
from deck.model.units import Rect

_STEP, _ALL = 5, 100
_BLACK, _WHITE = (0, 0, 0), (255, 255, 255)
_AIR = 2.0
"""How far the ground of a chart reaches beyond the body, in grid units."""


def scrim(theme: Theme) -> AutoShape:
    """The theme's veil over a whole slide, as thin as lets what stands on it pass WCAG AA there on any pixel."""
    letters, veil = theme.rgb(letters_on_veil(theme)), theme.rgb(theme.grounds.veil)
    fill = theme.grounds.veil
    for per_cent in range(_STEP, _ALL, _STEP):
        if min(contrast(letters, _over(veil, pixel, per_cent / _ALL)) for pixel in (_BLACK, _WHITE)) >= LEAST:
            fill = replace(fill, alpha=per_cent)
            break
    return AutoShape("Scrim", _slide(theme), "rect", fill)


def letters_on_veil(theme: Theme) -> Colour:
    """The colour of words over a picture."""
    return theme.style("picture-title").colour


def over_picture(page: Page, background: Background, theme: Theme) -> Page:
    """The page over this picture, veiled. Words are light there, but for those on a ground of their own.

    Tables and charts, whose parts are in the theme's colours, get such a ground.
    """
    layout = page.slide_layout
    decoration: tuple[AutoShape | Connector | Picture, ...] = layout.decoration
    for shape in page.shapes:
        if isinstance(shape, Table | Chart):
            at = shape.rect if isinstance(shape, Table) else _body(theme)
            decoration = (AutoShape("Ground", at, "rect", WHITE), *decoration)
    letters = letters_on_veil(theme)
    grounds = [shape.rect for shape in (*decoration, *page.shapes) if _covers(shape)]
    # A template's own slide layout has no veil: it stands on one of ours.
    slots = {slot.idx: replace(_lightened(slot, grounds, letters), native=None) for slot in layout.placeholders}
    made = replace(
        layout,
        native=None,
        joins=None,
        backdrop=None,
        name=f"{layout.name}, over a picture",
        background=theme.grounds.veil,
        decoration=(scrim(theme), *decoration),
        placeholders=tuple(slots.values()),
    )
    picture = PictureFields(file=background.file, focus=background.focus, decorative=True)
    shapes = tuple(_light(shape, slots, grounds, letters) for shape in page.shapes)
    shown = covering("Background", picture, _slide(theme), field="background")
    return replace(page, slide_layout=made, shapes=shapes, background=shown)


def _slide(theme: Theme) -> Rect:
    return Rect.of_units(0, 0, theme.grid.width, theme.grid.height)


def _body(theme: Theme) -> Rect:
    """What a chart takes with all that explains it."""
    grid = theme.grid
    width, height = grid.w(grid.columns) + 2 * _AIR, grid.body_height + 2 * _AIR
    return Rect.of_units(grid.x(0) - _AIR, grid.body_top - _AIR, width, height)


def _over(veil: tuple[int, int, int], pixel: tuple[int, int, int], share: float) -> tuple[int, int, int]:
    red, green, blue = (round(share * one + (1 - share) * other) for one, other in zip(veil, pixel, strict=True))
    return red, green, blue


def _covers(shape: Shape) -> bool:
    """Whether a shape hides what is behind it."""
    return isinstance(shape, AutoShape | TextBox) and shape.fill is not None and shape.fill.alpha == _ALL


def _lightened(slot: Placeholder, grounds: Sequence[Rect], letters: Colour) -> Placeholder:
    return slot if _stands_on(slot.rect, slot.body, grounds) else replace(slot, body=_in_light(slot.body, letters))


def _light(shape: Shape, slots: Mapping[int, Placeholder], grounds: Sequence[Rect], letters: Colour) -> Shape:
    match shape:
        case TextBox():
            slot = slots[shape.placeholder.idx] if shape.placeholder else None
            light = not _stands_on(shape.rect, shape.text.body, grounds)
            return replace(shape, text=_text(shape.text, letters) if light else shape.text, placeholder=slot)
        case Picture(placeholder=Placeholder(idx=idx)):
            return replace(shape, placeholder=slots[idx])
        case AutoShape(text=FittedText() as text) if not _covers(shape):
            return shape if _stands_on(shape.rect, text.body, grounds) else replace(shape, text=_text(text, letters))
    return shape


def _stands_on(rect: Rect, body: TextBody, grounds: Sequence[Rect]) -> bool:
    """Whether a ground lies behind all the text that a box can hold."""
    insets = body.insets
    left, right = rect.left + insets.start, rect.right - insets.end
    top, bottom = rect.top + insets.top, rect.bottom - insets.bottom
    return any(
        ground.left <= left and right <= ground.right and ground.top <= top and bottom <= ground.bottom
        for ground in grounds
    )


def _text(text: FittedText, letters: Colour) -> FittedText:
    return replace(text, body=_in_light(text.body, letters))


def _in_light(body: TextBody, letters: Colour) -> TextBody:
    return replace(body, levels=tuple(_style(style, letters) for style in body.levels))


def _style(style: TextStyle, letters: Colour) -> TextStyle:
    bullet = replace(style.bullet, colour=letters) if style.bullet and style.bullet.colour else style.bullet
    return replace(style, colour=letters, bullet=bullet, emphasis=None)
