"""Who speaks: the topic, the speaker's name and role, beside a portrait or the initials.

Example:
    layout: speaker
    title: Overview of the partnership
    name: Jane Colombini
    role: For the Secretariat
"""

from __future__ import annotations

from collections.abc import Iterable

from deck.layouts.frame.composition import as_large_as_suits
from deck.layouts.frame.furniture import (
    WHITE,
    accent_bar,
    disc,
    footer_slots,
    marks,
    number_slot,
    rectangle,
    title_slot,
)
from deck.layouts.frame.slots import FIRST_IDX, fill, slot
from deck.layouts.marks.portrait import portrait
from deck.model import content as fields
from deck.model.content import Content, Words
from deck.model.layout import Layout, Page
from deck.model.shapes import AutoShape, SlideLayout
from deck.model.style import Stroke
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import Rect, units

# The panel's width, and where the text beside it begins; tops and heights of topic and name, and the bar between them,
# in grid units.
_PANEL, _LEFT = 54, 61
_TOPIC, _NAME, _BAR = (16, 16), (36.2, 36), 33.4
_RING_STROKE = 0.4
_PORTRAIT_Y, _DIAMETER, _RING = 37, 30, 34.3
# In a template: the columns of the panel, its share that the ring takes, and how far the name stands from it.
_COLUMNS, _OF_PANEL, _BESIDE = 4, 0.84, 3.5


class Speaker(Content):
    """The fields of a speaker's slide; the title is the topic."""

    name: Words
    """The speaker's name."""
    role: Words | None = None
    """Whom or what the speaker stands for."""
    portrait: fields.Picture | None = None
    """A portrait, cut to a circle, or a logo, whole in it; without one the initials stand there."""


def slide_layout(theme: Theme) -> SlideLayout:
    """The native slide layout: topic over name and role, beside a panel with a round ground.

    In a template the topic stands where all its titles do, and the others within its room for content.
    """
    grid, look = theme.grid, theme.look("speaker")
    if theme.template:
        return _within(theme)
    left, width = grid.across(_LEFT), grid.across(look.text_width)
    topic = slot(
        0,
        "Title",
        (left, grid.down(_TOPIC[0]), width, grid.down(_TOPIC[1])),
        theme.style("speaker-topic"),
        prompt="Topic",
        kind="title",
        anchor="bottom",
    )
    name = slot(
        FIRST_IDX,
        "Speaker",
        (left, grid.down(_NAME[0]), width, grid.down(_NAME[1])),
        theme.style("speaker-name"),
        theme.style("speaker-role"),
        prompt="Name",
    )
    decoration = (
        rectangle("Panel", 0, 0, grid.across(_PANEL), grid.height, look.ground),
        *look.decoration,
        *_discs(theme),
        *accent_bar(theme, left, grid.down(_BAR), look.bar),
    )
    return SlideLayout("Speaker", WHITE, decoration, (topic, name, number_slot(theme, look.number)), "speaker")


def _within(theme: Theme) -> SlideLayout:
    """The slide layout within a template's room for content, under its title."""
    grid = theme.grid
    left = grid.x(_COLUMNS) + _BESIDE
    name = slot(
        FIRST_IDX,
        "Speaker",
        (left, grid.body_top, grid.x(0) + grid.w(grid.columns) - left, grid.body_height),
        theme.style("speaker-name"),
        theme.style("speaker-role"),
        prompt="Name",
        anchor="middle",
    )
    panel = rectangle(
        "Panel", grid.x(0), grid.body_top, grid.w(_COLUMNS), grid.body_height, theme.look("speaker").ground
    )
    decoration = (*marks(theme), panel, *_discs(theme))
    return SlideLayout("Speaker", WHITE, decoration, (title_slot(theme), name, *footer_slots(theme)))


def _discs(theme: Theme) -> tuple[AutoShape, ...]:
    """The round ground of the portrait, in its ring."""
    look, (x, y, diameter) = theme.look("speaker"), _portrait(theme)
    stroke = look.mark and Stroke(look.mark, units(_RING_STROKE))
    ring = (disc("Portrait ring", x, y, diameter * _RING / _DIAMETER, None, stroke),) if stroke else ()
    return (*ring, disc("Portrait ground", x, y, diameter, WHITE))


def _portrait(theme: Theme) -> tuple[float, float, float]:
    """The middle of the portrait, and its diameter, in grid units."""
    grid = theme.grid
    if theme.template:
        width = grid.w(_COLUMNS)
        diameter = min(_OF_PANEL * min(width, grid.body_height) * _DIAMETER / _RING, grid.across(_DIAMETER))
        return grid.x(0) + width / 2, grid.body_top + grid.body_height / 2, diameter
    return grid.across(_PANEL) / 2, grid.down(_PORTRAIT_Y), grid.across(_DIAMETER)


def arrange(content: Speaker, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """Topic, name and role; the portrait or the initials on the round ground."""
    entries = ((content.name, 0), (content.role, 1))
    layout = slide_layout(theme)
    if not theme.template:
        layout = as_large_as_suits(measurer, layout, 0, (content.title, 0), whole=(0,))
    layout = as_large_as_suits(measurer, layout, FIRST_IDX, *entries, whole=(0, 1))
    x, y, side = _portrait(theme)
    place = Rect.of_units(x - side / 2, y - side / 2, side, side)
    portrayed = portrait(content.name, content.portrait, place, theme, measurer, field="portrait")
    shapes = (
        fill(measurer, layout.placeholder(0), "title", (content.title, 0)),
        fill(measurer, layout.placeholder(FIRST_IDX), "name", *entries),
        portrayed,
    )
    yield Page(layout, shapes, content.title.plain)


LAYOUT = Layout(
    "speaker",
    Speaker,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme)],
    texts_on=lambda theme: [(theme.style("initials"), WHITE)],
    also=("presenter", "bio", "biography", "profile", "person", "host"),
)
