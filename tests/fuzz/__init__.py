"""Random outlines of all layouts, mutants of every kind of file that people hand in, and runs that are interrupted.

All is seeded: a failure is told by its seed, and comes again. Where `CI` is set, all is tried; else a tenth.
"""

import os


def tried(number: int) -> int:
    """How many of so many are tried here."""
    return number if os.environ.get("CI") else number // 10
