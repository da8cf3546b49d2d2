"""The text of an outline → the same with an id for everything that has none, all else as it was written.

Sections and slides get one of their titles, and parts the one that they are known by already, made of their words: so
translations stay with them.
"""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from deck import nodes
from deck.fields.slug import distinct, slug, written
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Span, has_errors
from deck.model.declarations import declared, words_field
from deck.model.fields import Fields
from deck.model.layout import Layout
from deck.model.rules import Markdown
from deck.nodes import Node, Scalar, Sequence, child, compose, plain, text_at
from deck.outline.entries import completed, ids_in, naming_words, with_id

_SHOWN = 60
"""How many characters of the words are shown whose an id is, at the most."""
_BRACE = re.compile(r"(?:[&!]\S*\s+)*\{\s*")
_IN_BLOCKS_ONLY = re.compile(r"[\[\]{},\n]|: |\s#|^[|>&*!:?-]|:$")


@dataclass(frozen=True, slots=True)
class _Edit:
    """What stands in the text in place of text[start:end]."""

    start: int
    end: int
    words: str


def with_ids(text: str, path: str, layouts: Mapping[str, Layout[Any]]) -> tuple[str, list[tuple[str, str]]]:
    """The text with ids, and which were put in, in order, each with the beginning of the words whose it is.

    What stands in several places at once, by an alias, is left. DeckError where the text is no YAML, or its form does
    not let ids in.
    """
    root = _composed(text, path)
    editor = _Editor(text)
    _sections(root, layouts, editor.put, editor.mark)
    changed = editor.edited()
    again, _ = compose.compose(changed, path)
    if not isinstance(again, nodes.Mapping) or _named(root, layouts) != _named(again, layouts):
        hint = "write those by hand that `check` asks for"
        raise DeckError([Diagnostic("invalid-id", "ids cannot be put in here: nothing was changed", Span(path), hint)])
    return changed, editor.ids


def _composed(text: str, path: str) -> nodes.Mapping:
    root, diagnostics = compose.compose(text, path)
    if has_errors(diagnostics) or not isinstance(root, nodes.Mapping):
        raise DeckError(diagnostics or [Diagnostic("wrong-type", "fields (`name: value`) are wanted here", Span(path))])
    return root


_Put = Callable[[Node, Sequence, str, str | None], None]
"""A node, the list in which it stands, its id, and the field for which it stands alone → the id is put in."""
_Mark = Callable[[Scalar, int, str], None]
"""A text in Markdown, the line of it on which a block ends, and the block's id → the id is put in there."""


def _sections(root: nodes.Mapping, layouts: Mapping[str, Layout[Any]], put: _Put, mark: _Mark) -> None:
    sections = child(root, "sections")
    if not isinstance(sections, Sequence):
        return
    lists = [slides for each in sections.items if isinstance(slides := child(each, "slides"), Sequence)]
    taken = {identifier for slides in lists for identifier in ids_in(slides)}
    _name_all(sections, ids_in(sections), put)
    for slides in lists:
        _name_all(slides, taken, put)
        for slide in slides.items:
            layout = layouts.get(text_at(slide, "layout") or "")
            if layout is not None:
                _parts(slide, layout.content, put, mark)


def _name_all(items: Sequence, taken: set[str], put: _Put) -> None:
    for each in items.items:
        if isinstance(each, nodes.Mapping) and "id" not in each.entries and (title := text_at(each, "title")):
            put(each, items, distinct(slug(title), taken), None)


def _parts(node: Node, model: type[Fields], put: _Put, mark: _Mark) -> None:
    whole = completed(node, model)
    for name, field in declared(model).items():
        own, complete, part = child(node, name), child(whole, name), field.kind.part
        if Markdown() in field.kind.rules and isinstance(own, Scalar) and isinstance(complete, Sequence):
            _blocks(own, complete, mark)
        if part is None or not isinstance(own, Sequence) or not isinstance(complete, Sequence):
            continue
        for one, named in zip(own.items, complete.items, strict=True):
            identifier = text_at(named, "id")
            if identifier and child(one, "id") is None:
                put(one, own, identifier, words_field(part) if isinstance(one, Scalar) else None)
            _parts(one, part, put, mark)


def _blocks(own: Scalar, complete: Sequence, mark: _Mark) -> None:
    """Ids of a text's blocks; of one that is not written line by line, none."""
    from deck.markup.blocks import OBJECTS, blocks

    if isinstance(own.value, str) and own.literal:
        for block, named in zip(blocks(own.value)[0], complete.items, strict=False):
            # Code is no message, of pictures several may stand on one line, and a table has no line of its own.
            if block.id is None and block.kind not in OBJECTS and (identifier := text_at(named, "id")):
                mark(own, block.end, identifier)


