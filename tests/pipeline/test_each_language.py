"""Several languages at once: one with errors holds up itself alone, whatever is made of them."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from deck.cli import main
from deck.cli.report import by_languages
from deck.cli.terminal import DONE, FAILURE, FINDINGS
from deck.ground.diagnostics import DeckError, Diagnostic
from deck.pipeline.each_language import Unbuilt
from deck.pipeline.editions import build_editions
from deck.pipeline.writing import UnbuiltError, build_decks
from tests.languages.catalogs import COMPLETE, entry, write_catalog
from tests.outlines import write_outline

SLIDE = "layout: statement\ntitle: Hello\nstatement: '{partners} **partners**'\nnotes: Say it."
WORDS = {
    "de": ("Guten Tag", "Mitglieder", "Sagen Sie es."),
    "es": ("Hola", "socios", "Dígalo."),
    "fr": ("Bonjour", "membres", "Dites-le."),
    "it": ("Buongiorno", "membri", "Lo dica."),
}
WRONG = entry("slide-1.statement", "{partners} **partners**", "**socios**", "**socios**")
ALL = ("de", "en", "es", "fr", "it")
RIGHT_ONES = ["de", "en", "fr"]


def right(language: str, notes: str = "Say it.") -> list[str]:
    title, members, said = WORDS[language]
    header = [entry(key, source, f"{target} ({language})") for key, (source, target) in COMPLETE.items()]
    statement = entry("slide-1.statement", "{partners} **partners**", *[f"{{partners}} **{members}**"] * 2)
    return [*header, entry("slide-1.title", "Hello", title), statement, entry("slide-1.notes", notes, said)]


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    """Decks were built in all five languages; then a catalog got a mistake, and another was damaged."""
    (tmp_path / "talk").mkdir()
    path = write_outline(tmp_path / "talk", SLIDE)
    for language in WORDS:
        write_catalog(path.parent, *right(language), language=language)
    assert len(build_decks(path, tmp_path / "dist", all_languages=True)) == len(ALL)
    path.write_text(path.read_text("utf-8").replace("notes: Say it.", "notes: Say it now."), encoding="utf-8")
    write_catalog(path.parent, *right("es")[:-2], WRONG, language="es")
    write_catalog(path.parent, "nonsense\n", language="it")
    return path


def decks(outline: Path) -> dict[str, bytes]:
    folder = outline.parent.parent / "dist"
    return {path.name.split(".")[-2]: path.read_bytes() for path in folder.glob("*.pptx")}


def run(outline: Path, *command: str) -> int:
    return main([*command, str(outline), "--output", str(outline.parent.parent / "dist")])


def test_those_that_are_right_are_built_and_the_others_stay(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = decks(outline)
    assert run(outline, "build", "--all-languages") == FINDINGS
    after = decks(outline)
    assert [tag for tag in sorted(after) if after[tag] != before[tag]] == RIGHT_ONES
    out, err = capsys.readouterr()
    assert out.count("wrote ") == len(RIGHT_ONES)
    assert out.splitlines()[-3:] == [
        "not built: es, it",
        *(
            f"      {outline.parent.parent / 'dist' / f'talk.{tag}.pptx'} is still the one of before"
            for tag in ("es", "it")
        ),
    ]
    warned, spanish, italian = (err.partition("`es` is not built:\n")[0], *err.split(" is not built:\n")[1:])
    assert "error[" not in warned
    assert "error[placeholder]" in spanish
    assert "es.po:" in spanish
    assert "error[po-syntax]" in italian
    assert "it.po:5:1" in italian


@pytest.mark.skipif(sys.platform != "linux", reason="processes are doubled on Linux alone")
def test_on_several_cores_all_is_said_and_done_as_on_one(outline: Path) -> None:
    """In a process of its own, which has no other thread, and so can be doubled."""
    before, outcomes = decks(outline), []
    for cores, doubles in ((1, 0), (3, 2), (len(ALL), len(ALL) - 1)):
        for name, data in before.items():
            (outline.parent.parent / "dist" / f"talk.{name}.pptx").write_bytes(data)
        script = f"""
