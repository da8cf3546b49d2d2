"""What is changed and saved again is nobody else's meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError
from deck.ground.files import read_bytes
from deck.ground.saving import editing, save
from tests.tools import PROJECT


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_what_was_read_is_saved(tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_bytes(b"old")
    with editing(tmp_path) as saved:
        saved(read_bytes(path) + b" and new", path)
    assert path.read_bytes() == b"old and new"
    with editing(tmp_path) as saved:
        saved(b"first", tmp_path / "b.csv")
    assert (tmp_path / "b.csv").read_bytes() == b"first"


def test_what_another_program_changed_stays(tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_bytes(b"old")
    with editing(tmp_path) as saved:
        data = read_bytes(path)
        path.write_bytes(b"theirs")
        with pytest.raises(DeckError, match="changed by another program"):
            saved(data, path)
    assert path.read_bytes() == b"theirs"


@pytest.mark.parametrize("lock", ["~$a.csv", ".~lock.a.csv#"])
def test_what_another_program_has_open_stays(tmp_path: Path, lock: str) -> None:
    (path := tmp_path / "a.csv").write_bytes(b"old")
    (tmp_path / lock).touch()
    with editing(tmp_path) as saved, pytest.raises(DeckError, match="open in another program"):
        saved(b"new", path)
    assert path.read_bytes() == b"old"


def test_one_run_at_a_time_edits_a_folder(tmp_path: Path) -> None:
    """Ten processes that each add to what is there: without a lock, most of it would be lost."""
    (path := tmp_path / "count").write_bytes(b"")
    adds = (
        "import sys; from pathlib import Path\n"
        "from deck.ground.files import read_bytes\n"
        "from deck.ground.saving import editing\n"
        "path = Path(sys.argv[1])\n"
        "for _ in range(5):\n"
        "    with editing(path.parent) as save: save(read_bytes(path) + b'x', path)\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", adds, str(path)], cwd=PROJECT) for _ in range(10)]
    assert [run.wait() for run in runs] == [0] * 10
    assert path.read_bytes() == b"x" * 50
    assert names(tmp_path) == ["count"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    for name in ("pipe", "link"):
        with pytest.raises(OSError, match="device or a pipe"):
            save(b"new", tmp_path / name)
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "link").is_symlink()
    assert names(tmp_path) == ["link", "pipe"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_what_a_killed_run_left_goes_with_the_next(tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_bytes(b"old")
    (other := tmp_path / ".b.csv.kept.tmp").write_bytes(b"of another file")
    stuck = (
        "import os, sys, time; from pathlib import Path\n"
        "from deck.ground.saving import save\n"
        "os.fsync = lambda _: (print('writing', flush=True), time.sleep(60))\n"
        "save(b'new', Path(sys.argv[1]))\n"
    )
    with subprocess.Popen([sys.executable, "-c", stuck, str(path)], cwd=PROJECT, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        run.stdout.readline()
        # While it lives, what it writes is its own.
        save(b"between", path)
        assert len(list(tmp_path.glob(".a.csv.*.tmp"))) == 1
        run.send_signal(signal.SIGKILL)
    save(b"after", path)
    assert path.read_bytes() == b"after"
    assert names(tmp_path) == [other.name, path.name]


def test_a_full_disk_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as caught:
        save(b"new", tmp_path / "a.csv")
    assert caught.value.filename == str(tmp_path / "a.csv")
