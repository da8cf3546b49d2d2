"""Small pictures that say which of their corners is which, with what cameras and programs put beside them."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageCms, ImageDraw

from deck.fields.findings import Finding, Noticed
from deck.images import prepared
from deck.model.content import ImageFile

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)
ORIENTATIONS = {
    1: "RW/WB",
    2: "WR/BW",
    3: "BW/WR",
    4: "WB/RW",
    5: "RW/WB",
    6: "WR/BW",
    7: "BW/WR",
    8: "WB/RW",
}
"""What stands in the corners, upper row first, once a picture that was stored so is shown as Exif says."""
LYING = (5, 6, 7, 8)


def photograph(width: int = 48, height: int = 32) -> Image.Image:
    """White, with red in the first corner and blue in the last."""
    image = Image.new("RGB", (width, height), WHITE)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 15, 15), fill=RED)
    draw.rectangle((width - 16, height - 16, width, height), fill=BLUE)
    return image


def stored(image: Image.Image, form: str, **options: Any) -> bytes:
    target = io.BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def shot(orientation: int = 1) -> Image.Exif:
    """What a telephone notes: which side was up, and where, when, by whom and with what it was taken."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x013B] = orientation, "Camera maker", "Jane Survivor"
    exif[0x8825] = {1: "N", 2: (6.0, 27.0, 14.0)}
    exif[0x8769] = {0x9003: "2026:05:31 12:00:00"}
    return exif


def corners(image: Image.Image) -> str:
    """The corners as they are seen: R, B or W each."""
    image = image.convert("RGB")
    right, bottom = image.width - 8, image.height - 8
    letters = [_letter(image.getpixel(at)) for at in ((8, 8), (right, 8), (8, bottom), (right, bottom))]
    return "{}{}/{}{}".format(*letters)


def _letter(pixel: Any) -> str:
    near = {"R": RED, "B": BLUE, "W": WHITE}
    return min(near, key=lambda name: sum(abs(a - b) for a, b in zip(pixel, near[name], strict=True)))


def read(data: bytes) -> tuple[ImageFile, tuple[Finding, ...]]:
    """The picture made of this file, and what is said about it."""
    made = prepared("a picture", data)
    return (made.value, made.findings) if isinstance(made, Noticed) else (made, ())


def opened(file: ImageFile) -> Image.Image:
    return Image.open(io.BytesIO(file.data))


def profile_of(primaries: str) -> bytes:
    """A colour profile: `sRGB`, or `LAB` as one that is none of RGB's."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(primaries)).tobytes()
