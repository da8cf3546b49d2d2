"""A hundred kinds of damage to a package, each found, whatever it is that was damaged."""

import re
from collections.abc import Callable

import pytest

from deck.export.pptx.archive import Archive
from deck.export.pptx.inspected import inspect_pptx
from deck.export.pptx.lint import PROMISES, damage
from deck.export.pptx.package_ties import TIE_RULES
from tests.export.packages import packed, parts
from tests.export.test_lint import (
    BREAKAGES,
    BULLETS,
    COVER,
    DRAWINGS,
    MASTER,
    PRESENTATION,
    TABLE,
    changed,
    good,
    rels,
    with_part,
    without,
)

Breakage = Callable[[], bytes]
NOTES, LAYOUT, CHART = "ppt/notesSlides/notesSlide1.xml", "ppt/slideLayouts/slideLayout1.xml", "ppt/charts/chart1.xml"
NOTES_MASTER, THEME, TYPES = "ppt/notesMasters/notesMaster1.xml", "ppt/theme/theme2.xml", "[Content_Types].xml"
ROOT_RELS, CORE = "_rels/.rels", "docProps/core.xml"
LISTED = '<p:sldMasterId id="2147483648" r:id="rId1"/>'
LEAST = 100


def retied(part: str, kind: str, other: str) -> Breakage:
    """A relationship of this kind, said to be of another one."""
    return changed(rels(part), f'relationships/{kind}"', f'relationships/{other}"')


def same_id(part: str, first: str, second: str) -> Breakage:
    return changed(rels(part), f'Id="{second}"', f'Id="{first}"')


def cut(name: str) -> Breakage:
    """A part whose last bytes are lost."""
    return with_part(name, parts(good())[name][:-9])


def of_type(name: str, other: str = "application/xml") -> Breakage:
    """A part that is listed with another one's content type."""
    old = re.search(rf'PartName="/{name}" ContentType="[^"]+"', parts(good())[TYPES].decode())
    assert old
    return changed(TYPES, old[0], f'PartName="/{name}" ContentType="{other}"')


def with_line(ties: str) -> Breakage:
    """A slide with a connector more."""
    head = '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="90" name="Line"/><p:cNvCxnSpPr>'
    return changed(
        DRAWINGS, "</p:spTree>", f"{head}{ties}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr/></p:cxnSp></p:spTree>"
    )


def with_show(id: str) -> Breakage:
    show = f'<p:custShow name="short" id="0"><p:sldLst><p:sld r:id="{id}"/></p:sldLst></p:custShow>'
    return changed(PRESENTATION, "<p:defaultTextStyle>", f"<p:custShowLst>{show}</p:custShowLst><p:defaultTextStyle>")


def animated(part: str, root: str) -> Breakage:
    timing = '<p:timing><p:tnLst><p:par><p:cTn id="1"/><p:spTgt spid="77"/></p:par></p:tnLst></p:timing>'
    return changed(part, f"</{root}>", f"{timing}</{root}>")


def without_image() -> bytes:
    return packed({**parts(good()), COVER: re.sub(rb'(<a:blip) r:embed="[^"]+"', rb"\1", parts(good())[COVER])})


