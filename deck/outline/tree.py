"""An outline's nodes by what they are: its sections, its slides, and what stands above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deck.ground.diagnostics import Span
from deck.nodes import Mapping, Node, Sequence, child, places, text_at


def items(node: Node, name: str) -> list[Node]:
    """What the list in this field of a node holds; nothing where there is no list."""
    below = child(node, name)
    return below.items if isinstance(below, Sequence) else []


def entries(root: Mapping, name: str) -> Iterable[tuple[str, Node]]:
    """What stands by its name in this field: `lists`, `facts`, `sources`."""
    below = root.entries.get(name)
    return below.entries.items() if isinstance(below, Mapping) else ()


def sections(root: Node) -> list[Node]:
    """Every section, in order."""
    return items(root, "sections")


def slides(root: Node) -> Iterator[Node]:
    """Every slide, in order."""
    for section in sections(root):
        yield from items(section, "slides")


def beginnings(root: Mapping) -> Iterator[Node]:
    """Every slide and section, and what stands beside the sections."""
    yield from root.entries.values()
    for section in sections(root):
        yield section
        yield from items(section, "slides")


def places_above_slides(root: Mapping) -> Iterator[tuple[str, Span]]:
    """The place of every field above the slides, by its path; a section's by its id."""
    own = {name: node for name, node in root.entries.items() if name != "sections"}
    yield from places(Mapping(root.span, own)).items()
    for section in sections(root):
        if (identifier := text_at(section, "id")) and (title := child(section, "title")):
            yield f"sections.{identifier}.title", title.span
