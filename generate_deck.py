"""Builds the deck; `python generate_deck.py --help` says what else there is."""

import sys

from deck.cli import main

if __name__ == "__main__":
    sys.exit(main())
