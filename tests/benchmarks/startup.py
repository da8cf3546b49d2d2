"""How long a whole build takes, beside the mere import of the library that writes its package.

    python -m tests.benchmarks.startup [--times N]

Both commands run in turn, so that a busy machine is busy for both. Prints the medians of the processor time (user
and system) and of the time that passed, and their ratios; exits with 1 if the processor time is more than 2.7
times the import's.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
MOST = 2.7


class Cost(NamedTuple):
    """What a process took, in seconds, and its most memory, in MB."""

    processor: float
    passed: float
    memory: float


def cost(command: Sequence[str]) -> Cost:
    """What a command takes that must succeed, where Python keeps what it has compiled, as it does by default."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    passed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(used.ru_utime + used.ru_stime, passed, used.ru_maxrss / 1024)


def median(costs: Sequence[Cost]) -> Cost:
    return Cost(*map(statistics.median, zip(*costs, strict=True)))


def main() -> int:
    parser = argparse.ArgumentParser(description="Times a build beside an import of python-pptx.")
    parser.add_argument("--times", type=int, default=15, help="how often each runs (default: 15)")
    times = parser.parse_args().times
    imports, builds = [], []
    with tempfile.TemporaryDirectory() as folder:
        importing = [sys.executable, "-c", "import pptx"]
        building = [sys.executable, "generate_deck.py", "build", "--output", folder]
        # The first run of each may have to compile what it imports.
        for command in (importing, building):
            cost(command)
        for _ in range(times):
            imports.append(cost(importing))
            builds.append(cost(building))
    one, other = median(imports), median(builds)
    ratio = other.processor / one.processor
    sys.stdout.write(f"import pptx  {one.processor:.3f} s of processor time, {one.passed:.3f} s passed\n")
    sys.stdout.write(f"build        {other.processor:.3f} s of processor time, {other.passed:.3f} s passed\n")
    sys.stdout.write(f"ratio        {ratio:.2f} (at most {MOST}), {other.passed / one.passed:.2f} of what passed\n")
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
