"""A diagram's shapes as one group, or in steps, each a box with its arrows to those before it; with what they show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from deck.layouts.diagrams.layers import Pair
from deck.layouts.diagrams.words import described, step_described
from deck.model.shapes import Group, Shape
from deck.model.speech import Speech
from deck.model.units import Rect


class Drawn(NamedTuple):
    """What is drawn: nodes and frames in their order of reading, what joins nodes, and the words at it.

    `frames` are the nodes in each frame; `names` call each node and frame, `words` are all that stands in a node.
    """

    boxes: Mapping[str, Shape]
    links: Mapping[Pair, Shape]
    labels: Mapping[Pair, Shape]
    frames: Mapping[str, Sequence[str]]
    names: Mapping[str, str]
    words: Mapping[str, str]
    said_at: Mapping[Pair, str]

    @property
    def nodes(self) -> list[str]:
        """The nodes in their order of reading."""
        return [name for name in self.boxes if name not in self.frames]

    def told(self, pair: Pair) -> tuple[str, str, str | None]:
        """What a link joins, and what stands at it."""
        start, end = pair
        return self.names[start], self.names[end], self.said_at.get(pair)


def whole(drawn: Drawn, subject: str, speech: Speech, over: float) -> Group:
    """All of it as one group; `over` is by how many points it is too large."""
    shapes = (*drawn.boxes.values(), *drawn.links.values(), *drawn.labels.values())
    description = described(
        subject,
        [drawn.words[name] for name in drawn.nodes],
        [(drawn.names[frame], [drawn.names[each] for each in held]) for frame, held in drawn.frames.items()],
        [drawn.told(pair) for pair in drawn.links],
        speech,
    )
    return Group("Diagram", Rect.around([each.rect for each in shapes]), shapes, description, overflow=over)


def in_steps(drawn: Drawn, speech: Speech, over: float) -> Iterator[Shape]:
    """A group for each node with the arrows between it and those before it; a frame comes with the first node in it.

    A node without any is no group, but where all of it is too large by `over` points: all is told of as one then.
    """
    there: set[str] = set()
    for name in drawn.nodes:
        there.add(name)
        joined = [pair for pair in drawn.links if name in pair and there.issuperset(pair)]
        frame = next(
            (each for each, held in drawn.frames.items() if name in held and there.isdisjoint({*held} - {name})), None
        )
        shapes = (
            *([drawn.boxes[frame]] if frame else ()),
            drawn.boxes[name],
            *(drawn.links[pair] for pair in joined),
            *(drawn.labels[pair] for pair in joined if pair in drawn.labels),
        )
        if len(shapes) == 1 and not over:
            yield drawn.boxes[name]
            continue
        told = [drawn.told(pair) for pair in joined]
        description = step_described(drawn.words[name], drawn.names[frame] if frame else None, told, speech)
        rect = Rect.around([each.rect for each in shapes])
        yield Group(f"Step {name}", rect, shapes, description, field=f"nodes.{name}", overflow=over)
