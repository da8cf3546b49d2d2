"""Font files that allow whatever a test wants."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2013, 0x2019]


@cache
def font_file(family: str = "Brand Sans", allowed: int = 0, *, bold: bool = False, postscript: bool = False) -> bytes:
    """A font whose letters are squares; `allowed` is its `fsType`."""
    codes = {code: f"u{code:04X}" for code in LETTERS}
    names = [".notdef", *codes.values()]
    font = FontBuilder(1000, isTTF=not postscript)
    font.setupGlyphOrder(names)
    font.setupCharacterMap(codes)
    if postscript:
        from fontTools.pens.t2CharStringPen import T2CharStringPen

        drawn = {name: T2CharStringPen(500, None).getCharString() for name in names}
        font.setupCFF(f"{family}-Regular".replace(" ", ""), {}, drawn, {})
    else:
        font.setupGlyf({name: _square() for name in names})
    font.setupHorizontalMetrics(dict.fromkeys(names, (500, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    style = "Bold" if bold else "Regular"
    font.setupNameTable({"familyName": family, "styleName": style, "fullName": f"{family} {style}", "version": "1.0"})
    panose = {"bFamilyType": 2, "bSerifStyle": 11, "bProportion": 3}
    font.setupOS2(fsType=allowed, fsSelection=0x20 if bold else 0x40, usWeightClass=700 if bold else 400)
    for name, value in panose.items():
        setattr(font.font["OS/2"].panose, name, value)
    font.setupPost()
    head = font.font["head"]
    head.created = head.modified = 3_600_000_000
    head.macStyle = int(bold)
    font.font.recalcTimestamp = False
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def opened(data: bytes) -> Any:
    return TTFont(io.BytesIO(data))


def _square() -> Any:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((450, 0), (450, 700), (50, 700)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
