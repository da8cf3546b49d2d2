"""`check`: say what is wrong with an outline."""

from __future__ import annotations

import argparse
import sys

from deck.build import judged, lay_out
from deck.cli.terminal import (
    DONE,
    FINDINGS,
    Commands,
    Progress,
    add_languages,
    add_outline,
    chosen_languages,
    print_findings,
)
from deck.diagnostics import Diagnostic, has_errors

NAME = "check"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="say what is wrong with an outline, write nothing")
    add_outline(parser)
    add_languages(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Lays out in each language, and prints what is found."""
    found: list[Diagnostic] = []
    with Progress(sys.stderr) as progress:
        for language in chosen_languages(options) or (None,):
            found += judged(lay_out(options.outline, language, progress).diagnostics, release=options.release)
    if found:
        print_findings(found)
    else:
        print("nothing wrong")
    return FINDINGS if has_errors(found) else DONE
