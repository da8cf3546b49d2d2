"""A table that staff edit: named columns, rows of text, and where each row stands in its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deck.diagnostics import Diagnostic, Span


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its text by column, without the space round it; empty cells are empty strings."""

    values: Mapping[str, str]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one file, in its order; `warnings` are what was noticed in reading it."""

    path: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    warnings: tuple[Diagnostic, ...] = ()

    def column(self, name: str) -> str | None:
        """The column of this name, in capitals or not, as the file writes it."""
        if name in self.columns:
            return name
        return next((column for column in self.columns if column.casefold() == name.casefold()), None)
