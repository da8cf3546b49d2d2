"""CLDR's data of a language, through Babel."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from deck.model.language import Language

if TYPE_CHECKING:
    from babel import Locale

_REGION = 2
_VARIANTS = frozenset(("ijekavsk", "ekavsk", "valencia"))
"""Variants that gettext's names become, which CLDR may not name."""


def unknown_subtag(language: Language) -> str | None:
    """The first part of a tag that is no script, region or variant, as in `fr-copy`; None where all are known.

    What stands behind a single letter is an extension or private, and anybody's.
    """
    parts = language.tag.split("-")[1:]
    if all(len(part) == _REGION and part.isalpha() for part in parts):
        return None
    from babel import Locale

    english = Locale("en")
    known = {str(each).lower() for names in (english.scripts, english.territories, english.variants) for each in names}
    for part in parts:
        if len(part) == 1:
            return None
        if part.lower() not in known and part.lower() not in _VARIANTS:
            return part
    return None


@cache
def locale_of(language: Language) -> Locale | None:
    """The data, of the language alone where it has none of the region; None where it has none of the language."""
    from babel import Locale, UnknownLocaleError

    for tag in (language.tag, language.primary):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None