import os, sys
import deck.ground.doubling as doubling
from deck.cli import main
fork, forked = os.fork, []
doubling.cores = lambda: {cores}
os.fork = lambda: forked.append(1) or fork()
code = main(sys.argv[1:])
print(code, len(forked), "processes beside")
"""
        command = ["build", "--all-languages", str(outline), "--output", str(outline.parent.parent / "dist")]
        ran = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True, check=True)
        *said, beside = ran.stdout.splitlines()
        assert beside == f"{FINDINGS} {doubles} processes beside"
        outcomes.append((said, ran.stderr, decks(outline)))
    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert [tag for tag, data in sorted(outcomes[0][2].items()) if data != before[tag]] == RIGHT_ONES


def test_none_is_left_that_was_never_there(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (outline.parent.parent / "dist").iterdir():
        path.unlink()
    assert run(outline, "build", "--language", "fr", "--language", "es") == FINDINGS
    assert [*decks(outline)] == ["fr"]
    assert capsys.readouterr().out.endswith("\nnot built: es\n")


def test_a_release_is_of_the_languages_that_are_complete(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_catalog(outline.parent, *right("fr", "Say it now."), language="fr")
    for path in (outline.parent.parent / "dist").iterdir():
        path.unlink()
    assert run(outline, "build", "--all-languages", "--release") == FINDINGS
    assert sorted(decks(outline)) == ["en", "fr"]
    out, err = capsys.readouterr()
    assert "not built: de, es, it" in out
    assert "error[untranslated]" in err.partition("`de` is not built:\n")[2]


def test_where_none_is_right_nothing_is_touched(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = decks(outline)
    text = outline.read_text("utf-8").replace("title: Hello", "title: " + "Hello and welcome " * 40)
    outline.write_text(text, encoding="utf-8")
    assert run(outline, "build", "--all-languages") == FINDINGS
    assert decks(outline) == before
    out, err = capsys.readouterr()
    assert out.startswith("not built: de, en, es, fr, it\n")
    assert len(out.splitlines()) == len(ALL) + 1
    assert err.count("error[text-overflow]") == 4


def test_what_is_wrong_in_several_is_told_once() -> None:
    shared, alone = Diagnostic("a", "shared"), Diagnostic("b", "alone")
    found = by_languages([Unbuilt("de", (shared,)), Unbuilt("en", (shared, alone)), Unbuilt("fr", (shared, shared))])
    assert list(found) == [("`de`, `en` and `fr` are not built", [shared]), ("`en` is not built", [alone])]


def test_the_only_language_says_what_it_did_before(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(outline, "build", "--language", "es") == FINDINGS
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error[placeholder]") or "\nerror[placeholder]" in err
    assert "not built" not in err
    outline.unlink()
    assert run(outline, "build", "--all-languages") == FAILURE


def test_a_program_is_told_what_was_written(outline: Path) -> None:
    with pytest.raises(UnbuiltError, match=r"error\[po-syntax\]") as caught:
        build_decks(outline, outline.parent.parent / "dist", all_languages=True)
    assert isinstance(caught.value, DeckError)
    assert [each.language.tag for each in caught.value.written] == ["en", "de", "fr"]
    assert [each.language for each in caught.value.unbuilt] == ["es", "it"]


def test_an_edition_is_built_in_the_languages_that_are_right(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = outline.parent / "editions.csv"
    rows.write_text("id\none\ntwo\n", encoding="utf-8")
    build = partial(build_decks, outline, outline.parent.parent / "out", all_languages=True)
    one, _ = build_editions(rows, build, processes=1)
    assert [path.name for path in one.paths] == [f"talk.one.{tag}.pptx" for tag in ("en", "de", "fr")]
    assert one.unbuilt == ("es", "it")
    assert {"placeholder", "po-syntax"} <= {each.code for each in one.findings}
    assert run(outline, "build", "--all-languages", "--editions", str(rows)) == FINDINGS
    out, err = capsys.readouterr()
    assert out.splitlines()[0].startswith("wrote 6 decks of 2 editions to ")
    assert out.splitlines()[1:] == ["not built: one (es, it), two (es, it)"]
    assert "every edition:" in err


def test_the_others_are_drawn_checked_compared_and_counted(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = outline.parent.parent / "dist"
    assert run(outline, "export", "svg", "--all-languages") == FINDINGS
    out, err = capsys.readouterr()
    assert sorted(path.name.split(".")[-1] for path in folder.iterdir() if path.is_dir()) == RIGHT_ONES
    assert out.endswith("not built: es, it\n")
    assert "`it` is not built:" in err

    assert run(outline, "check", "--all-languages", "--format", "json") == FINDINGS
    found = {(Path(each["place"]["path"]).name, each["code"]) for each in json.loads(capsys.readouterr().out)}
    assert {("es.po", "placeholder"), ("it.po", "po-syntax"), ("fr.po", "untranslated")} <= found

    assert run(outline, "changes", "--all-languages") == FINDINGS
    out, err = capsys.readouterr()
    assert [line.split(".")[-2] for line in out.splitlines() if line.endswith(".pptx:")] == ["en", "de", "fr"]
    assert "`es` is not built:" in err

    assert main(["translate", "status", str(outline)]) == FINDINGS
    out, err = capsys.readouterr()
    assert [line.split()[0] for line in out.splitlines()[1:4]] == ["de", "es", "fr"]
    assert "it.po:5:1" in err

    assert run(outline, "translate", "page") == FINDINGS
    assert sorted(path.name for path in folder.glob("*.html")) == [f"talk.{tag}.html" for tag in ("de", "es", "fr")]
    assert "it.po:5:1" in capsys.readouterr().err


def test_all_is_well_again(outline: Path) -> None:
    for language in ("es", "it"):
        write_catalog(outline.parent, *right(language), language=language)
    assert run(outline, "build", "--all-languages") == DONE
