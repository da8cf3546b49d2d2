"""One text of a YAML file after another → its nodes: where an edit lies within one entry of a list, the rest stays.

An entry that a dash begins on its own line is a text in YAML by itself: its lines alone are parsed again, and stand in
the place of what they were. Whatever is not sure to be the same by that is composed from nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Several
from dataclasses import replace
from itertools import pairwise, takewhile
from operator import eq
from typing import NamedTuple

from deck.ground.diagnostics import Diagnostic, Span
from deck.ground.late_pattern import late_pattern
from deck.nodes.compose import compose_alone, compose_whole
from deck.nodes.node import Mapping, Node, Scalar, Sequence

_DASH = late_pattern(r" *- +(?=\S)")
_APART = late_pattern(r"(?m)^(?:---|\.\.\.)(?:\s|$)|[\x85\u2028\u2029]")
"""Where a document begins or ends, and what ends lines for YAML alone."""


class Composing:
    """Composes the texts of a file, one after another. Nobody changes the nodes."""

    def __init__(self) -> None:
        self._path = ""
        self._lines: list[str] = []
        self._root: Mapping | None = None

    def __call__(self, text: str, path: str) -> tuple[Node | None, list[Diagnostic]]:
        """As `compose`."""
        lines = text.split("\n")
        root = self._edited(lines) if path == self._path else None
        if root is None:
            whole, found, hangs_together = compose_whole(text, path)
            self._root = None
            if found or hangs_together or not isinstance(whole, Mapping) or _APART.search(text):
                return whole, found
            root = whole
        self._path, self._lines, self._root = path, lines, root
        return root, []

    def _edited(self, lines: list[str]) -> Mapping | None:
        """The nodes of these lines, where they differ from the last ones within an entry only; else None."""
        old, root = self._lines, self._root
        if root is None or old == lines:
            return root
        most = min(len(old), len(lines))
        start = _alike(old, lines)
        end = len(old) - min(_alike(old[::-1], lines[::-1]), most - start)
        for entry in reversed(list(_entries(root, len(old), start, end))):
            if edited := self._with(entry, lines):
                return edited
        return None

    def _with(self, entry: _Entry, lines: list[str]) -> Mapping | None:
        """The nodes with the entry as it is in these lines; None where that is not one entry by itself."""
        old, first, end = self._lines, entry.first, entry.end
        more = len(lines) - len(old)
        was, own = old[first:end], lines[first : end + more]
        dash = _DASH.match(old[first])
        found = _DASH.match(own[0]) if own else None
        if dash is None or found is None or found[0] != dash[0] or dash.end() != entry.column - 1:
            return None
        # What follows begins on a line of its own.
        words = "\n".join([*own, ""] if end < len(old) else own)
        if _APART.search(words):
            return None
        before = sum(map(len, lines[:first])) + first
        node = compose_alone(words, self._path, depth=len(entry.above) - 1, line=first, index=before)
        if node is None:
            return None
        longer = sum(map(len, own)) - sum(map(len, was)) + more
        return entry.replaced(node, _Move(end, more, longer))


class _Entry(NamedTuple):
    """What stands at this place in the last of the nodes `above` it, in these lines of the text (from 0).

    Its first field begins in this column (from 1): a list's own entry can begin on the line of the dash above it.
    """

    above: tuple[Mapping | Sequence, ...]
    places: tuple[int, ...]
    first: int
    end: int
    column: int

    def replaced(self, node: Node, move: _Move) -> Mapping:
        """The whole with another node here, and what follows moved."""
        more = node.size - _below(self.above[-1])[self.places[-1]].size
        for above, place in zip(reversed(self.above), reversed(self.places), strict=True):
            old = _below(above)
            values = [*old[:place], node, *map(move.node, old[place + 1 :])]
            if isinstance(above, Sequence):
                node = replace(above, items=values, size=above.size + more)
            else:
                entries = dict(zip(above.entries, values, strict=True))
                node = replace(above, entries=entries, keys=move.keys(above.keys), size=above.size + more)
        whole = node
        assert isinstance(whole, Mapping)
        return whole


class _Move(NamedTuple):
    """So many lines and characters further on stands what comes from this line (from 0) on."""

    first: int
    lines: int
    characters: int

    def span(self, span: Span) -> Span:
        if span.line <= self.first:
            return span
        return Span(span.path, span.line + self.lines, span.column, span.end_column)

    def keys(self, keys: dict[str, Span]) -> dict[str, Span]:
        return {name: self.span(span) for name, span in keys.items()} if self.lines else keys

    def node(self, node: Node) -> Node:
        """What stands there, with all below."""
        if not self.lines and not self.characters:
            return node
        span = self.span(node.span) if self.lines else node.span
        match node:
            case Scalar():
                start, end = node.start + self.characters, node.end + self.characters
                return Scalar(span, node.value, start, end, node.size, node.literal, node.exact)
            case Mapping():
                entries = {name: self.node(value) for name, value in node.entries.items()}
                return Mapping(span, entries, self.keys(node.keys), node.flow, node.size)
            case Sequence():
                return Sequence(span, list(map(self.node, node.items)), node.size, node.flow)
        return node


def _alike(one: list[str], other: list[str]) -> int:
    """How many lines they have alike at the start."""
    return sum(1 for _ in takewhile(bool, map(eq, one, other)))


def _entries(root: Mapping, count: int, start: int, end: int) -> Iterator[_Entry]:
    """The entries of lists that hold these lines, each within the one before; the text has so many lines."""
    above: tuple[Mapping | Sequence, ...] = ()
    places: tuple[int, ...] = ()
    node: Node = root
    while isinstance(node, Mapping | Sequence):
        begins = [span.line - 1 for span in _begins(node)]
        # A line that comes in before an entry belongs to the one above.
        at = sum(1 for each in begins if each < start or each == start < end) - 1
        in_order = all(one < other for one, other in pairwise(begins))
        count = begins[at + 1] if at + 1 < len(begins) else count
        if at < 0 or not in_order or end > count:
            return
        below = _below(node)[at]
        above, places = (*above, node), (*places, at)
        if isinstance(node, Sequence) and isinstance(below, Mapping) and not below.flow:
            yield _Entry(above, places, begins[at], count, below.span.column)
        node = below


def _begins(node: Mapping | Sequence) -> Iterator[Span]:
    """Where each field's name stands, or each entry."""
    yield from (each.span for each in node.items) if isinstance(node, Sequence) else node.keys.values()


def _below(node: Mapping | Sequence) -> Several[Node]:
    return node.items if isinstance(node, Sequence) else list(node.entries.values())
