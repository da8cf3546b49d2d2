"""What a film's file tells besides the film, and the file without it.

What tells is overwritten with a `free` box of the same length, which every player passes over: nothing in the file
moves, so that what points into it still does. (ISO/IEC 14496-12, 8.1.2 and 8.10; QuickTime File Format, “Metadata”.)
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from deck.films.boxes import Box, boxes

_HOLDING = (b"moov", b"trak", b"mdia", b"minf", b"moof", b"traf")
_TELLING = (b"udta", b"meta", b"uuid")
_TIMED = (b"mvhd", b"tkhd", b"mdhd")
# What stands in these boxes is in lists of keys and in XMP, too, so that it is looked for by its names.
_WORDS = (
    ("where it was taken", re.compile(rb"\xa9xyz|loci|location|GPS", re.IGNORECASE)),
    ("names", re.compile(rb"\xa9(?:ART|aut|art|dir|prd)|auth|artist|creator|author|copyright|cprt", re.IGNORECASE)),
    ("the camera", re.compile(rb"\xa9(?:mak|mod)|manu|modl|\.make|\.model|tiff:Make|tiff:Model|GoPro", re.IGNORECASE)),
    ("when it was taken", re.compile(rb"\xa9day|creationdate|CreateDate|yrrc", re.IGNORECASE)),
    ("comments", re.compile(rb"\xa9(?:cmt|des|inf|nam)|dscp|titl|description|comment", re.IGNORECASE)),
)


def film_metadata(data: bytes) -> list[str]:
    """What it tells, in words, from what is most personal on; nothing of what is no film that can be read."""
    try:
        parts = [bytes(data[box.body : box.end]) for box in _telling(data, 0, len(data))]
    except ValueError:
        return []
    return told(parts)


def told(parts: list[bytes]) -> list[str]:
    """What these boxes tell, in words."""
    whole = b"\n".join(parts)
    return [words for words, pattern in _WORDS if pattern.search(whole)]


def without_metadata(data: bytes) -> tuple[bytes, list[bytes]]:
    """The film without what it tells, and that. ValueError where the file is cut off."""
    kept, parts = bytearray(data), []
    for box in _telling(data, 0, len(data)):
        parts.append(bytes(data[box.body : box.end]))
        kept[box.start + 4 : box.start + 8] = b"free"
        kept[box.body : box.end] = bytes(box.end - box.body)
    for box in _timed(data, 0, len(data)):
        # When it was made and changed, in seconds.
        wide = 16 if data[box.body] == 1 else 8
        kept[box.body + 4 : box.body + 4 + wide] = bytes(wide)
    return bytes(kept), parts


def _telling(data: bytes, start: int, end: int) -> Iterator[Box]:
    for box in boxes(data, start, end):
        if box.kind in _TELLING:
            yield box
        elif box.kind in _HOLDING:
            yield from _telling(data, box.body, box.end)


def _timed(data: bytes, start: int, end: int) -> Iterator[Box]:
    for box in boxes(data, start, end):
        if box.kind in _TIMED and box.end - box.body >= struct.calcsize(">IQQ"):
            yield box
        elif box.kind in _HOLDING:
            yield from _timed(data, box.body, box.end)
