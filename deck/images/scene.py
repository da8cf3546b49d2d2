"""A picture that stands wherever one is wanted and nobody has given one yet: hills under a morning's sky."""

from __future__ import annotations

import io

_WIDTH, _HEIGHT = 1600, 1000
_SKY = ("#f6d9a8", "#8fbcd4")
_SUN = ((1080, 260, 1280, 460), "#fdf3d8")
_HILLS = (
    ("#7ea3a1", ((0, 620), (380, 430), (760, 600), (1150, 470), (1600, 640))),
    ("#4f7f75", ((0, 720), (300, 640), (720, 760), (1200, 610), (1600, 720))),
    ("#2c5a4c", ((0, 880), (520, 780), (980, 860), (1380, 770), (1600, 820))),
)


def scene() -> bytes:
    """The picture, as a JPEG."""
    from PIL import Image, ImageDraw

    size = (_WIDTH, _HEIGHT)
    low, high = (Image.new("RGB", size, colour) for colour in _SKY)
    made = Image.composite(low, high, Image.linear_gradient("L").resize(size))
    drawing = ImageDraw.Draw(made)
    drawing.ellipse(_SUN[0], fill=_SUN[1])
    for colour, ridge in _HILLS:
        drawing.polygon([*ridge, size, (0, _HEIGHT)], fill=colour)
    target = io.BytesIO()
    made.save(target, "JPEG", quality=85, optimize=True)
    return target.getvalue()
