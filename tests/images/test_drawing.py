"""An SVG is shown as one, with a picture beside it, and brings nothing along but what it draws."""

from __future__ import annotations

import base64
import io
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from deck.export.pptx import write_pptx
from deck.export.pptx.lint import lint
from deck.export.svg import slide_svg
from deck.fields.findings import MistakenError, Noticed
from deck.images import prepared, rasterised
from deck.model.content import ImageFile
from tests.images.photographs import opened, read
from tests.images.test_stripped import SECRETS, telling
from tests.outlines import laid_out

SHAPES = '<rect width="100" height="50" fill="#ff0000"/><circle id="c" cx="75" cy="25" r="20" fill="#0000ff"/>'


def svg(inside: str = SHAPES, attributes: str = 'viewBox="0 0 100 50"', before: str = "") -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {names} {attributes}>{inside}</svg>".encode()


def drawing(data: bytes) -> str:
    file, _ = read(data)
    assert file.drawing is not None
    return file.drawing.decode()


def test_a_drawing_has_its_picture_beside_it() -> None:
    file, told = read(svg())
    assert told == ()
    assert file.width / file.height == 2
    image = opened(file)
    assert image.format == "PNG"
    assert image.width / image.height == 2
    pixel = image.convert("RGB").getpixel
    assert pixel((2, 2)) == (255, 0, 0)
    assert pixel((round(image.width * 0.75), image.height // 2)) == (0, 0, 255)
    assert read(svg()) == (file, told)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 100 50"', (100, 50)),
        ('viewBox="-10 -10 100 50" width="100%" height="100%"', (100, 50)),
        ('width="30mm" height="10mm"', (30, 10)),
        ('width="72pt" height="1in"', (1, 1)),
        ('viewBox="0 0 100 50" width="200"', (2, 1)),
        ('viewBox="0 0 100 50" height="1cm"', (2, 1)),
    ],
)
def test_its_size_is_as_it_says(attributes: str, size: tuple[float, float]) -> None:
    file, _ = read(svg(attributes=attributes))
    assert file.width / file.height == pytest.approx(size[0] / size[1], rel=1e-3)
    assert "viewBox=" in drawing(svg(attributes=attributes))


HARMFUL = {
    "script": "<script>top.location='https://example.org'</script>",
    "event": '<g onload="leak()" onclick="leak()"><path d="M0 0h9"/></g>',
    "HTML": '<foreignObject width="9" height="9"><div xmlns="http://www.w3.org/1999/xhtml">leak</div></foreignObject>',
    "file": '<image href="secret.png" width="9" height="9"/><use xlink:href="other.svg#leak"/>',
    "file by address": '<image xlink:href="file:///home/leak.png" width="9" height="9"/>',
    "style": "<style>@import url(https://leak.example); @font-face{src:url(leak.woff)} .a{fill:#fff}</style>",
    "style that loads": "<style>.a{fill:url(https://leak.example/x)}</style>",
    "style in disguise": r"<style>.a{fill:u\72l(https://leak.example/x)}</style>",
    "attribute": '<rect width="9" height="9" fill="url(https://leak.example/x#y)" style="mask:url(leak.svg#m)"/>',
    "movement": '<rect width="9" height="9"><animate attributeName="x" to="9"/><set to="leak"/></rect>',
    "link": '<a xlink:href="javascript:leak()"><rect width="9" height="9"/></a>',
    "a drawing in it": '<image href="data:image/svg+xml;base64,bGVhaw==" width="9" height="9"/>',
    "notes": "<metadata>leak</metadata><title>leak</title><desc>leak</desc><!-- leak --><?leak leak?>",
    "a program's own": '<g xmlns:i="urn:i" i:label="/home/leak" data-name="leak"><i:view leak="1">leak</i:view></g>',
}
KNOWN = {
    *[
        "svg",
        "g",
        "defs",
        "symbol",
        "use",
        "switch",
        "style",
        "image",
        "text",
        "tspan",
        "textPath",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
    ],
    *["polygon", "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker", "filter"],
}


@pytest.mark.parametrize("name", HARMFUL)
def test_what_does_not_draw_is_left_out(name: str) -> None:
    left = drawing(svg(SHAPES + HARMFUL[name]))
    assert not re.search(r"leak|secret|javascript|script|@|\bon\w+=|http(?!://www\.w3\.org/)", left)
    root = ElementTree.fromstring(left)
    assert {element.tag.partition("}")[2] for element in root.iter()} <= KNOWN
    assert "circle" in left


@pytest.mark.parametrize("name", ["script", "event", "HTML", "file", "style that loads", "attribute", "movement"])
def test_what_is_left_out_is_told(name: str) -> None:
    _, (told,) = read(svg(SHAPES + HARMFUL[name]))
    assert told.code == "image-metadata"
    assert "a picture holds more than a drawing: " in told.message


def test_what_draws_stays() -> None:
    inside = (
        "<style>.a{fill:#0f0} /* green */</style>"
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><g transform="scale(2)">'
        '<use xlink:href="#c"/><path class="a" d="M0 0h9v9z" fill="url(#g)" style="opacity:.5"/></g>'
    )
    left = drawing(svg(SHAPES + inside))
    for part in ('xlink:href="#c"', 'fill="url(#g)"', 'style="opacity:.5"', ".a{fill:#0f0}", 'transform="scale(2)"'):
        assert part in left


