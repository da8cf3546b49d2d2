"""A catalog ↔ the files of translators' tools: written for them, read as they come back, taken in with nothing lost.

Each format has a module that writes it and one that reads it; what was read is taken in the same way from all.
"""

__all__ = [
    "glossary_reading",
    "nearness",
    "plural_forms",
    "po_reading",
    "returned",
    "review",
    "setting_out",
    "taken",
    "taking_in",
    "tmx_reading",
    "tmx_writing",
    "xliff_reading",
    "xliff_writing",
    "xlsx_reading",
    "xlsx_writing",
]
