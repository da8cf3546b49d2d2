"""Makes the table of what fonts of symbols have in the place of letters, as Unicode has it.

    npm install dingbat-to-unicode@1.0.2
    python -m deck.export.pptx.template.make_symbol_fonts node_modules

That lists what Unicode took from these fonts. What few fonts have of it is given by its like that most have, so that a
bullet is drawn everywhere, if perhaps a little lighter or heavier.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path

TABLE = Path(__file__).with_name("symbol-fonts.json")
_FONTS = re.compile(r'"([A-Z 0-9]+)": \{([^}]*)\}')
_ENTRY = re.compile(r"(\d+): (\d+)")
# As they look in Wingdings: heavier, or larger, than what bears the name in Unicode.
_LIKE = {
    "\u26ab": "●", "\u25fc": "■", "\u25fe": "▪", "\u2713": "✔", "\u2b9a": "➢", "\u29eb": "◆", "\u2b29": "◆",
    "\u2981": "•",
    "\u2b58": "○", "\U0001f53e": "○", "\U0001f53f": "▪", "\U0001f5f4": "✗", "\U0001f5f6": "✗", "\U0001f5f5": "☒",
    "\U0001f5f7": "☒", "\U0001f5f8": "✔", "\U0001f5f9": "☑", "\U0001f784": "•", "\U0001f86a": "→",
}  # fmt: skip
_KINDS = {
    "UP DOWN": "↕",
    "LEFT RIGHT": "↔",
    "NORTH EAST": "↗",
    "NORTH WEST": "↖",
    "SOUTH EAST": "↘",
    "SOUTH WEST": "↙",
    "RIGHTWARDS": "→",
    "LEFTWARDS": "←",
    "UPWARDS": "↑",
    "DOWNWARDS": "↓",
    "RIGHT-POINTING": "▶",
    "LEFT-POINTING": "◀",
    "UP-POINTING": "▲",
    "DOWN-POINTING": "▼",
    "WHITE CIRCLE": "○",
    "CIRCLED": "◉",
    "CIRCLE": "●",
    "WHITE SQUARE": "□",
    "WHITE DIAMOND": "◇",
    "WHITE LOZENGE": "◇",
    "SQUARE": "■",
    "DIAMOND": "◆",
    "LOZENGE": "◆",
    "STAR": "★",
    "ASTERISK": "✱",
    "CROSS": "✚",
    "SALTIRE": "✖",
    "TRIANGLE-HEADED": "→",
}
"""By words of their names in Unicode."""
_NEWER, _EMOJI = "\u2b4d", ("\U0001f300", "\U0001f77f")


def like(char: str) -> str:
    """The character, or what stands for it where few fonts have it."""
    if char in _LIKE:
        return _LIKE[char]
    if char < _NEWER or _EMOJI[0] <= char <= _EMOJI[1]:
        return char
    name = unicodedata.name(char, "")
    return next((each for words, each in _KINDS.items() if words in name), char)


def main(packages: Path) -> None:
    """Write the table: for each font, what stands at the codes from 0x20 on, a space for nothing."""
    text = (packages / "dingbat-to-unicode" / "dist" / "dingbats.js").read_text("utf-8")
    fonts = {}
    for font, listed in _FONTS.findall(text):
        codes = {int(code): chr(int(char)) for code, char in _ENTRY.findall(listed)}
        fonts[font.lower()] = "".join(like(codes.get(code, " ")) for code in range(0x20, 0x100)).rstrip()
    TABLE.write_text(json.dumps(fonts, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
