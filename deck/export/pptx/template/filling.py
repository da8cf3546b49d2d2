"""A template's package, filled with a deck: its masters, themes, media and fonts as they are, its slides left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from lxml import etree

from deck.export.pptx.archive import CONTENT_TYPES, PREFIXES
from deck.export.pptx.package import Package, relate_as
from deck.export.pptx.python_pptx import CONTENT_TYPE, RELATIONSHIP_TYPE, Part
from deck.export.pptx.template.mirroring import turn_levels, turned_sheet
from deck.export.pptx.template.opened_template import RELATION, open_template, slide_size
from deck.export.pptx.template.places import DRAWN
from deck.export.pptx.xml import DECLARATION, P, R
from deck.ground.diagnostics import Span
from deck.model.language import Direction
from deck.model.template import Template

_KEPT = frozenset(
    {"slideMaster", "theme", "notesMaster", "handoutMaster", "presProps", "viewProps", "tableStyles", "font"}
)
"""What of a template's presentation goes into every deck: not its slides, their authors, its custom data."""
_NEVER = frozenset({"slide", "vbaProject", "comments", "commentAuthors", "notesSlide"})
_DROPPED = ("smartTags", "custShowLst", "photoAlbum", "custDataLst", "modifyVerifier")
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_LIST_END = re.compile(rb"</(?:[\w.-]+:)?sldLayoutIdLst\s*>")
_ORDER = (
    "sldMasterIdLst",
    "notesMasterIdLst",
    "handoutMasterIdLst",
    "sldIdLst",
    "sldSz",
    "notesSz",
    "smartTags",
    "embeddedFontLst",
)
_FIRST_SHEET_ID = 2_147_483_648


