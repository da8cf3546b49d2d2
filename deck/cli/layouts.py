"""`layouts`: what layouts there are, with their fields and an example."""

from __future__ import annotations

import argparse
import sys

from deck.cli.terminal import DONE, FAILURE, Commands
from deck.ground.diagnostics import did_you_mean

NAME = "layouts"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="what layouts there are, with their fields and an example")
    parser.add_argument("name", nargs="*", metavar="NAME", help="only these, in full")
    parser.add_argument("--full", action="store_true", help="all of them, in full")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints a line a layout, or some of them in full."""
    from deck.layouts import LAYOUTS
    from deck.pipeline.reference import overview, reference

    if unknown := [name for name in options.name if name not in LAYOUTS]:
        print(f"error: there is no layout `{unknown[0]}`; {did_you_mean(unknown[0], LAYOUTS)}", file=sys.stderr)
        return FAILURE
    names = options.name or (list(LAYOUTS) if options.full else [])
    print(reference(names) if names else overview())
    return DONE
