"""The package of a template: opened if it is one, and what in it belongs to its masters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from lxml import etree

from deck.export.pptx.archive import CONTENT_TYPES, PREFIXES, Archive, BrokenPackageError, Relationship
from deck.export.pptx.template.mirroring import MadeFor, turned_sheet
from deck.export.pptx.template.other_files import STRICT, OtherFile, office_file, other_file
from deck.export.pptx.template.reading_direction import reading_direction
from deck.export.pptx.xml import P, R
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.model.language import Direction

_MAIN = "application/vnd.openxmlformats-officedocument.presentationml."
_KINDS = frozenset(f"{_MAIN}{kind}.main+xml" for kind in ("presentation", "template", "slideshow"))
_MACROS = "macroEnabled"
_MOST_LAYOUTS = 500
RELATION = f"{{{R}}}id"


@dataclass(frozen=True)
class OpenedTemplate:
    """A template's archive, its presentation part, and its masters with their slide layouts, in order.

    Those that are `made_for` reading from right to left are turned round in the `archive`, as all is understood, and
    layouts are set, from left to right; in the `original` they are as they came.
    """

    archive: Archive
    main: str
    masters: tuple[tuple[str, tuple[str, ...]], ...]
    original: Archive
    made_for: Mapping[str, MadeFor]

    def theme(self, master: str) -> str:
        """The theme's part of a master."""
        return self.archive.relationships(master, "theme")[0].target


def open_template(data: bytes, name: str, span: Span) -> OpenedTemplate:
    """The template in these bytes. DeckError, at `span`, where it is none that can be used."""
    if other := other_file(data):
        raise _told(other, name, span)
    with damage_told(name, span):
        archive = Archive(data)
        # All of it goes into the deck as it is: a part that nobody can read would, too.
        for part, why in archive.broken():
            raise BrokenPackageError(f"{part}: {why}")
        main = _main(archive, name, span)
        masters = tuple(_masters(archive, main))
        if not masters:
            message = f"{name} has no slide master"
            raise DeckError([Diagnostic("template-master", message, span, "save it anew in PowerPoint")])
        for master, _ in masters:
            archive.relationships(master, "theme")[0]
        made_for = {
            part: MadeFor(
                reading_direction(archive.tree(master), archive.tree(main)),
                archive.tree(master).find("p:txStyles", PREFIXES) is not None,
            )
            for master, layouts in masters
            for part in (master, *layouts)
        }
        size = slide_size(archive, main)
        turned = {
            part: turned_sheet(archive.blob(part), size, made, Direction.LEFT_TO_RIGHT, {})
            for part, made in made_for.items()
            if made.direction is Direction.RIGHT_TO_LEFT
        }
        return OpenedTemplate(archive.having(turned), main, masters, archive, made_for)


def slide_size(archive: Archive, main: str) -> tuple[int, int]:
    """The width and the height of a presentation's slides in EMU; 0 where it does not say."""
    size = archive.tree(main).find("p:sldSz", PREFIXES)
    return (int(size.get("cx", "0")), int(size.get("cy", "0"))) if size is not None else (0, 0)


@contextmanager
def damage_told(name: str, span: Span) -> Iterator[None]:
    """Within the block, what is missing in a template, or is no value that may stand there, is told as damage."""
    try:
        yield
    except (BrokenPackageError, etree.XMLSyntaxError, LookupError, ValueError) as error:
        reason = str(error).strip("'\"") or type(error).__name__
        message = f"{name} is damaged: {reason}"
        hint = "save it anew in the program that it was made with"
        raise DeckError([Diagnostic("template-damaged", message, span, hint)]) from None


def _main(archive: Archive, name: str, span: Span) -> str:
    main = next((each.target for each in archive.relationships("", "officeDocument")), "")
    kinds = archive.values(CONTENT_TYPES, f"//*[@PartName='/{main}']/@ContentType")
    kind = kinds[0] if kinds else ""
    macros = any(each.rpartition("/")[2].lower().startswith("vbaproject") for each in archive.parts)
    if _MACROS in kind or macros:
        message = f"{name} has macros, which no deck is given"
        raise DeckError([Diagnostic("template-macros", message, span, "save it without them, as .potx or .pptx")])
    if kind not in _KINDS:
        raise _told(office_file(kind), name, span)
    if main not in archive:
        raise KeyError(f"{main} is missing")
    if archive.tree(main).tag != f"{{{P}}}presentation":
        raise _told(STRICT, name, span)
    return main


def _told(other: OtherFile, name: str, span: Span) -> DeckError:
    return DeckError([Diagnostic("template-format", f"{name} is {other.what}", span, other.hint.format(name=name))])


def _masters(archive: Archive, main: str) -> list[tuple[str, tuple[str, ...]]]:
    """The masters and their slide layouts that PowerPoint offers: those in its lists, with their parts there."""
    found = []
    for master in _listed(archive, main, "p:sldMasterIdLst/p:sldMasterId"):
        layouts = tuple(_listed(archive, master.target, "p:sldLayoutIdLst/p:sldLayoutId"))
        found.append((master.target, tuple(each.target for each in layouts[:_MOST_LAYOUTS])))
    return found


def _listed(archive: Archive, part: str, path: str) -> list[Relationship]:
    relations = {each.id: each for each in archive.relationships(part)}
    listed = archive.tree(part).findall(path, PREFIXES)
    found = [relations[id_] for each in listed if (id_ := each.get(RELATION, "")) in relations]
    for each in (each for each in found if each.target in archive):
        archive.tree(each.target)
    return [each for each in found if each.target in archive]
