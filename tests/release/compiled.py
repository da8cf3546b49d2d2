"""Whether this Python's `deck` is compiled: `PYTHON tests/release/compiled.py`, of one with the compiled wheel.

Exits with 1 and names each module that pyproject.toml would have compiled and that Python source stands for. Run as a
file, it finds the `deck` that is installed, not the checkout's.
"""

from __future__ import annotations

import sys
import tomllib
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def modules() -> list[str]:
    """The names of the modules that a compiled wheel compiles."""
    tables = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    return [
        path.strip("/").removesuffix(".py").replace("/", ".") for path in tables["wheel"]["hooks"]["mypyc"]["include"]
    ]


def is_compiled(name: str) -> bool:
    return (import_module(name).__file__ or "").endswith(tuple(EXTENSION_SUFFIXES))


def main() -> int:
    names = modules()
    plain = [name for name in names if not is_compiled(name)]
    sys.stdout.write("".join(f"{name} is not compiled\n" for name in plain) or f"all {len(names)} are compiled\n")
    return 1 if plain or not names else 0


if __name__ == "__main__":
    sys.exit(main())
