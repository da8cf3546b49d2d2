"""The program: what the installed `deck`, `python -m deck` and `generate_deck.py` run."""

import gc
import sys
from typing import NoReturn

# What a build makes, it keeps to its end: looking through it for rubbish takes a fifth of the time of a short one.
gc.set_threshold(2_000_000)

try:
    from deck.cli import main
except KeyboardInterrupt:
    sys.exit(130)


def run() -> NoReturn:
    """Runs the command that the arguments name, and ends the process with its exit code."""
    code = main()
    # Nor is any rubbish looked for when all of it goes.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    run()
