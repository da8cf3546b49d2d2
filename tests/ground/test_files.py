"""A person's file is read whole and as it is, or what keeps it from that is told."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from deck.ground import files
from deck.ground.diagnostics import DeckError
from deck.ground.files import names_in, read_bytes


def code(read: Callable[[], object]) -> str:
    with pytest.raises(DeckError) as caught:
        read()
    (finding,) = caught.value.diagnostics
    return finding.code


def test_a_file_is_read(tmp_path: Path) -> None:
    (path := tmp_path / "a.yaml").write_bytes(b"words")
    assert read_bytes(path) == b"words"
    (tmp_path / "link").symlink_to(path)
    assert read_bytes(tmp_path / "link") == b"words"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    found: list[str] = []
    for name in ("pipe", "link"):
        reading = threading.Thread(target=lambda name=name: found.append(code(lambda: read_bytes(tmp_path / name))))
        reading.daemon = True
        reading.start()
        reading.join(20)
    assert found == ["file-unreadable", "file-unreadable"]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert code(lambda: read_bytes(tmp_path / "none")) == "file-missing"
    assert code(lambda: read_bytes(tmp_path)) == "file-unreadable"
    assert code(lambda: read_bytes(tmp_path / "loop")) == "file-unreadable"
    assert code(lambda: read_bytes(tmp_path / "a\0b")) == "file-unreadable"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (path := tmp_path / "a.csv").write_bytes(b"12345")
    monkeypatch.setattr(files, "_LARGEST", 4)
    assert code(lambda: read_bytes(path)) == "file-too-large"


def test_a_file_that_grows_meanwhile_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (path := tmp_path / "a.csv").write_bytes(b"country\n")
    status, writes = os.fstat, iter([b"country\nTogo\n"])

    def written_meanwhile(handle: int) -> os.stat_result:
        found = status(handle)
        if text := next(writes, None):
            path.write_bytes(text)
        return found

    monkeypatch.setattr(os, "fstat", written_meanwhile)
    assert read_bytes(path) == b"country\nTogo\n"


def test_a_file_that_never_rests_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (path := tmp_path / "a.csv").write_bytes(b"")
    status = os.fstat

    def written_meanwhile(handle: int) -> os.stat_result:
        found = status(handle)
        path.write_bytes(path.read_bytes() + b"more")
        return found

    monkeypatch.setattr(os, "fstat", written_meanwhile)
    assert code(lambda: read_bytes(path)) == "file-changed"


def test_names_in_a_folder(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / name).touch()
    assert names_in(tmp_path) == ["a", "b"]
    assert names_in(tmp_path / "none") == []
    assert code(lambda: names_in(tmp_path / "a")) == "file-unreadable"


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("up.png", "its name is `UP.PNG`: capitals count"),
        (
            "café.png",
            "its name is `cafe\N{COMBINING ACUTE ACCENT}.png`: its accents are stored in another form; copy it",
        ),
        ("wel.png", "did you mean `well.png`?"),
        ("nothing like it.csv", None),
        ("Images/a.png", "there is no folder {0}/Images: did you mean `images`?"),
        ("imags/deep/a.png", "there is no folder {0}/imags: did you mean `images`?"),
        ("none/a.png", "there is no folder {0}/none either"),
    ],
)
def test_the_name_that_is_meant_is_named(wanted: str, hint: str | None, tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    for name in ("UP.PNG", "cafe\N{COMBINING ACUTE ACCENT}.png", "well.png"):
        (tmp_path / name).write_bytes(b"")
    if (tmp_path / "up.png").exists():
        pytest.skip("here capitals do not count")
    with pytest.raises(DeckError) as caught:
        read_bytes(tmp_path / wanted)
    (finding,) = caught.value.diagnostics
    assert finding.code == "file-missing"
    assert finding.hint == (hint.format(tmp_path) if hint else None)
