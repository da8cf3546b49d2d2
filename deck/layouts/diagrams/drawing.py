"""A diagram as shapes: frames, boxes, arrows that hold on to them, and what stands at these."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from deck.layouts.diagrams.grouping import Drawn, in_steps, whole
from deck.layouts.diagrams.layers import Pair
from deck.layouts.diagrams.places import Graph
from deck.layouts.diagrams.routes import Way, routes
from deck.layouts.diagrams.setting import Direction, Said, Setting, offset, set_largest
from deck.layouts.diagrams.snake import snaked, ways_between
from deck.layouts.frame.furniture import ACCENTS, WHITE, muted
from deck.layouts.frame.slots import Entry, paragraphs
from deck.model.links import Glue, Link, Point, Side
from deck.model.shapes import AutoShape, Shape, TextBox
from deck.model.style import Colour, Stroke, TextBody, TextStyle
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer
from deck.model.units import EMU_PER_POINT, Emu, Rect, points

if TYPE_CHECKING:
    from deck.layouts.diagram import Diagram

_EDGE, _LINE, _HAIRLINE = Emu(19_050), Emu(25_400), Emu(12_700)
_SHARES = (0.5, 0.25, 0.75)
"""Where a label stands, as a share of its arrow's way along: the first place that is free."""
_NEAR_THE_END, _NEAR_THE_START = (0.75, 0.68, 0.62, 0.82, 0.25, 0.5), (0.25, 0.32, 0.38, 0.18, 0.5, 0.75)
_FRAME = "frame of "


def drawn(content: Diagram, theme: Theme, measurer: Measurer) -> Sequence[Shape]:
    """All of it as a group, which says in words what it shows; or so box by box, where it appears in steps."""
    names = {node.id: node for node in content.nodes}
    edges = {content.joined(edge): edge for edge in content.edges}
    members = {f"{_FRAME}{group.id}": [content.node(name) or name for name in group.nodes] for group in content.groups}
    headings = {f"{_FRAME}{group.id}": group.heading.plain for group in content.groups}
    graph = Graph.of(list(names), list(edges), members)
    said = Said(
        {node.id: ((node.name, 0), (node.text, 1)) for node in content.nodes},
        {f"{_FRAME}{group.id}": ((group.heading, 0),) for group in content.groups},
        {pair: ((edge.label, 0),) for pair, edge in edges.items() if edge.label},
    )
    grid = theme.grid
    body = Rect.of_units(grid.x(0), grid.body_top, grid.w(grid.columns), grid.body_height)
    room = (points(body.width), points(body.height))
    directions: tuple[Direction, ...] = (content.direction,) if content.direction else ("across", "down")
    setting = set_largest(graph, said, directions, theme, measurer, room)
    in_rows = snaked(graph, said, theme, measurer, room) if "across" in directions else None
    if in_rows and (setting.over or in_rows.size > setting.size):
        setting = in_rows
    left, top = offset(setting.reach, room)
    drawing = _Drawing(setting, (points(body.left) + left, points(body.top) + top), theme, measurer)
    boxes: dict[str, Shape] = {}
    for name in graph.reading:
        if name in members:
            group = name.removeprefix(_FRAME)
            boxes[name] = drawing.frame(f"Frame {group}", name, said.headings[name], f"groups.{group}.heading")
        else:
            boxes[name] = drawing.node(name, said.nodes[name], stands_out=name in content.highlight)
    places = {name: setting.boxes[name] for name in names}
    if setting is in_rows:
        ways = ways_between(places, list(edges))
    else:
        breadths = {pair: setting.broad(setting.label_sizes.get(pair, (0.0, 0.0))) for pair in edges}
        start = -setting.broad((left, top))
        headless = {pair for pair, edge in edges.items() if not edge.leads}
        ways = routes(breadths, places, (start, start + setting.broad(room)), headless)
    parts = Drawn(
        boxes,
        {pair: drawing.link(edge.id, pair, ways[pair], arrow=edge.leads) for pair, edge in edges.items()},
        dict(drawing.labels({pair: (edges[pair].id, ways[pair]) for pair in said.labels}, said, graph)),
        members,
        {**{name: node.name.plain for name, node in names.items()}, **headings},
        {name: _words(entries) for name, entries in said.nodes.items()},
        {pair: edge.label.plain for pair, edge in edges.items() if edge.label},
    )
    if content.in_steps:
        return list(in_steps(parts, content.speech, setting.over))
    return [whole(parts, content.title.plain.replace("\n", " "), content.speech, setting.over)]


def texts_on(theme: Theme) -> Iterable[tuple[TextStyle, Colour]]:
    """The styles of its words, with what they stand on."""
    label, small = theme.style("chart-label"), theme.style("chart-axis")
    return (
        (label, WHITE),
        (replace(label, colour=WHITE), ACCENTS[0]),
        (small, WHITE),
        (small, theme.grounds.card),
    )


def _words(entries: Sequence[Entry]) -> str:
    return " – ".join(text.plain for text, _ in entries if text)


