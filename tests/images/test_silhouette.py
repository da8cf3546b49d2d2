"""Outlines → the picture of what they enclose."""

from __future__ import annotations

import io

from PIL import Image

from deck.images import silhouette

SQUARE = (("M", 10.0, 10.0), ("L", 30.0, 10.0), ("L", 30.0, 30.0), ("L", 10.0, 30.0), ("Z",))
HOLE = (("M", 15.0, 15.0), ("L", 15.0, 25.0), ("L", 25.0, 25.0), ("L", 25.0, 15.0), ("Z",))
ROUND = (("M", 40.0, 20.0), ("Q", 40.0, 10.0, 50.0, 10.0), ("Q", 60.0, 10.0, 60.0, 20.0), ("L", 50.0, 30.0), ("Z",))


def _pixels(*outlines: tuple[tuple[str | float, ...], ...]) -> Image.Image:
    return Image.open(io.BytesIO(silhouette(outlines, (70, 40), (10, 20, 30))))


def test_what_is_enclosed_has_the_colour_and_all_else_is_clear() -> None:
    picture = _pixels(SQUARE, ROUND)
    assert picture.size == (70, 40)
    assert picture.getpixel((20, 20)) == (10, 20, 30, 255)
    assert picture.getpixel((50, 15)) == (10, 20, 30, 255)
    assert [picture.getpixel(at)[3] for at in ((5, 5), (35, 20), (40, 10), (69, 39))] == [0, 0, 0, 0]


def test_what_is_enclosed_twice_is_a_hole_and_what_two_outlines_enclose_is_not() -> None:
    assert _pixels((*SQUARE, *HOLE)).getpixel((20, 20))[3] == 0
    assert _pixels((*SQUARE, *HOLE)).getpixel((12, 12))[3] == 255
    assert _pixels(SQUARE, HOLE).getpixel((20, 20))[3] == 255


def test_edges_are_smooth_and_what_lies_outside_is_cut_off() -> None:
    shares = {_pixels(ROUND).getpixel((x, y))[3] for x in range(70) for y in range(40)}
    assert len(shares) > 5
    beyond = tuple((step[0], *(float(each) + 60 for each in step[1:])) for step in SQUARE)
    assert _pixels(beyond).getchannel("A").getbbox() is None
    assert _pixels((("M", 1.0, 1.0), ("L", 5.0, 5.0), ("Z",))).getchannel("A").getbbox() is None
