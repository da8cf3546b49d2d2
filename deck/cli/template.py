"""`template`: what is understood of a PowerPoint template of one's own."""

from __future__ import annotations

import argparse
from pathlib import Path

from deck.cli.terminal import DONE, Commands, shown

NAME = "template"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="what is understood of a PowerPoint template of your own")
    parser.add_argument("file", type=Path, metavar="FILE", help="a .potx, .pptx or .ppsx")
    parser.add_argument("--with", dest="corrected", type=Path, metavar="MAP", help="a map that corrects it")
    parser.add_argument("--map", type=Path, metavar="MAP", help="write the choices to a YAML file, to be corrected")
    parser.add_argument("--page", type=Path, metavar="HTML", help="write a page with a picture of each slide layout")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints what was understood; writes the map and the page that are asked for."""
    from deck.ground.saving import save
    from deck.pipeline.template_report import layouts_page, report, understood, write_map

    theme = understood(options.file, options.corrected)
    for line in report(theme):
        print(line)
    if options.map:
        write_map(theme, options.map)
        template, choices = shown(options.file), shown(options.map)
        print(f"wrote {choices}: name it in an outline, `theme: {{template: {template}, map: {choices}}}`")
    if options.page:
        save(layouts_page(theme).encode("utf-8"), options.page)
        print(f"wrote {shown(options.page)}")
    return DONE
