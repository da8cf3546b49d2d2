"""The rows of a list → the parts of a slide, where an outline has `{list: name}` in place of them.

A field takes the column of its own name, or the one that the reference says. Of a list of countries the country's
cell alone stands at its row: by that, translations know that it is a country's name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field

from deck import nodes
from deck.fields.findings import Finding
from deck.fields.slug import distinct, slug, words_id
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Severity, Span, did_you_mean, nearest
from deck.model.content import Item
from deck.model.declarations import declared
from deck.model.fields import Part
from deck.model.table import GROUPS, NO_STATUS, Row, Table
from deck.nodes import Node, Scalar, text_at
from deck.outline import row_values
from deck.outline.row_values import is_text

_CELLS = "cells"
_NEAR = 0.8
"""How like a group's name is to one that it may be, misspelt; 1 is the same."""


@dataclass(slots=True)
class Reference:
    """`{list: name, …}` where parts of the class `part` are wanted, beside parts with the ids `beside`."""

    node: nodes.Mapping
    part: type[Part]
    beside: Sequence[str]
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def parts(self, table: Table, *, countries: bool) -> list[Node]:
        """A part a row, or a part a group of rows; what is wrong is among the `diagnostics`."""
        self._check_fields()
        columns = self._columns(table, countries=countries)
        made = [(row, self._part(row, columns)) for row in table.rows] if columns is not None else []
        # The first of an item's columns is what it shows; elsewhere the first field.
        shown = next(iter(columns.values()), table.columns[0]) if columns else table.columns[0]
        self._check_rows([row for row, _ in made], shown, columns or {})
        main = table.column("country") if countries else shown if self.part is Item else None
        ids = table.column("id") or table.column("code")
        taken: set[str] = set()
        entries = []
        for row, fields in made:
            if fields is None:
                continue
            identifier = distinct(slug((row.values[ids] if ids else "") or row.values[shown]), taken)
            below = {"id": Scalar(row.span, identifier), **self._placed(fields, columns or {}, main, row)}
            keys = {name: row.at((columns or {}).get(name, "")) for name in below}
            entries.append((row, nodes.Mapping(row.span, below, keys)))
        if "group" in self.node.entries:
            return self._groups(entries, table, countries=countries)
        return [entry for _, entry in entries]

    def _check_fields(self) -> None:
        known = ["list", *self._own()]
        for key, span in self.node.keys.items():
            if key not in known:
                hint = did_you_mean(key, known)
                self._note("unknown-field", f"there is no field `{key}` here", span, hint)

    def _own(self) -> list[str]:
        if self.part is Item:
            return ["column", "group", "headings"]
        fields = declared(self.part).items()
        return [name for name, field in fields if name != "id" and not field.kind.part and not field.kind.fields]

    def _columns(self, table: Table, *, countries: bool) -> dict[str, str] | None:
        """The column of each field that a row fills, by the field's path; None where one is not there."""
        if self.part is Item:
            named = text_at(self.node, "column")
            column = self._column(table, "column", named) if named else self._shown(table, countries=countries)
            return {"text": column} if column else None
        found: dict[str, str | None] = {}
        spoken_for = {table.column(text_at(self.node, each) or "") for each in self._own()}
        for name, declaration in declared(self.part).items():
            named = text_at(self.node, name)
            if declaration.kind.type is dict:
                # The list's columns are for the first; what others there are, such as limits, is said.
                others = [each for each in found if "." in each]
                found |= self._cells(name, table) if name in self.node.entries or not others else {}
            elif name == "id" or declaration.kind.part or declaration.kind.fields:
                continue
            elif named:
                found[name] = self._column(table, name, named)
            elif (column := table.column(name)) and (declaration.required or column not in spoken_for):
                found[name] = column
            elif declaration.required:
                hint = f"say which of its columns it is: `{name}: {table.columns[0]}`"
                self._note("unknown-column", f"the list has no column `{name}`", self.node.span, hint)
                found[name] = None
        return None if None in found.values() else {name: column for name, column in found.items() if column}

    def _shown(self, table: Table, *, countries: bool) -> str:
        """The column that a list shows where none is named: the first one that is not for ids."""
        own = table.column("country") if countries else None
        return own or next((each for each in table.columns if each != table.column("id")), table.columns[0])

    def _cells(self, name: str, table: Table) -> Iterator[tuple[str, str | None]]:
        """The cells that have names, by a table's columns: those named here, or else those of the list's own."""
        below = nodes.child(self.node, name)
        if isinstance(below, nodes.Mapping):
            for key in below.entries:
                cell = key if key in self.beside else words_id(key)
                yield f"{name}.{cell}", self._column(table, key, text_at(below, key) or "", below)
            return
        slugs = {made(column): column for made in (slug, words_id) for column in table.columns}
        for key in self.beside:
            column = table.column(key) or slugs.get(key)
            if column is None:
                hint = f"say which of its columns it is: `{name}: {{{key}: {table.columns[0]}}}`"
                self._note("unknown-column", f"the list has no column `{key}`", self.node.span, hint)
            yield f"{name}.{key}", column

    def _column(self, table: Table, key: str, named: str, node: nodes.Mapping | None = None) -> str | None:
        found = table.column(named)
        if found is None:
            span = (node or self.node).entries[key].span
            self._note("unknown-column", f"the list has no column `{named}`", span, did_you_mean(named, table.columns))
        return found

    def _part(self, row: Row, columns: Mapping[str, str]) -> dict[str, object] | None:
        """The fields' values; None where one that must be there is empty."""
        values: dict[str, object] = {}
        for name, column in columns.items():
            first, _, below = name.partition(".")
            declaration = declared(self.part)[first]
            kind = declaration.kind.within[1] if below else declaration.kind
            cell = row.values[column]
            if not cell and not below:
                if declaration.required:
                    message = f"the column `{column}` is empty here"
                    self._note("empty-cell", message, row.at(column), "write a text, or take the row out")
                    return None
                continue
            said = row.lines.get(column, cell) if is_text(kind) else cell
            values[name], findings = row_values.value(said, kind, is_date=column in row.dates)
            self._note_all(findings, row.at(column))
        return values

    def _placed(
        self, values: Mapping[str, object], columns: Mapping[str, str], main: str | None, row: Row
    ) -> dict[str, Node]:
        """The values as nodes, each at its row if its column is the `main` one, else at the reference."""
        named = (name for name, field in declared(self.part).items() if field.kind.type is dict)
        placed: dict[str, Node] = {name: nodes.Mapping(self.node.span) for name in named}
        for name, value in values.items():
            first, _, below = name.partition(".")
            scalar = Scalar(row.span if columns[name] == main else self.node.span, value)
            if below:
                inner = placed[first]
                assert isinstance(inner, nodes.Mapping)
                inner.entries[below], inner.keys[below] = scalar, row.at(columns[name])
            else:
                placed[first] = scalar
        return placed

    def _check_rows(self, rows: Sequence[Row], shown: str, columns: Mapping[str, str]) -> None:
        """Entries that say the same: in a list of items that is hardly meant."""
        seen: dict[str, int] = {}
        for row in rows if self.part is Item else ():
            words = row.values[shown]
            first = seen.setdefault(words.casefold(), row.span.line)
            if words and first != row.span.line:
                message = f"“{words}” stands in line {first} already"
                self._note("duplicate-entry", message, row.span, "take one out", Severity.WARNING)

    def _groups(self, entries: Sequence[tuple[Row, Node]], table: Table, *, countries: bool) -> list[Node]:
        """An item a group, with its rows below it, under the heading that is chosen here or else their cells' text.

        A country may be of no status: then it stands with its like, and alone where no country has one.
        """
        span = self.node.entries["group"].span
        column = self._column(table, "group", text_at(self.node, "group") or "")
        if column is None:
            return []
        name = next((known for known in GROUPS if table.column(known) == column), column)
        empty = NO_STATUS if countries and name == "status" else ""
        groups: dict[str, list[Node]] = {}
        spelt: dict[str, str] = {}
        for row, entry in entries:
            if value := row.values[column] or empty:
                # Capitals and spaces make no other group: it is spelt as in its first row.
                groups.setdefault(spelt.setdefault(_folded(value), value), []).append(entry)
            else:
                message = f"the column `{column}` is empty here, and the list is shown in groups by it"
                self._note("empty-cell", message, row.at(column), f"write this row’s {column}")
        chosen = nodes.child(self.node, "headings")
        headings = (
            {slug(key): node for key, node in chosen.entries.items()} if isinstance(chosen, nodes.Mapping) else {}
        )
        if isinstance(chosen, nodes.Mapping):
            self._check_groups([row for row, _ in entries], column, chosen.entries)
        if list(groups) == [NO_STATUS]:
            return groups[NO_STATUS]
        known = [*map(slug, GROUPS.get(name, ())), *headings]
        order = sorted(groups, key=lambda value: known.index(slug(value)) if slug(value) in known else len(known))
        return [
            self._group(value, groups[value], headings.get(slug(value)), name if countries else "", span)
            for value in order
        ]

    def _check_groups(self, rows: Sequence[Row], column: str, headings: Collection[str]) -> None:
        """Values that no heading is for, and that are nearly one that has one."""
        known = {_folded(key): key for key in headings}
        for row in rows:
            value = _folded(row.values[column])
            near = None if not value or value in known else nearest(value, known, _NEAR)
            # “Phase 2” is no “phase 1”.
            if near and re.findall(r"\d+", near) == re.findall(r"\d+", value):
                message = f"“{row.values[column]}” is a group of its own: `headings` has `{known[near]}`"
                hint = f"write `{known[near]}`, or a heading for this one too"
                self._note("unknown-group", message, row.at(column), hint, Severity.WARNING)

    def _group(self, value: str, entries: list[Node], heading: Node | None, name: str, span: Span) -> Node:
        if heading is None and value in GROUPS.get(name, ()):
            heading = Scalar(span, row_values.named(f"{name}.{value}"))
        elif heading is None:
            words, findings = row_values.text(value[:1].upper() + value[1:])
            self._note_all(findings, span)
            heading = Scalar(span, words)
        below: dict[str, Node] = {
            "id": Scalar(span, slug(value)),
            "text": heading,
            "items": nodes.Sequence(span, list(entries)),
        }
        return nodes.Mapping(span, below, dict.fromkeys(below, span))

    def _note(self, code: str, message: str, span: Span, hint: str | None, severity: Severity = Severity.ERROR) -> None:
        self.diagnostics.append(Diagnostic(code, message, span, hint, severity))

    def _note_all(self, findings: Sequence[Finding], span: Span) -> None:
        self.diagnostics += (Diagnostic(one.code, one.message, span, one.hint, one.severity) for one in findings)


def _folded(value: str) -> str:
    """A group's name whatever its capitals and what parts its words."""
    return " ".join(re.split(r"[\s_-]+", value.casefold().strip()))
