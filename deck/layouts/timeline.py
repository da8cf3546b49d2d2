"""What happened when, and what comes: events along a line of time, from its start to an arrow that goes on.

Many events stand above and below the line in turn. Where one of them is `now`, the line is bold up to there.

Example:
    layout: timeline
    title: On the way to 2030
    now: durban
    events:
      - {id: launch, date: "2016", heading: The Alliance begins, text: It answers target 8.7.}
      - {id: durban, date: May 2022, heading: Durban Call to Action, text: "Governments, employers and workers agree."}
      - {id: end, date: "2030", heading: No modern slavery, text: So the States have promised.}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Self

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, did_you_mean
from deck.layouts.frame.composition import OPTICAL_MIDDLE, grown, height_of, step_that_suits
from deck.layouts.frame.furniture import WHITE, disc, footer_slots, marks, muted, rectangle, title_slot
from deck.layouts.frame.pointing import pointer
from deck.layouts.frame.slots import FIRST_IDX, Entry, fill, fill_alike, frame, slot
from deck.model.content import Content, Words
from deck.model.fields import Identifier, Part
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import AutoShape, Picture, Shape, SlideLayout, TextBox
from deck.model.speech import Speech
from deck.model.style import Colour, Stroke
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import units

_MOST, _MOST_IN_A_ROW, _LEAST_IN_TURN = 8, 5, 5
# The line's thickness, the arrow's length and height, diameters of a dot and of the one that is now, in grid units.
_LINE, _ARROW, _DOT, _NOW = 0.7, (3.6, 3.6), 3.2, 5.4
_RING = Stroke(WHITE, units(0.5))
# Between the line and the words, and from a dot's middle to where its words begin, which is its edge.
_UNDER_LINE = 4.0
_APART = 4.5
"""Between one event's words and the next's, in grid units: ragged lines would else meet."""
_PAST, _TODAY = Colour("accent1"), Colour("accent2")


class Event(Part):
    """One event."""

    date: Words
    """When it is: a day, a year, a phase."""
    heading: Words
    """What happens, in a few words."""
    text: Words | None = None
    """More about it."""


class Timeline(Content):
    """The fields of a timeline."""

    events: Annotated[tuple[Event, ...], Size(2, _MOST)]
    """The events, the first first."""
    now: Identifier | None = None
    """The id of the event at which we are: it is marked, and what is still to come stands on a lighter line."""
    _speech: Speech | None = None

    @property
    def phrases(self) -> tuple[str, ...]:
        """The word at the mark of now."""
        return ("timeline.now",) if self.now else ()

    def spoken(self, speech: Speech) -> Self:
        """With the word that its language has for the mark of now."""
        return self.replaced(_speech=speech)

    @property
    def now_in_words(self) -> str | None:
        """What a screen reader says at the mark."""
        return self._speech.phrase("timeline.now") if self._speech else None

    @property
    def place_of_now(self) -> int | None:
        """Which of the events is now."""
        return next((at for at, event in enumerate(self.events) if event.id == self.now), None)

    def mistakes(self) -> Iterator[Diagnostic]:
        """An event that is now, and is none of them."""
        known = [event.id for event in self.events]
        if self.now and self.now not in known:
            hint = did_you_mean(self.now, known) or "known: " + ", ".join(f"`{each}`" for each in known)
            yield Diagnostic("unknown-name", f"no event has the id `{self.now}`", hint=hint, field="now")


@dataclass(frozen=True, slots=True)
class _Design:
    """Where that many events stand: all under the line, or in turn above and below it.

    Texts are larger by a step. The line is `axis` grid units from the top; as if nothing were now, without `now`.
    """

    theme: Theme
    count: int
    in_turn: bool = False
    step: float = 1
    axis: float | None = None
    now: int | None = None

    @property
    def _middle(self) -> float:
        """How high the line is, in grid units."""
        grid = self.theme.grid
        if self.axis is not None:
            return self.axis
        return grid.body_top + (grid.body_height / 2 if self.in_turn else _NOW / 2)

    @property
    def _pitch(self) -> float:
        """From one event to the next: those in turn have room for two."""
        grid = self.theme.grid
        return (grid.w(grid.columns) + grid.gutter) / (self.count + self.in_turn)

    def dots(self) -> Iterator[tuple[float, float]]:
        """The middle of each event's dot."""
        for at in range(self.count):
            yield self.theme.grid.x(0) + at * self._pitch + _DOT / 2, self._middle

    def boxes(self) -> Iterator[tuple[float, float, float, float]]:
        """Where each event's words stand."""
        grid = self.theme.grid
        width = self._pitch * (2 if self.in_turn else 1) - max(grid.gutter, _APART)
        for at in range(self.count):
            left = grid.x(0) + at * self._pitch
            if self.in_turn and at % 2 == 0:
                yield left, grid.body_top, width, self._middle - _UNDER_LINE - grid.body_top
            else:
                top = self._middle + _UNDER_LINE
                yield left, top, width, grid.body_bottom - top

    def _drawn(self) -> Iterator[AutoShape]:
        """The line with its arrow and dots: what is to come is lighter, and hollow."""
        grid, top = self.theme.grid, self._middle - _LINE / 2
        faint = muted(self.theme)
        left, right = grid.x(0), grid.x(0) + grid.w(grid.columns)
        dots = list(self.dots())
        end = right - _ARROW[0]
        reached = dots[self.now][0] if self.now is not None else end
        yield rectangle("Line so far", left, top, reached - left, _LINE, _PAST)
        if reached < end:
            yield rectangle("Line to come", reached, top, end - reached, _LINE, faint)
        goes_on = faint if self.now is not None else _PAST
        yield pointer("Arrow", right - _ARROW[0] / 2, self._middle, _ARROW[0], _ARROW[1], 0, goes_on)
        for at, (x, y) in enumerate(dots):
            to_come = self.now is not None and at > self.now
            if at != self.now:
                hollow = Stroke(_PAST, units(0.6)) if to_come else None
                yield disc(f"Dot {at + 1}", x, y, _DOT, WHITE if to_come else _PAST, hollow)

    def slide_layout(self) -> SlideLayout:
        """The native slide layout: the line, a dot and a slot for each event."""
        theme = self.theme
        heading = replace(theme.style("card-text"), bold=True, space_after=3)
        styles = [grown(each, self.step) for each in (theme.style("card-heading"), heading, theme.style("card-text"))]
        decoration: list[AutoShape | Picture] = [*marks(theme), *self._drawn()]
        slots = [
            slot(
                FIRST_IDX + at,
                f"Event {at + 1}",
                box,
                *styles,
                prompt="Time",
                anchor="bottom" if self.in_turn and at % 2 == 0 else "top",
            )
            for at, box in enumerate(self.boxes())
        ]
        name = f"Timeline, {self.count}{' in turn' if self.in_turn else ''}"
        return SlideLayout(name, WHITE, tuple(decoration), (title_slot(theme), *slots, *footer_slots(theme)))

    def frames(self, events: Sequence[Event]) -> list[Frame]:
        """The events' words in their slots."""
        layout = self.slide_layout()
        return [frame(layout.placeholder(FIRST_IDX + at), *_said(event)) for at, event in enumerate(events)]


