"""What is made of files is made anew where the same words name other files."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.ground.inputs import note
from deck.ground.kept import while_unchanged


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
