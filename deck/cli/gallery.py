"""`gallery`: a deck of every layout, to choose from and to see a theme by."""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from deck.cli.terminal import DONE, Commands, Progress, add_output, in_colour, print_findings, shown
from deck.ground.diagnostics import DeckError, Diagnostic

NAME = "gallery"
_ITS_OWN = ("image-cropped", "source-words")


def add_to(commands: Commands) -> None:
    """Adds the command."""
    about = "a deck of every layout with few, some and the most parts, in a theme and a language"
    parser = commands.add_parser(NAME, help=about)
    parser.add_argument("--theme", default="alliance", help="a theme's name, or the path of a theme file")
    parser.add_argument("--language", action="append", default=[], metavar="L", help="a language; may be repeated")
    add_output(parser)
    parser.add_argument("--outline", type=Path, metavar="DIR", help="keep the outline that it is built from there")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Builds it, and says what was written."""
    from deck.cli import report
    from deck.pipeline.writing import build_decks
    from deck.starting.gallery import write_gallery

    kept: Path | None = options.outline
    if kept and kept.exists() and any(kept.iterdir()):
        message = f"{kept} is there already, and not empty"
        raise DeckError([Diagnostic("folder-not-empty", message, None, "name a folder that is yet to be made")])
    with tempfile.TemporaryDirectory() as passing, Progress(sys.stderr) as progress:
        progress("choosing")
        try:
            outline = write_gallery(kept or Path(passing), options.theme, options.language)
        except DeckError as error:
            # Nobody wrote that outline, and it is gone in a moment.
            raise DeckError(_placed(one, Path(passing)) for one in error.diagnostics) from None
        written = build_decks(outline, options.output, options.language, progress=progress)
    # One picture serves all places, however it is cut there; and figures keep the words beside them.
    found = (finding for each in written for finding in each.findings)
    if noticed := [finding for finding in found if finding.code not in _ITS_OWN]:
        print_findings(noticed)
    print(report.summary(written, colour=in_colour(sys.stdout)))
    if kept:
        print(f"its outline is {shown(outline)}")
    return DONE


def _placed(found: Diagnostic, passing: Path) -> Diagnostic:
    """The finding without its place, if that is in the passing folder."""
    return replace(found, span=None) if found.span and Path(found.span.path).is_relative_to(passing) else found
