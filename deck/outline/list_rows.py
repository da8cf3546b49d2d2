"""Lists kept in files: their tables, and their rows as the parts of a slide."""

from __future__ import annotations

import collections.abc
from collections.abc import Callable, Iterator
from dataclasses import field
from pathlib import Path

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Span, did_you_mean, has_errors
from deck.model.declarations import declared
from deck.model.fields import Fields
from deck.model.presentation import ListFile
from deck.model.table import Table
from deck.nodes import Mapping, Node, Scalar, Sequence, Unread, text_at
from deck.outline.boundary import outside
from deck.outline.rows import Reference


@dataclass(slots=True)
class Lists:
    """The lists of an outline in `folder`. Of one that could not be read, `failed` says why.

    `read_checked` reads the files of lists of more than texts, by their kind, with what is wrong in the rows. `facts`
    are the tables whose rows are facts, with that.
    """

    folder: Path
    allow_outside: bool
    read_table: Callable[[Path], Table]
    read_checked: collections.abc.Mapping[str, Callable[[Path], tuple[Table, tuple[Diagnostic, ...]]]]
    tables: dict[str, Table | None] = field(default_factory=dict)
    failed: dict[str, list[Diagnostic]] = field(default_factory=dict)
    facts: list[tuple[Table, tuple[Diagnostic, ...]]] = field(default_factory=list)
    _read: dict[tuple[str, Path], tuple[Table | None, list[Diagnostic]]] = field(default_factory=dict)
    _kinds: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, node: Node) -> list[Diagnostic]:
        """Read the file of one list of the outline."""
        found: list[Diagnostic] = []
        self.tables[name] = None
        for kind in (*self.read_checked, "table"):
            if file := text_at(node, kind):
                assert isinstance(node, Mapping)
                self._kinds[name] = kind
                path, place = self.folder / file, node.entries[kind].span
                if (kind, path) not in self._read:
                    self._read[kind, path] = self._table(kind, path, place)
                self.tables[name], found = self._read[kind, path]
        if self.tables[name] is None:
            self.failed[name] = found
        return found

    def _table(self, kind: str, path: Path, span: Span) -> tuple[Table | None, list[Diagnostic]]:
        """The table, None where it has mistakes, and what is wrong with it."""
        if not self.allow_outside and (found := outside(path, self.folder, span)):
            return None, [found]
        try:
            if kind == "table":
                table = self.read_table(path)
                return table, list(table.warnings)
            table, noticed = self.read_checked[kind](path)
        except DeckError as error:
            # A file that cannot be opened is the outline's mistake, at the place that names it.
            return None, [
                Diagnostic(found.code, found.message, span, found.hint, found.severity)
                if found.code.startswith("file-") and found.code != "file-encoding"
                else found
                for found in error.diagnostics
            ]
        if kind == "facts":
            self.facts.append((table, noticed))
        return None if has_errors(noticed) else table, list(noticed)

    def counts(self) -> dict[str, int]:
        """The lists' lengths by the names under which texts take them up; how many facts there are, no text says."""
        return {
            f"{name}.count": len(table.rows) if table else 0
            for name, table in self.tables.items()
            if self._kinds.get(name) != "facts"
        }

    def names(self) -> set[str]:
        """What texts may take up of lists: their lengths, and facts, also those of rows with mistakes."""
        return {*self.counts(), *(row.values["id"] for table, _ in self.facts for row in table.rows)}

    def files(self) -> Iterator[ListFile]:
        """The lists that could be read, by the names and files they have."""
        for name, table in self.tables.items():
            if table is not None:
                kind = self._kinds[name]
                statuses = tuple(_statuses(table)) if kind == "countries" else ()
                yield ListFile(name, table.path, kind == "countries", kind == "facts", statuses)

    def expand(self, node: Node, model: type[Fields]) -> Iterator[Diagnostic]:
        """Put the rows in place of each `{list: name}` that stands where the model has a list of parts.

        Where there are none, the node that stands there knows why.
        """
        if not isinstance(node, Mapping):
            return
        fields = declared(model)
        for name, value in list(node.entries.items()):
            part = fields[name].kind.part if name in fields else None
            if part is None:
                continue
            if isinstance(value, Scalar) and value.value in self.tables:
                message, hint = "the rows of a list are wanted here", f"write `{name}: {{list: {value.value}}}`"
                node.entries[name] = Unread(value.span, [Diagnostic("wrong-type", message, value.span, hint)])
            elif isinstance(value, Mapping) and "list" in value.entries:
                reference = Reference(value, part, list(_ids(node)))
                node.entries[name] = self._rows(reference)
                yield from reference.diagnostics
            elif isinstance(value, Sequence):
                for item in value.items:
                    yield from self.expand(item, part)

    def _rows(self, reference: Reference) -> Node:
        name, place = text_at(reference.node, "list"), reference.node.entries["list"].span
        if name not in self.tables:
            hint = did_you_mean(str(name), self.tables) or "name it under `lists:`"
            return Unread(place, [Diagnostic("unknown-list", f"there is no list `{name}`", place, hint)])
        table = self.tables[name]
        if table is None:
            return Unread(place, self.failed[name])
        parts = reference.parts(table, countries=self._kinds[name] == "countries")
        if has_errors(reference.diagnostics):
            return Unread(place, reference.diagnostics)
        return Sequence(reference.node.span, parts)


def _ids(node: Mapping) -> Iterator[str]:
    """The ids of all parts that stand beside each other here."""
    for value in node.entries.values():
        for item in value.items if isinstance(value, Sequence) else ():
            if identifier := text_at(item, "id"):
                yield identifier


def _statuses(table: Table) -> Iterator[tuple[str, str]]:
    """Each country's code and status, where it has a code."""
    code, status = table.column("code"), table.column("status")
    for row in table.rows:
        if code and status and row.values[code]:
            yield row.values[code].upper(), row.values[status]
