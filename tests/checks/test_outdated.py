"""A figure's change is followed to every text that still says what it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deck.cli import main
from deck.cli.terminal import DONE
from deck.comparing.changes import changes_since_built
from deck.pipeline.places import default_outline
from deck.pipeline.writing import build_decks
from tests.languages.catalogs import complete, entry, write_catalog
from tests.outlines import write_outline

SLIDES = (
    "layout: statement\ntitle: One\nstatement: We have {partners} partners\nnotes: There are 400 people in the room",
    "layout: statement\ntitle: Two\nstatement: More than four hundred came, 400 in all",
    "layout: statistics\ntitle: Three\nfigures: [{id: a, value: 400, label: a figure that is 400 of its own}]",
)


def outdated(outline: Path, output: Path, language: str | None = None) -> list[tuple[str, int]]:
    told = changes_since_built(outline, output, language).diagnostics
    return [(one.message, one.span.line if one.span else 0) for one in told if one.code == "outdated-number"]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_old_value_is_found_in_notes_and_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, *SLIDES)
    build_decks(outline, tmp_path / "dist")
    assert outdated(outline, tmp_path / "dist") == []
    change(outline, "value: 400, source", "value: 450, source")
    places = [(message.split(" is what")[0], line) for message, line in outdated(outline, tmp_path / "dist")]
    assert places == [
        ("slide `slide-1`, notes: “400”", 19),
        ("slide `slide-2`, field `statement`: “400”", 23),
    ]
    for command in ("check", "build"):
        assert main([command, str(outline), "--output", str(tmp_path / "dist")]) == DONE
        assert "now it is 450" in capsys.readouterr().err
    assert main(["check", str(outline), "--output", str(tmp_path / "dist")]) == DONE
    assert "now it is 450" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "more than fifty million people"),
        ("fr", "plus de cinquante millions de gens"),
        ("ru", "50 миллионов"),
    ],
)
def test_in_words_and_in_translations(tmp_path: Path, language: str, words: str) -> None:
    outline = write_outline(tmp_path, "layout: statement\ntitle: One\nstatement: We\nnotes: Many")
    change(outline, "value: 400, source", "value: 50_000_000, source")
    if language == "en":
        change(outline, "notes: Many", f"notes: {words}")
    else:
        slide = [entry("slide-1.title", "One", "Un"), entry("slide-1.statement", "We", "Nous")]
        write_catalog(tmp_path, *complete(), *slide, entry("slide-1.notes", "Many", words), language=language)
    build_decks(outline, tmp_path / "dist", [language])
    change(outline, "value: 50_000_000", "value: 80_000_000")
    ((message, _),) = outdated(outline, tmp_path / "dist", language)
    assert "now it is 80,000,000" in message


def test_a_status_that_changed_is_told_though_no_slide_shows_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(default_outline().parent, tmp_path / "webinar")
    outline, output = tmp_path / "webinar" / "outline.yaml", tmp_path / "dist"
    build_decks(outline, output)
    countries = tmp_path / "webinar" / "countries.csv"
    change(countries, "Benin,BJ,,,", "Benin,BJ,candidate,,")
    assert main(["changes", str(outline), "--output", str(output)]) == DONE
    assert capsys.readouterr().out == "list pathfinders: BJ without a status → candidate\n"


def test_doubts_in_a_catalog_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slide = "layout: statement\ntitle: One\nstatement: We are 12\nnotes: And 13 more"
    outline = write_outline(tmp_path, slide)
    texts = [
        entry("slide-1.title", "One", "Un"),
        entry("slide-1.statement", "We are 12", "Nous sommes 21"),
        entry("slide-1.notes", "And 13 more", "Et 31"),
    ]
    write_catalog(tmp_path, *complete(), *texts)
    assert main(["build", str(outline), "--language", "fr", "--output", str(tmp_path / "dist")]) == DONE
    printed = capsys.readouterr().err
    assert printed.count("warning[") == 1
    assert "`check --language fr` lists them" in printed
