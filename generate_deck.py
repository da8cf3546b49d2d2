"""Builds the deck; `python generate_deck.py --help` says what else there is."""

import sys

try:
    from deck.__main__ import run
except ModuleNotFoundError as missing:
    sys.stderr.write(f"error: this Python has no `{missing.name}`: the README's first command makes one that has it\n")
    sys.exit(2)
except KeyboardInterrupt:
    sys.exit(130)

if __name__ == "__main__":
    run()
