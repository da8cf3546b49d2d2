"""A side of a comparison: what may stand on it, and the slots of it, from the top: heading, figure, picture or code,
text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Literal

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic
from deck.layouts.frame.composition import grown, up_to
from deck.layouts.frame.distribution import Block, blocks
from deck.layouts.frame.furniture import ACCENTS, rectangle
from deck.layouts.frame.lists import list_styles
from deck.layouts.frame.slots import FIRST_IDX, Entry, coloured, slot
from deck.layouts.listings.listing import Listing
from deck.layouts.listings.panel import block_of
from deck.layouts.listings.plan import Block as CodeBlock
from deck.layouts.listings.plan import code_style
from deck.model.content import Code, CodeLanguage, Figure, Item, Picture, Prose, Words
from deck.model.fields import Part
from deck.model.rules import Size
from deck.model.shapes import AutoShape, Placeholder
from deck.model.style import Bullet, Colour, TextStyle
from deck.model.theme import Theme

Box = tuple[float, float, float, float]
PADDING, GAP = 4.0, 2.0
"""Round what stands on a side, and between its parts, in grid units."""
HEADING, FIGURE, PICTURE, CODE, TEXT = range(5)
"""A side's slots, by the order in which they are read."""
_SLOTS = 5
_GLYPH = 1.35
"""The room of a glyph that is no bullet, in sizes."""
_LARGEST = 34.0
"""How large a text becomes: its heading is larger."""


class Side(Part):
    """One of the things that are compared."""

    heading: Words
    """What it is."""
    value: Figure | None = None
    """A figure, large."""
    label: Words | None = None
    """What the figure counts."""
    picture: Picture | None = None
    """A picture of it."""
    code: Code | None = None
    """Source code, below a `|`; its lines are never broken."""
    language: CodeLanguage | None = None
    """What the code is written in, such as `python`."""
    text: Prose | None = None
    """What is said of it."""
    items: tuple[Item, ...] = ()
    """What is said of it, as a list."""
    glyph: Annotated[str, Size(1, 1)] = "•"
    """The character before each entry, such as ✓ or ✗."""
    colour: Literal["accent1", "accent2", "accent3", "accent4", "accent5", "accent6"] | None = None
    """The colour of its heading, by its name in the theme; left out, each side has its own."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """A side of which nothing is said, or a part that goes with another that is not there, or is."""
        if not (self.text or self.items or self.picture or self.value or self.code):
            hint = "write `text:`, `items:`, `picture:`, `code:` or `value:`"
            yield Diagnostic("missing-field", "nothing is said of this side", hint=hint, field="heading")
        if self.label and not self.value:
            hint = "add `value:`, or write it as `text:`"
            yield Diagnostic("invalid-value", "a label says what a figure counts", hint=hint, field="label")
        if self.picture and self.code:
            hint = "take one of the two out"
            yield Diagnostic("invalid-value", "a side has room for a picture or for code", hint=hint, field="code")

    @property
    def figure(self) -> list[Entry]:
        """What its figure's slot holds."""
        return [(self.value.text if self.value else None, 0), (self.label, 1)]

    @property
    def said(self) -> list[Block]:
        """What its text's slot holds: the text, then the list."""
        text = [self.text.paragraphs] if self.text else []
        return [*text, *blocks(self.items, level=len(text))]

    @property
    def said_in(self) -> str:
        """The field that its text's slot shows."""
        return "text" if self.text else "items"

    @property
    def is_plain(self) -> bool:
        """Whether it is a heading and what is said, as any template sets it: no figure, picture, code, sign, colour."""
        return not (self.value or self.picture or self.code or self.colour) and self.glyph == "•"

    def listing(self, theme: Theme) -> CodeBlock | None:
        """Its code."""
        return block_of(theme, Listing(code=self.code, language=self.language)) if self.code else None

    def accent(self, number: int) -> Colour:
        """The colour of its heading, as the side of this number."""
        return Colour(self.colour) if self.colour else ACCENTS[number]


