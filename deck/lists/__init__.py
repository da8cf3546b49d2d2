"""Files of rows that staff edit → tables, checked and changed."""

from __future__ import annotations

from deck.lists.country_list import COLUMNS, check, codes, read_countries, suggestion
from deck.lists.country_names import country_name, is_code, resolve
from deck.lists.fact_list import read_facts
from deck.lists.table_file import read_table

__all__ = [
    "COLUMNS",
    "check",
    "codes",
    "country_name",
    "document",
    "fixes",
    "is_code",
    "numbering",
    "read_countries",
    "read_facts",
    "read_table",
    "regions",
    "resolve",
    "suggestion",
]
