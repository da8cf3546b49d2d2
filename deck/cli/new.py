"""`new`: begin a webinar."""

from __future__ import annotations

import argparse
from pathlib import Path

from deck.cli.terminal import DONE, Commands, shown

NAME = "new"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="begin a webinar: a folder with an outline that builds at once")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a folder that is yet to be made, or an empty one")
    about = "take the slides of a Markdown file over, as Marp, Slidev, Pandoc and Quarto have them"
    parser.add_argument("--from", type=Path, dest="source", metavar="FILE.md", help=about)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Writes the folder, and says what is in it and what comes next."""
    from deck.cli.report import printable
    from deck.starting.new_folder import begin, begin_from

    begun = begin_from(options.source, options.folder) if options.source else begin(options.folder)
    print(f"wrote {shown(begun.outline)}")
    for path in begun.files:
        print(f"      {shown(path)}")
    if begun.left_out:
        print(f"left out of {options.source}:")
        for line, what in begun.left_out:
            print(printable(f"  line {line}: {what}"))
    print(f"next: generate_deck.py preview {shown(begun.outline)}")
    return DONE
