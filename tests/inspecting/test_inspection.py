"""Our own decks give no cause for remarks, and the command says what it finds in others'."""

import json
from pathlib import Path

import pptx
import pytest

from deck.cli import main
from deck.export.pptx import write_pptx
from deck.export.pptx.inspected import inspect_pptx
from deck.inspecting.overflow import overflows
from deck.pipeline.build import lay_out
from deck.pipeline.places import default_outline
from deck.pipeline.reading import languages
from tests.outlines import PICTURES, examples, laid_out

LANGUAGES = ("en", "ar", "es", "fr", "ru", "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_webinar_gives_no_cause(language: str) -> None:
    assert set(LANGUAGES) <= {"en", *languages(default_outline())}
    found = inspect_pptx(write_pptx(lay_out(default_outline(), language).deck), overflows)
    assert found.remarks == ()
    assert found.slides == 13


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_layouts_examples_give_no_cause(language: str, tmp_path: Path) -> None:
    slides = [*examples(), *PICTURES]
    found = inspect_pptx(write_pptx(laid_out(tmp_path, *slides, language=language).deck), overflows)
    assert found.remarks == ()
    assert found.slides >= len(slides)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    presentation = pptx.Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[6])
    path = tmp_path / "plain.pptx"
    presentation.save(str(path))
    return path


def test_the_command_says_what_is_wrong(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = plain.read_bytes()
    assert main(["inspect", str(plain)]) == 1
    out = capsys.readouterr().out
    assert "1 slide\n" in out
    assert "accessibility\n  error[missing-slide-title]: slide 1: has no title\n" in out
    assert plain.read_bytes() == before


def test_the_command_speaks_to_programs(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(plain), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    (title,) = [each for each in found["remarks"] if each["code"] == "missing-slide-title"]
    assert title == {
        "topic": "accessibility",
        "code": "missing-slide-title",
        "severity": "error",
        "message": "has no title",
        "hint": "give it a title; it may be hidden in the selection pane",
        "slide": 1,
        "shape": "",
    }


def test_warnings_count_when_asked(tmp_path: Path) -> None:
    presentation = pptx.Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[5]).shapes.title.text = "Aims"
    path = tmp_path / "aims.pptx"
    presentation.save(str(path))
    assert main(["inspect", str(path)]) == 0
    assert main(["inspect", str(path), "--strict"]) == 1


@pytest.mark.parametrize("data", [b"", b"not a deck"])
def test_what_is_no_deck_is_a_failure(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "file.pptx"
    path.write_bytes(data)
    assert main(["inspect", str(path)]) == 2
    assert main(["inspect", str(tmp_path / "none.pptx")]) == 2
    assert "is no deck" in capsys.readouterr().err
