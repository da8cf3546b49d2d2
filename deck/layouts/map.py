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

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal, Self

from deck.ground.diagnostics import Diagnostic
from deck.layouts.composition import height_of, top_of
from deck.layouts.furniture import ACCENTS, WHITE, disc, footer_slots, marks, rectangle, title_slot
from deck.layouts.slots import FIRST_IDX, fill, fill_alike, frame, slot
from deck.layouts.world import Land, MapPoint, Outline, Window, lands
from deck.model.content import Content, Item, Words
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import AutoShape, Group, Path, Shape, SlideLayout
from deck.model.speech import Speech
from deck.model.style import Colour, Stroke, TextBody, TextStyle
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import Rect, units

# The heights of the legend's line and of the line under the map, in grid units; the side of a legend's square, and
# from it to its words; a dot's diameter, and how small a country needs one; the white lines between countries.
_LEGEND, _REMARK, _SQUARE, _TO_WORDS, _DOT, _SMALL = 5.4, 4.2, 2.6, 1.4, 2.0, 1.3
_BETWEEN = 6.0
"""Between two entries of the legend."""
_BORDER, _RING = Stroke(WHITE, units(0.09)), Stroke(WHITE, units(0.2))
_HIGHEST_REMARK, _SLACK, _POINTS_PER_UNIT = 12.0, 1.03, 6
_MARGIN = 0.12
"""How much more than the listed countries a cut map shows, as a share of its width or height on each side."""
_NARROWEST = 1200
"""The least width of a cut map, of the 10,000 that the world is wide."""
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
                    hint = "write its two letters of ISO 3166 as its `id`, as in `{id: al, text: Albania}`"
                    yield Diagnostic("unknown-name", message, hint=hint, field=path)
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
    shapes.append(_Drawing(content, theme, design.room).group())
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


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The map in its room, in grid units."""

    content: Map
    theme: Theme
    room: tuple[float, float, float, float]

    def group(self) -> Group:
        """All countries; those that are listed over the others, and dots over all."""
        window = self._window()
        left, top, width, height = self.room
        scale = min(width / window.width, height / window.height)
        left += (width - scale * window.width) / 2
        top = top_of(top, height, scale * window.height)

        def placed(point: MapPoint) -> MapPoint:
            return left + (point[0] - window.left) * scale, top + (point[1] - window.top) * scale

        place = Rect.of_units(left, top, scale * window.width, scale * window.height)
        areas: list[tuple[bool, Shape]] = []
        dots: list[Shape] = []
        listed = self._listed()
        for land in lands().values():
            chosen = listed.get(land.code)
            _, colour = chosen or listed.get(land.drawn_with) or (None, self._land())
            name = chosen[0].text.plain if chosen else land.code
            says = name if chosen else None
            outlines = [cut for each in land.outlines if len(cut := window.clipped(each)) > 2]
            if chosen and window.holds(land.middle) and _span(outlines) * scale < _SMALL:
                dots.append(replace(disc(name, *placed(land.middle), _DOT, colour, _RING), description=says))
            elif outlines:
                shown = [tuple(placed(point) for point in each) for each in outlines]
                areas.append((bool(chosen), _area(name, shown, colour, says)))
        # What is cut from the world lies on a ground, so that its edges look cut.
        sea = [AutoShape("Ground", place, "rect", self.theme.grounds.card)] if self.content.shows == "listed" else []
        members = (
            *sea,
            *(shape for chosen, shape in areas if not chosen),
            *(shape for chosen, shape in areas if chosen),
        )
        return Group("Map", place, (*members, *dots), self._description(), directional=False)

    def _listed(self) -> dict[str, tuple[Item, Colour]]:
        """Each listed country with its colour, by its code."""
        return {
            country.id.upper(): (country, ACCENTS[at])
            for at, (_, countries) in enumerate(self.content.groups)
            for country in countries
        }

    def _window(self) -> Window:
        """What is seen: the world, or as much as the listed countries take, with some room round them."""
        everywhere = Window.around([point for land in lands().values() for each in land.outlines for point in each])
        if self.content.shows == "world":
            return everywhere
        chosen = [lands()[code] for code in self._listed()]
        near = Window.around([point for land in chosen for point in (*_largest(land), land.middle)])
        _, _, width, height = self.room
        wide = max(near.width * (1 + 2 * _MARGIN), near.height * (1 + 2 * _MARGIN) * width / height, _NARROWEST)
        wide = min(wide, everywhere.width, everywhere.height * width / height)
        x, y = (near.left + near.right) / 2, (near.top + near.bottom) / 2
        high = wide * height / width
        x = min(max(x, everywhere.left + wide / 2), everywhere.right - wide / 2)
        y = min(max(y, everywhere.top + high / 2), everywhere.bottom - high / 2)
        return Window(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    def _land(self) -> Colour:
        """The colour of what is not listed."""
        return Colour("accent6", 45) if self.theme.is_dark else Colour("accent6").lighter(72)

    def _description(self) -> str:
        """What the map shows, in words."""
        speech = self.content.speech
        said = speech.phrase("chart.sentence", words=speech.phrase("map.kind"))
        for heading, countries in self.content.groups:
            name = heading.plain if heading else speech.phrase("map.highlighted")
            names = speech.listed([country.text.plain for country in countries])
            said += speech.phrase("chart.sentence", words=speech.phrase("chart.series", name=name, points=names))
        return said.strip()


def _area(name: str, outlines: Sequence[Outline], colour: Colour, description: str | None) -> AutoShape:
    """A country's areas as one shape, in grid units."""
    frame = Window.around([point for each in outlines for point in each])
    steps: list[tuple[str | float, ...]] = []
    for each in outlines:
        for at, (x, y) in enumerate(each):
            steps.append(("L" if at else "M", round(x - frame.left, 3), round(y - frame.top, 3)))
        steps.append(("Z",))
    path = Path(frame.width, frame.height, tuple(steps))
    place = Rect.of_units(frame.left, frame.top, frame.width, frame.height)
    return AutoShape(name, place, path, colour, _BORDER, description=description)


def _largest(land: Land) -> Outline:
    """A country's largest area; those far from it are no reason to show more of the world."""
    return max(land.outlines, key=lambda each: _span([each]), default=())


def _span(outlines: Sequence[Outline]) -> float:
    """How wide or high the largest of these areas is."""
    frames = [Window.around(each) for each in outlines]
    return max((max(frame.width, frame.height) for frame in frames), default=0)


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
    samples=(_ALONE, _NEAR),
)
