"""Derives the order of Chinese characters by sound from ICU: `python -m tests.languages.make_pinyin`, with PyICU.

The characters are those of GB 2312's first level, the 3,755 most common, and all that occur in CLDR's names of
countries and languages. CLDR's order for Chinese is by pinyin, then by strokes.
"""

from __future__ import annotations

from pathlib import Path

import icu
from babel import Locale

TABLE = Path(__file__).resolve().parents[2] / "deck" / "languages" / "tables" / "pinyin.txt"
_FIRST_ROW, _LAST_ROW = 0xB0, 0xD7


def common() -> set[str]:
    """The characters of GB 2312's first level."""
    pairs = (bytes((row, cell)) for row in range(_FIRST_ROW, _LAST_ROW + 1) for cell in range(0xA1, 0xFF))
    return {character for pair in pairs for character in pair.decode("gb2312", "ignore")}


def main() -> None:
    locale = Locale("zh")
    named = set("".join([*locale.territories.values(), *locale.languages.values()]))
    collator = icu.Collator.createInstance(icu.Locale("zh"))
    ideographs = [character for character in common() | named if "\u4e00" <= character <= "\u9fff"]
    ordered = "".join(sorted(ideographs, key=collator.getSortKey))
    TABLE.write_text("\n".join(ordered[i : i + 60] for i in range(0, len(ordered), 60)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
