"""What the theme adds to every slide layout: its logo, and the parts of its footer where it wants them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from deck.model.contrast import luminance
from deck.model.dressing import Logo
from deck.model.shapes import FOOT, AutoShape, Picture, Placeholder, SlideKind, SlideLayout
from deck.model.style import Align, Colour
from deck.model.template import Template
from deck.model.theme import Grid, Theme
from deck.model.units import Emu, Rect, units

_FIRST_LINE = 3.0
"""How far under a title's upper edge the middle of its first line is, and so the middle of a logo beside it."""
_LEAST_TOP = 2.0
_DARK = 0.18
"""A ground with less luminance than this is nearer to black than to white."""
_NUMBER_COLUMNS, _CENTRED = 1, 8


def dressed(layout: SlideLayout, theme: Theme) -> SlideLayout:
    """The slide layout with the theme's logo, if its kind has one, and its footer; a template's own as it is."""
    if theme.template:
        return layout if layout.native else _joined(layout, theme.template)
    decoration = layout.decoration
    if theme.logo and layout.kind in theme.logo.slides:
        decoration = (*decoration, _logo(theme.logo, layout, theme))
    placeholders = tuple(_footers(layout, theme))
    return replace(layout, decoration=decoration, placeholders=placeholders)


def _joined(layout: SlideLayout, template: Template) -> SlideLayout:
    """A slide layout in a template: one of content, or that stands on its ground already, has its foot; another one has
    only colours of it."""
    if layout.joins:
        return replace(layout, placeholders=_with_foot(layout, template)) if layout.joins == template.base else layout
    behind = template.backdrop
    if layout.kind != "content":
        # On its plain ground, without its drawings.
        alone = behind and template.plain and layout.background == Colour("lt1")
        return replace(layout, backdrop=replace(behind, shapes=(), turned=()) if behind and alone else None)
    return on_ground(layout, template, _with_foot(layout, template))


def _with_foot(layout: SlideLayout, template: Template) -> tuple[Placeholder, ...]:
    """The slots, those of the foot where the template has them; with a foot comes its date."""
    feet = {each.type: each for each in template.footers}
    slots = [slot for slot in layout.placeholders if slot.type not in FOOT]
    said = [slot for slot in layout.placeholders if slot.type in FOOT and slot.type != "dt"]
    slots += [replace(slot, rect=own.rect, body=own.body) for slot in said if (own := feet.get(slot.type))]
    if (day := feet.get("dt")) and (said or layout.kind == "content"):
        slots.append(replace(day, name="Date", prompt="Date", native=None))
    return tuple(slots)


def on_ground(layout: SlideLayout, template: Template, placeholders: Iterable[Placeholder]) -> SlideLayout:
    """The slide layout with these slots on a template's ground, among its drawings and over its panel."""
    panel = (template.panel,) if template.panel else ()
    return replace(
        layout,
        decoration=(*panel, *layout.decoration),
        placeholders=tuple(placeholders),
        joins=template.base,
        backdrop=template.backdrop,
    )


def clear_of_logo(theme: Theme, kind: SlideKind, box: Rect) -> Rect:
    """The box, cut where it would come too near to the logo that this kind of slide has."""
    logo = theme.logo
    if logo is None or kind not in logo.slides:
        return box
    place, clear = _place(logo, theme.grid), units(logo.clear)
    left, top, right, bottom = place.left - clear, place.top - clear, place.right + clear, place.bottom + clear
    if box.right <= left or box.left >= right or box.bottom <= top or box.top >= bottom:
        return box
    edges = (
        (box.left, box.top, left, box.bottom),
        (right, box.top, box.right, box.bottom),
        (box.left, box.top, box.right, top),
        (box.left, bottom, box.right, box.bottom),
    )
    x, y, end, foot = max(edges, key=lambda each: max(0, each[2] - each[0]) * max(0, each[3] - each[1]))
    return Rect(Emu(x), Emu(y), Emu(end - x), Emu(foot - y))


def _place(logo: Logo, grid: Grid) -> Rect:
    width = max(file.width / file.height for file in (logo.light, logo.dark)) * logo.height
    if logo.corner.startswith("top"):
        top = max(_LEAST_TOP, grid.title_top + _FIRST_LINE - logo.height / 2)
    else:
        middle = grid.footer_top + grid.footer_height / 2
        top = min(middle - logo.height / 2, grid.height - logo.height - _LEAST_TOP)
    left = grid.x(0) if logo.corner.endswith("start") else grid.width - grid.margin - width
    return Rect.of_units(left, top, width, logo.height)


def _logo(logo: Logo, layout: SlideLayout, theme: Theme) -> Picture:
    """The logo in the form for the ground that it stands on, at its corner."""
    place = _place(logo, theme.grid)
    ground = _ground(layout, place)
    file = logo.dark if luminance(theme.rgb(ground)) < _DARK else logo.light
    width = Emu(round(place.height * file.width / file.height))
    left = place.left if logo.corner.endswith("start") else place.right - width
    at = Rect(Emu(left), place.top, width, place.height)
    return Picture("Logo", at, file.data, logo.description, drawing=file.drawing)


def _ground(layout: SlideLayout, place: Rect) -> Colour:
    ground = layout.background
    for shape in layout.decoration:
        if isinstance(shape, AutoShape) and shape.fill and shape.geometry == "rect":
            at = shape.rect
            if at.left <= place.left and place.right <= at.right and at.top <= place.top and place.bottom <= at.bottom:
                ground = shape.fill
    return ground


def _footers(layout: SlideLayout, theme: Theme) -> Iterator[Placeholder]:
    """The slots, of which footer and number stand where the theme wants them."""
    grid, footer = theme.grid, theme.footer
    usual = footer.text == "start" and footer.number == "end"
    for slot in layout.placeholders:
        if slot.type not in FOOT:
            yield slot
            continue
        side = footer.text if slot.type == "ftr" else footer.number
        if side is None:
            continue
        made = slot
        if not usual and layout.kind != "headline":
            columns = _NUMBER_COLUMNS if slot.type == "sldNum" else _CENTRED
            first = {"start": 0.0, "centre": (grid.columns - columns) / 2, "end": grid.columns - columns}[side]
            at = Rect.of_units(grid.x(first), grid.footer_top, grid.w(columns), grid.footer_height)
            made = _aligned(replace(slot, rect=at), side)
        yield replace(made, rect=_beside_logo(theme, layout.kind, made.rect, moves=slot.type == "sldNum"))


def _beside_logo(theme: Theme, kind: SlideKind, box: Rect, *, moves: bool) -> Rect:
    """A slot of the footer's line, cut or moved along it to where it stays clear of a logo there."""
    if theme.logo is None or clear_of_logo(theme, kind, box) == box:
        return box
    place, clear = _place(theme.logo, theme.grid), units(theme.logo.clear)
    if theme.logo.corner.endswith("start"):
        left = max(box.left, place.right + clear)
        return Rect(Emu(left), box.top, box.width if moves else Emu(box.right - left), box.height)
    right = min(box.right, place.left - clear)
    width = box.width if moves else Emu(right - box.left)
    return Rect(Emu(right - width), box.top, width, box.height)


def _aligned(slot: Placeholder, side: Align) -> Placeholder:
    levels = tuple(replace(style, align=side) for style in slot.body.levels)
    return replace(slot, body=replace(slot.body, levels=levels))
