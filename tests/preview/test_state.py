"""What the page is told: the last good deck, and what is wrong."""

from __future__ import annotations

from pathlib import Path

from deck.preview.state import Preview
from tests.outlines import write_outline

SLIDE = "layout: title\ntitle: Hello\nminutes: 2.5\nnotes: Say hello."


def previewed(outline: Path) -> Preview:
    preview = Preview(outline)
    preview.update()
    return preview


def test_a_deck_with_its_notes_and_times(tmp_path: Path) -> None:
    preview = previewed(write_outline(tmp_path, SLIDE))
    snapshot = preview.snapshot()
    assert (snapshot["revision"], snapshot["failed"]) == (1, [])
    (language,) = snapshot["languages"]
    assert (language["tag"], language["direction"]) == ("en", "ltr")
    (slide,) = language["slides"]
    assert (slide["title"], slide["minutes"], slide["notes"]) == ("Hello", 2.5, ["Say hello."])
    assert ">Hello</text>" in (preview.svg("en", 1) or "")
    assert [preview.svg("en", 0), preview.svg("en", 2), preview.svg("ar", 1)] == [None] * 3


def test_a_mistake_leaves_the_last_good_deck(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    preview = previewed(outline)
    write_outline(tmp_path, SLIDE.replace("title:", "titel:"))
    preview.update()
    snapshot = preview.snapshot()
    assert snapshot["revision"] == 2
    assert snapshot["languages"][0]["slides"][0]["title"] == "Hello"
    assert "did you mean `title`?" in {finding["hint"] for finding in snapshot["failed"]}
    outline.unlink()
    preview.update()
    assert preview.snapshot()["failed"]
    write_outline(tmp_path, SLIDE.replace("Hello", "Again"))
    preview.update()
    assert preview.snapshot()["failed"] == []
    assert preview.snapshot()["languages"][0]["slides"][0]["title"] == "Again"


def test_a_finding_is_told_with_its_slide_and_field(tmp_path: Path) -> None:
    long = "words and " * 200
    preview = previewed(write_outline(tmp_path, SLIDE, f"layout: statement\ntitle: Long\nstatement: {long}"))
    (finding,) = preview.snapshot()["languages"][0]["findings"]
    assert (finding["severity"], finding["slide"], finding["field"]) == ("error", "slide-2", "statement")
    assert 'data-field="statement"' in (preview.svg("en", 2) or "")


def test_a_failure_of_the_program_is_told_too(tmp_path: Path) -> None:
    def fails(outline: Path, language: str | None) -> None:
        raise ZeroDivisionError("by nought")

    preview = Preview(tmp_path, lay_out=fails)  # type: ignore[arg-type]
    preview.update()
    assert preview.snapshot()["failed"][0]["message"] == "ZeroDivisionError: by nought"
