"""What a film's file tells besides the film, and the file without it.

What tells is overwritten with a `free` box of the same length, which every player passes over: nothing in the file
moves, so that what points into it still does. A `free` box that is there already may hold what another program took
out in this way without overwriting it; and the name of what plays a track may be anything.
(ISO/IEC 14496-12, 8.1.2, 8.4.3 and 8.10; QuickTime File Format, “Metadata”.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deck.films.boxes import Box, boxes

_HOLDING = (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"dinf", b"edts", b"mvex", b"moof", b"traf")
_TELLING = (b"udta", b"meta", b"uuid")
_TIMED, _LEAST_TIMED = (b"mvhd", b"tkhd", b"mdhd"), 20
_UNUSED = (b"free", b"skip")
_HANDLER, _BEFORE_NAME = b"hdlr", 12
"""Where in that box what nobody needs begins: after its flags and what its track is for."""
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
        parts = [data[start:end] for start, end in map(_told_in, _walked(data, 0, len(data)))]
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
        start, end = _told_in(box)
        parts.append(data[start:end])
        kept[start:end] = bytes(end - start)
        if box.kind in _TELLING:
            kept[box.start + 4 : box.start + 8] = b"free"
        elif box.kind in _TIMED and box.end - box.body >= _LEAST_TIMED:
            # When it was made and changed, in seconds.
            wide = 16 if data[box.body] == 1 else 8
            kept[box.body + 4 : box.body + 4 + wide] = bytes(wide)
    return bytes(kept), parts


def _told_in(box: Box) -> tuple[int, int]:
    """From where to where a box holds what is not the film."""
    if box.kind in (*_TELLING, *_UNUSED):
        return box.body, box.end
    if box.kind == _HANDLER:
        return min(box.body + _BEFORE_NAME, box.end), box.end
    return box.end, box.end


def _walked(data: bytes, start: int, end: int, depth: int = 0) -> Iterator[Box]:
    """All boxes here, and those within them that hold boxes. ValueError for more of them in each other than any has."""
    if depth > _DEEPEST:
        raise ValueError("its boxes stand in each other without end")
    for box in boxes(data, start, end):
        if box.kind in _HOLDING:
            yield from _walked(data, box.body, box.end, depth + 1)
        else:
            yield box
