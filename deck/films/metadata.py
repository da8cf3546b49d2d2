"""What a film's file tells besides the film, and the file without it.

What tells is overwritten with a `free` box of the same length, which every player passes over: nothing in the file
moves, so that what points into it still does. (ISO/IEC 14496-12, 8.1.2 and 8.10; QuickTime File Format, “Metadata”.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deck.films.boxes import Box, boxes

_HOLDING = (b"moov", b"trak", b"mdia", b"minf", b"moof", b"traf")
_TELLING = (b"udta", b"meta", b"uuid")
_TIMED, _LEAST_TIMED = (b"mvhd", b"tkhd", b"mdhd"), 20
_DEEPEST = 8
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
        found = (box for box in _walked(data, 0, len(data)) if box.kind in _TELLING)
        parts = [bytes(data[box.body : box.end]) for box in found]
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
    for box in _walked(data, 0, len(data)):
        if box.kind in _TELLING:
            parts.append(bytes(data[box.body : box.end]))
            kept[box.start + 4 : box.start + 8] = b"free"
            kept[box.body : box.end] = bytes(box.end - box.body)
        elif box.kind in _TIMED and box.end - box.body >= _LEAST_TIMED:
            # When it was made and changed, in seconds.
            wide = 16 if data[box.body] == 1 else 8
            kept[box.body + 4 : box.body + 4 + wide] = bytes(wide)
    return bytes(kept), parts


def _walked(data: bytes, start: int, end: int, depth: int = 0) -> Iterator[Box]:
    """All boxes here, and those within them that hold boxes. ValueError for more of them in each other than any has."""
    if depth > _DEEPEST:
        raise ValueError("its boxes stand in each other without end")
    for box in boxes(data, start, end):
        if box.kind in _HOLDING:
            yield from _walked(data, box.body, box.end, depth + 1)
        else:
            yield box
