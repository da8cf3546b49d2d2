"""The archive: the same deck gives the same bytes, quickly."""

import hashlib
import io
import os
import subprocess
import sys
import time
import zlib
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from deck.export.pptx import write_pptx
from deck.export.pptx.package import packed
from tests.export.decks import BODY, FOOTER, NUMBER, deck, fills, says, slide

ROOT = Path(__file__).resolve().parents[2]
DIGEST = """
import hashlib
from deck.export.pptx import write_pptx
from tests.export.decks import deck
print(hashlib.sha256(write_pptx(deck("ar"))).hexdigest())
"""


def test_the_same_bytes_whatever_the_hash_seed_the_clock_s_zone_and_the_folder(tmp_path: Path) -> None:
    digests = {hashlib.sha256(write_pptx(deck("ar"))).hexdigest()}
    for seed, zone, folder in (("1", "Asia/Tokyo", tmp_path), ("2", "America/Lima", ROOT / "tests")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", DIGEST]
        digests.add(subprocess.check_output(command, cwd=folder, env=environment, text=True).strip())
    assert len(digests) == 1


def test_the_same_bytes_a_while_later(monkeypatch) -> None:
    before = write_pptx(deck())
    monkeypatch.setattr(time, "time", lambda: 4e9)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(4e9))
    assert write_pptx(deck()) == before


def test_entries_tell_nothing_of_the_machine() -> None:
    with ZipFile(io.BytesIO(write_pptx(deck()))) as archive:
        entries = archive.infolist()
    assert [each.filename for each in entries[:2]] == ["[Content_Types].xml", "_rels/.rels"]
    assert {each.date_time for each in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {each.create_system for each in entries} == {0}
    assert {each.filename.rpartition(".")[2] for each in entries if each.compress_type == ZIP_STORED} == {"png", "xlsx"}


def test_a_thousand_slides_take_a_second_or_so() -> None:
    paragraphs = [says(f"Line {number} of a slide that has a good deal to say") for number in range(6)]
    page = slide("a", "A", fills(BODY, paragraphs), fills(FOOTER, "Footer"), fills(NUMBER, "1"))
    large = deck(slides=[replace(page, id=f"slide-{number}", notes=(says("Say"),)) for number in range(1000)])
    start = time.process_time()
    write_pptx(large)
    # Adding slides one by one through python-pptx is quadratic, and takes several times as long.
    assert time.process_time() - start < 2.5


@pytest.mark.parametrize("size", [0, 1, 300, *(2**bits - 262 + more for bits in range(12, 17) for more in (-1, 0, 1))])
def test_a_small_window_packs_to_the_same_bytes(size: int) -> None:
    # Its end repeats its beginning: packing looks back as far as it may.
    words = b"".join(b"<a:t>%d</a:t>" % (number * number) for number in range(size // 11))
    blob = (words[: max(size - 60, 0)] + words[:60]).ljust(size, b"-")[:size]
    packing = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    assert packed(blob) == packing.compress(blob) + packing.flush()
