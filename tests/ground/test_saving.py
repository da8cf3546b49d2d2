import errno
import os
import re
from pathlib import Path

import pytest

from deck.ground.saving import save


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_new_file_in_a_new_folder(tmp_path: Path) -> None:
    path = tmp_path / "dist" / "deck.pptx"
    save(b"new", path)
    assert path.read_bytes() == b"new"
    assert names(path.parent) == ["deck.pptx"]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    save(b"new", tmp_path / "deck.pptx")
    assert (tmp_path / "deck.pptx").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_file_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    save(b"new", path)
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pptx", tmp_path / "link.pptx"
    real.write_bytes(b"old")
    link.symlink_to(real)
    save(b"new", link)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").symlink_to("deck.pptx")
    (tmp_path / "one").symlink_to("other")
    (tmp_path / "other").symlink_to("one")
    for path in (tmp_path / "deck.pptx", tmp_path / "one"):
        with pytest.raises(OSError, match=re.escape(os.strerror(errno.ELOOP))) as told:
            save(b"new", path)
        assert told.value.filename == str(path)
    assert names(tmp_path) == ["deck.pptx", "one", "other"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_nothing_changes_where_saving_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), full)
    with pytest.raises(OSError, match="No space left"):
        save(b"new", path)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["deck.pptx"]


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").mkdir()
    with pytest.raises(IsADirectoryError):
        save(b"new", tmp_path / "deck.pptx")
    assert names(tmp_path) == ["deck.pptx"]


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "dist").write_bytes(b"a file")
    with pytest.raises(OSError, match="dist"):
        save(b"new", tmp_path / "dist" / "deck.pptx")
    assert (tmp_path / "dist").read_bytes() == b"a file"


def test_a_protected_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"old")
    # A superuser may write everywhere, so the answer is given here.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        save(b"new", path)
    assert path.read_bytes() == b"old"
