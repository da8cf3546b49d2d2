"""The order of names: by their letters without accents, and in English without “The”."""

from __future__ import annotations

import unicodedata

from deck.model.language import Language


def sort_key(name: str, language: Language) -> tuple[str, str]:
    """What to sort a name by: its base letters first, its accents only between equals."""
    folded = name.casefold()
    if language.tag.split("-")[0] == "en":
        folded = folded.removeprefix("the ")
    decomposed = unicodedata.normalize("NFKD", folded)
    letters = "".join(
        character for character in decomposed if not unicodedata.combining(character) and character not in "’'-"
    )
    return letters, folded
