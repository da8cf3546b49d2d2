"""Boxes and the arrows between them, laid out in layers: what leads to what, who reports to whom, what is part of what.

Boxes are as large as their words, and arrows stay with them when they are moved in PowerPoint. In languages that are
read from right to left, a diagram is, too. It needs the extra `diagrams`.

Example:
    layout: diagram
    title: How a complaint is heard
    nodes: [Worker, Hotline, Labour inspector, Court, Support for the worker]
    edges:
      - Worker -> Hotline
      - {joins: Hotline -> Labour inspector, label: within a day}
      - Hotline -> Support for the worker
      - Labour inspector -> Court
    highlight: [hotline]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from typing import Annotated, Literal, Self

from deck.fields.slug import words_id
from deck.ground.diagnostics import Diagnostic, did_you_mean
from deck.ground.installing import install_command
from deck.layouts.diagrams.arrows import meant
from deck.layouts.diagrams.drawing import drawn, texts_on
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.frame.slots import fill
from deck.model.content import Content, Words
from deck.model.fields import Identifier, Part
from deck.model.layout import Layout, Page
from deck.model.rules import Pattern, Size
from deck.model.shapes import SlideLayout
from deck.model.speech import Speech
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Measurer

_JOINED = r"^\s*(\S.*?)\s+(->|--)\s+(\S.*?)\s*$"
_JOINS = Pattern(
    _JOINED, "two nodes with an arrow between them: `a -> b`, or `a -- b` for a line without a head", meant=meant
)


class Node(Part):
    """A box."""

    name: Words
    """What it is."""
    text: Words | None = None
    """What is said of it, under its name."""


class Edge(Part):
    """An arrow or a line from one box to another."""

    joins: Annotated[str, _JOINS]
    """The boxes, by their ids or words: `a -> b`, or `a -- b` for a line without a head."""
    label: Words | None = None
    """What stands at it."""

    @property
    def ends(self) -> tuple[str, str]:
        """The two boxes, as they are written."""
        found = re.match(_JOINED, self.joins)
        assert found
        return found.group(1), found.group(3)

    @property
    def leads(self) -> bool:
        """Whether it has a head."""
        return self.sign == "->"

    @property
    def sign(self) -> str:
        """What stands between its boxes."""
        found = re.match(_JOINED, self.joins)
        assert found
        return found.group(2)


class Group(Part):
    """A frame round boxes that belong together."""

    heading: Words
    """What stands in its corner."""
    nodes: Annotated[tuple[str, ...], Size(1)]
    """The boxes in it, by their ids or words."""


class Diagram(Content):
    """The fields of a diagram."""

    nodes: Annotated[tuple[Node, ...], Size(1, 40)]
    """The boxes."""
    edges: Annotated[tuple[Edge, ...], Size(most=80)] = ()
    """The arrows between them: boxes are laid out so that these lead on."""
    groups: Annotated[tuple[Group, ...], Size(most=8)] = ()
    """Frames round some of the boxes."""
    direction: Literal["across", "down"] | None = None
    """Whether arrows lead `across` the slide or `down`; left out, as the words are larger."""
    highlight: tuple[Identifier, ...] = ()
    """The ids of the boxes that stand out."""
    _speech: Speech | None = None
    _in_steps: bool = False

    @property
    def in_steps(self) -> bool:
        """Whether its boxes appear one after the other, each with the arrows to those that are there."""
        return self._in_steps

    @property
    def speech(self) -> Speech:
        """How its language says what leads to what; it is known once the diagram is in a language."""
        assert self._speech
        return self._speech

    @property
    def phrases(self) -> tuple[str, ...]:
        """What it is, and what leads to what."""
        return ("diagram.kind", "diagram.edge") if self.edges else ("diagram.kind",)

    def spoken(self, speech: Speech) -> Self:
        """With how its language says what leads to what."""
        return self.replaced(_speech=speech)

    def revealed(self) -> Self:
        """In steps: PowerPoint has a group appear as one."""
        return self.replaced(_in_steps=True)

    def node(self, written: str) -> str | None:
        """The id of the box that is meant by its id or by its words."""
        return self._of_id(written) or self._called(written)

    def _of_id(self, written: str) -> str | None:
        known = {node.id for node in self.nodes}
        return next((name for name in (written.strip(), words_id(written)) if name in known), None)

    def _called(self, written: str) -> str | None:
        called = [node.id for node in self.nodes if words_id(node.name.plain) == words_id(written)]
        return called[0] if len(called) == 1 else None

    def resolved(self, sections: Mapping[str, Text]) -> Self:
        """Edges and frames with the ids of boxes that they call by their names."""

        def known(written: str) -> str:
            return written if self._of_id(written) else self._called(written) or written

        def joined(edge: Edge) -> Edge:
            start, end = map(known, edge.ends)
            return edge if (start, end) == edge.ends else edge.replaced(joins=f"{start} {edge.sign} {end}")

        def framed(group: Group) -> Group:
            return group.replaced(nodes=tuple(map(known, group.nodes)))

        resolved = self.replaced(edges=tuple(map(joined, self.edges)), groups=tuple(map(framed, self.groups)))
        return self if resolved == self else resolved

    def joined(self, edge: Edge) -> tuple[str, str]:
        """The ids of an edge's boxes."""
        start, end = map(self.node, edge.ends)
        assert start
        assert end
        return start, end

    def mistakes(self) -> Iterator[Diagnostic]:
        """Boxes that there are not, that lead to themselves, or that stand in two frames; a missing library."""
        if find_spec("fast_sugiyama") is None:
            message = "a diagram needs a library that finds its layers, and that is not there"
            hint = f"install it with `{install_command('diagrams')}`, or show a picture"
            yield Diagnostic("library-missing", message, hint=hint, field="nodes")
        pairs = set()
        for edge in self.edges:
            place = f"edges.{edge.id}.joins"
            yield from self._unknown(edge.ends, place)
            ends = tuple(map(self.node, edge.ends))
            if None not in ends and ends[0] == ends[1]:
                message, hint = "this leads from a box to itself", "write two boxes: `a -> b`"
                yield Diagnostic("invalid-value", message, hint=hint, field=place)
            elif None not in ends and ends in pairs:
                message, hint = "these boxes are joined already", "write one edge, with one label"
                yield Diagnostic("invalid-value", message, hint=hint, field=place)
            pairs.add(ends)
        framed: set[str] = set()
        for group in self.groups:
            yield from self._unknown(group.nodes, f"groups.{group.id}.nodes")
            for name in filter(None, map(self.node, group.nodes)):
                if name in framed:
                    message, hint = f"the box `{name}` stands in a frame already", "a box has one frame at the most"
                    yield Diagnostic("invalid-value", message, hint=hint, field=f"groups.{group.id}.nodes")
                framed.add(name)
        yield from self._unknown(self.highlight, "highlight")

    def _unknown(self, names: Iterable[str], field: str) -> Iterator[Diagnostic]:
        for name in names:
            if self.node(name) is None:
                near = did_you_mean(words_id(name), [node.id for node in self.nodes])
                yield Diagnostic("unknown-name", f"there is no box `{name}`", hint=near, field=field)


