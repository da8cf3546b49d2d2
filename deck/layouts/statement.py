"""One sentence that matters, large, beside a panel or a picture.

Example:
    layout: statement
    title: What we are
    statement: A **global partnership** that takes immediate and effective action.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from deck.layouts.frame.composition import grown, step_that_suits
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, paper, rectangle, title_slot
from deck.layouts.frame.slots import FIRST_IDX, fill, frame, slot
from deck.layouts.pictures.fit import fitted, is_drawn
from deck.model import content as fields
from deck.model.content import Content, Words
from deck.model.layout import Layout, Page
from deck.model.shapes import Shape, SlideLayout
from deck.model.style import Colour
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import Rect

_COLUMNS, _ALONE = 8, 10
_ENOUGH = 0.75
"""The sentence is larger where it fills no more than this share of the bar's height."""
# In grid units.
_TOP, _HEIGHT = 25, 46
_BAR = 0.9
_BESIDE_BAR = 4.5
_PADDING_END = 2.0
_BESIDE_TEXT = 1.5
_ROUND_WHOLE_PICTURE = 4.0


class Statement(Content):
    """The fields of a statement."""

    statement: Words
    """The sentence."""
    picture: fields.Picture | None = None
    """A picture in the panel: a photograph is cut to cover it, a logo or a drawing stands whole on a light ground."""


def slide_layout(theme: Theme, step: float = 1, *, light: bool = False, panel: bool = True) -> SlideLayout:
    """The native slide layout: text over eight columns with a bar before it, a panel on the end side.

    The text is larger by a step. A `light` panel is the plain ground of a whole picture, which may be a logo; without a
    `panel`, the text takes ten columns.
    """
    grid = theme.grid
    look = theme.look("statement")
    left, over, width, under = _panel(theme)
    top, height = (over, under) if theme.template else (grid.down(_TOP), grid.down(_HEIGHT))
    bar = (rectangle("Statement bar", grid.x(0), top, _BAR, height, look.mark),) if look.mark else ()
    statement = slot(
        FIRST_IDX,
        "Statement",
        (grid.x(0) + _BESIDE_BAR, top, grid.w(_COLUMNS if panel else _ALONE) - _BESIDE_BAR - _PADDING_END, height),
        grown(theme.style("statement"), step),
        prompt="Statement",
        anchor="middle",
    )
    plain = paper(theme) if theme.is_dark else Colour("lt2")
    side = rectangle("Panel", left, over, width, under, plain if light else look.ground)
    columns = grid.columns if theme.template else _COLUMNS
    beside = (side, *(() if light else look.decoration)) if panel else ()
    number = None if theme.template else _number(theme, light=light)
    return SlideLayout(
        "Statement with whole picture" if light else "Statement" if panel else "Statement alone",
        WHITE,
        (*marks(theme, rule=False), *bar, *beside),
        (title_slot(theme, columns), statement, *footer_slots(theme, _COLUMNS, number)),
        "content" if theme.template else "statement",
    )


def _panel(theme: Theme) -> tuple[float, float, float, float]:
    """Where the panel is, in grid units: from edge to edge, or in a template where that leaves room."""
    grid = theme.grid
    edge = grid.x(_COLUMNS) + _BESIDE_TEXT
    if theme.template:
        return edge, grid.body_top, grid.x(0) + grid.w(grid.columns) - edge, grid.body_height
    return edge, 0, grid.width - edge, grid.height


def _number(theme: Theme, *, light: bool) -> Colour | None:
    """The slide number's colour, on the panel."""
    return (Colour("lt1") if theme.is_dark else None) if light else theme.look("statement").number


def arrange(content: Statement, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """Title and statement; a picture covers the panel, or stands whole on a light one."""
    picture = content.picture
    whole = picture is not None and (picture.fit or ("whole" if is_drawn(picture) else "cover")) == "whole"
    # A template has nothing to decorate an empty panel with.
    of = partial(slide_layout, theme, light=whole, panel=not theme.template or picture is not None)
    said = (content.statement, 0)
    layout = of(step_that_suits(lambda step: [frame(of(step).placeholder(FIRST_IDX), said)], measurer, enough=_ENOUGH))
    shapes: list[Shape] = [
        fill(measurer, layout.placeholder(0), "title", (content.title, 0)),
        fill(measurer, layout.placeholder(FIRST_IDX), "statement", said),
    ]
    if picture:
        # The slide number keeps the panel as its ground.
        left, top, width, height = _panel(theme)
        height = min(height, theme.grid.footer_rule - top)
        air = _ROUND_WHOLE_PICTURE if whole else 0
        panel = Rect.of_units(left + air, top + air, width - 2 * air, height - 2 * air)
        shapes.append(fitted("Picture", picture, panel, "whole" if whole else "cover"))
    yield Page(layout, tuple(shapes), content.title.plain)


LAYOUT = Layout(
    "statement",
    Statement,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme)],
    also=("sentence", "mission", "definition"),
)
