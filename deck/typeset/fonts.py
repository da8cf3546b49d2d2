"""Advance widths of fonts, from the tables that `make_tables` and `make_measured_tables` make. Widths are in em.

A table stands for every font that is no wider: Carlito has Calibri's widths, Liberation Sans Arial's and Liberation
Serif Times New Roman's, Caladea Cambria's, Gelasio Georgia's; URW's fonts have those of the fonts of the first laser
printers, to which many of Office's were drawn. The other scripts' fonts are the widest that PowerPoint or LibreOffice
may choose for the names given here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_TABLES = Path(__file__).parent / "tables"

UNKNOWN_FACTOR, UNKNOWN_BOLD_FACTOR = 1.17, 1.2
"""What Arial's widths are multiplied with for a font that has no table; of many for text, the widest is DejaVu Serif,
1.166 times as wide, and 1.193 in bold."""

_LATIN = {
    "calibri": "carlito",
    "carlito": "carlito",
    "arial": "liberation-sans",
    "arimo": "liberation-sans",
    "dejavu sans": "dejavu-sans",
    "helvetica": "liberation-sans",
    "liberation sans": "liberation-sans",
    "liberation serif": "liberation-serif",
    "noto sans": "noto-sans",
    "times new roman": "liberation-serif",
    "tinos": "liberation-serif",
    "arial narrow": "liberation-sans-narrow",
    "book antiqua": "p052",
    "bookman old style": "urw-bookman",
    "c059": "c059",
    "caladea": "caladea",
    "cambria": "caladea",
    "century gothic": "urw-gothic",
    "century schoolbook": "c059",
    "gelasio": "gelasio",
    "georgia": "gelasio",
    "liberation sans narrow": "liberation-sans-narrow",
    "p052": "p052",
    "palatino": "p052",
    "palatino linotype": "p052",
    "segoe ui": "segoe-ui",
    "tahoma": "tahoma",
    "trebuchet ms": "trebuchet",
    "urw bookman": "urw-bookman",
    "urw gothic": "urw-gothic",
    "verdana": "verdana",
}
_DRAWN = frozenset({"carlito", "dejavu-sans", "liberation-sans", "liberation-serif", "noto-sans"})
"""The tables of fonts in which LibreOffice draws: they have all that their font has, and its kerning."""
STAND_INS = ("Carlito", "Liberation Sans", "Noto Sans", "DejaVu Sans")
"""Fonts for letters that stand for Office's where these are missing, the narrowest first."""
_MONO = frozenset(
    [
        "cascadia code",
        "cascadia mono",
        "consolas",
        "courier",
        "courier new",
        "cousine",
        "dejavu sans mono",
        "fira code",
        "fira mono",
        "ibm plex mono",
        "jetbrains mono",
        "liberation mono",
        "menlo",
        "monaco",
        "noto sans mono",
        "roboto mono",
        "source code pro",
    ]
)
MONO_WIDTH = 1233 / 2048
"""The width of each letter in a font for code: that of DejaVu Sans Mono, which none of these exceeds."""
_ARIAL_LIKE = "arial|arimo|calibri|carlito|liberation sans|tahoma|segoe ui|times new roman|microsoft sans serif"
_SCRIPTS = {
    "Arab": ("arabic", f"{_ARIAL_LIKE}|dejavu sans|noto sans arabic"),
    "Hebr": ("hebrew", f"{_ARIAL_LIKE}|dejavu sans|noto sans hebrew"),
    "Thai": ("thai", f"{_ARIAL_LIKE}|leelawadee ui|leelawadee|cordia new|angsana new|noto sans thai"),
    "Deva": ("devanagari", "nirmala ui|mangal|kokila|noto sans devanagari"),
    "Beng": ("bengali", "nirmala ui|vrinda|noto sans bengali"),
    "Ethi": ("ethiopic", "ebrima|nyala|noto sans ethiopic"),
    "Khmr": ("khmer", "leelawadee ui|khmer ui|daunpenh|noto sans khmer"),
}


