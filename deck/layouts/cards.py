"""Two to six cards, each a heading with a few words; counted, or with icons; perhaps after an intro line.

Example:
    layout: cards
    title: How to take part
    intro: "You can take part in the following ways:"
    numbered: true
    cards:
      - {id: subscribe, heading: Subscribe to the newsletter, text: to hear of events and publications.}
      - {id: join, heading: Join as a partner, text: with a commitment to international standards.}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Annotated

from deck.ground.dataclass import dataclass
from deck.layouts.frame.composition import begun_together, grown, height_in, height_of, step_that_suits, top_of
from deck.layouts.frame.furniture import ACCENTS, WHITE, disc, footer_slots, marks, rectangle, title_slot
from deck.layouts.frame.slots import FIRST_IDX, Entry, coloured, fill, fill_alike, frame, slot
from deck.layouts.marks.icon_disc import icon_on_disc
from deck.model.content import Content, IconName, Words
from deck.model.fields import Part
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import AutoShape, Picture, Shape, SlideLayout, TextBox
from deck.model.style import TextBody
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer

# Heights, paddings and diameters, in grid units.
_INTRO_HEIGHT = 4.2
_INTRO_GAP = 1.2
_INTRO_RISE = 2.2
_PADDING = 4.0
_PADDING_IN_ROWS = 3.4
_PADDING_TOP_IN_ROWS = 2.4
_PADDING_END = 3.0
_PADDING_BOTTOM = 3.0
_PADDING_BOTTOM_IN_ROWS = 1.0
_UNDER_ICON = 4
_UNDER_NUMBER = 2.6
_BESIDE_BADGE = 3.2
_ICON = 17.0
_ICON_IN_ROWS = 9.0
_ICON_OF_FOUR_IN_ROWS = 12.0
_NUMBER = 9.5
_NUMBER_IN_ROWS = 9.0

_LEAST_HIGH = 0.5
"""The least height of cards in a row, as a share of what they may have."""

_ROWS = {2: (1, 2), 3: (1, 3), 4: (1, 2), 5: (2,), 6: (2, 3)}
"""In how many rows so many cards may stand; what sets them largest is taken."""


class Card(Part):
    """One card."""

    heading: Words
    """What it is, in a few words."""
    text: Words | None = None
    """More about it."""
    icon: IconName | None = None
    """The name of an icon; a counted card shows its number instead."""


class Cards(Content):
    """The fields of cards."""

    intro: Words | None = None
    """A line over the cards."""
    numbered: bool = False
    """Whether the cards are counted."""
    cards: Annotated[tuple[Card, ...], Size(2, 6)]
    """The cards."""


@dataclass(frozen=True, slots=True)
class _Design:
    """Where that many cards stand: in so many rows, with a badge on each or none, under an intro or not.

    A single row has its badges above the text, several rows have them beside it. Bare words stand in the middle of
    their cards. Texts are larger by a step; cards of this `height`, in grid units, stand in the middle.
    """

    theme: Theme
    count: int
    rows: int
    badges: bool
    icons: bool
    intro: bool
    bare: bool = False
    step: float = 1
    height: float | None = None

    @property
    def name(self) -> str:
        rows = f" in {self.rows} rows" if self.rows > 1 else ""
        extras = [
            name
            for name, wanted in (
                ("icons", self.icons),
                ("numbers", self.badges and not self.icons),
                ("intro", self.intro),
            )
            if wanted
        ]
        return f"Cards, {self.count}{rows}" + (f", with {' and '.join(extras)}" if extras else "")

    @property
    def badge(self) -> float:
        """A badge's diameter, in grid units; an icon wants more than a number."""
        if self.rows > 1:
            in_rows = _ICON_OF_FOUR_IN_ROWS if self.count == 4 else _ICON_IN_ROWS
            return in_rows if self.icons else _NUMBER_IN_ROWS
        return _ICON if self.icons else _NUMBER

    @property
    def _size(self) -> str:
        """Which of the theme's styles for cards these are in: the fewer or shorter, the larger."""
        if self.rows == 1:
            return "-large" if self.count <= 2 else "-medium"
        return "-medium" if self.icons and self.count == 4 else ""

    @property
    def top(self) -> float:
        return self.theme.grid.body_top + (_INTRO_HEIGHT + _INTRO_GAP if self.intro else 0)

    @property
    def room(self) -> float:
        """How high a card may be, in grid units."""
        gutter = self.theme.grid.gutter
        return (self.theme.grid.body_bottom - self.top + gutter) / self.rows - gutter

    def boxes(self) -> Iterator[tuple[float, float, float, float]]:
        """Each card's left, top, width and height, in grid units."""
        grid = self.theme.grid
        in_row = -(-self.count // self.rows)
        across = grid.columns / in_row
        height = self.height or self.room
        whole = self.rows * (height + grid.gutter) - grid.gutter
        top = top_of(self.top, grid.body_bottom - self.top, whole)
        for index in range(self.count):
            row, column = divmod(index, in_row)
            yield grid.x(column * across), top + row * (height + grid.gutter), grid.w(across), height

    def badge_centres(self) -> Iterator[tuple[float, float]]:
        """The centre of each card's badge, in grid units."""
        inset = _PADDING if self.rows == 1 else _PADDING_IN_ROWS
        for left, top, _, _ in self.boxes():
            yield left + inset + self.badge / 2, top + self.theme.marks.cap + inset + self.badge / 2

    def slide_layout(self) -> SlideLayout:
        """The native slide layout: ground and cap of each card, a slot on each."""
        theme = self.theme
        grid, cap = theme.grid, theme.marks.cap
        size = self._size
        if self.rows == 1:
            above = self.badge + (_UNDER_ICON if self.icons else _UNDER_NUMBER) if self.badges else 0
            insets = (_PADDING, cap + _PADDING + above, _PADDING_END, _PADDING_BOTTOM)
        else:
            start = _PADDING_IN_ROWS + self.badge + _BESIDE_BADGE if self.badges else _PADDING
            insets = (start, cap + _PADDING_TOP_IN_ROWS, _PADDING_END, _PADDING_BOTTOM_IN_ROWS)
        if self.bare:
            insets = (insets[0], cap + _PADDING_END, _PADDING_END, _PADDING_END)
        decoration: list[AutoShape | Picture] = [*marks(theme)]
        slots = []
        for index, (left, top, width, height) in enumerate(self.boxes()):
            accent = ACCENTS[index]
            decoration.append(rectangle(f"Card {index + 1}", left, top + cap, width, height - cap, theme.grounds.card))
            decoration.append(rectangle(f"Cap {index + 1}", left, top, width, cap, accent))
            slots.append(
                slot(
                    FIRST_IDX + 1 + index,
                    f"Card {index + 1}",
                    (left, top, width, height),
                    grown(coloured(theme.style(f"card-heading{size}"), accent), self.step),
                    grown(theme.style(f"card-text{size}"), self.step),
                    prompt="Heading",
                    insets=insets,
                    anchor="middle" if self.bare else "top",
                )
            )
        if self.intro:
            at = (grid.x(0), grid.body_top - _INTRO_RISE, grid.w(grid.columns), _INTRO_HEIGHT + _INTRO_GAP)
            intro = slot(FIRST_IDX, "Intro", at, theme.style("card-intro"), prompt="Intro", anchor="middle")
            slots.insert(0, intro)
        return SlideLayout(self.name, WHITE, tuple(decoration), (title_slot(theme), *slots, *footer_slots(theme)))


def arrange(content: Cards, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The cards in the number of rows that sets them largest; the fewer rows where that is equal."""
    icons = not content.numbered and any(card.icon for card in content.cards)
    count = len(content.cards)
    badges = content.numbered or icons
    bare = not badges and not any(card.text for card in content.cards)
    designs = [_Design(theme, count, rows, badges, icons, bool(content.intro), bare) for rows in _ROWS[count]]
    design = max(designs, key=lambda each: _largeness(_cards(content, each.slide_layout(), measurer)))
    design = _composed(content, design, measurer)
    layout = _layout(content, design, measurer)
    cards = _cards(content, layout, measurer)
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    if content.intro:
        shapes.append(fill(measurer, layout.placeholder(FIRST_IDX), "intro", (content.intro, 0)))
    for box, badge in zip(cards, _badges(content, design, measurer), strict=True):
        shapes += [badge, box] if badge and content.numbered else [box, badge] if badge else [box]
    yield Page(layout, tuple(shapes), content.title.plain)


def _largeness(cards: Sequence[TextBox]) -> tuple[float, float]:
    """How well cards hold their texts, and how large."""
    return -max(box.text.overflow for box in cards), min(box.text.shrunk for box in cards)


def _composed(content: Cards, design: _Design, measurer: Measurer) -> _Design:
    """The design with larger texts where there is little of them, and with cards no higher than those ask for."""

    def frames(step: float) -> Sequence[Frame]:
        layout = _layout(content, replace(design, step=step), measurer)
        return [frame(layout.placeholder(FIRST_IDX + 1 + at), *_said(card)) for at, card in enumerate(content.cards)]

    step = step_that_suits(frames, measurer, whole=(0,))
    badge = design.theme.marks.cap + design.badge + 2 * _PADDING_IN_ROWS if design.badges else 0
    even = _PADDING - _PADDING_BOTTOM if design.rows == 1 else _PADDING_TOP_IN_ROWS - _PADDING_BOTTOM_IN_ROWS
    wanted = max(height_of(measurer.fit(frames(step))) + (0 if design.bare else even), badge)
    height = height_in(design.room, wanted, _LEAST_HIGH / design.rows)
    return replace(design, step=step, height=height if height < design.room else None)


def _layout(content: Cards, design: _Design, measurer: Measurer) -> SlideLayout:
    """The native slide layout in which the cards' texts begin on one line."""
    said = {FIRST_IDX + 1 + at: _said(card) for at, card in enumerate(content.cards)}
    return begun_together(measurer, design.slide_layout(), said, -(-design.count // design.rows))


def _said(card: Card) -> list[Entry]:
    return [(card.heading, 0), (card.text, 1)]


def _cards(content: Cards, layout: SlideLayout, measurer: Measurer) -> list[TextBox]:
    return fill_alike(
        measurer,
        [
            (layout.placeholder(FIRST_IDX + 1 + index), f"cards.{card.id}", _said(card))
            for index, card in enumerate(content.cards)
        ],
    )


def _badges(content: Cards, design: _Design, measurer: Measurer) -> Iterator[Shape | None]:
    body = TextBody((design.theme.style("badge"),), anchor="middle")
    for index, (card, (x, y)) in enumerate(zip(content.cards, design.badge_centres(), strict=True)):
        if content.numbered:
            ground = disc(f"Number {index + 1}", x, y, design.badge, ACCENTS[index])
            (text,) = measurer.fit([Frame(Text.of(str(index + 1)).paragraphs, body, ground.rect)])
            yield AutoShape(ground.name, ground.rect, "ellipse", ACCENTS[index], text=text)
        elif card.icon:
            yield icon_on_disc(design.theme, card.icon, x, y, design.badge, WHITE, ACCENTS[index])
        else:
            yield None


def slide_layouts(theme: Theme) -> Iterator[SlideLayout]:
    """Those that every deck offers: two to four cards in a row, six in two."""
    for count, rows in ((2, 1), (3, 1), (4, 1), (4, 2), (6, 2)):
        yield _Design(theme, count, rows, badges=False, icons=False, intro=False).slide_layout()


LAYOUT = Layout(
    "cards",
    Cards,
    __doc__ or "",
    arrange,
    slide_layouts,
    texts_on=lambda theme: [(theme.style("badge"), accent) for accent in ACCENTS],
    also=("features", "icons", "grid"),
)
