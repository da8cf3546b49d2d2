"""How many editions a minute are built on one core and on two, and what the second process takes besides.

    python -m tests.benchmarks.editions [--rows N]

The webinar for so many countries, each with a figure of its own, in its own language. Each run begins its processes
anew. Prints the processor time of all processes together, the time that passed, and the ratio of the rates: on a busy
machine the processor times tell more, as two processes without a core each are no quicker than one.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from deck.pipeline.editions import build_editions
from deck.pipeline.writing import build_decks

OUTLINE = Path("assets/alliance-8.7/outline.yaml")


def cost(editions: Path, folder: Path, processes: int) -> tuple[float, float]:
    """The processor time and the time that passed, in seconds, of building all these editions."""
    before, start = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    built = build_editions(editions, partial(build_decks, OUTLINE, folder), processes=processes)
    passed, after = time.perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    assert all(each.paths for each in built), built
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, passed


def main() -> int:
    parser = argparse.ArgumentParser(description="Builds editions on one core and on two.")
    parser.add_argument("--rows", type=int, default=193, help="how many editions (default: 193)")
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        editions = folder / "editions.csv"
        lines = (f"row-{number},{160 + number} million" for number in range(rows))
        editions.write_text("\n".join(["id,child-labour", *lines]), encoding="utf-8")
        costs = {processes: cost(editions, folder / f"on-{processes}", processes) for processes in (1, 2)}
    for processes, (processor, passed) in costs.items():
        sys.stdout.write(f"on {processes}: {processor:.1f} s of processor time, {passed:.1f} s passed\n")
    sys.stdout.write(f"two to one: {costs[1][1] / costs[2][1]:.2f} times the rate, ")
    sys.stdout.write(f"{costs[2][0] / costs[1][0]:.2f} times the processor time\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
