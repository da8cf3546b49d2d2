"""Figures that come from nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.build import Built, default_outline, lay_out
from deck.checks import check_strictly
from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.diagnostics import Diagnostic
from tests.outlines import laid_out


def strictly(built: Built) -> list[Diagnostic]:
    return list(check_strictly(built.deck, built.presentation))


def test_sources(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = "[{id: a, value: 5, label: one}, {id: b, value: 6, label: two, source: estimates}]"
    built = laid_out(tmp_path, f"layout: statistics\ntitle: Figures\nfigures: {figures}")
    (finding,) = strictly(built)
    assert (finding.code, finding.message) == ("unsourced-figure", "slide `slide-1`: the figure `a`, 5, has no source")
    assert built.diagnostics == ()
    outline = str(tmp_path / "outline.yaml")
    assert main(["check", outline]) == DONE
    assert main(["check", outline, "--strict"]) == FINDINGS
    assert "warning[unsourced-figure]" in capsys.readouterr().err


def test_the_webinar_names_its_sources() -> None:
    assert strictly(lay_out(default_outline())) == []
