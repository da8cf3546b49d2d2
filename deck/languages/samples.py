"""Text of a language as it comes, to see how much of it goes into a place.

It is the Universal Declaration of Human Rights, articles 1 and 4; in the few languages that it is not here in, the
names of countries, as CLDR has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import cycle, islice
from pathlib import Path

from deck.languages.locales import locale_of
from deck.model.language import Language

_TABLE = Path(__file__).parent / "tables" / "sample-texts.tsv"
_UNSPACED = ("Hans", "Hant", "Jpan", "Thai", "Khmr")


def sample(language: Language, length: int) -> str:
    """So many characters of the language."""
    space = "" if language.script in _UNSPACED else " "
    return "".join(islice(cycle(f"{_text(language, space)}{space}"), length))


def _text(language: Language, space: str) -> str:
    texts, base = _texts(), language.primary
    for tag in (language.tag, f"{base}-{language.script}", base):
        if tag in texts:
            return texts[tag]
    if other := next((text for tag, text in texts.items() if tag.startswith(f"{base}-")), None):
        return other
    locale = locale_of(language)
    return (
        space.join(f"{name}" for code, name in sorted(locale.territories.items()) if len(code) == 2)
        if locale
        else texts["en"]
    )


@cache
def _texts() -> Mapping[str, str]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()[1:]
    return dict(line.split("\t") for line in lines)
