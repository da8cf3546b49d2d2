"""`themes`: what themes there are, and how slides look in them."""

from __future__ import annotations

import argparse
from pathlib import Path

from deck.cli.terminal import DONE, Commands, shown

NAME = "themes"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="what themes there are, and how slides look in them")
    parser.add_argument("theme", nargs="*", metavar="THEME", help="only these: names, or theme files (.yaml)")
    parser.add_argument("--page", type=Path, metavar="FILE", help="write a page of samples: an HTML file")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints a line a theme; with `--page`, writes one with sample slides."""
    from deck.pipeline.theme_samples import known_themes, samples_page, themes_named

    themes = themes_named(options.theme) if options.theme else known_themes()
    if options.page:
        from deck.ground.saving import save

        save(samples_page(themes).encode("utf-8"), options.page)
        print(f"wrote {shown(options.page)}")
        return DONE
    width = max(len(each.name) for each in themes)
    for each in themes:
        print(f"{each.name:<{width}}  {each.about}")
    return DONE
