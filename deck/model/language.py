"""A language as a deck needs it: its BCP 47 tag, its direction, its script.

Direction and script are CLDR's likely ones, for the scripts that need a font or a rule of their own;
any other language is set left to right in Latin.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_SCRIPTS = {
    "Arab": "ar fa ur ps ug sd ckb ks pa-arab pa-pk",
    "Hebr": "he iw yi ji",
    "Thaa": "dv",
    "Syrc": "syr",
    "Nkoo": "nqo",
    "Hans": "zh",
    "Hant": "zh-hant zh-tw zh-hk zh-mo",
    "Jpan": "ja",
    "Kore": "ko",
    "Cyrl": "ru uk be bg mk sr kk ky mn tg",
    "Grek": "el",
    "Thai": "th",
    "Deva": "hi mr ne sa",
    "Beng": "bn as",
    "Ethi": "am ti",
    "Khmr": "km",
}
_SCRIPT_OF = {tag: script for script, tags in _SCRIPTS.items() for tag in tags.split()}
_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Thaa", "Syrc", "Nkoo"})


class Direction(StrEnum):
    """The direction in which a deck is read."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


@dataclass(frozen=True, slots=True)
class Language:
    """A language named by its BCP 47 `tag`, such as `en`, `zh-Hans` or `pt-BR`."""

    tag: str

    def __str__(self) -> str:
        return self.tag

    @property
    def script(self) -> str:
        """The ISO 15924 code of its usual script."""
        tag = self.tag.lower().replace("_", "-")
        written = next((part.title() for part in tag.split("-")[1:] if len(part) == 4), None)
        if written in _SCRIPTS or written == "Latn":
            return written
        return _SCRIPT_OF.get(tag) or _SCRIPT_OF.get(tag.split("-")[0], "Latn")

    @property
    def direction(self) -> Direction:
        return Direction.RIGHT_TO_LEFT if self.script in _RIGHT_TO_LEFT else Direction.LEFT_TO_RIGHT
