"""Files of rows that staff edit → tables, checked and changed."""

from __future__ import annotations

from deck.lists.countries import country_name, is_code, resolve
from deck.lists.country_list import STATUSES, Fix, check, code_of, fixes, read_countries, suggestion
from deck.lists.reading import read_table

__all__ = [
    "STATUSES",
    "Fix",
    "check",
    "code_of",
    "country_name",
    "fixes",
    "is_code",
    "read_countries",
    "read_table",
    "resolve",
    "suggestion",
]