class FilledTemplate:
    """The parts of a template in a package in the making, mirrored where a deck is read the other way."""

    def __init__(self, template: Template, package: Package, direction: Direction) -> None:
        self._template, self._package, self._direction = template, package, direction
        self._opened = open_template(template.data, template.name, Span(template.name))
        self._archive = self._opened.original
        self._types = self._content_types()
        self._parts: dict[str, Part] = {}
        self.relations: list[tuple[str, str, Part]] = []
        self._size = slide_size(self._archive, self._opened.main)
        for relation in self._archive.relationships(self._opened.main):
            if relation.kind in _KEPT and not relation.external and relation.target in self._archive:
                if relation.kind == "viewProps" and self._archive.relationships(relation.target):
                    continue
                self.relations.append((relation.id, relation.type, self._part(relation.target)))

    @property
    def master(self) -> Part:
        return self._parts[self._template.master]

    @property
    def notes_master(self) -> Part | None:
        return next((part for _, kind, part in self.relations if kind == RELATIONSHIP_TYPE.NOTES_MASTER), None)

    def layout(self, name: str) -> Part:
        """The part of one of its slide layouts."""
        return self._parts[name]

    def drawn(self, part: Part, joined: str) -> tuple[str, str, str]:
        """What this slide layout draws, for one that joins it: its ground, its drawings, whether its master's show.

        Pictures in it are related to `part`, too.
        """
        base = self._parts[joined]
        root = etree.fromstring(base.blob)
        shown = root.get("showMasterSp", "1")
        background = root.find("p:cSld/p:bg", PREFIXES)
        tree = root.find("p:cSld/p:spTree", PREFIXES)
        drawn = [
            each
            for each in (tree if tree is not None else ())
            if each.tag in DRAWN and each.find("./*/p:nvPr/p:ph", PREFIXES) is None
        ]
        kept = []
        for number, each in enumerate(drawn):
            for named in each.iter(f"{{{P}}}cNvPr"):
                named.set("id", str(10_000 + 100 * number + int(named.get("id", "0")) % 100))
            kept.append(self._related(each, base, part))
        ground = "" if background is None else self._related(background, base, part)
        return ground, "".join(kept), "" if shown in ("1", "true") else ' showMasterSp="0"'

    def add_layouts(self, layouts: Sequence[Part]) -> None:
        """Enters slide layouts that join its master at the end of the master's list; nothing else of it changes."""
        if not layouts:
            return
        master, first = self.master, self._free_id()
        entries = "".join(
            f'<p:sldLayoutId xmlns:p="{P}" xmlns:r="{R}" id="{first + number}"'
            f' r:id="{master.relate_to(layout, RELATIONSHIP_TYPE.SLIDE_LAYOUT)}"/>'
            for number, layout in enumerate(layouts)
        ).encode()
        ends = list(_LIST_END.finditer(master.blob))
        end = ends[-1].start()
        master.blob = master.blob[:end] + entries + master.blob[end:]

    def presentation_xml(self, own: bytes, notes_master: str) -> bytes:
        """The template's presentation with the slides and sections that `own` has in the place of its own."""
        root = etree.fromstring(etree.tostring(self._archive.tree(self._opened.main)))
        made = etree.fromstring(own)
        for name in _DROPPED:
            for each in root.findall(f"p:{name}", PREFIXES):
                root.remove(each)
        for name in ("notesMasterIdLst", "sldIdLst"):
            for each in root.findall(f"p:{name}", PREFIXES):
                root.remove(each)
        self._insert(root, made.find("p:sldIdLst", PREFIXES), "sldIdLst")
        notes = etree.Element(f"{{{P}}}notesMasterIdLst")
        etree.SubElement(notes, f"{{{P}}}notesMasterId").set(RELATION, notes_master)
        self._insert(root, notes, "notesMasterIdLst")
        fonts = made.find("p:embeddedFontLst", PREFIXES)
        if fonts is not None:
            there = root.find("p:embeddedFontLst", PREFIXES)
            if there is None:
                self._insert(root, fonts, "embeddedFontLst")
            else:
                there.extend(list(fonts))
            for name in ("embedTrueTypeFonts", "saveSubsetFonts"):
                root.set(name, made.get(name, "0"))
        extensions = root.find("p:extLst", PREFIXES)
        if extensions is not None:
            for each in extensions.findall(f"p:ext[@uri='{_SECTIONS}']", PREFIXES):
                extensions.remove(each)
            if not len(extensions):
                root.remove(extensions)
        sections = made.find("p:extLst", PREFIXES)
        if sections is not None:
            there = root.find("p:extLst", PREFIXES)
            if there is None:
                root.append(sections)
            else:
                there[:0] = list(sections)
        made_for = self._opened.made_for[self._template.master]
        if self._direction is Direction.RIGHT_TO_LEFT:
            root.set("rtl", "1")
        elif "rtl" in root.attrib:
            del root.attrib["rtl"]
        if made_for.direction is not self._direction:
            turn_levels(root, made_for, self._direction)
        return DECLARATION.encode() + etree.tostring(root)

    def _insert(self, root: etree._Element, element: etree._Element | None, name: str) -> None:
        """An element at its place in the presentation's order."""
        if element is None:
            return
        before = _ORDER[: _ORDER.index(name)]
        at = max((index + 1 for index, each in enumerate(root) if etree.QName(each).localname in before), default=0)
        root.insert(at, element)

    def _part(self, name: str) -> Part:
        """A part with all that it leads to, under its own name, and its own bytes."""
        if name in self._parts:
            return self._parts[name]
        blob = self._archive.blob(name)
        if made_for := self._opened.made_for.get(name):
            own = self._template.own.values()
            keeps = any(each.native == name and each.kept for each in own)
            blob = turned_sheet(blob, self._size, made_for, self._direction, self._template.fonts, keeps=keeps)
        taken = name.startswith("customXml/")
        partname = f"/customXml/template/{name.removeprefix('customXml/')}" if taken else f"/{name}"
        part = self._package.part(partname, self._types(name), blob)
        self._parts[name] = part
        followed: list[tuple[str, str, Part | str]] = []
        for relation in self._archive.relationships(name):
            if relation.external:
                followed.append((relation.id, relation.type, relation.target))
            elif relation.kind not in _NEVER and relation.target in self._archive:
                followed.append((relation.id, relation.type, self._part(relation.target)))
        relate_as(part, followed)
        return part

    def _related(self, element: etree._Element, base: Part, part: Part) -> str:
        """An element of the base as XML, with its relations taken over to a part."""
        for each in element.iter():
            for key, identifier in each.items():
                name = str(key)
                if not name.startswith(f"{{{R}}}"):
                    continue
                if str(identifier) not in base.rels:
                    del each.attrib[name]
                    continue
                relation = base.rels[str(identifier)]
                if relation.is_external:
                    new = part.relate_to(relation.target_ref, relation.reltype, is_external=True)
                else:
                    new = part.relate_to(relation.target_part, relation.reltype)
                each.set(name, new)
        return etree.tostring(element, with_tail=False).decode()

    def _free_id(self) -> int:
        """An id that no master and no slide layout has."""
        ids = [_FIRST_SHEET_ID]
        for part in (self._opened.main, *(master for master, _ in self._opened.masters)):
            for path in ("p:sldMasterIdLst/p:sldMasterId", "p:sldLayoutIdLst/p:sldLayoutId"):
                ids += [int(each.get("id", "0")) for each in self._archive.tree(part).findall(path, PREFIXES)]
        return max(ids) + 1

    def _content_types(self) -> Callable[[str], str]:
        overrides: Mapping[str, str] = {
            each.get("PartName", "").lstrip("/").lower(): each.get("ContentType", "")
            for each in self._archive.find(CONTENT_TYPES, "//*[@PartName]")
        }
        defaults: Mapping[str, str] = {
            each.get("Extension", "").lower(): each.get("ContentType", "")
            for each in self._archive.find(CONTENT_TYPES, "//*[@Extension]")
        }
        return lambda name: (
            overrides.get(name.lower()) or defaults.get(name.rpartition(".")[2].lower(), CONTENT_TYPE.XML)
        )
