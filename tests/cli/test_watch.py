"""`check --watch`: what is found is told anew whenever a file is saved."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from deck.ground.inputs import noted
from deck.ground.watching import Watched
from deck.nodes.yaml_file import read_text
from tests.outlines import write_outline

ROOT = Path(__file__).resolve().parents[2]
SLIDE = "layout: statement\ntitle: Together\nstatement: We act together."


@contextmanager
def watching(outline: Path) -> Iterator[subprocess.Popen[str]]:
    """The command on an outline; a process that says nothing for a minute is ended, so that no test waits for ever."""
    command = [sys.executable, "-m", "deck", "check", str(outline), "--watch"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        # A shell lets what it starts in the background ignore it.
        preexec_fn=None if sys.platform == "win32" else partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    ) as process:
        late = threading.Timer(60, process.kill)
        late.start()
        try:
            yield process
        finally:
            late.cancel()
            process.kill()


def told(process: subprocess.Popen[str], last: str) -> str:
    """What it says up to the line that holds these words."""
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line)
        if last in line:
            return "".join(lines)
    raise AssertionError(f"“{last}” was never said: {''.join(lines)}")


@pytest.mark.skipif(sys.platform == "win32", reason="a process is interrupted otherwise there")
def test_what_is_found_is_told_anew_after_each_save(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    with watching(outline) as process:
        told(process, "nothing wrong")
        good = outline.read_text("utf-8")
        outline.write_text(good.replace("statement: We", "statment: We"), encoding="utf-8")
        found = told(process, "1 error")
        assert "outline.yaml was saved" in found
        assert "statment: We act together." in found
        # A mistake before the outline can be read as one, and the line of the file as it is now.
        outline.write_text("presentation: [\n", encoding="utf-8")
        told(process, "presentation: [")
        outline.write_text(good, encoding="utf-8")
        told(process, "nothing wrong")
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0


def test_files_are_seen_to_change_once(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("one", encoding="utf-8")
    with noted() as inputs:
        read_text(path)
    watched = Watched()
    assert watched.changed(inputs) == []
    path.write_text("another", encoding="utf-8")
    assert watched.changed(inputs) == [path]
    assert watched.changed(inputs) == []
    path.unlink()
    assert watched.changed(inputs) == [path]
