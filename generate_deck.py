"""Builds the deck; `python generate_deck.py --help` says what else there is."""

import gc
import sys

# What a build makes, it keeps to its end: looking through it for rubbish takes a fifth of the time of a short one.
gc.set_threshold(2_000_000)

try:
    from deck.cli import main
except ModuleNotFoundError as missing:
    sys.stderr.write(f"error: this Python has no `{missing.name}`: the README's first command makes one that has it\n")
    sys.exit(2)
except KeyboardInterrupt:
    sys.exit(130)

if __name__ == "__main__":
    code = main()
    # Nor is any looked for when all of it goes.
    gc.freeze()
    sys.exit(code)
