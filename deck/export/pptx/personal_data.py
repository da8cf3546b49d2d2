"""What a deck tells of people without their knowing: names, comments, hidden slides, places on their machines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from deck.export.pptx.archive import Archive
from deck.export.pptx.inspection_rule import Found, InspectionRule
from deck.export.pptx.opened import OpenedDeck
from deck.export.pptx.record import NAMESPACE
from deck.films import film_metadata as metadata_of_film
from deck.ground.diagnostics import Severity
from deck.images import metadata

_PATH = re.compile(
    r"file:/|(?<![A-Za-z])[A-Za-z]:[\\/](?!/)[^\s\"'<>]*|\\\\[\w.-]+\\[\w$.-]+|(?<![\w/.:])/(?:Users|home|Volumes|mnt)/\w+"
)
_FILMS = (".mp4", ".m4v", ".mov")
_RASTER = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp")
_SHEETS = (
    "ppt/slides/",
    "ppt/slideLayouts/",
    "ppt/slideMasters/",
    "ppt/notesSlides/",
    "ppt/presentation.xml",
    "docProps/",
)


def author_name(deck: OpenedDeck) -> Iterator[Found]:
    """The file's properties name who wrote it, changed it last, or whom they work for.

    The author of a deck that was built from an outline stands there because the outline says so.
    """
    built = any(
        NAMESPACE.encode() in deck.archive.blob(name) for name in deck.archive.parts if "customXml/item" in name
    )
    for kind, what, field in (
        ("core-properties", "the author", "creator"),
        ("core-properties", "who saved it last", "lastModifiedBy"),
        ("extended-properties", "the manager", "Manager"),
        ("extended-properties", "the organisation", "Company"),
    ):
        for each in deck.archive.relationships("", kind):
            if each.target in deck.archive and not (built and field == "creator"):
                names = deck.archive.values(each.target, f"/*/*[local-name()='{field}']/text()")
                told = (f"the file’s properties name {what}: “{name}”" for name in names if name.strip())
                yield from ((None, "", each) for each in told)


def comment(deck: OpenedDeck) -> Iterator[Found]:
    """There are comments, with the names of who wrote them."""
    for slide in deck.slides:
        for each in deck.archive.relationships(slide.part, "comments"):
            if each.target in deck.archive:
                said = deck.archive.find(each.target, "//*[local-name()='cm' or local-name()='reply']")
                count = sum(1 for _ in said)
                if count:
                    yield slide.number, "", f"has {count} comment{'' if count == 1 else 's'}"


def comment_author(deck: OpenedDeck) -> Iterator[Found]:
    """The list of who commented names people, even once their comments are deleted."""
    for kind in ("commentAuthors", "authors"):
        for each in deck.archive.relationships(deck.main or "", kind):
            if each.target in deck.archive:
                names = deck.archive.values(each.target, "/*/*/@name")
                yield from ((None, "", f"names “{name}” as an author of comments") for name in dict.fromkeys(names))


def hidden_slide(deck: OpenedDeck) -> Iterator[Found]:
    """A slide is hidden: nobody sees it in the show, but all who get the file have it."""
    yield from ((slide.number, "", "is hidden") for slide in deck.slides if slide.is_hidden)


def hidden_shape(deck: OpenedDeck) -> Iterator[Found]:
    """Something on a slide is hidden in the selection pane, or stands wholly outside the slide."""
    wide, high = deck.size
    for slide in deck.slides:
        for shape in slide.shapes:
            place = slide.place(shape)
            # A title that nobody sees is read aloud; it is there for that.
            if shape.is_hidden and shape is not slide.title:
                yield slide.number, shape.name, "is hidden"
            elif shape is slide.title or place is None or not (shape.text or shape.kind != "sp"):
                continue
            elif place.right <= 0 or place.bottom <= 0 or place.left >= wide or place.top >= high:
                yield slide.number, shape.name, "stands outside the slide"


def local_path(deck: OpenedDeck) -> Iterator[Found]:
    """A link, a name or a description gives away a folder on somebody's machine or network, and often their name."""
    numbers = {slide.part: slide.number for slide in deck.slides}
    for name in ["", *deck.archive.parts]:
        for each in deck.archive.relationships(name):
            if each.external and (match := _PATH.search(each.target)):
                yield numbers.get(name), "", f"a link leads to a place on one machine: {match.string[:80]}"
        if name.startswith(_SHEETS) and name.endswith(".xml"):
            for path in dict.fromkeys(_paths(deck.archive, name)):
                yield numbers.get(name), "", f"tells a place on one machine: {path[:80]}"


def picture_metadata(deck: OpenedDeck) -> Iterator[Found]:
    """A picture's file holds more than the picture: where and when it was taken, by whom, with what."""
    return _telling(deck, "picture", _RASTER, metadata)


def film_metadata(deck: OpenedDeck) -> Iterator[Found]:
    """A film's file holds more than the film: where and when it was taken, by whom, with what."""
    return _telling(deck, "film", _FILMS, metadata_of_film)


def _telling(
    deck: OpenedDeck, kind: str, endings: tuple[str, ...], told_by: Callable[[bytes], Sequence[str]]
) -> Iterator[Found]:
    """The files of a kind that tell more than they show, each with the first slide that has it."""
    users = {
        each.target: slide.number for slide in reversed(deck.slides) for each in deck.archive.relationships(slide.part)
    }
    for name in deck.archive.parts:
        if name.lower().endswith(endings) and (told := told_by(deck.archive.blob(name))):
            yield users.get(name), "", f"the {kind} {name.rpartition('/')[2]} tells {', '.join(told)}"


_WARNING = Severity.WARNING
RULES: tuple[InspectionRule, ...] = (
    InspectionRule(author_name, _WARNING, "File, Info, Inspect Document takes it out"),
    InspectionRule(comment, _WARNING, "delete them under Review once they are dealt with"),
    InspectionRule(comment_author, _WARNING, "File, Info, Inspect Document takes it out"),
    InspectionRule(hidden_slide, _WARNING, "delete it before you send the deck, or unhide it"),
    InspectionRule(hidden_shape, _WARNING, "delete it before you send the deck, or show it"),
    InspectionRule(local_path, _WARNING, "take it out, or link to where all can reach it"),
    InspectionRule(picture_metadata, _WARNING, "insert the picture anew without it, if that tells too much"),
    InspectionRule(film_metadata, _WARNING, "insert the film anew without it, if that tells too much"),
)


def _paths(archive: Archive, name: str) -> Iterator[str]:
    for value in archive.values(name, "//@descr | //@title | //@name | //*[local-name()='HyperlinkBase']/text()"):
        if match := _PATH.search(value):
            yield match[0]
