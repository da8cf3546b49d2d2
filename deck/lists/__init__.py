"""Files of rows that staff edit → tables."""

from __future__ import annotations

from deck.lists.csv import read_table

__all__ = ["read_table"]
