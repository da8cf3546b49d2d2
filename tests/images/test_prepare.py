"""Every picture is upright and in sRGB, with its own pixels where nothing had to be done."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from deck.fields.findings import MistakenError
from deck.images import prepared
from tests.images.photographs import (
    LYING,
    ORIENTATIONS,
    corners,
    opened,
    photograph,
    profile_of,
    read,
    shot,
    stored,
)

FORMS = ("JPEG", "PNG", "WEBP")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_a_photograph_stands_as_its_camera_was_held(form: str, orientation: int) -> None:
    file, _ = read(stored(photograph(), form, exif=shot(orientation)))
    image = opened(file)
    assert corners(image) == ORIENTATIONS[orientation]
    assert (file.width, file.height) == image.size == ((32, 48) if orientation in LYING else (48, 32))
    assert image.getexif().get(0x0112) is None


@pytest.mark.parametrize(
    ("part", "named"), [(b"iCCP", "its colour profile"), (b"gAMA", "how bright it is"), (b"abCd", "a note")]
)
def test_a_png_is_shown_without_the_parts_that_are_damaged(part: bytes, named: str) -> None:
    whole = stored(photograph(), "PNG")
    damaged = struct.pack(">I4s", 6, part) + b"broken" + b"\0\0\0\1"
    file, told = read(whole[:33] + damaged + whole[33:])
    assert opened(file).tobytes() == Image.open(_file(whole)).tobytes()
    assert [(one.code, str(one.severity)) for one in told] == [("image-damaged", "warning")]
    assert named in told[0].message
    assert part not in file.data


def test_a_png_whose_pixels_are_damaged_is_refused() -> None:
    whole = bytearray(stored(photograph(), "PNG"))
    whole[-20] ^= 1
    with pytest.raises(MistakenError):
        prepared("a.png", bytes(whole))


@pytest.mark.parametrize("orientation", [0, 9, 300])
def test_an_orientation_that_there_is_not_turns_nothing(orientation: int) -> None:
    file, _ = read(stored(photograph(), "JPEG", exif=shot(orientation)))
    assert corners(opened(file)) == ORIENTATIONS[1]


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.parametrize("mode", ["RGB", "L", "1", "P", "RGBA", "LA", "I;16"])
def test_what_needs_nothing_keeps_its_pixels(form: str, mode: str) -> None:
    image = photograph().convert(mode) if mode != "I;16" else Image.new("I;16", (48, 32), 40_000)
    if form == "JPEG" and mode not in ("RGB", "L"):
        pytest.skip("a JPEG has no such pixels")
    data = stored(image, form, exif=shot())
    file, _ = read(data)
    assert opened(file).mode == mode
    assert file.data != data
    assert opened(file).tobytes() == Image.open(_file(data)).tobytes()


def _file(data: bytes):  # type: ignore[no-untyped-def]
    import io

    return io.BytesIO(data)


@pytest.mark.parametrize("options", [{"progressive": True}, {"subsampling": 0}, {"restart_marker_blocks": 1}])
def test_every_kind_of_jpeg_keeps_its_pixels(options: dict[str, object]) -> None:
    image = Image.effect_noise((200, 120), 80).convert("RGB")
    data = stored(image, "JPEG", exif=shot(), comment="seen by Jane", **options)
    file, _ = read(data)
    assert b"Jane" not in file.data
    assert opened(file).tobytes() == Image.open(_file(data)).tobytes()


def test_a_picture_without_anything_else_stays_as_it_is() -> None:
    for form in ("JPEG", "PNG"):
        data = stored(photograph(), form)
        assert read(data)[0].data == data


def test_the_same_file_gives_the_same_bytes() -> None:
    for orientation in (1, 6):
        data = stored(photograph(), "JPEG", exif=shot(orientation))
        assert read(data)[0].data == read(data)[0].data


def test_other_colours_become_those_of_srgb() -> None:
    """A profile in which red and blue have changed places: by it what is stored as red is blue."""
    swapped = _swapped(profile_of("sRGB"))
    for form, image in (("JPEG", photograph()), ("PNG", photograph()), ("PNG", photograph().convert("RGBA"))):
        file, _ = read(stored(image, form, icc_profile=swapped))
        assert corners(opened(file)) == "BW/WR"
        assert opened(file).mode == image.mode
        assert "icc_profile" not in opened(file).info


def _swapped(profile: bytes) -> bytes:
    """The profile with the names of its red and blue primaries changed over, and its own changed."""
    for one, other in ((b"rXYZ", b"bXYZ"),):
        at, there = profile.index(one), profile.index(other)
        profile = bytearray(profile)  # type: ignore[assignment]
        profile[at : at + 4], profile[there : there + 4] = other, one  # type: ignore[index]
        profile = bytes(profile)
    return profile.replace("sRGB".encode("utf-16-be"), "Test".encode("utf-16-be")).replace(
        b"sRGB built-in", b"Test built-in"
    )


def test_a_profile_of_srgb_goes_without_a_trace_and_costs_no_pixel() -> None:
    data = stored(photograph(), "PNG", icc_profile=profile_of("sRGB"))
    file, _ = read(data)
    assert "icc_profile" not in opened(file).info
    assert opened(file).tobytes() == photograph().tobytes()


@pytest.mark.parametrize("profile", [b"no profile", profile_of("LAB"), b"\0" * 200])
def test_a_profile_that_is_none_of_this_picture_s_changes_nothing(profile: bytes) -> None:
    file, _ = read(stored(photograph(), "PNG", icc_profile=profile))
    assert ImageChops.difference(opened(file).convert("RGB"), photograph()).getbbox() is None


def test_four_inks_become_three_lights() -> None:
    file, _ = read(stored(photograph().convert("CMYK"), "JPEG", quality=95))
    assert opened(file).mode == "RGB"
    assert corners(opened(file)) == ORIENTATIONS[1]


def test_what_is_seen_through_stays_so() -> None:
    image = photograph().convert("RGBA")
    image.putpixel((40, 4), (0, 0, 0, 0))
    for form, options in (("PNG", {}), ("WEBP", {}), ("WEBP", {"lossless": True}), ("GIF", {})):
        file, _ = read(stored(image, form, **options))
        assert opened(file).convert("RGBA").getpixel((40, 4))[3] == 0, form  # type: ignore[index]


def test_of_what_moves_the_first_picture_is_taken_and_that_is_told() -> None:
    frames = [photograph(), photograph().rotate(180)]
    for form in ("GIF", "WEBP", "PNG"):
        file, told = read(stored(frames[0], form, save_all=True, append_images=frames[1:]))
        assert opened(file).format in ("PNG", "JPEG")
        assert getattr(opened(file), "n_frames", 1) == 1
        assert corners(opened(file)) == ORIENTATIONS[1]
        assert [one.code for one in told] == ["image-animated"]


def test_a_photograph_stays_small_and_a_drawing_sharp() -> None:
    assert opened(read(stored(photograph(), "WEBP"))[0]).format == "JPEG"
    assert opened(read(stored(photograph(), "WEBP", lossless=True))[0]).format == "PNG"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"II*\0" + b"\0" * 40, "is a TIFF picture"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 40, "is an HEIC photograph"),
        (b"\0\0\0\x1cftypavif" + b"\0" * 40, "is an AVIF picture"),
        (b"BM" + b"\0" * 40, "is a BMP picture"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"words", "is not a PNG, JPEG, SVG, WebP or GIF picture"),
        (b"", "is not a PNG, JPEG, SVG, WebP or GIF picture"),
    ],
)
def test_what_is_no_picture_is_called_what_it_is(data: bytes, said: str) -> None:
    with pytest.raises(MistakenError) as caught:
        prepared("a.png", data)
    (finding,) = caught.value.findings
    assert finding.code == "image-format"
    assert said in finding.message


@pytest.mark.parametrize(("width", "height"), [(10_001, 10_000), (20_000, 10_000), (60_000, 60_000)])
def test_too_many_pixels_are_told_as_that(width: int, height: int) -> None:
    with pytest.raises(MistakenError) as caught:
        prepared("wide.png", _empty_png(width, height))
    (finding,) = caught.value.findings
    assert finding.message.startswith("wide.png has ")
    assert "damaged" not in finding.message
    assert "at most 100,000,000 are read" in finding.message
    assert finding.hint is not None
    assert finding.hint.startswith("save it smaller")


def _empty_png(width: int, height: int) -> bytes:
    """A picture's head without its pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("form", [*FORMS, "GIF"])
def test_a_cut_off_file_is_called_damaged(form: str, tmp_path: Path) -> None:
    data = stored(Image.effect_noise((200, 120), 80).convert("RGB"), form)
    with pytest.raises(MistakenError) as caught:
        prepared("half", data[: len(data) // 2])
    assert caught.value.findings[0].code == "image-format"
