"""What breaks a package though its schemas allow it: broken ties between its parts. Of any deck, whoever made it.

A schema's validator accepts many files that PowerPoint offers to repair. Each rule here is a generator of findings,
as "part: what"; its name, with hyphens, is the code that stands before each of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from deck.export.pptx.archive import CONTENT_TYPES, PREFIXES, Archive
from deck.export.pptx.xml import R

Rule = Callable[[Archive], Iterator[str]]

PRESENTATION = "ppt/presentation.xml"
SHEETS = ("ppt/slides", "ppt/slideLayouts", "ppt/slideMasters", "ppt/notesMasters", "ppt/notesSlides")
_FIRST_MASTER_ID = 2_147_483_648


def repeated_entry(archive: Archive) -> Iterator[str]:
    """The archive has an entry twice."""
    yield from (f"{name}: is there twice" for name in repeated(archive.entries))


def content_type(archive: Archive) -> Iterator[str]:
    """A part has no content type, or a part that is not there has one."""
    types = archive.tree(CONTENT_TYPES)
    overrides = [each.get("PartName", "").lstrip("/") for each in types if each.get("PartName")]
    defaults = {each.get("Extension", "").lower() for each in types}
    yield from (f"{name}: has a content type, but is missing" for name in overrides if name not in archive)
    yield from (f"{name}: has two content types" for name in repeated(overrides))
    for name in archive.parts:
        if name not in overrides and name.rpartition(".")[2].lower() not in defaults:
            yield f"{name}: has no content type"


def broken_relationship(archive: Archive) -> Iterator[str]:
    """A relationship leads nowhere, or a part names one that it does not have."""
    for name in ["", *archive.parts]:
        known = {each.id for each in archive.relationships(name)}
        for each in archive.relationships(name):
            if not each.external and each.target not in archive:
                yield f"{name}: {each.id} leads to {each.target}, which is missing"
        if name.endswith(".xml"):
            used = archive.values(name, f"//@*[namespace-uri()='{R}']")
            yield from (f"{name}: has no relationship {id}" for id in used if id and id not in known)


def orphan_part(archive: Archive) -> Iterator[str]:
    """No chain of relationships leads to a part."""
    reached, waiting = set(), [""]
    while waiting:
        for each in archive.relationships(waiting.pop()):
            if not each.external and each.target not in reached:
                reached.add(each.target)
                waiting.append(each.target)
    yield from (f"{name}: belongs to nothing" for name in archive.parts if name not in reached)


def slide_list(archive: Archive) -> Iterator[str]:
    """A slide is not listed in the presentation, or listed twice, or two have one id."""
    targets = {each.id: each.target for each in archive.relationships(PRESENTATION, "slide")}
    listed = [targets.get(id, "") for id in archive.values(PRESENTATION, "//p:sldId/@r:id")]
    yield from (f"{name}: is listed twice" for name in repeated(listed))
    yield from (f"{name}: is not listed" for name in archive.parts_in("ppt/slides") if name not in listed)
    ids = archive.values(PRESENTATION, "//p:sldIdLst/p:sldId/@id")
    yield from (f"{PRESENTATION}: two slides have the id {id}" for id in repeated(ids))


def layout_tie(archive: Archive) -> Iterator[str]:
    """A slide has not just one slide layout, or a slide layout not just one master that lists it."""
    for folder, kind in (("ppt/slides", "slideLayout"), ("ppt/slideLayouts", "slideMaster")):
        for name in archive.parts_in(folder):
            count = len(archive.relationships(name, kind))
            if count != 1:
                yield f"{name}: has {count} relationships to a {kind}"
    for master in archive.parts_in("ppt/slideMasters"):
        listed = archive.values(master, "//p:sldLayoutId/@r:id")
        for each in archive.relationships(master, "slideLayout"):
            if each.id not in listed:
                yield f"{master}: does not list {each.target}"


def master_id(archive: Archive) -> Iterator[str]:
    """Two masters or slide layouts have one id, or one has an id that is too low."""
    ids = archive.values(PRESENTATION, "//p:sldMasterId/@id")
    for master in archive.parts_in("ppt/slideMasters"):
        ids += archive.values(master, "//p:sldLayoutId/@id")
    yield from (f"{PRESENTATION}: {id} is the id of two masters or slide layouts" for id in repeated(ids))
    yield from (f"{PRESENTATION}: {id} is too low for a master's id" for id in ids if number(id) < _FIRST_MASTER_ID)


def notes_tie(archive: Archive) -> Iterator[str]:
    """Notes and their slide do not know each other, or the notes have no master, or the master is not listed."""
    for slide in archive.parts_in("ppt/slides"):
        for each in archive.relationships(slide, "notesSlide"):
            if [back.target for back in archive.relationships(each.target, "slide")] != [slide]:
                yield f"{each.target}: does not lead back to {slide}"
    for notes in archive.parts_in("ppt/notesSlides"):
        for tie in archive.relationships(notes, "slide"):
            if [back.target for back in archive.relationships(tie.target, "notesSlide")] != [notes]:
                yield f"{tie.target}: does not lead to {notes}"
        if len(archive.relationships(notes, "notesMaster")) != 1:
            yield f"{notes}: has no notes master"
    listed = archive.values(PRESENTATION, "//p:notesMasterId/@r:id")
    if listed != [each.id for each in archive.relationships(PRESENTATION, "notesMaster")]:
        yield f"{PRESENTATION}: does not list its notes master"


def section_list(archive: Archive) -> Iterator[str]:
    """There are sections, and a slide is not in exactly one."""
    if not archive.values(PRESENTATION, "//p14:section/@id"):
        return
    ids = archive.values(PRESENTATION, "//p:sldIdLst/p:sldId/@id")
    members = archive.values(PRESENTATION, "//p14:section//p14:sldId/@id")
    yield from (f"{PRESENTATION}: slide {id} is in no section" for id in ids if id not in members)
    yield from (f"{PRESENTATION}: slide {id} is in two sections" for id in repeated(members))
    yield from (f"{PRESENTATION}: a section has the slide {id}, which is missing" for id in members if id not in ids)


def shape_id(archive: Archive) -> Iterator[str]:
    """Two shapes of one sheet have one id."""
    for name in sheets(archive):
        ids = archive.values(name, "//p:cNvPr[not(ancestor::mc:Fallback)]/@id")
        yield from (f"{name}: two shapes have the id {id}" for id in repeated(ids))


def table_grid(archive: Archive) -> Iterator[str]:
    """A table's row has more or fewer cells than the table has columns."""
    for name in archive.parts_in("ppt/slides"):
        for table in archive.find(name, "//a:tbl"):
            columns = len(table.findall("a:tblGrid/a:gridCol", PREFIXES))
            for number, row in enumerate(table.findall("a:tr", PREFIXES), 1):
                cells = len(row.findall("a:tc", PREFIXES))
                if cells != columns:
                    yield f"{name}: row {number} has {cells} cells in {columns} columns"


PACKAGE_RULES: tuple[Rule, ...] = (
    repeated_entry,
    content_type,
    broken_relationship,
    orphan_part,
    slide_list,
    layout_tie,
    master_id,
    notes_tie,
    section_list,
    shape_id,
    table_grid,
)


def repeated(values: Iterable[str]) -> list[str]:
    """Those that are there more than once."""
    return [value for value, count in Counter(values).items() if count > 1]


def sheets(archive: Archive) -> list[str]:
    """The parts that hold shapes."""
    return [name for folder in SHEETS for name in archive.parts_in(folder)]


def number(text: str) -> int:
    """The whole number that an attribute says; -1 where it says none."""
    return int(text) if text.isascii() and text.isdigit() else -1