class _Drawing:
    """Draws what is set, from this place (left, top) on the slide, in points."""

    def __init__(self, setting: Setting, origin: tuple[float, float], theme: Theme, measurer: Measurer) -> None:
        self.setting = setting
        self.origin = origin
        self.theme = theme
        self.measurer = measurer

    def point(self, along: float, aside: float) -> Point:
        x, y = self.setting.place(along, aside)
        return _emu(self.origin[0] + x), _emu(self.origin[1] + y)

    def rect(self, name: str) -> Rect:
        box = self.setting.boxes[name]
        (left, top), (right, bottom) = (
            self.point(box.along, box.aside),
            self.point(box.along + box.length, box.aside + box.breadth),
        )
        return Rect(left, top, Emu(right - left), Emu(bottom - top))

    def node(self, name: str, entries: Sequence[Entry], *, stands_out: bool) -> AutoShape:
        """A box with its words."""
        body, rect = self.setting.node, self.rect(name)
        if stands_out:
            body = replace(body, levels=tuple(replace(style, colour=WHITE) for style in body.levels))
        fill = ACCENTS[0] if stands_out else WHITE
        text = self._fitted(entries, body, rect)
        return AutoShape(f"Node {name}", rect, "rect", fill, Stroke(ACCENTS[0], _EDGE), text, field=f"nodes.{name}")

    def frame(self, name: str, of: str, entries: Sequence[Entry], field: str) -> AutoShape:
        """A frame with its heading."""
        rect = self.rect(of)
        text = self._fitted(entries, self.setting.heading_of(of), rect)
        line = Stroke(muted(self.theme), _HAIRLINE)
        return AutoShape(name, rect, "rect", self.theme.grounds.card, line, text, field=field)

    def link(self, name: str, pair: tuple[str, str], way: Way, *, arrow: bool) -> Link:
        """An arrow along its way."""
        at = tuple(self.point(*each) for each in way)
        glued = Glue(f"Node {pair[0]}", _side(at[1], at[0])), Glue(f"Node {pair[1]}", _side(at[-2], at[-1]))
        return Link(f"Arrow {name}", at, Stroke(ACCENTS[5], _LINE), *glued, arrow)

    def labels(
        self, wanted: Mapping[Pair, tuple[str, Way]], said: Said, graph: Graph
    ) -> Iterator[tuple[Pair, TextBox]]:
        """What stands at arrows: at the end that others do not share, on the ground of what is behind."""
        starts, ends = ([pair[way] for pair in graph.arrows] for way in (0, 1))
        frames = [self.rect(name) for name in graph.groups]
        taken: list[Rect] = []
        for pair, (name, way) in wanted.items():
            shares: tuple[float, ...] = _SHARES
            if starts.count(pair[0]) > 1:
                shares = _NEAR_THE_END
            elif ends.count(pair[1]) > 1:
                shares = _NEAR_THE_START
            places = [self._label_at(way, each, self.setting.label_sizes[pair]) for each in shares]
            rect = min(places, key=lambda each: sum(each.meets(other) for other in taken) + _cuts(each, frames))
            taken.append(rect)
            text = self._fitted(said.labels[pair], self.setting.label, rect)
            ground = self.theme.grounds.card if any(rect.meets(frame) for frame in frames) else WHITE
            yield pair, TextBox(f"Label {name}", rect, text, field=f"edges.{name}.label", fill=ground)

    def _label_at(self, way: Way, share: float, size: tuple[float, float]) -> Rect:
        """A label's place so far along its arrow."""
        if len(way) == 2:
            (x, y), (last_x, last_y) = way
            return self._around(x + (last_x - x) * share, y + (last_y - y) * share, size)
        first, last = way[0][0], way[-1][0]
        along = first + (last - first) * share
        pieces = [(one, other) for one, other in itertools.pairwise(way) if one[0] != other[0]]
        near = min(pieces, key=lambda each: abs((each[0][0] + each[1][0]) / 2 - along))
        if len(way) == 3 or (len(way) == 4 and share != 0.5):
            aside = near[0][1]
        elif len(way) == 6:
            along, aside = (near[0][0] + near[1][0]) / 2, near[0][1]
        else:
            aside = (way[0][1] + way[-1][1]) / 2
        return self._around(along, aside, size)

    def _around(self, along: float, aside: float, size: tuple[float, float]) -> Rect:
        x, y = self.setting.place(along, aside)
        width, height = size
        left, top = self.origin[0] + x - width / 2, self.origin[1] + y - height / 2
        return Rect(_emu(left), _emu(top), _emu(width), _emu(height))

    def _fitted(self, entries: Sequence[Entry], body: TextBody, rect: Rect) -> FittedText:
        (text,) = self.measurer.fit([Frame(paragraphs(*entries), body, rect)])
        return text


def _side(towards: Point, end: Point) -> Side:
    """On which side of its box an end is, from which its line goes this way."""
    across, down = towards[0] - end[0], towards[1] - end[1]
    if abs(across) >= abs(down):
        return "right" if across > 0 else "left"
    return "bottom" if down > 0 else "top"


def _cuts(rect: Rect, frames: Sequence[Rect]) -> int:
    """How many frames' edges a label stands on."""
    return sum(rect.meets(frame) and not frame.holds(rect) for frame in frames)


def _emu(length: float) -> Emu:
    return Emu(round(length * EMU_PER_POINT))