def arrange(content: Timeline, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The events in the arrangement that sets them largest, in the middle of the slide."""
    events, count, now = content.events, len(content.events), content.place_of_now
    designs = [_Design(theme, count, now=now)] if count <= _MOST_IN_A_ROW else []
    designs += [_Design(theme, count, in_turn=True, now=now)] if count >= _LEAST_IN_TURN else []
    design = max(
        (_composed(each, events, measurer) for each in designs), key=lambda each: _rank(each, events, measurer)
    )
    layout = design.slide_layout()
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    texts: list[TextBox] = fill_alike(
        measurer,
        [(layout.placeholder(FIRST_IDX + at), f"events.{event.id}", _said(event)) for at, event in enumerate(events)],
    )
    for at, (box, (x, y)) in enumerate(zip(texts, design.dots(), strict=True)):
        if at == now:
            mark = disc("Now", x, y, _NOW, _TODAY, _RING)
            shapes.append(replace(mark, description=content.now_in_words))
        shapes.append(box)
    yield Page(layout, tuple(shapes), content.title.plain)


def _composed(design: _Design, events: Sequence[Event], measurer: Measurer) -> _Design:
    """The design with larger texts where there is little of them, and the whole at the optical middle."""
    # In turn there is room above and below for headings of two lines, but beside each other they begin alike.
    whole = (0,) if design.in_turn else (0, 1)
    step = step_that_suits(lambda step: replace(design, step=step).frames(events), measurer, whole=whole)
    design = replace(design, step=step)
    if design.in_turn:
        return design
    grid = design.theme.grid
    height = height_of(measurer.fit(design.frames(events))) + _UNDER_LINE + _NOW / 2
    spare = max(grid.body_height - height, 0)
    return replace(design, axis=grid.body_top + _NOW / 2 + spare * OPTICAL_MIDDLE)


def _rank(design: _Design, events: Sequence[Event], measurer: Measurer) -> tuple[float, float]:
    """How well the design holds its texts, and how large."""
    texts = measurer.fit(design.frames(events))
    return -max(text.overflow for text in texts), min(text.sizes[-1] for text in texts)


def _said(event: Event) -> list[Entry]:
    return [(event.date, 0), (event.heading, 1), (event.text, 2)]


def slide_layouts(theme: Theme) -> Iterator[SlideLayout]:
    """The one that every deck offers."""
    yield _Design(theme, 4).slide_layout()


_MANY = """\
layout: timeline
title: Eight years of work
now: e6
events:
  - {id: e1, date: "2015", heading: Target 8.7 is agreed}
  - {id: e2, date: "2016", heading: The Alliance begins}
  - {id: e3, date: "2017", heading: First global estimates}
  - {id: e4, date: "2019", heading: Ten pathfinder countries}
  - {id: e5, date: "2021", heading: Year against child labour}
  - {id: e6, date: "2022", heading: Durban Call to Action}
  - {id: e7, date: "2025", heading: Child labour ends}
  - {id: e8, date: "2030", heading: Forced labour ends}
"""
_PHASES = """\
layout: timeline
title: Three phases of a road map
events:
  - {id: listen, date: January to March, heading: Listen, text: Survivors and unions say what is missing.}
  - {id: plan, date: April to June, heading: Plan}
  - {id: act, date: From July, heading: Act}
  - {id: tell, date: Each year, heading: Tell, text: A report to Parliament.}
"""

LAYOUT = Layout(
    "timeline",
    Timeline,
    __doc__ or "",
    arrange,
    slide_layouts,
    also=("roadmap", "milestones", "history", "phases", "chronology"),
    samples=(_PHASES, _MANY),
)
