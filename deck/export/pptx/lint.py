"""What is wrong with a .pptx that schemas cannot see: broken ties between parts, and promises not kept.

A schema's validator accepts many files that PowerPoint offers to repair. Each rule here is a generator of
findings; its name, with hyphens, is the code that stands before each of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from zipfile import BadZipFile

from lxml import etree

from deck.export.pptx.archive import CONTENT_TYPES, PREFIXES, Archive
from deck.export.pptx.xml import A, P, R
from deck.model.style import SYMBOL_FONT

Rule = Callable[[Archive], Iterator[str]]

PRESENTATION = "ppt/presentation.xml"
_STYLED = ("ppt/slides", "ppt/slideLayouts", "ppt/slideMasters", "ppt/notesMasters", "ppt/notesSlides", "ppt/charts")
_SHEETS = _STYLED[:5]
_FIRST_MASTER_ID = 2_147_483_648
_SPEAKS = ".//a:t | .//p:cNvPr[string(@descr)] | .//a:tbl"


def lint(data: bytes) -> list[str]:
    """What is wrong, each as "code: part: what"; nothing where all is well."""
    try:
        archive = Archive(data)
        return [f"{rule.__name__.replace('_', '-')}: {finding}" for rule in RULES for finding in rule(archive)]
    except BadZipFile as error:
        return [f"no-package: {error}"]
    except (etree.XMLSyntaxError, KeyError) as error:
        return [f"broken-part: {error}"]


def repeated_entry(archive: Archive) -> Iterator[str]:
    """The archive has an entry twice."""
    yield from (f"{name}: is there twice" for name in _repeated(archive.entries))


def content_type(archive: Archive) -> Iterator[str]:
    """A part has no content type, or a part that is not there has one."""
    types = archive.tree(CONTENT_TYPES)
    overrides = [each.get("PartName", "").lstrip("/") for each in types if each.get("PartName")]
    defaults = {each.get("Extension", "") for each in types}
    yield from (f"{name}: has a content type, but is missing" for name in overrides if name not in archive)
    yield from (f"{name}: has two content types" for name in _repeated(overrides))
    for name in archive.parts:
        if name not in overrides and name.rpartition(".")[2] not in defaults:
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
    yield from (f"{name}: is listed twice" for name in _repeated(listed))
    yield from (f"{name}: is not listed" for name in archive.parts_in("ppt/slides") if name not in listed)
    ids = archive.values(PRESENTATION, "//p:sldIdLst/p:sldId/@id")
    yield from (f"{PRESENTATION}: two slides have the id {id}" for id in _repeated(ids))


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
    yield from (f"{PRESENTATION}: {id} is the id of two masters or slide layouts" for id in _repeated(ids))
    yield from (f"{PRESENTATION}: {id} is too low for a master's id" for id in ids if int(id) < _FIRST_MASTER_ID)


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
    yield from (f"{PRESENTATION}: slide {id} is in two sections" for id in _repeated(members))
    yield from (f"{PRESENTATION}: a section has the slide {id}, which is missing" for id in members if id not in ids)


def shape_id(archive: Archive) -> Iterator[str]:
    """Two shapes of one sheet have one id."""
    for name in _sheets(archive):
        ids = archive.values(name, "//p:cNvPr/@id")
        yield from (f"{name}: two shapes have the id {id}" for id in _repeated(ids))


def placeholder(archive: Archive) -> Iterator[str]:
    """A slide fills one slot twice, or one that its slide layout does not have, or leaves one empty."""
    for folder in ("ppt/slides", "ppt/slideLayouts"):
        for name in archive.parts_in(folder):
            slots = [_slot(each) for each in archive.find(name, "//p:nvPr/p:ph")]
            yield from (f"{name}: has the slot {index} twice" for index in _repeated(index for index, _ in slots))
            if folder == "ppt/slides":
                offered = _offered(archive, name)
                yield from (f"{name}: its slide layout has no slot {slot}" for slot in slots if slot not in offered)
    for name in archive.parts_in("ppt/slides"):
        for shape in archive.find(name, "//p:sp[p:nvSpPr/p:nvPr/p:ph]"):
            if not _words(shape).strip():
                yield f"{name}: “{_name(shape)}” is empty"


def title(archive: Archive) -> Iterator[str]:
    """A slide has not just one title."""
    for name in archive.parts_in("ppt/slides"):
        count = sum(1 for _ in archive.find(name, "//p:ph[@type='title' or @type='ctrTitle']"))
        if count != 1:
            yield f"{name}: has {count} titles"


def language(archive: Archive) -> Iterator[str]:
    """A stretch of text does not say which language it is in."""
    for name in _sheets(archive):
        for each in archive.find(name, "//a:r | //a:br | //a:fld"):
            properties = each.find(f"{{{A}}}rPr")
            if properties is None or not properties.get("lang"):
                yield f"{name}: “{_words(each)}” has no language"
        for _ in archive.find(name, "//a:endParaRPr[not(@lang)]"):
            yield f"{name}: the end of a paragraph has no language"


def alternative_text(archive: Archive) -> Iterator[str]:
    """A picture, a group, a table or a chart has neither alternative text nor the mark of decoration."""
    for name in archive.parts_in("ppt/slides"):
        for shape in archive.find(name, "//p:pic | //p:grpSp | //p:graphicFrame"):
            own = shape[0][0]
            silent = not own.get("descr") and not own.findall(".//adec:decorative[@val='1']", PREFIXES)
            is_group = shape.tag == f"{{{P}}}grpSp"
            if silent and not (is_group and shape.xpath(_SPEAKS, namespaces=PREFIXES)):
                yield f"{name}: “{_name(shape)}” has no alternative text"


def table_grid(archive: Archive) -> Iterator[str]:
    """A table's row has more or fewer cells than the table has columns."""
    for name in archive.parts_in("ppt/slides"):
        for table in archive.find(name, "//a:tbl"):
            columns = len(table.findall("a:tblGrid/a:gridCol", PREFIXES))
            for number, row in enumerate(table.findall("a:tr", PREFIXES), 1):
                cells = len(row.findall("a:tc", PREFIXES))
                if cells != columns:
                    yield f"{name}: row {number} has {cells} cells in {columns} columns"


