"""`ids`: write ids into an outline."""

from __future__ import annotations

import argparse

from deck.cli.terminal import DONE, Commands, add_outline_to_change, outline_to_change, shown

NAME = "ids"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="write an id into the outline wherever one is missing")
    add_outline_to_change(parser)
    parser.add_argument("--dry-run", action="store_true", help="say which, write nothing")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Writes them, and says which."""
    from deck.pipeline.ids import write_ids

    outline = outline_to_change(options.outline)
    ids = write_ids(outline, dry_run=options.dry_run)
    for identifier, words in ids:
        print(shown(f"{identifier}: “{words}”"))
    count = "no id is missing" if not ids else f"{len(ids)} {'id' if len(ids) == 1 else 'ids'}"
    print(f"{count} {'to write' if options.dry_run else 'written'} into {shown(outline)}" if ids else count)
    return DONE
