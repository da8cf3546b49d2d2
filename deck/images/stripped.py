"""A PNG's or JPEG's bytes without all that is no picture, and in words what that was.

Only what is needed to show the picture is kept: a list of what may go would always miss something. The pixels are not
touched. (ITU-T T.81, annex B; PNG, third edition, chapter 5; Exif 2.32, 4.6.)
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from deck.ground.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deck.images.exif import Exif

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_PNG_CHUNKS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"cICP", b"pHYs"}
)
_MAY_BE_LEFT_OUT = 0x20
_START_OF_SCAN, _END, _APP0, _APP14, _COM = 0xDA, 0xD9, 0xE0, 0xEE, 0xFE
# Tables, frames, intervals; not 0xC8, which is reserved.
_JPEG_SEGMENTS = frozenset({*range(0xC0, 0xD0), *range(0xDB, 0xDF), _START_OF_SCAN, _APP14}) - {0xC8}
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_JFIF_WITHOUT_THUMBNAIL = 14

_CAMERA = (0x010F, 0x0110, 0xA431, 0xA433, 0xA434, 0xA435, 0x927C)
_NAMES = (0x013B, 0x8298, 0x9C9D, 0xA430)
_WORDS = (0x010E, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F)
_TIMES = (0x0132, 0x9003, 0x9004)
_PLACE_WORDS = late_pattern(rb"GPSL|:City|:Location|LocationCreated")
_OF_PROGRAMS = (b"Software", b"date:create", b"date:modify", b"date:timestamp", b"XML:com.adobe.xmp")
_COMMENT = b"\xff\xfe"
_NAME_WORDS = late_pattern(rb"dc:creator|PersonInImage|AuthorsPosition|dc:rights|OwnerName")


def stripped(data: bytes, exif: Exif) -> tuple[list[str], bytes | None]:
    """What there is besides the picture, in words, and the bytes without it.

    No bytes where it is neither a PNG nor a JPEG, or its parts are not as they should be: it is to be encoded anew.
    """
    try:
        if data.startswith(_PNG):
            kept, left_out, end = _png(data)
        elif data.startswith(_JPEG):
            kept, left_out, end = _jpeg(data)
        else:
            return list(_told(exif, [], 0)), None
    except (struct.error, IndexError, ValueError):
        return list(_told(exif, [], 0)), None
    return list(_told(exif, left_out, len(data) - end)), kept


def without_damaged_notes(data: bytes) -> tuple[bytes, list[bytes]]:
    """A PNG without the parts that it can be shown without, where their checksums are wrong; and these parts' names.

    Programs that show PNGs pass over such parts (PNG, third edition, 13.1). All else is as it was.
    """
    if not data.startswith(_PNG):
        return data, []
    kept, left_out, at = [_PNG], list[bytes](), len(_PNG)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        chunk = data[at : at + length + 12]
        at += length + 12
        if kind[0] & _MAY_BE_LEFT_OUT and zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:], "big"):
            left_out.append(kind)
        else:
            kept.append(chunk)
    return (b"".join([*kept, data[at:]]), left_out) if left_out else (data, [])


def _png(data: bytes) -> tuple[bytes, list[bytes], int]:
    """The chunks that are kept, those that are not, and where the last one ends."""
    kept, left_out, at = [_PNG], [], len(_PNG)
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        chunk = data[at : at + length + 12]
        at += len(chunk)
        if len(chunk) != length + 12:
            raise ValueError("a chunk is cut off")
        if kind in _PNG_CHUNKS:
            kept.append(chunk)
        else:
            left_out.append(chunk[4:-4])
        if kind == b"IEND":
            return b"".join(kept), left_out, at


def _jpeg(data: bytes) -> tuple[bytes, list[bytes], int]:
    """The segments that are kept, those that are not, and where the picture ends."""
    kept, at = [_JPEG], len(_JPEG)
    left_out: list[bytes] = []
    while True:
        if data[at] != 0xFF:
            raise ValueError("no segment begins here")
        while data[at] == 0xFF:
            at += 1
        kind, at = data[at], at + 1
        if kind == _END:
            return b"".join([*kept, bytes((0xFF, _END))]), left_out, at
        if kind in _ALONE:
            continue
        (length,) = struct.unpack_from(">H", data, at)
        start, at = at, at + length
        if kind == _START_OF_SCAN:
            at = _scan_end(data, at)
        if kind == _APP0 and data.startswith(b"JFIF\0", start + 2):
            small = data[start + 2 : start + _JFIF_WITHOUT_THUMBNAIL] + b"\0\0"
            kept.append(bytes((0xFF, kind)) + struct.pack(">H", len(small) + 2) + small)
        elif kind in _JPEG_SEGMENTS:
            kept.append(bytes((0xFF, kind)) + data[start:at])
        else:
            # A comment has nothing but its marker to be known by.
            mark = _COMMENT if kind == _COM else b""
            left_out.append(mark + data[start + 2 : at])


def _scan_end(data: bytes, at: int) -> int:
    """Where the next marker stands that is no part of the scan."""
    while True:
        at = data.index(b"\xff", at)
        if data[at + 1] != 0 and data[at + 1] not in _ALONE:
            return at
        at += 2


def _told(exif: Exif, left_out: list[bytes], beyond: int) -> Iterator[str]:
    """What was found besides the picture, from what is most personal on."""
    texts = b"\n".join(left_out)
    if exif.place or _PLACE_WORDS.search(texts):
        yield "where it was taken"
    if any(exif.tags.get(tag) for tag in _NAMES) or _NAME_WORDS.search(texts):
        yield "names"
    if any(exif.tags.get(tag) for tag in _CAMERA):
        yield "the camera"
    if any(exif.tags.get(tag) for tag in _TIMES):
        yield "when it was taken"
    if any(exif.tags.get(tag) for tag in _WORDS) or any(map(_is_comment, left_out)):
        yield "comments"
    if exif.thumbnail:
        yield "an earlier small picture"
    if beyond > 0:
        yield f"{beyond:,} bytes after its end"


def _is_comment(part: bytes) -> bool:
    """Whether a person may have written this part: of a PNG's texts, not what programs note for themselves."""
    kind, rest = part[:4], part[4:]
    if kind in (b"tEXt", b"zTXt", b"iTXt"):
        return rest.partition(b"\0")[0] not in _OF_PROGRAMS
    return part.startswith((_COMMENT, b"Photoshop 3.0"))
