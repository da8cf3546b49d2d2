"""Figures that do not go together, fall behind, or come from nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.build import Built, default_outline, lay_out
from deck.checks import check_strictly
from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.diagnostics import Diagnostic
from tests.outlines import HEADER, laid_out

STATISTICS = """\
layout: statistics
title: Figures
figures:
  - id: all
    value: {whole}
    label: people
    parts: [{{id: some, value: {some}, label: some}}, {{id: others, value: {others}, label: others}}]
"""


def found(built: Built) -> list[str]:
    return [f"{one.code} {one.span.line if one.span else 0}" for one in built.diagnostics]


@pytest.mark.parametrize(
    ("whole", "some", "others", "expected"),
    [
        (50_000_000, 28_000_000, 22_000_000, []),
        (50_000_000, 28_000_000, 10_000_000, []),
        (50_000_000, 60_000_000, 1, ["part-exceeds-whole 22"]),
        (50_000_000, 28_000_000, 25_000_000, ["parts-sum 20"]),
        (50_000_000, 28_000_000, 21_000_000, ["parts-sum 20"]),
        (100, 100, 0, []),
        ("some", 28, 22, []),
        (50, "many", 22, []),
    ],
)
def test_parts_and_their_whole(
    tmp_path: Path, whole: object, some: object, others: object, expected: list[str]
) -> None:
    built = laid_out(tmp_path, STATISTICS.format(whole=whole, some=some, others=others))
    assert found(built) == expected


def test_what_is_said_of_a_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built = laid_out(tmp_path, STATISTICS.format(whole=50_000_000, some=60_000_000, others=1))
    (finding,) = built.diagnostics
    assert finding.message == (
        "slide `slide-1`, figure `all`: the part `some`, 60\xa0million, is more than its whole, 50\xa0million"
    )


@pytest.mark.parametrize(
    ("words", "contradicts"),
    [
        ("There are 350 partners now.", True),
        ("There are 350 new partners now.", True),
        ("We have 1,000 partners.", False),
        ("We have 400 partners.", False),
        ("Of 12 partners asked, none knew.", False),
        ("In 2025, partners met.", False),
        ("390 people came. Partners spoke.", False),
        ("For 390 of 400 partners", False),
        ("Partnership since 399 days", False),
        ("The share is 39 % of partners", False),
    ],
)
def test_a_number_that_its_words_give_away(tmp_path: Path, words: str, contradicts: bool) -> None:
    built = laid_out(tmp_path, f'layout: statement\ntitle: Us\nstatement: Together\nnotes: "{words}"')
    assert [one.code for one in built.diagnostics] == ["contradicting-number"] * contradicts


@pytest.mark.parametrize(
    ("words", "contradicts"),
    [("Wir sind 395.", True), ("Wir sind 400.", False), ("Wir sind 40.", False), ("8.7", False)],
)
def test_a_number_that_its_slide_gives_away(tmp_path: Path, words: str, contradicts: bool) -> None:
    built = laid_out(tmp_path, f'layout: statement\ntitle: "{{partners}} in all"\nstatement: Us\nnotes: "{words}"')
    assert [one.code for one in built.diagnostics] == ["contradicting-number"] * contradicts


def test_a_list_that_grew(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text("country\n" + "\n".join(["Togo", "Mali", "Peru"]), encoding="utf-8")
    header = HEADER.format(language="en").replace("sources:", "lists:\n  pathfinders: {countries: c.csv}\nsources:")
    slide = '      - {id: a, layout: columns, title: "2 Pathfinder countries", items: {list: pathfinders}}\n'
    (path := tmp_path / "outline.yaml").write_text(header + slide, encoding="utf-8")
    (finding,) = lay_out(path).diagnostics
    assert finding.message == "slide `a`, `title` says 2, but the list `pathfinders` has 3"
    assert finding.hint == "write {pathfinders.count}, which is always right"


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
