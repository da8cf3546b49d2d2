"""What a deck remembers of how it was built: whether a person has worked on it since, and on which slides.

A part of custom XML holds it, which PowerPoint and LibreOffice keep through saving: a digest of every other part, and
of each slide its id, where its shapes stand, and a digest of each of its paragraphs; of figures, their values, and of
lists' countries, their statuses. No words: what a person takes out of a deck is gone.
"""

from __future__ import annotations

import hashlib
import io
import uuid
from binascii import b2a_base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from deck.export.pptx.chart_points import point_words
from deck.export.pptx.xml import DECLARATION
from deck.export.xml import value
from deck.ground.dataclass import dataclass
from deck.ground.late_pattern import late_pattern
from deck.model.charts import Chart, ChartSeries
from deck.model.deck import Deck
from deck.model.equations import Equation
from deck.model.shapes import AutoShape, Group, Shape, ShapeTree, Table, TextBox
from deck.model.typesetting import FittedText

if TYPE_CHECKING:
    from xml.etree import ElementTree

NAMESPACE = "urn:webinar-deck:built:1"
PART = "customXml/item1.xml"
"""The part's name in the archive. A program that saves the deck may give it another number."""
FURNITURE = frozenset({"ftr", "sldNum", "dt"})
"""Placeholders of every slide, which are no slide's own."""
Place = tuple[int, int, int, int]
"""Left, top, width and height, in EMU."""

_UNSEEN = late_pattern("[\\s\x00-\x1f\ud800-\udfff\ufffe\uffff]+")
_IN_WORDS = bytes.maketrans(b"+/", b"-_")
_FOLDER = "customXml/item"
_ITEM = str(uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)).upper()


@dataclass(frozen=True, slots=True)
class SlideRecord:
    """A slide as it was built: digests of its title, paragraphs and notes, and the places of its shapes in order."""

    id: str
    title: str
    texts: tuple[str, ...]
    notes: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A whole deck as it was built; `digest` is that of all other parts, the rest as in `Deck`."""

    digest: str
    slides: tuple[SlideRecord, ...]
    known: Mapping[str, Decimal]
    statuses: Mapping[tuple[str, str], str]


def digest_of(words: str) -> str:
    """A text's digest, whatever its white space, and without what XML cannot hold."""
    seen = "".join(words.split())
    if not (seen.isascii() and seen.isprintable()):
        seen = _UNSEEN.sub("", words)
    found = hashlib.blake2b(seen.encode("utf-8", "replace"), digest_size=6).digest()
    return b2a_base64(found, newline=False).translate(_IN_WORDS).decode()


def digest_of_parts(entries: Iterable[ZipInfo]) -> str:
    """One digest of an archive's parts by their names, sizes and checksums, however they are packed and ordered."""
    lines = sorted(f"{entry.filename} {entry.file_size} {entry.CRC}" for entry in entries)
    return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()


def record_xml(deck: Deck, digest: str) -> bytes:
    """The part that remembers this deck, whose other parts have this digest."""
    slides = "".join(
        f'<slide id={value(slide.id)} title="{slide.title}" texts="{" ".join(slide.texts)}" '
        f'notes="{" ".join(slide.notes)}" places="{" ".join(",".join(map(str, place)) for place in slide.places)}"/>'
        for slide in map(_recorded, deck.slides)
    )
    known = "".join(f'<figure name={value(name)} value="{number:f}"/>' for name, number in deck.known.items())
    statuses = "".join(
        f"<status list={value(name)} code={value(code)} value={value(status)}/>"
        for (name, code), status in deck.statuses.items()
    )
    body = f"{slides}{known}{statuses}"
    return f'{DECLARATION}<built xmlns="{NAMESPACE}" digest={value(digest)}>{body}</built>'.encode()


def record_properties_xml() -> bytes:
    """What Office wants to know of a part of custom XML: an id, and the namespace in it."""
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    references = f"<ds:schemaRefs><ds:schemaRef ds:uri={value(NAMESPACE)}/></ds:schemaRefs>"
    item = f'<ds:datastoreItem ds:itemID="{{{_ITEM}}}" xmlns:ds="{schema}">{references}</ds:datastoreItem>'
    return f"{DECLARATION}{item}".encode()


