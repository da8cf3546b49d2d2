"""Countries' names by their ISO codes: as the United Nations call them in its six languages, or as CLDR has them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from deck.languages.locales import locale_of
from deck.model.language import Language

_NAMES = Path(__file__).parent / "tables" / "un-names.json"

AS_WRITTEN, UNITED_NATIONS, CLDR = "as-written", "un", "cldr"
"""The naming schemes: the list's own names (in other languages the United Nations'), theirs throughout, CLDR's."""


def country_name(code: str, language: Language, scheme: str = UNITED_NATIONS) -> str | None:
    """The short name of a country (ISO 3166, two letters, in either case); None where the code names none.

    The United Nations' where they have one in this language, and CLDR's for all others.
    """
    code = code.upper()
    if scheme != CLDR and (name := _united_nations(language.of_words).get(code)):
        return name
    locale = locale_of(language)
    name = locale.territories.get(code) if locale and len(code) == 2 else None
    return str(name) if name else None


def region_name(code: str, language: Language) -> str | None:
    """The name of a region of the world by its M49 code, three digits; None where the code names none."""
    locale = locale_of(language)
    name = locale.territories.get(code) if locale and len(code) == 3 and code.isdigit() else None
    return str(name) if name else None


def is_official(language: Language) -> bool:
    """Whether the United Nations have names of countries in this language."""
    return bool(_united_nations(language.of_words))


@cache
def _united_nations(language: str) -> dict[str, str]:
    """The United Nations' names that are not CLDR's; their Chinese ones are in simplified characters."""
    from json import loads

    names: dict[str, dict[str, str]] = loads(_NAMES.read_text(encoding="utf-8"))
    return names.get(language, {})
