"""A deck that somebody worked on is nobody's to write over."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Emu

from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.ground.diagnostics import DeckError
from deck.pipeline.places import default_outline
from deck.pipeline.writing import build_decks
from tests.tools import required


@pytest.fixture
def webinar(tmp_path: Path) -> Path:
    shutil.copytree(default_outline().parent, tmp_path / "webinar")
    return tmp_path / "webinar" / "outline.yaml"


def build(outline: Path, **options: Any) -> Path:
    return build_decks(outline, outline.parent.parent / "dist", **options)[0].path


def told(outline: Path) -> str:
    with pytest.raises(DeckError) as caught:
        build(outline)
    (finding,) = caught.value.diagnostics
    assert finding.code == "edited-deck"
    assert finding.span is not None
    return finding.message.removeprefix(finding.span.path).strip()


def edit(path: Path, change: Callable[[Any], None]) -> bytes:
    presentation = Presentation(str(path))
    change(presentation)
    presentation.save(str(path))
    return path.read_bytes()


def titled(presentation: Any) -> None:
    presentation.slides[3].shapes.title.text_frame.text = "Our own title"


def noted(presentation: Any) -> None:
    presentation.slides[2].notes_slide.notes_text_frame.text = "Ask Maria first."


def moved(presentation: Any) -> None:
    shape = presentation.slides[0].shapes[1]
    shape.left, shape.top, shape.width, shape.height = (Emu(each) for each in (1_000_000, 1_000_000, 999, 999))


def emptied(presentation: Any) -> None:
    shape = presentation.slides[1].shapes[1]
    shape.element.getparent().remove(shape.element)


def retired(presentation: Any) -> None:
    ids = presentation.slides._sldIdLst
    ids.remove(ids[4])


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (titled, "was edited since it was built: slide 4: its title is now “Our own title”; it stays as it is"),
        (noted, "was edited since it was built: slide 3: its notes changed; it stays as it is"),
        (moved, "was edited since it was built: slide 1: 1 shape moved; it stays as it is"),
        (emptied, "was edited since it was built: slide 2: 2 texts gone, 1 shape fewer; it stays as it is"),
        (retired, "was edited since it was built: slide 5 as it was built, `what`, is gone; it stays as it is"),
        (
            lambda _: None,
            "was saved by another program since it was built; its words and places are as they were; it stays as it is",
        ),
    ],
)
def test_what_was_done_to_a_deck_is_told_and_stays(webinar: Path, change: Callable[[Any], None], what: str) -> None:
    path = build(webinar)
    data = edit(path, change)
    assert told(webinar) == what
    assert path.read_bytes() == data


def test_a_deck_as_it_was_built_gives_way(webinar: Path) -> None:
    before = build(webinar).read_bytes()
    text = webinar.read_text(encoding="utf-8")
    webinar.write_text(text.replace("Thank", "We thank", 1), encoding="utf-8")
    assert build(webinar).read_bytes() != before


def test_a_copy_is_kept_of_each_that_is_written_over(webinar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = build(webinar).read_bytes()
    output = str(webinar.parent.parent / "dist")
    for name in ("webinar.en.edited.pptx", "webinar.en.edited2.pptx"):
        path = build(webinar, overwrite=True)
        data = edit(path, titled if name.endswith("d.pptx") else noted)
        assert main(["build", str(webinar), "--output", output]) == FINDINGS
        assert "--overwrite" in capsys.readouterr().err
        assert main(["build", str(webinar), "--output", output, "--overwrite"]) == DONE
        assert f"the one that was there is now {path.with_name(name)}" in capsys.readouterr().out
        assert path.with_name(name).read_bytes() == data
        assert path.read_bytes() == new


def test_one_edited_deck_stops_all(webinar: Path) -> None:
    output = webinar.parent.parent / "dist"
    written = build_decks(webinar, output, all_languages=True)
    edit(written[2].path, titled)
    before = {path: path.read_bytes() for path in output.iterdir()}
    text = webinar.read_text(encoding="utf-8")
    webinar.write_text(text.replace("Thank", "We thank", 1), encoding="utf-8")
    with pytest.raises(DeckError):
        build_decks(webinar, output, all_languages=True)
    assert {path: path.read_bytes() for path in output.iterdir()} == before


@pytest.mark.parametrize("lock", ["~$webinar.en.pptx", ".~lock.webinar.en.pptx#"])
def test_a_deck_that_is_open_stays(webinar: Path, lock: str) -> None:
    path = build(webinar)
    path.with_name(lock).write_bytes(b"")
    before = path.read_bytes()
    build(webinar)
    text = webinar.read_text(encoding="utf-8")
    webinar.write_text(text.replace("Thank", "We thank", 1), encoding="utf-8")
    with pytest.raises(DeckError, match="open in another program"):
        build(webinar)
    assert path.read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"not a deck", b"PK\x03\x04 but no archive"])
def test_what_else_stands_there_stays(webinar: Path, data: bytes) -> None:
    path = build(webinar)
    path.write_bytes(data)
    assert told(webinar) == "is no deck that can be read; it stays as it is"
    assert path.read_bytes() == data


def test_a_deck_of_another_program(webinar: Path) -> None:
    path = build(webinar)
    Presentation().save(str(path))
    assert "does not say how it was built" in told(webinar)


@pytest.mark.external
def test_an_edit_is_found_in_what_libreoffice_saved(webinar: Path, tmp_path: Path) -> None:
    """It drops the slides' names and the placeholders'; the words and places are enough."""
    path = build(webinar)
    edit(path, lambda deck: (titled(deck), retired(deck)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [required("soffice", "apt install libreoffice-impress"), profile, "--headless", "--convert-to"]
    subprocess.run([*command, "pptx", "--outdir", str(tmp_path / "out"), str(path)], check=True, capture_output=True)
    shutil.copy(tmp_path / "out" / path.name, path)
    found = told(webinar)
    assert "slide 4: its title is now “Our own title”" in found
    assert "slide 5 as it was built, `what`, is gone" in found
