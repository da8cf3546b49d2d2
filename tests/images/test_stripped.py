"""Decks get a picture, and nothing of what its file tells besides."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from deck.export.pptx import write_pptx
from deck.export.svg import slide_svg
from deck.fields.findings import MistakenError
from deck.images import prepared
from tests.images.photographs import opened, photograph, read, shot, stored
from tests.outlines import HEADER, laid_out

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description exif:GPSLatitude="6,27.2N">'
    b"<dc:creator>Jane Survivor</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
)
SECRETS = (b"Jane", b"Survivor", b"Camera maker", b"GPS", b"2026:05:31", b"a note", b"tail")


def telling(form: str, orientation: int = 1) -> bytes:
    """A picture with all that a file can say: Exif, XMP, comments, a text, something after its end."""
    image = photograph()
    exif = shot(orientation)
    if form == "JPEG":
        data = stored(image, form, exif=exif, xmp=XMP, comment="a note", quality=95)
    elif form == "PNG":
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Author", "Jane Survivor")
        texts.add_itxt("Comment", "a note")
        texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
        data = stored(image, form, exif=exif, pnginfo=texts)
    elif form == "WEBP":
        data = stored(image, form, exif=exif, xmp=XMP, quality=95)
    else:
        data = stored(image, form, comment=b"a note by Jane")
    return data + b"tail: Jane"


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_nothing_but_the_picture_is_left(form: str, orientation: int) -> None:
    file, _ = read(telling(form, orientation))
    assert [secret for secret in SECRETS if secret in file.data] == []
    image = opened(file)
    assert not dict(image.getexif())
    assert {*image.info} <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "transparency"}


def test_what_is_left_out_is_told() -> None:
    _, (told,) = read(telling("JPEG"))
    assert told.code == "image-metadata"
    assert told.message == (
        "a picture holds more than its picture: where it was taken, names, the camera, when it was taken, comments,"
        " 10 bytes after its end; decks get none of that"
    )
    _, (told,) = read(telling("PNG"))
    assert "where it was taken, names" in told.message
    assert "10 bytes after its end" in told.message


def test_what_tells_nothing_of_anybody_is_not_worth_a_word() -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Software", "A plotting library, https://example.org")
    assert read(stored(photograph(), "PNG", pnginfo=texts, dpi=(96, 96)))[1] == ()
    exif = Image.Exif()
    exif[0x0112] = 6
    assert read(stored(photograph(), "JPEG", exif=exif))[1] == ()


def test_a_second_picture_in_the_file_does_not_come_along() -> None:
    """As telephones store depth and brighter versions: several pictures, one after the other."""
    data = stored(photograph(), "MPO", save_all=True, append_images=[Image.new("RGB", (48, 32), "green")])
    file, (told,) = read(data)
    assert file.data.count(b"\xff\xd8\xff") == 1
    assert "bytes after its end" in told.message


def test_no_deck_and_no_drawing_says_where_a_portrait_was_taken(tmp_path: Path) -> None:
    (tmp_path / "jane.jpg").write_bytes(telling("JPEG", 6))
    slide = "layout: speaker\ntitle: A topic\nname: Jane\nportrait: {file: jane.jpg, description: A speaker}"
    built = laid_out(tmp_path, slide)
    told = built.diagnostics[0]
    assert (told.code, str(told.severity)) == ("image-metadata", "warning")
    assert told.span is not None
    assert told.span.line == HEADER.count("\n") + 5
    with zipfile.ZipFile(io.BytesIO(write_pptx(built.deck))) as package:
        (media,) = (package.read(name) for name in package.namelist() if name.startswith("ppt/media/"))
    assert not [secret for secret in SECRETS if secret in media]
    import base64
    import re

    (shown,) = re.findall(r'href="data:image/jpeg;base64,([^"]+)"', slide_svg(built.deck, built.deck.slides[0]))
    assert base64.b64decode(shown) == media


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(form=st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]), data=st.data())
def test_a_file_with_a_few_other_bytes_is_read_or_refused(form: str, data: st.DataObject) -> None:
    original = bytearray(telling(form))
    for _ in range(data.draw(st.integers(1, 4))):
        original[data.draw(st.integers(0, len(original) - 1))] = data.draw(st.integers(0, 255))
    try:
        file, _ = read(bytes(original))
    except MistakenError as error:
        assert {finding.code for finding in error.findings} == {"image-format"}  # noqa: PT017
        return
    assert opened(file).size == (file.width, file.height)
    opened(file).load()
    again = prepared("again", file.data)
    assert getattr(again, "value", again).data == file.data