def is_known(font: str, script: str = "Latn") -> bool:
    """Whether a table holds for this font in this script (ISO 15924)."""
    name = font.casefold()
    return name in _LATIN or name in _MONO if script == "Latn" else name in _SCRIPTS[script][1].split("|")


def is_known_mono(font: str) -> bool:
    """Whether this font for code has letters no wider than they are taken to be."""
    return font.casefold() in _MONO


class Kerning(NamedTuple):
    """By how much a pair of characters is wider than the two, in em: a row by the first one, a place by the second."""

    rows: Mapping[str, Mapping[str, float]]
    places: Mapping[str, str]

    def __call__(self, first: str, second: str) -> float:
        row = self.rows.get(first)
        return row.get(self.places.get(second, ""), 0.0) if row else 0.0


NO_KERNING = Kerning({}, {})


@cache
def latin(font: str, bold: bool, italic: bool = False) -> dict[str, float]:
    """The width of each Latin, Greek and Cyrillic letter and sign of a font."""
    name = _LATIN.get(font.casefold())
    if name is None and is_known_mono(font):
        return mono(font)
    table = _table(name or "liberation-sans")
    upright = "bold" if bold else "regular"
    slanted = "bolditalic" if bold else "italic"
    widths = _widths(table[slanted if italic and slanted in table else upright], table["em"])
    # Where a font lacks it, engines draw a space.
    widths.setdefault("\N{NO-BREAK SPACE}", widths[" "])
    if name in _DRAWN:
        return widths
    # What no table tells is taken to be as wide as it may be.
    return _wide(bold, italic) | widths if name else _wide(bold, italic)


@cache
def _wide(bold: bool, italic: bool) -> dict[str, float]:
    factor = UNKNOWN_BOLD_FACTOR if bold else UNKNOWN_FACTOR
    return {char: width * factor for char, width in latin("Arial", bold, italic).items()}


@cache
def mono(font: str) -> dict[str, float]:
    """The width of each Latin, Greek and Cyrillic letter and sign of a font for code; unseen ones have none."""
    width = MONO_WIDTH if is_known_mono(font) else MONO_WIDTH * UNKNOWN_FACTOR
    return {char: width if advance else 0.0 for char, advance in latin("Carlito", bold=False).items()}


@cache
def kerning(font: str, bold: bool, italic: bool = False) -> Kerning:
    """How a font's Latin, Greek and Cyrillic letters and signs are kerned."""
    name = _LATIN.get(font.casefold(), "liberation-sans")
    if name not in _DRAWN:
        return NO_KERNING
    table = _table(f"{name}-kerning")
    upright = "bold" if bold else "regular"
    slanted = "bolditalic" if bold else "italic"
    first, second, pairs = table[slanted if italic and slanted in table else upright]
    em = _table(name)["em"]
    rows = [{place: each / em for place, each in row.items()} for row in pairs]
    return Kerning(
        {char: row for chars, row in zip(first, rows, strict=True) for char in chars},
        {char: str(place) for place, chars in enumerate(second) for char in chars},
    )


@cache
def script(code: str, bold: bool) -> dict[str, float]:
    """The width of each character of a script that has one form a character."""
    table = _table(_SCRIPTS[code][0])
    return _widths(table["bold" if bold else "regular"], table["em"])


@cache
def arabic(bold: bool) -> dict[str, dict[str, float]]:
    """The width of each Arabic letter by form: isolated, final, initial, medial, where it has that form."""
    table = _table("arabic")
    return {form: _widths(widths, table["em"]) for form, widths in table["bold" if bold else "regular"].items()}


@cache
def _table(name: str) -> dict[str, Any]:
    return json.loads((_TABLES / f"{name}.json").read_text("utf-8"))  # type: ignore[no-any-return]


def _widths(stretches: dict[str, list[int]], em: int) -> dict[str, float]:
    widths = {}
    for code, advances in stretches.items():
        for char, advance in enumerate(advances, int(code, 16)):
            widths[chr(char)] = advance / em
    return widths
