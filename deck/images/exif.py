"""What a camera wrote beside a picture, so far as it can be read (Exif 2.32, 4.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from deck.ground.dataclass import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image

_ORIENTATION = 0x0112
_GPS, _EXIF, _THUMBNAIL = 0x8825, 0x8769, 1


@dataclass(frozen=True, slots=True)
class Exif:
    """Which side of the picture is up, from 1 to 8 (1: as it is stored); and the tags by their numbers."""

    orientation: int = 1
    tags: Mapping[int, Any] = field(default_factory=dict)
    place: bool = False
    thumbnail: bool = False


def read_exif(image: Image) -> Exif:
    """What there is; of what is damaged, that which could be read before."""
    found = Exif()
    try:
        exif = image.getexif()
        orientation = exif.get(_ORIENTATION, 1)
        found = Exif(orientation if orientation in range(1, 9) else 1, dict(exif))
        tags = {**dict(exif), **exif.get_ifd(_EXIF)}
        found = Exif(found.orientation, tags, bool(exif.get_ifd(_GPS)), bool(exif.get_ifd(_THUMBNAIL)))
    except Exception:
        # Pillow lets damage through as whatever it leads to: a missing key, a division by nothing, bytes for text.
        return found
    return found
