"""Mutants of every kind of file that is handed in: none ends in a failure of the program's own, takes
longer than five seconds of processor time, or more than 500 MB."""

from __future__ import annotations

import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from tests.fuzz import tried
from tests.fuzz.guarded import BYTES, SECONDS, TookTooLongError, bounded, run
from tests.fuzz.mutants import mutant
from tests.fuzz.webinar import webinar

MUTANTS = tried(4_800)
CHECK = ["check", "outline.yaml"]
FRENCH = ["check", "outline.yaml", "--language", "fr"]
IMPORT = ["import", "--dry-run"]
KINDS: dict[str, list[list[str]]] = {
    "outline.yaml": [CHECK],
    "theme.yaml": [CHECK],
    "brand.pptx": [CHECK, ["template", "brand.pptx"]],
    "members.csv": [CHECK, ["list", "check", "members", "outline.yaml"]],
    "members.xlsx": [CHECK],
    "people.ods": [CHECK],
    "locales/fr.po": [["translate", "status", "outline.yaml"], FRENCH],
    "back.xlf": [["translate", "xliff", *IMPORT, "back.xlf", "outline.yaml"]],
    "back.xlsx": [["translate", "xlsx", *IMPORT, "back.xlsx", "outline.yaml"]],
    "back.tmx": [["translate", "tmx", *IMPORT, "back.tmx", "outline.yaml"]],
    "locales/glossary.csv": [FRENCH, ["translate", "status", "outline.yaml"]],
    "back.po": [["translate", "po", *IMPORT, "back.po", "outline.yaml"]],
    **{f"well.{kind}": [CHECK] for kind in ("png", "jpg", "gif", "webp", "svg")},
    "deck.pptx": [["inspect", "deck.pptx"]],
}
"""The files, and what is done with each."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    monkeypatch.chdir(tmp_path)
    webinar(tmp_path, request.node.callspec.params["name"])
    return tmp_path


@pytest.mark.parametrize("name", KINDS)
def test_mutants(name: str, folder: Path) -> None:
    path, faults, ended = folder / name, [], Counter[int]()
    good = path.read_bytes()
    assert all(run(command).fault is None for command in KINDS[name])
    for seed in range(MUTANTS // len(KINDS)):
        path.write_bytes(mutant(good, Random(f"{name} {seed}")))
        for command in KINDS[name]:
            try:
                done = run(command)
            except TookTooLongError as error:
                faults.append(f"seed {seed}: {' '.join(command)} took {error}")
                continue
            ended[done.code] += 1
            if fault := done.fault:
                faults.append(f"seed {seed}: {' '.join(command)}: {fault}")
    assert not faults, "\n".join(faults[:20])
    assert ended[0], "every mutant is bad: they try too little"
    assert ended[1] + ended[2], "every mutant is good: they try too little"


def test_what_takes_too_long_or_too_much_is_seen() -> None:
    def forever() -> None:
        while True:
            pass

    with pytest.raises(TookTooLongError), bounded(seconds=0.05):
        forever()
    with pytest.raises(MemoryError), bounded(SECONDS):
        bytearray(2 * BYTES)


def test_a_mutant_is_the_same_for_the_same_seed() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.xml", "<a>one two three</a>")
    for data in (b"one\ntwo\n", packed.getvalue()):
        made = [mutant(data, Random(f"{seed}")) for seed in range(30)]
        assert made == [mutant(data, Random(f"{seed}")) for seed in range(30)]
        assert len(set(made)) > 10