def test_letters_are_told_and_kept() -> None:
    file, (told,) = read(svg(SHAPES + '<text x="5" y="20" font-size="12">Words</text>'))
    assert told.code == "image-letters"
    assert b">Words</text>" in (file.drawing or b"")


def test_a_picture_in_a_drawing_tells_nothing_either() -> None:
    inside = base64.b64encode(telling("JPEG", 6)).decode()
    left = drawing(svg(f'<image href="data:image/jpeg;base64,{inside}" width="90" height="50"/>'))
    (found,) = re.findall(r"data:image/jpeg;base64,([^\"]+)", left)
    data = base64.b64decode(found)
    assert [secret for secret in SECRETS if secret in data] == []
    assert Image.open(io.BytesIO(data)).size == (32, 48)


def test_a_picture_in_a_drawing_is_none_whatever_the_files_name_is() -> None:
    inside = base64.b64encode(telling("JPEG", 6)).decode()
    data = svg(f'<image href="data:image/jpeg;base64,{inside}" width="90" height="50"/>')
    made = prepared("map.drawio.svg", data)
    file = made.value if isinstance(made, Noticed) else made
    assert isinstance(file, ImageFile)
    assert b"data:image/jpeg" in (file.drawing or b"")


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<foreignObject><p>Words</p></foreignObject><text>Plain</text>", ["Plain"]),
        ('<g requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility"/><text>Cannot display</text>', []),
        ('<text systemLanguage="fr">Bonjour</text><text>Hello</text>', ["Hello"]),
    ],
)
def test_a_switch_shows_one_of_what_is_in_it(inside: str, shown: list[str]) -> None:
    assert re.findall(">([A-Z][a-z ]+)</text>", drawing(svg(f"{SHAPES}<switch>{inside}</switch>"))) == shown


def _nested(deep: int, wide: int) -> str:
    groups = "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * wide + "</g>" for n in range(1, deep))
    return f'<defs><g id="g0"><path d="M0 0h1"/></g>{groups}</defs><use href="#g{deep - 1}"/>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (svg(_nested(7, 9)), "comes to more than 100,000 parts"),
        (svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "refers to itself"),
        (svg("<g>" * 300 + "</g>" * 300), "too deeply"),
        (svg(before='<!DOCTYPE svg [<!ENTITY a "b">]>'), "declares entities"),
        (svg(attributes=""), "neither its size nor its viewBox"),
        (svg(attributes='viewBox="0 0 100"'), "viewBox is not four numbers"),
        (svg(attributes='viewBox="0 0 0 9"'), "viewBox is not four numbers"),
        (svg(attributes='viewBox="0 0 nan 9"'), "viewBox is not four numbers"),
        (svg(attributes='viewBox="0 0 x 9"'), "viewBox is not four numbers"),
        (svg(attributes='viewBox="0 0 9000 9"'), "its sides are as 9000 to 9"),
        (svg()[:-4], "is no SVG drawing that can be used"),
        (b"<html><svg/></html>", "does not begin with an svg"),
        ("<svg é/>".encode("latin-1"), "is not in UTF-8"),
    ],
)
def test_what_cannot_be_used_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(MistakenError) as caught:
        prepared("a.svg", data)
    (finding,) = caught.value.findings
    assert finding.code == "image-format"
    assert why in finding.message
    assert finding.hint


@pytest.mark.parametrize("before", ["", "\ufeff", '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg>\n'])
def test_every_usual_beginning_is_known(before: str) -> None:
    assert drawing(svg(before=before)) == drawing(svg())
    assert drawing(svg().decode().encode("utf-16")) == drawing(svg())


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_drawing_with_a_few_other_bytes_is_read_or_refused(data: st.DataObject) -> None:
    original = bytearray(svg(SHAPES + "".join(HARMFUL.values())))
    for _ in range(data.draw(st.integers(1, 4))):
        original[data.draw(st.integers(0, len(original) - 1))] = data.draw(st.integers(0, 255))
    try:
        file, _ = read(bytes(original))
    except MistakenError:
        return
    if file.drawing:
        assert {element.tag.partition("}")[2] for element in ElementTree.fromstring(file.drawing).iter()} <= KNOWN


def test_decks_hold_the_drawing_and_a_picture_as_fine_as_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(svg())
    slide = "layout: closing\ntitle: Thanks\npicture: {file: a.svg, description: A dot}"
    built = laid_out(tmp_path, slide)
    assert built.diagnostics == ()
    data = write_pptx(built.deck)
    assert lint(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        kept, picture = (package.read(f"ppt/media/image{n}") for n in ("2.svg", "1.png"))
        assert "svgBlip" in package.read("ppt/slides/slide1.xml").decode()
        assert "image/svg+xml" in package.read("[Content_Types].xml").decode()
    (shown,) = re.findall(r'href="data:image/svg\+xml;base64,([^"]+)"', slide_svg(built.deck, built.deck.slides[0]))
    assert base64.b64decode(shown) == kept
    # 34 units of 6 points, at 220 pixels an inch.
    assert Image.open(io.BytesIO(picture)).size == (623, 312)
    assert picture == rasterised(kept, 623)
