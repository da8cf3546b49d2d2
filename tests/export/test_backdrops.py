"""What a template draws behind slides: the preview shows it as the deck does, and texts are held against it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from deck.checks.contrast import low_contrast
from deck.export.png import rasterise
from deck.export.svg import slide_svg
from deck.model.contrast import contrast
from deck.model.deck import Deck
from deck.model.outlines import is_inside
from deck.model.shapes import AutoShape, Picture
from tests.export.templates import built_in, replacing, template
from tests.images.photographs import photograph, stored
from tests.parity import by_chromium, by_libreoffice
from tests.similarity import similarity

_MASTER = "ppt/slideMasters/slideMaster1.xml"
_SLIDES = """\
      - {id: list, layout: bullets, title: What we found, items: [One, Two]}
      - {id: figure, layout: key-figure, title: The network, value: 400, label: Partners, items: [{id: x, text: A}]}
      - {id: cover, layout: title, title: What we do}
"""


def xfrm(at: str, size: str, more: str = "", inner: str = "") -> str:
    (x, y), (cx, cy) = at.split(), size.split()
    return f'<a:xfrm{more}><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/>{inner}</a:xfrm>'


def shape(place: str, geometry: str, fill: str, style: str = "") -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="70" name="Drawn"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{place}{geometry}{fill}</p:spPr>{style}</p:sp>"
    )


def preset(name: str, adjusted: str = "") -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst>{adjusted}</a:avLst></a:prstGeom>'


def solid(colour: str) -> str:
    return f"<a:solidFill>{colour}</a:solidFill>"


RED, TEAL = '<a:srgbClr val="B00020"/>', '<a:schemeClr val="accent5"><a:lumMod val="75000"/></a:schemeClr>'
_GRADIENT = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs><a:gs pos="100000">'
    '<a:schemeClr val="accent6"/></a:gs></a:gsLst>{}</a:gradFill>'
)
_OWN = (
    '<a:custGeom><a:avLst/><a:gdLst><a:gd name="half" fmla="*/ w 1 2"/></a:gdLst><a:ahLst/><a:cxnLst/>'
    '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path><a:moveTo><a:pt x="l" y="b"/></a:moveTo>'
    '<a:lnTo><a:pt x="half" y="t"/></a:lnTo><a:arcTo wR="half" hR="h" stAng="16200000" swAng="5400000"/>'
    "<a:close/></a:path></a:pathLst></a:custGeom>"
)
_INNER = '<a:chOff x="100" y="100"/><a:chExt cx="1000" cy="600"/>'
_GROUP = (
    '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="71" name="Group"/><p:cNvGrpSpPr/><p:nvPr userDrawn="1"/></p:nvGrpSpPr>'
    "<p:grpSpPr>"
    + xfrm(
        "7000000 4300000", "2000000 1200000", ' flipH="1"', '<a:chOff x="100" y="100"/><a:chExt cx="1000" cy="600"/>'
    )
    + "</p:grpSpPr>"
    + shape(xfrm("100 100", "500 600"), preset("rtTriangle"), solid(TEAL))
    + shape(xfrm("700 200", "400 400"), preset("ellipse"), solid(RED))
    + "</p:grpSp>"
)
DRAWINGS = {
    "a turned rectangle": shape(
        xfrm("7300000 1500000", "1200000 400000", ' rot="1800000"'), preset("rect"), solid(RED)
    ),
    "a group in a mirror": _GROUP,
    "an outline of its own": shape(xfrm("300000 4900000", "1500000 900000"), _OWN, solid(TEAL)),
    "a band that fades": shape(
        xfrm("0 0", "9144000 500000"), preset("rect"), _GRADIENT.format('<a:lin ang="0" scaled="0"/>')
    ),
    "a pointed band": shape(xfrm("0 6200000", "3000000 400000"), preset("homePlate"), solid(TEAL)),
    "a line": shape(xfrm("400000 1450000", "8300000 0"), preset("line"), f'<a:ln w="38100">{solid(RED)}</a:ln>'),
    "what its style fills": shape(
        xfrm("8300000 5700000", "600000 600000"),
        preset("roundRect", '<a:gd name="adj" fmla="val 40000"/>'),
        "",
        '<p:style><a:lnRef idx="0"><a:schemeClr val="accent2"/></a:lnRef><a:fillRef idx="1">'
        '<a:schemeClr val="accent2"/></a:fillRef><a:effectRef idx="0"><a:schemeClr val="accent2"/></a:effectRef>'
        '<a:fontRef idx="minor"/></p:style>',
    ),
}


def drawn_on(*shapes: str, ground: str = "") -> bytes:
    """A template whose master draws this, on this ground."""
    change = replacing("</p:grpSpPr>(?=<p:sp>)", "</p:grpSpPr>" + "".join(shapes))

    def changed(blob: bytes) -> bytes:
        blob = change(blob)
        return replacing("<p:bg>.*?</p:bg>", f"<p:bg>{ground}</p:bg>")(blob) if ground else blob

    return template(parts={_MASTER: changed})


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Image.Image, Image.Image]]:
    """Each slide of decks in such templates, by its SVG and by LibreOffice."""
    ground = '<p:bgPr><a:solidFill><a:schemeClr val="bg2"/></a:solidFill><a:effectLst/></p:bgPr>'
    templates = {"en": drawn_on(*DRAWINGS.values(), ground=ground), "ar": drawn_on(*DRAWINGS.values())}
    folder = tmp_path_factory.mktemp("drawn")
    decks = [built_in(folder, data, language=language, slides=_SLIDES).deck for language, data in templates.items()]
    pairs = zip(decks, by_chromium(decks, folder), by_libreoffice(decks, folder), strict=True)
    return [
        (f"{deck.language} {tree.id}", one.picture, other.picture)
        for deck, ours, theirs in pairs
        for tree, one, other in zip(deck.slides, ours, theirs, strict=True)
    ]


@pytest.mark.external
def test_the_preview_and_the_deck_agree(pictures: list[tuple[str, Image.Image, Image.Image]]) -> None:
    assert len(pictures) == 6
    for name, one, other in pictures:
        assert similarity(one, other) > 0.95, name
        away = np.abs(np.asarray(one, dtype=float) - np.asarray(other, dtype=float)).mean()
        assert away < 4, name


@pytest.mark.external
def test_what_the_preview_would_leave_out_is_seen(tmp_path: Path) -> None:
    """The measure above tells of each single drawing."""
    whole = built_in(tmp_path, drawn_on(*DRAWINGS.values()), slides=_SLIDES).deck
    without = [
        built_in(tmp_path, drawn_on(*(each for other, each in DRAWINGS.items() if other != name)), slides=_SLIDES).deck
        for name in DRAWINGS
    ]
    drawn = rasterise([slide_svg(deck, deck.slides[0]) for deck in (whole, *without)], ratio=4 / 3, width=640)
    first, *others = [np.asarray(Image.open(io.BytesIO(each)).convert("RGB"), dtype=int) for each in drawn]
    for name, other in zip(DRAWINGS, others, strict=True):
        assert (np.abs(first - other).sum(axis=2) > 40).sum() > 200, name


def backdrop(tmp_path: Path, *shapes: str, ground: str = "") -> tuple[Deck, list[AutoShape | Picture]]:
    deck = built_in(tmp_path, drawn_on(*shapes, ground=ground), slides=_SLIDES).deck
    behind = deck.slides[0].slide_layout.backdrop
    assert behind is not None
    return deck, [each for each in behind.whole if isinstance(each, AutoShape | Picture)]


def test_the_masters_logo_is_drawn_where_it_stands(tmp_path: Path) -> None:
    _, shapes = backdrop(tmp_path)
    (logo,) = [each for each in shapes if isinstance(each, Picture)]
    assert (logo.rect.left, logo.rect.top, logo.rect.width, logo.rect.height) == (8_229_600, 76_200, 762_000, 152_400)


def test_a_slide_layout_that_hides_its_masters_drawings_has_none(tmp_path: Path) -> None:
    hidden = template(
        parts={"ppt/slideLayouts/slideLayout2.xml": replacing("<p:sldLayout ", '<p:sldLayout showMasterSp="0" ')}
    )
    deck = built_in(tmp_path, hidden, slides=_SLIDES).deck
    behind = {slide.id: slide.slide_layout.backdrop for slide in deck.slides}
    assert behind["list"] is not None
    assert behind["list"].shapes == ()
    assert behind["cover"] is not None
    assert len(behind["cover"].shapes) == 1


def test_a_ground_that_is_a_picture_is_drawn(tmp_path: Path) -> None:
    data = template(parts={_MASTER: replacing("<p:bg>.*?</p:bg>", _BLIP)})
    deck = built_in(tmp_path, data, slides=_SLIDES).deck
    behind = deck.slides[0].slide_layout.backdrop
    assert behind is not None
    assert isinstance(behind.ground, Picture)
    assert slide_svg(deck, deck.slides[0]).count("<image ") == 2


_BLIP = (
    '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="rId13" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships"/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>'
)


def test_a_damaged_picture_is_left_out_of_the_preview_alone(tmp_path: Path) -> None:
    data = template(parts={r"ppt/media/image\d+\.png": lambda _: b"no picture"})
    behind = built_in(tmp_path, data, slides=_SLIDES).deck.slides[0].slide_layout.backdrop
    assert behind is not None
    assert behind.shapes == ()


def test_a_fading_band_is_drawn_from_colour_to_colour(tmp_path: Path) -> None:
    _, shapes = backdrop(tmp_path, DRAWINGS["a band that fades"])
    (band,) = [each for each in shapes if isinstance(each, Picture) and each.name == "Drawing"]
    picture = Image.open(io.BytesIO(band.image)).convert("RGB")
    left, right = picture.getpixel((0, 2)), picture.getpixel((picture.width - 1, 2))
    assert left == pytest.approx((255, 255, 255), abs=4)
    assert right == pytest.approx((0xF7, 0x96, 0x46), abs=4)


def test_an_outline_of_its_own_follows_its_guides(tmp_path: Path) -> None:
    _, shapes = backdrop(tmp_path, DRAWINGS["an outline of its own"])
    (own,) = [each for each in shapes if isinstance(each, AutoShape) and each.geometry != "rect"]
    assert not isinstance(own.geometry, str)
    corners = own.geometry.corners()  # type: ignore[union-attr]
    assert is_inside(corners, 0.5, 0.5)
    assert is_inside(corners, 0.9, 0.9)
    assert not is_inside(corners, 0.1, 0.2)
    assert not is_inside(corners, 0.98, 0.1)


def _low(tmp_path: Path, data: bytes, **options: str) -> list[tuple[str, str]]:
    built = built_in(tmp_path, data, slides=_SLIDES, **options)
    return [(each.message, each.hint or "") for each in low_contrast(built.deck, built.presentation)]


def _titled(colour: str) -> Callable[[bytes], bytes]:
    return replacing("(?s)(<p:titleStyle>.*?<a:solidFill>).*?(</a:solidFill>)", rf"\g<1>{colour}\g<2>")


def test_a_templates_own_faint_title_is_told_once_with_a_colour_that_passes(tmp_path: Path) -> None:
    low = _low(tmp_path, template(parts={_MASTER: _titled('<a:srgbClr val="B8C4D0"/>')}))
    # Its foot is faint as well.
    found = [(message, hint) for message, hint in low if "field `title`" in message]
    # On each of the template's own slide layouts, and on all that join it.
    assert len(found) == 3
    assert all("3 : 1 is the least" in message for message, _ in found)
    hint = found[0][1]
    assert hint.startswith("in slide layout “Titre et contenu” of ours.potx, ")
    value = hint.split(", ")[1].split()[0]
    rgb = (int(value[:2], 16), int(value[2:4], 16), int(value[4:], 16))
    assert contrast(rgb, (255, 255, 255)) >= 3


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_drawing_behind_the_templates_text_counts(language: str, tmp_path: Path) -> None:
    dark = shape(xfrm("0 0", "9144000 1400000"), preset("rect"), solid('<a:srgbClr val="101820"/>'))
    found = _low(tmp_path, drawn_on(dark), language=language)
    assert [message for message, _ in found if "slide `list`, field `title`" in message]
    light = shape(xfrm("0 0", "9144000 1400000"), preset("rect"), solid('<a:srgbClr val="F0F4F8"/>'))
    low = _low(tmp_path, drawn_on(light), language=language)
    assert [message for message, _ in low if "field `title`" in message] == []


def test_a_photograph_on_which_no_colour_is_read_is_told(tmp_path: Path) -> None:
    stripes = Image.new("L", (400, 200))
    stripes.putdata([255 if x // 3 % 2 else 0 for _ in range(200) for x in range(400)])
    data = template(
        parts={
            _MASTER: replacing("<p:bg>.*?</p:bg>", _BLIP),
            r"ppt/media/image\d+\.png": lambda _: stored(stripes, "PNG"),
        }
    )
    assert any("no colour can be read all over" in hint for _, hint in _low(tmp_path, data))


def test_over_a_picture_a_slide_leaves_the_templates_own_slide_layout(tmp_path: Path) -> None:
    """There, no veil would lie under its words."""
    (tmp_path / "well.png").write_bytes(stored(photograph(400, 300), "PNG"))
    slides = "      - {id: list, layout: bullets, background: {file: well.png}, title: What we found, items: [One]}\n"
    (slide,) = built_in(tmp_path, template(), slides=slides).deck.slides
    assert slide.slide_layout.native is None
    assert all(slot.native is None for slot in slide.slide_layout.placeholders)
    assert [each.name for each in slide.slide_layout.decoration]
