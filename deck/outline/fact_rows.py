"""Facts as nodes: the rows of lists of facts, what an edition puts in their place, and figures' sources from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from deck.ground.diagnostics import Diagnostic, Severity, Span, did_you_mean
from deck.model.declarations import declared
from deck.model.edition import Edition
from deck.model.fields import Citation, Fields
from deck.model.table import Table
from deck.model.text import FIELD
from deck.nodes import Mapping, Node, Scalar, Sequence, Unread, child, text_at
from deck.nodes.scalars import resolve

KINDS = ("countries", "facts", "table")
"""What a list is of: the fields of which one names its file."""

_NAMING = ("id", "code", "country", "name")
"""The columns of an edition that may be neither a fact nor a list, and say who it is for."""


def with_own_entries(root: Mapping) -> Mapping:
    """The fields, in which facts and lists may be put and replaced: the file's nodes stay as they are."""
    entries = dict(root.entries)
    for name in ("facts", "lists"):
        if isinstance(node := entries.get(name), Mapping):
            entries[name] = replace(node, entries=dict(node.entries), keys=dict(node.keys))
    return replace(root, entries=entries, keys=dict(root.keys))


def add_facts(root: Mapping, lists: Iterable[tuple[Table, Iterable[Diagnostic]]]) -> Iterator[Diagnostic]:
    """Put the rows of these lists beside the outline's own facts; a cell with a mistake knows what it is."""
    for table, found in lists:
        start = Span(table.path)
        root.keys.setdefault("facts", start)
        facts = root.entries.setdefault("facts", Mapping(start))
        if not isinstance(facts, Mapping):
            return
        mistakes: dict[tuple[Span | None, str | None], list[Diagnostic]] = {}
        for one in found:
            mistakes.setdefault((one.span, one.field), []).append(one)
        for row in table.rows:
            identifier = row.values["id"]
            if (row.at("id"), "id") in mistakes:
                continue
            if identifier in facts.entries:
                message = f"there is a fact `{identifier}` already, at {facts.keys[identifier]}"
                yield Diagnostic("duplicate-id", message, row.at("id"), "take one of the two out")
                continue
            fields: dict[str, Node] = {}
            for column, text in row.values.items():
                if wrong := mistakes.get((row.at(column), column)):
                    fields[column] = Unread(row.at(column), wrong)
                elif text and column != "id":
                    fields[column] = _cell(row.at(column), column, text)
            facts.entries[identifier] = Mapping(row.span, fields, {column: row.at(column) for column in fields})
            facts.keys[identifier] = row.span


def replace_lists(root: Mapping, edition: Edition) -> None:
    """Put the files that an edition names in the place of the outline's lists' own."""
    lists = child(root, "lists")
    for row in edition.called(_names(lists)).values.rows:
        node = child(lists, row.values["id"]) if lists else None
        for kind in KINDS if isinstance(node, Mapping) else ():
            if isinstance(node, Mapping) and kind in node.entries:
                node.entries[kind] = Scalar(row.span, row.values["value"])


def replace_facts(root: Mapping, edition: Edition) -> Iterator[Diagnostic]:
    """Put an edition's values in the place of the outline's facts, which keep their sources and dates."""
    facts, lists = child(root, "facts"), child(root, "lists")
    known = [*_names(facts), *_names(lists)]
    edition = edition.called(known)
    for row in edition.values.rows:
        name = row.values["id"]
        if isinstance(facts, Mapping) and name in facts.entries:
            wrong = [one for one in edition.found if one.span == row.span]
            value = Unread(row.span, wrong) if wrong else _cell(row.span, "value", row.values["value"])
            fact = facts.entries[name]
            if not isinstance(fact, Mapping):
                fact = Mapping(row.span, {}, {})
            entries = fact.entries | {"value": value}
            if row.values["unit"] and not wrong:
                entries["unit"] = _cell(row.span, "unit", row.values["unit"])
            # That a unit does not go with the value is the value's fault.
            own = dict.fromkeys(("value", "unit"), row.span)
            keys = dict.fromkeys(entries, row.span) | fact.keys | own
            facts.entries[name] = replace(fact, entries=entries, keys={each: keys[each] for each in entries})
        elif name not in known and name not in _for_people(edition):
            message = f"the outline has no fact and no list `{name}`, so nothing becomes of this column"
            hint = did_you_mean(name, known) or "name the column as the fact or the list; others are for you alone"
            yield Diagnostic("unknown-column", message, edition.headings.get(name), hint, Severity.WARNING)


def _names(node: Node | None) -> tuple[str, ...]:
    return tuple(node.entries) if isinstance(node, Mapping) else ()


def _for_people(edition: Edition) -> set[str | None]:
    """The columns that say to people which edition a row is."""
    headings = Table(edition.place.path, tuple(edition.headings), ())
    return {headings.column(name) for name in _NAMING}


def _cell(span: Span, column: str, text: str) -> Scalar:
    # A number is in plain digits by now; any other word, `TRUE` too, is what it says.
    is_number = column == "value" and text[-1].isdigit()
    return Scalar(span, resolve(text) if is_number else text)


def cite(node: Node, model: type[Fields], root: Mapping) -> None:
    """Give each figure that is but a fact's name in braces, and names no source, the fact's source."""
    facts, sources = child(root, "facts"), child(root, "sources")
    if facts is None or sources is None or not isinstance(node, Mapping):
        return
    fields = declared(model)
    for name, value in node.entries.items():
        part = fields[name].kind.part if name in fields else None
        if part is not None and isinstance(value, Sequence):
            for item in value.items:
                cite(item, part, root)
    named = FIELD.fullmatch((text_at(node, "value") or "").strip())
    takes_source = "source" in fields and fields["source"].kind.type is Citation
    if named and takes_source and "source" not in node.entries:
        fact = child(facts, named[1].strip())
        source = text_at(fact, "source") if fact else None
        if source and child(sources, source):
            place = node.entries["value"].span
            node.entries["source"], node.keys["source"] = Scalar(place, source), place
