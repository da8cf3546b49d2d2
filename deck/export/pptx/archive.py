"""A finished .pptx, read again: its parts, their XML, their relationships and content types."""

from __future__ import annotations

import io
import posixpath
import struct
import zlib
from collections.abc import Iterator, Mapping
from copy import copy
from zipfile import BadZipFile, ZipFile

from lxml import etree

from deck.export.pptx.xml import A, P, R
from deck.ground.dataclass import dataclass

PREFIXES = {
    "a": A,
    "p": P,
    "r": R,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
CONTENT_TYPES = "[Content_Types].xml"
_LARGEST_TOGETHER = 400_000_000
_MOST_ENTRIES = 20_000
_DAMAGES = (BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class BrokenPackageError(Exception):
    """These are not the bytes of a package that can be unpacked; the message says why."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """A part's reference to another part, by the name it has in the archive, or to an address outside."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of its type, such as `slideLayout`."""
        return self.type.rpartition("/")[2]


class Archive:
    """A package as it was written. Parts go by their names in the archive, such as `ppt/presentation.xml`.

    BrokenPackageError if it cannot be unpacked.
    """

    def __init__(self, data: bytes) -> None:
        try:
            with ZipFile(io.BytesIO(data)) as entries:
                self.entries = entries.namelist()
                size = sum(entry.file_size for entry in entries.infolist())
                if len(self.entries) > _MOST_ENTRIES or size > _LARGEST_TOGETHER:
                    raise BrokenPackageError(
                        f"it unpacks to {len(self.entries)} parts of {size / 1e6:.0f} MB, which is too much"
                    )
                self._blobs = {name: entries.read(name) for name in self.entries if not name.endswith("/")}
        except _DAMAGES as error:
            raise BrokenPackageError(str(error)) from None
        self._trees: dict[str, etree._Element] = {}
        self._relationships: dict[str, list[Relationship]] = {}

    @property
    def parts(self) -> list[str]:
        """Every entry that is neither a list of relationships nor that of the content types."""
        return [name for name in self._blobs if name != CONTENT_TYPES and not name.endswith(".rels")]

    def parts_in(self, folder: str) -> list[str]:
        """The XML parts right inside a folder, such as `ppt/slides`."""
        return [name for name in self.parts if posixpath.dirname(name) == folder and name.endswith(".xml")]

    def blob(self, name: str) -> bytes:
        """A part's bytes. KeyError if there is none."""
        return self._blobs[name]

    def having(self, blobs: Mapping[str, bytes]) -> Archive:
        """The same package with these parts in the place of those of their names."""
        made = copy(self)
        made._blobs = {**self._blobs, **blobs}
        made._trees = {name: tree for name, tree in self._trees.items() if name not in blobs}
        return made

    def broken(self) -> Iterator[tuple[str, str]]:
        """The parts of XML that are none, or none that Office reads, each with what is wrong in it."""
        for name in self._blobs:
            if name.endswith((".xml", ".rels")):
                try:
                    declared = self.tree(name).getroottree().docinfo.internalDTD
                except etree.XMLSyntaxError as error:
                    yield name, str(error.msg)
                else:
                    if declared is not None:
                        yield name, "it has a `<!DOCTYPE>`, with which Office reads no part"

    def __contains__(self, name: str) -> bool:
        return name in self._blobs

    def tree(self, name: str) -> etree._Element:
        """The root of an XML part. etree.XMLSyntaxError if it is malformed, KeyError if there is none."""
        if name not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
            self._trees[name] = etree.fromstring(self._blobs[name], parser)
        return self._trees[name]

    def find(self, name: str, path: str) -> Iterator[etree._Element]:
        """The elements of a part on this XPath."""
        found = self.tree(name).xpath(path, namespaces=PREFIXES)
        assert isinstance(found, list)
        yield from (element for element in found if isinstance(element, etree._Element))

    def first(self, name: str, path: str) -> etree._Element:
        """The first of them. KeyError where there is none."""
        found = next(self.find(name, path), None)
        if found is None:
            raise KeyError(f"{name} has no {path.rpartition('/')[2]}")
        return found

    def values(self, name: str, path: str) -> list[str]:
        """The attributes' values, or texts, of a part on this XPath."""
        found = self.tree(name).xpath(path, namespaces=PREFIXES)
        assert isinstance(found, list)
        return [str(value) for value in found]

    def relationships(self, source: str, kind: str | None = None) -> list[Relationship]:
        """Those of a part, or of the package where `source` is empty, in order."""
        if source not in self._relationships:
            self._relationships[source] = list(self._read_relationships(source))
        return [each for each in self._relationships[source] if kind in (None, each.kind)]

    def _read_relationships(self, source: str) -> Iterator[Relationship]:
        folder, name = posixpath.split(source)
        listing = posixpath.join(folder, "_rels", f"{name}.rels")
        for element in self.tree(listing) if listing in self else ():
            external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield Relationship(element.get("Id", ""), element.get("Type", ""), target, external)
