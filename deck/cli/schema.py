"""`schema`: print the JSON Schema of outlines, for editors."""

from __future__ import annotations

import argparse
import json

from deck.cli.terminal import DONE, Commands
from deck.pipeline.reading import schema

NAME = "schema"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    commands.add_parser(NAME, help="print the JSON Schema of outlines, for editors").set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Prints the schema."""
    print(json.dumps(schema(), indent=2, ensure_ascii=False))
    return DONE