def _named(root: nodes.Mapping, layouts: Mapping[str, Layout[Any]]) -> Any:
    """What the outline says, with ids for everything."""
    found: dict[int, str] = {}

    def note(node: Node, _within: Sequence, identifier: str, _field: str | None) -> None:
        found.setdefault(id(node), identifier)

    # The blocks of a text have theirs in what is completed.
    _sections(root, layouts, note, lambda _text, _line, _identifier: None)

    def named(node: Node, inside: Node) -> Node:
        """The node with what is inside, and the id that was found for it."""
        lacks = id(node) in found and isinstance(inside, nodes.Mapping) and "id" not in inside.entries
        return with_id(inside, found[id(node)]) if lacks and isinstance(inside, nodes.Mapping) else inside

    def slide(node: Node) -> Node:
        layout = layouts.get(text_at(node, "layout") or "")
        return named(node, completed(node, layout.content) if layout else node)

    def section(node: Node) -> Node:
        slides = child(node, "slides")
        if not isinstance(node, nodes.Mapping) or not isinstance(slides, Sequence):
            return named(node, node)
        whole = {"slides": replace(slides, items=[slide(each) for each in slides.items])}
        return named(node, replace(node, entries=node.entries | whole))

    sections = child(root, "sections")
    items = sections.items if isinstance(sections, Sequence) else []
    above = {name: plain(each) for name, each in root.entries.items() if name != "sections"}
    return above, [plain(section(each)) for each in items]


class _Editor:
    """Gathers where ids go in a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._edits: dict[int, _Edit] = {}
        self.ids: list[tuple[str, str]] = []
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def put(self, node: Node, within: Sequence, identifier: str, field: str | None) -> None:
        """An id for this node of a list; a text becomes this field beside it."""
        if self._index(node.span) < self._index(within.span) and not isinstance(node, Scalar):
            return  # It stands elsewhere, too.
        if isinstance(node, Scalar):
            edit = self._words(node, within, identifier, field or "text")
        else:
            assert isinstance(node, nodes.Mapping)
            edit = self._fields(node, identifier)
        if edit is not None and edit.start not in self._edits:
            self._edits[edit.start] = edit
            words = f"{node.value}" if isinstance(node, Scalar) else naming_words(node)
            self.ids.append((identifier, _beginning(words)))

    def mark(self, node: Scalar, line: int, identifier: str) -> None:
        """An id at the end of this line of a text below a `|`."""
        at = self._lines[bisect_right(self._lines, node.start) + line]
        end = self._text.find("\n", at)
        end = at + len(self._text[at : end if end >= 0 else None].rstrip())
        if end not in self._edits:
            self._edits[end] = _Edit(end, end, f" {{#{identifier}}}")
            self.ids.append((identifier, _beginning(self._text[at:end])))

    def edited(self) -> str:
        """The text with all ids."""
        pieces, end = [], 0
        for edit in sorted(self._edits.values(), key=lambda each: each.start):
            pieces += [self._text[end : edit.start], edit.words]
            end = edit.end
        return "".join([*pieces, self._text[end:]])

    def _fields(self, node: nodes.Mapping, identifier: str) -> _Edit | None:
        start = self._index(node.span)
        if node.flow:
            brace = _BRACE.match(self._text, start)
            return _Edit(brace.end(), brace.end(), f"id: {written(identifier)}, ") if brace else None
        # The names of fields that were merged in stand elsewhere, before.
        own = [index for span in node.keys.values() if (index := self._index(span)) >= start]
        first = min(own, default=start)
        return _Edit(first, first, f"id: {written(identifier)}\n{' ' * self._column(first)}")

    def _words(self, node: Scalar, within: Sequence, identifier: str, field: str) -> _Edit | None:
        if node.start < self._index(within.span):
            return None
        words = self._text[node.start : node.end]
        if self._text[self._index(within.span) :].startswith("[") or not _IN_BLOCKS_ONLY.search(_unquoted(words)):
            return _Edit(node.start, node.end, f"{{id: {written(identifier)}, {field}: {words}}}")
        margin = " " * self._column(node.start)
        first, *others = words.split("\n")
        below = "".join(f"\n{'  ' if line.strip() else ''}{line}" for line in others)
        return _Edit(node.start, node.end, f"id: {written(identifier)}\n{margin}{field}: {first}{below}")

    def _index(self, span: Span) -> int:
        return self._lines[span.line - 1] + span.column - 1

    def _column(self, index: int) -> int:
        return index - self._lines[bisect_right(self._lines, index) - 1]


def _beginning(words: str) -> str:
    return textwrap.shorten(words, _SHOWN, placeholder=" …")


def _unquoted(words: str) -> str:
    """The words, or nothing of those in quotation marks on one line: there every sign may stand."""
    return "" if words[:1] in "\"'" and "\n" not in words else words
