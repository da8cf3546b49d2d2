"""Entries that are just words, and parts without an id → fields with an id.

The id is made of the words. So a translation stays with its entry wherever that is moved, as with an id that is
written; where the words change, the entry is another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from deck.fields.guesses import guessed
from deck.fields.pairs import pair_hint
from deck.fields.slug import distinct, words_id
from deck.ground.diagnostics import Diagnostic, Span, nearest
from deck.ground.late_pattern import late_pattern
from deck.model.declarations import declared, words_field
from deck.model.fields import IDENTIFIER, Fields, Part
from deck.model.rules import Markdown
from deck.model.text import Text
from deck.nodes import Mapping, Node, Scalar, Sequence, Unread, child, text_at, walk

if TYPE_CHECKING:
    from deck.markup.blocks import Block

_NAME = late_pattern(r"[a-z_-]+")
_NAMELESS = "empty"
_MARKDOWN = Markdown()
_NAMING = ("heading", "title", "label", "name", "text", "value")
"""The fields of which a part's id is made, in this order: what it is called, before what is said of it."""


def completed(node: Node, model: type[Fields]) -> Node:
    """The node, with all its parts as fields that have ids; the nodes of a file stay as they are."""
    if not isinstance(node, Mapping):
        return node
    fields = declared(model)
    entries = dict(node.entries)
    for name, value in entries.items():
        kind = fields[name].kind if name in fields else None
        if kind is None:
            continue
        if kind.part is not None and isinstance(value, Scalar) and _MARKDOWN in kind.rules:
            entries[name] = _blocks(value, kind.part)
        elif kind.part is not None and isinstance(value, Sequence):
            entries[name] = Sequence(value.span, list(_parts(value, kind.part)), value.size)
        elif kind.type is dict and isinstance(value, Mapping):
            entries[name] = _by_id(value)
    return Mapping(node.span, entries, dict(node.keys), node.flow, node.size)


def _blocks(node: Scalar, part: type[Part]) -> Node:
    """The blocks of a text in Markdown, each as fields with an id: the one that is written, or one of its words."""
    if not isinstance(node.value, str):
        return node
    # A deck without such a text is not to wait for what reads it.
    from deck.markup.blocks import blocks

    found, mistakes = blocks(node.value)
    # A text below a `|` is at its first line that says something.
    first = node.span.line - (len(node.value) - len(node.value.lstrip("\n")))
    taken = {block.id for block in found if block.id}
    items: list[Node] = []
    for block in found:
        span = replace(node.span, line=first + block.line, end_column=None) if node.literal else node.span
        values: dict[str, object] = {"kind": block.kind, "level": block.level, "number": block.number}
        name = {"code": None, "equation": "tex"}.get(block.kind, "text")
        said: dict[str, object] = {name: block.text} if name and block.text else {}
        entries = _scalars(node, span, values | said)
        listing = {"code": block.text, "language": block.language, "highlight": block.highlight}
        picture = {"file": block.file, "description": block.description}
        for kind, field, fields in (("code", "listing", listing), ("picture", "picture", picture)):
            if block.kind == kind:
                own = _scalars(node, span, {each: value for each, value in fields.items() if value})
                entries[field] = _fields(span, own)
        words = block.text or block.description or block.file
        if block.rows and (model := declared(part)["table"].kind.fields):
            entries["table"] = _table(node, span, block, first, model)
            words = " ".join(filter(None, block.rows[0].cells))
        name = block.id or distinct(words_id(words or _NAMELESS), taken)
        items.append(with_id(_fields(span, entries), name))
    for line, wrong in mistakes:
        span = replace(node.span, line=first + line, end_column=None) if node.literal else node.span
        items.append(Unread(span, [Diagnostic(wrong.code, wrong.message, span, wrong.hint, wrong.severity)]))
    return Sequence(node.span, items)


def _table(text: Scalar, span: Span, block: Block, first: int, model: type[Fields]) -> Node:
    """A table's columns and rows, as fields with ids."""
    heads, *rows = block.rows
    columns: list[Node] = []
    for heading, at_end in zip(heads.cells, block.ends, strict=True):
        # Over what says of which each row is, there is often nothing.
        said: dict[str, object] = {"heading": heading or Text.of("")}
        columns.append(_fields(span, _scalars(text, span, said | _aligned(at_end))))
    named = completed(_fields(span, {"columns": Sequence(span, columns)}), model)
    ids = [text_at(each, "id") or "" for each in getattr(child(named, "columns"), "items", ())]
    lines: list[Node] = []
    for row in rows:
        at = replace(span, line=first + row.line, end_column=None) if text.literal else span
        cells = _scalars(text, at, {name: cell for name, cell in zip(ids, row.cells, strict=False) if cell})
        lines.append(_fields(at, {"cells": _fields(at, cells)}))
    whole = _fields(span, {"columns": child(named, "columns") or named, "rows": Sequence(span, lines)})
    return completed(whole, model)


