"""What a slide holds beside its words: what is read out, followed, played or shown, or stands only in the file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.xml import A, P, R
from deck.ground.dataclass import dataclass

_EMBED, _LINK = f"{{{R}}}embed", f"{{{R}}}link"
_PROPERTIES = f"{{{P}}}cNvPr"
_CLICKS = f"{{{A}}}hlinkClick"
_TRACK = "{http://schemas.microsoft.com/office/powerpoint/2017/3/main}track"
_MEDIA = {
    f"{{{A}}}blip": "picture",
    f"{{{PREFIXES['p14']}}}media": "film",
    f"{{{A}}}videoFile": "film",
    f"{{{A}}}audioFile": "sound",
    _TRACK: "captions",
}
"""What refers to a file, and what that is."""
_CUE = re.compile(r"WEBVTT|NOTE|STYLE|\d+$|.*-->")
"""How lines of captions begin that are not said."""
FILE = ("title", "subject", "author", "keywords")
"""What a file says of itself."""


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture, a film, a sound or captions: whose `kind` it is, what it is called, and a digest of its bytes."""

    kind: str
    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Unseen:
    """Of a slide, its shapes' `descriptions`; where words (or a shape) lead, as `links`; what is said in `captions`.

    `media` are its files; `file` is what the whole file says of itself, by its names, and `section` the slide's.
    """

    descriptions: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    captions: tuple[str, ...] = ()
    media: tuple[Medium, ...] = ()
    section: str = ""
    is_hidden: bool = False
    file: tuple[tuple[str, str], ...] = ()


def sections(presentation: Any) -> dict[int, str]:
    """The section's name of each slide, by the slide's id."""
    found = presentation.part._element.iter(f"{{{PREFIXES['p14']}}}section")
    ids = f"{{{PREFIXES['p14']}}}sldId"
    return {int(slide.get("id", 0)): one.get("name", "") for one in found for slide in one.iter(ids)}


def unseen(slide: Any, shapes: Iterable[Any], section: str, file: tuple[tuple[str, str], ...]) -> Unseen:
    """What this slide of python-pptx holds; `shapes` are those that PowerPoint shows."""
    elements = [shape._element for shape in shapes]
    background = slide._element.find("p:cSld/p:bg", PREFIXES)
    media = [*(_media(slide, background, "the background") if background is not None else ())]
    captions: list[str] = []
    for element in elements:
        media += _media(slide, element, "")
        captions += (line for track in element.iter(_TRACK) for line in _said(slide, track))
    described = (each.get("descr", "").strip() for element in elements for each in element.iter(_PROPERTIES))
    return Unseen(
        tuple(filter(None, described)),
        dict(link for element in elements for link in _links(slide, element)),
        tuple(captions),
        tuple(media),
        section,
        slide._element.get("show") in ("0", "false"),
        file,
    )


def _media(slide: Any, element: Any, name: str) -> Iterator[Medium]:
    """The files to which an element refers, each once, called as its shape is."""
    found: dict[tuple[str, str], Medium] = {}
    for each in element.iter(*_MEDIA):
        kind = _MEDIA[each.tag]
        if digest := _digest(slide, each.get(_EMBED) or each.get(_LINK) or ""):
            called = each.get("label", "") if kind == "captions" else name or _called(each)
            found.setdefault((kind, digest), Medium(kind, called, digest))
    yield from found.values()


def _called(element: Any) -> str:
    """The alternative text of the shape that this stands in, or its name."""
    for above in element.iterancestors():
        if (said := above.find("./*/p:cNvPr", PREFIXES)) is not None:
            name: str = said.get("descr", "").strip() or said.get("name", "")
            return name
    return ""


def _digest(slide: Any, relationship: str) -> str:
    target = slide.part.rels.get(relationship)
    if target is None or target.is_external:
        return "" if target is None else f"{target.target_ref}"
    blob: bytes = target.target_part.blob
    return hashlib.blake2b(blob, digest_size=12).hexdigest()


def _said(slide: Any, track: Any) -> Iterator[str]:
    """What captions say, line by line, without their times."""
    target = slide.part.rels.get(track.get(_EMBED, ""))
    if target is not None and not target.is_external:
        lines = target.target_part.blob.decode("utf-8-sig", "replace").splitlines()
        yield from (line.strip() for line in lines if line.strip() and not _CUE.match(line))


def _links(slide: Any, element: Any) -> Iterator[tuple[str, str]]:
    """What leads somewhere, words or a shape, and where to: an address, or a slide's name after `#`."""
    for click in element.iter(_CLICKS):
        target = slide.part.rels.get(click.get(f"{{{R}}}id", ""))
        if target is None:
            continue
        around = click.getparent()
        words = around.getparent().findtext(f"{{{A}}}t") if around.tag == f"{{{A}}}rPr" else _called(click)
        if target.is_external:
            yield words or "", target.target_ref
        elif hasattr(target.target_part, "slide"):
            yield words or "", f"#{target.target_part.slide.name}"
