"""`schema`: print the JSON Schema of outlines or of themes, for editors."""

from __future__ import annotations

import argparse
import json

from deck.cli.terminal import DONE, Commands
from deck.pipeline.reading import schema

NAME = "schema"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="print the JSON Schema of outlines or of themes, for editors")
    parser.add_argument("what", nargs="?", choices=("outline", "theme"), default="outline", help="of which files")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints the schema."""
    print(json.dumps(schema(options.what), indent=2, ensure_ascii=False))
    return DONE
