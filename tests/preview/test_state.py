"""What the page is told: of each language the last good deck, and what is wrong; and what it is made of."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from deck.ground.watching import Watched
from deck.pipeline.build import LayingOut, lay_out
from deck.pipeline.places import assets
from deck.pipeline.reading import read
from deck.preview import state
from deck.preview.server import _json
from deck.preview.state import Preview
from tests.languages.catalogs import complete, entry, write_catalog
from tests.outlines import examples, write_outline

SLIDE = "layout: title\ntitle: Hello\nminutes: 2.5\nnotes: Say hello."
WORDS = {"fr": "Bonjour", "ar": "مرحبا"}


def translate(folder: Path, language: str = "fr", title: str = "") -> Path:
    texts = [entry("slide-1.title", "Hello", title or WORDS[language]), entry("slide-1.notes", "Say hello.", "Dites.")]
    return write_catalog(folder, *complete(), *texts, language=language)


def shown(preview: Preview, language: str = "en") -> dict[str, Any]:
    preview.snapshot()
    found = preview.language(language)
    assert found is not None
    return found


def titles(preview: Preview, language: str = "en") -> list[str]:
    return [slide["title"] for slide in shown(preview, language)["deck"]["slides"]]


def changed(preview: Preview, watched: Watched) -> bool:
    return bool(watched.changed(preview.inputs()))


def test_a_deck_with_its_notes_and_times(tmp_path: Path) -> None:
    preview = Preview(write_outline(tmp_path, SLIDE))
    assert preview.snapshot() == {"name": "outline.yaml", "languages": ["en"], "failed": []}
    english = shown(preview)
    assert (english["failed"], english["deck"]["direction"]) == ([], "ltr")
    (slide,) = english["deck"]["slides"]
    assert (slide["title"], slide["minutes"], slide["notes"]) == ("Hello", 2.5, ["Say hello."])
    assert ">Hello</text>" in (preview.svg("en", slide["id"]) or "")
    assert [preview.svg("en", "none"), preview.svg("ar", slide["id"]), preview.language("ar")] == [None] * 3


def test_a_mistake_leaves_the_last_good_deck(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    preview = Preview(outline)
    assert titles(preview) == ["Hello"]
    write_outline(tmp_path, SLIDE.replace("title:", "titel:"))
    assert titles(preview) == ["Hello"]
    assert "did you mean `title`?" in {finding["hint"] for finding in shown(preview)["failed"]}
    assert preview.snapshot()["failed"] == shown(preview)["failed"]
    outline.unlink()
    assert shown(preview)["failed"][0]["message"].startswith("there is no file")
    write_outline(tmp_path, SLIDE.replace("Hello", "Again"))
    assert titles(preview) == ["Again"]
    assert shown(preview)["failed"] == []


def test_an_outline_that_never_could_be_read_shows_why(tmp_path: Path) -> None:
    preview = Preview(write_outline(tmp_path, "layout: titel\ntitle: Hello"))
    assert preview.snapshot()["languages"] == []
    assert "did you mean `title`?" in {finding["hint"] for finding in preview.snapshot()["failed"]}
    assert shown(Preview(preview.outline, ["fr"]), "fr")["deck"] is None


def test_a_language_fails_alone(tmp_path: Path) -> None:
    preview = Preview(write_outline(tmp_path, SLIDE))
    catalog = translate(tmp_path)
    assert titles(preview, "fr") == ["Bonjour"]
    catalog.write_bytes(b"\xff")
    write_outline(tmp_path, SLIDE.replace("Hello", "Again"))
    assert titles(preview) == ["Again"]
    assert shown(preview)["failed"] == preview.snapshot()["failed"] == []
    assert titles(preview, "fr") == ["Bonjour"]
    assert [finding["place"] for finding in shown(preview, "fr")["failed"]] == ["fr.po:1"]


def test_languages_come_and_go(tmp_path: Path) -> None:
    preview = Preview(write_outline(tmp_path, SLIDE))
    assert preview.snapshot()["languages"] == ["en"]
    catalog = translate(tmp_path)
    assert preview.snapshot()["languages"] == ["en", "fr"]
    translate(tmp_path, "ar")
    assert preview.snapshot()["languages"] == ["en", "ar", "fr"]
    catalog.unlink()
    assert preview.snapshot()["languages"] == ["en", "ar"]
    assert preview.language("fr") is None
    assert Preview(preview.outline, ["en-XA"]).snapshot()["languages"] == ["en-XA"]


def test_only_what_is_asked_for_is_laid_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out: list[str | None] = []

    class Counting(LayingOut):
        def __init__(self, outline: Path, language: str | None = None) -> None:
            super().__init__(outline, language)
            self.language = language

        def __call__(self, *arguments: Any) -> Any:
            laid_out.append(self.language)
            return super().__call__(*arguments)

    monkeypatch.setattr(state, "LayingOut", Counting)
    preview = Preview(write_outline(tmp_path, SLIDE))
    translate(tmp_path)
    preview.snapshot()
    assert laid_out == []
    for _ in range(2):
        shown(preview, "fr")
        shown(preview)
    assert laid_out == ["fr", "en"]
    translate(tmp_path, title="Salut")
    shown(preview)
    assert titles(preview, "fr") == ["Salut"]
    assert laid_out == ["fr", "en", "fr"]


def test_a_picture_has_another_number_only_where_it_changed(tmp_path: Path) -> None:
    two = [SLIDE, "layout: title\ntitle: Goodbye"]
    preview = Preview(write_outline(tmp_path, *two))
    first = [slide["version"] for slide in shown(preview)["deck"]["slides"]]
    write_outline(tmp_path, two[0], two[1].replace("Goodbye", "Farewell"))
    second = [slide["version"] for slide in shown(preview)["deck"]["slides"]]
    assert second[0] == first[0]
    assert second[1] > first[1]
    write_outline(tmp_path, *two, language="fr")
    third = [slide["version"] for slide in shown(preview, "fr")["deck"]["slides"]]
    assert min(third) > max(second)


def test_a_deck_laid_out_again_is_the_same_as_one_laid_out_alone(tmp_path: Path) -> None:
    slides = examples()
    outline = write_outline(tmp_path, *slides)
    lay_out_again = LayingOut(outline)
    lay_out_again(read(outline))
    for changed_slides in (
        [*slides[3:], *slides[:3]],
        [slides[0].replace("title:", "title: New"), *slides[1:]],
        slides[::2],
        slides,
    ):
        write_outline(tmp_path, *changed_slides)
        assert lay_out_again(read(outline)) == lay_out(outline)


def test_a_theme_of_other_fonts_is_laid_out_wholly_anew(tmp_path: Path) -> None:
    theme = (assets() / "themes" / "alliance.yaml").read_text(encoding="utf-8")
    own = tmp_path / "own.yaml"
    own.write_text(theme, encoding="utf-8")
    outline = write_outline(tmp_path, SLIDE)
    outline.write_text(outline.read_text("utf-8").replace("theme: alliance", "theme: own.yaml"), encoding="utf-8")
    preview = Preview(outline)
    before = shown(preview)["deck"]
    own.write_text(theme.replace("Calibri", "Unheard Of"), encoding="utf-8")
    after = shown(preview)["deck"]
    assert after["slides"][0]["version"] > before["slides"][0]["version"]
    assert "`Unheard Of`" in after["findings"][0]["message"]


def test_everything_that_a_deck_is_made_of_is_watched(tmp_path: Path) -> None:
    """Lists, pictures and a theme in other folders, a link's end, a catalog that is new, a picture that is missing."""
    elsewhere, folder = tmp_path / "elsewhere", tmp_path / "deck"
    elsewhere.mkdir()
    folder.mkdir()
    Image.new("RGB", (8, 8)).save(elsewhere / "picture.png")
    (elsewhere / "list.csv").write_text("name\nOne\n", encoding="utf-8")
    (elsewhere / "theme.yaml").write_bytes((assets() / "themes" / "alliance.yaml").read_bytes())
    (folder / "linked.csv").symlink_to(elsewhere / "list.csv")
    picture = "picture: {file: ../elsewhere/picture.png, description: Nothing}"
    outline = write_outline(folder, f"layout: statement\ntitle: A statement\nstatement: Words\n{picture}", SLIDE)
    text = outline.read_text("utf-8").replace(
        "theme: alliance", "theme: ../elsewhere/theme.yaml\n  allow_outside: true"
    )
    outline.write_text("lists: {names: {table: linked.csv}}\n" + text, encoding="utf-8")
    preview, watched = Preview(outline), Watched()
    assert shown(preview)["failed"] == []
    assert not changed(preview, watched)

    for path in (outline, elsewhere / "picture.png", elsewhere / "list.csv", elsewhere / "theme.yaml"):
        status = path.stat()
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
        assert changed(preview, watched), path
        assert not changed(preview, watched)
        shown(preview)
    catalog = translate(folder)
    assert changed(preview, watched)
    preview.snapshot()
    shown(preview, "fr")
    catalog.write_text(catalog.read_text("utf-8").replace("Un pied", "Pied"), encoding="utf-8")
    assert changed(preview, watched)
    (elsewhere / "picture.png").unlink()
    assert changed(preview, watched)
    assert shown(preview)["failed"]
    Image.new("RGB", (9, 9)).save(elsewhere / "picture.png")
    assert changed(preview, watched)
    assert shown(preview)["failed"] == []
    (folder / "notes.txt").write_text("nothing that the deck is made of", encoding="utf-8")
    assert not changed(preview, watched)


