"""CLDR's data of a language, through Babel."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from deck.model.language import Language

if TYPE_CHECKING:
    from babel import Locale


@cache
def locale_of(language: Language) -> Locale | None:
    """The data, of the language alone where it has none of the region; None where it has none of the language."""
    from babel import Locale, UnknownLocaleError

    for tag in (language.tag, language.tag.split("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None
