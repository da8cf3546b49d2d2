"""The deck's own words, in the languages that have them here; a catalog asks for them all, and may choose others.

CLDR has none of them. In the languages of `LOOKED_OVER` they are settled; in all others a translator looks at them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from deck.model.language import Language

LOOKED_OVER = frozenset({"ar", "de", "en", "es", "fr", "ru", "zh"})
_ENGLISH = "en"
_NORWEGIAN = {"nb": "no", "nn": "no"}
_TABLES = Path(__file__).parent / "tables"


def usual(word: str, language: Language) -> str | None:
    """The phrase of this name, None where the language has none here."""
    return _usual().get(_base(language), {}).get(word)


def in_outline(word: str, language: Language) -> str | None:
    """The phrase of this name as an outline in this language has it: in English where the language has none here."""
    return usual(word, language) or usual(word, Language(_ENGLISH))


def is_looked_over(language: Language) -> bool:
    """Whether the phrases of a language need no look at."""
    return _base(language) in LOOKED_OVER


def _base(language: Language) -> str:
    return _NORWEGIAN.get(language.of_words, language.of_words)


@cache
def _usual() -> Mapping[str, Mapping[str, str]]:
    """The phrases of each language: what introduces sources and groups, and what a deck says of its figures."""
    head, *rows = _rows("words.tsv")
    found = {row[0]: {word: phrase for word, phrase in zip(head[1:], row[1:], strict=True) if phrase} for row in rows}
    (_, *tags), *rows = _rows("phrases.tsv")
    for name, *phrases in rows:
        # Of some languages only mere signs are here, for which no catalog asks.
        for tag, phrase in zip(tags, phrases, strict=True):
            if phrase:
                found[tag][name] = phrase
    return found


def _rows(table: str) -> list[list[str]]:
    return [line.split("\t") for line in (_TABLES / table).read_text(encoding="utf-8").splitlines()]
