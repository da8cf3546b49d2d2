"""A font in its container: every field of the W3C's submission, and the font itself as it was."""

from __future__ import annotations

import io
import struct
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deck.fonts import UnfitFontError, container, description, embeddable, subset
from tests.fonts.made import font_file, opened


class Read(NamedTuple):
    flags: int
    panose: bytes
    italic: int
    weight: int
    allowed: int
    names: list[str]
    font: bytes


def read(data: bytes) -> Read:
    """Reads a container by the submission, apart from the code that writes it."""
    stream = io.BytesIO(data)

    def whole(form: str) -> tuple[int, ...]:
        return struct.unpack(f"<{form}", stream.read(struct.calcsize(f"<{form}")))

    size, length, version, flags = whole("IIII")
    assert (size, version) == (len(data), 0x00020002)
    panose = stream.read(10)
    charset, italic, weight, allowed, magic = whole("BBIHH")
    assert (charset, magic) == (1, 0x504C)
    ranges, pages = whole("4I"), whole("2I")
    (adjustment, *reserved) = whole("5I")
    assert reserved == [0, 0, 0, 0]
    names = []
    for _ in range(4):
        padding, count = whole("HH")
        assert padding == 0
        names.append(stream.read(count).decode("utf-16-le"))
    padding, root = whole("HH")
    assert (padding, root) == (0, 0)
    # The checksum of no addresses, no code page, no signature, no characters of somebody's own.
    assert whole("IIHHII") == (0x50475342, 0, 0, 0, 0, 0)
    font = stream.read()
    assert len(font) == length
    table = opened(font)["OS/2"]
    assert ranges == tuple(getattr(table, f"ulUnicodeRange{n}") for n in range(1, 5))
    assert pages == tuple(getattr(table, f"ulCodePageRange{n}") for n in range(1, 3))
    assert adjustment == opened(font)["head"].checkSumAdjustment
    return Read(flags, panose, italic, weight, allowed, names, font)


@pytest.mark.parametrize(("allowed", "bold"), [(0, False), (8, True), (4, False)])
def test_a_font_is_read_as_it_was_written(allowed: int, bold: bool) -> None:
    font = font_file(allowed=allowed, bold=bold)
    found = read(container(font, subset=False))
    style = "Bold" if bold else "Regular"
    assert found.font == font
    assert found.names == ["Brand Sans", style, "1.0", f"Brand Sans {style}"]
    assert (found.flags, found.italic, found.weight, found.allowed) == (0, 0, 700 if bold else 400, allowed)
    assert found.panose[:4] == bytes([2, 11, 0, 3])


def test_a_part_of_a_font_is_marked_as_such() -> None:
    assert read(container(font_file(), subset=True)).flags == 1


def test_what_drawingml_says_of_a_font() -> None:
    assert description(font_file()) == 'panose="020B0003000000000000" pitchFamily="34" charset="0"'


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=20))
@settings(deadline=None, max_examples=100)
def test_a_damaged_font_is_carried_or_refused_and_never_fails(damage: list[tuple[int, int]]) -> None:
    font = bytearray(font_file())
    for place, value in damage:
        font[place % len(font)] = value
    try:
        embeddable(bytes(font), "Brand Sans")
    except UnfitFontError:
        return
    assert "pitchFamily" in description(bytes(font))
    part = subset(bytes(font), "abc")
    assert container(part, subset=True).endswith(part)
