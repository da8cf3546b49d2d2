"""Who is who: one to twenty-four people, each with a name, a role, and a portrait or the initials.

Example:
    layout: people
    title: Who speaks today
    people:
      - {id: colombini, name: Jane Colombini, role: For the Secretariat}
      - {id: santos, name: Maria Santos, role: Domestic workers’ union}
      - {id: okafor, name: Chidi Okafor, role: Ministry of Labour}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Annotated

from deck.ground.dataclass import dataclass
from deck.layouts.frame.composition import grown, height_of, step_that_suits, top_of
from deck.layouts.frame.distribution import continued
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.frame.slots import FIRST_IDX, Entry, fill, filled, frame, slot
from deck.layouts.marks.portrait import portrait
from deck.model import content as fields
from deck.model.content import Content, Words
from deck.model.fields import Part
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import Shape, SlideLayout
from deck.model.style import Anchor
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer
from deck.model.units import Rect

_MOST = 24
_UNDER = 4
"""Up to so many people stand in one row, with their names under their portraits; more have them beside."""
_IN_A_ROW = ((1, 1), (8, 2), (15, 3), (_MOST, 4))
"""Up to how many people stand how many in a row, with their names beside their portraits."""
# Diameters of portraits over names by how many there are, and of one beside its name at the most; the gap between a
# portrait and its name, wider beside a large one; between two rows; all in grid units.
_DIAMETERS = {2: 34.0, 3: 32.0, 4: 28.0}
_LARGEST, _ALONE, _TO_NAME, _TO_NAME_BESIDE, _TO_NAME_ALONE, _BETWEEN_ROWS = 14.0, 40.0, 2.4, 2.2, 6.0, 2.4


class Person(Part):
    """One person."""

    name: Words
    """The name."""
    role: Words | None = None
    """What the person does, or stands for."""
    portrait: fields.Picture | None = None
    """A portrait, cut to a circle, or a logo, whole in it; without one the initials stand there."""


class People(Content):
    """The fields of people."""

    people: Annotated[tuple[Person, ...], Size(1, _MOST)]
    """The people."""


@dataclass(frozen=True, slots=True)
class _Design:
    """Where that many people stand. Names are larger by a step; those under portraits take `below` grid units."""

    theme: Theme
    count: int
    step: float = 1
    below: float | None = None

    @property
    def under(self) -> bool:
        """Whether names stand under portraits."""
        return 1 < self.count <= _UNDER

    @property
    def in_row(self) -> int:
        """How many stand in a row."""
        return self.count if self.under else next(across for most, across in _IN_A_ROW if self.count <= most)

    @property
    def rows(self) -> int:
        """In how many rows they stand."""
        return -(-self.count // self.in_row)

    @property
    def _room(self) -> float:
        """How high a row may be, in grid units."""
        return (self.theme.grid.body_height + _BETWEEN_ROWS) / self.rows - _BETWEEN_ROWS

    @property
    def diameter(self) -> float:
        """How large a portrait is, in grid units."""
        if self.under:
            return _DIAMETERS[self.count]
        return min(self._room, _ALONE if self.count == 1 else _LARGEST)

    def _cells(self) -> Iterator[tuple[float, float, float, float]]:
        """Each person's place, in grid units."""
        grid = self.theme.grid
        across = grid.columns / self.in_row
        height = self._room
        if self.under and self.below is not None:
            height = min(height, self.diameter + _TO_NAME + self.below)
        elif not self.under:
            height = min(height, self.diameter + _BETWEEN_ROWS)
        whole = self.rows * (height + _BETWEEN_ROWS) - _BETWEEN_ROWS
        top = top_of(grid.body_top, grid.body_height, whole)
        for at in range(self.count):
            row, column = divmod(at, self.in_row)
            yield grid.x(column * across), top + row * (height + _BETWEEN_ROWS), grid.w(across), height

    def portraits(self) -> Iterator[Rect]:
        """Where each portrait stands."""
        side = self.diameter
        for left, top, width, height in self._cells():
            x, y = (left + (width - side) / 2, top) if self.under else (left, top + (height - side) / 2)
            yield Rect.of_units(x, y, side, side)

    def slide_layout(self) -> SlideLayout:
        """The native slide layout: a slot for each person's name and role."""
        theme, side = self.theme, self.diameter
        size = "-large" if self.count == 1 else "-medium" if self.under else ""
        styles = [grown(theme.style(f"card-{part}{size}"), self.step) for part in ("heading", "text")]
        if self.under:
            styles = [replace(style, align="centre") for style in styles]
        styles[0] = replace(styles[0], space_after=min(styles[0].space_after, 2))
        slots = []
        for at, (left, top, width, height) in enumerate(self._cells()):
            aside = side + (_TO_NAME_ALONE if self.count == 1 else _TO_NAME_BESIDE)
            box = (left, top + side + _TO_NAME, width, height - side - _TO_NAME)
            box = box if self.under else (left + aside, top, width - aside, height)
            anchor: Anchor = "top" if self.under else "middle"
            slots.append(slot(FIRST_IDX + at, f"Person {at + 1}", box, *styles, prompt="Name", anchor=anchor))
        places = (title_slot(theme), *slots, *footer_slots(theme))
        return SlideLayout(f"People, {self.count}", WHITE, marks(theme), places)


