"""An outline reads what lies in its own folder, and nothing else unless it says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from deck.cli import main
from deck.cli.terminal import FINDINGS
from deck.ground.diagnostics import DeckError
from deck.outline import list_files
from deck.pipeline.build import lay_out
from deck.pipeline.catalog_folder import catalogs
from deck.pipeline.writing import build_decks
from tests.outlines import write_outline

PICTURE = "layout: statement\ntitle: A statement\nstatement: Words\npicture: {{file: {}, decorative: true, fit: whole}}"
LISTED = "layout: bullets\ntitle: A list\nitems: {list: names}"
CATALOG = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    Image.new("RGB", (8, 8)).save(folder / "picture.png")
    (folder / "list.csv").write_text("name\nOne\n", encoding="utf-8")
    (folder / "fr.po").write_text(CATALOG, encoding="utf-8")
    return folder


def linked_picture(folder: Path, elsewhere: Path) -> Path:
    (folder / "link.png").symlink_to(elsewhere / "picture.png")
    return write_outline(folder, PICTURE.format("link.png"))


def picture_in_a_linked_folder(folder: Path, elsewhere: Path) -> Path:
    (folder / "images").symlink_to(elsewhere)
    return write_outline(folder, PICTURE.format("images/picture.png"))


def picture_above(folder: Path, elsewhere: Path) -> Path:
    return write_outline(folder, PICTURE.format("../elsewhere/picture.png"))


def picture_by_its_whole_path(folder: Path, elsewhere: Path) -> Path:
    return write_outline(folder, PICTURE.format(elsewhere / "picture.png"))


def _listing(folder: Path, file: str) -> Path:
    outline = write_outline(folder, LISTED)
    outline.write_text(f"lists: {{names: {{table: {file}}}}}\n" + outline.read_text("utf-8"), encoding="utf-8")
    return outline


def list_above(folder: Path, elsewhere: Path) -> Path:
    return _listing(folder, "../elsewhere/list.csv")


def linked_list(folder: Path, elsewhere: Path) -> Path:
    (folder / "list.csv").symlink_to(elsewhere / "list.csv")
    return _listing(folder, "list.csv")


def linked_catalog(folder: Path, elsewhere: Path) -> Path:
    (folder / "locales").mkdir()
    (folder / "locales" / "fr.po").symlink_to(elsewhere / "fr.po")
    return write_outline(folder, "layout: closing\ntitle: Thanks")


def linked_catalogs(folder: Path, elsewhere: Path) -> Path:
    (folder / "locales").symlink_to(elsewhere)
    return write_outline(folder, "layout: closing\ntitle: Thanks")


WAYS = (
    linked_picture,
    picture_in_a_linked_folder,
    picture_above,
    picture_by_its_whole_path,
    list_above,
    linked_list,
    linked_catalog,
    linked_catalogs,
)


@pytest.mark.parametrize("way", WAYS)
def test_what_lies_elsewhere_is_read_only_where_the_outline_says_so(
    way: Callable[[Path, Path], Path], tmp_path: Path, elsewhere: Path
) -> None:
    folder = tmp_path / "deck"
    folder.mkdir()
    outline = way(folder, elsewhere)
    with pytest.raises(DeckError) as refused:
        build_decks(outline, tmp_path / "out", all_languages=True)
    (finding,) = refused.value.diagnostics
    assert finding.code == "outside-folder"
    assert finding.hint is not None
    assert "`allow_outside: true`" in finding.hint
    assert ("through a link" in finding.message) is ("linked" in way.__name__)
    assert not (tmp_path / "out").exists()
    if "catalog" not in way.__name__:
        assert finding.span is not None
        assert finding.span.path == str(outline)
        assert finding.span.line > 1 or "list" in way.__name__

    text = outline.read_text("utf-8").replace("  theme:", "  allow_outside: true\n  theme:")
    outline.write_text(text, encoding="utf-8")
    assert build_decks(outline, tmp_path / "out", all_languages=True)


def test_commands_for_lists_and_catalogs_hold_to_it(tmp_path: Path, elsewhere: Path) -> None:
    for name, way, use in (("a", linked_list, list_files), ("b", linked_catalog, catalogs)):
        folder = tmp_path / name
        folder.mkdir()
        with pytest.raises(DeckError, match="outside the outline’s folder"):
            use(way(folder, elsewhere))


def test_links_and_whole_paths_within_the_folder_are_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "deck"
    (folder / "images").mkdir(parents=True)
    Image.new("RGB", (8, 8)).save(folder / "images" / "picture.png")
    (folder / "link.png").symlink_to("images/picture.png")
    for path in ("link.png", "./images/../link.png", str(folder / "link.png")):
        assert lay_out(write_outline(folder, PICTURE.format(path))).diagnostics == ()
    # The folder itself may be reached through a link, too.
    (tmp_path / "way").symlink_to(folder)
    assert lay_out(tmp_path / "way" / "outline.yaml").diagnostics == ()


def test_only_true_is_true(tmp_path: Path, elsewhere: Path) -> None:
    folder = tmp_path / "deck"
    folder.mkdir()
    outline = picture_above(folder, elsewhere)
    text = outline.read_text("utf-8")
    for word in ("false", '"true"', "yes please", "[true]"):
        outline.write_text(text.replace("  theme:", f"  allow_outside: {word}\n  theme:"), encoding="utf-8")
        with pytest.raises(DeckError) as refused:
            lay_out(outline)
        assert "outside-folder" in {finding.code for finding in refused.value.diagnostics}


def test_what_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(DeckError) as refused:
        lay_out(write_outline(tmp_path, PICTURE.format("none.png")))
    assert [finding.code for finding in refused.value.diagnostics] == ["file-missing"]


@pytest.mark.parametrize("named", ["../elsewhere/theme.yaml", "link.yaml", "own.yaml"])
def test_a_theme_elsewhere(tmp_path: Path, elsewhere: Path, named: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of a file that may not be read is shown, not even its first line."""
    (elsewhere / "theme.yaml").write_text("secret: words\nextends: alliance\n", encoding="utf-8")
    (folder := tmp_path / "folder").mkdir()
    (folder / "link.yaml").symlink_to(elsewhere / "theme.yaml")
    (folder / "own.yaml").write_text("extends: ../elsewhere/theme.yaml\n", encoding="utf-8")
    outline = write_outline(folder, "layout: title\ntitle: Hello")
    outline.write_text(outline.read_text("utf-8").replace("theme: alliance", f"theme: {named}"), "utf-8")
    assert main(["check", str(outline)]) == FINDINGS
    told = capsys.readouterr().err
    assert "error[outside-folder]" in told
    assert "secret" not in told
    if named != "own.yaml":
        text = outline.read_text("utf-8").replace("presentation:", "presentation:\n  allow_outside: true")
        outline.write_text(text, "utf-8")
        main(["check", str(outline)])
        assert "outside-folder" not in capsys.readouterr().err


def test_nothing_of_a_catalog_elsewhere_is_shown(
    tmp_path: Path, elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (elsewhere / "fr.po").write_text("secret words", encoding="utf-8")
    (folder := tmp_path / "folder").mkdir()
    outline = write_outline(folder, "layout: title\ntitle: Hello")
    (folder / "locales").mkdir()
    (folder / "locales" / "fr.po").symlink_to(elsewhere / "fr.po")
    assert main(["translate", "status", str(outline)]) == FINDINGS
    told = capsys.readouterr().err
    assert "error[outside-folder]" in told
    assert "secret" not in told
