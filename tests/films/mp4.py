"""MP4 files of a few boxes: nothing in them plays, and all that says what they are is there."""

from __future__ import annotations

import struct

_UPRIGHT = (0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
TURNED = (0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000)
"""How a telephone that was held upright says so."""
CREATED = 3_900_000_000
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nWomen draw water.\n"


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + kind + body


def full(kind: bytes, *parts: bytes) -> bytes:
    return box(kind, bytes(4), *parts)


def track(
    handler: bytes, codec: bytes, size: tuple[int, int] = (0, 0), matrix: tuple[int, ...] = _UPRIGHT, *more: bytes
) -> bytes:
    times = struct.pack(">II", CREATED, CREATED)
    head = times + struct.pack(">III8x8x9iII", 1, 0, 5000, *matrix, size[0] << 16, size[1] << 16)
    described = full(b"stsd", struct.pack(">I", 1), box(codec, bytes(78)))
    media = box(
        b"mdia",
        full(b"mdhd", times, struct.pack(">III", 1000, 5000, 0)),
        full(b"hdlr", bytes(4), handler, bytes(13)),
        box(b"minf", box(b"stbl", described)),
    )
    return box(b"trak", full(b"tkhd", head), media, *more)


def mp4(
    *more: bytes,
    codec: bytes = b"avc1",
    sound: bytes | None = b"mp4a",
    size: tuple[int, int] = (640, 480),
    matrix: tuple[int, ...] = _UPRIGHT,
    brand: bytes = b"isom",
    tracks: tuple[bytes, ...] = (),
) -> bytes:
    """A film of this form; `more` stands in its `moov`."""
    parts = [track(b"vide", codec, size, matrix)]
    if sound:
        parts.append(track(b"soun", sound))
    head = full(b"mvhd", struct.pack(">IIII", CREATED, CREATED, 1000, 5000), bytes(80))
    return (
        box(b"ftyp", brand, bytes(4), brand)
        + box(b"moov", head, *parts, *tracks, *more)
        + box(b"mdat", bytes(range(256)) * 4)
    )
