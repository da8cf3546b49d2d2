"""What a YAML file says, and where: plain values that know their places.

Built from the parser's events, without recursion, so that no nesting can exhaust the stack.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any, TypeAlias

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Span


@dataclass(slots=True)
class Scalar:
    """A single value: text, a number (int or Decimal), a truth value, or None; or a `Text` ready made.

    `start` and `end` are where it stands in the file's text, by characters. A `literal` one is written below a `|`,
    line by line. `exact` is a text as YAML joins its lines, where the value has them joined as prose is.
    """

    span: Span
    value: Any
    start: int = 0
    end: int = 0
    size: int = 1
    literal: bool = False
    exact: str | None = None


@dataclass(slots=True)
class Sequence:
    """A list of values. `flow` says that it is written in square brackets."""

    span: Span
    items: list[Node] = field(default_factory=list)
    size: int = 1
    flow: bool = False


@dataclass(slots=True)
class Mapping:
    """Values by field name. `keys` has where each name stands; `flow` that it is written in braces."""

    span: Span
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Span] = field(default_factory=dict)
    flow: bool = False
    size: int = 1


@dataclass(slots=True)
class Unread:
    """What stands where a value could not be had, and why."""

    span: Span
    diagnostics: list[Diagnostic]
    size: int = 1


Node: TypeAlias = Scalar | Sequence | Mapping | Unread


def plain(node: Node) -> Any:
    """The value in Python's own types. A file's nesting is limited, so this may recurse."""
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {name: plain(value) for name, value in node.entries.items()}
        case Unread():
            return None


def child(node: Node, step: int | str) -> Node | None:
    """The value under this name or index, if there is one."""
    match node:
        case Mapping() if isinstance(step, str):
            return node.entries.get(step)
        case Sequence() if isinstance(step, int) and step < len(node.items):
            return node.items[step]
    return None


def span_of(node: Node, path: str) -> Span:
    """Where a field stands, by its path: its name, or the entry of a list; or else the nearest place above it."""
    span = node.span
    for step in path.split(".") if path else ():
        match node:
            case Mapping() if step in node.entries:
                span, node = node.keys[step], node.entries[step]
            case Sequence() if found := next((item for item in node.items if text_at(item, "id") == step), None):
                span, node = found.span, found
            case _:
                break
    return span


def walk(node: Node) -> Iterator[Node]:
    """This node and all below, in order."""
    yield node
    match node:
        case Sequence():
            for item in node.items:
                yield from walk(item)
        case Mapping():
            for value in node.entries.values():
                yield from walk(value)


def places(node: Node) -> dict[str, Span]:
    """The place of every field below, by its path: names, and the ids of parts that repeat."""
    found: dict[str, Span] = {}
    if isinstance(node, Mapping):
        _find_places(node, "", found)
    return found


def _find_places(node: Mapping, prefix: str, found: dict[str, Span]) -> None:
    for name, value in node.entries.items():
        path = prefix + name
        found[path] = value.span
        if isinstance(value, Mapping):
            _find_places(value, f"{path}.", found)
        elif isinstance(value, Sequence):
            for item in value.items:
                if isinstance(item, Mapping) and (identifier := text_at(item, "id")):
                    below = f"{path}.{identifier}"
                    found[below] = item.span
                    _find_places(item, f"{below}.", found)


def text_at(node: Node, name: str) -> str | None:
    """The text of this field, if it is there and is text."""
    below = node.entries.get(name) if isinstance(node, Mapping) else None
    return below.value if isinstance(below, Scalar) and isinstance(below.value, str) else None
