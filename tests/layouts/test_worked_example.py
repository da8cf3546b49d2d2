"""CONTRIBUTING's layout, put into a copy of the program as it says there, is a layout like any other."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OUTLINE = """\
presentation: {title: T, author: A, language: ar}
sections:
  - id: only
    title: Only
    slides:
      - {id: one, layout: motto, title: One, motto: A line, whose: Us, reveal: items}
      - {id: two, layout: slogan, title: Two, motto: A line}
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with one more layout."""
    folder = tmp_path_factory.mktemp("program")
    for name in ("deck", "assets"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "generate_deck.py", folder)
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (source,) = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    layouts = folder / "deck" / "layouts"
    (layouts / "motto.py").write_text(source, encoding="utf-8")
    listed = (layouts / "__init__.py").read_text("utf-8")
    assert listed.count("\n    key_figure,\n") == 2
    listed = listed.replace("\n    key_figure,\n", "\n    key_figure,\n    motto,\n")
    (layouts / "__init__.py").write_text(listed, encoding="utf-8")
    return folder


def run(program: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(program / "generate_deck.py"), *arguments]
    given = {**os.environ, "PYTHONPATH": str(program)}
    return subprocess.run(command, cwd=program, env=given, capture_output=True, text=True, check=False, timeout=120)


def test_it_explains_itself(program: Path) -> None:
    told = run(program, "layouts", "motto").stdout
    assert "## `motto`" in told
    assert "| `whose` | text (optional) | Whose words they are. |" in told
    assert '"const": "motto"' in run(program, "schema").stdout


def test_outlines_have_it(program: Path) -> None:
    (program / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    assert "nearest to it is `motto`" in run(program, "build", "outline.yaml").stderr
    (program / "outline.yaml").write_text(OUTLINE.replace("slogan", "motto"), encoding="utf-8")
    built = run(program, "build", "outline.yaml")
    assert built.returncode == 0, built.stderr
    assert "2 slides" in built.stdout


def test_the_gallery_shows_it(program: Path) -> None:
    made = run(program, "gallery", "--outline", "made")
    assert made.returncode == 0, made.stderr
    slides = (program / "made" / "gallery.yaml").read_text("utf-8")
    assert {"motto-few", "motto-some", "motto-most"} <= set(re.findall(r"- id: (motto-\w+)", slides))
