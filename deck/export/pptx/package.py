"""The package: parts, the relationships between them, and the archive's bytes.

python-pptx holds parts and relationships; the archive is written here, because its bytes must depend on
nothing but the parts.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from deck.export.pptx.python_pptx import (
    CONTENT_TYPE,
    CONTENT_TYPES_URI,
    PACKAGE_URI,
    RELATIONSHIP_TARGET_MODE,
    CT_Relationships,
    OpcPackage,
    PackURI,
    Part,
    _Relationship,
    _Relationships,
    parse_xml,
)
from deck.export.pptx.xml import DECLARATION
from deck.export.xml import content, value

if TYPE_CHECKING:
    from pptx.package import Package as PartPackage

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DEFAULTS = {
    "rels": CONTENT_TYPE.OPC_RELATIONSHIPS,
    "xml": CONTENT_TYPE.XML,
    "png": CONTENT_TYPE.PNG,
    "jpeg": CONTENT_TYPE.JPEG,
    "svg": "image/svg+xml",
    "fntdata": CONTENT_TYPE.X_FONTDATA,
    "xlsx": CONTENT_TYPE.SML_SHEET,
    "mp4": "video/mp4",
    "vtt": "text/vtt",
}
_LEVEL, _SMALL = 6, 1_000_000
_WINDOWS = range(12, zlib.MAX_WBITS + 1)
"""How far back packing may look, as powers of two. It never looks back over this many bytes of what is there:"""
_AHEAD = 262
_AS_OTHERS = 512
"""The size in bytes of the relationships that most slides have: those to their slide layout alone."""
_OWN = ("/ppt/slides/", "/ppt/notesSlides/", "/ppt/charts/", "/customXml/")
"""Where a deck's own parts are, as long as they are not small; all others it may have in common with the next."""
_MOST_KEPT = 640
"""How many packed parts are kept: what the decks of an outline in six languages have in common with its next six."""
_ALREADY_PACKED = frozenset({"png", "jpeg", "xlsx", "mp4"})


class Package:
    """A package in the making."""

    def __init__(self) -> None:
        self._package = cast("PartPackage", OpcPackage(io.BytesIO()))
        self._counts: dict[str, int] = {}
        self._names: set[str] = set()

    def part(self, name: str, content_type: str, blob: bytes = b"", kind: type[Part] = Part) -> Part:
        """A new part of this name, such as `/ppt/theme/theme%d.xml`, whose `%d` becomes the next number.

        `kind` is python-pptx's class of part where one is of use.
        """
        wanted = name
        while "%d" in wanted:
            self._counts[wanted] = self._counts.get(wanted, 0) + 1
            name = wanted % self._counts[wanted]
            if name.lower() not in self._names:
                break
        self._names.add(name.lower())
        return kind.load(PackURI(name), content_type, self._package, blob)

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name.lower() in self._names

    def relate(self, target: Part, relationship_type: str) -> None:
        """Enter a part as one of the package's own."""
        self._package.relate_to(target, relationship_type)

    def characters(self) -> frozenset[str]:
        """Every character of the texts in the parts of XML that can be reached, and more."""
        texts = (part.blob.decode("utf-8", "replace") for part, _ in self._parts() if part.partname.ext == "xml")
        return frozenset().union(*map(unescape, texts))

    def to_bytes(self, last: Part, written: Callable[[Sequence[ZipInfo]], bytes]) -> bytes:
        """The archive: content types first, then every part that can be reached, each before its relationships.

        One part comes last: `written` gives its bytes, from the entries of all the others.
        """
        parts = tuple(self._parts())
        archive = io.BytesIO()
        with ZipFile(archive, "w") as entries:
            _write(entries, CONTENT_TYPES_URI, _content_types(part for part, _ in parts))
            own = self._package._rels._rels.values()
            _write(entries, PACKAGE_URI.rels_uri, _relationships_xml(PACKAGE_URI, own))
            for part, relationships in parts:
                if part is not last:
                    _write(entries, part.partname, part.blob)
                if relationships:
                    folder, _, name = part.partname.rpartition("/")
                    _write(entries, f"{folder}/_rels/{name}.rels", _relationships_xml(part.partname, relationships))
            _write(entries, last.partname, written(entries.infolist()))
        return archive.getvalue()

    def _parts(self) -> Iterator[tuple[Part, Collection[_Relationship]]]:
        return _reached(self._package._rels)


def _reached(relationships: _Relationships) -> Iterator[tuple[Part, Collection[_Relationship]]]:
    """Every part once with its relationships, each with those parts that it leads to after it.

    python-pptx's own way calls itself for each step, and slides that lead from one to the next can be many.
    """
    found: set[Part] = set()
    open_ways = [iter(relationships._rels.values())]
    while open_ways:
        relationship = next(open_ways[-1], None)
        if relationship is None:
            open_ways.pop()
        elif isinstance(part := relationship._target, Part) and part not in found:
            found.add(part)
            further = part.rels._rels.values()
            yield part, further
            open_ways.append(iter(further))


