"""What may stand only once: ids of slides and sections, ids among neighbours, titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from deck.ground.diagnostics import Diagnostic, Span
from deck.markup import words
from deck.model.presentation import Fact
from deck.model.text import FIELD
from deck.nodes import Node, Scalar, Sequence, child, walk


def repeated_ids(root: Node) -> Iterator[Diagnostic]:
    """Sections of one id, and slides of one id."""
    yield from _repeated(_items(child(root, "sections")), "section")
    yield from _repeated(_slides(root), "slide")


def repeated_part_ids(content: Node) -> Iterator[Diagnostic]:
    """Parts of one id beside each other, anywhere in a slide's content."""
    for node in walk(content):
        if isinstance(node, Sequence):
            yield from _repeated(node.items, "part")


def repeated_titles(root: Node, values: Mapping[str, Fact]) -> Iterator[Diagnostic]:
    """Slides of one title, once the values are filled in."""
    seen: dict[str, Span] = {}
    for slide in _slides(root):
        node = child(slide, "title")
        if not isinstance(node, Scalar) or node.value is None:
            continue
        text = words(str(node.value))[0].plain
        title = " ".join(FIELD.sub(lambda match: _shown(match[1].strip(), values), text).split())
        first = seen.setdefault(title.casefold(), node.span)
        if title and first is not node.span:
            message = f"the title “{title}” stands on another slide already, in line {first.line}"
            hint = "tell them apart: titles are how many find their way in a deck"
            yield Diagnostic("duplicate-title", message, node.span, hint)


def _shown(name: str, values: Mapping[str, Fact]) -> str:
    return str(values[name].value) if name in values else name


def _slides(root: Node) -> Iterator[Node]:
    for section in _items(child(root, "sections")):
        yield from _items(child(section, "slides"))


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []


def _repeated(parts: Iterable[Node], kind: str) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for part in parts:
        identifier = child(part, "id")
        if not isinstance(identifier, Scalar) or not isinstance(identifier.value, str):
            continue
        first = seen.setdefault(identifier.value, identifier.span)
        if first is not identifier.span:
            message = f"another {kind} has the id `{identifier.value}` already, in line {first.line}"
            yield Diagnostic("duplicate-id", message, identifier.span, "give this one an id of its own")
