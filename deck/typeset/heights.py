"""How high a line is in a table's cell, where LibreOffice gives it the height of its fonts; elsewhere no font counts.

A font's height is the larger of what its tables `hhea` and `OS/2` say, ascent, descent and gap, as it was drawn. A font
that is missing where a deck is shown is drawn in another one, which may be higher.
"""

from __future__ import annotations

from collections.abc import Iterable

from deck.model.letters import is_european
from deck.model.theme import Fonts
from deck.typeset.coverage import script_of
from deck.typeset.scripts import CJK, EAST_ASIAN, EUROPEAN, pattern

LINE_HEIGHT = 1.22
"""A single line in sizes: PowerPoint's is 1.212 and at most 1.219 in any font; LibreOffice's is 1.2."""
_UNKNOWN = 1.37
"""The height of Noto Sans, which many systems have for a font that they have not."""
_STAND_INS = {
    "Thai": 1.52,
    "Hans": 1.45,
    "Hant": 1.45,
    "Jpan": 1.45,
    "Kore": 1.45,
    "Deva": 1.33,
    "Beng": 1.34,
    "Ethi": 1.37,
    "Khmr": 1.39,
}
"""The height of a script's Noto Sans, by ISO 15924 code: it stands for the fonts of Windows where these are missing."""
_HEIGHTS = {
    LINE_HEIGHT: "arial|arimo|calibri|carlito|consolas|courier new|cousine|dejavu sans|dejavu sans mono|helvetica"
    "|liberation mono|liberation sans|liberation sans narrow|liberation serif|times new roman|tinos",
    1.31: "caladea|cambria",
    1.37: "arial narrow|bookman old style|century gothic|ebrima|khmer ui|leelawadee ui|malgun gothic|microsoft jhenghei"
    "|microsoft yahei|nirmala ui|noto sans|noto sans ethiopic|noto sans hebrew|noto sans mono|noto serif|segoe ui"
    "|tahoma|trebuchet ms|urw bookman|urw gothic|verdana|yu gothic",
    1.4: "book antiqua|p052|palatino|palatino linotype",
    1.42: "c059|century schoolbook",
    1.67: "gelasio|georgia",
    1.33: "noto sans devanagari",
    1.34: "noto sans bengali",
    1.39: "noto sans khmer",
    1.45: "noto sans cjk jp|noto sans cjk kr|noto sans cjk sc|noto sans cjk tc",
    1.52: "noto sans thai",
    1.72: "noto naskh arabic",
    1.91: "noto kufi arabic",
    2.12: "noto sans arabic",
}
_HEIGHT_OF = {name: height for height, names in _HEIGHTS.items() for name in names.split("|")}


def height_of(font: str) -> float | None:
    """A font's height in sizes, at least that of any text; None where it is not known."""
    return _HEIGHT_OF.get(font.casefold())


def line_height(fonts: Iterable[tuple[str, str]]) -> float:
    """The height in sizes of a line in these fonts, each with its script (ISO 15924)."""
    return max(
        (max(_STAND_INS.get(script, LINE_HEIGHT), _HEIGHT_OF.get(font.casefold(), _UNKNOWN)) for font, script in fonts),
        default=LINE_HEIGHT,
    )


def drawing_fonts(theme_fonts: Fonts, home: str, text: str) -> set[tuple[str, str]]:
    """The fonts that may draw a text, each with the script for which it does; `home` is the script of the language."""
    fonts = {(_font_of(theme_fonts, home), home)}
    if home not in EUROPEAN:
        fonts.add((theme_fonts.latin, "Latn"))
    if is_european(text):
        return fonts
    if home not in EAST_ASIAN and pattern(f"[{CJK}]").search(text):
        fonts.add((theme_fonts.east_asian, "Hans"))
    for script in {script_of(char) for char in text if char >= "\u0590"} - {home, None}:
        if script:
            fonts.add((_font_of(theme_fonts, script), script))
    return fonts


def _font_of(theme_fonts: Fonts, script: str) -> str:
    """The font that a theme has for a script: the script's own, or else that of its kind."""
    if script in EUROPEAN:
        return theme_fonts.for_script(script)
    kind = theme_fonts.east_asian if script in EAST_ASIAN else theme_fonts.complex_script
    return theme_fonts.scripts.get(script, kind)