def _aligned(at_end: bool | None) -> dict[str, object]:
    return {} if at_end is None else {"align": "end" if at_end else "start"}


def _scalars(text: Scalar, span: Span, values: dict[str, object]) -> dict[str, Node]:
    return {name: Scalar(span, value, text.start, text.end, literal=text.literal) for name, value in values.items()}


def _fields(span: Span, entries: dict[str, Node]) -> Mapping:
    return Mapping(span, entries, dict.fromkeys(entries, span))


def _by_id(values: Mapping) -> Mapping:
    """Values by the ids of parts, where some stand by the words of which these were made."""
    named = {name: name if re.fullmatch(IDENTIFIER.expression, name) else words_id(name) for name in values.entries}
    if len(set(named.values())) < len(named):
        return values
    return replace(
        values,
        entries={named[name]: value for name, value in values.entries.items()},
        keys={named[name]: span for name, span in values.keys.items()},
    )


def naming_words(node: Node) -> str:
    """What a part, a slide or a section says that may serve as its name; empty where it says nothing.

    Signs alone, such as those of joined cells, do where there is nothing else.
    """
    values = (
        each.value for each in (*(child(node, name) for name in _NAMING), *walk(node)) if isinstance(each, Scalar)
    )
    texts = [text for value in values if value is not None and (text := str(value)).strip()]
    return next((text for text in texts if any(map(str.isalnum, text))), next(iter(texts), ""))


def with_id(node: Mapping, identifier: str) -> Mapping:
    """The fields, with this id before them."""
    first = next(iter(node.keys.values()), node.span)
    entries: dict[str, Node] = {"id": Scalar(node.span, identifier), **node.entries}
    return Mapping(node.span, entries, {"id": first, **node.keys}, node.flow, node.size)


def ids_in(nodes: Sequence) -> set[str]:
    """The ids that are written here."""
    return {identifier for each in nodes.items if (identifier := text_at(each, "id"))}


def _is_words(node: Node) -> bool:
    value = node.value if isinstance(node, Scalar) else None
    return isinstance(value, str | int | Decimal) and not isinstance(value, bool)


def _words_with_colon(node: Node, part: type[Part], alone: str | None) -> Diagnostic | None:
    """That an entry's words hold a colon, which makes them a field's name and its value, or its entries."""
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        return None
    ((name, value),) = node.entries.items()
    fields = declared(part)
    within = [each for each, field in fields.items() if field.kind.part]
    heads_a_list = bool(within) and isinstance(value, Sequence)
    # One word is a field's name that nobody has, but over a list it is an entry, unless it comes near a field's.
    is_a_name = _NAME.fullmatch(name) and (not heads_a_list or guessed(name, fields, ()) or nearest(name, fields))
    if name in fields or is_a_name:
        return None
    message = "this is read as a field’s name, as a colon and a space follow it"
    if pair := pair_hint(node, fields):
        return Diagnostic("unknown-field", message, node.keys[name], pair)
    if alone is None:
        return None
    hint = f'put a text that holds a colon in quotation marks: "{name}: …"'
    if heads_a_list:
        hint = f"write `{alone}: {name}`, and the entries under it below `{within[0]}:`"
    elif isinstance(value, Scalar) and isinstance(value.value, str):
        hint = f'put a text that holds a colon in quotation marks: "{name}: {value.value}"'
    return Diagnostic("unknown-field", message, node.keys[name], hint)


def _parts(nodes: Sequence, part: type[Part]) -> Iterator[Node]:
    taken = ids_in(nodes)
    alone = words_field(part)
    for node in nodes.items:
        if alone and _is_words(node):
            words = str(node.value) if isinstance(node, Scalar) else ""
            identifier = distinct(words_id(words if words.strip() else _NAMELESS), taken)
            span = node.span
            yield Mapping(span, {"id": Scalar(span, identifier), alone: node}, {"id": span, alone: span})
            continue
        if mistaken := _words_with_colon(node, part, alone):
            yield Unread(node.span, [mistaken])
            continue
        whole = completed(node, part)
        if not isinstance(whole, Mapping):
            yield node
            continue
        words = naming_words(whole) or _NAMELESS
        yield whole if "id" in whole.entries else with_id(whole, distinct(words_id(words), taken))
