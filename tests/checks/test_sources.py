"""Figures that come from nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.checks import check_strictly
from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.ground.diagnostics import Diagnostic
from deck.pipeline.build import Built, lay_out
from deck.pipeline.places import default_outline
from tests.outlines import laid_out, write_outline


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


@pytest.mark.parametrize(
    ("slide", "expected"),
    [
        ("layout: key-figure\ntitle: A\nvalue: 400\nlabel: all\nitems: [{id: a, text: x}]", ["value"]),
        ("layout: key-figure\ntitle: A\nvalue: about 400\nlabel: all\nitems: [{id: a, text: x}]", ["value"]),
        ("layout: key-figure\ntitle: A\nvalue: '{partners}'\nlabel: all\nitems: [{id: a, text: x}]", []),
        ("layout: key-figure\ntitle: A\nvalue: all\nlabel: all\nitems: [{id: a, text: x}]", []),
        ("layout: statistics\ntitle: A\nfigures: [{id: a, value: '{partners}', label: all}]", []),
        ("layout: statistics\ntitle: A\nfigures: [{id: a, value: about 5 million, label: x}]", ["figures.a.value"]),
        (
            "layout: table\ntitle: A\ncolumns: [{id: a, heading: A}, {id: b, heading: B}]\n"
            "rows: [{id: r, cells: {a: one, b: 5}}, {id: s, cells: {a: 6, b: '{partners}'}}]",
            ["rows.r.cells.b"],
        ),
        ("layout: statement\ntitle: A\nstatement: Of 5 million people, 30 % know 8.7 in 2021.", ["statement"] * 2),
        ("layout: statement\ntitle: A\nstatement: Of {partners} partners, 12 met 400 in 2021.", []),
        ("layout: quote\ntitle: A\nquote: Of 5 million\nattribution: The director", []),
        ("layout: bullets\ntitle: A\nitems: [{id: a, text: 1'000 people}]", ["items.a.text"]),
    ],
)
def test_every_place_that_shows_a_figure(tmp_path: Path, slide: str, expected: list[str]) -> None:
    built = laid_out(tmp_path, slide)
    (shown,) = built.presentation.slides
    assert [one.span for one in strictly(built)] == [shown.spans[path] for path in expected]


def test_a_fact_without_a_source_is_told_at_its_place(tmp_path: Path) -> None:
    path = write_outline(tmp_path, "layout: title\ntitle: A")
    path.write_text(path.read_text(encoding="utf-8").replace(", source: estimates", ""), encoding="utf-8")
    (finding,) = strictly(lay_out(path))
    assert (str(finding.span), finding.message) == (f"{path}:10:13", "the fact `partners`, 400, has no source")
