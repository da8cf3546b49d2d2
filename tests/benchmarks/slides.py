"""What a build takes beside scripts that write the same slides by hand, and a further language beside the first.

    python -m tests.benchmarks.slides [--times N] [--slides COUNT …] [--installed PYTHON] [--pptxgenjs FOLDER]

Slides have a title and six bullets. A script with python-pptx, and one with PptxGenJS where FOLDER is one in which it
is installed (`npm install pptxgenjs@4.0.1`), measure no text. All are whole processes, run in turn, so that a busy
machine is busy for all of them. PYTHON is one whose installed `deck` is measured beside the checkout's, such as a
compiled one. Prints the medians of the processor time (user and system), of the time that passed and of the most
memory, and the ratios of the first two.
python-pptx is left out above 1,000 slides, as it takes minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

from tests.benchmarks.startup import Cost, cost, median

COUNTS = (13, 1_000)
MOST_BY_PYTHON_PPTX = 1_000
LANGUAGES = 6
WORDS = (
    "workers rights forced labour supply chain decent work action partner country survivors union ministry progress "
    "data review report children safe fair recruitment law access remedy"
)
HEADER = """\
presentation: {title: Slides, author: The testers, language: en, theme: alliance}
sections:
  - id: all
    title: All
    slides:
"""
HERE = Path(__file__).parent


def texts(count: int) -> list[tuple[str, list[str]]]:
    """Titles with their bullets, the same ones in each run."""
    chance, known = random.Random(count), WORDS.split()

    def words(number: int) -> str:
        return " ".join(chance.choices(known, k=number))

    return [(f"{words(4)} {number}", [words(8) for _ in range(6)]) for number in range(1, count + 1)]


def outline(slides: Sequence[tuple[str, Sequence[str]]]) -> str:
    """The same slides as an outline."""
    entries = (
        f"      - id: slide-{number}\n        layout: bullets\n        title: {title}\n        items:\n"
        + "".join(f"          - {item}\n" for item in items)
        for number, (title, items) in enumerate(slides, start=1)
    )
    return HEADER + "".join(entries)


def tell(commands: Mapping[str, Sequence[str]], times: int) -> dict[str, Cost]:
    """Runs these in turn, after once to compile what they import; prints and returns their medians."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for command in commands.values():
        cost(command)
    for _ in range(times):
        for name, command in commands.items():
            costs[name].append(cost(command))
    medians = {name: median(each) for name, each in costs.items()}
    for name, (processor, passed, memory) in medians.items():
        sys.stdout.write(f"  {name:<14} {processor:7.2f} s, {passed:.2f} s passed, {memory:.0f} MB\n")
    return medians


def beside_scripts(folder: Path, count: int, times: int, installed: Path | None, pptxgenjs: Path | None) -> None:
    """A build of so many slides beside the scripts by hand."""
    slides = texts(count)
    words, source = folder / "texts.json", folder / "slides.yaml"
    words.write_text(json.dumps(slides), encoding="utf-8")
    source.write_text(outline(slides), encoding="utf-8")
    build = ["build", str(source), "--output", str(folder / "out")]
    commands = {"deck": [sys.executable, "generate_deck.py", *build]}
    if installed:
        commands["installed"] = [str(installed.absolute()), "-P", "generate_deck.py", *build]
    programs = list(commands)
    if count <= MOST_BY_PYTHON_PPTX:
        commands["python-pptx"] = [sys.executable, str(HERE / "by_hand.py"), str(words), str(folder / "python.pptx")]
    if pptxgenjs:
        script = ["node", str(HERE / "by_hand.js"), str(words), str(folder / "node.pptx")]
        commands["PptxGenJS"] = ["env", "-C", str(pptxgenjs.resolve()), *script]
    sys.stdout.write(f"{count:,} slides\n")
    medians = tell(commands, times)
    scripts = [name for name in medians if name not in programs]
    for name, other in [(each, programs[0]) for each in programs[1:]] + list(product(programs, scripts)):
        processor, passed, _ = (one / two for one, two in zip(medians[name], medians[other], strict=True))
        sys.stdout.write(f"  {name} / {other}: {processor:.2f}, {passed:.2f} of what passed\n")


def further_language(folder: Path, times: int) -> None:
    """What each further language takes, as a share of a whole build in one."""
    build = [sys.executable, "generate_deck.py", "build", "--output", str(folder / "webinar")]
    sys.stdout.write("the webinar\n")
    medians = tell({"one language": build, "six": [*build, "--all-languages"]}, times)
    one, six = (each.processor for each in medians.values())
    sys.stdout.write(f"  each further one: {(six - one) / (LANGUAGES - 1) / one:.2f} of the first\n")


def main() -> int:
    parser = argparse.ArgumentParser(description="Times builds beside scripts by hand.")
    parser.add_argument("--times", type=int, default=5, help="how often each runs (default: 5)")
    parser.add_argument("--slides", type=int, nargs="+", default=COUNTS, help="how many slides (default: 13 and 1,000)")
    parser.add_argument("--installed", type=Path, help="a Python whose installed `deck` is measured, too")
    parser.add_argument("--pptxgenjs", type=Path, help="a folder in which PptxGenJS is installed")
    options = parser.parse_args()
    sys.stdout.write(f"processor time, medians of {options.times}\n")
    with tempfile.TemporaryDirectory() as name:
        for count in options.slides:
            beside_scripts(Path(name), count, options.times, options.installed, options.pptxgenjs)
        further_language(Path(name), options.times)
    return 0


if __name__ == "__main__":
    sys.exit(main())
