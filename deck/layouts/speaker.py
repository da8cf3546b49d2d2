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
from deck.layouts.frame.furniture import WHITE, accent_bar, disc, number_slot, rectangle
from deck.layouts.frame.slots import FIRST_IDX, fill, slot
from deck.layouts.marks.portrait import portrait
from deck.model import content as fields
from deck.model.content import Content, Words
from deck.model.layout import Layout, Page
from deck.model.shapes import SlideLayout
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


class Speaker(Content):
    """The fields of a speaker's slide; the title is the topic."""

    name: Words
    """The speaker's name."""
    role: Words | None = None
    """Whom or what the speaker stands for."""
    portrait: fields.Picture | None = None
    """A portrait, cut to a circle; without one the initials stand there."""


def slide_layout(theme: Theme) -> SlideLayout:
    """The native slide layout: topic over name and role, beside a panel with a round ground."""
    grid, look = theme.grid, theme.look("speaker")
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
    x, y = grid.across(_PANEL) / 2, grid.down(_PORTRAIT_Y)
    ring = look.mark and disc("Portrait ring", x, y, grid.across(_RING), None, Stroke(look.mark, units(_RING_STROKE)))
    decoration = (
        rectangle("Panel", 0, 0, grid.across(_PANEL), grid.height, look.ground),
        *look.decoration,
        *((ring,) if ring else ()),
        disc("Portrait ground", x, y, grid.across(_DIAMETER), WHITE),
        *accent_bar(theme, left, grid.down(_BAR), look.bar),
    )
    return SlideLayout("Speaker", WHITE, decoration, (topic, name, number_slot(theme, look.number)), "speaker")


def _portrait(theme: Theme) -> Rect:
    """Where the portrait stands."""
    side = theme.grid.across(_DIAMETER)
    return Rect.of_units((theme.grid.across(_PANEL) - side) / 2, theme.grid.down(_PORTRAIT_Y) - side / 2, side, side)


def arrange(content: Speaker, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """Topic, name and role; the portrait or the initials on the round ground."""
    entries = ((content.name, 0), (content.role, 1))
    layout = as_large_as_suits(measurer, slide_layout(theme), 0, (content.title, 0), whole=(0,))
    layout = as_large_as_suits(measurer, layout, FIRST_IDX, *entries, whole=(0, 1))
    portrayed = portrait(content.name, content.portrait, _portrait(theme), theme, measurer, field="portrait")
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