def slide_layout(theme: Theme) -> SlideLayout:
    """The native slide layout: a title over free space."""
    return SlideLayout("Diagram", WHITE, marks(theme), (title_slot(theme), *footer_slots(theme)))


def arrange(content: Diagram, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The title, and the diagram as one group, or in steps."""
    layout = slide_layout(theme)
    title = fill(measurer, layout.placeholder(0), "title", (content.title, 0))
    yield Page(layout, (title, *drawn(content, theme, measurer)), content.title.plain)


_SAMPLES = (
    """
    layout: diagram
    title: A family of classes
    direction: down
    nodes:
      - {id: shape, name: Shape, text: what stands on a slide}
      - {id: text, name: TextBox}
      - {id: picture, name: Picture}
      - {id: group, name: Group}
      - {id: title, name: Title}
      - {id: body, name: Body}
    edges: [shape -> text, shape -> picture, shape -> group, text -> title, text -> body]
    highlight: [shape]
    """,
    """
    layout: diagram
    title: What the system is made of
    nodes: [Outline, Lists, Program, Preview, PowerPoint deck, Catalogs]
    groups:
      - {heading: What people write, nodes: [Outline, Lists, Catalogs]}
      - {heading: What they get, nodes: [Preview, PowerPoint deck]}
    edges:
      - Outline -> Program
      - Lists -> Program
      - Catalogs -> Program
      - {joins: Program -> Preview, label: at once}
      - Program -> PowerPoint deck
    direction: across
    """,
    """
    layout: diagram
    title: Who reports to whom
    direction: down
    nodes:
      - {id: board, name: Board, text: seven members}
      - {id: secretary, name: Secretary, text: elected}
      - {id: country, name: Countries}
      - {id: research, name: Research}
      - {id: funds, name: Funds}
      - {id: asia, name: Asia}
      - {id: africa, name: Africa}
      - {id: data, name: Data}
      - {id: report, name: Reports}
      - {id: grants, name: Grants}
    edges:
      - board -- secretary
      - secretary -- country
      - secretary -- research
      - secretary -- funds
      - country -- asia
      - country -- africa
      - research -- data
      - research -- report
      - funds -- grants
    highlight: [board]
    """,
)

LAYOUT = Layout(
    "diagram",
    Diagram,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme)],
    also=("flowchart", "flow-chart", "graph-of", "organization-chart", "org-chart", "class-tree", "tree", "network"),
    samples=_SAMPLES,
    texts_on=texts_on,
)
