"""The world, with the countries of a list in colour; each is a shape of its own, and small States are dots.

Groups have a colour each, and a legend. With `shows: listed`, the map is cut to where the listed countries lie.

Example:
    layout: map
    title: Where the Alliance works
    items:
      - id: pathfinders
        text: Pathfinder countries
        items: [{id: al, text: Albania}, {id: cl, text: Chile}, {id: fj, text: Fiji}, {id: ng, text: Nigeria}]
      - id: candidates
        text: Candidates
        items: [{id: br, text: Brazil}, {id: mn, text: Mongolia}]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated, Literal, Self

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Excerpt
from deck.layouts.frame.composition import height_of
from deck.layouts.frame.furniture import ACCENTS, WHITE, footer_slots, marks, rectangle, title_slot
from deck.layouts.frame.slots import FIRST_IDX, fill, fill_alike, frame, slot
from deck.layouts.maps.world import lands
from deck.model.content import Content, Item, Words
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import Shape, SlideLayout
from deck.model.speech import Speech
from deck.model.style import TextBody, TextStyle
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import Rect

# The heights of the legend's line and of the line under the map, at the most, too; the side of a legend's square, from
# it to its words, and between two entries; all in grid units.
_LEGEND, _REMARK, _HIGHEST_REMARK, _SQUARE, _TO_WORDS, _BETWEEN = 5.4, 4.2, 12.0, 2.6, 1.4, 6.0
_SLACK, _POINTS_PER_UNIT = 1.03, 6
_MOST_GROUPS = 4
_REMARK_IDX, _LEGEND_IDX = FIRST_IDX, FIRST_IDX + 1


class Map(Content):
    """The fields of a map."""

    items: Annotated[tuple[Item, ...], Size(1)]
    """The countries, by their ISO 3166 codes as ids, or `{list: name}` for one of the outline's lists of countries;
    with `group: status`, in groups, each in its colour."""
    shows: Literal["world", "listed"] = "world"
    """Whether all the world is seen, or the part of it where the listed countries lie."""
    disclaimer: bool = True
    """Whether it says under the map that its boundaries and names imply no opinion on anybody’s legal status."""
    remark: Words | None = None
    """A line under the map, such as your organization’s own words on boundaries."""
    _speech: Speech | None = None

    @property
    def phrases(self) -> tuple[str, ...]:
        """What it is, what is highlighted without a word for it, and the disclaimer."""
        named = all(item.items for item in self.items)
        return ("map.kind", *(() if named else ("map.highlighted",)), *(("map.disclaimer",) if self.disclaimer else ()))

    def spoken(self, speech: Speech) -> Self:
        """With its alternative text, and the disclaimer, in its language."""
        return self.replaced(_speech=speech)

    @property
    def speech(self) -> Speech:
        """How its language says what the map shows; it is known once the map is in a language."""
        assert self._speech
        return self._speech

    @property
    def groups(self) -> list[tuple[Text | None, tuple[Item, ...]]]:
        """The countries in their groups, each with its heading; those of no group come first."""
        alone = tuple(item for item in self.items if not item.items)
        grouped = [(item.text, item.items) for item in self.items if item.items]
        return [(None, alone), *grouped] if alone else [*grouped]

    @property
    def description(self) -> str:
        """What the map shows, in words."""
        speech = self.speech
        said = speech.phrase("chart.sentence", words=speech.phrase("map.kind"))
        for heading, countries in self.groups:
            name = heading.plain if heading else speech.phrase("map.highlighted")
            names = speech.listed([country.text.plain for country in countries])
            said += speech.phrase("chart.sentence", words=speech.phrase("chart.series", name=name, points=names))
        return said.strip()

    @property
    def below(self) -> Text | None:
        """What stands under the map."""
        said = [Text.of(self.speech.phrase("map.disclaimer"))] if self.disclaimer else []
        said += [self.remark] if self.remark else []
        return Text(tuple(paragraph for text in said for paragraph in text.paragraphs)) if said else None

    def mistakes(self) -> Iterator[Diagnostic]:
        """What is no country, and more groups than can be told apart."""

        known = lands()
        for item in self.items:
            for country, path in [(each, f"items.{item.id}.items.{each.id}") for each in item.items] or [
                (item, f"items.{item.id}")
            ]:
                if country.id.upper() not in known:
                    message = f"the map has no country of the code `{country.id}`"
                    hint = "write its two letters of ISO 3166 in the list’s column `code`, or as its `id`: `{id: al}`"
                    name = Excerpt(country.text.plain)
                    yield Diagnostic("unknown-country", message, None, hint, field=path, excerpt=name)
        if len(self.groups) > _MOST_GROUPS:
            message = f"a map tells {_MOST_GROUPS} groups apart; here are {len(self.groups)}"
            yield Diagnostic("invalid-value", message, hint="show some of them on a map of their own", field="items")


@dataclass(frozen=True, slots=True)
class _Design:
    """What is under the map: a legend whose words are so wide, in the middle, and a remark so high, in grid units."""

    theme: Theme
    legend: tuple[float, ...] = ()
    remark: float = _REMARK

    @property
    def room(self) -> tuple[float, float, float, float]:
        """Where the map may stand, in grid units."""
        grid = self.theme.grid
        below = self.remark + (_LEGEND if self.legend else 0)
        return grid.x(0), grid.body_top - 1, grid.w(grid.columns), grid.body_height - below

    def slide_layout(self) -> SlideLayout:
        """The native slide layout: a title over free space, the legend, and a line under the map."""
        theme, grid = self.theme, self.theme.grid
        widths = [_SQUARE + _TO_WORDS + width for width in self.legend]
        most = (grid.w(grid.columns) - _BETWEEN * (len(widths) - 1)) / max(len(widths), 1)
        if sum(widths) > most * len(widths):
            widths = [most] * len(widths)
        left = grid.x(0) + (grid.w(grid.columns) - sum(widths) - _BETWEEN * (len(widths) - 1)) / 2
        top = grid.body_bottom - self.remark - _LEGEND
        slots, squares = [], []
        for at, width in enumerate(widths):
            square = (left, top + (_LEGEND - _SQUARE) / 2, _SQUARE, _SQUARE)
            squares.append(rectangle(f"Colour {at + 1}", *square, ACCENTS[at]))
            box = (left + _SQUARE + _TO_WORDS, top, width - _SQUARE - _TO_WORDS, _LEGEND)
            style = _legend_style(theme)
            slots.append(slot(_LEGEND_IDX + at, f"Group {at + 1}", box, style, prompt="Heading", anchor="middle"))
            left += width + _BETWEEN
        if self.remark:
            box = (grid.x(0), grid.body_bottom - self.remark, grid.w(grid.columns), self.remark)
            slots.append(slot(_REMARK_IDX, "Remark", box, theme.style("source"), prompt="Remark", anchor="bottom"))
        parts = [f", {len(widths)} groups"] if widths else []
        name = f"Map{''.join(parts)}{'' if self.remark else ' without a remark'}"
        return SlideLayout(name, WHITE, (*marks(theme), *squares), (title_slot(theme), *slots, *footer_slots(theme)))


def _legend_style(theme: Theme) -> TextStyle:
    return replace(theme.style("card-text"), space_after=0)


def _width(text: Text, theme: Theme, measurer: Measurer) -> float:
    """How wide a text is in the legend, in grid units."""
    room = Rect.of_units(0, 0, theme.grid.w(theme.grid.columns), _LEGEND)
    fitted = measurer.measure(Frame(text.paragraphs, TextBody((_legend_style(theme),)), room))
    return max(line.width for line in fitted.lines) * _SLACK / _POINTS_PER_UNIT


def arrange(content: Map, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The map, as large as legend and remark leave room, in the middle."""
    groups = [item for item in content.items if item.items]
    groups = groups if len(groups) == len(content.groups) else []
    below = content.below
    design = _Design(theme, tuple(_width(group.text, theme, measurer) for group in groups), _REMARK if below else 0)
    if below:
        needed = height_of([measurer.measure(frame(design.slide_layout().placeholder(_REMARK_IDX), (below, 0)))])
        design = replace(design, remark=max(_REMARK, min(needed, _HIGHEST_REMARK)))
    layout = design.slide_layout()
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    # Only a slide with a map reads the world.
    from deck.layouts.maps.drawing import MapDrawing

    drawing = MapDrawing(content.groups, theme, design.room, cut=content.shows == "listed")
    shapes.append(drawing.group(content.description))
    shapes += fill_alike(
        measurer,
        [
            (layout.placeholder(_LEGEND_IDX + at), f"items.{group.id}.text", [(group.text, 0)])
            for at, group in enumerate(groups)
        ],
    )
    if below:
        field = "remark" if content.remark else "disclaimer"
        shapes.append(fill(measurer, layout.placeholder(_REMARK_IDX), field, (below, 0)))
    yield Page(layout, tuple(shapes), content.title.plain)


