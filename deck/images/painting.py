"""Pictures as drawings are filled with them: colours that run into each other, tiles, and pictures turned or faded."""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

Stop = tuple[float, tuple[int, int, int, int]]
"""A colour of a gradient: from 0 to 1 along it, its red, green, blue and alpha."""
Outline = tuple[tuple[float, float], ...]
_STEPS = 256
_MOST_PIXELS = 40_000_000


def gradient(
    stops: Sequence[Stop], angle: float | None, size: tuple[int, int], within: Sequence[Outline] = ()
) -> bytes:
    """A PNG of so many pixels whose colours run at this angle, in degrees clockwise from the right; None: outwards.

    `within` are outlines in shares (0–1) of it: outside of them it is clear.
    """
    from PIL import Image, ImageChops, ImageDraw

    width, height = size
    along = Image.linear_gradient("L") if angle is not None else Image.radial_gradient("L")
    if angle is not None:
        along = _turned_ramp(along, angle, size)
    ramp = along.resize(size)
    bands = [ramp.point([_at(stops, step / (_STEPS - 1))[band] for step in range(_STEPS)]) for band in range(4)]
    made = Image.merge("RGBA", bands)
    if within:
        mask = Image.new("L", size, 0)
        for each in within:
            one = Image.new("L", size, 0)
            ImageDraw.Draw(one).polygon([(x * width, y * height) for x, y in each], fill=255)
            mask = ImageChops.difference(mask, one)
        made.putalpha(ImageChops.multiply(made.getchannel("A"), mask))
    return _png(made)


def _turned_ramp(ramp: Image, angle: float, size: tuple[int, int]) -> Image:
    """The ramp, which runs downwards, along this angle, from corner to corner of a picture of this size."""
    from PIL import Image

    width, height = size
    turn = math.radians(angle)
    across, down = math.cos(turn), math.sin(turn)
    reach = abs(width * across) + abs(height * down) or 1.0
    # For each pixel: how far along the ramp, from 0 to 255.
    start = 127.5 - (width / 2 * across + height / 2 * down) * 254 / reach
    data = (0, 0, 127.5, across * 254 / reach, down * 254 / reach, start)
    return ramp.transform(size, Image.Transform.AFFINE, data, Image.Resampling.NEAREST)


def _at(stops: Sequence[Stop], share: float) -> tuple[int, int, int, int]:
    before = [stop for stop in stops if stop[0] <= share] or [stops[0]]
    after = [stop for stop in stops if stop[0] >= share] or [stops[-1]]
    (start, one), (end, other) = before[-1], after[0]
    much = (share - start) / (end - start) if end > start else 0.0
    red, green, blue, alpha = (round(a + (b - a) * much) for a, b in zip(one, other, strict=True))
    return red, green, blue, alpha


@lru_cache(maxsize=16)
def tiled(data: bytes, size: tuple[int, int], scale: float) -> bytes:
    """A picture of so many pixels, filled with this one, scaled, beside and under itself. OSError if it is none."""
    from PIL import Image

    tile = _opened(data)
    tile = tile.resize((max(1, round(tile.width * scale)), max(1, round(tile.height * scale))))
    made = Image.new("RGBA", size)
    for x in range(0, size[0], tile.width):
        for y in range(0, size[1], tile.height):
            made.paste(tile, (x, y))
    return _png(made)


@lru_cache(maxsize=64)
def shown(data: bytes, size: tuple[int, int], alpha: float = 1.0, turn: float = 0.0, *, flipped: bool = False) -> bytes:
    """A picture of any kind that is known, as PNG or JPEG, of no more pixels than a place of this size has.

    It is flipped upside down, then turned clockwise in degrees, and so far covers what is behind it. OSError if it is
    no picture that can be read.
    """
    from PIL import Image, ImageOps

    image = _opened(data)
    if turn:
        image = image.resize(size)
    elif image.width > size[0] and image.height > size[1]:
        share = max(size[0] / image.width, size[1] / image.height)
        image = image.resize((max(1, round(image.width * share)), max(1, round(image.height * share))))
    if flipped:
        image = ImageOps.flip(image)
    if turn:
        image = image.rotate(-turn, expand=True, resample=Image.Resampling.BICUBIC)
    if alpha < 1:
        image.putalpha(image.getchannel("A").point(lambda value: round(value * alpha)))
    if image.getchannel("A").getextrema()[0] == 255:
        written = io.BytesIO()
        image.convert("RGB").save(written, "JPEG", quality=90)
        return written.getvalue()
    return _png(image)


def _opened(data: bytes) -> Image:
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(data))
            if image.width * image.height > _MOST_PIXELS:
                raise OSError("it has too many pixels")
            return image.convert("RGBA")
        except (ValueError, SyntaxError, Image.DecompressionBombError) as error:
            raise OSError(str(error)) from None


def _png(image: Image) -> bytes:
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()
