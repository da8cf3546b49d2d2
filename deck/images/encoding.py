"""Pixels → the bytes of a PNG or a JPEG."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_JPEG_QUALITY = 90


def encoded(image: Image, *, lossy: bool) -> bytes:
    """The picture as a JPEG if it may be `lossy` and nothing shines through it, else as a PNG."""
    target = io.BytesIO()
    image = image.copy()
    # Pillow writes some of what it found in a file into the next one.
    image.info = {name: value for name, value in image.info.items() if name == "transparency"}
    if lossy and image.mode in ("L", "RGB"):
        image.save(target, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    else:
        image.save(target, "PNG")
    return target.getvalue()
