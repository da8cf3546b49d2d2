"""A template is used as it is for the direction that it is made for, and mirrored for the other one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from deck.export.pptx import write_pptx
from deck.export.pptx.archive import PREFIXES, Archive
from deck.export.pptx.template.reading_direction import reading_direction
from deck.model.language import Direction
from tests.export.templates import built_in, replacing, template
from tests.validator import validate

MASTER = "ppt/slideMasters/slideMaster1.xml"
SHEETS = r"ppt/slide(Masters|Layouts)/[^/]*\.xml"
LEVEL = re.compile(rb"<a:lvl1pPr[^>]*>")


def _from_right(blob: bytes) -> bytes:
    """The first levels as an Arabic template has them; the others say that they are read from the left."""

    def turned(found: re.Match[bytes]) -> bytes:
        level = re.sub(rb' (algn="[lr]"|rtl="\d")', b"", found[0])
        side = b"" if b"algn=" in level else b' algn="r"'
        return level.replace(b"<a:lvl1pPr", b'<a:lvl1pPr rtl="1"' + side)

    return LEVEL.sub(turned, blob)


def _levels(blob: bytes, path: str) -> list[tuple[str | None, str | None]]:
    found = etree.fromstring(blob).xpath(path, namespaces=PREFIXES)
    assert isinstance(found, list)
    return [(each.get("algn"), each.get("rtl")) for each in found if isinstance(each, etree._Element)]


def _places(archive: Archive, name: str) -> list[list[str]]:
    return [archive.values(name, f"//p:cSld//a:{path}") for path in ("off/@x", "off/@y", "ext/@cx", "xfrm/@flipH")]


ARABIC = template(parts={SHEETS: _from_right})


@pytest.mark.parametrize("language", ["ar", "he"])
def test_one_made_for_it_is_used_as_it_is(language: str, tmp_path: Path) -> None:
    own, made = Archive(ARABIC), Archive(write_pptx(built_in(tmp_path, ARABIC, language=language).deck))
    for name in own.parts:
        if re.fullmatch(SHEETS, name):
            assert _places(made, name) == _places(own, name)
            assert _levels(made.blob(name), "//a:lvl1pPr") == _levels(own.blob(name), "//a:lvl1pPr")


def test_levels_that_say_another_direction_follow(tmp_path: Path) -> None:
    made = Archive(write_pptx(built_in(tmp_path, ARABIC, language="ar").deck))
    for style in ("titleStyle", "bodyStyle"):
        assert set(_levels(made.blob(MASTER), f"//p:{style}/*")) <= {("r", "1"), ("ctr", "1")}


def test_it_is_mirrored_for_a_deck_read_the_other_way(tmp_path: Path) -> None:
    usual = Archive(write_pptx(built_in(tmp_path, template(), language="ar").deck))
    made = Archive(write_pptx(built_in(tmp_path, ARABIC).deck))
    for name in made.parts:
        if re.fullmatch(SHEETS, name):
            assert b'rtl="1"' not in made.blob(name)
            if name in Archive(ARABIC).parts:
                # As a template that is made for the left is in Arabic: on the other side.
                assert _places(made, name) == _places(usual, name)
    assert set(_levels(made.blob(MASTER), "//p:titleStyle/a:lvl1pPr | //p:bodyStyle/a:lvl1pPr")) == {
        ("ctr", "0"),
        ("l", "0"),
    }
    presentation = made.tree("ppt/presentation.xml")
    assert presentation.get("rtl") is None


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_deck_of_ours_as_a_template_is_one_of_its_direction(language: str, tmp_path: Path) -> None:
    arabic = write_pptx(built_in(tmp_path, template(), language="ar").deck)
    own = Archive(template() if language == "en" else arabic)
    made = Archive(write_pptx(built_in(tmp_path, arabic, "ours.pptx", language=language).deck))
    assert _places(made, MASTER) == _places(own, MASTER)


def test_the_place_of_a_title_is_that_of_the_template(tmp_path: Path) -> None:
    def narrower(blob: bytes) -> bytes:
        return replacing('<a:off x="457200" y="274638"/>', '<a:off x="900000" y="274638"/>')(_from_right(blob))

    data = template(parts={SHEETS: narrower})
    width = 9_144_000
    for language, left in (("ar", 900_000), ("en", width - 900_000 - 8_229_600)):
        built = built_in(tmp_path, data, language=language)
        theme = built.deck.theme.template
        assert theme is not None
        title = next(each for each in built.deck.slides[2].shapes if each.name.startswith("Title"))
        assert round(title.rect.left * theme.scale) == left


def test_where_centred_titles_stay_centred(tmp_path: Path) -> None:
    """A slide layout's level that does not say on which side it is inherits that."""
    said = replacing(r'(<p:ph type="title"/>.*?)<a:lstStyle/>', r'\1<a:lstStyle><a:lvl1pPr marL="0"/></a:lstStyle>')
    data = template(parts={"ppt/slideLayouts/slideLayout2.xml": said})
    made = Archive(write_pptx(built_in(tmp_path, data, language="ar").deck))
    assert _levels(made.blob(MASTER), "//p:titleStyle/a:lvl1pPr") == [("ctr", "1")]
    assert _levels(made.blob("ppt/slideLayouts/slideLayout2.xml"), "//a:lvl1pPr") == [(None, "1")]


