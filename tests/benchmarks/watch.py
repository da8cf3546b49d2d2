"""What `check --watch` takes for a changed line of the webinar, once warm, beside a process that imports yaml.

    python -m tests.benchmarks.watch [--times N]

The check runs in this process, as it does while it watches, from the reading of the files to the findings; in between,
the other process runs. Prints the medians of the processor time and their ratio; exits with 1 if the check takes more
than 1.3 of the import.
"""

from __future__ import annotations

import argparse
import datetime
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from deck.pipeline.build import LayingOut
from deck.pipeline.checking import checked
from deck.pipeline.places import default_outline
from deck.pipeline.reading import reader
from tests.benchmarks import startup
from tests.benchmarks.preview import LINE, cost

MOST = 1.3


def main() -> int:
    parser = argparse.ArgumentParser(description="Times a check that watches beside an import of yaml.")
    parser.add_argument("--times", type=int, default=15, help="how often each runs (default: 15)")
    times = parser.parse_args().times
    checks, imports = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(default_outline().parent, Path(name) / "deck"))
        outline = folder / "outline.yaml"
        written = outline.read_text("utf-8")
        assert written.count(LINE) == 1
        read_again, kept = reader(outline), dict[str | None, LayingOut]()

        def check() -> object:
            return checked(outline, folder, today=datetime.date.today(), read_again=read_again, kept=kept)

        check()
        for turn in range(times):
            outline.write_text(written.replace(LINE, f"{LINE}, {turn}"), encoding="utf-8")
            checks.append(cost(check))
            imports.append(startup.cost([sys.executable, "-c", "import yaml"]).processor)
    one, other = statistics.median(checks), statistics.median(imports)
    sys.stdout.write(
        f"a changed line {1000 * one:.0f} ms; import yaml {1000 * other:.0f} ms; "
        f"ratio {one / other:.2f} (at most {MOST})\n"
    )
    return 0 if one <= MOST * other else 1


if __name__ == "__main__":
    sys.exit(main())
