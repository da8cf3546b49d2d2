"""How wide the letters of a theme's fonts are: by a table, by a file that the theme names, or by a wider font's."""

from __future__ import annotations

from functools import cache
from typing import Any

from deck.model.theme import Fonts
from deck.typeset import fonts

_LETTERS = ((0x20, 0x52F), (0x1E00, 0x20CF), (0x2100, 0x2BFF))
"""Latin, Greek, Cyrillic and signs."""
_BOLDER = 1.12
"""How much wider bold letters are than regular ones at most, where a theme names no file of them."""


def letters(theme_fonts: Fonts, bold: bool, italic: bool = False) -> dict[str, float]:
    """The width in em of each Latin, Greek and Cyrillic letter and sign of the theme's Latin font."""
    if own := _from_file(theme_fonts, bold, italic):
        return own
    return fonts.latin(theme_fonts.latin, bold, italic)


def kerning(theme_fonts: Fonts, bold: bool, italic: bool = False) -> fonts.Kerning:
    """How these are kerned; a font from a file is taken to be not."""
    if _from_file(theme_fonts, bold, italic):
        return fonts.NO_KERNING
    return fonts.kerning(theme_fonts.latin, bold, italic)


def is_measured(theme_fonts: Fonts) -> bool:
    """Whether the Latin font's own widths are known."""
    return fonts.is_known(theme_fonts.latin) or _from_file(theme_fonts, False, False) is not None


def _from_file(theme_fonts: Fonts, bold: bool, italic: bool) -> dict[str, float] | None:
    """The widths in the font's file, where no table has them, HarfBuzz is there and can read it."""
    file = theme_fonts.files.get(theme_fonts.latin)
    if file is None or fonts.is_known(theme_fonts.latin):
        return None
    upright = file.bold if bold else file.regular
    slanted = file.bold_italic if bold else file.italic
    data = (slanted if italic else None) or upright
    if data is not None:
        return _widths(data)
    regular = _widths(file.regular)
    return regular and {char: width * _BOLDER for char, width in regular.items()}


@cache
def _widths(data: bytes) -> dict[str, float] | None:
    try:
        import uharfbuzz
    except ImportError:
        return None
    face = uharfbuzz.Face(uharfbuzz.Blob(data))
    font: Any = uharfbuzz.Font(face)
    widths = {}
    for first, last in _LETTERS:
        for code in range(first, last + 1):
            glyph = font.get_nominal_glyph(code)
            if glyph:
                widths[chr(code)] = font.get_glyph_h_advance(glyph) / face.upem
    # A file without letters is none that text can be measured by.
    if not {"a", " "} <= widths.keys():
        return None
    widths.setdefault("\N{NO-BREAK SPACE}", widths[" "])
    return widths
