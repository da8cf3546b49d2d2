"""Four fields: two by two along two axes, or strengths, weaknesses, opportunities and threats.

Example:
    layout: matrix
    title: Where to begin
    up: Effect
    across: Effort
    highlight: now
    quadrants:
      - {id: now, heading: Do it now, text: Large effect for little effort}
      - {id: plan, heading: Plan it, text: Large effect for much effort}
      - {id: aside, heading: Do it aside, text: Small effect for little effort}
      - {id: leave, heading: Leave it, text: Small effect for much effort}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated, Literal, Self

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, did_you_mean
from deck.layouts.frame.composition import FINE_STEPS, grown, step_that_suits
from deck.layouts.frame.furniture import ACCENTS, WHITE, footer_slots, marks, rectangle, title_slot
from deck.layouts.frame.pointing import pointer
from deck.layouts.frame.slots import FIRST_IDX, Entry, coloured, fill, fill_alike, frame, slot
from deck.model.content import Content, Item, Words
from deck.model.fields import Identifier, Part
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import AutoShape, Picture, Placeholder, Shape, SlideLayout
from deck.model.speech import Speech
from deck.model.style import Anchor, Bullet, Colour, TextStyle
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer

# The room for an axis beside the fields, and for its name; the line's thickness, its arrow, and how far the line stands
# from the fields; the gap between fields, and their padding; all in grid units.
_BESIDE, _NAME, _LINE, _ARROW, _TO_AXIS, _GAP = 3.4, 4.6, 0.5, 2.8, 1.7, 1.6
_PADDING = (4.0, 2.2, 4.0, 1.6)
_ENOUGH = 0.96
"""Fields have air round their texts already."""
_INDENT = 18.0
"""How far entries of a list stand in, in points."""
_SWOT = ("strengths", "weaknesses", "opportunities", "threats")
_TINTS = (ACCENTS[2], ACCENTS[1], ACCENTS[0], ACCENTS[3])
_STRONG = Colour("accent1")
_UP_IDX, _ACROSS_IDX = FIRST_IDX + 4, FIRST_IDX + 5


class Quadrant(Part):
    """One of the four fields."""

    heading: Words | None = None
    """What it is; of `form: swot`, the word for it if left out."""
    text: Words | None = None
    """More about it."""
    items: Annotated[tuple[Item, ...], Size(most=8)] = ()
    """What stands in it, as a list."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """Entries below others: there is no room for them."""
        for item in self.items:
            if item.items:
                message = "a list in a field has one level"
                yield Diagnostic(
                    "too-deep", message, hint="put it on a slide of its own", field=f"items.{item.id}.items"
                )


class Matrix(Content):
    """The fields of a matrix."""

    form: Literal["two-by-two", "swot"] = "two-by-two"
    """Whether the fields lie along two axes, or are strengths, weaknesses, opportunities and threats."""
    quadrants: Annotated[tuple[Quadrant, ...], Size(4, 4)]
    """The four fields, row by row."""
    up: Words | None = None
    """What grows from below, beside the fields."""
    across: Words | None = None
    """What grows in the direction of reading, under them."""
    highlight: Identifier | None = None
    """The id of the field that stands out."""

    @property
    def phrases(self) -> tuple[str, ...]:
        """The headings that are not given."""
        if self.form != "swot":
            return ()
        return tuple(f"swot.{name}" for name, each in zip(_SWOT, self.quadrants, strict=True) if not each.heading)

    def spoken(self, speech: Speech) -> Self:
        """With the words for strengths and so on, where no others are given."""
        if self.form != "swot":
            return self
        quadrants = (
            each if each.heading else each.replaced(heading=Text.of(speech.phrase(f"swot.{name}")))
            for name, each in zip(_SWOT, self.quadrants, strict=True)
        )
        return self.replaced(quadrants=tuple(quadrants))

    def mistakes(self) -> Iterator[Diagnostic]:
        """Fields without a heading, one that stands out and is none of them, and axes where there are none."""
        known = [quadrant.id for quadrant in self.quadrants]
        if self.highlight and self.highlight not in known:
            hint = did_you_mean(self.highlight, known) or "known: " + ", ".join(f"`{each}`" for each in known)
            yield Diagnostic("unknown-name", f"no field has the id `{self.highlight}`", hint=hint, field="highlight")
        for quadrant in self.quadrants:
            if self.form == "two-by-two" and not quadrant.heading:
                yield Diagnostic("missing-field", "`heading` is missing", field=f"quadrants.{quadrant.id}")
        if self.form == "swot":
            for name in ("up", "across"):
                if getattr(self, name):
                    message = "there are no axes beside strengths and weaknesses"
                    yield Diagnostic("invalid-value", message, hint="take it out", field=name)


@dataclass(frozen=True, slots=True)
class _Design:
    """Where the fields and their axes stand; texts are larger by a step, and the field `strong` stands out."""

    theme: Theme
    swot: bool = False
    up: bool = False
    across: bool = False
    strong: int | None = None
    step: float = 1

    @property
    def _area(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the fields, in grid units."""
        grid = self.theme.grid
        axes = self.up or self.across
        left = grid.x(0) + (_BESIDE if axes else 0)
        top = grid.body_top + (_NAME if self.up else 0)
        bottom = grid.body_bottom - (_BESIDE if axes else 0) - (_NAME if self.across else 0)
        return left, top, grid.x(0) + grid.w(grid.columns), bottom

    def boxes(self) -> Iterator[tuple[float, float, float, float]]:
        """Each field's left, top, width and height, in grid units."""
        left, top, right, bottom = self._area
        width, height = (right - left - _GAP) / 2, (bottom - top - _GAP) / 2
        for at in range(4):
            row, column = divmod(at, 2)
            yield left + column * (width + _GAP), top + row * (height + _GAP), width, height

    def _axes(self) -> Iterator[AutoShape]:
        left, top, right, bottom = self._area
        x, y = left - _TO_AXIS, bottom + _TO_AXIS
        if self.up or self.across:
            yield rectangle(
                "Axis up", x - _LINE / 2, top + _ARROW / 2, _LINE, y - top - _ARROW / 2 + _LINE / 2, _STRONG
            )
            yield pointer("Arrow up", x, top + _ARROW / 2, _ARROW, _ARROW, -90, _STRONG)
            yield rectangle("Axis across", x + _LINE / 2, y - _LINE / 2, right - _ARROW / 2 - x, _LINE, _STRONG)
            yield pointer("Arrow across", right - _ARROW / 2, y, _ARROW, _ARROW, 0, _STRONG)

    def _names(self) -> Iterator[Placeholder]:
        grid, (left, top, right, bottom) = self.theme.grid, self._area
        style = replace(self.theme.style("card-text"), bold=True, colour=_STRONG, space_after=0)
        if self.up:
            box = (grid.x(0), top - _NAME, right - grid.x(0), _NAME - 0.6)
            yield slot(_UP_IDX, "Axis up", box, style, prompt="Name", anchor="bottom")
        if self.across:
            box = (left, bottom + _BESIDE, right - left, _NAME - 0.4)
            yield slot(_ACROSS_IDX, "Axis across", box, replace(style, align="end"), prompt="Name")

    def _styles(self, at: int) -> list[TextStyle]:
        """Heading, text and an entry of a list."""
        theme, strong = self.theme, at == self.strong
        heading, text = (grown(theme.style(f"card-{part}"), self.step) for part in ("heading", "text"))
        text = replace(text, space_after=max(text.space_after, 3))
        if strong:
            heading, text = coloured(heading, WHITE), coloured(text, WHITE)
        elif self.swot:
            heading = coloured(heading, _TINTS[at])
        indent = round(_INDENT * self.step, 1)
        bullet = Bullet("•", heading.colour)
        return [heading, text, replace(text, bullet=bullet, indent=indent, hanging=indent)]

    def slide_layout(self) -> SlideLayout:
        """The native slide layout: the grounds of four fields with a slot on each, and the axes."""
        theme = self.theme
        start, top, end, bottom = _PADDING
        drawn: list[AutoShape | Picture] = [*marks(theme), *self._axes()]
        slots: list[Placeholder] = []
        for at, box in enumerate(self.boxes()):
            cap = theme.marks.cap if self.swot else 0
            left, above, width, height = box
            ground = _STRONG if at == self.strong else theme.grounds.card
            drawn.append(rectangle(f"Field {at + 1}", left, above + cap, width, height - cap, ground))
            if cap:
                drawn.append(rectangle(f"Cap {at + 1}", left, above, width, cap, _TINTS[at]))
            insets = (start, cap + top, end, bottom)
            anchor: Anchor = "top" if self.swot else "middle"
            name = f"Field {at + 1}"
            slots.append(
                slot(FIRST_IDX + at, name, box, *self._styles(at), prompt="Heading", insets=insets, anchor=anchor)
            )
        axes = f" with {'two axes' if self.up and self.across else 'an axis'}" if self.up or self.across else ""
        places = (title_slot(theme), *slots, *self._names(), *footer_slots(theme))
        return SlideLayout(f"{'SWOT' if self.swot else 'Matrix'}{axes}", WHITE, tuple(drawn), places)


