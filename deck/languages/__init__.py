"""Presentation → the same presentation in one language: figures, names in braces, order, fixed words."""

from deck.languages.localise import Localising, localise
from deck.languages.prompts import prompts

__all__ = [
    "Localising",
    "catalog",
    "collation",
    "date_formats",
    "entries",
    "left_in_source",
    "locales",
    "localise",
    "merge",
    "messages",
    "numbers",
    "other_language",
    "other_script",
    "plurals",
    "po_file",
    "prompts",
    "proofreading",
    "pseudo",
    "sample_words",
    "samples",
    "sister_words",
    "terms",
    "territories",
    "translate",
    "words",
]
