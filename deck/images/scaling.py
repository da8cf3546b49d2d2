"""Pictures of more pixels than their places show → as many as they do."""

from __future__ import annotations

import io
import warnings
from functools import lru_cache

from deck.images.encoding import encoded

_WORTH_IT = 1.2
"""A picture that is larger by less than this is left as it is: it would lose more than it saves."""


@lru_cache(maxsize=64)
def scaled(data: bytes, width: int, height: int) -> bytes:
    """The PNG or JPEG in so many pixels as cover `width` × `height`, or as it is if it has hardly more."""
    from PIL import Image
    from PIL.Image import Resampling

    with warnings.catch_warnings():
        # Its size was judged when it was read.
        warnings.simplefilter("ignore")
        image = Image.open(io.BytesIO(data))
        scale = max(width / image.width, height / image.height)
        if scale * _WORTH_IT >= 1:
            return data
        form = image.format
        pixels: Image.Image = image
        if pixels.mode not in ("L", "LA", "RGB", "RGBA"):
            pixels = pixels.convert("RGBA" if "transparency" in pixels.info else "L" if pixels.mode == "1" else "RGB")
        size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
        made = encoded(pixels.resize(size, Resampling.LANCZOS, reducing_gap=3), lossy=form == "JPEG")
    return min(made, data, key=len)


@lru_cache(maxsize=64)
def cropped(data: bytes, shares: tuple[float, float, float, float]) -> bytes:
    """The PNG or JPEG without these shares (0–1) of it at its left, top, right and bottom."""
    from PIL import Image

    if not any(shares):
        return data
    left, top, right, bottom = shares
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = Image.open(io.BytesIO(data))
        width, height = image.size
        box = round(left * width), round(top * height), round((1 - right) * width), round((1 - bottom) * height)
        pixels = image.crop((*box[:2], max(box[2], box[0] + 1), max(box[3], box[1] + 1)))
        return encoded(pixels, lossy=image.format == "JPEG")
