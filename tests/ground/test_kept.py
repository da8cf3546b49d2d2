"""What is made of files is made anew where the same words name other files, or these have changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.ground.inputs import at_one_moment, note, noted
from deck.ground.kept import is_as_it_was, while_unchanged


@while_unchanged(4)
def content(path: Path) -> str:
    note(path)
    return path.read_text(encoding="utf-8")


def test_the_same_path_from_another_folder_is_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "list.csv").write_text(name, encoding="utf-8")
    for name in ("one", "other", "one"):
        monkeypatch.chdir(tmp_path / name)
        assert content(Path("list.csv")) == name


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("before", encoding="utf-8")
    assert content(path) == "before"
    path.write_text("and after", encoding="utf-8")
    assert content(path) == "and after"


def test_at_one_moment_a_file_is_seen_once_and_its_change_the_next_time(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.txt", tmp_path / "folder"
    path.write_text("one", "utf-8")
    folder.mkdir()
    with at_one_moment(), noted() as inputs:
        note(path)
        note(folder)
        path.write_text("another", "utf-8")
        (folder / "b.txt").touch()
        assert is_as_it_was(inputs)
        with noted() as later:
            note(path)
            note(folder)
    assert later == inputs
    assert not is_as_it_was({path: inputs[path]})
    assert not is_as_it_was({folder: inputs[folder]})