DAMAGES: dict[str, list[Breakage]] = {
    "part-name": [
        with_part("ppt/Presentation.xml", b"<a/>"),
        with_part("ppt/slides\\extra.xml", b"<a/>"),
        with_part("/ppt/extra.xml", b"<a/>"),
        with_part("ppt//extra.xml", b"<a/>"),
        with_part("ppt/../extra.xml", b"<a/>"),
    ],
    "main-part": [
        changed(ROOT_RELS, "relationships/officeDocument", "relationships/other"),
        changed(ROOT_RELS, "relationships/extended-properties", "relationships/officeDocument"),
        changed(ROOT_RELS, "relationships/extended-properties", "relationships/metadata/core-properties"),
        without(ROOT_RELS),
    ],
    "relationship-id": [
        same_id(COVER, "rId1", "rId3"),
        same_id(BULLETS, "rId1", "rId2"),
        same_id(PRESENTATION, "rId1", "rId10"),
        same_id(MASTER, "rId1", "rId2"),
        same_id(NOTES, "rId1", "rId2"),
        changed(ROOT_RELS, 'Id="rId3"', 'Id="rId2"'),
        changed(rels(COVER), 'Id="rId3"', 'Id=""'),
        changed(rels(CHART), 'Id="rId1" ', ""),
    ],
    "stray-relationships": [
        with_part("ppt/slides/_rels/slide77.xml.rels", parts(good())[rels(COVER)]),
        with_part("docProps/_rels/gone.xml.rels", parts(good())[rels(COVER)]),
    ],
    "part-kind": [
        *map(of_type, (COVER, BULLETS, LAYOUT, MASTER, NOTES, NOTES_MASTER, THEME, CHART, CORE)),
        *map(of_type, ("ppt/presProps.xml", "ppt/viewProps.xml", "ppt/tableStyles.xml")),
        of_type(COVER, "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"),
        of_type(LAYOUT, "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"),
        changed(TYPES, 'ContentType="image/png"', 'ContentType="application/octet-stream"'),
        retied(COVER, "image", "chart"),
        retied(NOTES, "slide", "theme"),
        retied(NOTES_MASTER, "theme", "notesSlide"),
        retied(PRESENTATION, "presProps", "slideMaster"),
    ],
    "master-list": [
        changed(PRESENTATION, LISTED, ""),
        changed(PRESENTATION, LISTED, f'{LISTED}<p:sldMasterId id="2147483690" r:id="rId1"/>'),
        retied(MASTER, "theme", "image"),
        retied(NOTES_MASTER, "theme", "image"),
        retied(PRESENTATION, "slideMaster", "image"),
    ],
    "slide-id": [
        changed(PRESENTATION, 'sldId id="256"', f'sldId id="{id}"') for id in ("255", "2147483648", "-1", "x", "")
    ],
    "slide-size": [
        changed(PRESENTATION, '<p:sldSz cx="12192000" cy="6858000"/>', ""),
        changed(PRESENTATION, 'cx="12192000"', 'cx="0"'),
        changed(PRESENTATION, 'cx="12192000"', 'cx="99999999"'),
        changed(PRESENTATION, 'cy="6858000"', 'cy="-6858000"'),
        changed(PRESENTATION, ' cy="6858000"', ""),
    ],
    "slide-reference": [
        with_show("rId1"),
        with_show("rId99"),
        changed(COVER, "<a:hlinkClick ", '<a:hlinkClick action="ppaction://hlinksldjump" '),
    ],
    "shape-reference": [
        with_line('<a:stCxn id="77" idx="0"/>'),
        with_line('<a:endCxn id="77" idx="0"/>'),
        animated(BULLETS, "p:sld"),
        animated(LAYOUT, "p:sldLayout"),
        animated(MASTER, "p:sldMaster"),
    ],
    "picture-source": [
        without_image,
        with_part("ppt/media/image1.png", b""),
        with_part("ppt/media/image1.png", b"not a picture"),
        with_part("ppt/media/image3.png", b"<html></html>"),
    ],
    "text-body": [
        changed(DRAWINGS, "<a:lstStyle/><a:p>", "<a:lstStyle/></p:txBody><p:txBody><a:p>"),
        changed(TABLE, "</a:tr>", "<a:tc><a:tcPr/></a:tc></a:tr>"),
        changed(TABLE, "</a:tr>", "<a:tc><a:txBody><a:bodyPr/></a:txBody></a:tc></a:tr>"),
    ],
    "table-merge": [
        changed(TABLE, "<a:tc>", '<a:tc gridSpan="4">'),
        changed(TABLE, "<a:tc>", '<a:tc rowSpan="99">'),
        changed(TABLE, "<a:tc>", '<a:tc hMerge="1">'),
        changed(TABLE, "<a:tc>", '<a:tc vMerge="true">'),
    ],
    "broken-part": [
        *map(cut, (PRESENTATION, BULLETS, LAYOUT, MASTER, THEME, NOTES, NOTES_MASTER, CHART, CORE, TYPES)),
        *(cut(rels(name)) for name in (PRESENTATION, COVER, MASTER)),
        cut(ROOT_RELS),
        changed(COVER, 'xmlns:a="', 'xmlns:b="'),
        changed(COVER, "A cover", "A & cover"),
        without(TYPES),
        without(PRESENTATION),
    ],
    "content-type": [
        without(COVER),
        changed(TYPES, 'Extension="xlsx"', 'Extension="xls"'),
        changed(TYPES, 'PartName="/ppt/slides/slide1.xml"', 'PartName="/ppt/slides/slide2.xml"'),
    ],
    "broken-relationship": [
        without(LAYOUT),
        without("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"),
        changed(rels(COVER), "../media/image1.png", "../media/image77.png"),
    ],
    "orphan-part": [with_part("ppt/media/left.png", parts(good())["ppt/media/image1.png"])],
}
PROMISED = {rule.__name__.replace("_", "-") for rule in PROMISES}
ALL = [
    (code, each)
    for table in (BREAKAGES, DAMAGES)
    for code, found in table.items()
    for each in found
    if code not in PROMISED
]


@pytest.mark.parametrize(("code", "breakage"), ALL)
def test_damage_is_found(code: str, breakage: Breakage) -> None:
    found = damage(Archive(breakage()))
    assert code in {each.partition(":")[0] for each in found}


@pytest.mark.parametrize(("code", "breakage"), ALL)
def test_a_damaged_deck_is_inspected_all_the_same(code: str, breakage: Breakage) -> None:
    try:
        found = inspect_pptx(breakage())
    except ValueError as error:
        assert code in ("main-part", "broken-part", "broken-relationship", "content-type", "part-kind")
        assert "presentation" in str(error)  # noqa: PT017
    else:
        assert code in {each.code for each in found.remarks}


def test_there_are_a_hundred_and_every_rule_is_broken() -> None:
    assert len(ALL) >= LEAST
    assert {rule.__name__.replace("_", "-") for rule in TIE_RULES} <= set(DAMAGES)
