"""Two thousand random outlines: each becomes a deck without a fault, or is told what is wrong with it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from deck.export.pptx.lint import lint
from deck.layouts import LAYOUTS
from tests.fuzz.guarded import run
from tests.fuzz.outlines import Outlines
from tests.validator import validate

OUTLINES = 2_000
PARTS = 8
"""Tests in which they are built, so that a failure of one hides no other's."""
VALIDATED = 97
"""One in so many is shown to the Open XML SDK's validator, whose start alone takes longer than a build."""


@pytest.mark.external
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
            if seed % VALIDATED == 0:
                faults += (f"seed {seed}: {error}" for error in validate(data))
            deck.unlink()
    assert not faults, "\n".join(faults[:20])
    assert min(ended[0], ended[1]) > 25, "the outlines are all good, or all bad: they try too little"


def _fault_of(code: int, written: list[Path], told: str) -> str | None:
    if (code == 0) != bool(written):
        return f"exit code {code}, and {len(written)} decks"
    return None if code != 1 or "error[" in told else f"no mistake is named: {told}"


def test_every_layout_comes_up(tmp_path: Path) -> None:
    outlines, seen = Outlines(tmp_path), set()
    for seed in range(60):
        text = outlines.write(seed).read_text(encoding="utf-8")
        seen |= {name for name in LAYOUTS if f"layout: {name}\n" in text}
    assert seen == set(LAYOUTS)
