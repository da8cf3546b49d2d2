"""Files of rows that staff edit → tables, checked and changed."""

from __future__ import annotations

from deck.lists.country_list import COLUMNS, check, codes, is_below_a_list, read_countries, suggestion
from deck.lists.country_names import LANGUAGES, country_name, exact, is_code, is_name_in, resolve
from deck.lists.editions import read_editions
from deck.lists.fact_list import read_facts
from deck.lists.table_file import read_table

__all__ = [
    "COLUMNS",
    "LANGUAGES",
    "amounts",
    "check",
    "codes",
    "country_name",
    "document",
    "exact",
    "fixes",
    "is_below_a_list",
    "is_code",
    "is_name_in",
    "numbering",
    "read_countries",
    "read_editions",
    "read_facts",
    "read_table",
    "regions",
    "resolve",
    "shares",
    "sheets",
    "suggestion",
]
