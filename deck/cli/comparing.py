"""`changes`: what would change in the deck that was last built, or what differs between two decks."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from deck.cli.terminal import DONE, Commands, Progress, add_languages, add_outline, add_output, chosen_languages

NAME = "changes"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="what would change in the deck that was last built")
    add_outline(parser)
    add_languages(parser)
    add_output(parser)
    parser.add_argument("--between", nargs=2, type=Path, metavar=("OLD", "NEW"), help="two decks, instead")
    parser.add_argument("--json", action="store_true", help="for a program")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints a line a slide that changes, or all of it as JSON."""
    from deck.changes import changes_since_built, compare, read_deck

    if options.between:
        old, new = options.between
        found = [(new, compare(read_deck(old), read_deck(new)))]
    else:
        with Progress(sys.stderr) as progress:
            found = [
                changes_since_built(options.outline, options.output, language, progress)
                for language in chosen_languages(options) or (None,)
            ]
    if options.json:
        decks = [{"deck": str(path), "slides": [asdict(slide) for slide in slides]} for path, slides in found]
        print(json.dumps(decks, indent=2, ensure_ascii=False))
        return DONE
    for path, slides in found:
        if len(found) > 1:
            print(f"{path}:")
        print("\n".join(map(str, slides)) if slides else "nothing changes")
    return DONE
