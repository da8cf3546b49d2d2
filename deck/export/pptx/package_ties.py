"""What breaks a package, too: what a part says of another one, or of its own shapes, and is not so."""

from __future__ import annotations

from collections.abc import Iterator

from deck.export.pptx.archive import CONTENT_TYPES, PREFIXES, Archive
from deck.export.pptx.package_rules import PRESENTATION, Rule, number, repeated, sheets
from deck.export.pptx.xml import R

_PRESENTATIONML = "application/vnd.openxmlformats-officedocument.presentationml."
_KINDS = {
    "slide": (f"{_PRESENTATIONML}slide+xml",),
    "slideLayout": (f"{_PRESENTATIONML}slideLayout+xml",),
    "slideMaster": (f"{_PRESENTATIONML}slideMaster+xml",),
    "notesSlide": (f"{_PRESENTATIONML}notesSlide+xml",),
    "notesMaster": (f"{_PRESENTATIONML}notesMaster+xml",),
    "theme": ("application/vnd.openxmlformats-officedocument.theme+xml",),
    "presProps": (f"{_PRESENTATIONML}presProps+xml",),
    "viewProps": (f"{_PRESENTATIONML}viewProps+xml",),
    "tableStyles": (f"{_PRESENTATIONML}tableStyles+xml",),
    "chart": ("application/vnd.openxmlformats-officedocument.drawingml.chart+xml",),
    "image": ("image/",),
    "core-properties": ("application/vnd.openxmlformats-package.core-properties+xml",),
}
"""What begins the content type of the part that a relationship of this kind leads to."""
_PICTURES = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "bmp": (b"BM",),
    "tif": (b"II*\0", b"MM\0*"),
    "tiff": (b"II*\0", b"MM\0*"),
}
_ANY_PICTURE = tuple(start for starts in _PICTURES.values() for start in starts)
_FIRST_SLIDE_ID, _END_OF_SLIDE_IDS = 256, 2_147_483_648
_LEAST_SIDE, _MOST_SIDE = 914_400, 51_206_400


def part_name(archive: Archive) -> Iterator[str]:
    """Two parts' names differ in capitals alone, or a name is none that a package may have."""
    names = [name for name in archive.entries if not name.endswith("/")]
    for name in repeated(name.lower() for name in dict.fromkeys(names)):
        yield f"{name}: is there twice, in other capitals"
    for name in names:
        if "\\" in name or name.startswith("/") or "//" in name or ".." in name.split("/"):
            yield f"{name}: is no name for a part"


def main_part(archive: Archive) -> Iterator[str]:
    """The package does not lead to just one presentation, or to more than one set of properties."""
    count = len(archive.relationships("", "officeDocument"))
    if count != 1:
        yield f"_rels/.rels: leads to {count} presentations"
    if len(archive.relationships("", "core-properties")) > 1:
        yield "_rels/.rels: leads to several sets of core properties"


def relationship_id(archive: Archive) -> Iterator[str]:
    """Two relationships of one part have one id, or one has none."""
    for name in ["", *archive.parts]:
        ids = [each.id for each in archive.relationships(name)]
        yield from (f"{name}: two relationships have the id {id}" for id in repeated(ids) if id)
        if "" in ids:
            yield f"{name}: a relationship has no id"


def stray_relationships(archive: Archive) -> Iterator[str]:
    """A list of relationships belongs to a part that is not there."""
    for name in archive.entries:
        folder, _, listing = name.rpartition("/")
        if listing.endswith(".rels") and (part := listing.removesuffix(".rels")):
            owner = f"{folder.removesuffix('_rels')}{part}"
            if owner not in archive:
                yield f"{name}: the part that it is of is missing"


def part_kind(archive: Archive) -> Iterator[str]:
    """A relationship leads to a part of another kind than it says."""
    types = archive.tree(CONTENT_TYPES)
    overrides = {each.get("PartName", "").lstrip("/"): each.get("ContentType", "") for each in types}
    defaults = {each.get("Extension", "").lower(): each.get("ContentType", "") for each in types}
    for name in ["", *archive.parts]:
        for each in archive.relationships(name):
            if each.external or each.target not in archive or each.kind not in _KINDS:
                continue
            is_of = overrides.get(each.target, defaults.get(each.target.rpartition(".")[2].lower(), ""))
            if is_of and not is_of.startswith(_KINDS[each.kind]):
                yield f"{name}: {each.id} leads to {each.target} as {each.kind}, but that is {is_of}"


def master_list(archive: Archive) -> Iterator[str]:
    """There is no master, or one is not listed, or twice, or has no theme."""
    targets = {each.id: each.target for each in archive.relationships(PRESENTATION, "slideMaster")}
    listed = [targets.get(id, id) for id in archive.values(PRESENTATION, "//p:sldMasterId/@r:id")]
    if not listed:
        yield f"{PRESENTATION}: lists no master"
    yield from (f"{name}: is listed twice" for name in repeated(listed))
    masters = archive.parts_in("ppt/slideMasters")
    yield from (f"{name}: is not listed" for name in masters if name not in listed)
    for name in [*masters, *archive.parts_in("ppt/notesMasters")]:
        count = len(archive.relationships(name, "theme"))
        if count != 1:
            yield f"{name}: has {count} themes"


