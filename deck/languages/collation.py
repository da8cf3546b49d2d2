"""The order of names, as CLDR has it for the languages told apart here.

By their letters without accents first, by the accents only between equals. English leaves out “The”, Arabic the
article; Chinese goes by sound. CLDR's own collation is not at hand without ICU: where a language has an order
that is not told here, it gets that of its letters in Unicode.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from deck.model.language import PSEUDO_LOCALES, Language

_SOUNDS = Path(__file__).parent / "tables" / "pinyin.txt"
_ARTICLE = "ال"
# Letters of their own, which are no accented ones: where each stands, after the letter before it.
_LETTERS = {
    "es": {"ñ": "n\U0010ffff"},
    "ru": {"й": "и\U0010ffff"},
    "uk": {"й": "и\U0010ffff", "ї": "і\U0010ffff"},
    "ar": {"آ": "ء\U0010ffff", "ة": "ت\U0010ffff"},
}


def sort_key(name: str, language: Language) -> tuple[str, str]:
    """What to sort a name by: its letters first, its accents only between equals.

    In a pseudo-locale there is no order but that of what it was made of.
    """
    if language.tag in PSEUDO_LOCALES:
        return "", ""
    folded = unicodedata.normalize("NFC", name.casefold())
    base = language.tag.lower().split("-")[0]
    if base == "en":
        folded = folded.removeprefix("the ")
    words = folded
    if base == "ar":
        words = " ".join(_without_article(word) for word in words.split(" "))
    if base == "zh" and language.script == "Hans":
        return "".join(_by_sound(character) for character in words), folded
    return "".join(_letter(character, _LETTERS.get(base, {})) for character in words), folded


def _letter(character: str, own: dict[str, str]) -> str:
    if character in own:
        return own[character]
    if character == "’":
        return "'"
    return "".join(base for base in unicodedata.normalize("NFKD", character) if not unicodedata.combining(base))


def _without_article(word: str) -> str:
    rest = word.removeprefix(_ARTICLE)
    return rest if len(rest) > 1 else word


def _by_sound(character: str) -> str:
    """Among the ideographs, this character's place by its sound; those unknown come after all known."""
    place = _sounds().get(character)
    if place is None:
        return character if character < "\u4e00" else f"\U000fffff{character}"
    return chr(0x4E00 + place)


@cache
def _sounds() -> dict[str, int]:
    table = _SOUNDS.read_text(encoding="utf-8")
    return {character: place for place, character in enumerate(table.replace("\n", ""))}