def arrange(content: Matrix, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The fields at one size, as large as suits them, and the names of the axes."""
    strong = next((at for at, quadrant in enumerate(content.quadrants) if quadrant.id == content.highlight), None)
    design = _Design(theme, content.form == "swot", bool(content.up), bool(content.across), strong)

    def frames(step: float) -> list[Frame]:
        layout = replace(design, step=step).slide_layout()
        return [
            frame(layout.placeholder(FIRST_IDX + at), *_said(quadrant)) for at, quadrant in enumerate(content.quadrants)
        ]

    step = step_that_suits(frames, measurer, enough=_ENOUGH, whole=(0,), steps=FINE_STEPS)
    layout = replace(design, step=step).slide_layout()
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    axes = ((_UP_IDX, "up", content.up), (_ACROSS_IDX, "across", content.across))
    names = [(layout.placeholder(idx), field, [(name, 0)]) for idx, field, name in axes if name]
    named = fill_alike(measurer, names)
    # The name of the upright axis stands over the fields, and is read before them.
    over = [box for box in named if box.field == "up"]
    shapes += over
    shapes += fill_alike(
        measurer,
        [
            (layout.placeholder(FIRST_IDX + at), f"quadrants.{quadrant.id}", _said(quadrant))
            for at, quadrant in enumerate(content.quadrants)
        ],
    )
    shapes += [box for box in named if box not in over]
    yield Page(layout, tuple(shapes), content.title.plain)


def _said(quadrant: Quadrant) -> list[Entry]:
    return [(quadrant.heading, 0), (quadrant.text, 1), *((item.text, 2) for item in quadrant.items)]


def slide_layouts(theme: Theme) -> Iterator[SlideLayout]:
    """Those that every deck offers."""
    yield _Design(theme, up=True, across=True).slide_layout()
    yield _Design(theme, swot=True).slide_layout()


_BARE = """\
layout: matrix
title: Four kinds of supply chains
quadrants:
  - {id: a, heading: Short and known}
  - {id: b, heading: Long and known}
  - {id: c, heading: Short and unknown}
  - {id: d, heading: Long and unknown}
"""
_STRENGTHS = """\
layout: matrix
form: swot
title: Where the partnership stands
quadrants:
  - {id: strengths, items: ["37 countries", One common target, Workers and employers at one table]}
  - {id: weaknesses, items: [Few figures, Little money of its own]}
  - {id: opportunities, items: [New laws on due diligence, Young members]}
  - {id: threats, items: [Crises elsewhere, Shrinking budgets]}
"""

LAYOUT = Layout(
    "matrix",
    Matrix,
    __doc__ or "",
    arrange,
    slide_layouts,
    texts_on=lambda theme: [(coloured(theme.style(f"card-{part}"), WHITE), _STRONG) for part in ("heading", "text")],
    also=("swot", "quadrants", "two-by-two", "priorities"),
    samples=(_BARE, _STRENGTHS),
)
