"""`check`: say what is wrong with an outline."""

from __future__ import annotations

import argparse
import sys

from deck.build import judged, lay_out
from deck.checks import check_strictly
from deck.cli.terminal import (
    DONE,
    FINDINGS,
    Commands,
    Progress,
    add_languages,
    add_outline,
    add_release,
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
    add_release(parser)
    parser.add_argument("--strict", action="store_true", help="ask for sources, too, and let warnings count as errors")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Lays out in each language, and prints what is found."""
    found: list[Diagnostic] = []
    with Progress(sys.stderr) as progress:
        for language in chosen_languages(options) or (None,):
            built = lay_out(options.outline, language, progress)
            found += judged(built.diagnostics, release=options.release)
            if options.strict:
                found += check_strictly(built.deck, built.presentation)
    if found:
        print_findings(found)
    else:
        print("nothing wrong")
    return FINDINGS if has_errors(found) or (options.strict and found) else DONE
