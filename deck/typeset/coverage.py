"""Which characters a theme's fonts are known to have, as far as that can be told without them.

For Latin, Greek, Cyrillic and signs, the tables say what the fonts of the same widths have: Carlito for Calibri,
Liberation Sans for Arial. Any other script is in the font that the theme names for it, and in none where it names none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from deck.model.language import Language
from deck.model.letters import is_european
from deck.model.style import FontRole
from deck.model.text import Paragraph
from deck.model.theme import Fonts, Theme
from deck.model.typesetting import FittedText, MissingGlyph
from deck.typeset import font_files, fonts
from deck.typeset.scripts import CJK, COMPLEX, EAST_ASIAN, may_be_wide, pattern

_OTHER_SCRIPTS = {
    "ARMENIAN": "Armn",
    "CHEROKEE": "Cher",
    "GEORGIAN": "Geor",
    "GUJARATI": "Gujr",
    "GURMUKHI": "Guru",
    "JAVANESE": "Java",
    "KANNADA": "Knda",
    "LAO": "Laoo",
    "MALAYALAM": "Mlym",
    "MONGOLIAN": "Mong",
    "MYANMAR": "Mymr",
    "NKO": "Nkoo",
    "ORIYA": "Orya",
    "SINHALA": "Sinh",
    "SYRIAC": "Syrc",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "THAANA": "Thaa",
    "TIBETAN": "Tibt",
    "TIFINAGH": "Tfng",
}
"""Scripts without a table, by the word with which Unicode's names of their letters begin."""
_HANGUL = "\u1100-\u11ff\uac00-\ud7af"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Mn", "Me", "Zs", "Zl", "Zp"})
_NON_BREAKING_HYPHEN = "\u2011"
"""Engines draw it as a hyphen where a font has none."""
_RECENT = 256
"""For how many paragraphs it is remembered what they lack."""


class Coverage:
    """What texts of one language have that one theme's fonts are not known to have. What was looked up, is kept."""

    def __init__(self, theme: Theme, language: Language) -> None:
        self._theme, self._home = theme, language.script
        self._without: dict[tuple[str, FontRole], str | None] = {}
        self._lacking = lru_cache(_RECENT)(self._newly_lacking)

    def missing_glyphs(self, text: FittedText) -> Sequence[MissingGlyph]:
        """The characters of a text that its fonts are not known to have, each once."""
        levels = text.body.levels
        lacking = {
            each
            for paragraph in text.paragraphs
            if not paragraph.plain.isascii()
            for each in self._lacking(paragraph, levels[min(paragraph.level, len(levels) - 1)].font)
        }
        if not lacking:
            return ()
        return [MissingGlyph(char, font, script_of(char)) for char, _, font in sorted(lacking)]

    def _newly_lacking(self, paragraph: Paragraph, role: FontRole) -> tuple[tuple[str, FontRole, str], ...]:
        """The characters that the font of this role is not known to have, and its name."""
        chars = set(paragraph.plain)
        return tuple((char, role, font) for char in chars if (font := self._font_without(char, role)) is not None)

    def _font_without(self, char: str, role: FontRole) -> str | None:
        if (char, role) not in self._without:
            self._without[char, role] = font_without(char, self._theme.family(role), self._home)
        return self._without[char, role]


def font_without(char: str, theme_fonts: Fonts, home: str) -> str | None:
    """The font that would draw this character, if it is not known to have it; `home` is the deck's script."""
    if char == _NON_BREAKING_HYPHEN or unicodedata.category(char) in _UNSEEN:
        return None
    if char < "\u0590":
        return _font_without_letter(char, theme_fonts, home)
    if may_be_wide(char) and pattern(f"[{CJK}{_HANGUL}]").match(char):
        # Fonts of East Asia have what is in the basic plane; beyond it, each has some.
        return None if char <= "\uffff" else theme_fonts.east_asian
    if home in EAST_ASIAN and char <= "\uffff" and unicodedata.east_asian_width(char) in "AWF":
        return None
    script = script_of(char)
    if script is None:
        return _font_without_letter(char, theme_fonts, home)
    if script in theme_fonts.scripts or (script in COMPLEX and fonts.is_known(theme_fonts.complex_script, script)):
        return None
    return theme_fonts.complex_script


def script_of(char: str) -> str | None:
    """The ISO 15924 code of a character's script, of those that a theme names fonts for; None for all others."""
    for script, characters in () if is_european(char) else COMPLEX.items():
        if pattern(f"[{characters}]").match(char):
            return script
    return _OTHER_SCRIPTS.get(unicodedata.name(char, "").partition(" ")[0])


def _font_without_letter(char: str, theme_fonts: Fonts, home: str) -> str | None:
    """The Latin font, if it has no such letter or sign; among complex letters their font may have a sign, too."""
    drawing = [theme_fonts.latin]
    if home in COMPLEX:
        drawing.append(theme_fonts.for_script(home))
    if theme_fonts.files and font_files.is_measured(theme_fonts):
        drawing.remove(theme_fonts.latin)
        if char in font_files.letters(theme_fonts, bold=False):
            return None
    # What a font has that no table knows cannot be told: it is taken to have what any of the known ones has.
    known = [font if fonts.is_known(font) else "Calibri" for font in drawing]
    return None if any(char in fonts.latin(font, bold=False) for font in known) else theme_fonts.latin