def literal_colour(archive: Archive) -> Iterator[str]:
    """A colour is not the theme's, so that another theme does not reach it."""
    for name in _styled(archive):
        for each in archive.find(name, "//a:srgbClr | //a:sysClr | //a:prstClr | //a:scrgbClr | //a:hslClr"):
            yield f"{name}: the colour {each.get('val')} is not the theme's"


def literal_font(archive: Archive) -> Iterator[str]:
    """A font is not the theme's; a bullet alone may be a symbol."""
    fonts = f"//a:latin | //a:ea | //a:cs | //a:sym | //a:buFont[not(@typeface='{SYMBOL_FONT}')]"
    for name in _styled(archive):
        for each in archive.find(name, fonts):
            if not each.get("typeface", "").startswith("+"):
                yield f"{name}: the font {each.get('typeface')} is not the theme's"


RULES: tuple[Rule, ...] = (
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
    placeholder,
    title,
    language,
    alternative_text,
    table_grid,
    literal_colour,
    literal_font,
)


def _repeated(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def _sheets(archive: Archive) -> list[str]:
    return [name for folder in _SHEETS for name in archive.parts_in(folder)]


def _styled(archive: Archive) -> list[str]:
    return [name for folder in _STYLED for name in archive.parts_in(folder)]


def _slot(element: etree._Element) -> tuple[str, str]:
    return element.get("idx", "0"), element.get("type", "obj")


def _offered(archive: Archive, slide: str) -> set[tuple[str, str]]:
    layouts = archive.relationships(slide, "slideLayout")
    return {_slot(each) for layout in layouts for each in archive.find(layout.target, "//p:nvPr/p:ph")}


def _name(shape: etree._Element) -> str:
    return str(shape[0][0].get("name"))


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
