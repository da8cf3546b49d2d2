"""`export`: write a picture of each slide."""

from __future__ import annotations

import argparse
import sys
from typing import get_args

from deck.cli.terminal import (
    DONE,
    FAILURE,
    FINDINGS,
    Commands,
    Progress,
    add_languages,
    add_outline,
    add_output,
    add_release,
    in_colour,
    print_findings,
    print_unbuilt,
    shown,
)
from deck.pipeline.slide_pictures import Form, write_pictures

NAME = "export"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="write a picture of each slide, as SVG or PNG")
    parser.add_argument("form", choices=get_args(Form), metavar="FORM", help="svg, or png, which needs Chromium")
    add_outline(parser)
    add_languages(parser)
    add_release(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Draws, and says what was written."""
    from deck.cli import report
    from deck.export.png import BrowserError

    try:
        with Progress(sys.stderr) as progress:
            written, removed, noticed, unbuilt = write_pictures(
                options.outline,
                options.output,
                options.language,
                all_languages=options.all_languages,
                form=options.form,
                release=options.release,
                progress=progress,
            )
    except BrowserError as error:
        print(f"error: cannot draw PNGs: {error}", file=sys.stderr)
        print("hint: `export svg` needs no browser", file=sys.stderr)
        return FAILURE
    if noticed:
        print_findings(noticed)
    print_unbuilt(unbuilt, but_for=noticed, whole=options.release)
    for folder in dict.fromkeys(path.parent for path in written):
        count = sum(path.parent == folder for path in written)
        older = sum(path.parent == folder for path in removed)
        print(
            f"wrote {_counted(count)} into {shown(folder)}"
            + (f", removed {_counted(older)} of before" if older else "")
        )
    if unbuilt:
        print(report.not_built([each.language for each in unbuilt], colour=in_colour(sys.stdout)))
        return FINDINGS
    return DONE


def _counted(count: int) -> str:
    return f"{count} picture{'' if count == 1 else 's'}"
