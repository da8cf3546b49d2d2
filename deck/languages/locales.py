"""CLDR's data of a language, through Babel."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

from deck.model.language import Language


@cache
def locale_of(language: Language) -> Locale | None:
    """The data, of the language alone where it has none of the region; None where it has none of the language."""
    for tag in (language.tag, language.tag.split("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def words_of(language: Language) -> tuple[list[str], str]:
    """Words of a language as they come, the names of countries, and what stands between words there."""
    locale = locale_of(language) or Locale("en")
    names = [str(name) for code, name in sorted(locale.territories.items()) if len(code) == 2]
    return names, "" if language.script in ("Hans", "Hant", "Jpan", "Thai", "Khmr") else " "
