"""`check`: say what is wrong with an outline."""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from collections.abc import Sequence
from decimal import Decimal

from deck.checks import check_age, check_strictly
from deck.cli.formats import FORMATS
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
    print_findings,
)
from deck.ground.diagnostics import DeckError, Diagnostic, has_errors
from deck.pipeline.build import lay_out_each
from deck.pipeline.judging import judged
from deck.pipeline.places import deck_path
from deck.pipeline.reading import original, read

NAME = "check"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="say what is wrong with an outline, write nothing")
    add_outline(parser)
    add_languages(parser)
    add_release(parser)
    add_output(parser)
    parser.add_argument("--strict", action="store_true", help="ask for sources, too, and let warnings count as errors")
    parser.add_argument(
        "--max-age",
        type=_years,
        metavar="YEARS",
        help="tell of figures that are older than this (default: the outline’s)",
    )
    parser.add_argument(
        "--fonts", action="store_true", help="say, too, in which fonts the texts would fit where the theme's is missing"
    )
    parser.add_argument(
        "--format",
        choices=["full", *FORMATS],
        default="full",
        help="how findings are told: to a person, a line each, or to a program (default: full)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Lays out in each language, and prints what is found: to a person where errors go, to a program as a result."""
    try:
        found, fonts = _checked(options)
    except DeckError as error:
        if options.format == "full":
            raise
        _print(error.diagnostics, options.format)
        return code_of(error)
    _print(found, options.format)
    if fonts:
        print("\n".join(fonts), file=sys.stdout if options.format == "full" else sys.stderr)
    return FINDINGS if has_errors(found) or (options.strict and found) else DONE


def _print(found: Sequence[Diagnostic], form: str) -> None:
    if form == "full":
        if found:
            print_findings(found, whole=True)
        else:
            print("nothing wrong")
    elif told := FORMATS[form](dict.fromkeys(found)):
        print(told)


def _checked(options: argparse.Namespace) -> tuple[list[Diagnostic], list[str]]:
    """What is found in each language, and in which fonts its texts would fit."""
    from deck.cli import report
    from deck.pipeline.edited import last_built, left_behind_since
    from deck.pipeline.stand_ins import fonts_that_may_stand_in

    found: list[Diagnostic] = []
    fonts: list[str] = []
    with Progress(sys.stderr) as progress:
        progress(f"reading {options.outline}")
        reading = read(options.outline)
        for built in lay_out_each(
            options.outline, options.language, all_languages=options.all_languages, reading=reading, progress=progress
        ):
            found += judged(built.diagnostics, release=options.release)
            found += left_behind_since(
                built.presentation, last_built(deck_path(options.outline, options.output, built.deck.language))
            )
            if options.strict:
                found += check_strictly(built.deck, built.presentation)
            if options.fonts:
                fonts.append(report.stand_ins(built.deck, fonts_that_may_stand_in(built.deck)))
    # A figure is as old in every language.
    found += check_age(original(reading), datetime.date.today(), options.max_age)
    return found, fonts


def _years(text: str) -> Decimal:
    if not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", text, re.ASCII) or not 0 < Decimal(text) <= 100:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of years, such as 5")
    return Decimal(text)
