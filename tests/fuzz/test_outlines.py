"""Two thousand random outlines: each becomes a deck without a fault, or is told what is wrong with it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from deck.export.pptx.lint import lint
from deck.layouts import LAYOUTS
from tests.fuzz import tried
from tests.fuzz.guarded import run
from tests.fuzz.outlines import Outlines
from tests.validator import validate

OUTLINES = tried(2_000)
PARTS = 8
"""Tests in which they are built, so that a failure of one hides no other's."""
VALIDATED = 20
"""So many are shown to the Open XML SDK's validator, whose start alone takes longer than a build."""


@pytest.mark.parametrize("part", range(PARTS))
def test_random_outlines(part: int, tmp_path: Path) -> None:
    outlines, faults, ended = Outlines(tmp_path), [], Counter[int]()
    for seed in range(part, OUTLINES, PARTS):
        done = run(["build", str(outlines.write(seed)), "--output", str(tmp_path / "decks")])
        ended[done.code] += 1
        written = list((tmp_path / "decks").glob("*.pptx"))
        if fault := done.fault or _fault_of(done.code, written, done.told):
            faults.append(f"seed {seed}: {fault}")
        for deck in written:
            data = deck.read_bytes()
            faults += (f"seed {seed}: {remark}" for remark in lint(data))
            deck.unlink()
    assert not faults, "\n".join(faults[:20])
    assert min(ended[0], ended[1]) > OUTLINES // PARTS // 10, (
        "the outlines are all good, or all bad: they try too little"
    )


def _fault_of(code: int, written: list[Path], told: str) -> str | None:
    if (code == 0) != bool(written):
        return f"exit code {code}, and {len(written)} decks"
    return None if code != 1 or "error[" in told else f"no mistake is named: {told}"


@pytest.mark.external
def test_the_validator_finds_nothing(tmp_path: Path) -> None:
    outlines, built = Outlines(tmp_path), 0
    for seed in range(OUTLINES):
        if built == VALIDATED:
            break
        if run(["build", str(outlines.write(seed)), "--output", str(tmp_path / "decks")]).code == 0:
            built += 1
            (deck,) = (tmp_path / "decks").glob("*.pptx")
            assert validate(deck.read_bytes()) == [], f"seed {seed}"
            deck.unlink()
    assert built == VALIDATED


def test_every_layout_comes_up(tmp_path: Path) -> None:
    outlines, seen = Outlines(tmp_path), set()
    for seed in range(60):
        text = outlines.write(seed).read_text(encoding="utf-8")
        seen |= {name for name in LAYOUTS if f"layout: {name}\n" in text}
    assert seen == set(LAYOUTS)
