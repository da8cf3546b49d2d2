"""The bytes of a film's file → the film that every deck holds.

PowerPoint plays MP4 with H.264 and AAC on every machine; whatever else plays on some, and stays black on others. Here
nothing is encoded anew, so that a film of another kind is told.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from deck.fields.findings import Finding, MistakenError, Noticed
from deck.films.boxes import Box, boxes, full, within
from deck.films.metadata import told, without_metadata
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Severity
from deck.model.content import FilmFile

_AS_MP4 = "save it as MP4 with H.264 and AAC, which PowerPoint plays on every machine"
_MP4_BRANDS = re.compile(rb"isom|iso[2-9]|mp4[12]|avc1|M4V |f4v |dash|msnv|3gp")
_KNOWN = (
    (re.compile(rb"\x1aE\xdf\xa3"), "a WebM or Matroska film"),
    (re.compile(rb"RIFF....AVI ", re.DOTALL), "an AVI film"),
    (re.compile(rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11"), "a Windows Media film"),
    (re.compile(rb"....(?:ftypqt  |moov|wide|mdat|pnot)", re.DOTALL), "a QuickTime film"),
    (re.compile(rb"GIF8"), "an animated picture"),
    (re.compile(rb"....ftyp(?:heic|heix|mif1|avif)", re.DOTALL), "a photograph"),
)
_CODECS = {
    b"hvc1": "H.265",
    b"hev1": "H.265",
    b"av01": "AV1",
    b"vp09": "VP9",
    b"vp08": "VP8",
    b"mp4v": "MPEG-4 Part 2",
    b"apch": "ProRes",
    b"apcn": "ProRes",
    b"encv": "an encrypted form",
    b"enca": "an encrypted form",
    b"Opus": "Opus",
    b"ac-3": "Dolby Digital",
    b"ec-3": "Dolby Digital",
    b".mp3": "MP3",
    b"fLaC": "FLAC",
    b"alac": "Apple Lossless",
}
_PLAYED = {b"vide": (b"avc1", b"avc3"), b"soun": (b"mp4a",)}
_SUBTITLES = (b"sbtl", b"subt", b"text", b"clcp")
_SENSORS = (b"meta", b"camm")
_ENTRIES = 4
"""Where the entries of a sample description begin, after their count."""


@dataclass(frozen=True, slots=True)
class _Track:
    """What a track is for, and how it is written; of one that is seen, its width and height."""

    handler: bytes
    codecs: tuple[bytes, ...]
    width: int = 0
    height: int = 0


def prepared_film(path: str, data: bytes) -> FilmFile | Noticed:
    """The film in the file of this path, with what is to be said about it. MistakenError where it cannot be shown."""
    known = next((words for pattern, words in _KNOWN if pattern.match(data)), None)
    if known:
        raise _no_film(f"{path} is {known}", _AS_MP4)
    if data[4:8] != b"ftyp":
        raise _no_film(f"{path} is no MP4 film; its name alone does not make it one", _AS_MP4)
    try:
        tracks = list(_tracks(data, _movie(path, data)))
        kept, parts = without_metadata(data)
    except (ValueError, struct.error, IndexError) as error:
        raise _no_film(f"{path} is damaged: {error}", "save it anew; perhaps it was not copied to its end") from None
    seen = _judged(path, tracks)
    sound = any(track.handler == b"soun" for track in tracks)
    subtitled = any(track.handler in _SUBTITLES for track in tracks)
    film = FilmFile(path, kept, seen.width, seen.height, sound=sound, subtitled=subtitled)
    if more := told(parts):
        message = f"{path} holds more than its film: {', '.join(more)}; decks get none of that"
        hint = "its file still has it: mind whom you send it to"
        return Noticed(film, (Finding("film-metadata", message, hint, severity=Severity.WARNING),))
    return film


def _movie(path: str, data: bytes) -> Box:
    """The box that says what is in the film. ValueError where there is none, or nothing else."""
    top = list(boxes(data))
    if not _MP4_BRANDS.search(data[top[0].body : top[0].end]):
        raise _no_film(f"{path} is no MP4 film, but of another kind", _AS_MP4)
    movie = next((box for box in top if box.kind == b"moov"), None)
    if movie is None or not any(box.kind in (b"mdat", b"moof") for box in top):
        raise ValueError("its film is missing")
    return movie


def _judged(path: str, tracks: list[_Track]) -> _Track:
    """The track that is seen, if PowerPoint plays all of them."""
    for track in tracks:
        for codec in track.codecs:
            if track.handler in _PLAYED and codec not in _PLAYED[track.handler]:
                name = _CODECS.get(codec, f"`{codec.decode()}`" if codec.isalnum() else "of an unknown form")
                what = "film" if track.handler == b"vide" else "sound"
                raise _no_film(f"the {what} in {path} is {name}", _AS_MP4)
        if track.handler in _SENSORS:
            message = f"{path} has a track of what its camera measured, such as where it was at each moment"
            raise _no_film(message, "export the film anew without it, in any program that cuts films")
    seen = next((track for track in tracks if track.handler == b"vide" and track.codecs), None)
    if seen is None or not (seen.width and seen.height):
        raise _no_film(f"there is nothing to be seen in {path}", _AS_MP4)
    return seen


def _tracks(data: bytes, movie: Box) -> Iterator[_Track]:
    for track in within(data, movie, b"trak"):
        handler = next(within(data, track, b"mdia", b"hdlr"), None)
        descriptions = next(within(data, track, b"mdia", b"minf", b"stbl", b"stsd"), None)
        head = next(within(data, track, b"tkhd"), None)
        if handler is None or descriptions is None or head is None:
            raise ValueError("a track of it is not whole")
        _, named = full(data, handler)
        entries = boxes(data, descriptions.body + 4 + _ENTRIES, descriptions.end)
        yield _Track(named[4:8], tuple(each.kind for each in entries), *_size(data, head))


def _size(data: bytes, head: Box) -> tuple[int, int]:
    """The width and height as they are shown: a telephone may have been held upright (ISO/IEC 14496-12, 8.3.2)."""
    version, body = full(data, head)
    matrix = struct.unpack_from(">9i", body, 48 if version == 1 else 36)
    width, height = struct.unpack_from(">2I", body, 84 if version == 1 else 72)
    turned = matrix[0] == 0 and matrix[1] != 0
    wide, high = width >> 16, height >> 16
    return (high, wide) if turned else (wide, high)


def _no_film(message: str, hint: str) -> MistakenError:
    return MistakenError(Finding("film-format", message, hint))
