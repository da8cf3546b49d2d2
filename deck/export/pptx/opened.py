"""Any deck's package → its slides in order, and their shapes as PowerPoint's panes show them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from deck.export.pptx.archive import PREFIXES, Archive
from deck.export.pptx.package_rules import number
from deck.export.pptx.xml import A, P, R
from deck.ground.dataclass import dataclass
from deck.model.units import Emu, Rect

FURNITURE = frozenset({"ftr", "sldNum", "dt", "hdr"})
"""Placeholders of every slide, which are no slide's own."""
TITLES = frozenset({"title", "ctrTitle"})
_MC = PREFIXES["mc"]
_SHAPES = frozenset(f"{{{P}}}{kind}" for kind in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp", "contentPart"))
_TRUE = frozenset({"1", "true"})


@dataclass(frozen=True)
class OpenedShape:
    """A shape on a slide; `kind` is its element's name, such as `pic`. `group` is the one that it is in, if any."""

    element: etree._Element
    group: OpenedShape | None = None

    @property
    def kind(self) -> str:
        return etree.QName(self.element).localname

    @cached_property
    def properties(self) -> etree._Element:
        """What names it."""
        found = self.element.find("./*/p:cNvPr", PREFIXES)
        return found if found is not None else etree.Element("none")

    @property
    def name(self) -> str:
        return self.properties.get("name", "")

    @property
    def description(self) -> str:
        """Its alternative text."""
        return (self.properties.get("descr") or "").strip()

    @property
    def is_decorative(self) -> bool:
        """Whether it, or a group that it is in, is marked as decoration."""
        marks = self.properties.findall(".//adec:decorative", PREFIXES)
        own = any(mark.get("val", "1") in _TRUE for mark in marks)
        return own or (self.group is not None and self.group.is_decorative)

    @property
    def is_hidden(self) -> bool:
        return self.properties.get("hidden") in _TRUE

    @property
    def placeholder(self) -> str | None:
        """Its type of placeholder; None for what is none."""
        found = self.element.find("./*/p:nvPr/p:ph", PREFIXES)
        return None if found is None else found.get("type", "obj")

    @property
    def slot(self) -> str:
        found = self.element.find("./*/p:nvPr/p:ph", PREFIXES)
        return "0" if found is None else found.get("idx", "0")

    @property
    def text(self) -> str:
        """Its words, with a line feed between paragraphs; of a table, those of all its cells."""
        return "\n".join(said(each) for each in self.paragraphs).strip()

    @property
    def paragraphs(self) -> list[etree._Element]:
        if self.kind == "graphicFrame":
            return list(self.element.iterfind(".//a:tbl//a:p", PREFIXES))
        return list(self.element.iterfind("./p:txBody/a:p", PREFIXES))

    @property
    def table(self) -> etree._Element | None:
        return self.element.find(".//a:tbl", PREFIXES) if self.kind == "graphicFrame" else None

    @property
    def is_media(self) -> bool:
        """Whether it plays sound or moving pictures."""
        return self.element.find("./*/p:nvPr//a:videoFile", PREFIXES) is not None or any(
            True for _ in self.element.iterfind("./*/p:nvPr//a:audioFile", PREFIXES)
        )

    @property
    def own_place(self) -> Rect | None:
        """Where it says that it stands, in EMU; within its group, for one that is in a group."""
        found = next(self.element.iterfind("./p:spPr/a:xfrm", PREFIXES), None)
        if found is None:
            found = next(self.element.iterfind("./p:xfrm", PREFIXES), None)
        if found is None:
            found = next(self.element.iterfind("./p:grpSpPr/a:xfrm", PREFIXES), None)
        if found is None:
            return None
        start, size = found.find("a:off", PREFIXES), found.find("a:ext", PREFIXES)
        if start is None or size is None:
            return None
        try:
            left, top = (Emu(int(start.get(side, ""))) for side in ("x", "y"))
            width, height = (Emu(int(size.get(side, ""))) for side in ("cx", "cy"))
            return Rect(left, top, width, height)
        except ValueError:
            return None


@dataclass(frozen=True)
class OpenedSlide:
    """A slide: its `number` as PowerPoint shows it, its `part` in the package, and its slide layout's and master's."""

    number: int
    part: str
    root: etree._Element
    above: tuple[etree._Element, ...]

    @property
    def is_hidden(self) -> bool:
        return self.root.get("show") in ("0", "false")

    @cached_property
    def shapes(self) -> tuple[OpenedShape, ...]:
        """Its shapes in the order in which they are read, each group before those that are in it."""
        return tuple(shapes_of(self.root))

    @cached_property
    def title(self) -> OpenedShape | None:
        return next((each for each in self.shapes if each.placeholder in TITLES), None)

    def slots(self, shape: OpenedShape) -> Iterator[OpenedShape]:
        """The shape itself, and those of the slide layout and the master that it takes after."""
        yield shape
        kind, slot = shape.placeholder, shape.slot
        if kind is None:
            return
        for depth, sheet in enumerate(self.above):
            offered = [each for each in shapes_of(sheet) if each.placeholder is not None]
            same = [each for each in offered if each.slot == slot and depth == 0]
            alike = [each for each in offered if _family(each.placeholder) == _family(kind)]
            if found := next(iter(same or alike), None):
                kind = found.placeholder
                yield found

    def place(self, shape: OpenedShape) -> Rect | None:
        """Where a shape stands on the slide, in EMU; None where that is not known, as in a group."""
        if shape.group is not None:
            return None
        return next((place for each in self.slots(shape) if (place := each.own_place)), None)


class OpenedDeck:
    """A deck's slides. What its package lacks, it has not."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        main = [each.target for each in archive.relationships("", "officeDocument")]
        self.main = main[0] if main and main[0] in archive else None
        self.slides: tuple[OpenedSlide, ...] = tuple(self._slides()) if self.main else ()

    @cached_property
    def size(self) -> tuple[int, int]:
        """The slides' width and height in EMU."""
        size = next(self.archive.find(self.main, "/p:presentation/p:sldSz"), None) if self.main else None
        return (number(size.get("cx", "")), number(size.get("cy", ""))) if size is not None else (0, 0)

    def _slides(self) -> Iterator[OpenedSlide]:
        assert self.main
        targets = {each.id: each.target for each in self.archive.relationships(self.main, "slide")}
        for place, id in enumerate(self.archive.values(self.main, "//p:sldIdLst/p:sldId/@r:id"), start=1):
            part = targets.get(id, "")
            if part not in self.archive:
                continue
            layout = self._one(part, "slideLayout")
            master = self._one(layout, "slideMaster") if layout else None
            above = tuple(self.archive.tree(name) for name in (layout, master) if name)
            yield OpenedSlide(place, part, self.archive.tree(part), above)

    def _one(self, part: str, kind: str) -> str | None:
        return next(
            (each.target for each in self.archive.relationships(part, kind) if each.target in self.archive), None
        )


def said(paragraph: etree._Element) -> str:
    """A paragraph's words; a line break is a space."""
    words = []
    for piece in paragraph:
        if piece.tag == f"{{{A}}}br":
            words.append(" ")
        elif isinstance(piece.tag, str):
            words += [each.text or "" for each in piece.iter(f"{{{A}}}t", f"{{{PREFIXES['m']}}}t")]
    return "".join(words)


def relationship_of(link: etree._Element) -> str:
    """The id of the relationship that a link names, "" for none."""
    return str(link.get(f"{{{R}}}id") or "")


def _family(kind: str | None) -> str | None:
    return {"ctrTitle": "title", "subTitle": "body", "obj": "body"}.get(kind or "", kind)


def shapes_of(sheet: etree._Element) -> Iterator[OpenedShape]:
    """The shapes of a slide, slide layout or master in their order, each group before those that are in it."""
    tree = sheet.find("./p:cSld/p:spTree", PREFIXES)
    if tree is not None:
        yield from _below(tree, None)


def _below(tree: etree._Element, group: OpenedShape | None) -> Iterator[OpenedShape]:
    for element in tree:
        if element.tag == f"{{{_MC}}}AlternateContent":
            # PowerPoint shows the first choice that it knows, and it knows its own.
            choice = element.find("mc:Choice", PREFIXES)
            if choice is not None:
                yield from _below(choice, group)
        elif element.tag in _SHAPES:
            shape = OpenedShape(element, group)
            yield shape
            if shape.kind == "grpSp":
                yield from _below(element, shape)
