"""Lint, types and the tests that a change most often fails, in under a minute: `python -m tests.quick`.

The whole suite, with every external tool, is `pytest`; `.ci/run` does all.
"""

from __future__ import annotations

import subprocess
import sys

from tests.tools import PROJECT

ROOMS = ("model", "nodes", "outline", "themes", "ground", "layouts", "typeset", "pipeline", "updating")
TESTS = (*(f"tests/{room}" for room in ROOMS), "tests/test_floors.py", "tests/test_docs.py")
CHECKS = (
    ("ruff", "check", "--quiet", "."),
    ("ruff", "format", "--check", "--quiet", "."),
    ("pytest", "--quiet", "-m", "not external and not bench", *TESTS),
)


def main() -> int:
    """Runs all of it, also after something has failed; 1 where anything has."""
    # It takes as long as all the others, on a core of its own.
    types = subprocess.Popen([sys.executable, "-m", "mypy"], cwd=PROJECT)
    failed = [check[0] for check in CHECKS if subprocess.run([sys.executable, "-m", *check], cwd=PROJECT).returncode]
    failed += ["mypy"] if types.wait() else []
    sys.stdout.write(f"failed: {', '.join(dict.fromkeys(failed))}\n" if failed else "all is well\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
