from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from deck.export.pptx import write_pptx
from deck.export.pptx.lint import RULES, lint
from deck.export.pptx.package_ties import TIE_RULES
from tests.export.decks import deck
from tests.export.packages import packed, parts, replaced
from tests.outlines import LISTINGS, laid_out

COVER, BULLETS, DRAWINGS, TABLE = (f"ppt/slides/slide{number}.xml" for number in (1, 2, 3, 4))
PRESENTATION, MASTER = "ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml"
TITLE_SLOT = '<p:ph type="title"/>'


@cache
def good() -> bytes:
    return write_pptx(deck())


def rels(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def changed(name: str, old: str, new: str) -> Callable[[], bytes]:
    return lambda: replaced(good(), name, old, new)


def with_part(name: str, blob: bytes) -> Callable[[], bytes]:
    return lambda: packed({**parts(good()), name: blob})


def without(name: str) -> Callable[[], bytes]:
    return lambda: packed({other: blob for other, blob in parts(good()).items() if other != name})


BREAKAGES: dict[str, list[Callable[[], bytes]]] = {
    "content-type": [
        changed("[Content_Types].xml", "<Override", '<Override PartName="/ppt/ghost.xml" ContentType="x/y"/><Override'),
        changed("[Content_Types].xml", 'Extension="png"', 'Extension="gif"'),
    ],
    "broken-relationship": [
        without("ppt/media/image1.png"),
        changed(COVER, "r:embed=", 'r:link="rId99" r:embed='),
    ],
    "orphan-part": [with_part("ppt/slides/slide99.xml", parts(good())[DRAWINGS])],
    "slide-list": [
        changed(PRESENTATION, '<p:sldId id="256" r:id="rId2"/>', ""),
        changed(PRESENTATION, 'id="257" r:id="rId3"', 'id="257" r:id="rId2"'),
        changed(PRESENTATION, '<p:sldId id="257"', '<p:sldId id="256"'),
    ],
    "layout-tie": [
        changed(rels(COVER), "/slideLayout", "/image"),
        changed(rels("ppt/slideLayouts/slideLayout1.xml"), "/slideMaster", "/image"),
        changed(MASTER, '<p:sldLayoutId id="2147483649" r:id="rId1"/>', ""),
    ],
    "master-id": [
        changed(MASTER, 'id="2147483649"', 'id="2147483648"'),
        changed(MASTER, 'id="2147483649"', 'id="12"'),
    ],
    "notes-tie": [
        changed(rels(BULLETS), "relationships/notesSlide", "relationships/image"),
        changed(rels("ppt/notesSlides/notesSlide1.xml"), 'relationships/slide"', 'relationships/image"'),
        changed(rels("ppt/notesSlides/notesSlide1.xml"), "relationships/notesMaster", "relationships/image"),
        changed(PRESENTATION, "p:notesMasterId ", "p:other "),
    ],
    "section-list": [
        changed(PRESENTATION, '<p14:sldId id="256"/>', ""),
        changed(PRESENTATION, '<p14:sldId id="256"/>', '<p14:sldId id="256"/><p14:sldId id="256"/>'),
        changed(PRESENTATION, '<p14:sldId id="256"/>', '<p14:sldId id="256"/><p14:sldId id="999"/>'),
    ],
    "shape-id": [changed(COVER, '<p:cNvPr id="3"', '<p:cNvPr id="2"')],
    "placeholder": [
        changed(BULLETS, 'type="body" sz="quarter" idx="11"', 'type="body" sz="quarter" idx="10"'),
        changed(BULLETS, 'idx="11"', 'idx="77"'),
        changed(COVER, "<a:t>A cover</a:t>", "<a:t> </a:t>"),
    ],
    "title": [
        changed(COVER, TITLE_SLOT, '<p:ph type="body"/>'),
        changed(COVER, 'type="body" sz="quarter" idx="12"', 'type="title" idx="12"'),
    ],
    "language": [
        changed(COVER, '<a:rPr lang="en"/>', ""),
        changed(COVER, '<a:rPr lang="en"/>', "<a:rPr/>"),
        changed(COVER, "</a:p>", "<a:endParaRPr/></a:p>"),
    ],
    "alternative-text": [
        changed(COVER, ' descr="A slope of grey"', ""),
        changed(DRAWINGS, ' descr="A migrant\'s way"', ""),
        changed(TABLE, ' descr="Figures by measure"', ""),
    ],
    "table-grid": [changed(TABLE, "<a:gridCol ", '<a:gridCol w="0"/><a:gridCol ')],
    "literal-colour": [changed(DRAWINGS, '<a:schemeClr val="accent1"/>', '<a:srgbClr val="FF0000"/>')],
    "literal-font": [changed(DRAWINGS, 'typeface="+mn-lt"', 'typeface="Papyrus"')],
}


def codes(data: bytes) -> set[str]:
    return {finding.partition(":")[0] for finding in lint(data)}


@pytest.mark.parametrize("language", ["en", "ar", "ja"])
def test_a_written_deck_has_no_fault(language: str) -> None:
    assert lint(write_pptx(deck(language))) == []


@pytest.mark.parametrize(
    ("code", "breakage"), [(code, breakage) for code, breakages in BREAKAGES.items() for breakage in breakages]
)
def test_a_broken_deck_is_seen(code: str, breakage: Callable[[], bytes]) -> None:
    assert code in codes(breakage())


def test_every_rule_is_broken_above() -> None:
    own = {rule.__name__.replace("_", "-") for rule in RULES if rule not in TIE_RULES}
    assert own == {*BREAKAGES, "repeated-entry"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_entry_that_is_there_twice() -> None:
    import io
    from zipfile import ZipFile

    target = io.BytesIO(good())
    with ZipFile(target, "a") as archive:
        archive.writestr(COVER, parts(good())[COVER])
    assert codes(target.getvalue()) == {"repeated-entry"}


def test_bytes_that_are_no_package() -> None:
    assert codes(b"not a package") == {"no-package"}


def test_a_part_that_is_no_xml() -> None:
    assert codes(replaced(good(), COVER, "</p:sld>", "")) == {"broken-part"}


def test_an_empty_archive() -> None:
    assert codes(packed({})) == {"broken-part", "main-part"}


def test_a_font_for_code_is_no_fault(tmp_path: Path) -> None:
    built = laid_out(tmp_path, *LISTINGS, "layout: statement\ntitle: T\nstatement: 'Type `deck`'", language="ar")
    assert lint(write_pptx(built.deck)) == []
