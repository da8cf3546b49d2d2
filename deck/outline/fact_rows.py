"""Facts as nodes: the rows of lists of facts, and the sources that figures take over from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deck.ground.diagnostics import Diagnostic, Span
from deck.model.content import Citation, Fields
from deck.model.declarations import declared
from deck.model.table import Table
from deck.model.text import FIELD
from deck.nodes import Mapping, Node, Scalar, Sequence, Unread, child, text_at
from deck.nodes.scalars import resolve


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
            if (row.span, "id") in mistakes:
                continue
            if identifier in facts.entries:
                message = f"there is a fact `{identifier}` already, at {facts.keys[identifier]}"
                yield Diagnostic("duplicate-id", message, row.span, "take one of the two out")
                continue
            fields: dict[str, Node] = {}
            for column, text in row.values.items():
                if wrong := mistakes.get((row.span, column)):
                    fields[column] = Unread(row.span, wrong)
                elif text and column != "id":
                    # A number is in plain digits by now; any other word, `TRUE` too, is what it says.
                    is_number = column == "value" and text[-1].isdigit()
                    fields[column] = Scalar(row.span, resolve(text) if is_number else text)
            facts.entries[identifier] = Mapping(row.span, fields, dict.fromkeys(fields, row.span))
            facts.keys[identifier] = row.span


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
