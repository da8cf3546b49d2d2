"""`build`: write the deck."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from deck.cli.terminal import (
    DONE,
    FINDINGS,
    Commands,
    Progress,
    add_languages,
    add_outline,
    add_output,
    add_release,
    code_of,
    in_colour,
    print_findings,
    print_unbuilt,
)
from deck.pipeline.writing import UnbuiltError, Written, build_decks

NAME = "build"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="write the deck (the default)")
    add_outline(parser)
    add_languages(parser)
    add_release(parser)
    add_output(parser)
    parser.add_argument(
        "--allow-overflow", action="store_true", help="write the deck even if a text is too long for its box"
    )
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help="write over decks that were edited, and keep a copy of each beside",
    )
    parser.add_argument(
        "--editions", type=Path, metavar="LIST", help="a deck for each row of a list, with its facts and lists"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Builds, and says what was written."""
    build = partial(
        build_decks,
        options.outline,
        options.output,
        options.language,
        all_languages=options.all_languages,
        allow_overflow=options.allow_overflow,
        release=options.release,
        overwrite=options.overwrite,
    )
    return _run_editions(build, options) if options.editions else _run(build, options)


def _run(build: Callable[..., list[Written]], options: argparse.Namespace) -> int:
    from deck.cli import report

    written: Sequence[Written]
    failed: UnbuiltError | None = None
    with Progress(sys.stderr) as progress:
        try:
            written = build(progress=progress)
        except UnbuiltError as error:
            if not error.written and len(error.unbuilt) == 1:
                raise
            written, failed = error.written, error
    if noticed := [finding for each in written for finding in each.findings]:
        # Before a deck goes out, all that is doubtful in its translation is looked at.
        print_findings(noticed, whole=options.release)
    if failed:
        print_unbuilt(failed.unbuilt, but_for=noticed, whole=options.release)
    if written:
        print(report.summary(written, colour=in_colour(sys.stdout)))
    if failed:
        tags = [each.language for each in failed.unbuilt]
        print(report.not_built(tags, failed.stands, colour=in_colour(sys.stdout)))
        return FINDINGS if written else code_of(failed)
    return DONE


def _run_editions(build: Callable[..., list[Written]], options: argparse.Namespace) -> int:
    """Builds each edition, and says which were, with what was found in which of them."""
    from deck.cli import report
    from deck.pipeline.editions import build_editions

    with Progress(sys.stderr) as progress:
        editions = build_editions(options.editions, build, progress=progress)
    for names, findings in report.by_editions(editions):
        print(f"{names}:", file=sys.stderr)
        print_findings(findings, whole=options.release)
    print(report.summary_of_editions(editions, options.output, colour=in_colour(sys.stdout)))
    return DONE if all(each.paths and not each.unbuilt for each in editions) else FINDINGS
