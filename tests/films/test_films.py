"""Films' files: what PowerPoint plays and what not, and what tells more than the film."""

from __future__ import annotations

from random import Random

import pytest

from deck.fields.findings import MistakenError, Noticed
from deck.films import captions_text, film_metadata, prepared_film
from deck.films.boxes import boxes
from deck.model.content import FilmFile
from tests.films.mp4 import CAPTIONS, CREATED, TURNED, box, full, mp4, track

PLACE = box(b"udta", box(b"\xa9xyz", b"\x00\x12\x15\xc7+06.9271+079.8612/"))
KEYS = box(b"meta", full(b"keys", b"\0\0\0\1mdtacom.apple.quicktime.location.ISO6709com.apple.quicktime.model"))
XMP = box(b"uuid", b"\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac", b"<dc:creator>A. Person")


def film(data: bytes) -> FilmFile:
    made = prepared_film("film.mp4", data)
    return made.value if isinstance(made, Noticed) else made


def test_a_film_that_plays_everywhere_is_taken() -> None:
    made = prepared_film("film.mp4", mp4())
    assert isinstance(made, FilmFile)
    assert (made.width, made.height, made.sound, made.subtitled) == (640, 480, True, False)


def test_a_telephone_held_upright_is_known() -> None:
    made = film(mp4(matrix=TURNED, sound=None))
    assert (made.width, made.height, made.sound) == (480, 640, False)


def test_captions_in_the_film_itself_are_known() -> None:
    assert film(mp4(tracks=(track(b"sbtl", b"tx3g"),))).subtitled


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (mp4(codec=b"hvc1"), "the film in film.mp4 is H.265"),
        (mp4(codec=b"av01"), "the film in film.mp4 is AV1"),
        (mp4(sound=b"ac-3"), "the sound in film.mp4 is Dolby Digital"),
        (mp4(codec=b"zzzz"), "the film in film.mp4 is `zzzz`"),
        (mp4(brand=b"qt  "), "a QuickTime film"),
        (mp4()[8:], "no MP4 film"),
        (b"\x1aE\xdf\xa3" + bytes(40), "a WebM or Matroska film"),
        (b"RIFF\0\0\0\0AVI LIST", "an AVI film"),
        (b"GIF89a", "an animated picture"),
        (b"a text", "no MP4 film"),
        (b"", "no MP4 film"),
        (mp4()[:-1], "is damaged: a box is cut off"),
        (mp4()[:200], "is damaged: a box is cut off"),
        (box(b"ftyp", b"isom\0\0\0\0isom"), "is damaged: its film is missing"),
        (mp4(size=(0, 0)), "nothing to be seen"),
        (mp4(tracks=(track(b"meta", b"gpmd"),)), "what its camera measured"),
    ],
)
def test_what_does_not_play_is_told(data: bytes, words: str) -> None:
    with pytest.raises(MistakenError) as caught:
        prepared_film("film.mp4", data)
    (finding,) = caught.value.findings
    assert finding.code == "film-format"
    assert words in finding.message
    assert finding.hint


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (PLACE, ["where it was taken"]),
        (KEYS, ["where it was taken", "the camera"]),
        (XMP, ["names"]),
        (box(b"udta", box(b"\xa9too", b"An encoder")), []),
    ],
)
def test_what_tells_more_than_the_film_is_taken_out_and_told(more: bytes, told: list[str]) -> None:
    data = mp4(more)
    assert film_metadata(data) == told
    made = prepared_film("film.mp4", data)
    if told:
        assert isinstance(made, Noticed)
        (finding,) = made.findings
        assert (finding.code, finding.message.partition(": ")[2].partition(";")[0]) == (
            "film-metadata",
            ", ".join(told),
        )
    kept = film(data).data
    assert film_metadata(kept) == []
    assert len(kept) == len(data)
    assert more[8:] not in kept
    # Whatever points into the film finds it where it was.
    assert kept[-1024:] == data[-1024:]
    assert [each.kind for each in boxes(kept)] == [b"ftyp", b"moov", b"mdat"]


NAMED = full(b"hdlr", bytes(4), b"sbtl", b"appl", bytes(8), b"GoPro of A. Person\0")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (box(b"free", PLACE[8:]), ["where it was taken"]),
        (box(b"skip", XMP[8:]), ["names"]),
        (box(b"free", b"A. Person"), []),
        (track(b"soun", b"mp4a", (0, 0), TURNED, box(b"free", b"creator: A. Person")), ["names"]),
        (box(b"mvex", box(b"skip", b"GPS A. Person")), ["where it was taken"]),
        (box(b"trak", box(b"mdia", NAMED), track(b"sbtl", b"tx3g")[8:]), ["the camera"]),
    ],
)
@pytest.mark.parametrize("at_the_top", [False, True])
def test_what_was_struck_out_and_is_still_there_is_overwritten(more: bytes, told: list[str], at_the_top: bool) -> None:
    if at_the_top and more[4:8] not in (b"free", b"skip"):
        more = box(b"free", more)
    data = mp4() + more if at_the_top else mp4(more)
    assert film_metadata(data) == told
    made = prepared_film("film.mp4", data)
    assert isinstance(made, Noticed) == bool(told)
    kept = film(data).data
    assert b"Person" not in kept
    assert b"+06.9271" not in kept
    assert film_metadata(kept) == []
    assert len(kept) == len(data)
    assert kept.index(b"mdat") == data.index(b"mdat")
    assert [each.kind for each in boxes(kept)] == [each.kind for each in boxes(data)]


def test_what_a_track_is_for_is_kept() -> None:
    assert prepared_film("film.mp4", mp4()) == prepared_film("film.mp4", film(mp4()).data)
    assert film(mp4()).data.count(b"vide") == 1


def test_when_it_was_made_is_taken_out() -> None:
    created = CREATED.to_bytes(4, "big")
    assert mp4().count(created) > 4
    assert created not in film(mp4()).data


def test_captions_are_taken_in_any_newlines() -> None:
    assert captions_text("a.vtt", "\ufeff" + CAPTIONS.replace("\n", "\r\n")) == CAPTIONS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\nWords\n", "SubRip"),
        ("Words", "its first line is not WEBVTT"),
        ("WEBVTTX\n\n00:00.000 --> 00:02.000\nWords", "its first line is not WEBVTT"),
        ("WEBVTT\n\nWords", "not a single caption"),
    ],
)
def test_what_is_no_captions_is_told(text: str, words: str) -> None:
    with pytest.raises(MistakenError) as caught:
        captions_text("a.vtt", text)
    (finding,) = caught.value.findings
    assert finding.code == "captions-format"
    assert words in finding.message


def test_boxes_without_end_are_told() -> None:
    nested = b""
    for _ in range(50):
        nested = box(b"moov", nested)
    many = box(b"free") * 100_001
    for more in (nested, many):
        with pytest.raises(MistakenError) as caught:
            prepared_film("film.mp4", mp4() + more)
        assert "is damaged" in caught.value.findings[0].message
        assert film_metadata(mp4() + more) == []


def test_damaged_films_are_taken_or_told() -> None:
    data, chance = mp4(PLACE, XMP), Random(1)
    widths, hints = [], []
    for _ in range(1_000):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(len(data))] = chance.randrange(256)
        end = chance.choice((len(data), chance.randrange(len(data))))
        try:
            widths.append(film(bytes(damaged[:end])).width)
        except MistakenError as error:
            hints += [each.hint for each in error.findings]
        film_metadata(bytes(damaged[:end]))
    assert len(widths) > 10
    assert len(hints) > 10
    assert all((*widths, *hints))
