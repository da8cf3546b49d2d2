"""`shortcut`: write what staff double-click beside a list to see what changes, and to make the decks."""

from __future__ import annotations

import argparse
from pathlib import Path

from deck.cli.terminal import DONE, Commands, add_outline_to_change, add_output, outline_to_change, shown

NAME = "shortcut"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="write a file beside the list that makes all decks at a double-click")
    add_outline_to_change(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Writes a launcher for each system, and says where."""
    from deck.updating.launchers import write_launchers

    written = write_launchers(outline_to_change(options.outline), Path(options.output))
    print("\n".join(f"wrote {shown(path)}" for path in written))
    print("      a double-click shows what would change, asks, and makes the decks in all languages")
    return DONE
