"""Presentation → the same presentation in one language: figures, names in braces, order, fixed words."""

from deck.languages.localise import localise
from deck.languages.prompts import prompts

__all__ = [
    "catalog",
    "collation",
    "locales",
    "localise",
    "merge",
    "messages",
    "numbers",
    "plurals",
    "prompts",
    "pseudo",
    "territories",
    "translate",
]
