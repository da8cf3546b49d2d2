"""A picture → a few colours across and down, as text over it meets them."""

from __future__ import annotations

import io
import warnings
from functools import lru_cache


@lru_cache(maxsize=64)
def sampled(data: bytes, across: int, down: int, *, mean: bool = True) -> tuple[tuple[int, int, int, int], ...]:
    """The mean red, green, blue and alpha (0 to 255) of each field of the PNG or JPEG, row by row; or, without `mean`,
    what a single point in its middle has."""
    from PIL import Image
    from PIL.Image import Resampling

    with warnings.catch_warnings():
        # Its size was judged when it was read.
        warnings.simplefilter("ignore")
        image = Image.open(io.BytesIO(data))
        image.draft("RGB", (across * 4, down * 4))
        small = image.convert("RGBA").resize((across, down), Resampling.BOX if mean else Resampling.NEAREST)
    raw = small.tobytes()
    return tuple((raw[at], raw[at + 1], raw[at + 2], raw[at + 3]) for at in range(0, len(raw), 4))
