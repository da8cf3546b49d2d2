"""`changes`: what would change in the deck that was last built, or differs between two decks or git revisions."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from deck.cli.terminal import (
    DONE,
    FINDINGS,
    Commands,
    Progress,
    add_languages,
    add_outline,
    add_output,
    chosen_languages,
    print_findings,
    print_unbuilt,
    shown,
)
from deck.ground.diagnostics import DeckError
from deck.pipeline.each_language import Unbuilt

NAME = "changes"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="what would change in the deck that was last built")
    add_outline(parser)
    add_languages(parser)
    add_output(parser)
    others = parser.add_mutually_exclusive_group()
    others.add_argument("--since", metavar="REVISION", help="what changed since this git revision, instead")
    others.add_argument(
        "--between", nargs=2, metavar=("OLD", "NEW"), help="two decks, outlines or git revisions, instead"
    )
    parser.add_argument("--json", action="store_true", help="for a program")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints a line a slide that changes, or all of it as JSON."""
    from deck.comparing.changes import changes_between, changes_since_built

    languages = chosen_languages(options) or (None,)
    wrong: list[Unbuilt] = []
    with Progress(sys.stderr) as progress:
        if options.since is not None or options.between:
            old, new = options.between or (options.since, None)
            found = changes_between(options.outline, old, new, languages, progress)
        else:
            found = []
            for language in languages:
                try:
                    found.append(changes_since_built(options.outline, options.output, language, progress))
                except DeckError as error:
                    if len(languages) == 1 or language is None:
                        raise
                    wrong.append(Unbuilt(language, error.diagnostics))
    if told := [one for each in found for one in each.diagnostics]:
        print_findings(told)
    print_unbuilt(wrong, but_for=told)
    if options.json:
        decks = [
            {"deck": deck, "slides": [asdict(slide) for slide in slides], "lists": [one._asdict() for one in lists]}
            for deck, slides, _, lists, _ in found
        ]
        print(json.dumps(decks, indent=2, ensure_ascii=False))
        return FINDINGS if wrong else DONE
    for deck, slides, _, lists, alike in found:
        if len(languages) > 1 or ", " in deck:
            print(f"{shown(deck)}:")
        nothing = "nothing changes" if alike else "nothing changes in words, pictures and places; colours and type may"
        print("\n".join(map(str, (*slides, *lists))) or nothing)
    return FINDINGS if wrong else DONE