def arrange(content: People, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The portraits with names and roles, all at one size; on further slides where they do not fit on one."""
    people = content.people
    for count in range(1, len(people) + 1):
        parts = [people[at * len(people) // count : (at + 1) * len(people) // count] for at in range(count)]
        if all(text.fits for part in parts for text in measurer.fit(_frames(_Design(theme, len(part)), part))):
            break
    else:
        parts = [people]
    designs, texts = _set_alike(theme, parts, measurer)
    for number, (part, design) in enumerate(zip(parts, designs, strict=True), start=1):
        title = continued(content.title, number, len(parts))
        yield _page(title, part, design, [next(texts) for _ in part], measurer)


def _frames(design: _Design, people: Sequence[Person]) -> list[Frame]:
    layout = design.slide_layout()
    return [frame(layout.placeholder(FIRST_IDX + at), *_said(person)) for at, person in enumerate(people)]


def _set_alike(
    theme: Theme, parts: Sequence[Sequence[Person]], measurer: Measurer
) -> tuple[list[_Design], Iterator[FittedText]]:
    """Each slide's design, and the texts of all, at one size on all of them."""

    def frames(designs: Sequence[_Design]) -> list[Frame]:
        return [each for design, part in zip(designs, parts, strict=True) for each in _frames(design, part)]

    designs = [_Design(theme, len(part)) for part in parts]
    step = step_that_suits(lambda step: frames([replace(each, step=step) for each in designs]), measurer, whole=(0, 1))
    designs = [replace(each, step=step) for each in designs]
    tried = iter(measurer.fit(frames(designs)))
    designs = [replace(each, below=height_of([next(tried) for _ in range(each.count)])) for each in designs]
    return designs, iter(measurer.fit(frames(designs)))


def _page(
    title: Text, people: Sequence[Person], design: _Design, texts: Sequence[FittedText], measurer: Measurer
) -> Page:
    layout, theme = design.slide_layout(), design.theme
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (title, 0))]
    for at, (person, place, text) in enumerate(zip(people, design.portraits(), texts, strict=True)):
        field = f"people.{person.id}.portrait"
        ground = theme.grounds.card
        box = filled(layout.placeholder(FIRST_IDX + at), text, f"people.{person.id}")
        shapes += [portrait(person.name, person.portrait, place, theme, measurer, field=field, ground=ground), box]
    return Page(layout, tuple(shapes), title.plain)


def _said(person: Person) -> list[Entry]:
    return [(person.name, 0), (person.role, 1)]


def slide_layouts(theme: Theme) -> Iterator[SlideLayout]:
    """Those that every deck offers."""
    return (_Design(theme, count).slide_layout() for count in (3, 6))


_SAMPLES = (
    """\
layout: people
title: Who answers questions
people:
  - {id: a, name: Jane Colombini, role: Secretariat, portrait: {file: portrait.jpg, description: Jane Colombini}}
  - {id: b, name: Maria Santos, role: Domestic workers’ union}
  - {id: c, name: Chidi Okafor, role: Ministry of Labour}
  - {id: d, name: Lin Wei, role: Employers’ federation}
  - {id: e, name: Amina Haddad, role: Survivors’ council}
  - {id: f, name: Peter Novak, role: University}
""",
    """\
layout: people
title: The steering group
people:
  - {id: a, name: Jane Colombini, role: Secretariat}
  - {id: b, name: Maria Santos, role: Domestic workers’ union}
  - {id: c, name: Chidi Okafor, role: Ministry of Labour}
  - {id: d, name: Lin Wei, role: Employers’ federation}
  - {id: e, name: Amina Haddad, role: Survivors’ council}
  - {id: f, name: Peter Novak, role: University}
  - {id: g, name: Ana Ferreira, role: Road map of Brazil}
  - {id: h, name: John Mensah, role: Cocoa farmers}
  - {id: i, name: Sara Lindqvist, role: Donors}
  - {id: j, name: Tomas Quispe, role: Indigenous peoples}
  - {id: k, name: Yuki Tanaka, role: Statistics}
  - {id: l, name: Elena Popova, role: Inspectors}
""",
)

LAYOUT = Layout(
    "people",
    People,
    __doc__ or "",
    arrange,
    slide_layouts,
    texts_on=lambda theme: [(theme.style("initials"), theme.grounds.card)],
    also=("team", "persons", "speakers", "panelists", "staff", "portraits"),
    samples=_SAMPLES,
)
