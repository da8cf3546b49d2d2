"""A double-click for staff: what would change, a question, all decks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deck.cli import main
from deck.cli.terminal import DONE
from deck.pipeline.places import default_outline
from deck.updating.launchers import NAMES
from tests.tools import PROJECT


@pytest.fixture
def webinar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "our webinar, it’s 100% ours"
    shutil.copytree(default_outline().parent, folder)
    monkeypatch.chdir(PROJECT)
    assert main(["shortcut", str(folder / "outline.yaml"), "--output", str(folder / "dist")]) == DONE
    return folder


def test_a_file_for_each_system_stands_beside_the_list(webinar: Path) -> None:
    assert {path.name for path in webinar.iterdir()} >= set(NAMES)
    batch = (webinar / "Make the decks.bat").read_bytes()
    assert batch.count(b"\r\n") == batch.count(b"\n")
    assert b"100%% ours" in batch


@pytest.mark.skipif(sys.platform == "win32", reason="a shell is wanted")
@pytest.mark.parametrize(("answer", "decks"), [("y", 6), ("n", 0), ("", 0)])
def test_it_asks_and_makes_the_decks(webinar: Path, tmp_path: Path, answer: str, decks: int) -> None:
    (opened := tmp_path / "bin").mkdir()
    (opener := opened / "xdg-open").write_text("#!/bin/sh\necho opened $1\n", encoding="utf-8")
    opener.chmod(0o755)
    with (webinar / "countries.csv").open("a", encoding="utf-8") as file:
        file.write("Togo,TG,candidate,,\n")
    launcher = webinar / "Make the decks.sh"
    assert os.access(launcher, os.X_OK)
    environment = {**os.environ, "PATH": f"{opened}:{os.environ['PATH']}"}
    told = {"input": f"{answer}\n\n", "capture_output": True, "text": True}
    run = subprocess.run([str(launcher)], cwd=tmp_path, env=environment, check=True, **told)
    assert "Make the decks in all languages?" in run.stdout
    assert len(list(webinar.glob("dist/*.pptx"))) == decks
    assert ("opened" in run.stdout) == bool(decks)
