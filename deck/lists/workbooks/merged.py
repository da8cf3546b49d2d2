"""Cells that are merged over several rows: what is seen beside each of these rows, each of them says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from deck.ground.diagnostics import Diagnostic, Severity, Span, shortened
from deck.lists.cells import Cell, Grid
from deck.lists.workbooks.changes import name_of, split
from deck.model.table import Table

_SHOWN = 40


class Merged(NamedTuple):
    """Cells that are shown as one: their first and last row and column, from 1 on."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, reach: str) -> Merged:
        """The cells of a range, such as B2:B4. ValueError for what is none."""
        first, _, last = reach.partition(":")
        (top, left), (bottom, right) = split(first), split(last or first)
        return cls(top, left, bottom, right)

    def __str__(self) -> str:
        return f"{name_of(self.top, self.left)}:{name_of(self.bottom, self.right)}"

    def holds(self, row: int, column: int) -> bool:
        """Whether this cell is one of them."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def carried_down(found: Grid, merged: Iterable[Merged]) -> Grid:
    """The table in which merged cells say the same in each of their rows.

    What a row is called, its code and its value are of one entry alone: where such cells are merged, this is told.
    """
    merged = sorted(merged)
    told_of_header = (_unnamed(one, merged) for one in found.diagnostics)
    found = found._replace(diagnostics=(*told_of_header, *_hidden(found, merged)))
    columns = {cell.column: name for cell, name in zip(found.header, found.table.columns, strict=False) if name}
    by_column: dict[int, list[Merged]] = {}
    for one in merged:
        if one.bottom > one.top and one.left in columns:
            by_column.setdefault(one.left, []).append(one)
    if not by_column or not found.rows:
        return found
    own, told = _of_one(found.table), [*found.diagnostics]
    rows = [*found.table.rows]
    for column, ranges in by_column.items():
        name = columns[column]
        for at, first, one in _covered(found, column, ranges):
            if rows[at].values[name]:
                continue
            if name in own:
                told.append(_untold(found.table.path, found.rows[at][0].line, one, name, own[name]))
                continue
            lines = {**rows[at].lines, name: first.lines} if first.lines else rows[at].lines
            dates = rows[at].dates | ({name} if first.is_date else set())
            rows[at] = replace(rows[at], values={**rows[at].values, name: first.text}, lines=lines, dates=dates)
    return found._replace(table=replace(found.table, rows=tuple(rows)), diagnostics=tuple(told))


def _covered(found: Grid, column: int, ranges: list[Merged]) -> Iterator[tuple[int, Cell, Merged]]:
    """The rows, from 0 on, whose cell in this column is covered by one above it: that one, and what is merged."""
    waiting, now, first = iter(ranges), None, None
    following = next(waiting, None)
    for at, cells in enumerate(found.rows):
        line = cells[0].line
        while following is not None and following.top <= line:
            now, first = following, None
            following = next(waiting, None)
        cell = next((one for one in cells if one.column == column), None)
        if now is not None and cell is not None and now.top == line:
            first = cell if cell.text else None
        elif now is not None and first is not None and line <= now.bottom:
            yield at, first, now


def _unnamed(found: Diagnostic, merged: Sequence[Merged]) -> Diagnostic:
    """A finding, with the way out where a column has no name as its heading is one with that before it."""
    if found.code != "table-header" or not found.span:
        return found
    over = next((one for one in merged if one.holds(found.span.line, found.span.column)), None)
    if over is None or over.left == found.span.column:
        return found
    hint = (
        f"the cells {over} are merged: take that back in the spreadsheet program, and write a name above every column"
    )
    return replace(found, hint=hint)


def _hidden(found: Grid, merged: Sequence[Merged]) -> Iterator[Diagnostic]:
    """Words in cells that are covered by those with which they are merged: nobody sees them, and they are read."""
    path, last = found.table.path, max((cell.column for cell in found.header), default=0)
    covered: dict[int, Merged] = {}
    waiting = iter(merged)
    following = next(waiting, None)
    for cells in found.rows:
        line = cells[0].line
        covered = {left: one for left, one in covered.items() if one.bottom >= line}
        while following is not None and following.top <= line:
            if following.left <= last and following.bottom >= line:
                covered[following.left] = following
            following = next(waiting, None)
        for cell in cells if covered else ():
            at = line, cell.column
            over = next((one for one in covered.values() if one.holds(*at) and at != (one.top, one.left)), None)
            if cell.text and over:
                message = (
                    f"the cells {over} are merged, and {name_of(*at)} says “{shortened(cell.text, _SHOWN)}”, unseen"
                )
                hint = f"take the merging back in the spreadsheet program; empty {name_of(*at)} if it is not meant"
                yield Diagnostic("hidden-cell", message, Span(path, *at), hint, Severity.WARNING)


def _of_one(table: Table) -> Mapping[str, Severity]:
    """The columns of what is one entry's alone, and how grave it is that a row does not say it."""
    names = {name: table.column(name) for name in ("country", "id", "code", "value")}
    if not names["country"] and not names["id"]:
        names["first"] = next(filter(None, table.columns), None)
    return {
        column: Severity.ERROR if name in ("country", "id") else Severity.WARNING
        for name, column in reversed(names.items())
        if column
    }


def _untold(path: str, line: int, merged: Merged, name: str, severity: Severity) -> Diagnostic:
    message = f"the cells {merged} are merged: what row {line} has in the column `{name}` is not sure"
    hint = "take the merging back in the spreadsheet program, and write into each row what is its own"
    return Diagnostic("empty-cell", message, Span(path, line, merged.left), hint, severity)