@dataclass(frozen=True, slots=True)
class Plan:
    """How high all sides' parts are, in grid units, and how large they are set; code in points.

    `body` is all that stands under the heading. Headings, texts and figures are larger by a step.
    """

    heading: float
    body: float
    heading_step: float = 1
    figure: float = 0
    media: float = 0
    text_step: float = 1
    figure_step: float = 1
    code_size: float = 0
    cover: bool = True

    def over_text(self, side: Side) -> float:
        """What a side has over its text, with the gap after it."""
        figure = self.figure + GAP if side.value else 0
        return figure + (self.media + GAP if side.picture or side.code else 0)


def grounds(number: int, accent: Colour, box: Box, theme: Theme) -> list[AutoShape]:
    """A side's ground and cap in this box: left, top, width and height, in grid units."""
    left, top, width, height = box
    return [
        rectangle(f"Side {number + 1}", left, top, width, height, theme.grounds.card),
        rectangle(f"Cap {number + 1}", left, top, width, theme.marks.cap, accent),
    ]


def slots(theme: Theme, number: int, side: Side, plan: Plan, at: tuple[float, float, float]) -> Iterator[Placeholder]:
    """The slots of a side, the first at this left and top, all of this width, in grid units."""
    left, y, width = at
    nth, accent = number + 1, side.accent(number)
    style = grown(coloured(theme.style("comparison-heading"), accent), plan.heading_step)
    yield slot(idx(number, HEADING), f"Heading {nth}", (left, y, width, plan.heading), style, prompt="Heading")
    y += plan.heading + GAP
    bottom = y + plan.body
    if side.value:
        levels = figure_styles(theme, accent, plan.figure_step)
        yield slot(idx(number, FIGURE), f"Figure {nth}", (left, y, width, plan.figure), *levels, prompt="Figure")
        y += plan.figure + GAP
    box = picture_box(side, plan, at)
    if side.picture and plan.cover and side.picture.fit != "whole":
        style = theme.style("picture-caption")
        yield slot(idx(number, PICTURE), f"Picture {nth}", box, style, prompt="Picture", kind="pic")
    if listing := side.listing(theme):
        style = code_style(theme, listing, plan.code_size)
        yield slot(idx(number, CODE), f"Code {nth}", box, style, prompt="Code")
    if side.picture or side.code:
        y += plan.media + GAP
    if side.said:
        words = text_styles(theme, side, plan.text_step)
        yield slot(idx(number, TEXT), f"Text {nth}", (left, y, width, bottom - y), *words, prompt="Text")


def picture_box(side: Side, plan: Plan, at: tuple[float, float, float]) -> Box:
    """Where a side's picture or code stands: left, top, width and height, in grid units."""
    left, y, width = at
    return left, y + plan.heading + GAP + (plan.figure + GAP if side.value else 0), width, plan.media


def idx(side: int, part: int) -> int:
    """The index of a side's slot."""
    return FIRST_IDX + _SLOTS * side + part


def figure_styles(theme: Theme, accent: Colour, step: float) -> tuple[TextStyle, ...]:
    """The levels of a figure: itself, and what it counts."""
    return grown(coloured(theme.style("hero-small"), accent), step), grown(theme.style("hero-label-small"), step)


def text_styles(theme: Theme, side: Side, step: float) -> Sequence[TextStyle]:
    """The levels of a side's text: what is said, then the list's three."""
    text = [theme.style("picture-text")] if side.text else []
    items = [*list_styles(theme, theme.style("picture-text"))] if side.items else []
    if items:
        colour = items[0].bullet.colour if items[0].bullet else None
        bullet = Bullet(side.glyph, Colour(side.colour) if side.colour else colour)
        indent = items[0].indent if side.glyph == "•" else items[0].size * _GLYPH
        items[0] = replace(items[0], bullet=bullet, indent=indent, hanging=indent)
    return [grown(each, step) for each in up_to(_LARGEST, [*text, *items])]
