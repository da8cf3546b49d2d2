"""`theme`: begin a theme of one's own."""

from __future__ import annotations

import argparse
from pathlib import Path

from deck.cli.terminal import DONE, Commands, shown

NAME = "theme"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="begin a theme of your own from a brand’s colours")
    actions = parser.add_subparsers(title="what to do", metavar="ACTION", required=True)
    begun = actions.add_parser("new", help="write NAME.yaml here, with a palette made of one to five colours")
    begun.add_argument("name", metavar="NAME", help="the theme's name")
    begun.add_argument(
        "--from",
        dest="colours",
        nargs="+",
        required=True,
        metavar="COLOUR",
        help="six hexadecimal digits each, such as 7A1F3D; the most important first",
    )
    begun.add_argument("--extends", default="alliance", metavar="THEME", help="what else it takes (default: alliance)")
    begun.set_defaults(run=new)


def new(options: argparse.Namespace) -> int:
    """Writes the file, and says what was done to the colours."""
    from deck.pipeline.theme_start import start_theme

    path, notes = start_theme(options.name, options.colours, options.extends, Path())
    for note in notes:
        print(note)
    print(
        f"wrote {shown(path)}: name it in an outline, `theme: {shown(path)}`,"
        f" or see it: `themes {shown(path)} --page {shown(Path(path.stem))}.html`"
    )
    return DONE