def relate_all(source: Part, targets: Iterable[tuple[Part, str]]) -> list[str]:
    """Relate a fresh part to many parts, each with its type, and return the relationships' ids.

    Entered one by one, each would be compared with all before it.
    """
    base, entered = source.partname.baseURI, source.rels._rels
    for number, (target, kind) in enumerate(targets, 1):
        identifier = f"rId{number}"
        entered[identifier] = _Relationship(base, identifier, kind, RELATIONSHIP_TARGET_MODE.INTERNAL, target)
    return list(entered)


def relate_as(source: Part, targets: Iterable[tuple[str, str, Part | str]]) -> None:
    """Relate a fresh part to others, each with its id and type; a target outside the package goes by its address."""
    lines, parts = [], {}
    base = source.partname.baseURI
    for identifier, relationship_type, target in targets:
        outside = isinstance(target, str)
        reference = value(target if isinstance(target, str) else target.partname.relative_ref(base))
        mode = ' TargetMode="External"' if outside else ""
        lines.append(f"<Relationship Id={value(identifier)} Type={value(relationship_type)} Target={reference}{mode}/>")
        if isinstance(target, Part):
            parts[target.partname] = target
    relationships = parse_xml(f'<Relationships xmlns="{_RELATIONSHIPS}">{"".join(lines)}</Relationships>')
    assert isinstance(relationships, CT_Relationships)
    source.load_rels_from_xml(relationships, parts)


def _relationships_xml(source: PackURI, relationships: Iterable[_Relationship]) -> bytes:
    """A part's relationships, as python-pptx has them written, in the order of their numbers."""
    folder = source[: source.rindex("/") + 1]
    lines = []
    for each in sorted(relationships, key=lambda each: _number(each._rId)):
        # What the library's properties are made of: each of them takes as long as all of the line.
        target = each._target
        if isinstance(target, str):
            reference, mode = target, ' TargetMode="External"'
        else:
            reference, mode = _reference(target.partname, folder), ""
        lines.append(f'<Relationship Id="{each._rId}" Type="{each._reltype}" Target={value(reference)}{mode}/>')
    declaration = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
    return f'{declaration}\n<Relationships xmlns="{_RELATIONSHIPS}">{"".join(lines)}</Relationships>'.encode()


@lru_cache(64)
def _reference(name: PackURI, folder: str) -> str:
    """A part's name as those in a folder call it."""
    return name[len(folder) :] if name.startswith(folder) else name.relative_ref(folder.rstrip("/") or "/")


def _number(identifier: str) -> tuple[int, str]:
    digits = identifier.removeprefix("rId")
    return (int(digits) if digits != identifier and digits.isdigit() else 0, identifier)


def _content_types(parts: Iterable[Part]) -> bytes:
    extensions = {"rels", "xml"}
    overrides = []
    for part in parts:
        if _DEFAULTS.get(part.partname.ext) == part.content_type:
            extensions.add(part.partname.ext)
        else:
            overrides.append(f'<Override PartName={value(part.partname)} ContentType="{content(part.content_type)}"/>')
    defaults = (f'<Default Extension="{name}" ContentType="{_DEFAULTS[name]}"/>' for name in sorted(extensions))
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{DECLARATION}<Types xmlns="{namespace}">{"".join(defaults)}{"".join(overrides)}</Types>'.encode()


def _write(entries: ZipFile, name: str, blob: bytes) -> None:
    entry = ZipInfo(name.removeprefix("/"), (1980, 1, 1, 0, 0, 0))
    entry.create_system = 0
    entry.external_attr = 0o600 << 16
    packed_already = name.rpartition(".")[2] in _ALREADY_PACKED
    if packed_already or len(blob) > _SMALL or entries.fp is None:
        method = ZIP_STORED if packed_already else ZIP_DEFLATED
        entries.writestr(entry, blob, compress_type=method, compresslevel=_LEVEL)
        return
    # A long deck has thousands of small parts, for which the library takes longer than to pack them.
    small = packed(blob) if len(blob) > _AS_OTHERS and name.startswith(_OWN) else _packed_once(blob)
    entry.compress_type = ZIP_DEFLATED
    entry.CRC, entry.file_size, entry.compress_size = zlib.crc32(blob), len(blob), len(small)
    entry.header_offset = entries.start_dir
    entries.fp.seek(entries.start_dir)
    entries.fp.write(entry.FileHeader(zip64=False))
    entries.fp.write(small)
    entries.start_dir = entries.fp.tell()
    entries.filelist.append(entry)
    entries.NameToInfo[entry.filename] = entry


def packed(blob: bytes) -> bytes:
    """The bytes, deflated in a window that is no larger than they need: they come out the same in any larger one."""
    bits = min((len(blob) + _AHEAD).bit_length(), _WINDOWS[-1])
    packing = zlib.compressobj(_LEVEL, zlib.DEFLATED, -max(bits, _WINDOWS[0]))
    return packing.compress(blob) + packing.flush()


_packed_once = lru_cache(_MOST_KEPT)(packed)
