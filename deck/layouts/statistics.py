"""One to eight figures; of one or two, the parts of the whole too, as a bar to scale.

A number is written as the deck's language writes it (`50_000_000` becomes “50 million”); words stand as they are.

Example:
    layout: statistics
    title: The global challenges
    figures:
      - id: slavery
        value: 50_000_000
        label: people are victims of modern slavery
        parts_label: This includes
        parts:
          - {id: labour, value: 28_000_000, label: people in **forced labour**}
          - {id: marriage, value: 22_000_000, label: people in **forced marriage**}
      - {id: children, value: 160_000_000, label: children are in **child labour**}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Annotated

from deck.ground.diagnostics import Diagnostic
from deck.layouts.figure_card import NARROW, FigureCard, Fractions, Measures
from deck.layouts.frame.composition import height_in, height_of, step_that_suits, top_of
from deck.layouts.frame.furniture import ACCENTS, WHITE, footer_slots, marks, title_slot
from deck.layouts.frame.slots import Entry, fill, fill_alike, frame
from deck.layouts.pictures.parts import Box
from deck.model.content import Content, Figure, Source, Words
from deck.model.fields import Part
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import Placeholder, Shape, SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer

_MOST_WITH_PARTS = 2
_MOST_IN_A_ROW = 4
_ROWS = {1: (1,), 2: (1,), 3: (1,), 4: (1, 2)}
"""In how many rows so many figures may stand; more than these stand in two."""
_MOST_IN_TWO_ROWS = 6
"""More than these may stand in three rows on a narrow slide."""
_ENOUGH = 0.75
"""Figures are larger where they fill no more than this share of their cards."""
_SCALES = (1.3, 1.25, 1.2, 1.15, 1.1, 1.05)
"""How much larger a figure with its parts may be that is alone."""
_LEAST_HIGH = 0.45
"""The least height of cards in a row, as a share of what they may have."""


class Share(Part):
    """A part of a whole."""

    value: Figure
    """The part's figure."""
    label: Words
    """What it counts."""


class Statistic(Part):
    """One figure."""

    value: Figure
    """The figure."""
    label: Words
    """What it counts."""
    source: Source | None = None
    """Where it comes from: the name of one of the outline's sources."""
    parts_label: Words | None = None
    """A few words before the parts, such as “This includes”."""
    parts: Annotated[tuple[Share, ...], Size(most=3)] = ()
    """Parts of the whole, drawn to scale where all are numbers."""


