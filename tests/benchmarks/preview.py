"""What the preview takes to show a changed line, beside laying out the deck from nothing and beside building it.

    python -m tests.benchmarks.preview [--times N]

All three run in turn in one process, with everything imported. Prints the medians of the processor time and their
ratios, in the outline's language and in a translation; exits with 1 if a changed line takes more than 0.2 of
what the lay-out takes.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from deck.ground.kept import forget
from deck.pipeline.places import default_outline
from deck.pipeline.writing import build_decks
from deck.preview.state import Preview

MOST = 0.2
LANGUAGES = ("en", "ar")
LINE = "people are victims of modern slavery"
SLIDE = "figures"


def cost(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    start = time.process_time()
    work()
    return time.process_time() - start


def show(preview: Preview, language: str) -> None:
    """What a page asks for when it shows one slide."""
    preview.snapshot()
    found = preview.language(language)
    assert found is not None
    assert found["failed"] == []
    assert preview.svg(language, SLIDE) is not None


def measure(folder: Path, language: str, times: int) -> bool:
    """Prints the medians for one language; whether a changed line is cheap enough."""
    outline = folder / "outline.yaml"
    written = outline.read_text("utf-8")
    assert written.count(LINE) == 1
    live = Preview(outline)
    show(live, language)
    changes: list[float] = []
    wholes: list[float] = []
    builds: list[float] = []

    def change(what: str) -> None:
        outline.write_text(written.replace(LINE, f"{LINE}, {what}"), encoding="utf-8")

    for turn in range(times):
        # With the first change it reads the files anew that the others let go.
        change(f"{turn}, as it was")
        show(live, language)
        change(f"{turn}")
        changes.append(cost(lambda: show(live, language)))
        forget()
        whole = Preview(outline)
        wholes.append(cost(partial(show, whole, language)))
        builds.append(cost(lambda: build_decks(outline, folder / "out", [language], allow_overflow=True)))
    outline.write_text(written, encoding="utf-8")
    changed, layout, build = map(statistics.median, (changes, wholes, builds))
    sys.stdout.write(
        f"{language}  a changed line {1000 * changed:.1f} ms; the lay-out {1000 * layout:.0f} ms, "
        f"ratio {changed / layout:.2f} (at most {MOST}); a build {1000 * build:.0f} ms, ratio {changed / build:.2f}\n"
    )
    return changed <= MOST * layout


def main() -> int:
    parser = argparse.ArgumentParser(description="Times the preview of a changed line.")
    parser.add_argument("--times", type=int, default=15, help="how often each runs (default: 15)")
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(default_outline().parent, Path(name) / "deck"))
        cheap = [measure(folder, language, times) for language in LANGUAGES]
    return 0 if all(cheap) else 1


if __name__ == "__main__":
    sys.exit(main())