def slide_id(archive: Archive) -> Iterator[str]:
    """A slide's id is none that PowerPoint takes."""
    for id in archive.values(PRESENTATION, "//p:sldIdLst/p:sldId/@id"):
        if not _FIRST_SLIDE_ID <= number(id) < _END_OF_SLIDE_IDS:
            yield f"{PRESENTATION}: a slide has the id {id}, which is not from 256 to 2147483647"


def slide_size(archive: Archive) -> Iterator[str]:
    """The slides have no size that PowerPoint takes: from 1 to 56 inches."""
    sizes = list(archive.find(PRESENTATION, "/p:presentation/p:sldSz"))
    if not sizes:
        yield f"{PRESENTATION}: says no size of slides"
    for side in (size.get(side, "") for size in sizes for side in ("cx", "cy")):
        if not _LEAST_SIDE <= number(side) <= _MOST_SIDE:
            yield f"{PRESENTATION}: slides have a side of {side} units"


def slide_reference(archive: Archive) -> Iterator[str]:
    """A show of chosen slides names one that is not there, or a link to a slide leads to none."""
    known = [each.id for each in archive.relationships(PRESENTATION, "slide")]
    for id in archive.values(PRESENTATION, "//p:custShow//p:sld/@r:id"):
        if id not in known:
            yield f"{PRESENTATION}: a custom show names {id}, which is no slide"
    for name in sheets(archive):
        slides = {each.id for each in archive.relationships(name, "slide")}
        for link in archive.find(name, "//*[@action='ppaction://hlinksldjump']"):
            if link.get(f"{{{R}}}id", "") not in slides:
                yield f"{name}: a link to a slide leads to none"


def shape_reference(archive: Archive) -> Iterator[str]:
    """A connector or an animation names a shape that is not on its slide."""
    for name in sheets(archive):
        ids = set(archive.values(name, "//p:cNvPr/@id"))
        for id in archive.values(name, "//a:stCxn/@id | //a:endCxn/@id"):
            if id not in ids:
                yield f"{name}: a connector is tied to the shape {id}, which is missing"
        for id in archive.values(name, "//p:spTgt/@spid"):
            if id not in ids:
                yield f"{name}: an animation moves the shape {id}, which is missing"


def picture_source(archive: Archive) -> Iterator[str]:
    """A picture shows no image, or an image is none."""
    for name in sheets(archive):
        for blip in archive.find(name, "//p:pic/p:blipFill/a:blip"):
            if not blip.get(f"{{{R}}}embed") and not blip.get(f"{{{R}}}link"):
                yield f"{name}: a picture shows no image"
    for name in archive.parts:
        kind = name.rpartition(".")[2].lower()
        # A picture with another one's ending is shown all the same.
        if kind in _PICTURES and not archive.blob(name).startswith(_ANY_PICTURE):
            yield f"{name}: is no picture"


def text_body(archive: Archive) -> Iterator[str]:
    """A text has no paragraph, or a cell no text: PowerPoint offers to repair that."""
    for name in sheets(archive):
        for _ in archive.find(name, "//p:txBody[not(a:p)] | //a:txBody[not(a:p)]"):
            yield f"{name}: a text has no paragraph"
        for _ in archive.find(name, "//a:tc[not(a:txBody)]"):
            yield f"{name}: a cell has no text"


def table_merge(archive: Archive) -> Iterator[str]:
    """A merged cell reaches out of its table, or one is merged into none."""
    for name in archive.parts_in("ppt/slides"):
        for table in archive.find(name, "//a:tbl"):
            rows = [row.findall("a:tc", PREFIXES) for row in table.findall("a:tr", PREFIXES)]
            cells = {(down, across): cell for down, row in enumerate(rows) for across, cell in enumerate(row)}
            inside: set[tuple[int, int]] = set()
            for (down, across), cell in cells.items():
                wide, high = (max(1, number(cell.get(span, "1"))) for span in ("gridSpan", "rowSpan"))
                if across + wide > len(rows[down]) or down + high > len(rows):
                    yield f"{name}: a merged cell reaches out of its table"
                elif wide > 1 or high > 1:
                    inside |= {(down + y, across + x) for y in range(high) for x in range(wide)} - {(down, across)}
            merged = {at for at, cell in cells.items() if {cell.get("hMerge"), cell.get("vMerge")} & {"1", "true"}}
            yield from (f"{name}: a cell is merged into none" for _ in merged - inside)


TIE_RULES: tuple[Rule, ...] = (
    part_name,
    main_part,
    relationship_id,
    stray_relationships,
    part_kind,
    master_list,
    slide_id,
    slide_size,
    slide_reference,
    shape_reference,
    picture_source,
    text_body,
    table_merge,
)