class Statistics(Content):
    """The fields of a slide of figures."""

    figures: Annotated[tuple[Statistic, ...], Size(1, 8)]
    """The figures."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """Parts of a whole beside more figures than they leave room for, and words that lead to no parts."""
        for figure in self.figures:
            if figure.parts_label and not figure.parts:
                message = "these words lead to parts, and there are none"
                hint = "add `parts:`, or take the words into the label"
                yield Diagnostic("invalid-value", message, hint=hint, field=f"figures.{figure.id}.parts_label")
        for figure in self.figures if len(self.figures) > _MOST_WITH_PARTS else ():
            if figure.parts:
                message = f"parts of a whole have room only beside one other figure, and here are {len(self.figures)}"
                hint = "put the figure on a slide of its own, or its parts into its label"
                yield Diagnostic("invalid-value", message, hint=hint, field=f"figures.{figure.id}.parts")


def _measures(count: int, *, parts: bool = False) -> Measures:
    return "hero" if count == 2 or parts else "hero-wide" if count == 1 else "hero-small"


def _boxes(theme: Theme, count: int, rows: int, height: float | None = None) -> Iterator[Box]:
    """Each card's left, top, width and height, in grid units; those of a given height stand in the middle."""
    grid = theme.grid
    in_row = -(-count // rows)
    across = grid.columns / in_row
    height = height or _room(theme, rows)
    top = top_of(grid.body_top, grid.body_height, rows * (height + grid.gutter) - grid.gutter)
    for index in range(count):
        row, column = divmod(index, in_row)
        # A last row with fewer figures is as wide as the others.
        here = grid.columns / (count - row * in_row) if row and row == rows - 1 else across
        yield grid.x(column * here), top + row * (height + grid.gutter), grid.w(here), height


def _room(theme: Theme, rows: int) -> float:
    """How high a card may be, in grid units."""
    return (theme.grid.body_height + theme.grid.gutter) / rows - theme.grid.gutter


def _arranged(theme: Theme, content: Statistics, measurer: Measurer) -> list[FigureCard]:
    """The cards in the number of rows that sets their figures largest."""
    count = len(content.figures)
    if count == 1 and content.figures[0].parts:
        return [_alone(_cards(theme, content, 1)[0], content.figures[0], measurer)]
    if any(figure.parts for figure in content.figures):
        return _cards(theme, content, 1)
    tried = _ROWS.get(count, (2,)) + ((3,) if count > _MOST_IN_TWO_ROWS and theme.grid.width < NARROW else ())
    ways = [_composed(theme, content, rows, measurer) for rows in tried]
    return max(ways, key=lambda cards: _largest(cards, content, measurer))


def _alone(card: FigureCard, figure: Statistic, measurer: Measurer) -> FigureCard:
    """The only card, with parts: as large as all its words have room."""
    for scale in _SCALES:
        larger = replace(card, scale=scale)
        parts = zip(larger.part_slots(), figure.parts, strict=True)
        frames = [frame(place, (part.value.text, 0), (part.label, 1)) for place, part in parts]
        texts = measurer.fit([frame(larger.hero_slot(), *_said(figure)), *frames])
        if all(text.fits and text.shrunk == 1 for text in texts):
            return larger
    return card


def _largest(cards: Sequence[FigureCard], content: Statistics, measurer: Measurer) -> float:
    """The size of the figures on these cards, in points; less than 0 where a text does not fit."""
    said = zip(cards, content.figures, strict=True)
    texts = measurer.fit([frame(card.hero_slot(), *_said(figure)) for card, figure in said])
    return min(-text.overflow or text.sizes[0] for text in texts)


def _composed(theme: Theme, content: Statistics, rows: int, measurer: Measurer) -> list[FigureCard]:
    """The cards with larger figures where there is little else on them, and no higher than those ask for."""
    cards = _cards(theme, content, rows)
    sourced = any(card.source for card in cards)
    cards = [replace(card, sourced=sourced) for card in cards]

    def frames(step: float) -> Sequence[Frame]:
        return [
            frame(replace(card, step=step).hero_slot(), *_said(figure))
            for card, figure in zip(cards, content.figures, strict=True)
        ]

    step = step_that_suits(frames, measurer, enough=_ENOUGH, whole=(0,))
    hero = height_of(measurer.fit(frames(step)))
    height = height_in(_room(theme, rows), max(card.height(hero) for card in cards), _LEAST_HIGH / rows)
    boxes = _boxes(theme, len(cards), rows, height)
    cards = [replace(card, step=step, box=box) for card, box in zip(cards, boxes, strict=True)]
    return _on_one_line(cards, content, -(-len(cards) // rows), measurer)


def _on_one_line(cards: Sequence[FigureCard], content: Statistics, in_row: int, measurer: Measurer) -> list[FigureCard]:
    """The cards, on which the figures in a row stand on one line, however long the words under them are."""
    said = zip(cards, content.figures, strict=True)
    texts = measurer.fit([frame(card.hero_slot(), *_said(figure)) for card, figure in said])
    tallest = [height_of(texts[at : at + in_row]) for at in range(0, len(texts), in_row)]
    return [replace(card, tallest=tallest[at // in_row]) for at, card in enumerate(cards)]


def _said(figure: Statistic) -> list[Entry]:
    return [(figure.value.text, 0), (figure.label, 1)]


def _cards(theme: Theme, content: Statistics, rows: int) -> list[FigureCard]:
    boxes = _boxes(theme, len(content.figures), rows)
    measures = _measures(len(content.figures), parts=any(figure.parts for figure in content.figures))
    return [
        FigureCard(theme, index, box, ACCENTS[index % len(ACCENTS)], measures, *_shape(figure))
        for index, (figure, box) in enumerate(zip(content.figures, boxes, strict=True))
    ]


def _shape(figure: Statistic) -> tuple[int, Fractions, bool, bool]:
    """How many parts there are, their shares of the whole where known, whether a line leads in, or a source follows."""
    whole, numbers = figure.value.number, [part.value.number for part in figure.parts]
    known = [number for number in numbers if number is not None]
    fractions: Fractions = ()
    if whole and len(known) == len(numbers) and 0 < sum(known) <= whole and min(known) >= 0:
        fractions = tuple(float(number / whole) for number in known)
    return len(figure.parts), fractions, bool(figure.parts_label), bool(figure.source)


def _slide_layout(theme: Theme, cards: Iterable[FigureCard]) -> SlideLayout:
    cards = list(cards)
    parts = ", with parts" if any(card.parts for card in cards) else ""
    return SlideLayout(
        f"Statistics, {len(cards)}{parts}",
        WHITE,
        (*marks(theme), *(shape for card in cards for shape in card.decoration())),
        (title_slot(theme), *(place for card in cards for place in card.slots()), *footer_slots(theme)),
    )


def arrange(content: Statistics, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """Each figure on a card of its own; like texts are set at one size."""
    cards = _arranged(theme, content, measurer)
    layout = _slide_layout(theme, cards)
    heroes: list[tuple[Placeholder, str, list[Entry]]] = []
    parts: list[tuple[Placeholder, str, list[Entry]]] = []
    leads: list[tuple[Placeholder, str, list[Entry]]] = []
    sources: list[tuple[Placeholder, str, list[Entry]]] = []
    for card, figure in zip(cards, content.figures, strict=True):
        path = f"figures.{figure.id}"
        heroes.append((card.hero_slot(), path, _said(figure)))
        if figure.parts_label and figure.parts:
            leads.append((card.lead_slot(), f"{path}.parts_label", [(figure.parts_label, 0)]))
        for place, part in zip(card.part_slots(), figure.parts, strict=True):
            parts.append((place, f"{path}.parts.{part.id}", [(part.value.text, 0), (part.label, 1)]))
        if figure.source:
            sources.append((card.source_slot(), f"{path}.source", [(figure.source.text, 0)]))
    boxes = {
        box.placeholder.idx: box
        for alike in (heroes, leads, parts, sources)
        for box in fill_alike(measurer, alike)
        if box.placeholder
    }
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    for card in cards:
        shapes += [boxes[place.idx] for place in card.slots()]
        shapes += card.bar()
    yield Page(layout, tuple(shapes), content.title.plain)


def slide_layouts(theme: Theme) -> Iterator[SlideLayout]:
    """Those that every deck offers: one to four figures."""
    for count in range(1, _MOST_IN_A_ROW + 1):
        boxes = enumerate(_boxes(theme, count, 1))
        yield _slide_layout(
            theme,
            [
                FigureCard(theme, index, box, ACCENTS[index], _measures(count), 0, (), lead=False, source=False)
                for index, box in boxes
            ],
        )


LAYOUT = Layout(
    "statistics",
    Statistics,
    __doc__ or "",
    arrange,
    slide_layouts,
    also=("numbers", "stats", "kpi", "kpis", "metrics"),
)
