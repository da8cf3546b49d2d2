"""What a deck remembers of how it was built agrees with what is read of it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from deck.export.pptx import write_pptx
from deck.export.pptx.reader import SlideWords, read_pptx
from deck.export.pptx.record import SlideRecord, digest_of, is_as_built, read_record
from deck.pipeline.build import lay_out
from deck.pipeline.places import default_outline
from deck.pipeline.reading import languages
from tests.export.decks import deck
from tests.export.packages import packed, parts, replaced
from tests.tools import required

FOLDER = "customXml/item1.xml"


def as_record(slide: SlideWords) -> SlideRecord:
    return SlideRecord(
        slide.id,
        digest_of(slide.title),
        tuple(digest_of(words) for _, texts in slide.texts for words in texts),
        tuple(map(digest_of, slide.notes)),
        slide.places,
    )


def remembered(data: bytes) -> tuple[SlideRecord, ...]:
    record = read_record(data)
    assert record is not None
    return record.slides


@pytest.mark.parametrize("language", languages(default_outline()))
def test_the_webinar_is_read_as_it_remembers_itself(language: str) -> None:
    data = write_pptx(lay_out(default_outline(), language).deck)
    assert remembered(data) == tuple(map(as_record, read_pptx(data)))
    assert is_as_built(data)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_kind_of_shape_is_read_as_it_is_remembered(language: str) -> None:
    data = write_pptx(deck(language))
    assert remembered(data) == tuple(map(as_record, read_pptx(data)))


def test_no_words_are_remembered() -> None:
    data = write_pptx(lay_out(default_outline()).deck)
    assert b"Alliance" not in parts(data)[FOLDER]


def test_how_the_parts_are_packed_does_not_matter() -> None:
    data = write_pptx(deck())
    assert is_as_built(packed(dict(reversed(parts(data).items()))))


def test_a_changed_a_new_and_a_lost_part_are_seen() -> None:
    data = write_pptx(deck())
    changed = replaced(data, "ppt/slides/slide1.xml", "</p:sld>", " </p:sld>")
    contents = parts(data)
    del contents["ppt/slides/slide2.xml"]
    for other in (changed, packed({**parts(data), "extra.xml": b"<extra/>"}), packed(contents), b"no deck", data[:500]):
        assert not is_as_built(other)


@pytest.mark.parametrize("data", [b"", b"no deck", packed({"a.xml": b"<a/>"})])
def test_what_is_no_deck_of_ours(data: bytes) -> None:
    assert not is_as_built(data)
    if data.startswith(b"PK"):
        assert read_record(data) is None
    else:
        with pytest.raises(ValueError, match="not a deck"):
            read_record(data)


@pytest.mark.external
def test_libreoffice_keeps_what_is_remembered(tmp_path: Path) -> None:
    (path := tmp_path / "deck.pptx").write_bytes(data := write_pptx(deck()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [required("soffice", "apt install libreoffice-impress"), profile, "--headless", "--convert-to"]
    subprocess.run([*command, "pptx", "--outdir", str(tmp_path / "out"), str(path)], check=True, capture_output=True)
    saved = (tmp_path / "out" / "deck.pptx").read_bytes()
    assert not is_as_built(saved)
    assert remembered(saved) == remembered(data)
