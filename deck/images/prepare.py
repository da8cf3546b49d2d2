"""The bytes of a picture's file → the picture that every deck and every drawing of it shows.

What another program might do otherwise is settled here, once: a photograph that was taken with the camera on its side
is turned upright, colours of another profile become sRGB's, four inks become red, green and blue, and what is no PNG
or JPEG becomes one; a drawing stays one, with a picture of it beside it. Whatever needs none of this keeps its pixels,
to the bit.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING

from deck.fields.findings import Finding, MistakenError, Noticed
from deck.ground.diagnostics import Severity
from deck.images.drawing import is_drawing, prepared_drawing
from deck.images.encoding import encoded
from deck.images.exif import read_exif
from deck.images.stripped import stripped, without_damaged_notes
from deck.model.content import ImageFile

if TYPE_CHECKING:
    from PIL import Image
    from PIL.ImageFile import ImageFile as OpenedFile

_MOST_PIXELS = 100_000_000
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
_UPRIGHT = 1
_WARNING = Severity.WARNING
_NOTES = {b"iCCP": "its colour profile", b"tRNS": "what of it is transparent", b"gAMA": "how bright it is"}
_KEPT = 64
_made: dict[tuple[str, bytes], ImageFile | Noticed] = {}
_DAMAGED = (OSError, SyntaxError, ValueError, EOFError, zlib.error, struct.error)
_KNOWN = (
    (re.compile(rb"....ftyp(heic|heix|mif1|msf1|hevc)", re.DOTALL), "an HEIC photograph, which few programs show"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "an AVIF picture, which few programs show"),
    (re.compile(rb"II\*\0|MM\0\*"), "a TIFF picture"),
    (re.compile(rb"BM"), "a BMP picture"),
    (re.compile(rb"%PDF"), "a PDF"),
)


def prepared(path: str, data: bytes) -> ImageFile | Noticed:
    """The picture in the file of this path, with what is to be said about it.

    MistakenError where it is none that can be shown.
    """
    # Whoever has a preview open reads the outline anew whenever it is saved, and its pictures hardly ever change.
    key = (path, sha256(data).digest())
    if key not in _made:
        while len(_made) >= _KEPT:
            _made.pop(next(iter(_made)))
        _made[key] = _once(path, data)
    return _made[key]


def _once(path: str, data: bytes) -> ImageFile | Noticed:
    if is_drawing(path, data):
        return prepared_drawing(path, data, lambda picture: _within(path, picture))
    return _of_pixels(path, data)


def _of_pixels(path: str, data: bytes) -> ImageFile | Noticed:
    with warnings.catch_warnings():
        # Pillow warns of pictures that would fill the memory, and of damaged notes; both are judged here.
        warnings.simplefilter("ignore")
        return _prepared(path, data)


def _prepared(path: str, data: bytes) -> ImageFile | Noticed:
    data, damaged = without_damaged_notes(data)
    image = _opened(path, data)
    exif = read_exif(image)
    told = [_damaged(path, damaged)] if damaged else []
    more, parts = stripped(data, exif)
    if more:
        message = f"{path} holds more than its picture: {', '.join(more)}; decks get none of that"
        hint = "its file still has it: mind whom you send it to"
        told.append(Finding("image-metadata", message, hint, severity=Severity.WARNING))
    if getattr(image, "n_frames", 1) > 1 and image.format in ("GIF", "WEBP", "PNG"):
        message = f"{path} moves, and slides show its first picture only"
        hint = "save that picture on its own, so that it is the one you want"
        told.append(Finding("image-animated", message, hint, severity=Severity.WARNING))
    if parts is not None and exif.orientation == _UPRIGHT and not _other_colours(image):
        file = ImageFile(path, parts, image.width, image.height)
    else:
        pixels = _in_srgb(_turned(image, exif.orientation))
        file = ImageFile(path, encoded(pixels, lossy=_is_lossy(image, data)), pixels.width, pixels.height)
    return Noticed(file, tuple(told)) if told else file


def _damaged(path: str, parts: list[bytes]) -> Finding:
    names = dict.fromkeys(_NOTES.get(part, "a note") for part in parts)
    message = f"{path} is damaged: {' and '.join(names)} in it cannot be trusted, and is passed over"
    return Finding("image-damaged", message, "look whether it shows what it shall, and save it anew", None, _WARNING)


def _within(path: str, data: bytes) -> bytes:
    """A picture inside the drawing of this path, which is none itself."""
    made = _of_pixels(path, data)
    file = made.value if isinstance(made, Noticed) else made
    assert isinstance(file, ImageFile)
    return file.data


def _opened(path: str, data: bytes) -> OpenedFile:
    """The picture with its pixels; of several its first."""
    from PIL import Image, UnidentifiedImageError

    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
        if image.width * image.height > _MOST_PIXELS:
            raise _too_large(path, f"{image.width:,} × {image.height:,} pixels")
        image.load()
    except UnidentifiedImageError:
        known = next((words for pattern, words in _KNOWN if pattern.match(data)), None)
        if known:
            raise _no_image(f"{path} is {known}", "save it as PNG or JPEG") from None
        hint = "save it as PNG or JPEG; its name alone does not make it one"
        raise _no_image(f"{path} is not a PNG, JPEG, SVG, WebP or GIF picture", hint) from None
    except Image.DecompressionBombError as error:
        # Pillow counts them before it says how wide and high it is.
        found = re.search(r"\d{6,}", str(error))
        raise _too_large(path, f"{int(found[0]):,} pixels" if found else "too many pixels") from None
    except _DAMAGED as error:
        raise _no_image(f"{path} is damaged: {error}", "save it anew") from None
    return image


def _too_large(path: str, size: str) -> MistakenError:
    hint = "save it smaller; a slide that fills a large screen shows 4,000 × 2,250"
    return _no_image(f"{path} has {size}; at most {_MOST_PIXELS:,} are read", hint)


def _no_image(message: str, hint: str) -> MistakenError:
    return MistakenError(Finding("image-format", message, hint))


def _is_lossy(image: OpenedFile, data: bytes) -> bool:
    return image.format in ("JPEG", "MPO") or (image.format == "WEBP" and b"VP8 " in data[:64])


def _turned(image: Image.Image, orientation: int) -> Image.Image:
    """The picture turned upright. Exif says where the stored first row and first column are seen."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _other_colours(image: OpenedFile) -> bool:
    """Whether a program that knows nothing of colour profiles, or of inks, would show other colours."""
    profile = image.info.get("icc_profile")
    return image.mode == "CMYK" or (profile is not None and not _is_srgb(profile))


def _is_srgb(profile: bytes) -> bool:
    from PIL import ImageCms

    try:
        return "srgb" in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile))).lower()
    except (ImageCms.PyCMSError, OSError):
        # One that cannot be read says nothing of the colours.
        return True


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in one of the modes that PNG has, in sRGB."""
    profile = image.info.get("icc_profile")
    if image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    if profile and not _is_srgb(profile):
        return _converted(image, profile)
    return image if image.mode in ("1", "L", "LA", "I;16", "RGB", "RGBA") else image.convert("RGB")


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    from PIL import ImageCms

    alpha = image.getchannel("A") if "A" in image.getbands() else None
    colours = image.convert(image.mode.removesuffix("A")) if alpha else image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        made = ImageCms.profileToProfile(colours, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        # A profile of other channels than the picture's says nothing of its colours.
        made = None
    made = made or colours.convert("RGB")
    if alpha:
        made.putalpha(alpha)
    return made
