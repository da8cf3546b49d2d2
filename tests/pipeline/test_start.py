"""What a plain build loads, and what it leaves alone until somebody needs it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

OUTLINE = """\
presentation: {title: Slides, author: The testers, language: en, theme: alliance}
sections:
  - id: all
    title: All
    slides:
      - id: first
        layout: bullets
        title: A list
        items: [One, Two, Three]
"""
LEFT_ALONE = {
    "babel": "CLDR's data, for figures and dates",
    "PIL": "for pictures",
    "polib": "for translations",
    "markdown_it": "for markup",
    "pygments": "for code",
    "xlsxwriter": "for charts",
    "xml.etree.ElementTree": "for drawings",
    "deck.lists": "for lists",
    "difflib": "for mistakes",
    "pptx.api": "for reading decks",
    "ssl": "for nothing",
    "email": "for nothing",
}


def loaded_by(code: str) -> list[str]:
    told = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return json.loads(run.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def of_a_build(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("build")
    outline = folder / "slides.yaml"
    outline.write_text(OUTLINE, encoding="utf-8")
    found = loaded_by(
        f"from deck.cli import main\nassert main(['build', {str(outline)!r}, '--output', {str(folder)!r}]) == 0"
    )
    assert [path.name for path in folder.glob("*.pptx")] == ["slides.en.pptx"]
    return found


@pytest.mark.parametrize("module", LEFT_ALONE)
def test_a_plain_build_loads_no(of_a_build: list[str], module: str) -> None:
    assert module not in of_a_build, LEFT_ALONE[module]


def test_threads_that_ask_at_once_wait_for_all_of_it() -> None:
    loaded_by(
        "import deck.export.pptx, pptx\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "with ThreadPoolExecutor(8) as pool:\n"
        "    found = list(pool.map(lambda _: (pptx.__version__, pptx.Presentation), range(64)))\n"
        "assert len(set(found)) == 1"
    )


def test_what_was_put_off_is_there_when_it_is_asked_for() -> None:
    found = loaded_by(
        "import deck.export.pptx, pptx, sys\n"
        "assert 'pptx.api' not in sys.modules\n"
        "assert len(pptx.Presentation().slide_layouts) == 11\n"
        "import urllib.request, xml.sax.saxutils\n"
        "assert 'http.client' not in sys.modules\n"
        "assert xml.sax.saxutils.urllib.request.Request('file:///a').type == 'file'\n"
        "assert pptx.__version__ and not hasattr(pptx, 'no_such_name')"
    )
    assert {"pptx.api", "http.client"} <= set(found)
