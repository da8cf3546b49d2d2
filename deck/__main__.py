"""`python -m deck`, the same as the installed `deck`."""

import sys

from deck.cli import main

if __name__ == "__main__":
    sys.exit(main())