_ALONE = """\
layout: map
title: Five small States and a large one
disclaimer: false
items:
  - {id: fj, text: Fiji}
  - {id: mt, text: Malta}
  - {id: sg, text: Singapore}
  - {id: bb, text: Barbados}
  - {id: mu, text: Mauritius}
  - {id: in, text: India}
"""
_MANY = """\
layout: map
title: Many countries of one colour
items:
  - {id: al, text: Albania}
  - {id: ar, text: Argentina}
  - {id: bd, text: Bangladesh}
  - {id: cm, text: Cameroon}
  - {id: ca, text: Canada}
  - {id: cl, text: Chile}
  - {id: co, text: Colombia}
  - {id: cr, text: Costa Rica}
  - {id: ec, text: Ecuador}
  - {id: et, text: Ethiopia}
  - {id: fj, text: Fiji}
  - {id: fr, text: France}
  - {id: gt, text: Guatemala}
  - {id: hn, text: Honduras}
  - {id: id, text: Indonesia}
  - {id: jp, text: Japan}
  - {id: ke, text: Kenya}
  - {id: mg, text: Madagascar}
  - {id: mw, text: Malawi}
  - {id: mr, text: Mauritania}
  - {id: mx, text: Mexico}
  - {id: mn, text: Mongolia}
  - {id: ma, text: Morocco}
  - {id: np, text: Nepal}
  - {id: nl, text: Netherlands}
  - {id: ng, text: Nigeria}
  - {id: pk, text: Pakistan}
  - {id: py, text: Paraguay}
  - {id: pe, text: Peru}
  - {id: lk, text: Sri Lanka}
  - {id: tn, text: Tunisia}
  - {id: ug, text: Uganda}
  - {id: gb, text: United Kingdom}
  - {id: us, text: United States of America}
  - {id: uz, text: Uzbekistan}
  - {id: vn, text: Viet Nam}
  - {id: zm, text: Zambia}
"""
_NEAR = """\
layout: map
title: A part of the world
shows: listed
remark: "Map: Natural Earth"
items:
  - {id: np, text: Nepal}
  - {id: lk, text: Sri Lanka}
  - {id: vn, text: Viet Nam}
  - {id: bd, text: Bangladesh}
  - {id: sg, text: Singapore}
"""

LAYOUT = Layout(
    "map",
    Map,
    __doc__ or "",
    arrange,
    lambda theme: [_Design(theme).slide_layout(), _Design(theme, (30, 30)).slide_layout()],
    also=("world", "world-map", "atlas", "geography"),
    samples=(_ALONE, _NEAR, _MANY),
)
