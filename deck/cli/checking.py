"""`check`: say what is wrong with an outline."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import re
import sys
import time
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

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
from deck.ground.inputs import Inputs, noted
from deck.ground.watching import LOOK, SETTLE, Watched
from deck.pipeline.build import LayingOut
from deck.pipeline.checking import checked
from deck.pipeline.reading import Reading, reader

NAME = "check"


class Again(NamedTuple):
    """What spares work where a check comes after another: how the outline is read, and what laid it out last."""

    read: Callable[[], Reading] | None
    laid_out: dict[str | None, LayingOut]


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
    parser.add_argument("--watch", action="store_true", help="check again whenever a file is saved, until Ctrl-C")
    parser.add_argument("--explain", metavar="CODE", help="say what a rule finds, why, and how to mend it, instead")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Lays out in each language, and prints what is found: to a person where errors go, to a program as a result."""
    if options.explain is not None:
        return _explain(options.explain)
    return _watch(options) if options.watch else _told(options, Again(None, {}))


def _watch(options: argparse.Namespace) -> int:
    """Tells what is found, and again after each change, until it is interrupted."""
    again = Again(reader(options.outline), {})
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            with noted() as inputs:
                try:
                    _told(options, again)
                except DeckError as error:
                    print_findings(error.diagnostics, whole=True)
            print(f"\n{_saved(inputs).name} was saved", file=sys.stderr, flush=True)
    return DONE


def _saved(inputs: Inputs) -> Path:
    """A file that was saved, once none is any more."""
    watched = Watched()
    while not (saved := watched.changed(inputs)):
        time.sleep(LOOK)
    while watched.changed(inputs):
        time.sleep(SETTLE)
    return saved[0]


def _told(options: argparse.Namespace, again: Again) -> int:
    try:
        found, fonts = _checked(options, again)
    except DeckError as error:
        if options.format == "full":
            raise
        _print(error.diagnostics, options.format)
        return code_of(error)
    _print(found, options.format)
    if fonts:
        print("\n".join(fonts), file=sys.stdout if options.format == "full" else sys.stderr)
    return FINDINGS if has_errors(found) or (options.strict and found) else DONE


def _explain(code: str) -> int:
    from deck.checks.reference import explanations
    from deck.cli.explaining import explain
    from deck.inspecting.reference import explanations as others

    return explain(code, explanations(), others())


def _print(found: Sequence[Diagnostic], form: str) -> None:
    if form == "full":
        if found:
            print_findings(found, whole=True)
            print(f"more on each: check --explain {found[0].code}", file=sys.stderr)
        else:
            print("nothing wrong", flush=True)
    elif told := FORMATS[form](dict.fromkeys(found)):
        print(told, flush=True)


def _checked(options: argparse.Namespace, again: Again) -> tuple[Sequence[Diagnostic], list[str]]:
    """What is found in each language, and in which fonts its texts would fit."""
    from deck.cli import report
    from deck.pipeline.stand_ins import fonts_that_may_stand_in, where_fonts_are

    with Progress(sys.stderr) as progress:
        result = checked(
            options.outline,
            options.output,
            options.language,
            today=datetime.date.today(),
            all_languages=options.all_languages,
            release=options.release,
            strict=options.strict,
            max_age=options.max_age,
            progress=progress,
            read_again=again.read,
            kept=again.laid_out,
        )
        decks = [built.deck for built in result.decks] if options.fonts else []
        told = [report.stand_ins(deck, where_fonts_are(deck), fonts_that_may_stand_in(deck)) for deck in decks]
        return result.findings, told


def _years(text: str) -> Decimal:
    if not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", text, re.ASCII) or not 0 < Decimal(text) <= 100:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of years, such as 5")
    return Decimal(text)