def is_as_built(data: bytes) -> bool:
    """Whether these are a deck's bytes, every part as it was built."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            others = [entry for entry in archive.infolist() if entry.filename != PART]
            record = _record(archive)
            return record is not None and record.digest == digest_of_parts(others)
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def read_record(data: bytes) -> Record | None:
    """What a deck remembers; None where it is none of ours, or nothing is left of it. ValueError: not a package."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return _record(archive)
    except (BadZipFile, OSError, NotImplementedError) as error:
        raise ValueError(f"not a deck that can be read: {error}") from error


def _record(archive: ZipFile) -> Record | None:
    # Only a deck that is there already is read.
    from xml.etree import ElementTree

    for name in archive.namelist():
        if name.startswith(_FOLDER) and name.endswith(".xml"):
            try:
                root = ElementTree.fromstring(archive.read(name))
            except ElementTree.ParseError:
                continue
            if root.tag == f"{{{NAMESPACE}}}built":
                return Record(root.get("digest", ""), tuple(_slides(root)), dict(_known(root)), dict(_statuses(root)))
    return None


def _slides(root: ElementTree.Element) -> Iterator[SlideRecord]:
    for slide in root.iter(f"{{{NAMESPACE}}}slide"):
        title, texts, notes, places = (slide.get(name, "") for name in ("title", "texts", "notes", "places"))
        rects = [tuple(map(int, place.split(","))) for place in places.split()]
        at = tuple((one[0], one[1], one[2], one[3]) for one in rects if len(one) == 4)
        yield SlideRecord(slide.get("id", ""), title, tuple(texts.split()), tuple(notes.split()), at)


def _known(root: ElementTree.Element) -> Iterator[tuple[str, Decimal]]:
    for figure in root.iter(f"{{{NAMESPACE}}}figure"):
        with suppress(InvalidOperation):
            yield figure.get("name", ""), Decimal(figure.get("value", ""))


def _statuses(root: ElementTree.Element) -> Iterator[tuple[tuple[str, str], str]]:
    for status in root.iter(f"{{{NAMESPACE}}}status"):
        yield (status.get("list", ""), status.get("code", "")), status.get("value", "")


def _recorded(slide: ShapeTree) -> SlideRecord:
    shapes, texts = list[Shape](), list[str]()
    title: Sequence[str] | None = None
    for shape in slide.shapes:
        kind = _type(shape)
        if kind in FURNITURE:
            continue
        shapes.append(shape)
        if kind != "title":
            texts += _words(shape)
        elif title is None and isinstance(shape, TextBox):
            title = _plain(shape.text)
    return SlideRecord(
        slide.id,
        digest_of(" ".join(title or ())),
        tuple(map(digest_of, texts)),
        tuple([digest_of(words) for paragraph in slide.notes if (words := paragraph.plain).strip()]),
        tuple([(shape.rect.left, shape.rect.top, shape.rect.width, shape.rect.height) for shape in shapes]),
    )


def _type(shape: Shape) -> str | None:
    slot = getattr(shape, "placeholder", None)
    return slot.type if slot else None


def _words(shape: Shape) -> Sequence[str]:
    match shape:
        case TextBox() | AutoShape():
            return _plain(shape.text) if shape.text else ()
        case Table():
            return [words for row in shape.rows for cell in row for words in _plain(cell.text)]
        case Chart():
            return [
                point_words(series.name, place, figure)
                for series in shape.series
                for place, figure in zip(_places(shape, series), series.values, strict=True)
            ]
        case Equation():
            from deck.export.pptx.equations import equation_words

            return [equation_words(shape)]
        case Group():
            return [words for member in shape.shapes for words in _words(member)]
        case _:
            return ()


def _places(chart: Chart, series: ChartSeries) -> Sequence[str | float]:
    return series.across or chart.shown


def _plain(text: FittedText) -> list[str]:
    return [words for paragraph in text.paragraphs if (words := paragraph.plain).strip()]