_WRITTEN = (
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Ours"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
    '<a:xfrm><a:off x="300000" y="6300000"/><a:ext cx="2000000" cy="300000"/></a:xfrm><a:prstGeom prst="rect">'
    "<a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>{styles}<a:p>{properties}<a:r>"
    '<a:rPr lang="en-US" sz="1000"/><a:t>Our office</a:t></a:r></a:p></p:txBody></p:sp>'
)
_CENTRED = '<a:lstStyle><a:lvl1pPr algn="ctr"/></a:lstStyle>'


@pytest.mark.external
@pytest.mark.parametrize(
    ("properties", "styles", "side"),
    [
        ("", "", "r"),
        ("", "<a:lstStyle/>", "r"),
        ("<a:pPr/>", "<a:lstStyle/>", "r"),
        ('<a:pPr algn="l"/>', "<a:lstStyle/>", "r"),
        ('<a:pPr algn="r"/>', "", "l"),
        ('<a:pPr algn="ctr"/>', "", "ctr"),
        ("", _CENTRED, None),
        ("<a:pPr/>", _CENTRED, None),
        ('<a:pPr lvl="1"/>', _CENTRED, "r"),
    ],
)
@pytest.mark.parametrize("part", [MASTER, "ppt/slideLayouts/slideLayout6.xml"])
def test_what_is_written_beside_the_slots_goes_to_the_other_side(
    part: str, properties: str, styles: str, side: str | None, tmp_path: Path
) -> None:
    """Also where its paragraphs say nothing of it, or its own list of styles does; in a group, too."""
    alone = _WRITTEN.format(id=81, styles=styles, properties=properties)
    place = re.search("<a:xfrm>.*?</a:xfrm>", alone)
    assert place is not None
    within = place[0].replace("a:off", "a:chOff").replace("a:ext ", "a:chExt ")
    within = place[0].replace("</a:xfrm>", within.removeprefix("<a:xfrm>"))
    group = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="82" name="Both"/><p:cNvGrpSpPr/><p:nvPr userDrawn="1"/></p:nvGrpSpPr>'
        f"<p:grpSpPr>{within}</p:grpSpPr>{_WRITTEN.format(id=83, styles=styles, properties=properties)}</p:grpSp>"
    )
    data = template(parts={part: replacing("</p:spTree>", f"{alone}{group}</p:spTree>")})
    written = write_pptx(built_in(tmp_path, data, language="ar").deck)
    own = "//p:sp[p:nvSpPr/p:cNvPr/@name='Ours']/p:txBody"
    blob = Archive(written).blob(part)
    assert _levels(blob, f"{own}/a:p/a:pPr") == [(side, "1")] * 2
    assert [found for found, _ in _levels(blob, f"{own}/a:lstStyle/a:lvl1pPr")] == ["ctr"] * (2 * (styles == _CENTRED))
    # For the direction that it is made for, it stays as it is.
    usual = Archive(write_pptx(built_in(tmp_path, data).deck)).blob(part)
    before = Archive(data).blob(part)
    assert _levels(usual, f"{own}/a:p/a:pPr") == _levels(before, f"{own}/a:p/a:pPr")
    if part == MASTER and styles and side is None:
        assert validate(written) == []


@pytest.mark.parametrize(
    ("change", "rtl", "direction"),
    [
        (lambda blob: blob, "", Direction.LEFT_TO_RIGHT),
        (lambda blob: blob, "1", Direction.LEFT_TO_RIGHT),
        (_from_right, "", Direction.RIGHT_TO_LEFT),
        (lambda blob: re.sub(rb' rtl="\d"', b"", blob), "", Direction.LEFT_TO_RIGHT),
        (lambda blob: re.sub(rb' rtl="\d"', b"", blob), "1", Direction.RIGHT_TO_LEFT),
        # The title says it, and the text nothing.
        (
            replacing(r'(<p:titleStyle>\s*<a:lvl1pPr[^>]*) rtl="0"(.*<p:bodyStyle>.*?) rtl="0"', r'\1 rtl="true"\2'),
            "",
            "rtl",
        ),
    ],
)
def test_the_direction_that_it_is_made_for(change: Callable[[bytes], bytes], rtl: str, direction: str) -> None:
    presentation = etree.Element("presentation", {"rtl": rtl} if rtl else {})
    assert reading_direction(etree.fromstring(change(Archive(template()).blob(MASTER))), presentation) == direction


@pytest.mark.external
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_open_xml_sdk_finds_no_error(language: str, tmp_path: Path) -> None:
    assert validate(write_pptx(built_in(tmp_path, ARABIC, language=language).deck)) == []
