"""The world as shapes: a country each, in colour where it is listed, and a dot where it is small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deck.ground.dataclass import dataclass
from deck.layouts.frame.composition import top_of
from deck.layouts.frame.furniture import ACCENTS, WHITE, disc
from deck.layouts.maps.world import Land, MapPoint, Outline, Window, lands
from deck.model.content import Item
from deck.model.outlines import Path
from deck.model.shapes import AutoShape, Group, Shape
from deck.model.style import Colour, Stroke
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.units import Rect, units

# A dot's diameter, and how small a country needs one, in grid units; the white lines between countries.
_DOT, _SMALL = 2.0, 1.3
_BORDER, _RING = Stroke(WHITE, units(0.09)), Stroke(WHITE, units(0.2))
_MARGIN = 0.12
"""How much more than the listed countries a cut map shows, as a share of its width or height on each side."""
_NARROWEST = 1200
"""The least width of a cut map, of the 10,000 that the world is wide."""


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """The map in its room, in grid units: the countries of each group in its colour.

    One that is `cut` shows but the part of the world where they lie.
    """

    groups: Sequence[tuple[Text | None, tuple[Item, ...]]]
    theme: Theme
    room: tuple[float, float, float, float]
    cut: bool = False

    def group(self, description: str) -> Group:
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
        sea = [AutoShape("Ground", place, "rect", self.theme.grounds.card)] if self.cut else []
        members = (
            *sea,
            *(shape for chosen, shape in areas if not chosen),
            *(shape for chosen, shape in areas if chosen),
        )
        return Group("Map", place, (*members, *dots), description, directional=False)

    def _listed(self) -> dict[str, tuple[Item, Colour]]:
        """Each listed country with its colour, by its code."""
        return {
            country.id.upper(): (country, ACCENTS[at])
            for at, (_, countries) in enumerate(self.groups)
            for country in countries
        }

    def _window(self) -> Window:
        """What is seen: the world, or as much as the listed countries take, with some room round them."""
        chosen = [lands()[code] for code in self._listed()]
        everywhere = self._everywhere(chosen)
        if not self.cut:
            return everywhere
        near = Window.around([point for land in chosen for point in (*_largest(land), land.middle)])
        _, _, width, height = self.room
        wide = max(near.width * (1 + 2 * _MARGIN), near.height * (1 + 2 * _MARGIN) * width / height, _NARROWEST)
        x, y = (near.left + near.right) / 2, (near.top + near.bottom) / 2
        wide, high = min(wide, everywhere.width), min(wide * height / width, everywhere.height)
        x = min(max(x, everywhere.left + wide / 2), everywhere.right - wide / 2)
        y = min(max(y, everywhere.top + high / 2), everywhere.bottom - high / 2)
        return Window(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    def _everywhere(self, chosen: Sequence[Land]) -> Window:
        """All areas, and as much of the sea round them as the dots of the listed islands take."""
        areas = [point for land in lands().values() for each in land.outlines for point in each]
        shown = Window.around([*areas, *(land.middle for land in chosen)])
        # The room that dots take makes the map a little smaller, and so their room a little larger.
        _, _, width, height = self.room
        half = max(shown.width / (width - _DOT), shown.height / (height - _DOT)) * _DOT / 2
        edges = [(x + side * half, y + side * half) for x, y in (land.middle for land in chosen) for side in (-1, 1)]
        return Window.around([*areas, *edges])

    def _land(self) -> Colour:
        """The colour of what is not listed."""
        return Colour("accent6", 45) if self.theme.is_dark else Colour("accent6").lighter(72)


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
