"""What a picture's file in a finished deck tells besides the picture."""

from __future__ import annotations

import io
import warnings

from deck.images.exif import read_exif
from deck.images.stripped import stripped

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF")


def metadata(data: bytes) -> list[str]:
    """What it tells, in words, from what is most personal on; nothing of what is no picture that can be read."""
    from PIL import Image

    with warnings.catch_warnings():
        # Pillow warns of large pictures and of damaged notes: neither is asked for here, as no pixel is read.
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                told, _ = stripped(data, read_exif(image))
        except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
            return []
    return told
