"""The boxes of which an MP4 file is made, one in the other (ISO/IEC 14496-12, 4.2)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from deck.ground.dataclass import dataclass

_LARGE, _TO_THE_END, _HEAD, _LARGE_HEAD = 1, 0, 8, 16
_MOST = 100_000
_FULL_HEAD = 4
"""The version and the flags at the beginning of many boxes."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box's four letters, where it begins, where what is in it does, and where it ends."""

    kind: bytes
    start: int
    body: int
    end: int


def boxes(data: bytes | bytearray, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """The boxes that stand here, one after the other. ValueError where one is cut off, or where no film has so many."""
    last = len(data) if end is None else end
    at, count = start, 0
    while at < last:
        count += 1
        if count > _MOST:
            raise ValueError("it has more boxes than any film")
        if at + _HEAD > last:
            raise ValueError("a box is cut off")
        size, kind = struct.unpack_from(">I4s", data, at)
        body = at + _HEAD
        if size == _LARGE:
            if at + _LARGE_HEAD > last:
                raise ValueError("a box is cut off")
            (size,) = struct.unpack_from(">Q", data, body)
            body = at + _LARGE_HEAD
        elif size == _TO_THE_END:
            size = last - at
        if at + size < body or at + size > last:
            raise ValueError("a box is cut off")
        yield Box(kind, at, body, at + size)
        at += size


def within(data: bytes | bytearray, box: Box, *path: bytes) -> Iterator[Box]:
    """All boxes at the end of this path of kinds, below this one."""
    first, *rest = path
    for each in boxes(data, box.body, box.end):
        if each.kind == first:
            yield from within(data, each, *rest) if rest else (each,)


def full(data: bytes | bytearray, box: Box) -> tuple[int, bytes]:
    """The version of a full box, and what stands in it after its flags. ValueError where it has none."""
    if box.end - box.body < _FULL_HEAD:
        raise ValueError("a box is cut off")
    return data[box.body], bytes(data[box.body + _FULL_HEAD : box.end])
