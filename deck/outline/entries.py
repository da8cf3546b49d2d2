"""Lists kept in files: their tables, and their rows as the entries of a slide."""

from __future__ import annotations

import collections.abc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from deck.diagnostics import DeckError, Diagnostic, Severity, Span, did_you_mean, has_errors
from deck.model.content import Fields, Item
from deck.model.declarations import declared
from deck.model.presentation import ListFile
from deck.model.table import Row, Table
from deck.outline import markup
from deck.outline.nodes import Mapping, Node, Scalar, Sequence, text_at
from deck.outline.slug import distinct, slug


@dataclass(slots=True)
class Lists:
    """The lists of an outline in `folder`. One that could not be read, or has mistakes, is None.

    `read_checked` reads the files of lists of more than texts, by their kind, with what is wrong in the rows.
    """

    folder: Path
    read_table: Callable[[Path], Table]
    read_checked: collections.abc.Mapping[str, Callable[[Path], tuple[Table, tuple[Diagnostic, ...]]]]
    tables: dict[str, Table | None] = field(default_factory=dict)
    _read: dict[tuple[str, Path], Table | None] = field(default_factory=dict)
    _kinds: dict[str, str] = field(default_factory=dict)
    _facts: set[str] = field(default_factory=set)

    def add(self, name: str, node: Node) -> Iterator[Diagnostic]:
        """Read the file of one list of the outline."""
        self.tables[name] = None
        for kind in (*self.read_checked, "table"):
            if file := text_at(node, kind):
                assert isinstance(node, Mapping)
                self._kinds[name] = kind
                yield from self._add(name, kind, self.folder / file, node.entries[kind].span)

    def _add(self, name: str, kind: str, path: Path, span: Span) -> Iterator[Diagnostic]:
        if (kind, path) not in self._read:
            self._read[kind, path] = None
            try:
                if read := self.read_checked.get(kind):
                    checked, noticed = read(path)
                    self._read[kind, path] = None if has_errors(noticed) else checked
                    self._facts |= {row.values["id"] for row in checked.rows if kind == "facts"}
                    yield from noticed
                else:
                    self._read[kind, path] = self.read_table(path)
            except DeckError as error:
                for found in error.diagnostics:
                    # A file that cannot be opened is the outline's mistake, at the place that names it.
                    at = span if found.code.startswith("file-") and found.code != "file-encoding" else found.span
                    yield Diagnostic(found.code, found.message, at, found.hint, found.severity)
        table = self._read[kind, path]
        if table is not None and kind == "table":
            yield from table.warnings
        if table is not None and kind == "countries" and table.column("country") is None:
            hint = did_you_mean("country", table.columns)
            message = "a list of countries has a column `country`"
            yield Diagnostic("unknown-column", message, Span(table.path), hint)
            table = None
        self.tables[name] = table

    def counts(self) -> dict[str, int]:
        """The lists' lengths by the names under which texts take them up; how many facts there are, no text says."""
        return {
            f"{name}.count": len(table.rows) if table else 0
            for name, table in self.tables.items()
            if self._kinds.get(name) != "facts"
        }

    def names(self) -> set[str]:
        """What texts may take up of lists: their lengths, and facts, also those of rows with mistakes."""
        return {*self.counts(), *self._facts}

    def files(self) -> Iterator[ListFile]:
        """The lists that could be read, by the names and files they have."""
        for name, table in self.tables.items():
            if table is not None:
                kind = self._kinds[name]
                yield ListFile(name, table.path, kind == "countries", kind == "facts")

    def of_facts(self) -> Iterator[Table]:
        """The tables whose rows are facts."""
        return (table for name, table in self.tables.items() if table and self._kinds[name] == "facts")

    def expand(self, node: Node, model: type[Fields]) -> Iterator[Diagnostic]:
        """Put the rows in place of each `{list: name}` that stands where the model has a list of `Item`s."""
        if not isinstance(node, Mapping):
            return
        fields = declared(model)
        for name, value in list(node.entries.items()):
            part = fields[name].kind.part if name in fields else None
            if part is Item and isinstance(value, Scalar) and value.value in self.tables:
                message, hint = "the rows of a list are wanted here", f"write `{name}: {{list: {value.value}}}`"
                node.entries[name] = Sequence(value.span, [_stand_in(value.span)])
                yield Diagnostic("wrong-type", message, value.span, hint)
            elif part is Item and isinstance(value, Mapping) and "list" in value.entries:
                entries, diagnostics = self._entries(value)
                node.entries[name] = Sequence(value.span, entries)
                yield from diagnostics
            elif part is not None and isinstance(value, Sequence):
                for item in value.items:
                    yield from self.expand(item, part)

    def _entries(self, reference: Mapping) -> tuple[list[Node], list[Diagnostic]]:
        name, column = text_at(reference, "list"), text_at(reference, "column")
        diagnostics = [
            Diagnostic("unknown-field", f"there is no field `{key}` here", span, did_you_mean(key, ("list", "column")))
            for key, span in reference.keys.items()
            if key not in ("list", "column")
        ]
        place = reference.entries["list"].span
        if name not in self.tables:
            hint = did_you_mean(str(name), self.tables) or "name it under `lists:`"
            return [_stand_in(place)], [
                *diagnostics,
                Diagnostic("unknown-list", f"there is no list `{name}`", place, hint),
            ]
        table = self.tables[str(name)]
        if table is None:
            return [_stand_in(place)], diagnostics
        shown = table.column(column) if column else table.column("country") or table.columns[0]
        if shown is None:
            place = reference.entries["column"].span
            message = f"the list `{name}` has no column `{column}`"
            diagnostics.append(Diagnostic("unknown-column", message, place, did_you_mean(str(column), table.columns)))
            return [_stand_in(place)], diagnostics
        entries, more = _rows_as_entries(table.rows, shown, table.column("code"))
        return entries, diagnostics + more


def _rows_as_entries(rows: Iterable[Row], column: str, code: str | None) -> tuple[list[Node], list[Diagnostic]]:
    """The rows as items with ids that stay: the row's text in the column `code`, or else what it shows."""
    entries: list[Node] = []
    diagnostics: list[Diagnostic] = []
    taken: set[str] = set()
    seen: dict[str, int] = {}
    for row in rows:
        words, span = row.values[column], row.span
        if not words:
            message = f"the column `{column}` is empty here"
            diagnostics.append(Diagnostic("empty-cell", message, span, "write a text, or take the row out"))
            continue
        if (first := seen.setdefault(words.casefold(), span.line)) != span.line:
            message = f"“{words}” stands in line {first} already"
            diagnostics.append(Diagnostic("duplicate-entry", message, span, "take one out", Severity.WARNING))
        text, findings = markup.literally(words)
        diagnostics.extend(Diagnostic(one.code, one.message, span, one.hint) for one in findings)
        identifier = distinct(slug((row.values[code] if code else "") or words), taken)
        fields: dict[str, Node] = {"id": Scalar(span, identifier), "text": Scalar(span, text)}
        entries.append(Mapping(span, fields, dict.fromkeys(fields, span)))
    return entries, diagnostics


def _stand_in(span: Span) -> Node:
    """One entry for a list that could not be read, so that its field has no further mistakes."""
    fields: dict[str, Node] = {"id": Scalar(span, "item"), "text": Scalar(span, "…")}
    return Mapping(span, fields, dict.fromkeys(fields, span))
