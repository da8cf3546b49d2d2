"""A table that staff edit: named columns, rows of text, and where each row stands in its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deck.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its text by column, without the space round it; empty cells are empty strings."""

    values: Mapping[str, str]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one file, in its order."""

    path: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
