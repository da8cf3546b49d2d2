"""A font as PowerPoint embeds it: an Embedded OpenType container (W3C Member Submission of 2008), version 2.2.

The font stands in it neither compressed nor encrypted, which every reader of the format takes.
"""

from __future__ import annotations

import io
import struct
from typing import Any

from deck.fonts.opening import opened

_VERSION, _MAGIC, _NO_ADDRESSES = 0x00020002, 0x504C, 0x50475342
_SUBSET = 0x00000001
_ANY_CHARACTER_SET = 1
_FAMILY, _STYLE, _FULL_NAME, _NAMED_VERSION = 1, 2, 4, 5
_ITALIC = 1 << 0
_PANOSE = (
    "bFamilyType",
    "bSerifStyle",
    "bWeight",
    "bProportion",
    "bContrast",
    "bStrokeVariation",
    "bArmStyle",
    "bLetterForm",
    "bMidline",
    "bXHeight",
)
_LATIN_TEXT, _FIRST_SANS, _MONOSPACED = 2, 11, 9
_FIXED, _VARIABLE, _ROMAN, _SWISS, _MODERN = 1, 2, 16, 32, 48


def container(data: bytes, *, subset: bool) -> bytes:
    """The TrueType font in its container; `subset`: it is a part of one. ImportError without fontTools."""
    font = _opened(data)
    table = font["OS/2"]
    header = struct.pack(
        "<II10sBBIHH6II4I",
        _VERSION,
        _SUBSET if subset else 0,
        bytes(_panose(table)),
        _ANY_CHARACTER_SET,
        table.fsSelection & _ITALIC,
        table.usWeightClass,
        table.fsType,
        _MAGIC,
        *(getattr(table, f"ulUnicodeRange{number}") for number in range(1, 5)),
        # Fonts of the first version of this table have no such fields.
        *(getattr(table, f"ulCodePageRange{number}", 0) for number in range(1, 3)),
        font["head"].checkSumAdjustment,
        0,
        0,
        0,
        0,
    )
    names = b"".join(_name(font, number) for number in (_FAMILY, _STYLE, _NAMED_VERSION, _FULL_NAME))
    # It is bound to no address, signed by nobody, and has no characters of somebody's own.
    rest = header + names + struct.pack("<HHIIHHII", 0, 0, _NO_ADDRESSES, 0, 0, 0, 0, 0) + data
    return struct.pack("<II", len(rest) + 8, len(data)) + rest


def description(data: bytes) -> str:
    """What DrawingML says of a font beside its name, as attributes: by it PowerPoint chooses one in its place."""
    panose = _panose(_opened(data)["OS/2"])
    kind, serifs, _, proportion, *_ = panose
    pitch = _VARIABLE
    if kind == _LATIN_TEXT and proportion == _MONOSPACED:
        pitch = _FIXED | _MODERN
    elif kind == _LATIN_TEXT and serifs > 1:
        pitch |= _SWISS if serifs >= _FIRST_SANS else _ROMAN
    classed = f'panose="{bytes(panose).hex().upper()}" ' if any(panose) else ""
    return f'{classed}pitchFamily="{pitch}" charset="0"'


def _opened(data: bytes) -> Any:
    return opened(io.BytesIO(data), lazy=True)


def _panose(table: Any) -> list[int]:
    return [getattr(table.panose, name) for name in _PANOSE]


def _name(font: Any, number: int) -> bytes:
    """Two bytes of padding, and the name in UTF-16 with its length, for which there are two bytes, too."""
    name = (font["name"].getDebugName(number) or "").encode("utf-16-le")[:0xFFFE]
    return struct.pack("<HH", 0, len(name)) + name
