"""Builds the deck; `python generate_deck.py --help` says what else there is."""

import gc
import sys

# What a start makes is kept to the end: looking through it for rubbish, again and again, takes a fourteenth of a build.
gc.set_threshold(50_000)

try:
    from deck.cli import main
except ModuleNotFoundError as missing:
    sys.stderr.write(f"error: this Python has no `{missing.name}`: the README's first command makes one that has it\n")
    sys.exit(2)
except KeyboardInterrupt:
    sys.exit(130)

if __name__ == "__main__":
    sys.exit(main())
