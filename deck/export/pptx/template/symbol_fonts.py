"""Fonts whose letters are drawn as signs: what they show, in Unicode, as any other font of signs has it.

Where such a font is missing its letters are shown, `v` for ❖.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

BULLET = "•"
_FIRST, _PRIVATE = 0x20, 0xF000
_OTHERS = ("wingdings", "webdings", "marlett", "symbol")


def shown(char: str, font: str | None) -> str:
    """What a font shows at this character: the character itself, unless it is a font of symbols. `•` where that is not
    known, or is more than one sign."""
    if len(char) != 1:
        return BULLET
    name = (font or "").casefold()
    signs = _tables().get(name)
    if signs is None:
        return BULLET if name.startswith(_OTHERS) or 0xE000 <= ord(char) <= 0xF8FF else char
    place = _code(char) - _FIRST
    return signs[place] if 0 <= place < len(signs) and signs[place] != " " else BULLET


def _code(char: str) -> int:
    """A character's code in such a font: files have it in the area for private use, or as a letter of Windows."""
    if _PRIVATE <= ord(char) <= _PRIVATE + 0xFF:
        return ord(char) - _PRIVATE
    return ord(char.encode("cp1252", "ignore") or b"\0") if ord(char) > 0xFF else ord(char)


@cache
def _tables() -> dict[str, str]:
    tables: dict[str, str] = json.loads(Path(__file__).with_name("symbol-fonts.json").read_text("utf-8"))
    return tables