def test_a_change_before_anyone_looked_is_seen(tmp_path: Path) -> None:
    preview = Preview(write_outline(tmp_path, SLIDE))
    preview.snapshot()
    write_outline(tmp_path, SLIDE.replace("Hello", "Hello again"))
    assert changed(preview, Watched())


def test_a_finding_is_told_with_its_slide_and_field(tmp_path: Path) -> None:
    long = "words and " * 200
    preview = Preview(write_outline(tmp_path, SLIDE, f"layout: statement\ntitle: Long\nstatement: {long}"))
    (finding,) = shown(preview)["deck"]["findings"]
    assert (finding["severity"], finding["slide"], finding["field"]) == ("error", "slide-2", "statement")
    assert 'data-field="statement"' in (preview.svg("en", "slide-2") or "")


def test_a_finding_in_a_catalog_is_told_with_its_slide_and_field(tmp_path: Path) -> None:
    preview = Preview(write_outline(tmp_path, SLIDE))
    notes = entry("slide-1.notes", "Say hello.", "Dites {bonjour}.")
    write_catalog(tmp_path, *complete(), entry("slide-1.title", "Hello", ""), notes)
    preview.snapshot()
    found = {(each["slide"], each["field"], each["severity"]) for each in shown(preview, "fr")["deck"]["findings"]}
    assert found == {("slide-1", "title", "warning"), ("slide-1", "notes", "error")}


def test_a_field_in_a_table_is_marked_too(tmp_path: Path) -> None:
    (table,) = (each for each in examples() if "layout: table" in each)
    preview = Preview(write_outline(tmp_path, table))
    shown(preview)
    assert 'role="cell" data-field="rows.' in (preview.svg("en", "slide-1") or "")


def test_a_failure_of_the_program_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outline = write_outline(tmp_path, SLIDE)

    def fails(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(LayingOut, "__call__", fails)
    assert shown(Preview(outline))["failed"][0]["message"] == "ZeroDivisionError: by nought"


def test_a_name_that_is_in_no_encoding_is_told(tmp_path: Path) -> None:
    preview = Preview(tmp_path / os.fsdecode(b"\xff-deck.yaml"))
    assert json.loads(_json(preview.snapshot()).body)["name"] == preview.outline.name
