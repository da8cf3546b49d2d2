"""Whether a slide's shapes are read in the order in which they are seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deck.model.units import Rect


class Spoken(NamedTuple):
    """A shape that a screen reader says something for; `place` is None where it is not known."""

    name: str
    place: Rect | None
    is_title: bool = False


def misplaced(spoken: Sequence[Spoken]) -> Iterator[tuple[str, str]]:
    """The names of shapes that are read too early or too late, in their order, each with what is wrong with it."""
    title = next((each for each in spoken if each.is_title), None)
    if title is not None:
        before, there = spoken[: spoken.index(title)], title.place
        if early := [each for each in before if not (each.place and there and each.place.meets(there))]:
            yield early[0].name, "is read before the title"
    own = [(each, each.place) for each in spoken if not each.is_title and each.place]
    for at, (shape, place) in enumerate(own):
        read = [other for _, other in own[:at]]
        # What stands beside all of it is a further column, which is read after those before it.
        beside = all(place.left >= other.right or place.right <= other.left for other in read)
        if len(read) > 1 and not beside and all(place.bottom <= other.top for other in read):
            yield shape.name, "stands above what is read before it"
