"""How many editions a minute are built on one core and on two, and what the second process takes besides.

    python -m tests.benchmarks.editions [--rows N] [--times N] [--all-languages]

The webinar for so many countries, each with a figure of its own, in its own language or in all. Each run is a process
begun anew. Prints the medians of the processor time of all its processes together and of the time that passed, and the
ratios; exits with 1 if two processes take more than 1.11 times the processor time of one: then two cores of their own
are less than 1.8 times as quick. On a busy machine the processor times tell more, as two processes without a core each
are no quicker than one.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from deck.pipeline.editions import build_editions
from deck.pipeline.writing import build_decks

MOST = 1.11
OUTLINE = Path("assets/alliance-8.7/outline.yaml")


def build(editions: Path, folder: Path, processes: int, all_languages: bool) -> None:
    """All these editions, by so many processes."""
    built = build_editions(
        editions, partial(build_decks, OUTLINE, folder, all_languages=all_languages), processes=processes
    )
    assert all(each.paths for each in built), built


def cost(editions: Path, folder: Path, processes: int, all_languages: bool) -> tuple[float, float]:
    """The processor time and the time that passed, in seconds, of building all these editions."""
    before, start = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    anew = multiprocessing.get_context("spawn").Process(target=build, args=(editions, folder, processes, all_languages))
    anew.start()
    anew.join()
    assert anew.exitcode == 0
    passed, after = time.perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, passed


def main() -> int:
    parser = argparse.ArgumentParser(description="Builds editions on one core and on two.")
    parser.add_argument("--rows", type=int, default=193, help="how many editions (default: 193)")
    parser.add_argument("--times", type=int, default=3, help="how often each runs (default: 3)")
    parser.add_argument("--all-languages", action="store_true", help="in each of the webinar's languages")
    options = parser.parse_args()
    on: dict[int, list[tuple[float, float]]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        editions = folder / "editions.csv"
        lines = (f"row-{number},{160 + number} million" for number in range(options.rows))
        editions.write_text("\n".join(["id,child-labour", *lines]), encoding="utf-8")
        for turn in range(options.times):
            for processes, costs in on.items():
                costs.append(cost(editions, folder / f"{turn}-on-{processes}", processes, options.all_languages))
    for processes, costs in on.items():
        processor, passed = (statistics.median(each) for each in zip(*costs, strict=True))
        sys.stdout.write(f"on {processes}: {processor:.1f} s of processor time, {passed:.1f} s passed\n")
    pairs = list(zip(on[1], on[2], strict=True))
    rate = statistics.median(one[1] / two[1] for one, two in pairs)
    more = statistics.median(two[0] / one[0] for one, two in pairs)
    sys.stdout.write(f"two to one: {rate:.2f} times the rate, {more:.2f} times the processor time (at most {MOST})\n")
    return 0 if more <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
