"""What slides of every kind share: title, footer and number, the theme's small shapes and decoration."""

from __future__ import annotations

from colorsys import rgb_to_hls
from dataclasses import replace

from deck.layouts.frame.dressing import clear_of_logo
from deck.layouts.frame.slots import slot
from deck.model.contrast import LEAST, contrast
from deck.model.shapes import AutoShape, Picture, Placeholder
from deck.model.style import Colour, Stroke, TextStyle
from deck.model.theme import Theme
from deck.model.units import Emu, Rect, units

WHITE = Colour("lt1")
"""The ground of slides of content, and what stands on an accent: white in a light theme."""
ACCENTS = tuple(Colour(accent) for accent in ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6"))

_TOLD_APART = 120
"""How far two colours are apart, their red, green and blue together, where words in one are told from the other."""
_FOOTER_IDX, _NUMBER_IDX = 11, 12
SEEN = 3.0
"""The contrast that a graphic has at least where it means something (WCAG 1.4.11)."""
FAINT = ACCENTS[5].lighter(70)
"""The grey of lines that stand back, in a light theme."""


def title_slot(theme: Theme, columns: float = 12) -> Placeholder:
    """The title at the top of a slide, over this many columns."""
    grid = theme.grid
    if theme.template:
        own = theme.template.title
        width = own.rect.width if columns == grid.columns else min(own.rect.width, units(grid.w(columns)))
        return replace(own, native=None, name="Title", prompt="Title", rect=replace(own.rect, width=Emu(width)))
    at = (grid.x(0), grid.title_top, grid.w(columns), grid.title_height)
    style = theme.style("title")
    style = replace(style, emphasis=standing_out(theme, style))
    place = slot(0, "Title", at, style, prompt="Title", kind="title")
    return replace(place, rect=clear_of_logo(theme, "content", place.rect))


def standing_out(theme: Theme, style: TextStyle) -> Colour | None:
    """The colour of the mark at titles, or else the first accent, that is read well on a slide of content and told from
    the style's own; None where there is none."""
    ground, own = theme.rgb(WHITE), theme.rgb(style.colour)
    mark = [theme.marks.title[0]] if theme.marks.title else []
    for colour in (*mark, *ACCENTS):
        shown = theme.rgb(colour)
        far = sum(abs(one - other) for one, other in zip(shown, own, strict=True))
        if contrast(shown, ground) >= LEAST and far >= _TOLD_APART:
            return colour
    return None


def footer_slots(theme: Theme, columns: float = 10, number: Colour | None = None) -> tuple[Placeholder, Placeholder]:
    """The footer over this many columns, and the slide number in the last."""
    grid = theme.grid
    at = (grid.x(0), grid.footer_top, grid.w(columns), grid.footer_height)
    footer = slot(_FOOTER_IDX, "Footer", at, theme.style("footer"), prompt="Footer", kind="ftr", anchor="middle")
    return footer, number_slot(theme, number)


def divider_foot(theme: Theme) -> tuple[Placeholder, ...]:
    """What stands at the foot of a divider: its number; in a template all that is at the foot of other slides."""
    return footer_slots(theme) if theme.template else (number_slot(theme, theme.look("divider").number),)


def number_slot(theme: Theme, colour: Colour | None = None) -> Placeholder:
    """The slide number in the last column."""
    grid = theme.grid
    style = theme.style("slide-number")
    at = (grid.x(grid.columns - 1), grid.footer_top, grid.w(1), grid.footer_height)
    style = replace(style, colour=colour) if colour else style
    return slot(_NUMBER_IDX, "Slide Number", at, style, prompt="‹#›", kind="sldNum", anchor="middle")


def rectangle(name: str, left: float, top: float, width: float, height: float, fill: Colour) -> AutoShape:
    """A filled rectangle at these grid units, as decoration."""
    return AutoShape(name, Rect.of_units(left, top, width, height), "rect", fill)


def disc(
    name: str, x: float, y: float, diameter: float, fill: Colour | None, stroke: Stroke | None = None
) -> AutoShape:
    """A disc about the centre (x, y), in grid units, as decoration."""
    at = Rect.of_units(x - diameter / 2, y - diameter / 2, diameter, diameter)
    return AutoShape(name, at, "ellipse", fill, stroke)


def marks(theme: Theme, *, title: bool = True, rule: bool = True) -> tuple[AutoShape | Picture, ...]:
    """What the theme draws on a slide of content: its decoration, the mark at the title, the line over the footer."""
    drawn: list[AutoShape | Picture] = [*theme.look("content").decoration]
    if title and (mark := theme.marks.title):
        drawn.append(rectangle("Title marker", *mark[1], mark[0]))
    if rule and (line := footer_rule(theme, theme.grid.x(0), theme.grid.w(theme.grid.columns))):
        drawn += line
    return tuple(drawn)


def hairline(theme: Theme) -> Colour:
    """The colour of a line that parts things: that of the line over the footer."""
    return theme.marks.rule[0] if theme.marks.rule else theme.grounds.card


def gridline(theme: Theme) -> Colour:
    """The colour of a line that stands back behind what is read by it: that of others, unless they are dark."""
    line = hairline(theme)
    is_faint = contrast(theme.rgb(line), theme.rgb(WHITE)) < SEEN
    return line if is_faint else FAINT


def muted(theme: Theme) -> Colour:
    """The grey of the theme that stands back most and is still seen: by 3 : 1 against the ground.

    For what means something; a `hairline` only parts things.
    """
    grey, ground = Colour("accent6"), theme.rgb(WHITE)
    ways = (fainter(theme, grey, step) for step in range(60, 0, -5))
    return next((each for each in ways if contrast(theme.rgb(each), ground) >= SEEN), grey)


def fainter(theme: Theme, colour: Colour, per_cent: int) -> Colour:
    """The colour, that much nearer to the theme's ground: lighter, or in the dark darker."""
    return replace(colour, lum_mod=100 - per_cent) if theme.is_dark else mixed_with_white(theme, colour, per_cent)


def mixed_with_white(theme: Theme, colour: Colour, per_cent: int) -> Colour:
    """The colour, mixed with so much white.

    `lighter` keeps the saturation of HSL, by which a dark and saturated colour turns neon: 006B4F becomes 4DFFD0.
    """
    _, light, _ = rgb_to_hls(*(part / 255 for part in theme.rgb(colour)))
    share = 1 - per_cent / 100
    room, room_then = (1 - abs(2 * each - 1) for each in (light, 1 - share * (1 - light)))
    return replace(colour.lighter(per_cent), sat_mod=round(100 * share * room / room_then) if room_then else 100)


def footer_rule(theme: Theme, left: float, width: float) -> tuple[AutoShape, ...]:
    """The line over the footer, where the theme has one, at this place in grid units."""
    if theme.marks.rule is None:
        return ()
    colour, height = theme.marks.rule
    return (rectangle("Footer rule", left, theme.grid.footer_rule, width, height, colour),)


def paper(theme: Theme) -> Colour:
    """The lightest ground, for what is made for white paper: a QR code, a foreign logo."""
    return Colour("dk1" if theme.is_dark else "lt1")


def ink(theme: Theme) -> Colour:
    """What is written and drawn in on that."""
    return Colour("lt1" if theme.is_dark else "dk1")


def accent_bar(
    theme: Theme, left: float, top: float, colour: Colour | None, most: float | None = None
) -> tuple[AutoShape, ...]:
    """The bar between a large title and what follows it, in the colour that its kind of slide has, if any.

    It is no wider than `most`, in grid units.
    """
    width, height = theme.marks.bar
    return (rectangle("Accent bar", left, top, min(width, most or width), height, colour),) if colour else ()
