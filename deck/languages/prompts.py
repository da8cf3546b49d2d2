"""What an empty slot of a slide asks its presenter for, in the languages that have it here.

The slide layouts ask in English; their own names stay English, too, as those of the outline's layouts are.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deck.model.language import Language

_TABLE = Path(__file__).parent / "tables" / "prompts.tsv"
_ENGLISH = "en"


def prompts(language: Language) -> Mapping[str, str]:
    """The prompts in this language by the English ones; empty where it has none here."""
    base = language.of_words
    if base == _ENGLISH:
        return {}
    head, *rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines())
    return {row[0]: row[head.index(base)] for row in rows} if base in head else {}
